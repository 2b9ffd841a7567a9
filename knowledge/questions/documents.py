"""Documents a question names, by number or as a law: those the directives do not mention are about something else."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.patterns import Sought
from knowledge.text import fold_aligned, tidy

Document = tuple[str, str]
"""A kind by its short sign ("nq", "nd", "luat") and a number, or the first two words of a law's name, folded.

Of the Party's documents the sign is "nq/tw": 71-NQ/TW is not 71/NQ-CP. A number without its issuer is either's.
"""

_KINDS = {
    "nq": "nghi quyet|nq|resolution",
    "nd": "nghi dinh|nd|decree",
    "qd": "quyet dinh|qd|decision",
    "tt": "thong tu|tt|circular",
    "ct": "chi thi|ct",
    "tb": "thong bao|tb|notice",
    "kl": "ket luan|kl|conclusion",
    "cd": "cong dien|cd",
    "kh": "ke hoach|kh",
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split("|")}
_NAMES = "|".join(sorted(_KIND_OF, key=len, reverse=True))
# "Thông báo 3 việc" counts; a document's number has two digits, or "số" before it.
_AFTER_KIND = Sought(rf"\b({_NAMES})\s*(?:(?:so|no\.?|number)\s*(\d{{1,4}})|(\d{{2,4}}))(?!\d|[.,]\d)")
_BEFORE_KIND = Sought(rf"(?<![\d/.])(\d{{1,4}})(?:/\d{{4}})?\s*[-/]\s*({'|'.join(_KINDS)})(?![a-z])(/tw)?")
_PARTY = "/tw"
_OF_THE_PARTY = re.compile(r"\s+cua (?:bo chinh tri|ban chap hanh)\b")
# What follows "luật" without being its name: "luật nào", "luật về dữ liệu", "pháp luật của Nhà nước".
_NO_NAME = frozenset(
    "ve nao gi cua la co va moi nay do duoc cho phai theo lien da se can trong khi thi de hay hoac con cac mot so "
    "sua".split()
)
_LAW = Sought(r"\bluat ([a-z]+) ([a-z]+)\b")


def documents_in(text: str) -> Iterator[tuple[Document, int, int]]:
    """Yield (document, start, end) for every document that stands in `text` (tidied) by number or as a law.

    "Nghị quyết 68", "NQ68", "68/NQ-TW" and "Resolution 68" are one; "Luật Đất đai" is ("luat", "dat dai").
    """
    folded = fold_aligned(tidy(text))
    for found in _AFTER_KIND.finditer(folded):
        party = _PARTY if _OF_THE_PARTY.match(folded, found.end()) else ""
        yield (_KIND_OF[found[1]] + party, str(int(found[2] or found[3]))), found.start(), found.end()
    for found in _BEFORE_KIND.finditer(folded):
        yield (found[2] + (found[3] or ""), str(int(found[1]))), found.start(), found.end()
    for found in _LAW.finditer(folded):
        if found[1] not in _NO_NAME:
            yield ("luat", f"{found[1]} {found[2]}"), found.start(), found.end()


def mentioned(texts: Iterable[str]) -> frozenset[Document]:
    """Return the documents that stand in `texts`."""
    found = {document for text in texts for document, _, _ in documents_in(text)}
    return frozenset(found | {(kind.removesuffix(_PARTY), number) for kind, number in found})


def _is_named(text: str, start: int, end: int) -> bool:
    """Tell whether a law is written as a name ("Luật Đất đai"), rather than told of ("luật cho ngành chip")."""
    return text[start].isupper() and text[start:end].split()[1][0].isupper()


def strange_document(words: str, known: frozenset[Document], numbers: Iterable[str] = ()) -> str:
    """Return the first document that `words` name and that is not `known`, as it is written; "" where all are.

    One with the number of a directive (of `numbers`, as they are written) and another issuer is not known either.
    """
    text = tidy(words)
    if other := _of_another_issuer(text, numbers):
        return other
    strange = ((d, start, end) for d, start, end in documents_in(text) if d not in known)
    return next((text[s:e] for d, s, e in strange if d[0] != "luat" or _is_named(text, s, e)), "")


# A place in a document, or its own wording: what it holds is asked for, not what is done for it.
_ARTICLE = r"(?:(?:khoan|diem|muc) \w{1,3},? )*(?:dieu|chuong|article|chapter) (?:\d{1,3}|[ivx]{1,4})\b"
_WORDING = r"(?:toan van|nguyen van|ban goc|ban day du|full text|whole text|text)\b"
_OF_IT = re.compile(rf"(?:{_ARTICLE}|{_WORDING})\s*,?\s*(?:(?:cua|trong|tai|of|in|the)\s+)*$")
_IN_IT = re.compile(
    rf"\s*,?\s*(?:(?:co|tai|o|thi)\s+)?(?:{_ARTICLE}|{_WORDING}|itself\b|(?:noi|quy dinh|viet) gi (?:o|tai) {_ARTICLE}"
    r"|(?:do )?(?:ai|dong chi nao|nguoi nao) ky\b|(?:dai )?(?:may|bao nhieu) trang\b|who signed\b|how many pages\b)"
)


# The issuer's letters behind a number, where the sign was enough to know the document.
_ISSUER = re.compile(r"(?:\s?[-/]\s?[a-z]+\d*)+")


def document_itself(words: str) -> str:
    """Return the document, as it is written, of which `words` ask what stands in it ("Điều 3 Nghị quyết 57")."""
    text = tidy(words)
    folded = fold_aligned(text)
    for _, start, end in documents_in(text):
        issuer = _ISSUER.match(folded, end)
        whole = issuer.end() if issuer else end
        if _OF_IT.search(folded, 0, start) or _IN_IT.match(folded, whole):
            return text[start:whole]
    return ""


_NUMBER = re.compile(r"0*(\d+)\s*[-/]\s*([a-z]+)\s*[-/]\s*([a-z]+)")


def issuers_like(issuer: str) -> str:
    """Return a pattern of an issuer's folded letters or their beginning: "cqtt" for "cqttbcd"."""
    return "|".join(issuer[:size] for size in range(len(issuer), 1, -1))


@lru_cache(maxsize=4)
def _other_issuers(numbers: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the number of a directive with letters of another issuer."""
    owns = (own for number in numbers if (own := _NUMBER.fullmatch(fold_aligned(tidy(number)))))
    others = [
        rf"0*{own[1]}\s*[-/]\s*{own[2]}\s*[-/]\s*(?!(?:{issuers_like(own[3])})(?![a-z]))[a-z]+\d*" for own in owns
    ]
    return re.compile(rf"(?<![\d/.])(?:{'|'.join(others)})" if others else r"(?!)")


def _of_another_issuer(text: str, numbers: Iterable[str]) -> str:
    found = _other_issuers(tuple(numbers)).search(fold_aligned(text))
    return text[found.start() : found.end()] if found else ""
