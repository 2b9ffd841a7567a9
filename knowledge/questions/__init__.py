"""Reading questions: words in, a `Reading` out. Pure; nothing is looked up but the vocabulary handed in."""

from knowledge.questions.documents import mentioned
from knowledge.questions.frame import PHRASES as FRAME_PHRASES
from knowledge.questions.frame import compounds_of
from knowledge.questions.glossary import Glossary, Synonyms
from knowledge.questions.initials import Initials
from knowledge.questions.intents import SOON
from knowledge.questions.language import language_of
from knowledge.questions.lateness import Amount, Lateness, criteria_in
from knowledge.questions.leaning import lean
from knowledge.questions.lexicon import COORDINATE, PARTS, asks_databases, question_words
from knowledge.questions.missing import MissingPlace
from knowledge.questions.model import AgencyAsk, Intent, Reading, Role, State
from knowledge.questions.pointing import below, section_of
from knowledge.questions.reading import read_question
from knowledge.questions.typing import Repair, Speller, folded_words
from knowledge.questions.unread import left_aside
from knowledge.questions.vocabulary import Vocabulary

__all__ = [
    "COORDINATE",
    "FRAME_PHRASES",
    "PARTS",
    "SOON",
    "AgencyAsk",
    "Amount",
    "Glossary",
    "Initials",
    "Intent",
    "Lateness",
    "MissingPlace",
    "Reading",
    "Repair",
    "Role",
    "Speller",
    "State",
    "Synonyms",
    "Vocabulary",
    "asks_databases",
    "below",
    "compounds_of",
    "criteria_in",
    "folded_words",
    "language_of",
    "lean",
    "left_aside",
    "mentioned",
    "question_words",
    "read_question",
    "section_of",
]
