"""The bot's words in English. Titles and quotes stay in Vietnamese: they are the record."""

from collections.abc import Sequence
from datetime import date

from handlers.views.words import Words, day

_RULES = {
    "FREQ=MONTHLY;BYMONTHDAY=-1": "monthly",
    "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1": "quarterly",
    "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15": "quarterly, before the 15th of the quarter's last month",
    "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1": "every six months",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31": "yearly",
    "FREQ=WEEKLY;BYDAY=SU": "weekly",
    "FREQ=DAILY": "daily",
}


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _stretch(first: date | None, last: date | None) -> str:
    if first and last:
        return day(first) if first == last else f"{day(first)} - {day(last)}"
    if last:
        return f"by {day(last)}"
    return f"from {day(first)}" if first else "with a date"


def _due(stretches: Sequence[tuple[date | None, date | None]]) -> str:
    return f"due: {', '.join(_stretch(*each) for each in stretches)}"


def _criteria(met: int | None, total: int | None) -> str:
    if met is None:
        return "criteria unknown (cut off in the source)"
    return f"{met} of {total} criteria"


EN = Words(
    language="en",
    understood="Read as",
    roles={"lead": "lead", "coordinator": "coordinating", "any": "lead or coordinating"},
    states={
        "overdue": "overdue",
        "in_time": "not overdue",
        "due_soon": "due soon",
        "no_report": "no report yet",
        "reported": "reported on",
        "done": "done",
        "in_progress": "in progress",
        "not_started": "not started",
        "unfinished": "not reported done",
        "ongoing": "ongoing",
        "recurring": "recurring",
        "no_deadline": "no definite deadline",
        "unwritten": "no deadline written",
    },
    due=_due,
    topic=lambda words: f"about: {words}",
    former=lambda old, new: f"{old} is now {new}",
    directive_named=lambda number: f"directive: {number}",
    tasks=lambda n: _count(n, "task", "tasks"),
    own_tasks=lambda n: _count(n, "task of its own", "tasks of its own"),
    urgent_first="earliest deadline first",
    best_first="best match first",
    latest_first="latest deadline first",
    via_group=lambda n, who: f"+ {n} given to groups that {who} belongs to ({who} answers for its own part)",
    via_group_title=lambda n, who: f"{_count(n, 'task', 'tasks')} given to groups that {who} belongs to",
    coordinating=lambda n: f"It also coordinates {_count(n, 'other task', 'other tasks')}.",
    recurring_others=lambda n: (
        f"Not counted: {_count(n, 'other recurring duty', 'other recurring duties')} not due then."
    ),
    recurring=lambda n: f"Not counted: {_count(n, 'recurring duty', 'recurring duties')} without a last day.",
    no_tasks="No task fits.",
    nothing_of_own="No task of its own.",
    due_day=lambda d, strict: f"before {day(d)}" if strict else day(d),
    ongoing="ongoing",
    no_deadline="no deadline given",
    periodic=lambda rule: _RULES.get(rule, "periodic"),
    late=lambda n: f"{_count(n, 'day', 'days')} late",
    left=lambda n: f"{_count(n, 'day', 'days')} left",
    today="due today",
    no_report="no report yet",
    annex="Annex",
    item="item",
    row="row",
    list="list",
    dash="dash",
    paragraph="paragraph",
    footnote="footnote",
    opening="opening",
    closing="closing",
    lead="Lead",
    coordinators="Coordinating",
    output="Output",
    deadline="Deadline",
    status="Status",
    quote="In the directive's words",
    source="Source",
    related="Related",
    part_of="Part of",
    parts=lambda n: _count(n, "part", "parts"),
    note="Note",
    none_named="not named in the text",
    restored="restored reading of a bad scan",
    unknown_document=lambda name: f"I do not have “{name}”, so I cannot answer from it.",
    outside=(
        "The directives I have say nothing about this. I answer about the directives on Resolution 57: tasks, "
        "deadlines, agencies, indicators, databases."
    ),
    examples=(
        "which tasks does Bộ Công an own due in Q1/2026",
        "overdue tasks of the Ministry of Health",
        "how many tasks does MOST lead in 2026",
        "who leads the data sharing decree (nghị định về kết nối, chia sẻ dữ liệu)",
    ),
    help=(
        "Ask in your own words, in Vietnamese (with or without marks) or English: agency, time, state, subject.\n"
        "Type a code to see one task: <code>71-89.7</code>, <code>71/89(7)</code>.\n"
        "Every answer says how I read the question and which directive and item it comes from."
    ),
    start=lambda name: (
        f"Hello {name}. I follow the tasks given under Resolution 57-NQ/TW.\n"
        "Ask me which agency must do what, by when, and where it is written."
    ),
    directives_title="The directives I have",
    directive_tasks=lambda n: _count(n, "task", "tasks"),
    signed_by=lambda who, title: f"Signed by: {who}, {title}" if title else f"Signed by: {who}",
    signer_unknown="Signer: not shown in the copy I have.",
    undated="date unknown",
    indicators=lambda n: _count(n, "indicator", "indicators"),
    by_year=lambda year: f"by {year}",
    databases=lambda n: _count(n, "database", "databases"),
    criteria=_criteria,
    database_lists={
        1: "Key databases that miss some criteria",
        2: "Not connected to the National Data Centre",
    },
    no_indicators="No indicator fits.",
    no_databases="No database in Annex 2 of 329/TB-VPCP fits.",
    page_next=lambda page, pages: f"Page {page}/{pages} ▸",
    page_back="◂ Back",
    copy_code="Copy code",
    whole_passage="Whole passage",
    back_to_list="◂ List",
    back_to_task="◂ Task",
    related_button="Related tasks",
    parts_button=lambda n: _count(n, "part", "parts"),
    directive_list="The directives",
    tasks_of="Its tasks",
    stale="This list is old. Please ask again for today's figures.",
    gone="No task carries this code any more.",
    trouble=lambda ref: (
        f"Sorry, something went wrong. Please try again in a few minutes; if it stays, tell the administrator: {ref}."
    ),
    best_guess="Closest to the question",
    related_tasks="Related tasks",
    other_words="No task uses these words; these seem to speak of the same in others.",
    perhaps="Did you mean one of these?",
    without={
        "topic": lambda n: f"Any subject ({n})",
        "period": lambda n: f"Any time ({n})",
        "states": lambda n: f"Any state ({n})",
    },
    groupings={
        "agency": "Tasks by lead agency",
        "partner": "Tasks they share, by agency",
        "province": "Tasks by lead province",
        "coordinator": "Tasks by coordinating agency",
        "directive": "Tasks by directive",
        "kind": "Tasks by kind of deadline",
        "year": "Tasks due by year",
        "quarter": "Tasks due by quarter",
        "month": "Tasks due by month",
    },
    kinds={
        "by": "by a day",
        "within": "within a period",
        "recurring": "recurring",
        "ongoing": "ongoing",
        "event": "bound to an event",
        "open": "no clear day",
        "none": "no deadline given",
    },
    own_only="Only an agency's own tasks count, not those of its groups.",
    repaired=lambda told: f"read {told}",
    leaned="following the question before",
    quarter=lambda q, year: f"Q{q}/{year}",
    month=lambda m, year: f"{m:02d}/{year}",
    digest_title=lambda weekday, who, n: f"{weekday} · {who} · {_count(n, 'task needs', 'tasks need')} attention",
    follow_done=lambda who: f"Done. On working days at 8:00 I remind you of what {who} has due or overdue.",
    follow_ask="Which agency? Type <code>/follow</code> with its name, e.g. <code>/follow Bộ Y tế</code>.",
    follow_unknown=lambda words: f"I know no agency “{words}”. Type its full name or abbreviation, e.g. BKHCN.",
    follow_none="You follow no agency yet.",
    follow_list=lambda names: f"Following: {names}.",
    unfollow_done=lambda who: f"No longer following {who}.",
    unfollow="Stop following",
    tasks_of_question=lambda number: f"list the tasks of directive {number}",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    unsupported="I read text messages only. Please type your question.",
)
