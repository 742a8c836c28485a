"""What a paragraph begins with: "II.", "2.1.", "a)", "Nhiệm vụ 3:", "-", "+"; and the order of such marks."""

import re
from dataclasses import dataclass

from data.documents.document import Paragraph

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("named", re.compile(r"(?:Nhiệm vụ|Công việc|Nội dung|Phần|Mục|Điều|Bước)\s+(?:thứ\s+)?(\d{1,2}|[IVX]{1,5})\s*[.:)]\s+(?=\S)", re.IGNORECASE)),
    ("number", re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){0,4})(?:\s?[.):/]|\s[-–])\s*(?=[^\W\d]|[\"“(*])")),
    ("number", re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})\s+(?=[^\W\d])")),
    ("roman", re.compile(r"((?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))\s?[.)/:–-]\s*(?=\S)")),
    ("upper", re.compile(r"([A-ZĐ])[.)/]\s+(?=\S)")),
    ("letter", re.compile(r"\(?([a-zđ]\d?)[.)/]\s*(?=[^\W\d]|[\"“(])")),
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


def mark_of(paragraph: Paragraph) -> Mark:
    """The paragraph with its mark apart."""
    text = paragraph.text
    for kind, pattern in _MARKS:
        found = pattern.match(text)
        if found:
            number = found[1].strip(".") if kind in _NUMBERED else ""
            return Mark(kind, number, text[found.end() :], paragraph.line)
    return Mark("plain", "", text, paragraph.line)
