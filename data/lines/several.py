"""Several reports in one line, each with its own words: "1 3 tin 2 bài, 12 1 tin; 13 không phát sinh". Pure."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from data.lines.days import period_first
from data.lines.doubts import as_note
from data.lines.notes import evidence_in
from data.lines.numbers import ALL_NOUNS, NOUNS, NUMBER, is_count, read_argument
from data.words import COURTESY, alternatives, fold, fold_in_place

_LEAD = r"(?:(?:va|con|cung|roi|da|xong|hoan thanh|ht|bao cao|rieng|viec|nhiem vu|nv|so|task|done|and)\b[\s:]*)*"
# Where another report may begin: behind a mark, or behind "và", "còn" before a number.
_BREAK = re.compile(
    rf"\s*(?:[;\n]|,(?!\d)|\.(?=\s))\s*|\s+(?=(?:va|con|and|xong)\s+{_LEAD}\d)"
    rf"|(?P<bare>\s+)(?=\d{{1,2}}:?\s+\d+\s+(?:{NOUNS})(?![^\W_]))"
)
# Behind these a number is none of a task: "1 quý 1 3 tin".
_OF_OTHERS = re.compile(r"\b(?:quy|thang|nam|tuan|ngay|so)$")
# "khong phat sinh 13" beside a report: the number goes first, as with every other one.
_NOTHING_OF = re.compile(
    r"[\s,;.]*\b(?P<said>khong phat sinh|kps|no activity)\s+(?:(?:viec|nv|task)\s+)?"
    rf"(?P<numbers>{NUMBER}(?:\s*(?:,|va|and)\s*(?:viec\s+)?{NUMBER})*)(?![\w/%])"
)
_COUNTED = re.compile(rf"\d+\s+(?:{ALL_NOUNS})(?=\s*(?:$|[,;.\n]))")
_BESIDE_NOTHING = re.compile(rf"\b\d+ (?:{NOUNS})(?![^\W_])|\b(?:xong|hoan thanh|ht|done)\b")
_AS_NOTE = re.compile(r"\b(?:ghi chu|note)\s*:")
_AT = re.compile(rf"(?P<lead>{_LEAD})(?P<number>{NUMBER})(?![\w/%]|-\w|\.\d)(?P<behind>\s*:?)")
_LEADS = re.compile(rf"\s*{_LEAD}")
_NAMED = re.compile(r"\b(?:viec|nhiem vu|nv|xong|hoan thanh|ht|task|done)\b")
_NOTHING = re.compile(
    r"(?:thi |la |hien )*(?:(?:khong|chua)(?: co)?(?: gi)? phat sinh(?: (?:gi|hoat dong))?|kps|no activity"
    r"|nothing to report|0)"
    rf"(?:[\s,.!]|\b(?:{alternatives(COURTESY)}|trong ky|ca)\b)*"
)
_THEN = re.compile(r"(?:thi|la)\s+")


@dataclass(frozen=True, slots=True)
class Report:
    """The tasks by number, what is reported of each of them, and whether that is that nothing arose."""

    numbers: tuple[str, ...]
    note: str
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Reports:
    """What a line reports; `sure` where the words leave no doubt which task each of them is about."""

    each: tuple[Report, ...]
    sure: bool = True

    @property
    def numbers(self) -> tuple[str, ...]:
        """All the tasks."""
        return tuple(dict.fromkeys(number for report in self.each for number in report.numbers))


def read_reports(text: str, known: Collection[str]) -> Reports:
    """Take a line apart, where behind the first numbers stand others that are `known` as tasks of who speaks.

    A number that counts something is no task. Where words may belong to one task or to all of a row, the nearer
    reading is given and it is not `sure`.
    """
    text = unicodedata.normalize("NFC", text).strip()
    pieces = _pieces(text, known)
    whole = read_argument(text)
    together = Reports((_report(whole.numbers, whole.note),))
    if len(pieces) == 1:
        return together
    each = tuple(_report(piece.numbers, piece.note) for piece in pieces)
    if any(piece.note for piece in pieces[:-1]) or _is_of_one(pieces[-1].note):
        return Reports(each, sure=all(piece.sure for piece in pieces))
    is_shared = not is_count(whole.note) or len(whole.numbers) < len(pieces)
    return together if is_shared else Reports(each, sure=False)


def reports_too(nothing: str) -> bool:
    """Whether what follows "khong phat sinh" says of something that it arose: "12; 13: 3 tin", "12 nhưng có 1 tin"."""
    return _BESIDE_NOTHING.search(fold(nothing)) is not None


def numbers_first(text: str) -> str:
    """The line with "khong phat sinh 13" turned into "13 khong phat sinh", a report of its own."""
    text = unicodedata.normalize("NFC", text)
    at, parts = 0, []
    for found in _NOTHING_OF.finditer(_in_place(text)):
        if is_count(text[found.start("numbers") :]):
            continue
        said = text[found.start("said") : found.end("said")]
        parts += [
            text[at : found.start()],
            *(f"; {number} {said}" for number in read_argument(found["numbers"]).numbers),
        ]
        at = found.end()
    return "".join([*parts, text[at:]]).lstrip("; ")


class _Piece(NamedTuple):
    """A report's numbers and its words; `sure` where these are about no others."""

    numbers: tuple[str, ...]
    note: str
    sure: bool = True


