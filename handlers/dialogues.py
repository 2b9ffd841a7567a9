"""Dialogues of several steps, as tables: each step asks, and takes what is typed or pressed. Answers are stored.

A dialogue says where one is ("1/3"), can be left at any step or put aside by asking something else, goes on after a
restart of the bot, and is forgotten after a day. `handlers.talking` holds the table of all dialogues.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from telegram import Bot

from handlers import actions
from handlers.actions import Action
from handlers.services import Services
from handlers.views.reply import Button, Reply, bold
from handlers.views.wording import people_words
from handlers.views.wording.people import PeopleWords
from knowledge.people import Person, Right
from knowledge.store import StoredDialogue


class AgainError(Exception):
    """What was typed is not taken yet; `reply` says why, or offers what may be meant.

    Raised at the end, it says why the matter cannot be done as it stands: the last step is asked again.
    """

    def __init__(self, reply: Reply) -> None:
        """Keep what is shown instead of the next step."""
        super().__init__(reply.text)
        self.reply = reply


class OverError(Exception):
    """At its end a matter turns out to be settled otherwise, or not one's own; `reply` says so; the dialogue ends."""

    def __init__(self, reply: Reply) -> None:
        """Keep what is shown."""
        super().__init__(reply.text)
        self.reply = reply


class BackError(Exception):
    """An answer given before is to be given anew: that of the step with this key."""

    def __init__(self, key: str) -> None:
        """Keep which step is asked again."""
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Talk:
    """One turn of a dialogue: who speaks, where, and what was answered so far (`values`, kept between the turns)."""

    service: Services
    bot: Bot
    person: Person
    chat: int
    number: int
    step: int
    values: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> PeopleWords:
        """The words of the person's language."""
        return people_words(self.person.language)

    def choice(self, label: str, value: str) -> Button:
        """Return a button that answers this step with `value` (at most 40 bytes)."""
        return Button(label, Action(actions.CHOOSE, f"{self.number}.{self.step}.{value}").encode())


Ask = Callable[[Talk], Reply]
Take = Callable[[Talk, str], str]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing asked. `take` turns typed text, `choose` a pressed value into what is kept under `key`.

    Both raise AgainError where that does not do yet, BackError to ask an earlier step anew; `choose` raises KeyError
    for what was never offered. Where `prose` is expected (a reason, a description), only a question mark makes a
    question of what is typed; where `code` is, a task's code is the answer. A step that is not `numbered` is left out
    of the count ("1/3"). Where `any_words` are right (a question to somebody), whatever is typed is the answer.
    """

    key: str
    ask: Ask
    take: Take
    choose: Take
    prose: bool = False
    code: bool = False
    numbered: bool = True
    any_words: bool = False


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Steps in order, and what is done with the answers. `right` is asked at every turn, as of a command.

    When it is left, `left` clears away what nobody wants any more; what it returns is shown in place of a farewell.
    A `lasting` one, in which something is put together, waits while another takes its place.
    """

    name: str
    right: Right | None
    steps: tuple[Step, ...]
    finish: Callable[[Talk], Awaitable[Reply]]
    left: Callable[[Talk], Reply | None] = lambda _: None
    lasting: bool = False


def talk_of(service: Services, bot: Bot, person: Person, dialogue: Dialogue, stored: StoredDialogue) -> Talk:
    """Return where `person` stands: the first step that is not answered."""
    values = dict(stored.values)
    step = next((i for i, each in enumerate(dialogue.steps) if each.key not in values), len(dialogue.steps))
    return Talk(service, bot, person, stored.chat, stored.number, step, values)


def begin(
    service: Services,
    bot: Bot,
    person: Person,
    chat: int,
    dialogue: Dialogue,
    values: Mapping[str, str] | None = None,
) -> Reply:
    """Start a dialogue, in front of the one before, and return its first question. `values` are known already."""
    stored = service.dialogues.begin(
        person.id, chat, dialogue.name, values or {}, service.now(), lasting=dialogue.lasting
    )
    return shown(talk_of(service, bot, person, dialogue, stored), dialogue)


