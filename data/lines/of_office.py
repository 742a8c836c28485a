"""What a line means in the chat of the coordinator (Nội vụ): `understand_office` is the way in. Pure.

The names in a line make its kind ("nhắc Lê Lợi việc 13" → "nhac U N"), the kind gives the command, and its own rule
says what to do: what is sent to many, taken back or granted is confirmed or asked for its ground, never on a guess;
what is put off, told of as done or only supposed is left; a line that names another unit is about that unit.

To be read in this order: of_office_marks (the kinds); of_office_lists, of_office_dealing, of_office_sending and
of_office_following (which command a kind wants: where to add a way of saying something); this file; of_office_requests
and of_office_reports (the rules). When a name is missed: of_office_names (units), of_office_tasks. Seldom:
of_office_words, of_office_acts, of_office_slots.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from data.lines.of_office_acts import QUESTIONS, act_of, is_asked
from data.lines.of_office_marks import MOST, Said, read
from data.lines.of_office_names import EVERYBODY
from data.lines.of_office_notices import told_to_many
from data.lines.of_office_reports import for_others, on_own, report_of
from data.lines.of_office_requests import (
    accepted,
    answered,
    cleared,
    day_set,
    granted,
    handed_over,
    invited,
    new_task,
    own_work_asked,
    product_set,
    refused,
    returned,
    submitted,
    units_set,
    urged,
)
from data.lines.of_office_slots import OfficeScene, Slots, answer, slots_of, wish_of
from data.lines.of_office_together import parts_of, together
from data.lines.of_office_words import repaired
from data.lines.wishes import NOTHING, Mode, Reading, Wish
from data.words import fold_in_place

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
_DEPENDS = re.compile(
    r"\bneu\b|\w moi (?:cho|duyet|ghi nhan|dong y|gia han|chap nhan)\b|\bkhi nao\b|\b(?:xong"
    r"|hoan thanh|nop|bao)(?: xong)?(?: N)? thi\b|\bbao gio .*\bthi\b"
)
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
    asked = is_asked(said.kind, said.line)
    if command in _RECORDED and _DEPENDS.search(said.kind) and not (asked and command == "trinh lanh dao"):
        return True
    called_off = _CALLED_OFF.search(said.kind) and not asked
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


# What may be asked or done of what was asked about just now, without its name.
_INHERITING = {
    "don doc",
    "ghi nhan",
    "tra lai",
    "xuat bao cao",
    "viec",
    "chua bao",
    "qua han",
    "nhat ky",
    "giao nhan",
    "xem anh",
    "han",
}
_THEY = re.compile(r"\b(?:ho|(?:ben|don vi|phuong|xa|phong|cho|noi) (?:do|ay|nay|day|kia|tren))\b")
_FEW = 5  # words of such a line


# Thanks before what is wanted, and how much of a line may be that: "cảm ơn em, nhắc giúp VP".
_THANKED, _OPENING = (
    re.compile(r"(?:\s*cam on(?: (?:em|chi|anh|cac em|moi nguoi|nhieu|nhe|a))*\s*[,.;!]+\s*(?=\S))?"),
    100,
)


# What agrees with what is said before it in the line: "việc 14 của KT tốt rồi, duyệt đi".
_AGREED = re.compile(
    r"\W*(?:duyet|ghi nhan|dong y|nhat tri|ok|chap nhan|cho qua)(?: (?:di|luon|nhe|em|het|ca|cho ho))*\W*"
)


def understand_office(line: str, scene: OfficeScene) -> Reading:
    """What a line of the coordinator's chat means: what is wanted, and whether to do, confirm, ask or tell it."""
    in_words = scene.awaiting is not None and scene.awaiting.lacks in {"text", "ground"}
    thanked = None if in_words else _THANKED.match(fold_in_place(line[:_OPENING]))
    line = line[thanked.end() :] if thanked else line
    parts = [line] if in_words else parts_of(line[:MOST])
    if (
        len(parts) > 1
        and not _AGREED.fullmatch(fold_in_place(parts[-1]))
        and (several := together([_alone(part, scene) for part in parts]))
    ):
        return several
    said = read(line, scene)
    reading = _of_asked(parts, scene) or _understood(said, scene)
    guessed = any(mark.guessed for mark in said.marks)
    return replace(reading, mode=Mode.CONFIRM) if guessed and reading.mode is Mode.DO else reading


