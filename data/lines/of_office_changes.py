"""What becomes of what a coordinator changes or sends: units, products, new tasks, notices, invitations. Pure.

What reaches many, or changes who owes what, is shown first with exactly those who are named.
"""

import re
from dataclasses import replace

from data.lines.of_office_acts import is_asked
from data.lines.of_office_marks import Said
from data.lines.of_office_slots import OfficeScene, Slots, text_of, with_deadline
from data.lines.wishes import Mode, Reading, Wish

_PLAIN_INVITE = re.compile(
    r"(?:(?:[UG]|moi|cap|lai|ma|tham|gia|dang|ky|gui|tao|lay|xin|cho|cua|can|bo|phuong|xa|phong|vao"
    r"|nhom|don|vi|chua|tat|ca|ben|toi|den|ket|noi|he|thong)(?: |$))+"
)
# What is sent stands before those who get it: "thông báo mời họp 8h thứ 6 tới các phường".
_SENT = re.compile(
    r"^(?:gui |chuyen |ra )?(?:thong bao|tb|nhan tin|nhan|tin nhan|tin|loan bao|bao|truyen dat|pho bien)\b(?: ve| viec"
    r"| la)* "
    r"(?!(?:nay|tren|sau|vua roi|do|tin)\b)(?P<text>(?!(?:toi|den|cho|xuong)\b).+?)(?: (?:toi|den|cho"
    r"|xuong))+ [UG](?: [UG]| tru [UG])*$"
)
# What opens an order of a new task, and what leads to its day.
_ADDING = re.compile(
    r"^(?:(?:giao|them|tao|bo sung|lap|phan cong|yeu cau|de nghi|dua|mo|mot|moi|nhiem vu|viec|dau viec|cong viec"
    r"|dot xuat|phat sinh|cho|nua|phai|can|la|X|[UGO])\b|:|\s)*"
)
_DAY_BEHIND = re.compile(r"(?:\b(?:truoc|han|den|trong|xong|chot|ngay|vao|cham nhat|la)\s)*(?:[DP]\b.*|$)")


