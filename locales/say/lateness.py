"""What is overdue, and who has not reported: for Nội vụ and leaders task by task, for a unit its own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.kinds import Closing
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from locales import Voice, Words
from locales.items import CHECKINS, by_task, choices_for, due_phrase, in_order, line, task_label
from locales.phrases import LINES_SHOWN, NAMES_SHOWN, message, to_report, upper_first
from locales.rows import (
    FEW,
    apart,
    how_to_urge,
    late_line,
    missing_still_taken,
    numbers_of,
    typed_numbers,
    urging_choices,
    whose,
)
from locales.say.overseeing import periods_missed
from locales.say.own_work import MAX_CHOICES


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked about, in words; empty for all."""

    numbers: Sequence[str] = ()
    whose: str = ""
    period: str = ""


# So many units are ranked by name.
_RANKED = 20


def ranking(voice: Voice, rows: Sequence[tuple[UnitFact, int, int]], period: str) -> Outgoing:
    """Units with what is overdue and the reports missing, the latest first, and the rule beside it."""
    title = voice.text("LATENESS BY UNIT – {day}", day=voice.start_day(voice.today))
    if not rows:
        return Outgoing(title, voice.text("No unit is late."))
    lines = [
        voice.text(
            "{place}. {unit}: {late} overdue, {missing} reports missing",
            place=place,
            unit=unit.name,
            late=late,
            missing=missing,
        )
        for place, (unit, late, missing) in enumerate(rows[:_RANKED], 1)
    ]
    more = voice.text("and {count} more units", count=len(rows) - _RANKED) if len(rows) > _RANKED else ""
    rule = voice.text("By what is overdue today, then by missing reports of periods that have ended.")
    return Outgoing(title, "\n".join(filter(None, [upper_first(period), *lines, more, rule])))


def overdue_list(
    voice: Voice,
    overdue: Sequence[OccurrenceFact],
    missed: Sequence[OccurrenceFact],
    own: Sequence[OccurrenceFact],
    asked: Asked,
    *,
    may_urge: bool = False,
    urge: str = "",
    units: Sequence[str] = (),
) -> Outgoing:
    """Everything overdue, task by task with its units; who `may_urge` hears how, by the command `urge` if given.

    Where `units` were named, as typed here, what is missed is urged of exactly those.
    Of what is its `own` a chat gets the buttons. `missed` are the check-ins that are no overdue work and are awaited.
    """
    urging = urging_choices(voice, overdue, missed) if may_urge and not urge else []
    title = voice.text("OVERDUE – {day}", day=voice.start_day(voice.today))
    if not overdue:
        see = voice.text("Who has not reported: {command}", command=f"chua bao {voice.list(asked.numbers)}")
        see = see if asked.numbers and not missed else ""
        said = message(_nothing(voice, asked), *missed_beside(voice, missed, may_urge=may_urge, units=units), see)
        return Outgoing(title, said.text, tuple(urging))
    groups = by_task(overdue)
    how = (
        voice.text("To send an urgent reminder: {command}", command=urge)
        if urge
        else how_to_urge(voice, overdue)
        if may_urge
        else ""
    )
    beside = missed_beside(voice, missed, may_urge=may_urge, units=units)
    text = "\n".join(
        filter(None, [*_figures(voice, groups), *(late_line(voice, group) for group in groups), how, *beside])
    )
    return Outgoing(title, text, (*urging, *choices_for(voice, in_order(own), MAX_CHOICES)))


def _figures(words: Words, groups: Sequence[Sequence[OccurrenceFact]]) -> list[str]:
    """What a long list comes to, as a whole and by the units and tasks with most; nothing over a short one."""
    if len(groups) <= LINES_SHOWN:
        return []
    facts = [fact for group in groups for fact in group]
    units = Counter(fact.unit.name for fact in facts)
    tasks = Counter(fact.task.typed for fact in facts)
    many = [(number, count) for number, count in tasks.most_common(NAMES_SHOWN) if count > 1]
    most_tasks = words.list(words.text("task {number} ({n} units)", number=number, n=count) for number, count in many)
    most_units = words.list(f"{name} ({count})" for name, count in units.most_common(NAMES_SHOWN))
    figures = {"n": len(facts), "tasks": len(tasks), "units": len(units)}
    return [
        words.text("In total: {n} reports overdue, on {tasks} tasks, from {units} units.", **figures),
        words.text("Tasks with the most: {tasks}.", tasks=most_tasks) if many else "",
        words.text("Units with the most: {units}.", units=most_units),
    ]


