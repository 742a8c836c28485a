"""The text in files of old Office (.doc, .xls, .ppt) and in RTF, as far as a look for a mark needs it.

The containers are not taken apart: what is text in them lies there in plain sight, in UTF-16 or in one byte a letter.
"""

import re
from collections.abc import Iterator

# Letters, signs and accents as they are written here; U+0100 is what the head of a string looks like in .xls.
_WIDE = re.compile("[\x20-\x7e\u00a0-\u00ff\u0101-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f]{2,}")
_NARROW = re.compile(rb"[\x20-\x7e\x80-\xff]{3,}")
_PLAIN = re.compile("[\x20-\x7e]{0,3}")
# How the streams of Word and of Excel begin, behind the head of the container, and what says that they are locked.
_SECTOR = 512
_WORD, _WORD_FLAGS = b"\xec\xa5", 0x0B
_SHEETS, _SHEETS_LOCKED = b"\x09\x08", b"\x2f\0\x36\0\x01\0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")

_RTF = re.compile(
    r"\\u(-?\d{1,6}) ?|\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\[^a-zA-Z]|[{}\r\n]|[^\\{}\r\n]+",
    re.DOTALL,
)
_LINES = {"par", "line", "cell", "row", "page", "sect", "nestcell"}
_MOST_SKIPPED = 8


def is_locked(data: bytes) -> bool:
    """Whether the container holds a document under a password."""
    first = data[_SECTOR : 9 * _SECTOR]
    word = first.startswith(_WORD) and len(first) > _WORD_FLAGS and bool(first[_WORD_FLAGS] & 1)
    return word or (first.startswith(_SHEETS) and _SHEETS_LOCKED in first) or _LOCKED in data


def lines_of_office(data: bytes) -> Iterator[str]:
    """Runs of letters. One of .xls may be followed by the length of the next, which looks like a letter more."""
    for start in (0, 1):
        wide = data[start : len(data) - (len(data) - start) % 2].decode("utf-16-le", "replace")
        for run in _WIDE.finditer(wide):
            yield run[0]
            yield run[0][:-1]
    for narrow in _NARROW.finditer(data):
        said = narrow[0].decode("cp1258", "replace")
        # Three letters happen by chance in any picture.
        if not _PLAIN.fullmatch(said):
            yield said
            yield said[:-1]


def lines_of_rtf(data: bytes) -> Iterator[str]:
    """The text of RTF by lines: letters by number, letters of cp1258, and what is plain."""
    said: list[str] = []
    bytes_before = bytearray()
    fallback, skip = 1, 0
    for token in _RTF.finditer(data.decode("latin-1")):
        number, code, word = token[1], token[2], token[3]
        if code is not None:
            if skip:
                skip -= 1
            else:
                bytes_before.append(int(code, 16))
            continue
        said.append(bytes_before.decode("cp1258", "replace"))
        bytes_before.clear()
        if number is not None:
            said.append(chr(int(number) % 0x10000))
            skip = fallback
        elif word == "uc":
            fallback = min(max(int(token[4] or 1), 0), _MOST_SKIPPED)
        elif word in _LINES:
            yield "".join(said)
            said, skip = [], 0
        elif word == "tab" or token[0] == r"\~":
            said.append(" ")
        elif word is None and token[0][0] not in "\\{}\r\n":
            said.append(token[0][skip:])
            skip = max(skip - len(token[0]), 0)
    yield "".join([*said, bytes_before.decode("cp1258", "replace")])
