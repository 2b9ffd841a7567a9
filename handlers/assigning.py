"""/giaoviec: supervisors give tasks from chat."""

import re
from collections.abc import Sequence
from datetime import date

from telegram import CallbackQuery, Update

from handlers.actions import Action
from handlers.composing import keep, open_dialogue, prose_step, sure_step
from handlers.dialogues import AgainError, Dialogue, Step, Talk, begin_with
from handlers.given import given_to
from handlers.naming import agencies_step, kept_agencies
from handlers.questions import task_reply
from handlers.reporting.common import whole
from handlers.services import Context, Services, services, words_for
from handlers.views import assigning as views
from handlers.views.composing import said
from handlers.views.paging import page_of
from handlers.views.reply import Reply, bold, esc, shorten
from handlers.views.reports import named
from handlers.views.wording import assigning_words, composing_words
from handlers.views.wording.assigning import AssigningWords
from handlers.views.words import Words, day
from knowledge.answers import given_hit
from knowledge.people import Person, Right, may, may_somewhere
from knowledge.record import TaskAssigned, deadline_in_chat
from knowledge.reporting.documents import find_numbers
from knowledge.when import Deadline, DeadlineKind
from scheduler.audience import acting_for

NONE = "none"
_TITLE = 120
_MOST_TYPED = 200
_SENTENCE = re.compile(r"(?<=[.;!?])\s|\n")


def words_of(talk: Talk) -> AssigningWords:
    """Return the words of the person's language."""
    return assigning_words(talk.person.language)


def title_of(what: str) -> str:
    """Return the first sentence, as the task's name."""
    return shorten(_SENTENCE.split(what.strip(), maxsplit=1)[0].strip(" .;"), _TITLE)


async def give(update: Update, context: Context) -> None:
    """/giaoviec: begin to give a task; the words after it say which."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is not None and person is not None:
        said = {"what": (message.text or "").partition(" ")[2].strip()}
        await service.outgoing.reply(message, await begin_with(service, context.bot, person, GIVE_TASK, {}, said))


async def press_give(query: CallbackQuery, _: Action, service: Services, __: Words) -> None:
    """[Giao việc mới]: begin to give a task."""
    person = service.people.find(query.from_user.id)
    if person is not None:
        await open_dialogue(query, service, person, GIVE_TASK, {})


async def press_list(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show the tasks given from chat that concern whoever pressed, below a list; or another page of them.

    Raises KeyError.
    """
    person = service.people.find(query.from_user.id)
    if person is None:
        return
    book, registry = service.record.book(), service.base.registry
    page = page_of(given_to(service, person), whole(action.subject) if action.subject else 1)
    page_of_hits = page.each(lambda given: given_hit(given, registry, book))
    reply = views.listing(page_of_hits, words, service.today(), giving=may(person, Right.SUPERVISE))
    await (service.outgoing.edit if action.subject else service.outgoing.below)(query, reply)


def _deadline_step(label: str) -> Step:
    """Return the step that asks for a deadline in words; kept with the day on which it was read."""

    def ask(talk: Talk) -> Reply:
        return Reply(words_of(talk).ask_deadline, ((talk.choice(words_of(talk).no_deadline, NONE),),))

    def take(talk: Talk, text: str) -> str:
        return taken_deadline(talk, text, ask(talk))

    def choose(_: Talk, value: str) -> str:
        if value != NONE:
            raise KeyError(value)
        return ""

    return Step(label, ask, take, choose)


def taken_deadline(talk: Talk, text: str, again: Reply) -> str:
    """Return what is kept of a typed deadline. Raises AgainError where it is none, or over."""
    words, today = words_of(talk), talk.service.today()
    read = deadline_in_chat(text[:_MOST_TYPED], today)
    if read.kind is DeadlineKind.NONE:
        raise AgainError(Reply(f"{esc(words.deadline_unread)}\n\n{again.text}", again.rows))
    if read.last is not None and read.late_on(today):
        raise AgainError(Reply(f"{esc(words.deadline_past(day(read.last)))}\n\n{again.text}", again.rows))
    return f"{today.isoformat()}|{text[:_MOST_TYPED]}"


def kept_deadline(kept: str) -> Deadline:
    """Return the deadline that was kept, as it was read on its day."""
    today, _, text = kept.partition("|")
    return deadline_in_chat(text, date.fromisoformat(today)) if kept else Deadline()


