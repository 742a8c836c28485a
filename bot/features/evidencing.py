"""Minh chứng: the photo or file that came with a report or after it, and one that is taken off again."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from bot import attachments, targets
from bot.arguments import Takes
from bot.command import UNIT_ROLES, Sense, command
from bot.features import opening
from bot.talk import Ask, Attachment
from data import views
from data.facts import OccurrenceFact, Seat
from data.kinds import State
from data.lines.doubts import asks
from data.lines.notes import evidence_in
from data.lines.numbers import numbers_within, read_argument
from data.notices import EvidenceAdded
from data.people import registering
from data.refusals import (
    AcceptedAlready,
    EvidenceGone,
    EvidenceMissing,
    FileLost,
    FileNotHeld,
    FileWithoutTask,
    NothingToBack,
)
from data.talk import Act, Choice, Outgoing
from data.views import running
from data.words import fold
from data.work import evidence, held, reporting
from data.work.evidence import Kept, Piece
from data.work.held import Held
from locales import N_
from locales.say import evidencing as replies
from locales.say.reporting import evidence_added
from locales.say.talking import choose
from scheduler import notices

# So long after a report a file without words belongs to it, and so long after a file a report takes it.
LATELY = timedelta(minutes=10)

WITH_FILE = re.compile(r"\s*\b(?:k[eè]m|with)\s+(?:t[eệ]p|[aả]nh|files?|photos?)(?:\s+n[aà]y)?[\s.]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Keeps the files there are, once, and gives them; `check_room` refuses a report that has too many already."""

    check_room: Callable[[OccurrenceFact], None]
    keep: Callable[[], tuple[Kept, ...]]


@command(
    "minh chung · bo sung minh chung · gui minh chung · kem minh chung",
    english="evidence",
    may=UNIT_ROLES,
    takes=Takes.TASKS | Takes.OR_LAST | Takes.NOTE | Takes.FILE,
    sense=Sense.TELLS,
    example="minh chung 10 số …/KH",
    help=N_("add a document, link, photo or file to a report; send the photo or file with these words"),
)
def add(ask: Ask) -> Sequence[Outgoing]:
    """`minh chung 10` with a photo, a file, a link or a document's number: more evidence for the last report of a task.

    Without a number it is for what the person reported last, if that was just now. With nothing to add, it is what
    there is that is asked for.
    """
    if _asks_to_see(ask):
        return opening.show(ask)
    if ask.occurrence_id is not None:
        return (add_to(ask, *targets.behind_button(ask), words_held(ask), keeping(ask)),)
    if not ask.numbers:
        if asks(ask.note) or numbers_within(fold(ask.note)):
            raise FileWithoutTask
        return _add_to_latest(ask, ask.note)
    kept = keeping(ask)

    def back(number: str) -> Outgoing:
        seat, fact = targets.last_reported(ask, number)
        if fact is None:
            raise NothingToBack(number=number)
        return add_to(ask, seat, fact, ask.note, kept)

    return targets.of_each(ask, ask.numbers, back)


def with_held(ask: Ask) -> Ask:
    """`xong 10 kem tep`: with the files that wait in this chat to be told what they back.

    Raises:
        FileNotHeld: a choice was made for files that do not wait any more.
    """
    words = WITH_FILE.search(ask.argument) if ask.act is None else None
    asks_held = words is not None or (ask.act is not None and bool(ask.act.files))
    if ask.file is not None or not (asks_held or ask.occurrence_id is not None):
        return _with_latest(ask) if ask.holds else ask
    if not asks_held:
        return ask
    files = held.take(ask.session, ask.speaker.bot, ask.speaker.chat_id, ask.now, ask.occurrence_id)
    if not files and ask.occurrence_id is None:
        return ask  # whoever types it may have the file still to send
    if not files:
        raise FileNotHeld
    notes = [file.note for file in files] if ask.occurrence_id is None else []
    if words is not None:
        ask = replace(ask, argument=ask.argument[: words.start()])
    return replace(_saying(ask, notes), held=files)


def _saying(ask: Ask, notes: Iterable[str]) -> Ask:
    """The same with words that came with files."""
    if ask.act is not None:
        return ask.doing(replace(ask.act, text=" ".join(filter(None, [ask.act.text, *notes]))))
    return replace(ask, argument=" ".join(filter(None, [ask.argument, *notes])))


