"""What is done with each command of a coordinator, one rule a command: `decided` is the way in. Pure."""

import re
from collections.abc import Callable
from dataclasses import replace

from data.lines.of_office_acts import QUESTIONS, is_asked
from data.lines.of_office_changes import (
    answered,
    handed_over,
    invited,
    new_task,
    own_work_asked,
    product_set,
    submitted,
    told_to_many,
    units_set,
)
from data.lines.of_office_marks import Said
from data.lines.of_office_reports import for_others, on_own
from data.lines.of_office_requests import accepted, cleared, day_set, granted, refused, returned, urged
from data.lines.of_office_slots import OfficeScene, Slots
from data.lines.wishes import NOTHING, Mode, Reading, Wish

_LIST_OF = {"ghi nhan?": "ghi nhan", "gia han?": "cho gia han", "vuong?": "go vuong"}
# What cannot be had back, and what nobody can do here.
_TAKEN_BACK = {"quen toi", "bao nham", "go lien ket", "nhac sau"}
_UNDONE = {"dung nhac", "bo viec", "doi ten"}

# Words that take an order back, put it off, tell of it as done, or make it depend: nothing is wanted now.
_VERBS = (
    r"(?:nhac|don doc|giuc|ghi nhan|duyet|chap nhan|xac nhan|tra lai|tra ve|dat han|doi han|them|bo|giao|ban giao"
    r"|chuyen|trinh"
    r"|gui|thong bao|nhan|moi|go vuong|thao go|cap ma)"
)
_WHO = r"(?:(?:hom qua|hom kia|sang nay|chieu qua|vua|chi|anh|toi|minh|em|thi|ma|cu|tam|viec nay|U|N) )*"
_CALLED_OFF = re.compile(
    rf"^{_WHO}(?:thoi )?(?:khoan(?: hay)?|dung|chua|khong|chang|khoi)(?: (?:can|phai|nen|voi|duoc|co|muon))* {_VERBS}\b"
    rf"|^{_WHO}da {_VERBS}\b|^{_WHO}{_VERBS} nham\b"
    rf"|^{_WHO}{_VERBS}(?: (?:[UNG]|cho|het|viec|bao cao|cua|lai|tin))* roi(?: ma| day)?$"
    rf"|^D {_VERBS}(?<!nhac)(?<!gui)(?<!thong bao)(?<!moi)\b|^de (?:chi|anh|toi|minh|em) .*\b{_VERBS}\b"
)
_DEPENDS = re.compile(r"\bneu\b|\bkhi nao\b|\b(?:xong|hoan thanh|nop|bao)(?: xong)?(?: N)? thi\b|\bbao gio .*\bthi\b")
_TOLD_OF = {"cho gia han", "bao thay", "vuong", "dang lam", "da nhan"}  # what has been is news here
_OF_NOW = {"khong cho gia han", "khong phat sinh", "dung nhac", "bo viec", "doi ten", "tro giup"}
_RECORDED = {
    "ghi nhan", "cho gia han", "xong", "bao thay", "dat han", "don vi", "phoi hop", "ban giao", "trinh lanh dao",
}  # fmt: skip

_Rule = Callable[[Wish, Slots, OfficeScene], Reading]
_RULES: dict[str, _Rule] = {
    "xong": on_own, "khong phat sinh": on_own, "dang lam": on_own, "vuong": on_own, "bao thay": for_others,
    "don doc": urged, "ghi nhan": accepted, "tra lai": returned, "cho gia han": granted,
    "khong cho gia han": refused, "dat han": day_set, "don vi": units_set, "phoi hop": units_set,
    "san pham": product_set, "thong bao": told_to_many, "moi": invited, "ban giao": handed_over,
    "giao viec": new_task, "go vuong": cleared, "tra loi cau hoi": answered, "bo qua cau hoi": answered,
    "dong y cau hoi": answered, "trinh lanh dao": submitted, "viec cua toi": own_work_asked,
}  # fmt: skip


def is_put_off(command: str, said: Said) -> bool:
    """Whether a line takes back, puts off, or makes depend on something what it names: "đã nhắc VP", "nếu … thì"."""
    if command in QUESTIONS or command in _OF_NOW:
        return False
    if command in _RECORDED and _DEPENDS.search(said.kind):
        return True
    called_off = _CALLED_OFF.search(said.kind) and not is_asked(said.kind, said.line)
    refuses = command == "tra lai" and not re.search(r"\b(?:tra lai|tra ve)\b", said.kind)
    return bool(called_off) and not refuses and command not in _TOLD_OF


def decided(command: str, wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """What to do with a command and what is said with it."""
    if not slots.answers and is_put_off(command, slots.said):
        return NOTHING
    if slots.lacks_of and command != "giao viec":
        return Reading(Mode.ASK, (replace(wish, command=_LIST_OF.get(command, command)),), slots.lacks_of)
    if command in _UNDONE:
        return Reading(Mode.DECLINE)
    if command in QUESTIONS:
        return Reading(Mode.TELL, (replace(wish, command=_LIST_OF.get(command, command), text=""),))
    rule = _RULES.get(command)
    sure = Mode.CONFIRM if command in _TAKEN_BACK else Mode.DO
    return rule(wish, slots, scene) if rule else Reading(sure, (wish,))
