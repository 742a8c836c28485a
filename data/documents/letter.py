"""An office's letter as a Word file (.docx), laid out as Decree 30/2020/NĐ-CP, annex I, has it. Pure.

A4, Times New Roman; the nation's name and motto to the right, the office to the left; number, place and day; the kind
of letter and what it is about; the text; who signs; to whom it goes; an annex with its table across the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from data.documents.workbook import cell_words

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.section import Section
    from docx.text.paragraph import Paragraph

_FACE = "Times New Roman"
_TEXT, _NAMES, _SMALL, _TABLE = 14, 13, 11, 11
_INDENT_CM, _RULE = 1.27, "─"


@dataclass(frozen=True, slots=True)
class Head:
    """A line over a part of the text: "I. KẾT QUẢ CHUNG"."""

    text: str


@dataclass(frozen=True, slots=True)
class Annex:
    """A table behind the text: what stands over it, the heads of its columns with their widths in cm, its rows.

    A row of one cell goes across the table.
    """

    title: str
    subject: str
    attached: str
    heads: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Letter:
    """All that is written, as it is written; what only the office can say is left as dots or empty."""

    nation: str
    motto: str
    above: str
    office: str
    number: str
    placed: str
    kind: str
    subject: str
    text: Sequence[str | Head]
    signs_as: str
    goes_to: str
    recipients: Sequence[str]
    annex: Annex | None = None


def word_file(letter: Letter) -> bytes:
    """The file's bytes."""
    from docx import Document  # noqa: PLC0415 - it is long to load, and few turns need it

    word = Document()
    _page(word.sections[0], landscape=False)
    _face(word)
    _letterhead(word, letter)
    for line in (letter.kind, letter.subject):
        _put(word.add_paragraph(), line, centred=True, bold=True)
    _put(word.add_paragraph(), _RULE * 12, centred=True, size=6)
    for each in letter.text:
        paragraph = word.add_paragraph()
        if isinstance(each, Head):
            _put(paragraph, each.text, bold=True, indented=True)
        else:
            _put(paragraph, each, indented=True)
    _foot(word, letter)
    if letter.annex:
        _annexed(word, letter.annex)
    held = BytesIO()
    word.save(held)
    return held.getvalue()


def _page(section: "Section", *, landscape: bool) -> None:
    """A4 with the decree's margins; from the second page on its number stands centred above."""
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    wide, high = (297, 210) if landscape else (210, 297)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    if not number.runs:
        _put(number, "", centred=True, size=_NAMES)
        _page_number(number)


def _page_number(paragraph: "Paragraph") -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - the library knows no fields


def _face(word: "Word") -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    style: Any = word.styles["Normal"]
    style.font.name, style.font.size = _FACE, Pt(_TEXT)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FACE)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)


def _put(
    paragraph: "Paragraph",
    text: str,
    *,
    centred: bool = False,
    indented: bool = False,
    bold: bool = False,
    italic: bool = False,
    size: int = _TEXT,
) -> None:
    """Write a line; what is indented is text: justified, with room above it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Cm, Pt  # noqa: PLC0415

    run = paragraph.add_run(cell_words(text))
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if indented:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(_INDENT_CM)
        paragraph.paragraph_format.space_before = Pt(6)
    if bold:
        paragraph.paragraph_format.keep_with_next = True


def _letterhead(word: "Word", letter: Letter) -> None:
    """Two columns without lines: the office and its number, the nation with place and day."""
    from docx.shared import Cm  # noqa: PLC0415

    table = word.add_table(rows=2, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, (6.3, 10.2), strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    left, right = table.rows[0].cells
    _put(left.paragraphs[0], letter.above.upper(), centred=True, size=_NAMES)
    _put(left.add_paragraph(), letter.office.upper(), centred=True, bold=True, size=_NAMES)
    _put(left.add_paragraph(), _RULE * 8, centred=True, size=6)
    _put(right.paragraphs[0], letter.nation.upper(), centred=True, bold=True, size=_NAMES)
    _put(right.add_paragraph(), letter.motto, centred=True, bold=True, size=_TEXT)
    _put(right.add_paragraph(), _RULE * 22, centred=True, size=6)
    number, placed = table.rows[1].cells
    _put(number.paragraphs[0], letter.number, centred=True, size=_NAMES)
    _put(placed.paragraphs[0], letter.placed, centred=True, italic=True)
    word.add_paragraph()


def _foot(word: "Word", letter: Letter) -> None:
    """To whom it goes on the left, who signs on the right."""
    word.add_paragraph()
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    _put(left.paragraphs[0], letter.goes_to, bold=True, italic=True, size=12)
    for each in letter.recipients:
        _put(left.add_paragraph(), each, size=_SMALL)
    _put(right.paragraphs[0], letter.signs_as.upper(), centred=True, bold=True)
    for _ in range(4):
        right.add_paragraph()


def _annexed(word: "Word", annex: Annex) -> None:
    """The annex on pages of its own, across; the heads of its table stand on each."""
    from docx.enum.section import WD_SECTION  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.shared import Cm  # noqa: PLC0415

    _page(word.add_section(WD_SECTION.NEW_PAGE), landscape=True)
    _put(word.add_paragraph(), annex.title, centred=True, bold=True)
    _put(word.add_paragraph(), annex.subject.upper(), centred=True, bold=True)
    _put(word.add_paragraph(), annex.attached, centred=True, italic=True)
    word.add_paragraph()
    table = word.add_table(rows=1, cols=len(annex.heads), style="Table Grid")
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - the library cannot say it
    for cell, (head, width) in zip(table.rows[0].cells, annex.heads, strict=True):
        cell.width = Cm(width)
        _put(cell.paragraphs[0], head, centred=True, bold=True, size=_TABLE)
    for column, (_, width) in zip(table.columns, annex.heads, strict=True):
        column.width = Cm(width)
    for row in annex.rows:
        cells = table.add_row().cells
        if len(row) == 1:
            _put(cells[0].merge(cells[-1]).paragraphs[0], row[0], bold=True, size=_TABLE)
            continue
        for cell, text, (_, width) in zip(cells, row, annex.heads, strict=True):
            cell.width = Cm(width)
            _put(cell.paragraphs[0], text, size=_TABLE)
