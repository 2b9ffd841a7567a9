"""Tells a question from a statement, where both may come: the answer to a dialogue's step, or something else asked."""

import re
from collections.abc import Collection

from knowledge.codes import find_code
from knowledge.text import fold, has_diacritics, tidy

# With marks these words ask wherever they stand; "AI" in capitals is artificial intelligence.
_MARKED = re.compile(
    r"(?<!\w)(?:gì|nào|bao nhiêu|mấy|vì sao|tại sao|thế nào|ra sao|bao giờ|khi nào|ai|đâu|không\s*\?|chưa\s*\?)(?!\w)"
)
# Without marks "ai", "may", "dau" are many words: only whole turns of phrase ask.
_BARE = re.compile(
    r"\b(?:(?:viec|la|lam|co|nhung|cai|ky|noi|quy dinh) gi|bao nhieu|nhu the nao|the nao|bao gio|khi nao|vi sao|tai sao"
    r"|(?:bo|co quan|viec|nhiem vu|don vi|van ban|csdl|tinh|ngay|thang|quy) nao|ai (?:chu tri|lam|ky|phu trach))\b"
)
_ENGLISH = re.compile(r"^(?:what|which|who|whom|when|where|why|how|does|list|show)\b", re.IGNORECASE)
_LIST = re.compile(r"^(?:danh sach|liet ke)\b|\b(?:qua han|sap den han|den han)$")


def is_asking(text: str, codes: Collection[str], *, prose: bool = False) -> bool:
    """Tell whether `text` asks something: by its mark, its words, or because it is a task's code and nothing else.

    Where `prose` is expected, words do not tell: "không có vướng mắc gì" is an answer.
    """
    said = tidy(text).strip()
    if said.endswith("?"):
        return True
    found = find_code(said, codes)
    if found is not None and len(said) - (found[2] - found[1]) <= 3:
        return True
    if prose:
        return False
    if _ENGLISH.search(said):
        return True
    folded = fold(said)
    if len(folded.split()) <= 8 and _LIST.search(folded):
        return True
    return bool(_MARKED.search(said) if has_diacritics(said) else _BARE.search(folded))
