"""What Nội vụ and leaders are shown: a plan in figures, one task's units rolled up, everything overdue."""

from collections.abc import Sequence
from datetime import date

from data.facts import OccurrenceFact, PlanFact, Tally, TaskFact, UnitFact
from data.model import State
from data.outbox import Outgoing
from data.workdays import Workdays
from locales import N_, Words
from locales.items import (
    CHECKINS,
    Telling,
    by_task,
    due_phrase,
    is_past,
    late_line,
    left_parts,
    news,
    standing_of,
    task_label,
    telling,
)
from locales.phrases import cite, message, names, shorten, total_line, upper_first

_TITLE_IN_TABLE = 45

_KINDS = {
    "waiting": N_("{n} not yet due"),
    "overdue": N_("{n} overdue"),
    "unreported": N_("{n} not reported for the period"),
    "undated": N_("{n} without a deadline"),
    "ahead": N_("{n} still to come"),
}


def summary(
    words: Words,
    plan: PlanFact,
    total: Tally,
    tallies: Sequence[tuple[TaskFact, Tally]],
    today: date,
    period: str = "",
) -> Outgoing:
    """How a plan stands on a day, as a whole and task by task; of a `period` where one is named."""
    counts = _counts(words, total)
    commands = ["qua han", *(f"tinh hinh {task.number}" for task, _ in tallies[:1])]
    return message(
        words.text("{plan}: {title}.", plan=upper_first(cite(words, plan, dated=True)), title=shorten(plan.title)),
        words.text("Due in {period}: {counts}.", period=period, counts=counts)
        if period
        else words.text("In all: {counts}.", counts=counts),
        *(_line(words, task, tally) for task, tally in tallies),
        words.text("More: {commands}", commands=" · ".join(commands)),
        title=words.text("HOW THINGS STAND – {day}", day=words.start_day(today)),
    )


def unit_summary(
    words: Words, unit: UnitFact, total: Tally, shown: Sequence[OccurrenceFact], today: date, workdays: Workdays
) -> Outgoing:
    """How one unit stands: in figures, and what is late or runs now, task by task."""
    told = telling(words, today, workdays, [fact.task for fact in shown])
    title = words.text("HOW {unit} STANDS – {day}", unit=unit.name.upper(), day=words.start_day(today))
    if not shown:
        return message(words.text("{unit} leads no task of the plan.", unit=unit.name), title=title)
    return message(
        words.text("In all: {counts}.", counts=_counts(words, total)),
        *(
            f"• {upper_first(task_label(told, fact))}: "
            + " – ".join(filter(None, [standing_of(told, fact), news(words, fact), _noted(words, fact)]))
            for fact in shown
        ),
        title=title,
    )


def roll_up(
    words: Words,
    task: TaskFact,
    period_label: str | None,
    reported: Sequence[OccurrenceFact],
    missing: Sequence[OccurrenceFact],
    today: date,
    workdays: Workdays,
) -> Outgoing:
    """How many units have reported a task, what they said, and who has not."""
    told = Telling(words, today, workdays)
    head = words.plural(
        "{task}: {done}/{n} unit has reported.",
        "{task}: {done}/{n} units have reported.",
        len(reported) + len(missing),
        task=upper_first(_label(words, task, period_label)),
        done=len(reported),
    )
    idle = [fact.unit for fact in reported if fact.report and fact.report.nothing_to_report]
    said = [fact for fact in reported if fact.unit not in idle and fact.state is State.DONE]
    noted = [fact for fact in reported if fact.unit not in idle and fact.state is State.ACCEPTED]
    partly = [fact for fact in missing if fact.partial]
    return message(
        head,
        *(_awaited(told, group) for group in by_task(missing)),
        words.text("Nothing to report: {units}", units=names(words, idle)) if idle else "",
        *_reports(words, words.text("Reported by the units, not yet looked through:"), said),
        *_reports(words, words.text("Taken note of:"), noted),
        words.text("Reported in part:") if partly else "",
        *(f"• {fact.unit.name}: {left_parts(words, fact)}" for fact in partly),
        total_line(words, [fact.report for fact in said if fact.report]),
        title=shorten(task.title),
    )


def overdue_list(words: Words, overdue: Sequence[OccurrenceFact], today: date, workdays: Workdays) -> Outgoing:
    """Everything overdue, task by task with its units."""
    told = telling(words, today, workdays, [fact.task for fact in overdue])
    title = words.text("OVERDUE – {day}", day=words.start_day(today))
    if not overdue:
        return message(words.text("As of {day}, no work is overdue.", day=words.weekday_day(today)), title=title)
    return message(*(late_line(told, group) for group in by_task(overdue)), title=title)


def _noted(words: Words, fact: OccurrenceFact) -> str:
    return words.text("taken note of") if fact.state is State.ACCEPTED else ""


def _reports(words: Words, head: str, facts: Sequence[OccurrenceFact]) -> list[str]:
    """What each unit says, under a heading; nothing where there is none."""
    lines = [" – ".join(filter(None, [f"• {fact.unit.name}", news(words, fact)])) for fact in facts]
    return [head, *lines] if lines else []


def _line(words: Words, task: TaskFact, tally: Tally) -> str:
    return words.text(
        "• Task {number}: {title} – {counts}",
        number=task.number,
        title=shorten(task.title, _TITLE_IN_TABLE),
        counts=_counts(words, tally),
    )


def _counts(words: Words, tally: Tally) -> str:
    """The kinds that occur; "đã báo 12/34" always, with what units say apart from what has been looked through."""
    done = words.text("reported {done}/{total}", done=tally.reported, total=tally.total)
    if tally.reported:
        kinds = [words.text("{n} by the units", n=tally.done)] if tally.done else []
        kinds += [words.text("{n} taken note of", n=tally.accepted)] if tally.accepted else []
        done = f"{done} ({words.list(kinds)})"
    counts = ((name, getattr(tally, kind)) for kind, name in _KINDS.items())
    return words.list([done, *(words.text(name, n=count) for name, count in counts if count)])


def _label(words: Words, task: TaskFact, period: str | None) -> str:
    if period:
        return words.text("task {number}, {period}", number=task.number, period=period)
    return words.text("task {number}", number=task.number)


def _awaited(told: Telling, group: Sequence[OccurrenceFact]) -> str:
    """Who has not reported, all by name; apart where Nội vụ has moved the day for some."""
    units = names(told.words, [fact.unit for fact in group], limit=len(group))
    if group[0].ladder in CHECKINS and is_past(told, group[0]):
        return told.words.text("Period not yet reported: {units}", units=units)
    return told.words.text("Not yet reported ({due}): {units}", due=due_phrase(told, group[0]), units=units)
