"""Which tasks and passages speak of a topic."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from knowledge.answers.places import parts_of
from knowledge.answers.relevance import Look
from knowledge.base import KnowledgeBase
from knowledge.directives import Passage, Task
from knowledge.questions import Reading
from knowledge.search import Topic, best_rows, enumerated
from knowledge.text import Token, has_diacritics, is_syllable, tidy, tokens, words

# What fits this much worse than the best is not offered beside it.
_NEAR_BEST = 0.2
_CANDIDATES = 80
_NEAR_SHARE = 0.2
# A topic that enumerates more than these is no enumeration.
_PARTS = 12
_SAYS_NOTHING = 15.0
_BEST = 5
# A word that so many tasks hold is looked for in none of them. In the text it says less than in the title.
_MANY, _IN_TEXT = 2_000, 0.8


class _Asked:
    """A topic as a whole; where nothing speaks of the whole, what it enumerates ("lò phản ứng, điện hạt nhân")."""

    def __init__(self, *topics: Topic) -> None:
        self._topics = topics

    def tasks(self, base: KnowledgeBase, *, among_own: bool) -> dict[int, float]:
        """Return the numbers of the tasks that fit, each with its share."""
        found: dict[int, float] = {}
        for topic in self._topics:
            for number, share in topic.fitting(base.store.saying, among_own=among_own).items():
                found[number] = max(share, found.get(number, 0.0))
        return found


class _OneWord:
    """A topic of one syllable ("thuế"): what has that very word in its own text, written with the same marks."""

    def __init__(self, word: Token) -> None:
        self._word = word

    def tasks(self, base: KnowledgeBase, *, among_own: bool) -> dict[int, float]:
        """Return the numbers of the tasks that have the word; those that have it in their title first."""
        del among_own  # less than the word is nothing
        found: list[int] = base.store.saying.rows([self._word.folded])[0].tolist()
        marked = has_diacritics(self._word.raw)
        shares: dict[int, float] = {}
        for number, task in zip(found, base.store.load(found) if len(found) < _MANY else (), strict=False):
            in_title, in_text = (_has(self._word, text, marked=marked) for text in (task.title, _text(task)))
            if in_title or in_text:
                shares[number] = 1.0 if in_title else _IN_TEXT
        return shares


def _has(word: Token, text: str, *, marked: bool) -> bool:
    said = (each.raw.lower() if marked else each.folded for each in tokens(tidy(text)))
    return (word.raw.lower() if marked else word.folded) in said


def _text(task: Task) -> str:
    return f"{task.lead_in} {task.quote} {task.output}"


def _ways_to_ask(topic: str, base: KnowledgeBase) -> Iterator["_Asked | _OneWord"]:
    said = tokens(tidy(topic))
    one = len(said) == 1 and is_syllable(said[0].folded) and said[0].raw.lower() in base.vocabulary.matters
    if one and len(base.weights.topic(topic).weights) == 1:  # "AI" is written out as more
        yield _OneWord(said[0])
        return
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
    ranked = _ranked(base.store.saying.search(topic, _CANDIDATES), fitting)
    top = max(ranked.values(), default=1.0)
    for asked in _ways_to_ask(topic, base):
        shares = asked.tasks(base, among_own=False)
        found = [(shares[number] + 0.5 * score / top, number) for number, score in ranked.items() if number in shares]
        if found:
            return _near_the_best(found)
    return []


def speaking_of(topic: str, base: KnowledgeBase) -> list[int]:
    """Return every task that speaks of `topic` in the directives' own words."""
    return OnTopic(topic, base).among(lambda numbers: sorted(numbers or ()))


def with_known_topics(reading: Reading, base: KnowledgeBase) -> Reading:
    """Return `reading` without what it leaves out that no task speaks of: that is told as unread."""
    strange = tuple(topic for topic in reading.but_topics if not speaking_of(topic, base))
    if not strange:
        return reading
    known = tuple(topic for topic in reading.but_topics if topic not in strange)
    return replace(reading, but_topics=known, unread=(*reading.unread, *strange))


def in_its_words(topic: str, number: int, base: KnowledgeBase) -> bool:
    """Tell whether a task speaks of `topic` in the directives' own words."""
    return any(number in asked.tasks(base, among_own=False) for asked in _ways_to_ask(topic, base))


def _ranked(found: list[tuple[int, float]], fitting: Among | None) -> dict[int, float]:
    """Return those of `found` that `fitting` lets through, in the order of lists."""
    scores = dict(found)
    return {number: scores[number] for number in (fitting(scores) if fitting else sorted(scores))}


def _near_the_best(scored: list[tuple[float, int]]) -> list[int]:
    best = max((score for score, _ in scored), default=0.0)
    scored.sort(key=lambda item: -item[0])
    return [number for score, number in scored if score >= best - _NEAR_BEST]


def in_other_words(look: Look, fitting: Among | None = None) -> list[int]:
    """Return the tasks, at most five, that a question in words of its own is most likely about; best first.

    A word or two left over beside a question's conditions ("lọc", "con số") say too little to be looked for.
    """
    if look.says < _SAYS_NOTHING or not look.finds:
        return []
    scores = dict(look.tasks)
    return look.best_tasks(None if fitting is None else dict.fromkeys(fitting(scores)))[:5]


def passages_about(look: Look, base: KnowledgeBase) -> tuple[Passage, ...]:
    """Return the passages that say what the question is about, best first.

    Where the first only heads what stands below it ("Ba công khai:"), that comes right after it.
    """
    best = look.passages(_BEST) if look.finds else []
    parts = parts_of(best[0], base)[1:] if best and best[0].text.rstrip().endswith(":") else []
    return tuple(dict.fromkeys([*best[:1], *parts, *best[1:]]))


def near_tasks(topic: str, base: KnowledgeBase) -> tuple[Task, ...]:
    """Return the three tasks nearest to words that no task speaks of: to be offered, never asserted."""
    index = base.store.saying
    near = base.weights.topic(topic).held(index).share >= _NEAR_SHARE
    if not near.any():  # as for most that is about something else
        return ()
    ranked = best_rows(index.scores(topic), _CANDIDATES)
    return tuple(base.store.load(ranked[near[ranked]][:3].tolist()))
