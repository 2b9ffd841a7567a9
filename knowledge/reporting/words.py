"""Reading a report in plain words: status, percent, day, evidence, obstacle and what was done. Pure."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.progress import Status
from knowledge.reporting.days import find_days, in_known_words
from knowledge.reporting.documents import DocumentNumber, find_documents, find_links
from knowledge.reporting.obstacles import find_obstacle
from knowledge.reporting.spelling import fold_report
from knowledge.reporting.status import find_percents, status_of
from knowledge.text import fold_aligned, tidy

_SENTENCE = re.compile(r"[^.;!?\n]+(?:\.(?=\S)[^.;!?\n]*)*")
_GAP = re.compile(r"\s*[,:](?=\s*[,:])")
_PERSON = r"(?:(?:voi |cac |toi )*(?:anh chi|anh|chi|sep|lanh dao|thu truong|bac|chu|dong chi|dc|em)\b,?\s*)"
_ADDRESS = re.compile(
    rf"^\W*(?:(?:da|vang|a)\b,?\s+(?=em|anh|chi|sep|bao|xin|thua|toi))?(?:{_PERSON}oi\b[\s,]*)?"
    rf"(?:(?:xin |em |toi |minh |kinh )*(?:bao cao|bao|thua)\b\s*(?:{_PERSON}+|(?=[:,]))[:,\s]*(?:la |rang |thi )?)?"
)


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What a report says.

    `status` is None where the words report none. `percent` is 0 to 100. `done_on` is the day by which what they tell
    was done, never later than the day of reading; `ahead` tells that a day was named which is still to come.
    `documents` and `links` are the evidence named. `obstacle` and `done` are the reporter's own words: what stands in
    the way, and the sentence that tells what was done. `matter` is the text with all that taken out: what the report
    is about.
    """

    status: Status | None = None
    percent: int | None = None
    done_on: date | None = None
    documents: tuple[DocumentNumber, ...] = ()
    links: tuple[str, ...] = ()
    obstacle: str = ""
    done: str = ""
    matter: str = ""
    ahead: bool = False

    @property
    def reports(self) -> bool:
        """Tell whether the words report anything at all."""
        return bool(self.status or self.documents or self.links or self.obstacle)


def read_report(text: str, today: date, known: Collection[str] = ()) -> ReportWords:
    """Read a report as written on `today`. `known` are keys of document numbers that are spoken of, not shown.

    Never raises.
    """
    raw = tidy(text)
    rest = in_known_words(raw)
    links = list(find_links(rest))
    rest = _without(rest, ((start, end) for _, start, end in links))
    documents = list(find_documents(rest, today, known))
    rest = _without(rest, ((found.start, found.end) for found in documents))
    told = rest
    named = list(find_days(rest, today))
    days = [(day.day, day.start, day.end) for day in named if day.day is not None]
    rest = _without(rest, ((start, end) for _, start, end in days))
    place = find_obstacle(raw)
    matter = rest if place is None else _without(rest, [place])
    percents = list(find_percents(fold_report(matter)))
    percent = percents[-1].value if percents else None
    return ReportWords(
        status_of(" ".join(fold_report(told).split()), percent) or (Status.IN_PROGRESS if place else None),
        percent,
        _done_on([day for day, _, _ in days], [found.value.signed for found in documents if found.value.signed]),
        tuple(dict.fromkeys(found.value for found in documents)),
        tuple(dict.fromkeys(link for link, _, _ in links)),
        raw[slice(*place)] if place else "",
        _what_was_done(raw, place),
        _without(matter, [(found.start, found.end) for found in percents]),
        ahead=len(days) < len(named),
    )


def _done_on(said: list[date], signed: list[date]) -> date | None:
    """Return the last day that was named; where none was, the day of the last document."""
    return max(said or signed, default=None)


def _what_was_done(raw: str, obstacle: tuple[int, int] | None) -> str:
    """Return the first sentence that reports a state, without its address ("em báo cáo anh"); "" where none does."""
    said = raw if obstacle is None else _without(raw, [obstacle])
    for found in _SENTENCE.finditer(said):
        sentence = found.group()
        folded = " ".join(fold_report(sentence).split())
        if status_of(folded, next((found.value for found in find_percents(folded)), None)):
            start = _ADDRESS.match(fold_aligned(sentence))
            words = " ".join(sentence[start.end() if start else 0 :].split())
            return _GAP.sub("", words).strip(" ,:-")
    return ""


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
