"""Rows of what Nội vụ and leaders look through: late work, missed periods, reports and what they say."""

import re
from collections.abc import Iterable, Mapping, Sequence

from data.facts import OccurrenceFact, UnitFact
from data.overseeing import leading
from data.text import fold
from locales import N_, Words
from locales.items import Telling, by_task, due_phrase, news, number_of, task_label
from locales.phrases import NAMES_SHOWN, names, shorten, upper_first

# As many units are named where a count would do; and as many results of different units are told in a row.
FEW = 3
RESULTS_SHOWN = 8
_COMMUNE = re.compile(r"(?:ubnd |uy ban nhan dan )?(?:phuong|xa|thi tran|dac khu) ")


def late_line(told: Telling, group: Sequence[OccurrenceFact]) -> str:
    """A task that several units owe by the same day, with those that have not reported it, or not all of it, below."""
    words, first = told.words, group[0]
    label = upper_first(task_label(told, first))
    lines = [f"• {label}: {shorten(first.task.title)} ({due_phrase(told, first)})"]
    if silent := [fact.unit for fact in group if not fact.partial]:
        lines.append("  " + words.text("Not yet reported: {units}", units=names(words, silent)))
    if partly := [fact for fact in group if fact.partial]:
        left = (f"{fact.unit.name} ({_left(words, fact)})" for fact in partly)
        lines.append("  " + words.text("Not yet reported in full: {units}", units=words.list(left)))
    return "\n".join(lines)


def missed_lines(
    told: Telling, facts: Iterable[OccurrenceFact], owing: Mapping[tuple[int, str], int] | None = None
) -> list[str]:
    """A line for each period that has not been reported: "• Quý I (…): việc 1, 12 – 32/34 đơn vị; việc 3 – …".

    `owing` says how many units owe each, by task and key.
    """
    periods: dict[str, list[Sequence[OccurrenceFact]]] = {}
    for group in by_task(facts):
        periods.setdefault(group[0].key, []).append(group)
    return [_missed_in(told, groups, owing or {}) for groups in periods.values()]


def _missed_in(told: Telling, groups: Sequence[Sequence[OccurrenceFact]], owing: Mapping[tuple[int, str], int]) -> str:
    words, first = told.words, groups[0][0]
    by_units: dict[str, list[str]] = {}
    for group in groups:
        total = owing.get((group[0].task.id, group[0].key), len(group))
        by_units.setdefault(_whose(words, [fact.unit for fact in group], total), []).append(
            number_of(told, group[0].task)
        )
    rows = "; ".join(
        words.text("task {numbers} – {units}", numbers=words.list(numbers), units=units)
        for units, numbers in by_units.items()
    )
    period = words.period(first.key, first.ladder, told.today) or first.key
    day = words.short_day(first.due_on) if first.due_on else ""
    return words.text("• {period} (it ended on {day}): {rows}", period=upper_first(period), day=day, rows=rows)


def crowd(words: Words, units: Sequence[UnitFact], others: Iterable[UnitFact] = ()) -> str:
    """Units all by name; of many, offices and communes apart, and nearly all of them by the `others` that are not."""
    if len(units) <= NAMES_SHOWN + 1:
        return names(words, units)
    sides = []
    beside = list(others)
    for is_commune, kind in ((False, N_("{n} offices")), (True, N_("{n} wards and communes"))):
        mine = [unit for unit in units if bool(_COMMUNE.match(fold(unit.name))) is is_commune]
        rest = [unit for unit in beside if bool(_COMMUNE.match(fold(unit.name))) is is_commune]
        if mine:
            sides.append(f"{words.text(kind, n=len(mine))} ({_all_but(words, mine, rest)})")
    return "; ".join(sides)


def _all_but(words: Words, units: Sequence[UnitFact], others: Sequence[UnitFact]) -> str:
    if len(units) <= FEW or len(others) * 2 > len(units):
        return words.list(unit.name for unit in units)
    if not others:
        return words.text("all of them")
    return words.text("all but {units}", units=words.list(unit.name for unit in others))


def how_to_urge(told: Telling, overdue: Sequence[OccurrenceFact]) -> str:
    """How to urge those that are late; and how to bring it before the leaders, where they may hear of it."""
    if not overdue:
        return ""
    words = told.words
    command = "qua han" if len({fact.task.id for fact in overdue}) > 1 else number_of(told, overdue[0].task)
    parts = [words.text("To urge: {command}", command=f"don doc {command}")]
    if any(leading.is_exception(fact, told.today, told.workdays) for fact in overdue):
        parts.append(words.text("To bring before the leaders: {command}", command="trinh lanh dao"))
    return " · ".join(parts)


def reported_lines(told: Telling, facts: Iterable[OccurrenceFact]) -> list[str]:
    """What each unit says: "• Việc 12, quý I: UBND phường Lê Lợi – không phát sinh"; of tasks alike on one line."""
    words = told.words
    alike: dict[tuple[str, str], list[str]] = {}
    for group in by_task(facts):
        period = words.period(group[0].key, group[0].ladder, told.today)
        alike.setdefault((period, _results(words, group)), []).append(number_of(told, group[0].task))
    return [f"• {upper_first(_label(words, numbers, period))}: {said}" for (period, said), numbers in alike.items()]


def _results(words: Words, group: Sequence[OccurrenceFact]) -> str:
    said: dict[str, list[UnitFact]] = {}
    for fact in group:
        said.setdefault(result_of(words, fact), []).append(fact.unit)
    rows = [f"{names(words, units)} – {result}" for result, units in list(said.items())[:RESULTS_SHOWN]]
    more = sum(len(units) for units in list(said.values())[RESULTS_SHOWN:])
    rows += [words.plural("{n} other unit", "{n} other units", more)] if more else []
    return "; ".join(rows)


def _label(words: Words, numbers: Sequence[str], period: str) -> str:
    if period:
        return words.text("task {number}, {period}", number=words.list(numbers), period=period)
    return words.text("task {number}", number=words.list(numbers))


def how_to_look(told: Telling, answered: Sequence[OccurrenceFact]) -> str:
    """How to take note of all, and how to send one back, by the example of the first."""
    if not answered:
        return ""
    fact = by_task(answered)[0][0]
    note = told.words.text("To take note: {command}", command=f"ghi nhan {numbers_of(told, answered)}")
    one = f"tra lai {number_of(told, fact.task)} {fact.unit.code} thieu so van ban"
    return " · ".join([note, told.words.text("To send back: {command}", command=one)])


def result_of(words: Words, fact: OccurrenceFact) -> str:
    """What a report says in a few words, and that it says nothing where it does not."""
    if fact.report and fact.report.nothing_to_report:
        return words.text("nothing to report")
    return news(words, fact) or words.text("no result given yet")


def numbers_of(told: Telling, facts: Iterable[OccurrenceFact]) -> str:
    """The numbers of the tasks, in the plans' order, as one may type them: "1, 7, 12"."""
    tasks = {fact.task.id: fact.task for fact in facts}
    return ", ".join(number_of(told, tasks[task_id]) for task_id in sorted(tasks))


def _whose(words: Words, units: Sequence[UnitFact], total: int) -> str:
    if len(units) <= FEW:
        return words.list(unit.name for unit in units)
    return words.text("{n}/{total} units", n=len(units), total=max(total, len(units)))


def _left(words: Words, fact: OccurrenceFact) -> str:
    return words.text("still owed: {parts}", parts=words.list(fact.left))
