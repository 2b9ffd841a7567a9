"""`python -m tests.eval.fit FILE …`: fits what tells questions about the directives from those about something else.

Logistic regression over `Look.features`, both classes weighed alike, on the development set and the files named; what
it prints goes into `knowledge.answers.relevance.ODDS`. The offset is set so that the share of outside questions that
is declined is the one asked for. What is kept is told twice: of all questions, and of each file's by a fit to the
others, which is what questions nobody has seen may hope for.
"""

import argparse
import math
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.app import open_rooms
from bot.clock import FrozenClock
from knowledge.answers.relevance import Look
from knowledge.questions import read_question
from tests.eval.__main__ import TODAY, questions

_STEPS, _RIDGE = 12, 1e-3
Features = dict[str, float]
Example = tuple[Features, bool, str]


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--declined", type=float, default=0.95, help="share of outside questions to decline")
    options = parser.parse_args()
    examples = list(_examples(options.files))
    weights, kept = fitted(examples, options.declined)
    for name, weight in weights.items():
        print(f'    "{name}": {weight:.3f},')
    print(f"{len(examples)} examples; outside: {options.declined:.0%} declined; the others: {kept:.1%} kept")
    scores: list[tuple[float, bool]] = []
    for file in sorted({file for _, _, file in examples}):
        weights, _ = fitted([e for e in examples if e[2] != file], options.declined)
        scores += [(score(weights, f), inside) for f, inside, of in examples if of == file]
    declined = sum(s < 0 for s, inside in scores if not inside) / max(1, sum(not inside for _, inside in scores))
    kept = sum(s >= 0 for s, inside in scores if inside) / max(1, sum(inside for _, inside in scores))
    print(f"each file by the others: outside {declined:.1%} declined; the others {kept:.1%} kept")


def _examples(files: Iterable[Path]) -> Iterable[Example]:
    base = open_rooms(None, FrozenClock(TODAY).now()).base
    rows = [*questions()]
    for path in files:
        rows += [{**row, "file": path.name} for row in tomllib.loads(path.read_text(encoding="utf-8"))["question"]]
    for row in rows:
        if row["kind"] not in ("fact", "topic", "outside") or "text" not in row:
            continue
        reading = read_question(row["text"], base.vocabulary, TODAY)
        look = Look(reading, base)
        if not (reading.foreign or reading.place) and look.decided is None:
            yield look.features, row["kind"] != "outside", row["file"]


def fitted(examples: Sequence[Example], declined: float) -> tuple[Features, float]:
    """Return the weights that decline that share, and the share of the others they keep."""
    weights = fit([(features, inside) for features, inside, _ in examples])
    scores = sorted(score(weights, features) for features, inside, _ in examples if not inside)
    weights["none"] -= scores[min(len(scores) - 1, int(declined * len(scores)))]
    odds = [score(weights, features) for features, inside, _ in examples if inside]
    return weights, sum(one >= 0 for one in odds) / len(odds)


def score(weights: Features, features: Features) -> float:
    """Return the weighted sum."""
    return sum(weights[name] * value for name, value in features.items())


def fit(examples: Sequence[tuple[Features, bool]]) -> Features:
    """Return the weights by Newton's method on standardised features."""
    names = list(examples[0][0])
    mean = {n: sum(f[n] for f, _ in examples) / len(examples) for n in names}
    spread = {n: math.sqrt(sum((f[n] - mean[n]) ** 2 for f, _ in examples) / len(examples)) or 1.0 for n in names}
    rows = [([(f[n] - mean[n]) / spread[n] if n != "none" else 1.0 for n in names], inside) for f, inside in examples]
    inside = sum(label for _, label in rows)
    balance = {True: 0.5 / inside, False: 0.5 / (len(rows) - inside)}
    size = len(names)
    w = [0.0] * size
    for _ in range(_STEPS):
        slope = [_RIDGE * x for x in w]
        bend = [[_RIDGE if i == j else 0.0 for j in range(size)] for i in range(size)]
        for values, label in rows:
            guess = 1 / (1 + math.exp(-sum(a * b for a, b in zip(w, values, strict=True))))
            error, curve = (guess - label) * balance[label], guess * (1 - guess) * balance[label]
            for i, value in enumerate(values):
                slope[i] += error * value
                for j in range(i + 1):
                    bend[i][j] += curve * value * values[j]
        for i in range(size):
            for j in range(i):
                bend[j][i] = bend[i][j]
        w = [x - step for x, step in zip(w, _solved(bend, slope), strict=True)]
    plain = {n: x / spread[n] for n, x in zip(names, w, strict=True) if n != "none"}
    return {"none": w[names.index("none")] - sum(plain[n] * mean[n] for n in plain), **plain}


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a positive definite system by elimination."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i in range(size):
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            for j in range(i, size + 1):
                rows[k][j] -= factor * rows[i][j]
    found = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][j] * found[j] for j in range(i + 1, size))
        found[i] = (rows[i][size] - known) / rows[i][i]
    return found


if __name__ == "__main__":
    main()
