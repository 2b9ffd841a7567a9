"""The record as it is used: reports, confirmations, extensions, proposals, tasks given, measured values."""

from collections.abc import Callable
from datetime import UTC, date, timedelta
from itertools import count

import pytest

from knowledge.errors import UnknownAgencyError, UnknownTaskError
from knowledge.progress import Status, TaskClass
from knowledge.record import (
    Actor,
    Change,
    Confirmed,
    EvidenceAdded,
    ExtensionAsked,
    ExtensionDecided,
    ExtensionState,
    Measured,
    MeasuredKind,
    ProposalAnswered,
    ProposalClosed,
    ProposalKind,
    ProposalPursued,
    ProposalState,
    Proposed,
    Refusal,
    RefusedError,
    Remarked,
    Reported,
    ReportState,
    Returned,
    TaskAssigned,
    TaskRecalled,
    Withdrawn,
    deadline_in_chat,
)
from knowledge.store import Receipt, RecordStore, open_database
from knowledge.when import Deadline, DeadlineKind
from tests.trials.office import (
    AN,
    BINH,
    BOTH,
    CHI,
    COLLECTIVE,
    DUNG,
    HEALTH,
    LEADER,
    MINUTE,
    NOW,
    OWN,
    PAPER,
    POLICE,
    TAX,
    TODAY,
    done,
    record_store,
    started,
)

CAUSE = "Bộ Tài chính chưa cấp kinh phí theo kế hoạch năm"
RESPONSIBILITY = "Trách nhiệm thuộc Vụ Kế hoạch do trình dự toán chậm"
REMEDY = "Đã họp ba bên, thống nhất cấp vốn trong tháng 12"
Say = Callable[..., Receipt]


@pytest.fixture
def store() -> RecordStore:
    return record_store(open_database(None))


@pytest.fixture
def say(store: RecordStore) -> Say:
    """Record a change of somebody, each under a key of its own; minutes after nine."""
    keys = count()

    def record(change: Change, by: Actor = AN, after: timedelta = timedelta()) -> Receipt:
        return store.record(change, by, NOW + after, f"update {next(keys)}")

    return record


def refused(say: Say, change: Change, by: Actor = AN, after: timedelta = timedelta()) -> Refusal:
    with pytest.raises(RefusedError) as caught:
        say(change, by, after)
    return caught.value.why


def test_a_report_of_work_under_way_counts_at_once(store: RecordStore, say: Say) -> None:
    number = say(started(percent=40, words="Đang lấy ý kiến")).number
    progress = store.state.progress("71-1", HEALTH)
    assert (progress.status, progress.percent, progress.report) == (Status.IN_PROGRESS, 40, number)
    report = store.state.report(number)
    assert (report.before, report.after, report.actor) == (Status.NO_REPORT, Status.IN_PROGRESS, AN.pseudonym)
    say(started(percent=60))
    assert store.state.reports("71-1", HEALTH)[-1].before is Status.IN_PROGRESS


def test_done_is_done_when_a_supervisor_confirms_it(store: RecordStore, say: Say) -> None:
    number = say(done()).number
    assert store.state.progress("71-1", HEALTH).status is Status.NO_REPORT
    assert [r.id for r in store.state.waiting(ReportState.AWAITS_CONFIRMATION)] == [number]
    say(Confirmed(number), DUNG)
    progress = store.state.progress("71-1", HEALTH)
    assert (progress.status, progress.done_on, progress.claim) == (Status.DONE, date(2026, 11, 20), 0)
    assert store.state.waiting(ReportState.AWAITS_CONFIRMATION) == []
    assert store.state.report(number).decided_by == DUNG.pseudonym


def test_done_without_evidence_waits_for_it_and_never_counts(store: RecordStore, say: Say) -> None:
    number = say(done(evidence=())).number
    assert [r.id for r in store.state.waiting(ReportState.AWAITS_EVIDENCE)] == [number]
    assert refused(say, Confirmed(number), DUNG) is Refusal.EVIDENCE_MISSING
    assert store.book().status(OWN) is Status.NO_REPORT
    say(EvidenceAdded(number, (PAPER,)), BINH)
    assert store.state.report(number).state is ReportState.AWAITS_CONFIRMATION
    say(Confirmed(number), DUNG)
    assert store.book().status(OWN) is Status.DONE


