"""What follows a command: of whom and when it asks, until when not to remind, how a row of units is to change. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from data.agencies.finder import group_leading, unit_leading, units_leading
from data.agencies.registry import Registry
from data.lines.days import day_last, period_first
from data.lines.numbers import read_argument
from data.lines.of_office_names import EVERYBODY, group_at
from data.lines.of_office_words import pieces_of
from data.refusals import UnitUnknown
from data.words import FILLERS, SOFTENERS, alternatives, fold, fold_in_place
from data.workdays import Workdays

_MONTHS = 12
_MOST_PARTS = 60  # of a question
_WORD = re.compile(r"[^\s,;:]+")
_GAP = " ,;:.\n\t"
_RELATIVE = re.compile(
    r"(?:(?:bao|ky|trong)\s+)*(?P<what>quy|thang|nam|quarter|month|year)\s+(?P<which>nay|truoc|sau|toi)(?![^\W_])"
    r"|(?:(?P<that>this|last|next)\s+(?P<span>quarter|month|year))(?![^\W_])"
)
_SHIFT = {"nay": 0, "truoc": -1, "sau": 1, "toi": 1, "this": 0, "last": -1, "next": 1}
# What joins the parts of a question, or rounds it off.
_ROUNDED = alternatives((
    *FILLERS, *SOFTENERS, "the nao", "nhu the nao", "ra sao", "den dau", "bao cao", "ket qua", "thuc hien", "ke hoach",
    "giup", "giup toi", "giup minh", "cho toi", "di", "report", "reports",
))  # fmt: skip
_FILLER = re.compile(rf"(?:{_ROUNDED}|[?!])(?![^\W_])[\s,;:.?!]*")
# What opens those who are left out; how far into a text a group's name is looked for.
_EXCEPT = re.compile(r"(?:ngoai tru|loai tru|tru ra|tru|khong ke|except(?: for)?|but not|without)(?![^\W_])[\s,:]*")
_ALL = re.compile(r"(?:het|het thay|ca|everybody|everyone|all)(?![^\W_])")
_GROUP_WITHIN = 100


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about; nothing of a kind means all of it. Units are told by their codes.

    `group` is the group whose members `units` are, `spoken` the period as typed, `rest` the first words that were not
    understood. `everybody` is said in so many words, a group `loosely` in fewer than its name has: "các xã"; `without`
    and `without_numbers` are left out.
    """

    numbers: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    group: str = ""
    spoken: str = ""
    rest: str = ""
    everybody: bool = False
    loosely: bool = False
    without: tuple[str, ...] = ()
    without_numbers: tuple[str, ...] = ()


def read_subject(text: str, today: date, registry: Registry) -> Subject:
    """Take in a question from the left, a period, numbers of tasks, units or a group, what is left out at a time.

    Raises:
        UnitUnknown: something in it is nearly the name of a unit.
    """
    subject, rest = Subject(), _clean(text)
    for _ in range(_MOST_PARTS):
        if not rest:
            return subject
        taken = (
            _with_period(subject, rest, today)
            or _with_left_out(subject, rest, registry)
            or _with_code(subject, rest, registry)
            or _with_numbers(subject, rest)
            or _with_units(subject, rest, registry)
            or _without_filler(subject, rest)
        )
        if taken is None:
            return replace(subject, rest=_unknown(rest, registry))
        subject, rest = taken[0], _clean(taken[1])
    return replace(subject, rest=rest)


def _with_period(subject: Subject, text: str, today: date) -> tuple[Subject, str] | None:
    plain = fold_in_place(text)
    if not subject.spoken and (match := _RELATIVE.match(plain)):
        shift = _SHIFT[match["which"] or match["that"]]
        return replace(subject, spoken=_beside(match["what"] or match["span"], today, shift)), text[match.end() :]
    try:
        period, rest = period_first(text, today.year)
    except ValueError:  # beyond the calendar
        return None
    if period is None or subject.spoken:
        return None
    return replace(subject, spoken=text[: len(text) - len(rest)] if rest else text), rest


