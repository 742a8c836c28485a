"""What Nội vụ and leaders are shown: a plan in figures, one task's units rolled up, everything overdue."""

from collections.abc import Collection, Sequence
from datetime import date

from data.facts import OccurrenceFact, PlanFact, Tally, TaskFact, UnitFact
from data.model import Closing, State
from data.outbox import Outgoing
from data.workdays import Workdays
from locales import N_, Words
from locales.items import (
    CHECKINS,
    REPORTED,
    Telling,
    by_task,
    due_phrase,
    is_past,
    left_parts,
    news,
    number_of,
    standing_of,
    task_label,
    telling,
)
from locales.phrases import cite, message, names, shorten, total_line, upper_first
from locales.rows import crowd, how_to_urge, late_line, result_of

_TITLE_IN_TABLE = 45

_REPORTED = {
    "done": N_("{n} by the units"),
    "accepted": N_("{n} taken note of"),
    "lapsed": N_("{n} not objected to in time"),
    "late": N_("{n} after the deadline"),
}
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
    counts = _counts(words, total, whole=True)
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
    words: Words,
    unit: UnitFact,
    total: Tally,
    shown: Sequence[OccurrenceFact],
    missed: Sequence[OccurrenceFact],
    lapsed: Collection[int],
    today: date,
    workdays: Workdays,
) -> Outgoing:
    """How one unit stands: in figures, what is late or runs now, and the periods that closed unreported."""
    told = telling(words, today, workdays, [fact.task for fact in (*shown, *missed)])
    title = words.text("HOW {unit} STANDS – {day}", unit=unit.name.upper(), day=words.start_day(today))
    if not shown:
        return message(words.text("{unit} leads no task of the plan.", unit=unit.name), title=title)
    return message(
        words.text("In all: {counts}.", counts=_counts(words, total, whole=True)),
        *(f"• {upper_first(task_label(told, fact))}: {_share(told, fact, lapsed)}" for fact in shown),
        _periods_missed(told, missed),
        title=title,
    )


def roll_up(
    words: Words,
    task: TaskFact,
    now: Sequence[OccurrenceFact],
    lapsed: Collection[int],
    others: Sequence[tuple[str, str]],
    today: date,
    workdays: Workdays,
) -> Outgoing:
    """How many units have reported a task, what they said, and who has not; `now` are their shares of one period.

    `others` are the periods beside it that one might look at: what to call each, and the command.
    """
    told = Telling(words, today, workdays)
    name = words.period(now[0].key, now[0].ladder) if now else ""
    title = words.text(
        "HOW {task} STANDS – {day}",
        task=words.text("task {number}, {period}", number=task.number, period=name).upper()
        if name
        else words.text("task {number}", number=task.number).upper(),
        day=words.start_day(today),
    )
    alone = now[0] if len(now) == 1 else None
    return message(
        shorten(task.title),
        *([f"{alone.unit.name}: {_share(told, alone, lapsed)}."] if alone else _of_many(told, now, lapsed)),
        " · ".join(f"{what}: {command}" for what, command in others),
        title=title,
    )


def _of_many(told: Telling, now: Sequence[OccurrenceFact], lapsed: Collection[int]) -> list[str]:
    words = told.words
    reported = [fact for fact in now if fact.state in REPORTED]
    missing = [fact for fact in now if fact.state not in REPORTED]
    idle = [fact for fact in reported if fact.report and fact.report.nothing_to_report]
    told_of = [fact for fact in reported if fact not in idle]
    said = [fact for fact in told_of if fact.state is State.DONE]
    noted = [fact for fact in told_of if fact.state is State.ACCEPTED and fact.id not in lapsed]
    unopposed = [fact for fact in told_of if fact.state is State.ACCEPTED and fact.id in lapsed]
    partly = [fact for fact in missing if fact.partial]
    return [
        words.plural("{done}/{n} unit has reported.", "{done}/{n} units have reported.", len(now), done=len(reported)),
        *(_awaited(told, group, reported) for group in by_task(missing)),
        words.text("Nothing to report: {units}", units=names(words, [fact.unit for fact in idle])) if idle else "",
        *_reports(words, words.text("Reported by the units, not yet looked through:"), said),
        *_reports(words, words.text("Taken note of:"), noted),
        *_reports(words, words.text("Not objected to in time:"), unopposed),
        words.text("Reported in part:") if partly else "",
        *(f"• {fact.unit.name}: {left_parts(words, fact)}" for fact in partly),
        total_line(words, [fact.report for fact in told_of if fact.report]),
    ]


