"""What is done with each command of a coordinator, one rule a command: `decided` is the way in. Pure."""

from collections.abc import Callable
from dataclasses import replace

from data.lines.of_office_acts import QUESTIONS
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
from data.lines.of_office_reports import for_others, on_own
from data.lines.of_office_requests import accepted, cleared, day_set, granted, refused, returned, urged
from data.lines.of_office_slots import OfficeScene, Slots
from data.lines.wishes import Mode, Reading, Wish

_LIST_OF = {"ghi nhan?": "ghi nhan", "gia han?": "cho gia han", "vuong?": "go vuong"}
# What cannot be had back, and what nobody can do here.
_TAKEN_BACK = {"quen toi", "bao nham", "go lien ket", "nhac sau"}
_UNDONE = {"dung nhac", "bo viec", "doi ten"}

_Rule = Callable[[Wish, Slots, OfficeScene], Reading]
_RULES: dict[str, _Rule] = {
    "xong": on_own, "khong phat sinh": on_own, "dang lam": on_own, "vuong": on_own, "bao thay": for_others,
    "don doc": urged, "ghi nhan": accepted, "tra lai": returned, "cho gia han": granted,
    "khong cho gia han": refused, "dat han": day_set, "don vi": units_set, "phoi hop": units_set,
    "san pham": product_set, "thong bao": told_to_many, "moi": invited, "ban giao": handed_over,
    "giao viec": new_task, "go vuong": cleared, "tra loi cau hoi": answered, "bo qua cau hoi": answered,
    "dong y cau hoi": answered, "trinh lanh dao": submitted, "viec cua toi": own_work_asked,
}  # fmt: skip


def decided(command: str, wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """What to do with a command and what is said with it."""
    if slots.lacks_of and command != "giao viec":
        return Reading(Mode.ASK, (replace(wish, command=_LIST_OF.get(command, command)),), slots.lacks_of)
    if command in _UNDONE:
        return Reading(Mode.DECLINE)
    if command in QUESTIONS:
        return Reading(Mode.TELL, (replace(wish, command=_LIST_OF.get(command, command), text=""),))
    rule = _RULES.get(command)
    sure = Mode.CONFIRM if command in _TAKEN_BACK else Mode.DO
    return rule(wish, slots, scene) if rule else Reading(sure, (wish,))