def units_set(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """Which units lead or support a task: shown first, unless the command itself was typed."""
    wish = replace(wish, units=(*wish.units, *slots.said.of("O")), text="")
    if not wish.tasks:
        return Reading(Mode.ASK, (wish,), "task")
    if not wish.units and not wish.groups:
        return Reading(Mode.ASK, (wish,), "unit")
    plain = re.match(r"(?:don vi|phoi hop) N them|N phoi hop (?:gom|them)", slots.said.kind) and not wish.groups
    return Reading(Mode.DO if plain else Mode.CONFIRM, (wish,))


def product_set(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """What a task must yield."""
    if not wish.tasks:
        return Reading(Mode.ASK, (wish,), "task")
    if not wish.text:
        return Reading(Mode.ASK, (wish,), "text")
    return Reading(Mode.DO if slots.said.kind.startswith("san pham N") else Mode.CONFIRM, (wish,))


def told_to_many(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """A notice is always shown first, with exactly those who would get it."""
    wish = replace(wish, tasks=(), period=None, units=_addressed(wish.units, slots.said))
    to_all = "thong bao "
    if not (wish.text or wish.units or wish.groups) and slots.said.kind.startswith(to_all):
        wish = replace(wish, text=slots.said.behind(len(to_all)))
    if not wish.text and (between := _SENT.match(slots.said.kind)):
        wish = replace(wish, text=_between(slots.said, between.start("text"), between.end("text")))
    if not wish.text:
        return Reading(Mode.ASK, (wish,), "text")
    return Reading(Mode.CONFIRM, (wish,))


def _addressed(units: tuple[str, ...], said: Said) -> tuple[str, ...]:
    """The units of the first row of names; who is named behind it is only spoken of."""
    row = re.search(r"[UG](?: (?:cho |va |toi |den |tru )*[UG])*", said.kind)
    if row is None:
        return units
    marks = said.marks[said.mark_at(row.start()) : said.mark_at(row.end())]
    first = {str(value) for mark in marks if mark.word == "U" for value in mark.values}
    behind = re.match(r"(?:\w+ )*?(?:cho|toi|den) [UG]\b", said.kind[row.end() :].strip()) if not first else None
    return units if behind else tuple(unit for unit in units if unit in first)


def _between(said: Said, start: int, end: int) -> str:
    """The words as written from one place of a kind to another."""
    return said.line[said.marks[said.mark_at(start)].start : said.marks[said.mark_at(end) - 1].end].strip(" ,;:.-")


def invited(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """A code for one unit at once; who is replaced, and several, are spelt out first."""
    wish = replace(wish, text="", tasks=())
    kind = slots.said.kind
    if re.search(r"\b(?:lanh dao|chu tich|sep|pct)\b", kind) and not wish.units:
        return Reading(Mode.DO, (wish,))
    if not (wish.units or wish.groups or re.search(r"\b(?:chua|tat ca)\b", kind)):
        return Reading(Mode.ASK, (wish,), "unit")
    if not _PLAIN_INVITE.fullmatch(kind):
        return Reading(Mode.CONFIRM, (wish,))
    many = wish.groups or re.search(r"\b(?:chua|doi|thay|nghi|chuyen|them|bo sung)\b", kind) or len(wish.units) > 1
    return Reading(Mode.CONFIRM if many else Mode.DO, (wish,))


def handed_over(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """From one unit to another: never without a yes."""
    wish = replace(wish, units=(*wish.units, *slots.said.of("O")), groups=(), text="")
    return Reading(Mode.CONFIRM, (wish,)) if len(wish.units) > 1 else Reading(Mode.ASK, (wish,), "unit")


def new_task(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """A task beside the plans needs its words, then its units."""
    if _by_number(slots.said) and (wish.units or wish.groups) and not slots.answers:  # there is that task already
        return Reading(Mode.CONFIRM, (with_deadline(slots, replace(wish, command="don doc", text="")),))
    text = wish.text if slots.answers else _words_of_task(slots.said)
    wish = with_deadline(slots, replace(wish, tasks=(), text=text))
    if not wish.text:
        return Reading(Mode.ASK, (wish,), "text")
    if not wish.units and not wish.groups:
        return Reading(Mode.ASK, (wish,), "unit")
    return Reading(Mode.CONFIRM, (wish,))


def _by_number(said: Said) -> bool:
    return any(mark.word == "N" and re.search(r"\d", said.line[mark.start : mark.end]) for mark in said.marks)


def _words_of_task(said: Said) -> str:
    """What is to be done: the words between whom it is for and until when."""
    start = _ADDING.match(said.kind)
    begin = start.end() if start else 0
    end = _DAY_BEHIND.search(said.kind, begin)
    last = said.mark_at(end.start()) if end else len(said.marks)
    first = said.mark_at(begin)
    if first >= last:
        return ""
    return said.line[said.marks[first].start : said.marks[last - 1].end].strip(" ,;:.-")


def answered(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """An answer to a question of the plan; in other words than a yes it is read back."""
    if wish.command != "tra loi cau hoi":
        return Reading(Mode.DO, (wish,))
    text = text_of(slots.said, "tra loi cau hoi") or slots.said.behind(slots.said.kind.find("Q") + 2)
    if "Q" not in slots.said.kind:
        text = slots.said.line.strip()
    if not text:
        return Reading(Mode.ASK, (wish,), "text")
    return Reading(Mode.CONFIRM, (replace(wish, text=text, units=(), groups=()),))


def submitted(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """What leaders would see is shown before it goes to them."""
    mode = Mode.TELL if is_asked(slots.said.kind, slots.said.line) else Mode.CONFIRM
    return Reading(mode, (replace(wish, text="", units=(), groups=()),))


def own_work_asked(wish: Wish, _slots: Slots, _scene: OfficeScene) -> Reading:
    """What the office itself has to do."""
    return Reading(Mode.TELL, (Wish("viec cua toi", day=wish.day, period=wish.period),))
