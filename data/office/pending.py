"""What waits for Nội vụ: late work, missed check-ins, new reports, extensions asked for, units without a chat."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, select

from data import views
from data.columns import in_words
from data.facts import OccurrenceFact, UnitFact
from data.kinds import Closing, MessageState, Part, Role, State
from data.model import (
    Address,
    Assignment,
    Change,
    Confirmation,
    Extension,
    Message,
    Occurrence,
    Officer,
    Plan,
    Question,
    Task,
    Unit,
)
from data.notices import Difficulty, ExtensionAsked, JointOffered, Notice, Relayed
from data.views import OCCURRENCES

# Built once: building a statement costs more than running it.
# What has had its day and is owed still, and the check-ins whose grace ended within some days.
_LATE = OCCURRENCES.where(
    in_words(Occurrence.state, State.OPEN) & (col(Occurrence.due_on) < bindparam("today"))
    | in_words(Occurrence.closing, Closing.UNREPORTED)
    & (col(Occurrence.due_on) > bindparam("closed_after"))
    & (col(Occurrence.due_on) <= bindparam("closed_until"))
)
_ANSWERED = OCCURRENCES.where(
    col(Occurrence.state) == State.DONE,
    col(Occurrence.id).in_(select(Confirmation.occurrence_id).where(col(Confirmation.at) > bindparam("since"))),
)
_TO_LOOK_AT = OCCURRENCES.where(in_words(Occurrence.state, State.DONE))
_UNREAD = (
    select(Assignment.unit_id, func.count(col(Occurrence.id)))
    .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
    .join(Task, col(Task.id) == Assignment.task_id)
    .where(in_words(Occurrence.state, State.DONE), views.IN_FORCE)
    .group_by(col(Assignment.unit_id))
)
_OWING = (
    select(Assignment.task_id, Occurrence.key, func.count(col(Occurrence.id)))
    .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
    .where(
        col(Assignment.task_id).in_(bindparam("tasks", expanding=True)),
        col(Occurrence.key).in_(bindparam("keys", expanding=True)),
        col(Occurrence.closing).is_distinct_from(Closing.WITHDRAWN),
        col(Occurrence.closing).is_distinct_from(Closing.NOT_COUNTED),
    )
    .group_by(col(Assignment.task_id), col(Occurrence.key))
)
_EXTENSIONS = OCCURRENCES.where(
    col(Occurrence.state) == State.OPEN,
    col(Occurrence.id).in_(select(Extension.occurrence_id).where(col(Extension.decided_at).is_(None))),
)
_CLOSED_OF = OCCURRENCES.where(
    col(Assignment.unit_id) == bindparam("unit_id"),
    col(Assignment.part) == Part.LEAD,
    col(Occurrence.closing) == Closing.UNREPORTED,
    col(Occurrence.due_on) > bindparam("closed_after"),
    col(Occurrence.due_on) <= bindparam("closed_until"),
)
_CHATS_CHANGED = (
    select(Address.id)
    .where((col(Address.joined_at) > bindparam("since")) | (col(Address.left_at) > bindparam("since")))
    .limit(1)
)
_QUESTIONS_CHANGED = (
    select(Question.id)
    .where((col(Question.asked_at) > bindparam("since")) | (col(Question.answered_at) > bindparam("since")))
    .limit(1)
)
_NOT_JOINED = (
    select(Unit)
    .where(
        col(Unit.id).in_(
            select(Assignment.unit_id)
            .join(Task, col(Task.id) == Assignment.task_id)
            .join(Plan, col(Plan.id) == Task.plan_id)
            .where(col(Assignment.part) != Part.FORMER, views.IN_FORCE, col(Plan.switched_on_at).is_not(None))
        ),
        col(Unit.id).not_in(
            select(Address.unit_id).where(
                col(Address.left_at).is_(None), col(Address.role).in_((Role.OFFICER, Role.COORDINATOR))
            )
        ),
    )
    .order_by(col(Unit.position))
)


def late(session: Session, today: date, closed_after: date, closed_until: date) -> tuple[OccurrenceFact, ...]:
    """What is owed still though its day has gone by, and what closed unreported of those two days' check-ins.

    These are the check-ins that were due after `closed_after` and by `closed_until`.
    """
    days = {"today": today, "closed_after": closed_after, "closed_until": closed_until}
    return views.as_facts(session, session.exec(_LATE, params=days).all())


def closed_of(session: Session, unit_id: int, closed_after: date, closed_until: date) -> tuple[OccurrenceFact, ...]:
    """The check-ins of a unit that closed unreported, of those due after `closed_after` and by `closed_until`."""
    params = {"unit_id": unit_id, "closed_after": closed_after, "closed_until": closed_until}
    return views.as_facts(session, session.exec(_CLOSED_OF, params=params).all())


def answered_since(session: Session, since: datetime) -> tuple[OccurrenceFact, ...]:
    """What was reported after `since`, and has not been looked at."""
    return views.as_facts(session, session.exec(_ANSWERED, params={"since": since}).all())


def to_look_at(session: Session, own: Collection[int] = ()) -> tuple[OccurrenceFact, ...]:
    """All that was reported and nobody has looked at; but for the reports of units that are one's `own`."""
    facts = views.as_facts(session, session.exec(_TO_LOOK_AT).all())
    return tuple(fact for fact in facts if fact.unit.id not in own)


