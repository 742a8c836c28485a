"""Incoming → kept → one turn in one transaction → Answer in the outbox, with words for any expected refusal too.

The file of a plan that a message is about is read before, while no transaction is open.
"""

import logging
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot import attachments, correcting, enclosing, gate, otherwise, plain, scenes, talk, understanding
from bot.arguments import Takes
from bot.talk import Answer, Attachment, Incoming, ReadPlan, Way
from bot.turn import Turn, with_examples, words_of
from bot.understanding import Line, about, is_plan
from data import inbox, outbox
from data.agencies import Registry
from data.documents import Document, read_document
from data.facts import Seat
from data.lines.days import year_in
from data.model import Address
from data.people import addressing, offers, registering
from data.plans import drafting, drafts
from data.plans.drafts import PlanDraft
from data.refusals import (
    ButtonOfAnother,
    ButtonStale,
    ChoiceOfAnother,
    ChoiceStale,
    ColumnsMissing,
    DatabaseAway,
    DocumentUnreadable,
    EvidenceFull,
    EvidenceMissing,
    FileEmpty,
    FileLost,
    FilesWaiting,
    FileTooLarge,
    FileWithoutTask,
    MarkedSecret,
    NothingToBack,
    PlanYearUnknown,
    Refusal,
    TableMissing,
    TasksMissing,
)
from data.secrecy import is_stamped
from data.store import Session, Store
from data.talk import Outgoing
from data.upkeep.health import Health
from data.views import seating
from data.work import held
from data.work.held import Held
from data.workdays import Workdays
from locales import Words, words_for
from locales.refusals import refusal, ways_on
from locales.say.adopting import with_form
from locales.say.talking import choose, failed
from scheduler import notices
from scheduler.composing import Composer
from scheduler.slots import local_day

log = logging.getLogger(__name__)

# What became of a file these say themselves.
_OF_FILES = (
    ColumnsMissing, DocumentUnreadable, EvidenceFull, EvidenceMissing, FileEmpty, FileLost, FilesWaiting, FileTooLarge,
    FileWithoutTask, MarkedSecret, NothingToBack, PlanYearUnknown, TableMissing, TasksMissing,
)  # fmt: skip
_DRAFT_NUMBER = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be read as a plan: what it must hash to, if known, the sender's year, and the units to match."""

    file: Attachment
    sha256: str | None
    year: int | None
    registry: Registry


