"""What is overdue, and who has not reported: for Nội vụ and leaders task by task, for a unit its own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.kinds import Closing
from data.talk import Choice, Outgoing
from data.workdays import Workdays
from locales import Words
from locales.examples import to_report
from locales.items import CHECKINS, Telling, by_task, choices_for, due_phrase, in_order, line, task_label
from locales.phrases import LINES_SHOWN, NAMES_SHOWN, message, shorten, upper_first
from locales.rows import FEW, apart, how_to_urge, late_line, missing_still_taken, numbers_of, urging_choices, whose
from locales.say.overseeing import periods_missed
from locales.say.own_work import MAX_CHOICES


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked about, in words; empty for all."""

    numbers: Sequence[str] = ()
    whose: str = ""
    period: str = ""


def overdue_list(
    told: Telling,
    overdue: Sequence[OccurrenceFact],
    missed: Sequence[OccurrenceFact],
    own: Sequence[OccurrenceFact],
    asked: Asked,
    *,
    may_urge: bool = False,
    urge: str = "",
) -> Outgoing:
    """Everything overdue, task by task with its units; who `may_urge` hears how, by the command `urge` if given.

    Of what is its `own` a chat gets the buttons. `missed` are the check-ins that are no overdue work and are awaited.
    """
    words = told.words
    urging = urging_choices(told, overdue, missed) if may_urge and not urge else []
    title = words.text("OVERDUE – {day}", day=words.start_day(told.today))
    if not overdue:
        see = words.text("Who has not reported: {command}", command=f"chua bao {words.list(asked.numbers)}")
        see = see if asked.numbers and not missed else ""
        said = message(_nothing(words, asked, told.today), *missed_beside(told, missed, may_urge=may_urge), see)
        return Outgoing(title, said.text, tuple(urging))
    groups = by_task(overdue)
    how = words.text("To urge: {command}", command=urge) if urge else how_to_urge(told, overdue) if may_urge else ""
    beside = missed_beside(told, missed, may_urge=may_urge)
    text = "\n".join(
        filter(None, [*_figures(words, groups), *(late_line(told, group) for group in groups), how, *beside])
    )
    return Outgoing(title, text, (*urging, *choices_for(told, in_order(own), MAX_CHOICES)))


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
        words.text("In all: {n} reports overdue, in {tasks} tasks, of {units} units.", **figures),
        words.text("Tasks with most: {tasks}.", tasks=most_tasks) if many else "",
        words.text("Units with most: {units}.", units=most_units),
    ]


def missed_beside(told: Telling, missed: Sequence[OccurrenceFact], *, may_urge: bool) -> list[str]:
    """How many check-ins of ended periods are awaited beside what is overdue; how to see them, and to urge."""
    if not missed:
        return []
    words, numbers = told.words, numbers_of(missed)
    how = [words.text("See: {commands}", commands="chua bao")]
    how += [words.text("To urge: {command}", command=f"don doc {numbers}")] if may_urge else []
    return [words.text("Beside that: {things}.", things=missing_still_taken(told, missed)), " · ".join(how)]


def own_overdue(
    told: Telling, unit: UnitFact, overdue: Sequence[OccurrenceFact], missed: Sequence[OccurrenceFact], *, reports: bool
) -> Outgoing:
    """What a unit is late with, and the periods it has not reported; how to answer for one that `reports`."""
    words, today = told.words, told.today
    listed = in_order(overdue)
    lines = [line(told, fact) for fact in listed] or [
        words.text("As of {day}, {unit} has no overdue work.", day=words.weekday_day(today), unit=unit.name)
    ]
    if missed:
        lines += [periods_missed(told, missed), words.text("To see what is left, type: {command}", command="con lai")]
    if listed and reports:
        lines.append(words.text("Reply: {command}", command=to_report(listed[0])))
    title = words.text("OVERDUE WORK OF {unit}", unit=unit.name.upper())
    return Outgoing(title, "\n".join(lines), choices_for(told, listed, MAX_CHOICES if reports else 0))


def _nothing(words: Words, asked: Asked, today: date) -> str:
    about = [words.text("task {number}", number=words.list(asked.numbers))] if asked.numbers else []
    about += filter(None, [asked.whose, asked.period])
    if about:
        return words.text("{what}: nothing is overdue.", what=upper_first(words.list(about)))
    return words.text("As of {day}, no work is overdue.", day=words.weekday_day(today))


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
