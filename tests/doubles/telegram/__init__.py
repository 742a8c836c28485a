"""A strict Telegram on the loopback, for tests that speak to the bot as people do."""

from tests.doubles.apart import Apart
from tests.doubles.double import Call
from tests.doubles.screen import Attached
from tests.doubles.telegram.chats import Chat, Voice
from tests.doubles.telegram.groups import GroupChat
from tests.doubles.telegram.people import Person, PrivateChat
from tests.doubles.telegram.records import Answer
from tests.doubles.telegram.seen import Button, Seen
from tests.doubles.telegram.server import TelegramDouble
from tests.doubles.troubles import (
    AnswerLost,
    Garbage,
    Held,
    Refusal,
    Slow,
    Trouble,
    server_error,
    too_many_requests,
)

__all__ = [
    "Answer",
    "AnswerLost",
    "Apart",
    "Attached",
    "Button",
    "Call",
    "Chat",
    "Garbage",
    "GroupChat",
    "Held",
    "Person",
    "PrivateChat",
    "Refusal",
    "Seen",
    "Slow",
    "TelegramDouble",
    "Trouble",
    "Voice",
    "server_error",
    "too_many_requests",
]