def test_the_day_that_the_evidence_bears_out_is_the_one_that_is_judged(store: RecordStore, say: Say) -> None:
    late = COLLECTIVE.deadline.last
    assert late is not None
    number = say(done("71-2")).number
    say(Confirmed(number, done_on=late), DUNG)
    assert store.book().judged(COLLECTIVE, HEALTH, TODAY).now is TaskClass.DONE_ON_TIME
    number = say(done("71-2", POLICE), CHI).number
    say(Confirmed(number), DUNG)
    assert store.book().judged(COLLECTIVE, POLICE, TODAY).now is TaskClass.DONE_LATE


def test_what_is_sent_back_comes_with_the_reason_and_can_be_reported_again(store: RecordStore, say: Say) -> None:
    first = say(done()).number
    say(Returned(first, "Tờ trình chưa có số đi"), DUNG)
    report = store.state.report(first)
    assert (report.state, report.reason, report.actor) == (ReportState.RETURNED, "Tờ trình chưa có số đi", AN.pseudonym)
    assert store.state.progress("71-1", HEALTH).returned == first
    second = say(done()).number
    assert store.state.progress("71-1", HEALTH).claim == second
    say(Confirmed(second), DUNG)
    assert refused(say, started()) is Refusal.TRANSITION
    assert refused(say, Returned(second, "Chưa đủ"), DUNG) is Refusal.WRONG_STATE
    say(Returned(second, "Xác nhận nhầm", reopens=True), DUNG)
    assert store.state.progress("71-1", HEALTH).status is Status.NO_REPORT


def test_only_the_latest_claim_is_decided(store: RecordStore, say: Say) -> None:
    first, second = say(done()).number, say(done()).number
    assert refused(say, Confirmed(first), DUNG) is Refusal.REPLACED
    assert refused(say, Returned(first, "chưa đủ"), DUNG) is Refusal.REPLACED
    assert [r.id for r in store.state.waiting(ReportState.AWAITS_CONFIRMATION)] == [second]


def test_a_remark_is_kept_and_changes_nothing(store: RecordStore, say: Say) -> None:
    number = say(done()).number
    say(Remarked(number, "Số tờ trình là bao nhiêu?"), DUNG)
    say(Remarked(number, "123/TTr-BYT"), AN)
    report = store.state.report(number)
    assert [r.words for r in report.remarks] == ["Số tờ trình là bao nhiêu?", "123/TTr-BYT"]
    assert report.state is ReportState.AWAITS_CONFIRMATION


def test_two_who_report_at_once_are_both_kept_and_the_later_is_told(store: RecordStore, say: Say) -> None:
    seen = store.state.progress("71-1", HEALTH).last
    first = say(started(percent=30, basis=seen), AN)
    second = say(started(percent=50, basis=seen), BINH)
    assert first.between == ()
    assert [(r.id, r.percent, r.actor) for r in second.between] == [(first.number, 30, AN.pseudonym)]
    assert [r.percent for r in store.state.reports("71-1", HEALTH)] == [30, 50]
    assert say(started(percent=60, basis=second.number), AN).between == ()
    assert say(started(percent=70), AN).between == ()  # who did not look is not told


@pytest.mark.parametrize(("after", "why"), [(15, None), (16, Refusal.TOO_LATE), (-60, None)])
def test_the_last_report_can_be_withdrawn_for_fifteen_minutes(
    after: int, why: Refusal | None, store: RecordStore, say: Say
) -> None:
    say(started(percent=10))
    number = say(started(percent=90)).number
    if why is not None:
        assert refused(say, Withdrawn(number), AN, after * MINUTE) is why
        return
    say(Withdrawn(number), AN, after * MINUTE)
    assert store.state.progress("71-1", HEALTH).percent == 10
    assert refused(say, Withdrawn(number)) is Refusal.NOT_THE_LAST


