"""Answers to Nội vụ about the difficulties of units: which wait, and that one has been answered."""

from collections.abc import Sequence

from data.facts import OccurrenceFact
from data.outgoing import Outgoing
from locales.items import Telling, task_label
from locales.phrases import message, sentence, shorten
from locales.replies.reviewing import passed_on
from locales.rows import difficulty_lines

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
