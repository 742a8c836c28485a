"""Photos and files sent on Telegram: what a message brings, and fetching it into the data folder."""

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path

from telegram import Bot, Message
from telegram.error import BadRequest, TelegramError

from bot.attachments import brought, place_for, unfetched
from bot.talk import Attachment
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
        log.warning("a file was not fetched: %s", error)
        return Attachment(name, file.size, why="lost")
    return brought(folder, name, path)
