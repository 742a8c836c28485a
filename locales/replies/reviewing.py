"""Answers to Nội vụ's looking through reports: taken note of, sent back."""

from collections.abc import Sequence
from datetime import date

from data.facts import OccurrenceFact
from data.outbox import Outgoing
from data.workdays import Workdays
from locales import Words
from locales.items import Telling, by_task, news, task_label
from locales.phrases import message, names, sentence


def noted(words: Words, facts: Sequence[OccurrenceFact], today: date, workdays: Workdays) -> Outgoing:
    """The reports of one task have been taken note of: of whom, and of one alone what it says."""
    told = Telling(words, today, workdays)
    return message(*(_noted(told, group) for group in by_task(facts)))


def sent_back(
    words: Words, fact: OccurrenceFact, reason: str, today: date, workdays: Workdays, *, heard: bool
) -> Outgoing:
    """A report has been sent back, with what is to be added, and whether the unit hears of it."""
    told = Telling(words, today, workdays)
    return message(
        words.text(
            "The report of {unit} on {task} has been sent back.", unit=fact.unit.name, task=task_label(told, fact)
        ),
        sentence(words.text("To be added: {reason}", reason=reason)),
        passed_on(words, heard=heard),
    )


def passed_on(words: Words, *, heard: bool) -> str:
    """Whether the unit hears of it in its chat."""
    if heard:
        return words.text("The unit is told in its chat.")
    return words.text("The unit has no chat yet, please tell it directly.")


def _noted(told: Telling, group: Sequence[OccurrenceFact]) -> str:
    words, first = told.words, group[0]
    units = names(words, [fact.unit for fact in group], limit=len(group))
    said = words.text("The report on {task} has been taken note of: {units}", task=task_label(told, first), units=units)
    return sentence(" – ".join(filter(None, [said, news(words, first) if len(group) == 1 else ""])))
