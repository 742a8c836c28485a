"""What a unit is shown of its own work: all it owes, one task whole, what falls due within a span of days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from data.facts import OccurrenceFact, ProgressFact, TaskFact, UnitFact
from data.kinds import Part, State
from data.office.looking import Ahead
from data.period import Period
from data.talk import Outgoing
from data.typed.days import typed_period
from data.workdays import Workdays
from locales import N_, Words
from locales.examples import example_of, part_as_typed, to_report
from locales.items import CHECKINS, Telling, choices_for, in_order, is_past, line, news, standing_of
from locales.phrases import cite, deadline_read, message, names, sentence, shorten, total_line
from locales.say import ahead

MAX_CHOICES = 8

_OVERDUE = N_("Overdue:")
_IN_PROGRESS = N_("In progress:")
_BY_PERIOD = N_("Reported by period:")
_UNDATED = N_("No deadline yet:")


def my_tasks(
    words: Words,
    unit: UnitFact,
    owed: Sequence[OccurrenceFact],
    coordinating: Sequence[TaskFact],
    today: date,
    workdays: Workdays,
    *,
    reports: bool = True,
) -> Outgoing:
    """What a unit still owes, grouped, and the tasks it supports, by number; how to answer for one that `reports`."""
    told = Telling(words, today, workdays)
    listed, groups = listed_groups(told, owed)
    paragraphs = [
        _head(told, len(listed)),
        *groups,
        message(_supported(told, coordinating), _how_to_answer(told, listed, reports=reports)).text,
    ]
    title = words.text("WORK OF {unit}", unit=unit.name.upper())
    return Outgoing(
        title, "\n\n".join(filter(None, paragraphs)), choices_for(told, listed, MAX_CHOICES if reports else 0)
    )


def task_card(
    words: Words,
    task: TaskFact,
    mine: Sequence[OccurrenceFact],
    units: Mapping[Part, Sequence[UnitFact]],
    today: date,
    workdays: Workdays,
    progress: Mapping[int, ProgressFact] = MappingProxyType({}),
    *,
    reports: bool = True,
) -> Outgoing:
    """One task whole: its text, product, agencies and deadline, and how far the asking unit has come.

    `progress` is what was said last of work under way, by Occurrence; one that `reports` is shown how.
    """
    told = Telling(words, today, workdays)
    fields = (
        (N_("Product: {text}"), " ".join(task.product.split())),
        (N_("Lead: {text}"), names(words, units[Part.LEAD]) or task.lead_text),
        (N_("Support: {text}"), names(words, units[Part.COORDINATING]) or task.coordinating_text),
        (N_("Deadline in the plan: {text}"), deadline_read(words, task.deadline)),
    )
    card = message(
        sentence(" ".join(task.title.split())),
        *(words.text(name, text=text) for name, text in fields if text),
        *(line for fact in mine for line in (share(told, fact), progress_line(words, fact, progress.get(fact.id)))),
        total_line(words, [fact.report for fact in mine if fact.report]),
        _by_part(told, mine) if reports else "",
        title=words.text("TASK {number} – {plan}", number=task.typed, plan=cite(words, task.plan)),
    )
    return replace(card, choices=choices_for(told, mine, MAX_CHOICES if reports else 0))


def _by_part(told: Telling, mine: Sequence[OccurrenceFact]) -> str:
    """That the products of a task can be reported one by one, by the example of one that is owed."""
    for fact in mine:
        if len(fact.left) > 1 and fact.state is State.OPEN:
            command = f"xong {fact.task.typed} {part_as_typed(fact.left[0])}"
            return told.words.text("To report one product alone, type: {command}", command=command)
    return ""


def _head(told: Telling, count: int) -> str:
    words, day = told.words, told.words.weekday_day(told.today)
    if not count:
        return words.text("As of {day}, no report is awaited.", day=day)
    return words.plural("As of {day}, {n} report is awaited.", "As of {day}, {n} reports are awaited.", count, day=day)


def listed_groups(told: Telling, facts: Iterable[OccurrenceFact]) -> tuple[list[OccurrenceFact], list[str]]:
    """What is owed in the order of its list, and the list: a paragraph for what is overdue, in progress and so on."""
    groups = _groups(told, facts)
    paragraphs = [
        "\n".join([told.words.text(name), *(line(told, fact) for fact in found)]) for name, found in groups.items()
    ]
    return [fact for found in groups.values() for fact in found], paragraphs


def _groups(told: Telling, facts: Iterable[OccurrenceFact]) -> dict[str, list[OccurrenceFact]]:
    groups: dict[str, list[OccurrenceFact]] = {_OVERDUE: [], _IN_PROGRESS: [], _BY_PERIOD: [], _UNDATED: []}
    for fact in in_order(facts):
        groups[_group_of(told, fact)].append(fact)
    return {name: found for name, found in groups.items() if found}


def _group_of(told: Telling, fact: OccurrenceFact) -> str:
    if fact.ladder in CHECKINS:
        return _BY_PERIOD
    if fact.due_on is None:
        return _UNDATED
    return _OVERDUE if is_past(told, fact) else _IN_PROGRESS


def _supported(told: Telling, coordinating: Sequence[TaskFact]) -> str:
    if not coordinating:
        return ""
    numbers = told.words.list(task.typed for task in coordinating)
    return told.words.text("In support: tasks {numbers}.", numbers=numbers)


def _how_to_answer(told: Telling, listed: Sequence[OccurrenceFact], *, reports: bool) -> str:
    if not listed:
        return ""
    reply = told.words.text("Reply: {command}", command=to_report(listed[0])) if reports else ""
    details = told.words.text("Details: {command}", command=f"viec {listed[0].task.typed}")
    return " · ".join(filter(None, [reply, details]))


def share(told: Telling, fact: OccurrenceFact) -> str:
    """One date or period of the asking unit: "UBND phường Lê Lợi, quý I: đã báo …"."""
    who = told.words.list(filter(None, [fact.unit.name, told.words.period(fact.key, fact.ladder, told.today)]))
    return f"{who}: " + " – ".join(filter(None, [standing_of(told, fact), news(told.words, fact)]))


def progress_line(words: Words, fact: OccurrenceFact, progress: ProgressFact | None) -> str:
    """What was said last of work that is open: "Tiến độ (09:00 ngày 20/01/2023): đã xong dự thảo"; empty for others."""
    if progress is None or fact.state is not State.OPEN:
        return ""
    at = words.moment(progress.at, fact.task.plan.zone)
    if not progress.note:
        return words.text("Under way as of {at}.", at=at)
    return words.text("Progress ({at}): {note}", at=at, note=sentence(shorten(progress.note, 200)))


class Span(StrEnum):
    """Which days are asked about."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEK = "week"
    NEXT_WEEK = "next week"
    MONTH = "month"
    NEXT_MONTH = "next month"
    QUARTER = "quarter"


