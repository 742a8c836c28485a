"""What is reported in an office's chat: the office's own work, or that of a unit that is named ("bao thay"). Pure."""

import re
from dataclasses import replace
from typing import NamedTuple

from data.lines.of_office_acts import is_asked
from data.lines.of_office_marks import Said
from data.lines.of_office_slots import OfficeScene, Slots, parts_named
from data.lines.wishes import Mode, Reading, Wish

# What makes a line a report; which command it is, the more definite first.
_REPORTS = re.compile(
    r"\b(?:xong|hoan thanh|ht|khong phat sinh|khong co(?: gi| hoat dong)?|dang \w+|vuong|kho khan|chua co gi|co"
    r"|da (?:bao|nop|gui|lam|ban hanh|to chuc|dang|co|trien khai|thuc hien|xong)|bao (?:cao )?(?:xong|N)|bao cao|nop"
    r"|chua lam duoc|moi (?:lam|xong|duoc|in|trien khai)|keu|hua|hen|danh dau_?|(?<!chu )tich|chua (?:lam|nop"
    r"|xong|thuc hien"
    r"|hoan thanh)|khong (?:lam )?kip)\b"
)
_OWN = (
    (
        "khong phat sinh",
        (
            r"\bkhong (?:co (?:gi |hoat dong )?)?(?:phat sinh|co gi)|\bkps\b"
            r"|\b(?:khong|chua) co(?: gi| tin| hoat dong| tin bai)?$"
        ),
    ),
    (
        "vuong",
        (
            r"\b[UO] (?:\w+ )?(?:keu|than)\b|\b(?:vuong|kho khan|kho|khong (?:lam |nop )?kip"
            r"|chua (?:lam|xong|nop|thuc hien|hoan thanh) .*(?:vi|do|tai|thieu|khong co))\b"
        ),
    ),
    (
        "dang lam",
        (
            r"(?<!da )\bdang (?!C|tin|bai|tai)\w+|\b(?:se|sap|gan|du kien|chuan bi|dinh) |\bmoi (?:lam|xong|duoc"
            r"|in|trien khai)\b"
        ),
    ),
    (
        "xong",
        r"\b(?:xong|hoan thanh|ht|C|da (?:bao|nop|gui|lam|ban hanh|to chuc|dang|co|trien khai|thuc hien))\b",
    ),
)
_BEGINS = re.compile(
    r"(?:bao |bao cao )?(?:ho |giup |cho |thay |cua )*"
    r"(?:(?:chi|anh|em|toi|bon minh|ben) )?(?:lam )?(?:[UNO]|xong|hoan thanh|ht|khong phat sinh|dang lam|vuong|da|ghi"
    r"|nhap"
    r"|danh dau_?|tich|cap nhat)\b"
)
_IN_OWN_WORDS = re.compile(r"(?:xong|vuong|dang lam|khong phat sinh)\b")
_OF_ANOTHER = re.compile(
    r"\b[UO] (?:\w+ )?(?:keu|than|phan anh|bao|noi|gap|goi)\b.*\b(?:hong|thieu|ket|tac|chua (?:lam|nop|bao|xong"
    r"|co)|khong co"
    r"|khong lam|bi om|mat dien|het)\b|\b[UO] .*\b(?:vuong|kho khan|dang)\b|\bchua co(?: gi| tin| hoat dong| bai)?\b"
    r"|\b[UO] .*\bchua (?:lam|xong|nop|thuc hien|hoan thanh)\b.*\b(?:vi|do|tai|thieu|dang|nhung|khong co)\b"
    r"|\b[UO] (?:keu|than|phan anh|bao|noi|gap)(?: la| rang)? (?:kho|vuong)\b|\b[UO] .*\bkhong (?:lam |nop )?kip\b"
)
_TO_COME = re.compile(r"\b(?:se|sap|gan|du kien|chuan bi|dinh) (?!han\b)")
# What a unit says that it will do: "Lê Lợi mai nộp việc 13".
_PROMISED = re.compile(
    r"^[UO] (?:(?:bao|noi|hua|hen|xin|goi|dien|da|la|rang|se|den|khoang|tam) ?)*(?:[DP]|tuan sau|tuan toi|toi nay"
    r"|chieu nay|sang mai)"
    r" (?:moi |thi |se )*(?:nop|gui|bao|bao cao|xong|lam|hoan thanh|trinh)\b"
    r"|^[UO] (?:\w+ )?(?:hua|hen|cam ket|se)(?: la| se)? (?:D |P )?(?:nop|gui|bao|bao cao|xong|lam|hoan thanh|trinh"
    r"|D)\b"
)
# These make it something else: what is said of a report, or is still to come.
_NO_REPORT = re.compile(
    r"\b(?:sai|thieu|tra lai|chua dat|gia han|hop|de nghi|phai|yeu cau|trinh (?!ky)|chua|phoi hop|chu tri|lai|san pham"
    r"|nhac"
    r"|ghi nhan|bao cao (?:chua|tot|dat)|(?:hoan thanh|xong) (?:truoc|trong|vao|den)|lanh dao|muon|cham|lui)\b"
    r"(?! co can)"
    r"|^bao [UG] (?:nop|gui|lam|bao cao|hoan thanh|khan truong)\b(?!.*\b(?:xong|roi|da|C)\b)|P xong|(?:hoan thanh"
    r"|xong) P$|^[UO] bao cao$|^(?:xem )?bao cao(?: [NP])*(?: cua)? U(?: [NP])*$"
)
# What is said of a report, or asks for the list.
_PRAISED = re.compile(
    r"(?<!chua )(?<!khong )\b(?:dat|on|tot|dat yeu cau|du(?! thao| kien| an)|cho qua)\b|\bduoc(?: roi)?(?:$|"
    r" (?:nhan|duyet|ghi nhan|thong qua)\b)|^(?:vuong mac"
    r"|kho khan)$"
)
# Difficulties of a group are a list, and no report.
_LISTED = re.compile(r"(?:xem |liet ke |cac |nhung )*(?:vuong|vuong mac|kho khan|ton tai)(?: cua| o| tai| ben)* G$")
_SENT_BACK = re.compile(
    r"\b(?:tra lai|tra ve|khong ro|chua ro|khong dat|khong on)\b|\b(?:tra|bo sung)$"
    r"|\b(?:chua|khong) co (?:link|duong dan|anh|minh chung|chu ky|dau_|so van ban|danh sach|phu luc|file)\b"
)
_OTHER_VERB = re.compile(
    r"(?:tra lai|tra ve|tra(?= bao cao| N| U)|nhac|don doc|thong bao|giao|yeu cau|de nghi|ghi nhan(?! ho| thay"
    r"| giup cho)"
    r"|duyet|chap nhan|trinh|cho|gia han)\b"
)
_PLAINLY_OWN = re.compile(r"(?:xong|hoan thanh|ht|khong phat sinh|dang lam|vuong)\b|.*\bO\b|N : |N C$")
_IN_THE_WAY = re.compile(
    r"^(?:vướng|vuong)(?: mắc| mac)?(?: ở| o)?(?: (?:việc|viec) \d+)?(?: (?:do|vì|vi|là"
    r"|la))?\s+",
    re.IGNORECASE,
)
_TOLD = {"khong phat sinh": "không phát sinh", "vuong": "vướng", "dang lam": "đang làm"}


