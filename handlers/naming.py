"""Steps that ask which agencies, and which task: typed in any way, chosen from what may be meant."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from handlers.composing import words_of
from handlers.dialogues import AgainError, Step, Talk
from handlers.given import given_seen
from handlers.reporting.drafts import code_in
from handlers.services import Services
from handlers.views.reply import Button, Reply, bold, esc, shorten
from knowledge.answers import answer
from knowledge.errors import UnknownTaskError
from knowledge.text import squeeze, tidy

MOST_AGENCIES = 12
_MOST_TYPED = 400
_LABEL = 60
_NEAR = 4
_SKIP = "none"
_BETWEEN = re.compile(r"[,;\n&+]|(?<!\w)(?:và|va|and)(?!\w)", re.IGNORECASE)
_PLACE = re.compile("\0(\\d+)\0")


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names: `sure` are agencies and groups, `unclear` what may be one, with those that may be meant."""

    sure: tuple[str, ...]
    unclear: tuple[tuple[str, tuple[str, ...]], ...] = ()


def agencies_named(service: Services, text: str) -> Named:
    """Return the agencies and groups that `text` names, one or several, however they are written."""
    said = tidy(text)
    mentions = service.base.registry.mentions(said)
    marked = said
    for place, each in reversed(list(enumerate(mentions))):
        marked = f"{marked[: each.start]}\0{place}\0{marked[each.end :]}"
    sure: list[str] = []
    unclear: list[tuple[str, tuple[str, ...]]] = []
    for part in _BETWEEN.split(marked):
        names = [mentions[int(place)].name for place in _PLACE.findall(part)]
        unit = len(names) > 1 and any(_is_unit(service, name) for name in names)  # "sở KH&CN Hà Nội" is one
        written = _PLACE.sub(lambda found: said[mentions[int(found[1])].start : mentions[int(found[1])].end], part)
        if not unit and not any(letter.isalpha() for letter in _PLACE.sub("", part)):
            sure += names
        elif service.base.registry.knows(squeeze(written)):
            sure.append(service.base.registry.resolve(written))
        else:
            near = (*(name for name in names if not _is_unit(service, name)), *_near(service, written))
            unclear.append((written.strip(), tuple(dict.fromkeys(near))))
    return Named(tuple(dict.fromkeys(sure)), tuple(unclear))


def _is_unit(service: Services, name: str) -> bool:
    """Tell whether a name stands for a unit that each province has."""
    known = service.base.registry.agencies.get(name)
    return known is not None and known.kind == "provincial_unit"


def _near(service: Services, written: str) -> list[str]:
    return [one.agency for one in service.affiliations.find(written)]


