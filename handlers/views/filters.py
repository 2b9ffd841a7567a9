"""The buttons under a list: its items, its pages, and in at most three rows its filters, what is on and could be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from handlers import actions
from handlers.actions import Action, Shown, View
from handlers.views.paging import turn
from handlers.views.periods import period_name, stepped
from handlers.views.reply import Button, shorten
from handlers.views.wording import assigning_words, finding_words, turn_words
from handlers.views.words import Words
from knowledge.agencies import Registry
from knowledge.answers import Answer, TaskHit
from knowledge.directives import Directive
from knowledge.questions import SOON, Mine, State
from knowledge.store import TaskQuery

Row = tuple[Button, ...]

DIRECTIVES, AGENCIES = "d", "a"
_PER_PAGE = 10
# A list that is longer than so is worth narrowing.
_SEVERAL = 5


def numbered(items: Iterable[TaskHit], start: int, view: View, verb: str = actions.SHOW_TASK) -> Row:
    """Return the row of buttons that open the items of a page."""
    return tuple(
        Button(str(start + i), Action(verb, hit.task.id, view if view.question else None).encode())
        for i, hit in enumerate(items, 1)
    )


def turning(total: int, size: int, view: View, words: Words) -> Row:
    """Return the buttons that turn the pages of a list of `total` things, `size` a page."""
    pages = max(1, -(-total // size))
    return turn(view.page, pages, words.language, lambda page: Action(actions.SHOW_LIST, "", view.at(page)))


def list_button(label: str, view: View) -> Button:
    """Return the button that shows a list as `view` says."""
    return Button(label, Action(actions.SHOW_LIST, "", view).encode())


def back_to_list(words: Words, view: View) -> Button:
    """Return the button back to the list that `view` looks at."""
    return list_button(words.back_to_list, view)


def filters(
    answer: Answer, words: Words, view: View, registry: Registry, directives: Mapping[str, Directive]
) -> tuple[Row, ...]:
    """Return the rows of filters under a list of tasks: where they stand; in which role; when, of what and of whom."""
    first = view.at(1)
    rows = (
        list(_wider(answer, words, first)) or list(_standings(answer, words, first)),
        [*whose(answer, words, first), *roles(answer, words, first)],
        [*_periods(answer, words, first), *_parts(answer, words, first, registry, directives)],
    )
    return tuple(tuple(row) for row in rows if row)


def _wider(answer: Answer, words: Words, view: View) -> Iterator[Button]:
    """Offer to drop the condition that keeps tasks out."""
    for name, count in answer.wider:
        if name == "period" and State.DUE_SOON in answer.reading.states:
            continue  # "sắp đến hạn" is its period
        wider = replace(view, shown=Shown.ALL) if name == "states" else replace(view, dropped=view.dropped | {name})
        yield list_button(words.without[name](count), wider)
    if not answer.tasks and _is_now(answer):
        # "Hôm nay có gì": nothing falls due, but what is late and what comes next is there.
        dropped = replace(view, dropped=view.dropped | {"period"})
        yield list_button(finding_words(words.language).show_overdue, replace(dropped, shown=Shown.OVERDUE))
        yield list_button(finding_words(words.language).show_soon, replace(dropped, shown=Shown.SOON))


def shows_groups(answer: Answer, view: View) -> bool:
    """Tell whether a list shows what its agencies have through groups: as was pressed, or for want of their own."""
    return view.groups or bool(answer.via_group and not answer.own)


def _is_now(answer: Answer) -> bool:
    """Tell whether a question is about a time that today lies in, and about no state."""
    period, today = answer.reading.period, answer.today
    if period is None or answer.reading.states:
        return False
    return (period.first or today) <= today <= (period.last or today)


def _standings(answer: Answer, words: Words, view: View) -> Iterator[Button]:
    """Offer all, overdue or due soon; of a list of all it is known how many there are."""
    said = finding_words(words.language)
    if view.shown is Shown.RECURRING:
        yield list_button(words.back_to_list, replace(view, shown=Shown.AS_ASKED))
        return
    asked = set(answer.reading.states)
    if asked - {State.OVERDUE, State.DUE_SOON} or answer.reading.whatever:
        return
    by_state = {State.OVERDUE: Shown.OVERDUE, State.DUE_SOON: Shown.SOON}
    as_asked = [by_state[state] for state in asked] or [Shown.ALL]
    now = view.shown or (as_asked[0] if len(as_asked) == 1 else Shown.AS_ASKED)
    listed = answer.via_group if shows_groups(answer, view) else answer.own
    counts = {Shown.OVERDUE: 0, Shown.SOON: 0}
    if now is Shown.ALL:
        over, today = listed.over, answer.today
        counts[Shown.OVERDUE] = listed.fitting(TaskQuery(overdue_on=today, but=over))
        counts[Shown.SOON] = listed.fitting(TaskQuery(due_from=today, due_to=today + SOON, but=over))
    labels = {Shown.ALL: said.show_all, Shown.OVERDUE: said.show_overdue, Shown.SOON: said.show_soon}
    offered = [each for each in labels if now is not Shown.ALL or each is Shown.ALL or counts[each]]
    if now is Shown.ALL and (len(offered) == 1 or len(listed) in counts.values()):
        return  # nothing to tell apart
    for each in offered:
        label = said.on(labels[each]) if each is now else labels[each]
        if now is Shown.ALL and each in counts:
            label = said.with_count(label, counts[each])
        yield list_button(label, replace(view, shown=each))


def recurring_row(answer: Answer, words: Words, view: View) -> Row:
    """Return the row with the way to the recurring duties that a list leaves out."""
    if not answer.recurring or not view.question:
        return ()
    label = finding_words(words.language).with_count(finding_words(words.language).show_recurring, answer.recurring)
    return (list_button(label, replace(view.at(1), shown=Shown.RECURRING, groups=False)),)


def whose(answer: Answer, words: Words, view: View) -> Iterator[Button]:
    """Offer all agencies where nobody was named and one's own were taken; and these again."""
    said = turn_words(words.language)
    if answer.reading.mine is not Mine.OWN or not view.question:
        return
    if "agency" in view.dropped:
        yield list_button(said.own_agency, replace(view, dropped=view.dropped - {"agency"}))
    else:
        yield list_button(said.everybody, replace(view, dropped=view.dropped | {"agency"}, groups=False))


