"""Words about reports: proposals, evidence, confirmation, history."""

from handlers.views.wording.reports import ReportingWords
from knowledge.progress import Status
from knowledge.record import Refusal, ReportState
from knowledge.store import EvidenceRefusal


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


REPORTS = ReportingWords(
    language="en",
    statuses={
        Status.NO_REPORT: "No report yet",
        Status.NOT_STARTED: "Not started",
        Status.IN_PROGRESS: "In progress",
        Status.DONE: "Done",
        Status.DROPPED: "Dropped",
    },
    states={
        ReportState.COUNTS: "recorded",
        ReportState.AWAITS_EVIDENCE: "awaits evidence",
        ReportState.AWAITS_CONFIRMATION: "awaits confirmation",
        ReportState.CONFIRMED: "confirmed",
        ReportState.RETURNED: "sent back",
        ReportState.WITHDRAWN: "withdrawn",
    },
    is_it_this="I read this as a report on this task. Right?",
    part=lambda n: f"({_count(n, 'more report', 'more reports')} in this message)",
    which_task="Which task do you report on?",
    which_task_typed="Which task do you report on? Type its code, or a few words of its title.",
    or_type_task="Another one: type its code, or a few words of its title.",
    no_such_task=lambda words: f"I find no task of your agency that fits “{words}”.",
    you_report="You report",
    may_not_report=(
        "Thank you, but nothing is recorded: your role does not report progress. Ask a focal point or staff member of "
        "the agency to report, or ask for another role: /roles."
    ),
    for_agency="For",
    which_agency="For which agency do you report?",
    how_is_it=lambda task: f"{task}\n\nHow far is it? Tap, or say it in words, e.g. “đã trình hôm qua, số 123/TTr”.",
    was="Before",
    done_on="Done on",
    on_day="Day",
    day_ahead="the day you named has not come, so I take today; press Change if it is another",
    not_dated="you named no day, so I took today",
    obstacle="Obstacle",
    evidence="Evidence",
    no_evidence_yet="none yet; a photo, file, link or document number gets it confirmed sooner",
    record_it="Yes, record it",
    press_yes="Press “Yes, record it”, and it is done:",
    other_task="Another task ▾",
    change="Change",
    drop="Cancel",
    is_question="I am asking",
    what_to_change="Change what? Tap, or send more photos or files as evidence.",
    change_day="Day it was done",
    change_words="Words of the report",
    change_obstacle="Obstacle",
    percent=lambda n: f"{n}%",
    back="◂ Back",
    ask_day="On what day was it done? For example 20/11/2026, yesterday.",
    day_odd="I need a day that has passed, for example 20/11/2026 or yesterday.",
    ask_words="Type what the report should say.",
    ask_obstacle="Where is it stuck, and whose help is needed?",
    ask_report=lambda task: f"{task}\n\nHow far is it? Tap, or say it in words; photos and files can be sent too.",
    dropped="All right, nothing was recorded.",
    all_dropped=lambda codes: f"Left, nothing recorded: {codes}." if codes else "Left, nothing recorded.",
    not_recorded="not recorded",
    draft_gone="This report was cancelled, or waited for more than 7 days. Report again: /update with the task's code.",
    unrecognised=lambda words: (
        f"I cannot tell which task this part is on: “{words}”. Send it again with the task's code."
    ),
    usage=(
        "Report on a task: <code>/update 71-89.7 done</code>, or in plain words, e.g. “đã trình nghị định về dữ liệu "
        "hôm qua, số 123/TTr-BCA”. To find the code: /tasks."
    ),
    not_for_you=lambda leads, own: f"This task is reported on by {leads}. You can report for {own}.",
    not_yet_read="I cannot read a report in this. Type e.g. “xong ngày 20/11, quyết định 45/QĐ-BYT”, or tap a button.",
    recorded=lambda when: f"✅ Recorded at {when}",
    taken_back=lambda when: f"↩️ Report of {when} withdrawn",
    awaits={
        ReportState.AWAITS_EVIDENCE: (
            "Reported done, awaits evidence: send a photo, file, link or document number right here. Without evidence "
            "it does not count as done."
        ),
        ReportState.AWAITS_CONFIRMATION: "Awaits a supervisor's confirmation; you will be told.",
    },
    between=lambda who, when, what: f"Meanwhile {who} reported on this task too ({when}): {what}. Both are kept.",
    add_evidence="Add evidence",
    withdraw="Withdraw (15 minutes)",
    nothing_to_take_back=(
        "You reported nothing within the last 15 minutes, so there is nothing to withdraw. To correct a report send a "
        "new one: it takes the place of the old."
    ),
    not_reported_by_you="You have not reported on this task, so there is nothing to withdraw.",
    press_withdraw="Press “Withdraw” to take this report back:",
    withdrawn_before="This report is withdrawn already.",
    not_yet_recorded="Nothing is recorded yet. Change what is wrong, or press “Cancel”:",
    report="Report",
    report_again="Report again",
    open_task="Show the task",
    history="History",
    no_evidence_to="This report was withdrawn or sent back, so evidence cannot be added. Please report again.",
    ask_evidence="Send a photo, a file (PDF, Word, Excel, PowerPoint, picture), a link, or a document's number.",
    evidence_odd="I see neither a link nor a document number. For example: 45/QĐ-BYT ngày 20/11/2026, or https://…",
    evidence_added=lambda n: f"✅ Added {_count(n, 'piece', 'pieces')} of evidence",
    evidence_for_which=lambda n: (
        f"Got {_count(n, 'piece', 'pieces')} of evidence. For which task? Tap, or type the report or the task's code "
        "within an hour."
    ),
    only_these_files=(
        "As evidence I take photos, PDF, Word, Excel, PowerPoint, plain text, links and document numbers. Send it "
        "as one of these."
    ),
    not_fetched="I could not fetch this file from Telegram. Send it again in a few seconds.",
    pieces=lambda n: f"{_count(n, 'piece', 'pieces')} of evidence",
    file="file",
    photos=lambda n: "photo" if n == 1 else f"{n} photos",
    claim_title={
        Status.DONE: "Reported done, awaits your confirmation",
        Status.DROPPED: "Reported dropped, awaits your confirmation",
    },
    by="Reported by",
    on_time="on time",
    late=lambda n: f"{_count(n, 'day', 'days')} late",
    done="done",
    done_on_time="done in time",
    done_late=lambda n: f"done {n} {'day' if n == 1 else 'days'} late",
    by_old_deadline="by the original deadline",
    confirm="Confirm",
    confirm_day="Confirm another day",
    send_back="Send back",
    ask_author="Ask",
    see_evidence="See the evidence",
    evidence_gone="This file is not kept any more.",
    ask_confirm_day="By the evidence, on what day was it done? For example 20/11/2026.",
    reopen=lambda number: f"Take back confirmation #{number}",
    ask_reopen="The task is confirmed; without that it is open again. Why? The author will read your words.",
    ask_reason="Why is it sent back? The author will read your words.",
    reason_short="Please give the reason, so that the author knows what to do.",
    ask_question="What do you ask the author?",
    ask_answer="What is your answer?",
    answer="Answer",
    confirmed=lambda who, when: f"✓ confirmed by {who}, {when}",
    returned=lambda who, when: f"✕ sent back by {who}, {when}",
    question_sent="Your question was sent to the author.",
    answer_sent="Your answer was sent.",
    you_are_confirmed="✅ Your report was confirmed",
    you_are_returned="↩️ Your report was sent back",
    you_are_asked="❓ A supervisor asks about your report",
    you_are_answered="💬 The agency answers about a report",
    others_reported=lambda n: (
        "👥 A new report on a task that you had reported on"
        if n == 1
        else f"👥 New reports on {n} tasks that you had reported on"
    ),
    reason="Reason",
    waiting_title=lambda n: (
        f"{_count(n, 'report awaits', 'reports await')} confirmation" + (", longest waiting first" if n > 1 else "")
    ),
    not_waiting=lambda code: f"{code} does not await confirmation.",
    no_such_code=lambda code: f"There is no task {code}. Check the code, or search by its title: /search.",
    waiting_none="No report awaits confirmation.",
    waiting_evidence=lambda n: f"Besides, {_count(n, 'task is', 'tasks are')} reported done without evidence.",
    history_title="History",
    history_none="Nothing is recorded on this task yet.",
    history_ask="Which task's history? Give its code, e.g. <code>/history 71-89.7</code>.",
    somebody=lambda mark: f"person #{mark}",
    kinds={
        "reported": "report",
        "evidence_added": "evidence added",
        "confirmed": "confirmed",
        "returned": "sent back",
        "remarked": "remark",
        "withdrawn": "withdrawn",
        "extension_asked": "extension asked",
        "extension_decided": "extension decided",
        "proposed": "proposal",
        "proposal_answered": "proposal answered",
        "proposal_pursued": "asked on",
        "proposal_closed": "proposal closed",
        "task_assigned": "task given",
        "task_recalled": "task taken back",
        "measured": "value measured",
    },
    no_date="no day given",
    reported=lambda when: f"reported {when}",
    claimed=lambda status, state, when: (
        f"Reported {'done' if status is Status.DONE else 'dropped'}{f' {when}' if when else ''}, "
        f"waiting for {'evidence' if state is ReportState.AWAITS_EVIDENCE else 'confirmation'}"
    ),
    claims_wait="Reported done, waiting",
    sent_back="the last report was sent back",
    rolled_up=lambda name, n, total: f"{name} {n}/{total}",
    silent=lambda n: f"No report yet ({n})",
    put_off=lambda when: f"extended to {when}",
    refusals={
        Refusal.NOT_PERMITTED: "Your present role cannot record this. /roles shows your roles and asks for another.",
        Refusal.NOT_ASSIGNED: "The task is not given to that agency. See who leads on its card, then choose again.",
        Refusal.NOT_THERE: "It is not there any more. Open the task's card to see where it stands.",
        Refusal.TRANSITION: (
            "The task is confirmed as done (or dropped), so its status cannot change. Is that wrong? Ask a supervisor "
            "to take the confirmation back, then report again."
        ),
        Refusal.PERCENT: "The percentage does not fit the status. Tap Change and choose again.",
        Refusal.DONE_ON_MISSING: "A report of completion needs the day it was done. Tap Change, then Day it was done.",
        Refusal.DONE_IN_FUTURE: "The day it was done cannot lie ahead. Tap Change, then Day it was done.",
        Refusal.REASON_MISSING: "A real sentence must say why. Tap Change, then Words of the report.",
        Refusal.WORDS_MISSING: "There are no words yet. Type a sentence and send it.",
        Refusal.EVIDENCE_MISSING: "There is no evidence yet. Send a photo, file, link or document number.",
        Refusal.EVIDENCE_UNUSABLE: "This evidence cannot be used. Send the file again, a full link, or a number.",
        Refusal.TASK_RECALLED: "This task was taken back, so nothing more is recorded. Its card says why.",
        Refusal.WRONG_STATE: "This report was dealt with already. Open the task's history to see where it stands.",
        Refusal.REPLACED: "The agency has sent a newer report. /toconfirm shows it.",
        Refusal.OWN_REPORT: "This is your own report: another supervisor must decide.",
        Refusal.NOT_THE_AUTHOR: "Only its author can withdraw it. You can send a new report to correct it.",
        Refusal.NOT_THE_LAST: "Only your last report on this task can be withdrawn. Send a new one to correct it.",
        Refusal.TOO_LATE: "More than 15 minutes have passed. Send a new report: it takes the place of this one.",
    },
    files_refused={
        EvidenceRefusal.EMPTY: "This file is empty. Check it and send it again.",
        EvidenceRefusal.TOO_LARGE: "The file is larger than 20 MB, which I cannot take. Send a smaller one, or a link.",
        EvidenceRefusal.TYPE: (
            "I do not take this type of file. Send PDF, Word, Excel, PowerPoint (no macros), pictures or plain text."
        ),
        EvidenceRefusal.BROKEN: "I cannot open this file; it may be damaged. Open it, save it and send it again.",
        EvidenceRefusal.SECRET: (
            "This file is stamped secret, so I neither take nor keep it (Law 117/2025/QH15). Send its number only."
        ),
    },
    busy="The database is busy, so nothing was recorded. Tap or send it again in a few seconds.",
    full="The server's disk is full, so nothing was recorded. Tell an administrator, then tap or send it again.",
)
