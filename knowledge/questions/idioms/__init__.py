"""What people say in English for how tasks stand, whose they are and by when, with the plain words that are read.

Each entry: words without one of which the pattern is not tried; the pattern over the folded question; what it comes to
(`{name}` is what a group of the pattern held); and whether it is said of tasks only, so that elsewhere ("is Vietnam
lagging behind") it stays. They are tried in the order of `IDIOMS`, each on what those before it left.
"""

from knowledge.questions.idioms.doing import CONTRACTIONS, DOING, REPEATED
from knowledge.questions.idioms.having import ASKING, ROLES
from knowledge.questions.idioms.limiting import LEAVING_OUT, TIMES
from knowledge.questions.idioms.parts import Idiom
from knowledge.questions.idioms.standing import STANDING

IDIOMS = (*CONTRACTIONS, *TIMES, *LEAVING_OUT, *STANDING, *DOING, *REPEATED, *ROLES, *ASKING)

__all__ = ["IDIOMS", "Idiom"]
