"""What is said to whoever wants an agency reminded: that it is reminded anyway, who gets it, and what can be done."""

from collections.abc import Sequence

from handlers import actions
from handlers.actions import Action
from handlers.ready import Ready
from handlers.services import Services
from handlers.views.filters import Row
from handlers.views.reply import Button, Reply, esc, shorten
from handlers.views.wording import errand_words
from handlers.views.words import Words
from knowledge.people import Person, Right, may
from scheduler.audience import acting_for

_MOST = 3
_LABEL = 60


def urging(service: Services, person: Person | None, names: Sequence[str], words: Words, *, private: bool) -> Reply:
    """Return what answers a wish to remind the agencies or groups `names`."""
    said, registry = errand_words(words.language), service.base.registry
    agencies = [name for name in names if name in registry.agencies][:_MOST]
    lines = [said.by_itself, *(_reached(service, name, words) for name in agencies), said.can_do]
    if may(person, Right.SUPERVISE):
        lines.append(said.ledger)
    rows: list[Row] = []
    for name in agencies:
        short, number = registry.short(name), service.base.agency_number(name)
        rows += [
            (_listing(said.overdue_of(short), Ready.OVERDUE, number),),
            (_listing(said.soon_of(short), Ready.SOON, number),),
        ]
    if private:
        rows.append((Button(said.propose, Action(actions.PROPOSE).encode()),))
    return Reply("\n\n".join(map(esc, lines)), tuple(rows))


def _reached(service: Services, name: str, words: Words) -> str:
    said, short = errand_words(words.language), service.base.registry.short(name)
    count = len(acting_for(service.people, (name,)))
    return said.reached(short, count) if count else said.nobody(short)


def _listing(label: str, ready: Ready, number: int) -> Button:
    return Button(shorten(label, _LABEL), Action(actions.READY, f"{ready}.{number}").encode())


def proposing(words: Words) -> Reply:
    """Return where obstacles and proposals are sent, with the button that begins one."""
    said = errand_words(words.language)
    return Reply(esc(said.how_to_propose), ((Button(said.propose, Action(actions.PROPOSE).encode()),),))
