"""News: what the record's entries bring to whom. Worked out when they are planned, and again when they leave.

The entries are append-only and numbered, so each brings its news once, whenever the bot comes to it. Who did a thing is
not told of it: they saw the answer. What was settled meanwhile is no news any more.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.errors import UnknownAgencyError, UnknownTaskError
from knowledge.people import Person, Right, may
from knowledge.record import (
    AuditEntry,
    Change,
    Confirmed,
    EvidenceAdded,
    ExtensionAsked,
    ExtensionDecided,
    ExtensionState,
    ProgressReport,
    ProposalAnswered,
    ProposalClosed,
    ProposalPursued,
    ProposalState,
    Proposed,
    Remarked,
    Reported,
    Returned,
    TaskAssigned,
    TaskRecalled,
)
from knowledge.store import PeopleStore, RecordStore
from scheduler.audience import acting_for, author_or, receiving, supervisors
from scheduler.notices import Item, Notice, Why


class NewsKind(StrEnum):
    """What somebody is told of."""

    CLAIM = "claim"  # a claim of completion waits for a supervisor
    DECISION = "decision"  # one's report was confirmed or sent back
    QUESTION = "question"  # a supervisor asks about one's report
    REPLY = "reply"  # the agency answers a supervisor's question
    REPORT = "report"  # somebody else reported where one had reported
    EXTENSION = "extension"  # more time is asked for
    EXTENSION_DECISION = "extension-decision"
    PROPOSAL = "proposal"  # sent to one's agency, or to the supervisors
    ANSWER = "answer"  # to one's proposal
    PURSUIT = "pursuit"  # whoever sent a proposal asks on
    CLOSING = "closing"  # a proposal is closed by who sent it
    TASK = "task"  # given to one's agency, or handed down in it
    RECALL = "recall"  # such a task is taken back


# What answers somebody comes at once, whatever the hour: they did something and wait for it, as for any answer of the
# bot's, and a decision on one's own report can mean work that evening. What asks for something new can wait until the
# quiet hours are over. Days off and holidays hold back neither: whoever acts on a Sunday is answered on a Sunday.
AT_ONCE = frozenset({NewsKind.DECISION, NewsKind.REPLY, NewsKind.EXTENSION_DECISION, NewsKind.ANSWER})


@dataclass(frozen=True, slots=True)
class News:
    """What an entry brings, about a task ("" for none) of an agency, to whom.

    `also` are those who may still be told when it leaves, though it would not be planned for them now. With `after`
    it says something only to whom that entry was told.
    """

    kind: NewsKind
    task: str
    agency: str
    to: Sequence[Person]
    also: Sequence[Person] = ()
    after: int = 0


class Newsroom:
    """Works out the news of a record, for its people as they stand."""

    def __init__(self, record: RecordStore, people: PeopleStore, told: Callable[[int, int], bool]) -> None:
        """Read `record` and `people`; nothing is written. `told` tells whether a chat was told of an entry."""
        self.record = record
        self._people = people
        self._was_told = told

    def since(self, number: int, day: date) -> tuple[list[Notice], int]:
        """Return the news of the entries above `number`, and the number of the last of them.

        What was recorded at once (a workbook) is one message for each person and kind.
        """
        notices: list[Notice] = []
        for together in self.record.log.together(number):
            found: dict[tuple[NewsKind, int], tuple[str, list[Item]]] = {}
            for entry in together:
                for news, person in self._told(entry):
                    _, items = found.setdefault((news.kind, person.id), (person.language, []))
                    items.append(Item(news.task, news.agency, news.kind.value, str(entry.seq), Why.RECORDED))
            notices += [
                Notice(chat, day, language, tuple(items), entry=int(items[0].version))
                for (_, chat), (language, items) in found.items()
            ]
            number = together[-1].seq
        return notices, number

    def stands(self, chat: int, item: Item) -> bool:
        """Tell whether an item of news is still to be told to `chat`: not settled meanwhile, and theirs to know."""
        entry, change = self.record.entry(int(item.version))
        return any(
            person.id == chat
            for news in self._news(entry, change)
            if news.kind.value == item.step and (not news.after or self._was_told(chat, news.after))
            for person in (*news.to, *news.also)
        )

    def _told(self, entry: AuditEntry) -> Iterator[tuple[News, Person]]:
        """Yield each person that an entry is told to, once, with what it is to them."""
        _, change = self.record.entry(entry.seq)
        actor = self._people.behind(entry.actor)
        told = {actor.id} if actor else set()
        for news in self._news(entry, change):
            for person in news.to:
                if person.id not in told:
                    told.add(person.id)
                    yield news, person

    def _news(self, entry: AuditEntry, change: Change) -> tuple[News, ...]:
        try:
            return tuple(self._of(entry, change))
        except (UnknownTaskError, UnknownAgencyError):  # the directives changed meanwhile, and it is gone from them
            return ()

    def _of(self, entry: AuditEntry, change: Change) -> Iterator[News]:
        match change:
            case Reported():
                yield from self._reported(entry, self.record.state.report(entry.seq))
            case EvidenceAdded():
                yield from self._claimed(entry, self.record.state.report(change.report))
            case Confirmed() | Returned() | Remarked():
                yield from self._spoken_of(entry, self.record.state.report(change.report), change)
            case ExtensionAsked():
                if self.record.state.extension(entry.seq).state is ExtensionState.WAITING:
                    yield News(NewsKind.EXTENSION, change.task, change.agency, supervisors(self._people))
            case ExtensionDecided():
                asked = self.record.state.extension(change.extension)
                to = author_or(self._people, asked.actor, self._owner(asked.task, asked.agency))
                yield News(NewsKind.EXTENSION_DECISION, asked.task, asked.agency, to)
            case TaskAssigned() if self.record.state.recall(change.code) is None:
                to = acting_for(self._people, self._concerned(change))
                yield News(NewsKind.TASK, change.code, change.owner, to)
            case TaskRecalled():
                yield from self._recalled(change)
            case Proposed() | ProposalAnswered() | ProposalPursued() | ProposalClosed():
                yield from self._proposed(entry, change)
            case _:  # a report taken back leaves nothing to decide, and a measured value asks nothing of anybody
                return

    def _owner(self, task: str, agency: str) -> str:
        return self.record.state.duty(task).answers_for(agency)

    def _recalled(self, recalled: TaskRecalled) -> Iterator[News]:
        task = self.record.state.assigned_task(recalled.task)
        if task is not None:
            concerned = (task.owner,) if task.owner else self.record.state.assignees((*task.leads, *task.coordinators))
            yield News(NewsKind.RECALL, task.id, task.owner, acting_for(self._people, concerned))

    def _concerned(self, given: TaskAssigned) -> tuple[str, ...]:
        return (given.owner,) if given.owner else self.record.state.assignees((*given.leads, *given.coordinators))

    def _reported(self, entry: AuditEntry, report: ProgressReport) -> Iterator[News]:
        yield from self._claimed(entry, report)
        before = [r for r in self.record.state.reports(report.task, report.agency) if r.id < report.id and r.stands]
        if not (before and report.stands):
            return
        other, owner = self._people.behind(before[-1].actor), self._owner(report.task, report.agency)
        if other is not None and may(other, Right.REPORT, owner):
            yield News(NewsKind.REPORT, report.task, report.agency, (other,))

    def _claimed(self, entry: AuditEntry, report: ProgressReport) -> Iterator[News]:
        latest = self.record.state.progress(report.task, report.agency).claim == report.id
        if report.awaits_confirmation and latest and self.record.brought_by(report).seq == entry.seq:
            yield News(NewsKind.CLAIM, report.task, report.agency, supervisors(self._people))

    def _spoken_of(
        self, entry: AuditEntry, report: ProgressReport, change: Confirmed | Returned | Remarked
    ) -> Iterator[News]:
        """Yield what is said on a report: unless another decision came after it, which is told instead."""
        if report.decision > entry.seq:
            return
        authors = author_or(self._people, report.actor, self._owner(report.task, report.agency))
        if not isinstance(change, Remarked):
            yield News(NewsKind.DECISION, report.task, report.agency, authors)
        elif entry.actor != report.actor and may(self._people.behind(entry.actor), Right.SUPERVISE):
            yield News(NewsKind.QUESTION, report.task, report.agency, authors)
        else:
            asked = {remark.actor for remark in report.remarks if remark.actor != entry.actor}
            yield News(NewsKind.REPLY, report.task, report.agency, self._who(asked, Right.SUPERVISE))

    def _who(self, pseudonyms: Iterable[str], right: Right) -> list[Person]:
        """Return whom some pseudonyms stand for, of those who still may do something."""
        known = map(self._people.behind, sorted(pseudonyms))
        return [each for each in known if each is not None and may(each, right)]

    def _proposed(
        self, entry: AuditEntry, change: Proposed | ProposalAnswered | ProposalPursued | ProposalClosed
    ) -> Iterator[News]:
        number = entry.seq if isinstance(change, Proposed) else change.proposal
        one = self.record.state.proposal(number)
        receivers, reserve = receiving(self._people, one.to), supervisors(self._people)
        match change:
            case Proposed() if one.state is ProposalState.OPEN and not one.answers:
                yield News(NewsKind.PROPOSAL, one.task, one.agency, receivers, also=reserve)
            case ProposalPursued() if one.state is ProposalState.OPEN:
                yield News(NewsKind.PURSUIT, one.task, one.agency, receivers, also=reserve)
            case ProposalAnswered() if one.state is ProposalState.ANSWERED:
                yield News(NewsKind.ANSWER, one.task, one.agency, author_or(self._people, one.actor, one.agency))
            case ProposalClosed():
                answered = {each.actor for each in one.answers if not each.pursuing}
                if answered:
                    yield News(NewsKind.CLOSING, one.task, one.agency, self._who(answered, Right.ASK))
                else:  # whoever was asked need not answer any more
                    yield News(NewsKind.CLOSING, one.task, one.agency, receivers, also=reserve, after=one.id)
            case _:  # what was said was answered or closed meanwhile
                return
