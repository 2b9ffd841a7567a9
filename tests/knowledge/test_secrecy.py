"""Stamps are told from the everyday words that hold the same syllable."""

import pytest

from knowledge.base import KnowledgeBase
from knowledge.secrecy import stamp_in_name, stamp_in_text

STAMPED = {
    "MẬT": (
        "MẬT",
        "M Ậ T",
        "M.Ậ.T",
        "MAT",
        "[MẬT]",
        "Độ mật: Mật",
        "Đóng dấu MẬT",
        "BỘ CÔNG AN\nMẬT\nSố: 12/BC-BCA",
        "BỘ CÔNG AN    MẬT",
        "kèm công văn MẬT số 5",
        "MẬT\n\nBáo cáo",
    ),
    "TỐI MẬT": (
        "TỐI MẬT",
        "TOI MAT",
        "T Ố I  M Ậ T",
        "độ mật: tối mật",
        "Bản số: 3\nTỐI MẬT\nKẾ HOẠCH",
        "Gửi anh văn bản TỐI MẬT số 12",
    ),
    "TUYỆT MẬT": (
        "TUYỆT MẬT",
        "T U Y Ệ T  M Ậ T",
        "TUYET MAT",
        "Do mat: TUYET MAT",
        "Báo cáo này TUYỆT MẬT, không phổ biến",
    ),
}
WORDS = (
    "bảo mật",
    "BẢO MẬT",
    "BẢO\nMẬT THÔNG TIN",
    "bí mật nhà nước",
    "LUẬT BẢO VỆ BÍ\nMẬT NHÀ NƯỚC",
    "an ninh mật mã",
    "MẬT MÃ quốc gia",
    "mật khẩu",
    "MẬT ĐỘ",
    "mật độ dân số",
    "mật",
    "mat",
    "CO MAT TAI HA NOI",
    "MẶT TRẬN TỔ QUỐC",
    "MẤT",
    "MẮT",
    "Đề án bảo MẬT",
    "Độ mật: Không",
    "TUYỆT MẬT là gì",
    "quản lý tài liệu mật thế nào",
    "",
)


@pytest.mark.parametrize(("level", "text"), [(level, text) for level, texts in STAMPED.items() for text in texts])
def test_a_stamp_is_seen(level: str, text: str) -> None:
    assert stamp_in_text(text) == level


@pytest.mark.parametrize("text", WORDS)
def test_a_word_is_no_stamp(text: str) -> None:
    assert stamp_in_text(text) is None


def test_no_directive_and_no_passage_looks_stamped(base: KnowledgeBase) -> None:
    for text in base.store.texts():
        assert stamp_in_text(text) is None, text[:80]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("MẬT_bao_cao.pdf", "MẬT"),
        ("MAT-123.pdf", "MẬT"),
        ("[MẬT] kế hoạch.pdf", "MẬT"),
        ("KH_Mật.docx", "MẬT"),
        ("bao cao (tối mật).pdf", "TỐI MẬT"),
        ("toi_mat_2026.pdf", "TỐI MẬT"),
        ("TUYET MAT.docx", "TUYỆT MẬT"),
        ("bao_mat.pdf", None),
        ("bí mật nhà nước.pdf", None),
        ("mat khau.txt", None),
        ("Mặt trận.pdf", None),
        ("MAT-TRAN.pdf", None),
        ("mat-do-dan-so.pdf", None),
        ("mat.pdf", None),
        ("an ninh mật mã.docx", None),
        ("", None),
    ],
)
def test_a_file_s_name(name: str, level: str | None) -> None:
    assert stamp_in_name(name) == level
