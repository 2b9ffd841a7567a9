"""/lich: my deadlines as a file for any calendar. Each keeps its UID, so that a newer file doubles nothing."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vRecur
from telegram import Update

from handlers.noticing import Noticing, noticing_of
from handlers.services import Context, Services, services
from handlers.views.reply import Attachment, Reply, esc
from handlers.views.wording import reminding_words
from handlers.views.wording.reminding import RemindingWords
from knowledge.when import DeadlineKind
from scheduler.ladder import Assignment, due_days

_DAY = timedelta(days=1)


async def send_calendar(update: Update, context: Context) -> None:
    """Send the deadlines of this chat: of the agencies somebody is focal point or staff of, and of what it follows."""
    message, service = update.effective_message, services(context)
    if message is None:
        return
    words = reminding_words(service.words(update).language)
    parts, who = _mine(service, update, message.chat_id)
    if not parts:
        await service.outgoing.reply(message, Reply(esc(words.calendar_none)))
        return
    content = calendar(parts, who, noticing_of(service), words, service.now(), service.record.book().entries)
    file = Attachment("dondoc.ics", content)
    await service.outgoing.reply(message, Reply(esc(words.calendar(len(parts))), attachment=file))


def _mine(service: Services, update: Update, chat: int) -> tuple[list[Assignment], str]:
    person = service.person(update)
    private = person is not None and chat == person.id
    followed = [one.agency for one in service.following.all(chat)]
    agencies = dict.fromkeys((*(person.agencies if person and private else ()), *followed))
    leading = service.gatherer.leading()
    watched = service.following.watches(chat)
    parts = [one for agency in agencies for one in leading.get(agency, ()) if one.open and _dated(one)]
    if watched:
        situation = service.gatherer.situation(service.today())
        codes = {code for one in situation.recipients if one.chat == chat for code in one.watches}
        known = {one.task for one in parts}
        whole = (situation.whole[code] for code in sorted(codes) if code in situation.whole and code not in known)
        parts += [one for one in whole if one.open and _dated(one)]
    return parts, ", ".join(service.base.registry.short(agency) for agency in agencies)


def _dated(one: Assignment) -> bool:
    return one.deadline.last is not None or bool(one.deadline.rrule)


def calendar(
    parts: Sequence[Assignment], who: str, noticing: Noticing, words: RemindingWords, now: datetime, version: int
) -> bytes:
    """Return `parts` as an iCalendar file. `version` grows with the record: a calendar takes the higher one."""
    made = Calendar()
    made.add("prodid", "-//Don Doc//NQ57//VI")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", words.calendar_name(who) if who else words.calendar_name("Đôn Đốc"))
    made.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    for event in _events(parts, noticing, words, now, version):
        made.add_component(event)
    return bytes(made.to_ical())


def _events(
    parts: Iterable[Assignment], noticing: Noticing, words: RemindingWords, now: datetime, version: int
) -> Iterable[Event]:
    for one in parts:
        first = _first_day(one, now.date())
        if first is None:
            continue
        event = Event()
        event.add("uid", f"{one.task}-{noticing.base.agency_number(one.agency) if one.agency else 0}@dondoc")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("sequence", version)
        event.add("dtstart", first)
        event.add("dtend", first + _DAY)
        event.add("transp", "TRANSPARENT")
        event.add("summary", f"{one.task} {words.calendar_due(noticing.title(one.task))}")
        event.add("description", "\n".join(part for part in (one.agency, one.deadline.text) if part))
        if one.deadline.kind is DeadlineKind.RECURRING and not one.deadline.strict:
            event.add("rrule", vRecur.from_ical(str(one.deadline.rrule)))
        elif one.deadline.kind is DeadlineKind.RECURRING:
            event.add("rdate", [day for day in due_days(one.deadline, now.year) if day > first])
        yield event


def _first_day(one: Assignment, today: date) -> date | None:
    """Return the last good day, of a recurring duty the next one."""
    if one.deadline.kind is DeadlineKind.RECURRING:
        return next((day for day in due_days(one.deadline, today.year) if day >= today), None)
    return one.deadline.last_good
