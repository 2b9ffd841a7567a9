"""/dulieu and /xoatoi: everybody can see what is kept about them, and have it deleted (Luật 91/2025/QH15)."""

import json

from telegram import CallbackQuery, Update

from handlers import actions
from handlers.actions import Action
from handlers.services import Context, Services, services
from handlers.views.data import in_vietnamese
from handlers.views.reply import Attachment, Button, Reply, esc
from handlers.views.wording import people_words
from handlers.views.words import Words
from knowledge.people import PersonRole, is_last_administrator


async def show_data(update: Update, context: Context) -> None:
    """Send everything that is kept about whoever asks, as a file that can be read."""
    message, user, service = update.effective_message, update.effective_user, services(context)
    if message is None or user is None:
        return
    words = people_words(service.words(update).language)
    if service.people.find(user.id) is None:
        await service.outgoing.reply(message, Reply(esc(words.no_data)))
        return
    content = json.dumps(in_vietnamese(kept(service, user.id)), ensure_ascii=False, indent=1, default=str)
    file = Attachment(f"dondoc-{user.id}.json", content.encode())
    await service.outgoing.reply(message, Reply(esc(words.your_data), attachment=file))


async def ask_to_forget(update: Update, context: Context) -> None:
    """Ask once more before everything about somebody is deleted."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None:
        return
    words = people_words(service.words(update).language)
    if person is None:
        reply = Reply(esc(words.no_data))
    elif is_last_administrator(person, service.people.holding(PersonRole.ADMINISTRATOR)):
        reply = Reply(esc(words.last_administrator))
    else:
        yes = Button(words.forget_yes, Action(actions.FORGET, "yes").encode())
        no = Button(words.forget_no, Action(actions.FORGET, "no").encode())
        reply = Reply(esc(words.forget_sure), ((yes,), (no,)))
    await service.outgoing.reply(message, reply)


async def forget_me(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Delete everything about who pressed, or leave it; pressed twice it says the same again."""
    said, person = people_words(words.language), service.people.find(query.from_user.id)
    if action.subject != "yes":
        await service.outgoing.edit(query, Reply(esc(said.stays)))
        return
    if person is not None and is_last_administrator(person, service.people.holding(PersonRole.ADMINISTRATOR)):
        await service.outgoing.edit(query, Reply(esc(said.last_administrator)))
        return
    if person is not None:
        forget(service, person.id)
        await service.menu(query.get_bot(), person.id, None)
    await service.outgoing.edit(query, Reply(esc(said.forgotten)))


def kept(service: Services, person: int) -> dict[str, list[dict[str, object]]]:
    """Return everything that is kept about a person, by what it is. Their private chat carries their own id."""
    return {
        **service.people.about(person),
        "requests": service.requests.about(person),
        "invitations": service.invitations.about(person),
        "dialogues": service.dialogues.about(person),
        "drafts": service.drafts.about(person),
        "entries": _entries(service, person),
        "workbooks": service.imports.about(person),
        "questions": service.asked.about(person),
        "seen": service.asked.about_seen(person),
        "shown": service.asked.about_shown(person),
        "followings": service.following.about(person),
        "notices": service.outbox.about(person),
        "wishes": service.wishes.about(person),
    }


def _entries(service: Services, person: int) -> list[dict[str, object]]:
    """Return what the record holds by somebody, under the pseudonym that goes when they are forgotten."""
    return [
        {
            "at": entry.at,
            "kind": entry.kind,
            "agency": entry.agency,
            "about": entry.subject,
            "payload": json.loads(entry.payload),
        }
        for entry in service.record.log.by(service.people.pseudonym(person))
    ]


def forget(service: Services, person: int) -> None:
    """Delete everything that is kept about a person.

    The record goes last, and with it requests and dialogues: what a crash leaves can be deleted by asking again.
    """
    service.asked.forget(person)
    service.following.forget(person)
    service.outbox.forget(person)
    service.wishes.forget(person)
    service.people.forget(person)
