"""The next steps under a task card: one table, each with the right it asks for. What is not allowed is not offered."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers import actions
from handlers.actions import Action, View
from handlers.views.filters import Row
from handlers.views.reply import Button
from handlers.views.wording import (
    assigning_words,
    extension_words,
    finding_words,
    proposal_words,
    reporting_words,
)
from handlers.views.words import Words
from knowledge.agencies import Registry
from knowledge.directives import Task
from knowledge.people import Person, Right, may


@dataclass(frozen=True, slots=True)
class Card:
    """A task card as it is shown: the task's parts, the list it was opened from (None: none), the wording.

    Of a task that units lead, `owner` is their agency; `given`: the reader gave it from chat; `recalled`: it was taken
    back.
    """

    task: Task
    children: int
    view: View | None
    words: Words
    owner: str = ""
    given: bool = False
    recalled: bool = False

    def button(self, label: str, verb: str) -> Button:
        """Return a button that sends `verb` for this task, and knows the way back."""
        return Button(label, Action(verb, self.task.id, self.view).encode())


@dataclass(frozen=True, slots=True)
class CardStep:
    """A step: its place among the rows, the right it asks for, and its button where it makes sense."""

    row: int
    right: Right
    button: Callable[[Card], Button | None]


def _copy(card: Card) -> Button:
    return Button(card.words.copy_code, copy=card.task.id)


def _share(card: Card) -> Button:
    return Button(finding_words(card.words.language).share, share=card.task.id)


def _passage(card: Card) -> Button | None:
    return card.button(card.words.whole_passage, actions.SHOW_PASSAGE) if card.task.directive else None


def _parts(card: Card) -> Button | None:
    return card.button(card.words.parts_button(card.children), actions.SHOW_PARTS) if card.children else None


def _related(card: Card) -> Button | None:
    return card.button(card.words.related_button, actions.SHOW_RELATED) if card.task.related else None


def _report(card: Card) -> Button:
    return card.button(reporting_words(card.words.language).report, actions.REPORT_TASK)


def _extend(card: Card) -> Button | None:
    if card.task.deadline.last is None:
        return None
    return card.button(extension_words(card.words.language).ask, actions.EXTEND)


def _obstacle(card: Card) -> Button:
    return card.button(proposal_words(card.words.language).obstacle, actions.PROPOSE)


def _hand_down(card: Card) -> Button:
    return card.button(assigning_words(card.words.language).hand_down, actions.HAND_DOWN)


def _recall(card: Card) -> Button | None:
    return card.button(assigning_words(card.words.language).recall, actions.RECALL_TASK) if card.given else None


def _history(card: Card) -> Button:
    return card.button(reporting_words(card.words.language).history, actions.HISTORY)


def _parent(card: Card) -> Button | None:
    if not card.task.parent:
        return None
    return Button(
        f"{card.words.part_of} {card.task.parent}", Action(actions.SHOW_TASK, card.task.parent, card.view).encode()
    )


def _back(card: Card) -> Button | None:
    if card.view is None or not card.view.question:
        return None
    return Button(card.words.back_to_list, Action(actions.SHOW_LIST, "", card.view).encode())


CARD_STEPS: tuple[CardStep, ...] = (
    CardStep(0, Right.REPORT, _report),
    CardStep(0, Right.REPORT, _extend),
    CardStep(0, Right.ASK, _history),
    CardStep(1, Right.ASK, _obstacle),
    CardStep(1, Right.HAND_DOWN, _hand_down),
    CardStep(1, Right.ASK, _recall),
    CardStep(2, Right.ASK, _copy),
    CardStep(2, Right.ASK, _share),
    CardStep(2, Right.ASK, _passage),
    CardStep(3, Right.ASK, _parts),
    CardStep(3, Right.ASK, _related),
    CardStep(3, Right.ASK, _parent),
    CardStep(4, Right.ASK, _back),
)


def responsible(task: Task, registry: Registry) -> frozenset[str]:
    """Return the agencies and groups that `task` is given to, the members of its groups among them."""
    names = set(task.leads)
    for name in task.leads:
        if name in registry.groups:
            inner = (name, *registry.within(name))
            names.update(inner, *(registry.groups[each].members for each in inner))
    return frozenset(names)


def card_rows(card: Card, person: Person | None, registry: Registry) -> tuple[Row, ...]:
    """Return the rows of steps that `person` may take."""
    given = frozenset({card.owner}) if card.owner else responsible(card.task, registry)
    agencies = given & frozenset(person.agencies if person else ())
    rows: dict[int, list[Button]] = {}
    for step in CARD_STEPS:
        if card.recalled and step.button not in (_history, _back):
            continue
        if not any(may(person, step.right, agency) for agency in ("", *agencies)):
            continue
        button = step.button(card)
        if button is not None:
            rows.setdefault(step.row, []).append(button)
    return tuple(tuple(rows[place]) for place in sorted(rows))
