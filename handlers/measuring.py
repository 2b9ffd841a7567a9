"""The agency in charge records what an indicator or a database has come to, with day and source; all of it is kept."""

import re
from dataclasses import replace
from datetime import date

from telegram import CallbackQuery

from handlers.actions import Action, View
from handlers.composing import keep, nothing_to_press, open_dialogue, options_step, sure_step
from handlers.dialogues import AgainError, Dialogue, Step, Talk
from handlers.services import Services, words_for
from handlers.views import measuring as views
from handlers.views.measuring import Measured
from handlers.views.reply import Reply, bold, esc
from handlers.views.wording import measuring_words
from handlers.views.wording.measuring import MeasuringWords
from handlers.views.words import Words, day
from knowledge.people import Person, Right, may
from knowledge.record import Measured as Change
from knowledge.record import MeasuredKind
from knowledge.reporting.documents import find_links, find_numbers
from knowledge.when import parse_period

_MOST_TYPED = 200
_TODAY = "today"
_NUMBER = re.compile(r"[-+]?\d[\d.,]*", re.ASCII)
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-+]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?", re.ASCII)
_OF_TOTAL = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})", re.ASCII)


def read_value(text: str) -> str | None:
    """Return the number in `text` with a point before its decimals: "35,5 %" is "35.5", "1.200" is "1200".

    None where there is none, or several.
    """
    found = [each.rstrip(".,") for each in _NUMBER.findall(text)]
    if len(found) != 1:
        return None
    number = found[0]
    if _THOUSANDS.fullmatch(number):
        thousands = "." if "." in number and ("," not in number or number.index(".") < number.index(",")) else ","
        number = number.replace(thousands, "")
    number = number.replace(",", ".").lstrip("+")
    return number if number.count(".") <= 1 else None


def _words(talk: Talk) -> MeasuringWords:
    return measuring_words(talk.person.language)


# ── seeing ──────────────────────────────────────────────────────────────────────────────────────────


def measured(service: Services, subject: str) -> Measured:
    """Return the indicator or database that a button names. Raises KeyError."""
    return _found(service, subject, words_for("vi"))[0]


def _found(service: Services, subject: str, words: Words) -> tuple[Measured, list[str]]:
    """Return an indicator or database with what the directive says of it, HTML. Raises KeyError."""
    store, directives = service.base.store, service.base.directives
    for row in store.indicators():
        if views.of_indicator(row).subject == subject:
            return views.of_indicator(row), views.indicator_facts(row, directives["71"], words)
    for database in store.databases():
        if views.of_database(database).subject == subject:
            return views.of_database(database), views.database_facts(database, directives["329"], words)
    raise KeyError(subject)


def card(service: Services, subject: str, words: Words, view: View | None, person: Person | None) -> Reply:
    """Return the card of an indicator or database with its history. Raises KeyError."""
    one, facts = _found(service, subject, words)
    values = service.record.state.measurements(one.kind, one.code)
    return views.card(one, facts, values, words, view, measuring=bool(_measures_for(person, one)))


def _measures_for(person: Person | None, one: Measured) -> tuple[str, ...]:
    """Return the agencies in charge for which `person` may record a value."""
    return tuple(agency for agency in one.agencies if may(person, Right.REPORT, agency))


