"""What is overdue: for Nội vụ and leaders task by task with its units; for a unit its own, with the buttons."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.facts import OccurrenceFact, UnitFact
from data.outgoing import Outgoing
from locales import Words
from locales.examples import to_report
from locales.items import Telling, by_task, choices_for, in_order, line
from locales.phrases import LINES_SHOWN, NAMES_SHOWN, message, upper_first
from locales.replies.own import MAX_CHOICES
from locales.replies.shares import periods_missed
from locales.rows import how_to_urge, late_line, missing_still_taken, numbers_of, urging_choices


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
