"""What becomes of a notice of the coordinator's: to whom it goes, and which words of the line are its text. Pure."""

import re
from dataclasses import replace

from data.lines.of_office_marks import Said
from data.lines.of_office_slots import OfficeScene, Slots
from data.lines.wishes import Mode, Reading, Wish

# What is sent stands before those who get it: "thông báo mời họp 8h thứ 6 tới các phường".
_SENT = re.compile(
    r"^(?:gui |chuyen |ra )?(?:thong bao|tb|nhan tin|nhan|tin nhan|tin|loan bao|bao|truyen dat|pho bien)\b(?: ve| viec"
    r"| la)* "
    r"(?!(?:nay|tren|sau|vua roi|do|tin)\b)(?P<text>(?!(?:toi|den|cho|xuong)\b).+?)(?: (?:toi|den|cho"
    r"|xuong))+ [UG](?: [UG]| tru [UG])*$"
)
_MEETING = re.compile(
    r"^(?P<text>moi (?:hop|du|giao ban|tap huan)\b(?=.{0,99}[\dD]).{1,200}?)(?: (?:toi|den|cho))* [UG](?: [UG])*$"
)
_ASKED_TO_COME = re.compile(r"moi(?: (?:di|hop|du|giao ban|chu tich|truong phong|can bo|dong chi))*(?= [UGO]\b)")


def told_to_many(wish: Wish, slots: Slots, _scene: OfficeScene) -> Reading:
    """A notice is always shown first, with exactly those who would get it."""
    wish = replace(wish, tasks=(), period=None, units=_addressed(wish.units, slots.said))
    to_all = "thong bao "
    if not (wish.text or wish.units or wish.groups) and slots.said.kind.startswith(to_all):
        wish = replace(wish, text=slots.said.behind(len(to_all)))
    if wish.text and (asked := _ASKED_TO_COME.match(slots.said.kind)):
        lead = _between(slots.said, 0, asked.end())
        wish = replace(wish, text=f"{lead} {wish.text}" if not slots.said.line.endswith(lead) else wish.text)
    if not wish.text and (between := _SENT.match(slots.said.kind) or _MEETING.match(slots.said.kind)):
        wish = replace(wish, text=_between(slots.said, between.start("text"), between.end("text")))
    if wish.text and (when := _WHEN.match(slots.said.kind)):
        wish = replace(wish, text=f"{_between(slots.said, 0, when.end())} {wish.text}")
    if not wish.text:
        return Reading(Mode.ASK, (wish,), "text")
    return Reading(Mode.CONFIRM, (wish,))


# When it is, said before those to whom it is: "9h mai các xã lên nhận tài liệu".
_WHEN = re.compile(
    r"(?:D|\d{1,2}(?:h|g|gio)\d{0,2}|sang|trua|chieu|toi)(?: (?:D|nay|mai|gio|\d{1,2}h\d{0,2}))*(?= [UG]\b)"
)


def _addressed(units: tuple[str, ...], said: Said) -> tuple[str, ...]:
    """The units of the first row of names; who is named behind it is only spoken of."""
    row = re.search(r"[UG](?: (?:cho |va |toi |den |tru )*[UG])*", said.kind)
    if row is None:
        return units
    marks = said.marks[said.mark_at(row.start()) : said.mark_at(row.end())]
    first = {str(value) for mark in marks if mark.word == "U" for value in mark.values}
    behind = re.match(r"(?:\w+ )*?(?:cho|toi|den) [UG]\b", said.kind[row.end() :].strip()) if not first else None
    return units if behind else tuple(unit for unit in units if unit in first)


def _between(said: Said, start: int, end: int) -> str:
    """The words as written from one place of a kind to another."""
    return said.line[said.marks[said.mark_at(start)].start : said.marks[said.mark_at(end) - 1].end].strip(" ,;:.-")
