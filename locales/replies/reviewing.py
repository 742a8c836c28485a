"""Answers to Nội vụ's looking through reports: taken note of, sent back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.facts import OccurrenceFact, UnitFact
from data.outgoing import Outgoing
from data.workdays import Workdays
from locales import Words
from locales.enclosed import to_look_through
from locales.items import Telling, by_task, task_label
from locales.phrases import message, names, sentence
from locales.replies.own import MAX_CHOICES
from locales.rows import how_to_look, reported_lines, result_of


def noted(words: Words, facts: Sequence[OccurrenceFact], today: date, workdays: Workdays) -> Outgoing:
    """The reports of one task have been taken note of: of whom, and of one alone what it says."""
    told = Telling(words, today, workdays)
    return message(*(_noted(told, group) for group in by_task(facts)))


def to_look_at(words: Words, facts: Sequence[OccurrenceFact], today: date, workdays: Workdays) -> Outgoing:
    """What was reported and nobody has looked at, with what each unit says."""
    told = Telling(words, today, workdays)
    title = words.text("REPORTS TO LOOK THROUGH – {day}", day=words.start_day(today))
    if not facts:
        return message(words.text("No report waits to be looked through."), title=title)
    listed = message(*reported_lines(told, facts), how_to_look(told, facts), title=title)
    return replace(listed, choices=tuple(to_look_through(words, facts)[:MAX_CHOICES]))


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


def all_passed_on(words: Words, heard: Sequence[UnitFact], silent: Sequence[UnitFact]) -> str:
    """Which units hear of it, and which have no chat; empty where it is about none."""
    if len(heard) == 1 and not silent:
        return passed_on(words, heard=True)
    told = words.plural("{n} unit is told in its chat.", "{n} units are told in their chats.", len(heard))
    without = (
        words.text("Without a chat so far, please tell it directly: {units}.", units=names(words, silent))
        if silent
        else ""
    )
    return "\n".join(filter(None, [told if heard else "", without]))


def _noted(told: Telling, group: Sequence[OccurrenceFact]) -> str:
    words, first = told.words, group[0]
    units = names(words, [fact.unit for fact in group], limit=len(group))
    said = words.text("The report on {task} has been taken note of: {units}", task=task_label(told, first), units=units)
    return sentence(f"{said} – {result_of(words, first)}" if len(group) == 1 else said)
