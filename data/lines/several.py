"""Several reports in one line, each with its own words: "1 3 tin 2 bài, 12 1 tin; 13 không phát sinh". Pure."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from data.lines.days import period_first
from data.lines.doubts import as_note
from data.lines.notes import evidence_in
from data.lines.numbers import NOUNS, is_count, read_argument
from data.words import COURTESY, alternatives, fold, fold_in_place

_LEAD = r"(?:(?:va|con|cung|roi|da|xong|hoan thanh|ht|bao cao|rieng|viec|nhiem vu|nv|so|task|done|and)\b[\s:]*)*"
# Where another report may begin: behind a mark, or behind "và", "còn" before a number.
_BREAK = re.compile(
    rf"\s*(?:[;\n]|,(?!\d)|\.(?=\s))\s*|\s+(?=(?:va|con|and)\s+{_LEAD}\d)|\s+(?=xong\s+{_LEAD}\d)"
    rf"|(?P<bare>(?<!\bquy)(?<!\bthang)(?<!\bnam)(?<!\btuan)(?<!\bngay)(?<!\bso)\s+)(?=\d{{1,2}}:?\s+\d+\s+(?:{NOUNS})(?![^\W_]))"
)
# "khong phat sinh 13" beside a report: the number goes first, as with every other one.
_NOTHING_OF = re.compile(
    r"[\s,;.]*\b(?P<said>khong phat sinh|kps|no activity)\s+(?:(?:viec|nv|task)\s+)?"
    r"(?P<numbers>(?:[a-hivx]+\.)*\d[\d.]*(?<!\.)(?:\s*(?:,|va|and)\s*(?:viec\s+)?\d[\d.]*(?<!\.))*)(?![\w/%])"
)
_BESIDE_NOTHING = re.compile(rf"\b\d+ (?:{NOUNS})(?![^\W_])|\b(?:xong|hoan thanh|ht|done)\b")
_AS_NOTE = re.compile(r"\b(?:ghi chu|note)\s*:")
_AT = re.compile(rf"(?P<lead>{_LEAD})(?P<number>(?:[a-hivx]+\.)*\d[\d.]*(?<!\.))(?![\w/%]|-\w)(?P<behind>\s*:?)")
_LEADS = re.compile(rf"\s*{_LEAD}")
_NAMED = re.compile(r"\b(?:viec|nhiem vu|nv|xong|hoan thanh|ht|task|done)\b")
_NOTHING = re.compile(
    r"(?:thi |la |hien )*(?:(?:khong|chua)(?: co)?(?: gi)? phat sinh(?: (?:gi|hoat dong))?|kps|no activity"
    r"|nothing to report)"
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
    if len(pieces) == 1:
        argument = read_argument(text)
        return Reports((_report(argument.numbers, argument.note),))
    whole = read_argument(text)
    if all(not note for _, note, _ in pieces[:-1]) and not _is_of_one(pieces[-1][1]):
        is_shared = not is_count(whole.note) or len(whole.numbers) < len(pieces)
        return Reports((_report(whole.numbers, whole.note),)) if is_shared else Reports(_rows(pieces), sure=False)
    return Reports(_rows(pieces), sure=all(certain for *_, certain in pieces))


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


def _rows(pieces: Sequence[tuple[tuple[str, ...], str, bool]]) -> tuple[Report, ...]:
    return tuple(_report(numbers, note) for numbers, note, _ in pieces)


def _report(numbers: tuple[str, ...], note: str) -> Report:
    if _NOTHING.fullmatch(fold(note)):
        return Report(numbers, "", nothing=True)
    opening = _THEN.match(fold_in_place(note))
    return Report(numbers, as_note(note[opening.end() :] if opening else note))


def _is_of_one(note: str) -> bool:
    """Whether words can be meant for the number right before them alone: "10; 12 thì không phát sinh"."""
    return bool(_NOTHING.fullmatch(fold(note)) or _THEN.match(fold(note)))


def _pieces(text: str, known: Collection[str]) -> list[tuple[tuple[str, ...], str, bool]]:
    """The numbers of each report, its words, and whether it surely is one."""
    plain = _in_place(text)
    as_one = _AS_NOTE.search(plain)
    starts, at = [0], 0
    for found in _BREAK.finditer(plain, 0, as_one.start() if as_one else len(plain)):
        noted = bool(read_argument(text[at : found.start()]).note)
        if (
            not _LEADS.fullmatch(plain, at, found.start())
            and (noted or not found["bare"])
            and _begins(plain[found.end() :], known, noted=noted)
        ):
            starts.append(found.end())
            at = found.end()
    ends = [*starts[1:], len(text)]
    return [_piece(text[start:end], first=start == 0) for start, end in zip(starts, ends, strict=True)]


def _in_place(text: str) -> str:
    """The text without accents, letter for letter, lines kept apart."""
    return "".join("\n" if letter == "\n" else fold_in_place(letter) for letter in text)


def _begins(plain: str, known: Collection[str], *, noted: bool) -> bool:
    """Whether another report begins here; behind words that report something, a number alone is no task."""
    match = _AT.match(plain)
    if match is None or match["number"] not in known or _counts(plain, match):
        return False
    behind = _BREAK.split(plain[match.end() :], maxsplit=1)[0].strip()
    return bool(_NAMED.search(match["lead"]) or behind or not noted)


def _counts(plain: str, match: re.Match[str]) -> bool:
    """Whether the number counts what stands behind it: "12 băng rôn"."""
    return not match["behind"].endswith(":") and is_count(plain[match.start("number") :])


def _piece(text: str, *, first: bool) -> tuple[tuple[str, ...], str, bool]:
    """A report's numbers, its words, and whether no more than a bare number or a plain result stands there."""
    text = text.strip(" \t\n,;.")
    lead = _AT.match(fold_in_place(text))
    if first or lead is None:
        argument = read_argument(text)
        return argument.numbers, argument.note, True
    note = text[lead.end() :].strip()
    named = bool(_NAMED.search(fold(lead["lead"])) or lead["behind"].endswith(":"))
    sure = named or not note or is_count(period_first(note, 1)[1]) or _is_of_one(note) or bool(evidence_in(note))
    return (text[lead.start("number") : lead.end("number")],), read_argument(f"1 {note}").note if note else "", sure


def typed(reports: Sequence[Report]) -> str:
    """The line that says of each task what is reported, so that it cannot be read otherwise."""
    return "; ".join(_typed(report) for report in reports)


def _typed(report: Report) -> str:
    said = "khong phat sinh" if report.nothing else f"thi {report.note}" if report.note else ""
    return f"{', '.join(report.numbers)} {said}".strip()
