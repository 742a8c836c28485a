"""What units have asked of Nội vụ while it had no chat to be told in; it waits for the first that joins."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from data.model import Change, Extension, Message, MessageState, Occurrence, Officer, State

_TOLD = (MessageState.WAITING, MessageState.CLAIMED, MessageState.SENT)


@dataclass(frozen=True, slots=True)
class Untold:
    """An event by its unique name, its kind, and the facts that make its words."""

    event: str
    kind: str
    facts: dict[str, object]


def difficulty(change_id: int, occurrence_id: int, note: str, by: str, at: str) -> Untold:
    """A unit meets a difficulty; `at` in ISO form."""
    facts: dict[str, object] = {"occurrences": [occurrence_id], "note": note, "by": by, "at": at}
    return Untold(f"difficulty:{change_id}", "difficulty", facts)


def joint_offer(change_id: int, occurrence_id: int) -> Untold:
    """A lead offers its report for all leads."""
    return Untold(f"joint-offer:{change_id}", "joint_offered", {"occurrences": [occurrence_id]})


def extension_asked(extension_id: int, occurrence_id: int) -> Untold:
    """A unit asks for a later day."""
    facts: dict[str, object] = {"occurrences": [occurrence_id], "extension": extension_id}
    return Untold(f"extension:{extension_id}:asked", "extension_asked", facts)


def waiting(session: Session) -> tuple[Untold, ...]:
    """What still matters of it and was told to nobody, oldest first of each kind."""
    asked = (*_difficulties(session), *_offers(session), *_extensions(session))
    return tuple(each for each in asked if not _is_told(session, each))


def _difficulties(session: Session) -> Iterable[Untold]:
    for change, officer in _changes(session, "difficulty", State.OPEN):
        by = officer.name if officer else ""
        yield difficulty(change.id or 0, change.subject_id, change.after.get("note", ""), by, change.at.isoformat())


def _offers(session: Session) -> Iterable[Untold]:
    for change, _ in _changes(session, "offer_joint", State.DONE):
        yield joint_offer(change.id or 0, change.subject_id)


def _extensions(session: Session) -> Iterable[Untold]:
    undecided = select(Extension).where(col(Extension.decided_at).is_(None)).order_by(col(Extension.id))
    for row in session.exec(undecided):
        yield extension_asked(row.id or 0, row.occurrence_id)


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


def _is_told(session: Session, each: Untold) -> bool:
    key = col(Message.key).startswith(f"notice:{each.event}:", autoescape=True)
    return session.exec(select(Message.id).where(key, col(Message.state).in_(_TOLD)).limit(1)).first() is not None
