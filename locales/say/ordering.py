"""Answers about a task that no plan has: what would be given to whom, and that it stands."""

from collections.abc import Sequence
from datetime import date

from data.facts import TaskFact, UnitFact
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from locales import Voice, Words
from locales.phrases import message, names, sentence
from locales.say.talking import choose


def list_title(words: Words, year: int) -> str:
    """What the list of a year's added tasks is called, as a plan is."""
    return words.text("Tasks added in {year}", year=str(year))


def ask_to_give(voice: Voice, text: str, units: Sequence[UnitFact], day: date | None, act: Act) -> Outgoing:
    """What would be given to whom, until when; a yes gives it."""
    question = voice.text("Nothing has been assigned yet. Assign this task?")
    due = voice.text("by the end of {day}", day=voice.weekday_day(day)) if day else voice.text("no deadline yet")
    line = voice.text("{text}; lead: {units}; {due}", text=text, units=names(voice, units, limit=len(units)), due=due)
    return choose(voice, question, [Choice(voice.text("Yes, assign it"), act)], [line])


def ask_to_lead(voice: Voice, task: TaskFact, units: Sequence[UnitFact], act: Act) -> Outgoing:
    """Whether units are to lead a task that there is already, beside those that do."""
    question = voice.text("Task {number} is there already ({title}).", number=task.typed, title=shorten(task.called))
    label = voice.text("Add to its lead units: {units}", units=names(voice, units, limit=len(units)))
    return choose(voice, question, [Choice(label, act)])


def given(voice: Voice, task: TaskFact, units: Sequence[UnitFact], day: date | None) -> Outgoing:
    """The task stands by its number."""
    said = voice.text(
        "Task {number} has been assigned to {units}: {title}",
        number=task.typed,
        title=task.title,
        units=names(voice, units, limit=len(units)),
    )
    return message(
        sentence(said),
        voice.text("Due by the end of {day}.", day=voice.weekday_day(day)) if day else "",
        "" if day else voice.text("To set its deadline, type: {command}", command=f"dat han {task.typed} …"),
    )
