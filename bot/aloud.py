"""Orders as they are spoken, which only begin like a command: whom and what they mean the whole line says."""

import re
from collections.abc import Callable

from bot.command import Command, Heard
from bot.features import adopting, announcing, extending, inviting, planning, relaying, reviewing
from data.lines.numbers import counts_in
from data.words import fold, fold_in_place

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


# Another order in the same line: "trả lại việc 1 thiếu link, ghi nhận việc 12".
_ANOTHER = re.compile(
    r"[,;.\n]\s+(?:(?:va|con|roi|dong thoi|sau do)\s+)?(?:nhac|don doc|giuc|ghi nhan|duyet|tra lai|tra ve|dat han"
    r"|doi han|cho gia han|khong cho|gia han|moi|trinh)\b"
)
_ANOTHER_TASK = re.compile(r"[,;]\s+(?:va |con )?(?:viec|nhiem vu) \d")
_DECIDED = {reviewing.note, reviewing.send_back, reviewing.clear, extending.grant, extending.refuse, planning.set_day}
_ALOUD: dict[Command, Callable[[Heard, str], object]] = {
    relaying.pass_on: lambda heard, _: heard.typed != heard.command.name,
    adopting.accept_draft: lambda _, said: _ENTERED.match(said),
    announcing.broadcast: lambda _, said: ":" not in said and _TO_WHOM.match(said),
    inviting.invite: lambda _, said: _MEETING.match(said),
    reviewing.send_back: lambda heard, _: heard.typed == "bo sung" and counts_in(heard.argument),
    planning.set_day: lambda heard, _: _ANOTHER_TASK.search(fold_in_place(heard.argument)),
    reviewing.note: lambda _, said: _LOOSELY.search(said),
}


def is_aloud(heard: Heard) -> bool:
    """Whether a line must be read whole: "bảo Nội vụ …", "thông báo cho Lê Lợi là …", "mời họp các phường …"."""
    if heard.act is not None:
        return False
    if heard.command in _DECIDED and _ANOTHER.search(fold_in_place(heard.argument)):
        return True
    spoken = _ALOUD.get(heard.command)
    return spoken is not None and bool(spoken(heard, fold(heard.argument)))
