"""The morning digest: what an agency has due or overdue, with one button for each."""

from collections.abc import Mapping, Sequence
from datetime import date

from handlers import actions
from handlers.actions import View
from handlers.views.answers import PAGE
from handlers.views.filters import numbered
from handlers.views.lines import task_line
from handlers.views.reply import Reply, bold
from handlers.views.words import Words, day
from knowledge.answers import TaskHit
from knowledge.directives import Directive

_SHOWN = 2 * PAGE


def digest(
    agency: str, hits: Sequence[TaskHit], directives: Mapping[str, Directive], words: Words, today: date
) -> Reply:
    """Return one message about all that `agency` must look at today, the most pressing first.

    Its buttons open cards below it: the digest itself stays.
    """
    title = words.digest_title(f"{words.weekdays[today.weekday()]} {day(today)}", agency, len(hits))
    lines = [bold(title)]
    lines += ["\n" + task_line(i, hit, directives, words, today) for i, hit in enumerate(hits[:_SHOWN], 1)]
    if len(hits) > _SHOWN:
        lines.append(f"\n… + {len(hits) - _SHOWN}")
    rows = [
        numbered(hits[at : min(at + PAGE, _SHOWN)], at, View(0), actions.OPEN_TASK)
        for at in range(0, min(len(hits), _SHOWN), PAGE)
    ]
    return Reply("\n".join(lines), tuple(rows))
