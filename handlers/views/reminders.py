"""What is shown around reminders: why, when again, what is muted; settings; the list ahead."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from handlers import actions
from handlers.actions import Action
from handlers.views.digests import Line
from handlers.views.filters import Row
from handlers.views.paging import Page, turning
from handlers.views.reply import Button, Reply, bold, code, esc, shorten
from handlers.views.wording import reminding_words
from handlers.views.wording.reminding import RemindingWords
from handlers.views.words import Words
from scheduler.notices import Item, Notice
from scheduler.preferences import LADDER, Preferences
from scheduler.silence import WAITS, name_of, number_of

HOURS = tuple(time(*each) for each in ((7, 0), (7, 30), (8, 0), (9, 0), (10, 0), (14, 0), (16, 0)))
QUIET = tuple((time(begin), time(end)) for begin, end in ((18, 7), (19, 7), (20, 6), (22, 6)))
_A_ROW = 4
_AHEAD = 12
_REASONS = 12
_TITLE = 110
_LABEL = 60


def why(notice: Notice, number: str, page: Page[Line], words: Words) -> Reply:
    """Return by what the tasks of a notice came to its chat, those of one page by title, and how it ends.

    Each reason is told once; `number` is the notice's.
    """
    said = reminding_words(words.language)
    counts = Counter(said.whys[item.why.value](item.agency) for item in notice.items if item.task)
    reasons = dict.fromkeys(said.whys[item.why.value](item.agency) for item in notice.items)
    lines: list[str] = []
    for reason in list(reasons)[:_REASONS]:
        lines.append(f"• {esc(reason)}" + (f" ({esc(said.tasks(counts[reason]))})" if counts[reason] else ""))
        here = [line for line in page.things if said.whys[line.item.why.value](line.item.agency) == reason]
        lines += [f"{code(line.item.task)} {esc(shorten(line.title, _TITLE))}" for line in here]
    turned = turning(page, words.language, actions.NOTICE_WHY, f"{number}.")
    return Reply("\n".join([*lines, "", esc(said.why_stop)]), (turned,) if turned else ())


def again_when(tasks: Sequence[str], number: str, words: Words) -> Reply:
    """Return the question when to be reminded again."""
    said = reminding_words(words.language)
    days = tuple(
        Button(label, Action(actions.AGAIN_IN, f"{number}.{count}").encode())
        for count, label in said.again_days.items()
    )
    other = Button(said.again_date, Action(actions.AGAIN_IN, f"{number}.d").encode())
    return Reply(esc(said.again_when(len(tasks))), (days, (other,)))


def mute_which(number: str, page: Page[tuple[str, str]], words: Words) -> Reply:
    """Return the question which task to mute, of one page of the codes and titles in the notice with that number."""
    said = reminding_words(words.language)
    rows: list[Row] = [
        (Button(shorten(f"{task} {title}", _LABEL), Action(actions.MUTE_TASK, task).encode()),)
        for task, title in page.things
    ]
    rows.append(turning(page, words.language, actions.MUTE, f"{number}."))
    return Reply(esc(said.mute_which), tuple(row for row in rows if row))


def muted(task: str, words: Words) -> Reply:
    """Return that a task is muted, with the way back."""
    said = reminding_words(words.language)
    return Reply(esc(said.muted(task)), ((Button(said.unmute, Action(actions.UNMUTE_TASK, task).encode()),),))


def settings(wanted: Preferences, quiet_tasks: Collection[str], words: Words, today: date) -> Reply:
    """Return how a chat is reminded, with a button to change each."""
    said = reminding_words(words.language)
    away = wanted.is_away(today) and wanted.away is not None
    lines = [
        bold(said.settings_title),
        esc(said.set_ladder(", ".join(said.step_days(step) for step in wanted.ladder))),
        esc(said.set_hour(f"{wanted.at:%H:%M}")),
        esc(said.set_days(", ".join(said.short_days[each] for each in sorted(wanted.days)))),
        esc(said.set_quiet(*(f"{each:%H:%M}" for each in wanted.quiet))),
        esc(said.set_rhythm[wanted.weekly]),
        esc(said.set_coordinating[wanted.coordinating]),
        esc(said.set_away(f"{wanted.away:%d/%m/%Y}") if away else said.set_present),
    ]
    if quiet_tasks:
        lines.append(esc(said.set_muted(shorten(", ".join(sorted(quiet_tasks)), 300))))
    rows = (
        (_change(said.change_ladder, "ladder"), _change(said.change_hour, "at"), _change(said.change_days, "days")),
        (_change(said.change_quiet, "quiet"), _change(said.change_away, "away")),
        (
            _change(said.change_rhythm[wanted.weekly], f"weekly.{int(not wanted.weekly)}"),
            _change(said.change_coordinating[wanted.coordinating], f"coord.{int(not wanted.coordinating)}"),
        ),
        (Button(said.ahead, Action(actions.AHEAD, "").encode()),),
    )
    return Reply("\n".join([lines[0], *(f"• {line}" for line in lines[1:])]), rows)


def chooser(field: str, wanted: Preferences, words: Words) -> Reply:
    """Return the choices of one setting; what is chosen is ticked. Raises KeyError for a setting that nobody knows."""
    said = reminding_words(words.language)
    title, buttons = _CHOICES[field](wanted, said)
    back = Button(said.back, Action(actions.REMINDING, "").encode())
    return Reply(bold(title), (*_rows(buttons), (back,)))


def _ladder(wanted: Preferences, said: RemindingWords) -> tuple[str, list[Button]]:
    steps = [_choice(said.step_days(n), f"ladder.{n}", on=n in wanted.ladder) for n in LADDER]
    return said.change_ladder, steps


def _hours(wanted: Preferences, said: RemindingWords) -> tuple[str, list[Button]]:
    return said.change_hour, [_choice(f"{at:%H:%M}", f"at.{at:%H%M}", on=at == wanted.at) for at in HOURS]


def _days(wanted: Preferences, said: RemindingWords) -> tuple[str, list[Button]]:
    return said.change_days, [_choice(said.short_days[n], f"days.{n}", on=n in wanted.days) for n in range(7)]


def _quiet(wanted: Preferences, said: RemindingWords) -> tuple[str, list[Button]]:
    choices = [
        _choice(f"{begin:%H:%M} - {end:%H:%M}", f"quiet.{place}", on=(begin, end) == wanted.quiet)
        for place, (begin, end) in enumerate(QUIET)
    ]
    return said.change_quiet, choices


def _away(_: Preferences, said: RemindingWords) -> tuple[str, list[Button]]:
    choices = [_choice(label, f"away.{days}", on=False) for days, label in said.away_days.items()]
    return said.change_away, [*choices, _choice(said.away_over, "away.0", on=False)]


_CHOICES = {"ladder": _ladder, "at": _hours, "days": _days, "quiet": _quiet, "away": _away}


@dataclass(frozen=True, slots=True)
class Coming:
    """A reminder that is to come: its day, what it is about, and the short key by which it is cancelled."""

    day: date
    item: Item
    title: str
    key: str


def ahead(coming: Sequence[Coming], words: Words) -> Reply:
    """Return what is to come, each with a button that cancels it."""
    said = reminding_words(words.language)
    back = (Button(said.settings, Action(actions.REMINDING, "").encode()),)
    if not coming:
        return Reply(esc(said.ahead_none), (back,))
    shown = coming[:_AHEAD]
    lines = [bold(said.ahead_title)]
    for number, one in enumerate(shown, 1):
        lines.append(f"{number} · {bold(f'{one.day:%d/%m}')} · {_what(one, said)}")
    if len(coming) > len(shown):
        lines.append(esc(said.ahead_more(len(coming) - len(shown))))
    cancels = _rows(
        Button(said.ahead_cancel(n), Action(actions.CANCEL_AHEAD, one.key).encode()) for n, one in enumerate(shown, 1)
    )
    return Reply("\n".join(lines), (*cancels, back))


def _what(one: Coming, said: RemindingWords) -> str:
    """Return what a reminder is about, HTML."""
    item = one.item
    if item.task:
        return f"{code(item.task)} {esc(shorten(one.title, 80))}"
    number = f" {number_of(item)}" if name_of(item) in WAITS else ""
    return esc(f"{said.summaries[name_of(item)]}{number} {item.agency}".strip())


def _change(label: str, subject: str) -> Button:
    return Button(label, Action(actions.SET_REMINDING, subject).encode())


def _choice(label: str, subject: str, *, on: bool) -> Button:
    return _change(f"✓ {label}" if on else label, subject)


def _rows(buttons: Iterable[Button]) -> tuple[Row, ...]:
    every = tuple(buttons)
    return tuple(every[at : at + _A_ROW] for at in range(0, len(every), _A_ROW))
