"""Enclosed files → what Telegram takes of them: a photo within its limits as one, anything else as a document. Pure.

The limits are those of sendPhoto and of uploads in the Bot API.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from telegram.constants import FileSizeLimit, MessageLimit

from data.talk import Enclosed

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
