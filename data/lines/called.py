"""Whoever coordinates, by the name that people type: "chuyển phòng văn hóa: …" is "chuyen noi vu …". Pure.

The commands and the tables of readings know it as Nội vụ, which many go on saying; here its own name becomes that.
"""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from data.words import fold, fold_in_place

if TYPE_CHECKING:
    from data.agencies.registry import Registry, RegistryUnit

OURS = "noi vu"
_HEAD = re.compile(r"^(?:phong|so|ban) (?=\S+ \S)")
# Whose it is: "văn phòng HĐND và UBND xã Bình Minh".
_WHOSE = re.compile(r" (?:hdnd|hoi dong|ubnd|uy ban|thanh pho|tp|tinh|huyen|thi xa|phuong|xa (?!hoi)|dac khu)\b.*")
_MARKS = re.compile(r"[^a-z0-9]+")
_BETWEEN = r"[\s_,–-]+"
_SAID_TO = (
    ("chuyen noi vu", r"(?:chuyen|bao|nhan)"),
    ("lien he noi vu", r"(?:lien he|gap)"),
)


@lru_cache(maxsize=256)
def short_name(name: str) -> str:
    """A unit's name as one types it: "van phong" for Văn phòng HĐND và UBND, "noi vu" for Sở Nội vụ."""
    plain = _MARKS.sub(" ", fold(name)).strip()
    whole = _WHOSE.sub("", plain)
    return _HEAD.sub("", whole if " " in whole else plain)


def by_short_name(line: str, name: str) -> str:
    """A line of ours as it is typed to a coordinator of this name: "chuyen van phong …"."""
    return _TOLD.sub(lambda found: f"{found[1]} {short_name(name)}", line)


_TOLD = re.compile(rf"(?<!\w)(chuyen|lien he) {OURS}(?!\w)")


def may_call(line: str) -> bool:
    """Whether a line may tell the coordinator something, or call it, by some name."""
    return _MAY_CALL.match(fold_in_place(unicodedata.normalize("NFC", line))) is not None


_MAY_CALL = re.compile(r"\s*/?(?:(?:chuyen|bao|nhan|lien he|gap)[\s_]|.{0,200}\boi\b)")


def in_house_words(line: str, registry: "Registry") -> str:
    """The line with the coordinator's own name as the commands know it, where it is told something or called."""
    office = registry.coordinator
    if office is None:
        return line
    line = unicodedata.normalize("NFC", line)
    said = fold_in_place(line)
    for command, verb in _SAID_TO:
        rest = _behind(rf"\s*/?{verb}(?:{_BETWEEN}(?:cho|den|toi|len|voi|qua))?{_BETWEEN}", said, office, registry)
        if rest is not None:
            return f"{command} {line[rest:].lstrip(' :,.-')}".rstrip()
    called = _behind(r"\s*(?:(?:da|em|thua|chao|kinh gui)\s+)*", said, office, registry)
    if called is not None and re.match(r"\s+oi\b", said[called:]):
        return f"nội vụ{line[called:]}"
    return line


def said_of_office(said: str, registry: "Registry | None", own: str) -> str:
    """A line in its normal form with the coordinator's name as our tables know it; `own` is the chat's unit."""
    office = registry.coordinator if registry else None
    if office is None or office.code == own or OURS in short_name(office.name):
        return said
    return _pattern(office).sub(OURS, said)


def _behind(before: str, said: str, office: "RegistryUnit", registry: "Registry") -> int | None:
    """Where the name ends that the office is called by behind some words; None where another unit is meant."""
    found = re.match(before, said)
    named = _pattern(office).match(said, found.end()) if found else None
    if named is None or named[0] == OURS:
        return None
    plain = _MARKS.sub(" ", said[named.start() :]).strip()
    length = len(_MARKS.sub(" ", named[0]).strip())
    longer = (name for unit in registry.units if unit is not office for name in _names(unit) if len(name) > length)
    return None if any(re.match(rf"{re.escape(name)}\b", plain) for name in longer) else named.end()


@lru_cache(maxsize=1024)
def _names(unit: "RegistryUnit") -> tuple[str, ...]:
    return tuple(_MARKS.sub(" ", fold(name)).strip() for name in (unit.name, *unit.aliases))


@lru_cache(maxsize=16)
def _pattern(office: "RegistryUnit") -> re.Pattern[str]:
    """The names, the longest first; also as much of them as two words beside "phòng", "sở" or "ban"."""
    forms: set[str] = set()
    for name in _names(office):
        words = name.split()
        head = len(words) - len(_HEAD.sub("", name).split())
        forms |= {" ".join(words[start:end]) for end in range(head + 2, len(words) + 1) for start in {0, head}}
    ways = (_BETWEEN.join(map(re.escape, form.split())) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(ways)})(?![^\W_])") if forms else re.compile(r"(?!)")