def report_of(slots: Slots) -> str:
    """The command of a line that reports: "bao thay" for a unit that it names, the own one else; empty for none."""
    said = slots.said
    if is_asked(said.kind, said.line) or not (_REPORTS.search(said.kind) or slots.wish.counts):
        return ""
    of_units = bool(slots.wish.units) and not slots.wish.groups
    if of_units and slots.wish.counts and not _OTHER_VERB.match(said.kind):
        return "bao thay"
    if (
        of_units
        and slots.wish.tasks
        and _PROMISED.search(said.kind)
        and not re.search(r"\b(?:truoc|lui|gia han|xin)\b", said.kind)
    ):
        return "bao thay"
    if not _is_report(slots):
        return ""
    return "bao thay" if of_units or slots.wish.groups else own_command(said)


def _is_report(slots: Slots) -> bool:
    said = slots.said
    if (
        _LISTED.match(said.kind)
        or _PRAISED.search(said.kind)
        or _SENT_BACK.search(said.kind)
        or not _BEGINS.match(said.kind)
    ):
        return False
    in_own_words = _IN_OWN_WORDS.match(said.kind) or _OF_ANOTHER.search(said.kind)
    if _NO_REPORT.search(said.kind) and not in_own_words:
        return False
    is_past = slots.wish.counts or re.search(r"\b(?:xong|da)\b", said.kind)
    return bool(is_past or not slots.wish.day)


