"""`python -m tests.eval.fit FILE …`: fits what tells questions about the directives from those about something else.

Logistic regression over `Look.features`, both classes weighed alike, on the development set and the files named; what
it prints goes into `knowledge.answers.relevance.ODDS`. The offset is set so that the share of outside questions that
is declined is the one asked for.
"""

import argparse
import math
import tomllib
from pathlib import Path

from bot.app import open_rooms
from bot.clock import FrozenClock
from knowledge.answers.relevance import Look
from knowledge.questions import read_question
from tests.eval.__main__ import TODAY, questions

_STEPS, _RATE, _RIDGE = 4000, 0.3, 0.01


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--declined", type=float, default=0.95, help="share of outside questions to decline")
    options = parser.parse_args()
    base = open_rooms(None, FrozenClock(TODAY).now()).base
    rows = [*questions(), *(row for path in options.files for row in tomllib.loads(path.read_text())["question"])]
    examples: list[tuple[dict[str, float], bool]] = []
    for row in rows:
        if row["kind"] not in ("fact", "topic", "outside") or "text" not in row:
            continue
        reading = read_question(row["text"], base.vocabulary, TODAY)
        if not reading.foreign:
            examples.append((Look(reading, base).features, row["kind"] != "outside"))
    weights = fit(examples)
    scores = sorted(score(weights, features) for features, inside in examples if not inside)
    threshold = scores[min(len(scores) - 1, int(options.declined * len(scores)))]
    weights["none"] -= threshold
    kept = [score(weights, features) >= 0 for features, inside in examples if inside]
    kept_share = sum(kept) / len(kept)
    for name, weight in weights.items():
        print(f'    "{name}": {weight:.3f},')
    print(f"{len(examples)} examples; outside: {options.declined:.0%} declined; the others: {kept_share:.1%} kept")


def score(weights: dict[str, float], features: dict[str, float]) -> float:
    """Return the weighted sum."""
    return sum(weights[name] * value for name, value in features.items())


def fit(examples: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Return the weights by gradient descent on standardised features."""
    names = list(examples[0][0])
    mean = {n: sum(f[n] for f, _ in examples) / len(examples) for n in names}
    spread = {n: math.sqrt(sum((f[n] - mean[n]) ** 2 for f, _ in examples) / len(examples)) or 1.0 for n in names}
    rows = [([(f[n] - mean[n]) / spread[n] if n != "none" else 1.0 for n in names], inside) for f, inside in examples]
    inside = sum(label for _, label in rows)
    balance = {True: len(rows) / (2 * inside), False: len(rows) / (2 * (len(rows) - inside))}
    w = [0.0] * len(names)
    for _ in range(_STEPS):
        slope = [_RIDGE * x for x in w]
        for values, label in rows:
            guess = 1 / (1 + math.exp(-sum(a * b for a, b in zip(w, values, strict=True))))
            error = (guess - label) * balance[label] / len(rows)
            for i, value in enumerate(values):
                slope[i] += error * value
        w = [x - _RATE * g for x, g in zip(w, slope, strict=True)]
    plain = {n: x / spread[n] for n, x in zip(names, w, strict=True) if n != "none"}
    return {"none": w[names.index("none")] - sum(plain[n] * mean[n] for n in plain), **plain}


if __name__ == "__main__":
    main()
