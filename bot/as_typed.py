"""A wish as it could have been typed: the act that it gives, with its arguments, and how groups are typed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot import commands
from data.agencies.finder import short_group_name
from data.lines.days import day_first
from data.lines.notes import ground_of, is_ground
from data.lines.numbers import read_argument
from data.lines.requests import plan_named
from data.lines.wishes import Wish
from data.people import registering
from data.store import Session
from data.talk import Act
from data.words import fold_in_place

# Commands that a reading calls otherwise than they are typed.
_NAMES = {
    "da bao chua": "bao cao da gui",
    "xin ke hoach": "van ban ke hoach",
    "doi dau moi": "doi can bo",
    "xem anh": "xem minh chung",
    "viec cua toi": "viec",
    "bao thay": "ghi thay",
}
# Of these the result is what is counted or cited, not the sentence that it stood in.
RESULTS = frozenset({"xong", "khong phat sinh"})
# Words that say no more than the command.
_LEADS = re.compile(r"(?:vuong(?: mac)?\s*[,:;]|(?:vi|do|ly do)\b)[\s,:;]*(?=\S)")
_WHY = re.compile(r"\b(?:(?:ly do|vi|do|boi|tai)\b|(?=cho (?:y kien|phe duyet|huong dan|kinh phi|so lieu)\b))")
# Everybody must be said to these in so many words.
_OF_ALL = frozenset({"don doc", "ghi nhan", "moi"})
_OF_NO_DAY = frozenset({"ban giao", "ghi nhan"})
_CARRIED = "chuyen noi vu"
_IN_OWN_WORDS = frozenset({_CARRIED, "thong bao", "tra loi cau hoi"})
# What is said to these may be no more than a command of a unit's: of Lam Sơn "không phát sinh".
_KEEPS_WORDS = _IN_OWN_WORDS | {"bao thay"}
_OF_PLAN = "rut ke hoach"
# The number is that of a question.
_OF_QUESTIONS = frozenset({"tra loi cau hoi", "dong y cau hoi", "bo qua cau hoi"})
# What leaders would see is one list, whatever of it was named.
_ONE_LIST = "trinh lanh dao"
# What is moved by these takes a ground: a document by its kind and number, or who has agreed.
_ON_GROUND = frozenset({"cho gia han", "dat han"})
EVERYBODY = "tat-ca"


def act_of_all(acts: Sequence[Act]) -> Act:
    """Acts as one: those that differ by their tasks alone together, the others beside the first."""
    rows: dict[Act, list[str]] = {}
    for act in acts:
        rows.setdefault(replace(act, tasks=()), []).extend(act.tasks)
    first, *others = (replace(act, tasks=tuple(dict.fromkeys(tasks))) for act, tasks in rows.items())
    return replace(first, beside=tuple(others))


def act_of(wish: Wish, groups: Mapping[str, str]) -> Act:
    """What a wish does, as it could have been typed: the command with its arguments."""
    if wish.command == _CARRIED:
        wish = Wish(_CARRIED, text=wish.text)
    if wish.command == _OF_PLAN:
        return Act(_OF_PLAN, text=plan_named(wish.text))
    if wish.command in _OF_QUESTIONS:
        return Act(wish.command, number=int(wish.tasks[0]) if wish.tasks else None, text=wish.text)
    if wish.command == _ONE_LIST:
        wish = Wish(_ONE_LIST, except_tasks=wish.except_tasks, except_units=wish.except_units)
    names = [groups.get(code, code) for code in wish.groups if code != EVERYBODY]
    if wish.command in _IN_OWN_WORDS:  # a day or a count is part of what is said
        wish = replace(wish, tasks=(), period=None, day=None, counts=(), document=None, parts=())
    if wish.command in _OF_NO_DAY:
        wish = replace(wish, period=None, day=None, text="")
    if wish.command == "xep hang":  # "xếp thứ tự" is no Wednesday
        wish = replace(wish, day=None)
    is_named = wish.tasks or wish.units or names or wish.period or wish.except_units or wish.except_tasks
    to_all = wish.command in _OF_ALL and EVERYBODY in wish.groups and not is_named
    return Act(
        _NAMES.get(wish.command, wish.command.rstrip("?")),
        how="tat ca" if to_all else "",
        tasks=wish.tasks,
        units=(*wish.units, *names),
        without=(*wish.except_tasks, *wish.except_units),
        period=wish.period or "",
        day=wish.day,
        parts=wish.parts,
        text=_told(wish),
    )


def _told(wish: Wish) -> str:
    """The result, the document and the words of a wish, as they are typed behind a task."""
    counted = ", ".join(f"{number} {word}" for word, number in wish.counts)
    if wish.command in _ON_GROUND and is_ground(wish.text):
        return ground_of(wish.text)
    cited = f"số {wish.document}" if wish.document else ""
    cited = f"văn bản {cited}" if cited and wish.command in _ON_GROUND else cited
    cited += f" ngày {wish.document_day:%d/%m/%Y}" if wish.document_day else ""
    said = "" if wish.command in RESULTS or wish.counts or wish.document else _own_words(wish)
    if wish.day is not None:
        said = day_first(said, wish.day)[1]
    return " ".join(filter(None, [counted, cited, said]))


def _own_words(wish: Wish) -> str:
    """What somebody said of a task, without the command and number it begins with; of a request its reason."""
    found = next(iter(commands.found(wish.text)), None)
    if found is not None and not found.argument and wish.command not in _KEEPS_WORDS:
        return ""  # nothing but the command was said
    said = read_argument(found.argument) if found else None
    is_begun = said is not None and said.numbers and wish.command not in _KEEPS_WORDS
    words = said.note if said is not None and is_begun else wish.text
    if wish.command != "gia han":
        leads = _LEADS.match(fold_in_place(words)) if wish.command in {"vuong", "tra lai"} else None
        return words[leads.end() :] if leads else words
    reason = _WHY.search(fold_in_place(words))
    return words[reason.end() :].strip(" ,:") if reason else ""


def group_names(session: Session) -> dict[str, str]:
    """How each group is typed, by its code."""
    units = registering.load_registry(session).units
    return {unit.code: short_group_name(unit.name) for unit in units if unit.group}
