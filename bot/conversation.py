"""Incoming → Answer: store it → who is it → one turn in one transaction → words, for any expected refusal too."""

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot import attachments, gate, offering, reading, stored
from bot.handlers import joining
from bot.reading import Wanted
from bot.talk import Answer, Incoming
from bot.turn import Turn, and_file, answer, words_of
from data import people, views
from data.errors import (
    CodeInvalid,
    ColumnsMissing,
    DocumentUnreadable,
    EvidenceMissing,
    FileEmpty,
    FileLost,
    FileTooLarge,
    FileWithoutTask,
    MarkedSecret,
    NothingToBack,
    PlanYearUnknown,
    Refusal,
    TableMissing,
)
from data.outgoing import Outgoing
from data.speakers import inbox
from data.store import Store
from locales import Words, words_for
from locales.refusals import refusal, ways_on
from locales.replies import choose, failed
from scheduler import notices
from scheduler.composing import Composer

log = logging.getLogger(__name__)

# What became of a file these say themselves.
_OF_FILES = (
    ColumnsMissing, DocumentUnreadable, EvidenceMissing, FileEmpty, FileLost, FileTooLarge, FileWithoutTask,
    MarkedSecret, NothingToBack, PlanYearUnknown, TableMissing,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conversation:
    """Answers people. Every chat, on every channel, is spoken with by this one."""

    store: Store
    composer: Composer
    folder: Path | None = None

    def hear(self, incoming: Incoming, now: datetime) -> Answer:
        """Store what came in, act on it once, and say what to answer. One heard before is answered with nothing."""
        came, incoming = incoming, gate.without_secrets(gate.storable(incoming), self.folder)
        if incoming.file is None:
            self._drop(came)  # a marked file is not left behind
        with self.store.transaction() as session:
            speaker = incoming.speaker
            if not inbox.keep(session, speaker.bot, incoming.update_id, stored.content(incoming), now):
                return Answer()
        return self._take(incoming, now)

    def _take(self, incoming: Incoming, now: datetime) -> Answer:
        """Handle what is stored; a file that nobody has kept does not stay behind."""
        said = self._handle(incoming, now)
        self._drop(incoming)
        return said

    def _handle(self, incoming: Incoming, now: datetime) -> Answer:
        words = words_for(self.composer.locale)
        try:
            words, wanted = self._wanted(incoming, now)
            read = reading.read(wanted, self.folder, self.composer.workdays) if wanted else None
            with self.store.transaction() as session:
                addresses = people.addresses_of(session, incoming.speaker.bot, incoming.speaker.chat_id)
                words = words_of(addresses, self.composer.locale)
                if people.mark_reachable(session, incoming.speaker.bot, incoming.speaker.chat_id, now):
                    policy, workdays = self.composer.policy, self.composer.workdays
                    notices.catch_up(session, addresses, now=now, policy=policy, workdays=workdays)
                seats = views.seats(session, addresses)
                said = answer(Turn(session, incoming, seats, words, now, self.composer, self.folder, read))
                inbox.settle(session, incoming.speaker.bot, incoming.update_id, now)
                return said
        except Refusal as refused:
            return self._refuse(incoming, refused, words, now)
        except Exception:
            log.exception("update %s of %s could not be handled", incoming.update_id, incoming.speaker.bot)
            with self.store.transaction() as session:
                inbox.settle(session, incoming.speaker.bot, incoming.update_id, now)
            return Answer((failed(words),))

    def resume(self, now: datetime) -> list[tuple[Incoming, Answer]]:
        """Handle what was stored before a crash and never handled, oldest first."""
        with self.store.transaction() as session:
            waiting = [stored.incoming(*kept) for kept in inbox.unhandled(session)]
        return [(incoming, self._take(incoming, now)) for incoming in waiting]

    def _drop(self, incoming: Incoming) -> None:
        if incoming.file is not None and self.folder is not None:
            attachments.drop(self.folder, incoming.file)

    def _wanted(self, incoming: Incoming, now: datetime) -> tuple[Words, Wanted | None]:
        """The chat's language, and the file of a plan that the message is about, to be read before it is acted on."""
        if not (reading.may_be_wanted(incoming) or offering.is_number(incoming)):
            return words_for(self.composer.locale), None
        with self.store.transaction() as session:
            addresses = people.addresses_of(session, incoming.speaker.bot, incoming.speaker.chat_id)
            said = offering.as_chosen(session, incoming, now)
            words = words_of(addresses, self.composer.locale)
            return words, reading.wanted(session, said, views.seats(session, addresses), now)

    def _refuse(self, incoming: Incoming, said: Refusal, words: Words, now: datetime) -> Answer:
        """What the command began is rolled back; that a wrong code was tried is remembered all the same."""
        sentence, choices = refusal(words, said), ways_on(words, said)
        reply = choose(words, sentence, choices) if choices else Outgoing("", sentence)
        if not isinstance(said, _OF_FILES):
            (reply,) = and_file(incoming, self.folder, (reply,), words)
        with self.store.transaction() as session:
            if isinstance(said, CodeInvalid):
                joining.note_wrong_code(session, incoming.speaker, now, self.composer.policy, self.composer.workdays)
            offering.remember(session, incoming, (reply,), now)
            inbox.settle(session, incoming.speaker.bot, incoming.update_id, now)
        return Answer((reply,))