def test_another_ones_report_and_an_earlier_one_cannot_be_withdrawn(store: RecordStore, say: Say) -> None:
    first = say(started(percent=10)).number
    assert refused(say, Withdrawn(first), BINH) is Refusal.NOT_THE_AUTHOR
    last = say(started(percent=20)).number
    assert refused(say, Withdrawn(first)) is Refusal.NOT_THE_LAST
    say(Withdrawn(last))
    say(Withdrawn(first))
    assert store.state.progress("71-1", HEALTH).silent


def test_what_a_supervisor_confirmed_cannot_be_withdrawn(say: Say) -> None:
    number = say(done()).number
    say(Confirmed(number), DUNG)
    assert refused(say, Withdrawn(number)) is Refusal.WRONG_STATE


PROPOSED = Proposed(ProposalKind.OBSTACLE, HEALTH, "Chưa có hướng dẫn kết nối", to=POLICE, task="71-1")
ASKED = ExtensionAsked("71-1", HEALTH, CAUSE, RESPONSIBILITY, REMEDY, date(2027, 6, 30))
GIVEN = TaskAssigned("Rà soát dữ liệu đất đai", "Rà soát, gửi trước 30/12", (HEALTH,))
MEASURED = Measured(MeasuredKind.INDICATOR, "1.2", HEALTH, "35.5", TODAY, "Báo cáo 12/BC-BYT")


@pytest.mark.parametrize(
    ("change", "by"),
    [
        (started(), CHI),
        (started(agency=POLICE), AN),
        (started(), LEADER),
        (started(), DUNG),
        (ASKED, CHI),
        (ASKED, DUNG),
        (PROPOSED, CHI),
        (GIVEN, AN),
        (GIVEN, BINH),
        (MEASURED, CHI),
        (MEASURED, DUNG),
    ],
)
def test_nobody_records_what_is_not_theirs(change: Change, by: Actor, say: Say, store: RecordStore) -> None:
    assert refused(say, change, by) is Refusal.NOT_PERMITTED
    assert store.log.head.count == 0


def test_only_supervisors_decide_and_never_on_what_is_their_own(say: Say) -> None:
    number = say(done(), BOTH).number
    extension = say(ASKED, BOTH).number
    for decision in (Confirmed(number), Returned(number, "thiếu"), ExtensionDecided(extension, True, "Được")):
        assert refused(say, decision, BINH) is Refusal.NOT_PERMITTED
    assert refused(say, Confirmed(number), BOTH) is Refusal.OWN_REPORT
    assert refused(say, ExtensionDecided(extension, True, "Được"), BOTH) is Refusal.OWN_REPORT
    say(Confirmed(number), DUNG)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (started(percent=101), Refusal.PERCENT),
        (started(percent=-1), Refusal.PERCENT),
        (Reported("71-1", HEALTH, Status.NOT_STARTED, 5), Refusal.PERCENT),
        (Reported("71-1", HEALTH, Status.DONE, 80, done_on=TODAY), Refusal.PERCENT),
        (Reported("71-1", HEALTH, Status.DONE), Refusal.DONE_ON_MISSING),
        (Reported("71-1", HEALTH, Status.DONE, done_on=date(2026, 11, 23)), Refusal.DONE_IN_FUTURE),
        (Reported("71-1", HEALTH, Status.DROPPED, words="bỏ"), Refusal.REASON_MISSING),
        (Reported("71-1", HEALTH, Status.NO_REPORT), Refusal.TRANSITION),
    ],
)
def test_a_report_that_makes_no_sense_is_refused(change: Change, why: Refusal, say: Say, store: RecordStore) -> None:
    assert refused(say, change) is why
    assert store.log.head.count == 0


def test_an_unknown_task_and_one_of_another_agency_are_refused(say: Say) -> None:
    with pytest.raises(UnknownTaskError):
        say(started("71-999"))
    assert refused(say, started("71-1", POLICE), CHI) is Refusal.NOT_ASSIGNED
    assert refused(say, Confirmed(99), DUNG) is Refusal.NOT_THERE


