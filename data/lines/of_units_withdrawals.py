"""What has just been reported in a unit's chat, and is it taken back in words that name no task? Pure."""

import re

from data.lines.asking import is_asking
from data.lines.naming import tasks_named
from data.lines.spoken import POLITE, Line, foreign
from data.lines.wishes import Scene
from data.words import vocabulary


def recent_command(scene: Scene) -> str | None:
    """What has just been put on record."""
    return scene.recent[-1].command if scene.recent else None


def recent_tasks(scene: Scene) -> tuple[str, ...]:
    """The tasks of what has just been put on record."""
    return scene.recent[-1].tasks if scene.recent else ()


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
