"""A proposal is set right in a few words: "hoàn thành 15/11", "hôm 15/11 mới đúng", "mới 70%". Pure."""

import re
from dataclasses import replace
from datetime import date

from knowledge.asking import is_asking
from knowledge.base import KnowledgeBase
from knowledge.codes import find_code
from knowledge.progress import Status
from knowledge.record.draft import ReportDraft
from knowledge.reporting.asking import asks, private
from knowledge.reporting.draft import MOST_WORDS, saying
from knowledge.reporting.frame import names_nothing
from knowledge.reporting.matching import plain_words
from knowledge.reporting.places import places_in
from knowledge.reporting.recognising import read_words
from knowledge.text import fold_aligned, tidy
from knowledge.when import parse_period

_MOST = 100
# What only says that something is set right, and "ngày" and "hôm" before a day.
_SETS_RIGHT = re.compile(
    r"\b(?:moi dung|dung ra|dung la|phai la|chu khong phai(?: la)?|chu|y (?:em|toi|minh) la|sua(?: lai)?(?: thanh| la)?"
    r"|doi(?: lai)?(?: thanh| la)?|khoan|nham|sai|khong phai|ngay|hom|luc|i mean(?:t)?|actually|rather|make it|on)\b"
)


def corrected(draft: ReportDraft, text: str, base: KnowledgeBase, today: date) -> ReportDraft | None:
    """Return `draft` with the day, share or state that `text` sets right; None where it asks or speaks of a matter.

    What was said first stays beside it: the record keeps a reporter's own words.
    """
    said = tidy(text).strip()
    codes = base.vocabulary.codes
    if len(said) > _MOST or find_code(said, codes) or places_in(said) or private(said):
        return None
    if asks(plain_words(said, base)) or is_asking(said, codes, prose=True):
        return None
    day = parse_period(said, today)
    only = day.first if day is not None and day.first == day.last else None
    words = read_words(said, base, today)
    if only is None and words.percent is None and not words.obstacle:
        return None
    matter = words.matter if day is None else words.matter.replace(said[day.start : day.end], " ")
    for found in _SETS_RIGHT.finditer(fold_aligned(matter.lower())):
        matter = f"{matter[: found.start()]}{' ' * len(found.group())}{matter[found.end() :]}"
    if not names_nothing(matter):
        return None
    told = saying(draft, words, said, today)
    if only is not None and only <= today:
        told = replace(told, done_on=only, dated=True)
    elif only is not None:  # nothing is done on a day to come: the proposal says so
        told = replace(told, done_on=None, dated=False, ahead=True).at(told.status or Status.IN_PROGRESS, today)
    elif draft.status is Status.DONE and told.status is not Status.DONE and words.done_on is None:
        told = replace(told, done_on=None, dated=False)  # it was the day of an end that has not come
    kept = (draft.words, said) if draft.words and draft.words != said else (said,)
    return replace(told, words="; ".join(kept)[:MOST_WORDS])
