"""What becomes of what a coordinator says of reports and requests: urge, accept, return, grant, set a day. Pure.

Done at once is only what names its task and unit in plain words; all else is spelt out, or asked for what it lacks.
"""

import re
from dataclasses import replace

from data.lines.of_office_marks import Said
from data.lines.of_office_names import EVERYBODY
from data.lines.of_office_slots import OfficeScene, Slots, with_deadline
from data.lines.wishes import Mode, Reading, Waiting, Wish

_PLAIN_COMMAND = re.compile(r"^(?:cho gia han|dong y gia han|chap thuan gia han|duyet gia han)\b")


_PLAIN_REFUSAL = re.compile(
    r"(?:khong (?:cho|dong y|duyet|nhat tri)(?: cho)? gia han|khong gia han|tu choi gia han)\b(?! .*G)"
)
_PLAIN_URGE = re.compile(
    r"(?:(?:[UGNP]|nhac|nho|don|doc|giuc|thuc|hoi|ping|gui|goi|dien|lai|cac|cho|chua|bao|cao|nop|viec"
    r"|cua|ve|quy|ky|qua|han|cham|tre"
    r"|no|thieu|con|dang|nhung|ai|may|vi|het|tat|ca|tru|ngoai|va|voi|de|xong|hoan|thanh|lam|rieng|them"
    r"|lan|nua|nhiem|vu|thuc|hien"
    r"|phuong|xa|phong|ben|bao|moi|thoi|not|hai|ba|don|chua)(?: |$))+"
)


_OF_ALL = re.compile(
    r"\b(?:het|tat|ca lu|ca loat|ca bon|hang loat|dong loat|mot luot|chung|moi noi|toan the|ca)\b"
    r"|^\w+ (?:nhac )?G chua"
)