def _with_latest(ask: Ask) -> Ask:
    """A report with the files that came just before it, or that wait of the same album."""
    chat = (ask.session, ask.speaker.bot, ask.speaker.chat_id)
    if ask.file is not None:
        is_meant = held.has_album(*chat, ask.album, ask.now)
    else:
        files = held.waiting(*chat, ask.now, within=LATELY)
        is_meant = bool(files) and _names(ask, held.about(*chat, ask.now))
    if not is_meant:
        return ask
    files = held.take(*chat, ask.now)
    telling = [file.note for file in files if ask.file is None and evidence_in(file.note)]
    return replace(_saying(ask, telling), held=files)


def _names(ask: Ask, occurrence_ids: tuple[int, ...]) -> bool:
    """Whether a task is named, one of those that the waiting files may be for."""
    numbers = ask.act.tasks if ask.act else read_argument(ask.argument).numbers
    facts = views.by_ids(ask.session, occurrence_ids)
    known = {fold(number) for fact in facts for number in (fact.task.number, fact.task.typed)}
    return bool(numbers) and (not occurrence_ids or known >= {fold(number) for number in numbers})


def _asks_to_see(ask: Ask) -> bool:
    """Whether nothing comes that could be added: `minh chung 10` of what is backed already, `minh chung 10 VP`."""
    if ask.file is not None or ask.held or ask.occurrence_id is not None or len(ask.numbers) != 1:
        return False
    if not ask.note:
        _, fact = targets.last_reported(ask, ask.number)
        return fact is not None and any(report.evidence for report in targets.reports_of(fact))
    units, rest = registering.units_leading(ask.session, ask.note)
    return bool(units) and not rest


def keeping(ask: Ask) -> Keeping:
    """What keeps the files that came with the words, or before them to wait, when it is first called for.

    Raises:
        FileTooLarge, FileLost: it was not taken, or is not there any more; now, before anything has been changed.
    """
    folder, files = ask.folder, list(ask.held)
    if ask.file is not None:
        files.append(sent(ask, ask.file))
    for file in files:
        if folder is None or not (folder / file.path).is_file():
            raise FileLost(name=file.name)

    def check_room(fact: OccurrenceFact) -> None:
        if files:
            evidence.check_room(ask.session, fact.id, fact.task.typed, len(files), ask.policy.evidence_limit)

    @cache
    def keep() -> tuple[Kept, ...]:
        if ask.album:
            held.note_album(ask.session, ask.speaker.bot, ask.speaker.chat_id, ask.album, ask.now)
        return tuple(evidence.keep(folder, file.path, file.name, file.kind) for file in files) if folder else ()

    return Keeping(check_room, keep)


def sent(ask: Ask, file: Attachment) -> Held:
    """A file that came with a message, if it was taken.

    Raises:
        FileTooLarge, FileEmpty, FileLost: it was not.
    """
    kind = "photo" if ask.other == "photo" else "unseen" if file.unseen else "file"
    return Held(file.name, attachments.path_of(file), kind)


def words_held(ask: Ask) -> str:
    """The words that came with files which have waited since."""
    return " ".join(file.note for file in ask.held if file.note)


def just_reported(ask: Ask) -> tuple[Seat, OccurrenceFact] | None:
    """What this person has reported last in this chat, if that was just now and stands."""
    actor = targets.actor_of(ask, ask.seat)
    chats = [seat.address_id for seat in ask.seats]
    latest = evidence.reported_lately(ask.session, chats, actor.officer_id, ask.now - LATELY)
    for fact in views.by_ids(ask.session, [latest] if latest else []):
        if targets.reports_of(fact):
            return next(seat for seat in ask.seats if seat.unit.id == fact.unit.id), fact
    return None


def says_nothing(fact: OccurrenceFact) -> bool:
    """Whether it stands reported that nothing arose, which nothing can back."""
    return fact.report is not None and fact.report.nothing_to_report


def _add_to_latest(ask: Ask, note: str) -> Sequence[Outgoing]:
    if latest := just_reported(ask):
        return (add_to(ask, *latest, note, keeping(ask)),)
    raise FileWithoutTask


