"""A proposal that waits is answered in words: yes, no, "sửa", or what is set right in it; and what is proposed next."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Message

from handlers.reporting.drafts import NotYoursError, draft_in, shown, unrecognised
from handlers.reporting.loose import waiting_since_asked
from handlers.reporting.meant import answered_tasks
from handlers.services import Services
from handlers.views import reports as views
from handlers.views.reply import Reply, below_line, esc
from handlers.views.wording import reporting_words
from knowledge.people import Person
from knowledge.reporting import agrees, corrected, refuses, wants_change
from knowledge.store import StoredDraft

Send = Callable[[Reply], Awaitable[int]]


async def proposal_answered(service: Services, person: Person, message: Message) -> bool:
    """Take a private text as the answer to the proposal shown last, as its buttons do; tell whether it was one.

    A yes brings the button back: only a press records.
    """
    text, words = message.text or "", reporting_words(person.language)
    waiting = waiting_since_asked(service, person)
    if waiting is None:
        return False

    async def send(reply: Reply) -> int:
        return await service.outgoing.reply(message, reply)

    if refuses(text):
        service.drafts.end(waiting.number)
        await send(Reply(esc(words.all_dropped(waiting.draft.task))))
        await take_up_next(service, person, waiting, send)
        return True
    if not waiting.draft.is_ready:
        return False
    if agrees(text):
        reply = below_line(shown(service, person, waiting), words.press_yes)
    elif wants_change(text):
        reply = views.edit_card(waiting, shown(service, person, waiting), words)
    elif (right := _set_right(service, message, waiting, text)) is not None:
        reply = shown(service, person, right)
    else:
        return False
    service.drafts.shown(waiting.number, await send(reply))
    return True


def _set_right(service: Services, message: Message, waiting: StoredDraft, text: str) -> StoredDraft | None:
    """Return the draft as `text` sets it right, stored; None for other words, and in answer to another task's card."""
    answered = answered_tasks(service, message)
    if answered and waiting.draft.task not in answered:
        return None
    draft = corrected(waiting.draft, text, service.base, service.today())
    if draft is None:
        return None
    service.drafts.keep(waiting.number, draft, service.now())
    return replace(waiting, draft=draft)


async def take_up_next(service: Services, person: Person, stored: StoredDraft, send: Send) -> None:
    """Propose the next report of the same message, where there is one."""
    rest = list(stored.draft.rest)
    while rest:
        part = rest.pop(0)
        try:
            draft = draft_in(service, person, part)
        except NotYoursError as refused:
            await send(refused.reply)
            if refused.then is None:
                continue
            draft = refused.then
        if draft is None:
            await send(unrecognised(person, part))
            continue
        draft = replace(draft, rest=(*draft.rest, *rest))
        after = service.drafts.begin(person.id, stored.chat, f"{stored.key}{_AFTER}", draft, service.now())
        service.drafts.shown(after.number, await send(shown(service, person, after)))
        return


_AFTER = "+"  # sets the key of a later report of the same message apart
