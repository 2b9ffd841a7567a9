"""Makes the message of a notice: looks up its tasks, how they stand today, and who was told before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.services import Services, words_for
from handlers.views.digests import Latest, Line, Summary, digest, pressing, rest
from handlers.views.places import source
from handlers.views.reply import Reply
from handlers.views.waiting import Asked, Count, waiting, who_was_reminded
from handlers.views.words import Words
from knowledge.base import KnowledgeBase
from knowledge.errors import UnknownTaskError
from knowledge.record import ReportState
from knowledge.store import PeopleStore, RecordStore
from scheduler.figures import figures, latest
from scheduler.ladder import Assignment
from scheduler.notices import Item, Notice, Why
from scheduler.plan import is_ongoing
from scheduler.silence import CLAIM_WAITS, EXTENSION_WAITS, SILENT, UNANSWERED, WAITS, days_of, name_of, number_of
from scheduler.situation import Gatherer
from scheduler.store import Ledger
from scheduler.store import Line as Kept

_WORST = 5
_LATEST = 3


@dataclass(frozen=True)
class Noticing:
    """The rooms a notice's message is made from."""

    base: KnowledgeBase
    record: RecordStore
    people: PeopleStore
    ledger: Ledger
    gatherer: Gatherer

    def reply(self, notice: Notice, number: int, today: date) -> Reply | None:
        """Return the message, None when all its tasks have left the directives."""
        words = words_for(notice.language)
        lines, waits = self.lines(notice, words, today), self._waits(notice)
        summaries = [self._summary(item, today) for item in notice.items if not (item.task or name_of(item) in WAITS)]
        if not (lines or summaries or waits):
            return None
        return digest(notice, number, lines, summaries, words, today, waits)

    def rest(self, notice: Notice, number: int, start: int, today: date) -> Reply:
        """Return what of a notice did not fit into its message."""
        words = words_for(notice.language)
        return rest(self.lines(notice, words, today), start, number, words, today)

    def lines(self, notice: Notice, words: Words, today: date) -> list[Line]:
        """Return the tasks of a notice as they are told, most pressing first."""
        found = (self._line(item, notice, words) for item in notice.items if item.task)
        return pressing((line for line in found if line is not None), today)

    def title(self, code: str) -> str:
        """Return the title of a task, a directive's or one given from chat; "" for one that is gone."""
        return self._face(code)[0]

    def _face(self, code: str, words: Words | None = None) -> tuple[str, str]:
        given = self.record.state.assigned_task(code)
        if given is not None:
            return given.title, given.document
        try:
            task = self.base.store.task(code)
        except UnknownTaskError:
            return "", ""
        return task.title, source(self.base.directives[task.directive], task.path, words) if words else ""

    def _line(self, item: Item, notice: Notice, words: Words) -> Line | None:
        title, where = self._face(item.task, words)
        stands = self.gatherer.part(item.task, item.agency)
        if not title or stands is None:
            return None
        last = date.fromisoformat(item.version) if item.why is not Why.ASKED_AGAIN else stands.deadline.last_good
        before = [
            line
            for line in self.ledger.of_task(item.task)
            if line.agency == item.agency
            and line.state == "sent"
            and line.day < notice.day.isoformat()
            and line.why != Why.RECORDED.value  # news reminds of nothing
        ]
        return Line(
            item,
            title,
            where,
            last,
            stands.deadline.strict,
            stands.silent,
            stands.waits,
            self._moved_from(item),
            tuple(sorted({date.fromisoformat(line.day) for line in before if line.chat == notice.chat})),
            self._whom(line for line in before if line.why == Why.FOCAL.value and line.version == item.version),
        )

    def _moved_from(self, item: Item) -> date | None:
        book = self.record.book()
        if (item.task, item.agency) not in book.put_off:
            return None
        return self.record.state.duty(item.task).deadline.last

    def _whom(self, lines: Iterable[Kept]) -> tuple[tuple[str, date], ...]:
        latest: dict[int, str] = {}
        for line in lines:
            latest[line.chat] = max(latest.get(line.chat, ""), line.day)
        people = ((self.people.find(chat), day) for chat, day in latest.items())
        return tuple((person.name, date.fromisoformat(day)) for person, day in people if person)

    def _waits(self, notice: Notice) -> Reply | None:
        """Return what waits for the reader's answer or decision, None for nothing."""
        asked = [self._asked(item, notice) for item in notice.items if name_of(item) in (UNANSWERED, SILENT)]
        return waiting(asked, _count(notice, CLAIM_WAITS), _count(notice, EXTENSION_WAITS), notice.language)

    def _asked(self, item: Item, notice: Notice) -> Asked:
        before = self.ledger.of_silence(item.version, notice.day)
        told = who_was_reminded(before, notice.language)
        return Asked(self.record.state.proposal(number_of(item)), days_of(item), name_of(item) == SILENT, told)

    def _summary(self, item: Item, today: date) -> Summary:
        leading = self.gatherer.leading()
        if item.agency:
            parts = leading.get(item.agency, ())
            going_on = sum(1 for one in parts if one.open and is_ongoing(one))
            return Summary(item, figures(parts, today), going_on, self._latest(parts, today))
        known = self._with_people()
        every = [(agency, figures(several, today)) for agency, several in leading.items() if agency in known]
        worst = sorted(every, key=lambda row: (-row[1].late, -row[1].silent, row[0]))[:_WORST]
        tasks = self.gatherer.whole()
        claims = len(self.record.state.waiting(ReportState.AWAITS_CONFIRMATION))
        return Summary(item, figures(tasks, today), 0, self._latest(tasks, today), tuple(worst), claims)

    def _latest(self, tasks: Iterable[Assignment], today: date) -> tuple[Latest, ...]:
        short = self.base.registry.short
        found = []
        for code, days in latest(tasks, today, _LATEST):
            who = "; ".join(short(name) for name in self._leads(code))
            found.append(Latest(code, self.title(code), who, days))
        return tuple(found)

    def _leads(self, code: str) -> Sequence[str]:
        given = self.record.state.assigned_task(code)
        return given.leads if given is not None else self.base.store.task(code).leads

    def _with_people(self) -> frozenset[str]:
        return frozenset(agency for person in self.people.all() for agency in person.agencies)


def _count(notice: Notice, step: str) -> Count:
    """Return how many items of a notice have come to a step, and the longest wait among them."""
    days = [days_of(item) for item in notice.items if name_of(item) == step]
    return Count(len(days), max(days, default=0))


def noticing_of(service: Services) -> Noticing:
    """Return what makes messages of notices in the rooms of `service`."""
    return Noticing(service.base, service.record, service.people, service.ledger, service.gatherer)
