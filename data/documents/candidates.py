"""What of a document without a table may be its tasks: paragraphs that say something is to be done, for a form."""

import re
from collections.abc import Iterator, Sequence

from data.documents.dispatches import gives_none
from data.documents.document import Paragraph, Row
from data.documents.instructions import order_in, when_in
from data.documents.marks import Mark, Path, bodies, entered, mark_of

MOST_ROWS = 300
"""A form that is longer is not filled in by hand."""

_SHORTEST, _LONGEST = 15, 600
_TELLS = re.compile(
    r"(?:căn cứ|theo đề nghị|xét đề nghị|thực hiện (?:kế hoạch|công văn)|kính gửi|trên đây)", re.IGNORECASE
)


def outlined(paragraphs: Sequence[Paragraph]) -> tuple[Row, ...]:
    """The numbered and dashed paragraphs that nothing stands under, with the unit and the time that they name."""
    return tuple(
        _row(mark, path, str(place)) for place, (mark, path) in enumerate(_leaves(paragraphs), 1) if place <= MOST_ROWS
    )


def _leaves(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Mark, Path]]:
    path: Path = ()
    held: tuple[Mark, Path] | None = None
    for mark in map(mark_of, bodies(paragraphs)):
        before = path
        path = () if mark.is_caption else entered(path, mark) if mark.is_numbered else path
        if (mark.is_section or mark.is_caption) and held:
            yield held
            held = None
        if mark.is_section or mark.kind == "plain" or any(map(gives_none, path)):
            continue
        if held and not (mark.is_numbered and len(path) > len(before)) and not _is_under(mark, held[0]):
            yield held
        held = (mark, path) if _may_be(mark) else None
    if held:
        yield held


def _is_under(mark: Mark, above: Mark) -> bool:
    return above.is_numbered and not mark.is_numbered


def _may_be(mark: Mark) -> bool:
    return _SHORTEST <= len(mark.text) <= _LONGEST and not mark.text.isupper() and not _TELLS.match(mark.text)


def _row(mark: Mark, path: Path, number: str) -> Row:
    order = order_in(mark.text)
    above = path[:-1] if mark.is_numbered else path
    return Row(
        number=number,
        section=" / ".join(map(str, above)) or None,
        title=mark.text.rstrip(" .;"),
        product="",
        lead=order.lead if order else "",
        coordinating=order.coordinating if order else "",
        deadline=when_in(mark.text),
        extra=(),
        line=mark.line,
    )
