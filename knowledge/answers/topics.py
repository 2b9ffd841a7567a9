"""Which tasks and passages speak of a topic."""

import re
from collections.abc import Iterable, Iterator

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


def _ways_to_ask(topic: str, base: KnowledgeBase) -> Iterator[_Asked]:
    yield _Asked(base.weights.topic(topic))
    parts = [part for part in enumerated(topic) if len(words(part)) > 1]
    if parts and parts != [topic]:
        yield _Asked(*(base.weights.topic(part) for part in parts))


def on_topic(topic: str, tasks: list[Task], base: KnowledgeBase, *, among_own: bool = False) -> list[Task]:
    """Return those of `tasks` that speak of `topic`; all of them when there is none."""
    if not topic:
        return tasks
    ways = ([t for t in tasks if asked.fits(text_of(t), among_own=among_own)] for asked in _ways_to_ask(topic, base))
    return next((found for found in ways if found), [])


def in_section(section: str, tasks: list[Task]) -> list[Task]:
    """Return the tasks of a numbered part: "89" is row 89 with its sub-rows, "5.c" item 5.c."""
    if not section:
        return tasks
    inside = re.compile(rf"(?:^|^PL[I\d]*\.){re.escape(section)}(?![\w])", re.IGNORECASE)
    return [t for t in tasks if inside.match(t.path)]


def best_tasks(topic: str, base: KnowledgeBase, among: Iterable[str] | None = None) -> list[Task]:
    """Return the tasks that speak of `topic`, best first: by what they hold of it and the index' own ranking."""
    allowed = set(among) if among is not None else None
    ranked = dict(base.store.search_tasks(topic, _CANDIDATES))
    ids = tuple(code for code in ranked if allowed is None or code in allowed)
    top = max((ranked[code] for code in ids), default=1.0)
    tasks = base.store.tasks(TaskQuery(ids=ids))
    ways = (
        [(asked.share(text_of(t)) + 0.5 * ranked[t.id] / top, t) for t in tasks if asked.fits(text_of(t))]
        for asked in _ways_to_ask(topic, base)
    )
    scored = next((found for found in ways if found), [])
    best = max((score for score, _ in scored), default=0.0)
    kept = [(score, t) for score, t in scored if score >= best - _NEAR_BEST]
    kept.sort(key=lambda item: -item[0])
    return [t for _, t in kept]


def in_other_words(reading: Reading, base: KnowledgeBase, among: Iterable[str] | None = None) -> list[Task]:
    """Return the tasks, at most five, that speak of the topic in other words than it was asked in; best first.

    None where something else than tasks is asked for (an amount, a day, a person): everyday words are near to much.
    """
    if reading.period or reading.states or asks_else(reading):
        return []
    said = reading.said or reading.topic
    asked = base.everyday_weights.topic(said)
    if asked.total < _SAYS_NOTHING:
        return []
    ranked = dict(base.store.search_everyday(said, _CANDIDATES))
    allowed = tuple(ranked if among is None else ranked.keys() & set(among))
    top = max((ranked[code] for code in allowed), default=1.0)
    least = _HALF if asked.total >= _SAYS_A_LOT else _MOST
    scored = [
        (share + 0.5 * ranked[t.id] / top, t)
        for t in base.store.tasks(TaskQuery(ids=allowed))
        if (share := asked.share(f"{base.everyday.get(t.id, '')} {text_of(t)}")) >= least
    ]
    best = max((score for score, _ in scored), default=0.0)
    scored.sort(key=lambda item: -item[0])
    return [t for score, t in scored if score >= best - _NEAR_BEST][:5]


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
    ranked = base.store.search_tasks(topic, _CANDIDATES)
    tasks = {t.id: t for t in base.store.tasks(TaskQuery(ids=tuple(code for code, _ in ranked)))}
    close = [tasks[code] for code, _ in ranked if asked.share(text_of(tasks[code])) >= _NEAR_SHARE]
    return tuple(close[:3])