@dataclass(frozen=True, slots=True)
class Conversation:
    """Answers people. Every chat, on every channel, is spoken with by this one.

    `health` tells how the service stands that it is a part of, `ways` by which channels people reach it.
    """

    store: Store
    composer: Composer
    folder: Path | None = None
    health: Callable[[Session, datetime], Health] | None = None
    ways: Callable[[], tuple[Way, ...]] = tuple

    def hear(self, incoming: Incoming, now: datetime) -> Answer:
        """Keep what came in, act on it once, and say what is answered. One heard before is answered with nothing."""
        self.keep(incoming, now)
        return self.handle(incoming, now)

    def keep(self, incoming: Incoming, now: datetime) -> bool:
        """Store what came in, as `keep_all`; say whether it was new."""
        return self.keep_all([incoming], now) == 1

    def keep_all(self, came: Iterable[Incoming], now: datetime) -> int:
        """Store what came in, all or nothing, without what is marked as a secret; give how many were new.

        Raises:
            DatabaseAway: nothing is stored and it must come again.
        """
        rows = []
        for incoming in came:
            kept = gate.without_secrets(gate.storable(incoming))
            if kept.file is None:
                self._drop(incoming)  # a marked file is not left behind
            rows.append(kept)
        with self.store.transaction() as session:
            kept_of = (inbox.keep(session, kept.speaker.bot, kept.update_id, talk.kept(kept), now) for kept in rows)
            return sum(kept_of)

    def set_aside(self, bot: str, update_id: str, content: dict[str, Any], reason: str, now: datetime) -> None:
        """Keep what cannot be read or handled as it came, with the reason, where the operator sees it."""
        with self.store.transaction() as session:
            inbox.set_aside(session, bot, update_id, content, reason, now)

    def waiting(self, bots: Iterable[str], now: datetime) -> list[tuple[Incoming, datetime]]:
        """What was kept of these bots and not handled, oldest first, and when it came; the unreadable is set aside."""
        with self.store.snapshot() as session:
            waiting = inbox.unhandled(session, bots)
        found = []
        for kept in waiting:
            try:
                found.append((talk.from_kept(kept.bot, kept.update_id, kept.content), kept.at))
            except (ValueError, KeyError, TypeError, AttributeError):
                log.exception("update %s of %s is set aside: it cannot be read", kept.update_id, kept.bot)
                self.set_aside(kept.bot, kept.update_id, {}, "unreadable", now)
        return found

    def brings(self, incoming: Incoming) -> bool:
        """Whether the file of what came in is to be fetched: its chat speaks for somebody."""
        with self.store.snapshot() as session:
            return bool(addressing.addresses_of(session, incoming.speaker.bot, incoming.speaker.chat_id))

    def handle(self, incoming: Incoming, now: datetime, *, asked_at: datetime | None = None) -> Answer:
        """Act once on what is kept, and say what is answered; the same transaction puts it into the outbox.

        `asked_at` is when it came in, where that was not now. A file that nobody has kept does not stay behind.

        Raises:
            DatabaseAway: nothing was done, and it waits to be handled.
        """
        said = self._handle(gate.storable(incoming), now, asked_at or now)
        self._drop(incoming)
        return said

    def _handle(self, came: Incoming, now: datetime, asked_at: datetime, *, again: Refusal | None = None) -> Answer:
        """Act on what came in; `again`, as plain words, where it was refused as a command."""
        words, incoming, line = words_for(self.composer.locale), came, None
        try:
            incoming = gate.without_secrets(came, self.folder)
            line = understanding.read(incoming)
            words, wanted = self._wanted(line, now)
            read = read_plan(wanted, self.folder, self.composer.workdays) if wanted else None
            with self.store.transaction() as session:
                if not inbox.begin(session, incoming.speaker.bot, incoming.update_id, now):
                    return Answer()
                seated = addressing.seated(session, incoming.speaker.bot, incoming.speaker.chat_id)
                addresses, seats = [address for address, _ in seated], tuple(seat for _, seat in seated)
                words = words_of(session, addresses, self.composer.locale)
                holds = any(address.held for address in addresses)
                self._hear_again(session, addresses, now)
                line = scenes.as_called(session, line, seats)
                turn = Turn(session, line, seats, words, now, self.composer, self.folder, read, self.health, holds)
                said = otherwise.answer(replace(turn, ways=self.ways(), refused=again))
                self._put(session, incoming, said, now, asked_at, addresses)
                return said
        except DatabaseAway:
            raise
        except Refusal as refused:
            if again is None and plain.may_follow(incoming, refused):
                return self._handle(came, now, asked_at, again=refused)
            return self._refuse(incoming, line, refused, words, now, asked_at)
        except Exception:
            log.exception("update %s of %s could not be handled", incoming.update_id, incoming.speaker.bot)
            said = Answer((failed(words),))
            with self.store.transaction() as session:
                if inbox.begin(session, incoming.speaker.bot, incoming.update_id, now):
                    self._put(session, incoming, said, now, asked_at)
            return said

    def _hear_again(self, session: Session, addresses: Sequence[Address], now: datetime) -> None:
        """Who could not be written to and writes hears what was missed."""
        if addressing.mark_reachable(session, addresses, now):
            policy, workdays = self.composer.policy, self.composer.workdays
            notices.catch_up(session, addresses, now=now, policy=policy, workdays=workdays)

    def _put(
        self,
        session: Session,
        incoming: Incoming,
        said: Answer,
        now: datetime,
        asked_at: datetime,
        addresses: Sequence[Address] = (),
    ) -> None:
        """Have it be sent; `addresses` are those of the chat before it was answered, where they are known."""
        speaker, day = incoming.speaker, local_day(now, self.composer.policy)
        spoken = zip(said.spoken_to(incoming), _offered(session, incoming, said, now, addresses), strict=False)
        outbox.put_answers(
            session, speaker.bot, speaker.chat_id, incoming.update_id, spoken, day=day, asked_at=asked_at, now=now
        )

    def _drop(self, incoming: Incoming) -> None:
        if incoming.file is not None and self.folder is not None:
            attachments.drop(self.folder, incoming.file)

    def _wanted(self, line: Line, now: datetime) -> tuple[Words, Wanted | None]:
        """The chat's language, and the file of a plan that the message is about, to be read before it is acted on."""
        incoming = line.incoming
        if not (line.may_need_file or gate.may_choose(incoming)):
            return words_for(self.composer.locale), None
        with self.store.transaction() as session:
            addresses = addressing.addresses_of(session, incoming.speaker.bot, incoming.speaker.chat_id)
            said = line.again(gate.as_chosen(session, line, now))
            words = words_of(session, addresses, self.composer.locale)
            return words, wanted_file(session, said, seating.seats(session, addresses), now)

    def _refuse(
        self, incoming: Incoming, line: Line | None, said: Refusal, words: Words, now: datetime, asked_at: datetime
    ) -> Answer:
        """What the command began is rolled back, and is said not to have been done."""
        if incoming.act is None and incoming.chosen is None and incoming.tapped is None:
            said = _by_number(said)
        with self.store.transaction() as session:
            if not inbox.begin(session, incoming.speaker.bot, incoming.update_id, now):
                return Answer()
            reply = self._refused(incoming, said, with_examples(words, session))
            addresses = addressing.addresses_of(session, incoming.speaker.bot, incoming.speaker.chat_id)
            seats = seating.seats(session, addresses)
            today, workdays = local_day(now, self.composer.policy), self.composer.workdays
            asks = scenes.asked_back(session, line, said.asks, seats, today, workdays) if line and said.asks else None
            answer = Answer((reply,), read=asks)
            self._put(session, incoming, answer, now, asked_at)
        return answer

    def _refused(self, incoming: Incoming, said: Refusal, words: Words) -> Outgoing:
        sentence, choices = refusal(words, said), ways_on(words, said)
        reply = choose(words, sentence, choices) if choices else Outgoing("", sentence)
        reply = with_form(words, replace(reply, asks=said.asks), said)
        if not isinstance(said, _OF_FILES):
            (reply,) = attachments.and_file(incoming, self.folder, (reply,), words)
        return reply


