"""What a report is about: whose work, of which directive, and its topic with what each word says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from knowledge.base import KnowledgeBase
from knowledge.questions import Reading, read_question
from knowledge.reporting.frame import without_frame
from knowledge.reporting.index import Terms, terms_of
from knowledge.reporting.spelling import fold_report
from knowledge.reporting.words import ReportWords
from knowledge.search import TermWeights
from knowledge.search.terms import syllables
from knowledge.text import BOUND, fold_aligned

# The kinds of output, folded, as reports and tasks name them.
_KINDS = (
    "nghi dinh", "thong tu", "luat", "nghi quyet", "chi thi", "quyet dinh", "de an", "ke hoach", "chien luoc",
    "chuong trinh", "danh muc", "co so du lieu", "he thong", "nen tang", "quy", "bo tieu chi", "hoi nghi", "khung",
    "san", "trung tam", "co che", "chinh sach", "mo hinh", "tieu chuan", "to cong tac",
)  # fmt: skip
# What the symbol of a document says of the output: "214/2025/NĐ-CP" is a decree.
_KIND_OF_NUMBER = (
    ("/NĐ-", "nghi dinh"),
    ("/ND-", "nghi dinh"),
    ("/TT-", "thong tu"),
    ("/QH", "luat"),
    ("/NQ-", "nghi quyet"),
    ("/CT-", "chi thi"),
)
# An agency behind these words is asked or told: it is not the one who reports.
_TO_WHOM = re.compile(
    r"\b(?:trinh|gui|cho|den|toi|len|voi|y kien|y kien cua|phoi hop|tham dinh|xin|hoi|doi|chua|ket|vuong"
    r"|ve|tai|ben|lay"
    r"|cong van|va|,)\s*$"
)
# What comes behind the subject tells how it stands: "…: dữ liệu đã số hóa, chờ đồng bộ về Trung tâm dữ liệu quốc gia".
_CLAUSE = re.compile(r"[,;:\n]|\.\s|\s-\s")
_TELLS = re.compile(
    r"\W*(?:\w+ ){0,2}?(?:da|dang|chua|con|cho|doi|moi|du kien|hoan thanh|xong|se|vua|duoc|dat|de nghi|nhung|hien)\b"
)
# "… đã đồng bộ về Trung tâm dữ liệu quốc gia": where the work was brought is not what it is.
_BROUGHT = re.compile(
    r"(?<=\w )(?:da|dang|chua|con|cho|moi|se)(?: duoc)? (?:len|dong bo|ket noi|day|tich hop|chia se|chuyen"
    r"|dua|gan|ban giao)\b"
)
ASIDE = 0.4


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a report.

    `terms` are all terms of the message, `asides` those that only tell how the work stands. `own` and `said` weigh
    the topic in the directives' words and as it was said.
    `kinds` are the kinds of output named, `actors` the reporter's agency and those that the words put in its place.
    """

    reading: Reading
    terms: Terms
    asides: Terms
    own: Mapping[str, float]
    said: Mapping[str, float]
    kinds: tuple[str, ...]
    actors: frozenset[str]


def read_subject(words: ReportWords, raw: str, base: KnowledgeBase, today: date, agency: str) -> Subject | None:
    """Return what the report `raw`, read as `words`, is about; None where nothing is named."""
    for matter in (words.matter, f"{words.matter} {words.obstacle}"):
        reading = read_question(without_frame(matter), base.vocabulary, today, agency)
        if reading.outputs:  # what was made is what is reported on, and no condition
            reading = replace(reading, topic=reading.plain, matter=reading.plain, said=reading.plain)
        if base.weights.topic(reading.matter).total:
            return _subject(reading, words, raw, base, agency)
    return None


def _subject(reading: Reading, words: ReportWords, raw: str, base: KnowledgeBase, agency: str) -> Subject:
    asides = _asides(words.matter)
    spoken = terms_of(raw).union(*(terms_of(chunk) for chunk in reading.matter.split(" ") if BOUND in chunk))

    def weigh(vocabulary: TermWeights, topic: str) -> dict[str, float]:
        found = vocabulary.topic(topic).weights
        return {
            term: weight * (ASIDE if term in asides else 1.0)
            for term, weight in found.items()
            if term in spoken or not spoken.issuperset(term.split("_"))  # "nước đã làm sạch" is no "nước sạch"
        }

    folded = f" {syllables(reading.matter)} "
    kinds = [kind for kind in _KINDS if f" {kind} " in folded]
    kinds += [kind for shown in words.documents for mark, kind in _KIND_OF_NUMBER if mark in shown.number.upper()]
    # Some questions' frame takes words of the topic out ("thống kê"): the longer of the two is whole.
    said = max(reading.said, reading.matter, key=lambda topic: len(topic.split()))
    return Subject(
        reading,
        spoken,
        asides,
        weigh(base.weights, reading.matter),
        weigh(base.everyday_weights, said),
        tuple(dict.fromkeys(kinds)),
        _actors(words.matter, base, agency),
    )


def _asides(matter: str) -> Terms:
    """Return the terms that stand only behind the subject of `matter`, where they tell its state."""
    head: list[str] = []
    asides: list[str] = []
    for part in _CLAUSE.split(matter):
        tells = _TELLS.match(fold_report(part)) is not None and len(" ".join(head).split()) > 2
        brought = _BROUGHT.search(fold_report(part))
        end = 0 if tells else brought.start() if brought and len(part[: brought.start()].split()) > 2 else len(part)
        head.append(part[:end])
        asides.append(part[end:])
    return terms_of(" . ".join(asides)) - terms_of(" . ".join(head))


def _actors(matter: str, base: KnowledgeBase, agency: str) -> frozenset[str]:
    folded = fold_aligned(matter)
    named = {m.name for m in base.registry.mentions(matter) if not _TO_WHOM.search(folded[: m.start])}
    return frozenset(named | {agency} if agency else named)
