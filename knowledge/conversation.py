"""One chat's questions in a row: each is read by itself, then leaned on the one before where it needs that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.answers import NOTHING_REPORTED, answer
from knowledge.answers.topics import speaking_of
from knowledge.base import KnowledgeBase
from knowledge.errors import UnknownTaskError
from knowledge.further import asked_further, of_another_year
from knowledge.listed import asked_of_indicator, asked_of_rows, asked_of_tasks, not_understood
from knowledge.questions import (
    ANYBODY,
    AgencyAsk,
    Asker,
    Intent,
    Mine,
    Move,
    Reading,
    Refinement,
    Role,
    added_in,
    both_of,
    both_times_of,
    changeable,
    compared,
    completed,
    for_asker,
    language_of,
    lean,
    lean_at_place,
    loosened,
    means_both,
    means_both_times,
    move_in,
    of_whole_year,
    omitted_in,
    only_conditions,
    only_matter,
    only_role,
    possible,
    refinement_in,
    tells_language,
    what_about,
    with_added,
    with_omitted,
)
from knowledge.record import StatusBook

# After so long a pause a question stands alone.
MEMORY = timedelta(minutes=30)
# So long a list on the screen can be spoken of: "việc thứ 3", "trang sau".
ON_SCREEN = timedelta(hours=12)
# A chain of follow-ups is followed back this far.
DEPTH = 24
# What names a place, or only leans on what was shown, is no longer than this.
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was read, and the questions before it that it leaned on, oldest first."""

    reading: Reading
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What is spoken of: the last reading, the questions that made it, and the reading that it leaned on.

    `aside` are the topics that were left aside on the way, because nothing speaks of them.
    """

    reading: Reading | None = None
    used: tuple[str, ...] = ()
    before: Reading | None = None
    aside: tuple[str, ...] = ()

    def leant_on(self, question: str, reading: Reading) -> "_Spoken":
        """Return what is spoken of after `question`, whose `reading` leaned on this.

        Another topic takes the place of what was left aside.
        """
        if reading.topic and self.aside:
            reading = replace(reading, unread=tuple(each for each in reading.unread if each not in self.aside))
        return _Spoken(reading, (*self.used, question), self.reading, self.aside)


def move_of(question: str, base: KnowledgeBase, today: date, asker: Asker = ANYBODY) -> Move | None:
    """Return what `question` wants of what was shown last, its slips of typing mended; None where it is a question."""
    move = move_in(question)
    if move is None and len(question) <= _SHORT:
        reading = base.read(question, today, asker.agency)  # the same that is needed next where it is a question
        return move_in(reading.words) if reading.repairs else None
    return move


def loosens_nothing(reading: Reading, base: KnowledgeBase, today: date) -> bool:
    """Tell whether the words only leave a condition aside ("bỏ thời gian đi") where no list was asked for before."""
    wanted = refinement_in(reading.question)
    if wanted is None or not wanted.drops or wanted.all_of or reading.leaned:
        return False
    return wanted.part is not None or (wanted.certain and only_conditions(base.read(wanted.rest, today)))


def read_turn(
    question: str,
    context: Sequence[str],
    base: KnowledgeBase,
    today: date,
    asker: Asker = ANYBODY,
    book: StatusBook = NOTHING_REPORTED,
) -> Turn:
    """Read `question` after the questions of `context` (oldest first), as asked on `today` by `asker`.

    `book` says how tasks stand, so that "việc thứ 3" is the third of what was shown.
    """
    spoken = _Spoken()
    for earlier in context[-DEPTH:]:
        before, spoken = spoken, _next(earlier, spoken, base, today, asker, book)
        if before.reading is not None and spoken.reading and _came_to_nothing(spoken.reading, base, today, book):
            spoken = before  # what was asked before that is still spoken of
    new = _next(question, spoken, base, today, asker, book)
    assert new.reading is not None
    if new.reading.leaned and spoken.reading and _came_to_nothing(spoken.reading, base, today, book):
        new = _next(question, _Spoken(), base, today, asker, book)
    assert new.reading is not None
    return Turn(new.reading, new.used[:-1])


def _came_to_nothing(last: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> bool:
    """Tell whether a question of its own had no answer: mere noise, or about something else."""
    alone = last.intent in (Intent.FACT, Intent.NONE) and not (last.leaned or last.directives or last.code)
    return alone and not answer(last, base, today, book).found


def _next(question: str, spoken: _Spoken, base: KnowledgeBase, today: date, asker: Asker, book: StatusBook) -> _Spoken:
    """Return what is spoken of after `question`."""
    last = _as_answered(spoken.reading, base, today, book)
    if last is not None and spoken.reading is not None and last.unread != spoken.reading.unread:
        spoken = replace(spoken, aside=(*spoken.aside, *last.unread[len(spoken.reading.unread) :]))
    wanted = refinement_in(question)
    if last is not None and changeable(last):
        changed = _widened(question, last, spoken.before, base, today, asker)
        if changed is None and wanted is not None:
            changed = _refined(question, wanted, last, base, today, asker)
        if changed is not None:
            return spoken.leant_on(question, changed)
    said = wanted.rest if wanted is not None and wanted.certain and not wanted.drops else question
    new = replace(_read(said, base, today, asker), question=question)
    new = _in_language(new, last.language if last else asker.language)
    leaves_aside = wanted is not None and wanted.drops and not wanted.all_of and (wanted.certain or wanted.part)
    if last is None or leaves_aside:
        return _Spoken(for_asker(new, asker), (question,))
    new = _of_its_field(what_about(new), last, base)

    def listed() -> list[str]:
        return [hit.task.id for hit in answer(last, base, today, book).tasks]

    completed_by_last = (
        _placed(new, last, base, today, asker)
        or of_another_year(question, last, base, today)
        or compared(new, last, spoken.before)
        or asked_of_rows(new, last, base, today)
        or asked_of_indicator(new, last, base, today)
        or asked_further(new, last, base, today)
    )
    if completed_by_last is not None:
        return spoken.leant_on(question, completed_by_last)
    leaned = asked_of_tasks(new, last, base, today) or lean(new, last, listed)
    if not leaned.leaned:
        leaned = not_understood(new, last) or leaned
    if leaned.leaned:
        return spoken.leant_on(question, possible(leaned, new, last, today))
    return _Spoken(for_asker(new, asker), (question,))


def _as_answered(last: Reading | None, base: KnowledgeBase, today: date, book: StatusBook) -> Reading | None:
    """Return `last` as it was answered: from the text, where it only looked like a list of tasks; and without a topic
    that was told as not taken into account, or that nothing speaks of: nothing leans on it, and it is told."""
    if last is None or not last.topic or not changeable(last):
        return last
    found = answer(last, base, today, book)
    if found.reading.intent is Intent.FACT and last.agencies and not found.reading.agencies:
        return found.reading  # "Quốc hội duyệt bao nhiêu tiền cho KHCN": no ministry was asked about
    if found.reading.topic and (found.found or speaking_of(last.topic, base)):
        return last
    told = found.reading.unread[len(last.unread) :] if not found.reading.topic else (last.said or last.topic,)
    return replace(last, topic="", matter="", said="", about=False, unread=(*last.unread, *told))


def _widened(
    question: str, last: Reading, before: Reading | None, base: KnowledgeBase, today: date, asker: Asker
) -> Reading | None:
    """Return `last` about more agencies than before ("thêm Bộ Y tế", "cả hai"), or without something ("trừ NQ71"); None
    where that is not asked."""
    changed: Reading | None = None
    if means_both(question) and last.agencies:
        changed = both_of(last, before) or replace(last, unread=(*last.unread, question))
    elif means_both_times(question) and last.period:
        changed = both_times_of(last, before) or replace(last, unread=(*last.unread, question))
    elif omitted := omitted_in(question):
        other_than = "tasks except" if language_of(question) == "en" else "việc trừ"
        changed = with_omitted(last, base.read(f"{other_than} {omitted}", today), tuple(base.directives))
    elif added := added_in(question):
        changed = with_added(last, _of_its_field(_read(added, base, today, asker), last, base))
    if changed is None:
        return None
    spoken = language_of(question) if tells_language(question) else last.language
    return replace(changed, question=question, language=spoken, leaned=True, repairs=())


def _refined(
    question: str, wanted: Refinement, last: Reading, base: KnowledgeBase, today: date, asker: Asker
) -> Reading | None:
    """Return `last` changed as `wanted` says; None where the words are rather a question of their own."""
    spoken = language_of(question) if tells_language(question) else last.language
    if wanted.drops:
        named = base.read(wanted.rest, today) if wanted.part is None else last
        less = loosened(last, wanted, named, tuple(base.directives))
        if less is None and not (wanted.all_of or wanted.certain or wanted.part):
            return None
        absent = question if less is None and not wanted.all_of else ""
        return replace(less or last, question=question, language=spoken, leaned=True, repairs=(), not_there=absent)
    new = _read(of_whole_year(wanted.rest, last), base, today, asker)
    if not (
        only_conditions(new)
        or (wanted.certain and only_role(new))
        or ((wanted.narrows or (wanted.certain and last.topic)) and only_matter(new))
    ):
        return None
    refined = replace(completed(new, last), question=question, language=spoken)
    to_come = new.period is not None and (new.period.first or today) > today
    return possible(refined, new, last, today) if to_come else refined


def _read(question: str, base: KnowledgeBase, today: date, asker: Asker) -> Reading:
    """Return the reading of one question, which says where its agency is the asker's own ("việc của mình")."""
    reading = base.read(question, today, asker.agency)
    meant = [ask.name for ask in reading.agencies] == [asker.agency] and not base.read(question, today).agencies
    return replace(reading, mine=Mine.OWN) if meant else reading


