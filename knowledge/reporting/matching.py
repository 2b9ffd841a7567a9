"""Which tasks a report in plain words is on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, log1p

from knowledge.base import KnowledgeBase
from knowledge.codes import find_code
from knowledge.directives import Task
from knowledge.reporting.asking import asks, private
from knowledge.reporting.frame import names_nothing
from knowledge.reporting.index import Entry, TaskIndex, Terms, given_index, task_index
from knowledge.reporting.subject import ASIDE, Subject, read_subject
from knowledge.reporting.words import read_report

# The score of a task whose code was typed.
CODED = 10.0
# How much each sign adds, fitted on reports and on questions about tasks (by cross-validation) and rounded. Shares of
# the topic that stand in the task's text, and in other people's words for it; how much of the title and of one of
# those phrases the message holds; whose task it is; its directive and the kind of its output.
_OWN, _SAID, _TITLE, _PHRASE = 1.0, 1.0, 0.85, 0.8
_LEAD, _COORDINATOR, _STRANGER = 0.35, 0.05, -0.15
_DIRECTIVE, _OTHER_DIRECTIVE, _KIND, _OTHER_KIND, _HEADING = 0.3, -0.3, 0.12, -0.06, -0.13
_CANDIDATES = 60
# A report is on a task when enough is said and enough of it fits; what else a report shows makes it likelier.
# How near it comes to what people say of the directives' matters, and of other things, tells too.
_LEAST, _HELD, _NAMED, _KNOWN_KIND, _REPORTS = 9.1, 0.89, 0.44, 0.24, 0.7
_NEAR, _ELSEWHERE = 1.85, 0.25


@dataclass(frozen=True, slots=True)
class Match:
    """A task that a report may be on. `score` compares the matches of one report; a typed code has `CODED`."""

    task: Task
    score: float


def plain_words(text: str, base: KnowledgeBase) -> str:
    """Return `text` tidied, with shorthand written out and slips of typing read as the words they stand for."""
    return base.vocabulary.plain(text)[0]


def match(
    text: str, base: KnowledgeBase, today: date, agency: str = "", limit: int = 5, given: Sequence[Task] = ()
) -> tuple[Match, ...]:
    """Return the tasks that the report `text` is most likely on, best first, at most `limit`.

    `agency` is the reporter's (canonical name, "" when unknown): its own tasks come before those it has through a
    group. `given` are tasks given from chat that may be meant too. Empty when the message is no report on any task.
    Codes that were typed (`71-89.7`) decide. Never raises.
    """
    raw = plain_words(text, base)
    if asks(raw):
        return ()
    index = task_index(base)
    coded = list(_coded(raw, base))
    if coded:
        return tuple(Match(index.entries[index.by_code[key]].task, CODED) for key in coded[:limit])
    words = read_report(raw, today, index.numbers)
    subject = None if private(raw) or names_nothing(words.matter) else read_subject(words, raw, base, today, agency)
    if subject is None:
        return ()
    ranked = _ranked(subject, index)
    if given:
        ranked = sorted([*ranked, *_ranked(subject, given_index(given, base))], key=lambda found: -found.score)
    if not ranked:
        return ()
    likelihood = ranked[0].likelihood(subject) + _REPORTS * words.reports
    phrases = base.phrases.fit(words.matter)
    if likelihood + _NEAR * log1p(phrases.inside) - _ELSEWHERE * log1p(phrases.outside) < _LEAST:
        return ()
    return tuple(Match(signs.entry.task, round(signs.score, 3)) for signs in ranked[:limit])


def _coded(raw: str, base: KnowledgeBase) -> Iterator[str]:
    """Yield the keys of the task codes in `raw`, each once, in the order in which they were typed."""
    seen: set[str] = set()
    while found := find_code(raw, base.vocabulary.codes):
        key, start, end = found
        raw = raw[:start] + " " * (end - start) + raw[end:]
        if key not in seen:
            seen.add(key)
            yield key


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for a task: words that fit (`own`, `said`, `title`, `phrase`), and what was named besides."""

    entry: Entry
    own: float
    said: float
    title: float
    phrase: float
    named: float
    kind: float

    @property
    def fit(self) -> float:
        return _OWN * self.own + _SAID * self.said + _TITLE * self.title + _PHRASE * self.phrase

    @property
    def score(self) -> float:
        return self.fit + self.named + self.kind

    def likelihood(self, subject: Subject) -> float:
        """Return how likely the words speak of this task at all."""
        held = max(self.own * sum(subject.own.values()), self.said * sum(subject.said.values()))
        lead = bool(subject.actors & self.entry.leads)
        directive = self.entry.task.directive in subject.reading.directives
        return self.fit + _HELD * log(1 + held) + _NAMED * (lead or directive) + _KNOWN_KIND * bool(subject.kinds)


def _ranked(subject: Subject, index: TaskIndex) -> list[_Signs]:
    own = index.shares(subject.own, index.own)
    said = index.shares(subject.said, index.everyday)
    near = sorted(range(len(own)), key=lambda place: -(own[place] + said[place]))[:_CANDIDATES]
    signs = [_signs(subject, index, place, own[place], said[place]) for place in near]
    return sorted(signs, key=lambda found: -found.score)


def _signs(subject: Subject, index: TaskIndex, place: int, own: float, said: float) -> _Signs:
    entry = index.entries[place]
    weight = index.everyday_weights.weight

    def held(terms: Terms) -> float:
        return sum(weight(term) * (ASIDE if term in subject.asides else 1.0) for term in terms & subject.terms)

    total = sum(subject.said.values())
    title = held(entry.title) / sum(map(weight, entry.title))
    phrase = max((2 * held(words) / (sum(map(weight, words)) + total) for words in entry.phrases), default=0.0)
    return _Signs(entry, own, said, title, phrase, _named(subject, entry), _kind(subject, entry))


def _named(subject: Subject, entry: Entry) -> float:
    """Return what the agencies and the directive named say for a task."""
    named = 0.0
    if subject.reading.directives:
        named = _DIRECTIVE if entry.task.directive in subject.reading.directives else _OTHER_DIRECTIVE
    if not entry.task.leads:
        named += _HEADING
    if not subject.actors:
        return named
    if subject.actors & entry.leads:
        return named + _LEAD
    if subject.actors & entry.coordinators:
        return named + _COORDINATOR
    return named if subject.actors & entry.through_groups else named + _STRANGER


def _kind(subject: Subject, entry: Entry) -> float:
    if not subject.kinds:
        return 0.0
    fits = [_KIND if f" {kind} " in entry.product else _OTHER_KIND for kind in subject.kinds]
    return sum(fits) / len(fits)
