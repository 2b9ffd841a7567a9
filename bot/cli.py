"""The command line: `dondoc run`, and the machine-readable commands."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from bot.clock import Clock, FrozenClock, SystemClock
from bot.settings import Settings, SettingsError, read_settings
from knowledge.errors import DondocError

Line = Callable[[str], Any]


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 wrong call."""
    options = _parser().parse_args(argv)
    try:
        settings = read_settings()
        code: int = options.run(options, settings)
    except SettingsError as error:
        print(f"dondoc: cannot use the settings: {error}", file=sys.stderr)
        return 2
    except DondocError as error:
        print(f"dondoc: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output went away: nothing is left to say
        sys.stderr.close()
        return 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dondoc", description="Đôn Đốc: nhiệm vụ theo Nghị quyết 57-NQ/TW")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="run the bot with the token of the environment, or the playground")
    run.set_defaults(run=_run)

    ask = commands.add_parser("ask", help="answer a question as the chat would")
    ask.add_argument("question", metavar="QUESTION", help="the question, or - for one a line from standard input")
    ask.add_argument("--json", action="store_true")
    ask.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD")
    ask.add_argument("--as", dest="agency", default="", metavar="AGENCY", help="the agency that “mình” means")
    ask.add_argument(
        "--chat", action="store_true", help="the lines of - are one conversation: a follow-up leans on the last"
    )
    ask.add_argument("--explain", action="store_true", help="show each step: words, reading, query, result")
    ask.add_argument("--role", default="", metavar="ROLE", help="supervisor: with every task given from chat")
    ask.set_defaults(run=_ask)

    period = commands.add_parser("period", help="what the time parser makes of the words")
    period.add_argument("words", metavar="WORDS", help="the words, or - for one a line from standard input")
    period.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD")
    period.set_defaults(run=_period)

    match = commands.add_parser("match", help="the tasks that a report in plain words most likely means")
    match.add_argument("words", metavar="WORDS", help="the report, or - for one a line from standard input")
    match.add_argument("--json", action="store_true")
    match.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD")
    match.add_argument("--as", dest="agency", default="", metavar="AGENCY", help="the agency of who reports")
    match.set_defaults(run=_match)

    for name, told in (
        ("tasks", "every task"),
        ("indicators", "every indicator of 71/NQ-CP"),
        ("databases", "every database of 329/TB-VPCP"),
        ("agencies", "every agency and group"),
    ):
        command = commands.add_parser(name, help=told)
        command.add_argument("--json", action="store_true")
        command.set_defaults(run=_listing, what=name)
    _add_notices(commands)
    _add_audit(commands.add_parser("audit", help="prove the record, write it out, look after its files"))
    return parser


def _add_notices(commands: Any) -> None:
    plan = commands.add_parser("plan", help="every reminder of a time as it would come, if nothing changes")
    plan.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    plan.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    plan.add_argument("--person", type=int, metavar="ID", help="only those of this Telegram id")
    plan.add_argument("--as", dest="agency", default="", metavar="AGENCY", help="those of a new focal point of it")
    plan.add_argument("--json", action="store_true", help="one object a line")
    plan.set_defaults(run=_plan)

    notices = commands.add_parser("notices", help="the ledger: who was told what and when, and what they did with it")
    notices.add_argument("--json", action="store_true", help="one object a line")
    notices.set_defaults(run=_notices)


def _add_audit(audit: argparse.ArgumentParser) -> None:
    commands = audit.add_subparsers(required=True, metavar="COMMAND")

    verify = commands.add_parser("verify", help="walk the record and name the first broken entry")
    verify.add_argument("--head", type=_head, metavar="COUNT:HASH", help="a head that was printed earlier and kept")
    verify.set_defaults(run=_audit_verify)

    export = commands.add_parser("export", help="every entry, to standard output")
    kind = export.add_mutually_exclusive_group(required=True)
    kind.add_argument("--csv", action="store_true", help="for Excel")
    kind.add_argument("--json", action="store_true", help="exactly what was hashed")
    export.set_defaults(run=_audit_export)

    files = commands.add_parser("files", help="are the files shown as evidence whole, and which are shown by no report")
    files.add_argument("--sweep", action="store_true", help="remove what no report has shown for a day")
    files.set_defaults(run=_audit_files)


def _head(text: str) -> Any:
    from knowledge.record import parse_head

    return parse_head(text)


def clock_of(settings: Settings, today: date | None = None) -> Clock:
    """Return the clock: frozen at `today` or at DONDOC_TODAY, else the system's."""
    frozen = today or settings.dondoc_today
    return FrozenClock(frozen) if frozen else SystemClock()


def _run(_: argparse.Namespace, settings: Settings) -> int:
    from bot.run import run

    return run(settings)


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    from bot.app import open_rooms
    from bot.shapes import Asking

    clock = clock_of(settings, options.today)
    rooms = open_rooms(settings.dondoc_db, clock.now())
    asker = rooms.base.registry.resolve(options.agency) if options.agency else ""
    given = _given(rooms, asker, everything=options.role == "supervisor")
    book = rooms.record.book()
    asking = Asking(rooms.base, clock.today(), asker, conversation=options.chat, book=book, given=given)
    if options.explain:
        _print(options.question, asking.explain, as_json=True, plain=str)
    else:
        _print(options.question, asking.ask, as_json=options.json, plain=lambda found: str(found["answer"]))
    return 0


def _given(rooms: Any, agency: str, *, everything: bool = False) -> list[Any]:
    """Return the tasks given from chat that an agency's people may see, or a supervisor: all."""
    from knowledge.record import concerning

    every = rooms.record.given()
    return list(every) if everything else concerning(every, (agency,) if agency else (), rooms.base.registry)


def _period(options: argparse.Namespace, settings: Settings) -> int:
    from bot.shapes import period_json
    from knowledge.when import parse_period

    today = clock_of(settings, options.today).today()

    def one(words: str) -> Any:
        period = parse_period(words, today)
        return {**(period_json(period) or {}), "kind": period.kind} if period else None

    _print(options.words, one, as_json=True, plain=str)
    return 0


def _match(options: argparse.Namespace, settings: Settings) -> int:
    from bot.app import open_rooms
    from bot.shapes import match_json
    from knowledge.reporting import match

    clock = clock_of(settings, options.today)
    rooms = open_rooms(settings.dondoc_db, clock.now())
    base = rooms.base
    reporter = base.registry.resolve(options.agency) if options.agency else ""
    given = _given(rooms, reporter)

    def one(words: str) -> Any:
        found = match(words, base, clock.today(), reporter, given=[each.task for each in given])
        return [match_json(each, base, given) for each in found]

    def plain(found: Any) -> str:
        return "\n".join(f"{row['id']}\t{row['score']}\t{row['title']}" for row in found)

    _print(options.words, one, as_json=options.json, plain=plain)
    return 0


def _listing(options: argparse.Namespace, settings: Settings) -> int:
    from bot import register_shapes, shapes
    from bot.app import open_rooms
    from knowledge.answers import hit

    base = open_rooms(settings.dondoc_db, clock_of(settings).now()).base
    store = base.store
    makers: dict[str, Callable[[], list[register_shapes.Json]]] = {
        "tasks": lambda: [shapes.task_json(hit(t, base.registry), base) for t in store.in_reading_order()],
        "indicators": lambda: [register_shapes.indicator_json(row) for row in store.indicators()],
        "databases": lambda: [register_shapes.database_json(row) for row in store.databases()],
        "agencies": lambda: register_shapes.agencies_json(base.registry),
    }
    rows = makers[options.what]()
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            print("\t".join(str(row.get(key, "")) for key in ("id", "code", "name", "title", "due") if row.get(key)))
    return 0


def _plan(options: argparse.Namespace, settings: Settings) -> int:
    from bot import notices
    from bot.app import open_rooms

    clock = clock_of(settings)
    rooms = open_rooms(settings.dondoc_db, clock.now())
    return notices.plan(
        rooms,
        options.first,
        options.last,
        today=clock.today(),
        person=options.person,
        agency=rooms.base.registry.resolve(options.agency) if options.agency else "",
        as_json=options.json,
    )


def _notices(options: argparse.Namespace, settings: Settings) -> int:
    from bot import notices
    from bot.app import open_rooms

    return notices.ledger(open_rooms(settings.dondoc_db, clock_of(settings).now()), as_json=options.json)


def _audit_verify(options: argparse.Namespace, settings: Settings) -> int:
    from bot import audit
    from bot.app import open_rooms

    return audit.verify(open_rooms(settings.dondoc_db, clock_of(settings).now()), options.head)


def _audit_export(options: argparse.Namespace, settings: Settings) -> int:
    from bot import audit
    from bot.app import open_rooms

    return audit.export(open_rooms(settings.dondoc_db, clock_of(settings).now()), as_json=options.json)


def _audit_files(options: argparse.Namespace, settings: Settings) -> int:
    from bot import audit
    from bot.app import open_rooms

    return audit.files(open_rooms(settings.dondoc_db, clock_of(settings).now()), sweep=options.sweep)


def _print(argument: str, make: Line, *, as_json: bool, plain: Callable[[Any], str]) -> None:
    """Make and print one thing, or with - one a line; JSON then stands one object a line."""
    lines: Iterable[str] = _stdin() if argument == "-" else (argument,)
    many = argument == "-"
    for line in lines:
        made = make(line)
        if as_json or many:
            print(json.dumps(made, ensure_ascii=False, indent=None if many else 1), flush=many)
        else:
            print(plain(made))


def _stdin() -> Iterator[str]:
    for line in sys.stdin:
        yield line.rstrip("\n")


if __name__ == "__main__":
    sys.exit(main())
