"""What has been reported in a unit's chat: is it, or a figure of it, taken back, or another task's? Pure."""

import re
from dataclasses import replace

from data.lines.asking import is_asking
from data.lines.naming import tasks_named
from data.lines.results import counts_in
from data.lines.scenes import own
from data.lines.spoken import POLITE, Line, foreign
from data.lines.wishes import Mode, Reading, Scene, Wish
from data.words import vocabulary


def recent_command(scene: Scene) -> str | None:
    """What has just been put on record."""
    return scene.recent[-1].command if scene.recent else None


def recent_tasks(scene: Scene) -> tuple[str, ...]:
    """The tasks of what has just been put on record."""
    return scene.recent[-1].tasks if scene.recent else ()


_WRONG_FIGURE = re.compile(
    r"\b(?:chu khong phai|khong phai|chu khong|thay cho|thay vi)(?: la)?"
    r" (?:(?P<counted>zcnt[a-z]+)|(?P<bare>\d{1,5}))\b"
)


def tasks_with_figure(line: Line, scene: Scene) -> tuple[str, ...]:
    """The only task reported with the figure that is said to be wrong: "5 tin chứ không phải 3"."""
    found = _WRONG_FIGURE.search(line.said)
    if found is None:
        return ()
    if found["counted"]:
        wrong = {(thing.value, int(thing.words)) for thing in line.marks.of("cnt", found["counted"])}
    else:
        wrong = {(thing.value, int(found["bare"])) for thing in line.marks.of("cnt")}
    having = [each.number for each in scene.tasks if each.reported and wrong & set(each.reported.counts)]
    return tuple(having) if len(having) == 1 else ()


# Said right behind a report: "khoan, chưa xong đâu", "ối nhầm phường rồi", "thôi bỏ đi".
_TAKES_BACK = re.compile(
    r"^(?!.*(?:\?|\b(?:gia han|sao|the nao|gi|nao|huy dang ky|khong nham|khong sai|minh chung|anh|file|link|hinh)\b))"
    r"(?:.*\b(?:nham|sai|lon)\b|(?:(?:khoan|thoi|chet|oi|ấy|ay|a|ơ|o|em|chi|anh|,|\.|xin loi|da|dạ|ma|y|khong) )*"
    r"(?:bo (?:di|qua)|huy(?: di)?|rut lai|chua (?:xong|lam|du|co|ky)|khong (?:phai|tinh))\b)"
)
_STANDS = re.compile(r"\bkhong (?:(?:phai|co|he|bi) )*(?:nham|sai|lon)\b|\bkhong sao\b")
_SLIGHT = 3  # so many words more may stand beside them


def takes_back(line: Line, scene: Scene) -> bool:
    """Whether what has just been reported is taken back in words that name no task."""
    last = recent_command(scene)
    if last not in {"xong", "khong phat sinh", "bo sung"} or tasks_named(line.said, scene).numbers:
        return False
    if is_asking(line.said) or _STANDS.search(line.said):
        return False
    bare = not re.search(r"\d|zcnt|zdoc|zper", line.said) and foreign(line.said, POLITE | _OF_TAKING_BACK) <= _SLIGHT
    return bare and _TAKES_BACK.search(line.said) is not None


_OF_TAKING_BACK = vocabulary(
    "khoan nham sai lon go bam ghi bo di qua huy rut chua xong lam du co ky oi chet khong tinh phai dau loi day"
)


_MOVED = re.compile(
    r"\b(?:nham|sai)\b.*?(?:viec |nhiem vu )?(?P<old>\d{1,2})\b.*?\b(?:dung ra|dung la|phai la"
    r"|la|thanh|sang|chu|thuc ra|moi dung|chuyen)\b.*?(?:viec |nhiem vu )(?P<new>\d{1,2})\b"
)


_OTHER_TASK = re.compile(
    r"\b(?:chuyen|doi|tinh|ghi|de) (?:lai )?(?:sang|thanh|vao|cho) (?:viec|nhiem vu)"
    r"|\b(?:day|do|vua roi|y (?:em|minh|toi)) la (?:cua )?(?:viec|nhiem vu)"
    r"|\b(?:tin|bai|cai|ket qua|bao cao|so|luot|zcnt[a-z]) (?:(?:do|ay|kia|nay|tren|vua roi|la) )*(?:cua|thuoc"
    r"|viec|nhiem vu) (?:viec |nhiem vu )?\d|\b(?:nham|lon|sai|khong|chet)\b[^\d]{0,24}\b(?:cua|sang|la|phai la)"
    r" (?:viec |nhiem vu )?\d|\d (?:moi|mới) (?:dung|phai|chuan|khong)|\b(?:nham|lon|sai) (?:so |viec |muc |nhiem vu )*"
    r"(?:roi )?(?:(?:a|chi|em|anh|nhe|oi) )*, (?:viec |cua )*\d{1,2}(?= (?:moi|a|co|chi|em|chu|anh|day|nhe)\b|$)"
    r"|\b(?:nham|lon|chet)\b.* (?:viec |nhiem vu )\d|\bkhong phai (?:la )?(?:viec|nhiem vu|\d)|\b(?:nham"
    r"|sai) (?:viec|so|nhiem vu|so viec|muc)\b|\bnham sang\b"
)


_NUMBERS = re.compile(r"(?<![\w/.])\d{1,3}(?:\.\d{1,3})?(?![\w/])")


def moved(line: Line, scene: Scene) -> Reading | None:
    """Taken back there, and reported here: "báo nhầm việc 12, đúng ra là việc 13"."""
    last = recent_tasks(scene)
    others = [each for each in _NUMBERS.findall(line.said) if own(scene, each) and each not in last]
    counts = counts_in(line.marks, line.said)
    if len(last) == len(others) == 1 and _OTHER_TASK.search(line.said):
        kept = scene.recent[-1]
        other = replace(kept, tasks=(others[0],), counts=counts or kept.counts, text=line.text)
        left = re.search(rf"\b{last[0]} (?:(?:thi|chi|moi|co|la|duoc|con) )+(?P<count>\d{{1,5}})\b", line.said)
        if left and len(kept.counts) == 1:  # "6 tin là của việc 13, việc 1 có 2 thôi"
            back = Wish("sua", last, counts=((kept.counts[0][0], int(left["count"])),), text=line.text)
        else:
            back = Wish("bao nham", last, text=line.text)
        return Reading(Mode.CONFIRM, (back, other))
    found = _MOVED.search(line.said)
    if found is None or found["old"] == found["new"] or not (own(scene, found["old"]) and own(scene, found["new"])):
        return None
    other = Wish("xong", (found["new"],), counts=counts, text=line.text)
    return Reading(Mode.CONFIRM, (Wish("bao nham", (found["old"],), text=line.text), other))
