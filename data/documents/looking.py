"""The look for marks of state secrets through all that is text in a file; what cannot be seen through is said.

Bounded, linear, and for any bytes a value. Pictures and scans are not seen into: what is drawn is no text.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from data.documents import looking_old, looking_packages
from data.documents.looking_packages import Part
from data.documents.safety import MAX_PAGES
from data.documents.values import Look
from data.secrecy import is_marked_name, is_stamped, is_standing

OPENING_LINES = 60
"""There a mark may stand beside other words; further on what speaks of secrets is more likely than a stamp."""

LONGEST_LINE = 4_000

MAX_LOOKED_AT = 100 * 1024 * 1024
"""Bytes of all parts of a package, and of the packages in it, once they are unpacked."""

DEEPEST = 3
"""A document in a zip in a zip."""

_PDF_WITHIN = 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (
    b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"ID3", b"OggS", b"\xff\xfb",
    b"\x1aE\xdf\xa3", b"\xd7\xcd\xc6\x9a", b"\x01\0\0\0",
)  # fmt: skip
# Each of them has a zero soon, which no text begun with the same letters has.
_HEAD = 64
_PACKED = "Content-Transfer-Encoding:"
# The media of telephones (HEIC, MP4, MOV, M4A) name their kind a little later.
_MEDIA = b"ftyp"


def look_through(data: bytes) -> Look:
    """Whether the file carries a mark, as far as can be seen; it raises nothing."""
    sight = _Sight()
    try:
        marked = sight.is_marked(data, DEEPEST)
    except Exception:  # noqa: BLE001 - whatever is wrong with a file of a stranger, it was not looked through
        return Look(marked=False, whole=False)
    return Look(marked, sight.whole)


def load_eyes(data: bytes) -> None:
    """Load what a look through these bytes needs, as long as this process may open files."""
    if b"%PDF-" in data:
        from data.documents import pdf_ink  # noqa: F401, PLC0415 - it is long to load and seldom needed


class _Sight:
    """One look: how much more may be unpacked, and whether all has been seen so far."""

    def __init__(self) -> None:
        self.left = MAX_LOOKED_AT
        self.whole = True

    def is_marked(self, data: bytes, depth: int) -> bool:
        if data.startswith(b"PK\x03\x04"):
            return self._is_package_marked(data, depth)
        if data.startswith(_OLD_OFFICE):
            self.whole = self.whole and not looking_old.is_locked(data)
            return _is_body_marked(looking_old.lines_of_office(data))
        if data.startswith(b"{\\rtf"):
            return _is_body_marked(looking_old.lines_of_rtf(data))
        if b"%PDF-" in data[:_PDF_WITHIN]:
            return self._is_pdf_marked(data)
        if b"\0" in data[:_HEAD] and (data.startswith(_PICTURES) or data[4:8] == _MEDIA):
            return False
        text = text_of(data)
        # A letter or a saved web page has its parts packed in a way of its own.
        self.whole = self.whole and text is not None and _PACKED not in text[: 1 << 16]
        return text is not None and _is_body_marked(_lines_of_text(text))

    def _is_package_marked(self, data: bytes, depth: int) -> bool:
        for part in looking_packages.parts(data, self.left):
            self.left -= part.size
            self.whole = self.whole and part.whole
            if self._is_part_marked(part, depth):
                return True
        return False

    def _is_part_marked(self, part: Part, depth: int) -> bool:
        if part.name and is_marked_name(part.name):
            return True
        if part.inner is not None:
            self.whole = self.whole and depth > 0
            return depth > 0 and self.is_marked(part.inner, depth - 1)
        return _is_body_marked(part.body) or any(map(_is_stamped, part.furniture))

    def _is_pdf_marked(self, data: bytes) -> bool:
        from data.documents.pdf_ink import open_pdf, said_on  # noqa: PLC0415 - see load_eyes

        document = open_pdf(data)
        self.whole = self.whole and len(document) <= MAX_PAGES
        pages = (said_on(document, place) for place in range(min(len(document), MAX_PAGES)))
        return _is_body_marked(chain.from_iterable(page.splitlines() for page in pages))


def text_of(data: bytes) -> str | None:
    """Bytes as text, in whatever letters it is written here; None where they are none."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        head = data[: 1 << 16]
        little, big = head[1::2].count(b"\0"), head[::2].count(b"\0")
        # Nearly every other byte of such a text is a zero, or few are above: Vietnamese has both.
        sides = [("utf-16-le", little, big), ("utf-16-be", big, little)]
        names = [name for name, many, few in sides if many * 8 > len(head) > few * 64]
        return data.decode(names[0], "replace") if names else None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258", "replace")


def _lines_of_text(text: str) -> Iterator[str]:
    if text.lstrip()[:1] == "<":
        yield from looking_packages.lines_of_markup(text)
    for line in text.splitlines():
        yield line
        if "\t" in line:
            yield from line.split("\t")


def _is_body_marked(lines: Iterable[str]) -> bool:
    """Whether running text carries a mark: as it is stamped among its first lines, and alone anywhere."""
    count = 0
    for line in lines:
        if not line or line.isspace():
            continue
        count += 1
        if is_standing(line) or (count <= OPENING_LINES and _is_stamped(line)):
            return True
    return False


def _is_stamped(line: str) -> bool:
    """Whether it carries a mark as it is stamped: within as many letters as one can see on a page."""
    return is_stamped(line[:LONGEST_LINE])