def test_a_regular_duty_is_done_again_and_again(store: RecordStore, say: Say) -> None:
    for _ in range(2):
        say(Confirmed(say(done("71-3")).number), DUNG)
    say(started("71-3"))
    assert store.state.progress("71-3", HEALTH).status is Status.IN_PROGRESS


def test_an_extension_is_decided_with_a_reason_and_the_old_day_stays(store: RecordStore, say: Say) -> None:
    number = say(ASKED).number
    assert refused(say, ASKED) is Refusal.EXTENSION_WAITING
    assert [e.id for e in store.state.waiting_extensions()] == [number]
    assert refused(say, ExtensionDecided(number, True, " "), DUNG) is Refusal.REASON_MISSING
    assert refused(say, ExtensionDecided(number, True, "Được", date(2026, 12, 1)), DUNG) is Refusal.NOT_LATER
    say(ExtensionDecided(number, True, "Vướng mắc khách quan", date(2027, 3, 31)), DUNG)
    extension = store.state.extension(number)
    assert (extension.state, extension.until, extension.before) == (
        ExtensionState.GRANTED,
        date(2027, 3, 31),
        OWN.deadline.last,
    )
    book = store.book()
    assert book.deadline(OWN, HEALTH).last == date(2027, 3, 31)
    assert OWN.deadline.last == date(2026, 12, 31)
    judged = book.judged(OWN, HEALTH, date(2027, 2, 1))
    assert (judged.originally, judged.now) == (TaskClass.OPEN_OVERDUE, TaskClass.OPEN_IN_TIME)


def test_the_next_extension_starts_from_the_day_in_force(store: RecordStore, say: Say) -> None:
    say(ExtensionDecided(say(ASKED).number, True, "Được"), DUNG)
    assert refused(say, ASKED) is Refusal.EXTENSION_FAULTS
    later = ExtensionAsked("71-1", HEALTH, CAUSE, RESPONSIBILITY, REMEDY, date(2027, 9, 30))
    number = say(later).number
    assert store.state.extension(number).before == date(2027, 6, 30)
    say(ExtensionDecided(number, False, "Đã lùi một lần"), DUNG)
    assert store.book().deadline(OWN, HEALTH).last == date(2027, 6, 30)
    assert [e.state for e in store.state.extensions("71-1", HEALTH)] == ["granted", "refused"]
    assert refused(say, ExtensionDecided(number, True, "Nghĩ lại"), DUNG) is Refusal.WRONG_STATE


def test_what_is_done_is_not_put_off(say: Say) -> None:
    say(Confirmed(say(done()).number), DUNG)
    assert refused(say, ASKED) is Refusal.WRONG_STATE


def test_a_proposal_is_answered_by_whom_it_concerns_and_closed_by_who_asked(store: RecordStore, say: Say) -> None:
    number = say(PROPOSED, LEADER).number
    assert [p.id for p in store.state.proposals(to=POLICE)] == [number]
    assert refused(say, ProposalAnswered(number, "Sẽ gửi", HEALTH)) is Refusal.NOT_PERMITTED
    assert refused(say, ProposalAnswered(number, "Sẽ gửi", POLICE), AN) is Refusal.NOT_PERMITTED
    assert refused(say, ProposalAnswered(number, " ", POLICE), CHI) is Refusal.WORDS_MISSING
    say(ProposalAnswered(number, "Đã ban hành hướng dẫn 45/HD-BCA", POLICE), CHI)
    say(ProposalAnswered(number, "Đề nghị hai bên họp", ""), DUNG)
    proposal = store.state.proposal(number)
    assert [(a.agency, a.actor) for a in proposal.answers] == [(POLICE, CHI.pseudonym), ("", DUNG.pseudonym)]
    assert proposal.state is ProposalState.ANSWERED
    assert refused(say, ProposalClosed(number), AN) is Refusal.NOT_THE_AUTHOR
    say(ProposalClosed(number, "Đã kết nối"), LEADER)
    assert store.state.proposal(number).state is ProposalState.CLOSED
    assert refused(say, ProposalAnswered(number, "Thêm", POLICE), CHI) is Refusal.WRONG_STATE


