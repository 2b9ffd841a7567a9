"""The one message of a day: what is pressing, for whom and since when, with a button for each; and its summaries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handlers import actions
from handlers.actions import Action
from handlers.views.filters import Row
from handlers.views.lines import MARKS
from handlers.views.paging import PAGE
from handlers.views.reply import Button, Reply, bold, code, esc, italic, shorten, when
from handlers.views.wording import reminding_words, reporting_words, waiting_words
from handlers.views.wording.reminding import RemindingWords
from handlers.views.words import Words, day
from knowledge.progress import SOON_DAYS, Standing
from knowledge.record import ReportState
from scheduler.figures import Figures
from scheduler.notices import MONTH, ONGOING, QUARTER, Item, Notice, Why

SHOWN = 2 * PAGE
_TITLE = 110
_SHORT = 60
_NAMES = 40
_MOST_UNITS = 4000  # of a message's 4096 UTF-16 units


@dataclass(frozen=True, slots=True)
class Line:
    """A task that somebody is told of: `last` is the last good day, None for one without.

    With `strict` the day after it is the one that is named.

    `source` says where it is written. `moved_from`: its day before it was put off. `told` are the days on which this
    chat was told before; `whom` (for those above the focal point) who was told, each with the latest day.
    """

    item: Item
    title: str
    source: str
    last: date | None
    strict: bool
    silent: bool
    waits: bool = False
    moved_from: date | None = None
    told: tuple[date, ...] = ()
    whom: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Latest:
    """A task that is among the latest: its code and title, who leads it, and by how many days it is late."""

    task: str
    title: str
    leads: str
    days: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary item with its figures, of tasks; `worst` are the latest of them, `agencies` those with most late.

    `claims` are the reports that wait for the reader's confirmation.
    """

    item: Item
    figures: Figures
    count: int = 0
    worst: tuple[Latest, ...] = ()
    agencies: tuple[tuple[str, Figures], ...] = ()
    claims: int = 0


def digest(
    notice: Notice,
    number: int,
    lines: Sequence[Line],
    summaries: Sequence[Summary],
    words: Words,
    today: date,
    waits: Reply | None = None,
) -> Reply:
    """Return the message of `notice`, whose stored number is `number`; its buttons open things below it.

    `waits` is the part on what waits for the reader (see `views.waiting`).
    """
    for count in range(SHOWN, 0, -1):  # what does not fit into one message is one tap away
        reply = _digest(notice, number, lines, count, summaries, waits or Reply(""), words, today)
        if len(reply.plain.encode("utf-16-le")) <= 2 * _MOST_UNITS:
            break
    return reply


def _digest(
    notice: Notice,
    number: int,
    lines: Sequence[Line],
    count: int,
    summaries: Sequence[Summary],
    waits: Reply,
    words: Words,
    today: date,
) -> Reply:
    said = reminding_words(words.language)
    agencies = {line.item.agency or "" for line in lines} | {each.item.agency for each in summaries}
    who = next(iter(agencies)) if len(agencies) == 1 else ""
    when_told = f"{words.weekdays[today.weekday()]} {today:%d/%m/%Y}"
    title = said.title_first if notice.first else said.title
    head = title(when_told, who, len(lines)) if lines else said.title_info(when_told, who)
    shown = lines[:count]
    parts = [bold(head), *_listed(shown, 1, words, today, named=len(agencies) > 1)]
    parts += [*([waits.text] if waits.text else []), *(_summary(each, words, today) for each in summaries)]
    rows = (*_numbers(shown, 1, said), *_more(len(lines), count, number, said))
    rows = (*rows, *waits.rows, *_see_claims(summaries, waits, words))
    return Reply("\n\n".join(parts), (*rows, *_steps(len(lines), number, said)))


def rest(lines: Sequence[Line], start: int, number: int, words: Words, today: date) -> Reply:
    """Return what did not fit into a notice's message: the lines after the first `start`."""
    said = reminding_words(words.language)
    shown = lines[start : start + SHOWN]
    text = "\n\n".join(_listed(shown, start + 1, words, today, named=True)) or esc(words.gone)
    return Reply(text, (*_numbers(shown, start + 1, said), *_more(len(lines), start + SHOWN, number, said)))


def pressing(lines: Iterable[Line], today: date) -> list[Line]:
    """Return `lines` as they are told: one's own first, then by reason.

    In each what can still be kept comes first, soonest first, then what is late, the latest of it last.
    """
    order = {why: place for place, why in enumerate(Why)}
    own = (Why.FOCAL, Why.ASKED_AGAIN)

    def place(line: Line) -> tuple[bool, int, bool, int]:
        left = (line.last - today).days if line.last is not None else 10_000
        return line.item.why not in own, order[line.item.why], left < 0, abs(left)

    return sorted(lines, key=place)


def _listed(lines: Sequence[Line], first: int, words: Words, today: date, *, named: bool) -> list[str]:
    said, parts, section = reminding_words(words.language), [], ""
    for number, line in enumerate(lines, first):
        title = said.sections.get(line.item.why.value, "")
        head = f"{bold(title)}\n" if title and title != section else ""
        section = title
        parts.append(head + _line(number, line, words, today, named=named))
    return parts


