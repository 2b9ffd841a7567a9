"""The tasks made ready for matching: what their title, their text and other people's words for them hold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.base import KnowledgeBase
from knowledge.codes import code_key
from knowledge.directives import Task
from knowledge.reporting.documents import find_numbers
from knowledge.search import TermWeights
from knowledge.search.terms import pairs, syllables

Terms = frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A task with the terms (folded syllables and pairs) of its title and of each of other people's phrases for it.

    `leads`, `coordinators` are the agencies it names, `through_groups` those that have it only through a group.
    """

    task: Task
    title: Terms
    phrases: tuple[Terms, ...]
    product: str
    leads: frozenset[str]
    coordinators: frozenset[str]
    through_groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class TaskIndex:
    """Every task, and for each term the places in `entries` of the tasks that hold it in their text, or in any words.

    `numbers` are the keys of the documents that the directives speak of.
    """

    entries: tuple[Entry, ...]
    by_code: Mapping[str, int]
    own: Mapping[str, tuple[int, ...]]
    everyday: Mapping[str, tuple[int, ...]]
    own_weights: TermWeights
    everyday_weights: TermWeights
    numbers: frozenset[str]

    def shares(self, weights: Mapping[str, float], postings: Mapping[str, tuple[int, ...]]) -> list[float]:
        """Return for each task how much of what `weights` say it holds, 0 to 1."""
        held = [0.0] * len(self.entries)
        for term, weight in weights.items():
            for place in postings.get(term, ()):
                held[place] += weight
        total = sum(weights.values()) or 1.0
        return [value / total for value in held]


def terms_of(text: str) -> Terms:
    """Return the folded syllables of `text` and the pairs of neighbours."""
    return frozenset((*syllables(text).split(), *pairs(text).split()))


@lru_cache(maxsize=2)
def task_index(base: KnowledgeBase) -> TaskIndex:
    """Return the index of the tasks of `base`, made once."""
    return _index(base.store.in_reading_order(), base, base.everyday)


def given_index(tasks: Sequence[Task], base: KnowledgeBase) -> TaskIndex:
    """Return the index of tasks given from chat: nobody has other words for them yet than their titles."""
    return _index(tasks, base, {task.id: task.title for task in tasks})


def _index(tasks: Sequence[Task], base: KnowledgeBase, other_words: Mapping[str, str]) -> TaskIndex:
    entries = tuple(_entry(task, base, other_words.get(task.id, "")) for task in tasks)
    own = [terms_of(f"{t.title} {t.quote} {t.output}") for t in tasks]
    everyday = [terms | frozenset().union(*entry.phrases) for terms, entry in zip(own, entries, strict=True)]
    return TaskIndex(
        entries,
        {code_key(task.id): place for place, task in enumerate(tasks)},
        _postings(own),
        _postings(everyday),
        base.weights,
        base.everyday_weights,
        _numbers(base),
    )


@lru_cache(maxsize=2)
def _numbers(base: KnowledgeBase) -> frozenset[str]:
    return frozenset(number for text in base.store.texts() for number in find_numbers(text))


def _entry(task: Task, base: KnowledgeBase, other_words: str) -> Entry:
    groups = base.registry.groups
    members = (
        member
        for name in (*task.leads, *task.coordinators)
        if name in groups
        for member in (*groups[name].members, *base.registry.within(name))
    )
    phrases = other_words.split(";")
    return Entry(
        task,
        terms_of(task.title),
        tuple(terms_of(phrase) for phrase in phrases if phrase.strip()),
        f" {syllables(f'{task.title} {task.output}')} ",
        frozenset(task.leads),
        frozenset(task.coordinators),
        frozenset(members),
    )


def _postings(held: Iterable[Terms]) -> dict[str, tuple[int, ...]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, terms in enumerate(held):
        for term in terms:
            places[term].append(place)
    return {term: tuple(found) for term, found in places.items()}
