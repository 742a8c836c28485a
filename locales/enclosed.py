"""The buttons under reports, wherever they are shown: to open what was sent with one, and to take note of it."""

from collections.abc import Iterable

from data.answering.evidence import FILES
from data.facts import OccurrenceFact
from data.outgoing import Choice
from locales import Words
from locales.items import by_task


def files_of(fact: OccurrenceFact) -> int:
    """How many photos and files are behind what has been reported of a share."""
    reports = (*fact.partial, fact.report) if fact.report else fact.partial
    return sum(kind in FILES for report in reports for kind, _ in report.evidence)


def to_open(words: Words, facts: Iterable[OccurrenceFact]) -> tuple[Choice, ...]:
    """A button for each of these shares that has files behind it."""
    return tuple(
        Choice(
            words.text("See evidence of task {number} – {unit}", number=fact.task.typed, unit=fact.unit.code),
            f"xem minh chung {fact.task.typed} {fact.unit.code}",
            fact.id,
        )
        for fact in facts
        if files_of(fact)
    )


def to_look_through(words: Words, facts: Iterable[OccurrenceFact]) -> list[Choice]:
    """For each of these reports, the soonest due first: a button to open its files, and one to take note of it."""
    return [
        choice
        for group in by_task(facts)
        for fact in group
        for choice in (*to_open(words, [fact]), _to_note(words, fact))
    ]


def _to_note(words: Words, fact: OccurrenceFact) -> Choice:
    return Choice(
        words.text("Take note of task {number} – {unit}", number=fact.task.typed, unit=fact.unit.code),
        f"ghi nhan {fact.task.typed} {fact.unit.code}",
        fact.id,
    )
