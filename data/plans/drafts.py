"""Bản nháp: a plan as understood before anything is written, and the documents sent in chat until one is accepted."""

import hashlib
import shutil
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from data.deadline import Deadline
from data.documents import LeftOut
from data.model import Draft
from data.record import Actor, write_line


@dataclass(frozen=True, slots=True)
class DraftTask:
    """One row as understood; `lead` and `coordinating` are unit codes after fan-out.

    One that is `offered` is a duty from outside the table: owed by nobody until Nội vụ accepts it.
    """

    number: str
    section: str | None
    title: str
    product: str
    lead_text: str
    coordinating_text: str
    deadline: Deadline
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    extra: tuple[tuple[str, str], ...] = ()
    offered: bool = False
    state: str = ""
    """"done" or "stopped", where a list that is kept says so; see `data.plans.tracking`."""
    done_on: date | None = None
    extended_to: date | None = None
    """The later day that the list gives."""
    extended: str = ""
    """The list's words about that."""
    progress: str = ""
    """How far the list says that it is."""
    monitoring_text: str = ""
    monitoring: tuple[str, ...] = ()
    """Unit codes of those who follow it up: they neither lead nor support it."""


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """Something in the document that only a person can settle; `task` is the row's number, if it is about one.

    One that is asked `of` several rows at once has their Questions in it; `task` is the first of them.
    """

    task: str | None
    code: str
    fields: dict[str, Any] = field(default_factory=dict)
    of: "tuple[DraftQuestion, ...]" = ()

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of which it is asked at once."""
        return tuple(each.task or "" for each in self.of)

    def each(self) -> "tuple[DraftQuestion, ...]":
        """The Question of each row by itself: that is how it is kept, so that each can be settled."""
        return self.of or (self,)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as understood, before anything is written; `drawn_up_by` is the code of the unit that drew it up.

    `followed_by` is the one that has to follow it up, where the registry marks nobody who does.
    """

    number: str
    issued_on: date | None
    issuer: str
    title: str
    year: int
    tasks: tuple[DraftTask, ...]
    questions: tuple[DraftQuestion, ...]
    drawn_up_by: str | None = None
    followed_by: str | None = None
    left_out: tuple[LeftOut, ...] = ()

    @property
    def rows(self) -> tuple[DraftTask, ...]:
        """The tasks of the table."""
        return tuple(task for task in self.tasks if not task.offered)

    @property
    def offered(self) -> tuple[DraftTask, ...]:
        """The duties offered beside the table."""
        return tuple(task for task in self.tasks if task.offered)


FOLDER = "drafts"


def sha256_of(path: Path) -> str | None:
    """The hash of what is in a file; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def keep(folder: Path, path: str, sha256: str) -> str:
    """Copy the file at `path` in the data folder to where drafts are kept; gives that place.

    Raises:
        OSError: it cannot be read or written.
    """
    kept = f"{FOLDER}/{sha256}"
    (folder / FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(folder / path, folder / kept)
    return kept


def make(session: Session, name: str, path: str, sha256: str, year: int | None, actor: Actor, now: datetime) -> Draft:
    """Have a kept document wait for a decision; one that the same chat sent before waits no more."""
    for earlier in _waiting(session):
        if earlier.address_id == actor.address_id:
            decide(session, earlier, actor, now, accepted=False)
    draft = Draft(
        address_id=actor.address_id or 0,
        officer_id=actor.officer_id,
        name=name,
        path=path,
        sha256=sha256,
        year=year,
        made_at=now,
    )
    session.add(draft)
    session.flush()
    _record(session, draft, "make_draft", actor, now)
    return draft


def waiting(session: Session, number: int) -> Draft | None:
    """The draft of this number, if it waits for a decision."""
    return next((draft for draft in _waiting(session) if draft.id == number), None)


def decide(session: Session, draft: Draft, actor: Actor, now: datetime, *, accepted: bool) -> None:
    """Note that a draft has been accepted or refused."""
    draft.decided_at, draft.accepted = now, accepted
    session.add(draft)
    _record(session, draft, "accept_draft" if accepted else "refuse_draft", actor, now)


def _record(session: Session, draft: Draft, action: str, actor: Actor, now: datetime) -> None:
    write_line(session, action, "draft", draft.id, actor, now, after={"name": draft.name, "sha256": draft.sha256})


def sweep(session: Session, folder: Path) -> None:
    """Remove the files of refused drafts that no other draft has."""
    rows = session.exec(select(Draft.path, Draft.accepted)).all()
    for path in {path for path, _ in rows} - {path for path, accepted in rows if accepted is not False}:
        (folder / path).unlink(missing_ok=True)


def _waiting(session: Session) -> list[Draft]:
    query = select(Draft).where(col(Draft.decided_at).is_(None)).order_by(col(Draft.id)).with_for_update()
    return list(session.exec(query))
