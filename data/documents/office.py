"""Old Word, old Excel and RTF through LibreOffice, where the machine has it: a copy in today's format for a while.

LibreOffice is a process of its own group, started through this module (`python -m data.documents.office`), which bounds
it before it begins; all that it has started is gone when the copy is looked at.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from data.documents.safety import contents, leave_the_network

SECONDS = 60
"""Longer than LibreOffice takes for its first start on a slow machine."""

MAX_MEMORY, MAX_MADE = 4 * 1024**3, 200 * 1024**2
"""Bytes: of the address space, of which LibreOffice takes some two thousand million for nothing; of one file made."""

_PROGRAMS = ("soffice", "libreoffice")
_SHEETS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_TEXT = "WordDocument".encode("utf-16-le")
_ROOT = Path(__file__).parents[2]
# Each takes some 200 MB: one at a time.
_TURN = Lock()


def program() -> str | None:
    """Where LibreOffice is on this machine; None where it is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


@contextmanager
def modernised(path: Path) -> Iterator[Path | None]:
    """The file saved anew as .docx or .xlsx for as long as it is looked at; None where that cannot be done.

    It runs with a profile of its own, in which no macro may run, nothing is fetched and no other window is open.
    """
    office, kind = program(), _kind(contents(path))
    if office is None or kind is None:
        yield None
        return
    name, read_as, made_as = kind
    with tempfile.TemporaryDirectory(prefix="nhacviec-", ignore_cleanup_errors=True) as folder:
        source, made = Path(folder) / name, Path(folder) / f"in.{made_as}"
        shutil.copyfile(path, source)
        with _TURN:
            _run(
                [
                    office, "--headless", "--norestore", "--nolockcheck", "--nodefault",
                    f"-env:UserInstallation=file://{folder}/profile", f"--infilter={read_as}",
                    "--convert-to", made_as, "--outdir", folder, str(source),
                ],
                folder,
            )  # fmt: skip
        yield made if made.is_file() else None


def _kind(data: bytes) -> tuple[str, str, str] | None:
    """The name of the copy, what LibreOffice is told that it is, and what is made of it; None of anything else."""
    if data.startswith(b"{\\rtf"):
        return "in.rtf", "Rich Text Format", "docx"
    if _TEXT in data:
        return "in.doc", "MS Word 97", "docx"
    return ("in.xls", "MS Excel 97", "xlsx") if any(name in data for name in _SHEETS) else None


def _run(command: Sequence[str], folder: str) -> None:
    """Have it done or not done within the time; nothing that was started goes on."""
    bounded = [sys.executable, "-E", "-s", "-B", "-m", "data.documents.office", *command]
    with suppress(OSError), subprocess.Popen(  # noqa: S603 - the machine's own LibreOffice; the file's name is ours
        bounded,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=_ROOT, env={"HOME": folder, "TMPDIR": folder, "PATH": "/usr/bin:/bin"}, start_new_session=True,
    ) as child:  # fmt: skip
        try:
            child.wait(SECONDS)
        except subprocess.TimeoutExpired:
            pass
        finally:
            # The program is a script that starts another, which would live on without it.
            with suppress(OSError):
                os.killpg(child.pid, signal.SIGKILL)


def main() -> None:
    """Bound this process, and become the program that is named."""
    leave_the_network()
    with suppress(AttributeError, OSError):
        os.nice(10)
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - Windows has none

        bounds = {
            resource.RLIMIT_CPU: SECONDS,
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_FSIZE: MAX_MADE,
            resource.RLIMIT_AS: MAX_MEMORY,
        }
        for bound, most in bounds.items():
            resource.setrlimit(bound, (most, most))
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - no shell reads it


if __name__ == "__main__":
    main()
