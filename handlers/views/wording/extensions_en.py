"""Words about extensions of deadlines."""

from handlers.views.wording.extensions import ExtensionWords
from knowledge.record import ExtensionFault, ExtensionState

EXTENSIONS = ExtensionWords(
    language="en",
    ask="Ask for more time",
    title="Request for an extension",
    ask_date=lambda task, last: (
        f"Put off {task}\nfrom <b>{last}</b> until which day? For example 30/6/2027, end of Q2/2027."
    ),
    ask_cause="<b>Cause</b>: why can the deadline not be met?",
    ask_responsibility="<b>Responsibility</b>: whose is it?",
    ask_remedy="<b>Remedy</b>: what is done to meet the new deadline?",
    rule=(
        "329/TB-VPCP III.3(1): no deadline is put off before cause, responsibility and remedy have been made clear "
        "(không đề xuất lùi thời hạn khi chưa làm rõ nguyên nhân, trách nhiệm và giải pháp)."
    ),
    faults={
        ExtensionFault.BLANK: "Nothing is written yet.",
        ExtensionFault.NO_SENTENCE: "I need a full sentence (five words or more), not “as above” or a word or two.",
        ExtensionFault.COPY: "This is the same as in a step before. Each step says something of its own.",
        ExtensionFault.NO_DEADLINE: "This task has no last day to put off. Raise what stands in the way: /proposals.",
        ExtensionFault.NOT_LATER: "The new day must be later than the present deadline.",
        ExtensionFault.PAST: "This day is over. Choose one from today on.",
    },
    task="Task",
    agency="Agency",
    deadline="Deadline",
    original=lambda day: f"originally {day}",
    proposed="New deadline",
    cause="Cause",
    responsibility="Responsibility",
    remedy="Remedy",
    by="Sent by",
    sent=lambda when: (
        f"✅ Sent at {when}. A supervisor decides and you will be told; until then the old deadline counts."
    ),
    waits_already=lambda agency, when: (
        f"{agency} has asked for more time on this task already; a decision is awaited since {when}. You will be told; "
        "please ask again after that."
    ),
    settled_already="This task is done or dropped, so there is nothing to put off. Open its card to see.",
    not_yours=lambda leads: f"{leads} report on this task and can ask for more time. Raise a matter with /proposals.",
    grant="Grant",
    grant_other="Another day",
    refuse="Refuse",
    ask_reason={
        True: "The reason for <b>granting</b> it? Who asked reads it as written, and it is kept on record.",
        False: "The reason for <b>refusing</b> it? Who asked reads it as written, and it is kept on record.",
    },
    ask_other_date="Until which day? For example 31/3/2027.",
    reason="Reason",
    decided={
        ExtensionState.WAITING: lambda _: "Waiting for a decision",
        ExtensionState.GRANTED: lambda day: f"✓ Granted until {day}",
        ExtensionState.REFUSED: lambda _: "✕ Refused, the old deadline stands",
    },
    a_supervisor="a supervisor",
    by_whom=lambda who, when: f"{who}, {when}",
    states={
        ExtensionState.WAITING: "waiting",
        ExtensionState.GRANTED: "granted",
        ExtensionState.REFUSED: "refused",
    },
    you_are={
        ExtensionState.WAITING: "The request for more time waits for a decision",
        ExtensionState.GRANTED: "✅ The request for more time was granted",
        ExtensionState.REFUSED: "✕ The request for more time was refused",
    },
    waiting=lambda n: (
        f"{n} request for more time waits" if n == 1 else f"{n} requests for more time wait, oldest first"
    ),
    waiting_none="No request for more time waits. To ask for one: open the task's card, press Ask for more time.",
    days_later=lambda n: f"{n} day more" if n == 1 else f"{n} days more",
    on_card_waiting=lambda agency, proposed: f"⏳ {agency}: asks to put it off until {proposed}",
    more=lambda n: f"… and {n} more",
)
