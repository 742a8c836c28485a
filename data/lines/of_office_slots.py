"""From the names of an office's line to a wish: a new one, or that which was asked about last. Pure.

Who is left out, which day a deadline is, what text is meant; what is answered by a yes, a number, a changed name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.lines.notes import is_ground, named_in
from data.lines.of_office_acts import QUESTIONS, act_of, is_asked
from data.lines.of_office_marks import Mark, Said
from data.lines.wishes import NOTHING, Awaiting, Mode, Reading, Scene, Wish
from data.period import half, month, quarter, year

_LEFT_OUT = re.compile(
    r"\b(?:tru(?: ra)?|ngoai tru|khong (?:ke|tinh|gom|bao gom|can|nhac|gui)|chua tinh|loai(?: tru)?|tru cai|ngoai"
    r"|bo qua|khoi nhac|khoi|mien)(?: cai| don vi| ben| cua| nhac| cho| gui)* (?P<left>[UO](?: [UO])*|[GN](?: [UO])*)"
    r"(?P<whose>(?<=N) (?:cua|ben|o|tu) U)?"
    r"|(?P<excused>[UO]) (?:(?:da|vua|thi|bao|nop|gui|lam|xong|co|cao|duoc) )*(?:roi |xong |du )+(?:thi "
    r"|nen )*(?:thoi|khoi"
    r"|khong can|mien|bo qua|khong nhac)\b"
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
    "khong cho gia han": r"\b(?:vi|(?<!ly )do|ly do(?! cua)|boi|(?:da |qua )?tre(?! han)|qua lau)\b",
    "cho gia han": r"\b(?:theo|can cu|vi|do|ly do)\b",
    "dat han": r"\b(?:theo|can cu|vi|do|ly do)\b",
    "san pham": r"\b(?:phai co|can co|yeu cau co|phai nop|phai ra|phai kem|la|gom|phai gui|thanh|them)\b",
}
_LEADING = re.compile(
    r"^(?:vì|vi|do|lý do|ly do|theo|căn cứ|can cu|là|la|phải có|phai co|cần có|gồm|rằng|thì|về|thành|thanh|thêm|them"
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
    out, whose = _left_out(said)
    kept = [mark for mark in said.marks if mark not in out and mark not in whose]
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


_TAKEN_OFF = re.compile(r"(?:bo|rut|loai|go|dua|xoa|bot|cho) [UGO].* khoi N")


def _left_out(said: Said) -> tuple[list[Mark], list[Mark]]:
    """The names that are left out, and whose task it is that is: "trừ việc 4 của văn hóa"."""
    if _TAKEN_OFF.match(said.kind):
        return [], []
    found = [*_LEFT_OUT.finditer(said.kind)]
    out = [each.span("left" if each["left"] else "excused") for each in found]
    whose = [each.span("whose") for each in found if each["whose"]]
    return _marks_in(said, out), _marks_in(said, whose)


def _marks_in(said: Said, spans: Iterable[tuple[int, int]]) -> list[Mark]:
    return [mark for start, end in spans for mark in said.marks[said.mark_at(start) : said.mark_at(end)]]


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


_YES = re.compile(
    r"(?:(?:dong y|ok|oke|okie|co|dung(?: roi)?|duoc|u|uh|vang|da|xac nhan|nhat tri|chuan|yes|y|lam di"
    r"|gui di|trinh di|trinh|gui|tien hanh|chot"
    r"|roi|luon|het|nhe|a|di|the|day|vay|nhu vay|lam the|em|N)\s?)+"
)
_TAKES_NOTE = re.compile(r"(?:nhan|ghi nhan|duyet|cho qua)(?: het| ca| di| luon)*")
_NO = re.compile(
    r"^(?:thoi|khong|khoi|huy|de sau|dung|chua|khong can|bo|bo qua|no|cancel|khong phai|nham|de toi "
    r"xem|de minh xem|de do|tu tu|khoan)\b"
)
_LATER = re.compile(
    r"^(?:(?:a|u|o|ay|oi|chet|ma|nhung|the|hay|chi|em|minh|toi|tam) )*(?:thoi|huy|de sau|khoan|bo qua|cancel|khong can"
    r"|de toi|de minh|de chi|tu tu|de xem|ke (?:da|di|no|ho)|de (?:do|day)|cho (?:ti|chut|da)|khoi|quen di|dung lai)\b"
    r"|^ke(?: (?:di|da|no))?$|^bo (?:di|da|no)$"
)
_TO_WHOM = re.compile(r"[UG](?: (?:va )?[UG])* :")
# What is changed in that which was offered: "chỉ các phường thôi", "trừ Lê Lợi".
_CHANGED = re.compile(
    r"(?:(?:chi|rieng|sua|lai|thanh|la|phai|moi|dung|thoi|tru|ra|va|ca|cho|viec|den|ngay|co|duoc|khong|nham) ?"
    r"|[UGNCDP] ?)+"
)
_ONLY_FIRST = re.compile(r"(?:so |chon |cai )?(?:N|1|mot|dau|so 1)(?: di| nhe)?")


def answer(slots: Slots, scene: Scene) -> tuple[str, Wish, Reading] | None:
    """What a line answers: the command with what is known by now, or (with no command) what to do; None for nothing."""
    awaiting = scene.awaiting
    kind = slots.said.kind
    if awaiting is None:
        return _bare_yes(slots, scene)
    if awaiting.lacks is None:
        return _yes_or_no(kind, slots, awaiting)
    if not (kind and awaiting.known) or _is_other(slots, awaiting):
        return None
    in_words = awaiting.lacks in {"text", "ground"}
    if _NO.fullmatch(kind) or _LATER.match(kind) or (_NO.match(kind) and not in_words):
        return "", Wish(""), NOTHING
    return _picked(slots, awaiting) or _completed(slots, awaiting)


def _picked(slots: Slots, awaiting: Awaiting) -> tuple[str, Wish, Reading] | None:
    """One of the choices, by its place."""
    number = re.fullmatch(r"\W*(\d)\W*", slots.said.line)
    if number and awaiting.lacks in {"unit", "text", "ground"} and 0 < int(number[1]) <= len(awaiting.choices):
        chosen = awaiting.choices[int(number[1]) - 1][0]
        return chosen.command, chosen, NOTHING
    return None


def _bare_yes(slots: Slots, scene: Scene) -> tuple[str, Wish, Reading] | None:
    """A bare "đồng ý", where one request for a later day waits, means that and lacks its ground; "không" refuses it."""
    requests = [each for each in scene.waiting if each.command == "gia han"]
    if not requests:
        return None
    if re.fullmatch(
        r"(?:dong y|nhat tri|duyet|ok dong y|chap thuan|toi dong y|minh dong y)(?: cho)?(?: don vi)?(?: roi)?",
        slots.said.kind,
    ):
        return "cho gia han", replace(slots.wish, command="cho gia han"), NOTHING
    if re.fullmatch(r"(?:khong dong y|khong duyet|tu choi|khong chap thuan|khong duoc|khong cho)", slots.said.kind):
        return "khong cho gia han", replace(slots.wish, command="khong cho gia han"), NOTHING
    return None


def _yes_or_no(kind: str, slots: Slots, awaiting: Awaiting) -> tuple[str, Wish, Reading] | None:
    """An answer to what was offered: a number takes the first choice, a yes all that was spelt out."""
    agrees = (
        re.match(r"dung\b", kind)
        and _YES.fullmatch(kind)
        and not re.search(r"\b(?:đừng|dừng)\b", slots.said.line.lower())
        and (kind != "dung di" or "đúng" in slots.said.line.lower())
    )
    if not agrees and _NO.match(kind) and not re.search(r"[UG]", kind):
        return "", Wish(""), NOTHING
    first = awaiting.choices[0] if awaiting.choices else awaiting.known
    number = re.fullmatch(r"\W*(\d)\W*", slots.said.line)
    if number and awaiting.choices and 0 < int(number[1]) <= len(awaiting.choices):
        return "", Wish(""), Reading(Mode.DO, awaiting.choices[int(number[1]) - 1])
    if number and awaiting.choices and int(number[1]) == len(awaiting.choices) + 1:  # "no" stands behind the choices
        return "", Wish(""), NOTHING
    is_yes = _YES.fullmatch(kind) or (first and first[0].command == "ghi nhan" and _TAKES_NOTE.fullmatch(kind))
    if (_ONLY_FIRST.fullmatch(kind) or is_yes) and (number is None or number[1] == "1") and first:
        return "", Wish(""), Reading(Mode.DO, first)
    if number is None and len(first) == 1 and _CHANGED.fullmatch(kind) and re.search(r"[UGNCDP]", kind):
        return "", Wish(""), Reading(Mode.CONFIRM, (_changed(first[0], slots.wish),))
    return None


def _changed(known: Wish, given: Wish) -> Wish:
    """The wish that was offered, with what a line puts in the place of it."""
    left_out = given.except_units or given.except_tasks
    return replace(
        known,
        tasks=given.tasks or known.tasks,
        units=given.units or (() if given.groups else known.units),
        groups=given.groups or (() if given.units else known.groups),
        day=given.day or known.day,
        period=given.period or known.period,
        counts=given.counts or known.counts,
        except_tasks=given.except_tasks if left_out else known.except_tasks,
        except_units=given.except_units if left_out else known.except_units,
    )


def _is_other(slots: Slots, awaiting: Awaiting) -> bool:
    """Whether a line says something of its own, with a verb of another command."""
    kind = slots.said.kind
    if awaiting.lacks in {"text", "ground"}:
        command = act_of(kind, slots.said.line)
        if command in QUESTIONS and is_asked(kind, slots.said.line):
            return True
        return (
            bool(command)
            and command.rstrip("?") != awaiting.known[0].command
            and bool(
                re.match(
                    r"(?:nhac|don doc|ghi nhan|tinh hinh|qua han|chua bao|tro giup|thong bao|trinh lanh dao|xep hang"
                    r"|cau hoi|xuat|moi (?:hop|du|giao ban))\b",
                    kind,
                )
            )
        )
    return not re.fullmatch(
        r"(?:[UGNODPKC:? ]|\b(?:cho|cua|va|viec|den|ngay|het|la|theo|so|truoc|sang|phuong|xa|don vi|toi"
        r"|ben|thoi|nhe|cai|ay|nay|do|day|ha|ma|y)\b)+",
        kind,
    )


def _completed(slots: Slots, awaiting: Awaiting) -> tuple[str, Wish, Reading]:
    """The wish that was asked about, with what a line gives to it."""
    known, given = awaiting.known[0], slots.wish
    ours = awaiting.lacks not in {"text", "ground"}
    text = "" if ours else slots.said.typed.strip()
    if known.command == "thong bao" and not (known.units or known.groups) and _TO_WHOM.match(slots.said.kind):
        ours, text = True, text.partition(":")[2].strip()
    whole = replace(
        known,
        tasks=(given.tasks if ours else ()) or known.tasks,
        units=(*known.units, *(given.units if ours else ())),
        groups=known.groups or (given.groups if ours else ()),
        day=known.day or given.day,
        period=known.period or given.period,
        document=known.document or given.document,
        document_day=known.document_day or given.document_day,
        counts=known.counts or given.counts,
        text=known.text or text,
    )
    return known.command, whole, NOTHING