def urged(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """One unit, one task, a group or those that owe: at once; "nộp đúng hạn" to everybody is a word to be confirmed."""
    named = wish.tasks or wish.units or wish.groups or wish.period
    late = re.search(r"\b(?:chua|qua han|cham|tre|no|thieu|muon)\b", slots.said.kind)
    if not named and not late:
        if _OF_ALL.search(slots.said.kind):
            return Reading(Mode.CONFIRM, (replace(wish, groups=(EVERYBODY,), text=""),))
        return Reading(Mode.ASK, (wish,), "task")
    if wish.groups == (EVERYBODY,) and not (wish.tasks or wish.period) and _OF_ALL.search(slots.said.kind):
        return Reading(Mode.CONFIRM, (replace(wish, text=""),))
    if slots.wish != replace(wish, command="", text=""):  # named by the question before
        return Reading(Mode.CONFIRM, (replace(wish, text=""),))
    at_once = re.match(r"(?:gui |goi (?:dien )?)?(?:nhac|don doc|giuc|thuc|hoi thuc|ping)\b", slots.said.kind)
    sure = (
        at_once
        and _PLAIN_URGE.fullmatch(slots.said.kind)
        and (wish.tasks or wish.period or late or (wish.units and not wish.groups))
    )
    return Reading(Mode.DO if sure else Mode.CONFIRM, (replace(wish, text=""),))


def accepted(wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """Named reports at once; "tất cả", a group or a unit's all are spelt out first."""
    wish = replace(wish, text="", groups=tuple(group for group in wish.groups if group != "tat-ca"))
    lying = [each for each in scene.waiting if each.command == "xong"]
    if not (wish.tasks or wish.units or wish.groups or wish.except_units or wish.except_tasks or _whole(slots.said)):
        return Reading(Mode.CONFIRM if len(lying) == 1 else Mode.TELL, (wish,))
    verb = re.match(r"(?:ghi nhan|duyet|chap nhan|xac nhan|nghiem thu)\b", slots.said.kind)
    plain = verb and wish.tasks and not wish.groups and not _whole(slots.said)
    return Reading(Mode.DO if plain else Mode.CONFIRM, (wish,))


def _whole(said: Said) -> bool:
    return bool(re.search(r"\b(?:het|tat ca|toan bo|ca)\b|G", said.kind))


def returned(wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """A report goes back with what is wrong with it: at once where both its task and its unit are named."""
    lying = [each for each in scene.waiting if each.command == "xong"]
    named, wish = wish, _filled(wish, lying)
    if not wish.tasks:
        return Reading(Mode.ASK, (wish,), "task")
    if not wish.units and not wish.groups:
        return Reading(Mode.ASK, (wish,), "unit")
    if not wish.text:
        return Reading(Mode.ASK, (wish,), "text")
    at_once = slots.answers or (re.match(r"(?:tra lai|tra ve)\b", slots.said.kind) and named.tasks and named.units)
    return Reading(Mode.DO if at_once else Mode.CONFIRM, (wish,))


def _filled(wish: Wish, waiting: list[Waiting]) -> Wish:
    """The wish with the task and the unit of the one thing that waits and fits it."""
    fitting = [
        each
        for each in waiting
        if (not wish.tasks or each.task in wish.tasks) and (not wish.units or each.unit in wish.units)
    ]
    if len(fitting) != 1 or wish.groups:
        return wish
    only = fitting[0]
    return replace(wish, tasks=wish.tasks or (only.task,), units=wish.units or (only.unit,), day=wish.day or only.day)


def granted(wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """A later day is granted on a ground; asked for are first the task, then the ground."""
    asked_for = [each for each in scene.waiting if each.command == "gia han"]
    if not (wish.units or wish.groups or {each.task for each in asked_for} & {*wish.tasks}) and wish.tasks:
        return day_set(replace(wish, command="dat han"), slots, scene)  # nobody asked: the day itself moves
    wish = with_deadline(slots, wish)
    known = _filled(wish, asked_for)
    if not known.tasks:
        return Reading(Mode.ASK, (wish,), "task")
    if not slots.has_ground and not wish.document:
        return Reading(Mode.ASK, (known,), "ground")
    if not known.units and not known.groups:
        return Reading(Mode.ASK, (known,), "unit")
    if not known.day:
        return Reading(Mode.ASK, (known,), "day")
    plain = slots.answers or (
        slots.wish.tasks
        and _PLAIN_COMMAND.match(slots.said.kind)
        and any(each.task in known.tasks for each in asked_for)
        and not known.groups
    )
    return Reading(Mode.DO if plain else Mode.CONFIRM, (known,))


def refused(wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """The day stays; who asked is found where one request waits."""
    known = replace(_filled(wish, [each for each in scene.waiting if each.command == "gia han"]), day=None)
    if not known.tasks:
        return Reading(Mode.ASK, (wish,), "task")
    plain = slots.answers or (wish.tasks and known.units and _PLAIN_REFUSAL.match(slots.said.kind))
    return Reading(Mode.DO if plain else Mode.CONFIRM, (known,))


def day_set(wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """A first day is set at once; one that is written moves on a ground only."""
    wish = with_deadline(slots, wish)
    if not wish.tasks:
        return Reading(Mode.ASK, (wish,), "task")
    if not wish.day:
        return Reading(Mode.ASK, (wish,), "day")
    if wish.day < scene.today and not slots.answers:
        return Reading(Mode.ASK, (replace(wish, day=None),), "day")
    written = not set(wish.tasks) <= set(scene.undated)
    if written and not slots.has_ground:
        return Reading(Mode.ASK, (wish,), "ground")
    plain = (
        slots.answers
        or re.match(r"dat (?:thoi )?han N", slots.said.kind)
        or (not wish.document and re.search(r"\bchot\b", slots.said.kind))
    )
    return Reading(Mode.DO if plain else Mode.CONFIRM, (wish,))


def cleared(wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """An answer to what is in the way; without a name the list of difficulties."""
    lying = [each for each in scene.waiting if each.command == "vuong"]
    if not (wish.tasks or wish.units):
        return Reading(Mode.TELL, (replace(wish, text=""),))
    known = _filled(wish, lying)
    if not known.tasks:
        return Reading(Mode.ASK, (known,), "task")
    if ":" in slots.said.line:  # who stands behind the colon is spoken of, not answered
        known = replace(known, units=known.units[:1])
    if not wish.text:
        return Reading(Mode.ASK, (known,), "text")
    plain = slots.answers or re.match(r"(?:go|thao go|giai dap) vuong", slots.said.kind)
    return Reading(Mode.DO if plain else Mode.CONFIRM, (known,))
