"""Answers to a report: done, nothing to report, completed, taken back; and what is asked back before it counts."""

from collections.abc import Sequence
from dataclasses import replace

from data.facts import OccurrenceFact, ReportFact, UnitFact
from data.lines.several import Report
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from locales import Voice, Words
from locales.items import (
    CHECKINS,
    due_as_counted,
    due_phrase,
    is_moved,
    is_past,
    lacks_document,
    task_label,
    timing,
)
from locales.phrases import evidence, message, names, outcome, said_of, sentence, to_number, to_report, upper_first
from locales.say.talking import choose

Noted = tuple[OccurrenceFact, Sequence[str]]
"""What has been reported, and the products it was about, where others were or are owed beside them."""


def confirmed(voice: Voice, noted: Sequence[Noted]) -> Outgoing:
    """Reports have been noted: for which unit and tasks, how early or late, backed by what, by whom.

    Those of a unit for one period make one line; what is said behind all of them is said once.
    """
    facts, groups = [fact for fact, _ in noted], _groups(noted)
    said = {_said(voice, fact) for fact in facts}
    lines = []
    for group in groups:
        lines += [_first_line(voice, group), _said(voice, group[0][0]) if len(said) > 1 else ""]
    lines += [*said] if len(said) == 1 else []
    undo = tuple(
        Choice(
            voice.text("↩️ Undo task {number}", number=fact.task.typed),
            Act("bao nham", (fact.task.typed,), occurrence_id=fact.id),
        )
        for fact in facts
    )
    lines += [_to_complete(voice, facts), _to_number(voice, facts), _if_mistaken(voice, undo)]
    return Outgoing("", "\n".join(filter(None, lines)), undo)


def which_period(
    voice: Voice,
    numbers: Sequence[str],
    ended: OccurrenceFact,
    running: OccurrenceFact,
    acts: tuple[Act, Act],
    *,
    with_file: bool,
    units: Sequence[str] = (),
) -> Outgoing:
    """For which of two periods is it, where it is noted for others of these units?

    A choice cannot bring a file again, so what came with one is to be sent anew.
    """
    periods = [voice.period(fact.key, fact.ladder, voice.today) for fact in (ended, running)]
    days = [voice.day(fact.due_on) if fact.due_on else "" for fact in (ended, running)]
    first = _ended(voice, ended, period=periods[0], day=days[0])
    lines = [first, _runs(voice, running, period=periods[1], day=days[1])]
    if units:
        named = {"numbers": voice.list(numbers), "units": voice.list(units)}
        question = voice.text("Task {numbers}, {units}: which period is the report for?", **named)
    else:
        question = voice.text("Task {numbers}: which period is the report for?", numbers=voice.list(numbers))
    if with_file:
        typed = (f"• {line}: {act.typed}" for line, act in zip(lines, acts, strict=True))
        again = voice.text("Please send the file again with the line for its period.")
        return replace(message(question, *typed, again), asks="period")
    choices = [Choice(upper_first(name), act) for name, act in zip(periods, acts, strict=True)]
    return replace(choose(voice, question, choices, lines), asks="period")


def _ended(voice: Voice, fact: OccurrenceFact, **named: str) -> str:
    if fact.report is None:
        return voice.text("{period} (ended on {day}, not reported)", **named)
    if fact.report.nothing_to_report:
        return voice.text("{period} (ended on {day}, reported without activity)", **named)
    said = shorten(outcome(fact.report), 60)
    if not said:
        return voice.text("{period} (ended on {day}, reported without results)", **named)
    return voice.text("{period} (ended on {day}, reported: {note})", note=said, **named)


def _runs(voice: Voice, fact: OccurrenceFact, **named: str) -> str:
    said = shorten(outcome(fact.report), 60) if fact.report else ""
    if not said:
        return voice.text("{period} (until the end of {day})", **named)
    return voice.text("{period} (until the end of {day}, reported: {note})", note=said, **named)


def evidence_added(voice: Voice, fact: OccurrenceFact, report: ReportFact) -> Outgoing:
    """Results or evidence have been put behind a report: all that is behind it now."""
    return message(
        voice.text("Added to the report of {unit} on {task}.", unit=fact.unit.name, task=task_label(voice, fact)),
        _in_sentences(_backed(voice, report)),
    )


