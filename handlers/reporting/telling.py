"""What is told of a report: its acknowledgement, the claim's card, the news of its author."""

from collections.abc import Sequence

from handlers import actions
from handlers.actions import Action
from handlers.reporting.common import face, local, name_for
from handlers.services import Services
from handlers.views import reports as views
from handlers.views.reply import Button, Reply, bold, code, esc
from handlers.views.wording import reporting_words
from handlers.views.words import day
from knowledge.people import Person
from knowledge.record import ProgressReport, ReportState
from knowledge.store import Receipt

_LISTED = 10


def acknowledgement(service: Services, person: Person, number: int, receipt: Receipt | None = None) -> Reply:
    """Return what the author reads once a report is on disk, as it stands there now; with what came in between."""
    words, report = reporting_words(person.language), service.record.state.report(number)
    between = [_came_between(service, person, other) for other in (receipt.between if receipt else ())]
    return views.acknowledgement(report, face(service, report.task), local(service, report.at), between, words)


def _came_between(service: Services, reader: Person, other: ProgressReport) -> str:
    words = reporting_words(reader.language)
    when = f"{local(service, other.at):%H:%M}"
    said = words.statuses[other.after]
    if other.percent is not None:
        said = f"{said}, {words.percent(other.percent)}"
    return f"⚠️ {esc(words.between(name_for(service, reader, other.actor, words), when, said))}"


def claim_card(service: Services, reader: Person, report: ProgressReport) -> Reply:
    """Return a claim as a supervisor reads it, with the decision or the buttons to make it."""
    words = reporting_words(reader.language)
    one = face(service, report.task)
    author = name_for(service, reader, report.actor, words)
    lines = views.report_lines(report, one, author, words, local(service, report.at))
    in_force = service.record.book().deadline(one.duty, report.agency)
    lines += views.judged_lines(one.duty.deadline, in_force, report.done_on, words)
    return views.claim_card(report, lines, _decision(service, reader, report), words)


def _decision(service: Services, reader: Person, report: ProgressReport) -> str:
    words = reporting_words(reader.language)
    if report.decided_at is None or report.state not in (ReportState.CONFIRMED, ReportState.RETURNED):
        return bold(words.states[report.state].capitalize())
    who = name_for(service, reader, report.decided_by, words)
    when = views.clock(local(service, report.decided_at))
    if report.state is ReportState.CONFIRMED:
        return bold(words.confirmed(who, when))
    return f"{bold(words.returned(who, when))}\n{esc(words.reason)}: {esc(report.reason)}"


def decision(service: Services, reader: Person, report: ProgressReport) -> Reply:
    """Return that a report was confirmed, or came back with the reason and the way to report again."""
    words, one = reporting_words(reader.language), face(service, report.task)
    see = Button(words.open_task, Action(actions.OPEN_TASK, report.task).encode())
    if report.state is ReportState.CONFIRMED:
        when = f"{esc(words.done_on)}: {bold(day(report.done_on))}" if report.done_on else ""
        lines = [bold(words.you_are_confirmed), one.line, when]
        steps: tuple[Button, ...] = (see,)
    else:
        lines = [bold(words.you_are_returned), one.line, f"{esc(words.reason)}: {esc(report.reason)}"]
        steps = (Button(words.report_again, Action(actions.REPORT_TASK, report.task).encode()), see)
    return Reply("\n".join(line for line in lines if line), (steps,))


def question(service: Services, reader: Person, report: ProgressReport, said: str) -> Reply:
    """Return a supervisor's question on a report, with the ways to answer."""
    words, one = reporting_words(reader.language), face(service, report.task)
    rows = (
        (
            Button(words.answer, Action(actions.ANSWER_REMARK, str(report.id)).encode()),
            Button(words.add_evidence, Action(actions.ADD_EVIDENCE, str(report.id)).encode()),
        ),
    )
    return Reply(f"{bold(words.you_are_asked)}\n{one.line}\n“{esc(said)}”", rows)


def reply(service: Services, reader: Person, report: ProgressReport, said: str) -> Reply:
    """Return an answer to a supervisor who spoke on a report, with the card to decide on it."""
    card = claim_card(service, reader, report)
    told = bold(reporting_words(reader.language).you_are_answered)
    return Reply(f"{told}\n“{esc(said)}”\n\n{card.text}", card.rows)


def others_reports(service: Services, reader: Person, reports: Sequence[ProgressReport]) -> Reply:
    """Return what somebody else reported where the reader had reported: one report whole, of several a line each."""
    words = reporting_words(reader.language)
    lines = [bold(words.others_reported(len(reports)))]
    if len(reports) == 1:
        (report,) = reports
        author = name_for(service, reader, report.actor, words)
        lines += views.report_lines(report, face(service, report.task), author, words, local(service, report.at))
        see = Button(words.open_task, Action(actions.OPEN_TASK, report.task).encode())
        return Reply("\n".join(lines), ((see, Button(words.history, Action(actions.HISTORY, report.task).encode())),))
    lines += [f"{code(one.task)} → {views.told(one.after, one.percent, '', words)}" for one in reports[:_LISTED]]
    if len(reports) > _LISTED:
        lines.append(f"… + {len(reports) - _LISTED}")
    return Reply("\n".join(lines))
