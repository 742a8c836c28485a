"""Orders as they are spoken, which only begin like a command: whom and what they mean the whole line says."""

import re
from collections.abc import Callable

from bot.command import Command, Heard
from bot.features import adopting, announcing, inviting, relaying, reviewing
from data.lines.numbers import counts_in
from data.words import fold

_TO_WHOM = re.compile(r"(?:cho|toi|den|gui|voi)\b")
# Bare "mời họp các phường" says nothing of when and where.
_MEETING = re.compile(
    r"(?:di )?(?:hop|giao ban|tap huan|toa dam|hoi nghi|du)\b.*(?:\d|\b(?:sang|chieu|mai|thu|ngay|tai)\b)"
    r"|(?:\w+ ){1,6}(?:hop|giao ban|tap huan|toa dam|hoi nghi|du)\b"
)
# What is entered, and not a draft by its number: "nhập cho Liên Phương việc 1 2 tin".
_ENTERED = re.compile(r"(?:cho|ho|giup|thay|ket qua|bao cao|so lieu|ke hoach|cua|viec)\b")
# Less than the group's name: only wards, or only communes.
_LOOSELY = re.compile(r"\b(?:cac|may|nhung|toan bo) (?:phuong|xa)\b(?! phuong| xa)")


_ALOUD: dict[Command, Callable[[Heard, str], object]] = {
    relaying.pass_on: lambda heard, _: heard.typed != heard.command.name,
    adopting.accept_draft: lambda _, said: _ENTERED.match(said),
    announcing.broadcast: lambda _, said: ":" not in said and _TO_WHOM.match(said),
    inviting.invite: lambda _, said: _MEETING.match(said),
    reviewing.send_back: lambda heard, _: heard.typed == "bo sung" and counts_in(heard.argument),
    reviewing.note: lambda _, said: _LOOSELY.search(said),
}


def is_aloud(heard: Heard) -> bool:
    """Whether a line must be read whole: "bảo Nội vụ …", "thông báo cho Lê Lợi là …", "mời họp các phường …"."""
    spoken = _ALOUD.get(heard.command) if heard.act is None else None
    return spoken is not None and bool(spoken(heard, fold(heard.argument)))
