"""The command line: JSON of stable shape for machines, a clear word for people."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.app import open_rooms
from bot.cli import clock_of, main
from bot.clock import FrozenClock
from bot.playground.personas import PERSONAS, SUPERVISOR
from bot.seeding import enrol
from bot.settings import Settings, read_settings
from knowledge.record import Actor, TaskAssigned, deadline_in_chat

QUESTION = "Bộ Công an chủ trì việc gì trong quý I/2026"
NOTHING = "thời tiết hôm nay thế nào"
ANSWER_KEYS = {
    "question": str,
    "understood": dict,
    "answer": str,
    "total": int,
    "tasks": list,
    "passages": list,
    "indicators": list,
    "databases": list,
}
UNDERSTOOD_KEYS = {"intent", "agencies", "due", "statuses", "directives", "topic"}
TASK_KEYS = {
    "id": str,
    "directive": str,
    "path": str,
    "title": str,
    "quote": str,
    "leads": list,
    "coordinators": list,
    "output": str,
    "deadline_text": str,
    "deadline_kind": str,
    "due": (str, type(None)),
    "recurrence": (str, type(None)),
    "status": str,
    "collective": bool,
    "via_group": bool,
}
INDICATOR_KEYS = {"code", "name", "unit", "target", "horizon", "agencies"}
DATABASE_KEYS = {"list", "number", "agency", "name", "met", "total", "connected"}

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("db") / "deep" / "bot.db"


@pytest.fixture(autouse=True)
def settled(database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The settings of these tests: their own database, the day of the examples, no .env."""
    for field in Settings.model_fields.values():
        monkeypatch.delenv(str(field.validation_alias), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DONDOC_DB", str(database))
    monkeypatch.setenv("DONDOC_TODAY", "2026-11-22")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that must succeed and return what it printed."""

    def call(*argv: str) -> str:
        assert main(list(argv)) == 0
        return capsys.readouterr().out

    return call


def test_a_question_is_answered_in_plain_text(run: Run) -> None:
    shown = run("ask", QUESTION)
    assert "Chủ trì: Bộ Công an".casefold() in shown.casefold()
    assert "17-5c2.1" in shown
    assert "17-TB/CQTTBCĐ" in shown
    assert "<b>" not in shown


def test_json_has_every_key_in_shape(run: Run) -> None:
    answer = json.loads(run("ask", "--json", QUESTION))
    assert {key: type(value) for key, value in answer.items()} == ANSWER_KEYS
    assert set(answer["understood"]) == UNDERSTOOD_KEYS
    assert answer["understood"]["agencies"] == [{"name": "Bộ Công an", "role": "lead"}]
    assert answer["understood"]["due"] == {"from": "2026-01-01", "to": "2026-03-31"}
    assert answer["question"] == QUESTION
    assert answer["total"] == len(answer["tasks"]) > 0
    for task in answer["tasks"]:
        assert list(task) == list(TASK_KEYS)
        assert all(isinstance(task[key], kind) for key, kind in TASK_KEYS.items())
        assert "2026-01-01" <= task["due"] <= "2026-03-31"
    assert answer["tasks"][0]["id"] == "17-5c2.1"
    assert [task["via_group"] for task in answer["tasks"]] == sorted(task["via_group"] for task in answer["tasks"])


def test_passages_indicators_and_databases_have_their_shapes(run: Run) -> None:
    passages = json.loads(run("ask", "--json", "6 rõ là gì"))["passages"]
    assert passages
    assert all(set(row) == {"directive", "path", "quote"} for row in passages)
    indicators = json.loads(run("ask", "--json", "chỉ tiêu đến năm 2030"))["indicators"]
    assert indicators
    assert all(set(row) == INDICATOR_KEYS for row in indicators)
    databases = json.loads(run("ask", "--json", "CSDL nào của Bộ Y tế chưa đạt đủ tiêu chí"))["databases"]
    assert databases
    assert all(set(row) == DATABASE_KEYS and row["agency"] == "Bộ Y tế" for row in databases)


@pytest.mark.parametrize("question", [NOTHING, "😀😀😀", "asdfghjkl qwertyuiop", "71-999.9"])
def test_a_question_without_an_answer_has_every_list_empty(question: str, run: Run) -> None:
    answer = json.loads(run("ask", "--json", question))
    assert [answer[key] for key in ("tasks", "passages", "indicators", "databases")] == [[], [], [], []]
    assert answer["total"] == 0
    assert answer["answer"]


def test_questions_from_standard_input_are_answered_a_line_each(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{QUESTION}\n{NOTHING}\n6 ro la gi"))
    lines = run("ask", "--json", "-").splitlines()
    assert [json.loads(line)["question"] for line in lines] == [QUESTION, NOTHING, "6 ro la gi"]


def test_today_is_an_option_before_it_is_a_setting(run: Run) -> None:
    def overdue(*more: str) -> int:
        return int(json.loads(run("ask", "--json", *more, "Bộ Công an còn việc gì quá hạn"))["total"])

    assert overdue("--today", "2025-01-01") == 0
    assert overdue() > 0


def test_the_frozen_day_is_the_one_of_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clock_of(read_settings()).today().isoformat() == "2026-11-22"
    monkeypatch.setenv("DONDOC_TODAY", "2026-01-05")
    assert clock_of(read_settings()).today().isoformat() == "2026-01-05"


def test_mine_means_the_agency_of_who_asks(run: Run) -> None:
    answer = json.loads(run("ask", "--json", "--as", "BYT", "việc của mình quá hạn"))
    assert [agency["name"] for agency in answer["understood"]["agencies"]] == ["Bộ Y tế"]


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database of its own in which a supervisor gave the police a task."""
    monkeypatch.setenv("DONDOC_DB", str(tmp_path / "given.db"))
    now = FrozenClock(date(2026, 11, 22)).now()
    rooms = open_rooms(tmp_path / "given.db", now)
    enrol(rooms.people, PERSONAS, now)
    person = rooms.people.find(SUPERVISOR.id)
    assert person is not None
    words = "Gửi danh sách cán bộ dự tập huấn"
    deadline = deadline_in_chat("15/12", now.date())
    task = TaskAssigned(words, words, ("Bộ Công an",), deadline=deadline, document="45/TB-VPCP")
    rooms.record.record(task, Actor(person, rooms.people.pseudonym(person.id)), now, "given")


@pytest.mark.usefixtures("given")
def test_tasks_given_from_chat_are_answered_to_those_concerned(run: Run) -> None:
    asked = "việc của Bộ Công an trong tháng 12/2026"
    without = json.loads(run("ask", "--json", asked))
    answer = json.loads(run("ask", "--json", "--as", "BCA", asked))
    (task,) = [each for each in answer["tasks"] if each["id"] == "gv-1"]
    assert list(task) == list(TASK_KEYS)
    assert all(isinstance(task[key], kind) for key, kind in TASK_KEYS.items())
    assert (task["directive"], task["due"], task["status"]) == ("45/TB-VPCP", "2026-12-15", "no_report")
    assert answer["total"] == len(answer["tasks"]) == without["total"] + 1
    assert "việc giao từ chat" in answer["answer"]
    others = (("--as", "BYT"), ("--as", "VPCP", "--role", "official"), ())
    assert all(json.loads(run("ask", "--json", *more, asked))["total"] == without["total"] for more in others)
    assert json.loads(run("ask", "--json", "--role", "supervisor", asked))["total"] == answer["total"]
    (coded,) = json.loads(run("ask", "--json", "--as", "BCA", "gv-1"))["tasks"]
    assert coded["id"] == "gv-1"


@pytest.mark.usefixtures("given")
def test_a_report_may_be_on_one(run: Run) -> None:
    found = json.loads(run("match", "--json", "--as", "BCA", "đã gửi danh sách cán bộ tập huấn"))
    assert (found[0]["id"], found[0]["directive"]) == ("gv-1", "45/TB-VPCP")
    assert all(row["id"] != "gv-1" for row in json.loads(run("match", "--json", "đã gửi danh sách cán bộ tập huấn")))


def test_an_agency_nobody_knows_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--as", "Bộ Phép thuật và Mây", QUESTION]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("dondoc: ")
    assert "Bộ Phép thuật và Mây" in err


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("quý I/2026", {"from": "2026-01-01", "to": "2026-03-31", "kind": "within"}),
        ("trước ngày 10/01/2026", {"from": None, "to": "2026-01-10", "kind": "by"}),
        ("tháng này", {"from": "2026-11-01", "to": "2026-11-30", "kind": "within"}),
        ("xin chào", None),
    ],
)
def test_a_period_is_read(words: str, period: object, run: Run) -> None:
    assert json.loads(run("period", words)) == period


