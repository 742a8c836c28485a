"""Which tasks and Occurrences an argument means, for the unit that speaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.talk import Ask
from data import views
from data.errors import AlreadyDone, ButtonStale, NotOpenYet, TaskOfOthers, TaskUnknown
from data.facts import OccurrenceFact, Seat, TaskFact
from data.model import Closing, Part, State
from data.text import fold

_NUMBER = re.compile(r"(?:[IVXivx]+\.)?\d{1,4}(?:\.\d{1,3})*(?:\(\d\))?")
_FILLERS = {"viec", "so", "nhiem", "vu", "va", "and", "task"}
# What officers count in their notes: in "xong 1 3 tin 2 bai" the 3 belongs to the news items, not to the tasks.
_COUNTED = {
    "tin", "bai", "phong", "van", "lop", "buoi", "hoi", "luot", "nguoi", "can", "to", "pano", "pa", "ap",
    "chuyen", "tai", "cuoc", "dot", "ban", "anh", "video", "clip", "don", "ho", "cong", "lan", "trieu", "%",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Argument:
    """The task numbers an argument begins with, and the note after them as written."""

    numbers: tuple[str, ...]
    note: str


def read_argument(text: str) -> Argument:
    """Split "10, 12 đã gửi số 5/BC-VP" into its task numbers and its note."""
    words = text.split()
    position = next((at for at, word in enumerate(words) if not _leads(word)), len(words))
    numbers = [bare for word in words[:position] if _NUMBER.fullmatch(bare := word.strip(",;:."))]
    if len(numbers) > 1 and position < len(words) and fold(words[position]).strip(",.;") in _COUNTED:
        position -= 1
        numbers.pop()
    note = text.split(maxsplit=position)[position] if position < len(words) else ""
    return Argument(tuple(dict.fromkeys(numbers)), note.strip())


def _leads(word: str) -> bool:
    """Whether a word can stand before the note: a number, or a filler such as "việc"."""
    bare = word.strip(",;:.")
    return bool(_NUMBER.fullmatch(bare)) or fold(bare) in _FILLERS or not bare


def chosen(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact]:
    """The Occurrence that a number means now, with the seat that may answer for it.

    The earliest open one; else the one closed as missed last, since late news is welcome.

    Raises:
        TaskUnknown, TaskOfOthers: there is no such task, or another unit leads it.
        NotOpenYet, AlreadyDone: there is nothing to report in it now.
    """
    seat, task = led_task(ask, number)
    found = views.occurrences(ask.session, views.of_task(task.id), views.led_by(seat.unit.id))
    by_day = sorted(found, key=lambda fact: (fact.due_on is None, fact.due_on or fact.starts_on))
    for fact in by_day:
        if fact.state is State.OPEN:
            return seat, fact
    for fact in reversed(by_day):
        if fact.closing in {Closing.UNREPORTED, Closing.NOT_COUNTED}:
            return seat, fact
    for fact in reversed(by_day):
        if fact.report is not None:
            raise AlreadyDone(number=number, at=fact.report.at)
    raise NotOpenYet(number=number)


def last_reported(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact | None]:
    """The Occurrence of a task reported last, with the seat that may take it back."""
    seat, task = led_task(ask, number)
    found = views.occurrences(ask.session, views.of_task(task.id), views.led_by(seat.unit.id))
    reported = [fact for fact in found if fact.report is not None and fact.state in {State.DONE, State.ACCEPTED}]
    return seat, max(reported, key=lambda fact: fact.report.at if fact.report else ask.now, default=None)


def behind_button(ask: Ask) -> tuple[Seat, OccurrenceFact]:
    """The Occurrence a button was made for.

    Raises:
        ButtonStale: it is gone, or belongs to a unit for which this chat does not speak.
    """
    facts = views.occurrences(ask.session, views.among([ask.occurrence_id or 0]))
    for fact in facts:
        for seat in ask.seats:
            if seat.unit.id == fact.unit.id:
                return seat, fact
    raise ButtonStale


def led_task(ask: Ask, number: str) -> tuple[Seat, TaskFact]:
    """The task of this number that a unit of this chat leads; of the newest plan, where several have it."""
    tasks = views.find_tasks(ask.session, number)
    if not tasks:
        raise TaskUnknown(number=number)
    parts = [(views.part_of(ask.session, task.id, seat.unit.id), seat, task) for task in tasks for seat in ask.seats]
    for part, seat, task in reversed(parts):
        if part is Part.LEAD:
            return seat, task
    raise TaskOfOthers(number=number, coordinating=any(part is Part.COORDINATING for part, *_ in parts))


def units_of(ask: Ask) -> Sequence[Seat]:
    """The seats of this chat, one for each unit."""
    return tuple({seat.unit.id: seat for seat in reversed(ask.seats)}.values())[::-1]
