"""All that waits for somebody: what they may confirm, decide, answer, and whom they may let in."""

from handlers import actions
from handlers.actions import Action
from handlers.extensions import may_see
from handlers.proposals import answers_as
from handlers.services import Services
from handlers.views.reply import Button, Reply, bold, esc
from handlers.views.wording import errand_words
from knowledge.people import Person, Right, may
from knowledge.record import ProposalState, ReportState


def waits_for(service: Services, person: Person) -> Reply:
    """Return how much of each kind waits for `person`, with a button for each; or that nothing does."""
    said, state = errand_words(person.language), service.record.state
    mine, supervises = service.people.pseudonym(person.id), may(person, Right.SUPERVISE)
    claims = len(state.waiting(ReportState.AWAITS_CONFIRMATION)) if supervises else 0
    extensions = [each for each in state.waiting_extensions() if supervises and may_see(service, person, each)]
    proposals = [
        each
        for each in state.proposals()
        if each.state is ProposalState.OPEN and each.actor != mine and answers_as(person, each) is not None
    ]
    people = len(service.requests.open()) if may(person, Right.ADMINISTER) else 0
    counts = (
        (claims, said.claims, Action(actions.CLAIMS, "1")),
        (len(extensions), said.extensions, Action(actions.EXTENSIONS, "1")),
        (len(proposals), said.proposals, Action(actions.PROPOSALS, "1")),
        (people, said.people, Action(actions.PEOPLE, "1")),
    )
    told = [(line(count), press) for count, line, press in counts if count]
    if not told:
        return Reply(esc(said.nothing_waits))
    lines = [bold(said.waiting), *(f"• {esc(line)}" for line, _ in told)]
    return Reply("\n".join(lines), tuple((Button(said.see(line), press.encode()),) for line, press in told))