def corrected(voice: Voice, fact: OccurrenceFact, report: ReportFact, before: str) -> Outgoing:
    """A report says something else now, as the message says that made it: all that is behind it, and what it said."""
    unit, task = fact.unit.name, task_label(voice, fact)
    lines = [
        voice.text("The report of {unit} on {task} was corrected as the message now reads.", unit=unit, task=task),
        _in_sentences(_backed(voice, report)),
    ]
    if before:
        lines.append(voice.text("Before: {note}", note=sentence(shorten(before, 200))))
    return message(*lines)


def corrected_no_more(words: Words, fact: OccurrenceFact) -> Outgoing:
    """A message was changed whose report was taken back, or sent back, since."""
    return message(
        words.text(
            "The report that this message made on task {number} no longer stands, so the change was not taken into"
            " account.",
            number=fact.task.typed,
        ),
        ""
        if fact.report
        else words.text("To report anew, please send a new message: {command}", command=to_report(fact)),
    )


def taken_back(voice: Voice, fact: OccurrenceFact, part: str, others: Sequence[UnitFact]) -> Outgoing:
    """A report has been taken back: the task, or its product `part`, is open again, until when, how to report it.

    `others` are the lead units for which it counted too.
    """
    if part or fact.partial:
        return _part_taken_back(voice, fact, part)
    return message(
        voice.text("{unit} has taken back the report on {task}.", unit=fact.unit.name, task=task_label(voice, fact)),
        voice.text("It no longer counts for: {units}.", units=names(voice, others)) if others else "",
        voice.text(
            "Task {number} counts as not reported ({due}).", number=fact.task.typed, due=due_phrase(voice, fact)
        ),
        _when_done(voice, fact),
    )


def several(_words: Words, replies: Sequence[Outgoing]) -> Outgoing:
    """One message from several answers."""
    if len(replies) == 1:
        return replies[0]
    texts = ["\n".join(filter(None, [one.title, one.text])) for one in replies]
    asks = next((one.asks for one in replies if one.asks), "")
    return Outgoing("", "\n\n".join(texts), tuple(choice for one in replies for choice in one.choices), asks=asks)


def _part_taken_back(voice: Voice, fact: OccurrenceFact, part: str) -> Outgoing:
    fields = {"unit": fact.unit.name, "task": task_label(voice, fact)}
    return message(
        voice.text("{unit} has taken back the report on “{part}” of {task}.", part=part, **fields)
        if part
        else voice.text("{unit} has taken back the report on {task}.", **fields),
        voice.text(
            "Still to be reported: {parts} ({due}).", parts=_quoted(voice, fact.left), due=due_phrase(voice, fact)
        ),
        _when_done(voice, fact),
    )


def _when_done(voice: Voice, fact: OccurrenceFact) -> str:
    return voice.text("When it is done, type: {command}", command=to_report(fact))


def _groups(noted: Sequence[Noted]) -> list[list[Noted]]:
    """The check-ins of one unit and period of which the same is said together, everything else for itself."""
    found: dict[tuple[object, ...], list[Noted]] = {}
    for fact, parts in noted:
        said = (fact.report.note, fact.report.nothing_to_report) if fact.report else None
        alike = (fact.unit.id, fact.key, fact.due_on, fact.plan_due_on, said)
        found.setdefault(alike if fact.ladder in CHECKINS else (fact.id,), []).append((fact, parts))
    return list(found.values())


def _first_line(voice: Voice, group: Sequence[Noted]) -> str:
    fact, parts = group[0]
    if fact.report and fact.report.nothing_to_report:
        return _nothing_noted(voice, [each for each, _ in group])
    if fact.left:
        return _part_noted(voice, fact, parts)
    if fact.ladder in CHECKINS:
        return _checkins_noted(voice, [each for each, _ in group])
    return _done_noted(voice, fact)


def _part_noted(voice: Voice, fact: OccurrenceFact, parts: Sequence[str]) -> str:
    return voice.text(
        "Noted: {unit} reports {parts} of {task} done. Still to be reported: {left} ({due}).",
        unit=fact.unit.name,
        parts=_quoted(voice, parts),
        task=task_label(voice, fact),
        left=_quoted(voice, fact.left),
        due=due_phrase(voice, fact),
    )


def _quoted(words: Words, parts: Sequence[str]) -> str:
    return words.list(f"“{part}”" for part in parts)


def _done_noted(voice: Voice, fact: OccurrenceFact) -> str:
    fields = {"unit": fact.unit.name, "task": task_label(voice, fact)}
    if fact.due_on is None or fact.report is None:
        return voice.text("Noted: {unit} reports {task} done.", **fields)
    return voice.text(
        "Noted: {unit} reports {task} done, {timing} ({due}).",
        timing=timing(voice, fact),
        due=due_as_counted(voice, fact),
        **fields,
    )