def _of_asked(parts: list[str], scene: OfficeScene) -> Reading | None:
    """What is ordered of those whom the part before asks about: "tư pháp tới đâu rồi, tiện nhắc họ việc 8"."""
    if len(parts) != 2:
        return None
    first, then = (read(part, scene) for part in parts)
    if not is_asked(first.kind, first.line) or is_asked(then.kind, then.line) or not _THEY.search(then.kind):
        return None
    order, of = _alone(parts[1], scene), slots_of(first).wish
    if [wish.command for wish in order.wishes] != ["don doc"] or not (of.units or of.groups):
        return None
    return Reading(Mode.CONFIRM, (replace(order.wishes[0], units=of.units, groups=of.groups),))


def _alone(part: str, scene: OfficeScene) -> Reading:
    """What a part of a line means by itself; one that asks goes with nothing."""
    said = read(part, scene)
    return NOTHING if is_asked(said.kind, said.line) else _understood(said, replace(scene, last=(), awaiting=None))


def _understood(said: Said, scene: OfficeScene) -> Reading:
    slots = slots_of(said)
    if (answered := answer(slots, scene)) is not None:
        given = replace(slots, answers=scene.awaiting is not None)
        return decided(answered[0], answered[1], given, scene) if answered[0] else answered[2]
    if (chosen := _chosen(slots, scene)) is not None:
        urged = Reading(Mode.CONFIRM, (chosen,))
        return urged if chosen.command == "don doc" else decided(chosen.command, chosen, slots, scene)
    command = (
        _followed(said, scene)
        or _accepts(said, scene)
        or _helped(slots, scene)
        or report_of(slots)
        or act_of(said.kind, said.line)
    )
    if command:
        return decided(command, inherited(wish_of(slots, command), said, scene), slots, scene)
    if slots.lacks_of and (is_asked(said.kind, said.line) or len(said.marks) <= _FEW):
        return Reading(Mode.ASK, (replace(slots.wish, command="viec"),), slots.lacks_of)
    return _repaired(said, scene)


def inherited(wish: Wish, said: Said, scene: OfficeScene) -> Wish:
    """The wish of a short line that names nothing, with the names of the question before it: "nhắc luôn đi"."""
    before = scene.last[-1] if scene.last else None
    if before is None or before.command not in QUESTIONS:
        return wish
    if asks_again(said, scene):
        units = wish.units or (() if wish.groups else before.units)
        groups = wish.groups or (() if units else before.groups)
        tasks, period = wish.tasks or before.tasks, wish.period or before.period
        return replace(wish, tasks=tasks, units=units, groups=groups, period=period)
    if wish.command not in _INHERITING:
        return wish
    is_of_them = _THEY.search(said.kind) or (wish.tasks and wish.command in {"tra lai", "ghi nhan"})
    if before.units and not (wish.units or wish.groups) and is_of_them:
        return replace(wish, units=before.units, tasks=wish.tasks or before.tasks)
    if wish.tasks or wish.units or len(said.marks) > _FEW:
        return wish
    return _of_list(wish, before, scene)


def _of_list(wish: Wish, before: Wish, scene: OfficeScene) -> Wish:
    """The wish with all that was asked about, or shown."""
    groups = wish.groups or before.groups
    tasks = before.tasks or (scene.shown if wish.command == "don doc" else ())
    if wish.command == "don doc" and not before.units and not groups and not scene.shown:
        groups = (EVERYBODY,)
    units = () if wish.groups else before.units
    return replace(wish, tasks=tasks, units=units, groups=groups, period=wish.period or before.period)


def _repaired(said: Said, scene: OfficeScene) -> Reading:
    """What is meant where a finger slipped; nothing is done on that alone."""
    right = repaired(said.typed)
    if right == said.typed or scene.awaiting is not None:
        return NOTHING
    again = slots_of(read(right, scene))
    if not (command := act_of(again.said.kind, right)):
        return NOTHING
    reading = decided(command, wish_of(again, command), again, scene)
    return replace(reading, mode=Mode.CONFIRM) if reading.mode is Mode.DO else reading


def _followed(said: Said, scene: OfficeScene) -> str:
    return scene.last[-1].command if asks_again(said, scene) else ""


def _accepts(said: Said, scene: OfficeScene) -> str:
    """A bare "ghi nhận đi" accepts what was asked about just now; without that it asks for the list."""
    named = scene.last and (scene.last[-1].tasks or scene.last[-1].units)
    return "ghi nhan" if named and said.kind == "ghi nhan" else ""


