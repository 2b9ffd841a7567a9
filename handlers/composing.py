"""Steps of dialogues in which something is put together, and its end: looked over, sent, recorded once.

What stands against a change and can be mended is asked again, with nothing lost; else the dialogue ends and says why.
"""

from collections.abc import Callable, Mapping

from telegram import CallbackQuery

from handlers.dialogues import AgainError, BackError, Dialogue, OverError, Step, Talk, begin, kept_for
from handlers.services import Services
from handlers.views import composing as views
from handlers.views.reply import Button, Reply, esc
from handlers.views.wording import composing_words
from handlers.views.wording.composing import ComposingWords
from knowledge.errors import DondocError, UnknownAgencyError, UnknownTaskError
from knowledge.people import Person
from knowledge.record import Change, Refusal, RefusedError, StoreBusyError, StoreFullError
from knowledge.store import Receipt

SURE = "sure"
MOST_SAID = 1500
_LEAST_WORDS = 3
_MENDED = frozenset(
    {
        Refusal.REASON_MISSING,
        Refusal.WORDS_MISSING,
        Refusal.EXTENSION_FAULTS,
        Refusal.NOT_LATER,
        Refusal.LATER_THAN_PARENT,
        Refusal.NOBODY_LEADS,
        Refusal.TITLE_MISSING,
        Refusal.VALUE,
        Refusal.SOURCE_MISSING,
        Refusal.MEASURED_IN_FUTURE,
    }
)


def words_of(talk: Talk) -> ComposingWords:
    """Return the words of the person's language."""
    return composing_words(talk.person.language)


async def open_dialogue(
    query: CallbackQuery, service: Services, person: Person, dialogue: Dialogue, values: Mapping[str, str]
) -> None:
    """Begin a dialogue below the pressed button's message; from a group, in the private chat."""
    reply = begin(service, query.get_bot(), person, person.id, dialogue, values)
    if query.message is not None and query.message.chat.id == person.id:
        await service.outgoing.below(query, reply)
    else:
        await service.outgoing.tell(query.get_bot(), person.id, reply)


def keep(talk: Talk, change: Change) -> Receipt:
    """Record what a dialogue put together, once however often its end comes.

    Raises AgainError with what can be mended (or tried again), OverError with what cannot.
    """
    service = talk.service
    try:
        return service.record.record(change, service.actor(talk.person), service.now(), f"dialogue:{talk.number}")
    except (RefusedError, StoreBusyError, StoreFullError, UnknownTaskError, UnknownAgencyError) as error:
        reply = Reply(f"⚠️ {esc(views.refusal(error, talk.person.language))}")
        raise (AgainError(reply) if _is_mended(error) else OverError(reply)) from error


def _is_mended(error: DondocError) -> bool:
    return (
        error.why in _MENDED if isinstance(error, RefusedError) else isinstance(error, StoreBusyError | StoreFullError)
    )


# ── steps ───────────────────────────────────────────────────────────────────────────────────────────


def nothing_to_press(_: Talk, value: str) -> str:
    """Refuse a button where none is offered."""
    raise KeyError(value)


def prose_step(
    key: str,
    ask: Callable[[Talk], str],
    fault: Callable[[Talk, str], str] | None = None,
    *,
    numbered: bool = True,
    any_words: bool = False,
) -> Step:
    """Return the step that asks (HTML) for a sentence or more; `fault` says what is wrong with it ("" for nothing).

    With `any_words` a question is an answer too.
    """

    def take(talk: Talk, text: str) -> str:
        said = text.strip()
        wrong = _length_fault(talk, said) or (fault(talk, said) if fault else too_short(talk, said))
        if wrong:
            raise AgainError(Reply(f"{esc(wrong)}\n\n{ask(talk)}"))
        return said

    return Step(
        key, lambda talk: Reply(ask(talk)), take, nothing_to_press, prose=True, numbered=numbered, any_words=any_words
    )


def _length_fault(talk: Talk, text: str) -> str:
    return words_of(talk).too_long(MOST_SAID) if len(text) > MOST_SAID else ""


def too_short(talk: Talk, text: str) -> str:
    """Say that a text of a word or two is too short, "" of a longer one."""
    return words_of(talk).too_short if len(text.split()) < _LEAST_WORDS else ""


def options_step(
    key: str,
    ask: Callable[[Talk], str],
    options: Callable[[Talk], Mapping[str, str]],
    *,
    numbered: bool = True,
    keeps: str = "",
) -> Step:
    """Return the step that asks (HTML) for one of `options`, labels by value; a label may be typed too.

    A sentence typed instead is kept for the later step with the key `keeps`.
    """

    def asked(talk: Talk, before: str = "") -> Reply:
        rows = tuple((talk.choice(label, value),) for value, label in options(talk).items())
        return Reply(f"{before}{ask(talk)}", rows)

    def take(talk: Talk, text: str) -> str:
        typed = text.strip().casefold()
        named = [value for value, label in options(talk).items() if label.casefold() == typed]
        if named:
            return named[0]
        told = words_of(talk).by_button
        if keeps and not too_short(talk, text):
            talk.values[kept_for(keeps)] = text.strip()
            told = words_of(talk).kept_for_later
        raise AgainError(asked(talk, f"{esc(told)}\n\n"))

    def choose(talk: Talk, value: str) -> str:
        if value not in options(talk):
            raise KeyError(value)
        return value

    return Step(key, asked, take, choose, numbered=numbered)


def sure_step(lines: Callable[[Talk], Mapping[str, str]], parts: Callable[[Talk], Mapping[str, str]]) -> Step:
    """Return the last step: the summary (`lines`: plain label, HTML), to be sent or changed.

    `parts` are the labels of the steps that can be answered anew, by their keys.
    """

    def ask(talk: Talk) -> Reply:
        words = words_of(talk)
        rows = ((talk.choice(words.send, "send"), talk.choice(words.change, "change")),)
        return Reply(views.summary(lines(talk), talk.person.language), rows)

    def take(talk: Talk, text: str) -> str:
        if text.strip().casefold() == words_of(talk).send.casefold():
            return "send"
        again = ask(talk)
        raise AgainError(Reply(f"{esc(words_of(talk).by_button)}\n\n{again.text}", again.rows))

    def choose(talk: Talk, value: str) -> str:
        if value == "send":
            return value
        if value == "back":
            raise AgainError(ask(talk))
        words, offered = words_of(talk), parts(talk)
        if value == "change":
            rows: tuple[tuple[Button, ...], ...] = tuple(
                (talk.choice(label, f"fix.{key}"),) for key, label in offered.items()
            )
            raise AgainError(
                Reply(f"{ask(talk).text}\n\n{esc(words.which_change)}", (*rows, (talk.choice(words.back, "back"),)))
            )
        key = value.removeprefix("fix.")
        if key not in offered:
            raise KeyError(value)
        raise BackError(key)

    return Step(SURE, ask, take, choose, numbered=False)
