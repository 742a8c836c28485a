"""`python -m tests.mutants [--minutes 20] [--seed N] [--only PATTERN] [--jobs N]`: a sample, and which survived."""

import argparse
import ast
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from threading import Lock
from time import monotonic

from tests.mutants.changing import Mutant, mutants
from tests.mutants.planting import ROOT

# What is changed, and the tests that hold it.
HELD_BY = {
    "data/deadline/*.py": "tests/data/test_deadline*.py",
    "scheduler/reminding.py": "tests/scheduler/test_reminding.py",
    "data/outbox.py": "tests/data/test_outbox.py tests/scheduler/test_delivery.py tests/scheduler/test_rehearsal.py"
    " tests/bot/test_urging.py",
    "bot/turn.py": "tests/bot/test_arguments.py tests/bot/test_heard.py tests/bot/test_doubting.py"
    " tests/bot/test_joining.py tests/bot/test_permissions.py tests/bot/test_attachments.py"
    " tests/data/lines/test_meaning.py tests/bot/test_english.py tests/bot/test_captions.py"
    " tests/bot/test_true_at_once.py tests/bot/test_hearing.py tests/bot/test_chats.py",
}
# A mutant that never ends is given this many times as long as its tests take without one, and 20 s.
_PATIENCE = 5


@dataclass
class Group:
    """Modules with the tests that hold them, and what became of their mutants."""

    name: str
    tests: list[str]
    mutants: list[tuple[str, Mutant]]
    seconds: float = 0.0
    killed: int = 0
    survived: list[str] = field(default_factory=list)


def main() -> int:
    """Run each group's tests as they are, then with one mutant of each group after the other until time is up."""
    given = _arguments()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(10**6)
    late = monotonic() + given.minutes * 60
    groups = [_group(name, tests, seed) for name, tests in HELD_BY.items() if re.search(given.only, name)]
    print(f"seed {seed}, {sum(len(each.mutants) for each in groups):,} mutants, {given.minutes:g} minutes", flush=True)
    for group in groups:
        begun = monotonic()
        if not _pass(group, ""):
            print(f"{group.name}: its tests fail without any mutant")
            return 1
        group.seconds = monotonic() - begun
    turns, one = _in_turn(groups), Lock()
    with ThreadPoolExecutor(given.jobs) as pool:
        list(pool.map(lambda _: _play(turns, one, late), range(given.jobs)))
    _tell(groups)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--only", default="", help="groups in whose name this pattern is found")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _group(name: str, tests: str, seed: int) -> Group:
    files = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob(name))
    found = [(file, each) for file in files for each in mutants(ast.parse((ROOT / file).read_text(encoding="utf-8")))]
    random.Random(seed).shuffle(found)
    held_by = sorted(str(path.relative_to(ROOT)) for pattern in tests.split() for path in ROOT.glob(pattern))
    if not found or not held_by:
        raise SystemExit(f"{name}: nothing to change, or no test that holds it")
    return Group(name, held_by, found)


def _in_turn(groups: list[Group]) -> Iterator[tuple[Group, str, Mutant]]:
    """One of each group after the other."""
    each = ([(group, file, mutant) for file, mutant in group.mutants] for group in groups)
    return filter(None, chain.from_iterable(zip_longest(*each)))


def _play(turns: Iterator[tuple[Group, str, Mutant]], one: Lock, late: float) -> None:
    while monotonic() < late:
        with one:
            turn = next(turns, None)
        if turn is None:
            return
        group, file, mutant = turn
        survived = _pass(group, f"{file}:{mutant.index}")
        with one:
            if not survived:
                group.killed += 1
                continue
            group.survived.append(f"{file}:{mutant.line}: {mutant.told}")
            print(group.survived[-1], flush=True)


def _pass(group: Group, mutant: str) -> bool:
    """Whether all tests of a group pass in a process of their own, which has a mutant planted."""
    with_it = {"MUTANT": mutant} if mutant else {}
    patience = group.seconds * _PATIENCE + 20 if group.seconds else None
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "tests.mutants.planting", "-p", "no:cacheprovider"]
    # On both engines a test says the same here.
    command += ["-k", "not postgresql", *group.tests]
    try:
        ended = subprocess.run(
            command, cwd=ROOT, env=os.environ | with_it, capture_output=True, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return ended.returncode == 0


def _tell(groups: list[Group]) -> None:
    for group in groups:
        tried = group.killed + len(group.survived)
        print(f"{group.name:26} {len(group.mutants):5} mutants, {tried:4} tried, {group.killed:4} killed", end="")
        print(f" = {group.killed / tried:.0%}" if tried else "")


if __name__ == "__main__":
    sys.exit(main())
