"""What heads the rows of a table: numbers as tasks and sections carry them, the headings of sections and their path."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_MARK = re.compile(
    r"\(?(?:\d{1,5}(?:\.\d{1,4}){0,5}|[IVXLC]{1,7}(?:\.\d{1,4}){0,4}|[A-ZĐ](?:\.\d{1,4}){0,4}|\d{0,4}\.?[a-zđ])[.)/:]{0,2}"
)
_LED = re.compile(r"((?:[IVXLC]{1,7}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3}){0,4})\.?)(?<=[.\d])\s*[-–:]?\s+(\S.*)", re.DOTALL)
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_PARTS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading row: its number ("" where it has none) and its words."""

    number: str
    text: str
    kind: str = ""
    """"annex" of a whole table, "parent" where the tasks below it are counted anew; else its number tells the kind."""
    before: str = ""
    """What stands before the number: "PHỤ LỤC", "Biểu số"."""

    def __str__(self) -> str:
        numbered = " ".join(filter(None, (self.before, self.number)))
        return ". ".join(filter(None, (numbered, self.text)))


def is_mark(text: str) -> bool:
    """Whether a cell holds a number as a task or a section carries it, and nothing else."""
    return _MARK.fullmatch(text.strip()) is not None


def as_number(text: str) -> str:
    """The number as written, without its trailing dot: "01", "1.1", "a)"."""
    return text.strip().rstrip(".").strip()


def is_group(number: str) -> bool:
    """Whether it is of the kind that sections carry: "I", "IV", "A"."""
    return bool(re.fullmatch(r"[A-ZĐ]", number) or _ROMAN.fullmatch(number))


def is_section(number: str) -> bool:
    """Whether it is a section's number at any depth: "I", "A", "I.1", "B.2.3"."""
    first, *others = number.split(".")
    return is_group(first) and all(each.isdecimal() for each in others)


_ANNEX = re.compile(
    r"((?:phụ lục|biểu|bảng|danh mục)(?: số)?) ([IVX]{1,5}|\d{1,2})\b[ .:–-]{0,3}(.*)|(?:phụ lục|biểu|bảng|danh mục).*",
    re.IGNORECASE,
)


def annex_heading(text: str) -> Heading | None:
    """The heading of a whole table: "PHỤ LỤC II", "Biểu số 2: Nhiệm vụ trọng tâm"."""
    found = _ANNEX.fullmatch(text)
    if found is None:
        return None
    return Heading(found[2], found[3], "annex", found[1]) if found[2] else Heading("", text, "annex")


def led_heading(text: str) -> Heading:
    """A heading whose number stands in the same cell: "I. Hoàn thiện thể chế"."""
    led = _LED.fullmatch(text)
    return Heading(as_number(led[1]), led[2]) if led else Heading("", text)


def enter(path: tuple[Heading, ...], heading: Heading) -> tuple[Heading, ...]:
    """The path of headings once `heading` has been passed: it closes those of its own kind and all below them."""
    if heading.kind == "annex":
        return (heading,)
    kind = heading.kind or _kind(heading.number, path)
    for depth, open_heading in enumerate(path):
        if (open_heading.kind or _kind(open_heading.number, path[:depth])) == kind:
            return (*path[:depth], heading)
    return (*path, heading)


def unique_numbers(marks: Sequence[tuple[tuple[Heading, ...], str]]) -> tuple[str, ...]:
    """A number for each (path, number as written), with as much of the path before it as keeps sections apart.

    A number that comes twice in one section stays double: only a person can tell what was meant.
    """
    trials: Iterable[tuple[str, ...]] = (
        tuple(number for _, number in marks),
        tuple(_under(_innermost(path), number) for path, number in marks),
        tuple(_under(path, number) for path, number in marks),
    )
    best: tuple[str, ...] = ()
    fewest = len(marks) + 1
    for trial in trials:
        doubles = sum(count - 1 for count in Counter(trial).values())
        if doubles < fewest:
            best, fewest = trial, doubles
    return best


def _innermost(path: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The last section of the path and the numbered headings under it."""
    start = max((place for place, heading in enumerate(path) if is_group(heading.number)), default=0)
    return path[start:]


def _under(path: tuple[Heading, ...], number: str) -> str:
    for heading in reversed(path):
        # "5.1.1" already says that it stands under "5.1", "I.1" that it stands under "I".
        if heading.number and not number.startswith(f"{heading.number}."):
            number = f"{heading.number}.{number}"
    return number


def _kind(number: str, path: tuple[Heading, ...]) -> str:
    if not number:
        return "plain"
    if re.fullmatch(r"[A-ZĐ]", number) and not _continues_roman(number, path):
        return "letter"
    if _ROMAN.fullmatch(number):
        return "roman"
    return f"number-{number.count('.')}"


def _continues_roman(letter: str, path: tuple[Heading, ...]) -> bool:
    """Whether "I", "V", "X" is a Roman numeral here: it is, unless the letter before it heads the open section."""
    if letter not in {"I", "V", "X"}:
        return False
    return chr(ord(letter) - 1) not in {heading.number for heading in path}


def roman(value: int) -> str:
    """4 → "IV"; what lies outside 1-399 stays in figures."""
    if not 0 < value < 400:
        return str(value)
    text = ""
    for worth, letters in _ROMAN_PARTS:
        text += letters * (value // worth)
        value %= worth
    return text
