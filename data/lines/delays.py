"""Until when an officer asks not to be reminded: "10 3 ngay", "10, 12 den 15/2", "10 tuan sau". Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from data.lines.days import day_last
from data.words import fold
from data.workdays import Workdays

# Behind the words that name the tasks: no day, as hours and days that count back are none; a count; no word at all.
_TASKS = r"(?P<tasks>.*?)[\s,]*"
_HOURS = re.compile(_TASKS + r"(?<!\w)(?P<words>(?:\d{1,2} ?(?:gio|tieng|phut|hours?|minutes?)|-\d+ ?\w*)\b[a-z ]*)")
_NEXT_DAY = re.compile(_TASKS + r"\b(?:(?:den|toi|sang|until|till|by|to) )?(?:hom sau|tomorrow)")
_NEXT_WEEK = re.compile(_TASKS + r"\b(?:(?:den|toi|sang|until|till|by|to) )?(?:tuan sau|tuan toi|next week)")
_DELAY = re.compile(_TASKS + r"\b(?:them |sau |for )?(?P<count>\d{1,2}) ?(?P<unit>ngay|hom|tuan|days?|weeks?)\b[a-z ]*")
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
    if ending := day_last(said, today, workdays):
        until = workdays.on_or_after(ending.day) if ending.day else None
        return Delay(ending.before, until, "" if until else ending.words)
    return _by_a_count(said, today, workdays) or Delay(said, None, text.strip())


def _by_a_count(said: str, today: date, workdays: Workdays) -> Delay | None:
    if found := _HOURS.fullmatch(said):
        return Delay(found["tasks"], None, found["words"])
    if found := _NEXT_WEEK.fullmatch(said):
        return Delay(found["tasks"], workdays.on_or_after(today + timedelta(days=7 - today.weekday())))
    if found := _NEXT_DAY.fullmatch(said):
        return Delay(found["tasks"], workdays.shift(today, 1))
    if found := _DELAY.fullmatch(said) or _TWO_NUMBERS.fullmatch(said):
        return _counted_off(found["tasks"], int(found["count"]), found.groupdict().get("unit", "ngay"), today, workdays)
    found = _TASKS_ALONE.fullmatch(said)
    return Delay(found["tasks"], workdays.shift(today, 1)) if found else None


def _counted_off(tasks: str, count: int, unit: str, today: date, workdays: Workdays) -> Delay:
    if count == 0:
        return Delay(tasks, None, f"0 {unit}")
    if unit in {"tuan", "week", "weeks"}:
        return Delay(tasks, workdays.on_or_after(today + timedelta(weeks=count)))
    return Delay(tasks, workdays.shift(today, count))
