"""Đọc văn bản: a plan as .txt, .docx, .xlsx or .pdf → title block, rows of the annex, duty paragraphs.

What comes from outside is read by a process of its own, within hard bounds; `data.documents.child` is its door.
"""

from data.documents.child import look, read_document
from data.documents.document import Document, Duty, Look, Progress, Row, TitleBlock, unheard

__all__ = ["Document", "Duty", "Look", "Progress", "Row", "TitleBlock", "look", "read_document", "unheard"]
