"""To whom words are to be sent, and which: "các phường, xã trừ P-LL: 8h họp", "mời họp tới các xã". Pure."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from data.agencies.registry import Registry
from data.lines.requests import Subject, group_named, read_subject
from data.refusals import UnitUnknown
from data.words import fold_in_place

_TO = re.compile(r"(?:(?:cho|toi|den|gui|gui toi|gui cho|to)\s+)+")
# Behind the last of these a text may end in those it is for.
_TO_WHOM = re.compile(r"\s(?:cho|toi|den|gui|gui toi|gui cho|to)\s+(?=\S)")
# No colon of a time: "8:30".
_COLON = re.compile(r":(?!\d)")
_KIND = re.compile(r"(?:phòng|phường|xã)(?=\s)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|\bvà\b)\s*(?!(?:phòng|phường|xã|trừ)\b|\w+-)", re.IGNORECASE)
# How far into the text a colon still ends a row of units; so many letters at the end may name them.
_ROW, _TAIL = 300, 120


@dataclass(frozen=True, slots=True)
class Addressed:
    """The units by their codes, a group all but those left out; everybody where none is named. `named` says whether."""

    text: str
    units: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    group: str = ""

    @property
    def named(self) -> bool:
        """Whether it is said for whom."""
        return bool(self.units or self.without)


def read_addressed(text: str, today: date, registry: Registry) -> Addressed:
    """Those who stand before a colon, or a group at the beginning or the end.

    All is words for everybody where what stands there is anything else.
    """
    text = unicodedata.normalize("NFC", text).strip()
    head, *behind = _COLON.split(text, maxsplit=1)
    if behind and len(head) <= _ROW:
        subject = _whom(head, today, registry) or _whom(_each_by_kind(head), today, registry)
        return _to(subject, behind[0]) if subject else Addressed(text)
    bare = _without_to(text)
    if found := group_named(bare, registry):
        subject = _whom(bare[: len(bare) - len(found[1])], today, registry)
        if subject is not None and found[1].strip(" ,.;"):
            return _to(subject, found[1])
    if len(text) <= _ROW and (whole := _whom(text, today, registry)):
        return _to(whole, "")  # nothing is said to them yet
    return _with_tail(text, today, registry) or Addressed(text)


def _with_tail(text: str, today: date, registry: Registry) -> Addressed | None:
    """A group at the end of a text; a unit there is as well what the words are about."""
    *_, last = (None, *_TO_WHOM.finditer(fold_in_place(text)))
    if last is None or len(text) - last.end() > _TAIL:
        return None
    subject = _whom(text[last.end() :], today, registry)
    is_group = subject is not None and (subject.group or subject.everybody)
    return _to(subject, text[: last.start()]) if subject is not None and is_group else None


def _whom(text: str, today: date, registry: Registry) -> Subject | None:
    """Those whom a text names and nothing else; None where it says anything more."""
    try:
        found = read_subject(_without_to(text), today, registry)
    except UnitUnknown:
        return None
    says_whom = found.units or found.everybody or found.without
    return None if found.rest or found.numbers or found.spoken or found.without_numbers or not says_whom else found


def _each_by_kind(text: str) -> str:
    """The row with its kind before each name: "phòng Kinh tế, Tư pháp" → "phòng Kinh tế, phòng Tư pháp"."""
    kind = _KIND.match(_without_to(text))
    return _AND.sub(rf", {kind[0]} ", _without_to(text)) if kind else text


def _to(subject: Subject, text: str) -> Addressed:
    units = tuple(code for code in subject.units if code not in subject.without)
    return Addressed(text.strip(" ,;"), units, () if units else subject.without, subject.group)


def _without_to(text: str) -> str:
    match = _TO.match(fold_in_place(text))
    return text[match.end() :] if match else text
