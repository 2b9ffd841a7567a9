"""The words of reminding, English."""

from handlers.views.wording.reminding import RemindingWords


def _tasks(n: int) -> str:
    return "1 task" if n == 1 else f"{n} tasks"


def _needs(n: int) -> str:
    return f"{_tasks(n)} {'needs' if n == 1 else 'need'} attention"


REMINDING = RemindingWords(
    title=lambda day, who, n: f"{day} · {who} · {_needs(n)}" if who else f"{day} · {_needs(n)}",
    title_first=lambda day, who, n: (
        f"{day} · {who} · at present {_needs(n)}" if who else f"{day} · at present {_needs(n)}"
    ),
    title_info=lambda day, who: f"{day} · {who}" if who else day,
    sections={
        "coordinating": "Coordinating",
        "following": "An agency you follow",
        "watching": "A task or topic you follow",
        "standing_in": "In place of the focal point",
        "escalated": "Not dealt with by the focal point; please remind them",
        "supervising": "For supervisors",
        "asked_again": "You asked to be reminded again",
    },
    moved=lambda day: f"put off from {day}",
    silent="no report yet",
    told_before=lambda days: f"reminded {days}",
    told_whom=lambda whom: f"reminded: {whom}",
    told_nobody="nobody could be reminded",
    goes_up="7 days late it goes to the supervisors",
    more=lambda n: f"{_tasks(n)} more",
    ongoing=lambda n, who: f"🔁 {who} has {_tasks(n)} that go on all the time; one update this quarter would be good",
    quarter=lambda who, day: f"📋 Quarterly report of {who}: due before {day}. Figures as of today",
    quarter_all=lambda day: f"📋 Quarterly reports are due before {day}. All figures as of today",
    month=lambda day: f"📊 How everything stands, {day}",
    figures=lambda total, done, going, late, silent: (
        f"{total} tasks · done {done} · under way {going} · overdue {late} · no report {silent}"
    ),
    waits=lambda n: f"waiting for confirmation {n}",
    claims=lambda n: f"⏳ {n} {'claim waits' if n == 1 else 'claims wait'} for your confirmation, not counted as done",
    most_late="Agencies with most overdue, shared tasks included:",
    unreachable=lambda who: (
        f"⚠️ The focal point of {who} cannot be reached (blocked the bot, or away); nobody stands in"
    ),
    latest="Latest of all",
    report=lambda n: f"Report task {n}",
    open=lambda n: f"Open task {n}",
    acknowledge=lambda n: "Noted" if n == 1 else f"Noted, all {n}",
    acknowledged="Noted, thank you.",
    again="Remind again ▾",
    again_when=lambda n: f"When shall I remind you of {_tasks(n)} again?",
    again_days={1: "Tomorrow", 3: "In 3 days", 7: "In a week"},
    again_date="Another day …",
    again_ask="On which day? For example 15/12/2026.",
    again_odd="I do not understand that day, or it is over. For example 15/12/2026.",
    again_set=lambda n, day: f"I shall remind you of {_tasks(n)} on {day}, if still open.",
    tasks=lambda n: "1 task" if n == 1 else f"{n} tasks",
    why="Why me?",
    whys={
        "focal": lambda who: f"You are a focal point of {who}.",
        "answering": lambda who: f"A proposal to {who or 'the supervisors'} has no answer yet; you are who answers.",
        "coordinating": lambda who: f"{who or 'Your agency'} coordinates, and you chose to be told of that too.",
        "following": lambda who: f"This chat follows {who} (/follow).",
        "watching": lambda _: "You follow this task or topic (/follow).",
        "standing_in": lambda who: f"The focal point of {who} cannot be reached or is away; you are next.",
        "escalated": lambda who: f"The focal point of {who} did not take note, or it is late; you are next.",
        "supervising": lambda _: "You supervise.",
        "asked_again": lambda _: "You asked to be reminded again.",
    },
    why_stop="One message a day at most. Hour, steps, holiday: /reminders; single tasks: the mute button.",
    mute="Mute a task",
    mute_which="Which task shall I stop reminding you of? It stays yours all the same.",
    muted=lambda code: f"{code} is muted.",
    unmute="Unmute",
    unmuted=lambda code: f"I shall remind you of {code} as before.",
    settings="Settings",
    settings_title="My reminders",
    set_ladder=lambda steps: f"Before the last day: {steps}; after it: the first day late, then weekly",
    set_hour=lambda hour: f"Hour: {hour}",
    set_days=lambda days: f"Days: {days}; never on public holidays",
    set_quiet=lambda begin, end: f"Quiet hours: {begin} - {end}",
    set_rhythm={False: "One message on each day with something to tell", True: "One message a week"},
    set_away=lambda day: f"Away until the end of {day}; the next person is told instead",
    set_present="Not away",
    set_coordinating={True: "Coordinated tasks too", False: "Only tasks my agency leads"},
    set_muted=lambda codes: f"Muted: {codes}",
    change_ladder="Steps",
    change_hour="Hour",
    change_days="Days",
    change_quiet="Quiet hours",
    change_rhythm={False: "Weekly", True: "Daily"},
    change_away="Holiday",
    away_days={3: "3 days", 7: "1 week", 14: "2 weeks", 30: "30 days"},
    away_over="I am back",
    change_coordinating={False: "Coordinated too", True: "Led only"},
    in_quiet="That hour lies within the quiet hours; change one of the two.",
    back="◂ Settings",
    short_days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    step_days=lambda n: (f"{n} days" if n > 1 else "1 day") if n else "the day itself",
    ahead="Coming up",
    ahead_title="The next 30 days, if nothing changes",
    ahead_none="Nothing to remind you of in the next 30 days.",
    ahead_cancel=lambda n: f"Cancel {n}",
    ahead_cancelled="That reminder is cancelled.",
    ahead_more=lambda n: f"… and {n} later",
    summaries={
        "ongoing": "what goes on all the time",
        "quarter": "quarterly report",
        "month": "how everything stands",
        "unreachable": "focal point out of reach",
        "unanswered": "waits for an answer: proposal",
        "silent": "an agency has not answered: proposal",
        "claim-waits": "waits for confirmation: report",
        "extension-waits": "waits for a decision: extension",
    },
    ledger_title=lambda since: f"Ledger of reminders since {since}",
    ledger_none="Nothing was sent yet.",
    ledger_line=lambda who, planned, sent, seen, noted, failed, unknown: (
        f"{who}: sent {sent}, seen {seen}, noted {noted}"
        + (f", waiting {planned}" if planned else "")
        + (f", failed {failed}" if failed else "")
        + (f", unknown {unknown}" if unknown else "")
    ),
    ledger_task=lambda code: f"Who was reminded of {code}",
    ledger_ask="By task: /ledger 71-89 · by agency: /ledger Bộ Y tế",
    states={
        "planned": "waiting",
        "sending": "on its way",
        "sent": "sent",
        "failed": "failed",
        "unknown": "unknown whether it arrived",
        "dropped": "dropped",
        "cancelled": "cancelled by the person",
    },
    news={
        "claim": "news: claim to confirm",
        "decision": "news: decision on a report",
        "question": "news: question on a report",
        "reply": "news: answer about a report",
        "report": "news: somebody else's report",
        "extension": "news: extension asked for",
        "extension-decision": "news: decision on an extension",
        "proposal": "news: proposal to act on",
        "answer": "news: answer to a proposal",
        "pursuit": "news: proposal asked on",
        "closing": "news: proposal closed",
        "task": "news: new task",
        "recall": "news: task taken back",
    },
    seen="seen",
    noted="noted",
    somebody="a group, or somebody who left",
    calendar=lambda n: (
        f"A calendar of {n} deadlines. Open it to add them; /calendar again updates them without doubles."
    ),
    calendar_none="There is no deadline for a calendar: you are of no agency and follow nothing.",
    calendar_name=lambda who: f"Resolution 57 · {who}",
    calendar_due=lambda title: f"Due: {title}",
    watching=lambda what, n: f"I shall remind you of {_tasks(n)} about “{what}”.",
    watch_ended=lambda what: f"No longer following {what}.",
    unwatch=lambda what: f"Stop following: {what}",
)
