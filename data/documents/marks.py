"""What a paragraph begins with: "II.", "2.1.", "a)", "Nhiệm vụ 3:", "-", "+"; and the order of such marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.documents.document import Paragraph

_NAMED = r"(?:Nhiệm vụ|Công việc|Nội dung|Phần|Mục|Điều|Bước)"
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("named", re.compile(rf"{_NAMED}\s+(?:thứ\s+)?(\d{{1,2}}|[IVX]{{1,5}})\s*[.:)]\s+(?=\S)", re.IGNORECASE)),
    ("number", re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){0,4})(?:\s?[.):/]|\s[-–])\s*(?=[^\W\d]|[\"“(*])")),
    ("number", re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})\s+(?=[^\W\d])")),
    ("roman", re.compile(r"((?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))\s?[.):–-]\s*(?=\S)")),
    ("upper", re.compile(r"([A-ZĐ])[.)]\s+(?=\S)")),
    ("letter", re.compile(r"\(?([a-zđ]\d?)[.)]\s*(?=[^\W\d]|[\"“(])")),
    ("plus", re.compile(r"([+*•·○o◦▪])\s+(?=\S)")),
    ("plus", re.compile(r"([+])(?=\w)")),
    ("dash", re.compile(r"([-–—])\s*(?=\S)")),
)  # fmt: skip
_NUMBERED = frozenset({"named", "number", "roman", "upper", "letter"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph with its mark apart: its kind, the number without its dot ("" where it is none), the words."""

    kind: str
    number: str
    text: str
    line: int

    @property
    def is_numbered(self) -> bool:
        """Whether a number or letter heads it, rather than a dash or nothing."""
        return self.kind in _NUMBERED

    @property
    def is_section(self) -> bool:
        """Whether it is of the kind that parts of a document carry."""
        return self.kind in {"roman", "upper"}

    @property
    def is_caption(self) -> bool:
        """Whether it is a line of capitals, with which a part or an annex begins."""
        return self.kind == "plain" and self.text.isupper() and len(self.text) > _LONGEST_RANK

    @property
    def level(self) -> str:
        """What is the same for those that stand side by side."""
        return f"{self.kind}-{self.number.count('.')}" if self.kind == "number" else self.kind

    def __str__(self) -> str:
        return f"{self.number}. {self.text}" if self.number else self.text


Path = tuple[Mark, ...]
"""The numbered paragraphs that one stands under, and itself."""


def entered(path: Path, mark: Mark) -> Path:
    """The path once `mark` has been passed: it closes those of its level and all below them."""
    place = next((place for place, above in enumerate(path) if above.level == mark.level), len(path))
    return (*path[:place], mark)


def mark_of(paragraph: Paragraph) -> Mark:
    """The paragraph with its mark apart."""
    text = paragraph.text
    for kind, pattern in _MARKS:
        found = pattern.match(text)
        if found:
            number = found[1].strip(".") if kind in _NUMBERED else ""
            return Mark(kind, number, text[found.end() :], paragraph.line)
    return Mark("plain", "", text, paragraph.line)


_ENDS = re.compile(r"n[ơo]i nh[ậa]n|tm\.|kt\.|tl\.|trên đây là", re.IGNORECASE)

_BEGINS = re.compile(r"KẾ HOẠCH|PHỤ LỤC.*|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|NỘI DUNG|DANH MỤC")


def bodies(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The text without signatures and lists of recipients; an annex behind them begins anew."""
    silent = False
    for paragraph in paragraphs:
        if _ENDS.match(paragraph.text):
            silent = True
        elif (mark := mark_of(paragraph)).is_section or mark.is_caption or _BEGINS.fullmatch(paragraph.text):
            silent = False
        if not silent:
            yield paragraph


_LONGEST_RANK = 16
"""Capitals of a signature: "CHỦ TỊCH", "PHÓ CHỦ TỊCH"."""