async def press_show(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show an indicator or database with its history. Raises KeyError."""
    person = service.people.find(query.from_user.id)
    await service.outgoing.edit(query, card(service, action.subject, words, action.view, person))


async def press_measure(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Ghi số đo]: begin to record a value. Raises KeyError."""
    person, one = service.people.find(query.from_user.id), measured(service, action.subject)
    if person is None:
        return
    mine = _measures_for(person, one)
    if not mine:
        words = measuring_words(person.language)
        await service.outgoing.below(query, Reply(esc(words.not_yours("; ".join(one.agencies)))))
        return
    values = {"what": one.subject, **({"agency": mine[0]} if len(mine) == 1 else {})}
    await open_dialogue(query, service, person, MEASURE, values)


# ── recording ───────────────────────────────────────────────────────────────────────────────────────


def _one(talk: Talk) -> Measured:
    return measured(talk.service, talk.values["what"])


def _agency_step() -> Step:
    def options(talk: Talk) -> dict[str, str]:
        return {str(place): name for place, name in enumerate(_measures_for(talk.person, _one(talk)))}

    step = options_step("agency", lambda talk: esc(_words(talk).which_agency), options, numbered=False)
    return replace(
        step,
        choose=lambda talk, value: options(talk)[step.choose(talk, value)],
        take=lambda talk, text: options(talk)[step.take(talk, text)],
    )


def _value_step() -> Step:
    def ask(talk: Talk) -> str:
        one, words = _one(talk), _words(talk)
        asked = (
            words.ask_criteria(one.total or 0) if one.kind is MeasuredKind.DATABASE else words.ask_value(esc(one.unit))
        )
        return f"{one.line}\n\n{asked}"

    def take(talk: Talk, text: str) -> str:
        one, words = _one(talk), _words(talk)
        typed = text[:_MOST_TYPED]
        if one.kind is MeasuredKind.DATABASE:
            of_total = _OF_TOTAL.search(typed)
            value = of_total[1] if of_total and of_total[2] == str(one.total) else read_value(typed)
            if value is None or not value.isdigit() or (one.total is not None and int(value) > one.total):
                raise AgainError(Reply(f"{esc(words.criteria_odd(one.total or 0))}\n\n{ask(talk)}"))
            return str(int(value))
        value = read_value(typed)
        if value is None:
            raise AgainError(Reply(f"{esc(words.value_odd)}\n\n{ask(talk)}"))
        return value

    return Step("value", lambda talk: Reply(ask(talk)), take, nothing_to_press, code=True)


def _day_step() -> Step:
    def asked(talk: Talk, before: str = "") -> Reply:
        words = _words(talk)
        return Reply(f"{before}{words.ask_day}", ((talk.choice(words.today, _TODAY),),))

    def take(talk: Talk, text: str) -> str:
        words, today = _words(talk), talk.service.today()
        read = parse_period(text[:_MOST_TYPED], today)
        if read is None or read.last is None or read.first != read.last:
            raise AgainError(asked(talk, f"{esc(words.day_odd)}\n\n"))
        if read.last > today:
            raise AgainError(asked(talk, f"{esc(words.day_ahead(day(read.last)))}\n\n"))
        return read.last.isoformat()

    def choose(talk: Talk, value: str) -> str:
        if value != _TODAY:
            raise KeyError(value)
        return talk.service.today().isoformat()

    return Step("on", asked, take, choose)


def _source_step() -> Step:
    def take(talk: Talk, text: str) -> str:
        typed = " ".join(text.split())[:_MOST_TYPED]
        if not find_numbers(typed) and not any(find_links(typed)):
            words = _words(talk)
            raise AgainError(Reply(f"{esc(words.source_odd)}\n\n{words.ask_source}"))
        return typed

    return Step("source", lambda talk: Reply(_words(talk).ask_source), take, nothing_to_press, prose=True, code=True)


def _summary(talk: Talk) -> dict[str, str]:
    words, values, one = _words(talk), talk.values, _one(talk)
    return {
        words.of: f"{one.line} · {esc(values['agency'])}",
        words.value: bold(views.value_told(values["value"], one, words_for(talk.person.language))),
        words.day: day(date.fromisoformat(values["on"])),
        words.source: esc(values["source"]),
    }


def _changeable(talk: Talk) -> dict[str, str]:
    words = _words(talk)
    return {"value": words.value, "on": words.day, "source": words.source}


async def _record(talk: Talk) -> Reply:
    service, values, one = talk.service, talk.values, _one(talk)
    on = date.fromisoformat(values["on"])
    keep(talk, Change(one.kind, one.code, values["agency"], values["value"], on, values["source"]))
    shown = card(service, one.subject, words_for(talk.person.language), None, talk.person)
    return Reply(f"{esc(_words(talk).recorded(views.clock(service.now())))}\n\n{shown.text}", shown.rows)


MEASURE = Dialogue(
    "measure",
    Right.REPORT,
    (_agency_step(), _value_step(), _day_step(), _source_step(), sure_step(_summary, _changeable)),
    _record,
    lasting=True,
)
