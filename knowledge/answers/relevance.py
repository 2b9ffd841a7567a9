"""What in the directives a question is most likely about, and whether it is about them at all.

Both are read off the texts with other people's words beside them (`everyday.toml`, `passage_words.toml`), so that a
question in words of its own finds its place. A question about something else finds some place too; how much of it
stands there tells the two apart.
"""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from math import log1p

import numpy as np
from numpy.typing import NDArray

from knowledge.answers.asking import (
    asks_amount,
    asks_attendance,
    asks_closing,
    asks_day,
    asks_else,
    asks_errand,
    asks_present,
    asks_service,
    asks_who,
)
from knowledge.answers.marks import SIGNATURES, marks_of
from knowledge.answers.nearness import beside_the_best, highest, nearness
from knowledge.answers.persons import asks_holder, telling_who
from knowledge.base import KnowledgeBase
from knowledge.directives import Passage, Task
from knowledge.patterns import Sought
from knowledge.questions import FRAME_WORDS as ASKING
from knowledge.questions import Reading
from knowledge.search import Scores, best_rows
from knowledge.store import TaskQuery
from knowledge.text import fold, squeeze, words

_PASSAGE_CANDIDATES = 40
# What is longer than a question of some sentences is looked for by its beginning.
_LONGEST = 600
_LOOKED_AT = 5
_AGREEING = 3
# What fits this much worse than the best is not offered beside it; the first three are, where they come close.
_NEAR_BEST = 0.2
_SHOWN, _COMES_CLOSE = 3, 0.6
_EVERY = 0.999
# From these odds on a question that is declined is offered what is nearest.
_CLOSE = -3.0
# Less than this is said by one syllable that stands in every tenth text.
_SAYS_SOMETHING = 2.5
_YEAR = Sought(r"\b20\d\d\b")
# "Năm 2026" is the year of what is asked for, "đến năm 2030" and "nửa đầu năm 2025" are times by which or in which.
_OF_YEAR = Sought(r"(?<!den )(?<!tu )(?<!dau )(?<!cuoi )(?<!truoc )(?<!sau )\bnam (20\d\d)\b|\b(?:for|of) (20\d\d)\b")
# The annexes of indicators and of tasks of 71/NQ-CP.
_AIMS = re.compile(r"PLI{1,2}\.(?:(?<=PLI\.)(?P<indicator>[\d.]+)$)?")
_RECIPIENTS = re.compile(r"noi nhan:|kinh gui:")
# How a passage's rank is made beside how much of the topic's words it holds: the index' score for the whole question,
# how well other people's phrases for it fit, whether it gives what is asked for, whether it is a row of tasks or an
# opening. Fitted on the development set, each file by the others.
_INDEX, _PHRASES, _GIVES_NUMBER, _GIVES_DAY, _IS_ROW, _IS_OPENING, _PASSED_ON = 1.25, 0.55, 0.35, 0.1, 0.05, 0.4, 0.1
_OF_THE_YEAR = 0.1
# So many of the best are looked at for one that says all that is asked, its year among them.
_OF_A_YEAR = 12
# Lifts what fits badly above what does not fit.
_ABOVE_NOTHING = 1.0
# Fitted on the development set by `python -m tests.eval.fit`: log-odds that a question is about the directives.
ODDS: Mapping[str, float] = {
    "none": -6.560,
    "share": 1.951,
    "single": 3.678,
    "pairs": 0.159,
    "total": 0.255,
    "asks_else": -0.831,
    "service": -2.077,
    "errand": -1.511,
    "english": 0.793,
    "directive": 3.702,
    "lists": 2.224,
    "focus": 0.577,
    "agreed": 0.895,
    "agency": -1.283,
    "raw": 2.958,
    "phrases": 1.615,
    "elsewhere": -4.724,
}


# Each holds some numbers for every passage.
_LOOKS = 8


@lru_cache(maxsize=_LOOKS)
def look(reading: Reading, base: KnowledgeBase) -> "Look":
    """Return the look at everything for `reading`: an answer's parts share one."""
    return Look(reading, base)


