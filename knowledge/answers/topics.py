"""Which tasks and passages speak of a topic."""

import re
from collections.abc import Callable, Collection, Iterator

from knowledge.base import KnowledgeBase
from knowledge.directives import Passage, Task
from knowledge.questions import Reading
from knowledge.search import Topic, enumerated
from knowledge.store import TaskQuery
from knowledge.text import words

# What fits this much worse than the best is not offered beside it.
_NEAR_BEST = 0.2
_CANDIDATES = 80
_NEAR_SHARE = 0.2
# A topic that enumerates more than these is no enumeration.
_PARTS = 12
# A passage of so few words is a heading: it names a subject and says nothing of it.
_HEADING_WORDS = 12
_PASSAGES = 60
# Who asks for an amount or a day is answered by a passage that holds one (beside its own numbering).
_AMOUNT = (
    re.compile(r"\b(?:bao nhieu|bao nhiu|may|bn|phan tram|how (?:much|many)|percent)\b"),
    re.compile(r"(?<=\s)(?!(?:19|20)\d\d\b)\d[\d.,/]*"),
)
_DAY = (
    re.compile(r"\b(?:khi nao|ngay nao|bao gio|luc nao|thang nao|nam nao|when)\b"),
    re.compile(r"(?:ngày|tháng|quý|năm) \d|\d/\d"),
)
_ASKS_ELSE = re.compile(
    r"\b(?:bao nhieu|bao nhiu|may|bn|khi nao|bao gio|ngay nao|luc nao|o dau|cho nao|the nao|ra sao|la gi|la ai|bao lau"
    r"|how|when|where|who|why)\b"
)
# Other people's words are many, and near to much: half of a topic that says a lot must stand in them, most of one that
# says little. Measured on questions about tasks in everyday words, and on questions about something else.
_SAYS_A_LOT = 30.0
_HALF, _MOST, _SAYS_NOTHING = 0.49, 0.7, 15.0
_GIVES_WHAT_IS_ASKED = 0.25
# Signatures and recipients: names stand there, and nothing is said.
_SIGNATURES = "KT"


def asks_else(reading: Reading) -> bool:
    """Tell whether an amount, a day, a place or a person is asked for rather than tasks."""
    return not reading.lists and _ASKS_ELSE.search(reading.words) is not None


def text_of(task: Task) -> str:
    return f"{task.title} {task.lead_in} {task.quote} {task.output}"


class _Asked:
    """A topic as a whole; where nothing speaks of the whole, what it enumerates ("lò phản ứng, điện hạt nhân")."""

    def __init__(self, *topics: Topic) -> None:
        self._topics = topics

    def share(self, text: str) -> float:
        return max(topic.share(text) for topic in self._topics)

    def fits(self, text: str, *, among_own: bool = False) -> bool:
        return any(topic.fits(text, among_own=among_own) for topic in self._topics)

    def tasks(self, base: KnowledgeBase, *, among_own: bool) -> dict[int, float]:
        """Return the numbers of the tasks that fit, each with its share."""
        found: dict[int, float] = {}
        for topic in self._topics:
            for number, share in topic.fitting(base.store.saying, among_own=among_own).items():
                found[number] = max(share, found.get(number, 0.0))
        return found


def _ways_to_ask(topic: str, base: KnowledgeBase) -> Iterator[_Asked]:
    yield _Asked(base.weights.topic(topic))
    parts = [part for part in enumerated(topic) if len(words(part)) > 1][:_PARTS]
    if parts and parts != [topic]:
        yield _Asked(*(base.weights.topic(part) for part in parts))


# Which of some tasks, or of all, fit a question's other conditions, in the order of lists.
Among = Callable[[Collection[int] | None], list[int]]


class OnTopic:
    """Which tasks speak of a topic; worked out once for all the lists of an answer."""

    def __init__(self, topic: str, base: KnowledgeBase, *, among_own: bool = False) -> None:
        """Look for `topic`; with `among_own` (an agency's own tasks) less is enough."""
        self._all = not topic
        self._ways = _ways_to_ask(topic, base)
        self._found: list[dict[int, float]] = []
        self._base = base
        self._among_own = among_own

    def among(self, fitting: Among) -> list[int]:
        """Return the tasks that speak of the topic and that `fitting` lets through; its all when there is none."""
        if self._all:
            return fitting(None)
        return next((found for shares in self._shares() if (found := fitting(shares))), [])

    def best_first(self, numbers: list[int]) -> list[int]:
        """Return `numbers` by how much of the topic each holds."""
        shares = next((shares for shares in self._shares() if shares), {})
        return sorted(numbers, key=lambda number: -shares.get(number, 0.0))

    def _shares(self) -> Iterator[dict[int, float]]:
        yield from self._found
        for asked in self._ways:
            self._found.append(asked.tasks(self._base, among_own=self._among_own))
            yield self._found[-1]


