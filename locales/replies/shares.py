"""One unit's share of a task in a few words, as the lists of Nội vụ and leaders show it."""

from collections.abc import Collection, Sequence

from data.facts import OccurrenceFact
from data.model import Closing, State
from locales import Words
from locales.items import Telling, last_taken, news, standing_of
from locales.phrases import office
from locales.rows import result_of


def share_of(told: Telling, fact: OccurrenceFact, lapsed: Collection[int]) -> str:
    """How one unit's share stands, with what was said and whether anybody has looked at it."""
    words, report = told.words, fact.report
    said = result_of(words, fact) if report and not report.nothing_to_report else news(words, fact)
    return " – ".join(filter(None, [standing_of(told, fact), said, noted(words, fact, lapsed)]))


def noted(words: Words, fact: OccurrenceFact, lapsed: Collection[int]) -> str:
    """That a report was taken note of, or that nobody objected to it in time; empty where neither."""
    if fact.state is not State.ACCEPTED:
        return ""
    if fact.id in lapsed:
        return words.text("taken note of by itself, as nobody objected in time")
    return words.text("taken note of by {office}", office=office(words))


def periods_missed(told: Telling, missed: Sequence[OccurrenceFact]) -> str:
    """The tasks of each period that closed unreported: "Chưa báo kỳ: việc 1, 12 (quý I); việc 1 (quý III).".

    Those of a period whose report is still taken stand apart, on a line of their own.
    """
    words = told.words
    closed = [fact for fact in missed if fact.closing is Closing.UNREPORTED]
    in_grace = [fact for fact in missed if fact not in closed]
    lines = [words.text("Period not reported: {periods}.", periods=_by_period(told, closed))] if closed else []
    if in_grace:
        last = min(last_taken(told.workdays, fact.due_on or told.today) for fact in in_grace)
        lines.append(
            words.text(
                "Not yet reported, still taken until the end of {day}: {periods}.",
                day=words.short_day(last),
                periods=_by_period(told, in_grace),
            )
        )
    return "\n".join(lines)


def _by_period(told: Telling, facts: Sequence[OccurrenceFact]) -> str:
    words = told.words
    by_period: dict[str, list[str]] = {}
    for fact in sorted(facts, key=lambda fact: (fact.starts_on, fact.task.id)):
        by_period.setdefault(words.period(fact.key, fact.ladder, told.today), []).append(fact.task.typed)
    return "; ".join(
        words.text("task {numbers} ({period})", numbers=words.list(numbers), period=period)
        for period, numbers in by_period.items()
    )


def names_or_count(words: Words, facts: Sequence[OccurrenceFact], few: int) -> str:
    """The units by name where they are few, else their number."""
    if len(facts) <= few:
        return words.list(fact.unit.name for fact in facts)
    return words.plural("{n} unit", "{n} units", len(facts))
