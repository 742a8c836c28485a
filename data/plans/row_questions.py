"""What the rows of a table leave open: times, bodies, headings; one Question for one unknown with its rows."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from data.agencies import Match, Registry, fan_out
from data.agencies.proposing import names_none
from data.deadline import Deadline, Kind
from data.documents import Document
from data.plans.drafts import DraftQuestion
from data.views.questions import common, unknown
from data.words import fold

# A day before the plan's own is asked about by the lint, in a sentence of its own.
_ASKED_BY_LINT = frozenset({"before-plan"})


def of_deadline(number: str, deadline: Deadline) -> Iterable[DraftQuestion]:
    """What the time of a row leaves open."""
    if deadline.kind is Kind.UNSPECIFIED:
        yield DraftQuestion(task=number, code="deadline.unspecified", fields={"text": deadline.text})
    elif deadline.kind is Kind.CONDITIONAL and not deadline.dues:
        yield DraftQuestion(
            task=number, code="deadline.conditional", fields={"text": deadline.text, "trigger": deadline.trigger or ""}
        )
    elif set(deadline.doubts) - _ASKED_BY_LINT:
        yield DraftQuestion(
            task=number,
            code="deadline.ambiguous",
            fields={
                "text": deadline.text,
                "doubts": list(deadline.doubts),
                "dues": [due.day.isoformat() for due in deadline.dues],
            },
        )


def of_agencies(
    number: str, part: str, matches: Sequence[Match], registry: Registry, taken: Collection[str] = ()
) -> Iterable[DraftQuestion]:
    """Which of the bodies that a cell names are not known, or not named; whose part is known (`taken`) is no guess."""
    for found in matches:
        if found.part.person:
            continue
        fields: dict[str, Any] = {"text": found.part.text, "part": part}
        is_open = found.part.open or (found.code is None and names_none(found.part.text))
        if is_open or (found.code and not fan_out(found.code, registry)):
            yield DraftQuestion(task=number, code="agency.open", fields=fields)
        elif found.code is None:
            near = [code for code in _likely(found, registry) if code not in taken]
            guesses = {"guesses": [registry.by_code[code].name for code in near], "codes": near}
            yield DraftQuestion(task=number, code="agency.unknown", fields=fields | guesses)


def _likely(found: Match, registry: Registry) -> Iterator[str]:
    """The guesses worth showing: units for a unit, groups for a group, nearly as good as the best."""
    kept = [(score, code) for code, score in found.guesses if registry.by_code[code].group == found.part.group]
    best = max(kept, default=(0.0, ""))[0]
    for score, code in kept:
        shared = {*fold(found.part.text).split()} & {*fold(registry.by_code[code].name).split()}
        sure = score >= _SURE or len(shared) >= _SHARED
        if sure and score >= max(_LIKELY, best - _NEAR) and not registry.by_code[code].open:
            yield code


_LIKELY, _NEAR = 0.73, 0.03
"""A guess that is worth showing scores so much, and no more than so much less than the best."""
_SURE, _SHARED = 0.8, 2
"""So much, or it shares so many words with the cell: letters alone are alike by chance."""


def of_document(document: Document) -> Iterator[DraftQuestion]:
    """What the head leaves blank, and which columns only their cells have told."""
    if document.title.blanks:
        yield DraftQuestion(task=None, code="head.blank", fields={"missing": list(document.title.blanks)})
    for heading, role in document.guessed:
        yield DraftQuestion(task=None, code="heading.guess", fields={"heading": heading, "role": role})


def gathered(questions: Iterable[DraftQuestion]) -> tuple[DraftQuestion, ...]:
    """The Questions, those about one unknown as one: in the place of the first, with all its rows."""
    groups: dict[object, list[DraftQuestion]] = {}
    for place, asked in enumerate(questions):
        key = unknown(asked.code, asked.fields) if asked.task else None
        groups.setdefault(key or place, []).append(asked)
    return tuple(_as_one(alike) for alike in groups.values())


def _as_one(alike: Sequence[DraftQuestion]) -> DraftQuestion:
    first = alike[0]
    if len(alike) == 1:
        return first
    return replace(first, fields=common(each.fields for each in alike), of=tuple(alike))
