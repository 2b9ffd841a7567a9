"""/moi: a one-time link that carries a role at an agency."""

from datetime import timedelta

from telegram import Update

from handlers.dialogues import Dialogue, Talk, begin
from handlers.services import Context, services
from handlers.steps import agency_step, days_step, role_step
from handlers.views import people as views
from handlers.views.reply import Reply
from handlers.views.words import day
from knowledge.people import Appointment, PersonRole, Right

OFFERED_DAYS = (7, 1, 30)  # the first is the usual one
MOST_DAYS = 90


async def invite(update: Update, context: Context) -> None:
    """Begin an invitation."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is not None and person is not None:
        await service.outgoing.reply(message, begin(service, context.bot, person, message.chat_id, INVITE))


async def _make(talk: Talk) -> Reply:
    service = talk.service
    offered = Appointment(PersonRole(talk.values["role"]), talk.values["agency"])
    until = service.now() + timedelta(days=int(talk.values["days"]))
    token = service.invitations.make(offered, talk.person.id, until)
    link = f"https://t.me/{talk.bot.username}?start={token}"
    return views.invitation(link, offered, f"{until:%H:%M} {day(until)}", talk.words)


INVITE = Dialogue(
    "invite",
    Right.INVITE,
    (role_step(tuple(PersonRole)), agency_step(), days_step(OFFERED_DAYS, MOST_DAYS)),
    _make,
)
