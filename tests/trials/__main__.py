"""`make trials`: hundreds of kills, in series that each begin with an empty folder."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.trials.bot_kills import bot_series, ready_base
from tests.trials.kills import Outcome, series
from tests.trials.notices import trial as notices_trial

_A_SERIES = 25


def main(argv: list[str] | None = None) -> int:
    """Run the trials; return 0 when nothing was lost, doubled or broken."""
    parser = argparse.ArgumentParser(prog="trials")
    parser.add_argument("--kills", type=int, default=500, help="of the recording process alone")
    parser.add_argument("--bot-kills", type=int, default=500, help="of the whole bot, with people reporting to it")
    parser.add_argument("--notice-kills", type=int, default=200, help="of the sender, during ten notices for each")
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args(argv)
    base = ready_base()
    broken = _many("recording", options.kills, options.seed, series)
    broken |= _many("bot", options.bot_kills, options.seed, lambda *trial: bot_series(*trial, base))
    broken |= _notices(options.notice_kills, options.seed)
    return 1 if broken else 0


def _notices(kills: int, seed: int) -> bool:
    """Send notices while the sender is killed and its channel fails; return whether anything was wrong."""
    if not kills:
        return False
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        outcome = notices_trial(Path(folder), kills * 10, kills, seed)
    for finding in outcome.findings:
        print(finding)
    print(
        f"notices: {outcome.kills} kills in {time.perf_counter() - begin:.0f} s: {outcome.delivered} messages,"
        f" {outcome.repeats} of them repeats, {outcome.lost_answers} answers lost"
    )
    print("none lost, the ledger true" if not outcome.findings else f"{len(outcome.findings)} FINDINGS")
    return bool(outcome.findings)


def _many(what: str, kills: int, seed: int, trial: Callable[[Path, int, int], Outcome]) -> bool:
    """Run series until there were so many kills, and tell what they came to; return whether anything was wrong."""
    begin = time.perf_counter()
    findings: list[str] = []
    acknowledged = entries = done = 0
    while done < kills:
        with tempfile.TemporaryDirectory() as folder:
            outcome = trial(Path(folder), min(_A_SERIES, kills - done), seed + done)
        done += outcome.kills
        acknowledged += outcome.acknowledged
        entries += outcome.entries
        findings += outcome.findings
    for finding in findings:
        print(finding)
    seconds = time.perf_counter() - begin
    print(f"{what}: {done} kills in {seconds:.0f} s: {acknowledged} updates acknowledged, {entries} entries,")
    print("nothing lost, nothing doubled, every chain whole" if not findings else f"{len(findings)} FINDINGS")
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main())
