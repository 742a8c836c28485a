"""What each column of a table means, told by its heading and not its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.documents.document import Cells, fold, tidy

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
