"""Words about measured values of indicators and databases."""

from handlers.views.wording.measuring import MeasuringWords
from knowledge.record import MeasuredKind

MEASURING = MeasuringWords(
    language="en",
    measure="Record a value",
    agency="Agency",
    target="Target",
    directive_says="The directive says",
    measured=lambda value, day: f"Measured: <b>{value}</b> ({day})",
    none_yet="Nothing was measured yet.",
    history=lambda n: f"Measured so far ({n})",
    source_of=lambda source, agency: f"{source} · {agency}",
    choose={
        MeasuredKind.INDICATOR: "See one indicator and its values:",
        MeasuredKind.DATABASE: "See one database and its values:",
    },
    which_agency="For which agency?",
    ask_value=lambda unit: (
        f"What is the <b>value</b> ({unit})? Type a number, such as 35.5."
        if unit
        else "What is the <b>value</b>? Type a number, such as 35.5."
    ),
    ask_criteria=lambda total: f"<b>How many criteria</b> of {total} are met? Type a number, such as 12.",
    value_odd="I need a number, such as 35.5 or 1200.",
    criteria_odd=lambda total: f"I need the number of criteria, from 0 to {total}.",
    ask_day="Measured on <b>which day</b>? Type for example 20/11/2026, yesterday, or press.",
    today="Today",
    day_odd="I need one day, such as 20/11/2026 or yesterday.",
    day_ahead=lambda day: f"{day} lies ahead. Type the day on which it was measured.",
    ask_source="The <b>source</b>: a document's number, or a link?",
    source_odd="I need a document's number (such as 120/BC-BCA) or a link (https://…), so that others can check it.",
    of="Of",
    value="Value",
    day="Measured on",
    source="Source",
    recorded=lambda when: f"✅ Recorded at {when}",
    not_yours=lambda agency: f"{agency} records this value. If it is wrong, raise a matter with them: /proposals.",
    more=lambda n: f"… and {n} before that",
    criteria="criteria",
)
