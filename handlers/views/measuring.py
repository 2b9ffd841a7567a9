"""Indicators and databases with what was measured: beside the directive's figure, never in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers import actions
from handlers.actions import Action, View
from handlers.views.filters import Row, list_button
from handlers.views.places import source
from handlers.views.reply import Button, Reply, bold, code, esc, italic, shorten
from handlers.views.wording import measuring_words
from handlers.views.words import Words, day
from knowledge.directives import Directive, Indicator, TrackedDatabase
from knowledge.record import MeasuredKind, Measurement

PAGE = 10
_SOURCE = 120
_RANK = "Thứ bậc"


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured: an indicator or a database, with whose values it takes."""

    kind: MeasuredKind
    code: str
    name: str
    agencies: tuple[str, ...]
    unit: str = ""
    total: int | None = None

    @property
    def line(self) -> str:
        """Its code and name as HTML."""
        return f"{code(self.code)} {bold(self.name)}"

    @property
    def subject(self) -> str:
        """What stands for it in a button."""
        return f"{'i' if self.kind is MeasuredKind.INDICATOR else 'd'}{self.code}"


def of_indicator(row: Indicator) -> Measured:
    """Return an indicator as something to measure."""
    unit = "" if row.unit == _RANK else row.unit
    return Measured(MeasuredKind.INDICATOR, row.code, row.name, row.agencies, unit)


def of_database(row: TrackedDatabase) -> Measured:
    """Return a database as something to measure; its code is its list and number, "2.14"."""
    return Measured(MeasuredKind.DATABASE, f"{row.list}.{row.number}", row.name, (row.agency,), total=row.total)


def value_told(value: str, one: Measured, words: Words) -> str:
    """Return a value as people write it there: "35,5 %", "12/19", plain text."""
    if one.kind is MeasuredKind.DATABASE:
        said = measuring_words(words.language)
        return f"{value}/{one.total} {said.criteria}" if one.total else f"{value} {said.criteria}"
    number = value.replace(".", ",") if words.language == "vi" else value
    return f"{number} {one.unit}".strip()


def latest_line(values: Sequence[Measurement], one: Measured, words: Words) -> str:
    """Return the value that stands, with its day, HTML; "" where nothing was measured."""
    if not values:
        return ""
    last = values[-1]
    return measuring_words(words.language).measured(esc(value_told(last.value, one, words)), day(last.on))


def card(
    one: Measured,
    facts: Sequence[str],
    values: Sequence[Measurement],
    words: Words,
    view: View | None,
    *,
    measuring: bool,
) -> Reply:
    """Return an indicator or database: what the directive says (`facts`, HTML), and the values, the latest first."""
    said = measuring_words(words.language)
    lines = [one.line, *facts, ""]
    if values:
        lines.append(latest_line(values, one, words))
        lines.append(f"\n{bold(said.history(len(values)))}")
        for each in reversed(values[-PAGE:]):
            told = esc(said.source_of(shorten(each.source, _SOURCE), each.agency))
            lines.append(f"• {day(each.on)}: {bold(value_told(each.value, one, words))} · {told}")
        if len(values) > PAGE:
            lines.append(esc(said.more(len(values) - PAGE)))
    else:
        lines.append(esc(said.none_yet))
    rows: list[Row] = []
    if measuring:
        rows.append((Button(said.measure, Action(actions.MEASURE, one.subject).encode()),))
    if view is not None and view.question:
        rows.append((list_button(words.back_to_list, view),))
    return Reply("\n".join(lines), tuple(rows))


def indicator_facts(row: Indicator, directive: Directive, words: Words) -> list[str]:
    """Return what the directive says of an indicator, HTML."""
    said = measuring_words(words.language)
    unit = "" if row.unit == _RANK else row.unit
    facts = [f"{esc(said.agency)}: {esc('; '.join(row.agencies) or words.none_named)}"]
    if row.target:
        facts.append(f"{esc(said.target)}: {bold(f'{row.target} {unit}'.strip())} ({esc(words.by_year(row.horizon))})")
    return [*facts, f"{esc(words.source)}: {italic(source(directive, 'PLI', words))}"]


def database_facts(row: TrackedDatabase, directive: Directive, words: Words) -> list[str]:
    """Return what the directive says of a database, HTML."""
    said = measuring_words(words.language)
    return [
        f"{esc(said.agency)}: {esc(row.agency)}",
        f"{esc(said.directive_says)}: {bold(words.criteria(row.met, row.total))}",
        f"{esc(words.source)}: {italic(source(directive, f'PL2.{row.list}', words))}",
    ]


def openers(rows: Sequence[Measured], view: View) -> tuple[Row, ...]:
    """Return the buttons that open what a page of a list shows, by their codes."""
    buttons = [
        Button(one.code, Action(actions.SHOW_MEASURED, one.subject, view if view.question else None).encode())
        for one in rows
    ]
    return tuple(tuple(buttons[at : at + 5]) for at in range(0, len(buttons), 5))


def clock(moment: datetime) -> str:
    """Return the time of day, which is in the reader's zone already."""
    return f"{moment:%H:%M}"
