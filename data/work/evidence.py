"""Files behind reports (Minh chứng): kept under their SHA-256, each once, with the name they came under made safe."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from data.lines.notes import evidence_in
from data.model import Change, Confirmation, Evidence
from data.people.persons import HIDDEN
from data.record import Actor, write_line
from data.refusals import EvidenceFull

FOLDER = "evidence"
# What we make to be sent can be made anew.
MADE = "made"
LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file that is kept; no messenger of ours gives out a larger one."""

FILES = ("photo", "file", "unseen")
"""The kinds of evidence that lie in the data folder; the others are words. One that is unseen is a file that could not
be looked through to its end for marks of state secrets."""

_LONGEST_NAME = 100
_UNSAFE = re.compile(r"[^\w .,()+-]+")
# Anything else is kept all the same, but under an extension that no program opens by itself.
_EXTENSIONS = {
    "pdf", "doc", "docx", "odt", "rtf", "txt", "csv", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "jpg", "jpeg", "png",
    "gif", "webp", "heic", "bmp", "tif", "tiff", "mp3", "m4a", "wav", "mp4", "mov", "zip", "rar", "7z",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it lies in the data folder: its safe name, its path there, its SHA-256, and its kind, see FILES."""

    name: str
    path: str
    sha256: str
    kind: str = "file"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence behind a standing report: its key, kind, words or name, and where a file of it lies."""

    id: int
    kind: str
    value: str
    path: str | None = None


def safe_name(name: str) -> str:
    """A file's name without folders, control characters and other signs, of at most 100 characters."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    plain = " ".join(_UNSAFE.sub(" ", last).split()).strip(" .")
    stem, dot, end = plain.rpartition(".")
    if dot and len(end) <= len("xlsx") + 1:
        return f"{stem[: _LONGEST_NAME - len(end) - 1].rstrip(' .')}.{end}".lstrip(".") or "file"
    return plain[:_LONGEST_NAME].rstrip(" .") or "file"


def keep(folder: Path, path: str, name: str, kind: str = "file") -> Kept:
    """Move the file at `path` in the data folder to where evidence is kept; one that is there already stays.

    Raises:
        OSError: it cannot be read or moved.
    """
    source = folder / path
    with source.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    kept = PurePosixPath(FOLDER) / f"{sha256}.{_extension(name)}"
    target = folder / kept
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if target.exists():
        source.unlink()
        # Who clears up by age must see that it is wanted.
        target.touch()
    else:
        source.replace(target)
    return Kept(safe_name(name), str(kept), sha256, kind)


def made(folder: Path, name: str, content: bytes) -> Kept:
    """Keep a file that we made to be sent, until it is swept."""
    sha256 = hashlib.sha256(content).hexdigest()
    kept = PurePosixPath(MADE) / f"{sha256}.{_extension(name)}"
    (folder / MADE).mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / kept).write_bytes(content)
    return Kept(safe_name(name), str(kept), sha256, "file")


def place(folder: Path, path: str) -> Path | None:
    """Where a kept file lies; None where it is gone, or lies elsewhere than evidence and what we made do."""
    try:
        homes = [(folder / name).resolve() for name in (FOLDER, MADE)]
        # Links are followed before it is asked where the file lies.
        found = (folder / path).resolve(strict=True)
        return found if found.is_file() and any(map(found.is_relative_to, homes)) else None
    except (OSError, ValueError):
        return None


def content(folder: Path, path: str, sha256: str) -> bytes | None:
    """What a kept file holds; None where it is gone, lies elsewhere than evidence does, or is not what was kept."""
    found = place(folder, path)
    try:
        held = found.read_bytes() if found is not None else None
    except OSError:
        return None
    return held if held is not None and hashlib.sha256(held).hexdigest() == sha256 else None


def files_behind(session: Session, occurrence_id: int) -> tuple[tuple[int, Kept], ...]:
    """The files behind the standing reports of an Occurrence, each with its row's key, in the order of the reports."""
    rows = session.exec(
        _behind(occurrence_id)
        .where(col(Evidence.kind).in_(FILES))
        .order_by(col(Evidence.confirmation_id), col(Evidence.id))
    )
    return tuple((row.id or 0, Kept(row.value, row.path or "", row.sha256 or "", row.kind)) for row in rows)


def check_room(session: Session, occurrence_id: int, number: str, more: int, most: int) -> None:
    """See that the standing reports of an Occurrence of the task `number` take so many more files.

    Raises:
        EvidenceFull: they would have more than `most`.
    """
    there = len(files_behind(session, occurrence_id))
    if there + more > most:
        raise EvidenceFull(number=number, count=there, most=most)


def pieces_behind(session: Session, occurrence_id: int) -> tuple[Piece, ...]:
    """All that is behind the standing reports of an Occurrence, in the order in which it came."""
    rows = session.exec(_behind(occurrence_id).order_by(col(Evidence.id)))
    return tuple(Piece(row.id or 0, row.kind, row.value, row.path) for row in rows)


def take_off(session: Session, occurrence_id: int, piece: Piece, actor: Actor, now: datetime) -> bool:
    """Take one piece of evidence off a report; the record keeps that it was there. Whether its file backs another."""
    before = [each.value for each in pieces_behind(session, occurrence_id)]
    session.delete(session.get_one(Evidence, piece.id))
    session.flush()
    after = [each.value for each in pieces_behind(session, occurrence_id)]
    was, left = {"evidence": before}, {"evidence": after, "taken_off": [piece.value]}
    write_line(session, "take_off_evidence", "occurrence", occurrence_id, actor, now, before=was, after=left)
    same = select(Evidence.id).where(Evidence.path == piece.path).limit(1)
    return piece.path is not None and session.exec(same).first() is not None


def name_to_send(kept: Kept) -> str:
    """The name a kept file goes out under: as it came, without whom it named and is forgotten, ended as it is kept."""
    stem = kept.name.rpartition(".")[0] or kept.name
    return f"{safe_name(stem.replace(HIDDEN, ' '))}{PurePosixPath(kept.path).suffix}"


def back(session: Session, confirmation_ids: Iterable[int], files: Sequence[Kept]) -> None:
    """Put kept files behind each of these Confirmations."""
    for confirmation_id in confirmation_ids:
        for kept in files:
            row = Evidence(confirmation_id=confirmation_id, kind=kept.kind, value=kept.name)
            row.path, row.sha256 = kept.path, kept.sha256
            session.add(row)


def add(
    session: Session,
    occurrence_id: int,
    note: str,
    actor: Actor,
    now: datetime,
    files: Sequence[Kept] = (),
) -> bool:
    """Put more behind the last report of an Occurrence: files, and what a note names; whether there was anything."""
    last = session.exec(
        select(Confirmation)
        .where(
            Confirmation.occurrence_id == occurrence_id,
            col(Confirmation.withdrawn_at).is_(None),
            col(Confirmation.returned_at).is_(None),
        )
        .order_by(col(Confirmation.id).desc())
        .limit(1)
    ).one()
    named = evidence_in(note, now.date())
    for each, value in named:
        session.add(Evidence(confirmation_id=last.id or 0, kind=each, value=value))
    back(session, [last.id or 0], files)
    if not named and not files:
        return False
    values = [value for _, value in named] + [kept.name for kept in files]
    write_line(session, "add_evidence", "occurrence", occurrence_id, actor, now, after={"evidence": values})
    return True


def reported_lately(
    session: Session, address_ids: Iterable[int], officer_id: int | None, since: datetime
) -> int | None:
    """The Occurrence that a person reported last in these chats since a moment."""
    return session.exec(
        select(Change.subject_id)
        .where(
            Change.subject == "occurrence",
            Change.action == "confirm",
            Change.officer_id == officer_id,
            col(Change.address_id).in_(list(address_ids)),
            col(Change.at) >= since,
        )
        .order_by(col(Change.id).desc())
        .limit(1)
    ).first()


def backed_at(session: Session, address_ids: Iterable[int], moment: datetime) -> tuple[int, ...]:
    """The Occurrences that something was reported of, or put behind, in these chats at one moment."""
    rows = session.exec(
        select(Change.subject_id).where(
            Change.subject == "occurrence",
            col(Change.action).in_(("confirm", "complete", "add_evidence")),
            col(Change.address_id).in_(list(address_ids)),
            Change.at == moment,
        )
    )
    return tuple(dict.fromkeys(rows))


def _behind(occurrence_id: int) -> SelectOfScalar[Evidence]:
    return (
        select(Evidence)
        .join(Confirmation, col(Confirmation.id) == Evidence.confirmation_id)
        .where(
            Confirmation.occurrence_id == occurrence_id,
            col(Confirmation.withdrawn_at).is_(None),
            col(Confirmation.returned_at).is_(None),
        )
    )


def _extension(name: str) -> str:
    end = name.rpartition(".")[2].lower()
    return end if "." in name and end in _EXTENSIONS else "bin"
