"""Who has never been told: units that owe something of which no reminder and no urging has gone out to them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, select

from data import people
from data.facts import OccurrenceFact
from data.model import Audience, Change, Closing, Message, MessageKind, MessageState, Reminder
from data.period import GRACE_DAYS
from data.workdays import Workdays

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
    with_chat = people.preferred_addresses(session, {fact.unit.id for fact in ahead}) if ahead else {}
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
