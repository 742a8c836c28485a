"""Every benchmark, one after the other, in a quiet ten minutes: `python -m tests.bench`, `make bench`."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BENCHES = ("start", "line", "reading", "overviews", "ticks", "bench_deadline", "bench_agencies", "bench_documents")


def main() -> int:
    """Print what each prints, under the load of the machine; 1 where one of them fails."""
    failed = False
    for name in BENCHES:
        print(f"\n== {name} (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)", flush=True)
        failed |= subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], cwd=ROOT, check=False).returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
