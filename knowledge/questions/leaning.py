"""Follow-ups lean on the question before: "còn Bộ Y tế?", "chỉ quý III thôi", "ai phối hợp việc đó"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.codes import code_key
from knowledge.questions import lexicon
from knowledge.questions.adding import added_in
from knowledge.questions.fields import asks_whose
from knowledge.questions.lasting import in_the_year_of
from knowledge.questions.lateness import counts_in
from knowledge.questions.model import AgencyAsk, Intent, Mine, Reading, Role, State
from knowledge.questions.moves import LAST, Place, move_in
from knowledge.questions.narrowing import leaves_out, narrows, says_role
from knowledge.questions.partners import same_partners
from knowledge.questions.refining import refinement_in
from knowledge.questions.states import kept_beside, widened
from knowledge.questions.turning import asks_which, shows_again, turned
from knowledge.questions.unread import conditions_in
from knowledge.text import fold, fold_aligned, is_syllable, tidy
from knowledge.when import Period

_OPENING = re.compile(
    r"^\W*(?:(?:a|o|u|um|da|vang|ok)\W+)?(?:con|the con|vay con|the thi|the|vay|chi(?! tieu| dao| phi| nhanh| so)|trong do|trong so (?:do|nay|ay)|cua (?:do|no)|bao gom ca|ca|them|va|ngoai ra"
    r"|what about|how about|and|only|just|of (?:those|these|them)|also|include|including)\b"
)
_CLOSING = re.compile(r"\b(?:thi sao|thoi|nua|nua thi sao|the nao|only|too|as well|instead)\W*$")
_THAT = re.compile(
    r"\b(?:(?:viec|nhiem vu|dau viec|cai|muc) (?:do|nay|ay|vua roi|tren|kia)|(?:that|this|the) (?:one|task)|(?:of|about|on|does|is|must|for) it)\b"
)
_THOSE = re.compile(
    r"\b(?:(?:nhung|cac|may) (?:viec|cai|nhiem vu) (?:do|nay|ay|tren)|trong (?:so )?(?:do|nay)|those|these|them)\b"
)
_ORDINAL_WORDS = {
    "nhat": 1, "dau tien": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip
_ORDINAL = re.compile(
    r"\b(?:viec|nhiem vu|cai|muc|dau viec|task|item|number|so)\s+(?:thu\s+|so\s+)?(\d{1,2}|nhat|dau tien|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)\b(?!\s*[./(-]\s*\d| \d)"
    r"|\bthe (first|second|third|fourth|fifth)\b(?! (?:quarter|half|week|month|day|year|\w+ (?:months|weeks|days)))|^\W*(\d{1,2})\W*$"
)
_FILLERS = frozenset(
    "ca only just chi them nua thoi the con vay cai ones one trong bao gom also include including instead too ones sao".split()
)
# A follow-up of nothing but a field's name and the words around it: "dạ hạn khi nào vậy", "thế sản phẩm là gì ạ".
_FIELD = re.compile(
    r"\b(?:han|thoi han|deadline|due|khi nao|bao gio|ngay nao|thang (?:may|nao)|chu tri|phoi hop|phu trach|ai lam|ai lo|san pham"
    r"|ket qua|dau ra|nguon|leads?|outputs?|coordinat\w+|who|when)\b"
)
_AROUND_FIELD = frozenset(
    "da vay the con thi a ha nhi nhe voi em anh chi oi cho hoi xin biet la gi ai nao khi bao gio ngay thang quy nam may han "
    "thoi chot hoan thanh xong chu tri phoi hop cung phu trach lam lo bo co quan don vi san pham ket qua dau ra phai nop nguon "
    "viec do nay ay no cua luc trinh deadline due date lead leads coordinates coordinators output who when what which is the it its "
    "of does must be by and".split()
)
# "Ở TB329?" after a list wants the same of that directive.
_IN_DIRECTIVE = re.compile(
    r"^\W*(?:o|trong|theo|cua|thuoc|in|under|of|from|(?:nhung )?cai nao (?:la )?(?:cua|o|trong|theo|thuoc|nam trong|do)"
    r"|(?:which|what)(?: ones?)?(?: of (?:those|these|them))?(?: are| is| come| comes)? (?:in|from|under|of))\b"
)
_WHOLE = re.compile(r"^\W*(?:what|show|list|give)\b")
_WIDER = re.compile(r"\b(?:ca|them|nua|too|also|include|including)\b")
# "Not coordinating": what it leads is asked for.
_NOT_COORDINATING = re.compile(r"\b(?:khong(?: phai)?|not) (?:phoi hop|coordinating|supporting)\s*$")
_LONGEST_FIELD = 9
_SHORT = 9
_FOLLOWS = 60

Listed = Callable[[], Sequence[str]]


def lean(new: Reading, last: Reading, listed: Listed) -> Reading:
    """Return `new` completed by `last`, the reading before it in the same chat; `new` itself when it stands alone.

    `listed` gives the codes of the tasks that the last answer listed, in the order they were shown.
    """
    folded = fold(tidy(new.question))
    if new.intent is Intent.HELP or (new.code and not _ORDINAL.search(folded)):
        return new
    pointed = _pointed(folded, new, last, listed) or turned(new, last)
    if pointed is not None:
        return pointed
    if _same_field(new, last):
        return replace(new, focus=last.focus, leaned=True)
    if narrows(new, last, folded):
        narrowed = _completed(replace(new, lists=True), last, folded)
        others = new.agencies if says_role(folded) else tuple(replace(ask, role=Role.ANY) for ask in new.agencies)
        return replace(narrowed, agencies=(*last.agencies, *others))
    return _completed(new, last, folded) if not new.code and _leans(new, last, folded) else new


def _same_field(new: Reading, last: Reading) -> bool:
    """Tell whether `new` names nothing but another directive, where who signed the one before was asked for."""
    bare = new.intent is Intent.DIRECTIVE and not (new.focus or new.topic or lexicon.META.search(new.words))
    return bare and last.focus == "signer" and bool(last.directives) and new.directives != last.directives


def _pointed(folded: str, new: Reading, last: Reading, listed: Listed) -> Reading | None:
    """Read "việc thứ 3" and "việc đó" as the task they point at."""
    move = move_in(new.question)
    if isinstance(move, Place) and move.number == LAST and not last.code and (codes := listed()):
        return _task(new, codes[-1])
    ordinal = _ORDINAL.search(folded)
    that = _THAT.search(folded)
    if that is None and (field := _only_field(folded)) and (_one_task(last) or _of_the_only_task(folded, last, listed)):
        that = field
    if ordinal is None and (that is None or _THOSE.search(folded) or new.agencies):
        return None
    codes = [last.code] if last.code else list(listed())
    if ordinal is not None and (last.code or not codes):
        return None
    if ordinal is None and len(codes) > 1 and not (last.topic or last.intent is Intent.TASK):
        return None  # which of them is meant nobody said; of a topic's the best guess stands first
    word = next((g for g in ordinal.groups() if g), "1") if ordinal is not None else "1"
    number = int(word) if word.isdigit() else _ORDINAL_WORDS[word]
    if not 1 <= number <= len(codes):
        return None
    return _task(new, codes[number - 1])


def _task(new: Reading, code: str) -> Reading:
    return replace(new, intent=Intent.TASK, code=code_key(code), leaned=True, topic="", period=None)


def follows_on(text: str) -> bool:
    """Tell whether `text` can be nothing but a follow-up: "còn Bộ Tài chính?", "nhầm, quý 3", and no question whole."""
    folded = fold(tidy(text[: _FOLLOWS + 1]))
    if len(text) > _FOLLOWS or lexicon.LISTING.search(folded):
        return False
    return _OPENING.search(folded) is not None or refinement_in(text) is not None or bool(added_in(text))


def completed(new: Reading, last: Reading) -> Reading:
    """Return the conditions of `new` put into `last`, the reading before it, in place of those it had."""
    return _completed(new, last, fold(tidy(new.question)))


def _only_field(folded: str) -> re.Match[str] | None:
    """Return where a field is named, in a follow-up that says nothing else."""
    said = re.findall(r"[a-z0-9]+", folded)
    return _FIELD.search(folded) if len(said) <= _LONGEST_FIELD and _AROUND_FIELD.issuperset(said) else None


def _of_the_only_task(folded: str, last: Reading, listed: Listed) -> bool:
    """Tell whether a field is asked of the only task listed; a role that is only named after an agency's list wants other
    tasks ("phối hợp thì sao")."""
    role_named = bool(last.agencies) and says_role(folded) and not asks_whose(folded)
    return not role_named and len(listed()) == 1


def _one_task(last: Reading) -> bool:
    return bool(last.code) or last.intent is Intent.TASK


def _leans(new: Reading, last: Reading, folded: str) -> bool:
    if last.intent in (Intent.HELP, Intent.NONE):
        return False
    if _OPENING.search(folded) or _THOSE.search(folded) or shows_again(new.question) or asks_which(new.question, last):
        return True
    if (
        new.intent is Intent.DIRECTIVE
        and last.intent in (Intent.LIST, Intent.COUNT, Intent.GROUP)
        and _IN_DIRECTIVE.search(folded)
    ):
        return not (new.topic or new.focus)
    if new.intent is Intent.GROUP or _stands_alone(new, last, folded):
        return False
    short = len(folded.split()) <= _SHORT
    other_directive = new.directives and last.directives and last.agencies  # "Bộ Y tế TB17" after "Bộ Công an NQ71"
    says_more = bool(new.period or new.states or new.topic or new.outputs or lexicon.LISTING.search(folded))
    says_more = says_more or bool(new.directives and not other_directive)
    if new.agencies and new.intent is Intent.LIST and not says_more:
        return True  # an agency alone, after a question: the same of that one
    topic = new.topic.split()
    named = new.agencies or new.period or new.states or new.directives or new.outputs or len(topic) > 1
    named = named or any(not is_syllable(fold(word)) for word in topic)  # "vneid" names something by itself
    if short and says_role(folded) and not named:
        return True
    says_part = bool(new.period or new.states or new.whatever or new.agencies or new.outputs or leaves_out(new))
    says_part = says_part and not new.topic
    whole = bool(new.agencies) and bool(new.period or new.states or lexicon.LISTING.search(folded))
    asks_more = lexicon.COUNT.search(new.words) is not None  # its shorthand written out: "tất cả bn việc"
    asks_more = asks_more and last.intent is not Intent.FACT
    return (
        short
        and not whole
        and ((says_part and not new.agencies) or bool(_CLOSING.search(folded)) or (asks_more and not new.agencies))
    )


def _stands_alone(new: Reading, last: Reading, folded: str) -> bool:
    """Tell whether tasks are asked for by time or state, after a question that had nothing else either.

    "Việc quá hạn" after "tuần này mình có việc gì": two whole questions, each about the asker's own or all.
    """
    whole = lexicon.LISTING.search(folded) is not None or _WHOLE.search(folded) is not None
    whole = whole and bool(new.period or new.states) and not new.topic
    named = (last.agencies and last.mine is not Mine.OWN) or last.directives or last.topic or last.section or last.code
    return whole and not named and not _CLOSING.search(folded)


def _completed(new: Reading, last: Reading, folded: str) -> Reading:
    agencies = _agencies(new, last, folded)
    period = new.period and in_the_year_of(new.period, last.period, folded)
    kept = (state for state in last.states if state not in new.whatever)
    states = new.states or tuple(state for state in kept if state is not State.DUE_SOON or new.period is None)
    either = new.either or (last.either and not new.states)
    if new.states and _THOSE.search(folded):
        states = tuple(dict.fromkeys((*last.states, *new.states)))
    elif new.states and last.states and _WIDER.search(folded):
        wider = widened(last.states, new.states)
        states, either, new = wider.states, wider.either, replace(new, states=wider.states, whatever=wider.whatever)
    elif new.states and last.states and not (last.either or new.either):
        states = (*kept_beside(last.states, new.states), *new.states)
    period = period or _period_of(last, new, states)
    new = _counted(new, last, folded)
    topic = _topic(new)
    if last.topic and not topic:  # it is still what was named before, and so are the words that named it
        new = replace(
            new,
            matter=last.matter,
            said=last.said,
            about=last.about,
            lists=new.lists or last.lists,
            plain=last.plain or new.plain,
        )
    intent = _intent(new, last)
    if intent is Intent.GROUP and not new.grouping:  # which end is first, and of whom, only the words say
        new = replace(new, words=f"{last.words} ; {new.words}")
    if new.intent is Intent.FACT and topic and intent in (Intent.LIST, Intent.COUNT, Intent.GROUP):
        said = conditions_in(new.plain, fold_aligned(new.plain), (topic, new.said))
        new = replace(new, unread=(*new.unread, *said))
    return replace(
        new,
        intent=intent,
        agencies=agencies,
        period=period,
        states=states,
        either=either,
        directives=new.directives or last.directives,
        topic=topic or last.topic,
        focus=new.focus,
        grouping=new.grouping or last.grouping,
        lateness=new.lateness
        or (None if State.OVERDUE not in states or State.OVERDUE in new.states else last.lateness),
        excluded=new.excluded or last.excluded,
        but_states=new.but_states or last.but_states,
        parties=new.parties or last.parties,
        groups_only=new.groups_only or (last.groups_only and new.groups_too),
        partners=new.partners or same_partners(agencies, last.partners),
        givers=new.givers or (() if new.directives else last.givers),
        together=new.together or (last.together and not new.agencies),
        but_topics=new.but_topics or last.but_topics,
        rhythm=new.rhythm or (last.rhythm if State.RECURRING in states and not new.states else ""),
        outputs=new.outputs or last.outputs,
        none_of=new.none_of or (last.none_of and not new.states),
        counted=new.counted if any(new.counted) else last.counted,
        unread=tuple(dict.fromkeys((*last.unread, *new.unread))),
        mine=new.mine if new.agencies else last.mine,
        leaned=True,
    )


def _counted(new: Reading, last: Reading, folded: str) -> Reading:
    """Return `new` with how many tasks those must have that are counted: "trên 20 việc thì sao"."""
    if last.grouping not in ("agency", "province") or any(new.counted):
        return new
    for found, bounds in counts_in(folded, exact=True):
        unread = tuple(each for each in new.unread if found.group() not in fold(each))
        return replace(new, counted=bounds, unread=unread)
    return new


def _period_of(last: Reading, new: Reading, states: Sequence[State]) -> Period | None:
    """Return the period before; that which "sắp đến hạn" set goes with it."""
    return None if new.states and State.DUE_SOON in last.states and State.DUE_SOON not in states else last.period


def _agencies(new: Reading, last: Reading, folded: str) -> tuple[AgencyAsk, ...]:
    if new.agencies:
        role = last.agencies[0].role if last.agencies and not says_role(folded) else None
        return tuple(replace(a, role=role) if role else a for a in new.agencies)
    if _NOT_COORDINATING.search(folded) or lexicon.NOT_COORDINATED.search(folded):
        return tuple(replace(a, role=Role.LEAD) for a in last.agencies)
    if lexicon.COORDINATE.search(folded):
        role = Role.ANY if _WIDER.search(folded) else Role.COORDINATOR
        return tuple(replace(a, role=role) for a in last.agencies)
    if lexicon.LEAD.search(folded):
        return tuple(replace(a, role=Role.LEAD) for a in last.agencies)
    return last.agencies


def _intent(new: Reading, last: Reading) -> Intent:
    counted = last.intent is Intent.COUNT or (last.intent is Intent.GROUP and last.agencies)
    if counted and asks_which(new.question, last):
        return Intent.LIST
    if new.intent in (Intent.COUNT, Intent.GROUP, Intent.INDICATORS, Intent.DATABASES):
        return new.intent
    if last.intent in (Intent.TASK, Intent.FACT, Intent.DIRECTIVE, Intent.DIRECTIVES) and (
        new.agencies or new.period or new.states
    ):
        return Intent.LIST
    return last.intent


def _topic(new: Reading) -> str:
    """Return the topic that is named anew, "" where its words only lead over from the question before."""
    return " ".join(word for word in new.topic.split() if fold(word) not in _FILLERS)
