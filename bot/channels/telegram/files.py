"""Photos and files on Telegram: what a message brings, fetching it; what of ours is a photo, what a document."""

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from telegram import Bot, Message
from telegram.constants import FileSizeLimit, MessageLimit
from telegram.error import BadRequest, TelegramError

from bot.attachments import brought, place_for, unfetched
from bot.channels.telegram.wire import words_of
from bot.talk import Attachment
from data.talk import Enclosed
from data.work.evidence import safe_name

log = logging.getLogger(__name__)

_PHOTO, _VIDEO, _AUDIO = "anh.jpg", "video.mp4", "am-thanh.mp3"
_TOO_LARGE = "file is too big"
# Seconds that a file of the largest size may take on a slow line.
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that Telegram holds: its id there, the name it was sent under, its bytes' count (0 where not told)."""

    id: str
    name: str
    size: int


def wanted(message: Message) -> Wanted | None:
    """The photo, in its full size, the file, video or recording that a message brings; a photo has no name of its own.

    What is said or shown to the person at the other end, a voice message or a round video, is no file.
    """
    if message.document is not None:
        document = message.document
        return Wanted(document.file_id, document.file_name or "file", document.file_size or 0)
    if message.photo:
        photo = message.photo[-1]
        return Wanted(photo.file_id, _PHOTO, photo.file_size or 0)
    recorded = message.video or message.audio
    if recorded is not None:
        name = _VIDEO if message.video else _AUDIO
        return Wanted(recorded.file_id, recorded.file_name or name, recorded.file_size or 0)
    return None


async def fetch(bot: Bot, folder: Path, file: Wanted, words: str) -> Attachment:
    """Bring a file into the data folder; never raises. What is marked as a secret, or too large, is not asked for."""
    refused = unfetched(file.name, file.size, words)
    if refused is not None:
        return refused
    name, path = safe_name(file.name), place_for(folder)
    try:
        async with asyncio.timeout(_PATIENCE):
            held = await bot.get_file(file.id)
            await held.download_to_drive(folder / path)
    except BadRequest as error:
        return Attachment(name, file.size, why="too-large" if _TOO_LARGE in error.message.lower() else "lost")
    except (TelegramError, OSError) as error:
        log.warning("a file was not fetched: %s", words_of(error) if isinstance(error, TelegramError) else error)
        return Attachment(name, file.size, why="lost")
    return brought(folder, name, path)


# The sides of a photo together, and how many times longer one may be than the other.
_SIDES, _RATIO = 10_000, 20
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
# Frames of a JPEG that tell its size; the others among them are tables, and one is an extension.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN = 0xDA


@dataclass(frozen=True, slots=True)
class Upload:
    """One file on its way: its name, what stands under it, its bytes, and whether it goes as a photo."""

    name: str
    label: str
    content: bytes
    as_photo: bool


def uploads(file: Enclosed, content: bytes | None) -> tuple[Upload, ...]:
    """How a file may be sent, the best way first; no way where nothing is in it, or too much."""
    if not content or len(content) > FileSizeLimit.FILESIZE_UPLOAD:
        return ()
    label = file.label[: MessageLimit.CAPTION_LENGTH // 2]
    document = Upload(file.name, label, content, as_photo=False)
    if file.kind == "photo" and _is_photo(content):
        return Upload(file.name, label, content, as_photo=True), document
    return (document,)


def _is_photo(content: bytes) -> bool:
    if len(content) > FileSizeLimit.PHOTOSIZE_UPLOAD:
        return False
    sides = sides_of(content)
    return sides is not None and sum(sides) <= _SIDES and 0 < max(sides) <= _RATIO * min(sides)


def sides_of(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or a JPEG; None of anything else."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR" and len(content) >= len(_PNG) + 16:
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if not content.startswith(_JPEG):
        return None
    for marker, at in _segments(content):
        if marker in _FRAMES and at + 9 <= len(content):
            return int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(content[at + 5 : at + 7])
    return None


def _segments(content: bytes) -> Iterator[tuple[int, int]]:
    """The markers of a JPEG up to its picture, each with its place; after a marker comes its segment's length."""
    at = len(_JPEG)
    while at + 4 <= len(content) and content[at] == _JPEG[0]:
        marker = content[at + 1]
        if marker == _JPEG[0]:  # fill bytes
            at += 1
            continue
        yield marker, at
        if marker == _SCAN:
            return
        at += 2 + max(int.from_bytes(content[at + 2 : at + 4]), 2)