def missed_beside(
    voice: Voice, missed: Sequence[OccurrenceFact], *, may_urge: bool, units: Sequence[str] = ()
) -> list[str]:
    """How many check-ins of ended periods are awaited beside what is overdue; how to see them, and to urge.

    Of `units` that were named, as they are typed, it is those that are seen and urged.
    """
    if not missed:
        return []
    whom = " ".join(units)
    how = [voice.text("See: {commands}", commands=f"chua bao {whom}".strip())]
    urging = f"don doc {whom or numbers_of(missed)}"
    how += [voice.text("To send an urgent reminder: {command}", command=urging)] if may_urge else []
    return [voice.text("In addition: {things}.", things=missing_still_taken(voice, missed)), " · ".join(how)]


def own_overdue(
    voice: Voice, unit: UnitFact, overdue: Sequence[OccurrenceFact], missed: Sequence[OccurrenceFact], *, reports: bool
) -> Outgoing:
    """What a unit is late with, and the periods it has not reported; how to answer for one that `reports`."""
    today = voice.today
    listed = in_order(overdue)
    lines = [line(voice, fact) for fact in listed] or [
        voice.text("As of {day}, {unit} has no overdue work.", day=voice.weekday_day(today), unit=unit.name)
    ]
    if missed:
        lines += [periods_missed(voice, missed), voice.text("To see what is left, type: {command}", command="con lai")]
    if listed and reports:
        lines.append(voice.text("Reply: {command}", command=to_report(listed[0])))
    title = voice.text("OVERDUE WORK OF {unit}", unit=unit.name.upper())
    return Outgoing(title, "\n".join(lines), choices_for(voice, listed, MAX_CHOICES if reports else 0))


def _nothing(voice: Voice, asked: Asked) -> str:
    about = [voice.text("task {number}", number=voice.list(asked.numbers))] if asked.numbers else []
    about += filter(None, [asked.whose, asked.period])
    if about:
        return voice.text("{what}: nothing is overdue.", what=upper_first(voice.list(about)))
    return voice.text("As of {day}, no work is overdue.", day=voice.weekday_day(voice.today))


def missing(
    voice: Voice,
    awaited: Sequence[OccurrenceFact],
    reported: Sequence[OccurrenceFact],
    *,
    urge: Act | None = None,
    named: str = "",
) -> Outgoing:
    """Who has not reported a task, period by period; `reported` are the others. `urge` is what the button does.

    `named` is the one unit that was asked about.
    """
    first = (*awaited, *reported)[0].task
    if not awaited:
        return message(_everybody(voice, reported, named), title=shorten(first.called))
    text = [_unreported(voice, group, reported) for group in by_task(awaited)]
    if urge is None:
        return message(*text, title=shorten(first.called))
    count = len({fact.unit.id for fact in awaited})
    label = voice.plural("Urgent reminder: {n} unit", "Urgent reminder: {n} units", count)
    how = voice.text("To send an urgent reminder: {command}", command=urge.typed)
    return Outgoing(shorten(first.called), "\n".join([*text, how]), (Choice(label, urge),))


def with_periods(words: Words, card: Outgoing, around: Sequence[tuple[str, str]]) -> Outgoing:
    """A card, and under it how to see the periods `around`: what each is called, and the command."""
    line = " · ".join(f"{name}: {words.typed(command)}" for name, command in around)
    return replace(card, text=f"{card.text}\n{line}") if line else card


def nothing_awaited(words: Words, task: TaskFact) -> Outgoing:
    """That no report of a task is awaited."""
    return message(
        words.text("No report on task {number} is outstanding.", number=task.typed), title=shorten(task.called)
    )