def roles(answer: Answer, words: Words, view: View) -> Iterator[Button]:
    """Offer what an agency has through its groups, what it coordinates, and what was given from chat."""
    said = finding_words(words.language)
    if view.groups:
        yield list_button(said.own_tasks, replace(view, groups=False))
    elif answer.via_group and not shows_groups(answer, view):
        yield list_button(said.with_count(said.group_tasks, len(answer.via_group)), replace(view, groups=True))
    if view.coordinating:
        yield list_button(said.on(said.coordinating_too), replace(view, coordinating=False))
    elif answer.coordinating:
        label = said.with_count(said.coordinating_too, answer.coordinating)
        yield list_button(label, replace(view, coordinating=True))
    if answer.given and answer.own and not view.groups:  # without any of its own they are shown at once
        label = said.with_count(assigning_words(words.language).from_chat, len(answer.given))
        yield list_button(label, replace(view, given=True))


def _parts(
    answer: Answer, words: Words, view: View, registry: Registry, directives: Mapping[str, Directive]
) -> Iterator[Button]:
    """Offer to choose one directive and one agency; of a list for one agency, that agency's card."""
    said = finding_words(words.language)
    several = len(answer.tasks) > _SEVERAL
    if view.part in directives:
        label = said.on(directives[view.part].number)
        yield Button(label, Action(actions.FILTER, DIRECTIVES, view).encode())
    elif several and not answer.reading.directives:
        yield Button(said.by_directive, Action(actions.FILTER, DIRECTIVES, view).encode())
    asks = answer.reading.agencies
    if view.agency is not None and asks:
        label = said.on(shorten(registry.short(asks[0].name), 24))
        yield Button(label, Action(actions.FILTER, AGENCIES, view).encode())
    elif not asks and several:
        yield Button(said.by_agency, Action(actions.FILTER, AGENCIES, view).encode())
    elif len(asks) == 1 and asks[0].name in registry.agencies and stepped(answer.reading.period, 1) is None:
        number = list(registry.agencies).index(asks[0].name)
        label = said.about(shorten(registry.short(asks[0].name), 24))
        yield Button(label, Action(actions.AGENCY, str(number)).encode())


def _periods(answer: Answer, words: Words, view: View) -> Iterator[Button]:
    said = finding_words(words.language)
    for steps, label in ((-1, said.period_back), (1, said.period_on)):
        near = stepped(answer.reading.period, steps)
        if near is not None and abs(view.shift + steps) <= actions.FURTHEST:
            yield list_button(label(period_name(near, words)), replace(view, shift=view.shift + steps))


def chooser(
    what: str, options: Sequence[tuple[str, str, int]], words: Words, view: View, page: int = 1
) -> tuple[Row, ...]:
    """Return the buttons that choose one of (value, label, count) for a filter, any of them, or none after all."""
    said = finding_words(words.language)
    start = (page - 1) * _PER_PAGE
    shown = options[start : start + _PER_PAGE]
    buttons = [
        list_button(said.with_count(shorten(label, 30) + " ·", count), _chosen(what, value, view))
        for value, label, count in shown
    ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    turn = []
    if page > 1:
        turn.append(Button(said.fewer, Action(actions.FILTER, f"{what}{page - 1}", view).encode()))
    if start + _PER_PAGE < len(options):
        turn.append(Button(said.more, Action(actions.FILTER, f"{what}{page + 1}", view).encode()))
    anything = said.any_directive if what == DIRECTIVES else said.any_agency
    last = (list_button(anything, _chosen(what, "", view)), list_button(words.back_to_list, view))
    return (*rows, *((tuple(turn),) if turn else ()), last)


def _chosen(what: str, value: str, view: View) -> View:
    if what == DIRECTIVES:
        return replace(view, part=value, page=1)
    return replace(view, agency=int(value) if value else None, page=1)


def pieces_of(labels: Mapping[str, str], anything: str, words: Words, view: View) -> Row:
    """Return one row that chooses a part of a register (an indicator's year, a list of databases), or any."""
    said = finding_words(words.language)
    options = {"": anything, **labels}
    return tuple(
        list_button(said.on(label) if value == view.part else label, replace(view, part=value, page=1))
        for value, label in options.items()
    )
