"""Tells whether something carries a classification stamp: MẬT, TỐI MẬT or TUYỆT MẬT (Luật 117/2025/QH15).

A stamp stands as a stamp does: in capitals and alone on its line, in the head of a document, or after "Độ mật:". The
same syllable within a sentence ("bảo mật", "bí mật nhà nước", "mật khẩu", "mật độ") is a word. Pure.
"""

import re

from knowledge.text import fold, tidy

_LEVELS = {"mat": "MẬT", "toimat": "TỐI MẬT", "tuyetmat": "TUYỆT MẬT"}
_SPACED = r"[\s.·_-]{0,3}"
_MAT = rf"M{_SPACED}(?:Ậ|A){_SPACED}T"
_TOI = rf"T{_SPACED}(?:Ố|O){_SPACED}I"
_TUYET = rf"T{_SPACED}U{_SPACED}Y{_SPACED}(?:Ệ|E){_SPACED}T"
_EDGE = r"[ \"'“”‘’*_#\[\](){}<>|/\\:;.,!–—-]*"
# Alone on its line, whatever frames it: "MẬT", "[ TỐI MẬT ]", "T U Y Ệ T  M Ậ T", "Bản số 3 - MẬT".
_ALONE = re.compile(
    rf"^{_EDGE}(?:(?:(?:Bản|Số|Bản số)\s*:?\s*\d+|ĐÓNG DẤU|DẤU){_EDGE})?"
    rf"(?P<level>(?:(?:{_TUYET}|{_TOI})\s*)?{_MAT}){_EDGE}$",
    re.MULTILINE,
)
# "Độ mật: Tối mật", "độ mật MẬT", "Mức độ mật: A" without a level is a form not filled in.
_DECLARED = re.compile(
    r"\b(?:do mat|muc mat|cap do mat|muc do mat|dong dau)\s*[:=-]?\s*(?P<level>tuyet mat|toi mat|mat)(?![a-z])"
)
# In capitals within a sentence that is not: "gửi văn bản TỐI MẬT", "kèm công văn MẬT", not "BẢO MẬT", "bí MẬT".
_CAPITALS = re.compile(
    rf"(?<!\w)(?P<level>(?:{_TUYET}|{_TOI})\s+{_MAT}|(?<![A-ZÀ-Ỹ] )(?<!bí )(?<!bảo )(?<!cơ )MẬT(?! ?[A-ZÀ-Ỹ]))(?!\w)"
    r"(?! (?:mã|khẩu|độ|thư|vụ|danh)\b)"
)
# The two columns of a document's head come out of a PDF on one line; a heading may break within "BẢO MẬT".
_COLUMNS = re.compile(r"\t| {3,}")
_BROKEN = re.compile(r"(?<!\w)(BẢO|BÍ|CƠ|BAO|BI|CO)[ ]*\n\s*(?=M[ẬA]T)")
# "TUYỆT MẬT là gì", "danh mục TỐI MẬT": the level is the topic of a question, not a stamp.
_SPOKEN_OF = re.compile(r"\b(?:la gi|la nhu the nao|the nao|danh muc|what is|what does)\b")
# Within a file's name, where words are joined by signs: "TM_bao cao", "MAT-123.pdf", "(Tối mật) KH.docx".
_IN_NAME = re.compile(
    r"(?<![a-z])(?P<level>tuyet[ _.-]*mat|toi[ _.-]*mat)(?![a-z])|(?:^|[\[(_-])\s*(?P<short>mat)\s*(?=[\])_.]|-\d|$)"
)
# Hardly any message has even this, so that hardly any is looked at closely.
_PERHAPS = re.compile(rf"[Mm]{_SPACED}[ẬậAa]{_SPACED}[Tt]")
HEAD_CHARACTERS = 6000


def stamp_in_text(text: str) -> str | None:
    """Return the level stamped on a text or on the head of a document ("TUYỆT MẬT" …); None without a stamp."""
    head = tidy(text)[:HEAD_CHARACTERS]
    if not _PERHAPS.search(head):
        return None
    head = _BROKEN.sub(r"\1 ", _COLUMNS.sub("\n", head))
    if _SPOKEN_OF.search(fold(head)) and "\n" not in head.strip():
        return None
    alone = _ALONE.search(head)
    if alone:
        return _level(alone["level"])
    declared = _DECLARED.search(fold(head))
    if declared:
        return _level(declared["level"])
    written = _CAPITALS.search(head) if head != head.upper() else None
    return _level(written["level"]) if written else None


def stamp_in_name(name: str) -> str | None:
    """Return the level that a file's name carries; None where it carries none."""
    marked = tidy(name)
    found = _IN_NAME.search(fold(marked))
    if found is None:
        return None
    if found["short"] and not re.search(r"(?<!\w)(?:MẬT|MAT|Mật)(?!\w)", marked.replace("_", " ")):
        return None  # "mat.pdf" may be anything
    return _level(found["level"] or found["short"])


def _level(written: str) -> str:
    return _LEVELS["".join(c for c in fold(written) if c.isalpha())]
