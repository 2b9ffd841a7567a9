"""What is said about workbooks, in English."""

from handlers.views.wording.reports_en import REPORTS
from handlers.views.wording.workbooks import WorkbookWords
from knowledge.workbook import OFFERED, CellFault, Column, FileFault, Labels

_HEADINGS = {
    Column.CODE: "Code",
    Column.TITLE: "Task",
    Column.QUOTE: "Text",
    Column.ROLE: "Role",
    Column.DEADLINE: "Deadline",
    Column.NOW: "Now",
    Column.STATUS: "Status",
    Column.PERCENT: "Percent",
    Column.DONE_ON: "Done on",
    Column.WORDS: "What was done",
    Column.OBSTACLE: "Obstacle",
    Column.EVIDENCE: "Evidence",
}

_LABELS = Labels(
    language="en",
    sheet="Tasks",
    guide_sheet="How to fill in",
    title="TASKS UNDER RESOLUTION 57",
    note="Fill in the yellow columns of tasks that changed, then send this file back to the assistant.",
    headings=_HEADINGS,
    statuses={status: REPORTS.statuses[status] for status in OFFERED},
    guide=(
        "HOW TO FILL IN",
        "1. Fill in only the tasks that changed, in the yellow columns. An empty row means nothing new.",
        "2. Status: choose from the list. Left empty beside other cells, the present status stays (open tasks).",
        "3. Percent: a whole number from 0 to 100. What is done is 100 and may be left empty.",
        "4. Done on: the day the work was really done, day/month/year, e.g. 12/11/2026. Needed when it is done.",
        "5. Not to be done any more: give the reason as a sentence under What was done.",
        "6. Evidence: document numbers or links, several apart by semicolons. Photos and files are sent in chat.",
        "    With nothing else filled in, the evidence is added to the last report.",
        "7. Send this .xlsx file back to the assistant. A wrong cell stops it all; else it lists all, for your yes.",
        "8. No state secrets in this file (Law 117/2025/QH15).",
    ),
    status_odd="Choose a status from the list.",
    percent_odd="A whole number from 0 to 100.",
    date_odd="Day/month/year, e.g. 12/11/2026.",
)

