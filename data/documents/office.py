"""Old Word, old Excel and RTF through LibreOffice, where the machine has it: a copy in today's format for a while."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SECONDS = 60
"""Longer than LibreOffice takes for its first start on a slow machine."""

_PROGRAMS = ("soffice", "libreoffice")
_SHEETS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def program() -> str | None:
    """Where LibreOffice is on this machine; None where it is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


@contextmanager
def modernised(path: Path) -> Iterator[Path | None]:
    """The file saved anew as .docx or .xlsx for as long as it is looked at; None where that cannot be done.

    It runs with a profile of its own, in which no macro may run, nothing is fetched and no other window is open.
    """
    office = program()
    if office is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        source = Path(folder) / ("in.rtf" if path.read_bytes()[:5] == b"{\\rtf" else "in.doc")
        kind = "xlsx" if _is_sheet(path) else "docx"
        shutil.copyfile(path, source)
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(  # noqa: S603 - it is the machine's own LibreOffice; the file's name is ours
                [
                    office, "--headless", "--norestore", "--nolockcheck", "--nodefault",
                    f"-env:UserInstallation=file://{folder}/profile",
                    "--convert-to", kind, "--outdir", folder, str(source),
                ],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                cwd=folder, env={"HOME": folder, "PATH": "/usr/bin:/bin"}, timeout=SECONDS, check=False,
            )  # fmt: skip
        made = Path(folder) / f"in.{kind}"
        yield made if made.is_file() else None


def _is_sheet(path: Path) -> bool:
    data = path.read_bytes()
    return "WordDocument".encode("utf-16-le") not in data and any(name in data for name in _SHEETS)
