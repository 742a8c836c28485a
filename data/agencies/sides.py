"""Who leads and who supports, where one cell says both: "Chủ trì: A; phối hợp: B", "A chủ trì, phối hợp với B"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from data.words import fold_in_place

_LEADS, _SUPPORTS = "lead", "coordinating"

# Told of bodies by words before or behind them. "Hội đồng phối hợp …" is a body's name.
_WORDS = re.compile(
    r"(?:\b(?:co quan|don vi|bo phan|nganh|dia phuong) )?"
    r"\b(?P<lead>(?:giu vai tro |lam )?chu tri(?: thuc hien| tham muu)?)\b"
    r"|(?:\b(?:cac |co quan |don vi |bo phan |nganh ){0,3})\b(?<!hoi dong )(?<!ban )(?<!to )(?<!nhom )(?<!quy che )"
    r"(?P<coordinating>(?:cung )?phoi hop(?: thuc hien)?(?: cung)?(?: voi)?)\b(?! pho bien)"
)
_BRACKETED = re.compile(
    r"[(\[] ?(?:co quan |don vi )?(?:(?P<lead>chu tri|ct|dau moi|chinh)|(?P<coordinating>phoi hop|ph)) ?[)\]]"
)
_EDGES = " ,;.:–-+•\n"
_PARTS = re.compile(r"[;\n]|\.\s")
_DO = re.compile(r"[ ,]+(?:(?:cung )?(?:thuc hien|trien khai|tham gia)|la)$")


class _Side(NamedTuple):
    """What a word says of the bodies beside it."""

    part: str
    start: int
    end: int


def sides(lead: str, coordinating: str) -> tuple[str, str]:
    """What the cells of a row say of who leads and who supports; as they are where the first names one side only."""
    folded = fold_in_place(lead)
    told = _bracketed(lead, folded) or _told(lead, folded)
    supports = [text for part, text in told if part is _SUPPORTS]
    leads = [text for part, text in told if part is _LEADS]
    if not supports:
        return lead, coordinating
    return "; ".join(leads), "; ".join([*([coordinating] if coordinating else []), *supports])


def _bracketed(text: str, folded: str) -> list[tuple[str, str]]:
    """Bodies with the side in brackets behind them: "A (chủ trì), B, C (phối hợp)"."""
    marks = [_Side(found.lastgroup or "", found.start(), found.end()) for found in _BRACKETED.finditer(folded)]
    if not marks:
        return []
    anyone = any(mark.part == _LEADS for mark in marks)
    told: list[tuple[str, str]] = []
    place = 0
    for mark in marks:
        names = text[place : mark.start]
        if mark.part == _SUPPORTS and not anyone:
            # Nobody is said to lead: only the last one named supports.
            others, _, names = names.rpartition(",") if "," in names else ("", "", names)
            told += _named(_LEADS, others)
        told += _named(mark.part, names)
        place = mark.end
    return [*told, *_named(_SUPPORTS if anyone else _LEADS, text[place:])]


def _told(text: str, folded: str) -> list[tuple[str, str]]:
    """Bodies with the side in words before or behind them."""
    told: list[tuple[str, str]] = []
    place, open_part = 0, ""
    for mark in (_Side(found.lastgroup or "", found.start(), found.end()) for found in _WORDS.finditer(folded)):
        names = text[place : mark.start]
        if _stands_behind(mark, names, text, open_part):
            before, names = _last_of(names) if open_part else ("", names)
            told += [*_named(open_part or _LEADS, before), *_named(mark.part, names)]
            open_part = ""
        else:
            told += _named(open_part or _LEADS, names)
            open_part = mark.part
        place = mark.end
    rest = text[place:]
    behind = _SUPPORTS if any(part == _LEADS for part, _ in told) else _LEADS
    return [*told, *_named(open_part or behind, rest)]


def _stands_behind(mark: _Side, names: str, text: str, open_part: str) -> bool:
    """Whether a word speaks of the bodies before it."""
    after = text[mark.end :].lstrip(" ")
    if not names.strip(_EDGES) or after[:1] == ":":
        return False
    ends = not after or after[0] in ",;.\n"
    return ends or (mark.part == _LEADS and not open_part and names.rstrip(" ")[-1:] not in ",;:.\n")


def _last_of(names: str) -> tuple[str, str]:
    """What goes with the word before, and the last bodies named, with which the word behind them goes."""
    parted = [found.end() for found in _PARTS.finditer(names.rstrip(_EDGES))]
    place = parted[-1] if parted else names.rstrip(_EDGES).rfind(",") + 1
    return names[:place], names[place:]


def _named(part: str, names: str) -> Iterator[tuple[str, str]]:
    bare = names.strip(_EDGES)
    # "A (phối hợp: B)": each side has one half of the brackets.
    bare = bare.strip("()" + _EDGES) if bare.count("(") != bare.count(")") else bare
    doing = _DO.search(fold_in_place(bare))
    bare = bare[: doing.start()].strip(_EDGES) if doing else bare
    if any(map(str.isalpha, bare)):
        yield (_SUPPORTS if part == _SUPPORTS else _LEADS), bare
