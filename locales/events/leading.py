"""Notices that Nội vụ lets others hear: words for the units, and exceptions for the leaders."""

from data.outbox import Outgoing
from data.overseeing import leading
from locales import Words
from locales.digests.letters import letter_to
from locales.events import Event
from locales.items import telling
from locales.phrases import cite_all, message, office
from locales.replies.leading import exception_paragraphs


def broadcast(words: Words, event: Event) -> Outgoing:
    """Nội vụ's own words, as typed."""
    return message(event.facts["text"], title=notice_title(words))


def notice_title(words: Words) -> str:
    """The title over what Nội vụ has units told."""
    return words.text("NOTICE OF {office}", office=office(words).upper())


def release(words: Words, event: Event) -> Outgoing | None:
    """The exceptions as they stand today; what was reported since they were released is left out."""
    facts = [each for each in event.occurrences if leading.is_exception(each, event.today, event.workdays)]
    if not facts:
        return None
    tasks = [fact.task for fact in facts]
    told = telling(words, event.today, event.workdays, tasks)
    head = words.text(
        "{office} reports what needs attention and direction in carrying out {plan}, as of {day}:",
        office=office(words),
        plan=cite_all(words, tasks),
        day=words.day(event.today),
    )
    owing = {(task_id, key): count for task_id, key, count in event.facts.get("owing", ())}
    more = words.text("More: {commands}", commands="tinh hinh · qua han")
    leaders = words.text("the leaders of {issuer}", issuer=tasks[0].plan.issuer)
    return Outgoing(
        words.text("REPORT TO THE LEADERS – {day}", day=words.start_day(event.today)),
        letter_to(words, leaders, [head, *exception_paragraphs(told, facts, owing), more]),
    )
