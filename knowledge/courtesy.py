"""Greetings, thanks and the like, which want no more than a word back; bare calls for help, and to stop."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.text import fold, tidy


class Courtesy(StrEnum):
    """What is said."""

    HELLO = "hello"
    THANKS = "thanks"
    NOTED = "noted"
    HELP = "help"
    LEAVE = "leave"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Said:
    """A courtesy, and the language of its words: "" where they are anybody's ("hi", "ok")."""

    what: Courtesy
    language: str


_TO = (
    r"(?: (?:ban|em|anh|chi|bot|don doc|tro ly|moi nguoi|ca nha|sep|rat nhieu|nhieu|lam|nhe|nha|nhen|a|ah|oi|buoi sang"
    r"|buoi chieu|buoi toi|roi|da giup|nhieu lam|voi))*"
)
_EN = r"(?: (?:there|bot|you|so much|very much|a lot|all|everyone|again|for your help))*"
_HELP_EN = (
    r"(?:please )?help(?: me)?(?: please)?|what can (?:you|i) (?:do|ask)(?: here)?"
    r"|how (?:do i|to) use (?:this|you|it)"
)
_HELP_VI = (
    rf"(?:xin )?tro giup{_TO}|(?:xin |can )?huong dan(?: su dung| cach dung)?{_TO}"
    rf"|giup (?:toi|em|minh)(?: voi)?{_TO}"
    r"|(?:bot|ban|em) (?:lam|giup|tra loi) duoc (?:nhung )?(?:viec )?gi(?: vay| the| a)?"
    r"|(?:cach )?(?:dung|su dung) (?:bot |cai nay )?(?:the nao|sao|ra sao|nhu the nao)(?: vay| a)?"
)
_WRONG_VI = (
    r"(?:y )?(?:nham|sai|lon|hieu (?:sai|nham|lam)|khong (?:dung|phai(?: (?:vay|the|cai do|y (?:toi|em|minh)))?))"
    rf"(?: (?:roi|het|ca))*{_TO}"
)
_LEAVE_VI = (
    rf"(?:thoi|huy(?: bo)?|bo qua|bo di|dung lai|ngung lai)(?: (?:di|luon|khoi|khong can|nua|huy|bo|bo qua|thoi))*{_TO}"
    rf"|(?:thoi )?(?:khong|ko|khoi) (?:can|lam|muon)(?: (?:nua|gi|gi nua|dau))+{_TO}"
)
_COURTESIES = tuple(
    (re.compile(pattern), Said(what, language))
    for pattern, what, language in (
        (rf"(?:em |toi |minh )?(?:xin )?chao{_TO}", Courtesy.HELLO, "vi"),
        (rf"(?:hello|hey|good (?:morning|afternoon|evening)|hi(?= )){_EN}", Courtesy.HELLO, "en"),
        (rf"(?:hi|alo|hello|hey){_TO}", Courtesy.HELLO, ""),
        (rf"(?:(?:da|vang|ok|oke|em|toi|minh|xin|rat) )*(?:cam on|cam ta|tks){_TO}", Courtesy.THANKS, "vi"),
        (rf"(?:ok |okay |many )?(?:thanks|thank|thx){_EN}", Courtesy.THANKS, "en"),
        (rf"(?:da |vang )*(?:ro|hieu|nam) roi{_TO}|da (?:ro|hieu|nam){_TO}|vang{_TO}", Courtesy.NOTED, "vi"),
        (rf"(?:got it|understood|noted|all right|alright|great|perfect){_EN}", Courtesy.NOTED, "en"),
        (rf"(?:ok|oke|okay){_TO}", Courtesy.NOTED, ""),
        (rf"(?:dung|chuan|chinh xac|hay|tot|duoc)(?: (?:roi|vay|lam|qua|day))+{_TO}", Courtesy.NOTED, "vi"),
        (_LEAVE_VI, Courtesy.LEAVE, "vi"),
        (_WRONG_VI, Courtesy.WRONG, "vi"),
        (
            r"(?:that is |that s |it is |it s )?(?:wrong|not (?:that|it|what i (?:asked|meant)))(?: again)?",
            Courtesy.WRONG,
            "en",
        ),
        (rf"(?:cancel|stop|never ?mind|forget it|abort|quit)(?: (?:it|that|this))?{_EN}", Courtesy.LEAVE, "en"),
        (_HELP_EN, Courtesy.HELP, "en"),
        (_HELP_VI, Courtesy.HELP, "vi"),
    )
)


def courtesy_in(text: str) -> Said | None:
    """Return the courtesy that `text` is and nothing else; None where it says more."""
    plain = " ".join(re.sub(r"[^\w\s]", " ", fold(tidy(text[:80]))).split())
    return next((said for pattern, said in _COURTESIES if pattern.fullmatch(plain)), None)
