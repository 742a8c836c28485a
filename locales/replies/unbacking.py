"""Answers about taking a piece of evidence off a report."""

from datetime import date

from data.answering.evidence import Piece
from data.facts import OccurrenceFact
from data.outgoing import Outgoing
from data.workdays import Workdays
from locales import Words
from locales.items import Telling, task_label
from locales.phrases import backing, message, shorten

_LABEL = 40


def which(words: Words, number: str) -> str:
    """The question which of several pieces of evidence is to go."""
    return words.text("Which evidence is to be taken off the report on task {number}?", number=number)


def label(words: Words, piece: Piece) -> str:
    """A piece of evidence to choose."""
    return shorten(backing(words, piece.kind, piece.value), _LABEL)


def taken_off(words: Words, fact: OccurrenceFact, piece: Piece, today: date, workdays: Workdays) -> Outgoing:
    """A piece of evidence backs the report no more; the report stands."""
    told = Telling(words, today, workdays)
    return message(
        words.text(
            "Taken off the report of {unit} on {task}: {evidence}.",
            unit=fact.unit.name,
            task=task_label(told, fact),
            evidence=backing(words, piece.kind, piece.value),
        ),
        words.text("The report stands. To back it, type or send: {command}", command=f"minh chung {fact.task.typed}"),
    )