def _of_its_field(new: Reading, last: Reading, base: KnowledgeBase) -> Reading:
    """Return `new` with the agency whose field its topic is, after a question about one: "thế giáo dục thì sao"."""
    if not last.agencies or new.agencies or new.directives or new.period or len(new.question) > _SHORT:
        return new
    field = new.topic.removeprefix("ngành ").removeprefix("nganh ")
    whole = f"Bộ {field}"
    named = [mention for mention in base.registry.mentions(whole) if (mention.start, mention.end) == (0, len(whole))]
    if not field or not named or named[0].name in {ask.name for ask in last.agencies}:
        return new
    return replace(new, agencies=(AgencyAsk(named[0].name, Role.LEAD),), topic="", matter="", said="")


def _in_language(reading: Reading, language: str) -> Reading:
    """Return `reading` in the language spoken so far, where its own words are of none: "BYT", "71-89.7"."""
    names = " ".join(f"{ask.name} {ask.written}" for ask in reading.agencies)
    told = not language or tells_language(reading.question, names)
    told = told or (reading.language == "en" and len(reading.words.split()) > 1)  # "blockchain" is everybody's
    return reading if told else replace(reading, language=language)


def _placed(new: Reading, last: Reading, base: KnowledgeBase, today: date, asker: Asker) -> Reading | None:
    """Return what "còn mục III.4?" asks of the directive that was spoken of; None where no place of it is named."""
    if new.directives or new.code or new.foreign or new.agencies or len(new.question) > _SHORT:
        return None
    directive = _spoken_of(last, base)
    if not directive:
        return None
    whole = base.read(f"{new.question} {base.directives[directive].number}", today, asker.agency)
    if whole.missing is not None and whole.directives == (directive,):
        return replace(whole, question=new.question, plain=new.plain, matter="", language=new.language, leaned=True)
    if not whole.place or whole.directives != (directive,):
        return None
    at_place = replace(whole, question=new.question, plain=new.plain, matter="", language=new.language)
    return lean_at_place(at_place, last)


def _spoken_of(last: Reading, base: KnowledgeBase) -> str:
    """Return the one directive that was spoken of, by its name or by one of its tasks; "" where there is none."""
    if len(last.directives) == 1:
        return last.directives[0]
    try:
        return base.store.task(last.code).directive if last.code else ""
    except UnknownTaskError:
        return ""
