"""The buttons that open what a unit has sent with its report, wherever the report is shown."""

from collections.abc import Iterable

from data.answering.evidence import FILES
from data.facts import OccurrenceFact
from data.outgoing import Choice
from locales import Words


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
