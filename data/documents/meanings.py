"""What each column of a table means: told by its heading and, where that leaves a doubt, by what its cells hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.documents.document import Cells, fold, tidy
from data.documents.looks import holding_of, looks_like

NEEDED = ("title", "lead", "deadline")
"""Without these a row is not a task; the other columns may be absent."""

ROLES = (
    "title", "product", "lead", "coordinating", "monitoring",
    "deadline", "start", "state", "progress", "done", "extended",
)  # fmt: skip
"""What a column may say of a task."""

LONGEST_HEADING = 80
"""A longer cell is a task, not a heading."""

_BODY = r"(?:co quan|don vi|to chuc|bo phan|ca nhan|nguoi|phong|ban|nganh|so|dia phuong|cap|luc luong|can bo)"
_WATCH = r"(?:theo doi|don doc|giam sat)"
_WATCHERS = r"(?:cac )?(?:co quan|don vi|to chuc|bo phan|phong|ban|so)"
_MEANINGS: tuple[tuple[str, int, str], ...] = (
    ("number", 3, r"(?:s ?t ?t|t ?t|so t ?t|so thu tu|thu tu|no)"),
    ("start", 3, r".*\b(?:bat dau|khoi dau)\b.*|(?:thoi gian |ngay |thang )?tu(?: ngay| thang)?"),
    ("monitoring", 3, rf"{_WATCHERS}(?: (?!thuc|chu tri|phoi hop)\w+)*? {_WATCH}\b(?!.* (?:chu tri|phoi hop)\b).*"),
    ("monitoring", 2, r"theo doi (?:va )?don doc(?: thuc hien)?"),
    ("extra", 9, r".*\b(?:kinh phi|ghi chu|can cu|lanh dao|du toan|nguon von|dia diem|thanh phan|giam sat)\b.*"),
    ("extra", 9, r".*\b(?:ly do|can cu|so lan|van ban|de nghi|xin|y kien|nguoi)\b.*\bgia han\b.*"),
    ("extended", 3, r".*\b(?:gia han|han (?:moi|lui)|lui (?:thoi )?han|dieu chinh (?:thoi )?han)\b.*"),
    ("extended", 3, r"(?:thoi )?han (?:(?:da|duoc|sau) )*(?:dieu chinh|keo dai|thay doi)\b.*"),
    ("extra", 9, r".*\b(?:theo doi|don doc|kho khan|vuong mac|han che|nguyen nhan|ly do|kien nghi)\b.*"),
    ("extra", 9, r"(?:ld[a-z]{0,8}|thoi (?:gian|diem|han) (?:giao|nhan)|ngay (?:giao|nhan|cap nhat))\b.*"),
    ("extra", 9, rf"{_BODY} (?:giao|ban hanh|phe duyet|tham dinh|tiep nhan)\b.*"),
    ("extra", 9, r".*\b(?:so luong|thanh tien|so tien)\b.*|tong so\b.*"),
    ("state", 4, r"(?:trang thai|tinh trang)\b.*"),
    ("state", 3, r".*\bphan ?tram\b.*|(?:muc do|ty le|danh gia|xep loai|tinh hinh|hien trang)\b.*"),
    ("state", 3, r"(?:tien do|ket qua|thuc hien)\b.*\b(?:den nay|den (?:ngay|thang|thoi diem)|hien tai|thuc te)\b.*"),
    ("state", 3, r"(?:da|dang|chua) (?:hoan thanh|xong|thuc hien|trien khai)|.*\bda (?:hoan thanh|thuc hien)\b.*"),
    ("done", 3, r".*\b(?:ngay|thoi gian|thoi diem|hoan thanh)\b.*\bthuc te\b.*"),
    ("done", 3, r"(?:ngay|thoi (?:gian|diem)) (?:thuc te|da (?:hoan thanh|xong)|xong|bao cao xong)\b.*"),
    ("lead", 4, r"(?!thoi).*\bchu tri\b.*"),
    ("coordinating", 4, r"(?!thoi|noi dung).*\bphoi hop\b.*"),
    ("coordinating", 2, rf"{_BODY}\b.*\b(?:tham gia|lien quan|ho tro)\b.*"),
    ("deadline", 5, r"(?:(?:thoi|ky|den|ngay|moc|du kien|yeu cau) )*han\b.*|ngay (?:den|het|toi) han\b.*|thoi han.*"),
    ("deadline", 4, r"(?:thoi (?:gian|diem|ky)|tien do|ngay|moc)\b.*\b(?:ket thuc|phai xong|trinh)\b.*"),
    ("deadline", 4, r"(?:du kien )?(?:thoi (?:gian|diem|ky)|tien do|moc)\b.*\b(?:hoan thanh|bao cao)\b.*"),
    ("deadline", 3, r"(?:du kien |moc |khung )?(?:thoi (?:gian|diem|ky)|tien do|lo trinh)\b.*|ky bao cao|moc"),
    ("deadline", 2, r"(?:du kien )?(?:ngay|thang|quy|nam) (?:hoan thanh|thuc hien|ban hanh|bao cao)\b.*"),
    ("deadline", 2, r"(?:du kien )?(?:hoan thanh|ket thuc)(?: (?:truoc|ngay|vao|trong)\b.*)?|deadline|den ngay"),
    ("product", 3, r"(?:(?:ten |du kien )?(?:san pham|dau ra|hinh thuc van ban)|du kien ket qua|ket qua du kien)\b.*"),
    ("product", 2, r"(?:san luong|van ban dau ra|yeu cau (?:san pham|ket qua)|ket qua)(?! thuc hien).*"),
    ("product", 1, r"ket qua thuc hien.*"),
    ("title", 4, r"(?:cac |ten |noi dung |danh muc |muc tieu )*(?:nhiem vu|cong viec|nv)\b.*"),
    ("title", 3, r"(?:ten |cac )?(?:noi dung|de an|du an|chuong trinh|dau viec|viec|hoat dong|giai phap)\b.*"),
    ("title", 2, r"(?:nhom (?:nhiem vu|cong viec)|ten van ban|trich yeu|muc tieu|hang muc|chi tieu|viec)\b.*"),
    ("lead", 3, rf"(?:{_BODY}\b.*\b)?(?:thuc hien|trach nhiem|phu trach|dau moi|tham muu|duoc giao|xu ly)\b.*"),
    ("lead", 3, rf"{_BODY}\b.*\bsoan thao\b.*"),
    ("lead", 2, r"phan cong\b.*|(?:luc luong|can bo|chuyen vien)\b.*"),
    ("lead", 1, rf"(?:co quan|don vi|nguoi)(?: (?:chinh|nhan viec|nhiem vu))?|{_BODY}(?: {_BODY}){{1,3}}"),
)  # fmt: skip
_PATTERNS = tuple((role, score, re.compile(pattern)) for role, score, pattern in _MEANINGS)

OUTSIDE = "Ngoài bảng"
"""In a form: the heading of the duty, outside the plan's table, that is only on offer."""
OURS = (OUTSIDE, "Hệ thống hiểu", "Cần làm rõ")
"""What a form says of each task beside the plan's own columns, and nobody else."""

