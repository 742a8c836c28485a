"""Pictures as far as their headers: what a reader needs to know their size by."""


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG of this size."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\x00\x00\x00"


def jpeg(width: int, height: int, *, before: bytes = b"") -> bytes:
    """The beginning of a JPEG of this size, with other segments `before` the one that tells it."""
    frame = b"\xff\xc0\x00\x11\x08" + height.to_bytes(2) + width.to_bytes(2) + b"\x03" + bytes(9)
    return b"\xff\xd8" + before + frame + b"\xff\xda\x00\x02"
