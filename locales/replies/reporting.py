"""Answers to a report: done, nothing to report, taken back."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from data.facts import OccurrenceFact, ReportFact, UnitFact
from data.outbox import Choice, Outgoing
from data.workdays import Workdays
from locales import Words
from locales.items import CHECKINS, Telling, days_late, due_day, due_phrase, is_moved, is_past, task_label
from locales.phrases import evidence, message, names, outcome, sentence


def confirmed(words: Words, fact: OccurrenceFact, parts: Sequence[str], today: date, workdays: Workdays) -> Outgoing:
    """A report has been noted: for which unit and task, how early or late, backed by what, by whom.

    `parts` are the products it is about, where others were or are owed beside them.
    """
    told = Telling(words, today, workdays)
    if fact.left:
        return _receipt(words, fact, _part_noted(told, fact, parts))
    first = _checkin_noted(told, fact) if fact.ladder in CHECKINS else _done_noted(told, fact)
    return _receipt(words, fact, first)


def nothing_noted(words: Words, fact: OccurrenceFact, today: date) -> Outgoing:
    """“Nothing to report” has been noted for a period."""
    first = words.text(
        "Noted: {unit} had nothing to report in {period} for task {number}.",
        unit=fact.unit.name,
        number=fact.task.number,
        period=words.period(fact.key, fact.ladder, today),
    )
    return _receipt(words, fact, first)


def evidence_added(words: Words, fact: OccurrenceFact, report: ReportFact, today: date, workdays: Workdays) -> Outgoing:
    """More evidence has been put behind a report: all that backs it now."""
    told = Telling(words, today, workdays)
    return message(
        words.text("Added to the report of {unit} on {task}.", unit=fact.unit.name, task=task_label(told, fact)),
        sentence(words.text("Evidence: {text}", text=evidence(words, report))),
    )


def taken_back(
    words: Words, fact: OccurrenceFact, part: str, others: Sequence[UnitFact], today: date, workdays: Workdays
) -> Outgoing:
    """A report has been taken back: the task, or its product `part`, is open again, until when, how to report it.

    `others` are the lead units for which it counted too.
    """
    told = Telling(words, today, workdays)
    if part or fact.partial:
        return _part_taken_back(told, fact, part)
    return message(
        words.text("{unit} has taken back the report on {task}.", unit=fact.unit.name, task=task_label(told, fact)),
        words.text("It does not count any more for: {units}.", units=names(words, others)) if others else "",
        words.text("It is open again ({due}).", due=due_phrase(told, fact)),
        words.text("When it is done, type: {command}", command=f"xong {fact.task.number}"),
    )


def several(_words: Words, replies: Sequence[Outgoing]) -> Outgoing:
    """One message from several answers."""
    if len(replies) == 1:
        return replies[0]
    texts = ["\n".join(filter(None, [one.title, one.text])) for one in replies]
    return Outgoing("", "\n\n".join(texts), tuple(choice for one in replies for choice in one.choices))


def _part_taken_back(told: Telling, fact: OccurrenceFact, part: str) -> Outgoing:
    words, fields = told.words, {"unit": fact.unit.name, "task": task_label(told, fact)}
    return message(
        words.text("{unit} has taken back the report on “{part}” of {task}.", part=part, **fields)
        if part
        else words.text("{unit} has taken back the report on {task}.", **fields),
        words.text("Still to be reported: {parts} ({due}).", parts=words.list(fact.left), due=due_phrase(told, fact)),
        words.text("When it is done, type: {command}", command=f"xong {fact.task.number}"),
    )


def _part_noted(told: Telling, fact: OccurrenceFact, parts: Sequence[str]) -> str:
    words = told.words
    return words.text(
        "Noted: {unit} reports “{parts}” of {task}. Still to be reported: {left} ({due}).",
        unit=fact.unit.name,
        parts=words.list(parts),
        task=task_label(told, fact),
        left=words.list(fact.left),
        due=due_phrase(told, fact),
    )


def _done_noted(told: Telling, fact: OccurrenceFact) -> str:
    words, fields = told.words, {"unit": fact.unit.name, "task": task_label(told, fact)}
    if fact.due_on is None or fact.report is None:
        return words.text("Noted: {unit} reports {task} done.", **fields)
    return words.text(
        "Noted: {unit} reports {task} done, {timing} ({due}).",
        timing=_timing(told, fact.due_on, _day_of(fact, fact.report)),
        due=due_day(words, fact),
        **fields,
    )


def _checkin_noted(told: Telling, fact: OccurrenceFact) -> str:
    words = told.words
    fields = {
        "unit": fact.unit.name,
        "number": fact.task.number,
        "period": words.period(fact.key, fact.ladder, told.today),
        "day": _last_day(words, fact),
    }
    if is_past(told, fact):
        return words.text(
            "Noted: {unit} reports the results of {period} for task {number}, after the period's last day {day}.",
            **fields,
        )
    return words.text("Noted: {unit} reports the results of {period} for task {number} (by {day}).", **fields)


def _last_day(words: Words, fact: OccurrenceFact) -> str:
    """A period's last day, with the plan's own where another holds."""
    day = words.day(fact.due_on) if fact.due_on else ""
    if fact.plan_due_on and is_moved(fact):
        return words.text("{day}; in the Plan: {plan}", day=day, plan=words.day(fact.plan_due_on))
    return day


def _timing(told: Telling, due: date, day: date) -> str:
    """How a report made on `day` stands to its due day: early in days, late in working days."""
    words, late = told.words, days_late(told.workdays, due, day)
    if late:
        return words.plural("{n} working day late", "{n} working days late", late)
    early = (due - day).days
    return words.plural("{n} day early", "{n} days early", early) if early > 0 else words.text("on time")


def _receipt(words: Words, fact: OccurrenceFact, first: str) -> Outgoing:
    command = f"bao nham {fact.task.number}"
    text = message(
        first,
        _said(words, fact),
        words.text("If this was a mistake, type: {command}", command=command),
    ).text
    undo = Choice(words.text("↩️ Take back task {number}", number=fact.task.number), command, fact.id)
    return Outgoing("", text, (undo,))


def _said(words: Words, fact: OccurrenceFact) -> str:
    """Results, evidence, reporter; a link ends its line, so that no full stop becomes part of it."""
    report = fact.report or (fact.partial[-1] if fact.partial else None)
    if report is None:
        return ""
    parts = []
    if result := outcome(report):
        parts.append(words.text("Results: {text}", text=result))
    if backed := evidence(words, report):
        parts.append(words.text("Evidence: {text}", text=backed))
    parts.append(_reporter(words, fact, report))
    said = ""
    for part in map(sentence, parts):
        said += ("" if not said else " " if said.endswith(".") else "\n") + part
    return said


def _reporter(words: Words, fact: OccurrenceFact, report: ReportFact) -> str:
    at = words.moment(report.at, fact.task.plan.zone)
    if report.by:
        return words.text("Reported by {name}, {at}", name=report.by, at=at)
    return words.text("Reported at {at}", at=at)


def _day_of(fact: OccurrenceFact, report: ReportFact) -> date:
    return report.at.astimezone(ZoneInfo(fact.task.plan.zone)).date()
