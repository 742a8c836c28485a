"""Units as people write them in a chat: by code, name or alias, one or several in a row."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import islice

from sqlmodel import Session, col, select

from data.model import Unit, UnitMember
from data.people.registering import single_units
from data.refusals import UnitUnknown
from data.words import fold

_LONGEST_NAME, _NAME = 14, 4  # words
_SHOWN = 60  # letters of what was typed
_MOST_GUESSES = 5
# From which likeness on a code is a guess; and from which a word is a code mistyped rather than a word.
_NEAR, _MISTYPED = 0.7, 0.75
_BETWEEN = re.compile(r"^(?:[,;]|và\b|va\b|and\b|cho\b|sang\b|to\b|->|→)\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;:.]+")
# "X-TNN" and "p-ll" are written like a code, "VPP" may be one, "phường Lê Lợii" is written like a name.
_LIKE_CODE = re.compile(r"[^\W\d_]{1,5}-[^\W\d_]{1,6}")
_CAPITALS = re.compile(r"[A-ZĐ]{2,8}")
_LIKE_NAME = re.compile(
    r"ubnd (?:phuong|xa)\b|phuong (?!phap|an\b|tien|thuc|cham)|xa (?!hoi)|phong (?!su|hop|chong|van\b|trao|ngua)"
)


def unit_leading(session: Session, text: str) -> tuple[Unit, str]:
    """The unit that a text begins with, and what follows it as written; a group is none.

    Raises:
        UnitUnknown: it begins with none; with the codes that look alike.
    """
    units = single_units(session)
    known = _by_name(units)
    text = text.strip()
    for end in reversed([word.end() for word in islice(_WORD.finditer(text), _LONGEST_NAME)]):
        unit = known.get(fold(text[:end]))
        if unit is not None:
            return unit, text[end:].lstrip(" ,;:.\n\t")
    shown = " ".join(text.split(maxsplit=_LONGEST_NAME)[:_LONGEST_NAME])[:_SHOWN]
    raise UnitUnknown(text=shown, guesses=_guesses(text, known, units), look="danh sach chat")


def units_leading(session: Session, text: str) -> tuple[list[Unit], str]:
    """The units that a text begins with, one after the other, and what follows them as written; they may be none.

    Raises:
        UnitUnknown: what follows looks like a unit, and there is none of that name.
    """
    found: list[Unit] = []
    rest = text.lstrip(" ,;:.\n\t").rstrip()
    while rest:
        ahead = _BETWEEN.sub("", rest) if found else rest
        try:
            unit, rest = unit_leading(session, ahead)
        except UnitUnknown as unknown:
            if shown := _like_unit(session, ahead):
                raise UnitUnknown(text=shown, guesses=unknown.guesses, look=unknown.look) from None
            break
        found.append(unit)
    return found, rest


def _like_unit(session: Session, text: str) -> str:
    """The words at the beginning of a text that are written like a unit: "X-TNN", "VPP", "phường Lê Lợii"; or none."""
    word = _WORD.match(text)
    if word is None:
        return ""
    if _LIKE_NAME.match(fold(text)):
        return " ".join(text.split()[:_NAME])
    codes = [fold(unit.code) for unit in single_units(session)]
    mistyped = _CAPITALS.fullmatch(word[0]) and get_close_matches(fold(word[0]), codes, n=1, cutoff=_MISTYPED)
    return word[0] if _LIKE_CODE.fullmatch(word[0]) or mistyped else ""


def _by_name(units: Sequence[Unit]) -> dict[str, Unit]:
    """Units by what they may be called, folded; a code may be typed without its hyphen."""
    known = {fold(unit.code).replace("-", ""): unit for unit in reversed(units)}
    return known | {fold(name): unit for unit in reversed(units) for name in (*unit.aliases, unit.name, unit.code)}


def _guesses(text: str, known: Mapping[str, Unit], units: Sequence[Unit]) -> tuple[str, ...]:
    """The codes of the units that may be meant: by a code alike, or by a name alike where a name is written."""
    word = _WORD.match(text)
    wanted = fold(word[0]) if word else ""
    inside = [unit.code for unit in units if wanted and wanted in fold(unit.code)]
    words = fold(text).split()
    starts = [" ".join(words[:count]) for count in range(2, _NAME + 2)] if _LIKE_NAME.match(fold(text)) else [wanted]
    near = [known[name].code for start in starts for name in get_close_matches(start, known, _MOST_GUESSES, _NEAR)]
    return tuple(dict.fromkeys(inside or near))[:_MOST_GUESSES]


def units_named(session: Session, text: str) -> list[Unit]:
    """All units that a text names, one after the other; a group by its name stands for its members.

    Raises:
        UnitUnknown: something in it is no unit.
    """
    members = members_of_group(session, text)
    if members:
        return members
    found: list[Unit] = []
    rest = text.strip()
    while rest:
        unit, rest = unit_leading(session, rest)
        found.append(unit)
        rest = _BETWEEN.sub("", rest.strip())
    return found


def members_of_group(session: Session, text: str) -> list[Unit]:
    """The units of the group that goes by this name; none if no group does."""
    wanted = fold(text)
    for group in session.exec(select(Unit).where(col(Unit.is_group).is_(True))):
        if wanted in {fold(name) for name in (group.code, group.name, *group.aliases)}:
            rows = session.exec(
                select(Unit)
                .join(UnitMember, col(UnitMember.unit_id) == Unit.id)
                .where(UnitMember.group_id == group.id)
                .order_by(col(Unit.position))
            )
            return list(rows)
    return []
