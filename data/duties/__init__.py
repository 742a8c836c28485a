"""The duties outside the table: which paragraphs of "Tổ chức thực hiện" are tasks, and which are only to be read."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from data.agencies import Registry, fan_out, resolve
from data.deadline import read
from data.documents import Document, Duty
from data.duties.products import LONGEST, own_product, timed_product
from data.duties.times import times_in
from data.plans.drafts import DraftTask
from data.words import fold

__all__ = ["kept_duties", "offered_tasks", "own_product"]

_CLAUSE = re.compile(r"\s*;\s*|\s*\+\s+|(?<=[^\W\d])\.\s+(?=[^\W\d_])|(?<=\d)\.\s+(?=[^\W\d_])|\.\s*$")


def offered_tasks(
    document: Document, registry: Registry, year: int, issued_on: date | None = None
) -> tuple[DraftTask, ...]:
    """The paragraphs that ask for something by a day, at a cadence or as a product, as tasks of their heading's units.

    Its deadline is read from the words of time alone; without any it is `unspecified`.
    """
    return tuple(_task(duty, registry, year, issued_on) for duty in document.duties if _asks(duty))


def kept_duties(document: Document) -> tuple[Duty, ...]:
    """The other paragraphs: there is nothing in them to tick off."""
    return tuple(duty for duty in document.duties if not _asks(duty))


def _task(duty: Duty, registry: Registry, year: int, issued_on: date | None) -> DraftTask:
    clauses = tuple(_clauses(duty))
    spans = [(clause, times_in(clause)) for clause in clauses]
    when = "; ".join(", ".join(clause[start:end] for start, end in times) for clause, times in spans if times)
    products = [timed_product(clause, times) if times else own_product(clause) for clause, times in spans]
    matches = resolve(duty.heading, registry)
    return DraftTask(
        number=duty.number,
        section=duty.heading,
        title=duty.text,
        product="; ".join(dict.fromkeys(filter(None, products))),
        lead_text=duty.heading,
        coordinating_text="",
        deadline=read(when, year, issued_on=issued_on),
        lead=tuple(dict.fromkeys(code for match in matches if match.code for code in fan_out(match.code, registry))),
        coordinating=(),
    )


def _asks(duty: Duty) -> bool:
    return any(times_in(clause) or own_product(clause) for clause in _clauses(duty))


def _clauses(duty: Duty) -> Iterator[str]:
    """What the paragraph says, piece by piece, without the addressee's name where a piece repeats it."""
    text = " ".join(unicodedata.normalize("NFC", duty.text).split())
    for clause in _CLAUSE.split(text):
        if clause:
            yield _unaddressed(clause[:LONGEST], duty.heading)


def _unaddressed(clause: str, heading: str) -> str:
    name = " ".join(heading.split())
    return clause[len(name) :].lstrip(" :,") if fold(clause[: len(name)]) == fold(name) else clause
