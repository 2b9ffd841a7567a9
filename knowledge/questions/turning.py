"""A follow-up that turns a ranking round, or asks for what was counted: "and the fewest?", "những việc đó là gì".

Pure.
"""

import re
from dataclasses import replace

from knowledge.questions.model import Intent, Mine, Reading
from knowledge.text import fold, tidy

_LOW = "it|thap|nho|fewest|fewer|least|lowest|smallest"
_HIGH = "nhieu|cao|lon|more|most|highest|largest"
_WAY = re.compile(rf"\b(?:{_LOW}|{_HIGH})\b")
_SUPERLATIVE = re.compile(
    r"\b(?:(?P<way>it|thap|nho|nhieu|(?<!bao )cao|lon) (?:\w+ )?nhat"
    r"|(?P<english>fewest|least|lowest|smallest|most|highest|largest))\b"
)
# Where only the other end of a ranking is asked for, nothing else is said: tasks or a state make it a question whole.
_AROUND = frozenset(
    "a ai and are bo con va co quan don vi nganh dia phuong tinh thanh pho da em anh chi ha has have having is la "
    "nao nhat nhe nhi o one ones ok roi sao so the thi thinh what which who whose with vay ve um bao nhieu hon "
    "how about more fewer ben hai trong 2 giua two both them those of ministry "
    "ministries agency agencies province provinces it thap nho cao lon fewest least lowest smallest most highest "
    "largest".split()
)
_WHO = re.compile(
    r"\b(?:(?:bo|co quan|don vi|nganh|tinh|dia phuong|ben|ai) (?:nao|nhieu|it)|ai|which|who|ministr(?:y|ies)|nao)\b"
)
# "So với Hà Nội": one more to be compared with those before.
_AGAINST = re.compile(r"^\W*(?:so (?:sanh )?voi|(?:as )?compared? (?:to|with)|against|versus|vs)\b")
_MORE = re.compile(r"\bhon\b|\b(?:more|fewer)\b")
_THOSE_TASKS = r"(?:nhung|cac|may) (?:viec|nhiem vu) (?:do|nay|ay)"
# "Liệt kê ra xem": after a count, what was counted.
_SHOW = re.compile(
    r"^\W*(?:(?:hay|roi|the|vay|thi|ok|please)\W+)*"
    r"(?:liet ke|ke|cho(?: toi| em| anh| chi)? xem|hien|list|show)"
    r"(?: (?:ra|het|chi tiet|cu the|xem|di|nao|cho|toi|em|anh|chi|a|nhe|giup|voi|tat ca|toan bo|danh sach|them"
    r"|me|all|of"
    rf"|those|these|{_THOSE_TASKS}))*\W*$"
)
_WHICH_THEY_ARE = re.compile(
    r"^\W*(?:(?:the|vay|va|cu the|and|so)\W+)*"
    r"(?:(?:nhung|cac|may|\d+) (?:viec|cai|nhiem vu)(?: (?:do|nay|ay))?(?: cu the)?(?: (?:la|gom))?(?: nhung)?"
    r" (?:gi|nao|viec gi|viec nao|cai gi|cai nao)"
    r"|do la (?:nhung )?(?:viec|nhiem vu|cai) (?:gi|nao)"
    r"|(?:which|what)(?: tasks| ones)? are (?:they|those|these|the tasks|the \d+)|(?:which|what) (?:tasks"
    r"|ones)(?: are)?(?: those| they)?)"
    r"(?: (?:vay|the|a|nhi|ha))*\W*$"
)
_COUNTED = (Intent.LIST, Intent.COUNT, Intent.GROUP)


def turned(new: Reading, last: Reading) -> Reading | None:
    """Return the ranking `last` from the end that `new` asks for, and nothing else; None where it is no such follow-up.

    Its words stay, so that what is counted stays: only which end is first changes.
    """
    folded = fold(tidy(new.question))
    wanted = _SUPERLATIVE.search(folded) if last.intent is Intent.GROUP and last.grouping else None
    if wanted is None or last.agencies or not _AROUND.issuperset(re.findall(r"[a-z0-9]+", folded)):
        return None
    way = wanted["way"] or wanted["english"]
    words = _WAY.sub(way, last.words) if _WAY.search(last.words) else f"{last.words} {way} nhat"
    grouping = new.grouping if new.grouping in ("agency", "province") else last.grouping
    return replace(
        last, question=new.question, language=new.language, words=words, grouping=grouping, repairs=(), leaned=True
    )


def compared(new: Reading, last: Reading, before: Reading | None) -> Reading | None:
    """Return who of those spoken of has more of what was listed ("bộ nào nhiều hơn"), or who of all has most.

    None where `new` names anything else.
    """
    folded = fold(tidy(new.question))
    if last.intent not in (Intent.LIST, Intent.COUNT):
        return None
    asks = last.agencies
    if _AGAINST.match(folded) and asks and new.agencies:
        if new.topic or new.period or new.states or new.directives:
            return None
        asks = (*asks, *(ask for ask in new.agencies if ask.name not in {each.name for each in asks}))
    elif not (_WAY.search(folded) and _WHO.search(folded)) or not _AROUND.issuperset(re.findall(r"[a-z0-9]+", folded)):
        return None
    elif len(asks) == 1 and before is not None and len(before.agencies) == 1:
        asks = (*before.agencies, *asks) if before.agencies[0].name != asks[0].name else asks
    if len(asks) < 2 and (_MORE.search(folded) or _AGAINST.match(folded)):
        return None
    grouping = "province" if new.grouping == "province" else "agency"
    return replace(
        last,
        question=new.question,
        language=new.language,
        intent=Intent.GROUP,
        agencies=tuple(replace(ask, role=last.agencies[0].role) for ask in asks) if len(asks) > 1 else (),
        together=False,
        mine=Mine.NOBODY,
        grouping=grouping,
        words=f"{last.words} {folded}",
        repairs=(),
        leaned=True,
    )


def shows_again(text: str) -> bool:
    """Tell whether `text` asks for nothing but what was spoken of: "liệt kê ra xem"."""
    return _SHOW.match(fold(tidy(text))) is not None


def asks_which(text: str, last: Reading) -> bool:
    """Tell whether `text` asks for the tasks that the answer to `last` counted."""
    return last.intent in _COUNTED and (shows_again(text) or _WHICH_THEY_ARE.match(fold(tidy(text))) is not None)
