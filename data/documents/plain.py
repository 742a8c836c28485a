"""A document as plain data, as it comes out of the process that has read it, and back."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any, TypeVar

from data.documents.values import Document, Duty, Row, TitleBlock

Plain = dict[str, Any]
Value = TypeVar("Value")


def plain_of(document: Document) -> Plain:
    """The document in what JSON has."""
    plain = asdict(document)
    for name in ("issued_on", "annex_cites"):
        day: date | None = getattr(document.title, name)
        plain["title"][name] = day and day.isoformat()
    return plain


def document_of(plain: Any) -> Document:
    """The document again.

    Raises:
        KeyError, TypeError, ValueError: these are not the data of one; whoever sent them is not to be believed.
    """
    return Document(
        _title(plain["title"]),
        tuple(map(_row, plain["rows"])),
        tuple(Duty(*(_text(each[name]) for name in ("number", "heading", "text"))) for each in plain["duties"]),
        tuple(map(_text, plain["opening"])),
    )


def _title(plain: Any) -> TitleBlock:
    return TitleBlock(
        number=_maybe(_text, plain["number"]),
        issued_on=_maybe(date.fromisoformat, plain["issued_on"]),
        issuer=_maybe(_text, plain["issuer"]),
        kind=_maybe(_text, plain["kind"]),
        title=_maybe(_text, plain["title"]),
        year=_maybe(_number, plain["year"]),
        annex_cites=_maybe(date.fromisoformat, plain["annex_cites"]),
    )


def _row(plain: Any) -> Row:
    return Row(
        number=_text(plain["number"]),
        section=_maybe(_text, plain["section"]),
        title=_text(plain["title"]),
        product=_text(plain["product"]),
        lead=_text(plain["lead"]),
        coordinating=_text(plain["coordinating"]),
        deadline=_text(plain["deadline"]),
        extra=tuple((_text(heading), _text(cell)) for heading, cell in plain["extra"]),
        line=_number(plain["line"]),
    )


def _maybe(read: Callable[[Any], Value], plain: Any) -> Value | None:
    return None if plain is None else read(plain)


def _text(plain: Any) -> str:
    if not isinstance(plain, str):
        raise TypeError
    return plain


def _number(plain: Any) -> int:
    if not isinstance(plain, int):
        raise TypeError
    return plain
