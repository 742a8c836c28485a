"""Rows of what Nội vụ and leaders look through: late work, missed periods, reports and what they say."""

import re
from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.office import announcing
from data.talk import Act, Choice
from data.titles import shorten
from data.words import fold
from data.work.evidence import FILES
from locales import N_, Voice, Words
from locales.items import by_task, days_late, due_phrase, last_taken, news, task_label
from locales.phrases import NAMES_SHOWN, names, shortened, upper_first

# As many units are named where a count would do; and as many results of different units are told in a row.
FEW = 3
RESULTS_SHOWN = 8
NOTE_SHOWN = 200
# So many tasks may be named in one line that is typed.
NUMBERS_TYPED = 20
_COMMUNE = re.compile(r"(?:ubnd |uy ban nhan dan )?(?:phuong|xa|thi tran|dac khu) ")


def late_line(voice: Voice, group: Sequence[OccurrenceFact], *, for_leaders: bool = False) -> str:
    """A task that several units owe by the same day, with those that have not reported it, or not all of it, below.

    Those that were never reminded of it stand apart, and are not named `for_leaders`.
    """
    first = group[0]
    label = upper_first(task_label(voice, first))
    lines = [f"• {label}: {shorten(first.task.called)} ({due_phrase(voice, first)})"]
    if silent := [fact.unit for fact in group if not (fact.partial or fact.unreached)]:
        lines.append("  " + voice.text("Not yet reported: {units}", units=names(voice, silent)))
    if partly := [fact for fact in group if fact.partial]:
        left = (f"{fact.unit.name} ({left_of(voice, fact)})" for fact in partly)
        lines.append("  " + voice.text("Not yet reported in full: {units}", units=voice.list(left)))
    if lost := [fact.unit for fact in group if fact.unreached and not fact.partial]:
        lines.append("  " + upper_first(_not_reached(voice, lost, named=not for_leaders)))
    return "\n".join(lines)


def _not_reached(words: Words, units: Sequence[UnitFact], *, named: bool) -> str:
    """That units were never reminded: few by name if `named`, else their number."""
    if named and len(units) <= FEW:
        return words.text("without a chat or not reminded: {units}", units=names(words, units))
    return words.plural(
        "{n} unit without a chat or not reminded", "{n} units without a chat or not reminded", len(units)
    )


def missed_lines(
    voice: Voice,
    facts: Iterable[OccurrenceFact],
    owing: Mapping[tuple[int, str], int] | None = None,
    *,
    for_leaders: bool = False,
) -> list[str]:
    """A line for each period that has not been reported: "• Quý I (…): việc 1, 12 – 32/34 đơn vị; việc 3 – …".

    `owing` says how many units owe each, by task and key. Those that were never reminded stand apart, and are not
    named `for_leaders`.
    """
    periods: dict[str, list[Sequence[OccurrenceFact]]] = {}
    for group in by_task(facts):
        periods.setdefault(group[0].key, []).append(group)
    return [_missed_in(voice, groups, owing or {}, named=not for_leaders) for groups in periods.values()]


def _missed_in(
    voice: Voice, groups: Sequence[Sequence[OccurrenceFact]], owing: Mapping[tuple[int, str], int], *, named: bool
) -> str:
    """One period; who was never reminded stands on a line of its own, where not everybody was."""
    first = groups[0][0]
    period = voice.period(first.key, first.ladder, voice.today) or first.key
    day = voice.short_day(first.due_on) if first.due_on else ""
    fields = {"period": upper_first(period), "day": day}
    reached = _rows_of(voice, groups, owing, unreached=False, most=FEW if _all_reached(groups) else NAMES_SHOWN)
    if _all_reached(groups):
        return voice.text("• {period} (it ended on {day}): {rows}", rows=reached, **fields)
    lost = voice.text(
        "without a chat or not reminded: {units}",
        units=_rows_of(voice, groups, owing, unreached=True, most=FEW if named else 0),
    )
    if not reached:
        return voice.text("• {period} (it ended on {day}), {rows}", rows=lost, **fields)
    reminded = voice.text("• {period} (it ended on {day}), reminded: {rows}", rows=reached, **fields)
    return f"{reminded}\n  {upper_first(lost)}"


def _all_reached(groups: Iterable[Sequence[OccurrenceFact]]) -> bool:
    return not any(fact.unreached for group in groups for fact in group)


def _rows_of(
    words: Words,
    groups: Iterable[Sequence[OccurrenceFact]],
    owing: Mapping[tuple[int, str], int],
    *,
    unreached: bool,
    most: int,
) -> str:
    """Tasks with their units, those alike together; more than `most` units are counted among those that owe it."""
    by_units: dict[str, list[str]] = {}
    for group in groups:
        units = [fact.unit for fact in group if fact.unreached is unreached]
        total = max(owing.get((group[0].task.id, group[0].key), 0), len(group))
        said = words.list(unit.name for unit in units)
        if len(units) > most:
            said = words.text("{n}/{total} units", n=len(units), total=total)
        if units:
            by_units.setdefault(said, []).append(group[0].task.typed)
    rows = [
        words.text("task {numbers} – {units}", numbers=words.list(few(words, numbers)), units=units)
        for units, numbers in by_units.items()
    ]
    return "; ".join(few(words, rows))


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


