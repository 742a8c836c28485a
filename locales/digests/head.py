"""The digest of a unit's head: what the unit has not reported, days after it should have; nothing of other units."""

from datetime import date

from data.facts import HeadDigest
from data.outbox import Outgoing
from data.workdays import Workdays
from locales import Words
from locales.digests.letters import letter_to_head, title_of
from locales.items import CHECKINS, in_order, line, telling
from locales.phrases import cite_all, upper_first


def head_digest(words: Words, digest: HeadDigest, today: date, workdays: Workdays) -> Outgoing:
    """What is overdue and which periods are not reported; it is the unit's officers that answer."""
    tasks = [fact.task for fact in digest.late]
    told = telling(words, today, workdays, tasks)
    ordered = in_order(digest.late)
    sections = (
        (
            words.text("the unit has overdue work; please see to it that it is completed and reported:"),
            [line(told, fact) for fact in ordered if fact.ladder not in CHECKINS],
        ),
        (
            words.text("the unit has not reported for the period; please see to it that it does:"),
            [line(told, fact) for fact in ordered if fact.ladder in CHECKINS],
        ),
    )
    asked = ["\n".join([head, *lines]) for head, lines in sections if lines]
    first = words.text("Under {plan}, {request}", plan=cite_all(words, tasks), request="".join(asked[:1]))
    return Outgoing(title_of(words, today), letter_to_head(words, digest.unit, [first, *map(upper_first, asked[1:])]))