async def begin_with(
    service: Services,
    bot: Bot,
    person: Person,
    dialogue: Dialogue,
    values: Mapping[str, str],
    said: Mapping[str, str],
) -> Reply:
    """Start a dialogue in the private chat with what was `said` already, each text by the step that asks for it."""
    kept = {kept_for(key): text for key, text in said.items() if text}
    stored = service.dialogues.begin(
        person.id, person.id, dialogue.name, {**values, **kept}, service.now(), lasting=dialogue.lasting
    )
    return await _onward(talk_of(service, bot, person, dialogue, stored), dialogue)


def kept_for(key: str) -> str:
    """Return under which key lies what was said before the step with this key asks for it."""
    return f"{key}_said"


async def _onward(talk: Talk, dialogue: Dialogue) -> Reply:
    """Show the present step; what was said for it before is taken as if it were typed now."""
    key = kept_for(dialogue.steps[talk.step].key) if talk.step < len(dialogue.steps) else ""
    said = talk.values.get(key)
    if said is None:
        return await resumed(talk, dialogue)
    return await take_text(_kept(talk, dialogue, _without(talk, key)), dialogue, said)


def shown(talk: Talk, dialogue: Dialogue, reply: Reply | None = None) -> Reply:
    """Return the question of the present step, or `reply` in its place, with where one is and the way out."""
    asked = reply or dialogue.steps[talk.step].ask(talk)
    at = place(talk, dialogue)
    leave = Button(talk.words.leave, Action(actions.LEAVE, str(talk.number)).encode())
    return Reply(f"{bold(at)} · {asked.text}" if at else asked.text, (*asked.rows, (leave,)))


def place(talk: Talk, dialogue: Dialogue) -> str:
    """Return where one is, as "1/3"; "" at a step that is not counted."""
    if talk.step < len(dialogue.steps) and not dialogue.steps[talk.step].numbered:
        return ""
    here = sum(step.numbered for step in dialogue.steps[: talk.step + 1])
    return f"{here}/{sum(step.numbered for step in dialogue.steps)}"


async def resumed(talk: Talk, dialogue: Dialogue) -> Reply:
    """Show the present step again; where all is answered and only the end was missing (a crash), come to the end."""
    if talk.step < len(dialogue.steps):
        return shown(talk, dialogue)
    return await _end(talk, dialogue)


async def take_text(talk: Talk, dialogue: Dialogue, text: str) -> Reply:
    """Take what was typed as the answer to the present step, and return what comes next."""
    if talk.step == len(dialogue.steps):
        return await _end(talk, dialogue)
    return await _answer(talk, dialogue, dialogue.steps[talk.step].take, text)


async def take_choice(talk: Talk, dialogue: Dialogue, step: int, value: str) -> Reply:
    """Take a pressed button; one of an earlier step changes nothing and shows the present one. Raises KeyError."""
    if step != talk.step:
        return await resumed(talk, dialogue)
    return await _answer(talk, dialogue, dialogue.steps[step].choose, value)


async def _answer(talk: Talk, dialogue: Dialogue, take: Take, said: str) -> Reply:
    try:
        value = take(talk, said)
    except AgainError as again:
        return shown(_kept(talk, dialogue, talk.values), dialogue, again.reply)
    except BackError as back:
        return shown(_kept(talk, dialogue, _without(talk, back.key)), dialogue)
    return await _onward(_kept(talk, dialogue, {**talk.values, dialogue.steps[talk.step].key: value}), dialogue)


def _without(talk: Talk, key: str) -> dict[str, str]:
    return {name: value for name, value in talk.values.items() if name != key}


def _kept(talk: Talk, dialogue: Dialogue, values: dict[str, str]) -> Talk:
    """Store what was answered so far, and return where one stands with it."""
    talk.service.dialogues.keep(talk.number, values, talk.service.now())
    stored = StoredDialogue(talk.number, talk.person.id, talk.chat, dialogue.name, values, aside=False)
    return talk_of(talk.service, talk.bot, talk.person, dialogue, stored)


async def _end(talk: Talk, dialogue: Dialogue) -> Reply:
    try:
        reply = await dialogue.finish(talk)
    except AgainError as again:
        last = dialogue.steps[-1]
        before = _kept(talk, dialogue, _without(talk, last.key))
        asked = last.ask(before)
        return shown(before, dialogue, Reply(f"{again.reply.text}\n\n{asked.text}", asked.rows))
    except OverError as over:
        reply = over.reply
    talk.service.dialogues.end(talk.number)  # after what it was for is on disk
    return reply