_RUN, _MONTH = 3, re.compile(r"t(?:hang)?[ .]?\d")
"""So many months one after the other are one stretch of time."""
_STATES, _CROSSES = ("state", "progress"), frozenset({"x", "✓", "✔", "√", "v"})


@dataclass(frozen=True, slots=True)
class Columns:
    """A heading understood: the place of each meaning, the headings as written, and what only the cells have told."""

    at: dict[str, int]
    headings: tuple[str, ...]
    guessed: tuple[str, ...] = ()
    """Meanings of columns whose headings say nothing."""
    crosses: tuple[int, ...] = ()
    """The columns of months or quarters in which a cross is the time of a row."""

    def cell(self, texts: Sequence[str], role: str) -> str:
        """The row's cell for that meaning; blank where there is none."""
        if role == "deadline" and self.crosses:
            return self._crossed(texts)
        place = self.at.get(role)
        return texts[place] if place is not None and place < len(texts) else ""

    def known(self) -> set[int]:
        """The columns that say something of a task as such, and those that a form has beside them."""
        return {*self.at.values(), *self.crosses, *(at for at, heading in enumerate(self.headings) if heading in OURS)}

    def outside(self, texts: Sequence[str]) -> str:
        """The section of a row that a form has as one on offer only; blank of any other."""
        place = self.headings.index(OUTSIDE) if OUTSIDE in self.headings else len(texts)
        return texts[place] if place < len(texts) else ""

    def said(self, role: str, text: str) -> str:
        """What a cell of that meaning says: a cross under "Đã hoàn thành" says just that."""
        return self.headings[self.at[role]] if role in _STATES and text.lower() in _CROSSES else text

    def both_sides(self) -> bool:
        """Whether the bodies' only column is headed "Chủ trì, phối hợp"."""
        return "coordinating" not in self.at and "phoi hop" in fold(self.headings[self.at["lead"]])

    def _crossed(self, texts: Sequence[str]) -> str:
        """The periods in whose columns something stands: a cross, or the day itself."""
        marked = [
            (place, texts[place].strip()) for place in self.crosses if place < len(texts) and texts[place].strip()
        ]
        said = [text if any(map(str.isdecimal, text)) else self.headings[place] for place, text in marked]
        first, last = (marked[0][0], marked[-1][0]) if marked else (0, 0)
        run = len(said) >= _RUN and last - first == len(said) - 1 and all(map(_MONTH.match, map(fold, said)))
        if run and len(said) == _MONTHS:
            return "Hằng tháng"
        return f"{said[0]} - {said[-1]}" if run else ", ".join(said)

    def missing(self) -> tuple[str, ...]:
        """Which of the needed columns the heading lacks."""
        return tuple(role for role in NEEDED if role not in self.at)

    def order(self) -> tuple[str, ...]:
        """The meanings from left to right, the number left out: what makes two headings the same table."""
        return tuple(sorted((role for role in self.at if role != "number"), key=self.at.__getitem__))


