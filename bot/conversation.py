"""Incoming → kept → one turn in one transaction → Answer in the outbox, with words for any expected refusal too."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot import attachments, gate, offering, plan_files, stored, understanding
from bot.plan_files import Wanted
from bot.talk import Answer, Incoming
from bot.turn import Turn, and_file, answer, words_of
from bot.understanding import Line
from data import inbox, outbox, views
from data.model import Address
from data.people import addressing, offers
from data.refusals import (
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
)
from data.store import Session, Store
from data.talk import Outgoing, Speaker
from data.upkeep.health import Health
from locales import Words, words_for
from locales.refusals import refusal, ways_on
from locales.say.talking import choose, failed
from scheduler import notices
from scheduler.composing import Composer
from scheduler.slots import local_day

log = logging.getLogger(__name__)

# What became of a file these say themselves.
_OF_FILES = (
    ColumnsMissing, DocumentUnreadable, EvidenceFull, EvidenceMissing, FileEmpty, FileLost, FilesWaiting, FileTooLarge,
    FileWithoutTask, MarkedSecret, NothingToBack, PlanYearUnknown, TableMissing,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conversation:
    """Answers people. Every chat, on every channel, is spoken with by this one.

    `health` tells how the service stands that it is a part of.
    """

    store: Store
    composer: Composer
    folder: Path | None = None
    health: Callable[[Session, datetime], Health] | None = None

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
            kept_of = (
                inbox.keep(session, kept.speaker.bot, kept.update_id, stored.content(kept), now) for kept in rows
            )
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
                found.append((stored.incoming(kept.bot, kept.update_id, kept.content), kept.at))
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

    def _handle(self, came: Incoming, now: datetime, asked_at: datetime) -> Answer:
        words, incoming = words_for(self.composer.locale), came
        try:
            incoming = gate.without_secrets(came, self.folder)
            line = understanding.read(incoming)
            words, wanted = self._wanted(line, now)
            read = plan_files.read(wanted, self.folder, self.composer.workdays) if wanted else None
            with self.store.transaction() as session:
                if not inbox.begin(session, incoming.speaker.bot, incoming.update_id, now):
                    return Answer()
                seated = addressing.seated(session, incoming.speaker.bot, incoming.speaker.chat_id)
                addresses, seats = [address for address, _ in seated], tuple(seat for _, seat in seated)
                words, holds = words_of(addresses, self.composer.locale), any(address.held for address in addresses)
                self._hear_again(session, addresses, now)
                turn = Turn(session, line, seats, words, now, self.composer, self.folder, read, self.health, holds)
                said = answer(turn)
                self._put(session, incoming, said, now, asked_at, addresses)
                return said
        except DatabaseAway:
            raise
        except Refusal as refused:
            return self._refuse(incoming, refused, words, now, asked_at)
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
        spoken = zip(said.spoken_to(incoming), _offered(session, speaker, said, now, addresses), strict=False)
        outbox.put_answers(
            session, speaker.bot, speaker.chat_id, incoming.update_id, spoken, day=day, asked_at=asked_at, now=now
        )

    def _drop(self, incoming: Incoming) -> None:
        if incoming.file is not None and self.folder is not None:
            attachments.drop(self.folder, incoming.file)

    def _wanted(self, line: Line, now: datetime) -> tuple[Words, Wanted | None]:
        """The chat's language, and the file of a plan that the message is about, to be read before it is acted on."""
        incoming = line.incoming
        if not (line.may_need_file or offering.is_number(incoming)):
            return words_for(self.composer.locale), None
        with self.store.transaction() as session:
            addresses = addressing.addresses_of(session, incoming.speaker.bot, incoming.speaker.chat_id)
            said = line.again(offering.as_chosen(session, line, now))
            words = words_of(addresses, self.composer.locale)
            return words, plan_files.wanted(session, said, views.seats(session, addresses), now)

    def _refuse(self, incoming: Incoming, said: Refusal, words: Words, now: datetime, asked_at: datetime) -> Answer:
        """What the command began is rolled back, and is said not to have been done."""
        sentence, choices = refusal(words, said), ways_on(words, said)
        reply = choose(words, sentence, choices) if choices else Outgoing("", sentence)
        if not isinstance(said, _OF_FILES):
            (reply,) = and_file(incoming, self.folder, (reply,), words)
        with self.store.transaction() as session:
            if not inbox.begin(session, incoming.speaker.bot, incoming.update_id, now):
                return Answer()
            self._put(session, incoming, Answer((reply,)), now, asked_at)
        return Answer((reply,))


def _offered(
    session: Session, speaker: Speaker, said: Answer, now: datetime, addresses: Sequence[Address]
) -> list[dict[str, Any] | None]:
    """What each thing that is said back offers; to a chat that has not joined nothing."""
    offered = offers.of_answers(said.replies, speaker, now, goes_on=said.goes_on)
    offered.append(offers.of_pushed(said.updated, now) if said.updated else None)
    stays = any(address.left_at is None for address in addresses)
    if any(offered) and not stays and not addressing.addresses_of(session, speaker.bot, speaker.chat_id):
        return [None for _ in offered]
    return offered