def _line(number: int, line: Line, words: Words, today: date, *, named: bool) -> str:
    said = reminding_words(words.language)
    facts = [_time(line, words, today)]
    if line.moved_from is not None:
        facts.append(esc(said.moved(f"{line.moved_from:%d/%m/%Y}")))
    if named and line.item.agency:
        facts.append(esc(line.item.agency))
    if line.silent or line.waits:
        facts.append(esc(_reported(line, words)))
    if line.item.why in (Why.ESCALATED, Why.SUPERVISING):
        whom = "; ".join(f"{name} {told:%d/%m}" for name, told in line.whom)
        facts.append(esc(said.told_whom(whom) if whom else said.told_nobody))
    elif line.told:
        facts.append(esc(said.told_before(f"{line.told[-1]:%d/%m}")))
    if line.item.why is Why.FOCAL and line.last is not None and 0 < (today - line.last).days < 7:
        facts.append(esc(said.goes_up))
    facts.append(italic(line.source))
    head = f"{number} {_mark(line, today)} {code(line.item.task)} {esc(shorten(line.title, _TITLE))}"
    return f"{head}\n{' · '.join(fact for fact in facts if fact)}"


def _reported(line: Line, words: Words) -> str:
    if line.waits:
        return reporting_words(words.language).states[ReportState.AWAITS_CONFIRMATION]
    return reminding_words(words.language).silent


def _time(line: Line, words: Words, today: date) -> str:
    if line.last is None:
        return ""
    left = (line.last - today).days
    told = words.late(-left) if left < 0 else words.left(left) if left else words.today
    named = line.last + timedelta(days=1) if line.strict else line.last
    return f"{bold(told)} ({esc(words.due_day(named, line.strict)).replace(day(named), when(named))})"


def _mark(line: Line, today: date) -> str:
    if line.last is None:
        return MARKS[Standing.UNDATED]
    left = (line.last - today).days
    return MARKS[Standing.LATE if left < 0 else Standing.SOON if left <= SOON_DAYS else Standing.IN_TIME]


def _summary(one: Summary, words: Words, today: date) -> str:
    said, agency = reminding_words(words.language), one.item.agency
    figures = _figures(one.figures, said)
    match one.item.step:
        case step if step == ONGOING:
            return esc(said.ongoing(one.count, agency))
        case step if step == QUARTER:
            by = f"{today.replace(day=15):%d/%m/%Y}"
            text = f"{esc(said.quarter(agency, by) if agency else said.quarter_all(by))}: {figures}"
        case step if step == MONTH:
            text = f"{bold(said.month(f'{today:%d/%m/%Y}'))}: {figures}"
        case _:
            return esc(said.unreachable(agency))
    each = [f"• {esc(name)}: {_figures(figures, said)}" for name, figures in one.agencies]
    worst = [_latest(row, words, whose=not agency) for row in one.worst]
    claims = [esc(said.claims(one.claims))] if one.claims else []
    return "\n".join(
        (
            text,
            *claims,
            *([esc(said.most_late), *each] if each else []),
            *([f"{esc(said.latest)}:", *worst] if worst else []),
        )
    )


def _see_claims(summaries: Sequence[Summary], waits: Reply, words: Words) -> tuple[Row, ...]:
    """Return the row with the way to the claims that wait, where there is none among what waits long already."""
    count, action = max((each.claims for each in summaries), default=0), Action(actions.CLAIMS, "1").encode()
    if not count or any(button.action == action for row in waits.rows for button in row):
        return ()
    return ((Button(waiting_words(words.language).see_claims(count), action),),)


def _latest(row: Latest, words: Words, *, whose: bool) -> str:
    facts = [shorten(row.leads, _NAMES)] if whose else []
    told = " · ".join((*facts, words.late(row.days)))
    return f"• {code(row.task)} {esc(shorten(row.title, _SHORT))} · {esc(told)}"


def _figures(counts: Figures, said: RemindingWords) -> str:
    """Return the counts in a line, HTML; nothing is said of claims where none waits."""
    told = said.figures(counts.total, counts.done, counts.going, counts.late, counts.silent)
    return esc(f"{told} · {said.waits(counts.waits)}" if counts.waits else told)


def _numbers(lines: Sequence[Line], first: int, said: RemindingWords) -> tuple[Row, ...]:
    """Return the buttons of the lines: who reports on a task comes to the report, everybody else to the card."""
    buttons = []
    for number, line in enumerate(lines, first):
        reports = line.item.why in (Why.FOCAL, Why.ASKED_AGAIN, Why.STANDING_IN)
        verb = actions.REPORT_TASK if reports else actions.OPEN_TASK
        label = (said.report if reports else said.open)(number) if number == first else str(number)
        buttons.append(Button(label, Action(verb, line.item.task).encode()))
    return tuple(tuple(buttons[at : at + PAGE]) for at in range(0, len(buttons), PAGE))


def _more(total: int, shown: int, number: int, said: RemindingWords) -> tuple[Row, ...]:
    if total <= shown or not number:
        return ()
    return ((Button(said.more(total - shown), Action(actions.NOTICE_REST, f"{number}.{shown}").encode()),),)


def _steps(count: int, number: int, said: RemindingWords) -> tuple[Row, ...]:
    settings = Button(said.settings, Action(actions.REMINDING, "").encode())
    if not number:
        return ()

    def press(label: str, verb: str) -> Button:
        return Button(label, Action(verb, str(number)).encode())

    why = press(said.why, actions.NOTICE_WHY)
    if not count:
        return ((why, settings),)
    return (
        (press(said.acknowledge(count), actions.NOTED), press(said.again, actions.REMIND_AGAIN)),
        (why, press(said.mute, actions.MUTE)),
        (settings,),
    )
