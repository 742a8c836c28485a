"""The digest of a unit's head: what the unit has not reported, days after it should have; nothing of other units."""

from datetime import date

from data.facts import HeadDigest, OccurrenceFact
from data.model import Closing
from data.outgoing import Outgoing
from data.workdays import Workdays
from locales import Words
from locales.digests.letters import letter_to_head, title_of
from locales.items import CHECKINS, Telling, in_order, last_taken, line
from locales.phrases import cite_all, shortened, upper_first


def head_digest(words: Words, digest: HeadDigest, today: date, workdays: Workdays) -> Outgoing:
    """What is overdue and which periods are not reported; it is the unit's officers that answer."""
    tasks = [fact.task for fact in digest.late]
    told = Telling(words, today, workdays)
    found: dict[str, list[str]] = {}
    for fact in sorted(in_order(digest.late), key=lambda each: each.ladder in CHECKINS):
        is_checkin = fact.ladder in CHECKINS
        finding = _missed(told, fact) if is_checkin else words.text("the unit has overdue work to this day")
        found.setdefault(finding, []).append(line(told, fact, due=not is_checkin))
    first, *others = [
        "\n".join([_please(words, finding), *shortened(words, lines, command="con lai")])
        for finding, lines in found.items()
    ]
    opening = words.text("Following up {plan}: {finding}", plan=cite_all(words, tasks), finding=first)
    see = words.text("See: {command}", command="con lai")
    paragraphs = [opening, *map(upper_first, others), see]
    return Outgoing(title_of(words, today), letter_to_head(words, digest.unit, paragraphs))


def _missed(told: Telling, fact: OccurrenceFact) -> str:
    words = told.words
    due = fact.due_on or told.today
    fields = {"period": words.period(fact.key, fact.ladder, told.today), "day": words.day(due)}
    last = last_taken(told.workdays, due)
    if fact.closing is Closing.UNREPORTED or last < told.today:
        return words.text(
            "the unit has not reported the results of {period} to this day (the period ended on {day})", **fields
        )
    return words.text(
        "the unit has not reported the results of {period} to this day (the period ended on {day}; still taken until"
        " the end of {last})",
        last=words.short_day(last),
        **fields,
    )


def _please(words: Words, finding: str) -> str:
    return words.text("{finding}. Please see to it that the following is done:", finding=finding)
