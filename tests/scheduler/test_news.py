"""What the record's entries bring to whom: once each, never to who did it, and nothing that was settled meanwhile."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.clock import TIMEZONE
from knowledge.people import Appointment, PersonRole
from knowledge.progress import Status
from knowledge.record import (
    Actor,
    Change,
    Confirmed,
    EvidenceAdded,
    ExtensionAsked,
    ExtensionDecided,
    ProposalAnswered,
    ProposalClosed,
    ProposalKind,
    ProposalPursued,
    Proposed,
    Remarked,
    Reported,
    Returned,
    TaskAssigned,
    Withdrawn,
)
from knowledge.store import PeopleStore, RecordStore, open_database
from scheduler.news import Newsroom
from scheduler.notices import Notice
from scheduler.store import MIGRATIONS, Outbox
from scheduler.store.schema import m001_outbox, m002_doubts, m003_items, m004_news
from tests.trials.office import DUE, HEALTH, PAPER, POLICE, done, record_store, started

NOW = datetime(2026, 11, 23, 9, tzinfo=TIMEZONE)
AN, BINH, CHI, DUNG, EM = 1, 2, 3, 4, 5
POSTS = {
    AN: (PersonRole.STAFF, HEALTH),
    BINH: (PersonRole.FOCAL_POINT, HEALTH),
    CHI: (PersonRole.FOCAL_POINT, POLICE),
    DUNG: (PersonRole.SUPERVISOR, "Văn phòng Chính phủ"),
    EM: (PersonRole.SUPERVISOR, "Văn phòng Chính phủ"),
}
ASKED = ExtensionAsked(
    "71-1",
    HEALTH,
    "Bộ Tài chính chưa cấp kinh phí theo kế hoạch năm",
    "Trách nhiệm thuộc Vụ Kế hoạch do trình dự toán chậm",
    "Đã họp ba bên, thống nhất cấp vốn trong tháng 12",
    DUE + timedelta(days=90),
)


class Record:
    """A record and its people, and the news of what was recorded since it was last asked for."""

    def __init__(self) -> None:
        db = open_database(None, MIGRATIONS)
        self.people, self.store, self.outbox = PeopleStore(db), record_store(db), Outbox(db)
        for number, (role, agency) in POSTS.items():
            self.people.consent(number, f"Người {number}", "vi", NOW)
            self.people.appoint(number, Appointment(role, agency))
        self.newsroom = Newsroom(self.store, self.people, self.outbox.told_of)
        self.asked = 0
        self.keys = 0

    def do(self, by: int, *changes: Change) -> int:
        """Record something at once; return the number of its first entry."""
        person = self.people.find(by)
        assert person is not None
        self.keys += 1
        actor = Actor(person, self.people.pseudonym(by))
        return self.store.record_all(changes, actor, NOW, f"update:{self.keys}").number

    def notices(self) -> list[Notice]:
        found, self.asked = self.newsroom.since(self.asked, NOW.date())
        return found

    def news(self) -> dict[int, list[str]]:
        told: dict[int, list[str]] = {}
        for notice in self.notices():
            told.setdefault(notice.chat, []).extend(item.step for item in notice.items)
        return told


@pytest.fixture
def record() -> Record:
    return Record()


def test_a_claim_goes_to_the_supervisors_and_the_decision_to_its_author(record: Record) -> None:
    claim = record.do(AN, done())
    assert record.news() == {DUNG: ["claim"], EM: ["claim"]}
    record.do(DUNG, Confirmed(claim))
    assert record.news() == {AN: ["decision"]}
    record.do(EM, Returned(claim, "Chưa có biên bản nghiệm thu", reopens=True))
    assert record.news() == {AN: ["decision"]}


def test_progress_tells_nobody(record: Record) -> None:
    record.do(AN, started())
    assert record.news() == {}


def test_a_claim_without_evidence_is_told_when_the_first_of_it_comes(record: Record) -> None:
    claim = record.do(AN, done(evidence=()))
    assert record.news() == {}
    record.do(AN, EvidenceAdded(claim, (PAPER,)))
    assert record.news() == {DUNG: ["claim"], EM: ["claim"]}
    record.do(AN, EvidenceAdded(claim, (PAPER,)))
    assert record.news() == {}


def test_dropping_a_task_is_told_once_though_evidence_follows(record: Record) -> None:
    dropped = Reported("71-1", HEALTH, Status.DROPPED, words="Nhiệm vụ đã gộp vào đề án khác theo nghị định")
    claim = record.do(AN, dropped)
    assert set(record.news()) == {DUNG, EM}
    record.do(AN, EvidenceAdded(claim, (PAPER,)))
    assert record.news() == {}


def test_who_reported_before_hears_of_somebody_elses_report_and_not_of_their_own(record: Record) -> None:
    record.do(AN, started(percent=40))
    record.do(AN, started(percent=50))
    assert record.news() == {}
    record.do(BINH, started(percent=60))
    assert record.news() == {AN: ["report"]}
    record.do(BINH, started(percent=70))
    assert record.news() == {}
    record.people.dismiss(BINH, Appointment(*POSTS[BINH]))
    record.do(AN, started(percent=80))
    assert record.news() == {}  # no concern of theirs any more


def test_what_was_recorded_at_once_is_one_message_for_each(record: Record) -> None:
    record.do(AN, started("71-2"))
    record.notices()
    record.do(BINH, done("71-1"), done("71-2"), started("71-4"))
    claims, other = (n for n in record.notices() if n.chat in (DUNG, AN))
    assert [(item.task, item.version) for item in claims.items] == [("71-1", "2"), ("71-2", "3")]
    assert (claims.entry, claims.key) == (2, f"claim:{DUNG}:2")
    assert [item.step for item in other.items] == ["report"]


def test_a_question_goes_to_the_author_and_the_answer_to_who_asked(record: Record) -> None:
    claim = record.do(AN, done())
    record.notices()
    record.do(DUNG, Remarked(claim, "Biên bản nghiệm thu đâu?"))
    assert record.news() == {AN: ["question"]}
    record.do(BINH, Remarked(claim, "Đang trình ký, mai có"))
    assert record.news() == {DUNG: ["reply"]}


def test_more_time_is_asked_of_supervisors_and_decided_for_the_author(record: Record) -> None:
    asked = record.do(AN, ASKED)
    assert record.news() == {DUNG: ["extension"], EM: ["extension"]}
    record.do(DUNG, ExtensionDecided(asked, granted=True, reason="Nguyên nhân khách quan"))
    assert record.news() == {AN: ["extension-decision"]}


def test_where_the_author_is_gone_their_agency_is_told(record: Record) -> None:
    asked, claim = record.do(AN, ASKED), record.do(AN, done("71-2"))
    record.notices()
    record.people.forget(AN)
    record.do(DUNG, ExtensionDecided(asked, granted=False, reason="Chưa thuyết phục"))
    record.do(DUNG, Confirmed(claim))
    assert record.news() == {BINH: ["extension-decision", "decision"]}


def test_a_proposal_goes_to_and_fro(record: Record) -> None:
    said = record.do(AN, Proposed(ProposalKind.OBSTACLE, HEALTH, "Chưa có hướng dẫn kết nối", to=POLICE))
    assert record.news() == {CHI: ["proposal"]}
    record.do(CHI, ProposalAnswered(said, "Đã ban hành hướng dẫn", POLICE))
    assert record.news() == {AN: ["answer"]}
    record.do(AN, ProposalPursued(said, "Bao giờ có hiệu lực?"))
    assert record.news() == {CHI: ["pursuit"]}
    record.do(AN, ProposalClosed(said))
    assert record.news() == {CHI: ["closing"]}


def test_where_an_agency_has_nobody_the_supervisors_hear_of_a_proposal(record: Record) -> None:
    record.do(AN, Proposed(ProposalKind.REQUEST, HEALTH, "Đề nghị cấp kinh phí", to="Bộ Tài chính"))
    record.do(DUNG, Proposed(ProposalKind.IDEA, "", "Lập kho mã nguồn dùng chung"))
    assert record.news() == {DUNG: ["proposal"], EM: ["proposal", "proposal"]}


def test_a_task_goes_to_those_who_act_for_its_agencies(record: Record) -> None:
    record.do(DUNG, TaskAssigned("Rà soát", "Rà soát dữ liệu đất đai", leads=(HEALTH,), coordinators=(POLICE,)))
    assert record.news() == {AN: ["task"], BINH: ["task"], CHI: ["task"]}
    record.do(BINH, TaskAssigned("Phần A", "Làm phần A", leads=("Cục A",), parent="gv-1", owner=HEALTH))
    assert record.news() == {AN: ["task"]}


# What was settled before it left.


def standing(record: Record, notices: list[Notice]) -> set[tuple[int, str]]:
    return {(n.chat, item.step) for n in notices for item in n.items if record.newsroom.stands(n.chat, item)}


def test_a_claim_that_was_decided_withdrawn_or_replaced_is_no_news_any_more(record: Record) -> None:
    first = record.do(AN, done())
    told = record.notices()
    assert standing(record, told) == {(DUNG, "claim"), (EM, "claim")}
    record.do(AN, done())
    assert standing(record, told) == set()
    second = record.notices()
    record.do(AN, Withdrawn(first + 1))
    assert standing(record, second) == set()
    third = record.do(AN, done("71-2"))
    told = record.notices()
    record.do(DUNG, Confirmed(third))
    assert standing(record, told) == set()


def test_of_two_decisions_the_later_is_told_and_a_question_before_a_decision_is_not(record: Record) -> None:
    claim = record.do(AN, done())
    record.notices()
    record.do(DUNG, Remarked(claim, "Biên bản đâu?"))
    record.do(DUNG, Confirmed(claim))
    record.do(EM, Returned(claim, "Chưa có biên bản nghiệm thu", reopens=True))
    assert record.news() == {AN: ["decision"]}


def test_what_was_decided_answered_or_closed_waits_for_nobody(record: Record) -> None:
    asked = record.do(AN, ASKED)
    said = record.do(AN, Proposed(ProposalKind.OBSTACLE, HEALTH, "Chưa có hướng dẫn", to=POLICE))
    told = record.notices()
    record.do(DUNG, ExtensionDecided(asked, granted=True, reason="Nguyên nhân khách quan"))
    record.do(CHI, ProposalAnswered(said, "Đã ban hành hướng dẫn", POLICE))
    answered = record.notices()
    assert standing(record, told) == set()
    record.do(AN, ProposalClosed(said))
    assert standing(record, answered) == {(AN, "extension-decision")}


def test_that_nobody_need_answer_any_more_is_told_to_who_was_asked(record: Record) -> None:
    said = record.do(AN, Proposed(ProposalKind.OBSTACLE, HEALTH, "Chưa có hướng dẫn", to=POLICE))
    record.outbox.plan_news(record.notices(), said, NOW)
    record.do(AN, ProposalClosed(said))
    closing = record.notices()
    assert [n.chat for n in closing] == [CHI]
    assert standing(record, closing) == set()
    claimed = record.outbox.claim(NOW)
    assert claimed is not None
    record.outbox.sent(claimed.number, 1, NOW)
    assert standing(record, closing) == {(CHI, "closing")}


def test_who_supervises_no_more_is_told_no_claim(record: Record) -> None:
    record.do(AN, done())
    told = record.notices()
    record.people.dismiss(EM, Appointment(*POSTS[EM]))
    assert standing(record, told) == {(DUNG, "claim")}


def test_a_supervisor_asked_in_an_agencys_place_is_told_though_somebody_joined_there(record: Record) -> None:
    record.do(AN, Proposed(ProposalKind.REQUEST, HEALTH, "Đề nghị cấp kinh phí", to="Bộ Tài chính"))
    told = record.notices()
    record.people.consent(9, "Người 9", "vi", NOW)
    record.people.appoint(9, Appointment(PersonRole.FOCAL_POINT, "Bộ Tài chính"))
    assert standing(record, told) == {(DUNG, "proposal"), (EM, "proposal")}


# The mark up to which it is planned.


def test_the_mark_moves_with_the_news_or_not_at_all(record: Record) -> None:
    record.do(AN, done())
    notices, last = record.newsroom.since(record.outbox.told_up_to(), NOW.date())
    with pytest.raises(RuntimeError, match="power"):
        record.outbox.plan_news((_powerless(n) for n in notices), last, NOW)
    assert (record.outbox.told_up_to(), record.outbox.waiting()) == (0, 0)
    record.outbox.plan_news(notices, last, NOW)
    assert (record.outbox.told_up_to(), record.outbox.waiting()) == (1, 2)
    record.outbox.plan_news(notices, last, NOW)
    assert record.outbox.waiting() == 2


def _powerless(notice: Notice) -> Notice:
    if notice.chat == EM:
        raise RuntimeError("the power went")
    return notice


def test_an_existing_database_tells_nothing_of_what_was_recorded_before(tmp_path: Path) -> None:
    db = open_database(tmp_path / "old.db")
    for migration in (m001_outbox, m002_doubts, m003_items):
        migration(db)
    people, store = PeopleStore(db), record_store(db)
    _recorded(people, store)
    m004_news(db)
    assert Outbox(db).told_up_to() == 1
    assert Newsroom(store, people, Outbox(db).told_of).since(1, NOW.date()) == ([], 1)


def _recorded(people: PeopleStore, store: RecordStore) -> None:
    for number, (role, agency) in POSTS.items():
        people.consent(number, f"Người {number}", "vi", NOW)
        people.appoint(number, Appointment(role, agency))
    person = people.find(AN)
    assert person is not None
    store.record(done(), Actor(person, people.pseudonym(AN)), NOW, "update:1")


def test_alone_these_tables_begin_with_nothing_told() -> None:
    db = Database(memory=True)
    MIGRATIONS.apply(db)
    assert Outbox(db).told_up_to() == 0
