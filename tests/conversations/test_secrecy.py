"""What is stamped secret is refused with the reason; nothing of it is kept or logged."""

import io
import logging

import docx
import pytest

from tests.conftest import Town
from tests.conversations.test_joining import rows_naming
from tests.knowledge.test_documents import pdf
from tests.playground.conftest import png

STAMPED = "BỘ CÔNG AN\nTUYỆT MẬT\nKế hoạch Sao Mai"


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


async def test_a_stamped_text_is_no_question(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    official = town.person("official")
    shown = await official.ask(STAMPED)
    assert "mang dấu TUYỆT MẬT" in shown.text
    assert "Luật 117/2025/QH15" in shown.text
    assert rows_naming(town, "Sao Mai") == []
    assert "Sao Mai" not in caplog.text
    assert any(record.levelno == logging.WARNING for record in caplog.records)


async def test_in_english(town: Town) -> None:
    shown = await town.person("admin").ask(STAMPED)
    assert "This is stamped TUYỆT MẬT" in shown.text


async def test_not_even_in_a_dialogue(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/vaitro")
    await focal.tap("Đổi tên")
    assert "mang dấu MẬT" in (await focal.ask("MẬT")).text
    assert town.rooms.people.find(focal.persona.id).name == "Trần Thu Hà"


@pytest.mark.parametrize(
    ("content", "name", "caption"),
    [
        (b"anything", "TỐI MẬT bao cao.xlsx", ""),
        (b"anything", "a.bin", "Độ mật: Tối mật"),
        (word("TỐI MẬT", "Báo cáo"), "bao cao.docx", ""),
        (pdf("TOI MAT"), "bao cao.pdf", ""),
    ],
    ids=["name", "caption", "word", "pdf"],
)
async def test_a_stamped_document_is_refused_by_name_caption_or_first_page(
    town: Town, content: bytes, name: str, caption: str
) -> None:
    staff = town.person("staff")
    await staff.send_document(content, name, caption=caption)
    assert "mang dấu TỐI MẬT" in (await staff.next_message()).text
    assert rows_naming(town, "bao cao") == []


async def test_a_photo_with_a_stamped_caption_is_refused(town: Town) -> None:
    staff = town.person("staff")
    await staff.send_photo(png(), caption="MẬT")
    assert "mang dấu MẬT" in (await staff.next_message()).text


@pytest.mark.parametrize(
    "question",
    ["bảo mật dữ liệu cá nhân", "việc nào về mật mã", "BẢO MẬT THÔNG TIN của Bộ Y tế", "TUYỆT MẬT là gì"],
)
async def test_everyday_words_are_questions(town: Town, question: str) -> None:
    assert "mang dấu" not in (await town.person("official").ask(question)).text


async def test_a_plain_document_is_evidence_and_a_broken_one_is_refused(town: Town) -> None:
    staff = town.person("staff")
    documents = {"a.docx": word("Báo cáo bảo mật"), "c.docx": b"PK\x03\x04"}
    for (name, content), said in zip(documents.items(), ("Đã nhận 1 minh chứng", "Không mở được"), strict=True):
        staff.drain()
        await staff.send_document(content, name)
        assert (await staff.next_message()).text.startswith(said), name


async def test_in_a_group_only_what_is_said_to_it(town: Town) -> None:
    town.playground.world.privacy = False
    official = town.person("official").in_group()
    await official.say(STAMPED)
    await official.send_document(word("MẬT"), "a.docx")
    shown = await official.ask(f"@dondoc_bot\n{STAMPED}")
    assert "mang dấu TUYỆT MẬT" in shown.text
    assert len(official.from_bot) == 1


async def test_a_strangers_document_is_not_even_opened(town: Town) -> None:
    stranger = town.person("stranger")
    await stranger.send_document(word("MẬT"), "a.docx")
    assert "Tôi chỉ trả lời người đã đăng ký" in (await stranger.next_message()).text
