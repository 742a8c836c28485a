"""Answers about who has not reported: a task, or all that has been due or nearly is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from data.facts import OccurrenceFact, TaskFact
from data.model import Closing
from data.outgoing import Choice, Outgoing
from data.workdays import Workdays
from locales import Words
from locales.items import CHECKINS, Telling, by_task, due_phrase, in_order, task_label
from locales.phrases import message, shorten, upper_first
from locales.rows import FEW, apart, numbers_of, whose


def missing(
    words: Words,
    awaited: Sequence[OccurrenceFact],
    reported: Sequence[OccurrenceFact],
    today: date,
    workdays: Workdays,
    *,
    urge: str = "",
    named: str = "",
) -> Outgoing:
    """Who has not reported a task, period by period; `reported` are the others. `urge` is the button's command.

    `named` is the one unit that was asked about.
    """
    first = (*awaited, *reported)[0].task
    told = Telling(words, today, workdays)
    if not awaited:
        return message(_everybody(told, reported, named), title=shorten(first.title))
    text = [_unreported(told, group, reported) for group in by_task(awaited)]
    if not urge:
        return message(*text, title=shorten(first.title))
    count = len({fact.unit.id for fact in awaited})
    label = words.plural("Urge {n} unit", "Urge {n} units", count)
    how = words.text("To urge: {command}", command=urge)
    return Outgoing(shorten(first.title), "\n".join([*text, how]), (Choice(label, urge),))


def with_periods(words: Words, card: Outgoing, around: Sequence[tuple[str, str]]) -> Outgoing:
    """A card, and under it how to see the periods `around`: what each is called, and the command."""
    line = " · ".join(f"{name}: {words.typed(command)}" for name, command in around)
    return replace(card, text=f"{card.text}\n{line}") if line else card


def nothing_awaited(words: Words, task: TaskFact) -> Outgoing:
    """That no report of a task is awaited."""
    return message(
        words.text("No report of task {number} is awaited now.", number=task.typed), title=shorten(task.title)
    )


def missing_in_all(
    told: Telling,
    shown: Sequence[OccurrenceFact],
    near: Sequence[OccurrenceFact],
    next_due: Sequence[OccurrenceFact],
    owing: Mapping[tuple[int, str], int],
    *,
    about: str = "",
    behind: Sequence[str] = (),
) -> Outgoing:
    """What has not been reported, by period and day: the tasks, and how many units owe them; who they are where few.

    `near` are those that may be urged. Where nothing is shown, what of `next_due` falls due first is named. `about`
    is what was asked about, `behind` what of it one types behind a number.
    """
    words = told.words
    title = words.text("NOT REPORTED – {day}", day=words.start_day(told.today))
    if not shown:
        nothing = words.text("No report that has been due, or is due within five working days, is missing.")
        if about:
            nothing = words.text("{what}: no report is missing.", what=upper_first(about))
        return message(nothing, _next(told, next_due) if not about else "", title=title)
    alone = bool(behind) and len({fact.unit.id for fact in shown}) == 1
    lines = [_row(told, groups, owing, alone=alone) for groups in _by_day(shown)]
    number = in_order(shown)[0].task.typed
    see = words.text("To see one task: {command}", command=" ".join(["chua bao", number, *behind]))
    urge = words.text("To urge: {command}", command=" ".join(["don doc", numbers_of(near), *behind])) if near else ""
    return message(
        f"{upper_first(about)}:" if about else "", *lines, " · ".join(filter(None, [see, urge])), title=title
    )


def _by_day(facts: Sequence[OccurrenceFact]) -> list[list[list[OccurrenceFact]]]:
    """The tasks of each period and day together."""
    found: dict[tuple[str, date | None, bool], list[list[OccurrenceFact]]] = {}
    for group in by_task(facts):
        key = group[0].key if group[0].ladder in CHECKINS else str(group[0].task.id)
        found.setdefault((key, group[0].due_on, group[0].closing is None), []).append(group)
    return list(found.values())


def _row(
    told: Telling, groups: Sequence[Sequence[OccurrenceFact]], owing: Mapping[tuple[int, str], int], *, alone: bool
) -> str:
    """As "• Quý I (chưa báo kỳ): việc 1, 12 – 29/34 đơn vị; việc 3 – Phòng Văn hóa và Thông tin"."""
    words, first = told.words, groups[0][0]
    by_units: dict[str, list[str]] = {}
    for group in groups:
        total = owing.get((group[0].task.id, group[0].key), 0)
        by_units.setdefault("" if alone else _units(words, group, total), []).append(group[0].task.typed)
    rows = []
    for units, numbers in by_units.items():
        label = words.text("task {number}", number=words.list(numbers))
        rows.append(f"{label} – {units}" if units else label)
    period = words.period(first.key, first.ladder, told.today)
    closed = first.closing is Closing.UNREPORTED
    when = words.text("not reported for the period") if closed else due_phrase(told, first)
    row = "; ".join(rows)
    return f"• {upper_first(period)} ({when}): {row}" if period else f"• {upper_first(row)} ({when})"


def _units(words: Words, group: Sequence[OccurrenceFact], total: int) -> str:
    if any(fact.unreached for fact in group):
        return whose(words, group, total)
    if len(group) <= FEW:
        return words.list(fact.unit.name for fact in group)
    if total > len(group):
        return words.text("{n}/{total} units", n=len(group), total=total)
    return words.plural("{n} unit", "{n} units", len(group))


def _next(told: Telling, facts: Sequence[OccurrenceFact]) -> str:
    """What falls due first: "Gần nhất: thứ Ba, 14/03/2023, việc 1, 3, 4."."""
    if not facts:
        return ""
    day = min(fact.due_on for fact in facts if fact.due_on)
    numbers = numbers_of([fact for fact in facts if fact.due_on == day])
    return told.words.text("Due next: {day}, task {numbers}.", day=told.words.weekday_day(day), numbers=numbers)


def _everybody(told: Telling, reported: Sequence[OccurrenceFact], named: str) -> str:
    words, task = told.words, upper_first(task_label(told, reported[0]))
    if named:
        return words.text("{task}: {unit} has reported.", task=task, unit=named)
    return words.plural(
        "{task}: the unit has reported.", "{task}: all {n} units have reported.", len(reported), task=task
    )


def _unreported(told: Telling, group: Sequence[OccurrenceFact], reported: Sequence[OccurrenceFact]) -> str:
    """A period and those who have not reported it, all by name, or by those who have; apart who was not reminded."""
    words = told.words
    others = [fact.unit for fact in reported if fact.key == group[0].key]
    return _missing_of(told, group, apart(words, group, others))


def _missing_of(told: Telling, group: Sequence[OccurrenceFact], units: str) -> str:
    """How many have not reported a period, and who they are; these may begin on a line of their own."""
    words = told.words
    fields = {"task": upper_first(task_label(told, group[0])), "units": units}
    if group[0].closing is Closing.UNREPORTED:
        said = words.plural(
            "{task}: {n} unit has not reported the period: {units}",
            "{task}: {n} units have not reported the period: {units}",
            len(group),
            **fields,
        )
    else:
        said = words.plural(
            "{task}: {n} unit has not reported ({due}): {units}",
            "{task}: {n} units have not reported ({due}): {units}",
            len(group),
            due=due_phrase(told, group[0]),
            **fields,
        )
    return said.replace(" \n", "\n")
