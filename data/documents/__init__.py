"""Đọc văn bản: a plan as .txt, .csv, .docx, .xlsx, .pdf, .ods, .odt or web page → title, rows, duty paragraphs.

What comes from outside is read by a process of its own, within hard bounds; `child` is its door, `office` has what
that process cannot read saved anew. In reading order: `document` what is read, in the letters of today by `legacy` ·
`child` asks, `inside` answers · `formats` tells by the bytes which of `txt` (with `csv_rows`), `docx`, `xlsx`, `odf`,
`web`, `pdf` (with `pdf_ink`) reads them into blocks · `looks`, `meanings`, `annexes`, `headings` and `rows` make tasks
of these, `title_block` and `paragraphs` the head and the duties · without an annex, `marks`, `labels` and
`instructions` read a line, `prose` makes rows of lines, `dispatches` duties of orders, `candidates` what may be a
task; `form` writes these for a person to complete · `sight` looks for a mark of secrecy · `safety` bounds what a file
may cost.
"""

from data.documents.child import look, outline, read_document
from data.documents.document import Document, Duty, LeftOut, Look, Progress, Row, TitleBlock, unheard

__all__ = [
    "Document",
    "Duty",
    "LeftOut",
    "Look",
    "Progress",
    "Row",
    "TitleBlock",
    "look",
    "outline",
    "read_document",
    "unheard",
]
