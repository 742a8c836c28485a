"""Notices to a unit's chats of what becomes of them: taken off the unit, work handed over, work taken over."""

from data.talk import Outgoing
from locales.digests.letters import letter_to
from locales.events import Event
from locales.events.leading import notice_title
from locales.phrases import message, office, upper_first
from locales.voice import Voice


def unlinked(voice: Voice, event: Event) -> Outgoing:
    """The chat does not speak for its unit any more."""
    return message(
        voice.text(
            "{office} has ended the link between this chat and {unit}. No more reminders of the unit come here.",
            office=upper_first(office(voice)),
            unit=event.facts["unit"],
        ),
        voice.text("If this is a mistake, please ask {office} for a new invitation code.", office=office(voice)),
        voice.text("Thank you for your work."),
        title=notice_title(voice),
    )


def handed_over(voice: Voice, event: Event) -> Outgoing:
    """To the unit whose work has gone to another."""
    body = (
        voice.text(
            "The work of the unit that was still open has been handed over to {successor}.",
            successor=event.facts["successor"],
        ),
        voice.text("What the unit has reported is kept. No more reminders of this work come here."),
    )
    return Outgoing(notice_title(voice), letter_to(voice, event.facts["unit"], ["\n".join(body)]))


def taken_over(voice: Voice, event: Event) -> Outgoing:
    """To the unit that owes the work now."""
    body = (
        voice.text(
            "The work of {unit} that was still open has been handed over to your unit.", unit=event.facts["unit"]
        ),
        voice.text("To see the work of your unit, type: tasks"),
    )
    return Outgoing(notice_title(voice), letter_to(voice, event.facts["successor"], ["\n".join(body)]))
