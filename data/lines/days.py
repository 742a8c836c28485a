"""What day or period a line names: the one reader of those that people type, with or without accents. Pure."""

import re
import unicodedata
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from data import period
from data.period import Period
from data.words import fold_in_place
from data.workdays import Workdays

_AROUND = " ,;:."
_HALF_A_YEAR = timedelta(days=183)
# "15/2/23" is of this century.
_WHOLE_YEAR, _CENTURY = 4, 2000

_BEFORE_DAY = r"(?:(?:den|toi|het|sang|ngay|until|till|to|by|on)\s+)*"
_DAY = re.compile(
    r"(?<![\w/.-])" + _BEFORE_DAY + r"(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+thang\s+)(?P<month>\d{1,2})"
    r"(?:(?:\s*[/.-]\s*|\s+nam\s+)(?P<year>\d{4}|\d{2}))?(?=[\s,;:.)]|$)"
)

# The same as it is written in the middle of a note, with its accents or without, for a pattern.
WRITTEN_DAY = (
    r"\d{1,2}(?:\s?/\s?\d{1,2}(?:\s?/\s?(?:\d{4}|\d{2}))?|-\d{1,2}(?:-(?:\d{4}|\d{2}))?|\.\d{1,2}(?:\.(?:\d{4}|\d{2}))?"
    r"|\s+th[áa]ng\s+\d{1,2}(?:\s+n[ăa]m\s+\d{4})?)(?![\d/]|[.-]\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)

# In English the month has a name: "30 June 2023", "June 30, 2023", "15 Feb". "May" is a word of other languages too.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?=\.?,? \d{4}|\s*$|[,;:.)]|\s+because\b)|june?"
    r"|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_BEFORE_ENGLISH = r"(?:(?:until|till|to|by|on|the|end of)\s+)*"
_ENGLISH_DAYS = tuple(
    re.compile(r"(?<![\w/.-])" + _BEFORE_ENGLISH + day + r"(?:,?\s+(?P<year>\d{4}))?(?=[\s,;:.)]|$)")
    for day in (
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH,
        _MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)",
    )
)
# Without a year a month must be written out: "mar", "dec" are words of other languages.
_WHOLE_MONTH = (
    r"(?P<english>january|february|march|april|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?(?=\s+\d{4}))"
)

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERIOD = re.compile(
    r"(?:(?:bao|ky|trong|for|in|the)\s+)*(?:"
    r"(?:quy|quarter|q)\s*(?P<quarter>[1-4]|iv|i{1,3})|(?:thang|month)\s*(?P<month>1[0-2]|0?[1-9])"
    rf"|{_WHOLE_MONTH}"
    r"|(?:6|sau) thang (?P<half>dau|cuoi)(?: nam)?|(?:nam|year)(?=\s+\d{4}))"
    r"(?:\s*(?:/|nam|\s)\s*(?P<year>\d{4}))?(?=[\s,;:.]|$)"
)


def day_first(text: str, near: date) -> tuple[date | None, str]:
    """The day that a text begins with and the rest as written: "15/02 lý do …", "đến ngày 15 tháng 2 năm 2023 …".

    Without a year it is the day of that name in the year of `near`, or in the next where that is long gone by.
    """
    text = unicodedata.normalize("NFC", text.strip())
    day, end = _day_at(fold_in_place(text), 0, near)
    return (day, text[end:].strip(_AROUND)) if day else (None, text)


def day_ahead(text: str, today: date, due: date | None, workdays: Workdays) -> tuple[date | None, str]:
    """A day to come that a text begins with, also by its weekday, its month's end or a count, and the rest as written.

    "thứ 6 tuần sau", "cuối tháng", "hết tháng 2", "mùng 10" count from `today`; "thêm 5 ngày", "1 tuần" from the day
    that is `due`, or from today where that is past.
    """
    text = unicodedata.normalize("NFC", text.strip())
    day, end = day_ahead_at(fold_in_place(text), 0, today, due, workdays)
    return (day, text[end:].strip(_AROUND)) if day else (None, text)


def named_day_at(plain: str, at: int, today: date, workdays: Workdays) -> tuple[date | None, int]:
    """The day that a folded text names at a place, also by its weekday or a count, and where it ends."""
    return day_ahead_at(plain, at, today, None, workdays)


def _day_at(plain: str, at: int, near: date) -> tuple[date | None, int]:
    """The day that is written at a place of a folded text, and where it ends."""
    match = next(filter(None, (days.match(plain, at) for days in (_DAY, *_ENGLISH_DAYS))), None)
    day = _day_near(match, near) if match else None
    return (day, match.end()) if match and day else (None, at)


