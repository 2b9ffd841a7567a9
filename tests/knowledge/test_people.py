"""Who may do what, as a table; and the record of people with all that hangs on it."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.people import (
    Appointment,
    Person,
    PersonRole,
    PersonState,
    Right,
    is_last_administrator,
    may,
    may_somewhere,
)
from knowledge.store import (
    DialogueStore,
    GroupStore,
    InvitationStore,
    Outcome,
    PeopleStore,
    RequestStore,
    open_database,
)

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
BYT, BCA = "Bộ Y tế", "Bộ Công an"
OFFICIAL, FOCAL_POINT, STAFF, SUPERVISOR, ADMINISTRATOR = PersonRole
ASK, REPORT, HAND_DOWN, SUPERVISE, INVITE, ADMINISTER = Right


def person(*held: tuple[PersonRole, str], state: PersonState = PersonState.APPROVED) -> Person:
    return Person(1, "A", "vi", state, tuple(Appointment(*one) for one in held), NOW)


@pytest.mark.parametrize(
    ("role", "rights", "for_own"),
    [
        (OFFICIAL, {ASK}, set()),
        (FOCAL_POINT, {ASK}, {REPORT, HAND_DOWN}),
        (STAFF, {ASK}, {REPORT}),
        (SUPERVISOR, {ASK, SUPERVISE}, set()),
        (ADMINISTRATOR, {ASK, INVITE, ADMINISTER}, set()),
    ],
)
def test_each_role_has_its_rights_and_no_other(role: PersonRole, rights: set[Right], for_own: set[Right]) -> None:
    who = person((role, BYT))
    assert {right for right in Right if may(who, right)} == rights
    assert {right for right in Right if may(who, right, BYT)} == rights | for_own
    assert {right for right in Right if may(who, right, BCA)} == rights
    assert {right for right in Right if may_somewhere(who, right)} == rights | for_own


@pytest.mark.parametrize(
    "who",
    [
        None,
        person(),
        person((ADMINISTRATOR, BYT), state=PersonState.WAITING),
        person((ADMINISTRATOR, ""), state=PersonState.REFUSED),
    ],
)
def test_nobody_may_anything_by_default(who: Person | None) -> None:
    assert not any(may(who, right, agency) for right in Right for agency in ("", BYT))
    assert not any(may_somewhere(who, right) for right in Right)


def test_a_right_bound_to_an_agency_is_none_without_one() -> None:
    assert not may(person((FOCAL_POINT, "")), REPORT, "")


def test_what_mine_means() -> None:
    assert person((FOCAL_POINT, BYT), (STAFF, BYT)).agency == BYT
    assert person((FOCAL_POINT, BYT), (STAFF, BCA)).agency == ""
    assert person((ADMINISTRATOR, ""), (STAFF, BCA)).agency == BCA
    assert person().agency == ""


def test_the_last_administrator() -> None:
    one = person((ADMINISTRATOR, ""))
    assert is_last_administrator(one, [one])
    assert not is_last_administrator(one, [])
    assert not is_last_administrator(one, [one, Person(2, "B", "vi", PersonState.APPROVED, (), NOW)])


class Rooms:
    """The stores of people on one database, with tokens that can be told beforehand."""

    def __init__(self) -> None:
        self.db: Database = open_database(None)
        numbers = count(1)
        self.people = PeopleStore(self.db, lambda: f"p{next(numbers)}")
        self.requests = RequestStore(self.db, self.people)
        self.invitations = InvitationStore(self.db, self.people, lambda: f"token{next(numbers)}")
        self.dialogues = DialogueStore(self.db)

    def join(self, number: int, name: str, *held: tuple[PersonRole, str]) -> Person:
        self.people.consent(number, name, "vi", NOW)
        for one in held:
            self.people.appoint(number, Appointment(*one))
        found = self.people.find(number)
        assert found is not None
        return found


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


def test_a_record_comes_with_consent_and_stays_what_it_is(rooms: Rooms) -> None:
    assert rooms.people.find(1) is None
    made = rooms.people.consent(1, "Lê Tí", "en", NOW)
    assert made == Person(1, "Lê Tí", "en", PersonState.WAITING, (), NOW)
    assert rooms.people.consent(1, "Khác", "vi", NOW + timedelta(days=1)) == made
    assert rooms.people.rename(1, "Tèo").name == "Tèo"
    assert rooms.people.speak(1, "vi").language == "vi"


def test_strangers_can_be_given_nothing(rooms: Rooms) -> None:
    for act in (
        lambda: rooms.people.rename(9, "x"),
        lambda: rooms.people.speak(9, "vi"),
        lambda: rooms.people.set_state(9, PersonState.APPROVED),
        lambda: rooms.people.appoint(9, Appointment(OFFICIAL, BYT)),
        lambda: rooms.people.pseudonym(9),
        lambda: rooms.requests.ask(9, Appointment(OFFICIAL, BYT), "", NOW),
    ):
        with pytest.raises(KeyError):
            act()
    assert rooms.people.all() == []


def test_roles_are_held_in_the_order_they_came_and_once(rooms: Rooms) -> None:
    who = rooms.join(1, "A", (STAFF, BYT), (FOCAL_POINT, BCA), (STAFF, BYT))
    assert who.state is PersonState.APPROVED
    assert who.agencies == (BYT, BCA)
    assert rooms.people.dismiss(1, Appointment(STAFF, BYT)).agencies == (BCA,)
    assert rooms.people.dismiss(1, Appointment(STAFF, BYT)).agencies == (BCA,)


def test_people_are_found_by_name_role_and_agency(rooms: Rooms) -> None:
    rooms.join(1, "Trần Đức 100%", (STAFF, BYT))
    rooms.join(2, "An_na", (ADMINISTRATOR, ""))
    rooms.join(3, "Bảo")
    assert [p.id for p in rooms.people.all()] == [2, 3, 1]
    assert [p.id for p in rooms.people.named("tran duc")] == [1]
    assert [p.id for p in rooms.people.named("%")] == [1]
    assert [p.id for p in rooms.people.named("_")] == [2]
    assert [p.id for p in rooms.people.named("\\")] == []
    assert [p.id for p in rooms.people.holding(ADMINISTRATOR)] == [2]
    assert [p.id for p in rooms.people.of_agency(BYT)] == [1]
    rooms.people.set_state(1, PersonState.REFUSED)
    assert rooms.people.of_agency(BYT) == []


def test_a_pseudonym_leads_back_only_while_the_record_stands(rooms: Rooms) -> None:
    rooms.join(1, "A")
    pseudonym = rooms.people.pseudonym(1)
    assert pseudonym == rooms.people.pseudonym(1)
    found = rooms.people.behind(pseudonym)
    assert found is not None
    assert found.id == 1
    rooms.people.forget(1)
    assert rooms.people.behind(pseudonym) is None
    rooms.join(1, "A")
    assert rooms.people.pseudonym(1) != pseudonym


def test_a_request_is_decided_once(rooms: Rooms) -> None:
    rooms.join(1, "A")
    rooms.join(2, "B", (ADMINISTRATOR, ""))
    rooms.join(3, "C", (ADMINISTRATOR, ""))
    wanted = Appointment(FOCAL_POINT, BYT)
    request = rooms.requests.ask(1, wanted, "Vụ A", NOW)
    assert rooms.requests.ask(1, wanted, "lần nữa", NOW) == request
    assert rooms.requests.approve(request.number, 2, NOW)
    assert not rooms.requests.refuse(request.number, 3, NOW)
    assert not rooms.requests.approve(request.number, 3, NOW)
    decided = rooms.requests.amend(request.number, Appointment(ADMINISTRATOR, ""))
    assert (decided.outcome, decided.decided_by, decided.wanted) == (Outcome.APPROVED, 2, wanted)
    assert may(rooms.people.find(1), REPORT, BYT)


def test_a_refusal_takes_nothing_from_who_holds_a_role(rooms: Rooms) -> None:
    rooms.join(1, "A", (STAFF, BYT))
    rooms.join(2, "B", (ADMINISTRATOR, ""))
    request = rooms.requests.ask(1, Appointment(SUPERVISOR, BYT), "", NOW)
    assert rooms.requests.refuse(request.number, 2, NOW)
    assert rooms.people.find(1) == person_of(rooms, 1, PersonState.APPROVED)


def person_of(rooms: Rooms, number: int, state: PersonState) -> Person:
    found = rooms.people.find(number)
    assert found is not None
    assert found.state is state
    return found


def test_who_asked_twice_is_refused_only_with_the_last(rooms: Rooms) -> None:
    rooms.join(1, "A")
    rooms.join(2, "B", (ADMINISTRATOR, ""))
    first = rooms.requests.ask(1, Appointment(STAFF, BYT), "", NOW)
    second = rooms.requests.ask(1, Appointment(STAFF, BCA), "", NOW)
    rooms.requests.refuse(first.number, 2, NOW)
    person_of(rooms, 1, PersonState.WAITING)
    rooms.requests.refuse(second.number, 2, NOW)
    person_of(rooms, 1, PersonState.REFUSED)


def test_an_invitation_is_good_once_and_until_its_moment(rooms: Rooms) -> None:
    rooms.join(1, "A")
    rooms.join(2, "B", (ADMINISTRATOR, ""))
    offered = Appointment(STAFF, BYT)
    end = NOW + timedelta(days=7)
    token = rooms.invitations.make(offered, 2, end)
    late = rooms.invitations.find(token, end)
    assert late is not None
    assert not late.usable
    assert rooms.invitations.use(token, 1, end) is None
    assert rooms.invitations.use(token, 1, end - timedelta(seconds=1)) == offered
    assert rooms.invitations.use(token, 1, NOW) is None
    assert rooms.invitations.find("token999", NOW) is None
    assert rooms.invitations.use("", 1, NOW) is None


def test_an_invitation_is_not_spent_on_a_stranger(rooms: Rooms) -> None:
    rooms.join(2, "B", (ADMINISTRATOR, ""))
    token = rooms.invitations.make(Appointment(STAFF, BYT), 2, NOW + timedelta(days=1))
    with pytest.raises(KeyError):
        rooms.invitations.use(token, 9, NOW)
    found = rooms.invitations.find(token, NOW)
    assert found is not None
    assert found.usable


def test_all_that_hangs_on_a_person_goes_with_them(rooms: Rooms) -> None:
    rooms.join(1, "A", (ADMINISTRATOR, ""))
    rooms.join(2, "B")
    request = rooms.requests.ask(2, Appointment(STAFF, BYT), "", NOW)
    rooms.requests.approve(request.number, 1, NOW)
    token = rooms.invitations.make(Appointment(STAFF, BYT), 1, NOW + timedelta(days=1))
    rooms.dialogues.begin(1, 1, "join", {}, NOW)
    rooms.people.forget(1)
    assert rooms.requests.get(request.number).decided_by is None
    found = rooms.invitations.find(token, NOW)
    assert found is not None
    assert found.made_by is None
    assert rooms.dialogues.current(1, 1, NOW) is None
    rooms.people.forget(2)
    with pytest.raises(KeyError):
        rooms.requests.get(request.number)


def test_a_dialogue_is_one_a_chat_and_a_day_old_at_most(rooms: Rooms) -> None:
    rooms.join(1, "A")
    first = rooms.dialogues.begin(1, 1, "join", {}, NOW)
    second = rooms.dialogues.begin(1, 1, "invite", {"role": "staff"}, NOW)
    assert not rooms.dialogues.end(first.number)
    assert rooms.dialogues.current(1, 1, NOW) == second
    assert rooms.dialogues.current(1, -5, NOW) is None
    rooms.dialogues.put_aside(second.number)
    rooms.dialogues.keep(second.number, {"role": "staff", "agency": BYT}, NOW + timedelta(hours=23))
    kept = rooms.dialogues.current(1, 1, NOW + timedelta(hours=46))
    assert kept is not None
    assert (kept.aside, kept.values["agency"]) == (False, BYT)
    assert rooms.dialogues.current(1, 1, NOW + timedelta(hours=48)) is None


def test_a_dialogue_lies_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "dondoc.db"
    db = open_database(path)
    PeopleStore(db).consent(1, "A", "vi", NOW)
    begun = DialogueStore(db).begin(1, 1, "join", {"name": "Tí"}, NOW)
    db.close()
    assert DialogueStore(open_database(path)).current(1, 1, NOW) == begun


def test_a_group_works_for_one_agency_and_keeps_it_under_a_new_id(rooms: Rooms) -> None:
    groups = GroupStore(rooms.db)
    groups.bind(-5, BYT, NOW)
    groups.bind(-5, BCA, NOW)
    groups.move(-5, -1005)
    groups.move(-5, -1005)
    assert (groups.agency_of(-5), groups.agency_of(-1005)) == ("", BCA)
    assert groups.unbind(-1005)
    assert not groups.unbind(-1005)
