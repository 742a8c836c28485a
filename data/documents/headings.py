"""What heads a table and its rows: the meaning of each column, told by its heading and not its place; the numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.documents.document import Cells, fold, tidy

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

    def __str__(self) -> str:
        return f"{self.number}. {self.text}" if self.number else self.text


def is_mark(text: str) -> bool:
    """Whether a cell holds a number as a task or a section carries it, and nothing else."""
    return _MARK.fullmatch(text.strip()) is not None


def as_number(text: str) -> str:
    """The number as written, without its trailing dot: "01", "1.1", "a)"."""
    return text.strip().rstrip(".").strip()


def is_group(number: str) -> bool:
    """Whether it is of the kind that sections carry: "I", "IV", "A"."""
    return bool(re.fullmatch(r"[A-ZĐ]", number) or _ROMAN.fullmatch(number))


def led_heading(text: str) -> Heading:
    """A heading whose number stands in the same cell: "I. Hoàn thiện thể chế"."""
    led = _LED.fullmatch(text)
    return Heading(as_number(led[1]), led[2]) if led else Heading("", text)


def enter(path: tuple[Heading, ...], heading: Heading) -> tuple[Heading, ...]:
    """The path of headings once `heading` has been passed: it closes those of its own kind and all below them."""
    kind = _kind(heading.number, path)
    for depth, open_heading in enumerate(path):
        if _kind(open_heading.number, path[:depth]) == kind:
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


NEEDED = ("title", "lead", "deadline")
"""Without these a row is not a task; the other columns may be absent."""

LONGEST_HEADING = 80
"""A longer cell is a task, not a heading."""

_BODY = r"(?:co quan|don vi|to chuc|bo phan|ca nhan|nguoi|phong|ban|nganh|so|dia phuong|cap)"
_MEANINGS: tuple[tuple[str, int, str], ...] = (
    ("number", 3, r"(?:s ?t ?t|t ?t|so t ?t|so thu tu|thu tu|no)"),
    ("extra", 9, r".*\b(?:kinh phi|ghi chu|can cu|bat dau|lanh dao|du toan|nguon von)\b.*"),
    ("lead", 4, r"(?!thoi).*\bchu tri\b.*"),
    ("coordinating", 4, r"(?!thoi|noi dung).*\bphoi hop\b.*"),
    (
        "deadline",
        4,
        r"(?:thoi (?:gian|han|diem|ky)|han|tien do|ngay|moc)\b.*\b(?:hoan thanh|ket thuc|bao cao|phai xong)\b.*",
    ),
    ("deadline", 3, r"(?:thoi (?:gian|han|diem|ky)|tien do|han (?:xu ly|chot|nop|cuoi)|lo trinh|ky han)\b.*"),
    ("deadline", 2, r"(?:ngay|thang|quy|nam) (?:hoan thanh|thuc hien|trinh)|hoan thanh|deadline|han"),
    ("product", 3, r"(?:(?:ten |du kien )?(?:san pham|ket qua|dau ra|hinh thuc van ban))\b.*"),
    ("product", 2, r"(?:san luong|van ban dau ra|yeu cau (?:san pham|ket qua)).*"),
    ("title", 4, r"(?:cac |ten |noi dung )?(?:nhiem vu|cong viec|nv)\b.*"),
    ("title", 3, r"(?:ten |cac )?(?:noi dung|de an|du an|chuong trinh|dau viec|viec|hoat dong|giai phap)\b.*"),
    ("lead", 3, rf"(?:{_BODY}\b.*\b)?(?:thuc hien|trach nhiem|phu trach|dau moi|tham muu|duoc giao|xu ly)\b.*"),
    ("lead", 1, r"(?:co quan|don vi|phan cong|nguoi)(?: (?:chinh|nhan viec|nhiem vu))?"),
)
_PATTERNS = tuple((role, score, re.compile(pattern)) for role, score, pattern in _MEANINGS)


@dataclass(frozen=True, slots=True)
class Columns:
    """A heading understood: the place of each meaning, and the headings as written."""

    at: dict[str, int]
    headings: tuple[str, ...]

    def cell(self, texts: Sequence[str], role: str) -> str:
        """The row's cell for that meaning; blank where there is none."""
        place = self.at.get(role)
        return texts[place] if place is not None and place < len(texts) else ""

    def missing(self) -> tuple[str, ...]:
        """Which of the needed columns the heading lacks."""
        return tuple(role for role in NEEDED if role not in self.at)

    def order(self) -> tuple[str, ...]:
        """The meanings from left to right, the number left out: what makes two headings the same table."""
        return tuple(sorted((role for role in self.at if role != "number"), key=self.at.__getitem__))


def meaning(heading: str) -> tuple[str, int]:
    """(role, certainty) of one heading; ("extra", 0) for one of no use here."""
    text = re.sub(r"[^a-z0-9]+", " ", fold(heading)).strip() if len(heading) <= LONGEST_HEADING else ""
    for role, score, pattern in _PATTERNS:
        if pattern.fullmatch(text):
            return role, score
    return "extra", 0


def understand(headings: Sequence[str]) -> Columns | None:
    """Columns of a heading row; None where fewer than two of its cells, one of them needed, mean anything."""
    found: dict[str, tuple[int, int]] = {}
    for place, heading in enumerate(headings):
        role, score = meaning(heading)
        if role != "extra" and score > found.get(role, (0, 0))[0]:
            found[role] = (score, place)
    at = {role: place for role, (_, place) in found.items()}
    if len(at) < 2 or not any(role in at for role in NEEDED):
        return None
    return Columns(at, tuple(tidy(heading) for heading in headings))


def two_storeys(upper: Cells, lower: Cells) -> tuple[str, ...] | None:
    """The headings of two rows, "Cơ quan thực hiện" above "Chủ trì" and "Phối hợp"; None where the lower is none."""
    width = max(len(upper.texts), len(lower.texts))
    above, below = _padded(upper.texts, width), _padded(lower.texts, width)
    added = [place for place in range(width) if below[place] and place not in lower.repeated]
    if not added or any(meaning(below[place])[0] in {"extra", "number", "title"} for place in added):
        return None
    return tuple(below[place] if place in added else above[place] for place in range(width))


def counts_columns(row: Cells) -> bool:
    """Whether it is the row "(1) (2) (3) …" under a heading; it may begin with letters: "A B 1 2 3"."""
    cells = [text.strip("() ") for text in row.texts if text]
    figures = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 3]
    others = [cell for cell in cells if not cell.isdecimal()]
    counted = figures == list(range(figures[0], figures[0] + len(figures))) if figures else False
    return len(cells) >= 3 and len(figures) >= 2 and counted and all(len(cell) == 1 for cell in others)


def _padded(texts: Sequence[str], width: int) -> tuple[str, ...]:
    return (*texts, *([""] * (width - len(texts))))
