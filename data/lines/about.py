"""What is asked about: tasks, units or a group of them, and a period, in any order: "1 quý 1 P-LL", "phường xã quý 1".

The one reader of all commands that ask how things stand. Pure.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.agencies.finder import group_leading, unit_leading
from data.agencies.registry import Registry
from data.lines.days import period_first
from data.lines.numbers import read_argument
from data.refusals import UnitUnknown
from data.words import FILLERS, SOFTENERS, alternatives, fold_in_place

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
_ROUNDED = alternatives((*FILLERS, *SOFTENERS, "the nao", "nhu the nao", "ra sao", "den dau"))
_FILLER = re.compile(rf"(?:{_ROUNDED}|[?!])(?![^\W_])[\s,;:.?!]*")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about; nothing of a kind means all of it. Units are told by their codes.

    `group` is the group whose members `units` are, `spoken` the period as typed, `rest` the first words that were not
    understood.
    """

    numbers: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    group: str = ""
    spoken: str = ""
    rest: str = ""


def read_subject(text: str, today: date, registry: Registry) -> Subject:
    """Take in a question from the left, a period, numbers of tasks, units or a group at a time.

    Raises:
        UnitUnknown: something in it is nearly the name of a unit.
    """
    subject, rest = Subject(), _clean(text)
    for _ in range(_MOST_PARTS):
        if not rest:
            return subject
        taken = (
            _with_period(subject, rest, today)
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
    if found := group_leading(text, registry):
        group, rest = found
        only = "" if subject.units else group.code
        return replace(_joined(subject, group.members), group=only), rest
    try:
        unit, rest = unit_leading(text, registry)
    except UnitUnknown:
        return None
    return _joined(subject, [unit.code]), rest


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
