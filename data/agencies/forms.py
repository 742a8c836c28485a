"""The forms in which names are compared: plain words, without the home place, as initials, as a set of words."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from data.agencies.tokens import key_of
from data.agencies.values import Registry
from data.words import fold

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_FILLERS = {"và", "các", "của", "thuộc", "những", "có"}
LEVELS = ("thanh pho", "thi xa", "tinh", "huyen", "quan", "phuong", "xa", "thi tran", "dac khu")
_SPELLED_OUT = {
    "tp": "thanh pho",
    "tx": "thi xa",
    "tw": "trung uong",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
}
_LEADERS = re.compile(r"^(?:(?:chu tich|thu truong|giam doc|lanh dao|nguoi dung dau|bi thu|hieu truong) )+")
COMMITTEE = _SPELLED_OUT["ubnd"]
COMMITTEE_KIND = "UBND"


class Word(NamedTuple):
    """A folded word; `short` says that it is written in capitals and may stand for several by their initials."""

    key: str
    short: bool


class Home(NamedTuple):
    """The place whose committee the registry belongs to, folded: "thanh pho", "hung yen". Both "" where unknown."""

    level: str = ""
    place: str = ""


def home_of(registry: Registry) -> Home:
    """The level and place in the name of the registry's own committee."""
    return home_named(committee_of(registry))


def committee_of(registry: Registry) -> str:
    """The name of the registry's own committee, the first unit of kind UBND; "" where it has none."""
    return next((unit.name for unit in registry.units if unit.kind == COMMITTEE_KIND), "")


def home_named(name: str) -> Home:
    """The place of the committee that has this name: "UBND thành phố Hưng Yên" → thanh pho, hung yen."""
    for level in LEVELS:
        before, found, place = plain(name).partition(f" {level}")
        if found and before == COMMITTEE:
            return Home(level, place.strip())
    return Home()


def is_elsewhere(home: Home, other: Home) -> bool:
    """Whether two committees that are both known are of two places."""
    if not (home.level and other.level):
        return False
    return home.level != other.level or bool(home.place and other.place and home.place != other.place)


# A plan of thousands of rows names a few hundred bodies.
@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """The words that tell names apart; marks, "và", "các", "thuộc", "của" and "có" do not."""
    found = (match.group() for match in _WORD.finditer(text))
    return tuple(Word(fold(word.replace("&", "")), word.isupper()) for word in found if key_of(word) not in _FILLERS)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The words alone, in their order, with the commonest abbreviations (TP, UBND, HĐND, MTTQ) spelled out."""
    return spelled_out(words_of(text))


def spelled_out(words: Sequence[Word]) -> str:
    """The same of words that have been told apart already."""
    return " ".join(_SPELLED_OUT.get(word.key, word.key) for word in words)


def homeless(words: str, home: Home) -> str:
    """Plain words without the registry's own place at their end: "phong noi vu thanh pho" → "phong noi vu"."""
    if not home.level:
        return words
    named = words.removesuffix(f" {home.level} {home.place}") if home.place else words
    return named.removesuffix(f" {home.level}") if named == words else named


def leaderless(words: str) -> str:
    """Plain words without those who lead a set of units: "chu tich uy ban nhan dan phuong xa" are the committees."""
    return _LEADERS.sub("", words)


def as_set(words: str) -> str:
    """The words in an order of their own: "xã, phường" and "phường, xã" are one group."""
    return " ".join(sorted(set(words.split())))


def initials(words: Sequence[Word]) -> str:
    """First letters of words, capitals as they are: a name and its abbreviations give the same."""
    return "".join(word.key if word.short else word.key[:1] for word in words)


def short_at_home(short: Sequence[Word], home: Home) -> Sequence[Word]:
    """The words without TP or TX at their end, where that is the registry's own level."""
    return short[:-1] if short and home.level and _SPELLED_OUT.get(short[-1].key) == home.level else short


def spells(short: Sequence[Word], full: Sequence[str]) -> bool:
    """Whether `short` is `full` with runs of words written as initials, where both have the same initials."""
    at = 0
    for word in short:
        if not word.short and (at >= len(full) or full[at] != word.key):
            return False
        at += len(word.key) if word.short else 1
    return at == len(full)