def _report(numbers: tuple[str, ...], note: str) -> Report:
    plain = fold_in_place(note)
    if _NOTHING.fullmatch(" ".join(plain.split())):
        return Report(numbers, "", nothing=True)
    opening = _THEN.match(plain)
    return Report(numbers, as_note(note[opening.end() :] if opening else note))


def _is_of_one(note: str) -> bool:
    """Whether words can be meant for the number right before them alone: "10; 12 thì không phát sinh"."""
    plain = fold(note)
    return bool(_NOTHING.fullmatch(plain) or _THEN.match(plain))


def _pieces(text: str, known: Collection[str]) -> list[_Piece]:
    plain = _in_place(text)
    as_one = _AS_NOTE.search(plain)
    starts = [0]
    for found in _BREAK.finditer(plain, 0, as_one.start() if as_one else len(plain)):
        if _begins(text, plain, found, starts[-1], known):
            starts.append(found.end())
    ends = [*starts[1:], len(text)]
    first, *others = [text[start:end].strip(" \t\n,;.") for start, end in zip(starts, ends, strict=True)]
    argument = read_argument(first)
    return [_Piece(argument.numbers, argument.note), *map(_piece, others)]


def _in_place(text: str) -> str:
    """The text without accents, letter for letter, lines kept apart."""
    plain = fold_in_place(text)
    return "".join("\n" if letter == "\n" else bare for letter, bare in zip(text, plain, strict=True))


def _begins(text: str, plain: str, found: re.Match[str], start: int, known: Collection[str]) -> bool:
    """Whether another report begins behind a break; behind words that report something, a number alone is no task."""
    if _LEADS.fullmatch(plain, start, found.start()):
        return False
    match = _AT.match(plain, found.end())
    if match is None or match["number"] not in known or _counts(plain, match):
        return False
    noted = bool(read_argument(text[start : found.start()]).note)
    if found["bare"]:
        return noted and _OF_OTHERS.search(plain[: found.start()]) is None
    behind = _BREAK.split(plain[match.end() :], maxsplit=1)[0].strip()
    return bool(_NAMED.search(match["lead"]) or behind or not noted)


def _counts(plain: str, match: re.Match[str]) -> bool:
    """Whether the number counts what stands behind it: "12 băng rôn", "1 đề cương" and no more."""
    if match["behind"].endswith(":"):
        return False
    return is_count(plain[match.start("number") :]) or _COUNTED.match(plain, match.start("number")) is not None


def _piece(text: str) -> _Piece:
    """A report behind another one: sure where its number is called a task, or a plain result stands behind it."""
    lead = _AT.match(fold_in_place(text))
    if lead is None:
        argument = read_argument(text)
        return _Piece(argument.numbers, argument.note)
    number, note = text[lead.start("number") : lead.end("number")], text[lead.end() :].strip()
    if not note or _NOTHING.fullmatch(fold_in_place(note)):
        return _Piece((number,), note)
    named = bool(_NAMED.search(lead["lead"]) or lead["behind"].endswith(":"))
    sure = named or is_count(period_first(note, 1)[1]) or _is_of_one(note) or bool(evidence_in(note))
    return _Piece((number,), read_argument(f"1 {note}").note, sure)