def own_command(said: Said) -> str:
    """Which report the words are: "xong", "khong phat sinh", "dang lam" or "vuong"."""
    return next((command for command, words in _OWN if re.search(words, said.kind)), "")


def on_own(wish: Wish, slots: Slots, scene: OfficeScene) -> Reading:
    """A report of the office's own work; of others' it cannot be."""
    own = {task.number for task in scene.tasks}
    if not wish.tasks:
        return Reading(Mode.ASK, (wish,), "task")
    if not set(wish.tasks) <= own:
        return Reading(Mode.DECLINE)
    if _TO_COME.search(slots.said.kind):  # "việc 12 sẽ có 2 tin"
        return Reading(Mode.CONFIRM, (replace(wish, command="dang lam", units=(), counts=()),))
    counted = replace(wish, units=(), parts=parts_named(slots.said, wish.tasks, scene))
    return Reading(Mode.DO if _PLAINLY_OWN.match(slots.said.kind) else Mode.CONFIRM, (counted,))


def for_others(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """A report that is written down for a unit: never without a yes; one wish a task where each has its own."""
    if not wish.tasks:
        one = len(_parts(slots.said, "U")) < 2
        return Reading(Mode.ASK, (wish if one else replace(wish, counts=()),), "task")
    if _TO_COME.search(slots.said.kind) or _PROMISED.search(slots.said.kind):
        wish = replace(wish, counts=(), day=None)
    return Reading(Mode.CONFIRM, each_with_its_own(replace(wish, text=_told_of(wish, slots.said)), slots.said))


def _told_of(wish: Wish, said: Said) -> str:
    """What is written down: "đang làm", "vướng" with the words, "không phát sinh"; empty for a result."""
    if _PROMISED.search(said.kind):
        return f"đang làm: {_behind_unit(said)}"
    if _TO_COME.search(said.kind):
        return f"đang làm: {_behind_unit(said)}"
    told = _TOLD.get(own_command(said), "")
    return ": ".join(filter(None, (told, _IN_THE_WAY.sub("", wish.text) if told == "vướng" else "")))


def _behind_unit(said: Said) -> str:
    """The line as written behind the first unit that it names."""
    named = next((mark.end for mark in said.marks if mark.word in {"U", "O"}), 0)
    return said.line[named:].strip(" ,;:.-")


def each_with_its_own(wish: Wish, said: Said) -> tuple[Wish, ...]:
    """The wish parted where several tasks or units have each their own: "việc 1 3 tin, việc 12 1 tin"."""
    by_unit = _parts(said, "U")
    nothing = _TOLD["khong phat sinh"]
    if len(by_unit) > 1 and all(part.counts or part.is_nothing for part in by_unit):
        return tuple(
            replace(
                wish,
                units=part.names,
                tasks=part.tasks or wish.tasks[:1],
                counts=part.counts,
                text="" if part.counts else nothing,
            )
            for part in by_unit
        )
    by_task = _parts(said, "N")
    if len(by_task) < 2 or not all(part.counts or part.is_nothing for part in by_task):
        return (wish,)
    return tuple(
        replace(wish, tasks=part.names, counts=part.counts, text="" if part.counts else nothing) for part in by_task
    )


class _Part(NamedTuple):
    """What stands behind one name of a line, up to the next of its kind."""

    names: tuple[str, ...]
    tasks: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    is_nothing: bool


def _parts(said: Said, letter: str) -> list[_Part]:
    begins = [step for step, mark in enumerate(said.marks) if mark.word == letter]
    parts = []
    for begin, end in zip(begins, (*begins[1:], len(said.marks)), strict=False):
        behind = said.marks[begin + 1 : end]
        counts = (value for mark in behind if mark.word == "C" for value in mark.values if isinstance(value, tuple))
        tasks = (str(value) for mark in behind if mark.word == "N" for value in mark.values)
        is_nothing = re.search(_OWN[0][1], " ".join(mark.word for mark in behind)) is not None
        parts.append(_Part(tuple(map(str, said.marks[begin].values)), tuple(tasks), tuple(counts), is_nothing))
    return parts
