"""What in the directives a question is most likely about, and whether it is about them at all.

Both are read off the texts with other people's words beside them (`everyday.toml`, `passage_words.toml`), so that a
question in words of its own finds its place. A question about something else finds some place too; how much of it
stands there tells the two apart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log1p

from knowledge.answers.asking import asks_amount, asks_closing, asks_day, asks_else, asks_errand, asks_service
from knowledge.base import CANDIDATES, KnowledgeBase
from knowledge.directives import Passage, Task
from knowledge.questions import Reading
from knowledge.search import Topic, terms_of
from knowledge.store import TaskQuery
from knowledge.text import fold, words

# Of tasks the index itself ranks the best well ahead, and each is read whole.
_TASK_CANDIDATES = 30
# What is longer than a question of some sentences is looked for by its beginning.
_LONGEST = 600
_LOOKED_AT = 5
_AGREEING = 3
# What fits this much worse than the best is not offered beside it; the first three are, where they come close.
_NEAR_BEST = 0.2
_SHOWN, _COMES_CLOSE = 3, 0.6
# From these odds on a question that is declined is offered what is nearest.
_CLOSE = -2.0
# Less than this is said by one syllable that stands in every tenth text.
_SAYS_SOMETHING = 2.5
# Rows of the annex of tasks, and what stands before the first mark: less often what a question about facts means.
_ROW, _OPENING = "PLII.", "MĐ"
# Signatures and recipients: names stand there, and nothing is said.
_SIGNATURES = "KT"
_RECIPIENTS = re.compile(r"noi nhan:|kinh gui:")
_NUMBER = re.compile(r"(?<=\s)(?!(?:19|20)\d\d\b)\d[\d.,/]*")
_DATE = re.compile(r"(?:ngày|tháng|quý|năm) \d|\d/\d")
# How a passage's rank is made beside how much of the topic's words it holds: the index' score for the whole question,
# whether it gives what is asked for, whether it is a row of tasks or an opening. Fitted on the development set.
_INDEX, _GIVES, _IS_ROW, _IS_OPENING = 0.7, 0.3, 0.25, 0.25
_INDEX_OF_TASKS = 1.0
# Fitted on the development set by `python -m tests.eval.fit`: log-odds that a question is about the directives.
ODDS: Mapping[str, float] = {
    "none": -9.057,
    "share": 7.945,
    "single": 3.941,
    "pairs": 0.270,
    "total": 0.390,
    "asks_else": -1.264,
    "service": -2.722,
    "errand": -2.425,
    "english": 1.878,
    "directive": 4.041,
    "lists": 1.964,
    "focus": -0.621,
    "agreed": -0.059,
    "agency": -0.557,
    "raw": 2.177,
    "elsewhere": -1.584,
    "elsewhere_share": -4.895,
}


@dataclass(frozen=True, slots=True)
class Held:
    """How much of a topic a text holds: shares of all it says and of its single words; pairs, the whole, in weight."""

    share: float = 0.0
    single: float = 0.0
    pairs: float = 0.0
    total: float = 0.0


class Measure:
    """A topic made ready to be held against many texts."""

    def __init__(self, topic: Topic) -> None:
        """Take the topic apart."""
        weights = topic.weights
        self._words = [(term, weight) for term, weight in weights.items() if "_" not in term]
        self._pairs = [(term, weight) for term, weight in weights.items() if "_" in term]
        self._said = sum(weight for _, weight in self._words)
        self.total = topic.total

    def held(self, text: str) -> Held:
        """Return how much of the topic stands in `text`."""
        present = terms_of(text)
        pairs = sum(weight for term, weight in self._pairs if term in present)
        single = sum(weight for term, weight in self._words if term in present)
        share = (pairs + single) / self.total if self.total else 0.0
        return Held(share, single / self._said if self._said else 0.0, pairs, self.total)


@lru_cache(maxsize=64)
def look(reading: Reading, base: KnowledgeBase) -> "Look":
    """Return the look at everything for `reading`: an answer's parts share one."""
    return Look(reading, base)


