"""A corpus of many tasks, made from the real one: its titles, quotes, agencies and deadlines in new combinations."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from knowledge.directives import Task
from knowledge.loading import Corpus
from knowledge.when import Deadline

_FIRST_NUMBER = 100_000
_DAYS = 540


def grown(corpus: Corpus, tasks: int, seed: int = 57) -> Corpus:
    """Return `corpus` with made-up tasks added to its directives until it has `tasks`."""
    random = Random(seed)
    real = list(corpus.tasks)
    made = list(_made(real, max(0, tasks - len(real)), random))
    folders = tuple(
        replace(folder, tasks=(*folder.tasks, *(t for t in made if t.directive == folder.directive.id)))
        for folder in corpus.folders
    )
    words = list(corpus.everyday.values())
    return replace(corpus, folders=folders, everyday=corpus.everyday | {t.id: random.choice(words) for t in made})


def _made(real: list[Task], count: int, random: Random) -> Iterator[Task]:
    for number in range(_FIRST_NUMBER, _FIRST_NUMBER + count):
        one, other, third = random.choice(real), random.choice(real), random.choice(real)
        yield replace(
            one,
            id=f"{one.directive}-{number}",
            path=f"PLII.{number}",
            order=number,
            title=f"{_half(one.title, 0)} {_half(other.title, 1)}",
            quote=f"{_half(other.quote, 0)} {_half(third.quote, 1)}",
            leads=third.leads,
            coordinators=other.coordinators,
            deadline=_moved(other.deadline, random),
            parent="",
            related=(),
        )


def _half(text: str, which: int) -> str:
    words = text.split()
    return " ".join(words[len(words) // 2 :] if which else words[: -(-len(words) // 2)])


def _moved(deadline: Deadline, random: Random) -> Deadline:
    """Return `deadline` on another day, where it has one."""
    if deadline.last is None:
        return deadline
    days = timedelta(days=random.randint(-_DAYS, _DAYS))
    first = deadline.first + days if deadline.first else None
    return replace(deadline, first=first, last=deadline.last + days)
