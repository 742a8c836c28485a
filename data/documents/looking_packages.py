"""What stands in the parts of a zip: of Word, Excel, PowerPoint and ODF the text between the tags, else whole files.

No XML is parsed: it is cut at its tags, once, so that nothing in it can make that long.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO

from data.documents.safety import MAX_PARTS

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
