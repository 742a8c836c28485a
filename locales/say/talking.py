"""Answers that are about the talk itself: joining, help, what was not understood."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from data.facts import Seat
from data.kinds import Role
from data.talk import Choice, Outgoing, line
from data.titles import shorten
from locales import N_, Words
from locales.phrases import message, upper_first

_ROLES = {
    Role.OFFICER: N_("contact officer of the unit"),
    Role.HEAD: N_("head of the unit"),
    Role.COORDINATOR: N_("office that follows up the plan"),
    Role.LEADER: N_("leader"),
}
_HEARS = {
    Role.OFFICER: N_("Reminders of the unit's work come on the morning of working days."),
    Role.HEAD: N_(
        "Work that the unit has not reported by the third working day after its deadline is brought to your attention"
        " here."
    ),
    Role.COORDINATOR: N_("A digest of overdue work and new reports comes on the morning of working days."),
}
_NEXT = {Role.OFFICER: "viec", Role.HEAD: "con lai", Role.COORDINATOR: "tinh hinh", Role.LEADER: "tinh hinh"}
# What somebody who was not understood may try, by role; of several roles the first here counts.
_TRY = {
    Role.OFFICER: "viec · xong 10 · tro giup",
    Role.COORDINATOR: "tinh hinh · qua han · tro giup",
    Role.HEAD: "viec · con lai · tro giup",
    Role.LEADER: "tinh hinh · qua han · tro giup",
}
_OTHERS = {
    "sticker": N_("stickers"),
    "photo": N_("photos"),
    "file": N_("files"),
    "voice": N_("voice messages"),
}
_ANY_OTHER = N_("messages of this kind")

UNSUPPORTED = "unsupported"
"""What came in where its messenger tells only that something did: a file, a contact, a place."""


def answered_late(words: Words, said: Outgoing, asked_at: datetime, now: datetime, zone: str) -> Outgoing:
    """An answer that could not be given for a while, with the aware moment at which the question came."""
    local, today = (moment.astimezone(ZoneInfo(zone)) for moment in (asked_at, now))
    at = f"{local:%H:%M}" if local.date() == today.date() else words.moment(asked_at, zone)
    line = words.text("(In answer to the message of {at}.)", at=at)
    return replace(said, text="\n".join(filter(None, (line, said.text))))


def help_text(words: Words, lines: Sequence[tuple[str, str]]) -> Outgoing:
    """The commands, each by an example one can type and one line of help, already worded."""
    return message(
        words.text("You may type, with or without accents:"),
        *(f"• {example} – {text}" for example, text in lines),
        title=words.text("HELP"),
    )


def help_by_topics(words: Words, topics: Sequence[tuple[str, Sequence[str], str]]) -> Outgoing:
    """The commands of each topic by their names, and how to see what each is for."""
    lines = (
        words.text("• {topic}: {commands}", topic=upper_first(name), commands=words.list(names))
        + "\n  "
        + words.text("See: {commands}", commands=more)
        for name, names, more in topics
    )
    return message(words.text("You may type, with or without accents:"), *lines, title=words.text("HELP"))


def role_name(words: Words, role: Role) -> str:
    """What a chat is for, inside a sentence."""
    return words.text(_ROLES[role]) if role in _ROLES else words.text("a role that cannot be read")


def welcome(words: Words, seat: Seat) -> Outgoing:
    """What a chat hears on joining: its unit and role, what is kept of people and why, what to type next."""
    role = role_name(words, seat.role)
    commands = [*filter(None, [_NEXT.get(seat.role)]), "tro giup"]
    return message(
        words.text("This chat now belongs to {unit}, as: {role}.", unit=seat.unit.name, role=role),
        words.text(_HEARS[seat.role]) if seat.role in _HEARS else "",
        words.text(
            "For each person who writes here, the name and the account id shown by the app are kept, to record who"
            " reported what. To have them erased, type: {command}",
            command="quen toi",
        ),
        words.text("Next, type: {commands}", commands=" · ".join(commands)),
    )


def not_joined(words: Words) -> Outgoing:
    """What a chat that belongs to no unit can do."""
    return message(
        words.text("This is the reminder service of the plan. This chat does not belong to any unit yet."),
        words.text(
            "To join, please type the invitation code given by {office}, for example: {command}",
            command="dang ky ABCD2345",
        ),
    )


def come_into_group(words: Words, seats: Sequence[Seat], *, half_deaf: bool) -> Outgoing:
    """What a group hears when the service has been added to it: how to be heard, for whom it speaks or how to join."""
    hearing = (
        words.text(
            "In this group the service may receive only messages that begin with a slash or reply to one of its own."
        ),
        words.text(
            "To let it receive every command, please make it an administrator of the group, or type: {command}",
            command="/xong 10",
        ),
    )
    joined = words.list(f"{seat.unit.name} ({role_name(words, seat.role)})" for seat in seats)
    to_join = words.text(
        "To join, please type the invitation code given by {office}, for example: {command}",
        command="/dang_ky ABCD2345",
    )
    speaks = words.text("This group is connected to: {units}.", units=joined) if seats else to_join
    return message(*(hearing if half_deaf else ()), speaks)


def said_elsewhere(words: Words) -> str:
    """The line over what was meant for a topic of a forum and goes to the general one."""
    return words.text("(Its topic has been closed or removed, so this message comes to the group's general topic.)")


def not_understood_here(words: Words) -> Outgoing:
    """Help for words in a group that were said to the service and are no command."""
    return message(
        words.text(
            "This was not understood. Please type one of these: {commands}", commands="/viec · /xong 10 · /tro_giup"
        )
    )


def edit_not_taken(words: Words, number: str) -> Outgoing:
    """A message was changed after it had been acted on, and not into a correction; it may have reported a task."""
    first = words.text("The message was taken as it was first sent; later changes to it are not taken into account.")
    if not number:
        return message(first, words.text("To correct it, please send a new message."))
    command = f"bao nham {number}"
    again = words.text("To correct it, please send a new message; to take back a report: {command}", command=command)
    return message(first, again)


def forwarded(words: Words, said: str) -> Outgoing:
    """Somebody else's words were passed on: are they meant as one's own?"""
    question = words.text("This message was forwarded, so nothing was noted. If it is your own report, please choose:")
    return choose(words, question, [Choice(shorten(said, 40), line(said))])


def to_try(roles: Collection[Role]) -> str:
    """What a chat with these roles is likely to need, as it is typed."""
    return next((commands for role, commands in _TRY.items() if role in roles), "tro giup")


def unknown(words: Words, text: str, roles: Collection[Role]) -> Outgoing:
    """Help for words that are no command, from a chat with these roles."""
    return message(
        words.text("“{text}” was not understood.", text=shorten(text, 60)),
        words.text("Please type one of these: {commands}", commands=to_try(roles)),
    )


def only_text(words: Words, other: str) -> Outgoing:
    """What to do instead of sending a sticker, a photo or a file, or what a messenger does not pass on at all."""
    if other == UNSUPPORTED:
        return message(
            words.text("The messenger does not pass content of this kind on to the service."),
            words.text(
                "To report, please send a photo, or type the number of the document or a link, for example: {command}",
                command="xong 10 số …/KH",
            ),
        )
    what = words.text(_OTHERS.get(other, _ANY_OTHER))
    return message(
        words.text("The service cannot read {what} yet.", what=what),
        words.text(
            "To report, please type the number of the document or a link, for example: {command}",
            command="xong 10 số …/KH",
        ),
    )


def choose(words: Words, question: str, choices: Sequence[Choice], lines: Sequence[str] = ()) -> Outgoing:
    """A worded question and its possible answers, numbered: a button or the number typed chooses one.

    `lines` say more of each choice than its label, where there is more to say.
    """
    named = lines or [choice.label for choice in choices]
    numbered = [f"{number}. {text}" for number, text in enumerate(named, 1)]
    please = words.text("Please answer with the number.")
    buttons = tuple(replace(choice, label=f"{number}. {choice.label}") for number, choice in enumerate(choices, 1))
    return Outgoing("", "\n".join([question, *numbered, please]), buttons, numbered=True)


# What a label has before its words.
_SIGN = re.compile(r"^[^\w(“]+")


def by_numbers(words: Words, outgoing: Outgoing, *, in_reply: bool) -> Outgoing:
    """The same for a channel without buttons: each choice on a line of its own, under the number that takes it.

    Where nobody in particular is asked, the number must be said `in_reply`.
    """
    if outgoing.numbered or not outgoing.choices:
        return replace(outgoing, choices=())
    labels = (_SIGN.sub("", choice.label) for choice in outgoing.choices)
    lines = (f"{number}. {label}" for number, label in enumerate(labels, 1))
    please = (
        words.text("Please reply to this message with the number.")
        if in_reply
        else words.text("Please answer with the number.")
    )
    return replace(outgoing, text="\n".join([outgoing.text, *lines, please]), choices=(), numbered=True)


def file_not_kept(words: Words, reply: Outgoing, name: str) -> Outgoing:
    """A reply, with what became of the file that came with the words it answers."""
    line = words.text(
        "“{name}” was not kept. To use it as evidence, please send it again with the words, for example: done 10 ·"
        " evidence 10",
        name=name,
    )
    return replace(reply, text=f"{reply.text}\n{line}")


def and_again(words: Words, why: str, number: str) -> str:
    """Why a file has not arrived whose words were taken, and with which words it is sent again, if that is known."""
    if not number:
        return why
    again = words.text("To send it later, add the words: {command}", command=f"minh chung {number}")
    return f"{why} {again}"


def other_not_kept(words: Words, reply: Outgoing, other: str) -> Outgoing:
    """A reply, with what became of the voice message, or whatever it was, that came with the words it answers."""
    line = words.text(
        "{what} was not kept: only photos, videos and documents are.",
        what=upper_first(words.text(_OTHERS.get(other, _ANY_OTHER))),
    )
    return replace(reply, text=f"{reply.text}\n{line}")


def left_alone(words: Words) -> Outgoing:
    """Somebody said no to what was asked last."""
    return message(words.text("Understood; nothing was changed."))


def language_set(words: Words) -> Outgoing:
    """Said in the new language."""
    return message(words.text("From now on, messages to this chat are in English."))


def failed(words: Words) -> Outgoing:
    """Something on our side went wrong."""
    return message(
        words.text("Your message was received but could not be handled. Please send it again in a few minutes.")
    )


# A line that is longer is not typed again.
_LONGEST = 100


def shown(words: Words, first: int, last: int, total: int, command: str) -> str:
    """Which entries are shown, of how many, and the command that shows the next, if one does."""
    fields = {"first": first, "last": last, "total": total}
    if last >= total:
        return words.text("Shown: {first}–{last} of {total}. This is the end of the list.", **fields)
    if not command:
        return words.text("Shown: {first}–{last} of {total}.", **fields)
    on = command if len(command) <= _LONGEST else "xem tiep"
    return words.text("Shown: {first}–{last} of {total}. To see more: {command}", command=on, **fields)


def no_more(words: Words, total: int) -> str:
    """That a list has ended before the entry that was asked for."""
    return words.plural("This is the end of the list ({n} entry).", "This is the end of the list ({n} entries).", total)


def see_on(words: Words) -> str:
    """The button that shows the next part."""
    return words.text("See more")
