"""A document's rows → PlanDraft with the Questions it leaves open; whether it is another body's. Nothing is written."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any

from data.agencies import AgencyPart, Match, Registry, RegistryUnit, fan_out, match, propose_registry, resolve, sides
from data.agencies.registry import committee_of, home_named, home_of, is_elsewhere
from data.deadline import Deadline, Kind, read
from data.documents import Document, Progress, Row, unheard
from data.plans.drafts import DraftQuestion, DraftTask, PlanDraft
from data.plans.duties import offered_tasks
from data.plans.lint import lint
from data.refusals import PlanYearUnknown
from data.words import fold
from data.workdays import Workdays

# A day before the plan's own is asked about by the lint, in a sentence of its own.
_ASKED_BY_LINT = frozenset({"before-plan"})
_DRAWS_UP = "xay dung ke hoach"


def draft_of(
    document: Document,
    registry: Registry,
    workdays: Workdays,
    *,
    path: str,
    year: int | None = None,
    progress: Progress = unheard,
) -> PlanDraft:
    """What a document says, with the duties it has outside its table and the Questions it leaves open.

    `progress` hears how many rows have been understood.

    Raises:
        PlanYearUnknown: neither the document nor the caller says the year.
    """
    title = document.title
    plan_year = year or title.year or (title.issued_on.year if title.issued_on else None)
    if plan_year is None:
        raise PlanYearUnknown(path=path)
    tasks, questions = _table(document, registry, plan_year, progress)
    offered = offered_tasks(document, registry, plan_year, title.issued_on)
    draft = PlanDraft(
        number=title.number or "",
        issued_on=title.issued_on,
        issuer=title.issuer or "",
        title=title.title or "",
        year=plan_year,
        tasks=(*tasks, *(replace(task, offered=True) for task in offered)),
        questions=tuple(questions),
        drawn_up_by=_drawn_up_by(document, registry),
    )
    return replace(draft, questions=(*questions, *lint(document, draft, registry, workdays)))


def _drawn_up_by(document: Document, registry: Registry) -> str | None:
    """The unit that drew the plan up: the first heading of the duties under which stands "Xây dựng Kế hoạch"."""
    heading = next((duty.heading for duty in document.duties if fold(duty.text).startswith(_DRAWS_UP)), None)
    units = _codes(resolve(heading, registry), registry) if heading else ()
    return units[0] if len(units) == 1 else None


def _table(
    document: Document, registry: Registry, year: int, progress: Progress
) -> tuple[list[DraftTask], list[DraftQuestion]]:
    tasks: dict[str, DraftTask] = {}
    questions: list[DraftQuestion] = []
    for row in document.rows:
        number = _unique(row.number, tasks)
        if number != row.number:
            questions.append(DraftQuestion(task=number, code="number.duplicate", fields={"number": row.number}))
        task, asked = _draft_task(row, number, registry, year, document.title.issued_on)
        tasks[number] = task
        questions.extend(asked)
        progress(len(tasks), len(document.rows))
    return list(tasks.values()), questions


def _draft_task(
    row: Row, number: str, registry: Registry, year: int, issued_on: date | None
) -> tuple[DraftTask, list[DraftQuestion]]:
    deadline = read(row.deadline, year, issued_on=issued_on)
    lead_text, coordinating_text = sides(row.lead, row.coordinating)
    lead_matches, coordinating_matches = resolve(lead_text, registry), resolve(coordinating_text, registry)
    lead = _codes(lead_matches, registry)
    coordinating = tuple(code for code in _codes(coordinating_matches, registry) if code not in lead)
    questions = [*_deadline_questions(number, deadline)]
    questions += _agency_questions(number, "lead", lead_matches, registry)
    questions += _agency_questions(number, "coordinating", coordinating_matches, registry)
    if not lead and not any(q.code.startswith("agency") and q.fields["part"] == "lead" for q in questions):
        questions.append(DraftQuestion(task=number, code="agency.none", fields={"part": "lead"}))
    task = DraftTask(
        number=number,
        section=row.section,
        title=row.title,
        product=row.product,
        lead_text=lead_text,
        coordinating_text=coordinating_text,
        deadline=deadline,
        lead=lead,
        coordinating=coordinating,
        extra=row.extra,
    )
    return task, questions


def _deadline_questions(number: str, deadline: Deadline) -> Iterable[DraftQuestion]:
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


def _agency_questions(number: str, part: str, matches: Sequence[Match], registry: Registry) -> Iterable[DraftQuestion]:
    for found in matches:
        if found.part.person:
            continue
        fields: dict[str, Any] = {"text": found.part.text, "part": part}
        if found.part.open or (found.code and not fan_out(found.code, registry)):
            yield DraftQuestion(task=number, code="agency.open", fields=fields)
        elif found.code is None:
            guesses = [registry.by_code[code].name for code, _ in found.guesses]
            yield DraftQuestion(task=number, code="agency.unknown", fields=fields | {"guesses": guesses})


def _codes(matches: Iterable[Match], registry: Registry) -> tuple[str, ...]:
    found = (code for match in matches if match.code for code in fan_out(match.code, registry))
    return tuple(dict.fromkeys(found))


def _unique(number: str, taken: Collection[str]) -> str:
    if number not in taken:
        return number
    return next(again for again in (f"{number}({place})" for place in count(2)) if again not in taken)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A registry to start from, and how many of the bodies that the plan names the loaded one does not know.

    `other_body` says that the plan is of another body than the loaded registry: it needs one of its own. Where that is
    known by the plan's issuer, `registry_of` names the committee whose registry is loaded.
    """

    registry: Registry
    named: int
    unknown: int
    other_body: bool
    registry_of: str = ""


def proposal_of(document: Document, registry: Registry) -> Proposal:
    """The registry that a plan's own words propose, seen beside the loaded one."""
    cells = [cell for row in document.rows for cell in sides(row.lead, row.coordinating)]
    cells += [duty.heading for duty in document.duties]
    issuer = document.title.issuer or ""
    proposed = propose_registry(cells, issuer)
    named = [unit for unit in proposed.units if not unit.open and unit.name != issuer]
    unknown = sum(not _is_known(unit, registry) for unit in named)
    elsewhere = is_elsewhere(home_of(registry), home_named(issuer))
    return Proposal(
        registry=proposed,
        named=len(named),
        unknown=unknown,
        other_body=is_of_another_body(issuer, len(named), unknown, registry),
        registry_of=committee_of(registry) if elsewhere else "",
    )


def _is_known(unit: RegistryUnit, registry: Registry) -> bool:
    spellings = (AgencyPart(name, group=unit.group) for name in (unit.name, *unit.aliases))
    return any(match(part, registry).code is not None for part in spellings)


def is_of_another_body(issuer: str, named: int, unknown: int, registry: Registry) -> bool:
    """Whether a plan needs a registry of its own.

    A committee that issues a plan says it by its name; of any other plan, most of the bodies named are not known.
    """
    ours, theirs = home_of(registry), home_named(issuer)
    return is_elsewhere(ours, theirs) if ours.level and theirs.level else 2 * unknown > named
