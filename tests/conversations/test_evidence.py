"""Evidence: sent with a report, after it, in answer to a card, as an album or ahead of it; kept by its content."""

import errno
import hashlib
from datetime import timedelta

import pytest

from bot.playground.actor import Person, Shown
from bot.playground.faults import Fault
from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.reports_vi import REPORTS as VI
from knowledge.progress import Status
from knowledge.record import EvidenceKind, ProgressReport, ReportState
from knowledge.store import EvidenceFiles, EvidenceRefusal
from tests.conftest import Town
from tests.knowledge.test_documents import pdf
from tests.playground.conftest import png

DONE = "/capnhat 71-89.7 xong ngày 20/11/2026"


def report(town: Town, number: int = 1) -> ProgressReport:
    return town.rooms.record.state.report(number)


async def claimed(focal: Person) -> Shown:
    """Claim completion without evidence."""
    await focal.ask(DONE)
    return await focal.tap(VI.record_it)


async def sent(person: Person, content: bytes, name: str = "", **more: object) -> Shown:
    """Send a photo, or with a name a document, and take the answer."""
    person.drain()
    if name:
        await person.send_document(content, name, **more)  # type: ignore[arg-type]
    else:
        await person.send_photo(content, **more)  # type: ignore[arg-type]
    return await person.next_message()


def album(town: Town, who: str, photos: int, caption: str = "") -> None:
    """Send photos as one album, the caption with the first."""
    world, person = town.playground.world, town.person(who).persona
    chat = world.chat_for(person.id, None)
    for place in range(photos):
        part = {"photo": world.files.photo(png(place + 2)).as_photo(), "media_group_id": "77"}
        if caption and not place:
            part["caption"] = caption
        world.deliver(chat, person.id, part)


