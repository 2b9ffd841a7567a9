"""What is said about reports: proposals, evidence, confirmation, history. `reports_vi` and `reports_en` fill it in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.progress import Status
from knowledge.record import Refusal, ReportState
from knowledge.store import EvidenceRefusal


@dataclass(frozen=True)
class ReportingWords:
    """Every word of this area that is not data. What goes into a function marked `html` is escaped already."""

    language: str
    statuses: Mapping[Status, str]
    states: Mapping[ReportState, str]  # what has become of a report
    # the proposal
    is_it_this: str
    part: Callable[[int], str]  # how many reports of the message are still to come
    which_task: str
    which_task_typed: str
    or_type_task: str
    no_such_task: Callable[[str], str]
    you_report: str
    may_not_report: str
    for_agency: str
    which_agency: str
    how_is_it: Callable[[str], str]  # html: code and title
    was: str
    done_on: str
    on_day: str
    not_dated: str
    day_ahead: str
    obstacle: str
    evidence: str
    no_evidence_yet: str
    record_it: str
    press_yes: str
    other_task: str
    change: str
    drop: str
    is_question: str
    what_to_change: str
    change_day: str
    change_words: str
    change_obstacle: str
    percent: Callable[[int], str]
    back: str
    ask_day: str
    day_odd: str
    ask_words: str
    ask_obstacle: str
    ask_report: Callable[[str], str]  # html: code and title
    dropped: str
    all_dropped: Callable[[str], str]
    not_recorded: str
    draft_gone: str
    unrecognised: Callable[[str], str]
    usage: str
    not_for_you: Callable[[str, str], str]
    not_yet_read: str
    # the acknowledgement
    recorded: Callable[[str], str]
    taken_back: Callable[[str], str]
    awaits: Mapping[ReportState, str]
    between: Callable[[str, str, str], str]
    add_evidence: str
    withdraw: str
    nothing_to_take_back: str
    not_reported_by_you: str
    press_withdraw: str
    withdrawn_before: str
    not_yet_recorded: str
    report: str
    report_again: str
    open_task: str
    history: str
    # evidence
    no_evidence_to: str
    ask_evidence: str
    evidence_odd: str
    evidence_added: Callable[[int], str]
    evidence_for_which: Callable[[int], str]
    only_these_files: str
    not_fetched: str
    pieces: Callable[[int], str]
    file: str
    photos: Callable[[int], str]
    # confirmation
    claim_title: Mapping[Status, str]
    by: str
    on_time: str
    late: Callable[[int], str]
    done: str
    done_on_time: str
    done_late: Callable[[int], str]
    by_old_deadline: str
    confirm: str
    confirm_day: str
    send_back: str
    ask_author: str
    see_evidence: str
    evidence_gone: str
    ask_confirm_day: str
    ask_reason: str
    reopen: Callable[[int], str]  # a confirmation is taken back: of the report with this number
    ask_reopen: str
    reason_short: str
    ask_question: str
    ask_answer: str
    answer: str
    confirmed: Callable[[str, str], str]
    returned: Callable[[str, str], str]
    question_sent: str
    answer_sent: str
    you_are_confirmed: str
    you_are_returned: str
    you_are_asked: str
    you_are_answered: str
    others_reported: Callable[[int], str]
    reason: str
    waiting_title: Callable[[int], str]
    waiting_none: str
    not_waiting: Callable[[str], str]
    no_such_code: Callable[[str], str]
    waiting_evidence: Callable[[int], str]
    # history
    history_title: str
    history_none: str
    history_ask: str
    somebody: Callable[[str], str]
    kinds: Mapping[str, str]
    no_date: str
    # the card and the lists
    reported: Callable[[str], str]
    claimed: Callable[[Status, ReportState, str], str]  # what, what for it waits, the day of the report or ""
    claims_wait: str
    sent_back: str
    rolled_up: Callable[[str, int, int], str]
    silent: Callable[[int], str]
    put_off: Callable[[str], str]
    # what stands against it
    refusals: Mapping[Refusal, str]  # those that a report, its evidence or a decision on it can meet
    files_refused: Mapping[EvidenceRefusal, str]
    busy: str
    full: str
