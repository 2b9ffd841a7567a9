"""A report that is understood but not written yet: what its author is shown, may change, and then says yes to. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from knowledge.progress import Status
from knowledge.record.changes import Reported
from knowledge.record.evidence import Evidence


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """What was understood. "" and None: not said yet.

    `asked` is the message as it was typed, in case it was no report. `others` are tasks it may be on instead, `rest`
    the reports of the same message that come after this one. `dated` tells that the day was said, not assumed,
    `ahead` that one was said which has not come yet.
    `basis` is the id of the last report of this part that the author has been shown.
    """

    task: str = ""
    agency: str = ""
    status: Status | None = None
    percent: int | None = None
    words: str = ""
    done_on: date | None = None
    dated: bool = False
    ahead: bool = False
    obstacle: str = ""
    evidence: tuple[Evidence, ...] = ()
    others: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    asked: str = ""
    basis: int = 0

    @property
    def is_ready(self) -> bool:
        """Tell whether only its author's yes is missing."""
        return bool(self.task and self.agency and self.status)

    def on(self, task: str, agency: str, basis: int) -> "ReportDraft":
        """Return it on another task; the one before is offered in its place."""
        others = tuple(code for code in dict.fromkeys((self.task, *self.others)) if code and code != task)
        return replace(self, task=task, agency=agency, basis=basis, others=others)

    def at(self, status: Status, today: date) -> "ReportDraft":
        """Return it with another status, and percent and day as that status asks for; not said, it was done `today`."""
        percent = self.percent
        if status is Status.DONE:
            return replace(self, status=status, percent=100, done_on=self.done_on or today)
        if status is Status.NOT_STARTED or (status is Status.IN_PROGRESS and percent == 100):
            percent = None
        return replace(self, status=status, percent=percent, done_on=self.done_on if self.dated else None)

    def showing(self, evidence: Iterable[Evidence]) -> "ReportDraft":
        """Return it with more evidence, each piece once."""
        known = {(piece.kind, piece.ref): piece for piece in self.evidence}
        known.update({(piece.kind, piece.ref): piece for piece in evidence})
        return replace(self, evidence=tuple(known.values()))

    def change(self) -> Reported:
        """Return what is to be recorded. Raises ValueError while something is missing."""
        if not self.is_ready or self.status is None:
            raise ValueError("the draft is not ready")
        return Reported(
            self.task,
            self.agency,
            self.status,
            self.percent,
            self.words,
            self.done_on,
            self.obstacle,
            self.evidence,
            self.basis,
        )
