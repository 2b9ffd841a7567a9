"""Lists of tasks, and one task by its words."""

import re
from dataclasses import replace
from datetime import date
from functools import partial

from knowledge.answers.asking import asks_else, asks_sum
from knowledge.answers.queries import ROLES, asked_tasks, joint_tasks, query_of
from knowledge.answers.recurring import due_again, recurring_query
from knowledge.answers.relevance import look
from knowledge.answers.result import Answer, TaskHits
from knowledge.answers.standing import NOTHING_REPORTED
from knowledge.answers.titled import those_that_make, titled
from knowledge.answers.topics import (
    Among,
    OnTopic,
    best_tasks,
    in_its_words,
    in_other_words,
    near_tasks,
    passages_about,
    with_known_topics,
)
from knowledge.base import KnowledgeBase
from knowledge.directives import Passage, Task
from knowledge.errors import UnknownTaskError
from knowledge.outputs import always_by
from knowledge.questions import PARTS, Intent, Reading, Role, left_aside
from knowledge.record import StatusBook
from knowledge.search import Scores, syllables
from knowledge.store import TaskQuery
from knowledge.text import fold, tidy, tokens, words

# More words than these that no task holds are what the question is about.
_NOISE = 3
_FOUND = 10
_Recurring = tuple[int, tuple[tuple[Task, date], ...]]
# The task that is named and those found by other people's words agree where one of the first of these is among them.
_SURE, _OTHERS = 3, 2
# A matter's name has so many syllables; so many passages stand beside the tasks that speak of it.
_NAME, _SHOWN = 5, 5
# Fewer letters than these name nothing by themselves.
_LETTERS = 2
# Who issues what others draft.
_ISSUERS = {"assembly": "Quốc hội", "government": "Chính phủ", "prime_minister": "Thủ tướng Chính phủ"}


def list_tasks(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook = NOTHING_REPORTED) -> Answer:
    """Answer with the tasks that fit; where a topic is named, with what the text says of it beside them."""
    reading = with_known_topics(reading, base)
    query = query_of(reading, base, today, book)
    if query.ids == ():  # nothing was reported to be so
        return Answer(reading, today, passages=_said_of_topic(reading, base))
    tasks = partial(asked_tasks, reading, query, base)
    of_text = _of_the_text(reading, base) or _passed(reading, tasks)
    if of_text is not None:
        return fact(of_text, base, today)
    topic = OnTopic(reading.topic, base)
    found = topic.among(tasks)
    if not found and reading.agencies and not (reading.period or reading.states or asks_else(reading)):
        found = OnTopic(reading.topic, base, among_own=True).among(tasks)
    if not found and _of_an_event(reading) and (found := tasks()):
        reading = left_aside(reading)
    if not found and reading.topic:
        elsewhere = _not_in_these_words(reading, tasks, base, today)
        if elsewhere is not None:
            return elsewhere
        if _only_noise(reading, base) and (found := tasks()):
            reading = left_aside(reading)
    if not found and reading.topic and any(ask.written for ask in reading.agencies):
        # What a former agency kept may have gone to another than its successor: what is asked for decides.
        return fact(replace(reading, agencies=()), base, today)
    if not found:
        return _no_tasks(reading, base, today, book)
    found = _ordered(found, topic, reading, base)
    topic = topic if reading.topic else OnTopic("", base)
    recurring, again = _beside(reading, query, base, topic, today)
    return Answer(
        reading,
        today,
        _own_first(found, reading, base),
        _said_of_topic(reading, base),
        coordinating=_coordinating(reading, query, base, topic, found),
        joint=joint_tasks(found, reading, base),
        common=_common(found, reading, base),
        recurring=recurring,
        due_again=again,
    )


def _only_groups(reading: Reading, base: KnowledgeBase) -> bool:
    """Tell whether nobody but groups is named ("doanh nghiệp"): beside a topic, they are words of it."""
    return bool(reading.agencies) and all(ask.name in base.registry.groups for ask in reading.agencies)


def _of_the_text(reading: Reading, base: KnowledgeBase) -> Reading | None:
    """Return what is asked of the text where it only looks like a list of tasks; None where tasks are asked for."""
    if reading.lists or not (reading.topic or reading.agencies):
        return None
    as_fact = replace(reading, agencies=(), intent=Intent.FACT)
    if not reading.states and asks_sum(reading):
        return replace(as_fact, period=None, topic=reading.matter)
    if not reading.topic:
        return None
    if look(reading, base).only_aims:
        return replace(as_fact, period=None, states=())
    if not look(reading, base).finds:
        return None if _said_by_name(reading, base) else reading
    if not (reading.period or reading.states) and _only_groups(reading, base):
        return as_fact
    limited = reading.states or reading.agencies or reading.directives or reading.section or reading.about
    if reading.period and not limited and look(reading, base).in_text_alone:  # "phương châm năm 2026"
        return replace(as_fact, period=None, topic=reading.matter)
    return None


