"""The draft that people approve: a line for each task, how it is read beside the plan's own words, doubts marked."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from data.deadline import Deadline, Kind
from data.plans.drafts import DraftTask, PlanDraft
from data.titles import shorten
from data.views.questions import DAY_OFF, PRODUCT
from data.words import fold
from locales import Words
from locales.deadlines import hours, understood
from locales.questions import draft_question

DOUBT = "?"
"""Stands before what is asked about."""

_TITLE, _TIME = 23, 21
_NARROWEST, _LEAST_NUMBER = 80, 3
_FEW = 3  # units that are named by their codes; more are counted
_LEAST = 8  # letters of a cell that tell anything
_NO_DOUBT = frozenset({PRODUCT, DAY_OFF})


def table(words: Words, draft: PlanDraft, tasks: Sequence[DraftTask], width: int = _NARROWEST) -> list[str]:
    """The heading and a line for each task, none longer than `width`."""
    if not tasks:
        return []
    room = max(width, _NARROWEST)
    numbers = max(_LEAST_NUMBER, *(len(task.number) for task in tasks))
    # What a wider page has more goes to the task and to the units, half each.
    time = _TIME + min(6, (room - _NARROWEST) // 4)
    title = max(_LEAST, _TITLE + max(0, (room - _NARROWEST) // 2 - 3) - (numbers - _LEAST_NUMBER))
    doubtful = doubts(draft)
    heads = (
        words.text("No."),
        words.text("Task"),
        words.text("Deadline → read as"),
        words.text("Units (read as: written)"),
    )
    lines = [f" {heads[0]:>{numbers}} {heads[1]:<{title}}  {heads[2]:<{time}}  {heads[3]}"[:room]]
    for task in tasks:
        begun = (
            f"{DOUBT if task.number in doubtful else ' '}{task.number:>{numbers}} {cut(task.title, title):<{title}}"
            f"  {deadline(words, task.deadline, draft.year, time):<{time}}  "
        )
        lines.append(begun + units(words, task, room - len(begun), doubtful.get(task.number, ())))
    return [line.rstrip() for line in lines]


def listed(words: Words, draft: PlanDraft, tasks: Iterable[DraftTask]) -> list[str]:
    """The same without columns, for a chat."""
    doubtful = doubts(draft)
    return [
        words.text(
            "{mark}{number}. {title} – {units}; deadline: {deadline}",
            mark=f"{DOUBT} " if task.number in doubtful else "• ",
            number=task.number,
            title=shorten(task.title, 60),
            units=units(words, task, 60, doubtful.get(task.number, ())),
            deadline=deadline(words, task.deadline, draft.year, 60),
        )
        for task in tasks
    ]


def doubts(draft: PlanDraft) -> dict[str, set[str]]:
    """The tasks of which something is asked that may be read wrongly, and of which part: products and days off may not.

    The part is "lead", "coordinating" or "monitoring" where units are asked about.
    """
    found: dict[str, set[str]] = {}
    for each in draft.questions:
        for number in (each.task, *each.rows) if each.code not in _NO_DOUBT else ():
            if number:
                found.setdefault(number, set()).add(str(each.fields.get("part", "")))
    return found


def cut(text: str, room: int) -> str:
    """The text on one line, no longer than there is room for, cut at a letter."""
    line = " ".join(text.split()).rstrip(" .;,")
    return line if len(line) <= room else f"{line[: max(room - 1, 0)].rstrip(' .,;:(“')}…"


def deadline(words: Words, said: Deadline, year: int, room: int) -> str:
    """The words of the plan → what they are read as; the words give way where there is no room for both."""
    written, reading = " ".join(said.text.split()).rstrip(" .;"), _read_as(words, said, year)
    whole = understood(words, said)
    if fold(whole) in fold(written) or (written and fold(written) in fold(whole)):
        return cut(written, room)
    left = room - len(reading) - len(" → ")
    return f"{cut(written, left) or '–'} → {reading}" if left >= _LEAST or len(written) <= left else f"→ {reading}"


def _read_as(words: Words, said: Deadline, year: int) -> str:
    days = [_day(words, due.day, year) for due in said.dues]
    if said.cadence and said.kind is Kind.RECURRING:
        return understood(words, said)
    if said.kind is Kind.RANGE and said.start and days:
        return f"{_day(words, said.start, year)}–{days[-1]}"
    if days and (said.begins or said.time):
        return f"{words.list(days)}, {hours(said)}"
    return words.list(days) if days else DOUBT


def _day(words: Words, day: date, year: int) -> str:
    return words.short_day(day) if day.year == year else words.day(day)


def units(words: Words, task: DraftTask, room: int, doubtful: Collection[str] = ()) -> str:
    """Who is read to lead, to support and to follow up, with as many of the plan's own words as there is room for."""
    support = _counted(words, task.coordinating) or (DOUBT if "coordinating" in doubtful else "")
    shown = [_counted(words, task.lead) or DOUBT]
    shown += [words.text("supporting: {units}", units=support)] if support else []
    cells = [task.lead_text, task.coordinating_text][: len(shown)]
    follows = _counted(words, task.monitoring) or (DOUBT if "monitoring" in doubtful else "")
    if follows:
        shown.append(words.text("following up: {units}", units=follows))
        cells.append(task.monitoring_text)
    left = room - len("; ".join(shown))
    for place, cell in enumerate(cells):
        said = cut(cell, left - len(": ")) if left >= _LEAST + len(": ") else ""
        if said and fold(said) != fold(shown[place]):
            shown[place] += f": {said}"
            left -= len(said) + len(": ")
    return cut("; ".join(shown), room)


def _counted(words: Words, codes: Sequence[str]) -> str:
    if len(codes) <= _FEW:
        return words.list(codes)
    return words.plural("{n} unit", "{n} units", len(codes))


def beside(words: Words, draft: PlanDraft) -> list[tuple[str, str]]:
    """For each task, what it is read as in full, and what is asked about it."""
    asked: dict[str, list[str]] = {}
    doubtful = doubts(draft)
    for each in draft.questions:
        for number in dict.fromkeys((each.task, *each.rows)):
            if number:
                asked.setdefault(number, []).append(draft_question(words, each, draft))
    return [
        (
            "\n".join(
                (
                    words.text("Lead: {text}", text=words.list(task.lead) or DOUBT),
                    words.text("Support: {text}", text=words.list(task.coordinating) or "–"),
                    *_follows(words, task, doubtful.get(task.number, ())),
                    words.text("Deadline: {text}", text=understood(words, task.deadline)),
                )
            ),
            "\n".join(asked.get(task.number, ())),
        )
        for task in draft.tasks
    ]


def _follows(words: Words, task: DraftTask, doubtful: Collection[str]) -> list[str]:
    """Who is read to follow a task up, where the plan names anybody."""
    units = words.list(task.monitoring) or (DOUBT if "monitoring" in doubtful else "–")
    return [words.text("Follow-up: {text}", text=units)] if task.monitoring_text else []
