"""A document's rows → PlanDraft with the Questions it leaves open; whether it is another body's. Nothing is written."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import count

from data.agencies import AgencyPart, Match, Registry, RegistryUnit, fan_out, match, resolve, sides
from data.agencies.models import model_for, started_from
from data.agencies.proposing import propose_registry
from data.agencies.registry import committee_of, home_named, home_of, is_elsewhere
from data.deadline import Deadline, Kind, read
from data.documents import Document, Progress, Row, unheard
from data.plans.drafts import DraftQuestion, DraftTask, PlanDraft
from data.plans.duties import offered_tasks
from data.plans.lint import lint
from data.plans.row_questions import gathered, of_agencies, of_deadline, of_document
from data.plans.tracking import with_kept
from data.refusals import PlanYearUnknown, TasksMissing
from data.words import fold
from data.workdays import Workdays

_DRAWS_UP = "xay dung ke hoach"
_FOLLOWS = re.compile(r"\btheo doi\b.*\bdon doc\b|\bdon doc\b.*\b(?:theo doi|tong hop)\b")
_GATHERS = re.compile(r"\btong hop\b")
# What the beginning of the work is called where it is kept beside the deadline.
_START = "Bắt đầu"
_BEFORE = "Thời hạn đã giao"


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
        TasksMissing: there is no task in it, and none to offer.
    """
    title = document.title
    plan_year = year or title.year or (title.issued_on.year if title.issued_on else None)
    if plan_year is None:
        raise PlanYearUnknown(path=path)
    tasks, questions = _table(document, registry, plan_year, progress)
    offered = _offered(document, registry, plan_year, {task.number for task in tasks})
    if not tasks and not offered:
        raise TasksMissing(path=path)
    follows = None if registry.coordinator else followed_by(document, registry)
    draft = PlanDraft(
        number=title.number or "",
        issued_on=title.issued_on,
        issuer=title.issuer or "",
        title=title.title or "",
        year=plan_year,
        tasks=(*tasks, *offered),
        questions=(*_asked_of(follows, registry), *questions, *of_document(document)),
        drawn_up_by=_drawn_up_by(document, registry),
        followed_by=follows,
        left_out=document.left_out,
    )
    return replace(draft, questions=gathered((*draft.questions, *lint(document, draft, registry, workdays))))


def _offered(document: Document, registry: Registry, year: int, taken: Collection[str]) -> list[DraftTask]:
    """The duties outside the table, under numbers of their own."""
    numbers, offered = set(taken), []
    for task in offered_tasks(document, registry, year, document.title.issued_on):
        number = _unique(task.number, numbers)
        numbers.add(number)
        offered.append(replace(task, number=number, offered=True))
    return offered


def _drawn_up_by(document: Document, registry: Registry) -> str | None:
    """The unit that drew the plan up: the first heading of the duties under which stands "Xây dựng Kế hoạch"."""
    heading = next((duty.heading for duty in document.duties if fold(duty.text).startswith(_DRAWS_UP)), None)
    units = _codes(resolve(heading, registry), registry) if heading else ()
    return units[0] if len(units) == 1 else None


def followed_by(document: Document, registry: Registry) -> str | None:
    """The code of the one unit whose duty it is to follow the plan up and to urge; of several, that which gathers."""
    found: dict[str, str] = {}
    for duty in document.duties:
        units = _codes(resolve(duty.heading, registry), registry)
        if len(units) == 1 and _FOLLOWS.search(said := fold(duty.text)):
            found[units[0]] = f"{found.get(units[0], '')} {said}"
    gathering = [code for code, said in found.items() if _GATHERS.search(said)]
    return next((codes[0] for codes in (list(found), gathering) if len(codes) == 1), None)


def _asked_of(code: str | None, registry: Registry) -> tuple[DraftQuestion, ...]:
    """Whether it is right that this unit coordinates."""
    if code is None:
        return ()
    return (DraftQuestion(task=None, code="coordinator", fields={"unit": registry.by_code[code].name}),)


def _table(
    document: Document, registry: Registry, year: int, progress: Progress
) -> tuple[list[DraftTask], list[DraftQuestion]]:
    tasks: dict[str, DraftTask] = {}
    questions: list[DraftQuestion] = []
    for row in _as_adjusted(document.rows, year):
        number = _unique(row.number, tasks)
        if number != row.number:
            questions.append(DraftQuestion(task=number, code="number.duplicate", fields={"number": row.number}))
        task, asked = _draft_task(row, number, registry, year, document.title.issued_on)
        tasks[number] = replace(task, offered=row.offered)
        questions.extend(() if row.offered else asked)
        progress(len(tasks), len(document.rows))
    return list(tasks.values()), questions