def test_who_asked_asks_on_until_it_is_closed(store: RecordStore, say: Say) -> None:
    number = say(PROPOSED, LEADER).number
    say(ProposalAnswered(number, "Đang xem xét", POLICE), CHI)
    assert refused(say, ProposalPursued(number, "Bao giờ xong?"), AN) is Refusal.NOT_THE_AUTHOR
    assert refused(say, ProposalPursued(number, " "), LEADER) is Refusal.WORDS_MISSING
    say(ProposalPursued(number, "Bao giờ xong?"), LEADER, MINUTE)
    proposal = store.state.proposal(number)
    assert (proposal.state, proposal.last_said) == (ProposalState.OPEN, (NOW + MINUTE).astimezone(UTC))
    assert [(a.agency, a.pursuing) for a in proposal.answers] == [(POLICE, False), (HEALTH, True)]
    say(ProposalClosed(number), LEADER)
    assert refused(say, ProposalPursued(number, "Thêm"), LEADER) is Refusal.WRONG_STATE
    assert not store.state_differs()


def test_a_proposal_to_nobody_known_is_refused(say: Say) -> None:
    with pytest.raises(UnknownAgencyError):
        say(Proposed(ProposalKind.IDEA, HEALTH, "Dùng chung kho mã nguồn", to="Bộ Phép thuật"))


def test_a_task_given_in_chat_is_reported_on_like_any(store: RecordStore, say: Say) -> None:
    deadline = deadline_in_chat("trước 30/12", TODAY)
    given = TaskAssigned("Rà soát dữ liệu", "Rà soát", ("Các bộ",), (), deadline, "45/TB-VPCP")
    say(given, DUNG)
    task = store.state.assigned_task("GV 1")
    assert task is not None
    assert (task.id, task.deadline.last, task.document) == ("gv-1", date(2026, 12, 30), "45/TB-VPCP")
    assert store.state.duty("gv-1").assignees == (HEALTH, POLICE, TAX)
    say(started("gv1", POLICE), CHI)
    rolled = store.book().roll_up(store.state.duty("gv-1"))
    assert rolled.silent == (HEALTH, TAX)
    assert rolled.status is Status.IN_PROGRESS
    say(given, DUNG)
    assert [t.id for t in store.state.assigned_tasks()] == ["gv-1", "gv-2"]


def test_a_directives_task_is_handed_down_to_units_whose_agency_reports(store: RecordStore, say: Say) -> None:
    units = ("Vụ Pháp chế", "Cục Quản lý Dược")
    say(TaskAssigned("Phần của hai đơn vị", "Làm phần dữ liệu thuốc", units, parent="71-1", owner=HEALTH), DUNG)
    assert [t.id for t in store.state.assigned_tasks(parent="71-1")] == ["gv-1"]
    say(started("gv-1", "Vụ Pháp chế"))
    assert refused(say, started("gv-1", "Vụ Pháp chế"), CHI) is Refusal.NOT_PERMITTED
    assert refused(say, started("gv-1", "Vụ không có")) is Refusal.NOT_ASSIGNED
    assert store.book().roll_up(store.state.duty("gv-1")).silent == ("Cục Quản lý Dược",)


