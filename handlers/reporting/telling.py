"""Who is told of a report, and what stands under it: its acknowledgement, the claim's card, the author's news."""

from telegram import Bot

from handlers import actions
from handlers.actions import Action
from handlers.reporting.common import face, local, name_for
from handlers.services import Services
from handlers.views import reports as views
from handlers.views.reply import Button, Reply, bold, esc
from handlers.views.wording import reporting_words
from handlers.views.words import day
from knowledge.people import Person, PersonRole
from knowledge.record import ProgressReport, ReportState
from knowledge.store import Receipt


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


async def tell_supervisors(service: Services, bot: Bot, report: ProgressReport) -> None:
    """Show a claim to every supervisor but its author; whoever cannot be reached finds it under /choxacnhan."""
    if report.state is not ReportState.AWAITS_CONFIRMATION:
        return
    author = service.people.behind(report.actor)
    for supervisor in service.people.holding(PersonRole.SUPERVISOR):
        if author is None or supervisor.id != author.id:
            await service.outgoing.tell(bot, supervisor.id, claim_card(service, supervisor, report))


async def tell_author(service: Services, bot: Bot, report: ProgressReport) -> None:
    """Tell the author that a report was confirmed, or came back with the reason and the way to report again."""
    author = service.people.behind(report.actor)
    if author is None:
        return
    words, one = reporting_words(author.language), face(service, report.task)
    see = Button(words.open_task, Action(actions.OPEN_TASK, report.task).encode())
    if report.state is ReportState.CONFIRMED:
        when = f"{esc(words.done_on)}: {bold(day(report.done_on))}" if report.done_on else ""
        lines = [bold(words.you_are_confirmed), one.line, when]
        steps: tuple[Button, ...] = (see,)
    else:
        lines = [bold(words.you_are_returned), one.line, f"{esc(words.reason)}: {esc(report.reason)}"]
        steps = (Button(words.report_again, Action(actions.REPORT_TASK, report.task).encode()), see)
    await service.outgoing.tell(bot, author.id, Reply("\n".join(line for line in lines if line), (steps,)))


async def tell_question(service: Services, bot: Bot, report: ProgressReport, said: str) -> None:
    """Bring a supervisor's question to the author of a report."""
    author = service.people.behind(report.actor)
    if author is None:
        return
    words, one = reporting_words(author.language), face(service, report.task)
    rows = (
        (
            Button(words.answer, Action(actions.ANSWER_REMARK, str(report.id)).encode()),
            Button(words.add_evidence, Action(actions.ADD_EVIDENCE, str(report.id)).encode()),
        ),
    )
    await service.outgoing.tell(bot, author.id, Reply(f"{bold(words.you_are_asked)}\n{one.line}\n“{esc(said)}”", rows))


async def tell_answer(service: Services, bot: Bot, report: ProgressReport, by: str, said: str) -> None:
    """Bring an answer to the supervisors who spoke on a report, with the card to decide on it."""
    askers = {remark.actor for remark in report.remarks if remark.actor != by}
    for pseudonym in sorted(askers):
        supervisor = service.people.behind(pseudonym)
        if supervisor is None:
            continue
        words = reporting_words(supervisor.language)
        card = claim_card(service, supervisor, report)
        text = f"{bold(words.you_are_answered)}\n“{esc(said)}”\n\n{card.text}"
        await service.outgoing.tell(bot, supervisor.id, Reply(text, card.rows))