class Look:
    """A look at everything for one question; each part is worked out when it is first asked for."""

    def __init__(self, reading: Reading, base: KnowledgeBase) -> None:
        """Look for what `reading` is about, as it was put and in the directives' words."""
        self._reading = reading
        self._base = base
        self._whole = reading.question[:_LONGEST]
        matter = (reading.matter or reading.topic or reading.question)[:_LONGEST]
        self._ways = tuple(dict.fromkeys((matter, reading.said[:_LONGEST] or matter)))

    @cached_property
    def _ranked(self) -> list[tuple[Measure, list[tuple[int, float]]]]:
        """The index' ranking of tasks for each way to ask, with what measures it."""
        search = self._base.store.search_everyday
        return [(measure, search(way, _TASK_CANDIDATES)) for way, measure in self._by_tasks]

    @cached_property
    def tasks(self) -> list[tuple[int, float]]:
        """The numbers of tasks with their scores, best first."""
        scores: dict[int, float] = {}
        for measure, ranked in self._ranked:
            top = max((score for _, score in ranked), default=1.0)
            for (number, score), text in zip(ranked, self._task_texts(n for n, _ in ranked), strict=True):
                worth = _INDEX_OF_TASKS * score / top + measure.held(text).share
                scores[number] = max(worth, scores.get(number, 0.0))
        return sorted(scores.items(), key=lambda item: -item[1])

    @cached_property
    def passages(self) -> list[tuple[Passage, float]]:
        """Passages with their scores, best first; those of the named directives, where any is named."""
        reading, base = self._reading, self._base
        scored: list[tuple[Passage, float]] = []
        for key, worth in self._candidates():
            passage = base.passages[key]
            if passage.directive not in (reading.directives or base.directives):
                continue
            if passage.path.startswith(_SIGNATURES) and not asks_closing(reading):
                continue
            score = _INDEX * worth + max(one.single for one in self._held_by(passage))
            score += _GIVES * any(found.search(passage.text) for found in self._gives)
            score -= _IS_ROW * passage.path.startswith(_ROW) + _IS_OPENING * passage.path.startswith(_OPENING)
            scored.append((passage, score))
        scored.sort(key=lambda row: -row[1])
        return scored

    @cached_property
    def _raw(self) -> list[tuple[str, float]]:
        return self._base.passage_index.search(self._whole, CANDIDATES)

    def _candidates(self) -> Iterator[tuple[str, float]]:
        """Yield the places to look at, with the index' score for the whole question, at most 1."""
        top = max((score for _, score in self._raw), default=1.0)
        ranked = {key: score / top for key, score in self._raw}
        said = set(words(self._whole))
        for way in self._ways:
            if not said.issuperset(words(way)):  # in the directives' own words the index may know other places
                ranked |= {k: 0.0 for k, _ in self._base.passage_index.search(way, CANDIDATES) if k not in ranked}
        yield from ranked.items()

    @cached_property
    def _gives(self) -> list[re.Pattern[str]]:
        asked = ((asks_amount, _NUMBER), (asks_day, _DATE))
        return [found for asks, found in asked if asks(self._reading)]

    def _held_by(self, passage: Passage) -> Iterator[Held]:
        text = self._base.said_of[f"{passage.directive} {passage.path}"]
        return (measure.held(text) for _, measure in self._by_passages)

    @cached_property
    def _by_tasks(self) -> list[tuple[str, Measure]]:
        return [(way, Measure(self._base.everyday_weights.topic(way))) for way in self._ways]

    @cached_property
    def _by_passages(self) -> list[tuple[str, Measure]]:
        return [(way, Measure(self._base.passage_weights.topic(way))) for way in self._ways]

    @cached_property
    def features(self) -> dict[str, float]:
        """What tells a question about the directives from one about something else."""
        near = (*self._nearest_tasks(), *self._nearest_passages(), Held())
        best = max(near, key=lambda one: one.share)
        reading = self._reading
        elsewhere = self._base.elsewhere.fit(dict.fromkeys((self._whole, *self._ways)))
        return {
            "none": 1.0,
            "share": best.share,
            "single": max(one.single for one in near),
            "pairs": log1p(best.pairs),
            "total": log1p(best.total),
            "asks_else": float(asks_else(reading)),
            "service": float(asks_service(reading)),
            "errand": float(asks_errand(reading)),
            "english": float(reading.language == "en"),
            "directive": float(bool(reading.directives)),
            "lists": float(reading.lists),
            "focus": float(bool(reading.focus)),
            "agreed": float(self._agreed()),
            "agency": float(bool(reading.agencies)),
            "raw": log1p(self._raw[0][1]) if self._raw else 0.0,
            "elsewhere": log1p(elsewhere.score),
            "elsewhere_share": elsewhere.share,
        }

    @property
    def says(self) -> float:
        """How much the question says in all, in the weights of its words."""
        return max(measure.total for _, measure in self._by_tasks)

    @property
    def odds(self) -> float:
        """The logarithm of the odds that the question is about the directives."""
        return sum(weight * self.features[name] for name, weight in ODDS.items())

    @property
    def finds(self) -> bool:
        """Tell whether the question is about the directives rather than about something else.

        A syllable that stands in very many places ("yêu") says nothing by itself.
        """
        return self.odds >= 0 and self.says >= _SAYS_SOMETHING

    @property
    def far_off(self) -> bool:
        """Tell whether the question is so surely about something else that words in common mean nothing."""
        return self.odds <= _CLOSE

    def best_tasks(self, fitting: "Mapping[int, object] | None" = None) -> list[int]:
        """Return the tasks that fit about as well as the best, best first."""
        return _near_the_best([row for row in self.tasks if fitting is None or row[0] in fitting])

    def close_calls(self) -> tuple[Task, ...]:
        """Return the three nearest tasks where the question may well be about them: to be offered, never asserted."""
        return tuple(self._base.store.load([number for number, _ in self.tasks[:3]])) if not self.far_off else ()

    def best_passages(self) -> list[Passage]:
        """Return the passages, best first."""
        return [passage for passage, _ in self.passages]

    def closing(self) -> tuple[Passage, ...]:
        """Return who signed the named directives, or where recipients are asked for, to whom they went."""
        base, wanted = self._base, self._reading.directives
        passages = [p for p in base.passages.values() if p.directive in wanted]
        if self._reading.focus == "signer":
            signers = {name: fold(base.directives[name].signer) for name in wanted}
            passages = [p for p in passages if p.path.startswith(_SIGNATURES)]
            return tuple(sorted(passages, key=lambda p: signers[p.directive] not in fold(p.text)))
        return tuple(p for p in passages if _RECIPIENTS.search(fold(p.text)))

    def _nearest_tasks(self) -> Iterator[Held]:
        for measure, ranked in self._ranked:
            yield from (measure.held(text) for text in self._task_texts(n for n, _ in ranked[:_LOOKED_AT]))

    def _nearest_passages(self) -> Iterator[Held]:
        for passage, _ in self.passages[:_LOOKED_AT]:
            yield from self._held_by(passage)

    def _agreed(self) -> bool:
        """Tell whether one of the nearest tasks is a named agency's."""
        if not self._reading.agencies:
            return False
        numbers = {number for number, _ in self.tasks[:_AGREEING]}
        return any(
            not numbers.isdisjoint(self._base.store.numbers(TaskQuery(agencies=(ask.name,)), numbers))
            for ask in self._reading.agencies
        )

    def _task_texts(self, numbers: Iterable[int]) -> list[str]:
        tasks = self._base.store.load(list(numbers))
        return [f"{self._base.everyday.get(task.id, '')} {text_of(task)}" for task in tasks]


def text_of(task: Task) -> str:
    """Return what a task says of itself."""
    return f"{task.title} {task.lead_in} {task.quote} {task.output}"


def _near_the_best(scored: list[tuple[int, float]]) -> list[int]:
    best = max((score for _, score in scored), default=0.0)
    close = [number for number, score in scored[:_SHOWN] if score >= best * _COMES_CLOSE]
    return list(dict.fromkeys([*close, *(number for number, score in scored if score >= best - _NEAR_BEST)]))