def day_ahead_at(plain: str, at: int, today: date, due: date | None, workdays: Workdays) -> tuple[date | None, int]:
    """The day to come that stands at a place of a folded text, and where it ends; see `day_ahead`."""
    day, end = _day_at(plain, at, due or today)
    if day is not None:
        return day, end
    for pattern, day_of in _AHEAD:
        match = pattern.match(plain, at)
        found = day_of(match, today, due, workdays) if match else None
        if match and found:
            return _date_beside(plain, match.end(), today, due or today) or (found, match.end())
    return None, at


# Of "thứ sáu 31/3" the date counts.
_BESIDE = re.compile(r"[\s,(]*(?:ngay\s+)?")


def _date_beside(plain: str, at: int, today: date, near: date) -> tuple[date, int] | None:
    beside = _BESIDE.match(plain, at)
    day, end = _day_at(plain, beside.end() if beside else at, near)
    return (day, end) if day is not None and day > today else None


def _of_week(match: re.Match[str], today: date, _due: date | None, workdays: Workdays) -> date | None:
    """The last workday of a week, or the first of the next: "hết tuần này", "đầu tuần sau"."""
    monday = today - timedelta(days=today.weekday())
    monday += timedelta(days=7 * (match["week"] in {"sau", "toi"} or (match["at"] == "dau" and not match["week"])))
    if match["at"] == "dau":
        return workdays.on_or_after(monday)
    return workdays.shift(monday + timedelta(days=5), -1)


