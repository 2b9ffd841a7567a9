"""Reading questions: words in, a `Reading` out. Pure; nothing is looked up but the vocabulary handed in."""

from knowledge.questions.abbreviations import Abbreviations
from knowledge.questions.adding import added_in, both_of, both_times_of, means_both, means_both_times, with_added
from knowledge.questions.among import Asked, asked_among
from knowledge.questions.documents import mentioned
from knowledge.questions.fields import Field, names_role, points_at_one
from knowledge.questions.frame import PHRASES as FRAME_PHRASES
from knowledge.questions.frame import WORDS as FRAME_WORDS
from knowledge.questions.frame import compounds_of
from knowledge.questions.glossary import Glossary, Synonyms
from knowledge.questions.intents import SOON
from knowledge.questions.language import language_of, tells_language
from knowledge.questions.lasting import possible, what_about
from knowledge.questions.lateness import Amount, Lateness, criteria_in, numbers_of_criteria
from knowledge.questions.lateness import both as both_bounds
from knowledge.questions.leaning import completed, follows_on, lean
from knowledge.questions.leftover import matters_in
from knowledge.questions.lexicon import (
    ATTENDS,
    COORDINATE,
    INDICATOR,
    PARTS,
    asks_databases,
    asks_replaced,
    question_words,
)
from knowledge.questions.missing import MissingPlace
from knowledge.questions.model import AgencyAsk, Intent, Mine, Parties, Reading, Role, State
from knowledge.questions.moves import Again, Move, Order, Page, Place, Urgency, move_in
from knowledge.questions.narrowing import lean_at_place
from knowledge.questions.omitting import omitted_in, with_omitted
from knowledge.questions.own import ANYBODY, Asker, for_asker
from knowledge.questions.pointing import below, section_of
from knowledge.questions.reading import read_question
from knowledge.questions.refining import (
    Refinement,
    changeable,
    loosened,
    of_whole_year,
    only_conditions,
    only_matter,
    only_role,
    refinement_in,
)
from knowledge.questions.states import alternatives
from knowledge.questions.turning import compared
from knowledge.questions.typing import Repair, Speller, folded_words
from knowledge.questions.unread import left_aside
from knowledge.questions.vocabulary import Vocabulary

__all__ = [
    "ANYBODY",
    "ATTENDS",
    "COORDINATE",
    "FRAME_PHRASES",
    "FRAME_WORDS",
    "INDICATOR",
    "PARTS",
    "SOON",
    "Abbreviations",
    "Again",
    "AgencyAsk",
    "Amount",
    "Asked",
    "Asker",
    "Field",
    "Glossary",
    "Intent",
    "Lateness",
    "Mine",
    "MissingPlace",
    "Move",
    "Order",
    "Page",
    "Parties",
    "Place",
    "Reading",
    "Refinement",
    "Repair",
    "Role",
    "Speller",
    "State",
    "Synonyms",
    "Urgency",
    "Vocabulary",
    "added_in",
    "alternatives",
    "asked_among",
    "asks_databases",
    "asks_replaced",
    "below",
    "both_bounds",
    "both_of",
    "both_times_of",
    "changeable",
    "compared",
    "completed",
    "compounds_of",
    "criteria_in",
    "folded_words",
    "follows_on",
    "for_asker",
    "language_of",
    "lean",
    "lean_at_place",
    "left_aside",
    "loosened",
    "matters_in",
    "means_both",
    "means_both_times",
    "mentioned",
    "move_in",
    "names_role",
    "numbers_of_criteria",
    "of_whole_year",
    "omitted_in",
    "only_conditions",
    "only_matter",
    "only_role",
    "points_at_one",
    "possible",
    "question_words",
    "read_question",
    "refinement_in",
    "section_of",
    "tells_language",
    "what_about",
    "with_added",
    "with_omitted",
]
