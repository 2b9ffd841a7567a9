"""How people, their roles, requests and invitations read in chat."""

from collections.abc import Iterable, Mapping, Sequence

from handlers import actions
from handlers.actions import Action
from handlers.views.paging import page_of, turning
from handlers.views.reply import Button, Reply, bold, code, esc, shorten
from handlers.views.wording.people import PeopleWords
from handlers.views.words import day
from knowledge.affiliation import Affiliation, Kinship
from knowledge.people import Appointment, Person, PersonRole, PersonState
from knowledge.store import Outcome, Request

PAGE = 8
_LABEL = 60

Row = tuple[Button, ...]


def held(appointment: Appointment, words: PeopleWords) -> str:
    """Return "Đầu mối · Bộ Công an", escaped."""
    return esc(plain_held(appointment, words))


def plain_held(appointment: Appointment, words: PeopleWords) -> str:
    """Return "Đầu mối · Bộ Công an" as plain text, for buttons."""
    role = words.roles[appointment.role]
    return f"{role} · {appointment.agency}" if appointment.agency else role


def agency_label(one: Affiliation, words: PeopleWords) -> str:
    """Return the button of an agency that may be meant, with the former name that led to it."""
    known = words.former(one.written) if one.kinship is Kinship.FORMER else ""
    return shorten(f"{one.agency}{known}", 64)


def agency_offer(found: Sequence[Affiliation], words: PeopleWords) -> str:
    """Return what is said above the agencies that may be meant."""
    first = found[0]
    if first.kinship is Kinship.UNIT:
        return words.unit_of(esc(first.written), bold(first.agency))
    return words.is_it(bold(first.agency)) if len(found) == 1 else esc(words.which_agency)


def ask_role(roles: Iterable[PersonRole], words: PeopleWords) -> str:
    """Return the question for a role with what each is for."""
    lines = [f"• {bold(words.roles[role])}: {esc(words.role_notes[role])}" for role in roles]
    return "\n".join((esc(words.ask_role), *lines))


def consent(name: str, days: int, words: PeopleWords, token: str = "", offered: Appointment | None = None) -> Reply:
    """Return what a stranger reads before anything is stored: what this is, what would be kept, why, how it goes."""
    lines = [words.welcome(esc(name))]
    if offered is not None:
        lines.append(words.invited(held(offered, words)))
    lines.append(words.consent(days))
    rows = (
        (Button(words.agree, Action(actions.CONSENT, token or "ask").encode()),),
        (Button(words.disagree, Action(actions.CONSENT, "no").encode()),),
    )
    return Reply("\n\n".join(lines), rows)


def request_card(request: Request, person: Person, words: PeopleWords, decider: str = "") -> Reply:
    """Return a request as an administrator sees it: with buttons while it is open, else with what became of it."""
    lines = [
        bold(words.request_title(request.number)),
        f"{esc(words.name)}: {bold(person.name)} ({code(str(person.id))})",
        f"{esc(words.wants)}: {held(request.wanted, words)}",
    ]
    if request.note:
        lines.append(f"{esc(words.own_words)}: “{esc(request.note)}”")
    if person.appointments and request.outcome is Outcome.OPEN:
        lines.append(f"{esc(words.holds)}: {'; '.join(held(a, words) for a in person.appointments)}")
    if request.outcome is not Outcome.OPEN:
        when = f"{request.decided_at:%H:%M} {day(request.decided_at)}" if request.decided_at else ""
        lines.append(bold(words.decided[request.outcome](decider or words.somebody, when)))
        return Reply("\n".join(lines))
    number = str(request.number)
    rows = (
        (
            Button(words.approve, Action(actions.APPROVE, number).encode()),
            Button(words.refuse, Action(actions.REFUSE, number).encode()),
        ),
        (
            Button(words.change_role, Action(actions.AMEND_ROLE, number).encode()),
            Button(words.change_agency, Action(actions.AMEND_AGENCY, number).encode()),
        ),
    )
    return Reply("\n".join(lines), rows)


def roles_for_request(request: Request, card: Reply, words: PeopleWords) -> Reply:
    """Return the card of a request with the roles to choose from."""
    rows = tuple(
        (Button(words.roles[role], Action(actions.AMEND_ROLE, f"{request.number}.{role.value}").encode()),)
        for role in PersonRole
    )
    back = Button(words.back, Action(actions.SHOW_REQUEST, str(request.number)).encode())
    return Reply(card.text, (*rows, (back,)))