def test_periods_from_standard_input_keep_their_lines(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("xin chào\nquý II/2026\n"))
    first, second = run("period", "--today", "2025-05-05", "-").splitlines()
    assert json.loads(first) is None
    assert json.loads(second)["to"] == "2026-06-30"


def test_a_report_is_matched_in_shape_best_first(run: Run) -> None:
    found = json.loads(run("match", "--json", "CSDL về cư trú xong 80%"))
    assert [list(row) for row in found] == [["id", "directive", "path", "title", "quote", "score"]] * len(found)
    assert (found[0]["id"], found[0]["directive"], found[0]["path"]) == ("71-89.7", "71/NQ-CP", "PLII.89(7)")
    assert [row["score"] for row in found] == sorted((row["score"] for row in found), reverse=True)


def test_reports_from_standard_input_are_matched_a_line_each(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"csdl xu ly vi pham hanh chinh xong 80%\n{NOTHING}\n"))
    first, second = map(json.loads, run("match", "--as", "BCA", "-").splitlines())
    assert first[0]["id"] == "71-89.20"
    assert second == []


def test_every_task_is_listed_once_in_the_same_shape(run: Run) -> None:
    tasks = json.loads(run("tasks", "--json"))
    assert len({task["id"] for task in tasks}) == len(tasks) > 400
    assert all(list(task) == list(TASK_KEYS) for task in tasks)
    assert not any(task["via_group"] for task in tasks)