def overdue_list(
    words: Words, overdue: Sequence[OccurrenceFact], today: date, workdays: Workdays, *, may_urge: bool = False
) -> Outgoing:
    """Everything overdue, task by task with its units; who `may_urge` hears how."""
    told = telling(words, today, workdays, [fact.task for fact in overdue])
    title = words.text("OVERDUE – {day}", day=words.start_day(today))
    if not overdue:
        return message(words.text("As of {day}, no work is overdue.", day=words.weekday_day(today)), title=title)
    how = how_to_urge(told, overdue) if may_urge else ""
    return message(*(late_line(told, group) for group in by_task(overdue)), how, title=title)


def _share(told: Telling, fact: OccurrenceFact, lapsed: Collection[int]) -> str:
    """How one unit's share stands, with what was said and whether anybody has looked at it."""
    words, report = told.words, fact.report
    said = result_of(words, fact) if report and not report.nothing_to_report else news(words, fact)
    return " – ".join(filter(None, [standing_of(told, fact), said, _noted(words, fact, lapsed)]))


def _noted(words: Words, fact: OccurrenceFact, lapsed: Collection[int]) -> str:
    if fact.state is not State.ACCEPTED:
        return ""
    return words.text("not objected to in time") if fact.id in lapsed else words.text("taken note of")


def _periods_missed(told: Telling, missed: Sequence[OccurrenceFact]) -> str:
    """The tasks of each period that closed unreported: "Chưa báo kỳ: việc 1, 12 (quý I); việc 1 (quý III)."."""
    words = told.words
    by_period: dict[str, list[str]] = {}
    for fact in sorted(missed, key=lambda fact: (fact.starts_on, fact.task.id)):
        by_period.setdefault(words.period(fact.key, fact.ladder, told.today), []).append(number_of(told, fact.task))
    periods = (
        words.text("task {numbers} ({period})", numbers=words.list(numbers), period=period)
        for period, numbers in by_period.items()
    )
    return words.text("Period not reported: {periods}.", periods="; ".join(periods)) if missed else ""


def _reports(words: Words, head: str, facts: Sequence[OccurrenceFact]) -> list[str]:
    """What each unit says, under a heading; nothing where there is none."""
    lines = [f"• {fact.unit.name} – {result_of(words, fact)}" for fact in facts]
    return [head, *lines] if lines else []


def _line(words: Words, task: TaskFact, tally: Tally) -> str:
    return words.text(
        "• Task {number}: {title} – {counts}",
        number=task.number,
        title=shorten(task.title, _TITLE_IN_TABLE),
        counts=_counts(words, tally),
    )


def _counts(words: Words, tally: Tally, *, whole: bool = False) -> str:
    """The kinds that occur; "đã báo 12/34" always, with what units say apart from what has been looked through.

    Of the `whole` it says what is counted: each report that is owed, of each unit and period.
    """
    done = (
        words.text("reported {done}/{total} reports owed", done=tally.reported, total=tally.total)
        if whole
        else words.text("reported {done}/{total}", done=tally.reported, total=tally.total)
    )
    kinds = [words.text(name, n=count) for kind, name in _REPORTED.items() if (count := getattr(tally, kind))]
    if kinds:
        done = f"{done} ({words.list(kinds)})"
    counts = ((name, getattr(tally, kind)) for kind, name in _KINDS.items())
    return words.list([done, *(words.text(name, n=count) for name, count in counts if count)])


def _awaited(told: Telling, group: Sequence[OccurrenceFact], reported: Sequence[OccurrenceFact]) -> str:
    """Who has not reported, all by name; apart where Nội vụ has moved the day for some."""
    words = told.words
    units = crowd(words, [fact.unit for fact in group], [fact.unit for fact in reported])
    is_missed = group[0].ladder in CHECKINS and is_past(told, group[0])
    if is_missed or group[0].closing is Closing.UNREPORTED:
        return words.text("Period not yet reported: {units}", units=units)
    return words.text("Not yet reported ({due}): {units}", due=due_phrase(told, group[0]), units=units)
