"""Notices to a unit's chats of what becomes of them: taken off the unit, work handed over, work taken over."""

from data.talk import Outgoing
from locales import Words
from locales.digests.letters import letter_to
from locales.events import Event
from locales.events.leading import notice_title
from locales.phrases import message, office, upper_first


def unlinked(words: Words, event: Event) -> Outgoing:
    """The chat does not speak for its unit any more."""
    return message(
        words.text(
            "{office} has ended the link between this chat and {unit}. No more reminders of the unit come here.",
            office=upper_first(office(words)),
            unit=event.facts["unit"],
        ),
        words.text("If this is a mistake, please ask {office} for a new invitation code.", office=office(words)),
        words.text("Thank you for your work."),
        title=notice_title(words),
    )


def handed_over(words: Words, event: Event) -> Outgoing:
    """To the unit whose work has gone to another."""
    body = (
        words.text(
            "The work of the unit that was still open has been handed over to {successor}.",
            successor=event.facts["successor"],
        ),
        words.text("What the unit has reported is kept. No more reminders of this work come here."),
    )
    return Outgoing(notice_title(words), letter_to(words, event.facts["unit"], ["\n".join(body)]))


def taken_over(words: Words, event: Event) -> Outgoing:
    """To the unit that owes the work now."""
    body = (
        words.text(
            "The work of {unit} that was still open has been handed over to your unit.", unit=event.facts["unit"]
        ),
        words.text("To see the work of your unit, type: tasks"),
    )
    return Outgoing(notice_title(words), letter_to(words, event.facts["successor"], ["\n".join(body)]))
