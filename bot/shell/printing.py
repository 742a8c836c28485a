"""The one door of printing: nothing from outside is markup or commands the terminal, and no secret is told."""

import sys
from collections.abc import Iterable
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

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
        table = Table(title=self._text(title) if title else None)
        for heading in headings:
            table.add_column(self._text(heading))
        for row in rows:
            table.add_row(*map(self._text, row))
        Console().print(table)

    def asked(self, question: str) -> bool:
        """Whether the person at the terminal says yes; without a person it is no."""
        return someone_answers() and click.confirm(self._safe(question), default=False)

    def _text(self, text: str) -> Text:
        return Text(self._safe(text))

    def _safe(self, text: str) -> str:
        return printable(self._mask.text(text))


def someone_answers() -> bool:
    """Whether a person sits before the terminal."""
    return sys.stdin is not None and sys.stdin.isatty()
