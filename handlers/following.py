"""/theodoi: a chat asks for the morning digest of an agency, or stops it."""

from telegram import Update

from handlers import actions
from handlers.actions import Action
from handlers.services import Context, Services, services
from handlers.views.reply import Button, Reply, bold, esc
from handlers.views.words import Words
from knowledge.errors import UnknownAgencyError
from scheduler.plan import Following


async def follow(update: Update, context: Context) -> None:
    """Start following the agency that the command names, or list what is followed."""
    message = update.effective_message
    if message is None:
        return
    service = services(context)
    words = service.words(update)
    named = " ".join(context.args or ()).strip()
    reply = _start(service, message.chat_id, named, words) if named else _list(service, message.chat_id, words)
    await service.outgoing.reply(message, reply)


def _start(service: Services, chat: int, named: str, words: Words) -> Reply:
    registry = service.base.registry
    try:
        agency = registry.resolve(named)
    except UnknownAgencyError:
        return Reply(esc(words.follow_unknown(named[:80])))
    service.following.follow(Following(chat, agency, words.language))
    return Reply(esc(words.follow_done(agency)), (_stop_button(service, agency, words),))


def _list(service: Services, chat: int, words: Words) -> Reply:
    followed = [f.agency for f in service.following.all(chat)]
    if not followed:
        return Reply(f"{esc(words.follow_none)}\n{words.follow_ask}")
    rows = tuple(_stop_button(service, agency, words) for agency in followed)
    return Reply(f"{words.follow_list(', '.join(bold(a) for a in followed))}\n{words.follow_ask}", rows)


def _stop_button(service: Services, agency: str, words: Words) -> tuple[Button, ...]:
    number = service.base.agency_number(agency)
    label = f"{words.unfollow}: {service.base.registry.short(agency)}"
    return (Button(label, Action(actions.UNFOLLOW, str(number)).encode()),)


def stop_following(service: Services, chat: int, number: str, words: Words) -> Reply:
    """Remove the agency with `number` from what `chat` follows. Raises KeyError for an unknown number."""
    if not number.isascii():  # "²" is a digit and no number
        raise KeyError(number)
    agency = service.base.agency_by_number(number)
    service.following.unfollow(chat, agency)
    return Reply(esc(words.unfollow_done(agency)))