def test_a_focal_point_hands_down_to_the_own_units_no_later_than_the_own_deadline(store: RecordStore, say: Say) -> None:
    def handed(last: date, parent: str = "71-1", owner: str = HEALTH) -> TaskAssigned:
        by = Deadline("", DeadlineKind.BY, None, last)
        return TaskAssigned("Phần việc", "x", ("Vụ A",), (), by, "", parent, owner)

    last = store.state.duty("71-1").deadline.last
    assert last is not None
    due = last - timedelta(days=1)  # the directive says "trước"
    assert refused(say, handed(due)) is Refusal.NOT_PERMITTED
    say(handed(due), BINH)
    later = last + timedelta(days=1)
    assert refused(say, handed(last), BINH) is Refusal.LATER_THAN_PARENT
    assert refused(say, handed(later), BINH) is Refusal.LATER_THAN_PARENT
    assert refused(say, handed(due, owner=POLICE), BINH) is Refusal.NOT_PERMITTED
    assert refused(say, handed(due, owner=POLICE), DUNG) is Refusal.NOT_ASSIGNED
    assert refused(say, handed(later, parent="gv-1"), BINH) is Refusal.LATER_THAN_PARENT
    say(handed(due, parent="gv-1"), BINH)
    asked = say(ExtensionAsked("71-1", HEALTH, CAUSE, RESPONSIBILITY, REMEDY, max(later, TODAY)))
    say(ExtensionDecided(asked.number, True, "Đồng ý"), DUNG)
    say(handed(later), BINH)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (TaskAssigned(" ", "x", (HEALTH,)), Refusal.TITLE_MISSING),
        (TaskAssigned("Việc", "x", ()), Refusal.NOBODY_LEADS),
        (TaskAssigned("Việc", "x", (" ",), owner=HEALTH), Refusal.NOBODY_LEADS),
    ],
)
def test_a_task_for_nobody_is_refused(change: Change, why: Refusal, say: Say) -> None:
    assert refused(say, change, DUNG) is why


def test_measured_values_keep_their_history(store: RecordStore, say: Say) -> None:
    say(MEASURED)
    say(Measured(MeasuredKind.INDICATOR, "1.2", HEALTH, "30", date(2026, 6, 30), "Báo cáo 6 tháng"))
    say(Measured(MeasuredKind.DATABASE, "2.14", HEALTH, "17", TODAY, "Phiếu tự đánh giá"))
    assert [m.value for m in store.state.measurements(MeasuredKind.INDICATOR, "1.2")] == ["30", "35.5"]
    assert [m.value for m in store.state.measurements(MeasuredKind.DATABASE, "2.14")] == ["17"]


@pytest.mark.parametrize(
    ("kind", "value", "source", "on", "why"),
    [
        ("indicator", "35,5", "BC", TODAY, Refusal.VALUE),
        ("indicator", "NaN", "BC", TODAY, Refusal.VALUE),
        ("database", "17.5", "BC", TODAY, Refusal.VALUE),
        ("database", "-1", "BC", TODAY, Refusal.VALUE),
        ("indicator", "1", " ", TODAY, Refusal.SOURCE_MISSING),
        ("indicator", "1", "BC", date(2026, 11, 23), Refusal.MEASURED_IN_FUTURE),
    ],
)
def test_a_value_without_sense_or_source_is_refused(
    kind: str, value: str, source: str, on: date, why: Refusal, say: Say
) -> None:
    assert refused(say, Measured(MeasuredKind(kind), "1.2", HEALTH, value, on, source)) is why


def test_the_history_of_a_task_tells_who_when_and_from_what_to_what(store: RecordStore, say: Say) -> None:
    number = say(done()).number
    say(started("71-2"))
    say(Confirmed(number), DUNG, MINUTE)
    history = store.history("71-1")
    assert [(e.kind, e.actor, e.agency) for e, _ in history] == [
        ("reported", AN.pseudonym, HEALTH),
        ("confirmed", DUNG.pseudonym, HEALTH),
    ]
    assert history[1][0].moment == NOW + MINUTE
    assert isinstance(history[0][1], Reported)
    assert (history[0][1].before, history[0][1].after) == (Status.NO_REPORT, Status.DONE)


def test_many_changes_are_recorded_together_or_not_at_all(store: RecordStore) -> None:
    rows = [started(percent=10), started("71-2", percent=20), started("71-9")]
    with pytest.raises(UnknownTaskError):
        store.record_all(rows, AN, NOW, "excel")
    assert store.log.head.count == 0
    assert store.book().reported == {}
    assert len(store.record_all(rows[:2], AN, NOW, "excel").entries) == 2


