"""A task that no plan has, as Nội vụ types it: for whom, until when, what is to be done. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.agencies.finder import units_leading
from data.agencies.registry import Registry
from data.lines.days import day_ahead_at
from data.lines.requests import group_named
from data.refusals import UnitUnknown
from data.words import fold_in_place
from data.workdays import Workdays

_GAP = " ,;:.-–\n\t"
# What leads to the day; behind "trước" it is the one before.
_TO_DAY = re.compile(
    r"(?:(?:han|thoi han|den|xong|hoan thanh|cham nhat|ngay|la|vao|by|due)\s+)*(?P<before>truoc|before)?(?:\s*ngay)?\s*"
)
_DAY_WORD = re.compile(r"(?<![^\W_])(?:han|thoi han|xong|hoan thanh|truoc|den|cham nhat|by|due|before)(?![^\W_])")
_JOINS = re.compile(r"(?:cho|toi|gui|thuc hien|nhiem vu|viec|moi|la|to|for|task)(?![^\W_])")
_MOST_NAMED = 20
# How far into a text a colon still ends those who are named.
_HEAD = 300
_COLON, _LONGEST = re.compile(r":(?!\d)"), 4_000


@dataclass(frozen=True, slots=True)
class Order:
    """The units by their codes, a group all; the last day for it, and what is to be done."""

    units: tuple[str, ...] = ()
    group: str = ""
    day: date | None = None
    text: str = ""


def read_order(text: str, today: date, workdays: Workdays, registry: Registry) -> Order:
    """`P-LL, X-TN 15/4: rà soát`, `các phường xã rà soát TTHC trước 15/4`, `rà soát TTHC, giao VP, hạn 15/4`.

    Raises:
        UnitUnknown: where units stand there is something that looks like one, and is none.
    """
    text = _clean(text)
    head, *behind = _COLON.split(text[:_LONGEST], maxsplit=1)
    whole = bool(behind) and len(head) <= _HEAD and _is_of_units(head, registry)
    order, rest = _with_units(Order(), head if whole else text, registry)
    day, rest = _day_at_start(rest, today, workdays)
    rest = _clean(behind[0]) if whole else rest
    if day is None:
        day, rest = _day_at_end(rest, today, workdays)
    return replace(order, day=day, text=rest)


def _is_of_units(head: str, registry: Registry) -> bool:
    try:
        order, _ = _with_units(Order(), _clean(head), registry)
    except UnitUnknown:
        return True
    return bool(order.units)


def _with_units(order: Order, text: str, registry: Registry) -> tuple[Order, str]:
    """The units and groups in a row with which a text begins."""
    for _ in range(_MOST_NAMED):
        joins = _JOINS.match(fold_in_place(text)) if not order.units else None
        found = group_named(text, registry)
        if joins is not None:
            text = _clean(text[joins.end() :])
        elif found and found[0] in registry.by_code:
            group = "" if order.units else found[0]
            members = registry.by_code[found[0]].members
            order, text = replace(order, units=_joined(order.units, members), group=group), _clean(found[1])
        else:
            units, rest = units_leading(text, registry)
            if not units:
                break
            codes = [unit.code for unit in units]
            order, text = replace(order, units=_joined(order.units, codes), group=""), _clean(rest)
    return order, text


def _joined(units: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*units, *more)))


def _day_at_start(text: str, today: date, workdays: Workdays) -> tuple[date | None, str]:
    plain = fold_in_place(text)
    lead = _TO_DAY.match(plain)
    start = lead.end() if lead else 0
    day, end = day_ahead_at(plain, start, today, None, workdays)
    if day is None:
        return None, text
    return day - timedelta(days=1) if lead and lead["before"] else day, _clean(text[end:])


def _day_at_end(text: str, today: date, workdays: Workdays) -> tuple[date | None, str]:
    """The day with which a text ends, behind a word that leads to it."""
    for match in _DAY_WORD.finditer(fold_in_place(text)):
        day, rest = _day_at_start(text[match.start() :], today, workdays)
        if day is not None and not rest:
            return day, _clean(text[: match.start()])
    return None, text


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip(_GAP)
