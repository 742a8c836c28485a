"""A sheet's cell as the reader of the sheet sees it: "3/2026" and not the date that Excel made of it."""

import re
from datetime import date, datetime, time
from typing import Protocol

from data.documents.text import tidy_lines

_LITERALS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_AROUND_ZEROS = re.compile(r'((?:"[^"]*"|\\.|[ /.-])*)(0+|#+0*|General)((?:"[^"]*"|\\.|[ /.-])*)')
_LONGEST_FORMAT = 255
"""Letters; Excel's own bound."""

_DECIMALS = re.compile(r"[#,]*0\.(0+)")


class Shown(Protocol):
    """What is needed of a cell."""

    @property
    def value(self) -> object:
        """The saved value."""

    @property
    def number_format(self) -> str:
        """How the sheet shows it: "mmm-yy"."""

    @property
    def data_type(self) -> str:
        """The kind of value; "e" is an error such as #REF!."""


def shown(cell: Shown) -> str:
    """The text of a cell; "" for an error and for a formula without a saved value."""
    value = cell.value
    if value is None or cell.data_type == "e" or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return tidy_lines(value)
    if isinstance(value, date):
        return _date(value, _format(cell))
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, int | float):
        return _number(value, _format(cell))
    return str(value)


def _format(cell: Shown) -> str:
    return str(cell.number_format)[:_LONGEST_FORMAT]


def _date(day: date, number_format: str) -> str:
    """As much of the date as the format shows, the Vietnamese way round."""
    letters = set(_LITERALS.sub("", number_format.split(";", maxsplit=1)[0]).lower())
    if "d" in letters:
        return f"{day:%d/%m/%Y}" if "y" in letters else f"{day:%d/%m}"
    if "h" in letters and isinstance(day, datetime):
        return f"{day:%H:%M}"
    if "y" in letters and "m" not in letters:
        return str(day.year)
    return f"{day.month}/{day.year}"


def _number(value: float, number_format: str) -> str:
    first = number_format.split(";", maxsplit=1)[0]
    decimals, around = _DECIMALS.fullmatch(first), _AROUND_ZEROS.fullmatch(first)
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    if first.endswith("%"):
        return f"{value * 100:.15g}%"
    text = str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if not around:
        return text
    before, after = (re.sub(r'["\\]', "", literal) for literal in (around[1], around[3]))
    return f"{before}{text.zfill(around[2].count('0'))}{after}"