def _by_number(said: Refusal) -> Refusal:
    """A refusal of a button as it is said where none was pressed: the choice was typed."""
    match said:
        case ButtonStale():
            return ChoiceStale()
        case ButtonOfAnother():
            return ChoiceOfAnother(command=said.command)
        case _:
            return said


def _offered(
    session: Session, incoming: Incoming, said: Answer, now: datetime, addresses: Sequence[Address]
) -> list[dict[str, Any] | None]:
    """What each thing that is said back offers; to a chat that has not joined nothing."""
    speaker = incoming.speaker
    offered = offers.of_answers(said.replies, speaker, now, goes_on=said.goes_on)
    offered.append(offers.of_pushed(said.updated, now) if said.updated else None)
    if said.replies and said.read is not None:
        last = len(said.replies) - 1
        reading = correcting.kept(scenes.to_record(said.read, numbered=bool(said.replies[last].choices)), incoming)
        offered[last] = offers.with_reading(offered[last], reading, speaker, now)
    stays = any(address.left_at is None for address in addresses)
    if any(offered) and not stays and not addressing.addresses_of(session, speaker.bot, speaker.chat_id):
        return [None for _ in offered]
    return offered


def wanted_file(session: Session, line: Line, seats: tuple[Seat, ...], now: datetime) -> Wanted | None:
    """The file that must be read before the message is acted on, if there is one."""
    incoming = line.incoming
    is_sent = incoming.file is not None and not (line.said and attachments.is_missing(incoming.file))
    if incoming.file is not None and is_sent and is_plan(line, seats) and not about(session, incoming, seats):
        return Wanted(incoming.file, None, year_in(incoming.text), registering.load_registry(session))
    heard = line.given_by(seats)
    if heard is None:
        return None
    if heard.command.takes is Takes.HELD_FILE:
        speaker = incoming.speaker
        files = held.waiting(session, speaker.bot, speaker.chat_id, now)
        return _of_held(session, files[-1], heard.argument) if files else None
    number = _DRAFT_NUMBER.search(heard.argument) if heard.command.takes is Takes.DRAFT_FILE else None
    draft = drafts.waiting(session, int(number[0])) if number else None
    if draft is None:
        return None
    return Wanted(Attachment(draft.name, 0, draft.path), draft.sha256, draft.year, registering.load_registry(session))


def _of_held(session: Session, file: Held, words: str) -> Wanted:
    """A file that waits, whose year may be said with it or now."""
    year = year_in(words) or year_in(file.note)
    return Wanted(Attachment(file.name, 0, file.path), None, year, registering.load_registry(session))


def read_plan(wanted: Wanted, folder: Path | None, workdays: Workdays) -> ReadPlan | Refusal:
    """The plan in a file, or why there is none in it to be read; that names the file as it was sent.

    Raises:
        FileTooLarge, FileEmpty, FileLost: it has not been taken, or is not there any more as it was sent.
        MarkedSecret: its first lines carry a mark of state secrets.
    """
    file, place = wanted.file, attachments.path_of(wanted.file)
    if folder is None:
        raise FileLost(name=file.name)
    path = folder / place
    sha256 = drafts.sha256_of(path)
    if sha256 is None or wanted.sha256 not in (None, sha256):
        raise FileLost(name=file.name)
    try:
        document = read_document(path)
        if any(map(is_stamped, document.opening)):
            raise MarkedSecret
        plan, year = _plan_of(document, wanted, workdays)
    except (DocumentUnreadable, TableMissing, ColumnsMissing, TasksMissing, PlanYearUnknown) as said:
        said.path = file.name
        return enclosing.with_form(said, path, file.name, wanted.registry, folder)
    return ReadPlan(file.name, place, sha256, year, plan)


def _plan_of(document: Document, wanted: Wanted, workdays: Workdays) -> tuple[PlanDraft, int | None]:
    """The plan, and the sender's year where it was needed: what the document says goes first."""
    name, registry, year = wanted.file.name, wanted.registry, wanted.year
    try:
        return drafting.draft_of(document, registry, workdays, path=name), None
    except PlanYearUnknown:
        if year is None:
            raise
        return drafting.draft_of(document, registry, workdays, path=name, year=year), year