def _nothing_noted(voice: Voice, facts: Sequence[OccurrenceFact]) -> str:
    return voice.text(
        "Noted: {unit} had no activity in {period} for task {number}.",
        unit=facts[0].unit.name,
        number=_numbers(voice, facts),
        period=voice.period(facts[0].key, facts[0].ladder, voice.today),
    )


def _checkins_noted(voice: Voice, facts: Sequence[OccurrenceFact]) -> str:
    fact = facts[0]
    fields = {
        "unit": fact.unit.name,
        "number": _numbers(voice, facts),
        "period": voice.period(fact.key, fact.ladder, voice.today),
        "day": _last_day(voice, fact),
    }
    if is_past(voice, fact):
        return voice.text(
            "Noted: {unit} reports the results of {period} for task {number}, after the end of the period ({day}).",
            **fields,
        )
    return voice.text("Noted: {unit} reports the results of {period} for task {number} (by {day}).", **fields)


def _numbers(words: Words, facts: Sequence[OccurrenceFact]) -> str:
    return words.list(fact.task.typed for fact in facts)


def _last_day(words: Words, fact: OccurrenceFact) -> str:
    """A period's last day, with the plan's own where another holds."""
    day = words.day(fact.due_on) if fact.due_on else ""
    if fact.plan_due_on and is_moved(fact):
        return words.text("{day}; in the plan: {plan}", day=day, plan=words.day(fact.plan_due_on))
    return day


def _to_complete(voice: Voice, facts: Sequence[OccurrenceFact]) -> str:
    """How to say what was done, where a check-in says nothing of it; of several by the example of the first."""
    bare = [fact for fact in facts if fact.ladder in CHECKINS and fact.report and fact.report.is_bare]
    if not bare:
        return ""
    command = to_report(bare[0])
    if len(bare) == 1:
        return voice.text("No results were given. To add them, type: {command}", command=command)
    return voice.text("No results were given. To add them task by task, type, for example: {command}", command=command)


def _to_number(words: Words, facts: Sequence[OccurrenceFact]) -> str:
    """How to add the number of a document that was reported without; of several by the example of the first."""
    for fact in facts:
        last = fact.report or (fact.partial[-1] if fact.partial else None)
        if last and lacks_document(fact, last):
            command = to_number(fact, last.part)
            return words.text("No document number was given. To add it, type: {command}", command=command)
    return ""


def _if_mistaken(words: Words, undo: Sequence[Choice]) -> str:
    command = undo[0].act.typed
    if len(undo) == 1:
        return words.text("If this was a mistake, type: {command}", command=command)
    return words.text("If one was a mistake, type “undo” and its number, for example: {command}", command=command)


def _said(words: Words, fact: OccurrenceFact) -> str:
    """Results, evidence, reporter."""
    report = fact.report or (fact.partial[-1] if fact.partial else None)
    if report is None:
        return ""
    at = words.moment(report.at, fact.task.plan.zone)
    by = words.text("Reported by {name}, {at}", name=report.by, at=at) if report.by else ""
    return _in_sentences([*_backed(words, report), by or words.text("Reported at {at}", at=at)])


def _backed(words: Words, report: ReportFact) -> list[str]:
    if not (report.note or report.evidence):
        return []
    result, backed = outcome(report), evidence(words, report)
    return [
        *([said_of(words, result)] if result else []),
        *([words.text("Evidence: {text}", text=backed)] if backed else []),
    ]


def _in_sentences(parts: Sequence[str]) -> str:
    """One behind the other; a link ends its line, so that no full stop becomes part of it."""
    said = ""
    for part in map(sentence, parts):
        said += ("" if not said else " " if said.endswith(".") else "\n") + part
    return said


def two_ways(words: Words) -> str:
    """The question."""
    return words.text("This line can be understood in two ways, so nothing has been put on record. Please choose:")


def reading(words: Words, each: Sequence[Report]) -> str:
    """One reading, task by task: "Việc 10: hoàn thành; việc 12: 3 tin"."""
    return upper_first("; ".join(_told(words, report) for report in each))


def label(words: Words, each: Sequence[Report]) -> str:
    """The same on a button."""
    return shorten(reading(words, each), 40)


def _told(words: Words, report: Report) -> str:
    numbers = words.list(report.numbers)
    if report.nothing:
        return words.text("task {numbers}: no activity", numbers=numbers)
    if not report.note:
        return words.text("task {numbers}: done", numbers=numbers)
    return words.text("task {numbers}: {note}", numbers=numbers, note=report.note)
