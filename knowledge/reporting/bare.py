"""A report that names no task: "xong rồi", "được 80% rồi ạ", "done". What it says is clear; on which task is not."""

import re
from datetime import date

from knowledge.base import KnowledgeBase
from knowledge.codes import find_code
from knowledge.reporting.asking import private
from knowledge.reporting.frame import without_frame
from knowledge.reporting.recognising import told_in
from knowledge.reporting.spelling import fold_report
from knowledge.reporting.words import ReportWords
from knowledge.text import tidy

# The only words that such a report may hold beside its state, day and evidence, folded. None of them names a matter:
# with any other word in it, a text is about something.
_WORDS = frozenset(
    # who speaks, and to whom
    "em anh chi toi minh sep lanh dao thu truong bac chu dong dc ben chung phong don vi co quan da vang thua bao cao"
    " xin oi a ah nhe nha nhen ok oke okay uh um i we it is are was has have been the our my this that a an just"
    " already all about now sir"
    # how it goes
    " xong xuoi roi het hoan thanh tat ca thien vua moi dang van con cung deu da duoc dc lam trien khai thuc hien tien"
    " hanh tiep tuc bat dau khoi dong gan sap nhu co ban tam khoang chung hon tren dat tien do ket qua khoi luong phan"
    " nua chua gi chut it viec nay do kia cong nhiem vu ay ma thi la thoi khong bi den toi tu luc hom ngay va so theo"
    " cho doi ky duyet trinh"
    " done finished completed complete finish started not yet still almost nearly in progress ongoing working on way"
    " under percent of with everything task work"
    # papers that are shown, by their kind
    " quyet dinh cong van to trinh van ban ke hoach thong bao bien ban kem dinh gui".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_NOTHING_YET = re.compile(r"\b(chưa(?: \w+){1,3}) gì\b", re.IGNORECASE)  # "chưa làm được gì" asks nothing
_STUCK = re.compile(r"\b(?:dang|chua|bi|khong|con)\b")  # "vướng mắc, khó khăn" alone names what is asked about
_MOST = 200


def bare_report(text: str, base: KnowledgeBase, today: date) -> ReportWords | None:
    """Return what `text` reports where it names no matter at all; None for a question, talk, or a report on something.

    A state, a share or an obstacle must be said to have come about. Never raises.
    """
    said = tidy(text)
    if len(said) > _MOST or find_code(said, base.vocabulary.codes) or private(said):
        return None
    words = told_in(_NOTHING_YET.sub(r"\1", said), base, today)
    if words is None or words.status is None or (_only_stuck(words) and not _STUCK.search(fold_report(words.obstacle))):
        return None
    left = _WORD.findall(fold_report(without_frame(words.matter)))
    return words if _WORDS.issuperset(left) else None


def _only_stuck(words: ReportWords) -> bool:
    """Tell whether nothing is said but what stands in the way."""
    return bool(words.obstacle) and not words.done and words.percent is None
