"""What a line says to the question that we asked last: the choice, the one thing that lacked, a yes or a no. Pure."""

import re
from dataclasses import replace

from data.lines.days import day_of_paper
from data.lines.marked import LAST, THIS, marked
from data.lines.naming import tasks_named, tasks_titled
from data.lines.results import counts_in
from data.lines.scenes import owed, own, period_of
from data.lines.spoken import POLITE, Line, foreign, is_made_of
from data.lines.wishes import NOTHING, Awaiting, Mode, Reading, Scene, Wish
from data.words import vocabulary

_YES = re.compile(
    "^(?:dạ |vang |da |u |a )*(?:dung(?: roi| the| vay| la| day)?|dong y|ok|yes|co|chinh xac"
    "|phai(?: roi)?|chuan(?: roi)?|xac nhan|duoc|vang|dạ|u|ghi (?:nhan )?(?:di|giup)"
    "|nhat tri)(?: (?:a|em|anh|chi|roi|nhe|nha|vay|do|luon|the|day))*$"
)
_YES_WORDS = POLITE | vocabulary("dung dong y yes chinh xac phai chuan xac nhan duoc nhat tri ghi giup chot ukm het")
_NO = re.compile(
    "^(?:dạ |a |em |thoi |, |a nham |nham )*(?:thoi|bo (?:di|qua)|huy(?: di| bo)?"
    "|khong(?: phai| can| dung)?|chua(?: xong| phai)?|sai(?: roi)?|nham(?: roi)?|khoan"
    r"|dung lai|de (?:sau|em|toi|minh)|khong a|cancel|no)\b(?!.*\b\d)"
)
_NUMBER = re.compile(
    r"^(?:dạ |chon |so |y |cai |phuong an |cach )*(?P<number>\d{1,2})(?: (?:a|nhe|nha|em|anh|chi|[.)]))*$"
)
_ALL = re.compile(r"^(?:dạ |em |la )*(?:ca|tat ca|het|ca hai|ca ba|toan bo|deu|all)\b")
_DONE_WORDS = re.compile(r"\b(?:xong|hoan thanh|phat sinh|gia han|vuong|chua|nham|huy|han|bao gio|sao|minh chung)\b|\?")


def answer(line: Line, scene: Scene) -> Reading | None:
    """The reading of an answer; None where the line is none, and is to be read as any other."""
    awaiting = scene.awaiting
    if awaiting is None:
        return None
    if awaiting.lacks:
        return _given(line, awaiting, scene)
    return _chosen(line, awaiting, scene)


# "Chưa, còn 13", "13 thì chưa": those are not meant, the others are.
_LEFT = re.compile(
    r"^(?:(?:dạ|a|à|em|khong|chua|thoi|,) )*"
    r"(?:con (?:thieu |moi |mỗi )?(?:viec )?\d+|(?:viec )?\d[\d ,va]* (?:thi )?chua)\b"
    r"(?!.*\b(?:xong|tin|bai)\b)"
)


def _others_meant(line: Line, awaiting: Awaiting, scene: Scene) -> Reading | None:
    """The same of other tasks, "không, chỉ 1 với 12 thôi", or another thing of the same: "xong rồi"."""
    if len(awaiting.known) != 1:
        return None
    wish, named = awaiting.known[0], tasks_named(line.said, scene)
    if named.out and set(named.out) < set(wish.tasks) and not named.numbers:
        return Reading(Mode.DO, (replace(wish, tasks=tuple(each for each in wish.tasks if each not in named.out)),))
    numbers = tuple(each for each in re.findall(r"\d+", line.said) if each in wish.tasks)
    if _LEFT.search(line.said) and numbers and set(numbers) < set(wish.tasks) and "?" not in line.said:
        return Reading(Mode.DO, (replace(wish, tasks=tuple(each for each in wish.tasks if each not in numbers)),))
    if (
        numbers
        and re.search(r"\b(?:chi|thoi|moi co|la|chu)\b", line.said)
        and set(numbers) < set(wish.tasks)
        and not re.search(r"\b(?:chua|bao gio|sao)\b|\?", line.said)
    ):
        return Reading(Mode.DO, (replace(wish, tasks=numbers),))
    if wish.command == "dang lam" and re.fullmatch(
        r"(?:dạ |a |à |em |da |thoi |the |la |, |khong )*(?:xong|hoan thanh)(?: (?:roi|het|a|nhe|em|chi|do|day|ma))*",
        line.said,
    ):
        return Reading(Mode.CONFIRM, (replace(wish, command="xong", text=line.text),))
    return None