def unread(session: Session) -> dict[int, int]:
    """How many reports of each unit nobody has looked at, by unit."""
    return dict(session.exec(_UNREAD).all())


def owing(session: Session, facts: Iterable[OccurrenceFact]) -> dict[tuple[int, str], int]:
    """How many units owe, or owed, each of these: by task and key."""
    wanted = {(fact.task.id, fact.key) for fact in facts}
    if not wanted:
        return {}
    params = {"tasks": sorted({task_id for task_id, _ in wanted}), "keys": sorted({key for _, key in wanted})}
    rows = session.exec(_OWING, params=params)
    return {(task_id, key): count for task_id, key, count in rows if (task_id, key) in wanted}


def extensions(session: Session) -> tuple[OccurrenceFact, ...]:
    """What is owed still, with a later day asked for and not decided on."""
    return views.as_facts(session, session.exec(_EXTENSIONS).all())


def not_joined(session: Session) -> tuple[UnitFact, ...]:
    """The units with a part in a plan and no chat in which they could be reminded, in registry order."""
    return tuple(views.unit_fact(unit) for unit in session.exec(_NOT_JOINED))


def chats_changed(session: Session, since: datetime) -> bool:
    """Whether a chat has joined or left since a moment."""
    return session.exec(_CHATS_CHANGED, params={"since": since}).first() is not None


def questions_changed(session: Session, since: datetime) -> bool:
    """Whether a Question has been asked or answered since a moment."""
    return session.exec(_QUESTIONS_CHANGED, params={"since": since}).first() is not None


_TOLD = (MessageState.WAITING, MessageState.CLAIMED, MessageState.SENT)


def untold(session: Session) -> tuple[Notice, ...]:
    """What units ask of Nội vụ, still matters and was told to nobody, oldest first of each kind."""
    asked: tuple[Notice, ...] = (
        *_difficulties(session),
        *_offers(session),
        *_extensions(session),
        *_relayed(session),
    )
    return tuple(each for each in asked if not _is_told(session, each))


def _difficulties(session: Session) -> Iterable[Difficulty]:
    for change, officer in _changes(session, "difficulty", State.OPEN):
        by = officer.name if officer else ""
        yield Difficulty((change.subject_id,), change.after.get("note", ""), by, change.at, change.id or 0)


def _offers(session: Session) -> Iterable[JointOffered]:
    for change, _ in _changes(session, "offer_joint", State.DONE):
        yield JointOffered((change.subject_id,), change.id or 0)


def _extensions(session: Session) -> Iterable[ExtensionAsked]:
    undecided = select(Extension).where(col(Extension.decided_at).is_(None)).order_by(col(Extension.id))
    for row in session.exec(undecided):
        yield ExtensionAsked((row.occurrence_id,), row.id or 0)


def _relayed(session: Session) -> Iterable[Relayed]:
    """What was to be carried to Nội vụ while it had no chat."""
    rows = session.exec(
        select(Change, Address, Unit, Officer)
        .join(Address, col(Address.id) == Change.address_id)
        .join(Unit, col(Unit.id) == Change.subject_id)
        .join(Officer, col(Officer.id) == Change.officer_id, isouter=True)
        .where(Change.action == "pass_on")
        .order_by(col(Change.id))
    )
    for change, address, unit, officer in rows:
        by = officer.name if officer else ""
        yield Relayed(unit.name, address.role, change.after.get("note", ""), by, change.at, change.id or 0)


def _changes(session: Session, action: str, state: State) -> Iterable[tuple[Change, Officer | None]]:
    """What was done about Occurrences that stand so still, and by whom."""
    rows = session.exec(
        select(Change, Officer)
        .join(Occurrence, (col(Occurrence.id) == Change.subject_id) & (col(Change.subject) == "occurrence"))
        .join(Officer, col(Officer.id) == Change.officer_id, isouter=True)
        .where(Change.action == action, Occurrence.state == state)
        .order_by(col(Change.id))
    )
    return ((change, officer) for change, officer in rows.all())


def _is_told(session: Session, each: Notice) -> bool:
    key = col(Message.key).startswith(f"notice:{each.key}:", autoescape=True)
    return session.exec(select(Message.id).where(key, col(Message.state).in_(_TOLD)).limit(1)).first() is not None