def _beside(what: str, today: date, shift: int) -> str:
    """The quarter, month or year of today or the one before or after it, as it would be typed: "quy 1/2023"."""
    if what in {"nam", "year"}:
        return f"nam {today.year + shift}"
    length = 3 if what in {"quy", "quarter"} else 1
    year, month = divmod(today.year * _MONTHS + today.month - 1 + shift * length, _MONTHS)
    return f"quy {month // 3 + 1}/{year}" if length > 1 else f"thang {month + 1}/{year}"


def _with_code(subject: Subject, text: str, registry: Registry) -> tuple[Subject, str] | None:
    """A unit by its code in capitals: "NV 1" are Phòng Nội vụ and task 1, where "nv 1" is nhiệm vụ 1."""
    word = _WORD.match(text)
    unit = registry.by_code.get(word[0]) if word and word[0].isupper() else None
    return (_joined(subject, [unit.code]), text[len(unit.code) :]) if unit and not unit.group else None


def _with_numbers(subject: Subject, text: str) -> tuple[Subject, str] | None:
    argument = read_argument(text)
    if not argument.numbers:
        return None if argument.note else (subject, "")
    return replace(subject, numbers=tuple(dict.fromkeys((*subject.numbers, *argument.numbers)))), argument.note


def _with_units(subject: Subject, text: str, registry: Registry) -> tuple[Subject, str] | None:
    if found := group_named(text, registry) or _all(text):
        code, rest = found
        if code == EVERYBODY:
            return replace(subject, everybody=True), rest
        only = "" if subject.units else code
        loosely = group_leading(text, registry) is None
        return replace(_joined(subject, registry.by_code[code].members), group=only, loosely=loosely), rest
    try:
        unit, rest = unit_leading(text, registry)
    except UnitUnknown:
        return None
    return _joined(subject, [unit.code]), rest


def group_named(text: str, registry: Registry) -> tuple[str, str] | None:
    """The group, by its code, that a text begins with: by its name, or in short as "các xã", "tất cả"; and the rest."""
    if found := group_leading(text, registry):
        return found[0].code, found[1]
    near = text[:_GROUP_WITHIN]
    pieces = pieces_of(near)
    named = group_at(pieces, 0, registry) if pieces else None
    if named is None or _names_unit(near, registry):
        return None
    return named.code, text[pieces[named.end - 1].end :]


def _all(text: str) -> tuple[str, str] | None:
    match = _ALL.match(fold_in_place(text))
    return (EVERYBODY, text[match.end() :]) if match else None


def _names_unit(text: str, registry: Registry) -> bool:
    """Whether a text begins with the name of a unit."""
    try:
        unit_leading(text, registry)
    except UnitUnknown:
        return False
    return True


def _with_left_out(subject: Subject, text: str, registry: Registry) -> tuple[Subject, str] | None:
    """The tasks that are named right behind "trừ", and the units or the group behind these."""
    match = _EXCEPT.match(fold_in_place(text))
    if match is None:
        return None
    argument = read_argument(text[match.end() :])
    rest, numbers = argument.note.lstrip(" ,;"), (*subject.without_numbers, *argument.numbers)
    if (group := group_named(rest, registry)) and group[0] != EVERYBODY:
        codes: Sequence[str] = registry.by_code[group[0]].members
        rest = group[1]
    else:
        units, rest = units_leading(rest, registry)
        codes = [unit.code for unit in units]
    if not (codes or argument.numbers):
        return None
    return replace(subject, without=(*subject.without, *codes), without_numbers=numbers), rest


def _without_filler(subject: Subject, text: str) -> tuple[Subject, str] | None:
    match = _FILLER.match(fold_in_place(text))
    return (subject, text[match.end() :]) if match else None


def _unknown(text: str, registry: Registry) -> str:
    """What was not understood.

    Raises:
        UnitUnknown: it is nearly a unit.
    """
    try:
        unit_leading(text, registry)
    except UnitUnknown as unknown:
        if unknown.guesses:
            raise
        return unknown.text
    return text


