"""A report that names no task: "xong rồi", "được 80% rồi ạ", "done". What it says is clear; on which task is not."""

import re
from datetime import date

from knowledge.base import KnowledgeBase
from knowledge.codes import find_code
from knowledge.reporting.asking import private
from knowledge.reporting.frame import names_nothing
from knowledge.reporting.recognising import told_in
from knowledge.reporting.spelling import fold_report
from knowledge.reporting.words import ReportWords
from knowledge.text import tidy

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
    return words if names_nothing(words.matter) else None


def _only_stuck(words: ReportWords) -> bool:
    """Tell whether nothing is said but what stands in the way."""
    return bool(words.obstacle) and not words.done and words.percent is None
