"""Answers and memory as the tasks grow, and the questions that are hardest to read.

Stores are filled and asked in processes of their own, so that each figure is of its own store.
"""

import multiprocessing
import resource
import statistics
import tempfile
import time
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bench.synthetic import grown
from bot.memory import settle
from knowledge.answers import answer
from knowledge.base import KnowledgeBase, open_knowledge
from knowledge.loading import load_corpus
from knowledge.questions import Reading
from knowledge.store import DirectiveStore, open_database
from knowledge.text import fold

TODAY = date(2026, 11, 22)
SIZES = (1_000, 25_000, 100_000)
QUESTIONS = Path(__file__).parent.parent / "tests" / "eval"
# A screen of a list.
_PAGE = 5
LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds a question took, and the most memory the process held, in MiB."""

    seconds: list[float]
    memory: float

    def at(self, share: float) -> float:
        """Return the seconds that `share` of the questions stayed under."""
        return sorted(self.seconds)[min(len(self.seconds) - 1, int(len(self.seconds) * share))]


def fill(path: Path, tasks: int) -> None:
    """Fill a store at `path` with a corpus of `tasks`, most of them made up."""
    DirectiveStore(open_database(path)).apply(grown(load_corpus(), tasks), "bench", datetime.now(UTC))


def ask(path: Path) -> Figures:
    """Ask the store at `path` every question of the development set, a page of tasks each."""
    base = KnowledgeBase(DirectiveStore(open_database(path)))
    base.ready(), base.everyday
    settle()
    seconds = []
    for _, question in questions():
        begin = time.perf_counter()
        found = answer(base.read(question, TODAY), base, TODAY)
        _ = list(found.own[:_PAGE]), len(found.via_group)
        seconds.append(time.perf_counter() - begin)
    return Figures(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def questions() -> Iterator[tuple[str, str]]:
    """Yield the questions of the development set that stand alone, each after its kind."""
    for path in sorted(QUESTIONS.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get("question", []):
            if "text" in row:
                yield row["kind"], row["text"]


def hard_questions(base: KnowledgeBase) -> Iterator[str]:
    """Yield the longest questions that are made to be slow: one thing again and again, and long real text."""
    pieces = (
        *("a", "việc ", "nhieemj vujj ", "chuyendoisodulieuquocgia", "chuyendoisodulieuquocgianghiencuu ", "x1 "),
        *("1 2 ", ",", "dữ liệu, ", "31/12/2026 ", "từ 1/7 đến 15/8 ", "quý I/2026 ", "trước ngày ", "hai mươi ba "),
        *("Bộ Y tế ", "BCA ", "Bộ TT&TT ", "Bộ Khoa học và Công nghệ, Bộ Công an, ", "tỉnh Hà Giang cũ ", "NQ71 "),
        *("71-89.7 ", "\u0301", "a\u0301", "漢字", "😀", "한글 ", "a\u200b", "a\u00a0", "(", "\n", "a_b_", '"NEAR( '),
        *("nhiệm vụ của bộ nào ", "KHCN ĐMST CĐS QLNN ", "vie6c5 ", "giấy phép lái xe ", "which tasks are due in "),
        *("trừ bộ y tế trừ ai ", "nvụ qhạn ", "sở tư pháp xã ", "có được không "),
    )
    for piece in pieces:
        yield (piece * LONGEST)[:LONGEST]
    text = " ".join(base.store.texts())
    yield text[:LONGEST]
    yield fold(text)[:LONGEST]
    yield "".join(chr(0x20 + 7919 * place % 0x2FDF) for place in range(LONGEST))


def hardest() -> tuple[float, str]:
    """Return the seconds that the slowest of the hard questions takes on the shipped corpus, and how it begins."""
    base = open_knowledge(open_database(None), datetime.now(UTC))
    base.ready()
    slowest = (0.0, "")
    for question in hard_questions(base):
        begin = time.perf_counter()
        reading: Reading = base.read(question, TODAY)
        answer(reading, base, TODAY)
        slowest = max(slowest, (time.perf_counter() - begin, question[:24]))
    return slowest


def report(echo: float) -> None:
    """Print the figures, and their ratio to the median `echo` round trip over HTTP, in seconds."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), max_tasks_per_child=1) as apart,
    ):
        for tasks in SIZES:
            path = Path(folder) / f"{tasks}.db"
            apart.submit(fill, path, tasks).result()
            found = apart.submit(ask, path).result()
            _line(
                f"{tasks:,} tasks: answer in process",
                f"p50 {statistics.median(found.seconds) * 1000:7.2f} ms   p95 {found.at(0.95) * 1000:7.2f} ms"
                f"   p95 / echo {found.at(0.95) / echo:5.2f}   memory {found.memory:5.0f} MiB"
                f"   store {path.stat().st_size / 2**20:5.0f} MiB",
            )
        slowest, beginning = apart.submit(hardest).result()
        _line(f"hardest of the longest questions ({beginning!r} …)", f"{slowest * 1000:7.0f} ms")


def _line(name: str, value: str) -> None:
    print(f"{name:<58} {value}")
