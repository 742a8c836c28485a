"""Text as messengers count it: in UTF-16 units."""


def units(text: str) -> int:
    """Count `text` in UTF-16 units, as every limit and offset of both services does."""
    return len(text.encode("utf-16-le")) // 2


def part(text: str, start: int, length: int) -> str:
    """Give the part of `text` so placed; ValueError where it leaves the text or cuts a character in two."""
    if not 0 <= start < start + length <= units(text):
        raise ValueError("outside the text")
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")