def best_tasks(topic: str, base: KnowledgeBase, fitting: Among | None = None) -> list[int]:
    """Return the tasks that speak of `topic`, best first: by what they hold of it and the index' own ranking."""
    ranked = _ranked(base.store.search_tasks(topic, _CANDIDATES), fitting)
    top = max(ranked.values(), default=1.0)
    texts = {number: text_of(task) for number, task in _loaded(ranked, base)}
    ways = (
        [(asked.share(text) + 0.5 * ranked[number] / top, number) for number, text in texts.items() if asked.fits(text)]
        for asked in _ways_to_ask(topic, base)
    )
    return _near_the_best(next((found for found in ways if found), []))


def _ranked(found: list[tuple[int, float]], fitting: Among | None) -> dict[int, float]:
    scores = dict(found)
    return scores if fitting is None else {number: scores[number] for number in fitting(scores)}


def _loaded(numbers: Collection[int], base: KnowledgeBase) -> list[tuple[int, Task]]:
    """Return tasks with their numbers in the order of lists."""
    ordered = base.store.numbers(TaskQuery(), numbers)
    return list(zip(ordered, base.store.load(ordered), strict=True))


def _near_the_best(scored: list[tuple[float, int]]) -> list[int]:
    best = max((score for score, _ in scored), default=0.0)
    scored.sort(key=lambda item: -item[0])
    return [number for score, number in scored if score >= best - _NEAR_BEST]


def in_other_words(reading: Reading, base: KnowledgeBase, fitting: Among | None = None) -> list[int]:
    """Return the tasks, at most five, that speak of the topic in other words than it was asked in; best first.

    None where something else than tasks is asked for (an amount, a day, a person): everyday words are near to much.
    """
    if reading.period or reading.states or asks_else(reading):
        return []
    said = reading.said or reading.topic
    asked = base.everyday_weights.topic(said)
    if asked.total < _SAYS_NOTHING:
        return []
    ranked = _ranked(base.store.search_everyday(said, _CANDIDATES), fitting)
    top = max(ranked.values(), default=1.0)
    least = _HALF if asked.total >= _SAYS_A_LOT else _MOST
    scored = [
        (share + 0.5 * ranked[number] / top, number)
        for number, task in _loaded(ranked, base)
        if (share := asked.share(f"{base.everyday.get(task.id, '')} {text_of(task)}")) >= least
    ]
    return _near_the_best(scored)[:5]


def passages_about(reading: Reading, base: KnowledgeBase) -> tuple[Passage, ...]:
    """Return the passages that say what the question is about, best first."""
    matter = reading.matter or reading.topic
    ranked = [
        (p, score)
        for p, score in base.store.search_passages(matter, _PASSAGES)
        if p.directive in (reading.directives or base.directives) and not p.path.startswith(_SIGNATURES)
    ]
    top = max((score for _, score in ranked), default=1.0)
    given = [gives for asks, gives in (_AMOUNT, _DAY) if asks.search(reading.words)]
    ways = (
        [
            (asked.share(p.text) + 0.3 * score / top + _GIVES_WHAT_IS_ASKED * any(g.search(p.text) for g in given), p)
            for p, score in ranked
            if asked.fits(p.text, among_own=bool(reading.directives))
        ]
        for asked in _ways_to_ask(matter, base)
    )
    fitting = next((found for found in ways if found), [])
    told = [row for row in fitting if len(row[1].text.split()) > _HEADING_WORDS] or fitting
    told.sort(key=lambda row: -row[0])
    return tuple(p for _, p in told[:5])


def near_tasks(topic: str, base: KnowledgeBase) -> tuple[Task, ...]:
    """Return the three tasks nearest to words that no task speaks of: to be offered, never asserted."""
    asked = base.weights.topic(topic)
    ranked = [number for number, _ in base.store.search_tasks(topic, _CANDIDATES)]
    close = [task for task in base.store.load(ranked) if asked.share(text_of(task)) >= _NEAR_SHARE]
    return tuple(close[:3])
