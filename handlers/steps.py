"""Steps that several dialogues ask: a name, an agency, a role, a number of days."""

from collections.abc import Sequence

from handlers.dialogues import AgainError, Step, Talk
from handlers.views import people as views
from handlers.views.reply import Button, Reply, esc
from knowledge.people import PersonRole
from knowledge.store.people import MAX_NAME

ASKABLE = (PersonRole.OFFICIAL, PersonRole.FOCAL_POINT, PersonRole.STAFF, PersonRole.SUPERVISOR)
SAID = "said"
_MOST_SAID = 200


def name_step() -> Step:
    """Return the step that asks what one is called, offering the name that is known already."""

    def ask(talk: Talk) -> Reply:
        return Reply(esc(talk.words.ask_name), ((talk.choice(talk.words.use_name(talk.person.name), "known"),),))

    def take(talk: Talk, text: str) -> str:
        name = " ".join(text.split())
        if not 2 <= len(name) <= MAX_NAME or not any(c.isalpha() for c in name):
            raise AgainError(Reply(esc(talk.words.name_odd(MAX_NAME)), ask(talk).rows))
        return name

    def choose(talk: Talk, value: str) -> str:
        if value != "known":
            raise KeyError(value)
        return talk.person.name

    return Step("name", ask, take, choose)


def agency_step() -> Step:
    """Return the step that asks for an agency: typed in any way, chosen from what may be meant.

    What the person typed is kept under `SAID`. Only who was said to be administrator before may be of no agency.
    """

    def skippable(talk: Talk) -> bool:
        return talk.values.get("role") == PersonRole.ADMINISTRATOR

    def ask(talk: Talk) -> Reply:
        rows = ((talk.choice(talk.words.no_agency, "none"),),) if skippable(talk) else ()
        return Reply(esc(talk.words.ask_agency), rows)

    def take(talk: Talk, text: str) -> str:
        found = talk.service.affiliations.find(text[:_MOST_SAID])
        if not found:
            raise AgainError(Reply(esc(talk.words.agency_unknown(text[:80])), ask(talk).rows))
        talk.values[SAID] = text[:_MOST_SAID]
        numbers = [talk.service.base.agency_number(one.agency) for one in found]
        rows = tuple((talk.choice(views.agency_label(one, talk.words), str(n)),) for n, one in zip(numbers, found))  # noqa: B905
        raise AgainError(Reply(views.agency_offer(found, talk.words), rows))

    def choose(talk: Talk, value: str) -> str:
        if value == "none" and skippable(talk):
            return ""
        agency = talk.service.base.agency_by_number(value)
        if agency not in talk.service.base.registry.agencies:
            raise KeyError(value)
        return agency

    return Step("agency", ask, take, choose)


def role_step(roles: Sequence[PersonRole]) -> Step:
    """Return the step that asks for one of `roles`."""

    def buttons(talk: Talk) -> tuple[tuple[Button, ...], ...]:
        return tuple((talk.choice(talk.words.roles[role], role.value),) for role in roles)

    def ask(talk: Talk) -> Reply:
        return Reply(views.ask_role(roles, talk.words), buttons(talk))

    def take(talk: Talk, text: str) -> str:
        named = [role for role in roles if text.strip().casefold() == talk.words.roles[role].casefold()]
        if not named:
            raise AgainError(Reply(esc(talk.words.role_by_button), buttons(talk)))
        return named[0].value

    def choose(_: Talk, value: str) -> str:
        if value not in {role.value for role in roles}:
            raise KeyError(value)
        return value

    return Step("role", ask, take, choose)


def days_step(offered: Sequence[int], most: int) -> Step:
    """Return the step that asks for a number of days, up to `most`; any of `offered` by one tap."""

    def buttons(talk: Talk) -> tuple[tuple[Button, ...], ...]:
        return (tuple(talk.choice(talk.words.days(days), str(days)) for days in offered),)

    def ask(talk: Talk) -> Reply:
        return Reply(esc(talk.words.ask_days), buttons(talk))

    def take(talk: Talk, text: str) -> str:
        first = text.split(maxsplit=1)[0] if text.split() else ""
        if not (first.isascii() and first.isdigit() and 1 <= int(first[:6]) <= most):
            raise AgainError(Reply(esc(talk.words.days_odd(most)), buttons(talk)))
        return first

    def choose(_: Talk, value: str) -> str:
        if value not in {str(days) for days in offered}:
            raise KeyError(value)
        return value

    return Step("days", ask, take, choose)