async def test_a_photo_right_after_the_claim_is_its_evidence(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await claimed(focal)
    assert report(town).state is ReportState.AWAITS_EVIDENCE
    assert supervisor.from_bot == []
    shown = await sent(focal, png())
    assert shown.text.startswith("✅ Đã thêm 1 minh chứng")
    assert report(town).state is ReportState.AWAITS_CONFIRMATION
    (piece,) = report(town).evidence
    assert piece.kind is EvidenceKind.PHOTO
    assert piece.ref == hashlib.sha256(png()).hexdigest()
    assert town.rooms.evidence.is_whole(piece.ref)
    assert (await supervisor.next_message()).text.startswith(VI.claim_title[Status.DONE])


async def test_a_number_right_after_the_claim_is_its_evidence(town: Town) -> None:
    focal = town.person("focal")
    await claimed(focal)
    shown = await focal.ask("quyết định số 45/QĐ-BCA ngày 20/11/2026")
    assert shown.text.startswith("✅ Đã thêm 1 minh chứng")
    assert report(town).evidence[0].ref == "45/QĐ-BCA"


async def test_by_the_button_a_link_then_a_file(town: Town) -> None:
    focal = town.person("focal")
    done = await claimed(focal)
    await focal.tap(VI.add_evidence, done)
    assert (await focal.ask("không có")).text.startswith(VI.evidence_odd)
    added = await focal.ask("https://bocongan.gov.vn/van-ban/45")
    assert added.text.startswith("✅ Đã thêm 1 minh chứng")
    await focal.tap(VI.add_evidence, added)
    await sent(focal, pdf("Quyet dinh"), "qd.pdf")
    assert [piece.kind for piece in report(town).evidence] == [EvidenceKind.LINK, EvidenceKind.FILE]


async def test_a_file_whose_caption_reports(town: Town) -> None:
    focal = town.person("focal")
    shown = await sent(focal, pdf("Quyet dinh"), "qd.pdf", caption="71-89.7 đã xong hôm qua")
    assert shown.text.startswith(VI.is_it_this)
    assert "Minh chứng: tệp qd.pdf" in shown.text
    await focal.tap(VI.record_it, shown)
    assert report(town).state is ReportState.AWAITS_CONFIRMATION


async def test_a_file_under_the_command(town: Town) -> None:
    focal = town.person("focal")
    shown = await sent(focal, png(), caption="/capnhat 71-89.7 đã xong hôm qua")
    assert "Minh chứng: ảnh" in shown.text


async def test_a_file_while_the_proposal_waits(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask(DONE)
    shown = await sent(focal, png())
    assert "Minh chứng: ảnh" in shown.text
    await focal.tap(VI.record_it, shown)
    assert report(town).state is ReportState.AWAITS_CONFIRMATION


async def test_a_file_in_answer_to_a_card(town: Town) -> None:
    focal = town.person("focal")
    card = await focal.ask("71-89.7")
    asked = await sent(focal, png(), reply_to=card)
    assert "Việc này đến đâu rồi?" in asked.text
    assert "Minh chứng: ảnh" in asked.text
    await focal.tap(VI.statuses[Status.DONE], asked)
    done = await focal.tap(VI.record_it)
    assert report(town).state is ReportState.AWAITS_CONFIRMATION
    more = await sent(focal, png(3), reply_to=done)
    assert more.text.startswith("✅ Đã thêm 1 minh chứng")
    assert len(report(town).evidence) == 2


async def test_a_file_ahead_of_its_report(town: Town) -> None:
    focal = town.person("focal")
    asked = await sent(focal, png())
    assert asked.text == VI.evidence_for_which(1)
    shown = await focal.ask("71-89.7 đã xong hôm qua")
    assert "Minh chứng: ảnh" in shown.text
    assert (await focal.press(VI.drop, asked)).text == ""


async def test_a_file_for_an_earlier_report(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("71-89.7 đang làm được 40%")
    await focal.tap(VI.record_it)
    asked = await sent(focal, png())
    attached = await focal.tap("71-89.7", asked)
    assert attached.text.startswith("✅ Đã thêm 1 minh chứng")
    assert len(report(town).evidence) == 1
    town.playground.world.press_blindly(focal.persona.id, asked.raw, asked.rows[0][0].data)
    await focal.ask("/trogiup")
    assert len(report(town).evidence) == 1


async def test_an_album_with_a_report_is_one(town: Town) -> None:
    focal = town.person("focal")
    album(town, "focal", 3, "71-89.7 đã xong hôm qua")
    shown = await focal.next_message()
    await focal.next_edit()
    await focal.next_edit()
    assert "Minh chứng: 3 ảnh" in focal.last.text
    assert focal.last.id == shown.id
    await focal.tap(VI.record_it)
    assert len(report(town).evidence) == 3
    assert town.rooms.record.log.head.count == 1


async def test_an_album_after_a_claim_has_one_answer(town: Town) -> None:
    focal = town.person("focal")
    await claimed(focal)
    focal.drain()
    album(town, "focal", 3)
    first = await focal.next_message()
    await focal.next_edit()
    await focal.next_edit()
    assert focal.last.id == first.id
    assert len(report(town).evidence) == 3


async def test_an_album_ahead_of_its_report_is_one(town: Town) -> None:
    focal = town.person("focal")
    album(town, "focal", 2)
    await focal.next_message()
    assert (await focal.next_edit()).text == VI.evidence_for_which(2)


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"MZ\x90\x00\x03", "a.exe", EvidenceRefusal.TYPE),
        (b"PK\x03\x04 broken", "a.xlsx", EvidenceRefusal.BROKEN),
        (b"\x00" * (20 * 1024 * 1024 + 1), "a.pdf", EvidenceRefusal.TOO_LARGE),
    ],
    ids=["program", "archive", "large"],
)
async def test_what_is_no_evidence_is_refused_with_the_next_step(
    town: Town, content: bytes, name: str, why: EvidenceRefusal
) -> None:
    focal = town.person("focal")
    assert (await sent(focal, content, name)).text == VI.files_refused[why]
    assert town.rooms.drafts.about(focal.persona.id) == []


