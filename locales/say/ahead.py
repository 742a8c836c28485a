"""What is said of a period that has not begun, or in which nothing falls due: the days, and no figures."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from data import views
from data.facts import OccurrenceFact, PlanFact, TaskFact
from data.kinds import Ladder
from data.office.looking import Ahead
from data.period import Period
from data.talk import Outgoing, typed_period
from data.titles import shorten
from locales import Voice, Words
from locales.items import by_task, in_order
from locales.phrases import cite, deadline_read, message, upper_first
from locales.say.overseeing import counts, how_it_stands, share_of

# The periods that can be typed.
_TYPED_PERIOD = re.compile(r"\d{4}-(?:Q[1-4]|\d\d)", re.ASCII)


def of_plan(voice: Voice, plan: PlanFact, period: Period, ahead: Sequence[Ahead], since: date) -> Outgoing:
    """That nothing of a period of a plan, followed `since` a day, has begun; what will fall due in it, by day."""
    name = voice.period(period.key, Ladder.RECURRING)
    if ahead:
        said = [
            voice.text("{period} has not begun. Under the plan, these tasks fall due in it:", period=upper_first(name)),
            *by_day(voice, ahead),
        ]
    else:
        said = [voice.text("Under the plan, nothing falls due in {period}.", period=name), _bounds(voice, plan, period)]
        if period.last < since and period.start.year == plan.year:
            said = [_before(voice, name, since)]
    return message(
        voice.text("{plan}: {title}.", plan=upper_first(cite(voice, plan, dated=True)), title=shorten(plan.title)),
        *said,
        title=voice.text("PROGRESS – {day}", day=voice.start_day(voice.today)),
    )


def later(words: Words, ahead: Sequence[Ahead]) -> str:
    """What of a period has not begun, under the figures of the rest; empty where all has."""
    return "\n".join([words.text("Not begun yet:"), *by_day(words, ahead)]) if ahead else ""


def not_begun(voice: Voice, ahead: Sequence[Ahead], whose: str) -> Outgoing:
    """That a period or date of a task has not begun: from which day it is asked for, and by which."""
    first = ahead[0]
    name = voice.period(first.key, first.ladder, voice.today)
    who = whose or (voice.list(unit.name for unit in first.units) if len(first.units) == 1 else "")
    who = who or voice.plural("{n} unit", "{n} units", len(first.units))
    if name:
        head = voice.text("{period} has not begun; there are no figures yet.", period=upper_first(name))
    else:
        head = voice.text("Task {number} has not begun; there are no figures yet.", number=first.task.typed)
    days = (
        voice.text(
            "{units}: reports from {start}; due: {day}.",
            units=who,
            start=voice.weekday_day(each.starts_on),
            day=voice.weekday_day(each.due_on),
        )
        for each in ahead
    )
    title = how_it_stands(voice, first.task, voice.period(first.key, first.ladder))
    return message(shorten(first.task.called), head, *days, title=title)


def nothing_due(
    voice: Voice, task: TaskFact, period: Period, asked_for: Sequence[OccurrenceFact], since: date
) -> Outgoing:
    """That nothing of a task falls due in a period; by which periods it is reported, else its deadline."""
    name = voice.period(period.key, Ladder.RECURRING)
    if asked_for:
        said = voice.text(
            "Task {number} has no reporting period {period}; its periods so far: {periods}.",
            number=task.typed,
            period=name,
            periods=voice.list(voice.period(fact.key, fact.ladder) for fact in in_order(asked_for)),
        )
    else:
        said = voice.text("Task {number} does not fall due in {period}.", number=task.typed, period=name)
    return message(
        shorten(task.called),
        _before(voice, name, since) if period.last < since and period.start.year == task.plan.year else said,
        _bounds(voice, task.plan, period),
        "" if asked_for else voice.text("Deadline in the plan: {text}", text=deadline_read(voice, task.deadline)),
        title=how_it_stands(voice, task, ""),
    )


def nothing_of(words: Words, unit: str, plan: PlanFact, period: Period, since: date) -> str:
    """That nothing of a unit, or of a group, falls due in a period; or that it ended before the plan was followed."""
    name = words.period(period.key, Ladder.RECURRING)
    if period.last < since and period.start.year == plan.year:
        return _before(words, name, since)
    return words.text("Nothing of {unit} falls due in {period}.", unit=unit, period=name)


def period_by_period(
    voice: Voice,
    task: TaskFact,
    period: Period,
    begun: Sequence[OccurrenceFact],
    ahead: Sequence[Ahead],
    whose: str,
) -> Outgoing:
    """A task in a long period: each shorter one in figures, or what one unit said of it, and which have not begun."""
    today = voice.today
    lines = []
    for group in _by_key(begun):
        name = voice.period(group[0].key, group[0].ladder, today) or voice.day(group[0].due_on or today)
        if len(group) == 1:
            said = f"{'' if whose else group[0].unit.name + ' – '}{share_of(voice, group[0])}"
        else:
            said = counts(voice, views.tally(group, today, voice.workdays))
        lines.append(f"• {upper_first(name)}: {said}")
    for each in ahead:
        name = voice.period(each.key, each.ladder, today) or voice.day(each.due_on)
        lines.append(
            voice.text(
                "• {period}: not begun, reports from {start}", period=upper_first(name), start=voice.day(each.starts_on)
            )
        )
    see = next((typed_period(fact.key) for fact in begun if _TYPED_PERIOD.fullmatch(fact.key)), "")
    return message(
        shorten(task.called),
        f"{whose}:" if whose else "",
        *lines,
        voice.text("More: {commands}", commands=f"tinh hinh {task.typed} {see}") if see and not whose else "",
        title=how_it_stands(voice, task, voice.period(period.key, Ladder.RECURRING)),
    )


def _by_key(facts: Iterable[OccurrenceFact]) -> list[list[OccurrenceFact]]:
    """The shares of each period together; an extension of one unit does not part it from the others."""
    found: dict[str, list[OccurrenceFact]] = {}
    for group in by_task(facts):
        found.setdefault(group[0].key, []).extend(group)
    return list(found.values())


def by_day(words: Words, ahead: Iterable[Ahead]) -> list[str]:
    """What has not begun, day by day: "• Thứ Tư, 14/06/2023: việc 1, 3, 4 (báo từ 15/03/2023)"."""
    rows: dict[tuple[date, date], list[str]] = {}
    for each in sorted(ahead, key=lambda each: (each.due_on, each.starts_on, each.task.id)):
        rows.setdefault((each.due_on, each.starts_on), []).append(each.task.typed)
    return [
        words.text(
            "• {day}: task {numbers} (reports from {start})",
            day=words.start_day(due),
            numbers=words.list(dict.fromkeys(numbers)),
            start=words.day(start),
        )
        for (due, start), numbers in rows.items()
    ]


def _bounds(words: Words, plan: PlanFact, period: Period) -> str:
    """Of which year the plan is, where the period is of another."""
    is_within = period.start.year == plan.year
    return (
        ""
        if is_within
        else words.text("{plan} is for the year {year}.", plan=upper_first(cite(words, plan)), year=plan.year)
    )


def _before(words: Words, name: str, since: date) -> str:
    return words.text(
        "{period} ended before follow-up of the plan began ({day}).",
        period=upper_first(name),
        day=words.day(since),
    )
