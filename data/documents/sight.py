"""The look for marks of state secrets through all that is text in a file; what cannot be seen through is said."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from itertools import chain

from data.documents.document import Look
from data.documents.safety import MAX_PAGES, MAX_PARTS
from data.secrecy import is_marked_name, is_stamped, is_standing

_OFFICE = {"[Content_Types].xml", "content.xml"}
_FURNITURE = re.compile(r"word/(?:header|footer)\d{0,4}\.xml", re.IGNORECASE)
# What else has words: the others are looks, links and lists of parts.
_LOOKS = re.compile(
    r"(?:.*/)?(?:theme|themes|_rels|printerSettings|media|fonts|customXml|activeX|Thumbnails|Pictures)/.*"
    r"|(?:word|ppt|xl)/(?:styles|fontTable|settings|webSettings|numbering|calcChain|tableStyles|presProps|viewProps)\.xml",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?:word|xl)/(?:header|footer|document|workbook|sharedStrings).*|content\.xml", re.IGNORECASE)

_ENDS = {
    "p", "h", "si", "is", "c", "v", "tr", "td", "th", "li", "div", "title", "text", "txbxContent", "lpstr", "lpwstr",
    "subject", "keywords", "description", "category", "contentStatus", "creator", "author",
    "comment", "body", "caption", "keyword",
}  # fmt: skip
_BREAKS = {"br", "cr", "line-break"}
_SPACES = {"tab", "s"}
_PAGE_HEADS = {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}
_NAMED = {"sheet", "textpath", "table", "docPr"}
_NAMES = ("string", "name", "title", "descr")
_HEAD_CODE = re.compile(r'&(?:"[^"]{0,200}"|\d{1,3}|K[0-9A-Fa-f]{6}|[A-Z])')
_LONGEST_HEAD = 4_096


@dataclass(slots=True)
class Part:
    """A part: its name where that tells a person something, its lines, or the bytes of a file in it."""

    size: int = 0
    whole: bool = True
    name: str = ""
    body: Iterable[str] = ()
    furniture: list[str] = field(default_factory=list)
    """Lines that stand on every page or name something; complete once the body has been gone through."""
    inner: bytes | None = None


def parts(data: bytes, most: int) -> Iterator[Part]:
    """The parts of a package that may say something, as far as they have no more than so many bytes together."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        infos = package.infolist()
        office = any(info.filename in _OFFICE for info in infos)
        infos.sort(key=lambda info: _FIRST.fullmatch(info.filename) is None)
        if len(infos) > MAX_PARTS:
            yield Part(whole=False)
        for info in infos[:MAX_PARTS]:
            if info.is_dir() or (office and _LOOKS.fullmatch(info.filename)):
                continue
            part = _part(package, info, most, office=office)
            most -= part.size
            yield part


def _part(package: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, *, office: bool) -> Part:
    name = "" if office else info.filename
    is_markup = office and info.filename.lower().endswith((".xml", ".vml"))
    if office and not is_markup and "embeddings/" not in info.filename:
        return Part()
    if info.flag_bits & 0x1 or info.file_size > most:
        return Part(whole=False, name=name)
    try:
        content = package.read(info)
    except Exception:  # noqa: BLE001 - one part that cannot be unpacked does not hide the others
        return Part(whole=False, name=name)
    if not is_markup:
        return Part(len(content), name=name, inner=content)
    part = Part(len(content))
    text = content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "replace")
    if _FURNITURE.fullmatch(info.filename):
        part.furniture += lines_of_markup(text)
    else:
        part.body = lines_of_markup(text, part.furniture)
    return part


def lines_of_markup(text: str, furniture: list[str] | None = None) -> Iterator[str]:
    """The text between the tags, line by line; names and the heads of pages are put apart as `furniture`."""
    apart = [] if furniture is None else furniture
    said: list[str] = []
    pieces = iter(text.split("<"))
    said.append(next(pieces))
    for piece in pieces:
        if piece.startswith("![CDATA["):
            said.append(piece[len("![CDATA[") :].replace("]]>", ""))
            continue
        tag, _, after = piece.partition(">")
        name = _local(tag)
        if name in _ENDS or name in _BREAKS:
            if name in _BREAKS or tag[:1] == "/":
                yield unescape("".join(said))
                said = []
        elif name in _SPACES:
            said.append(" " if tag[-1:] == "/" else "")
        elif name in _PAGE_HEADS:
            apart.append(_HEAD_CODE.sub(" ", unescape(after[:_LONGEST_HEAD])))
            continue
        elif name in _NAMED:
            apart.extend(_names(tag))
        if after:
            said.append(after)
    yield unescape("".join(said))


def _local(tag: str) -> str:
    """The name without its prefix: of "/w:p" and of "text:p text:style-name=…" it is "p", of "br/" it is "br"."""
    name = tag[:80].strip("/").split(None, 1)[:1]
    return name[0].rpartition(":")[2].rstrip("/") if name else ""


def _names(tag: str) -> Iterator[str]:
    """The attributes of a tag that people see: the name of a sheet, the words of WordArt."""
    cut = tag[:_LONGEST_HEAD].replace("'", '"').split('"')
    for before, value in zip(cut[::2], cut[1::2], strict=False):
        if before.rstrip("= ").endswith(_NAMES):
            yield unescape(value)


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
            self.whole = self.whole and not is_locked(data)
            return _is_body_marked(lines_of_office(data))
        if data.startswith(b"{\\rtf"):
            return _is_body_marked(lines_of_rtf(data))
        if b"%PDF-" in data[:_PDF_WITHIN]:
            return self._is_pdf_marked(data)
        if b"\0" in data[:_HEAD] and (data.startswith(_PICTURES) or data[4:8] == _MEDIA):
            return False
        text = text_of(data)
        # A letter or a saved web page has its parts packed in a way of its own.
        self.whole = self.whole and text is not None and _PACKED not in text[: 1 << 16]
        return text is not None and _is_body_marked(_lines_of_text(text))

    def _is_package_marked(self, data: bytes, depth: int) -> bool:
        for part in parts(data, self.left):
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
        yield from lines_of_markup(text)
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
