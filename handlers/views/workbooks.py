"""A workbook that came back: its changes before the yes, or what is wrong with which cell; what came of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from handlers import actions
from handlers.actions import Action
from handlers.views.reply import Button, Reply, bold, code, esc, italic, shorten
from handlers.views.reports import clock, pieces, told
from handlers.views.wording import reporting_words, workbook_words
from handlers.views.wording.workbooks import WorkbookWords
from handlers.views.words import day
from knowledge.record import Evidence, ReportState
from knowledge.store.imports import StoredImport
from knowledge.workbook import Column, Fault, FileFault, Import, RowChange, WorkbookError

MOST_SHOWN = 10
MOST_WRONG = 40
_TITLE = 70
_SAID = 120
_DETAIL = 60


def listing(stored: StoredImport, titles: Mapping[str, str], made_at: datetime, language: str) -> Reply:
    """Return the changes of a workbook, all of them for one yes. `titles` are the tasks' by code."""
    words, read = workbook_words(language), stored.read
    count = len(read.changes)
    lines = [bold(words.title(read.agency, count)), italic(words.made(clock(made_at)))]
    lines += [_line(place, one, titles, language) for place, one in enumerate(read.changes[:MOST_SHOWN], 1)]
    if count > MOST_SHOWN:
        lines.append(esc(words.more(count - MOST_SHOWN)))
    yes, leave = _button(words.take_all(count), f"yes.{stored.number}"), _button(words.leave, f"drop.{stored.number}")
    return Reply("\n".join(lines), ((yes,), (leave,)))


def not_ready(read: Import, words: WorkbookWords) -> Reply:
    """Say of which cells each is wrong and why, that nothing is recorded, and what to do; or that nothing is new."""
    if not read.faults:
        return Reply(esc(words.nothing))
    lines = [f"⚠️ {bold(words.wrong(len(read.faults)))}"]
    lines += [f"• {esc(fault_line(each, words))}" for each in read.faults[:MOST_WRONG]]
    if len(read.faults) > MOST_WRONG:
        lines.append(esc(words.more_wrong(len(read.faults) - MOST_WRONG)))
    lines += ["", *([esc(words.ready(len(read.changes)))] if read.changes else []), esc(words.mend)]
    return Reply("\n".join(lines))


def _line(place: int, one: RowChange, titles: Mapping[str, str], language: str) -> str:
    words, said = workbook_words(language), reporting_words(language)
    head = f"{place}. {code(one.task)} {esc(shorten(titles.get(one.task, ''), _TITLE))}"
    facts: list[str] = []
    evidence: Sequence[Evidence] = ()
    if one.added is not None:
        facts, evidence = [bold(words.adds_evidence)], one.added.evidence
    elif one.report is not None:
        report, evidence = one.report, one.report.evidence
        facts = [told(report.after, report.percent, shorten(report.words, _SAID), said)]
        if report.done_on is not None:
            facts.append(f"{esc(words.done_on)} {day(report.done_on)}")
        if report.obstacle:
            facts.append(f"{esc(words.obstacle)}: {esc(shorten(report.obstacle, _SAID))}")
    if evidence:
        facts.append(pieces(evidence, said))
    if one.newer:
        facts.append(esc(words.newer))
    return f"{head}\n→ {' · '.join(facts)}"


def fault_line(fault: Fault, words: WorkbookWords) -> str:
    """Return "Dòng 12, cột “Ngày hoàn thành” (I12): …", plain text."""
    where = words.in_cell(fault.row, words.heading(fault.column), fault.cell)
    return f"{where}: {words.faults[fault.why](shorten(fault.detail, _DETAIL))}"


def refused(error: WorkbookError, words: WorkbookWords) -> Reply:
    """Say why a file is not taken at all, and what to do."""
    detail = words.heading(Column(error.detail)) if error.why is FileFault.HEADING_MISSING else error.detail
    return Reply(esc(words.files[error.why](detail)))


def recorded(count: int, states: Sequence[ReportState], at: datetime, words: WorkbookWords) -> Reply:
    """Return the acknowledgement once all is on disk; `states` are those of the reports it made or added to."""
    told_of = (
        (words.counting, (ReportState.COUNTS, ReportState.CONFIRMED)),
        (words.to_confirm, (ReportState.AWAITS_CONFIRMATION,)),
        (words.to_prove, (ReportState.AWAITS_EVIDENCE,)),
    )
    lines = [bold(words.recorded(count, clock(at)))]
    for say, which in told_of:
        number = sum(state in which for state in states)
        if number:
            lines.append(esc(say(number)))
    return Reply("\n".join(lines))


def choice(agencies: Sequence[tuple[str, str]], words: WorkbookWords) -> Reply:
    """Ask for which agency, by (name, key of its button)."""
    return Reply(
        esc(words.which_agency), tuple((_button(shorten(name, _DETAIL), f"get.{key}"),) for name, key in agencies)
    )


def claims_came(agency: str, count: int, words: WorkbookWords) -> Reply:
    """Tell a supervisor, once for a whole workbook, what waits for confirmation."""
    see = Button(words.see_claims, Action(actions.CLAIMS, "1").encode())
    return Reply(esc(words.claims_came(agency, count)), ((see,),))


def _button(label: str, subject: str) -> Button:
    return Button(label, Action(actions.WORKBOOK, subject).encode())
