"""How a question was read, in one line, and what of it was not taken into account."""

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.views.lines import how_late
from handlers.views.places import path_in_words
from handlers.views.reply import bold, esc, shorten
from handlers.views.wording import condition_words
from handlers.views.words import Words, day
from knowledge.directives import Directive
from knowledge.outputs import Output
from knowledge.questions import Intent, Reading, State, alternatives, criteria_in
from knowledge.text import tidy

_OVERDUE_OR_SOON = frozenset({State.OVERDUE, State.DUE_SOON})
_BY_CONDITIONS = (Intent.LIST, Intent.COUNT, Intent.GROUP)


def understood(reading: Reading, directives: Mapping[str, Directive], words: Words, today: date) -> str:
    """Return the line that says how the question was read, "" where there is nothing to say."""
    parts: list[str] = []
    said = condition_words(words.language)
    for role in dict.fromkeys(ask.role for ask in reading.agencies):
        names = ", ".join(said.unit(a.unit, a.name) if a.unit else a.name for a in reading.agencies if a.role is role)
        names = said.all_of(names) if reading.together else names
        parts.append(f"{words.roles[role.value]}: {names}")
    parts += [words.former(a.written, a.name) for a in reading.agencies if a.written and not a.slip]
    parts += _conditions(reading, words, today)
    parts += [said.given_by(", ".join(reading.givers))] if reading.givers else []
    parts += _of_directives(reading, directives, words)
    if reading.place and reading.section:
        parts.append(path_in_words(reading.place, words))
    if reading.outputs and reading.intent in _BY_CONDITIONS:
        parts.append(said.output(" / ".join(outputs_named(reading.outputs, words.language))))
    if reading.topic:
        parts.append(words.topic(shorten(reading.topic, 120)))
    slips = [(each.written, each.name) for each in reading.agencies if each.slip]
    if repaired := [*((each.written, each.read) for each in reading.repairs), *slips]:
        told = ", ".join(f"“{shorten(written, 30)}” → “{read}”" for written, read in repaired[:4])
        parts.append(words.repaired(told))
    if reading.leaned:
        parts.append(words.leaned)
    return f"{bold(words.understood)} · {esc(' · '.join(parts))}" if parts else ""


def outputs_named(outputs: Sequence[Output], language: str) -> list[str]:
    """Return each kind of output in words, with who issues it."""
    said = condition_words(language)
    kinds = ((said.outputs[each.kind], said.issuers.get(each.issuer)) for each in outputs)
    return [said.issued_by(kind, issuer) if issuer else kind for kind, issuer in kinds]


def _of_directives(reading: Reading, directives: Mapping[str, Directive], words: Words) -> list[str]:
    """Return the directives that are meant; where some are left out and all others meant, those."""
    if reading.without and set(reading.directives) == set(directives) - set(reading.without):
        return [condition_words(words.language).without(", ".join(directives[d].number for d in reading.without))]
    return [words.directive_named(directives[d].number) for d in reading.directives if d in directives]


def _conditions(reading: Reading, words: Words, today: date) -> list[str]:
    """Return what limits the tasks or databases, each in words."""
    said = condition_words(words.language)
    parts = [said.parts_of(reading.parts_of)] if reading.parts_of else []
    if reading.excluded and reading.intent in _BY_CONDITIONS:  # elsewhere it is told as not taken into account
        for role in dict.fromkeys(ask.role for ask in reading.excluded):
            names = ", ".join(ask.name for ask in reading.excluded if ask.role is role)
            parts.append(said.excluded(names, role.value))
    if reading.but_states:
        parts.append(said.but_states(", ".join(words.states[state.value] for state in reading.but_states)))
    if reading.but_topics:
        parts.append(said.but_topics(", ".join(map(tidy, reading.but_topics))))
    parts += [said.groups_only] if reading.groups_only and reading.agencies else []
    parts += [said.parties(each.role.value, each.least, each.most) for each in reading.parties]
    if reading.period is not None:
        parts.append(words.due(reading.period.stretches()))
    parts += [said.whatever([words.states[each.value] for each in reading.whatever])] if reading.whatever else []
    states = [_state(s, reading, words, today) for s in reading.states]
    if reading.none_of:
        states = [said.none_of(how_late(reading, words, today))]
    elif len(alternatives(reading.states, either=reading.either)) > 1 or _OVERDUE_OR_SOON.issubset(reading.states):
        states = [said.either(states)]
    parts += states
    if reading.counted != (None, None):
        parts.append(said.counted(*reading.counted))
    if reading.intent is Intent.DATABASES and (criteria := criteria_in(reading.words)) != (None, None):
        parts.append(said.criteria(*criteria))
    return parts


def _state(state: State, reading: Reading, words: Words, today: date) -> str:
    if state is State.OVERDUE and reading.lateness is not None:
        return how_late(reading, words, today)
    told = words.states[state.value]
    if state is State.RECURRING and reading.rhythm:
        return f"{told}, {condition_words(words.language).rhythms[reading.rhythm]}"
    return f"{told} ({day(today)})" if state in (State.OVERDUE, State.IN_TIME) else told


def unread_line(reading: Reading, words: Words) -> str:
    """Return the line (HTML) on what of a question was not taken into account; "" where everything was."""
    if reading.not_there:
        return f"⚠️ {esc(condition_words(words.language).not_there(shorten(reading.not_there, 60)))}"
    conditions = condition_words(words.language)
    told = [conditions.unknown(f"“{shorten(reading.unknown, 60)}”")] if reading.unknown else []
    if reading.unread:
        said = ", ".join(f"“{shorten(each, 60)}”" for each in dict.fromkeys(reading.unread))
        told.append(conditions.unread(said))
    return f"⚠️ {esc(' '.join(told))}" if told else ""
