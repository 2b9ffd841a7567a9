"""Who gave the tasks that are asked for ("Thủ tướng giao Bộ Công an những gì"): not who must do them."""

from collections.abc import Iterator

from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.rest import Rest
from knowledge.questions.vocabulary import Vocabulary
from knowledge.text import tokens

# "Giao" with what is given or to whom; with anything else it is a matter: "giao dự toán".
_GIVES = Sought(
    r"(?<!\w)(?:giao|phan cong)(?=\s+(?:them |nhung |cac |bao nhieu |may )*"
    r"(?:viec|nhiem vu|nv|dau viec|cho|gi|nao|ma|trong|theo|quy|thang|nam)\b|\s*(?:$|[,.;?!]))"
    r"|(?<!\w)(?:giao|phan cong|yeu cau|chi dao)(?=\s+(?:cho )?(?P<to>\S))"
    r"|(?<!\w)(?:assign|assigned|gave|give|ask|asked|order|ordered)(?:s|ed)?(?!\w| by)"
)
_GIVEN_BY = Sought(r"(?<!\w)(?:assigned|given|ordered) by (?:the )?")
# "Given to MOST by the Prime Minister"
_GIVEN_TO_BY = Sought(r"(?<!\w)(?:assigned|given|handed|ordered) to [^,.;?!]{2,60}? (?P<by>by (?:the )?)")
_VERBS = ("giao", "phan cong", "yeu cau", "chi dao", "assign", "gave", "give", "hand", "ask", "order")
_BETWEEN = frozenset("da vua moi se dang truc tiep co has have will".split())
_LONGEST = 8
# So many letters before and behind are looked at.
_NEAR = 120


def take_givers(rest: Rest, vocabulary: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Take out who gave the tasks; return their names, the ids of the directives by which they did, and what says so
    where no directive is theirs.

    Whoever gives is told from who must do it by the verb behind the name, and by what is given or to whom.
    """
    if not any(verb in rest.folded for verb in _VERBS):
        return (), (), ()
    for name, start, end in list(_givers(rest, vocabulary)):
        ids = tuple(directive.id for directive in vocabulary.directives if name in directive.given_by)
        others = vocabulary.registry.mentions(rest.raw[:start] + " " * (end - start) + rest.raw[end:])
        if not ids and not others:  # "Bộ Công an giao việc gì" may well be meant the other way round
            continue
        written = " ".join(rest.raw[start:end].split())
        rest.take(start, end)
        return (name,) if ids else (), ids, () if ids else (written,)
    return (), (), ()


# To whom something goes is not whose task it is: "tasks MOST has to submit to the Government".
_RECEIVES = Sought(
    r"(?<!\w)(?:submit\w*|submissions?|report(?:s|ed|ing)?|present(?:s|ed|ing)?|propos(?:e|es|ed|als?)|recommend\w*"
    r"|advis(?:e|es|ed)|brief(?:s|ed|ings?)?|(?P<sent>send(?:s|ing)?|sent|go(?:es)?|put))"
    r"(?P<what>(?: (?!to |by )[\w-]+){0,16}?) (?:to|before) (?:the )?"
)
# So many words may stand between where the recipient is one whose own tasks nobody asks for.
_FEW = 4
_ABOVE_ALL = frozenset(
    ("Thủ tướng Chính phủ", "Chính phủ", "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Bộ Chính trị", "Tổng Bí thư")
)


def take_recipients(rest: Rest, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Take out to whom something goes that the tasks' agency must do, and return the words: no list goes by that."""
    found: list[str] = []
    for place in list(_RECEIVES.finditer(rest.folded)):
        mentions = vocabulary.registry.mentions(rest.raw)
        who = next((each for each in mentions if place.end() - 4 <= each.start <= place.end()), None)
        if who is None:
            continue
        of_tasks = len(mentions) > 1 or lexicon.says(lexicon.LISTING, rest.raw, rest.folded)
        if of_tasks and len(place["what"].split()) <= _FEW and not place["sent"]:
            found.append(" ".join(rest.raw[place.start() : who.end].split()))
            rest.take(place.start(), who.end)
        elif who.name in _ABOVE_ALL:  # what is submitted tells which task is meant
            rest.take(place.end("what"), who.end)
    return tuple(found)


def _givers(rest: Rest, vocabulary: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """Yield (name, start, end) for who gives something."""
    registry = vocabulary.registry
    named = {mention.start for mention in registry.mentions(rest.raw)}
    for found in lexicon.find(_GIVES, rest.raw, rest.folded):
        if found["to"] and found.start("to") not in named:
            continue
        near = max(0, found.start() - _NEAR)
        before = tokens(rest.raw[near : found.start()])
        while before and before[-1].folded in _BETWEEN:
            before.pop()
        for size in range(min(_LONGEST, len(before)), 0, -1):
            start, end = near + before[-size].start, near + before[-1].end
            if name := registry.named_by(rest.raw[start:end]):
                yield name, start, found.end()
                break
    for found in (*_GIVEN_BY.finditer(rest.folded), *_GIVEN_TO_BY.finditer(rest.folded)):
        behind = tokens(rest.raw[found.end() : found.end() + _NEAR])[:_LONGEST]
        for size in range(len(behind), 0, -1):
            written = rest.raw[found.end() : found.end() + behind[size - 1].end]
            if name := registry.named_by(written):
                yield name, found.start("by" if "by" in found.groupdict() else 0), found.end() + len(written)
                break
