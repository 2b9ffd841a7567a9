"""Evidence named in words alone: links and document numbers, after a claim or in answer to a card."""

from telegram import Message, Update

from handlers.reporting.common import REFUSALS, face, key_of_message, reports_as
from handlers.reporting.drafts import not_yours
from handlers.reporting.meant import answered_tasks
from handlers.reporting.showing import asked_for, record_evidence, show_on_task
from handlers.services import Context, Services, services
from handlers.views import reports as views
from handlers.views.wording import reporting_words
from knowledge.people import Person, Right, may_somewhere
from knowledge.record import Evidence
from knowledge.reporting import evidence_of, read_words


async def evidence_in_words(update: Update, context: Context) -> bool:
    """Take a text of nothing but links or document numbers as the evidence just asked for; tell whether it was."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None or person is None or not message.text or message.chat.type != message.chat.PRIVATE:
        return False
    if not may_somewhere(person, Right.REPORT):
        return False
    last, answered = asked_for(service, person), answered_tasks(service, message)
    wanted = last is not None or len(answered) == 1
    found = _shown_in(service, message.text) if wanted else ()  # reading words costs more than looking up
    if not found:
        return False
    if len(answered) == 1:
        await _shown_for(service, message, person, answered[0], found, key_of_message(update))
        return True
    if last is None:
        return False
    try:
        reply = record_evidence(service, person, last.id, found, key_of_message(update))
    except REFUSALS as refused:
        reply = views.refusal(refused, reporting_words(person.language))
    await service.outgoing.reply(message, reply)
    return True


async def _shown_for(
    service: Services, message: Message, person: Person, code: str, found: tuple[Evidence, ...], key: str
) -> None:
    """Put what is shown in answer to a card with that task, or say whose it is."""
    if not reports_as(person, face(service, code).duty):
        await service.outgoing.reply(message, not_yours(service, person, code))
        return
    try:
        await show_on_task(service, message, person, code, found, key, "")
    except REFUSALS as refused:
        await service.outgoing.reply(message, views.refusal(refused, reporting_words(person.language)))


def _shown_in(service: Services, text: str) -> tuple[Evidence, ...]:
    """Return the links and documents that a text names, () where it says more than that."""
    words = read_words(text, service.base, service.today())
    bare = len("".join(c for c in words.matter if c.isalpha())) <= len("quyet dinh so ngay")
    return evidence_of(words) if bare else ()