@dataclass(frozen=True, slots=True)
class _Agencies:
    """A step that asks for one or more agencies or groups; see `agencies_step`."""

    key: str
    ask: Callable[[Talk], str]
    skip: Callable[[Talk], str] | None

    @property
    def kept(self) -> str:
        """Under which key lies what was named so far."""
        return f"{self.key}_so_far"

    def names(self, talk: Talk) -> tuple[str, ...]:
        return kept_agencies(talk, self.kept)

    def shown(self, talk: Talk, offered: tuple[str, ...] = (), before: str = "") -> Reply:
        words, base, so_far = words_of(talk), talk.service.base, self.names(talk)

        def button(label: str, what: str, name: str) -> tuple[Button, ...]:
            return (talk.choice(label, f"{what}.{base.agency_number(name)}"),)

        rows = [button(words.add(shorten(name, _LABEL)), "add", name) for name in offered]
        if so_far:
            rows.append((talk.choice(words.done, "done"),))
            rows += [button(words.remove(shorten(base.registry.short(name), _LABEL)), "del", name) for name in so_far]
        elif self.skip is not None:
            rows.append((talk.choice(self.skip(talk), _SKIP),))
        told = words.agencies_so_far("; ".join(bold(name) for name in so_far)) if so_far else self.ask(talk)
        return Reply(f"{before}{told}", tuple(rows))

    def put(self, talk: Talk, names: Iterable[str]) -> None:
        talk.values[self.kept] = ",".join(str(talk.service.base.agency_number(name)) for name in names)

    def more(self, talk: Talk, found: tuple[str, ...]) -> str:
        """Keep what was named beside what was before; return what is said of it, HTML."""
        together = tuple(dict.fromkeys((*self.names(talk), *found)))
        if len(together) > MOST_AGENCIES:
            return f"{esc(words_of(talk).agency_too_many(MOST_AGENCIES))}\n\n"
        self.put(talk, together)
        return ""

    def take(self, talk: Talk, text: str) -> str:
        words = words_of(talk)
        if self.names(talk) and text.strip().casefold() == words.done.casefold():
            return talk.values[self.kept]
        named = agencies_named(talk.service, text[:_MOST_TYPED])
        before = self.more(talk, named.sure)
        offered: tuple[str, ...] = ()
        if not named.sure and not named.unclear:
            before = f"{esc(words.agency_unknown(text.strip()[:80]))}\n\n"
        for written, near in named.unclear[:_NEAR]:
            told = words.which_of(written[:80]) if near else words.agency_unknown(written[:80])
            before, offered = f"{before}{esc(told)}\n\n", (*offered, *near)
        raise AgainError(self.shown(talk, tuple(dict.fromkeys(offered)), before))

    def choose(self, talk: Talk, value: str) -> str:
        if value == _SKIP and self.skip is not None:
            return ""
        if value == "done" and self.names(talk):
            return talk.values[self.kept]
        what, _, number = value.partition(".")
        name = talk.service.base.agency_by_number(number)
        if what == "add":
            raise AgainError(self.shown(talk, before=self.more(talk, (name,))))
        if what == "del":
            self.put(talk, [each for each in self.names(talk) if each != name])
            raise AgainError(self.shown(talk))
        raise KeyError(value)


def agencies_step(key: str, ask: Callable[[Talk], str], skip: Callable[[Talk], str] | None = None) -> Step:
    """Return the step that asks (HTML) for one or more agencies or groups; `kept_agencies` reads what it kept.

    What was named so far lies beside it until it is done. With `skip`, a button's label, none is an answer too.
    """
    step = _Agencies(key, ask, skip)
    return Step(key, step.shown, step.take, step.choose)


def kept_agencies(talk: Talk, key: str) -> tuple[str, ...]:
    """Return what an `agencies_step` kept."""
    return tuple(talk.service.base.agency_by_number(each) for each in talk.values.get(key, "").split(",") if each)


@dataclass(frozen=True, slots=True)
class TaskWords:
    """What is said while a task is asked for: the question (HTML), none found, several found, the button for none."""

    ask: str
    unknown: Callable[[str], str]
    which: str
    none: str


def task_step(key: str, words: Callable[[Talk], TaskWords]) -> Step:
    """Return the step that asks for a task, by its code or some words; "" for none."""

    def rows(talk: Talk) -> tuple[tuple[Button, ...], ...]:
        return ((talk.choice(words(talk).none, "none"),),)

    def take(talk: Talk, text: str) -> str:
        service = talk.service
        code = code_in(service, text)
        if code is not None:
            return code
        reading = service.base.read(text[:_MOST_TYPED], service.today())
        found = answer(reading, service.base, service.today(), given=given_seen(service, talk.chat, talk.person))
        near = [hit.task for hit in (*found.given, *found.tasks[:_NEAR])[:_NEAR]]
        if not near:
            raise AgainError(Reply(esc(words(talk).unknown(text[:80])), rows(talk)))
        offered = tuple((talk.choice(shorten(f"{each.id} {each.title}", _LABEL), each.id),) for each in near)
        raise AgainError(Reply(esc(words(talk).which), (*offered, *rows(talk))))

    def choose(talk: Talk, value: str) -> str:
        if value == "none":
            return ""
        try:
            return talk.service.record.state.duty(value).task
        except UnknownTaskError as error:
            raise KeyError(value) from error

    return Step(key, lambda talk: Reply(words(talk).ask, rows(talk)), take, choose, code=True)