_SAID_TO_UNIT = re.compile(
    r"N (?:thi )?(?:bao )?U (?:thi )?(?:cu|nen|co the|chi can|lay|dung|su dung|dung_)\b|N (?:thi )?(?:cho|de) U"
    r" (?!lam$|chu tri|phoi hop|lui|gia han|them|noi|hoan|D|P)\w+"
    r"|(?:bao|noi|nhan|tra loi|bao voi|noi voi|nhan voi)(?: voi| cho| lai)* U\b"
    r"|.*\b(?:bao|noi|nhan|tra loi|huong dan)(?: voi| cho| lai)* (?:ho|U|ben do|ben ay|don vi)\b"
)
# What was said of it, behind the task of the difficulty: who is named there is only spoken of.
_DIFFICULTY_OF = re.compile(
    r"(?:cai |vu )?(?:vuong|vuong mac|kho khan)(?: o| cua| ve)?(?: N| U)+ (?::|thi (?:cu"
    r"|dung|lay|de|bo tri|nen|se|giao)\b)"
)


def _helped(slots: Slots, scene: OfficeScene) -> str:
    """What a unit is told of the very task with which it has a difficulty: "bảo Tư pháp cứ làm việc 7 bằng file"."""
    tasks, units = set(slots.wish.tasks), set(slots.wish.units)
    lying = [each for each in scene.waiting if each.command == "vuong"]
    waiting = [each for each in lying if (each.task in tasks if tasks else each.unit in units)]
    if waiting and _DIFFICULTY_OF.match(slots.said.kind):
        return "go vuong"
    lies = bool(tasks) and any(each.unit in units for each in waiting)
    return "go vuong" if lies and _SAID_TO_UNIT.match(slots.said.kind) else ""


_ALL = re.compile(r"(?:het|luon|ca|G)(?: tru [UN])?|tru [UN]")


def _chosen(slots: Slots, scene: OfficeScene) -> Wish | None:
    """What a task's number, or a unit, picks from the list of what waits that was shown just now."""
    last = scene.last[-1].command if scene.last else ""
    if last in {"chua bao", "qua han"} and re.fullmatch(r"\W*1\W*", slots.said.line):
        return replace(scene.last[-1], command="don doc")
    waits = {"ghi nhan": "xong", "cho gia han": "gia han", "go vuong": "vuong"}.get(last)
    if waits == "xong" and _ALL.fullmatch(slots.said.kind):
        return replace(slots.wish, command=last, groups=(EVERYBODY,))
    if waits is None or not re.fullmatch(r"(?:cho )?(?:[NU] ?)+(?:truoc|thoi|da)?", slots.said.kind):
        return None
    fitting = [each for each in scene.waiting if each.command == waits]
    by_place = re.fullmatch(r"\W*(\d)\W*", slots.said.line)
    wish = replace(slots.wish, command=last)
    if not any(each.task in wish.tasks or each.unit in wish.units for each in fitting):
        place = int(by_place[1]) if by_place else 0
        if not 0 < place <= len(fitting):
            return None
        wish = replace(wish, tasks=(fitting[place - 1].task,), units=(fitting[place - 1].unit,))
    return wish


def asks_again(said: Said, scene: OfficeScene) -> bool:
    """Whether what was just asked is asked of something else: "thế việc 12?", "chi tiết hơn"."""
    if not scene.last or scene.last[-1].command not in QUESTIONS:
        return False
    return bool(
        re.fullmatch(
            r"(?:(?:the|con|vay|va|chi tiet(?: hon)?|cu the(?: hon)?|ro hon|them|rieng|chi|cua|o|ben|gom|la|nhung"
            r"|tinh|xem|liet ke|ke|cung|ca|not|luon|lai|nua|cho|di|di_?) ?)*(?:[UGNP ?]|\bcung\b|\bxem\b|\bluon\b"
            r"|\bnot\b|\bnua\b"
            r"|\bthe\b|\bday\b|\bdi\b|\bthi sao\b|\bsao\b|\bthoi\b|\bthi\b|\bcu the\b"
            r"|\b(?:don vi|viec|nhung don vi|nhung|phuong|xa) nao\b|\bai\b|\bviec gi\b|\bnhung gi\b|\bchi tiet\b)*",
            said.kind,
        )
    )