def _passed(reading: Reading, tasks: Among) -> Reading | None:
    """Return what is asked of the text where somebody issues such things and drafts none: "Quốc hội … mấy luật"."""
    issuers = {_ISSUERS[each.issuer] for each in map(always_by, reading.outputs) if each.issuer in _ISSUERS}
    if not any(ask.name in issuers for ask in reading.agencies) or tasks(None):
        return None
    asked = reading.plain
    return replace(reading, intent=Intent.FACT, agencies=(), period=None, outputs=(), topic=asked, matter=asked)


def _said_by_name(reading: Reading, base: KnowledgeBase) -> bool:
    """Tell whether a topic is one word, the name of a matter of the directives ("vneid", "thuế"), beside conditions."""
    limited = reading.agencies or reading.period or reading.states or reading.directives
    return bool(limited) and not asks_else(reading) and reading.topic.lower() in base.vocabulary.matters


def _not_in_these_words(reading: Reading, tasks: Among, base: KnowledgeBase, today: date) -> Answer | None:
    """Answer from the text, or with the asked tasks that say the topic in other words; None where neither does."""
    if not (reading.lists or reading.states):
        in_text = _from_the_text(reading, base, today)
        if in_text.passages or in_text.reading.intent is Intent.FACT:
            return in_text
    near, holding = in_other_words(look(reading, base), tasks), _holding_any(reading, base)
    if not near:
        return None
    other = [number for number in near if holding[number] > 0]
    passages = _said_of_topic(reading, base)
    if not other:
        return Answer(reading, today, passages=passages) if passages else None
    if passages and not _asks_for_tasks(reading):  # "việc tư nhân làm được thì sao" only looks like a list
        reading = replace(reading, intent=Intent.FACT)
    return Answer(reading, today, _own_first(other, reading, base), passages, other_words=True)


def _holding_any(reading: Reading, base: KnowledgeBase) -> Scores:
    """Return for each task, with other people's words for it, what it holds of the topic: the conditions' words
    ("overdue") make no task speak of a matter that nobody speaks of."""
    ways = dict.fromkeys((reading.topic, reading.said))
    held = [base.everyday_weights.topic(way).held(base.store.saying_everyday).singles for way in ways if way]
    return sum(held[1:], held[0])


