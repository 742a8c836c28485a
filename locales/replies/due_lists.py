"""Lists of what a unit owes: within a span of days, and all that is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from data.facts import OccurrenceFact, UnitFact
from data.outgoing import Outgoing
from data.overseeing.ahead import Ahead
from data.period import Period
from data.typed.days import typed_period
from data.workdays import Workdays
from locales import N_, Words
from locales.examples import example_of
from locales.items import Telling, choices_for, in_order
from locales.phrases import message
from locales.replies import ahead
from locales.replies.own import MAX_CHOICES, listed_groups


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