async def test_what_is_stamped_secret_is_never_kept(town: Town) -> None:
    focal = town.person("focal")
    secret = "TỐI MẬT\nBáo cáo".encode()
    shown = await sent(focal, secret, "bao cao.txt", caption="71-89.7 đã xong")
    assert "mang dấu" in shown.text
    assert not town.rooms.evidence.has(hashlib.sha256(secret).hexdigest())
    assert town.rooms.record.log.head.count == 0


async def test_a_full_disk_is_told_and_nothing_is_half_kept(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    focal = town.person("focal")
    await claimed(focal)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(EvidenceFiles, "_write", full)
        assert (await sent(focal, png(7))).text == VI.full
    assert report(town).evidence == ()
    assert (await sent(focal, png(7))).text.startswith("✅")


async def test_a_file_that_cannot_be_fetched_is_no_evidence(town: Town) -> None:
    focal = town.person("focal")
    await claimed(focal)
    town.playground.world.faults.add(Fault.broken(502, "getFile"))
    assert (await sent(focal, png())).text == VI.not_fetched
    assert report(town).evidence == ()


async def test_who_may_not_report_only_hears_that_text_is_read(town: Town) -> None:
    official = town.person("official")
    assert (await sent(official, png())).text.startswith("Tôi chỉ đọc được tin nhắn chữ")


async def test_a_sticker_or_a_voice_is_no_evidence(town: Town) -> None:
    focal = town.person("focal")
    world = town.playground.world
    chat = world.chat_for(focal.persona.id, None)
    world.deliver(chat, focal.persona.id, {"voice": {"file_id": "x", "file_unique_id": "y", "duration": 3}})
    assert (await focal.next_message()).text == VI.only_these_files


async def test_a_withdrawn_report_takes_no_evidence(town: Town) -> None:
    focal = town.person("focal")
    done = await claimed(focal)
    await focal.tap(VI.withdraw, done)
    town.playground.world.press_blindly(focal.persona.id, done.raw, done.button(VI.add_evidence).data)
    told = await focal.next_message()
    assert told.text == VI.no_evidence_to
    assert VI.report_again in told.buttons
    assert VI.evidence_odd not in (await focal.ask("45/QĐ-BCA")).text
    assert report(town).evidence == ()


async def left_then_reported(town: Town) -> Shown:
    """A proposal that was left, then a report with its paper that was recorded, then a photo."""
    focal = town.person("focal")
    await focal.ask("71-94 chưa xong")
    await focal.ask("71-89.7 đã xong hôm qua số 5/BC-BCA")
    await focal.tap(VI.record_it)
    return await sent(focal, png())


async def test_a_photo_after_a_report_is_not_put_to_an_older_proposal(town: Town) -> None:
    focal = town.person("focal")
    asked = await left_then_reported(town)
    assert asked.text == VI.evidence_for_which(1)
    assert [label.split()[0] for label in asked.buttons[:2]] == ["71-94", "71-89.7"]
    await focal.tap("71-89.7", asked)
    assert [piece.kind for piece in report(town).evidence] == [EvidenceKind.DOCUMENT, EvidenceKind.PHOTO]


async def test_it_can_still_be_chosen_for_the_proposal(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.tap("71-94", await left_then_reported(town))
    assert proposed.text.startswith(VI.is_it_this)
    assert "Minh chứng: ảnh" in proposed.text
    await focal.tap(VI.record_it, proposed)
    assert report(town, 2).evidence[0].kind is EvidenceKind.PHOTO


async def test_proposals_can_be_left_by_command(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask("71-94 chưa xong")
    assert (await focal.ask("/huy")).text == VI.all_dropped("71-94")
    assert (await focal.ask("/huy")).text == PEOPLE.nothing_to_leave
    assert (await focal.tap(VI.record_it, proposed)).text == VI.draft_gone


async def test_a_photo_after_something_else_was_looked_at_is_asked_about(town: Town) -> None:
    focal = town.person("focal")
    await claimed(focal)
    town.clock.move_to(town.clock.now() + timedelta(minutes=1))
    await focal.ask("71-104")
    asked = await sent(focal, png())
    assert asked.text == VI.evidence_for_which(1)
    assert asked.buttons[0].startswith("71-89.7")
    assert report(town).evidence == ()
