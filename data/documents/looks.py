"""What the cells of a table look like, whatever stands above them; and rows that are none of a task's."""

import re
from collections.abc import Mapping, Sequence

from data.documents.document import Cells, fold

SAMPLE = 40
"""So many rows under a heading are looked at to learn what its columns hold."""

_LONGEST_CELL = 120
"""Letters of a cell that are looked at for that."""

_TIME = re.compile(
    r"(?:truoc|den|het|trong|cuoi|dau|giua|tu|cham nhat|hoan thanh|ngay|thang|quy|nam|tuan|sau|hang|hng|dinh ky|xong)?"
    r"[ :]{0,2}(?:(?:ngay|thang|quy|nam|tuan|6 thang|hang|truoc|cuoi|dau)\b.{0,3}[\divxnqt]|\d{1,2}[/.-]\d{1,4}|20\d\d"
    r"|thuong xuyen|hang (?:nam|quy|thang|tuan|ngay)|lien tuc|dinh ky|theo tien do|q[1-4i]|t\d)"
)
_AGENCY = re.compile(
    r"(?:cac |lien )?(?:phong|ban|bo|so|ubnd|uy ban|van phong|vp|cong an|hoi|trung tam|truong|tram|mat tran|mttq"
    r"|ubmttq|bchqs|doan|dang uy|chi cuc|cuc|vu|thanh tra|vien|bao|dai|to|quan su|don vi|co quan|thon|xa|phuong|hdnd"
    r"|bch|chi bo|kho bac|thue|toa an|lien doan|hop tac xa|ap|khu pho|so nganh|nganh|dia phuong|chu tich|lanh dao"
    r"|giam doc)\b"
)
# "Tổ chức", "Ban hành", "Báo cáo": what is done begins like who does it.
_WORK = re.compile(
    r"(?:to chuc|to trinh|so ket|so hoa|bo sung|bo tri|ban hanh|hoi nghi|hoi thao|hoi thi|bao cao|bao dam|bao ve"
    r"|bao ton|phong chong|phong ngua|phuong an|xa hoi|truong hop|vu viec|doan vien|thanh tra,|dai hoi)\b"
)
_CODE = re.compile(r"[A-ZĐ][A-ZĐ0-9&.,/ -]{1,30}")
_PERSON = re.compile(r"(?i:đ/c |đồng chí |ông |bà |anh |chị )?[A-ZĐÀ-Ỹ][^\W\d_]{0,7}(?: [A-ZĐÀ-Ỹ][^\W\d_]{0,7}){1,4}")
_STATE = re.compile(
    r"(?:da |dang |chua |khong |tam |duoc )?"
    r"(?:hoan thanh|thuc hien|xong|dung|huy|trien khai|dat|cham|qua han|xu ly)\b.*|\d{1,3} ?%|roi|chua|co|x|ok"
)
_FINISHED = re.compile(r"(?:da )?(?:hoan thanh|xong|thuc hien xong)$|(?:da |tam )?dung(?: thuc hien)?$|100 ?%$")


def holding_of(body: Sequence[Cells], width: int) -> list[Mapping[str, float]]:
    """For each column, the share of its cells that look like a time, a body, a person, a state or a piece of text."""
    columns: list[list[str]] = [[] for _ in range(width)]
    rows = 0
    for row in body[:SAMPLE]:
        if sum(map(bool, row.texts)) > 2:
            rows += 1
            for place, text in enumerate(row.texts[:width]):
                if text and place not in row.repeated:
                    columns[place].append(text)
    return [{**_shares(texts), "filled": len(texts) / max(rows, 1)} for texts in columns]


def _shares(texts: Sequence[str]) -> Mapping[str, float]:
    if not texts:
        return {}
    count = dict.fromkeys(("deadline", "lead", "person", "state", "title", "number", "finished"), 0)
    for text in texts:
        count[looks_like(text[:_LONGEST_CELL])] += 1
        count["finished"] += _FINISHED.match(fold(text[:_LONGEST_CELL])) is not None
    return {kind: some / len(texts) for kind, some in count.items()}


def says_time(text: str) -> bool:
    """Whether a cell begins as the time of a task does: a day, a month, a cadence."""
    return _TIME.match(fold(text[:_LONGEST_CELL])) is not None


def looks_like(text: str) -> str:
    """What a cell is by its first letters: state, deadline, lead, person, number, or title for any other text."""
    folded = fold(text)
    if _STATE.fullmatch(folded):
        return "state"
    if _TIME.match(folded):
        return "deadline"
    if (_AGENCY.match(folded) and not _WORK.match(folded)) or _CODE.fullmatch(text):
        return "lead"
    if not any(map(str.isalpha, text)):
        return "number"
    return "person" if _PERSON.match(text) and len(text.split()) <= 6 else "title"


def counts_columns(row: Cells) -> bool:
    """Whether it is the row "(1) (2) (3) …" under a heading; it may begin with letters: "A B 1 2 3"."""
    cells = [text.strip("() ") for text in row.texts if text]
    figures = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 3]
    others = [cell for cell in cells if not cell.isdecimal()]
    counted = figures == list(range(figures[0], figures[0] + len(figures))) if figures else False
    return len(cells) >= 3 and len(figures) >= 2 and counted and all(len(cell) == 1 for cell in others)


# Below the last task: the sum of a column, a remark on the table.
_CLOSING = re.compile(
    r"[*( ]*(?:tong(?: cong| so)?|cong)$|[*( ]*(?:tong (?:cong|so)|cong) ?:|[*( ]*(?:ghi chu|luu y|chu thich)\)? ?[:.]"
)


def closing(row: Cells) -> str:
    """What a row says that only sums up the tasks above or is a remark on them ("Ghi chú: …"); blank of any other."""
    said = {text for text in row.texts if any(map(str.isalpha, text))}
    lone = said.pop() if len(said) == 1 else ""
    return lone if _CLOSING.match(fold(lone)) else ""


# Below the table: who made it, who signs it, who gets it.
_SIGNED = re.compile(
    r"nguoi (?:lap|xuat|tong hop|ky|bao cao|thuc hien)\b|noi nhan\b|(?:tm|kt|tl|tuq)\.|(?:pho )?chu tich$"
    r"|chanh van phong$|thu truong(?: don vi)?$|(?:pho )?(?:truong (?:phong|ban|don vi)|giam doc|hieu truong)$"
    r"|ke toan(?: truong)?$"
)


def signed(row: Cells) -> bool:
    """Whether the row begins the signatures under a table."""
    first = next(filter(None, row.texts), "")
    return _SIGNED.match(fold(first)) is not None


_DROPPED = re.compile(r"(?:[([][^()]{0,80}|[-–] )\b(?:đã )?bỏ *[)\]]?$", re.IGNORECASE)


def dropped(row: Cells) -> bool:
    """Whether a remark says that the task is no more: "… (đã chuyển Sở Công Thương - BỎ)"."""
    return any(text.endswith(_ENDS_DROPPED) and _DROPPED.search(text) for text in row.texts)


_ENDS_DROPPED = tuple(f"{word}{end}" for word in ("BỎ", "bỏ", "Bỏ") for end in ("", ")", "]"))