def _joined(subject: Subject, codes: Sequence[str]) -> Subject:
    return replace(subject, units=tuple(dict.fromkeys((*subject.units, *codes))), group="")


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip(_GAP)


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


def delay_until(day: date | None, today: date, workdays: Workdays) -> Delay:
    """The same of a day that was chosen with the tasks; of none it is the next working day."""
    if day is None:
        return Delay("", workdays.shift(today, 1))
    return Delay("", workdays.on_or_after(day)) if day > today else Delay("", None, f"{day:%d/%m/%Y}")


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


_AGREED = re.compile(r"[\s,.;:]+(?:dong y|yes|agreed?)[\s.]*$")
_BY = re.compile(r"\s(?:bang|thanh|by|with)\s+")


class How(StrEnum):
    """What becomes of the units that are there."""

    SET = "set"
    ADD = "add"
    TAKE_OFF = "take off"
    REPLACE = "replace"


# Each kind by its words, with the accents that tell bỏ from Bộ.
_WORDS = {
    How.ADD: "thêm|them|bổ sung|bo sung|add|plus",
    How.TAKE_OFF: "bỏ bớt|bo bot|bỏ|bo|bớt|bot|xóa|xoá|xoa|rút|rut|gỡ|go|remove|take off|drop",
    How.REPLACE: "thay thế bằng|thay thế|thay the|thay bằng|thay bang|thay|replace by|replace with|replace|only",
}
_FIRST = {how: re.compile(rf"(?:{words})(?![^\W_])[\s:]*", re.IGNORECASE) for how, words in _WORDS.items()}


@dataclass(frozen=True, slots=True)
class Amendment:
    """The units named, those that come in their place where `by` names them, and whether it was agreed to already."""

    how: How
    units: str
    by: str = ""
    agreed: bool = False


def read_amendment(command: str, text: str, *, named: bool = False) -> Amendment:
    """Read what follows a task's number: "bỏ P-LL"; the command may say how, too: "bo don vi" with "P-LL" behind it.

    The first words of a text that begins with the name of a unit, as `named` says, are no more than that name.
    """
    text = unicodedata.normalize("NFC", text).strip()
    agreed = _AGREED.search(fold_in_place(f" {text}"))
    if agreed:
        text = f" {text}"[: agreed.start()].strip()
    how, rest = (How.SET, text) if named else _how(text)
    if how is How.SET:
        how, _ = _how(unicodedata.normalize("NFC", command))
    between = _BY.search(fold_in_place(rest)) if how is How.REPLACE else None
    units, by = (rest[: between.start()], rest[between.end() :]) if between else (rest, "")
    return Amendment(how, units.strip(), by.strip(), agreed is not None)


def _how(text: str) -> tuple[How, str]:
    for how, words in _FIRST.items():
        if match := words.match(text):
            return how, text[match.end() :]
    return How.SET, text


_LATEST = re.compile(
    r"\b(?:vua|moi)(?: moi| nhat)? (?:nhap|them|gui|dua|len|import)\b|\b(?:moi|gan day) nhat\b"
    r"|\bvua roi\b|\bnhap nham\b"
)
_PLAN_NUMBER = r"(\d{1,4}(?:/[\w-]*[a-z][\w-]*)?)\b"
_PLAN = re.compile(rf"\b(?:ke hoach|kh)(?: so)? {_PLAN_NUMBER}|\bso {_PLAN_NUMBER}|(?<![\w/]){_PLAN_NUMBER}(?!/)")
LATEST = "vua nhap"


def plan_named(text: str) -> str:
    """How a plan is named in words: by its number, "06" or "06/kh-ubnd", or as the one imported last; else empty."""
    said = fold(text)
    if found := _PLAN.search(said):
        return str(next(filter(None, found.groups())))
    return LATEST if _LATEST.search(said) else ""
