"""Incoming → Answer: who is it → which command → one transaction → words, for any expected refusal too."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot import commands
from bot.commands import Command, Heard
from bot.talk import Answer, Ask, Incoming
from data import inbox, outbox, people, views
from data.errors import CodeInvalid, NotAllowed, NotJoined, Refusal
from data.facts import Seat
from data.model import Address
from data.outbox import Outgoing
from data.people import Speaker
from data.store import Session, Store
from locales import Words, words_for
from locales.refusals import refusal
from locales.replies import failed, help_text, not_joined, only_text, privacy_mode, unknown
from scheduler.composing import Composer
from scheduler.slots import local_day

log = logging.getLogger(__name__)

# What anyone could type is answered; beyond this it is no command, and the rest is not even looked at.
LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Conversation:
    """Answers people. Every chat, on every channel, is spoken with by this one."""

    store: Store
    composer: Composer

    def hear(self, incoming: Incoming, now: datetime) -> Answer:
        """Store what came in, act on it once, and say what to answer. One heard before is answered with nothing."""
        with self.store.transaction() as session:
            speaker = incoming.speaker
            if not inbox.keep(session, speaker.channel, incoming.update_id, _content(incoming), now):
                return Answer()
        return self._handle(incoming, now)

    def resume(self, now: datetime) -> list[tuple[Incoming, Answer]]:
        """Handle what was stored before a crash and never handled, oldest first."""
        with self.store.transaction() as session:
            waiting = [_incoming(*kept) for kept in inbox.unhandled(session)]
        return [(incoming, self._handle(incoming, now)) for incoming in waiting]

    def _handle(self, incoming: Incoming, now: datetime) -> Answer:
        words = words_for(self.composer.locale)
        try:
            with self.store.transaction() as session:
                addresses = people.addresses_of(session, incoming.speaker.channel, incoming.speaker.chat_id)
                words = self._words(addresses)
                people.mark_reachable(session, incoming.speaker.channel, incoming.speaker.chat_id)
                answer = self._answer(session, incoming, views.seats(session, addresses), words, now)
                inbox.settle(session, incoming.speaker.channel, incoming.update_id, now)
                return answer
        except Refusal as said:
            return self._refuse(incoming, said, words, now)
        except Exception:
            log.exception("update %s of %s could not be handled", incoming.update_id, incoming.speaker.channel)
            with self.store.transaction() as session:
                inbox.settle(session, incoming.speaker.channel, incoming.update_id, now)
            return Answer((failed(words),))

    def _refuse(self, incoming: Incoming, said: Refusal, words: Words, now: datetime) -> Answer:
        """What the command began is rolled back; that a wrong code was tried is remembered all the same."""
        with self.store.transaction() as session:
            if isinstance(said, CodeInvalid):
                people.note_wrong_code(session, incoming.speaker, now)
            inbox.settle(session, incoming.speaker.channel, incoming.update_id, now)
        return Answer((Outgoing("", refusal(words, said)),))

    def _answer(
        self, session: Session, incoming: Incoming, seats: tuple[Seat, ...], words: Words, now: datetime
    ) -> Answer:
        heard = commands.recognise(incoming.text[:LONGEST])
        if heard is None:
            return Answer(_not_understood(words, seats, incoming))
        ask = self._ask(session, incoming, heard, seats, words, now)
        replies = tuple(heard.command.handler(ask))
        return Answer(
            replies,
            self._updated(session, incoming) if incoming.tapped else None,
            self._menu(session, incoming) if heard.command.changes_menu else None,
        )

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
        )

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
    may = tuple(seat for seat in seats if seat.role in command.roles)
    if not may:
        raise NotAllowed(command=command.name)
    return may


def _not_understood(words: Words, seats: tuple[Seat, ...], incoming: Incoming) -> tuple[Outgoing, ...]:
    """Polite help. In a group, talk that names no command was not meant for us."""
    if incoming.other == "added-to-group":
        return (privacy_mode(words),)
    if incoming.speaker.is_group:
        return ()
    if not seats:
        return (not_joined(words),)
    if incoming.other is not None:
        return (only_text(words, incoming.other),)
    if not incoming.text.strip():
        return (help_text(words, commands.help_lines(words, seats)),)
    return (unknown(words, incoming.text),)


def _content(incoming: Incoming) -> dict[str, Any]:
    speaker = incoming.speaker
    return {
        "chat_id": speaker.chat_id,
        "user_id": speaker.user_id,
        "name": speaker.name,
        "is_group": speaker.is_group,
        "text": incoming.text[:LONGEST],
        "occurrence_id": incoming.occurrence_id,
        "tapped": incoming.tapped,
        "other": incoming.other,
    }


def _incoming(channel: str, update_id: str, content: dict[str, Any]) -> Incoming:
    speaker = Speaker(channel, content["chat_id"], content["user_id"], content["name"], content["is_group"])
    return Incoming(update_id, speaker, content["text"], content["occurrence_id"], content["tapped"], content["other"])
