"""Files sent in answer to a message, held in a chat until somebody there says what they back."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

from sqlmodel import Session, col, select

from data import people
from data.model import Address

FOLDER = "held"
# As long as the numbers of the question, see `data.speakers.offers`.
LASTS = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Held:
    """A file that waits: its safe name, its path in the data folder, "photo" or "file", and the words it came with."""

    name: str
    path: str
    kind: str
    note: str = ""


def hold(
    session: Session, folder: Path, channel: str, chat_id: str, file: Held, about: Sequence[int], now: datetime
) -> tuple[Held, ...]:
    """Hold a file that was sent in answer to a message about these Occurrences; gives all that wait with it now.

    Those of another message, or that waited too long anywhere, are deleted.

    Raises:
        OSError: it cannot be moved.
    """
    before = _of(session, channel, chat_id, now)
    there = _files(before) if before and before["about"] == list(about) else ()
    if not there:
        drop(session, folder, channel, chat_id)
    _drop_outdated(session, folder, now)
    path = PurePosixPath(FOLDER) / PurePosixPath(file.path).name
    (folder / FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / file.path).replace(folder / path)
    files = (*there, Held(file.name, str(path), file.kind, file.note))
    waiting = {"until": (now + LASTS).isoformat(), "about": list(about), "files": [astuple(each) for each in files]}
    _set(session, channel, chat_id, waiting)
    return files


def take(
    session: Session, channel: str, chat_id: str, now: datetime, occurrence_id: int | None = None
) -> tuple[Held, ...]:
    """The files that wait in a chat, which wait no longer; none where they came in answer to something else."""
    waiting = _of(session, channel, chat_id, now)
    if waiting is None or occurrence_id not in (None, *waiting["about"]):
        return ()
    _set(session, channel, chat_id, None)
    return _files(waiting)


def drop(session: Session, folder: Path | None, channel: str, chat_id: str) -> bool:
    """Delete what waits in a chat; say whether anything did."""
    found = [address for address in people.addresses_of(session, channel, chat_id) if address.held]
    for address in found:
        _delete(session, folder, address)
    return bool(found)


def _drop_outdated(session: Session, folder: Path, now: datetime) -> None:
    for address in session.exec(select(Address).where(col(Address.held).is_not(None))):
        if address.held and datetime.fromisoformat(address.held["until"]) <= now:
            _delete(session, folder, address)


def _delete(session: Session, folder: Path | None, address: Address) -> None:
    for file in _files(address.held):
        if folder is not None:
            (folder / file.path).unlink(missing_ok=True)
    address.held = None
    session.add(address)


def _of(session: Session, channel: str, chat_id: str, now: datetime) -> dict[str, Any] | None:
    for address in people.addresses_of(session, channel, chat_id):
        if address.held and now < datetime.fromisoformat(address.held["until"]):
            return address.held
    return None


def _set(session: Session, channel: str, chat_id: str, waiting: dict[str, Any] | None) -> None:
    for address in people.addresses_of(session, channel, chat_id):
        address.held = waiting
        session.add(address)


def _files(waiting: dict[str, Any] | None) -> tuple[Held, ...]:
    return tuple(Held(*each) for each in waiting["files"]) if waiting else ()
