"""One-time links: bound to a role and an agency, good once, until their day."""

from datetime import timedelta

from bot.playground.actor import Person
from handlers.views.wording.people_vi import PEOPLE
from knowledge.people import Appointment, PersonRole
from tests.conftest import Town

FOCAL_POINT = Appointment(PersonRole.FOCAL_POINT, "Bộ Y tế")


async def invitation(admin: Person) -> str:
    """Let the administrator make one for a focal point of Bộ Y tế; its token."""
    assert (await admin.ask("/moi")).text.startswith("1/3 · Which role?")
    await admin.tap("Focal point")
    offered = await admin.ask("bo y te")
    await admin.tap("Bộ Y tế", offered)
    made = await admin.tap("7 days")
    assert made.text.startswith("Invitation as Focal point · Bộ Y tế, good once, until 09:00 29/11/2026.")
    link = made.rows[0][0].raw["copy_text"]["text"]
    assert link in made.text
    return str(link.partition("?start=")[2])


async def test_an_invited_stranger_is_in_after_one_tap(town: Town) -> None:
    stranger, admin = town.person("stranger"), town.person("admin")
    token = await invitation(admin)
    assert token not in str([list(town.rooms.db.query("SELECT * FROM invitation"))])
    await stranger.start(token)
    greeted = await stranger.next_message()
    assert "Bạn được mời với vai trò: Đầu mối · Bộ Y tế." in greeted.text
    assert town.rooms.people.find(stranger.persona.id) is None
    done = await stranger.tap("Tôi đồng ý")
    assert done.text.startswith("Vai trò của bạn: Đầu mối · Bộ Y tế.")
    assert town.rooms.people.find(stranger.persona.id).appointments == (FOCAL_POINT,)
    assert "theodoi" in stranger.commands()
    assert "moi" not in stranger.commands()


async def test_it_is_good_once(town: Town) -> None:
    stranger, staff = town.person("stranger"), town.person("staff")
    token = await invitation(town.person("admin"))
    await stranger.start(token)
    await stranger.next_message()
    await staff.start(token)
    assert "Vai trò của bạn: Đầu mối · Bộ Y tế." in (await staff.next_message()).text
    late = await stranger.tap("Tôi đồng ý")
    assert PEOPLE.invitation_over in late.text
    assert "1/3 · Tên của bạn?" in late.text
    assert town.rooms.people.find(stranger.persona.id).appointments == ()
    stranger.drain()
    await stranger.start(token)
    assert PEOPLE.invitation_over in (await stranger.next_message()).text


async def test_who_holds_the_role_already_does_not_spend_it(town: Town) -> None:
    stranger, official = town.person("stranger"), town.person("official")
    token = town.rooms.invitations.make(
        Appointment(PersonRole.OFFICIAL, "Bộ Y tế"), 570005, town.clock.now() + timedelta(days=1)
    )
    await official.start(token)
    assert (await official.next_message()).text.startswith("Xin chào")
    await stranger.start(token)
    assert "Bạn được mời" in (await stranger.next_message()).text


async def test_an_expired_one_says_so_and_shows_the_other_way(town: Town) -> None:
    stranger = town.person("stranger")
    token = await invitation(town.person("admin"))
    await stranger.start(token)
    greeted = await stranger.next_message()
    town.clock.move_to(town.clock.now() + timedelta(days=7, seconds=1))
    assert PEOPLE.invitation_over in (await stranger.tap("Tôi đồng ý", greeted)).text
    focal = town.person("focal")
    await focal.start(token)
    assert (await focal.next_message()).text == PEOPLE.invitation_over


async def test_the_days_can_be_typed_within_bounds(town: Town) -> None:
    admin = town.person("admin")
    await admin.ask("/moi")
    await admin.tap("Staff")
    await admin.ask("BCA")
    await admin.tap("Bộ Công an")
    for odd in ("0", "91", "bảy", "-1", "²", "9" * 40):
        assert "1 to 90" in (await admin.ask(odd)).text, odd
    assert "until 09:00 25/11/2026" in (await admin.ask("3 days")).text


async def test_only_administrators_invite(town: Town) -> None:
    for who in ("official", "focal", "staff", "supervisor"):
        assert (await town.person(who).ask("/moi")).text == PEOPLE.not_allowed
