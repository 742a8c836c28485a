"""A Message → its words, from the facts of the moment: what was done meanwhile falls out, nothing left gives None.

Below, what Nội vụ hears in a slot: what is new since its digest before; with it, or as a week begins, what waits.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from data import notices, outbox, reminders, talk, views
from data.columns import is_unreadable
from data.digests import CoordinatorDigest, DigestItem, HeadDigest, UnitDigest
from data.facts import OccurrenceFact, Seat, TaskFact, UnitFact
from data.kinds import Audience, Closing, MessageKind, Role
from data.model import Address, Message, Question, Unit
from data.office import announcing, delivered, looking, pending, reviewing
from data.outbox import Claim
from data.people import addressing, coordinating, offers
from data.plans import calling, settling
from data.reminders import Before
from data.store import Session
from data.talk import Outgoing
from data.views import seating
from data.views.questions import DAY_IN_QUESTION, NO_DAY, facts_of, waiting
from data.work import reporting
from data.workdays import Workdays
from locales import Voice, Words, speaking, words_for
from locales.digests import head_digest, once, together
from locales.digests.coordinator import coordinator_digest
from locales.digests.unit import unit_digest
from locales.notices import worded
from locales.say.talking import answered_late, by_numbers
from scheduler.slots import Policy

# An answer that comes later than this says what it answers.
_SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Composed:
    """A digest in words, with whom it is for, which tasks it is about, and what of them its own units owe."""

    outgoing: Outgoing
    seats: tuple[Seat, ...]
    tasks: tuple[str, ...]
    owed: tuple[OccurrenceFact, ...] = ()


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
        message = outbox.row(session, claim)
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
            outgoing = self.by_numbers(session, outgoing, addresses, is_asked=is_asked)
        session.add(message)
        return outgoing

    def by_numbers(
        self, session: Session, outgoing: Outgoing, addresses: Iterable[Address], *, is_asked: bool = False
    ) -> Outgoing:
        """The same as a channel without buttons shows it in the chat of `addresses`; whether somebody there asked."""
        seats = tuple(addresses)
        in_group = not is_asked and any(address.is_group for address in seats)
        outgoing = replace(outgoing, choices=offers.numbered(outgoing.choices))
        return by_numbers(self._words(session, seats), outgoing, in_reply=in_group)

    def compose(self, session: Session, message: Message, *, keep_done: bool = False) -> Composed | None:
        """The words of `message` as things stand; `keep_done` shows a digest anew, with what is done ticked."""
        address = session.get_one(Address, message.address_id)
        composed = self._composed(session, message, address, keep_done=keep_done)
        if composed is None or address.topic is None:
            return composed
        return replace(composed, outgoing=replace(composed.outgoing, topic=address.topic))

    def _answer(self, session: Session, message: Message, now: datetime) -> Outgoing:
        """What a turn answered; after an hour it says to what."""
        said, asked_at = talk.from_record(message.facts["said"]), datetime.fromisoformat(message.facts["asked_at"])
        if now - asked_at <= _SOON or said.replaces is not None:
            return said
        words = self._words(session, addressing.addresses_of(session, message.bot, message.chat_id))
        return answered_late(words, said, asked_at, now, self.policy.zone)

    def _words(self, session: Session, addresses: Iterable[Address]) -> Words:
        """The words of whoever coordinates, in a chat's own language or the office's."""
        language = next((each.locale for each in addresses if each.locale), self.locale)
        return words_for(language, coordinating.office_name(session))

    def _composed(self, session: Session, message: Message, address: Address, *, keep_done: bool) -> Composed | None:
        if is_unreadable(address.role):
            raise ValueError("to a chat in an unknown role")
        addresses = addressing.addresses_of(session, address.bot, address.chat_id)
        # A chat that has just been taken off its unit is told so in the language it chose.
        voice = speaking(self._words(session, (*addresses, address)), message.slot_day, self.workdays, self.policy.zone)
        if message.kind is MessageKind.NOTICE:
            return self._notice(session, message, address, voice)
        parts: list[tuple[Outgoing, Seat, tuple[OccurrenceFact, ...]]] = []
        seats = seating.seats(session, addresses)
        for seat in seats:
            found = self._parts(session, seat, seats, message, voice, keep_done=keep_done)
            parts += [(outgoing, seat, facts) for outgoing, facts in found]
        if not parts:
            return None
        outgoing = parts[0][0] if len(parts) == 1 else together(voice, [part for part, *_ in parts])
        tasks = dict.fromkeys(fact.task.typed for *_, facts in parts for fact in facts)
        marked = reporting.with_states(session, once(voice, outgoing))
        owed = tuple(fact for _, seat, facts in parts for fact in facts if fact.unit.id == seat.unit.id)
        return Composed(marked, tuple(dict.fromkeys(seat for _, seat, _ in parts)), tuple(tasks), owed)

    def _notice(self, session: Session, message: Message, address: Address, voice: Voice) -> Composed | None:
        notice = notices.from_record(message.facts)
        if notice is None:
            raise ValueError("a notice that cannot be read")
        work = notice.occurrences if isinstance(notice, notices.OfWork) else ()
        facts = views.by_ids(session, work)
        if work and not facts:
            return None  # its tasks, or their whole plan, have been withdrawn meanwhile
        outgoing = worded(voice, notice, facts)
        tasks = tuple(dict.fromkeys(fact.task.typed for fact in facts))
        if outgoing is None:
            return None
        said = reporting.with_states(session, once(voice, outgoing))
        return Composed(said, seating.seats(session, [address]), tasks)

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
                # What wants a day is asked for below, with what others owe and have not reported.
                own = (item for item in items if item.audience is not Audience.MONITORING_UNIT)
                items = tuple(item for item in own if item.rung != "ask")
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
            overview = digest_of(session, seat.unit, message, self.policy, self.workdays)
            if overview is not None:
                outgoing = coordinator_digest(voice, overview)
                yield outgoing, told_of(overview)

    def _closed(self, session: Session, unit_id: int, message: Message) -> tuple[OccurrenceFact, ...]:
        """The check-ins of a unit that closed unreported since its digest before; none in the first one of a chat."""
        before = reminders.before(session, message)
        if before.day == date.min:
            return ()
        days = closing_days(before, message.slot_day, self.policy, self.workdays)
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
    told = {item.occurrence.task.id for item in items}
    owed = views.occurrences(session, views.is_by_period(), views.is_open(), views.led_by(unit_id))
    return tuple(fact for fact in owed if fact.task.plan.id in new and fact.task.id not in told)


DAYS_OF_WEEK = 7
# So long after it was switched on a plan is new.
YOUNG = timedelta(weeks=4)


def digest_of(
    session: Session, unit: UnitFact, message: Message, policy: Policy, workdays: Workdays
) -> CoordinatorDigest | None:
    """What the digest `message` says to Nội vụ as things stand; None where nothing is new and no week begins."""
    today, before = message.slot_day, reminders.before(session, message)
    late = pending.late(session, today, *closing_days(before, today, policy, workdays))
    asked = reminders.asked_of_coordinators(session, message, before)
    unanswered, lost = waiting(session, today), addressing.unreachable(session)
    in_grace = tuple(fact for fact in late if views.is_missed(fact, today, workdays))
    found = CoordinatorDigest(
        unit=unit,
        overdue=tuple(fact for fact in late if views.is_overdue(fact, today, workdays)),
        answered=tuple(fact for fact in pending.answered_since(session, before.at) if fact.unit.id != unit.id),
        asked=asked,
        questions=facts_of(session, (each for each in _beside(asked, unanswered) if _is_new(each, before))),
        unreachable=tuple((views.unit_fact(unit), chat.unreachable_reason or "") for unit, chat in lost),
        extensions=pending.extensions(session),
        missed=(
            *(fact for fact in in_grace if _has_just_ended(fact, before, today, workdays)),
            *(fact for fact in late if fact.closing is Closing.UNREPORTED),
        ),
        in_grace=in_grace,
        settled=announcing.settled(session, before.at),
        difficult=reviewing.waiting(session),
    )
    begins_week = workdays.on_or_after(_monday(today)) == today
    if not (begins_week or _has_news(found, lost, before, workdays)):
        return None
    begins_month = begins_week and _monday(today).day <= DAYS_OF_WEEK
    found = replace(
        found,
        overdue=delivered.marked(session, found.overdue, today, workdays),
        missed=delivered.marked(session, found.missed, today, workdays),
        owing=pending.owing(session, found.missed),
        unread=sum(count for unit_id, count in pending.unread(session).items() if unit_id != unit.id),
        this_week=_this_week(session, today, workdays) if begins_week else None,
        outside=_outside(session, before, today, begins_week=begins_week, begins_month=begins_month),
        named=tuple(calling.proposed(session, before.at)),
        first=before.day == date.min,
    )
    # What waits unchanged is recalled once a month.
    if begins_month or pending.questions_changed(session, before.at):
        found = replace(found, unanswered=len(unanswered))
    if begins_month or pending.chats_changed(session, before.at):
        found = replace(found, not_joined=pending.not_joined(session))
    return found


def _outside(
    session: Session, before: Before, today: date, *, begins_week: bool, begins_month: bool
) -> tuple[TaskFact, ...]:
    """The duties that nobody has decided on: in a chat's first digest, weekly in a plan's first weeks, then monthly."""
    if begins_month or before.day == date.min:
        return settling.offered_duties(session)
    return calling.offered_since(session, today - YOUNG) if begins_week else ()


def told_of(digest: CoordinatorDigest) -> tuple[OccurrenceFact, ...]:
    """All that a digest tells of one by one."""
    return (
        *digest.overdue,
        *digest.missed,
        *digest.settled,
        *digest.answered,
        *digest.extensions,
        *digest.asked,
        *(digest.this_week or ()),
    )


def _has_news(
    digest: CoordinatorDigest, lost: Iterable[tuple[Unit, Address]], before: Before, workdays: Workdays
) -> bool:
    """Whether anything has come up since the digest before; what was told already waits for the week to begin."""
    return bool(
        digest.answered
        or digest.asked
        or digest.questions
        or digest.missed
        or digest.settled
        or any(_late_since(fact, workdays) > before.day for fact in digest.overdue)
        or any(fact.extension.at > before.at for fact in digest.extensions if fact.extension)
        or any(fact.difficulty.at > before.at for fact in digest.difficult if fact.difficulty)
        or any(chat.unreachable_at > before.at for _, chat in lost if chat.unreachable_at)
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _this_week(session: Session, today: date, workdays: Workdays) -> tuple[OccurrenceFact, ...]:
    """What is owed still and has its last day in the week of `today`, its end of days off included."""
    return looking.due_until(session, today, _monday(today) + timedelta(days=DAYS_OF_WEEK - 1), workdays)


def closing_days(before: Before, today: date, policy: Policy, workdays: Workdays) -> tuple[date, date]:
    """After which day, and by which, a check-in was due whose grace has ended since the digest before."""
    days = policy.grace_days + 1
    last = workdays.shift(today, -1) if before.day == date.min else workdays.on_or_before(before.day)
    return workdays.shift(last, -days), workdays.shift(today, -days)


def _has_just_ended(fact: OccurrenceFact, before: Before, today: date, workdays: Workdays) -> bool:
    return before.day < _late_since(fact, workdays) <= today


def _late_since(fact: OccurrenceFact, workdays: Workdays) -> date:
    """The first working day after the due day; without one, the beginning of time."""
    return workdays.shift(workdays.on_or_after(fact.due_on), 1) if fact.due_on else date.min


def _beside(asked: Iterable[OccurrenceFact], questions: Iterable[Question]) -> list[Question]:
    """The Questions without those about a day that is asked for anyhow."""
    undated = {fact.task.id for fact in asked}
    return [each for each in questions if each.task_id not in undated or each.code not in DAY_IN_QUESTION]


def _is_new(question: Question, before: Before) -> bool:
    """Whether it was asked since the digest before, and is not asked for in another way."""
    return question.asked_at > before.at and question.code not in NO_DAY
