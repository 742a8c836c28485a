"""Events about who may speak: somebody locked out, a unit that nobody can be reminded for any more."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from data.talk import Outgoing
from locales import N_, Words
from locales.events import Event
from locales.phrases import channel_name, message
from locales.voice import Voice


def lockout(voice: Voice, event: Event) -> Outgoing:
    """Too many wrong codes were typed: in which chat, by whom, what is refused until when, what to do.

    The codes themselves are told to nobody.
    """
    facts = event.facts
    until = voice.moment(datetime.fromisoformat(facts["until"]), facts["zone"])
    if facts["of_chat"]:
        typed = voice.text(
            "{chat}: {count} wrong invitation codes within an hour, the last one by “{name}”.",
            chat=_chat(voice, facts),
            count=facts["count"],
            name=facts["name"],
        )
    else:
        typed = voice.text(
            "“{name}” ({channel}) has typed {count} wrong invitation codes within an hour, in several chats.",
            name=facts["name"],
            channel=channel_name(facts["channel"]),
            count=facts["count"],
        )
    return message(
        typed,
        voice.text(_refused(facts), until=until),
        voice.text(
            "If this is an officer of a unit, please give them a new code after that, for example: {command}."
            " Otherwise nothing need be done.",
            command="moi P-LL",
        ),
        title=voice.text("WRONG INVITATION CODES"),
    )


def _chat(words: Words, facts: Mapping[str, Any]) -> str:
    channel = channel_name(facts["channel"])
    if not facts["group"]:
        return words.text("The private chat of “{name}” ({channel})", name=facts["name"], channel=channel)
    if facts["units"]:
        return words.text("The group of {units} ({channel})", units=words.list(facts["units"]), channel=channel)
    return words.text("A group that has not joined ({channel})", channel=channel)


def _refused(facts: Mapping[str, Any]) -> str:
    if facts["of_chat"] and facts["of_person"]:
        return N_("Codes typed in this chat or by this person are refused until {until}.")
    if facts["of_chat"]:
        return N_("Codes typed in this chat, by anybody, are refused until {until}.")
    return N_("Codes typed by this person, in any chat, are refused until {until}.")


def silent(voice: Voice, event: Event) -> Outgoing:
    """Officers have had themselves erased, and their units have no chat left."""
    return message(
        voice.text(
            "The officer who received the reminders has had their data erased. No chat is left for: {units}.",
            units=voice.list(event.facts["units"]),
        ),
        voice.text("Please give these units a new invitation code."),
        title=voice.text("UNITS WITHOUT A CHAT"),
    )
