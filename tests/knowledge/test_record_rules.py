"""The rules of the record, as tables: what may follow what, what a sentence is, what is on time."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from knowledge.progress import Judged, Status, TaskClass, classify, judge
from knowledge.record import (
    Evidence,
    EvidenceKind,
    ExtensionAsked,
    ExtensionFault,
    ExtensionField,
    Refusal,
    RefusedError,
    Reported,
    ReportState,
    deadline_in_chat,
    extension_faults,
    is_sentence,
    may_follow,
)
from knowledge.record.changes import KINDS
from knowledge.record.duties import roll_up
from knowledge.record.evidence import is_usable
from knowledge.record.reports import NEXT, Action, Progress, after_action, new_report, progress_of
from knowledge.when import Deadline, DeadlineKind
from tests.trials.office import COLLECTIVE, HEALTH, NOW, POLICE, TAX

OPEN = {Status.NOT_STARTED, Status.IN_PROGRESS}
REPORTABLE = {*OPEN, Status.DONE, Status.DROPPED}
BY_31 = Deadline("chậm nhất 31/12/2026", DeadlineKind.BY, last=date(2026, 12, 31))
BEFORE_31 = Deadline("trước ngày 31/12/2026", DeadlineKind.BY, last=date(2026, 12, 31), strict=True)


@pytest.mark.parametrize(("before", "after"), list(product(Status, Status)))
def test_what_may_follow_what(before: Status, after: Status) -> None:
    finished = before in (Status.DONE, Status.DROPPED)
    assert may_follow(before, after, regular=False) is (after in REPORTABLE and not finished)
    assert may_follow(before, after, regular=True) is (after in REPORTABLE and before is not Status.DROPPED)


@pytest.mark.parametrize(("state", "action"), list(product(ReportState, Action)))
def test_what_can_happen_to_a_report(state: ReportState, action: Action) -> None:
    report = _report(1, Status.DONE, state)
    if (state, action) in NEXT:
        assert after_action(report, action) is NEXT[state, action]
        return
    with pytest.raises(RefusedError) as refused:
        after_action(report, action)
    unproven = state is ReportState.AWAITS_EVIDENCE and action is Action.CONFIRM
    assert refused.value.why is (Refusal.EVIDENCE_MISSING if unproven else Refusal.WRONG_STATE)


def test_nothing_but_a_supervisor_or_no_claim_makes_a_report_count() -> None:
    into_confirmed = {pair for pair, state in NEXT.items() if state is ReportState.CONFIRMED}
    assert into_confirmed == {
        (ReportState.AWAITS_CONFIRMATION, Action.CONFIRM),
        (ReportState.CONFIRMED, Action.ADD_EVIDENCE),
    }
    assert not {pair for pair, state in NEXT.items() if state is ReportState.COUNTS and pair[0] is not state}


@pytest.mark.parametrize(
    ("after", "evidence", "state"),
    [
        (Status.IN_PROGRESS, False, ReportState.COUNTS),
        (Status.NOT_STARTED, False, ReportState.COUNTS),
        (Status.DONE, False, ReportState.AWAITS_EVIDENCE),
        (Status.DONE, True, ReportState.AWAITS_CONFIRMATION),
        (Status.DROPPED, False, ReportState.AWAITS_CONFIRMATION),
    ],
)
def test_claims_wait_and_the_rest_counts_at_once(after: Status, evidence: bool, state: ReportState) -> None:
    shown = (Evidence(EvidenceKind.DOCUMENT, "1/BC-BYT"),) if evidence else ()
    assert new_report(1, "x", NOW, Reported("71-1", HEALTH, after, evidence=shown)).state is state


def _report(number: int, after: Status, state: ReportState, decision: int = 0):

    return replace(new_report(number, "x", NOW, Reported("71-1", HEALTH, after)), state=state, decision=decision)


def test_the_latest_effect_decides_not_the_latest_report() -> None:
    started = _report(1, Status.IN_PROGRESS, ReportState.COUNTS)
    claim = _report(2, Status.DONE, ReportState.CONFIRMED, decision=4)
    meanwhile = _report(3, Status.IN_PROGRESS, ReportState.COUNTS)
    assert progress_of([meanwhile, claim, started]).status is Status.DONE
    waiting = _report(2, Status.DONE, ReportState.AWAITS_CONFIRMATION)
    progress = progress_of([started, waiting, meanwhile])
    assert (progress.status, progress.report, progress.last, progress.claim) == (Status.IN_PROGRESS, 3, 3, 2)


def test_a_later_claim_takes_the_place_of_those_before_it_even_when_it_is_sent_back() -> None:
    first = _report(1, Status.DONE, ReportState.AWAITS_CONFIRMATION)
    assert progress_of([first, _report(2, Status.DONE, ReportState.AWAITS_EVIDENCE)]).claim == 2
    progress = progress_of([first, _report(2, Status.DONE, ReportState.RETURNED, decision=3)])
    assert (progress.claim, progress.returned) == (0, 2)
    assert progress_of([first, _report(2, Status.DONE, ReportState.WITHDRAWN, decision=3)]).claim == 1


def test_what_was_withdrawn_is_silence_and_what_was_sent_back_is_not() -> None:
    assert progress_of([_report(1, Status.IN_PROGRESS, ReportState.WITHDRAWN, decision=2)]).silent
    assert not progress_of([_report(1, Status.DONE, ReportState.RETURNED, decision=2)]).silent


@pytest.mark.parametrize(
    ("statuses", "task"),
    [
        ((Status.NO_REPORT, Status.NO_REPORT, Status.NO_REPORT), Status.NO_REPORT),
        ((Status.NO_REPORT, Status.NOT_STARTED, Status.NO_REPORT), Status.NOT_STARTED),
        ((Status.NO_REPORT, Status.DONE, Status.NO_REPORT), Status.IN_PROGRESS),
        ((Status.DONE, Status.IN_PROGRESS, Status.DONE), Status.IN_PROGRESS),
        ((Status.DONE, Status.DONE, Status.DONE), Status.DONE),
        ((Status.DONE, Status.DROPPED, Status.DONE), Status.DONE),
        ((Status.DROPPED, Status.DROPPED, Status.DROPPED), Status.DROPPED),
        ((Status.DROPPED, Status.NO_REPORT, Status.DROPPED), Status.NO_REPORT),
    ],
)
def test_a_collective_task_is_rolled_up(statuses: tuple[Status, ...], task: Status) -> None:
    each = {
        name: Progress(status=status, last=int(status is not Status.NO_REPORT))
        for name, status in zip((HEALTH, POLICE, TAX), statuses, strict=True)
    }
    rolled = roll_up(COLLECTIVE, each.__getitem__)
    assert rolled.status is task
    assert rolled.assignees == 3
    assert rolled.silent == tuple(name for name, p in each.items() if p.status is Status.NO_REPORT)


@pytest.mark.parametrize(
    ("status", "deadline", "done_on", "expected"),
    [
        (Status.DONE, BY_31, date(2026, 12, 31), TaskClass.DONE_ON_TIME),
        (Status.DONE, BY_31, date(2027, 1, 1), TaskClass.DONE_LATE),
        (Status.DONE, BEFORE_31, date(2026, 12, 30), TaskClass.DONE_ON_TIME),
        (Status.DONE, BEFORE_31, date(2026, 12, 31), TaskClass.DONE_LATE),
        (Status.DONE, Deadline(), date(2030, 1, 1), TaskClass.DONE_ON_TIME),
        (Status.IN_PROGRESS, BY_31, None, TaskClass.OPEN_OVERDUE),
        (Status.NO_REPORT, BY_31, None, TaskClass.OPEN_OVERDUE),
        (Status.NOT_STARTED, Deadline(), None, TaskClass.OPEN_IN_TIME),
        (Status.DROPPED, BY_31, None, TaskClass.DROPPED),
        (Status.DONE, Deadline(kind=DeadlineKind.ONGOING), date(2026, 1, 1), TaskClass.REGULAR),
        (Status.NO_REPORT, Deadline(kind=DeadlineKind.RECURRING), None, TaskClass.REGULAR),
    ],
)
def test_the_classes_of_the_national_system(
    status: Status, deadline: Deadline, done_on: date | None, expected: TaskClass
) -> None:
    assert classify(status, deadline, done_on, date(2027, 2, 1)) is expected


def test_on_time_is_judged_by_both_deadlines() -> None:
    done_on, until = date(2027, 2, 1), date(2027, 3, 31)
    judged = judge(Status.DONE, BEFORE_31, until, done_on, date(2027, 4, 1))
    assert judged == Judged(TaskClass.DONE_LATE, TaskClass.DONE_ON_TIME)
    assert judged.now is TaskClass.DONE_ON_TIME
    assert judge(Status.DONE, BEFORE_31, None, done_on, date(2027, 4, 1)).now is TaskClass.DONE_LATE


CAUSE = "Bộ Tài chính chưa cấp kinh phí theo kế hoạch năm"
RESPONSIBILITY = "Trách nhiệm thuộc Vụ Kế hoạch do trình dự toán chậm"
REMEDY = "Đã họp ba bên, thống nhất cấp vốn trong tháng 12"


@pytest.mark.parametrize(
    "text",
    [
        CAUSE,
        RESPONSIBILITY,
        REMEDY,
        "do kp cap cham 3 thang so voi ke hoach",
        "The budget was approved three months late",
        "vu phap che chiu trach nhiem ve viec nay",
    ],
)
def test_a_real_sentence(text: str) -> None:
    assert is_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "abc",
        "abc abc abc abc abc abc",
        "aaaaaaaa",
        "aaa aaaa aaaaa aaa aaaa aa",
        "asdf qwer zxcv asdf hjkl",
        "a b c d e f g h",
        "1 2 3 4 5 6 7",
        "......... ----- ?????",
        "không rõ",
        "do khách quan",
        "test test test test test test",
        "như trên",
        "như đã nêu ở phần nguyên nhân",
        "xem nguyên nhân đã trình bày ở trên",
        "😀😀😀 😀😀 😀😀😀 😀 😀",
    ],
)
def test_no_sentence(text: str) -> None:
    assert not is_sentence(text)


@pytest.mark.parametrize(
    ("cause", "responsibility", "remedy", "proposed", "faults"),
    [
        (CAUSE, RESPONSIBILITY, REMEDY, date(2027, 6, 30), ()),
        ("", "abc", REMEDY, date(2027, 6, 30), (("cause", "blank"), ("responsibility", "no_sentence"))),
        (CAUSE, CAUSE.upper(), REMEDY, date(2027, 6, 30), (("responsibility", "copy"),)),
        (CAUSE, RESPONSIBILITY, CAUSE + ".", date(2027, 6, 30), (("remedy", "copy"),)),
        (CAUSE, RESPONSIBILITY, REMEDY, date(2026, 12, 31), (("proposed", "not_later"),)),
        (CAUSE, RESPONSIBILITY, REMEDY, date(2026, 1, 1), (("proposed", "not_later"),)),
    ],
)
def test_an_extension_needs_cause_responsibility_remedy_and_a_later_day(
    cause: str, responsibility: str, remedy: str, proposed: date, faults: tuple[tuple[str, str], ...]
) -> None:
    asked = ExtensionAsked("71-1", HEALTH, cause, responsibility, remedy, proposed)
    found = extension_faults(asked, BY_31, date(2026, 11, 22))
    assert found == tuple((ExtensionField(name), ExtensionFault(fault)) for name, fault in faults)


def test_an_extension_into_the_past_or_of_nothing_is_a_fault() -> None:
    asked = ExtensionAsked("71-1", HEALTH, CAUSE, RESPONSIBILITY, REMEDY, date(2027, 6, 30))
    assert extension_faults(asked, BY_31, date(2027, 7, 1)) == ((ExtensionField.PROPOSED, ExtensionFault.PAST),)
    no_day = ((ExtensionField.PROPOSED, ExtensionFault.NO_DEADLINE),)
    assert extension_faults(asked, Deadline(), date(2026, 11, 22)) == no_day


@pytest.mark.parametrize(
    ("kind", "ref", "usable"),
    [
        (EvidenceKind.FILE, "a" * 64, True),
        (EvidenceKind.FILE, "../../etc/passwd", False),
        (EvidenceKind.PHOTO, "A" * 64, False),
        (EvidenceKind.LINK, "https://vanban.chinhphu.vn/?docid=1", True),
        (EvidenceKind.LINK, "javascript:alert(1)", False),
        (EvidenceKind.LINK, "http://[", False),
        (EvidenceKind.LINK, "https://localhost", False),
        (EvidenceKind.DOCUMENT, "123/TTr-BCA", True),
        (EvidenceKind.DOCUMENT, "tờ trình", False),
    ],
)
def test_evidence_is_what_its_kind_asks_for(kind: EvidenceKind, ref: str, usable: bool) -> None:
    assert is_usable(Evidence(kind, ref)) is usable


@pytest.mark.parametrize(
    ("words", "last", "strict"),
    [
        ("trước 30/12", date(2026, 12, 30), True),
        ("10/1", date(2027, 1, 10), False),
        ("trong quý I", date(2027, 3, 31), False),
        ("hết tháng này", date(2026, 11, 30), False),
        ("thứ sáu tuần sau", date(2026, 11, 27), False),
        ("31/3/2026", date(2026, 3, 31), False),
    ],
)
def test_a_deadline_in_chat_lies_ahead_unless_its_year_is_said(words: str, last: date, strict: bool) -> None:
    deadline = deadline_in_chat(words, date(2026, 11, 22))
    assert (deadline.last, deadline.strict, deadline.text) == (last, strict, words)


def test_a_regular_duty_can_be_given_in_chat() -> None:
    assert deadline_in_chat("hằng quý trước ngày 15 tháng cuối quý", NOW.date()).kind is DeadlineKind.RECURRING
    assert deadline_in_chat("khi có kết luận", NOW.date() + timedelta(1)).last is None


def test_every_change_has_a_name_of_its_own() -> None:
    assert len(set(KINDS.values())) == len(KINDS)