def meaning(heading: str) -> tuple[str, int]:
    """(role, certainty) of one heading; ("extra", 0) for one of no use here."""
    text = re.sub(r"[^a-z0-9]+", " ", fold(heading).replace("%", " phantram ")).strip()
    text = text if len(heading) <= LONGEST_HEADING else ""
    for role, score, pattern in _PATTERNS:
        if pattern.fullmatch(text):
            return role, score
    return "extra", 0


def understand(headings: Sequence[str], body: Sequence[Cells] = ()) -> Columns | None:
    """Columns of a heading row; None where fewer than two of its cells, one of them needed, mean anything.

    Of two columns with one meaning that is taken whose cells hold such things, else the one whose heading is surer. A
    needed meaning that no heading has is looked for in the cells of the `body`.
    """
    meanings = [meaning(heading) for heading in headings]
    found: dict[str, tuple[int, int, int]] = {}
    holding = holding_of(body, len(headings))
    for place, (headed, score) in enumerate(meanings):
        fit = _fit(headed, score, holding[place]) if body else 0
        is_state = holding[place].get("finished", 0) >= _MOST if headed == "extra" else fit < 0
        role = "state" if is_state and headed in {"product", "deadline", "extra"} else headed
        # Headed by no body the column may hold remarks.
        role = "extra" if headed == "monitoring" and fit < 3 - score else role
        if role != "extra" and (fit, score) > found.get(role, (-2, 0, 0))[:2]:
            found[role] = (fit, score, place)
    at = _beside({role: place for role, (_, _, place) in found.items()}, headings, meanings)
    crosses = tuple(place for place, text in enumerate(headings) if _is_period(text))
    if len(crosses) > 1 and "deadline" not in at:
        at["deadline"] = crosses[0]
    else:
        crosses = ()
    known = [role for role in at if role in NEEDED]
    guessed = _learnt(at, headings, holding) if body and at and _may_head(headings, meanings) else {}
    if len(at) + len(guessed) < 2 or not (known or len(guessed) == len(NEEDED)):
        return None
    return Columns(at | guessed, tuple(tidy(heading) for heading in headings), tuple(guessed), crosses)


_DONE_ON = re.compile(r"(?:ngay|thoi (?:gian|diem)) (?:hoan thanh|ket thuc)\b.*")


def _beside(at: dict[str, int], headings: Sequence[str], meanings: Sequence[tuple[str, int]]) -> dict[str, int]:
    """The meanings with what a second column tells: how far work is beside its state, its day beside a limit.

    "Ngày hoàn thành" is the day on which it was done where another column is the limit by its name.
    """
    second: dict[str, int] = {}
    for place, ((role, _), heading) in enumerate(zip(meanings, headings, strict=True)):
        if role == "state" and at.get("state", place) != place:
            second.setdefault("progress", place)
        limit = at.get("deadline")
        if limit in {None, place} or role != "deadline" or meanings[limit][1] < _LIMIT:
            continue
        if _DONE_ON.fullmatch(fold(heading)):
            second.setdefault("done", place)
    return second | at


_PERIOD = re.compile(
    r"(?:quy|q)[ .]?(?:[1-4]|i{1,3}|iv)(?:[ /.-]{1,3}20\d\d)?|(?:thang|t)[ .]?\d{1,2}(?:[ /.-]{1,3}20\d\d)?"
)