def _weekday(match: re.Match[str], today: date, _due: date | None, _workdays: Workdays) -> date:
    """The next day of that name; behind "tuần sau" that of the week after this one."""
    weekday = _WEEKDAYS[match["weekday"]]
    if match["week"] and match["week"] != "nay":
        return today + timedelta(days=7 - today.weekday() + weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _tomorrow(match: re.Match[str], today: date, _due: date | None, _workdays: Workdays) -> date:
    return today + timedelta(days=2 if match["after"] else 1)


def _end(match: re.Match[str], today: date, _due: date | None, _workdays: Workdays) -> date | None:
    """The last day of a month or a quarter: of this one, of the next, or of the one named, which is never long past."""
    what, number = match["what"], match["number"]
    index = today.month - 1 if what == "thang" else (today.month - 1) // 3
    length = 12 if what == "thang" else 4
    if number:
        wanted = (_ROMAN.get(number) or int(number)) - 1
        year = int(match["year"] or (today.year + 1 if index - wanted > length // 2 else today.year))
    else:
        ahead, wanted = divmod(index + (match["which"] in {"sau", "toi"}), length)
        year = today.year + ahead
    if not 0 <= wanted < length or not 1 <= year < MAXYEAR:
        return None
    span = period.month(year, wanted + 1) if what == "thang" else period.quarter(year, wanted + 1)
    return span.end - timedelta(days=1)


def _of_month(match: re.Match[str], today: date, _due: date | None, _workdays: Workdays) -> date | None:
    """The next day of that number in a month, or that of the next month."""
    for months in range(0 if match["which"] is None else 1, 3):
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        try:
            day = date(year, month + 1, int(match["day"]))
        except ValueError:
            continue
        if day > today:
            return day
    return None


def _counted(match: re.Match[str], today: date, due: date | None, workdays: Workdays) -> date | None:
    count = {"mot": 1, "hai": 2, "ba": 3, "nua": 0}.get(match["count"]) or int(match["count"])
    start = due if due and due > today else today
    if match["unit"] == "thang":
        return start + timedelta(days=30 * count)
    if match["working"]:
        return workdays.shift(start, count)
    return start + timedelta(days=count * (7 if match["unit"] == "tuan" else 1))


_WEEKDAYS = {
    "2": 0, "hai": 0, "3": 1, "ba": 1, "4": 2, "tu": 2, "5": 3, "nam": 3, "6": 4, "sau": 4, "7": 5, "bay": 5,
    "chu nhat": 6,
}  # fmt: skip
_TO = r"(?:(?:den|toi|het|sang|vao|ngay|sang|chieu)\s+)*"
_AFTER = r"(?=[\s,;:.)]|$)"
_DayOf = Callable[[re.Match[str], date, date | None, Workdays], date | None]
_AHEAD: tuple[tuple[re.Pattern[str], _DayOf], ...] = tuple(
    (re.compile(pattern + _AFTER), day_of)
    for pattern, day_of in (
        (
            (
                rf"{_TO}(?:thu\s*(?=[2-7hbtns])|(?=chu nhat))(?P<weekday>[2-7]|hai|ba|tu|nam|sau|bay|chu nhat)"
                r"(?:\s+tuan\s+(?P<week>nay|sau|toi))?"
            ),
            _weekday,
        ),
        (rf"{_TO}(?P<at>het|cuoi|dau)\s+tuan(?:\s+(?P<week>nay|sau|toi))?", _of_week),
        (rf"{_TO}(?:mai|(?P<after>kia))", _tomorrow),
        (
            (
                r"(?:(?:den|toi|sang|ngay)\s+)*(?:het|cuoi)\s+(?P<what>thang|quy)"
                r"(?:\s*(?P<number>1[0-2]|0?[1-9]|iv|i{1,3})(?!/\d{1,2}\b(?!\d))(?:\s*(?:/|nam)\s*(?P<year>\d{4}))?"
                r"|\s+(?P<which>nay|sau|toi))?"
            ),
            _end,
        ),
        (
            (
                r"(?:(?:den|toi|het|sang)\s+)*(?:(?:ngay\s+)?(?:mung|mong)|ngay)\s+(?P<day>\d{1,2})"
                r"(?:\s+thang\s+(?P<which>sau|toi))?"
            ),
            _of_month,
        ),
        (
            (
                r"(?:(?:them|lui|cham|sau|khoang)\s+)*(?P<count>\d{1,2}|mot|hai|ba)\s*(?P<unit>ngay|hom|tuan|thang)"
                r"(?P<working>\s+lam viec)?(?:\s+(?:nua|so voi han))?"
            ),
            _counted,
        ),
    )
)

_NAMED_AHEAD = _AHEAD[:-1]


def period_first(text: str, year: int) -> tuple[Period | None, str]:
    """The calendar period that a text begins with and the rest as written: "quý 1", "tháng 3/2023", "6 tháng đầu năm".

    One without a year is of `year`.
    """
    text = unicodedata.normalize("NFC", text.strip())
    match = _PERIOD.match(fold_in_place(text))
    if match is None or not 1 <= int(match["year"] or year) < MAXYEAR:
        return None, text
    return _period_of(match, int(match["year"] or year)), text[match.end() :].strip(_AROUND)


def _period_of(match: re.Match[str], year: int) -> Period:
    if quarter := match["quarter"]:
        return period.quarter(year, _ROMAN.get(quarter) or int(quarter))
    if month := match["month"]:
        return period.month(year, int(month))
    if english := match["english"]:
        return period.month(year, _MONTHS.index(english[:3]) + 1)
    if half := match["half"]:
        return period.half(year, 1 if half == "dau" else 2)
    return period.year(year)


def _day_near(match: re.Match[str], near: date) -> date | None:
    if typed := match["year"]:
        return _day_of(int(typed) if len(typed) == _WHOLE_YEAR else _CENTURY + int(typed), match)
    day = _day_of(near.year, match)
    return _day_of(near.year + 1, match) if day and near - day > _HALF_A_YEAR else day


def day_of_paper(words: str, near: date | None) -> date | None:
    """The day that a document bears: one without its year is the one next to `near`, and never long after it."""
    match = _DAY.fullmatch(fold_in_place(words))
    if match is None or not (match["year"] or near):
        return None
    day = _day_near(match, near or date.min)
    return _day_of(day.year - 1, match) if day and near and not match["year"] and day - near > _HALF_A_YEAR else day


def year_in(text: str) -> int | None:
    """The first year that is named anywhere in a text."""
    year = _YEAR.search(text)
    return int(year[0]) if year else None


def _month_of(match: re.Match[str]) -> int:
    named = match.groupdict()
    return int(named["month"]) if named.get("month") else _MONTHS.index(named["name"][:3]) + 1


def _day_of(year: int, match: re.Match[str]) -> date | None:
    try:
        return date(year, _month_of(match), int(match["day"]))
    except ValueError:
        return None


_TO_A_DAY = re.compile("(?:(?:den|toi|sang|until|till|by|to|on) )+")


class Ending(NamedTuple):
    """The day that a line ends with, its words, and what stands before them."""

    before: str
    words: str
    day: date | None


def day_last(said: str, today: date, workdays: Workdays) -> Ending | None:
    """How a folded line ends in a day; without one where it is no day to come."""
    for pattern, day_of in _NAMED_AHEAD:
        match = _last(pattern, said)
        if match and (day := day_of(match, today, None, workdays)):
            return _ending(match, day)
    match = next(filter(None, (_last(days, said) for days in (_DAY, *_ENGLISH_DAYS))), None)
    if match is None or re.fullmatch(r"[\d .]+|\d+ - \d+", match[0]):  # "1.2" is a task, "10 - 12" are several
        return None
    day = _day_near(match, today)
    return _ending(match, day if day and day > today else None)


def _ending(match: re.Match[str], day: date | None) -> Ending:
    return Ending(match.string[: match.start()].rstrip(" ,"), _TO_A_DAY.sub("", match[0]), day)


def _last(pattern: re.Pattern[str], said: str) -> re.Match[str] | None:
    """What a pattern finds at the end of a line, from the beginning of a word on."""
    found = (each for each in pattern.finditer(said) if each.end() == len(said))
    return next((each for each in found if not said[: each.start()][-1:].isalnum()), None)