def apart(words: Words, group: Sequence[OccurrenceFact], others: Sequence[UnitFact]) -> str:
    """Who has not reported, as `crowd`; on lines of their own who was reminded and who was not, where not all were."""
    reached = [fact.unit for fact in group if not fact.unreached]
    lost = [fact.unit for fact in group if fact.unreached]
    if not lost:
        return crowd(words, reached, others)
    sides = (
        (N_("Reminded: {units}"), reached, [*others, *lost]),
        (N_("Without a chat or not reminded: {units}"), lost, [*others, *reached]),
    )
    lines = (words.text(name, units=crowd(words, units, rest)) for name, units, rest in sides if units)
    return "".join(f"\n  {line}" for line in lines)


def _all_but(words: Words, units: Sequence[UnitFact], others: Sequence[UnitFact]) -> str:
    if len(units) <= FEW or len(others) * 2 > len(units):
        return words.list(unit.name for unit in units)
    if not others:
        return words.text("all of them")
    return words.text("all but {units}", units=words.list(unit.name for unit in others))


def how_to_urge(voice: Voice, overdue: Sequence[OccurrenceFact]) -> str:
    """How to urge those that are late; and how to bring it before the leaders, where they may hear of it."""
    if not overdue:
        return ""
    command = "qua han" if len({fact.task.id for fact in overdue}) > 1 else overdue[0].task.typed
    parts = [voice.text("To send an urgent reminder: {command}", command=f"don doc {command}")]
    if any(announcing.is_exception(fact, voice.today, voice.workdays) for fact in overdue):
        parts.append(voice.text("To submit to the leaders: {command}", command="trinh lanh dao"))
    return " · ".join(parts)


def reported_lines(voice: Voice, facts: Iterable[OccurrenceFact]) -> list[str]:
    """What each unit says: "• Việc 12, quý I: UBND phường Lê Lợi – không phát sinh"; of tasks alike on one line."""
    alike: dict[tuple[str, str], list[str]] = {}
    for group in by_task(facts):
        period = voice.period(group[0].key, group[0].ladder, voice.today)
        alike.setdefault((period, _results(voice, group)), []).append(group[0].task.typed)
    return [f"• {upper_first(label_of(voice, numbers, period))}: {said}" for (period, said), numbers in alike.items()]


def _results(words: Words, group: Sequence[OccurrenceFact]) -> str:
    said: dict[str, list[UnitFact]] = {}
    for fact in group:
        said.setdefault(result_of(words, fact), []).append(fact.unit)
    rows = [f"{names(words, units)} – {result}" for result, units in list(said.items())[:RESULTS_SHOWN]]
    more = sum(len(units) for units in list(said.values())[RESULTS_SHOWN:])
    rows += [words.plural("{n} other unit", "{n} other units", more)] if more else []
    return "; ".join(rows)


def label_of(words: Words, numbers: Sequence[str], period: str) -> str:
    """Tasks by their numbers, with the period where there is one: "việc 1, 12, quý I"."""
    if period:
        return words.text("task {number}, {period}", number=words.list(numbers), period=period)
    return words.text("task {number}", number=words.list(numbers))


def how_to_look(voice: Voice, answered: Sequence[OccurrenceFact]) -> str:
    """How to take note of all, and how to send one back, by the example of the first."""
    if not answered:
        return ""
    fact = by_task(answered)[0][0]
    note = voice.text("To acknowledge: {command}", command=f"ghi nhan {numbers_of(answered)}")
    one = f"tra lai {fact.task.typed} {fact.unit.code} và lý do"
    return " · ".join([note, voice.text("To send back: {command}", command=one)])


def result_of(words: Words, fact: OccurrenceFact) -> str:
    """What a report says in a few words, and that it says nothing where it does not."""
    if fact.report and fact.report.nothing_to_report:
        return words.text("no activity")
    return news(words, fact) or words.text("no result given yet")


def numbers_of(facts: Iterable[OccurrenceFact]) -> str:
    """The numbers of the tasks, in the plans' order, as one may type them: "1, 7, 12"; the first of many."""
    return typed_numbers(fact.task for fact in facts)


def typed_numbers(tasks: Iterable[TaskFact]) -> str:
    """The numbers of these tasks, as one may type them in the plans' order; the first of many."""
    by_id = {task.id: task for task in tasks}
    return ", ".join(by_id[task_id].typed for task_id in sorted(by_id)[:NUMBERS_TYPED])


def few(words: Words, parts: Sequence[str]) -> list[str]:
    """The first of many parts of a line, and how many more there are."""
    return shortened(words, parts, RESULTS_SHOWN)


