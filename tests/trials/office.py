"""A small office to report in: some tasks, some agencies, and the people who act for them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from knowledge.errors import UnknownAgencyError, UnknownTaskError
from knowledge.people import Appointment, Person, PersonRole, PersonState
from knowledge.progress import Status
from knowledge.record import Actor, Duty, Evidence, EvidenceKind, Reported
from knowledge.store import RecordStore
from knowledge.when import Deadline, DeadlineKind

HEALTH, POLICE, TAX = "Bộ Y tế", "Bộ Công an", "Bộ Tài chính"
MINISTRIES = (HEALTH, POLICE, TAX)
NOW = datetime(2026, 11, 22, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
TODAY = NOW.date()
MINUTE = timedelta(minutes=1)
DUE = date(2026, 12, 31)

OWN = Duty("71-1", (HEALTH,), Deadline("trước ngày 31/12/2026", DeadlineKind.BY, last=DUE, strict=True))
COLLECTIVE = Duty("71-2", MINISTRIES, Deadline("quý I/2026", DeadlineKind.WITHIN, last=date(2026, 3, 31)))
REGULAR = Duty("71-3", MINISTRIES, Deadline("hằng quý", DeadlineKind.RECURRING, rrule="FREQ=MONTHLY;BYMONTHDAY=-1"))
UNDATED = Duty("71-4", (HEALTH,), Deadline())


class Office:
    """Knows the tasks above; every code is typed as it is."""

    def __init__(self, *duties: Duty) -> None:
        """Know `duties`, or else the four."""
        self._duties = {d.task: d for d in duties or (OWN, COLLECTIVE, REGULAR, UNDATED)}

    def of(self, code: str) -> Duty:
        """Return the duty with that code."""
        if code not in self._duties:
            raise UnknownTaskError(code)
        return self._duties[code]

    def assignees(self, leads: Iterable[str]) -> tuple[str, ...]:
        """Return the ministries among `leads`; "Các bộ" are all of them."""
        found: list[str] = []
        for name in leads:
            if name not in (*MINISTRIES, "Các bộ"):
                raise UnknownAgencyError(name)
            found += MINISTRIES if name == "Các bộ" else (name,)
        return tuple(dict.fromkeys(found))


def actor(number: int, role: PersonRole, agency: str = "") -> Actor:
    """Return somebody who holds `role` at `agency`."""
    held = (Appointment(role, agency),)
    person = Person(number, f"Người {number}", "vi", PersonState.APPROVED, held, datetime(2026, 1, 5, tzinfo=UTC))
    return Actor(person, f"{number:016x}")


AN = actor(1, PersonRole.STAFF, HEALTH)
BINH = actor(2, PersonRole.FOCAL_POINT, HEALTH)
CHI = actor(3, PersonRole.STAFF, POLICE)
LEADER = actor(4, PersonRole.OFFICIAL, HEALTH)
DUNG = actor(5, PersonRole.SUPERVISOR, "Văn phòng Chính phủ")
BOTH = Actor(
    Person(
        6,
        "Người 6",
        "vi",
        PersonState.APPROVED,
        (Appointment(PersonRole.STAFF, HEALTH), Appointment(PersonRole.SUPERVISOR, HEALTH)),
        datetime(2026, 1, 5, tzinfo=UTC),
    ),
    f"{6:016x}",
)

PAPER = Evidence(EvidenceKind.DOCUMENT, "123/TTr-BYT", dated=date(2026, 11, 20))


def record_store(db: Database) -> RecordStore:
    """Return the record of this office in `db`; every file is there."""
    return RecordStore(db, Office(), lambda _: True)


def started(task: str = "71-1", agency: str = HEALTH, percent: int | None = None, **more: object) -> Reported:
    """Return a report that work is under way."""
    return Reported(task, agency, Status.IN_PROGRESS, percent, **more)  # type: ignore[arg-type]


def done(task: str = "71-1", agency: str = HEALTH, *, evidence: tuple[Evidence, ...] = (PAPER,)) -> Reported:
    """Return a claim that the work was done on 20/11/2026."""
    return Reported(task, agency, Status.DONE, 100, "Đã trình", date(2026, 11, 20), evidence=evidence)