def _is_period(heading: str) -> bool:
    """Whether a column is one month's or one quarter's."""
    return len(heading) <= LONGEST_HEADING and _PERIOD.fullmatch(fold(heading)) is not None


_LIMIT = 5
"""The certainty of a heading that says "hạn"."""

_MOST = 0.6
"""A column is of a kind if so many of its cells are."""


def _fit(role: str, score: int, holding: Mapping[str, float]) -> int:
    """Whether the cells hold what the heading says: 1 they do, -1 they hold something else, 0 it cannot be told."""
    if role in {"lead", "coordinating", "monitoring"}:
        return 1 if holding.get("lead", 0) >= _MOST else -1 if holding.get("person", 0) >= _MOST else 0
    if role in {"product", "deadline"} and holding.get("state", 0) >= _MOST:
        return -1
    # The day on which a task was done is filled in only then; a limit by its name may have blanks.
    return int(role == "deadline" and (score >= _LIMIT or holding["filled"] == 1))


def _may_head(headings: Sequence[str], meanings: Sequence[tuple[str, int]]) -> bool:
    """Whether a row with headings that nobody knows is a heading all the same, and not the first row of a table."""
    unknown = [text for text, (_, score) in zip(headings, meanings, strict=True) if text and not score]
    if len(unknown) < sum(role != "extra" for role, _ in meanings):
        return True
    return all(len(text) <= LONGEST_HEADING and looks_like(text) in {"title", "person"} for text in unknown) and all(
        text == "" or any(map(str.isalpha, text)) for text in headings
    )


def _learnt(at: Mapping[str, int], headings: Sequence[str], holding: Sequence[Mapping[str, float]]) -> dict[str, int]:
    """The needed meanings that no heading has, where all of them can be told by the cells of the other columns."""
    free = [place for place, text in enumerate(headings) if not meaning(text)[1] and holding[place]["filled"]]
    learnt: dict[str, int] = {}
    for role in ("deadline", "lead", "title"):
        if role not in at:
            fits = [place for place in free if place not in learnt.values() and holding[place].get(role, 0) >= _MOST]
            if not fits:
                return {}
            learnt[role] = fits[0]
    return learnt


def two_storeys(upper: Cells, lower: Cells) -> tuple[str, ...] | None:
    """The headings of two rows, "Cơ quan thực hiện" above "Chủ trì" and "Phối hợp"; None where the lower is none."""
    width = max(len(upper.texts), len(lower.texts))
    above, below = _padded(upper.texts, width), _padded(lower.texts, width)
    added = [place for place in range(width) if below[place] and place not in lower.repeated]
    joined = list(above)
    told = False
    for place in added:
        text, role, score = _under(above, below, place)
        if _is_period(text) and _spans(above, place):
            role, score = "deadline", 1
        # What stands below a title or a number is a task, unless the cell above goes on over several columns.
        if not _spans(above, place) and (role in {"number", "title"} or score == 0):
            return None
        joined[place] = text
        told = told or role not in {"extra", "number", "title"}
    return tuple(joined) if told else None


def _spans(above: Sequence[str], place: int) -> bool:
    """Whether the upper heading over this column goes on over several."""
    return not above[place] or above[place + 1 : place + 2] == ("",)


def _under(above: Sequence[str], below: Sequence[str], place: int) -> tuple[str, str, int]:
    """The lower heading and its meaning, behind the upper one where it means nothing by itself, or no time of a time's.

    Under "Thời gian (tháng)" a bare "05" is that month.
    """
    alone = below[place]
    role, score = meaning(alone)
    if not _spans(above, place):
        return alone, role, score
    group = next((text for text in reversed(above[: place + 1]) if text), "")
    if alone.isdecimal() and 1 <= int(alone[:3]) <= _MONTHS and _OF_MONTHS.search(fold(group)):
        return f"Tháng {alone}", "deadline", 1
    of_time = meaning(group)[0] == "deadline" and role not in _TIMES
    if (not score or of_time) and looks_like(alone) in {"title", "person"}:
        both, (role, score) = f"{group} {alone}", meaning(f"{group} {alone}")
        return (both if score else alone), role, score
    return alone, role, score


_MONTHS, _OF_MONTHS = 12, re.compile(r"\bthang\b")
_TIMES = frozenset({"deadline", "start", "extended", "done", "state", "progress"})


def _padded(texts: Sequence[str], width: int) -> tuple[str, ...]:
    return (*texts, *([""] * (width - len(texts))))
