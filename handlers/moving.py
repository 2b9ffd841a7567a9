"""From what is on the screen to what a short text makes of it: "việc thứ 3", "trang sau", "gấp nhất", "hạn bao giờ"."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from handlers import actions
from handlers.actions import Action, View
from handlers.given import given_seen
from handlers.lists import looked_at, reading_of, shows_all
from handlers.own import asker_in
from handlers.ready import Asked, asked_by_command
from handlers.services import Services, words_for
from handlers.views.answers import example_rows
from handlers.views.filters import back_to_list, roles
from handlers.views.listed import listed, pages, things
from handlers.views.reply import Button, Reply, esc
from handlers.views.wording import turn_words
from handlers.views.words import Words
from knowledge.answers import Answer, TaskHit, answer
from knowledge.base import KnowledgeBase
from knowledge.conversation import ON_SCREEN
from knowledge.directives import Passage
from knowledge.people import Person
from knowledge.questions import (
    Again,
    Field,
    Intent,
    Move,
    Order,
    Page,
    Place,
    Reading,
    Urgency,
    names_role,
    points_at_one,
)
from knowledge.text import words as words_of

# Who gives a number up to this counts; a larger one may be part of a task's code.
COUNTED = 20
_NOTHING = Reading("", "vi", Intent.NONE)


@dataclass(frozen=True)
class Opened:
    """What is on the screen: a list as it is looked at (`answer` None: none), and the card over it ("": none).

    `on_top`: nothing was asked since. `passages` are those that the last question was answered by, `context` the
    questions before that the list's own leaned on, oldest first.
    """

    question: str = ""
    reading: Reading = _NOTHING
    view: View = field(default_factory=lambda: View(0))
    answer: Answer | None = None
    task: str = ""
    on_top: bool = False
    passages: Sequence[Passage] = ()
    context: tuple[str, ...] = ()

    @property
    def command(self) -> Asked | None:
        """The command that made the list."""
        return asked_by_command(self.question)

    @property
    def tasks(self) -> Sequence[TaskHit]:
        """The tasks of the list that have a number."""
        if self.answer is None:
            return ()
        return listed(self.answer, self.view, whole=shows_all(self.command))

    @property
    def pages(self) -> int:
        """On how many pages the list is shown."""
        return pages(self.answer, self.view, whole=shows_all(self.command)) if self.answer is not None else 0

    @property
    def things(self) -> int:
        """How many things the list has."""
        return things(self.answer, self.view, whole=shows_all(self.command)) if self.answer is not None else 0


@dataclass(frozen=True, slots=True)
class ToTask:
    """The card of a task is wanted, with what was asked of it first."""

    code: str
    focus: str = ""


@dataclass(frozen=True, slots=True)
class ToView:
    """The open list is wanted, looked at so."""

    view: View


@dataclass(frozen=True, slots=True)
class ToBefore:
    """The answer to a question before is wanted again: the last of `questions`, which leaned on the others."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToPassage:
    """The whole of a passage is wanted."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Missing:
    """What was wanted is not there; `code` is the task whose code the number may be part of."""

    move: Move
    code: str = ""


Look = ToTask | ToView | ToPassage | Missing
Step = Look | ToBefore


def opened_in(service: Services, chat: int, person: Person | None) -> Opened:
    """Return what `chat` was shown last."""
    shown = service.asked.shown(chat, service.now() - ON_SCREEN)
    if shown is None:
        return Opened()
    stored = service.asked.recall(shown.question, chat)
    if stored is None:
        return Opened(task=shown.task, on_top=shown.on_top)
    asker = asker_in(service, chat, person)
    reading = reading_of(service, stored, words_for(asker.language), asker)
    view = View.decode(f"{shown.question}.{shown.look}")
    given = given_seen(service, chat, person)
    command = asked_by_command(stored.question)
    found = looked_at(reading, view, command, service.base, service.today(), service.record.book(), given)
    return Opened(stored.question, reading, view, found, shown.task, shown.on_top, context=stored.context)


def passages_answered(service: Services, chat: int, person: Person | None) -> Sequence[Passage]:
    """Return the passages that the last question of `chat` was answered by, the best first."""
    stored = service.asked.latest(chat, service.now() - ON_SCREEN)
    if stored is None:
        return ()
    asker = asker_in(service, chat, person)
    reading = reading_of(service, stored, words_for(asker.language), asker)
    return answer(reading, service.base, service.today(), service.record.book()).passages


def step_of(move: Move, text: str, opened: Opened, base: KnowledgeBase, today: date) -> Step | None:
    """Return where `move` leads from what is on the screen; None where `text` is rather a question of its own."""
    match move:
        case Page():
            return _turned(move, opened)
        case Place():
            return _placed(move, text, opened, base, today)
        case Urgency():
            return ToView(replace(opened.view.at(1), urgency=move, which=False)) if opened.tasks else None
        case Again():
            return _again(move, opened)
        case Order():
            latest = replace(opened.view.at(1), latest=move.latest, urgency=None, which=False)
            return ToView(latest) if opened.tasks else Missing(move)
        case Field.QUOTE if opened.passages:
            return ToPassage(opened.passages[0])
        case Field():
            return _asked_of(move, text, opened, base, today)


def _again(move: Again, opened: Opened) -> Step:
    card = opened.task and not move.listed and (opened.on_top or opened.answer is None)
    if card:
        return ToTask(opened.task)
    if opened.answer is None:
        return Missing(move)
    if move.before and opened.on_top and not opened.task and opened.context:
        return ToBefore(opened.context)
    return ToView(replace(opened.view, urgency=None, which=False))


def _turned(move: Page, opened: Opened) -> Step:
    if opened.answer is None:
        return Missing(move)
    if move.steps < 0 and (opened.task or not opened.on_top):
        return ToView(opened.view)  # from the card, or from what was asked since, back to the list
    if opened.view.urgency is not None and move.steps and opened.pages == 1:
        return ToView(replace(opened.view, urgency=None, page=1))  # what is not the most urgent
    number = opened.view.page + move.steps if move.steps else move.number
    if move.beyond and number < 1 and opened.context:
        return ToBefore(opened.context)
    if number == -1:
        number = opened.pages
    return ToView(opened.view.at(number)) if 1 <= number <= opened.pages else Missing(move)


def _placed(move: Place, text: str, opened: Opened, base: KnowledgeBase, today: date) -> Step | None:
    codes = [hit.task.id for hit in opened.tasks]
    number = len(codes) if move.number == -1 else move.number
    if move.steps:
        if not (opened.on_top and opened.task in codes):
            return _turned(Page(steps=move.steps), opened)  # from the list itself, what comes next is its next page
        number = codes.index(opened.task) + 1 + move.steps
        move = Place(number) if number else move
    if 1 <= number <= len(codes):
        return ToTask(codes[number - 1])
    coded = base.read(text, today).code if number > COUNTED else ""
    if coded and not codes:
        return None
    return Missing(move, base.store.task(coded).id if coded else "")


_OF_A_ROW = (Field.LEADS, Field.DEADLINE)


def _asked_of(move: Field, text: str, opened: Opened, base: KnowledgeBase, today: date) -> Step | None:
    """A field is asked for: of the card that is open, of the only task of a list; of several, it is asked of which."""
    reading = base.read(text, today)
    named = reading.agencies or reading.directives or reading.period or reading.code
    if named or (reading.states and move is not Field.STATUS):
        return None
    if opened.on_top and opened.task:
        return ToTask(opened.task, move)
    if (
        opened.on_top
        and opened.answer
        and move in _OF_A_ROW
        and len({row.name for row in opened.answer.indicators}) == 1
    ):
        return None  # an indicator answered: its row says who
    count = len(opened.tasks) if opened.on_top else 0
    by_topic = bool(opened.reading.topic) and points_at_one(text)
    other_tasks = names_role(text, move) and opened.reading.intent is Intent.LIST and bool(opened.reading.agencies)
    one = count == 1 and not other_tasks
    if one or (count and (by_topic or opened.reading.intent is Intent.TASK)):  # the best guess stands first
        return ToTask(opened.tasks[0].task.id, move)
    if names_role(text, move):
        return None
    if count:
        return ToView(replace(opened.view, which=True))
    itself = words_of(reading.topic) == words_of(text) and move is not Field.QUOTE
    return None if itself else Missing(move)


def missing(step: Missing, opened: Opened, words: Words) -> Reply:
    """Say in a sentence what is not there, with the next step."""
    said = turn_words(words.language)
    move = step.move
    if isinstance(move, Field):
        return Reply(said.no_task)
    if opened.answer is None:
        text = said.no_list_page if isinstance(move, Page | Again | Order) else said.no_list_place
        return Reply(esc(text), example_rows(words))
    back = ((back_to_list(words, opened.view),),)
    if isinstance(move, Place | Order) and not opened.tasks:
        return Reply(esc(said.no_tasks_in_list), back)
    if isinstance(move, Place) and move.number < 1:
        return Reply(esc(said.first_of_list), back)
    if isinstance(move, Place):
        coded = ((Button(step.code, Action(actions.SHOW_TASK, step.code).encode()),),) if step.code else ()
        return Reply(esc(said.no_such_place(len(opened.tasks), move.number)), (*coded, *back))
    if isinstance(move, Page) and move.steps > 0:
        lines, more = [esc(said.last_page(opened.things))], tuple(roles(opened.answer, words, opened.view.at(1)))
        if opened.answer.via_group and opened.answer.own and not opened.view.groups:
            who = ", ".join(ask.name for ask in opened.answer.reading.agencies)
            lines.append(esc(words.via_group(len(opened.answer.via_group), who)))
        return Reply("\n".join(lines), (more, *back) if more else back)
    if isinstance(move, Page) and move.steps < 0:
        return Reply(esc(said.first_page), back)
    return Reply(esc(said.no_such_page(opened.pages)), back)
