"""What Nội vụ is told of chats: who has joined, a one-time code, a chat taken off its unit."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.facts import UnitFact
from data.model import Role
from data.outgoing import Outgoing
from data.speakers.chats import ChatFact, UnitChats
from locales import N_, Words
from locales.phrases import channel_name, message
from locales.reaching import why_closed
from locales.replies.talking import role_name


def chat_list(words: Words, found: Sequence[UnitChats], today: date, zone: str) -> Outgoing:
    """The chats of each unit, in which role, since when, reachable or not; and the units without one."""
    joined = [each for each in found if each.chats]
    missing = [each.unit for each in found if not each.chats]
    paragraphs = [_unit(words, each, zone) for each in joined]
    if missing:
        units = words.list(f"{unit.name} ({unit.code})" for unit in missing)
        paragraphs.append(words.text("No chat yet: {units}", units=units))
        paragraphs.append(words.text("To invite a unit, type: {command}", command=f"moi {missing[0].code}"))
    title = words.text("CHATS – {day}", day=words.start_day(today))
    return Outgoing(title, "\n".join(paragraphs or [words.text("No chat has joined yet.")]))


def invited(words: Words, unit: UnitFact, role: Role, code: str, expires: datetime, zone: str) -> Outgoing:
    """A one-time code, and the words to pass on with it."""
    to = N_("Please have the leader type: {command}")
    if role is Role.HEAD:
        to = N_("Please have the head of the unit type in a private chat: {command}")
    elif role is not Role.LEADER:
        to = N_("Please have the unit's chat type: {command}")
    return message(
        words.text("Invitation code for {unit}, as: {role}.", unit=unit.name, role=role_name(words, role)),
        words.text(to, command=f"dang ky {code}"),
        words.text("The code works once, until {at}. It is not shown again.", at=words.moment(expires, zone)),
    )


def unlinked(words: Words, unit: UnitFact, chat: ChatFact) -> Outgoing:
    """A chat does not speak for its unit any more."""
    return message(
        words.text("This chat no longer belongs to {unit}: {chat}.", unit=unit.name, chat=_chat(words, chat)),
        words.text("The chat is told. To invite it again, type: {command}", command=f"moi {unit.code}"),
    )


def _unit(words: Words, each: UnitChats, zone: str) -> str:
    head = f"• {each.unit.name} ({each.unit.code}):"
    lines = [f"{chat.number}. {_line(words, chat, zone)}" for chat in each.chats]
    return f"{head} {lines[0]}" if len(lines) == 1 else "\n  ".join([head, *lines])


def _line(words: Words, chat: ChatFact, zone: str) -> str:
    since = words.text("since {day}", day=words.day(chat.since.astimezone(ZoneInfo(zone)).date()))
    parts = [_chat(words, chat), since]
    if chat.unreachable is not None:
        parts.append(words.text("cannot be reached ({reason})", reason=why_closed(words, chat.unreachable)))
    return words.list(parts)


def _chat(words: Words, chat: ChatFact) -> str:
    who = words.text("group") if chat.is_group else words.text("private chat of {name}", name=chat.person)
    if not chat.is_group and not chat.person:
        who = words.text("private chat")
    return words.list([channel_name(chat.channel), who, role_name(words, chat.role)])
