"""What the plan will come to: day by day, taking for granted that everything arrives and nobody answers."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from scheduler.escalation import Reminder
from scheduler.notices import Notice, Why
from scheduler.plan import Situation, plan_day


def forecast(situation: Situation, first: date, last: date) -> Iterator[Notice]:
    """Yield every notice from `first` to `last`, both included, in the order of the days."""
    return forecast_of(lambda _: situation, first, last)


def forecast_of(situation_on: Callable[[date], Situation], first: date, last: date) -> Iterator[Notice]:
    """Yield the notices of a time in which the situation changes: `situation_on` returns that of a day."""
    told: dict[int, set[str]] = {}
    reminded: dict[tuple[str, str, str], Reminder] = {}
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        now = situation_on(day)

        def told_before(chat: int, now: Situation = now) -> set[str]:
            if chat not in told:
                told[chat] = set(now.told(chat))
            return told[chat]

        so_far = replace(now, told=told_before, reminded={**now.reminded, **reminded})
        for notice in list(plan_day(so_far, day)):
            told_before(notice.chat).update(item.key for item in notice.items)
            for item in notice.items:
                if item.why is Why.FOCAL:
                    reminded.setdefault((item.task, item.agency, item.version), Reminder(day))
            yield notice