_NOT_THESE = re.compile(
    r"(?:(?:dạ|a|à|em|chi|y|da) )*(?:khong(?: phai)?|sai|nham|lon)(?: (?:roi|a|chi|em|dau))*[ ,.]*(?:(?:la|cua"
    r"|y em la|phai la) )*"
    r"(?:viec |nhiem vu )?\d+(?: (?:co|moi dung|a|nhe|chi|em|ma|moi phai))*$"
)
_COUNTED_AGAIN = re.compile(r"(?:zcnt[a-z]|co|,|va|a|chi|em|nhe|thoi|moi|dung|phai|la|khong|chu|sai|nham|da|dạ|roi| )+")


def _put_right(line: Line, awaiting: Awaiting, scene: Scene) -> Reading | None:
    """The same of another task, or with another result: "không, việc 12", "3 tin cơ"."""
    if len(awaiting.known) != 1:
        return None
    wish, numbers = awaiting.known[0], tasks_named(line.said, scene).numbers
    if not ((numbers and _NOT_THESE.match(line.said)) or _is_recounted(line, wish)):
        return None
    counts = counts_in(line.marks, line.said)
    other = replace(wish, tasks=numbers or wish.tasks, counts=counts or wish.counts, text=line.text)
    return Reading(Mode.CONFIRM, (other,)) if all(own(scene, each) for each in other.tasks) else None


def _is_recounted(line: Line, wish: Wish) -> bool:
    """Whether another result is given for the same: "3 tin cơ"."""
    return bool(wish.counts and line.marks.of("cnt")) and _COUNTED_AGAIN.fullmatch(line.said) is not None


def _is_all(line: Line, awaiting: Awaiting) -> bool:
    """Whether all of what was asked about is meant: "cả 3 nhé"."""
    said = {number for wish in awaiting.known for number in wish.tasks}
    named = set(re.findall(r"\d+", line.said)) <= {str(len(said))}
    return _ALL.match(line.said) is not None and named and foreign(line.said, POLITE | _ALL_WORDS) == 0


_ALL_WORDS = vocabulary("ca tat het toan bo deu hai ba bon viec 2 3 4 5 6 7")


def _chosen(line: Line, awaiting: Awaiting, scene: Scene) -> Reading | None:
    if (number := _NUMBER.match(line.said)) and awaiting.choices:
        at = int(number["number"])
        return Reading(Mode.DO, awaiting.choices[at - 1]) if 1 <= at <= len(awaiting.choices) else None
    if changed := _others_meant(line, awaiting, scene) or _put_right(line, awaiting, scene):
        return changed
    if _NO.match(line.said) and foreign(line.said, POLITE) <= len(
        ["chua", "de", "em", "hoi", "lai", "xem", "da", "nhe"]
    ):
        return NOTHING
    if (
        _YES.match(line.said)
        or _is_all(line, awaiting)
        or (
            is_made_of(line.said, _YES_WORDS)
            and re.search(r"\b(?:dung|ok|dong y|chuan|chinh xac|xac nhan|phai|vang|u)\b", line.said)
        )
    ) and awaiting.known:
        return Reading(Mode.DO, awaiting.known)
    return None


_DROPS = re.compile(
    r"\b(?:thoi|bo|huy|de sau|khong can|khong phai|khoan|de em|nham|khong (?:xin|gia han)(?= .*\bnua\b))\b"
)
_DROPPING = POLITE | vocabulary(
    "tu xu ly gia han xin bo di qua huy khong can nua de sau khoan xem hoi kiem tra nham viec bao cao gi het phai"
)


