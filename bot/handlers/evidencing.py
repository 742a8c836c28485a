"""Minh chứng: the photo or file that came with a report, or after it."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cache

from bot.handlers import choosing
from bot.talk import Ask
from data import evidence, views
from data.errors import EvidenceMissing, FileLost, FileTooLarge, FileWithoutTask, NothingToBack
from data.evidence import Kept
from data.facts import OccurrenceFact, Seat
from data.outbox import Outgoing
from locales.replies import reporting as replies

# So long after a report a file without words belongs to it.
LATELY = timedelta(minutes=10)
_MEGABYTE = 1024 * 1024


def add(ask: Ask) -> Sequence[Outgoing]:
    """`minh chung 10` with a photo, a file, a link or a document's number: more evidence for the last report of a task.

    Without a number it is for what the person reported last, if that was just now.
    """
    argument = choosing.read_argument(ask.argument)
    if not argument.numbers:
        return _add_to_latest(ask, argument.note)
    kept = keeping(ask)

    def back(number: str) -> Outgoing:
        seat, fact = choosing.last_reported(ask, number)
        if fact is None:
            raise NothingToBack(number=number)
        return _add(ask, seat, fact, argument.note, kept)

    return choosing.of_each(ask, argument.numbers, back)


def keeping(ask: Ask) -> Callable[[], Kept | None]:
    """What keeps the file that came with the words when it is first called for; it gives None where none came.

    Raises:
        FileTooLarge, FileLost: it was not taken, or is not there any more; now, before anything has been changed.
    """
    file = ask.file
    if file is None:
        return lambda: None
    if file.why == "too-large":
        raise FileTooLarge(name=file.name, megabytes=evidence.LARGEST // _MEGABYTE)
    folder, path = ask.folder, file.path
    if folder is None or path is None or not (folder / path).is_file():
        raise FileLost(name=file.name)

    @cache
    def keep() -> Kept:
        return evidence.keep(folder, path, file.name)

    return keep


def kind_of(ask: Ask) -> str:
    """What the file is told as."""
    return "photo" if ask.other == "photo" else "file"


def _add_to_latest(ask: Ask, note: str) -> Sequence[Outgoing]:
    actor = choosing.actor_of(ask, ask.seat)
    chats = [seat.address_id for seat in ask.seats]
    latest = evidence.reported_lately(ask.session, chats, actor.officer_id, ask.now - LATELY)
    for fact in views.occurrences(ask.session, views.among([latest] if latest else [])):
        if choosing.reports_of(fact):
            seat = next(seat for seat in ask.seats if seat.unit.id == fact.unit.id)
            return (_add(ask, seat, fact, note, keeping(ask)),)
    if ask.speaker.is_group and not ask.command:
        # People show each other pictures in their group: this one was not meant for us.
        return ()
    raise FileWithoutTask


def _add(ask: Ask, seat: Seat, fact: OccurrenceFact, note: str, kept: Callable[[], Kept | None]) -> Outgoing:
    actor = choosing.actor_of(ask, seat)
    if not evidence.add(ask.session, fact.id, note, actor, ask.now, kept(), kind_of(ask)):
        raise EvidenceMissing(number=fact.task.number)
    ask.session.flush()
    anew = views.occurrences(ask.session, views.among([fact.id]))[0]
    return replies.evidence_added(ask.words, anew, choosing.reports_of(anew)[-1], ask.today, ask.workdays)
