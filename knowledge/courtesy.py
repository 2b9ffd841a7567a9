"""Greetings, thanks and the like, which ask for nothing and want no more than a word back."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.text import fold, tidy


class Courtesy(StrEnum):
    """What is said."""

    HELLO = "hello"
    THANKS = "thanks"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Said:
    """A courtesy, and the language of its words: "" where they are anybody's ("hi", "ok")."""

    what: Courtesy
    language: str


_TO = (
    r"(?: (?:ban|em|anh|chi|bot|don doc|tro ly|moi nguoi|ca nha|sep|rat nhieu|nhieu|lam|nhe|nha|nhen|a|ah|oi|buoi sang"
    r"|buoi chieu|buoi toi|roi|da giup|nhieu lam))*"
)
_EN = r"(?: (?:there|bot|you|so much|very much|a lot|all|everyone|again|for your help))*"
_COURTESIES = tuple(
    (re.compile(pattern), Said(what, language))
    for pattern, what, language in (
        (rf"(?:em |toi |minh )?(?:xin )?chao{_TO}", Courtesy.HELLO, "vi"),
        (rf"(?:hello|hey|good (?:morning|afternoon|evening)|hi(?= )){_EN}", Courtesy.HELLO, "en"),
        (rf"(?:hi|alo|hello|hey){_TO}", Courtesy.HELLO, ""),
        (rf"(?:(?:da|vang|ok|oke|em|toi|minh|xin|rat) )*(?:cam on|cam ta|tks){_TO}", Courtesy.THANKS, "vi"),
        (rf"(?:ok |okay |many )?(?:thanks|thank|thx){_EN}", Courtesy.THANKS, "en"),
        (rf"(?:da |vang )*(?:ro|hieu|nam) roi{_TO}|da (?:ro|hieu|nam){_TO}|vang{_TO}", Courtesy.NOTED, "vi"),
        (rf"(?:ok|oke|okay){_TO}", Courtesy.NOTED, ""),
    )
)


def courtesy_in(text: str) -> Said | None:
    """Return the courtesy that `text` is and nothing else; None where it says more."""
    plain = " ".join(re.sub(r"[^\w\s]", " ", fold(tidy(text[:80]))).split())
    return next((said for pattern, said in _COURTESIES if pattern.fullmatch(plain)), None)
