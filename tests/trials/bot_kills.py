"""Kills the whole bot under report load: no report may be lost, doubled or acknowledged too early, and no card lost.

People report by chat at a local Bot API server in a process of its own: each says one thing after another, presses yes
and waits for the acknowledgement, however long the bot is away. Nobody says anything twice. Every second report claims
that the task is done, so that the supervisor must get a card of it, whenever the bot was killed. The bot is a process
that was ready before it began, so that a kill costs its start alone.
"""

import asyncio
import itertools
import os
import random
import re
import select
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.app import build, furnished, open_rooms
from bot.clock import FrozenClock
from bot.evidence import evidence_beside
from bot.playground.actor import Person
from bot.playground.personas import FOCAL_POINT, OFFICIAL, PERSONAS, STAFF, SUPERVISOR
from bot.playground.server import Playground
from bot.playground.transcript import Event
from bot.run import started
from bot.seeding import enrol
from handlers.views.wording.reports_vi import REPORTS
from knowledge.base import KnowledgeBase
from knowledge.people import Appointment, PersonRole
from knowledge.record import CorpusDuties
from knowledge.reporting import report_in
from knowledge.store import PeopleStore, RecordStore, open_database
from scheduler.pacing import Limits
from scheduler.store import MIGRATIONS, Outbox
from tests.trials.kills import Outcome

TODAY = date(2026, 11, 22)
TASKS = {FOCAL_POINT.key: "71-89.7", STAFF.key: "71-1", OFFICIAL.key: "71-89.49"}
_MARK = re.compile(r"#(\d+)#")
_MOST_ACKNOWLEDGED = 4
_MOMENT_SECONDS = 0.05
_LONG = 60.0
_LOOK_SECONDS = 0.02


def ready_base() -> KnowledgeBase:
    """Return the shipped knowledge base, warm."""
    base = open_rooms(None, FrozenClock(TODAY).now()).base
    warm(base)
    return base


def warm(base: KnowledgeBase) -> None:
    """Work out everything that reading a report needs, before there are processes to do it each for itself."""
    report_in("71-89.7 đang làm được 40%", base, TODAY)


