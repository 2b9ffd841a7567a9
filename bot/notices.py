"""`dondoc plan` and `dondoc notices`: what will be told to whom, and what was."""

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from bot.app import Rooms
from bot.register_shapes import Json
from handlers.noticing import Noticing
from scheduler.forecast import forecast
from scheduler.notices import Notice
from scheduler.plan import Recipient

_RULE = "─" * 60


def noticing(rooms: Rooms) -> Noticing:
    """Return what makes messages of notices in `rooms`."""
    return Noticing(rooms.base, rooms.record, rooms.people, rooms.ledger, rooms.gatherer)


def plan(rooms: Rooms, first: date, last: date, *, today: date, person: int | None, agency: str, as_json: bool) -> int:
    """Print every message from `first` to `last` as it would come, if nothing changes; return the exit code.

    With `person` (a chat's id) only theirs; with `agency` those that a focal point of it would get.
    """
    situation = rooms.gatherer.situation(today)
    if agency:
        somebody = Recipient(person or 0, "vi", focal=(agency,))
        situation = replace(situation, recipients=[somebody], told=lambda _: frozenset())
    elif person is not None:
        situation = replace(situation, recipients=[one for one in situation.recipients if one.chat == person])
    words = noticing(rooms)
    for notice in forecast(situation, first, last):
        reply = words.reply(notice, 0, notice.day)
        text = reply.plain if reply is not None else ""
        if as_json:
            print(json.dumps(_shape(notice) | {"text": text}, ensure_ascii=False))
        else:
            print(f"{_RULE}\n{notice.day:%d/%m/%Y} → {_name(rooms, notice.chat)}\n\n{text}\n")
    return 0


def _shape(notice: Notice) -> Json:
    return {
        "day": notice.day.isoformat(),
        "person": notice.chat,
        "items": [
            {"task": i.task, "agency": i.agency, "step": i.step, "version": i.version, "why": i.why.value}
            for i in notice.items
        ],
    }


def ledger(rooms: Rooms, *, as_json: bool) -> int:
    """Print everything that was told, is planned or was cancelled, oldest first; return the exit code."""
    for line in rooms.ledger.lines():
        row: dict[str, Any] = asdict(line)
        row["person"] = row.pop("chat")
        if as_json:
            print(json.dumps(row, ensure_ascii=False))
        else:
            print("\t".join(str(row[key]) for key in ("day", "person", "task", "agency", "step", "state", "sent_at")))
    return 0


def _name(rooms: Rooms, chat: int) -> str:
    person = rooms.people.find(chat)
    return f"{person.name} ({chat})" if person is not None else str(chat)