WORKBOOKS = WorkbookWords(
    labels=_LABELS,
    shared=lambda group: f"Shared: {group}",
    lead="Lead",
    sent=lambda agency, n: (
        f"{agency}: {n} {'task' if n == 1 else 'tasks'}. Fill in the yellow columns of what changed and send the file "
        "back here; I check it row by row. With a wrong cell nothing is recorded; else I list the changes, and one tap "
        "records them all."
    ),
    which_agency="Which agency's workbook?",
    no_agency="The workbook is for reporting for an agency: it takes the role of focal point or staff. See /roles.",
    no_tasks=lambda agency: f"{agency} has no task to report on.",
    title=lambda agency, n: f"{agency} · {n} {'change' if n == 1 else 'changes'} in the file",
    made=lambda when: f"Workbook made {when}. Nothing is recorded yet.",
    done_on="done on",
    obstacle="obstacle",
    adds_evidence="Evidence added",
    newer="⚠️ there is a report newer than this workbook",
    more=lambda n: f"and {n} more",
    wrong=lambda n: f"Nothing is recorded, for {n} {'cell is' if n == 1 else 'cells are'} wrong:",
    in_cell=lambda row, heading, cell: f"Row {row}, column “{heading}” ({cell})",
    faults={
        CellFault.CODE_MISSING: lambda _: "filled in, but the task code is missing.",
        CellFault.NOT_LISTED: lambda code: f"“{code}” is not in this agency's workbook.",
        CellFault.DUPLICATE: lambda row: f"this task is filled in twice (also in row {row}); keep one.",
        CellFault.MERGED: lambda _: "merged cells: it is not clear which task is meant; unmerge and fill in each row.",
        CellFault.FORMULA: lambda _: "the cell is a formula; paste it as a value.",
        CellFault.ERROR_VALUE: lambda said: f"the cell shows the error {said}.",
        CellFault.STATUS_ODD: lambda said: f"“{said}” is not in the list of statuses.",
        CellFault.STATUS_MISSING: lambda _: "no status was chosen.",
        CellFault.PERCENT_ODD: lambda said: f"“{said}” is no whole number from 0 to 100.",
        CellFault.DATE_ODD: lambda said: f"“{said}” is no day; write it like 12/11/2026.",
        CellFault.EVIDENCE_ODD: lambda said: (
            f"“{said}” is neither a document number nor a link (e.g. 45/QĐ-BYT, https://…)."
        ),
        CellFault.TOO_LONG: lambda n: f"{n} characters; 4000 at most.",
        CellFault.SECRET: lambda _: "stamped secret; I do not take or keep it (Law 117/2025/QH15).",
        CellFault.CLOSED: lambda _: "the task is confirmed as done or dropped and takes no further report.",
        CellFault.PERCENT_UNFIT: lambda _: "does not fit the status (not started is 0, done is 100).",
        CellFault.DATE_MISSING: lambda _: "done needs the day it was done.",
        CellFault.DATE_AHEAD: lambda _: "that day has not come yet.",
        CellFault.REASON_MISSING: lambda _: "not to be done any more needs a reason in a sentence.",
        CellFault.NOT_YOURS: lambda _: "you cannot report on this task for this agency.",
        CellFault.GONE: lambda _: "there is no task with this code any more; get a new workbook with /excel.",
    },
    more_wrong=lambda n: f"and {n} more, which I name when you send it again.",
    nothing="There is nothing new in this file. Fill in the yellow columns and send it again.",
    ready=lambda n: f"{n} other {'row is' if n == 1 else 'rows are'} right and ready.",
    mend="Mend these cells and send the file again: once all is right I list the changes, and one tap records them.",
    take_all=lambda n: f"Record all {n}",
    leave="Leave it",
    changed_meanwhile="Something changed since this was listed, so nothing is recorded yet. Please look again:",
    recorded=lambda n, when: f"✅ {n} {'row' if n == 1 else 'rows'} recorded at {when}",
    counting=lambda n: f"{n} in effect at once",
    to_confirm=lambda n: f"{n} waiting for a supervisor's confirmation",
    to_prove=lambda n: f"{n} reported as done, waiting for evidence",
    claims_came=lambda agency, n: (
        f"{agency} reported {n} {'task' if n == 1 else 'tasks'} for you to confirm (by workbook)."
    ),
    see_claims="See",
    left="Nothing of this file is recorded.",
    gone="This file was left, or waited for more than 7 days. Please send it again.",
    not_your_agency=lambda agency: (
        f"This is the workbook of {agency}; your present roles do not report for it, so nothing is recorded. /roles "
        "shows your roles, /excel your own agency's workbook."
    ),
    files={
        FileFault.NOT_A_WORKBOOK: lambda _: "This is no Excel .xlsx file. Use Save as, type .xlsx, and send it again.",
        FileFault.OLD_OR_LOCKED: lambda _: (
            "This file is of an old Excel (.xls) or has a password, so I cannot read it. Save it as .xlsx without one."
        ),
        FileFault.MACROS: lambda _: "This file holds macros, so I do not open it. Save it as .xlsx and send it again.",
        FileFault.TOO_LARGE: lambda _: "This file is too large (over 10 MB unpacked). Start anew with /excel.",
        FileFault.BROKEN: lambda _: "This file is broken. Open it in Excel, save it as .xlsx and send it again.",
        FileFault.NOT_OURS: lambda _: "This is no workbook from /excel. Get one with /excel and fill it in.",
        FileFault.CHANGED: lambda _: (
            "This workbook is of another version or its hidden part was changed, so I cannot be sure which row is "
            "which task. Get a new one with /excel and copy over what you filled in."
        ),
        FileFault.HEADING_MISSING: lambda heading: (
            f"The column “{heading}” is missing. Headings must stay as they are; get a new workbook with /excel."
        ),
    },
    heading=lambda column: _HEADINGS[column],
)