def _document_step() -> Step:
    def ask(talk: Talk) -> Reply:
        return Reply(words_of(talk).ask_document, ((talk.choice(words_of(talk).no_document, NONE),),))

    def take(talk: Talk, text: str) -> str:
        typed, base = " ".join(text.split())[:_MOST_TYPED], talk.service.base
        named_here = base.read(f"văn bản {typed}", talk.service.today()).directives
        if len(named_here) == 1:
            return base.directives[named_here[0]].number
        if not find_numbers(typed):
            again = ask(talk)
            raise AgainError(Reply(f"{esc(words_of(talk).document_odd)}\n\n{again.text}", again.rows))
        return typed

    def choose(_: Talk, value: str) -> str:
        if value != NONE:
            raise KeyError(value)
        return ""

    return Step("document", ask, take, choose, code=True)


def _summary(talk: Talk) -> dict[str, str]:
    words, values = words_of(talk), talk.values
    general = words_for(talk.person.language)
    what = values["what"]
    more = f"\n{said(what)}" if title_of(what) != what.strip(" .;") else ""
    return {
        words.what: f"{bold(title_of(what))}{more}",
        words.leads: bold("; ".join(kept_agencies(talk, "leads"))),
        words.coordinators: esc("; ".join(kept_agencies(talk, "coordinators")) or words.nothing),
        words.deadline: views.deadline_told(kept_deadline(values["deadline"]), general),
        words.document: esc(values["document"] or words.nothing),
    }


def _changeable(talk: Talk) -> dict[str, str]:
    words = words_of(talk)
    return {
        "what": words.what,
        "leads": words.leads,
        "coordinators": words.coordinators,
        "deadline": words.deadline,
        "document": words.document,
    }


async def _give(talk: Talk) -> Reply:
    service, values, words = talk.service, talk.values, words_of(talk)
    change = TaskAssigned(
        title=title_of(values["what"]),
        words=values["what"],
        leads=kept_agencies(talk, "leads"),
        coordinators=kept_agencies(talk, "coordinators"),
        deadline=kept_deadline(values["deadline"]),
        document=values["document"],
    )
    code = keep(talk, change).entries[0].subject
    agencies = service.record.state.assignees((*change.leads, *change.coordinators))
    told = note_told(talk, agencies, code)
    silent = [service.base.registry.short(name) for name in agencies if not acting_for(service.people, (name,))]
    lines = [words.given(esc(code)), esc(words.reached(told)) if told else ""]
    if silent:
        there = composing_words(talk.person.language)
        way_on = there.invite_them if may_somewhere(talk.person, Right.INVITE) else there.let_them_be_invited
        lines.append(esc(f"{there.nobody_there(named(silent))} {way_on}"))
    shown = card(service, talk.person, code)
    return Reply(f"{' '.join(line for line in lines if line)}\n\n{shown.text}", shown.rows)


def note_told(talk: Talk, agencies: Sequence[str], code: str) -> int:
    """Return how many people besides oneself are told of a task of some agencies; whoever is out of reach is not.

    Its card is then what they saw last: "xong rồi" said to it is about this task.
    """
    service = talk.service
    gone = service.outbox.dead()
    told = {each.id for each in acting_for(service.people, agencies)} - {talk.person.id} - gone
    for each in told:
        service.asked.see(each, (code,), service.now())
    return len(told)


def card(service: Services, reader: Person, code: str) -> Reply:
    """Return a task's card as `reader` sees it."""
    return task_reply(service, code, words_for(reader.language), None, reader)


def news(service: Services, reader: Person, code: str) -> Reply:
    """Return a task's card as its news to somebody whom it concerns."""
    shown = card(service, reader, code)
    return Reply(f"{bold(assigning_words(reader.language).for_you)}\n{shown.text}", shown.rows)


GIVE_TASK = Dialogue(
    "give_task",
    Right.SUPERVISE,
    (
        prose_step("what", lambda talk: words_of(talk).ask_what),
        agencies_step("leads", lambda talk: words_of(talk).ask_leads),
        agencies_step(
            "coordinators", lambda talk: words_of(talk).ask_coordinators, lambda talk: words_of(talk).no_coordinators
        ),
        _deadline_step("deadline"),
        _document_step(),
        sure_step(_summary, _changeable),
    ),
    _give,
    lasting=True,
)
