"""The knowledge base: one open store with the vocabulary that questions are read with."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path

from sqlite_utils import Database

from knowledge.agencies import Registry
from knowledge.checks import require_sound
from knowledge.directives import Directive, Indicator, Passage, TrackedDatabase
from knowledge.loading import CORPUS, load_corpus
from knowledge.questions import (
    FRAME_PHRASES,
    Abbreviations,
    Glossary,
    Reading,
    Speller,
    Synonyms,
    Vocabulary,
    compounds_of,
    folded_words,
    matters_in,
    mentioned,
    question_words,
    read_question,
)
from knowledge.search import PassageIndex, Phrases, TermWeights, marked_words
from knowledge.sections import Section, sections_of
from knowledge.store import DirectiveStore

# Raised when the tables' contents change shape for the same corpus, so that a store is filled anew.
_SHAPE = "7"
_READINGS = 2048
# A task that has a database built; what stands behind is its name.
_BUILT = re.compile(r"^.*?(?:CSDL|[Cc]ơ sở dữ liệu)\s+(?:về\s+)?(?P<name>.+)$")


def corpus_digest(root: Path = CORPUS) -> str:
    """Return what identifies the corpus below `root`: every file's name and bytes."""
    digest = hashlib.sha256(_SHAPE.encode())
    for path in sorted(root.rglob("*")):
        if path.suffix in (".toml", ".txt"):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything that is known, ready to answer."""

    store: DirectiveStore

    @cached_property
    def registry(self) -> Registry:
        """The agencies and groups."""
        return self.store.registry()

    @cached_property
    def directives(self) -> dict[str, Directive]:
        """The directives by id, oldest first."""
        return {d.id: d for d in self.store.directives()}

    @cached_property
    def weights(self) -> TermWeights:
        """What each word of a question says, by how rare it is in the directives."""
        return self.store.weights()

    @cached_property
    def everyday(self) -> dict[str, str]:
        """Other people's words for what each task is about, by task id."""
        return self.store.everyday()

    @cached_property
    def everyday_weights(self) -> TermWeights:
        """What each word of a question says beside those words."""
        return self.store.everyday_weights()

    @cached_property
    def passage_words(self) -> dict[str, str]:
        """Other people's words for what stands in a passage, by "directive path"."""
        return self.store.wording.passage_words()

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """Every passage by "directive path"."""
        return {f"{p.directive} {p.path}": p for p in self.store.passages()}

    @cached_property
    def said_of(self) -> dict[str, str]:
        """What a passage and other people say of what stands in it, by "directive path"."""
        words = self.passage_words
        return {key: f"{passage.text} ; {words.get(key, '')}" for key, passage in self.passages.items()}

    @cached_property
    def passage_index(self) -> PassageIndex[str]:
        """The passages, with other people's words for them, by what they say."""
        return self.phrases.passages

    @cached_property
    def passage_weights(self) -> TermWeights:
        """What each word of a question says beside the passages with those words."""
        index = self.passage_index
        return TermWeights(index.holding(), index.size, marked_words(self.said_of.values()))

    @cached_property
    def phrases(self) -> Phrases[str]:
        """Other people's phrases for each passage, in the index' order, and for what no directive speaks of."""
        words, elsewhere = self.passage_words, self.store.wording.elsewhere()
        return Phrases(
            {key: words.get(key, "") for key in self.passages},
            (f"{subject}; {asks}" for subject, asks in elsewhere.items()),
            self.said_of.items(),
        )

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The names that questions may use, and how their slips of typing are repaired."""
        synonyms = self.store.synonyms()
        others = (*synonyms, *self.store.wording.elsewhere().values())
        wording = self.store.wording
        speller = Speller(
            self.weights.holding,
            question_words()
            | self.registry.words
            | folded_words((*self.store.glossary(), *others, *self.store.everyday_words())),
            marked_words((*self.store.texts(), *self.registry.names, *FRAME_PHRASES, *others))
            | self.store.everyday_words(),
            (self.passage_weights.holding, self.phrases.holding),
        )
        return Vocabulary(
            self.registry,
            tuple(self.directives.values()),
            self.store.codes(),
            Glossary(self.store.glossary()),
            speller,
            Synonyms(synonyms),
            Abbreviations(wording.shorthand(), wording.abbreviations(), wording.pairs_said()),
            mentioned((*self.store.texts(), *self.everyday.values())),
            {name: [p.path for p in self.passages.values() if p.directive == name] for name in self.directives},
            compounds_of(self.store.texts()),
            self.store.due_days(),
            matters_in(self.store.titles()),
        )

    @cached_property
    def _read(self) -> Callable[[str, date, str], Reading]:
        def read(question: str, today: date, asker: str) -> Reading:
            return read_question(question, self.vocabulary, today, asker)

        return lru_cache(maxsize=_READINGS)(read)

    def read(self, question: str, today: date, asker: str = "") -> Reading:
        """Read `question` as `read_question` does. The last readings are kept: a list's every page reads it anew."""
        return self._read(question, today, asker)

    @cached_property
    def database_names(self) -> tuple[str, ...]:
        """The names of all databases that the directives track or have built."""
        built = (_BUILT.match(title) for title in self.store.titles())
        names = [row.name for row in self.databases]
        return tuple(dict.fromkeys((*names, *(f"CSDL {found['name']}" for found in built if found is not None))))

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators, in reading order."""
        return tuple(self.store.indicators())

    @cached_property
    def databases(self) -> tuple[TrackedDatabase, ...]:
        """The tracked databases, in reading order."""
        return tuple(self.store.databases())

    @cached_property
    def sections(self) -> dict[str, Mapping[str, Section]]:
        """The sections of each directive, by its id and their path; "" is the whole."""
        tasks = self.store.in_reading_order()
        return {
            name: sections_of(self.store.passages(name), (task for task in tasks if task.directive == name))
            for name in self.directives
        }

    def ready(self) -> None:
        """Work out what questions need, so that the first one does not wait for it."""
        _ = self.vocabulary, self.weights, self.everyday_weights, self.passage_weights, self.passage_index
        _ = self.phrases, self.database_names, self.indicators, self.registry.mentions("Bộ Y tế")
        self.vocabulary.abbreviations.prepare()
        for index in (self.store.saying, self.store.saying_everyday):
            index.rows(["so"])

    @cached_property
    def _numbers(self) -> tuple[str, ...]:
        return (*self.registry.agencies, *self.registry.groups)

    def agency_number(self, name: str) -> int:
        """Return a short number for a canonical name, for places too small for the name. Raises ValueError."""
        return self._numbers.index(name)

    def agency_by_number(self, number: str) -> str:
        """Return the canonical name with that number. Raises KeyError."""
        if not number.isdigit() or int(number) >= len(self._numbers):
            raise KeyError(number)
        return self._numbers[int(number)]


def open_knowledge(db: Database, now: datetime, root: Path = CORPUS) -> KnowledgeBase:
    """Return the knowledge base in `db`, first applying the corpus below `root` where it is newer.

    Raises CorpusError, leaving the store as it was, when that corpus fails its checks.
    """
    store = DirectiveStore(db)
    digest = corpus_digest(root)
    if store.version != digest:
        store.apply(require_sound(load_corpus(root)), digest, now)
    return KnowledgeBase(store)