def missing_in_all(
    voice: Voice,
    shown: Sequence[OccurrenceFact],
    near: Sequence[OccurrenceFact],
    next_due: Mapping[TaskFact, date],
    owing: Mapping[tuple[int, str], int],
    *,
    about: str = "",
    behind: Sequence[str] = (),
) -> Outgoing:
    """What has not been reported, by period and day: the tasks, and how many units owe them; who they are where few.

    `near` are those that may be urged. Where nothing is shown, the tasks that are `next_due` first are named. `about`
    is what was asked about, `behind` what of it one types behind a number.
    """
    title = voice.text("NOT REPORTED – {day}", day=voice.start_day(voice.today))
    if not shown:
        nothing = voice.text("No report that was due, or falls due within five working days, is missing.")
        if about:
            nothing = voice.text("{what}: no report is missing.", what=upper_first(about))
        return message(nothing, _next(voice, next_due) if not about else "", title=title)
    alone = bool(behind) and len({fact.unit.id for fact in shown}) == 1
    lines = [_row(voice, groups, owing, alone=alone) for groups in _by_day(shown)]
    number = in_order(shown)[0].task.typed
    see = voice.text("To see one task: {command}", command=" ".join(["chua bao", number, *behind]))
    urge = (
        voice.text("To send an urgent reminder: {command}", command=" ".join(["don doc", numbers_of(near), *behind]))
        if near
        else ""
    )
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
    voice: Voice, groups: Sequence[Sequence[OccurrenceFact]], owing: Mapping[tuple[int, str], int], *, alone: bool
) -> str:
    """As "• Quý I (chưa báo kỳ): việc 1, 12 – 29/34 đơn vị; việc 3 – Phòng Văn hóa và Thông tin"."""
    first = groups[0][0]
    by_units: dict[str, list[str]] = {}
    for group in groups:
        total = owing.get((group[0].task.id, group[0].key), 0)
        by_units.setdefault("" if alone else _units(voice, group, total), []).append(group[0].task.typed)
    rows = []
    for units, numbers in by_units.items():
        label = voice.text("task {number}", number=voice.list(numbers))
        rows.append(f"{label} – {units}" if units else label)
    period = voice.period(first.key, first.ladder, voice.today)
    closed = first.closing is Closing.UNREPORTED
    when = voice.text("not reported for the period") if closed else due_phrase(voice, first)
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


def _next(voice: Voice, due: Mapping[TaskFact, date]) -> str:
    """What falls due first: "Gần nhất: thứ Ba, 14/03/2023, việc 1, 3, 4."."""
    if not due:
        return ""
    day = min(due.values())
    numbers = typed_numbers(task for task in due if due[task] == day)
    return voice.text("Due next: {day}, task {numbers}.", day=voice.weekday_day(day), numbers=numbers)


def _everybody(voice: Voice, reported: Sequence[OccurrenceFact], named: str) -> str:
    task = upper_first(task_label(voice, reported[0]))
    if named:
        return voice.text("{task}: {unit} has reported.", task=task, unit=named)
    return voice.plural(
        "{task}: the unit has reported.", "{task}: all {n} units have reported.", len(reported), task=task
    )


def _unreported(voice: Voice, group: Sequence[OccurrenceFact], reported: Sequence[OccurrenceFact]) -> str:
    """A period and those who have not reported it, all by name, or by those who have; apart who was not reminded."""
    others = [fact.unit for fact in reported if fact.key == group[0].key]
    return _missing_of(voice, group, apart(voice, group, others))


def _missing_of(voice: Voice, group: Sequence[OccurrenceFact], units: str) -> str:
    """How many have not reported a period, and who they are; these may begin on a line of their own."""
    fields = {"task": upper_first(task_label(voice, group[0])), "units": units}
    if group[0].closing is Closing.UNREPORTED:
        said = voice.plural(
            "{task}: {n} unit has not reported the period: {units}",
            "{task}: {n} units have not reported the period: {units}",
            len(group),
            **fields,
        )
    else:
        said = voice.plural(
            "{task}: {n} unit has not reported ({due}): {units}",
            "{task}: {n} units have not reported ({due}): {units}",
            len(group),
            due=due_phrase(voice, group[0]),
            **fields,
        )
    return said.replace(" \n", "\n")
