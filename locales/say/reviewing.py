"""Answers to Nội vụ's looking through: reports taken note of or sent back, difficulties, reports for all leads."""

from collections.abc import Sequence
from dataclasses import replace

from data.facts import OccurrenceFact, UnitFact
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from locales import Voice, Words
from locales.items import by_task, task_label
from locales.phrases import message, names, sentence, unheard
from locales.rows import difficulty_lines, how_to_look, reported_lines, result_of, to_look_through
from locales.say.own_work import MAX_CHOICES
from locales.say.talking import choose


def noted(voice: Voice, facts: Sequence[OccurrenceFact]) -> Outgoing:
    """The reports of one task have been taken note of: of whom, and of one alone what it says."""
    return message(*(_noted(voice, group) for group in by_task(facts)))


def to_look_at(voice: Voice, facts: Sequence[OccurrenceFact]) -> Outgoing:
    """What was reported and nobody has looked at, with what each unit says."""
    title = voice.text("REPORTS TO REVIEW – {day}", day=voice.start_day(voice.today))
    if not facts:
        return message(voice.text("No report is waiting for review."), title=title)
    listed = message(*reported_lines(voice, facts), how_to_look(voice, facts), title=title)
    return replace(listed, choices=tuple(to_look_through(voice, facts)[:MAX_CHOICES]))


def ask_to_note(voice: Voice, facts: Sequence[OccurrenceFact], act: Act) -> Outgoing:
    """What would be taken note of, task by task; a yes does it."""
    question = voice.plural(
        "Nothing has been acknowledged yet. Acknowledge this report?",
        "Nothing has been acknowledged yet. Acknowledge these {n} reports?",
        len(facts),
    )
    listed = message(question, *reported_lines(voice, facts)).text
    return choose(voice, listed, [Choice(voice.text("Acknowledge them"), act)])


def sent_back(voice: Voice, fact: OccurrenceFact, reason: str, *, heard: bool) -> Outgoing:
    """A report has been sent back, with what is to be added, and whether the unit hears of it."""
    return message(
        voice.text(
            "The report of {unit} on {task} has been sent back.", unit=fact.unit.name, task=task_label(voice, fact)
        ),
        sentence(voice.text("To be added: {reason}", reason=reason)),
        passed_on(voice, heard=heard),
    )


def passed_on(words: Words, *, heard: bool) -> str:
    """Whether the unit hears of it in its chat."""
    if heard:
        return words.text("The unit is notified in its chat.")
    return words.text("The unit has no chat yet; please inform it directly.")


def all_passed_on(words: Words, heard: Sequence[UnitFact], silent: Sequence[UnitFact]) -> str:
    """Which units hear of it, and which have no chat; empty where it is about none."""
    if len(heard) == 1 and not silent:
        return passed_on(words, heard=True)
    told = words.plural("{n} unit is notified in its chat.", "{n} units are notified in their chats.", len(heard))
    without = (
        words.text("Without a chat so far, please inform directly: {units}.", units=names(words, silent))
        if silent
        else ""
    )
    return "\n".join(filter(None, [told if heard else "", without]))


def _noted(voice: Voice, group: Sequence[OccurrenceFact]) -> str:
    first = group[0]
    units = names(voice, [fact.unit for fact in group], limit=len(group))
    said = voice.text("The report on {task} has been acknowledged: {units}", task=task_label(voice, first), units=units)
    return sentence(f"{said} – {result_of(voice, first)}" if len(group) == 1 else said)


_NOTE = 1_000


def waiting_list(voice: Voice, facts: Sequence[OccurrenceFact]) -> Outgoing:
    """The difficulties that wait for an answer, by the example of the first how to answer, and how to tell leaders."""
    title = voice.text("DIFFICULTIES – {day}", day=voice.start_day(voice.today))
    if not facts:
        return message(voice.text("No difficulty awaits an answer."), title=title)
    example = f"go vuong {facts[0].task.typed} {facts[0].unit.code} …"
    how = [
        voice.text("To answer the unit: {command}", command=example),
        voice.text("To submit to the leaders: {command}", command="trinh lanh dao"),
    ]
    return message(*difficulty_lines(voice, facts), " · ".join(how), title=title)


def answered(voice: Voice, fact: OccurrenceFact, note: str, *, heard: bool) -> Outgoing:
    """That a difficulty has been answered, how, and whether the unit hears of it."""
    said = voice.text(
        "Answered the difficulty of {unit} in {task}: {note}",
        unit=fact.unit.name,
        task=task_label(voice, fact),
        note=sentence(shorten(note, _NOTE)),
    )
    return message(said, passed_on(voice, heard=heard))


def offered(voice: Voice, own: OccurrenceFact, *, heard: bool) -> Outgoing:
    """A lead's offer has been passed on to Nội vụ, or is kept; until it agrees each lead owes its own report."""
    named = {"unit": own.unit.name, "task": _task(voice, own)}
    return message(
        voice.text(
            "The report of {unit} on {task} has been offered to {office} as the joint report of all lead units.",
            **named,
        )
        if heard
        else voice.text(
            "Noted: the report of {unit} on {task} is offered as the joint report of all lead units.", **named
        ),
        "" if heard else unheard(voice),
        voice.text("Until {office} agrees, each lead unit reports separately."),
    )


def agreed(voice: Voice, own: OccurrenceFact, others: Sequence[UnitFact]) -> Outgoing:
    """A lead's report counts for the others from now on."""
    return message(
        voice.text(
            "The report of {unit} on {task} now counts for: {others}.",
            unit=own.unit.name,
            task=_task(voice, own),
            others=names(voice, others),
        ),
        voice.text("A unit that reports separately may type: undo {number}", number=own.task.typed),
    )


def note(words: Words, own: OccurrenceFact) -> str:
    """What stands on the reports of the others."""
    return words.text("reported jointly by {unit}", unit=own.unit.name)


def _task(voice: Voice, fact: OccurrenceFact) -> str:
    period = voice.period(fact.key, fact.ladder, voice.today)
    if period:
        return voice.text("task {number}, {period}", number=fact.task.typed, period=period)
    return voice.text("task {number}", number=fact.task.typed)