def whose(words: Words, group: Sequence[OccurrenceFact], total: int) -> str:
    """Of `total` units those that have not reported, in one breath: reminded ones by name, the others apart."""
    reached = [fact.unit for fact in group if not fact.unreached]
    lost = [fact.unit for fact in group if fact.unreached]
    if not lost and len(reached) <= FEW:
        return words.list(unit.name for unit in reached)
    count = words.text("{n}/{total} units", n=len(group), total=max(total, len(group)))
    if not lost:
        return count
    not_reached = _not_reached(words, lost, named=True)
    if not reached:
        return not_reached
    reminded = words.plural(
        "{n} unit reminded: {units}", "{n} units reminded: {units}", len(reached), units=names(words, reached)
    )
    return f"{count} ({reminded}; {not_reached})"


def missing_still_taken(voice: Voice, facts: Sequence[OccurrenceFact]) -> str:
    """How many check-ins of ended periods are missing, and until when they are taken; empty where none is."""
    if not facts:
        return ""
    last = min(last_taken(voice.workdays, fact.due_on or voice.today) for fact in facts)
    return voice.plural(
        "{n} report missing, accepted until the end of {day}",
        "{n} reports missing, accepted until the end of {day}",
        len(facts),
        day=voice.short_day(last),
    )


def settled_lines(voice: Voice, facts: Iterable[OccurrenceFact]) -> list[str]:
    """What leaders heard of and what has been reported since: by whom and when, and when leaders heard of it."""
    return [_settled(voice, group) for group in by_task(facts)]


def _settled(voice: Voice, group: Sequence[OccurrenceFact]) -> str:
    first = group[0]
    label, units = upper_first(task_label(voice, first)), names(voice, [fact.unit for fact in group])
    zone = ZoneInfo(first.task.plan.zone)
    heard = max(fact.leaders_heard_at for fact in group if fact.leaders_heard_at).astimezone(zone)
    done = max(fact.report.at for fact in group if fact.report).astimezone(zone).date()
    late = days_late(voice.workdays, first.due_on, done) if first.due_on else 0
    when = voice.plural("{day}, {n} working day late", "{day}, {n} working days late", late, day=voice.day(done))
    return voice.text(
        "• {task}: {units} – reported on {day} (submitted to the leaders on {heard})",
        task=label,
        units=units,
        day=when if late else voice.day(done),
        heard=voice.day(heard.date()),
    )


def difficulty_lines(voice: Voice, facts: Iterable[OccurrenceFact]) -> list[str]:
    """What units said is in their way."""
    return [
        f"• {upper_first(task_label(voice, fact))}: {fact.unit.name} – “{shorten(fact.difficulty.note, NOTE_SHOWN)}”"
        for fact in facts
        if fact.difficulty
    ]


def urging_choices(voice: Voice, overdue: Sequence[OccurrenceFact], missed: Sequence[OccurrenceFact]) -> list[Choice]:
    """To urge what is overdue, and what is missed and still taken; to bring it before the leaders, where they may."""
    found = []
    if len({fact.task.id for fact in overdue}) > 1:
        found.append(Choice(voice.text("Urgent reminder: all overdue work"), Act("don doc", how="qua han")))
    named = filter(None, [numbers_of(overdue) if not found else "", numbers_of(missed)])
    found += [
        Choice(voice.text("Urgent reminder: task {number}", number=numbers), Act("don doc", tuple(numbers.split(", "))))
        for numbers in named
    ]
    if any(announcing.is_exception(fact, voice.today, voice.workdays) for fact in overdue):
        found.append(Choice(voice.text("Submit to the leaders"), Act("trinh lanh dao")))
    return found


def left_of(words: Words, fact: OccurrenceFact) -> str:
    """Which products of a task a unit owes still."""
    return words.text("remaining: {parts}", parts=words.list(fact.left))


def files_of(fact: OccurrenceFact) -> int:
    """How many photos and files are behind what has been reported of a share."""
    reports = (*fact.partial, fact.report) if fact.report else fact.partial
    return sum(kind in FILES for report in reports for kind, _ in report.evidence)


def to_open(words: Words, facts: Iterable[OccurrenceFact]) -> tuple[Choice, ...]:
    """A button for each of these shares that has files behind it."""
    return tuple(
        Choice(
            words.text("See evidence of task {number} – {unit}", number=fact.task.typed, unit=fact.unit.code),
            Act("xem minh chung", (fact.task.typed,), units=(fact.unit.code,), occurrence_id=fact.id),
        )
        for fact in facts
        if files_of(fact)
    )


def to_look_through(words: Words, facts: Iterable[OccurrenceFact]) -> list[Choice]:
    """For each of these reports, the soonest due first: a button to open its files, and one to take note of it."""
    return [
        choice
        for group in by_task(facts)
        for fact in group
        for choice in (*to_open(words, [fact]), _to_note(words, fact))
    ]


def _to_note(words: Words, fact: OccurrenceFact) -> Choice:
    return Choice(
        words.text("Acknowledge task {number} – {unit}", number=fact.task.typed, unit=fact.unit.code),
        Act("ghi nhan", (fact.task.typed,), units=(fact.unit.code,), occurrence_id=fact.id),
    )
