"""Whether units were reached: with a task's last Reminder, with each notice and urging; and who was never told."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, select

from data import leases, outbox, views
from data.facts import OccurrenceFact, UnitFact
from data.kinds import Audience, Closing, Ladder, MessageKind, MessageState, Part, Role
from data.leases import Outage
from data.model import Address, Assignment, Change, Message, Occurrence, Reminder, Task, Unit
from data.notices import Difficulty, EvidenceAdded, ExtensionAsked, JointOffered, Urged
from data.people import addressing
from data.period import GRACE_DAYS
from data.talk import channel_of
from data.workdays import Workdays

_NEVER = datetime.min.replace(tzinfo=UTC)
_NOTICE = "notice:"
# "urge:2023-03-07:12"
_EVENT_PARTS = 3
# These are about tasks, and for Nội vụ.
_TO_OFFICE = frozenset(each.kind for each in (Difficulty, EvidenceAdded, ExtensionAsked, JointOffered))
_READ_BY = {Audience.UNIT: Role.OFFICER, Audience.COORDINATING_UNIT: Role.OFFICER, Audience.HEAD: Role.HEAD}


class Reached(StrEnum):
    """How far a message has come on its way to a unit; UNKNOWN: it may have arrived, SET_ASIDE: it cannot be worded."""

    SENT = "sent"
    WAITING = "waiting"
    UNREACHABLE = "unreachable"
    NO_CHAT = "no_chat"
    TAKEN_BACK = "taken_back"
    UNKNOWN = "unknown"
    SET_ASIDE = "set_aside"
    NONE = "none"


_STUCK = {MessageState.UNKNOWN: Reached.UNKNOWN, MessageState.SET_ASIDE: Reached.SET_ASIDE}


@dataclass(frozen=True, slots=True)
class Delivery:
    """The last Reminder of a task to a unit, or one notice: how far it has come, when (aware, UTC), or why not.

    `kind` is the audience of a Reminder, or the kind of the notice; `told_at` is when the notice was to go out.
    """

    unit: UnitFact
    kind: str
    reached: Reached
    at: datetime | None = None
    reason: str = ""
    told_at: datetime = _NEVER
    instead: "Instead | None" = None


@dataclass(frozen=True, slots=True)
class Instead:
    """By which channel something was heard in place of the usual one, why nothing came by that, and since when."""

    channel: str
    usual: Outage
    chat_lost: bool = False


def reminders_of(session: Session, task_id: int) -> tuple[Delivery, ...]:
    """Of each unit that has a part in a task, what became of the last Reminder to it, and to its head."""
    rows = session.exec(
        select(Reminder, Message)
        .join(Occurrence, col(Occurrence.id) == Reminder.occurrence_id)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Message, col(Message.id) == Reminder.message_id, isouter=True)
        .where(Assignment.task_id == task_id, col(Reminder.audience).in_(list(_READ_BY)))
        .order_by(col(Reminder.day), col(Reminder.id))
    ).all()
    last = _told_at_opening(session, task_id)
    last |= {(reminder.unit_id, reminder.audience): message for reminder, message in rows}
    days = {(reminder.unit_id, reminder.audience): reminder.day for reminder, _ in rows}
    waiting = [days[key] for key, message in last.items() if message is None]
    chats, stuck = _chats(session), _stuck(session, min(waiting)) if waiting else {}
    found = []
    for unit, part in _parts(session, task_id):
        own = Audience.UNIT if part is Part.LEAD else Audience.COORDINATING_UNIT
        for audience in (own, Audience.HEAD):
            key = (unit.id, audience)
            if key in last:
                readers = _readers(chats, unit.id, audience)
                message = last[key] or _in_vain(stuck, readers, days[key])
                told = _delivery(unit, audience, message, readers)
                found.append(replace(told, instead=_instead(session, message, readers)))
            elif audience is own:
                found.append(Delivery(unit, audience, Reached.NONE))
    return tuple(found)


def _stuck(session: Session, since: date) -> dict[tuple[str, str], Message]:
    """The last digest since a day that nobody sends again, by bot and chat: its Reminders wait for the next."""
    rows = session.exec(
        select(Message)
        .where(Message.kind == MessageKind.DIGEST, Message.slot_day >= since, col(Message.state).in_(list(_STUCK)))
        .order_by(col(Message.id))
    )
    return {(message.bot, message.chat_id): message for message in rows}


def _instead(session: Session, message: Message | None, chats: Sequence[Address]) -> Instead | None:
    """What kept a message that was sent from the chat in which its readers usually hear; None where it went there."""
    if message is None or message.sent_at is None:
        return None
    at, here = message.sent_at, channel_of(message.bot)
    for chat in addressing.usual_first(session, chats):
        if channel_of(chat.bot) == here:
            return None
        if chat.unreachable_at is not None and chat.unreachable_at <= at:
            lost = Outage(chat.bot, chat.unreachable_reason or "", chat.unreachable_at)
            return Instead(here, lost, chat_lost=True)
        outage = leases.outage_of(session, chat.bot, at)
        if outage is not None:
            return Instead(here, outage)
    return None


def _in_vain(stuck: Mapping[tuple[str, str], Message], chats: Iterable[Address], day: date) -> Message | None:
    """The digest that a Reminder of `day` stood in, if nobody knows whether a chat has it, or it could not be read."""
    found = (stuck.get((chat.bot, chat.chat_id)) for chat in chats)
    return next((message for message in found if message is not None and message.slot_day >= day), None)


def _told_at_opening(session: Session, task_id: int) -> dict[tuple[int, Audience], Message | None]:
    """The digests with which the plan opened for those who owe a standing duty: they name it, without a Reminder."""
    standing = (
        select(col(Assignment.unit_id), col(Task.plan_id), col(Occurrence.opens_on))
        .select_from(Occurrence)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .where(Task.id == task_id, Occurrence.ladder == Ladder.STANDING)
        .subquery()
    )
    rows = session.exec(
        select(Reminder.unit_id, Message)
        .join(Message, col(Message.id) == Reminder.message_id)
        .join(Occurrence, col(Occurrence.id) == Reminder.occurrence_id)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .join(standing, (standing.c.unit_id == Reminder.unit_id) & (standing.c.plan_id == Task.plan_id))
        .where(
            Reminder.rung == "opening",
            col(Reminder.audience).in_((Audience.UNIT, Audience.COORDINATING_UNIT)),
            standing.c.opens_on <= Message.slot_day,
        )
        .order_by(col(Reminder.day), col(Reminder.id))
    )
    return {(unit_id, Audience.UNIT): message for unit_id, message in rows}


def notices_of(session: Session, task_id: int) -> tuple[Delivery, ...]:
    """The notices about a task to the units that have, or had, a part in it, newest first.

    An urging of a unit that had no chat is among them.
    """
    ids = set(
        session.exec(
            select(Occurrence.id)
            .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
            .where(Assignment.task_id == task_id)
        )
    )
    rows = session.exec(
        select(Message, Address, Unit)
        .join(Address, col(Address.id) == Message.address_id)
        .join(Unit, col(Unit.id) == Address.unit_id)
        .where(
            Message.kind == MessageKind.NOTICE,
            col(Unit.id).in_(select(Assignment.unit_id).where(Assignment.task_id == task_id)),
        )
        .order_by(col(Message.due_at).desc(), col(Unit.position))
    )
    chats = _chats(session)
    told = [
        replace(
            _delivery(views.unit_fact(unit), message.facts.get("kind", ""), message, [address]),
            instead=_instead(session, message, chats.get((unit.id or 0, address.role), [])),
        )
        for message, address, unit in rows
        if message.facts.get("kind", "") not in _TO_OFFICE
        and ids.intersection(message.facts.get("occurrences", ()))
        and message.outcome != outbox.OTHER_WAY
    ]
    return tuple(sorted((*told, *_urged_in_vain(session, task_id)), key=lambda each: each.told_at, reverse=True))


def of_urgings(session: Session, events: Collection[str]) -> dict[str, Reached]:
    """How far the last notice of each of these urgings has come, by the event it was told as."""
    if not events:
        return {}
    rows = session.exec(
        select(Message, Address, Unit)
        .join(Address, col(Address.id) == Message.address_id)
        .join(Unit, col(Unit.id) == Address.unit_id)
        .where(col(Message.key).startswith(f"{_NOTICE}urge:"))
        .order_by(col(Message.id))
    )
    found = {}
    for message, address, unit in rows:
        event = ":".join(message.key.removeprefix(_NOTICE).split(":")[:_EVENT_PARTS])
        if event in events:
            found[event] = _delivery(views.unit_fact(unit), Urged.kind, message, [address]).reached
    return found


def _urged_in_vain(session: Session, task_id: int) -> list[Delivery]:
    """The urgings of units that had no chat at the time."""
    rows = session.exec(
        select(Change, Unit)
        .join(Occurrence, col(Occurrence.id) == Change.subject_id)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Unit, col(Unit.id) == Assignment.unit_id)
        .where(Assignment.task_id == task_id, Change.subject == "occurrence", Change.action == "urge")
        .order_by(col(Unit.position))
    )
    return [
        Delivery(views.unit_fact(unit), Urged.kind, Reached.NO_CHAT, told_at=change.at)
        for change, unit in rows
        if not change.after.get("event")
    ]


def _parts(session: Session, task_id: int) -> Iterable[tuple[UnitFact, Part]]:
    rows = session.exec(
        select(Unit, Assignment.part)
        .join(Assignment, col(Assignment.unit_id) == Unit.id)
        .where(Assignment.task_id == task_id, col(Assignment.part).in_((Part.LEAD, Part.COORDINATING)))
        .order_by(col(Unit.position))
    )
    return [(views.unit_fact(unit), Part(part)) for unit, part in rows]


def _chats(session: Session) -> dict[tuple[int, Role], list[Address]]:
    """The chats that have joined and not left, by unit and role."""
    found: dict[tuple[int, Role], list[Address]] = {}
    for address in session.exec(select(Address).where(col(Address.left_at).is_(None)).order_by(col(Address.id))):
        found.setdefault((address.unit_id, address.role), []).append(address)
    return found


def _readers(chats: Mapping[tuple[int, Role], list[Address]], unit_id: int, audience: Audience) -> list[Address]:
    """The chats in which a unit hears something: Nội vụ its own work where it coordinates, if nowhere else."""
    found = chats.get((unit_id, _READ_BY[audience]), [])
    return found if found or audience is Audience.HEAD else chats.get((unit_id, Role.COORDINATOR), [])


def _delivery(unit: UnitFact, kind: str, message: Message | None, chats: list[Address]) -> Delivery:
    found = _reached(unit, kind, message, chats)
    return replace(found, told_at=message.due_at) if message is not None else found


def _reached(unit: UnitFact, kind: str, message: Message | None, chats: list[Address]) -> Delivery:
    if message is not None and message.state is MessageState.SENT:
        return Delivery(unit, kind, Reached.SENT, message.sent_at)
    if message is not None and message.state in _STUCK:
        return Delivery(unit, kind, _STUCK[message.state])
    return _not_there(unit, kind, message, chats)


def _not_there(unit: UnitFact, kind: str, message: Message | None, chats: list[Address]) -> Delivery:
    """Of what has surely not been delivered, whether it still may be."""
    if not chats:
        return Delivery(unit, kind, Reached.NO_CHAT)
    lost = next((chat for chat in chats if chat.unreachable_at), None)
    if lost is not None and all(chat.unreachable_at for chat in chats):
        return Delivery(unit, kind, Reached.UNREACHABLE, lost.unreachable_at, lost.unreachable_reason or "")
    if message is not None and message.state is MessageState.FAILED:
        return Delivery(unit, kind, Reached.UNREACHABLE, None, message.outcome or "")
    if message is not None and message.state is MessageState.WITHDRAWN:
        return Delivery(unit, kind, Reached.TAKEN_BACK)
    return Delivery(unit, kind, Reached.WAITING)


# Built once: building a statement costs more than running it.
_REMINDED = (
    select(Reminder.occurrence_id, Reminder.unit_id, func.min(Message.slot_day))
    .join(Message, col(Message.id) == Reminder.message_id)
    .where(
        col(Reminder.occurrence_id).in_(bindparam("ids", expanding=True)),
        Reminder.audience == Audience.UNIT,
        Message.state == MessageState.SENT,
    )
    .group_by(col(Reminder.occurrence_id), col(Reminder.unit_id))
)
_URGED = select(Change.subject_id).where(
    Change.subject == "occurrence",
    col(Change.subject_id).in_(bindparam("ids", expanding=True)),
    Change.action == "urge",
)
_SENT_URGINGS = select(Message.facts).where(
    col(Message.key).startswith("notice:urge:"),
    Message.kind == MessageKind.NOTICE,
    Message.state == MessageState.SENT,
)


def marked(
    session: Session, facts: Iterable[OccurrenceFact], today: date, workdays: Workdays
) -> tuple[OccurrenceFact, ...]:
    """The same facts, those marked as `unreached` of which their unit has not been told.

    As long as its day has not gone by, this is so of a unit without a chat alone: others will be told in time. What
    waited for a chat that joined after the period had closed was not said in it.
    """
    found = tuple(facts)
    if not found:
        return found
    rows = session.exec(_REMINDED, params={"ids": [fact.id for fact in found]})
    first = {(occurrence_id, unit_id): day for occurrence_id, unit_id, day in rows}
    untold = [fact for fact in found if not _in_time(fact, first.get((fact.id, fact.unit.id)), workdays)]
    ahead = [fact for fact in untold if not _is_past(fact, today)]
    with_chat = addressing.preferred_addresses(session, {fact.unit.id for fact in ahead}) if ahead else {}
    silent = {fact.id for fact in untold if _is_past(fact, today) or fact.unit.id not in with_chat}
    unreached = silent - _urged(session, silent) if silent else silent
    return tuple(replace(fact, unreached=True) if fact.id in unreached else fact for fact in found)


def _is_past(fact: OccurrenceFact, today: date) -> bool:
    return fact.due_on is not None and fact.due_on < today


def _in_time(fact: OccurrenceFact, first: date | None, workdays: Workdays) -> bool:
    """Whether the first Reminder that went out came while there was time to act on it."""
    if first is None or fact.due_on is None or fact.closing is not Closing.UNREPORTED:
        return first is not None
    return first <= workdays.shift(workdays.on_or_after(fact.due_on), GRACE_DAYS)


def _urged(session: Session, ids: Iterable[int]) -> set[int]:
    """Those of these Occurrences about which an urging has gone out."""
    urged = set(session.exec(_URGED, params={"ids": list(ids)}))
    if not urged:
        return urged
    told = {each for facts in session.exec(_SENT_URGINGS) for each in facts.get("occurrences", ())}
    return urged & told
