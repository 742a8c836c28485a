"""What people type in a command: a day or a period at the start of a text, with or without accents."""

import re
import unicodedata
from datetime import date, timedelta

from data import period
from data.period import Period
from data.text import fold_in_place

_HALF_A_YEAR = timedelta(days=183)
# "15/2/23" is of this century.
_WHOLE_YEAR, _CENTURY = 4, 2000

_BEFORE_DAY = r"(?:(?:den|toi|het|sang|ngay)\s+)*"
_DAY = re.compile(
    r"(?<![\w/.-])" + _BEFORE_DAY + r"(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+thang\s+)(?P<month>\d{1,2})"
    r"(?:(?:\s*[/.-]\s*|\s+nam\s+)(?P<year>\d{4}|\d{2}))?(?=[\s,;:.)]|$)"
)

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERIOD = re.compile(
    r"(?:(?:bao|ky|trong)\s+)*(?:"
    r"(?:quy|quarter|q)\s*(?P<quarter>[1-4]|iv|i{1,3})|(?:thang|month)\s*(?P<month>1[0-2]|0?[1-9])"
    r"|(?:6|sau) thang (?P<half>dau|cuoi)(?: nam)?|(?:nam|year)(?=\s+\d{4}))"
    r"(?:\s*(?:/|nam|\s)\s*(?P<year>\d{4}))?(?=[\s,;:.]|$)"
)


def day_first(text: str, near: date) -> tuple[date | None, str]:
    """The day that a text begins with and the rest as written: "15/02 lý do …", "đến ngày 15 tháng 2 năm 2023 …".

    Without a year it is the day of that name in the year of `near`, or in the next where that is long gone by.
    """
    text = unicodedata.normalize("NFC", text.strip())
    match = _DAY.match(fold_in_place(text))
    if match is None:
        return None, text
    day = _day_near(match, near)
    return (day, text[match.end() :].strip(" ,;:.")) if day else (None, text)


def day_in(text: str, near: date) -> date | None:
    """The first day that is named anywhere in a text, if one is; see `day_first`."""
    for match in _DAY.finditer(fold_in_place(unicodedata.normalize("NFC", text))):
        if day := _day_near(match, near):
            return day
    return None


def period_first(text: str, year: int) -> tuple[Period | None, str]:
    """The calendar period that a text begins with and the rest as written: "quý 1", "tháng 3/2023", "6 tháng đầu năm".

    One without a year is of `year`.
    """
    text = unicodedata.normalize("NFC", text.strip())
    match = _PERIOD.match(fold_in_place(text))
    if match is None:
        return None, text
    return _period_of(match, int(match["year"] or year)), text[match.end() :].strip(" ,;:.")


def typed_period(key: str) -> str:
    """How a quarter or a month of the plan's year is typed: "2023-Q1" → "quy 1", "2023-03" → "thang 3"."""
    part = key.partition("-")[2]
    return f"quy {part[1:]}" if part.startswith("Q") else f"thang {int(part)}"


def _period_of(match: re.Match[str], year: int) -> Period:
    if quarter := match["quarter"]:
        return period.quarter(year, _ROMAN.get(quarter) or int(quarter))
    if month := match["month"]:
        return period.month(year, int(month))
    if half := match["half"]:
        return period.half(year, 1 if half == "dau" else 2)
    return period.year(year)


def _day_near(match: re.Match[str], near: date) -> date | None:
    if typed := match["year"]:
        return _day_of(int(typed) if len(typed) == _WHOLE_YEAR else _CENTURY + int(typed), match)
    day = _day_of(near.year, match)
    return _day_of(near.year + 1, match) if day and near - day > _HALF_A_YEAR else day


def _day_of(year: int, match: re.Match[str]) -> date | None:
    try:
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None
