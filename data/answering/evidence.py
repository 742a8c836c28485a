"""Files behind reports (Minh chứng): kept under their SHA-256, each once, with the name they came under made safe."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from sqlmodel import Session, col, select

from data.changing import Actor, write_line
from data.model import Change, Confirmation, Evidence
from data.typed.cited import evidence_in

FOLDER = "evidence"
LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file that is kept; Telegram gives out no larger one."""

_LONGEST_NAME = 100
_UNSAFE = re.compile(r"[^\w .,()+-]+")
# Anything else is kept all the same, but under an extension that no program opens by itself.
_EXTENSIONS = {
    "pdf", "doc", "docx", "odt", "rtf", "txt", "csv", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "jpg", "jpeg", "png",
    "gif", "webp", "heic", "bmp", "tif", "tiff", "mp3", "m4a", "wav", "mp4", "mov", "zip", "rar", "7z",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it lies in the data folder: its safe name, its path there, its SHA-256, and "photo" or "file"."""

    name: str
    path: str
    sha256: str
    kind: str = "file"


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
    else:
        source.replace(target)
    return Kept(safe_name(name), str(kept), sha256, kind)


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
    named = evidence_in(note)
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


def _extension(name: str) -> str:
    end = name.rpartition(".")[2].lower()
    return end if "." in name and end in _EXTENSIONS else "bin"
