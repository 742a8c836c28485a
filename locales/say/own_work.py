"""What a unit is shown of its own work: all it owes, one task whole, what falls due within a span of days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from data.facts import OccurrenceFact, ProgressFact, TaskFact, UnitFact
from data.kinds import Part, State
from data.office.looking import Ahead
from data.period import Period
from data.talk import Outgoing
from data.titles import shorten
from locales import N_, Voice, Words
from locales.items import CHECKINS, choices_for, in_order, is_past, line, news, standing_of
from locales.phrases import (
    cite,
    deadline_read,
    message,
    names,
    part_as_typed,
    sentence,
    to_report,
    to_report_late,
    total_line,
)
from locales.say import ahead

MAX_CHOICES = 8

_OVERDUE = N_("Overdue:")
_IN_PROGRESS = N_("With a deadline:")
_BY_PERIOD = N_("Reported by period:")
_UNDATED = N_("No deadline yet:")


def my_tasks(
    voice: Voice,
    unit: UnitFact,
    owed: Sequence[OccurrenceFact],
    coordinating: Sequence[TaskFact],
    monitoring: Sequence[TaskFact] = (),
    *,
    reports: bool = True,
) -> Outgoing:
    """What a unit owes, and the numbers of what it supports or follows up; how to answer for one that `reports`."""
    listed, groups = listed_groups(voice, owed)
    paragraphs = [
        _head(voice, len(listed)),
        *groups,
        message(
            _supported(voice, coordinating),
            _monitored(voice, monitoring),
            _how_to_answer(voice, listed, reports=reports),
        ).text,
    ]
    title = voice.text("WORK OF {unit}", unit=unit.name.upper())
    return Outgoing(
        title, "\n\n".join(filter(None, paragraphs)), choices_for(voice, listed, MAX_CHOICES if reports else 0)
    )


def task_card(
    voice: Voice,
    task: TaskFact,
    mine: Sequence[OccurrenceFact],
    units: Mapping[Part, Sequence[UnitFact]],
    progress: Mapping[int, ProgressFact] = MappingProxyType({}),
    *,
    reports: bool = True,
) -> Outgoing:
    """One task whole: its text, product, agencies and deadline, and how far the asking unit has come.

    `progress` is what was said last of work under way, by Occurrence; one that `reports` is shown how.
    """
    fields = (
        (N_("Product: {text}"), " ".join(task.product.split())),
        (N_("Lead: {text}"), names(voice, units[Part.LEAD]) or task.lead_text),
        (N_("Support: {text}"), names(voice, units[Part.COORDINATING]) or task.coordinating_text),
        (N_("Follow-up: {text}"), names(voice, units.get(Part.MONITORING, ())) or task.monitoring_text),
        (N_("Deadline in the plan: {text}"), deadline_read(voice, task.deadline)),
    )
    card = message(
        sentence(" ".join(task.title.split())),
        *(voice.text(name, text=text) for name, text in fields if text),
        *(line for fact in mine for line in (share(voice, fact), progress_line(voice, fact, progress.get(fact.id)))),
        total_line(voice, [fact.report for fact in mine if fact.report]),
        _by_part(voice, mine) if reports else "",
        title=voice.text("TASK {number} – {plan}", number=task.typed, plan=cite(voice, task.plan)),
    )
    return replace(card, choices=choices_for(voice, mine, MAX_CHOICES if reports else 0))


def _by_part(voice: Voice, mine: Sequence[OccurrenceFact]) -> str:
    """That the products of a task can be reported one by one, by the example of one that is owed."""
    for fact in mine:
        if len(fact.left) > 1 and fact.state is State.OPEN:
            command = f"xong {fact.task.typed} {part_as_typed(fact.left[0])}"
            return voice.text("To report one product alone, type: {command}", command=command)
    return ""


def _head(voice: Voice, count: int) -> str:
    day = voice.weekday_day(voice.today)
    if not count:
        return voice.text("As of {day}, no report is outstanding.", day=day)
    return voice.plural(
        "As of {day}, {n} report is outstanding.", "As of {day}, {n} reports are outstanding.", count, day=day
    )


def listed_groups(voice: Voice, facts: Iterable[OccurrenceFact]) -> tuple[list[OccurrenceFact], list[str]]:
    """What is owed in the order of its list, and the list: a paragraph for what is overdue, in progress and so on."""
    groups = _groups(voice, facts)
    paragraphs = [
        "\n".join([voice.text(name), *(line(voice, fact) for fact in found)]) for name, found in groups.items()
    ]
    return [fact for found in groups.values() for fact in found], paragraphs


def _groups(voice: Voice, facts: Iterable[OccurrenceFact]) -> dict[str, list[OccurrenceFact]]:
    groups: dict[str, list[OccurrenceFact]] = {_OVERDUE: [], _IN_PROGRESS: [], _BY_PERIOD: [], _UNDATED: []}
    for fact in in_order(facts):
        groups[_group_of(voice, fact)].append(fact)
    return {name: found for name, found in groups.items() if found}


def _group_of(voice: Voice, fact: OccurrenceFact) -> str:
    if fact.ladder in CHECKINS:
        return _BY_PERIOD
    if fact.due_on is None:
        return _UNDATED
    return _OVERDUE if is_past(voice, fact) else _IN_PROGRESS


def _supported(voice: Voice, coordinating: Sequence[TaskFact]) -> str:
    if not coordinating:
        return ""
    numbers = voice.list(task.typed for task in coordinating)
    return voice.text("Supporting: task {numbers}.", numbers=numbers)


def _monitored(voice: Voice, monitoring: Sequence[TaskFact]) -> str:
    if not monitoring:
        return ""
    return voice.text("Following up: task {numbers}.", numbers=voice.list(task.typed for task in monitoring))


def _how_to_answer(voice: Voice, listed: Sequence[OccurrenceFact], *, reports: bool) -> str:
    if not listed:
        return ""
    reply = voice.text("Reply: {command}", command=to_report(listed[0])) if reports else ""
    details = voice.text("Details: {command}", command=f"viec {listed[0].task.typed}")
    return " · ".join(filter(None, [reply, details]))


def share(voice: Voice, fact: OccurrenceFact) -> str:
    """One date or period of the asking unit: "UBND phường Lê Lợi, quý I: đã báo …"."""
    who = voice.list(filter(None, [fact.unit.name, voice.period(fact.key, fact.ladder, voice.today)]))
    return f"{who}: " + " – ".join(filter(None, [standing_of(voice, fact), news(voice, fact)]))


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


def due_list(voice: Voice, unit: UnitFact, due: Due, *, reports: bool = True) -> Outgoing:
    """What a unit owes within a span of days; buttons for one that `reports`."""
    head = [_days(voice, due.span, due.days, nothing=not (due.owed or due.later))]
    title = voice.text(_TITLES[due.span], unit=unit.name.upper())
    listed = _listed(voice, title, head, due.owed)
    if due.later:
        listed = replace(listed, text=f"{listed.text}\n\n{ahead.later(voice, due.later)}")
    return listed if reports else replace(listed, choices=())


def _days(voice: Voice, span: Span, days: Period, *, nothing: bool) -> str:
    """Of which days the list is, or that nothing falls due in them."""
    last = voice.weekday_day(days.last)
    if days.start == days.last:
        said = N_("Nothing is due on {day}.") if nothing else N_("Due on {day}:")
    elif days.start == voice.today:
        said = _NOTHING[span] if nothing else N_("By {day}:")
    else:
        said = N_("Nothing is due from {start} to {day}.") if nothing else N_("Due from {start} to {day}:")
    return voice.text(said, day=last, start=voice.weekday_day(days.start))


def left_list(
    voice: Voice,
    unit: UnitFact,
    owed: Sequence[OccurrenceFact],
    missed: Sequence[OccurrenceFact],
    done: int,
    *,
    reports: bool = True,
) -> Outgoing:
    """Everything a unit owes still, the periods it missed, and how much it has reported; buttons if it `reports`."""
    head = voice.text(
        "As of {day}: {done} reported, {left} left.", day=voice.weekday_day(voice.today), done=done, left=len(owed)
    )
    if missed and not owed:
        head = voice.plural(
            "As of {day}, nothing remains to be reported; {n} report was missed.",
            "As of {day}, nothing remains to be reported; {n} reports were missed.",
            len(missed),
            day=voice.weekday_day(voice.today),
        )
    title = voice.text("REMAINING WORK OF {unit}", unit=unit.name.upper())
    listed = _listed(voice, title, [head, _missed(voice, missed, reports=reports)], owed)
    return listed if reports else replace(listed, choices=())


def _missed(voice: Voice, missed: Sequence[OccurrenceFact], *, reports: bool) -> str:
    """The tasks of each period that ended without a report, and how to report one late."""
    if not missed:
        return ""
    by_period = dict[str, list[str]]()
    for fact in in_order(missed):
        by_period.setdefault(voice.period(fact.key, fact.ladder, voice.today), []).append(fact.task.typed)
    periods = (
        voice.text("task {numbers} ({period})", numbers=voice.list(numbers), period=period)
        for period, numbers in by_period.items()
    )
    said = voice.text("Not reported for the period: {tasks}.", tasks="; ".join(periods))
    last = in_order(missed)[-1]
    command = to_report_late(last)
    return message(
        said, voice.text("To report one late, type, for example: {command}", command=command) if reports else ""
    ).text


def _listed(voice: Voice, title: str, head: Sequence[str], facts: Sequence[OccurrenceFact]) -> Outgoing:
    listed, paragraphs = listed_groups(voice, facts)
    return Outgoing(title, "\n\n".join(filter(None, [*head, *paragraphs])), choices_for(voice, listed, MAX_CHOICES))
