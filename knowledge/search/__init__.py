"""Retrieval over Vietnamese text: folded syllables and pairs of neighbouring syllables.

Most Vietnamese words are two syllables long, so a pair ("chuyen_doi") says far more than its syllables do. Both are
indexed folded, which makes accented and unaccented questions equal (SQLite's own tokenizer never folds đ).
"""

from knowledge.search.passages import PassageIndex
from knowledge.search.phrases import PhraseFit, Phrases
from knowledge.search.postings import Rows, Scores, best_rows, summed
from knowledge.search.table import WordTable
from knowledge.search.terms import enumerated, pairs, syllables
from knowledge.search.topic import Held, TermWeights, Topic, marked_words, terms_of

__all__ = [
    "Held",
    "PassageIndex",
    "PhraseFit",
    "Phrases",
    "Rows",
    "Scores",
    "TermWeights",
    "Topic",
    "WordTable",
    "best_rows",
    "enumerated",
    "marked_words",
    "pairs",
    "summed",
    "syllables",
    "terms_of",
]
