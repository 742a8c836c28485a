"""From the names of an office's line to a wish: who is left out, which day a deadline is, what text is meant. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.lines.notes import is_ground, named_in
from data.lines.of_office_marks import Mark, Said
from data.lines.wishes import Scene, Wish
from data.period import half, month, quarter, year

_LEFT_OUT = re.compile(
    r"\b(?:tru(?: ra)?|ngoai tru|khong ke|chua tinh|loai tru|tru cai|ngoai)(?: cai| don vi| ben| "
    r"cua)* (?P<left>[UGNO])"
)
_BEFORE_DAY = re.compile(r"\b(?:truoc)(?: (?:ngay|thoi gian))? [DP]")
# Somebody has agreed: "anh Hùng đồng ý cho VP gia hạn".
_APPROVED = re.compile(
    r"\b(?:H|sep|cap tren)(?: U)? (?:\w+ ){0,2}?(?:dong y|nhat tri|ok|duyet|cho|cho phep|bao|chi dao|chap thuan|gat)\b"
    r"|\b(?:theo|y kien|chi dao)(?: cua)? (?:H|sep)\b"
)
_GROUND = re.compile(r"\b(?:theo|can cu|do|vi|tai|ly do|boi|nham|y kien|chi dao)\b")
_PERIOD = re.compile(r"(\d{4})(?:-(?:Q(\d)|H(\d)|(\d\d)))?")
# Behind these, or behind the first colon, stands what is to be said.
_TEXT_BEHIND = {
    "tra lai": r"\b(?:vi|do|ly do|de nghi|yeu cau|thieu|chua dat|chua co|bo sung|thi|khong co|sai|nham|can)\b",
    "khong cho gia han": r"\b(?:vi|(?<!ly )do|ly do(?! cua)|boi)\b",
    "cho gia han": r"\b(?:theo|can cu|vi|do|ly do)\b",
    "dat han": r"\b(?:theo|can cu|vi|do|ly do)\b",
    "san pham": r"\b(?:phai co|can co|yeu cau co|phai nop|phai ra|phai kem|la|gom|phai gui|them)\b",
}
_LEADING = re.compile(
    r"^(?:vì|vi|do|lý do|ly do|theo|căn cứ|can cu|là|phải có|phai co|cần có|gồm|rằng|thì|về"
    r"|sản phẩm là|san pham la|sản phẩm)\s*:?\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OfficeScene(Scene):
    """What the coordinator's chat knows beside: tasks without a day, what was wanted in it last and shown for it."""

    undated: tuple[str, ...] = ()
    last: tuple[Wish, ...] = ()
    shown: tuple[str, ...] = ()  # the tasks of the list that was answered last


@dataclass(frozen=True, slots=True)
class Slots:
    """What the names of a line give to any wish."""

    wish: Wish
    said: Said
    before: bool  # "trước" a day
    lacks_of: str = ""  # "task" or "unit" that there is not
    answers: bool = False  # the line is the answer to our question

    @property
    def has_ground(self) -> bool:
        """Whether a document or somebody who may approve is named."""
        return bool(self.wish.document or _APPROVED.search(self.said.kind)) or is_ground(self.said.line)


def slots_of(said: Said) -> Slots:
    """Everything that a line names, as a wish without a command."""
    out = _left_out(said)
    kept = [mark for mark in said.marks if mark not in out]
    document = next((mark.values for mark in said.marks if mark.word == "K"), (None, None))
    absent = next((str(mark.values[0]) for mark in said.marks if mark.word == "X"), "")
    period = next(iter(said.of("P")), None)
    paper_day = document[1] if isinstance(document[1], date) else None
    wish = Wish(
        "",
        tasks=_values(kept, "N"),
        units=_values(kept, "U"),
        groups=_values(kept, "G"),
        period=period,
        day=said.day(),
        counts=tuple(value for mark in kept if mark.word == "C" for value in mark.values if isinstance(value, tuple)),
        document=str(document[0]) if document[0] else None,
        document_day=paper_day,
        except_tasks=_values(out, "N"),
        except_units=_values(out, "UO"),
    )
    return Slots(wish, said, _BEFORE_DAY.search(said.kind) is not None, absent)


def _left_out(said: Said) -> list[Mark]:
    return [said.marks[said.mark_at(found.start("left"))] for found in _LEFT_OUT.finditer(said.kind)]


def _values(marks: Iterable[Mark], letters: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(value) for mark in marks if mark.word in letters for value in mark.values))


def wish_of(slots: Slots, command: str) -> Wish:
    """The wish of a line that wants a command, with the text that it takes."""
    return replace(slots.wish, command=command, text=text_of(slots.said, command))


def with_deadline(slots: Slots, wish: Wish) -> Wish:
    """The wish with its day as a deadline: that before the day named, or a period's last."""
    day, period = wish.day, wish.period
    if day is None and period:
        day, period = last_day(period), None
    if day is not None and slots.before:
        day -= timedelta(days=1)
    return replace(wish, day=day, period=period)


def last_day(period: str) -> date | None:
    """The last day of a calendar period by its key."""
    found = _PERIOD.fullmatch(period)
    if found is None:
        return None
    number, first, second, third = int(found[1]), found[2], found[3], found[4]
    if first:
        return quarter(number, int(first)).last
    if second:
        return half(number, int(second)).last
    return month(number, int(third)).last if third else year(number).last


def text_of(said: Said, command: str) -> str:
    """The words that a command takes as they are: behind a colon, behind "vì", "theo", or behind the last name."""
    before, _, behind = said.typed.partition(":")
    if before and behind.strip() and command != "bao thay":
        return behind.strip()
    words = _TEXT_BEHIND.get(command)
    if words is not None:
        found = re.search(words, said.kind)
        if found or command not in {"tra lai", "san pham"}:
            return _LEADING.sub("", said.behind(found.start())) if found else _approved(said, command)
    places = [step for step, mark in enumerate(said.marks) if mark.word in "UGNO"]
    first = next((step for step in places), None)
    if first is None or first + 1 >= len(said.marks):
        return ""
    step = first
    while step + 1 < len(said.marks) and said.marks[step + 1].word in {
        *"UGNO",
        "cho",
        "va",
        "cua",
        "rang",
        "la",
        "tru",
    }:
        step += 1
    return said.line[said.marks[step].end :].strip(" ,;:.-")


def _approved(said: Said, command: str) -> str:
    """Who has agreed, as it is written."""
    found = _APPROVED.search(said.kind) if command in {"cho gia han", "dat han"} else None
    if found is None:
        return ""
    last = said.marks[said.mark_at(found.end()) - 1]
    return said.line[said.marks[said.mark_at(found.start())].start : last.end]


def parts_named(said: Said, tasks: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """The products of the own tasks that a line names, where it names one."""
    parts = [part for task in scene.tasks if task.number in tasks for part in task.parts]
    return named_in(tuple(parts), said.line) if parts else ()
