"""Incoming → Answer: who is it → which command → one transaction → words, for any expected refusal too."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot import approving, attachments, commands, gate, meaning, offering, reading, replying, stored
from bot.commands import Command, Heard
from bot.handlers import choosing, joining
from bot.reading import Wanted
from bot.talk import Answer, Ask, Incoming, ReadPlan
from data import outbox, people, views
from data.answering import buttons
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
    NotAllowed,
    NothingToBack,
    NotJoined,
    PlanYearUnknown,
    Refusal,
    TableMissing,
)
from data.facts import OccurrenceFact, Seat
from data.model import Address
from data.outbox import Outgoing
from data.speakers import inbox
from data.store import Session, Store
from locales import Words, words_for
from locales.refusals import refusal, ways_on
from locales.replies import choose, edit_not_taken, failed, file_not_kept, forwarded, left_alone, other_not_kept
from scheduler import notices
from scheduler.composing import Composer
from scheduler.slots import local_day

log = logging.getLogger(__name__)

# What becomes of a file these say themselves.
_TAKING_FILES = (commands.DONE, commands.EVIDENCE, commands.SUPPLEMENT, commands.ATTACHED, commands.PLAN_FILE)
# These only ask what is meant, or may.
_ASKING = (commands.ATTACHED, commands.ASKED, commands.DOUBTED, commands.PLAN_FILE)
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
            if not inbox.keep(session, speaker.channel, incoming.update_id, stored.content(incoming), now):
                return Answer()
        return self._take(incoming, now)

    def _take(self, incoming: Incoming, now: datetime) -> Answer:
        """Handle what is stored; a file that nobody has kept does not stay behind."""
        answer = self._handle(incoming, now)
        self._drop(incoming)
        return answer

    def _handle(self, incoming: Incoming, now: datetime) -> Answer:
        words = words_for(self.composer.locale)
        try:
            words, wanted = self._wanted(incoming, now)
            read = reading.read(wanted, self.folder, self.composer.workdays) if wanted else None
            with self.store.transaction() as session:
                addresses = people.addresses_of(session, incoming.speaker.channel, incoming.speaker.chat_id)
                words = self._words(addresses)
                if people.mark_reachable(session, incoming.speaker.channel, incoming.speaker.chat_id, now):
                    policy, workdays = self.composer.policy, self.composer.workdays
                    notices.catch_up(session, addresses, now=now, policy=policy, workdays=workdays)
                answer = self._answer(session, incoming, views.seats(session, addresses), words, now, read)
                inbox.settle(session, incoming.speaker.channel, incoming.update_id, now)
                return answer
        except Refusal as said:
            return self._refuse(incoming, said, words, now)
        except Exception:
            log.exception("update %s of %s could not be handled", incoming.update_id, incoming.speaker.channel)
            with self.store.transaction() as session:
                inbox.settle(session, incoming.speaker.channel, incoming.update_id, now)
            return Answer((failed(words),))

    def _answer(
        self,
        session: Session,
        incoming: Incoming,
        seats: tuple[Seat, ...],
        words: Words,
        now: datetime,
        read: ReadPlan | Refusal | None,
    ) -> Answer:
        gate.check_content(incoming)
        if (settled := self._settled(session, incoming, words, now)) is not None:
            return settled
        incoming = offering.as_chosen(session, incoming, now)
        incoming = approving.as_granting(session, incoming, seats)
        about = replying.about(session, incoming, seats)
        heard = meaning.heard(incoming, seats, about)
        if heard is not None and meaning.is_talk(heard, incoming, seats):
            return Answer(self._not_understood(session, incoming, seats, words, now))
        if replying.names_held(session, incoming, heard, seats, now):
            heard = Heard(commands.ATTACHED, "", meaning.said(incoming))
        elif heard is None or (commands.may_be_plain(heard, seats) and incoming.occurrence_id is None):
            guessed = self._guessed(session, incoming, seats, words, now, about)
            if heard is None or guessed or meaning.is_typed_in_group(incoming) or commands.is_plain(heard, seats):
                return Answer(guessed or self._not_understood(session, incoming, seats, words, now))
        if incoming.forwarded and heard.command.tells and any(commands.may(heard.command, seat) for seat in seats):
            if incoming.file is None:
                return self._offered(session, incoming, forwarded(words, meaning.said(incoming)), now)
            heard = Heard(commands.ATTACHED, "", heard.argument)
        ask = replace(self._ask(session, incoming, heard, seats, words, now), read=read, about=about)
        gate.check(session, incoming, heard.command, seats)
        return self._acted(session, incoming, heard, ask)

    def _acted(self, session: Session, incoming: Incoming, heard: Heard, ask: Ask) -> Answer:
        """What a command answers, with what became of all that came with it."""
        words, now = ask.words, ask.now
        ask = replying.with_held(ask, heard.command)
        if heard.command.tells and incoming.occurrence_id is None:
            ask = choosing.for_unit_named(ask)
        replies = tuple(buttons.marked(session, reply) for reply in heard.command.handler(ask))
        if heard.command not in _TAKING_FILES:
            replies = self._and_file(incoming, replies, words)
        if replies and meaning.is_not_kept(incoming):
            replies = (*replies[:-1], other_not_kept(words, replies[-1], incoming.other or ""))
        if heard.command not in _ASKING:
            inbox.note_acted(session, incoming.speaker, incoming.message, now)
        offering.remember(session, incoming, replies, now)
        return Answer(
            replies,
            self._updated(session, incoming) if incoming.tapped else None,
            self._menu(session, incoming) if heard.command.changes_menu else None,
        )

    @staticmethod
    def _settled(session: Session, incoming: Incoming, words: Words, now: datetime) -> Answer | None:
        """What is answered whatever the words mean: to a change of what was acted on, to a no to the last question."""
        if incoming.edited and inbox.has_acted(session, incoming.speaker, incoming.message):
            return Answer((edit_not_taken(words),))
        if incoming.edited and meaning.is_typed_in_group(incoming):
            return Answer()
        return Answer((left_alone(words),)) if offering.declined(session, incoming, now) else None

    @staticmethod
    def _offered(session: Session, incoming: Incoming, question: Outgoing, now: datetime) -> Answer:
        offering.remember(session, incoming, (question,), now)
        return Answer((question,))

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
            addresses = people.addresses_of(session, incoming.speaker.channel, incoming.speaker.chat_id)
            said = offering.as_chosen(session, incoming, now)
            return self._words(addresses), reading.wanted(session, said, views.seats(session, addresses), now)

    def _refuse(self, incoming: Incoming, said: Refusal, words: Words, now: datetime) -> Answer:
        """What the command began is rolled back; that a wrong code was tried is remembered all the same."""
        sentence, choices = refusal(words, said), ways_on(words, said)
        reply = choose(words, sentence, choices) if choices else Outgoing("", sentence)
        if not isinstance(said, _OF_FILES):
            (reply,) = self._and_file(incoming, (reply,), words)
        with self.store.transaction() as session:
            if isinstance(said, CodeInvalid):
                joining.note_wrong_code(session, incoming.speaker, now, self.composer.policy, self.composer.workdays)
            offering.remember(session, incoming, (reply,), now)
            inbox.settle(session, incoming.speaker.channel, incoming.update_id, now)
        return Answer((reply,))

    def _and_file(self, incoming: Incoming, replies: tuple[Outgoing, ...], words: Words) -> tuple[Outgoing, ...]:
        """The replies, the last of which says so where a file came with the words and nobody has kept it."""
        file, folder = incoming.file, self.folder
        if not replies or file is None or folder is None or not attachments.is_left(folder, file):
            return replies
        return (*replies[:-1], file_not_kept(words, replies[-1], file.name))

    def _guessed(
        self,
        session: Session,
        incoming: Incoming,
        seats: tuple[Seat, ...],
        words: Words,
        now: datetime,
        about: tuple[OccurrenceFact, ...],
    ) -> tuple[Outgoing, ...]:
        """The answer to plain words in a chat that speaks for a unit; nothing where they mean nothing to us."""
        typed = meaning.said(incoming)
        if meaning.is_question_in_group(incoming):
            return ()
        if not typed or incoming.other is not None or not any(commands.may(commands.PLAIN, seat) for seat in seats):
            return ()
        ask = replace(self._ask(session, incoming, Heard(commands.PLAIN, "", typed), seats, words, now), about=about)
        replies = tuple(buttons.marked(session, reply) for reply in commands.PLAIN.handler(ask))
        if replies:
            gate.check(session, incoming, commands.PLAIN, seats)
        offering.remember(session, incoming, replies, now)
        return replies

    def _ask(
        self,
        session: Session,
        incoming: Incoming,
        heard: Heard,
        seats: tuple[Seat, ...],
        words: Words,
        now: datetime,
    ) -> Ask:
        return Ask(
            session=session,
            seats=allowed(heard.command, seats),
            speaker=incoming.speaker,
            command=heard.typed,
            argument=heard.argument,
            occurrence_id=incoming.occurrence_id,
            now=now,
            today=local_day(now, self.composer.policy),
            words=words,
            workdays=self.composer.workdays,
            policy=self.composer.policy,
            file=incoming.file,
            other=incoming.other,
            folder=self.folder,
            album=incoming.album,
            in_passing=meaning.is_typed_in_group(incoming),
            under=incoming.tapped or incoming.answered,
        )

    @staticmethod
    def _not_understood(
        session: Session, incoming: Incoming, seats: tuple[Seat, ...], words: Words, now: datetime
    ) -> tuple[Outgoing, ...]:
        """Polite help; in a group that goes on talking, to the same person once in a while."""
        replies = meaning.not_understood(words, seats, incoming)
        is_help = incoming.speaker.is_group and not meaning.has_come(incoming)
        return () if replies and is_help and not inbox.is_first(session, incoming.speaker, "help", now) else replies

    def _menu(self, session: Session, incoming: Incoming) -> tuple[tuple[str, str], ...]:
        """The commands that this chat may use from now on, in its language."""
        session.flush()
        addresses = people.addresses_of(session, incoming.speaker.channel, incoming.speaker.chat_id)
        roles = frozenset(address.role for address in addresses)
        return tuple(commands.menu(self._words(addresses), roles))

    def _words(self, addresses: Sequence[Address]) -> Words:
        """A chat's own language goes before the office's."""
        return words_for(next((each.locale for each in addresses if each.locale), None) or self.composer.locale)

    def _updated(self, session: Session, incoming: Incoming) -> Outgoing | None:
        """How the tapped digest reads now; a tap under any other message leaves it as it is."""
        speaker = incoming.speaker
        message = outbox.sent_as(session, speaker.channel, speaker.chat_id, incoming.tapped or "")
        if message is None:
            return None
        session.flush()
        composed = self.composer.compose(session, message, keep_done=True)
        return composed.outgoing if composed else None


def allowed(command: Command, seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    """The seats that may use a command. Denied by default: a command names the roles that may.

    Raises:
        NotJoined: the command needs a seat and the chat has none.
        NotAllowed: none of its seats has the role.
    """
    if command.roles is None:
        return seats
    if not seats:
        raise NotJoined
    found = tuple(seat for seat in seats if commands.may(command, seat))
    if not found:
        raise NotAllowed(command=command.name)
    return found
