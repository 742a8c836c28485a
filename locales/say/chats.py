"""Who speaks in which chat: who has joined, a one-time code, a chat taken off, work handed over, a person erased."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from data.facts import UnitFact
from data.kinds import Role
from data.office.handing_over import Handover
from data.people.chats import ChatFact, UnitChats
from data.people.persons import Forgotten
from data.talk import Act, Choice, Outgoing
from locales import N_, Voice, Words
from locales.phrases import channel_name, message, names, why_closed
from locales.say.talking import choose, role_name


def chat_list(voice: Voice, found: Sequence[UnitChats]) -> Outgoing:
    """The chats of each unit, in which role, since when, reachable or not; and the units without one."""
    joined = [each for each in found if each.chats]
    missing = [each.unit for each in found if not each.chats]
    paragraphs = [_unit(voice, each, voice.zone) for each in joined]
    if missing:
        units = voice.list(f"{unit.name} ({unit.code})" for unit in missing)
        paragraphs.append(voice.text("No chat yet: {units}", units=units))
        paragraphs.append(voice.text("To invite a unit, type: {command}", command=f"moi {missing[0].code}"))
    title = voice.text("CHATS – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, "\n".join(paragraphs or [voice.text("No chat has joined yet.")]))


def invited(words: Words, unit: UnitFact, role: Role, code: str, expires: datetime, zone: str) -> Outgoing:
    """A one-time code, and the words to pass on with it."""
    to = N_("Please ask the leader to type: {command}")
    if role is Role.HEAD:
        to = N_("Please ask the head of the unit to type in a private chat: {command}")
    elif role is not Role.LEADER:
        to = N_("Please ask the unit to type in its chat: {command}")
    return message(
        words.text("Invitation code for {unit}, as: {role}.", unit=unit.name, role=role_name(words, role)),
        words.text(to, command=f"dang ky {code}"),
        words.text("The code works once, until {at}. It is not shown again.", at=words.moment(expires, zone)),
    )


def ask_to_invite(words: Words, units: Sequence[UnitFact], act: Act) -> Outgoing:
    """Whether codes are to be made for the units of a group that have not joined."""
    if not units:
        return message(words.text("All of these units have joined."))
    question = words.plural(
        "Make an invitation code for {n} unit that has not joined: {units}?",
        "Make an invitation code for each of {n} units that have not joined: {units}?",
        len(units),
        units=names(words, units, limit=len(units)),
    )
    return choose(words, question, [Choice(words.text("Make the codes"), act)])


def all_invited(words: Words, codes: Sequence[tuple[UnitFact, str]], expires: datetime, zone: str) -> Outgoing:
    """A one-time code for each of several units."""
    if not codes:
        return message(words.text("All of these units have joined."))
    return message(
        words.text("Invitation codes; please ask each unit to type in its chat:"),
        *(f"• {unit.name}: {words.typed(f'dang ky {code}')}" for unit, code in codes),
        words.text("Each code works once, until {at}. It is not shown again.", at=words.moment(expires, zone)),
    )


def unlinked(words: Words, unit: UnitFact, chat: ChatFact) -> Outgoing:
    """A chat does not speak for its unit any more."""
    return message(
        words.text("This chat no longer belongs to {unit}: {chat}.", unit=unit.name, chat=_chat(words, chat)),
        words.text("The chat has been notified. To invite it again, type: {command}", command=f"moi {unit.code}"),
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


_COMMAND = "quen toi dong y"


def nothing_kept(words: Words) -> Outgoing:
    """There is nothing to erase."""
    return message(words.text("Nothing is kept about you: you have not written here so far."))


def forget_question(words: Words, person: int, *, is_last_of_office: bool) -> Outgoing:
    """What would be erased and what would stay, before it is done; the button is for that `person` alone."""
    text = message(
        words.text(
            "Your name, your account id and your private chat with the service will be erased; no more reminders will"
            " be sent to that chat."
        ),
        words.text(
            "The unit's reports that you sent, with their notes and evidence, and the record of changes are kept,"
            " without your name."
        ),
        words.text(
            "This is the last chat of {office}: after that nobody will receive the difficulties and requests of the"
            " units, until another chat of the office has joined with a code from the operator of the service.",
        )
        if is_last_of_office
        else "",
        words.text("To confirm, type: {command}", command=_COMMAND),
    ).text
    return Outgoing("", text, (Choice(words.text("Erase my data"), Act("quen toi", how="dong y", number=person)),))


def forgotten(words: Words, gone: Forgotten) -> Outgoing:
    """What has been erased, and what is kept without a name."""
    return message(
        words.text("Your name, your account id and your private chat have been erased."),
        words.plural(
            "{n} report is kept without your name, as part of the unit's record.",
            "{n} reports are kept without your name, as part of the unit's record.",
            gone.reports,
        )
        if gone.reports
        else "",
        words.text(
            "In what was written here before, your full name and the given name after “đ/c”, “anh”, “chị” and the"
            " like have been masked. If you are still named in another way, please tell {office}.",
        ),
        words.text("To use the service again, please ask {office} for a new invitation code."),
    )


def ask_to_hand_over(words: Words, units: Sequence[UnitFact], successor: UnitFact, what: Handover) -> Outgoing:
    """What would go from units to the one they are merged into; nothing has changed yet."""
    act = Act("ban giao", units=(*(unit.code for unit in units), successor.code), then="dong y")
    row = words.list(unit.name for unit in units)
    text = message(
        words.text("The work of {unit} would be handed over to {successor}:", unit=row, successor=successor.name),
        *_what(words, units, successor, what),
        words.text("What {unit} has reported is kept as it is. Handing over cannot be undone.", unit=row)
        if len(units) == 1
        else words.text("What these units have reported is kept as it is. Handing over cannot be undone."),
        words.text("To agree, type: {command}", command=act.typed),
    ).text
    return Outgoing(words.text("NOT YET HANDED OVER"), text, (Choice(words.text("Hand over"), act),))


def handed_over(words: Words, units: Sequence[UnitFact], successor: UnitFact, what: Handover) -> Outgoing:
    """The successor owes it now; all units are told."""
    row = words.list(unit.name for unit in units)
    return message(
        words.text("The work of {unit} has been handed over to {successor}.", unit=row, successor=successor.name),
        *_what(words, units, successor, what),
        words.text("The chats of these units have been notified."),
    )


def _what(words: Words, units: Sequence[UnitFact], successor: UnitFact, what: Handover) -> list[str]:
    lines = [
        words.plural("• {n} task led", "• {n} tasks led", what.tasks) if what.tasks else "",
        words.plural("• {n} open report", "• {n} open reports", what.moved) if what.moved else "",
        _once(words, len(units), successor, what.merged) if what.merged else "",
        words.plural("• {n} task to support", "• {n} tasks to support", what.supported) if what.supported else "",
    ]
    lines = [*filter(None, lines)] or [words.text("• nothing that is still open")]
    if what.coordinates:
        lines.append(
            words.text("• following up the plans: messages are sent in the name of {unit}", unit=successor.name)
        )
    if what.reported:
        lines.append(
            words.plural(
                "• {n} report made already: kept under the old name, and counted in its period",
                "• {n} reports made already: kept under the old name, and counted in their periods",
                what.reported,
            )
        )
    if what.chats:
        speak = words.plural("{n} chat", "{n} chats", what.chats)
        if what.persons:
            persons = words.plural("{n} person known by name", "{n} persons known by name", what.persons)
            speak = f"{speak} ({persons})"
        lines.append(words.text("• {chats}: to speak for {successor}", chats=speak, successor=successor.name))
    return lines


def _once(words: Words, units: int, successor: UnitFact, merged: int) -> str:
    if units > 1:
        return words.plural(
            "• {n} open report that several units have to make: to be reported once",
            "• {n} open reports that several units have to make: to be reported once",
            merged,
        )
    return words.plural(
        "• {n} open report that {successor} also has to make: to be reported once",
        "• {n} open reports that {successor} also has to make: to be reported once",
        merged,
        successor=successor.name,
    )
