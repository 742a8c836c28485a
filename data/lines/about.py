"""What is asked about: tasks, units or a group of them, and a period, in any order: "1 quý 1 P-LL", "phường xã quý 1".

The one reader of all commands that ask how things stand.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session, col, select

from data.agencies.finder import short_group_name
from data.facts import UnitFact
from data.lines.days import period_first
from data.lines.numbers import read_argument
from data.model import Unit
from data.people import registering
from data.period import Period
from data.refusals import UnitUnknown
from data.views import unit_fact
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
class About:
    """What is asked about; nothing of a kind means all of it. `group` is the group whose members `units` are.

    `spoken` is the period as typed, `rest` the first words that were not understood.
    """

    numbers: tuple[str, ...] = ()
    units: tuple[UnitFact, ...] = ()
    group: UnitFact | None = None
    spoken: str = ""
    rest: str = ""

    def period(self, year: int) -> Period | None:
        """The period that was named; one without a year is of `year`."""
        return period_first(self.spoken, year)[0] if self.spoken else None

    @property
    def is_one_unit(self) -> bool:
        """Whether one unit was named."""
        return len(self.units) == 1 and self.group is None

    @property
    def typed_units(self) -> tuple[str, ...]:
        """The units as one may type them again: by their codes, a group by its name."""
        return (short_group_name(self.group.name),) if self.group else tuple(unit.code for unit in self.units)

    def is_about(self, unit: UnitFact) -> bool:
        """Whether a unit is among those that were named; where none was, all are."""
        return not self.units or unit.id in {each.id for each in self.units}


def read_about(session: Session, text: str, today: date) -> About:
    """Take in a question from the left, a period, numbers of tasks, units or a group at a time.

    Raises:
        UnitUnknown: something in it is nearly the name of a unit.
    """
    about, rest = About(), _clean(text)
    for _ in range(_MOST_PARTS):
        if not rest:
            return about
        taken = (
            _with_period(about, rest, today)
            or _with_code(session, about, rest)
            or _with_numbers(about, rest)
            or _with_units(session, about, rest)
            or _without_filler(about, rest)
        )
        if taken is None:
            return replace(about, rest=_unknown(session, rest))
        about, rest = taken[0], _clean(taken[1])
    return replace(about, rest=rest)


def _with_period(about: About, text: str, today: date) -> tuple[About, str] | None:
    plain = fold_in_place(text)
    if not about.spoken and (match := _RELATIVE.match(plain)):
        shift = _SHIFT[match["which"] or match["that"]]
        return replace(about, spoken=_beside(match["what"] or match["span"], today, shift)), text[match.end() :]
    try:
        period, rest = period_first(text, today.year)
    except ValueError:  # beyond the calendar
        return None
    if period is None or about.spoken:
        return None
    return replace(about, spoken=text[: len(text) - len(rest)] if rest else text), rest


def _beside(what: str, today: date, shift: int) -> str:
    """The quarter, month or year of today or the one before or after it, as it would be typed: "quy 1/2023"."""
    if what in {"nam", "year"}:
        return f"nam {today.year + shift}"
    length = 3 if what in {"quy", "quarter"} else 1
    year, month = divmod(today.year * _MONTHS + today.month - 1 + shift * length, _MONTHS)
    return f"quy {month // 3 + 1}/{year}" if length > 1 else f"thang {month + 1}/{year}"


def _with_code(session: Session, about: About, text: str) -> tuple[About, str] | None:
    """A unit by its code in capitals: "NV 1" are Phòng Nội vụ and task 1, where "nv 1" is nhiệm vụ 1."""
    word = _WORD.match(text)
    if word is None or not word[0].isupper():
        return None
    found = session.exec(select(Unit).where(Unit.code == word[0], col(Unit.is_group).is_(False))).first()
    return (_joined(about, [found]), text[word.end() :]) if found else None


def _with_numbers(about: About, text: str) -> tuple[About, str] | None:
    argument = read_argument(text)
    if not argument.numbers:
        return None if argument.note else (about, "")
    return replace(about, numbers=tuple(dict.fromkeys((*about.numbers, *argument.numbers)))), argument.note


def _with_units(session: Session, about: About, text: str) -> tuple[About, str] | None:
    if found := registering.group_leading(session, text):
        group, members, rest = found
        only = None if about.units else unit_fact(group)
        return replace(_joined(about, members), group=only), rest
    try:
        unit, rest = registering.unit_leading(session, text)
    except UnitUnknown:
        return None
    return _joined(about, [unit]), rest


def _without_filler(about: About, text: str) -> tuple[About, str] | None:
    match = _FILLER.match(fold_in_place(text))
    return (about, text[match.end() :]) if match else None


def _unknown(session: Session, text: str) -> str:
    """What was not understood.

    Raises:
        UnitUnknown: it is nearly a unit.
    """
    try:
        registering.unit_leading(session, text)
    except UnitUnknown as unknown:
        if unknown.guesses:
            raise
        return unknown.text
    return text


def _joined(about: About, units: Sequence[Unit]) -> About:
    known = {unit.id: unit for unit in (*about.units, *map(unit_fact, units))}
    return replace(about, units=tuple(known.values()), group=None)


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip(_GAP)