def test_a_rehearsal_names_each_row_that_would_be_refused_and_leaves_nothing(store: RecordStore) -> None:
    rows = [started(percent=10), started("71-9"), started(percent=120), Withdrawn(1), Confirmed(1)]
    found = store.rehearse(rows, AN, NOW)
    assert found[0] is None
    assert isinstance(found[1], UnknownTaskError)
    assert [f.why for f in found[2:] if isinstance(f, RefusedError)] == [Refusal.PERCENT, Refusal.NOT_PERMITTED]
    assert found[3] is None  # it stands on the first row, as it would when recorded
    assert store.log.head.count == 0
    assert store.state.reports("71-1", HEALTH) == []


# What others build on what was recorded.


def test_who_listens_is_told_after_each_commit_and_of_nothing_else(store: RecordStore, say: Say) -> None:
    heard: list[int] = []
    store.on_commit = lambda: heard.append(store.log.head.count)
    say(started(), AN)
    store.rehearse((started(),), AN, NOW)
    with pytest.raises(RefusedError):
        store.record(started(agency=POLICE), AN, NOW, "refused")
    store.record(started("71-4"), AN, NOW, "once")
    store.record(started("71-4"), AN, NOW, "once")
    assert heard == [1, 2]


def test_what_was_recorded_at_once_comes_together(store: RecordStore, say: Say) -> None:
    say(started(), AN)
    store.record_all((started("71-2"), started("71-4")), AN, NOW, "a workbook")
    say(started(), AN)
    assert [[entry.seq for entry in several] for several in store.log.together(0)] == [[1], [2, 3], [4]]
    assert [[entry.seq for entry in several] for several in store.log.together(3)] == [[4]]
    assert list(store.log.together(4)) == []


def test_an_entry_by_its_number(store: RecordStore, say: Say) -> None:
    number = say(started(percent=40), AN).number
    entry, change = store.entry(number)
    assert (entry.seq, change) == (number, started(percent=40))
    with pytest.raises(KeyError):
        store.entry(99)


def test_a_claim_comes_before_the_supervisors_with_its_first_evidence(store: RecordStore, say: Say) -> None:
    whole, bare = say(done(), AN).number, say(done("71-2", evidence=()), AN).number
    assert store.brought_by(store.state.report(bare)).seq == bare  # nothing came yet
    first = say(EvidenceAdded(bare, (PAPER,)), AN).number
    say(EvidenceAdded(bare, (PAPER,)), AN)
    say(EvidenceAdded(whole, (PAPER,)), AN)
    assert store.brought_by(store.state.report(bare)).seq == first
    assert store.brought_by(store.state.report(whole)).seq == whole


def test_a_task_given_is_taken_back_by_its_giver_alone(store: RecordStore, say: Say) -> None:
    why = "Trùng việc khác"
    say(GIVEN, DUNG)
    say(TaskAssigned("Phần A", "Làm phần A", ("Cục A",), parent="gv-1", owner=HEALTH), BINH)
    assert refused(say, TaskRecalled("gv-2", why), DUNG) is Refusal.NOT_THE_AUTHOR
    assert refused(say, TaskRecalled("gv-1", why), BINH) is Refusal.NOT_PERMITTED
    assert refused(say, TaskRecalled("gv-1", " "), DUNG) is Refusal.REASON_MISSING
    assert refused(say, TaskRecalled("71-1", why), DUNG) is Refusal.NOT_THERE
    say(started("gv-1"))
    say(TaskRecalled("gv 1", why), DUNG)
    assert store.given() == ()
    assert refused(say, TaskRecalled("gv-1", why), DUNG) is Refusal.TASK_RECALLED
    assert refused(say, started("gv-1")) is Refusal.TASK_RECALLED
    assert refused(say, started("gv-2", "Cục A")) is Refusal.TASK_RECALLED  # what was handed down goes with it
    say(GIVEN, DUNG)
    assert [task.id for task in store.given()] == ["gv-3"]
    say(done("gv-3"))
    assert refused(say, TaskRecalled("gv-3", why), DUNG) is Refusal.WRONG_STATE