class Look:
    """A look at everything for one question; each part is worked out when it is first asked for."""

    def __init__(self, reading: Reading, base: KnowledgeBase) -> None:
        """Look for what `reading` is about, as it was put and in the directives' words."""
        self._reading = reading
        self._base = base
        whole = (reading.plain or reading.question)[:_LONGEST]
        matter = (reading.matter or reading.topic or reading.question)[:_LONGEST]
        self._ways = tuple(dict.fromkeys((matter, reading.said[:_LONGEST] or matter)))
        self._near = nearness(whole, self._ways, base)

    @property
    def _indexed(self) -> Scores:
        """How well each passage fits, beside the best: an English question's matter in Vietnamese counts as much."""
        fit = beside_the_best(self._near.raw)
        if self._reading.language != "en":
            return fit
        return beside_the_best(fit + beside_the_best(self._near.first_way))

    @cached_property
    def _nearest(self) -> NDArray[np.int64]:
        """The rows of the passages that fit best, best first; those of the named directives, where any is named."""
        reading, marks, index = self._reading, marks_of(self._base), self._base.passage_index
        held = highest([held.single for held in self._near.by_passages])
        possible = (self._near.raw > 0) | (held > 0)
        score = held + (_INDEX * self._indexed + _PHRASES * beside_the_best(self._near.phrases.texts))
        if asks_amount(reading):
            score += _GIVES_NUMBER * marks.numbers
        if asks_day(reading):
            score += _GIVES_DAY * marks.days
        if years := [found.group() for found in _YEAR.finditer(reading.words)]:
            for rows in index.rows(years):
                score[rows] += _OF_THE_YEAR
        score -= _meant_less(self._base)
        if asks_attendance(reading):
            score += 2 * _IS_OPENING * marks.openings
        if reading.directives:
            possible &= marks.of_directives(reading.directives)
        if not asks_closing(reading):
            possible &= marks.told
        best = best_rows(np.where(possible, score + _ABOVE_NOTHING, 0.0), _PASSAGE_CANDIDATES)
        own = _OF_YEAR.search(reading.words)
        return self._of_the_year(best, own[1] or own[2]) if own is not None else best

    def _of_the_year(self, best: NDArray[np.int64], year: str) -> NDArray[np.int64]:
        """Put those of the best first that say all words of the question in the text itself, where the very best does
        not speak of its year: "phương châm hành động năm 2026" asks for no other year's."""
        said = self._ways[0] if self._reading.language == "en" else self._reading.words
        asked, index = frozenset((*words(said), year)) - ASKING, self._base.passage_index
        near = best[:_OF_A_YEAR]
        texts = [self._base.passages[index.keys[row]].text for row in near.tolist()]
        if not texts or year in words(texts[0]):
            return best
        whole = np.array([year in text and asked.issubset(words(text)) for text in texts], np.bool_)
        if not whole.any():
            return best
        return np.concatenate([near[whole], near[~whole], best[_OF_A_YEAR:]])

    @property
    def tasks(self) -> list[tuple[int, float]]:
        """The numbers of tasks with their scores, best first."""
        return self._near.tasks

    def passages(self, most: int = _PASSAGE_CANDIDATES) -> list[Passage]:
        """Return passages, at most so many, best first; those of the named directives, where any is named."""
        keys = self._base.passage_index.keys
        near = (self._base.passages[keys[row]] for row in self._nearest[:most].tolist())
        return list(dict.fromkeys((*self._who, *near)))[:most]

    @cached_property
    def _who(self) -> tuple[Passage, ...]:
        """The passages that tell who it is, where that is asked."""
        return telling_who(self._reading, self._base)

    @cached_property
    def features(self) -> dict[str, float]:
        """What tells a question about the directives from one about something else."""
        share, single, pairs, total = self._closest()
        reading = self._reading
        return {
            "none": 1.0,
            "share": share,
            "single": single,
            "pairs": log1p(pairs),
            "total": log1p(total),
            "asks_else": float(asks_else(reading)),
            "service": float(asks_service(reading)),
            "errand": float(asks_errand(reading)),
            "english": float(reading.language == "en"),
            "directive": float(bool(reading.directives)),
            "lists": float(reading.lists),
            "focus": float(bool(reading.focus)),
            "agreed": float(self._agreed()),
            "agency": float(bool(reading.agencies)),
            "raw": log1p(float(self._near.raw.max(initial=0.0))),
            "phrases": log1p(self._near.phrases.inside),
            "elsewhere": log1p(self._near.phrases.outside),
        }

    @property
    def says(self) -> float:
        """How much the question says in all, in the weights of its words."""
        return max(held.total for held in self._near.by_tasks)

    @cached_property
    def odds(self) -> float:
        """The logarithm of the odds that the question is about the directives."""
        features = self.features
        return sum(weight * features[name] for name, weight in ODDS.items())

    @cached_property
    def finds(self) -> bool:
        """Tell whether the question is about the directives rather than about something else.

        A syllable that stands in very many places ("yêu") says nothing by itself, nor does a letter.
        """
        if self.decided is not None:
            return self.decided
        about = self.odds >= 0 or self._in_their_words or bool(self._who)
        return len(squeeze(self._ways[0])) > 1 and about and self.says >= _SAYS_SOMETHING

    @cached_property
    def decided(self) -> bool | None:
        """Whether the question is about the directives, where what it asks for tells that; else None.

        Who heads an agency stands there or does not, whatever else is said of the agency; what no text holds a word
        of is about nothing here, and a target is no answer to how far something is.
        """
        reading = self._reading
        if asks_holder(reading) or (asks_who(reading) and not reading.topic):
            return bool(self._who)
        if reading.directives and asks_attendance(reading):
            return True
        return False if not self._speaks or self.only_aims else None

    @cached_property
    def only_aims(self) -> bool:
        """Tell whether it is asked how far something is, and what fits best is a row of indicators or tasks, which says
        how far it shall be."""
        nearest = self.passages(1) if asks_present(self._reading) else []
        return bool(nearest) and _AIMS.match(nearest[0].path) is not None

    @property
    def aim(self) -> str:
        """The code of the indicator that is aimed at, where it is asked how far that is; "" elsewhere."""
        found = _AIMS.match(self.passages(1)[0].path) if self.only_aims else None
        return found["indicator"] or "" if found is not None else ""

    @property
    def _speaks(self) -> bool:
        """Tell whether any text holds any word of the topic: what only the frame fits is about nothing here."""
        held = (*self._near.by_tasks, *self._near.by_passages)
        return not self._reading.topic or any((each.singles > 0).any() for each in held)

    @property
    def _in_their_words(self) -> bool:
        """Tell whether the directives say the topic as it is, and nothing but the topic is asked for ("dữ liệu mở")."""
        said = words(self._reading.topic)
        asks = asks_else(self._reading) or asks_service(self._reading) or asks_errand(self._reading)
        asks = asks or asks_who(self._reading)
        return len(said) > 1 and not asks and self._base.vocabulary.speller.says(said)

    @property
    def far_off(self) -> bool:
        """Tell whether the question is so surely about something else that words in common mean nothing."""
        return self.odds <= _CLOSE

    @property
    def in_text_alone(self) -> bool:
        """Tell whether the best passage holds every word of the matter, its year among them, and no near task does."""
        tasks = np.array([number for number, _ in self.tasks[:_SHOWN]], np.int64)
        in_passages = self._near.by_passages[0].at(self._nearest[:1]).single >= _EVERY
        return bool(in_passages.any()) and not (self._near.by_tasks[0].at(tasks).single >= _EVERY).any()

    def best_tasks(self, fitting: "Mapping[int, object] | None" = None) -> list[int]:
        """Return the tasks that fit about as well as the best, best first."""
        return _near_the_best([row for row in self.tasks if fitting is None or row[0] in fitting])

    def close_calls(self) -> tuple[Task, ...]:
        """Return the three nearest tasks where the question may well be about them: to be offered, never asserted."""
        return tuple(self._base.store.load([number for number, _ in self.tasks[:3]])) if not self.far_off else ()

    def closing(self) -> tuple[Passage, ...]:
        """Return who signed the named directives, or where recipients are asked for, to whom they went."""
        base, wanted = self._base, self._reading.directives
        passages = [p for p in base.passages.values() if p.directive in wanted]
        if self._reading.focus == "signer":
            signers = {name: fold(base.directives[name].signer) for name in wanted}
            passages = [p for p in passages if p.path.startswith(SIGNATURES)]
            return tuple(sorted(passages, key=lambda p: signers[p.directive] not in fold(p.text)))
        return tuple(p for p in passages if _RECIPIENTS.search(fold(p.text)))

    def _closest(self) -> tuple[float, float, float, float]:
        """Return what the nearest texts hold of the question: share, pairs and the total of the one that holds most,
        and the greatest share of syllables."""
        share = single = pairs = total = 0.0
        by_tasks = zip(self._near.by_tasks, self._near.ranked, strict=True)
        near = [(held, best_rows(ranked, _LOOKED_AT)) for held, ranked in by_tasks]
        near += [(held, self._nearest[:_LOOKED_AT]) for held in self._near.by_passages]
        for held in (held.at(rows) for held, rows in near if len(rows)):
            shares = held.share
            most = int(shares.argmax())
            single = max(single, float(held.single.max()))
            if shares[most] > share:
                share, pairs, total = float(shares[most]), float(held.pairs[most]), held.total
        return share, single, pairs, total

    def _agreed(self) -> bool:
        """Tell whether one of the nearest tasks is a named agency's."""
        if not self._reading.agencies:
            return False
        numbers = {number for number, _ in self.tasks[:_AGREEING]}
        return any(
            not numbers.isdisjoint(self._base.store.numbers(TaskQuery(agencies=(ask.name,)), numbers))
            for ask in self._reading.agencies
        )


def _near_the_best(scored: list[tuple[int, float]]) -> list[int]:
    best = max((score for _, score in scored), default=0.0)
    close = [number for number, score in scored[:_SHOWN] if score >= best * _COMES_CLOSE]
    return list(dict.fromkeys([*close, *(number for number, score in scored if score >= best - _NEAR_BEST)]))


@lru_cache(maxsize=2)
def _meant_less(base: KnowledgeBase) -> Scores:
    """Return how much less each passage is likely to be meant by where it stands."""
    marks = marks_of(base)
    less: Scores = _IS_ROW * marks.rows + _IS_OPENING * marks.openings + _PASSED_ON * marks.passed_on
    return less
