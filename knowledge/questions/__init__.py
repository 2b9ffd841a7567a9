"""Reading questions: words in, a `Reading` out. Pure; nothing is looked up but the vocabulary handed in."""

from knowledge.questions.glossary import Glossary
from knowledge.questions.reading import AgencyAsk, Intent, Reading, Role, State, Vocabulary, language_of, read_question

__all__ = ["AgencyAsk", "Glossary", "Intent", "Reading", "Role", "State", "Vocabulary", "language_of", "read_question"]
