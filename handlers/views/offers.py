"""What inline mode offers: a task as a line to choose, and the card that is inserted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from handlers.views.assigning import as_task
from handlers.views.cards import task_card
from handlers.views.lines import deadline_words, hit_mark, outcome
from handlers.views.places import given_source
from handlers.views.reply import Reply, shorten
from handlers.views.standing import standing_lines
from handlers.views.words import Words
from knowledge.agencies import Registry
from knowledge.answers import TaskHit
from knowledge.directives import Directive
from knowledge.record import StatusBook, duty

_TITLE = 100
_LEADS = 60


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to insert into any chat: a unique `key`, a title and a description to choose by, and the message."""

    key: str
    title: str
    description: str
    reply: Reply


def offer(
    hit: TaskHit,
    registry: Registry,
    directives: Mapping[str, Directive],
    words: Words,
    today: date,
    book: StatusBook,
) -> Offer:
    """Return a task as an offer; the inserted card says source, day and how it stands, and needs no button."""
    task = as_task(hit.given, words) if hit.given is not None else hit.task
    leads = shorten(", ".join(registry.short(name) for name in task.leads) or words.none_named, _LEADS)
    standing = outcome(hit, words, today)
    told = " · ".join(part for part in (leads, deadline_words(task.deadline, words), standing) if part)
    return Offer(
        task.id,
        shorten(f"{task.id} {task.title}", _TITLE),
        f"{hit_mark(hit, today)} {told}",
        task_card(
            replace(hit, task=task),
            given_source(hit.given, words) if hit.given is not None else directives[task.directive],
            words,
            today,
            standing=standing_lines(duty(task, registry), book, (), registry, words, today),
        ),
    )
