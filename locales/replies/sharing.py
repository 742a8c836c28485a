"""Answers about a report that one lead unit makes for all."""

from collections.abc import Sequence
from datetime import date

from data.facts import OccurrenceFact, UnitFact
from data.outgoing import Outgoing
from locales import Words
from locales.phrases import message, names, office, unheard


def offered(words: Words, own: OccurrenceFact, today: date, *, heard: bool) -> Outgoing:
    """A lead's offer has been passed on to Nội vụ, or is kept; until it agrees each lead owes its own report."""
    named = {"unit": own.unit.name, "task": _task(words, own, today)}
    return message(
        words.text(
            "The report of {unit} on {task} has been offered to {office} for all lead units.",
            office=office(words),
            **named,
        )
        if heard
        else words.text("Noted: the report of {unit} on {task} is offered for all lead units.", **named),
        "" if heard else unheard(words),
        words.text("Until {office} agrees, each lead unit reports for itself.", office=office(words)),
    )


def agreed(words: Words, own: OccurrenceFact, others: Sequence[UnitFact], today: date) -> Outgoing:
    """A lead's report counts for the others from now on."""
    return message(
        words.text(
            "The report of {unit} on {task} now counts for: {others}.",
            unit=own.unit.name,
            task=_task(words, own, today),
            others=names(words, others),
        ),
        words.text("Each of them may take that back for itself by typing: undo {number}", number=own.task.typed),
    )


def note(words: Words, own: OccurrenceFact) -> str:
    """What stands on the reports of the others."""
    return words.text("reported jointly by {unit}", unit=own.unit.name)


def _task(words: Words, fact: OccurrenceFact, today: date) -> str:
    period = words.period(fact.key, fact.ladder, today)
    if period:
        return words.text("task {number}, {period}", number=fact.task.typed, period=period)
    return words.text("task {number}", number=fact.task.typed)
