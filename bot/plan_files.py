"""Which file a message of Nội vụ's is about, and the plan in it, read while no transaction is open."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot import attachments
from bot.command import Takes
from bot.talk import Attachment, ReadPlan
from bot.understanding import Line, about, is_plan
from data.agencies import Registry
from data.documents import Document, read_document
from data.facts import Seat
from data.lines.days import year_in
from data.people import registering
from data.plans import drafted, drafting
from data.plans.drafts import PlanDraft
from data.refusals import (
    ColumnsMissing,
    DocumentUnreadable,
    FileLost,
    MarkedSecret,
    PlanYearUnknown,
    Refusal,
    TableMissing,
)
from data.secrecy import is_stamped
from data.store import Session
from data.work import held
from data.work.held import Held
from data.workdays import Workdays

_DIGITS = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be read as a plan: what it must hash to, if known, the sender's year, and the units to match."""

    file: Attachment
    sha256: str | None
    year: int | None
    registry: Registry


def wanted(session: Session, line: Line, seats: tuple[Seat, ...], now: datetime) -> Wanted | None:
    """The file that must be read before the message is acted on, if there is one."""
    incoming = line.incoming
    if incoming.file is not None and is_plan(line, seats) and not about(session, incoming, seats):
        return Wanted(incoming.file, None, year_in(incoming.text), registering.load_registry(session))
    heard = line.given_by(seats)
    if heard is None:
        return None
    if heard.command.takes is Takes.HELD_FILE:
        speaker = incoming.speaker
        files = held.waiting(session, speaker.bot, speaker.chat_id, now)
        return _of_held(session, files[-1], heard.argument) if files else None
    number = _DIGITS.search(heard.argument) if heard.command.takes is Takes.DRAFT_FILE else None
    draft = drafted.waiting(session, int(number[0])) if number else None
    if draft is None:
        return None
    return Wanted(Attachment(draft.name, 0, draft.path), draft.sha256, draft.year, registering.load_registry(session))


def _of_held(session: Session, file: Held, words: str) -> Wanted:
    """A file that waits, whose year may be said with it or now."""
    year = year_in(words) or year_in(file.note)
    return Wanted(Attachment(file.name, 0, file.path), None, year, registering.load_registry(session))


def read(wanted: Wanted, folder: Path | None, workdays: Workdays) -> ReadPlan | Refusal:
    """The plan in a file, or why there is none in it to be read; that names the file as it was sent.

    Raises:
        FileTooLarge, FileEmpty, FileLost: it has not been taken, or is not there any more as it was sent.
        MarkedSecret: its first lines carry a mark of state secrets.
    """
    file, place = wanted.file, attachments.path_of(wanted.file)
    if folder is None:
        raise FileLost(name=file.name)
    path = folder / place
    sha256 = drafted.sha256_of(path)
    if sha256 is None or wanted.sha256 not in (None, sha256):
        raise FileLost(name=file.name)
    try:
        document = read_document(path)
        if any(map(is_stamped, document.opening)):
            raise MarkedSecret
        plan, year = _plan_of(document, wanted, workdays)
    except (DocumentUnreadable, TableMissing, ColumnsMissing, PlanYearUnknown) as said:
        said.path = file.name
        return said
    return ReadPlan(file.name, place, sha256, year, plan)


def _plan_of(document: Document, wanted: Wanted, workdays: Workdays) -> tuple[PlanDraft, int | None]:
    """The plan, and the sender's year where it was needed: what the document says goes first."""
    name, registry, year = wanted.file.name, wanted.registry, wanted.year
    try:
        return drafting.draft_of(document, registry, workdays, path=name), None
    except PlanYearUnknown:
        if year is None:
            raise
        return drafting.draft_of(document, registry, workdays, path=name, year=year), year
