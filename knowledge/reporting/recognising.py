"""Tells a report from a question where both may come: any text in a private chat."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.asking import is_asking
from knowledge.base import KnowledgeBase
from knowledge.directives import Task
from knowledge.progress import Status
from knowledge.questions import Intent
from knowledge.reporting.asking import asks
from knowledge.reporting.index import task_index
from knowledge.reporting.matching import CODED, Match, match, plain_words
from knowledge.reporting.spelling import fold_report
from knowledge.reporting.words import ReportWords, read_report
from knowledge.text import has_diacritics

# "khi chưa làm rõ", "nếu đã hoàn thành": a condition, not what happened.
_CONDITION = re.compile(r"\b(?:khi|neu|mien|truoc khi|cho den khi)(?: \w+){0,2}? (?:chua|da|dang|khong|duoc|co)\b")
# "cần đoạn nói …", "tìm giúp số liệu": something is wanted of the bot.
_WANTS = re.compile(
    r"\b(?:can|muon|xin|tim|lay|cho)(?: (?:giup|them|cho|em|toi|anh|minh|biet|xem))*"
    r" (?:doan|cau|trich|trich dan|thong tin|so lieu|danh sach|tong hop|van ban goc|nguyen van)\b"
)
# "việc đã hoàn thành của Bộ Y tế", "các nhiệm vụ đang làm": tasks in some state, not one that came into it.
_STATE_NAMED = re.compile(
    r"^\W*(?:(?:xem|cac|nhung|so|tong so|cong|nhiem|tong hop|thong ke|bao cao|tat ca|toan bo|list of|all|the)\W+)*"
    r"(?:viec|nhiem vu|vu|nv|tasks?)(?: (?:cua|do|ma|giao)(?: \w+){1,5}?)?"
    r" (?:da|dang|chua|con|khong|moi|duoc|completed|finished|done|in progress|not)\b"
)
# "nền tảng nào", "cơ sở dữ liệu nào", but "không vướng văn bản nào".
_WHICH = re.compile(
    r"(?<!khong co )(?<!chua co )\b(?:co so du lieu|csdl|nen tang|he thong|nghi dinh|thong tu|de an|chuong trinh"
    r"|ke hoach|truong|cap|loai|nhom|muc|linh vuc) nao\b"
)
# What tells that something has come about, or is coming: a bare "hoàn thành trước 30/6" is a deadline.
_UNDER_WAY = re.compile(
    r"\b(?:da|vua|moi|(?<!nguoi )dang|xong(?! bo khong)|roi|gan|sap|du kien|se|van|cho|doi|tuan (?:truoc|roi)"
    r"|hom (?:qua|nay|kia)|sang nay|chieu qua|khong (?:con|thuc hien|lam|kip|du)|bi|vuong(?! mac ve)|(?<!phep )con|done"
    r"|completed|finished|issued|approved|submitted|started|drafting|ongoing|working on|in progress)\b"
)
_FOR = re.compile(r"\bcho\b")
_HAPPENED = re.compile(rf"{_UNDER_WAY.pattern}|\bchua\b")
_PAST = re.compile(r"\b(?:da|vua|moi|xong|roi|done|completed|finished|issued|approved|submitted)\b")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A message read as a report: what it says, and the tasks it may be on, the likeliest first."""

    words: ReportWords
    matches: tuple[Match, ...]

    @property
    def coded(self) -> bool:
        """Tell whether a task's code was typed."""
        return bool(self.matches) and self.matches[0].score == CODED


def report_in(
    text: str, base: KnowledgeBase, today: date, agencies: Sequence[str] = ("",), given: Sequence[Task] = ()
) -> Recognised | None:
    """Return the report that `text` is, None where it is a question or talk.

    `agencies` are those the sender may report for, `given` the tasks given from chat that may be meant. It must say
    what has come of something, and on which task; whatever also asks, orders, or only names a state is no report.
    """
    words = told_in(text, base, today)
    found = matches_for(text, base, today, agencies, given) if words is not None else ()
    return Recognised(words, found) if words is not None and found else None


def told_in(text: str, base: KnowledgeBase, today: date) -> ReportWords | None:
    """Return what `text` says has come of something, on whatever task; None where it asks, orders or says nothing."""
    words, plain = read_words(text, base, today), plain_words(text, base)
    return None if not words.reports or asks(plain) or _is_a_question(plain, words, base, today) else words


def read_words(text: str, base: KnowledgeBase, today: date) -> ReportWords:
    """Return what a report says. Its state is read with slips of typing repaired; what is kept of it is as written."""
    known = task_index(base).numbers
    repaired, written = read_report(plain_words(text, base), today, known), read_report(text, today, known)
    return replace(
        repaired,
        documents=written.documents or repaired.documents,
        links=written.links or repaired.links,
        obstacle=written.obstacle or repaired.obstacle,
        done=written.done or repaired.done,
    )


def matches_for(
    text: str, base: KnowledgeBase, today: date, agencies: Sequence[str], given: Sequence[Task] = ()
) -> tuple[Match, ...]:
    """Return the tasks that `text` may be on for any of `agencies`, each once, the likeliest first."""
    best: dict[str, Match] = {}
    for agency in agencies or ("",):
        for found in match(text, base, today, agency, given=given):
            known = best.get(found.task.id)
            if known is None or known.score < found.score:
                best[found.task.id] = found
    return tuple(sorted(best.values(), key=lambda each: -each.score))


def _is_a_question(plain: str, words: ReportWords, base: KnowledgeBase, today: date) -> bool:
    folded = " ".join(fold_report(plain).split())
    if has_diacritics(plain) and "chờ" not in plain.lower():
        folded = _FOR.sub("_", folded)  # where marks are written, "chờ" carries its own
    if _CONDITION.search(folded) or _WANTS.search(folded):
        return True
    if words.documents or words.links:
        return False
    if _WHICH.search(folded):
        return True
    if words.percent is not None:
        return is_asking(plain, base.vocabulary.codes) and not _UNDER_WAY.search(folded)
    if _STATE_NAMED.search(folded):
        return True
    if words.status is Status.IN_PROGRESS and not _UNDER_WAY.search(folded):
        return True
    if not _HAPPENED.search(folded):
        return True
    if words.status is Status.DONE:
        return False
    read = base.read(plain, today)
    registers = read.intent in (Intent.INDICATORS, Intent.DATABASES) and not _PAST.search(folded)
    return registers or is_asking(plain, base.vocabulary.codes)