def _from_the_text(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Answer from the text what names an agency or a time, of which no task speaks so: no list of their tasks.

    A time beside nothing but a topic belongs to what is asked ("phương châm hành động năm 2026"). Where a number, a
    day, a place or a person is asked of an agency, what must be done is no answer.
    """
    limited = reading.agencies or reading.directives or reading.section
    named = reading.agencies or reading.period
    as_fact = replace(reading, intent=Intent.FACT)
    if reading.period and not limited:
        timeless = replace(as_fact, period=None)
        found = fact(replace(timeless, topic=reading.matter), base, today)
        return found if found.passages else fact(timeless, base, today)
    found = fact(as_fact if limited else reading, base, today)
    if not named:
        return found
    return replace(found, tasks=TaskHits()) if asks_else(reading) else replace(found, unmet=True)


def by_topic(reading: Reading) -> bool:
    """Tell whether a list of tasks is in the order of how much each speaks of the topic, not of the deadlines."""
    return bool(reading.topic) and not (reading.period or reading.states)


def _ordered(found: list[int], topic: OnTopic, reading: Reading, base: KnowledgeBase) -> list[int]:
    """Return the tasks by how much of the topic they hold, where no condition of time or state gives their order."""
    if not by_topic(reading):
        return found
    found = topic.best_first(found)
    limited = reading.agencies or reading.directives or reading.section
    return found if limited else _with_others(found, in_other_words(look(reading, base)))


def _with_others(found: list[int], others: list[int]) -> list[int]:
    """Put the tasks that most likely speak of the topic in other words behind the first that has its very words."""
    if set(found[:_SURE]).intersection(others[:_OTHERS]):
        return found
    return list(dict.fromkeys([*found[:1], *others[:_OTHERS], *found[1:]]))


def _asks_for_tasks(reading: Reading) -> bool:
    """Tell whether tasks are asked for, by a condition on them or by naming their topic as one ("việc gì về …")."""
    named = reading.agencies or reading.period or reading.states or reading.section
    return bool(named or reading.about)


def _said_of_topic(reading: Reading, base: KnowledgeBase) -> tuple[Passage, ...]:
    return passages_about(look(reading, base), base) if reading.topic else ()


def _no_tasks(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> Answer:
    """Say what the text has on the topic where no task does, and which condition keeps tasks out."""
    elsewhere = bool(reading.topic) and not reading.lists and look(reading, base).far_off
    limited = reading.lists and (reading.agencies or reading.period or reading.excluded)
    if elsewhere:
        return fact(replace(reading, intent=Intent.FACT), base, today)
    if reading.topic and not reading.states and not limited:
        return _from_the_text(reading, base, today)
    query = query_of(reading, base, today, book)
    recurring, again = _beside(reading, query, base, OnTopic(reading.topic, base), today)
    passages, wider = _said_of_topic(reading, base), _wider(reading, base, today, book)
    return Answer(reading, today, passages=passages, wider=wider, recurring=recurring, due_again=again)


def _wider(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> tuple[tuple[str, int], ...]:
    """Return how many tasks fit with one condition dropped, for each that helps."""
    without = {
        "topic": replace(reading, topic="") if reading.topic else None,
        "period": replace(reading, period=None) if reading.period else None,
        "states": replace(reading, states=()) if reading.states else None,
    }
    topic = OnTopic(reading.topic, base)
    counts = {}
    for name, less in without.items():
        if less is not None and (less.agencies or less.period or less.states or less.directives or less.topic):
            tasks = partial(asked_tasks, less, query_of(less, base, today, book), base)
            counts[name] = len(topic.among(tasks) if less.topic else tasks())
    return tuple((name, count) for name, count in counts.items() if count)


_EVENT = re.compile(r"(?:truoc|sau|nhan dip|(?:cho )?den (?:khi|ngay|dip))(?: khi| ngay| dip| thoi diem| luc)? \w")


def _of_an_event(reading: Reading) -> bool:
    """Tell whether what is left of a list's conditions is a time that the calendar does not know ("sau kỳ họp")."""
    return reading.lists and not reading.about and _EVENT.match(fold(reading.said or reading.topic)) is not None


def _only_noise(reading: Reading, base: KnowledgeBase) -> bool:
    """Tell whether words that no task holds may be left aside: the question has its filters without them.

    A topic that was introduced as one ("về giá vàng"), or is a matter of the directives ("thuế"), is never left aside.
    """
    named = bool(reading.agencies or reading.states or reading.section)
    limited = bool(reading.period or reading.states or reading.directives or reading.section)
    return (
        len(reading.topic.split(" ")) <= _NOISE
        and not reading.about
        and reading.topic.lower() not in base.vocabulary.matters
        and ((named and (limited or reading.lists)) or (limited and reading.lists))
    )


def _common(found: list[int], reading: Reading, base: KnowledgeBase) -> int | None:
    """Return how many of the tasks are given to all of several agencies themselves; None where that goes without it."""
    asks = reading.agencies
    if len(asks) < 2 or reading.together or len({ask.role for ask in asks}) > 1:
        return None
    return len(set.intersection(*(base.store.own(ask.name, ROLES[ask.role]) for ask in asks)).intersection(found))


def _own_first(tasks: list[int], reading: Reading, base: KnowledgeBase) -> TaskHits:
    if not reading.agencies:
        return TaskHits(tasks, base)
    per_role: dict[object, set[int]] = {}
    for ask in reading.agencies:
        own = set[int]() if ask.unit else base.store.own(ask.name, ROLES[ask.role])
        per_role.setdefault(ask.name if reading.together else ask.role, set()).update(own)
    theirs = set.intersection(*per_role.values()).intersection(tasks)
    return TaskHits(sorted(tasks, key=lambda number: number not in theirs), base, len(theirs))


def _coordinating(reading: Reading, query: TaskQuery, base: KnowledgeBase, topic: OnTopic, found: list[int]) -> int:
    names = tuple(ask.name for ask in reading.agencies if ask.role is Role.LEAD)
    if not names:
        return 0
    others = replace(query, agencies=names, roles=("coordinator",), through_groups=False)
    return len(set(topic.among(lambda among: base.store.numbers(others, among))).difference(found))


def _beside(reading: Reading, query: TaskQuery, base: KnowledgeBase, topic: OnTopic, today: date) -> _Recurring:
    """Return how many recurring duties the asked agencies have, and those of them that fall due in the period."""
    regular = recurring_query(reading, query)
    if regular is None:
        return 0, ()
    numbers = topic.among(partial(asked_tasks, reading, regular, base))
    return len(numbers), due_again(base.store.load(numbers), reading.period, today)


def parts_of_task(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> Answer | None:
    """Answer with the parts of the task that is named, where they are asked for ("71-89 gồm những gì"); else None."""
    if not reading.code or reading.focus or PARTS.search(reading.words) is None:
        return None
    try:
        whole = base.store.task(reading.code)
    except UnknownTaskError:
        return None
    parts = tuple(task.id for task in base.store.children(whole.id))
    if not parts:
        return None
    listed = replace(reading, intent=Intent.LIST, code="", parts_of=whole.id)
    query = query_of(listed, base, today, book)
    query = replace(query, ids=parts if query.ids is None else tuple(code for code in parts if code in query.ids))
    tasks = partial(asked_tasks, listed, query, base)
    found = OnTopic(reading.topic, base).among(tasks)
    if not found and reading.topic and (found := tasks()):
        listed = left_aside(listed)
    return Answer(listed, today, _own_first(found, listed, base))


def one_task(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    empty = Answer(reading, today)
    if reading.code:
        try:
            return replace(empty, tasks=TaskHits([base.store.number(reading.code)], base))
        except UnknownTaskError:
            return empty
    near = look(reading, base)
    document = titled(reading.topic, reading.language)
    making = those_that_make(reading, document, base, [number for number, _ in near.tasks]) if document else []
    if document and not making:
        return replace(empty, near=near.close_calls() or near_tasks(reading.topic, base), no_document=document.written)
    if near.far_off and not (making or _names_a_task(reading, base)):
        return fact(reading, base, today)
    best: list[int] = []
    if (reading.agencies and reading.focus != "leads") or reading.directives or reading.section:
        anyhow = tuple(replace(ask, role=Role.ANY) for ask in reading.agencies)  # "ai phối hợp" asks for a field
        query = TaskQuery(directives=reading.directives, section=reading.section)
        best = best_tasks(reading.topic, base, partial(asked_tasks, replace(reading, agencies=anyhow), query, base))
    best = best or best_tasks(reading.topic, base)
    other = in_other_words(near)
    best = _with_others(best, other)  # where they differ, which is meant is for who asks to say
    if making and not set(making).intersection(best[:1]):
        best = [
            *(making if not set(making).intersection(best) else []),
            *sorted(best, key=lambda one: one not in making),
        ]
    return replace(empty, tasks=TaskHits(best[:5], base), passages=passages_about(near, base))


def _names_a_task(reading: Reading, base: KnowledgeBase) -> bool:
    """Tell whether a topic of several words stands as it is in a task's title, or a whole title in the question."""
    named, asked = syllables(reading.topic), f" {syllables(reading.words)} "
    titles = [syllables(task.title) for task in base.store.load(best_tasks(reading.topic, base)[:_SURE])]
    return any(
        " " in one and f" {one} " in other for title in titles for one, other in ((named, f" {title} "), (title, asked))
    )


def _only_names(reading: Reading) -> bool:
    """Tell whether a question is nothing but the name of a matter ("dữ liệu"): what speaks of it is wanted."""
    named, asked = words(reading.topic), words(reading.words)
    return len(asked) <= _NAME and named == asked and len("".join(named)) > _LETTERS


def _named(topic: str, reading: Reading, base: KnowledgeBase, today: date) -> Answer | None:
    """Answer a bare name ("chip") with what speaks of it; else with what holds it, in these words or other people's."""
    near = look(reading, base)
    best = near.passages()
    speaking = best_tasks(topic, base)
    if speaking:
        return Answer(reading, today, TaskHits(speaking[:_FOUND], base), tuple(best[:_SHOWN]))
    passages = tuple(passage for passage in best if _holds(passage.text, topic))
    numbers = [number for number, _ in near.tasks[:_FOUND]]
    found = list(zip(numbers, base.store.load(numbers), strict=True))
    own = [number for number, task in found if _holds(f"{task.title} {task.quote}", topic)]
    others = [number for number, task in found if number not in own and _holds(base.everyday.get(task.id, ""), topic)]
    if not (own or others or passages):
        return None
    return Answer(reading, today, TaskHits([*own, *others], base), passages[:_SHOWN], other_words=not own)


def _holds(text: str, name: str) -> bool:
    """Tell whether the words of a name stand side by side in a text, with the very marks: "lương" is no "lượng"."""
    said = [token.raw.lower() for token in tokens(tidy(text))]
    wanted = [token.raw.lower() for token in tokens(tidy(name))]
    return any(said[at : at + len(wanted)] == wanted for at in range(len(said) - len(wanted) + 1))


def fact(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Answer from the text itself: the passages the question is most likely about, and the tasks."""
    near = look(reading, base)
    topic = reading.topic or reading.question
    if not near.finds:
        by_name = _named(topic, reading, base, today) if _only_names(reading) and not near.far_off else None
        if by_name is not None:
            return by_name
        return Answer(reading, today, near=near.close_calls() or near_tasks(topic, base), aim=near.aim)
    query = TaskQuery(directives=reading.directives)
    named = dict.fromkeys(base.store.numbers(query, [number for number, _ in near.tasks])) if query.directives else None
    tasks = near.best_tasks(named)[:_FOUND]
    other_words = not any(in_its_words(topic, number, base) for number in tasks[:1])
    return Answer(reading, today, TaskHits(tasks, base), passages_about(near, base), other_words=other_words)
