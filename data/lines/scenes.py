"""What a chat's scene says of its tasks: which are owed, which periods; which other units does a line name? Pure."""

import re
from datetime import date
from functools import lru_cache

from data.agencies.registry import COMMITTEE_KIND, Registry
from data.lines.marked import LAST, THIS
from data.lines.normal import normal
from data.lines.wishes import Scene, TaskScene
from data.period import quarter

_QUARTER = 3


def own(scene: Scene, number: str) -> TaskScene | None:
    """The unit's own task of that number; where several plans have it, the first."""
    whole = next((each for each in scene.tasks if each.number == number), None)
    return whole or next((each for each in scene.tasks if number and in_its_plan(each.number) == number), None)


_WITH_PLAN = re.compile(r"0\d+\.(?P<number>.+)")


def in_its_plan(number: str) -> str:
    """The number of a task in its plan, where that is called with the plan's: "06.4" → "4"; empty where it is not."""
    found = _WITH_PLAN.fullmatch(number)
    return found["number"] if found else ""


def owed(scene: Scene) -> tuple[str, ...]:
    """The numbers of the tasks that are open."""
    return tuple(each.number for each in scene.tasks if each.is_open)


def is_planned(scene: Scene, number: str) -> bool:
    """Whether some unit owes a task of that number."""
    return bool(number) and any(number in {each.number, in_its_plan(each.number)} for each in scene.plan)


def the_one(scene: Scene) -> str | None:
    """The one task that a line without any is about: that of the message answered, or the only one owed."""
    for numbers in (scene.is_reply_to, owed(scene)):
        if len(numbers) == 1:
            return numbers[0]
    return None


def period_of(key: str, task: TaskScene | None, today: date) -> str | None:
    """The period of a task that is meant by one named: a month is one of its quarter, "quý này" the only one open.

    This year is none of a task's, "tuyên truyền CCHC năm 2023", and a task with a day of its own has none.
    """
    if key in {THIS, LAST}:
        return _relative(key, task, today)
    if task is not None and (task.is_dated or key == str(today.year)):
        return None
    month = re.fullmatch(r"(\d{4})-(\d\d)", key)
    if month and task is not None and any("-Q" in each for each in task.periods):
        if (
            int(month[2]) % _QUARTER == 0 and len(task.periods) > 1
        ):  # its first half counts for one, its second for the other
            return None
        return quarter(int(month[1]), (int(month[2]) + 2) // _QUARTER).key
    return key


def _relative(key: str, task: TaskScene | None, today: date) -> str | None:
    if task is not None and task.periods:
        if key == LAST:
            return task.periods[0] if len(task.periods) > 1 else None
        return task.periods[0] if len(task.periods) == 1 else None
    number = (today.month + 2) // _QUARTER
    if key == THIS:
        return quarter(today.year, number).key
    return quarter(today.year, number - 1).key if number > 1 else quarter(today.year - 1, 4).key


def lacks_period(scene: Scene, number: str) -> bool:
    """Whether it must be asked which period a report of a task is for."""
    task = own(scene, number)
    return task is not None and not task.is_dated and len(task.periods) > 1


def others_named(said: str, scene: Scene) -> tuple[str, ...]:
    """The codes of other units than this chat's that stand in a line, not the coordinator's."""
    if scene.registry is None:
        return ()
    words, found, at = re.sub(r"\bben (?!em\b|minh\b)", "phong ", _CENTRE.sub("trung tam ", said)).split(), [], 0
    names, spoken_to = _names(scene.registry), {scene.unit} | above(scene.registry)
    while at < len(words):
        length = next((n for n in range(7, 0, -1) if " ".join(words[at : at + n]) in names), 0)
        if length:
            code = names[" ".join(words[at : at + length])]
            found += [code] if code not in spoken_to else []
        at += length or 1
    return tuple(dict.fromkeys(found))


def with_own_name(said: str, scene: Scene) -> str:
    """The line with "đơn vị" where this chat's unit is named, by its code too: "VP đã nhận", "Lê Lợi xong"."""
    return _own_names(scene.unit, scene.unit_name, scene.registry).sub("don vi", said)


@lru_cache(maxsize=64)
def _own_names(code: str, name: str, registry: Registry | None) -> re.Pattern[str]:
    unit = registry.by_code.get(code) if registry else None
    names = {normal(each).removeprefix("ubnd ") for each in (name, code, *(unit.aliases if unit else ())) if each}
    names |= {re.sub(r"^(?:phuong|xa|phong) ", "", each) for each in names}
    either = "|".join(map(re.escape, sorted(names - _TOO_COMMON - {""}, key=len, reverse=True)))
    return re.compile(rf"\b(?:ubnd )?(?:(?:phuong|xa|phong) )?(?:{either})\b")


_CENTRE = re.compile(r"\btt (?=van hoa|y te|phat trien|giao duc)")


@lru_cache(maxsize=8)
def above(registry: Registry | None) -> frozenset[str]:
    """The codes of those to whom all report: whoever coordinates, and the committee itself."""
    units = registry.units if registry else ()
    return frozenset(unit.code for unit in units if unit.coordinates or unit.kind == COMMITTEE_KIND)


_TOO_COMMON = frozenset({
    "van phong", "kinh te", "y te", "giao duc", "thanh tra", "noi vu", "dien", "van hoa", "uy ban", "minh chung",
    "nhiem vu", "thanh pho", "- tp", "ubnd -", "hoi noi dung", "noi dung", "cong an", "tp hung yen",
    "thanh pho hung yen", "toa an", "thanh uy", "hoi dong nhan dan",
})  # fmt: skip


@lru_cache(maxsize=8)
def _names(registry: Registry) -> dict[str, str]:
    """Units by their names in the normal form; a ward also by its own name alone, where that is two words or more."""
    found: dict[str, str] = {}
    for unit in registry.units:
        if unit.group:
            continue
        for name in (unit.name, *unit.aliases, unit.code):
            said = normal(name)
            short = re.sub(r"^(?:ubnd|uy ban nhan dan|p \.|phong) ", "", said)
            for form in (said, *_opening(said), re.sub(r" thanh pho(?: hung yen)?$| tp$", "", said), *_forms(short)):
                if len(form) > len("xxxx") or " " in form:
                    found.setdefault(form, unit.code)
    return {name: code for name, code in found.items() if name not in _TOO_COMMON}


def _opening(said: str) -> tuple[str, ...]:
    """A centre by the words that its name begins with: "trung tâm văn hóa"."""
    words = said.split()
    return (" ".join(words[:4]),) if words[:2] == ["trung", "tam"] and len(words) > len(["tam", "y", "te"]) + 1 else ()


def _forms(short: str) -> tuple[str, ...]:
    bare = re.sub(r"^(?:phuong|xa|thi tran) ", "", short)
    return (short, bare) if " " in bare else (short,)
