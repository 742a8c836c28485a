"""Answers to a photo or file that was sent in reply to a message: which task is it for?"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from data.answering.held import Held
from data.facts import OccurrenceFact
from data.outgoing import Outgoing
from locales import Words
from locales.items import CHECKINS
from locales.phrases import file_name, message, shorten

_TITLE = 60
_MORE = "minh chung 10"


def what_for(words: Words, files: Sequence[Held], *, more: bool = False) -> str:
    """The question what the files are for that have come and back nothing so far; with `more` tasks than are shown."""
    # Photos have no name of their own on some channels: several are told by their count.
    counted = Counter(file_name(words, file.kind, file.name) for file in files)
    named = words.list(name if count == 1 else f"{name} ({count})" for name, count in counted.items())
    if more:
        return words.text(
            "Received and not yet kept as evidence: {files}. Please choose what it is for, or type for another task,"
            " for example: done 10 · evidence 10",
            files=named,
        )
    return words.text("Received and not yet kept as evidence: {files}. Please choose what it is for:", files=named)


def plan_or_evidence(words: Words, files: Sequence[Held]) -> str:
    """The question whether a file that reads like a plan backs the report made just before it."""
    return words.text(
        "The {file} reads like a plan, and a report was made just before it. Please choose what it is:",
        file=words.list(file_name(words, file.kind, file.name) for file in files),
    )


def to_read(words: Words) -> str:
    """The choice to look at a file as a plan."""
    return words.text("Read it as a plan, and show what it would change")


def label_plan(words: Words) -> str:
    """The button to look at a file as a plan."""
    return words.text("Read it as a plan")


def no_plan(words: Words, why: str) -> Outgoing:
    """A document of Nội vụ's that is no plan: why, and what to do if it was to back a report."""
    return message(
        why, words.text("If it is evidence for a report, please send it again with the words: {command}", command=_MORE)
    )


def to_report(words: Words, fact: OccurrenceFact, number: str, today: date, *, alone: bool) -> str:
    """The choice to report work with the file; with the task's title where it is not `alone`."""
    if fact.ladder in CHECKINS:
        line = words.text(
            "Report the results of {period} for task {number} with it",
            number=number,
            period=words.period(fact.key, fact.ladder, today),
        )
    else:
        line = words.text("Report task {number} done with it", number=number)
    return line if alone else f"{line}: {shorten(fact.task.title, _TITLE)}"


def to_report_part(words: Words, part: str, number: str) -> str:
    """The choice to report one product of several with the file."""
    return words.text("Report “{part}” of task {number} with it", part=part, number=number)


def to_add(words: Words, fact: OccurrenceFact, number: str, today: date, *, alone: bool) -> str:
    """The choice to put the file behind what has been reported."""
    if fact.ladder in CHECKINS:
        line = words.text(
            "Add it to the report of {period} on task {number}",
            number=number,
            period=words.period(fact.key, fact.ladder, today),
        )
    else:
        line = words.text("Add it to the report on task {number}", number=number)
    return line if alone else f"{line}: {shorten(fact.task.title, _TITLE)}"


def label_done(words: Words, number: str) -> str:
    """The button to report work with the file."""
    return words.text("Task {number} done, with the file", number=number)


def label_more(words: Words, number: str) -> str:
    """The button to put the file behind what has been reported."""
    return words.text("Evidence for task {number}", number=number)


def neither(words: Words) -> str:
    """The choice to leave the file."""
    return words.text("Do not keep it")


def put_aside(words: Words, *, waited: bool) -> Outgoing:
    """The file has been deleted; or there was none."""
    if waited:
        return message(words.text("What was sent has been deleted and backs no report."))
    return message(words.text("No file waits here."))
