"""Difficulties (vướng mắc) that units have told of: each waits until Nội vụ answers it or the work is reported."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session, col, select

from data import views
from data.changing import Actor, write_line
from data.facts import DifficultyFact, OccurrenceFact
from data.model import Change, Closing, Occurrence, State

_TOLD = (
    select(Change)
    .join(Occurrence, (col(Occurrence.id) == Change.subject_id) & (col(Change.subject) == "occurrence"))
    .where(
        col(Change.action).in_(("difficulty", "answer_difficulty")),
        (col(Occurrence.state) == State.OPEN) | (col(Occurrence.closing) == Closing.UNREPORTED),
    )
    .order_by(col(Change.id))
)


def waiting(session: Session) -> tuple[OccurrenceFact, ...]:
    """What is owed still and its unit has told a difficulty of that nobody has answered, with the difficulty."""
    last: dict[int, Change] = {change.subject_id: change for change in session.exec(_TOLD)}
    told = {
        occurrence_id: DifficultyFact(change.after.get("note", ""), change.at)
        for occurrence_id, change in last.items()
        if change.action == "difficulty"
    }
    return tuple(replace(fact, difficulty=told[fact.id]) for fact in views.by_ids(session, told))


def answer(session: Session, occurrence_id: int, text: str, actor: Actor, now: datetime) -> int:
    """Record what Nội vụ answers to a difficulty, which waits no longer; gives the id of the record."""
    change = write_line(session, "answer_difficulty", "occurrence", occurrence_id, actor, now, after={"note": text})
    session.flush()
    return change.id or 0
