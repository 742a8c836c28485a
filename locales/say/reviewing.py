"""Answers to Nội vụ's looking through: reports taken note of or sent back, difficulties, reports for all leads."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.facts import OccurrenceFact, UnitFact
from data.talk import Outgoing
from data.workdays import Workdays
from locales import Words
from locales.items import Telling, by_task, task_label
from locales.phrases import message, names, office, sentence, shorten, unheard
from locales.rows import difficulty_lines, how_to_look, reported_lines, result_of, to_look_through
from locales.say.own_work import MAX_CHOICES


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


_NOTE = 1_000


def waiting_list(told: Telling, facts: Sequence[OccurrenceFact]) -> Outgoing:
    """The difficulties that wait for an answer, by the example of the first how to answer, and how to tell leaders."""
    words = told.words
    title = words.text("DIFFICULTIES – {day}", day=words.start_day(told.today))
    if not facts:
        return message(words.text("No difficulty waits for an answer."), title=title)
    example = f"go vuong {facts[0].task.typed} {facts[0].unit.code} …"
    how = [
        words.text("To answer the unit: {command}", command=example),
        words.text("To bring before the leaders: {command}", command="trinh lanh dao"),
    ]
    return message(*difficulty_lines(told, facts), " · ".join(how), title=title)


def answered(told: Telling, fact: OccurrenceFact, note: str, *, heard: bool) -> Outgoing:
    """That a difficulty has been answered, how, and whether the unit hears of it."""
    words = told.words
    said = words.text(
        "Answered the difficulty of {unit} in {task}: {note}",
        unit=fact.unit.name,
        task=task_label(told, fact),
        note=sentence(shorten(note, _NOTE)),
    )
    return message(said, passed_on(words, heard=heard))


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
