"""What becomes of what a coordinator wants: of reports and requests, and of what is changed or sent. Pure.

Done at once is only what names its task and unit in plain words; all else is spelt out, or asked for what it lacks.
What reaches many, or changes who owes what, is shown first with exactly those who are named.
"""

import re
from dataclasses import replace

from data.lines.of_office_acts import is_asked
from data.lines.of_office_marks import Said
from data.lines.of_office_names import EVERYBODY
from data.lines.of_office_slots import OfficeScene, Slots, text_of, with_deadline
from data.lines.wishes import Mode, Reading, Waiting, Wish
from data.words import fold

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
    late = re.search(r"\b(?:chua|qua han|cham|tre|no|thieu|muon|con lai)\b", slots.said.kind)
    if not named and not late:
        if _OF_ALL.search(slots.said.kind):
            return Reading(Mode.CONFIRM, (replace(wish, groups=(EVERYBODY,), text=""),))
        return Reading(Mode.ASK, (wish,), "task")
    if not named and (_OF_ALL.search(slots.said.kind) or "con lai" in slots.said.kind):
        return Reading(Mode.CONFIRM, (replace(wish, text=""),))
    if wish.groups == (EVERYBODY,) and not (wish.tasks or wish.period) and _OF_ALL.search(slots.said.kind):
        return Reading(Mode.CONFIRM, (replace(wish, text=""),))
    if slots.wish != replace(wish, command="", text=""):  # named by the question before
        return Reading(Mode.CONFIRM, (replace(wish, text=""),))
    at_once = re.match(r"(?:gui |goi (?:dien )?)?(?:nhac|don doc|giuc|thuc|hoi thuc|ping)\b", slots.said.kind)
    sure = (
        at_once
        and not _loosely(slots.said)
        and _PLAIN_URGE.fullmatch(slots.said.kind)
        and (wish.tasks or wish.period or late or (wish.units and not wish.groups))
    )
    return Reading(Mode.DO if sure else Mode.CONFIRM, (replace(wish, text=""),))


def _loosely(said: Said) -> bool:
    """Whether wards and communes are one group, and only one of the two is named: "mấy xã"."""
    named = [set(fold(said.line[mark.start : mark.end]).split()) for mark in said.marks if mark.word == "G"]
    return any(len(words & {"phuong", "xa"}) == 1 for words in named)


