"""Answers about who has not reported and who has been urged."""

from collections.abc import Sequence
from datetime import date, datetime

from data.facts import OccurrenceFact
from data.outbox import Choice, Outgoing
from data.workdays import Workdays
from locales import Words
from locales.items import CHECKINS, Telling, by_task, due_phrase, is_past, number_of, task_label, telling
from locales.phrases import message, names, shorten, upper_first
from locales.rows import crowd


def missing(
    words: Words,
    awaited: Sequence[OccurrenceFact],
    reported: Sequence[OccurrenceFact],
    today: date,
    workdays: Workdays,
    *,
    may_urge: bool,
) -> Outgoing:
    """Who has not reported a task, period by period; `reported` are the others. Who `may_urge` gets the button."""
    first = (*awaited, *reported)[0].task
    told = Telling(words, today, workdays)
    if not awaited:
        everybody = words.plural(
            "{task}: the unit has reported.",
            "{task}: all {n} units have reported.",
            len(reported),
            task=upper_first(task_label(told, reported[0])),
        )
        return message(everybody, title=shorten(first.title))
    text = [_unreported(told, group, reported) for group in by_task(awaited)]
    if not may_urge:
        return message(*text, title=shorten(first.title))
    count = len({fact.unit.id for fact in awaited})
    label = words.plural("Urge {n} unit", "Urge {n} units", count)
    urge = f"don doc {number_of(told, first)}"
    how = words.text("To urge: {command}", command=urge)
    return Outgoing(shorten(first.title), "\n".join([*text, how]), (Choice(label, urge),))


def not_yet_due(
    words: Words, owed: Sequence[OccurrenceFact], codes: Sequence[str], today: date, workdays: Workdays
) -> Outgoing:
    """What was to be urged is not due for long; how to have it urged all the same."""
    told = telling(words, today, workdays, [fact.task for fact in owed])
    lines, numbers = [], []
    for group in by_task(owed):
        task = upper_first(task_label(told, group[0]))
        numbers.append(number_of(told, group[0].task))
        if group[0].due_on is None:
            lines.append(words.text("{task} has no deadline yet, it need not be urged.", task=task))
        else:
            day = words.day(group[0].due_on)
            lines.append(words.text("{task} is not due yet ({day}), it need not be urged.", task=task, day=day))
    command = " ".join(["don doc", ", ".join(dict.fromkeys(numbers)), *filter(None, [", ".join(codes)]), "van gui"])
    how = words.text("To urge all the same, type: {command}", command=command)
    return Outgoing("", "\n".join([*lines, how]), (Choice(words.text("Urge all the same"), command),))


def urged(
    words: Words,
    heard: Sequence[OccurrenceFact],
    silent: Sequence[OccurrenceFact],
    before: Sequence[OccurrenceFact],
    *,
    later: datetime | None,
    today: date,
    workdays: Workdays,
) -> Outgoing:
    """Who is urged now (or `later`, at the next slot), who has no chat, and who was urged earlier today."""
    told = telling(words, today, workdays, [fact.task for fact in (*heard, *silent, *before)])
    zone = next((fact.task.plan.zone for fact in heard), "")
    count = len({fact.unit.id for fact in heard})
    head = words.plural("An urging was sent to {n} unit:", "An urging was sent to {n} units:", count)
    if later is not None and heard:
        at = words.moment(later, zone)
        head = words.plural("At {at} an urging goes to {n} unit:", "At {at} an urging goes to {n} units:", count, at=at)
    sections = (
        (head, heard),
        (words.text("Urged already today, not sent again:"), before),
        (words.text("Without a chat, nothing can be sent; please get in touch directly:"), silent),
    )
    return message(*("\n".join([name, *_lines(told, facts)]) for name, facts in sections if facts))


def nobody_to_urge(words: Words, numbers: Sequence[str], units: Sequence[str], today: date) -> Outgoing:
    """There is nobody to urge: all of these tasks has been reported, or nothing is overdue (of these units)."""
    if units and not numbers:
        return message(words.text("{units}: no work is overdue.", units=words.list(units)))
    if numbers:
        return message(words.text("Nobody is to be urged about task {numbers}.", numbers=words.list(numbers)))
    return message(words.text("As of {day}, no work is overdue.", day=words.weekday_day(today)))


def _unreported(told: Telling, group: Sequence[OccurrenceFact], reported: Sequence[OccurrenceFact]) -> str:
    """A period and those who have not reported it, all by name, or by those who have."""
    words = told.words
    others = [fact.unit for fact in reported if fact.key == group[0].key]
    fields = {
        "task": upper_first(task_label(told, group[0])),
        "units": crowd(words, [fact.unit for fact in group], others),
    }
    if group[0].ladder in CHECKINS and is_past(told, group[0]):
        return words.plural(
            "{task}: {n} unit has not reported the period: {units}",
            "{task}: {n} units have not reported the period: {units}",
            len(group),
            **fields,
        )
    return words.plural(
        "{task}: {n} unit has not reported ({due}): {units}",
        "{task}: {n} units have not reported ({due}): {units}",
        len(group),
        due=due_phrase(told, group[0]),
        **fields,
    )


def _lines(told: Telling, facts: Sequence[OccurrenceFact]) -> list[str]:
    """Each task with the units it is about, all by name."""
    return [
        f"• {upper_first(task_label(told, group[0]))}: "
        + names(told.words, [fact.unit for fact in group], limit=len(group))
        for group in by_task(facts)
    ]
