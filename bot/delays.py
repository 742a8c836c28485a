"""Until when an officer asks not to be reminded: "10 3 ngay", "10, 12 den 15/2", "10 tuan sau". Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from data.typed.days import day_ahead, day_first
from data.words import fold
from data.workdays import Workdays

_TASKS = r"(?P<tasks>.*?)[\s,]*\b"
_UNTIL = "(?:(?:den|toi|sang|until|till|by|to) )?"
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_COUNT = re.compile(_TASKS + r"(?:them |sau |for )?(?P<count>\d{1,2}) ?(?P<unit>ngay|hom|tuan|days?|weeks?)\b[a-z ]*")
_DATE = re.compile(_TASKS + _UNTIL + r"(?P<day>(?:het )?(?:ngay )?\d{1,2}[/-]\d{1,2}(?:[/-](?:\d{4}|\d{2}))?)")
_ENGLISH_DATE = re.compile(
    _TASKS + _UNTIL + rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})[a-z]*(?:,? \d{{4}})?"
    rf"|(?:{_MONTH})[a-z]* \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?)"
)
_TOMORROW = re.compile(_TASKS + _UNTIL + "(?:ngay mai|sang mai|chieu mai|mai|hom sau|tomorrow)")
_NEXT_WEEK = re.compile(_TASKS + _UNTIL + "(?:tuan sau|tuan toi|next week)")
_SPOKEN = re.compile(
    _TASKS + r"(?P<day>(?:(?:den|toi|sang|vao) )?(?:(?:sang |chieu )?(?:thu \w+|chu nhat)(?: tuan \w+)?"
    r"|(?:het|cuoi) (?:thang|quy)(?: \w+)?|(?:ngay )?(?:mung|mong) \d+|ngay \d+|ngay kia)(?: thang \w+)?)"
)
# No day: hours, and days that count back.
_HOURS = re.compile(
    r"(?P<tasks>.*?)[\s,]*(?<!\w)(?P<hours>(?:\d{1,2} ?(?:gio|tieng|phut|hours?|minutes?)|-\d+ ?\w*)\b[a-z ]*)"
)
_TWO_NUMBERS = re.compile(r"(?P<tasks>[a-z ]*[\divx.]+) (?P<count>\d{1,2})")
_TASKS_ALONE = re.compile(r"(?P<tasks>(?:[\s,.;:\divx()#]|viec|so|nhiem|vu|va|and|task)*)")


@dataclass(frozen=True, slots=True)
class Delay:
    """The words that name the tasks, and the day to wait for; None where the `words` give no day that is to come."""

    tasks: str
    until: date | None
    words: str = ""


def read_delay(text: str, today: date, workdays: Workdays) -> Delay:
    """Read what follows the command; days are working days, and without any word it is the next of them."""
    said = fold(text).rstrip(" .,;")
    return _spoken(said, today, workdays) or _by_date_or_count(said, text.strip(), today, workdays)


def _by_date_or_count(said: str, text: str, today: date, workdays: Workdays) -> Delay:
    if found := _HOURS.fullmatch(said):
        return Delay(found["tasks"], None, found["hours"])
    if found := _DATE.fullmatch(said) or _ENGLISH_DATE.fullmatch(said):
        return _dated(found["tasks"], found["day"], today, workdays)
    if found := _NEXT_WEEK.fullmatch(said):
        return Delay(found["tasks"], workdays.on_or_after(today + timedelta(days=7 - today.weekday())))
    is_tomorrow = _TOMORROW.fullmatch(said)
    if not is_tomorrow and (found := _COUNT.fullmatch(said) or _TWO_NUMBERS.fullmatch(said)):
        return _counted(found["tasks"], int(found["count"]), found.groupdict().get("unit", "ngay"), today, workdays)
    if found := is_tomorrow or _TASKS_ALONE.fullmatch(said):
        return Delay(found["tasks"], workdays.shift(today, 1))
    return Delay(said, None, text)


def _spoken(said: str, today: date, workdays: Workdays) -> Delay | None:
    """Until a day that is named by its weekday or by the end of a month."""
    found = _SPOKEN.fullmatch(said)
    day = day_ahead(found["day"], today, None, workdays)[0] if found else None
    return Delay(found["tasks"], workdays.on_or_after(day)) if found and day else None


def _counted(tasks: str, count: int, unit: str, today: date, workdays: Workdays) -> Delay:
    if count == 0:
        return Delay(tasks, None, f"0 {unit}")
    if unit in {"tuan", "week", "weeks"}:
        return Delay(tasks, workdays.on_or_after(today + timedelta(weeks=count)))
    return Delay(tasks, workdays.shift(today, count))


def _dated(tasks: str, words: str, today: date, workdays: Workdays) -> Delay:
    day, _ = day_first(words, today)
    if day is None or day <= today:
        return Delay(tasks, None, words)
    return Delay(tasks, workdays.on_or_after(day))
