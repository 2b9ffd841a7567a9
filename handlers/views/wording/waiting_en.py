"""Words about proposals without an answer, and claims and extensions without a decision."""

from handlers.views.wording.waiting import WaitingWords


def _days(n: int) -> str:
    return "1 working day" if n == 1 else f"{n} working days"


WAITING = WaitingWords(
    unanswered=lambda who: f"📨 Waiting for an answer of {who or 'the supervisors'}",
    silent="📨 Agencies have not answered",
    silent_for=lambda days: f"silent for {_days(days)}",
    more=lambda n: f"… and {n} more: /proposals",
    open=lambda number: f"Open number {number}",
    undecided="⏳ Waiting for a decision for more than 3 working days",
    claims=lambda n, days: f"{n} {'claim' if n == 1 else 'claims'} of completion, the longest for {_days(days)}",
    extensions=lambda n, days: (
        f"{n} {'extension' if n == 1 else 'extensions'} asked for, the longest for {_days(days)}"
    ),
    see_claims=lambda n: "See the claim" if n == 1 else f"See the {n} claims",
    see_extensions=lambda n: "See the extension" if n == 1 else f"See the {n} extensions",
    reminded=lambda times, day: f"reminded {day}" if times == 1 else f"reminded {times} times, last {day}",
    raised=lambda day: f"supervisors told {day}",
)
