"""A Message → its words, from the facts of the moment: what was done meanwhile falls out, nothing left gives None."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from data import notices, reminders, talk, views
from data.columns import is_unreadable
from data.facts import DigestItem, HeadDigest, OccurrenceFact, Seat, UnitDigest
from data.kinds import MessageKind, Role
from data.model import Address, Message
from data.office import pending
from data.outbox import Claim
from data.people import addressing, offers
from data.store import Session
from data.talk import Outgoing
from data.work import buttons
from data.workdays import Workdays
from locales import Words, words_for
from locales.digests.coordinator import coordinator_digest
from locales.digests.letters import head_digest, together
from locales.digests.unit import unit_digest
from locales.notices import worded
from locales.say.talking import answered_late, by_numbers
from locales.voice import Voice, speaking
from scheduler import overseeing
from scheduler.slots import Policy

# An answer that comes later than this says what it answers.
_SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Composed:
    """A digest in words, with whom it is for and which tasks it is about."""

    outgoing: Outgoing
    seats: tuple[Seat, ...]
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes with an office's calendar, hours and language; a chat's own language goes first."""

    policy: Policy
    workdays: Workdays
    locale: str

    def compose_claimed(
        self, session: Session, claim: Claim, now: datetime, *, has_buttons: bool = True
    ) -> Outgoing | None:
        """The words of a Message that has just been claimed; what it offers is kept with it.

        For a channel that has no buttons they number the choices.
        """
        message = session.get_one(Message, claim.message_id)
        if is_unreadable(message.kind):
            raise ValueError("of an unknown kind")
        if message.kind is MessageKind.ANSWER:
            outgoing, is_asked = self._answer(session, message, now), True
        else:
            composed = self.compose(session, message)
            if composed is None:
                return None
            outgoing, is_asked = composed.outgoing, False
            message.offered = offers.of_pushed(outgoing, now)
        if outgoing.choices and not has_buttons:
            message.offered = offers.shown_by_number(message.offered, now)
            addresses = addressing.addresses_of(session, message.bot, message.chat_id)
            in_group = not is_asked and any(address.is_group for address in addresses)
            outgoing = replace(outgoing, choices=offers.numbered(outgoing.choices))
            outgoing = by_numbers(self._words(addresses), outgoing, in_reply=in_group)
        session.add(message)
        return outgoing

    def compose(self, session: Session, message: Message, *, keep_done: bool = False) -> Composed | None:
        """The words of `message` as things stand; `keep_done` shows a digest anew, with what is done ticked."""
        composed = self._composed(session, message, keep_done=keep_done)
        address = session.get_one(Address, message.address_id)
        if composed is None or address.topic is None:
            return composed
        return replace(composed, outgoing=replace(composed.outgoing, topic=address.topic))

    def _answer(self, session: Session, message: Message, now: datetime) -> Outgoing:
        """What a turn answered; after an hour it says to what."""
        said, asked_at = talk.from_record(message.facts["said"]), datetime.fromisoformat(message.facts["asked_at"])
        if now - asked_at <= _SOON or said.replaces is not None:
            return said
        words = self._words(addressing.addresses_of(session, message.bot, message.chat_id))
        return answered_late(words, said, asked_at, now, self.policy.zone)

    def _words(self, addresses: Iterable[Address]) -> Words:
        """A chat's own language, or the office's."""
        return words_for(next((each.locale for each in addresses if each.locale), self.locale))

    def _composed(self, session: Session, message: Message, *, keep_done: bool) -> Composed | None:
        address = session.get_one(Address, message.address_id)
        if is_unreadable(address.role):
            raise ValueError("to a chat in an unknown role")
        addresses = addressing.addresses_of(session, address.bot, address.chat_id)
        # A chat that has just been taken off its unit is told so in the language it chose.
        voice = speaking(self._words((*addresses, address)), message.slot_day, self.workdays, self.policy.zone)
        if message.kind is MessageKind.NOTICE:
            return self._notice(session, message, address, voice)
        parts: list[tuple[Outgoing, Seat, tuple[OccurrenceFact, ...]]] = []
        seats = views.seats(session, addresses)
        for seat in seats:
            found = self._parts(session, seat, seats, message, voice, keep_done=keep_done)
            parts += [(outgoing, seat, facts) for outgoing, facts in found]
        if not parts:
            return None
        outgoing = parts[0][0] if len(parts) == 1 else together(voice, [part for part, *_ in parts])
        tasks = dict.fromkeys(fact.task.typed for *_, facts in parts for fact in facts)
        marked = buttons.marked(session, outgoing)
        return Composed(marked, tuple(dict.fromkeys(seat for _, seat, _ in parts)), tuple(tasks))

    def _notice(self, session: Session, message: Message, address: Address, voice: Voice) -> Composed | None:
        notice = notices.from_record(message.facts)
        if notice is None:
            raise ValueError("a notice that cannot be read")
        facts = views.by_ids(session, notice.occurrences) if isinstance(notice, notices.OfWork) else ()
        outgoing = worded(voice, notice, facts)
        tasks = tuple(dict.fromkeys(fact.task.typed for fact in facts))
        if outgoing is None:
            return None
        return Composed(buttons.marked(session, outgoing), views.seats(session, [address]), tasks)

    def _parts(
        self,
        session: Session,
        seat: Seat,
        seats: Iterable[Seat],
        message: Message,
        voice: Voice,
        *,
        keep_done: bool,
    ) -> Iterator[tuple[Outgoing, tuple[OccurrenceFact, ...]]]:
        """What a seat hears among the `seats` of its chat."""
        if _is_reminded(seat, seats):
            items = reminders.items_of(session, message, seat.unit.id, keep_done=keep_done)
            if seat.role is Role.COORDINATOR:
                # What wants a day is asked for below, with what others owe.
                items = tuple(item for item in items if item.rung != "ask")
            if items:
                standing = _standing(session, seat.unit.id, items, message)
                digest = UnitDigest(seat.unit, items, standing, self._closed(session, seat.unit.id, message))
                of_several = len({each.unit.id for each in seats if _is_reminded(each, seats)}) > 1
                outgoing = unit_digest(voice, digest, of_several=of_several)
                yield outgoing, tuple(item.occurrence for item in items)
        if seat.role is Role.HEAD:
            before = reminders.before(session, message)
            late = reminders.late_for_heads(session, message, seat.unit.id, before)
            if late:
                yield head_digest(voice, HeadDigest(seat.unit, late)), late
        if seat.role is Role.COORDINATOR:
            overview = overseeing.digest_of(session, seat.unit, message, self.policy, self.workdays)
            if overview is not None:
                outgoing = coordinator_digest(voice, overview)
                yield outgoing, overseeing.told_of(overview)

    def _closed(self, session: Session, unit_id: int, message: Message) -> tuple[OccurrenceFact, ...]:
        """The check-ins of a unit that closed unreported since its digest before; none in the first one of a chat."""
        before = reminders.before(session, message)
        if before.day == date.min:
            return ()
        days = overseeing.closing_days(before, message.slot_day, self.policy, self.workdays)
        return pending.closed_of(session, unit_id, *days)


def _is_reminded(seat: Seat, seats: Iterable[Seat]) -> bool:
    """Whether a seat hears of its unit's work: an officer's does, and Nội vụ's own where no officer's is beside it."""
    beside = any(each.role is Role.OFFICER and each.unit == seat.unit for each in seats)
    return seat.role is Role.OFFICER or (seat.role is Role.COORDINATOR and not beside)


def _standing(
    session: Session, unit_id: int, items: Iterable[DigestItem], message: Message
) -> tuple[OccurrenceFact, ...]:
    """The duties a unit will be asked about later, told once: when it first hears of their plan.

    A task that opens to it afterwards, one that it supports from now on, tells of itself alone.
    """
    opened = {item.occurrence.task.plan.id for item in items if item.rung == "opening"}
    new = opened - reminders.plans_told_before(session, message, unit_id) if opened else opened
    if not new:
        return ()
    standing = views.occurrences(session, views.is_standing(), views.is_open(), views.led_by(unit_id))
    return tuple(fact for fact in standing if fact.task.plan.id in new)