def _given(line: Line, awaiting: Awaiting, scene: Scene) -> Reading | None:
    if not awaiting.known:
        return None
    if _DROPS.search(line.said) and is_made_of(line.said, _DROPPING):
        return NOTHING
    reader = _READERS.get(awaiting.lacks or "")
    return reader(line, awaiting, scene) if reader else None


def _task(line: Line, awaiting: Awaiting, scene: Scene) -> Reading | None:
    """Some of the unit's own tasks: "12", "việc 13 nhé", "12 với 13", "cả ba"."""
    said = line.said
    if re.search(r"\b(?:chua|khong|nham|bao gio|sao|gia han|vuong)\b|\?", said) and awaiting.known[0].command == "xong":
        return None
    numbers = tasks_named(f"viec {said}" if said[:1].isdigit() else said, scene).numbers
    if _ALL.match(said) and not numbers:
        numbers = owed(scene)
    if not numbers and not _DONE_WORDS.search(said):
        numbers = tasks_titled(said, scene)
    numbers = tuple(each for each in numbers if own(scene, each))
    if not numbers or any(number in each.tasks for each in awaiting.known for number in numbers):
        return None
    counts = counts_in(line.marks, said)
    wishes = tuple(
        each if each.tasks else replace(each, tasks=numbers, counts=counts or each.counts) for each in awaiting.known
    )
    if wishes[0].command == "gia han" and wishes[0].day is None:
        return Reading(Mode.ASK, wishes, "day")
    if wishes[0].command in {"viec", "han", "da bao chua"}:
        return Reading(Mode.TELL, wishes)
    return Reading(Mode.DO, wishes)


def _day(line: Line, awaiting: Awaiting, scene: Scene) -> Reading | None:
    days = [thing.day for thing in line.marks.of("day") if thing.day and thing.day > scene.today]
    if not days and (alone := re.fullmatch(r"(?:den |ngay |mung |hom )*(\d{1,2})(?: (?:a|nhe|em))*", line.said)):
        days = [thing.day for thing in marked(f"ngày {alone[1]}", scene.today, scene.workdays).of("day") if thing.day]
    if not days:
        return None
    return Reading(
        Mode.DO, tuple(replace(each, day=days[0], text=f"{each.text} {line.text}".strip()) for each in awaiting.known)
    )


def _text(line: Line, awaiting: Awaiting, scene: Scene) -> Reading | None:
    """Words that tell the rest; not another command, nor mere courtesy."""
    if is_made_of(line.said, POLITE) or re.match(
        r"^(?:/ )?(?:xong|khong phat sinh|gia han|viec|han|bao nham) \d", line.said
    ):
        return None
    other = tasks_named(line.said, scene).numbers
    if other and set(other) - set(awaiting.known[0].tasks):
        return None
    return Reading(Mode.DO, tuple(_told(each, line, scene) for each in awaiting.known))


def _told(wish: Wish, line: Line, scene: Scene) -> Wish:
    """The wish with the words that lacked; of a report the result that they name."""
    if wish.command != "xong":
        return replace(wish, text=line.text)
    documents = line.marks.of("doc")
    return replace(
        wish,
        text=line.text,
        counts=counts_in(line.marks, line.said),
        document=documents[0].value if documents else None,
        document_day=day_of_paper(documents[0].words, scene.today) if documents and documents[0].words else None,
    )


def _period(line: Line, awaiting: Awaiting, scene: Scene) -> Reading | None:
    task = own(scene, awaiting.known[0].tasks[0]) if awaiting.known[0].tasks else None
    keys = [key for thing in line.marks.of("per") if (key := period_of(thing.value, task, scene.today))]
    if task and task.periods and (said := line.marks.of("per")) and said[0].value in {THIS, LAST}:
        keys = [task.periods[-1 if said[0].value == THIS else 0]]
    if not keys and task and (number := _NUMBER.match(line.said)) and 1 <= int(number["number"]) <= len(task.periods):
        keys = [task.periods[int(number["number"]) - 1]]
    if not keys:
        return None
    return Reading(Mode.DO, tuple(replace(each, period=keys[0]) for each in awaiting.known))


_READERS = {"task": _task, "day": _day, "text": _text, "ground": _text, "period": _period}

__all__ = ["Wish", "answer"]