def complete(ask: Ask, seat: Seat, fact: OccurrenceFact, note: str, kept: Keeping) -> Outgoing:
    """Put the results, and the file that came with them, into a report that says nothing of them."""
    actor = targets.actor_of(ask, seat)
    kept.check_room(fact)
    reporting.complete(ask.session, fact.id, note, actor, ask.now)
    evidence.add(ask.session, fact.id, "", actor, ask.now, kept.keep())
    return _added(ask, fact)


def add_to(ask: Ask, seat: Seat, fact: OccurrenceFact, note: str, kept: Keeping) -> Outgoing:
    """Put what was sent behind the last report of an Occurrence.

    Raises:
        EvidenceMissing: there is nothing in it.
        EvidenceFull: the report takes no more files.
    """
    if note and running.is_bare(fact):
        return complete(ask, seat, fact, note, kept)
    kept.check_room(fact)
    actor = targets.actor_of(ask, seat)
    if not evidence.add(ask.session, fact.id, note, actor, ask.now, kept.keep()):
        raise EvidenceMissing(number=fact.task.typed)
    return _added(ask, fact)


def _tell_office(ask: Ask, fact: OccurrenceFact) -> None:
    """Nội vụ has taken note of the report as it was before, and looks at it no more by itself."""
    ask.tell(notices.chats_of_coordinators(ask.session), EvidenceAdded((fact.id,), ask.speaker.name, ask.now))


def _added(ask: Ask, fact: OccurrenceFact) -> Outgoing:
    if fact.state is State.ACCEPTED:
        _tell_office(ask, fact)
    ask.session.flush()
    anew = views.by_ids(ask.session, [fact.id])[0]
    return evidence_added(ask.voice, anew, targets.reports_of(anew)[-1])


# The choice names what it was made for; what is typed by hand names it by its own words.
_CHOSEN = re.compile(r"so luu (?P<id>\d+)")


@command(
    "bo minh chung · xoa minh chung · go minh chung · rut minh chung",
    english="remove evidence",
    may=UNIT_ROLES,
    takes=Takes.ONE_TASK | Takes.NOTE,
    sense=Sense.TELLS,
    example="bo minh chung 10",
    help=N_("remove a document, link, photo or file from a report"),
)
def take_off(ask: Ask) -> Sequence[Outgoing]:
    """`bo minh chung 10`: take the only evidence off the last report of a task; of several ask which.

    `bo minh chung 10 số 12/KH-VP`: the one that is called so.

    Raises:
        NumberMissing, OneAtATime: no task is named, or several.
        EvidenceGone: there is none, or none of that name.
        AcceptedAlready: Nội vụ has taken note of the report.
    """
    number, said = ask.number, ask.note
    seat, fact = targets.last_reported(ask, number)
    pieces = evidence.pieces_behind(ask.session, fact.id) if fact else ()
    if fact is None or not pieces:
        raise EvidenceGone(number=number)
    if fact.state is State.ACCEPTED:
        raise AcceptedAlready(number=fact.task.typed)
    meant = _meant(pieces, said)
    if not meant:
        raise EvidenceGone(number=fact.task.typed)
    if len(meant) > 1:
        return (_question(ask, fact, meant),)
    left = evidence.take_off(ask.session, fact.id, meant[0], targets.actor_of(ask, seat), ask.now)
    if not left and ask.folder is not None and meant[0].path:
        (ask.folder / meant[0].path).unlink(missing_ok=True)
    return (replies.taken_off(ask.voice, fact, meant[0]),)


def _meant(pieces: Sequence[Piece], said: str) -> list[Piece]:
    if chosen := _CHOSEN.fullmatch(fold(said)):
        return [piece for piece in pieces if piece.id == int(chosen["id"])]
    wanted = fold(said).strip(" .,:“”\"'")
    return [piece for piece in pieces if wanted in fold(piece.value)]


def _question(ask: Ask, fact: OccurrenceFact, pieces: Sequence[Piece]) -> Outgoing:
    number = fact.task.typed
    choices = [
        Choice(
            replies.label(ask.words, each),
            Act(ask.command, (number,), how="so luu", number=each.id, occurrence_id=fact.id),
        )
        for each in pieces
    ]
    return choose(ask.words, replies.which(ask.words, number), choices)