def accepted(wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """Named reports at once; "tất cả", a group or a unit's all are spelt out first."""
    wish = replace(wish, text="", groups=tuple(group for group in wish.groups if group != "tat-ca"))
    lying = [each for each in scene.waiting if each.command == "xong"]
    if not (wish.tasks or wish.units or wish.groups or wish.except_units or wish.except_tasks or _whole(slots.said)):
        return Reading(Mode.CONFIRM if len(lying) == 1 else Mode.TELL, (wish,))
    verb = re.match(r"(?:ghi nhan|duyet|chap nhan|xac nhan|nghiem thu)\b", slots.said.kind)
    plain = verb and slots.wish.tasks and not wish.groups and not _whole(slots.said)
    return Reading(Mode.DO if plain else Mode.CONFIRM, (wish,))


def _whole(said: Said) -> bool:
    return bool(re.search(r"\b(?:het|tat ca|toan bo|ca)\b|G", said.kind))


def returned(wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """A report goes back with what is wrong with it: at once where both its task and its unit are named."""
    lying = [each for each in scene.waiting if each.command == "xong"]
    wish = replace(_filled(wish, lying), counts=())
    if not wish.tasks:
        return Reading(Mode.ASK, (wish,), "task")
    if not wish.units and not wish.groups:
        return Reading(Mode.ASK, (wish,), "unit")
    if not wish.text:
        return Reading(Mode.ASK, (wish,), "text")
    own = slots.wish.tasks and slots.wish.units
    at_once = slots.answers or (re.match(r"(?:tra lai|tra ve|tra bao cao)\b", slots.said.kind) and own)
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


_OF_REPORTS = re.compile(r"(?:ok|dong y|duyet|nhat tri|chap thuan) cho U(?: roi)?")


def granted(wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """A later day is granted on a ground; asked for are first the task, then the ground."""
    asked_for = [each for each in scene.waiting if each.command == "gia han"]
    if _OF_REPORTS.fullmatch(slots.said.kind) and not {each.unit for each in asked_for} & {*wish.units}:
        return accepted(replace(wish, command="ghi nhan"), slots, scene)
    if not (wish.units or wish.groups or {each.task for each in asked_for} & {*wish.tasks}) and wish.tasks:
        return day_set(replace(wish, command="dat han"), slots, scene)  # nobody asked: the day itself moves
    wish = with_deadline(slots, wish)
    known = _filled(wish, asked_for)
    if not known.tasks:
        return Reading(Mode.ASK, (wish,), "task")
    if not slots.has_ground and not wish.document:
        return Reading(Mode.ASK, (known,), "ground")
    if lacks := "unit" if not known.units and not known.groups else "" if known.day else "day":
        return Reading(Mode.ASK, (known,), lacks)
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
    if colon := slots.said.line.find(":") + 1:  # who stands behind the colon is spoken of, not answered
        marks = [mark for mark in slots.said.marks if mark.word == "U" and mark.start < colon]
        wish = replace(wish, units=tuple(str(value) for mark in marks for value in mark.values))
    known = _filled(wish, lying)
    if not known.tasks:
        return Reading(Mode.ASK, (known,), "task")
    if not wish.text:
        return Reading(Mode.ASK, (known,), "text")
    plain = slots.answers or re.match(r"(?:go|thao go|giai dap) vuong", slots.said.kind)
    return Reading(Mode.DO if plain else Mode.CONFIRM, (known,))


_PLAIN_INVITE = re.compile(
    r"(?:(?:[UG]|moi|cap|lai|ma|tham|gia|dang|ky|gui|tao|lay|xin|cho|cua|can|bo|phuong|xa|phong|vao"
    r"|nhom|don|vi|chua|tat|ca|ben|toi|den|ket|noi|he|thong)(?: |$))+"
)
_GIVEN_TO = re.compile(r"\b(?:giao|cho|giao cho)(?: viec| them| dot xuat| gap)* (?P<unit>U)\b")
# What opens an order of a new task, and what leads to its day.
_ADDING = re.compile(
    r"^(?:(?:giao|them|tao|bo sung|lap(?= (?:mot |them )?(?:nhiem vu|viec|dau viec))|phan cong|yeu cau|de nghi"
    r"|dua|mo|mot|hai|\d+|moi|nhiem vu|viec|dau viec"
    r"|cong viec"
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
    kind = slots.said.kind
    plain = kind.startswith("san pham N") and not re.search(r"\b(?:them|bo sung|bo|bot|doi|thay)\b", kind)
    return Reading(Mode.DO if plain else Mode.CONFIRM, (wish,))


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
    wish = with_deadline(slots, replace(wish, tasks=(), text=text, units=_given_to(wish.units, slots.said)))
    if not wish.text:
        return Reading(Mode.ASK, (wish,), "text")
    if not wish.units and not wish.groups:
        return Reading(Mode.ASK, (wish,), "unit")
    return Reading(Mode.CONFIRM, (wish,))


def _given_to(units: tuple[str, ...], said: Said) -> tuple[str, ...]:
    """The units behind "giao", "cho" where some are: others are part of what is to be done."""
    given = [said.marks[said.mark_at(found.start("unit"))] for found in _GIVEN_TO.finditer(said.kind)]
    return tuple(dict.fromkeys(str(value) for mark in given for value in mark.values)) or units


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


# What leads to an answer: "thì trả lời là giao cho VP".
_ANSWERED = re.compile(
    r"^(?:(?:thì|thi|là|la|trả lời|tra loi|chọn|chon|ghi|để|lấy|lay|đáp án|dap an|đúng|mình|minh|tôi|toi|chị|chi|phải"
    r"|sửa thành|sua thanh|em|:)\s+)+",
    re.IGNORECASE,
)


def answered(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """An answer to a question of the plan, which is named by its own number; but for a yes it is read back."""
    wish = replace(wish, tasks=slots.said.of("Q"))
    if wish.command != "tra loi cau hoi":
        return Reading(Mode.DO, (wish,))
    if "Q" in slots.said.kind:
        behind = text_of(slots.said, "tra loi cau hoi") if ":" in slots.said.kind else ""
        text = _ANSWERED.sub("", behind or slots.said.behind(slots.said.kind.find("Q") + 2))
    else:
        text = slots.said.line.strip()
    wish = replace(wish, units=(), groups=(), text=text)
    return Reading(Mode.CONFIRM, (wish,)) if text else Reading(Mode.ASK, (wish,), "text")


def submitted(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """What leaders would see is shown before it goes to them."""
    mode = Mode.TELL if is_asked(slots.said.kind, slots.said.line) else Mode.CONFIRM
    return Reading(mode, (replace(wish, text="", units=(), groups=()),))


def own_work_asked(wish: Wish, _slots: Slots, _scene: OfficeScene) -> Reading:
    """What the office itself has to do."""
    return Reading(Mode.TELL, (Wish("viec cua toi", day=wish.day, period=wish.period),))
