"""Events about who may speak: somebody locked out, a unit that nobody can be reminded for any more."""

from datetime import datetime

from data.outbox import Outgoing
from locales import Words
from locales.events import Event
from locales.phrases import message


def lockout(words: Words, event: Event) -> Outgoing:
    """Somebody typed too many wrong codes; the codes themselves are told to nobody."""
    facts = event.facts
    until = words.moment(datetime.fromisoformat(facts["until"]), facts["zone"])
    return message(
        words.text(
            "“{name}” ({channel}) has typed {count} wrong invitation codes within an hour. Codes from this account are"
            " refused until {until}.",
            name=facts["name"],
            channel=facts["channel"],
            count=facts["count"],
            until=until,
        ),
        words.text(
            "If this is an officer of a unit, please give them a new code after that; otherwise nothing need be done."
        ),
        title=words.text("WRONG INVITATION CODES"),
    )


def silent(words: Words, event: Event) -> Outgoing:
    """Officers have had themselves erased, and their units have no chat left."""
    return message(
        words.text(
            "The officer who received the reminders has had their data erased. No chat is left for: {units}.",
            units=words.list(event.facts["units"]),
        ),
        words.text("Please give these units a new invitation code."),
        title=words.text("UNITS WITHOUT A CHAT"),
    )
