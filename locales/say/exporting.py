"""How the tasks stand as a file: its tables, and the words it comes with."""

import re
from collections.abc import Sequence
from dataclasses import replace

from data import views
from data.documents.workbook import Sheet
from data.facts import OccurrenceFact, PlanFact, Tally, UnitFact
from data.period import Period
from data.talk import Enclosed, Outgoing
from locales import Voice, Words
from locales.items import standing_of
from locales.phrases import evidence, message, outcome, upper_first


def file_name(voice: Voice) -> str:
    """The name that the file is sent under."""
    return voice.text("report-{day}.xlsx", day=f"{voice.today:%Y-%m-%d}")


def letter_name(voice: Voice, plan: PlanFact, period: Period) -> str:
    """The name that a period's report is sent under; the plan's number stands in it."""
    number = re.sub(r"[^0-9A-Za-z-]+", "-", plan.number).strip("-")
    return voice.text("report-{period}-{plan}.docx", period=period.key, plan=number)


def exported(voice: Voice, subject: str, tally: Tally) -> Outgoing:
    """The figures in a few words, for a chat that takes no files as well."""
    title = voice.text("REPORT – {day}", day=voice.start_day(voice.today))
    if not tally.total:
        return message(voice.text("There is nothing to report in it yet."), title=title)
    text = voice.text(
        "{reported} of {total} reported; overdue: {overdue}; not reported for the period: {missed}.",
        reported=tally.reported,
        total=tally.total,
        overdue=tally.overdue,
        missed=tally.missed + tally.unreported,
    )
    return message(f"{upper_first(subject)}." if subject else "", text, title=title)


def with_files(words: Words, reply: Outgoing, files: Sequence[Enclosed]) -> Outgoing:
    """The same with the files behind it, or that they cannot go."""
    if not files:
        return replace(reply, text=f"{reply.text}\n{no_file_here(words)}")
    said = words.text("The Excel file follows.")
    if len(files) > 1:
        said = words.text("The report as a Word file, to be completed and signed, and the Excel file follow.")
    return replace(reply, text=f"{reply.text}\n{said}", files=tuple(files))


def no_file_here(words: Words) -> str:
    """What stands for the file where it cannot go."""
    return words.text(
        "The Excel file cannot be sent in this chat. To see the figures, type: {command}", command="tinh hinh"
    )


def sheets(voice: Voice, subject: str, facts: Sequence[OccurrenceFact]) -> list[Sheet]:
    """The figures by unit, and each share by itself."""
    shares: dict[UnitFact, list[OccurrenceFact]] = {}
    for fact in facts:
        shares.setdefault(fact.unit, []).append(fact)
    tallies = {unit: views.tally(theirs, voice.today, voice.workdays) for unit, theirs in shares.items()}
    title = voice.text("Progress of the tasks by {day}", day=voice.day(voice.today))
    title = f"{title} – {subject}" if subject else title
    by_unit: list[list[str | int]] = [
        [unit.name, each.total, each.reported, each.late, each.overdue, each.missed + each.unreported]
        for unit, each in tallies.items()
    ]
    heads = voice.text("Unit|Total|Reported|Of these late|Overdue|Not reported for the period").split("|")
    columns = voice.text("Task|Content|Unit|Period|Deadline|State|Results|Evidence").split("|")
    return [
        Sheet(voice.text("By unit"), title, heads, by_unit),
        Sheet(voice.text("In detail"), title, columns, [_row(voice, fact) for fact in facts]),
    ]


def _row(voice: Voice, fact: OccurrenceFact) -> list[str]:
    report = fact.report
    return [
        fact.task.typed,
        fact.task.title,
        fact.unit.name,
        voice.period(fact.key, fact.ladder, voice.today),
        voice.day(fact.due_on) if fact.due_on else "",
        standing_of(voice, fact),
        outcome(report) if report else "",
        evidence(voice, report) if report else "",
    ]
