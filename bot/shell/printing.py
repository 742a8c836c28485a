"""The one door of printing: nothing from outside commands the terminal, no secret is told, its reader may be gone."""

import codecs
import errno
import io
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import click

from bot.masking import Mask, json_line, printable


class Out:
    """Prints for one command, with the secrets of `mask` hidden."""

    def __init__(self, mask: Mask) -> None:
        self._mask = mask

    def line(self, text: str) -> None:
        """A sentence or several lines."""
        click.echo(self._safe(text))

    def error(self, text: str) -> None:
        """A sentence on stderr."""
        click.echo(self._safe(text), err=True)

    def json(self, value: Any) -> None:
        """One JSON object on a line of its own, letters as they are where the terminal has them."""
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        ascii_only = not encoding.lower().replace("-", "").startswith("utf")
        click.echo(json_line(self._mask.value(value), ascii_only=ascii_only))

    def table(self, headings: Iterable[str], rows: Iterable[Iterable[str]], title: str = "") -> None:
        """A table as wide as the terminal."""
        from rich.console import Console  # noqa: PLC0415 - long to load, and only a table needs it
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        table = Table(title=Text(self._safe(title)) if title else None)
        for heading in headings:
            table.add_column(Text(self._safe(heading)))
        for row in rows:
            table.add_row(*(Text(self._safe(cell)) for cell in row))
        Console().print(table)

    @property
    def width(self) -> int:
        """How many letters a line may have."""
        return shutil.get_terminal_size().columns

    def asked(self, question: str) -> bool:
        """Whether the person at the terminal says yes; without a person it is no."""
        return someone_answers() and click.confirm(self._safe(question), default=False)

    def _safe(self, text: str) -> str:
        return printable(self._mask.text(text))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what was found, and what to do, where that is not said already.

    What is `noted`, or gives something to do, works all the same where it is `ok`; `quiet` is what need not be said as
    long as all is well.
    """

    check: str
    detail: str
    todo: str = ""
    ok: bool = True
    noted: bool = False
    quiet: bool = False

    @property
    def mark(self) -> str:
        """How it stands before the sentence."""
        if not self.ok:
            return "✗"
        return "–" if self.todo or self.noted else "✓"


def someone_answers() -> bool:
    """Whether a person sits before the terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


_PLAINLY = "nhacviec-plainly"
# Letters that do not come apart into a plain one and its marks.
_PLAIN = str.maketrans(
    {"đ": "d", "Đ": "D", "–": "-", "—": "-", "─": "-", "→": "->", "·": "-", "•": "*", "✓": "+", "✗": "x"}
    | dict.fromkeys("“”", '"')
    | dict.fromkeys("‘’", "'")
)


class Outlet(io.RawIOBase):
    """Writes to a descriptor as long as that can be done; then what is written is lost, and the work goes on."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor
        self.fault: OSError | None = None

    def writable(self) -> bool:
        """It is there for nothing else."""
        return True

    def fileno(self) -> int:
        """The descriptor."""
        return self._descriptor

    def isatty(self) -> bool:
        """Whether a person looks."""
        return os.isatty(self._descriptor)

    def write(self, data: Any, /) -> int | None:
        """Write some of `data`, and say how much."""
        if self.fault is None:
            try:
                return os.write(self._descriptor, data)
            except OSError as fault:
                self.fault = fault
        return len(data)

    @property
    def trouble(self) -> str | None:
        """Why something is lost that its reader still waits for: a full disk, not a reader who has gone."""
        gone = self.fault is None or self.fault.errno == errno.EPIPE
        return None if gone or self.fault is None else self.fault.strerror


def prepare() -> Outlet:
    """Make this process's streams safe to write to, and new files its owner's alone; gives what stdout writes to."""
    os.umask(0o077)
    _open_closed()
    codecs.register_error(_PLAINLY, plainly)
    if sys.stdin is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - a descriptor, for good
    outlet = Outlet(1)
    sys.stdout, sys.stderr = _written(outlet, sys.stdout), _written(Outlet(2), sys.stderr)
    return outlet


def _open_closed() -> None:
    """Open what was closed: the next file, the database's perhaps, would get its number and what is printed."""
    descriptor = os.open(os.devnull, os.O_RDWR)
    while descriptor <= 2:
        descriptor = os.open(os.devnull, os.O_RDWR)
    os.close(descriptor)


class _Text(io.TextIOWrapper):
    """Text for an outlet, in an encoding that may lack letters."""

    @property
    def encoding(self) -> str:  # type: ignore[override]  # typeshed has it as a plain attribute
        """Click would take plain ASCII for a mistake, and write UTF-8 past us."""
        found = super().encoding
        return _PLAINLY if codecs.lookup(found).name == "ascii" else found


def _written(outlet: Outlet, instead_of: Any) -> _Text:
    encoding = getattr(instead_of, "encoding", None) or "utf-8"
    return _Text(io.BufferedWriter(outlet), encoding=encoding, errors=_PLAINLY, line_buffering=outlet.isatty())


def plainly(fault: UnicodeError) -> tuple[str, int]:
    """What to write of letters that an encoding does not have: "Tạo" as "Tao"."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    apart = unicodedata.normalize("NFKD", fault.object[fault.start : fault.end].translate(_PLAIN))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.encode("ascii", "replace").decode("ascii"), fault.end
