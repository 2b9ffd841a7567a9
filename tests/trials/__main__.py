"""`make trials`: hundreds of kills, in series that each begin with an empty folder."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.trials.kills import series

_A_SERIES = 25


def main(argv: list[str] | None = None) -> int:
    """Run the trials; return 0 when nothing was lost, doubled or broken."""
    parser = argparse.ArgumentParser(prog="trials")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args(argv)
    begin = time.perf_counter()
    findings: list[str] = []
    acknowledged = entries = done = 0
    while done < options.kills:
        with tempfile.TemporaryDirectory() as folder:
            kills = min(_A_SERIES, options.kills - done)
            outcome = series(Path(folder), kills, options.seed + done)
        done += outcome.kills
        acknowledged += outcome.acknowledged
        entries += outcome.entries
        findings += outcome.findings
    for finding in findings:
        print(finding)
    print(
        f"{done} kills in {time.perf_counter() - begin:.0f} s: {acknowledged} updates acknowledged, {entries} entries,"
    )
    print("nothing lost, nothing doubled, every chain whole" if not findings else f"{len(findings)} FINDINGS")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
