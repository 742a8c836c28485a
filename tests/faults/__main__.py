"""`python -m tests.faults [--minutes 20] [--only PATTERN] [--seed N]`: every fault, then at random for the rest."""

import argparse
import asyncio
import os
import random
import re
import sys
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests.faults import ALL
from tests.faults.databases import running_cluster
from tests.faults.stage import POSTGRESQL, Fault, House, Verdict, run
from tests.faults.template import TELEGRAM, ZALO, Templates

# How many of one kind are told of a run.
_SHOWN = 6

Runs = dict[tuple[str, str], list[Verdict]]


def main() -> int:
    """Play, print the table, and say by the exit code whether all was kept."""
    given = _arguments()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(10**6)
    chosen = [(each, engine) for each in ALL.values() for engine in each.engines if re.search(given.only, each.name)]
    chosen = [pair for pair in chosen if given.engine in {None, pair[1]}]
    print(f"seed {seed}, {len(chosen)} faults × engines, {given.minutes:g} minutes", flush=True)
    with ExitStack() as held:
        folder = Path(held.enter_context(TemporaryDirectory(prefix="nhacviec-templates-")))
        wanted = any(engine == POSTGRESQL for _, engine in chosen)
        house = House(Templates(folder), held.enter_context(running_cluster()) if wanted else None)
        runs = _play(house, chosen, seed, given.minutes * 60, given.messenger)
    print(_table(runs))
    return 0 if all(verdict.fine for verdicts in runs.values() for verdict in verdicts) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--only", default="", help="faults in whose name this pattern is found")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"])
    parser.add_argument("--seed", type=int)
    parser.add_argument("--messenger", choices=[TELEGRAM, ZALO], default=TELEGRAM)
    return parser.parse_args()


def _play(house: House, chosen: list[tuple[Fault, str]], seed: int, seconds: float, messenger: str) -> Runs:
    """Each once, in the order of the table, then at random for as long as there is time."""
    chance, runs, late = random.Random(seed), defaultdict[tuple[str, str], list[Verdict]](list), monotonic() + seconds
    waiting = list(chosen)
    while waiting or monotonic() < late:
        each, engine = waiting.pop(0) if waiting else chance.choice(chosen)
        of_run = chance.randrange(10**9)
        verdict = asyncio.run(run(house, each, engine, of_run, messenger=messenger))
        runs[each.name, engine].append(verdict)
        _tell(each, engine, of_run, verdict)
    return runs


def _tell(each: Fault, engine: str, seed: int, verdict: Verdict) -> None:
    mark = "·" if verdict.fine else "✗"
    print(f"{mark} {each.name} | {engine} | seed {seed} | {verdict.recovery:.1f} s | {verdict.figures}", flush=True)
    for kind in ("lost", "repeated", "wrong"):
        if found := getattr(verdict, kind):
            more = f" … {len(found)} in all" if len(found) > _SHOWN else ""
            print(f"    {kind}: {'; '.join(found[:_SHOWN])}{more}", flush=True)


def _table(runs: Runs) -> str:
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    heads = ("fault", "engine", "runs", "lost", "said twice (beyond what was in flight)", "wrong", "back after, s", "")
    rows = [heads, *(_row(name, engine, verdicts) for (name, engine), verdicts in runs.items())]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join([f"\nload {load} on {os.cpu_count()} cores", *lines])


def _row(name: str, engine: str, verdicts: list[Verdict]) -> tuple[str, ...]:
    lost = sum(len(verdict.lost) for verdict in verdicts)
    copies, beyond = sum(verdict.copies for verdict in verdicts), sum(len(verdict.repeated) for verdict in verdicts)
    wrong = sum(len(verdict.wrong) for verdict in verdicts)
    slowest = max(verdict.recovery for verdict in verdicts)
    figures = verdicts[-1].figures
    return name, engine, str(len(verdicts)), str(lost), f"{copies} ({beyond})", str(wrong), f"{slowest:.1f}", figures


if __name__ == "__main__":
    sys.exit(main())
