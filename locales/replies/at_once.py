"""The question which of several tasks in one line the words are about."""

from collections.abc import Sequence

from data.typed.several import Report
from locales import Words
from locales.phrases import shorten, upper_first


def two_ways(words: Words) -> str:
    """The question."""
    return words.text("This line can be understood in two ways, so nothing has been put on record. Please choose:")


def reading(words: Words, each: Sequence[Report]) -> str:
    """One reading, task by task: "Việc 10: hoàn thành; việc 12: 3 tin"."""
    return upper_first("; ".join(_told(words, report) for report in each))


def label(words: Words, each: Sequence[Report]) -> str:
    """The same on a button."""
    return shorten(reading(words, each), 40)


def _told(words: Words, report: Report) -> str:
    numbers = words.list(report.numbers)
    if report.nothing:
        return words.text("task {numbers}: nothing arose", numbers=numbers)
    if not report.note:
        return words.text("task {numbers}: done", numbers=numbers)
    return words.text("task {numbers}: {note}", numbers=numbers, note=report.note)