def _as_adjusted(rows: Sequence[Row], year: int) -> Iterable[Row]:
    """The rows of a plan that adjusts another: what it now says is the deadline, and what was said stands beside it.

    A list that is kept has both days: there the later one was granted.
    """
    kept = any(row.state or row.done or row.progress for row in rows)
    for row in rows:
        adjusts = row.extended and not kept and read(row.extended, year).kind is not Kind.UNSPECIFIED
        before = ((_BEFORE, row.deadline),) if row.deadline else ()
        yield replace(row, deadline=row.extended, extended="", extra=(*row.extra, *before)) if adjusts else row


def _draft_task(
    row: Row, number: str, registry: Registry, year: int, issued_on: date | None
) -> tuple[DraftTask, list[DraftQuestion]]:
    deadline, extra = _deadline(row, year, issued_on)
    lead_text, coordinating_text = _sides(row)
    lead_matches, coordinating_matches = resolve(lead_text, registry), resolve(coordinating_text, registry)
    lead = _codes(lead_matches, registry)
    coordinating = tuple(code for code in _codes(coordinating_matches, registry) if code not in lead)
    monitoring_matches = resolve(row.monitoring, registry)
    monitoring = tuple(code for code in _codes(monitoring_matches, registry) if code not in {*lead, *coordinating})
    questions = [
        *of_deadline(number, deadline),
        *of_agencies(number, "lead", lead_matches, registry, (*lead, *coordinating)),
        *of_agencies(number, "coordinating", coordinating_matches, registry, (*lead, *coordinating)),
        *of_agencies(number, "monitoring", monitoring_matches, registry, (*lead, *coordinating)),
    ]
    if not lead and not any(q.code.startswith("agency") and q.fields["part"] == "lead" for q in questions):
        fields = {"part": "lead", "text": lead_text} if lead_text else {"part": "lead"}
        questions.append(DraftQuestion(task=number, code="agency.none", fields=fields))
    if row.both_sides and not coordinating_text and len(lead) > 1:
        questions.append(DraftQuestion(task=number, code="agency.sides", fields={"text": lead_text, "part": "lead"}))
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
        extra=(*row.extra, *extra),
        monitoring_text=row.monitoring,
        monitoring=monitoring,
    )
    if row.offered:
        return task, questions
    task, doubts = with_kept(task, row, year, issued_on)
    return task, [*questions, *doubts]


def _sides(row: Row) -> tuple[str, str]:
    """Who leads and who supports; under a heading of both, those before the only stroke lead."""
    lead, coordinating = sides(row.lead, row.coordinating)
    if row.both_sides and not coordinating and lead.count("/") == 1:
        lead, coordinating = map(str.strip, lead.split("/"))
    return lead, coordinating


@lru_cache(maxsize=1_024)
def _time(cell: str, year: int, issued_on: date | None) -> Deadline:
    """What a cell says; the rows of a plan have few cells that differ."""
    return read(cell, year, issued_on=issued_on)


def _deadline(row: Row, year: int, issued_on: date | None) -> tuple[Deadline, tuple[tuple[str, str], ...]]:
    """The time of a row, a range where its beginning has a column of its own; what of it is no part of the time."""
    deadline = _time(row.deadline, year, issued_on)
    if not row.start:
        return deadline, ()
    last = f"{deadline.due:%d/%m/%Y}" if deadline.due and deadline.kind is Kind.ONCE else row.deadline
    for end in (row.deadline, last):
        both = read(f"Từ {row.start} đến {end}", year, issued_on=issued_on)
        if both.kind is Kind.RANGE and both.due == deadline.due and not set(both.doubts) - set(deadline.doubts):
            return replace(both, text=f"{row.start} - {row.deadline}", dues=deadline.dues), ()
    return deadline, ((_START, row.start),)


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
    known by the plan's issuer, `registry_of` names the committee whose registry is loaded. `modelled` says that the
    registry starts from the model of the issuer's kind.
    """

    registry: Registry
    named: int
    unknown: int
    other_body: bool
    registry_of: str = ""
    modelled: bool = False


def proposal_of(document: Document, registry: Registry) -> Proposal:
    """The registry that a plan's own words propose, or the model of its kind with them, seen beside the loaded one."""
    cells = [cell for row in document.rows for cell in sides(row.lead, row.coordinating)]
    cells += [duty.heading for duty in document.duties]
    title = document.title
    issuer = title.issuer or ""
    model = model_for(issuer, title.issued_on, title.year)
    proposed = propose_registry(cells, issuer)
    started = started_from(model, cells, issuer) if model else proposed
    follows = followed_by(document, started)
    named = [unit for unit in proposed.units if not unit.open and unit.name != issuer]
    unknown = sum(not _is_known(unit, registry) for unit in named)
    elsewhere = is_elsewhere(home_of(registry), home_named(issuer))
    return Proposal(
        registry=Registry(tuple(replace(each, coordinates=each.code == follows) for each in started.units)),
        named=len(named),
        unknown=unknown,
        other_body=is_of_another_body(issuer, len(named), unknown, registry),
        registry_of=committee_of(registry) if elsewhere else "",
        modelled=model is not None,
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