def bot_series(folder: Path, kills: int, seed: int, base: KnowledgeBase) -> Outcome:
    """Let people report to the bot in `folder`, kill it at instants that `seed` decides, look, and start it again."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "bot.db"
    _let_in(file)
    findings: list[str] = []
    heard: list[int] = []
    with _people() as (root, token, hearing, cards):
        for kill in range(kills):
            with _bot_running(file, base, root, token):
                heard += _hear(hearing, chance.randint(0, _MOST_ACKNOWLEDGED))
                select.select([], [], [], chance.uniform(0, _MOMENT_SECONDS))
            heard += _hear(hearing, None)
            findings += [f"seed {seed}, kill {kill + 1}: {finding}" for finding in _look(file, base, heard)]
        with _bot_running(file, base, root, token):
            heard += _hear(hearing, 2 * len(TASKS))  # whoever waited has been answered, nobody is stuck
            claims = _all_told(file, base)
        shown = Counter(_hear(cards, None))
    findings += _look(file, base, heard)
    findings += _look_at_cards(claims, shown, kills)
    return Outcome(kills, len(heard), _store(file, base).log.head.count, tuple(findings))


def _let_in(file: Path) -> None:
    people = PeopleStore(open_database(file, MIGRATIONS))
    enrol(people, PERSONAS, FrozenClock(TODAY).now())
    people.appoint(OFFICIAL.id, Appointment(PersonRole.STAFF, str(OFFICIAL.agency)))


@contextmanager
def _bot_running(file: Path, base: KnowledgeBase, root: str, token: str) -> Iterator[None]:
    """Let the bot run in a process of its own, and kill it in the end."""
    bot = _forked(lambda: asyncio.run(_bot(file, base, root, token)))
    try:
        yield
    finally:
        _kill(bot)


async def _bot(file: Path, base: KnowledgeBase, root: str, token: str) -> None:
    clock = FrozenClock(TODAY)
    rooms = furnished(open_database(file, MIGRATIONS), base)
    async with AsyncExitStack() as stack:
        application = build(token, root, rooms, clock, limits=Limits(10_000, 10_000, 10_000))
        await started(stack, application, rooms, clock, asyncio.Event())
        await asyncio.Event().wait()


@contextmanager
def _people() -> Iterator[tuple[str, str, int, int]]:
    """Let people report in a process of their own; yield server, token, and where acknowledgements and cards are heard.

    A number is heard each time its acknowledgement is seen, or the supervisor is shown its card.
    """
    hearing, telling = os.pipe()
    cards, showing = os.pipe()
    people = _forked(lambda: asyncio.run(_report(telling, showing)))
    os.close(telling)
    os.close(showing)
    try:
        line = b""
        while not line.endswith(b"\n"):
            line += os.read(hearing, 1)
        root, token = line.decode().split()
        yield root, token, hearing, cards
    finally:
        _kill(people)
        os.close(hearing)
        os.close(cards)


async def _report(telling: int, showing: int) -> None:
    playground = Playground(FrozenClock(TODAY))
    playground.world.transcript.listen(lambda event: _show(event, showing))
    await playground.start()
    os.write(telling, f"{playground.root} {playground.token}\n".encode())
    numbers = itertools.count(1)
    async with asyncio.TaskGroup() as group:
        for who, task in TASKS.items():
            group.create_task(_report_on(Person(playground.world, who), task, numbers, telling))


def _show(event: Event, showing: int) -> None:
    """Tell that the supervisor was shown a card."""
    if event.kind == "message" and event.chat_id == SUPERVISOR.id:
        for mark in _MARK.findall(str(event.data["message"].get("text", ""))):
            os.write(showing, b"%d\n" % int(mark))


async def _report_on(person: Person, task: str, numbers: Iterator[int], telling: int) -> None:
    """Report again and again; each number is told when its acknowledgement is seen."""
    for claiming in itertools.cycle((False, True)):
        number = next(numbers)
        mark = f"#{number}#"
        person.drain()
        done = "đã xong ngày 20/11/2026, quyết định 45/QĐ-BCA"
        await person.say(f"{task} {done if claiming else f'đang làm được {number % 90 + 1}%'} {mark}")
        proposed = await person.next_message(_LONG)
        while mark not in proposed.text:
            proposed = await person.next_message(_LONG)
        await person.press(REPORTS.record_it, proposed, timeout=_LONG)
        shown = await person.next_change(_LONG)
        while mark not in shown.text or not shown.text.startswith("✅"):
            shown = await person.next_change(_LONG)
        os.write(telling, b"%d\n" % number)


def _forked(work: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(1)  # never into the parent's code, whatever happened
    return child


def _kill(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _hear(hearing: int, wanted: int | None) -> list[int]:
    """Return the numbers heard until there are `wanted`; with None, those that are there already."""
    heard = b""
    while wanted is None or heard.count(b"\n") < wanted or not (heard == b"" or heard.endswith(b"\n")):
        ready, _, _ = select.select([hearing], [], [], 0 if wanted is None else _LONG)
        if not ready:
            if wanted is None and (heard == b"" or heard.endswith(b"\n")):
                break
            raise RuntimeError("nobody is acknowledged any more")
        more = os.read(hearing, 4096)
        if not more:
            raise RuntimeError("the people gave up")
        heard += more
    return [int(line) for line in heard.split()]


def _store(file: Path, base: KnowledgeBase) -> RecordStore:
    db = open_database(file, MIGRATIONS)
    return RecordStore(db, CorpusDuties(base.store.task, base.registry), evidence_beside(db).has)


def _look(file: Path, base: KnowledgeBase, heard: list[int]) -> list[str]:
    """Return what is wrong: an acknowledged report that is not there once, any that is there twice, a broken chain."""
    store = _store(file, base)
    verdict = store.verify()
    found = Counter(int(mark) for entry in store.log.entries() for mark in _MARK.findall(entry.payload))
    findings = [] if verdict.sound else [f"the chain is broken at {verdict.broken} ({verdict.why})"]
    if store.state_differs():
        findings.append("the state is not what the entries come to")
    findings += [f"#{n}# was acknowledged and stands {found[n]} times" for n in heard if found[n] != 1]
    findings += [f"#{n}# stands {times} times" for n, times in found.items() if times > 1]
    store.close()
    return findings


@dataclass(frozen=True)
class Claim:
    """A recorded claim: its mark, what became of the supervisor's card ("" for none), and whether another followed."""

    mark: int
    card: str
    replaced: bool


def _all_told(file: Path, base: KnowledgeBase) -> list[Claim]:
    """Wait until the running bot has told all that is recorded, and return the claims."""
    db = open_database(file, MIGRATIONS)
    outbox, store = Outbox(db), _store(file, base)
    for _ in range(int(_LONG / _LOOK_SECONDS)):
        head = store.log.head.count
        told = outbox.told_up_to() >= head and not outbox.waiting()
        if told:
            break
        select.select([], [], [], _LOOK_SECONDS)
    states = dict(db.execute("SELECT entry, state FROM notice WHERE chat = ?", [SUPERVISOR.id]).fetchall())
    claims: list[Claim] = []
    latest: set[str] = set()
    for entry in reversed(list(store.log.entries(1, head))):
        if entry.kind == "reported" and '"after":"done"' in entry.payload:
            (mark,) = _MARK.findall(entry.payload)
            claims.append(Claim(int(mark), states.get(entry.seq, ""), entry.subject in latest))
            latest.add(entry.subject)
    store.close()
    db.close()
    return claims


def _look_at_cards(claims: list[Claim], shown: Counter[int], kills: int) -> list[str]:
    """Return what is wrong: a claim whose card never came, though nothing took its place, and cards told too often."""
    findings = [] if claims else ["nobody claimed anything"]
    for one in claims:
        if one.card == "sent" and not shown[one.mark]:
            findings.append(f"the card of #{one.mark}# is said to be sent, and nobody saw it")
        elif not shown[one.mark] and not (one.card == "dropped" and one.replaced):
            findings.append(f"the card of #{one.mark}# was lost ({one.card or 'never planned'})")
    repeats = sum(times - 1 for times in shown.values())
    if repeats > kills:
        findings.append(f"{repeats} cards were repeated after {kills} kills")
    return findings
