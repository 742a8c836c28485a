"""A Message → its words, from the facts of the moment: what was done meanwhile falls out, nothing left gives None."""

from collections.abc import Iterable
from dataclasses import dataclass

from data import buttons, people, reminders, views
from data.facts import CoordinatorDigest, DigestItem, HeadDigest, OccurrenceFact, Seat, UnitDigest
from data.model import Address, Message, MessageKind, Role
from data.outbox import Claim, Outgoing
from data.store import Session, Store
from data.workdays import Workdays
from locales import Words, words_for
from locales.digests import coordinator_digest, head_digest, together, unit_digest
from locales.events import Event
from locales.notices import notice
from scheduler.slots import Policy

# The undated ones are asked for through their Occurrence, month after month; their Question is the same thing at rest.
_ASKED_BY_OCCURRENCE = frozenset({"deadline.unspecified", "deadline.conditional"})


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

    def compose_claimed(self, store: Store, claim: Claim) -> Outgoing | None:
        """The words of a Message that has just been claimed."""
        with store.transaction() as session:
            message = session.get_one(Message, claim.message_id)
            composed = self.compose(session, message)
        return composed.outgoing if composed else None

    def compose(self, session: Session, message: Message, *, keep_done: bool = False) -> Composed | None:
        """The words of `message` as things stand; `keep_done` shows a digest anew, with what is done ticked."""
        address = session.get_one(Address, message.address_id)
        addresses = people.addresses_of(session, address.channel, address.chat_id)
        words = words_for(next((each.locale for each in addresses if each.locale), None) or self.locale)
        if message.kind is MessageKind.NOTICE:
            return self._notice(session, message, address, words)
        parts: list[tuple[Outgoing, Seat, tuple[OccurrenceFact, ...]]] = []
        for seat in views.seats(session, addresses):
            part = self._part(session, seat, message, words, keep_done=keep_done)
            if part is not None:
                parts.append((part[0], seat, part[1]))
        if not parts:
            return None
        outgoing = parts[0][0] if len(parts) == 1 else together(words, [part for part, *_ in parts])
        tasks = dict.fromkeys(fact.task.number for *_, facts in parts for fact in facts)
        marked = buttons.marked(session, outgoing)
        return Composed(marked, tuple(seat for _, seat, _ in parts), tuple(tasks))

    def _notice(self, session: Session, message: Message, address: Address, words: Words) -> Composed | None:
        facts = views.occurrences(session, views.among(message.facts.get("occurrences", ())))
        outgoing = notice(words, Event(facts, message.facts, message.slot_day, self.workdays))
        tasks = tuple(dict.fromkeys(fact.task.number for fact in facts))
        if outgoing is None:
            return None
        return Composed(buttons.marked(session, outgoing), views.seats(session, [address]), tasks)

    def _part(
        self, session: Session, seat: Seat, message: Message, words: Words, *, keep_done: bool
    ) -> tuple[Outgoing, tuple[OccurrenceFact, ...]] | None:
        if seat.role is Role.OFFICER:
            items = reminders.items_of(session, message, seat.unit.id, keep_done=keep_done)
            if not items:
                return None
            digest = UnitDigest(seat.unit, items, _standing(session, seat.unit.id, items))
            outgoing = unit_digest(words, digest, message.slot_day, self.workdays)
            return outgoing, tuple(item.occurrence for item in items)
        if seat.role is Role.HEAD:
            before = reminders.before(session, message)
            late = reminders.late_for_heads(session, message, seat.unit.id, before)
            outgoing = head_digest(words, HeadDigest(seat.unit, late), message.slot_day, self.workdays)
            return (outgoing, late) if late else None
        if seat.role is Role.COORDINATOR:
            return self._coordinator_part(session, seat, message, words)
        return None

    def _coordinator_part(
        self, session: Session, seat: Seat, message: Message, words: Words
    ) -> tuple[Outgoing, tuple[OccurrenceFact, ...]] | None:
        today, before = message.slot_day, reminders.before(session, message)
        overdue = tuple(
            fact
            for fact in views.occurrences(session, views.is_open(), views.due_before(today))
            if views.is_overdue(fact, today, self.workdays)
        )
        digest = CoordinatorDigest(
            unit=seat.unit,
            overdue=overdue,
            answered=views.occurrences(session, views.answered_since(before.at)),
            asked=reminders.asked_of_coordinators(session, message, before),
            questions=tuple(
                question
                for question in views.open_questions(session, None if self._first_of_month(message) else before.at)
                if question.code not in _ASKED_BY_OCCURRENCE
            ),
            extensions=views.occurrences(session, views.awaits_extension()),
            unreachable=tuple(views.unit_fact(unit) for unit, _ in people.unreachable(session)),
        )
        wanting = (digest.answered, digest.extensions, digest.asked, digest.questions, digest.unreachable)
        empty = not (digest.overdue or any(wanting))
        if empty and today.weekday() != 0:
            return None
        outgoing = coordinator_digest(words, digest, today, self.workdays)
        return outgoing, (*digest.overdue, *digest.answered, *digest.extensions, *digest.asked)

    def _first_of_month(self, message: Message) -> bool:
        day = message.slot_day
        return self.workdays.on_or_after(day.replace(day=1)) == day


def _standing(session: Session, unit_id: int, items: Iterable[DigestItem]) -> tuple[OccurrenceFact, ...]:
    """The duties a unit will be asked about later, told once with the opening of its plan."""
    if not any(item.rung == "opening" for item in items):
        return ()
    return views.occurrences(session, views.is_standing(), views.is_open(), views.led_by(unit_id))
