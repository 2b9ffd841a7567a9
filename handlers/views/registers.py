"""Things with names and counts in chat: indicators, databases, and tasks counted by group."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from handlers import actions
from handlers.actions import Action, View
from handlers.views.filters import AGENCIES, Row, pieces_of, turning
from handlers.views.instead import none_connected
from handlers.views.lines import how_late
from handlers.views.measuring import Measured, latest_line, of_database, of_indicator, openers
from handlers.views.places import source
from handlers.views.reply import Button, Reply, bold, code, esc, italic, shorten
from handlers.views.wording import condition_words, finding_words
from handlers.views.words import Words
from knowledge.agencies import Registry
from knowledge.answers import Answer
from knowledge.directives import Directive
from knowledge.questions import COORDINATE, Reading, Role
from knowledge.record import MeasuredKind, Measurement

ROWS = 10
_RANK = "Thứ bậc"
_HORIZONS = ("2030", "2045")
# The values measured of an indicator or database, oldest first.
Values = Callable[[MeasuredKind, str], Sequence[Measurement]]


def groups(answer: Answer, head: Sequence[str], words: Words, view: View) -> Reply:
    """Show the counts, most first (periods in their order), with what was counted."""
    said, reading = condition_words(words.language), answer.reading
    by_agency = reading.grouping in ("agency", "province")
    if not answer.groups:
        return Reply("\n".join([*head, esc(said.nobody if by_agency else words.no_tasks)]))
    of_tasks = answer.counted == "tasks"
    tell = {"tasks": words.tasks, "indicators": words.indicators, "databases": words.databases}[answer.counted]
    title = words.groupings[_counted_by(reading)] if of_tasks else said.by_agency[answer.counted]
    if reading.none_of:
        title = said.none_late_title(how_late(reading, words, answer.today))
    lines = [*head, bold(title)]
    if by_agency and (reading.partners or not reading.agencies):
        lines.append(esc(said.agencies(len(answer.groups))))
    start = (view.page - 1) * ROWS
    for place, (label, count) in enumerate(answer.groups[start : start + ROWS], start + 1):
        lines.append(f"{place}. {esc(_label(label, answer.reading.grouping, words))} · {bold(tell(count))}")
    if by_agency and of_tasks:
        lines.append(f"\n{italic(words.own_only)}")
    turn = turning(len(answer.groups), ROWS, view, words)
    return Reply("\n".join(lines), (turn,) if turn else ())


def _counted_by(reading: Reading) -> str:
    """Return by what tasks were counted: beside one agency, those who have the other role or any."""
    if reading.partners is Role.ANY:
        return "partner"
    if reading.partners is not None:
        return "coordinator" if reading.partners is Role.COORDINATOR else reading.grouping
    by_agency = reading.grouping in ("agency", "province")
    return "coordinator" if by_agency and COORDINATE.search(reading.words) else reading.grouping


def _label(label: str, grouping: str, words: Words) -> str:
    if grouping == "quarter":
        return words.quarter(int(label[-1]), int(label[:4]))
    if grouping == "month":
        return words.month(int(label[5:]), int(label[:4]))
    return words.kinds.get(label, label) if grouping == "kind" else label


def indicators(
    answer: Answer,
    head: Sequence[str],
    words: Words,
    view: View,
    registry: Registry,
    directives: Mapping[str, Directive],
    measured: Values,
) -> Reply:
    """Show indicators ten a page, with their year and agency as filters."""
    rows = answer.indicators
    lines = list(head)
    if answer.no_target:
        lines.append(esc(condition_words(words.language).no_target(answer.no_target, list(map(int, _HORIZONS)))))
    if answer.only_targets:
        lines.append(italic(condition_words(words.language).only_targets))
    parts = answer.parts_of_indicators
    told = words.indicators(len(rows) - len(parts))
    if parts:
        told = condition_words(words.language).indicator_parts(told, len(parts))
    lines.append(bold(told) if rows else esc(words.no_indicators))
    start = (view.page - 1) * ROWS
    for row in rows[start : start + ROWS]:
        who = ", ".join(registry.short(a) for a in row.agencies)
        unit = "" if row.unit == _RANK else row.unit  # a rank says by itself what it is
        target = f"{row.target} {unit}".strip() if row.target else ""
        told = " · ".join(f for f in (bold(target) if target else "", words.by_year(row.horizon), esc(who)) if f)
        lines.append(f"{code(row.code)} {esc(row.name)}\n{told}{_measured(of_indicator(row), measured, words)}")
    if rows:
        lines.append(f"{esc(words.source)}: {italic(source(directives['71'], 'PLI', words))}")
    years = {year: year for year in _HORIZONS}
    several = bool(view.part) or len({row.horizon for row in rows}) > 1
    horizons = pieces_of(years, finding_words(words.language).any_horizon, words, view) if several else ()
    agencies = {name for row in rows for name in row.agencies}
    turn = turning(len(rows), ROWS, view, words)
    opened = openers([of_indicator(row) for row in rows[start : start + ROWS]], view)
    return Reply("\n".join(lines), _rows(*opened, turn, horizons, _agency(answer, agencies, words, view, registry)))


def databases(
    answer: Answer,
    head: Sequence[str],
    words: Words,
    view: View,
    registry: Registry,
    directives: Mapping[str, Directive],
    measured: Values,
) -> Reply:
    """Show tracked databases ten a page under their lists, with the list and the agency as filters."""
    rows = answer.databases
    if answer.unconnected is not None:
        return none_connected(answer.unconnected, head, words)
    lines = [*head, bold(words.databases(len(rows))) if rows else esc(words.no_databases)]
    said = finding_words(words.language)
    per_list = Counter(row.list for row in rows)
    if len(per_list) > 1 and len(rows) > ROWS:
        lines.append(" · ".join(f"{esc(said.short_lists[number])}: {bold(str(n))}" for number, n in per_list.items()))
    start = (view.page - 1) * ROWS
    shown = rows[start : start + ROWS]
    agencies = {row.agency for row in rows}
    for number in dict.fromkeys(row.list for row in shown):
        where = italic(source(directives["329"], f"PL2.{number}", words))
        lines.append(f"\n{bold(words.database_lists[number])} ({where})")
        for row in (each for each in shown if each.list == number):
            who = f" · {esc(registry.short(row.agency))}" if len(agencies) > 1 else ""
            one = of_database(row)
            told = _measured(one, measured, words)
            lines.append(f"{code(one.code)} {esc(row.name)} · {esc(words.criteria(row.met, row.total))}{who}{told}")
    lists = {str(number): label for number, label in said.short_lists.items()}
    several = bool(view.part) or len({row.list for row in rows}) > 1
    parts = pieces_of(lists, said.any_list, words, view) if several else ()
    turn = turning(len(rows), ROWS, view, words)
    opened = openers([of_database(row) for row in shown], view)
    return Reply("\n".join(lines), _rows(*opened, turn, parts, _agency(answer, agencies, words, view, registry)))


def _measured(one: Measured, measured: Values, words: Words) -> str:
    """Return what was measured last, on a line of its own, HTML; "" where nothing was."""
    latest = latest_line(measured(one.kind, one.code), one, words)
    return f"\n{latest}" if latest else ""


def _agency(answer: Answer, agencies: set[str], words: Words, view: View, registry: Registry) -> Row:
    """Offer to choose one agency, where the question names none."""
    said = finding_words(words.language)
    asks = answer.reading.agencies
    if view.agency is not None and asks:
        label = said.on(shorten(registry.short(asks[0].name), 24))
    elif not asks and len(agencies) > 1:
        label = said.by_agency
    else:
        return ()
    return (Button(label, Action(actions.FILTER, AGENCIES, view.at(1)).encode()),)


def _rows(*rows: Row) -> tuple[Row, ...]:
    return tuple(row for row in rows if row)
