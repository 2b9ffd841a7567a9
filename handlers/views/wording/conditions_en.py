"""The words on a question's conditions in English."""

from collections.abc import Callable, Sequence

from handlers.views.wording.conditions import ConditionWords
from knowledge.questions import Amount, Lateness


def _amount(amount: Amount) -> str:
    return f"{amount.count} {amount.unit}{'' if amount.count == 1 else 's'}"


def _overdue(late: Lateness, day: str) -> str:
    parts = []
    if late.least and late.most and not (late.more or late.less):
        parts.append(f"{_amount(late.least)} to {_amount(late.most)}")
    else:
        if late.least:
            parts.append(f"{'more than' if late.more else 'at least'} {_amount(late.least)}")
        if late.most:
            parts.append(f"{'less than' if late.less else 'at most'} {_amount(late.most)}")
    return f"overdue by {' and '.join(parts)} (as of {day})"


def _counted(one: str, many: str, but: str = "") -> Callable[[int | None, int | None], str]:
    def told(least: int | None, most: int | None) -> str:
        if most == 0:
            return f"no {one}"
        if least == most:
            return f"exactly {least} {one if least == 1 else many}"
        if least is None:
            return f"at most {most} {one if most == 1 else many}{but}"
        if most is None:
            return f"at least {least} {one if least == 1 else many}"
        return f"{least} to {most} {many}"

    return told


def _no_target(asked: Sequence[int], years: Sequence[int]) -> str:
    named = ", ".join(str(year) for year in asked if year)
    there = " and ".join(map(str, years))
    return f"The directives set targets for {there} only, none for {named or 'the time you ask about'}."


_ROLES = {"lead": "lead", "coordinator": "coordinating"}
_EXCLUDED: dict[str, Callable[[str], str]] = {
    "lead": lambda names: f"without tasks led by: {names}",
    "coordinator": lambda names: f"without tasks coordinated by: {names}",
    "any": lambda names: f"without tasks in which they take part, through groups too: {names}",
}


CONDITIONS = ConditionWords(
    overdue=_overdue,
    rhythms={"week": "weekly", "month": "monthly", "quarter": "quarterly", "half": "half-yearly", "year": "yearly"},
    output=lambda kinds: f"output: {kinds}",
    outputs={
        "law": "law",
        "decree": "decree",
        "resolution": "resolution",
        "decision": "decision",
        "circular": "circular",
        "instruction": "directive (chỉ thị)",
        "scheme": "scheme (đề án)",
        "plan": "plan",
        "programme": "programme",
        "strategy": "strategy",
        "master_plan": "master plan",
        "catalogue": "list (danh mục)",
        "criteria": "set of criteria",
        "report": "report",
        "database": "database",
        "platform": "platform",
        "system": "system",
    },
    issued_by=lambda kind, issuer: f"{kind} of the {issuer}",
    issuers={
        "prime_minister": "Prime Minister",
        "government": "Government",
        "assembly": "National Assembly",
        "minister": "minister",
    },
    excluded=lambda names, role: _EXCLUDED[role](names),
    joint=lambda n, names: f"Still counting {n} given to groups with {names}.",
    but_states=lambda states: f"without what is {states}",
    given_by=lambda names: f"given by {names}",
    unit=lambda unit, group: f"{unit} (one of: {group})",
    unit_only=lambda unit, group: f"No directive names {unit}; these are given to the group: {group}.",
    parties=lambda role, least, most: _counted(f"{_ROLES[role]} agency", f"{_ROLES[role]} agencies")(least, most),
    all_of=lambda names: f"{names} (together)",
    common=lambda n, names: f"{n} of them given to all of {names} themselves.",
    whatever=lambda states: f"both {' and '.join(states)}",
    either=" or ".join,
    but_topics=lambda topics: f"without tasks about: {topics}",
    groups_only="only what is given to groups",
    none_of=lambda late: f"agencies with no task that is {late}",
    counted=_counted("task", "tasks", " (those with none are not listed)"),
    criteria=_counted("criterion", "criteria"),
    unread=lambda said: f"Not taken into account: {said}.",
    unknown=lambda name: f"No directive names {name}.",
    not_there=lambda said: f"“{said}”: this list has no such condition to leave aside.",
    no_database=lambda name: f"No database called “{name}” stands in the directives I have.",
    near_databases="Called most like it:",
    no_document=lambda name: f"No task in the directives I have is to make “{name}”.",
    near_tasks="Nearest, but not the document you ask about:",
    nearest_else="What seems nearest in the text:",
    only_targets="The directives only set targets and do not say how far any is; these are all indicators that fit.",
    unconnected=lambda n: (
        "The directives I have do not list the databases connected to the National Data Centre; Annex 2 of 329/TB-VPCP "
        + (f"only names {n} that are not." if n else "names none that fits among those that are not.")
    ),
    all_databases="All tracked databases",
    no_place=lambda number, said: f"{number} has no “{said}”",
    has_within=lambda place, there: f"{place} has: {there}",
    has=lambda there: f"It has: {there}",
    to="to",
    none_issued=lambda said, n: f"“{said}”: none of the {n} directives I have was issued then.",
    issued="Issued:",
    due_then="If you mean what is due then, say “tasks due” before the time.",
    same_number=lambda number: f"The directive with that number that I have is {number}.",
    some_directives=lambda n: f"{n} directives that fit",
    issued_then=lambda number, day, right: f"{'Yes' if right else 'No'}: {number} was issued on {day}.",
    only_aim=lambda code: f"They set a target and do not say how far it is: type “indicator {code}” to see it.",
    only_mentioned="The directives I have only mention it; its own text is not in them.",
    without=lambda names: f"except {names}",
    no_target=_no_target,
    parts_of=lambda code: f"the parts of {code}",
    none_late_title=lambda late: f"Lead agencies with no task that is {late}, with the number of their own tasks",
    undated=lambda none, vague: (
        f"{none} without any deadline · {vague} with one that names no day (“promptly”, “on schedule”…)"
    ),
    indicator_parts=lambda told, n: f"{told} and {n} parts of some of them",
    agencies=lambda n: f"{n} {'agency' if n == 1 else 'agencies'}",
    nobody="No agency fits.",
    by_agency={"indicators": "Indicators by responsible agency", "databases": "Tracked databases by agency"},
)
