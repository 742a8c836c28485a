"""What a shell command costs before it does anything: `python -m tests.bench.start`.

CPU of a whole process, as a multiple of one that only imports the libraries which the command loads. Both are run in
turn, and the median of many is taken. Our modules are compiled before, as those of an installed service are.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROUNDS = 15
COMMANDS = (("--help",), ("deadline", "Quý III/2023"), ("agencies", "Phòng Nội vụ"), ("import", "--help"))
OURS = ("bot", "data", "locales", "scheduler")
RUN = "import sys; from bot.__main__ import main; main(sys.argv[1:])"
LOADED = f"""
import json, sys
from bot.__main__ import main
try:
    main(sys.argv[1:])
finally:
    names = [name for name in sys.modules if name.partition(".")[0] not in {OURS!r} and name != "__main__"]
    print(json.dumps(names), file=sys.stderr)
"""
IMPORT = """
import importlib
for name in {names!r}:
    try:
        importlib.import_module(name)
    except ImportError:
        pass
"""


def main() -> None:
    """Print one row for each command."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for command in COMMANDS:
        names = json.loads(_run("-c", LOADED, *command).stderr.splitlines()[-1])
        libraries = IMPORT.format(names=names)
        whole, alone = [], []
        for _ in range(ROUNDS):
            whole.append(_cpu("-c", RUN, *command))
            alone.append(_cpu("-c", libraries))
        ours, theirs = statistics.median(whole), statistics.median(alone)
        print(f"nhacviec {' '.join(command):24} {ours / theirs:5.2f} × its libraries ({theirs * 1000:.0f} ms of CPU)")


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def _cpu(*arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(*arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