def test_indicators_and_databases_are_listed(run: Run) -> None:
    indicators = json.loads(run("indicators", "--json"))
    assert all(set(row) == INDICATOR_KEYS for row in indicators)
    assert len({row["code"] for row in indicators}) == len(indicators) > 0
    databases = json.loads(run("databases", "--json"))
    assert all(set(row) == DATABASE_KEYS for row in databases)
    assert len({(row["list"], row["number"]) for row in databases}) == len(databases) > 0


def test_every_agency_a_task_names_is_listed(run: Run) -> None:
    names = {row["name"] for row in json.loads(run("agencies", "--json"))}
    for task in json.loads(run("tasks", "--json")):
        assert {*task["leads"], *task["coordinators"]} <= names


@pytest.mark.parametrize("what", ["tasks", "indicators", "databases", "agencies"])
def test_a_plain_listing_has_a_line_for_each(what: str, run: Run) -> None:
    rows = json.loads(run(what, "--json"))
    lines = run(what).splitlines()
    assert len(lines) == len(rows)
    assert all(line.strip() for line in lines)


@pytest.mark.parametrize("variable", ["DONDOC_TODAY", "DONDOC_PORT", "DONDOC_ADMINS", "TELEGRAM_API_BASE"])
def test_wrong_settings_stop_every_command_with_two(
    variable: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(variable, "sai-giá-trị")
    assert main(["period", "quý I/2026"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert variable in err
    assert "sai-giá-trị" not in err


@pytest.mark.parametrize("argv", [[], ["ask"], ["ask", "--today", "hôm nay", "x"], ["dance"]])
def test_a_wrong_call_says_how_and_ends_with_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(argv)
    assert ended.value.code == 2
    assert "usage: dondoc" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["file/bot.db", "file", "."])
def test_a_database_that_cannot_be_used_is_said_in_a_line(
    path: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("Kính gửi các bộ, ngành. " * 200, encoding="utf-8")
    monkeypatch.setenv("DONDOC_DB", str(tmp_path / path))
    assert main(["tasks"]) == 2
    err = capsys.readouterr().err
    assert "DONDOC_DB" in err
    assert "Traceback" not in err


def test_the_plan_of_a_time_is_printed_as_it_would_come(run: Run) -> None:
    lines = run("plan", "--from", "2026-11-23", "--to", "2026-12-04", "--as", "BCA", "--json").splitlines()
    notices = [json.loads(line) for line in lines]
    assert len({each["day"] for each in notices}) == len(notices) > 3
    assert "2026-11-24" not in {each["day"] for each in notices}  # a public holiday
    assert all(each["items"] and "Bộ Công an" in each["text"] for each in notices)
    assert "Thứ Hai 23/11/2026" in run("plan", "--from", "2026-11-23", "--to", "2026-11-23", "--as", "BCA")


def test_nobody_is_reminded_where_nobody_has_joined(run: Run) -> None:
    assert run("plan", "--from", "2026-11-23", "--to", "2026-12-04") == ""
    assert run("notices", "--json") == ""