def invitation(link: str, offered: Appointment, until: str, words: PeopleWords) -> Reply:
    """Return a one-time link, ready to be copied."""
    text = f"{words.invitation(held(offered, words), esc(until))}\n\n{code(link)}"
    return Reply(text, ((Button(words.copy_link, copy=link),),))


def my_roles(person: Person, pending: Sequence[Request], words: PeopleWords) -> Reply:
    """Return what somebody is to the bot, and the way to ask for more."""
    lines = [bold(person.name)]
    lines += [f"• {held(a, words)}" for a in person.appointments] or [esc(words.no_roles)]
    lines += [esc(words.pending(plain_held(one.wanted, words))) for one in pending]
    rows = (
        (Button(words.another_role, Action(actions.MY_ROLES, "ask").encode()),),
        (Button(words.other_name, Action(actions.MY_ROLES, "name").encode()),),
    )
    return Reply("\n".join(lines), rows)


def overview(
    counts: Mapping[str, int], keys: Mapping[str, str], waiting: Sequence[Request], words: PeopleWords, page: int
) -> Reply:
    """Return how many people each agency has (`counts` by name, "" for none), with a button for each agency."""
    names = sorted(counts)
    shown = page_of(names, page, PAGE)
    lines = [bold(words.people_title(sum(counts.values()), len([n for n in names if n]))), esc(words.people_hint)]
    rows: list[Row] = [
        (Button(words.waiting_request(r.number), Action(actions.SHOW_REQUEST, str(r.number)).encode()),)
        for r in waiting[:PAGE]
    ]
    if waiting:
        lines.insert(1, bold(words.waiting_people(len(waiting))))
    for name in shown.things:
        label = shorten(f"{name or words.no_agency} ({counts[name]})", _LABEL)
        rows.append((Button(label, Action(actions.PEOPLE_OF, keys[name]).encode()),))
    turn = turning(shown, words.language, actions.PEOPLE)
    return Reply("\n".join(lines), (*rows, turn) if turn else tuple(rows))


def people_list(title: str, people: Sequence[Person], words: PeopleWords) -> Reply:
    """Return people, a button each; too many to show are counted."""
    shown = people[: 2 * PAGE]
    lines = [bold(title)]
    if len(people) > len(shown):
        lines.append(esc(words.more_people(len(people) - len(shown))))
    rows = tuple((Button(shorten(p.name, _LABEL), Action(actions.PERSON, str(p.id)).encode()),) for p in shown)
    back = Button(words.back, Action(actions.PEOPLE, "1").encode())
    return Reply("\n".join(lines), (*rows, (back,)))


def person_card(person: Person, keys: Mapping[Appointment, str], words: PeopleWords) -> Reply:
    """Return somebody as an administrator sees them, with what can be changed; `keys` are what buttons carry."""
    lines = [
        f"{bold(person.name)} ({code(str(person.id))})",
        f"{esc(words.state)}: {esc(words.states[person.state])}",
        *(f"• {held(a, words)}" for a in person.appointments),
        f"{esc(words.since)}: {day(person.consented_at)}",
    ]
    rows: list[Row] = []
    for appointment in person.appointments:
        label = shorten(plain_held(appointment, words), 36)
        subject = f"{person.id}.{keys[appointment]}"
        rows.append((Button(f"✎ {label}", Action(actions.CHANGE, subject).encode()),))
        if len(person.appointments) > 1:
            rows.append((Button(f"− {label}", Action(actions.DISMISS, subject).encode()),))
    if person.state is PersonState.APPROVED:
        rows.append((Button(words.add_role, Action(actions.CHANGE, f"{person.id}.new").encode()),))
    rows.append((Button(words.remove_person, Action(actions.REMOVE, str(person.id)).encode()),))
    rows.append((Button(words.back, Action(actions.PEOPLE, "1").encode()),))
    return Reply("\n".join(lines), tuple(rows))


def removal(person: Person, words: PeopleWords) -> Reply:
    """Ask once more before somebody is removed."""
    rows = (
        (Button(words.remove_yes, Action(actions.REMOVE, f"{person.id}.yes").encode()),),
        (Button(words.back, Action(actions.PERSON, str(person.id)).encode()),),
    )
    return Reply(words.remove_sure(bold(person.name)), rows)
