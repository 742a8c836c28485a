"""A strict Zalo Bot Platform on the loopback, for tests that speak to the bot as people do."""

from tests.doubles.apart import Apart
from tests.doubles.double import Call
from tests.doubles.screen import Attached
from tests.doubles.troubles import AnswerLost, Dripping, Garbage, Held, Refusal, Slow, Trouble, server_error
from tests.doubles.zalo.chats import Chat, Voice
from tests.doubles.zalo.groups import GroupChat
from tests.doubles.zalo.people import Person, PrivateChat
from tests.doubles.zalo.rules import EMPTY_RESULT, NULL_RESULT, Rules, gateway, quota_exceeded
from tests.doubles.zalo.seen import Seen
from tests.doubles.zalo.server import DOWNLOAD, ZaloDouble

__all__ = [
    "DOWNLOAD",
    "EMPTY_RESULT",
    "NULL_RESULT",
    "AnswerLost",
    "Apart",
    "Attached",
    "Call",
    "Chat",
    "Dripping",
    "Garbage",
    "GroupChat",
    "Held",
    "Person",
    "PrivateChat",
    "Refusal",
    "Rules",
    "Seen",
    "Slow",
    "Trouble",
    "Voice",
    "ZaloDouble",
    "gateway",
    "quota_exceeded",
    "server_error",
]