_TITLES = {
    Span.TODAY: N_("WORK OF {unit} TODAY"),
    Span.TOMORROW: N_("WORK OF {unit} TOMORROW"),
    Span.WEEK: N_("WORK OF {unit} THIS WEEK"),
    Span.NEXT_WEEK: N_("WORK OF {unit} NEXT WEEK"),
    Span.MONTH: N_("WORK OF {unit} THIS MONTH"),
    Span.NEXT_MONTH: N_("WORK OF {unit} NEXT MONTH"),
    Span.QUARTER: N_("WORK OF {unit} THIS QUARTER"),
}
_NOTHING = {
    Span.WEEK: N_("Nothing is due by {day}, the end of this week."),
    Span.MONTH: N_("Nothing is due by {day}, the end of this month."),
    Span.QUARTER: N_("Nothing is due by {day}, the end of this quarter."),
}


@dataclass(frozen=True, slots=True)
class Due:
    """The days of a span, what is owed in them, and what will be opened `later` on and fall due in them."""

    span: Span
    days: Period
    owed: Sequence[OccurrenceFact]
    later: Sequence[Ahead]


def due_list(
    words: Words, unit: UnitFact, due: Due, today: date, workdays: Workdays, *, reports: bool = True
) -> Outgoing:
    """What a unit owes within a span of days; buttons for one that `reports`."""
    head = [_days(words, due.span, due.days, today, nothing=not (due.owed or due.later))]
    title = words.text(_TITLES[due.span], unit=unit.name.upper())
    listed = _listed(words, title, head, due.owed, today, workdays)
    if due.later:
        listed = replace(listed, text=f"{listed.text}\n\n{ahead.later(words, due.later)}")
    return listed if reports else replace(listed, choices=())


def _days(words: Words, span: Span, days: Period, today: date, *, nothing: bool) -> str:
    """Of which days the list is, or that nothing falls due in them."""
    last = words.weekday_day(days.last)
    if days.start == days.last:
        said = N_("Nothing is due on {day}.") if nothing else N_("Due on {day}:")
    elif days.start == today:
        said = _NOTHING[span] if nothing else N_("By {day}:")
    else:
        said = N_("Nothing is due from {start} to {day}.") if nothing else N_("Due from {start} to {day}:")
    return words.text(said, day=last, start=words.weekday_day(days.start))


def left_list(
    words: Words,
    unit: UnitFact,
    owed: Sequence[OccurrenceFact],
    missed: Sequence[OccurrenceFact],
    done: int,
    today: date,
    workdays: Workdays,
    *,
    reports: bool = True,
) -> Outgoing:
    """Everything a unit owes still, the periods it missed, and how much it has reported; buttons if it `reports`."""
    told = Telling(words, today, workdays)
    head = words.text(
        "As of {day}: {done} reported, {left} left.", day=words.weekday_day(today), done=done, left=len(owed)
    )
    if missed and not owed:
        head = words.plural(
            "As of {day}, nothing is left that is awaited; {n} report was missed.",
            "As of {day}, nothing is left that is awaited; {n} reports were missed.",
            len(missed),
            day=words.weekday_day(today),
        )
    title = words.text("WHAT IS LEFT FOR {unit}", unit=unit.name.upper())
    listed = _listed(words, title, [head, _missed(told, missed, reports=reports)], owed, today, workdays)
    return listed if reports else replace(listed, choices=())


def _missed(told: Telling, missed: Sequence[OccurrenceFact], *, reports: bool) -> str:
    """The tasks of each period that ended without a report, and how to report one late."""
    if not missed:
        return ""
    words, by_period = told.words, dict[str, list[str]]()
    for fact in in_order(missed):
        by_period.setdefault(words.period(fact.key, fact.ladder, told.today), []).append(fact.task.typed)
    periods = (
        words.text("task {numbers} ({period})", numbers=words.list(numbers), period=period)
        for period, numbers in by_period.items()
    )
    said = words.text("Not reported for the period: {tasks}.", tasks="; ".join(periods))
    last = in_order(missed)[-1]
    command = f"xong {last.task.typed} {typed_period(last.key)} {example_of(last)}"
    return message(
        said, words.text("To report one late, type for example: {command}", command=command) if reports else ""
    ).text


def _listed(
    words: Words, title: str, head: Sequence[str], facts: Sequence[OccurrenceFact], today: date, workdays: Workdays
) -> Outgoing:
    told = Telling(words, today, workdays)
    listed, paragraphs = listed_groups(told, facts)
    return Outgoing(title, "\n\n".join(filter(None, [*head, *paragraphs])), choices_for(told, listed, MAX_CHOICES))
