"""How the tasks stand as a file: its tables, and the words it comes with."""

from collections.abc import Sequence
from dataclasses import replace

from data.documents.workbook import Sheet
from data.facts import OccurrenceFact, Tally, UnitFact
from data.talk import Enclosed, Outgoing
from locales import Voice, Words
from locales.items import standing_of
from locales.phrases import evidence, message, outcome, upper_first


def file_name(voice: Voice) -> str:
    """The name that the file is sent under."""
    return voice.text("report-{day}.xlsx", day=f"{voice.today:%Y-%m-%d}")


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


def with_file(words: Words, reply: Outgoing, file: Enclosed | None) -> Outgoing:
    """The same with the file behind it, and what there is not yet."""
    if file is None:
        return replace(reply, text=f"{reply.text}\n{no_file_here(words)}")
    said = words.text("The Excel file follows.")
    return replace(reply, text=f"{reply.text}\n{said}", files=(file,))


def no_file_here(words: Words) -> str:
    """What stands for the file where it cannot go."""
    return words.text(
        "The Excel file cannot be sent in this chat. To see the figures, type: {command}", command="tinh hinh"
    )


def sheets(
    voice: Voice, subject: str, tallies: Sequence[tuple[UnitFact, Tally]], facts: Sequence[OccurrenceFact]
) -> list[Sheet]:
    """The figures by unit, and each share by itself."""
    title = voice.text("Progress of the tasks by {day}", day=voice.day(voice.today))
    title = f"{title} – {subject}" if subject else title
    by_unit: list[list[str | int]] = [
        [unit.name, each.total, each.reported, each.late, each.overdue, each.missed + each.unreported]
        for unit, each in tallies
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
