"""The form of a plan that has no table: what is understood of it, with the units it names, to be completed in Excel."""

from collections.abc import Sequence
from dataclasses import replace

from data.agencies import Registry
from data.documents import Document, Row, TitleBlock
from data.documents.workbook import HELP
from data.plans.drafts import DraftTask, PlanDraft
from data.plans.duties import offered_tasks
from data.plans.tracking import DONE, STOPPED
from data.words import fold

NO_WORDS = frozenset({"scanned-pdf", "picture"})
"""Why a file cannot be read where it is a plan all the same."""

SHEETS = ("Kế hoạch", HELP)


def form_of(document: Document, registry: Registry) -> tuple[bytes, int]:
    """The form as a workbook, and how many tasks it has: the document's rows and the duties that could be offered.

    What is a list of tasks already keeps its numbers and its headings; all else is counted.
    """
    rows = [*document.rows, *_offered(document, registry)]
    listed = any(row.lead or row.deadline for row in document.rows)
    numbered = [
        row if listed and not row.offered else replace(row, number=str(place), section=None, offered=False)
        for place, row in enumerate(rows, 1)
    ]
    return _written(document.title, numbered, units_named(document, registry)), len(numbered)


def blank_form(registry: Registry) -> bytes:
    """The form of a plan of which nothing can be read."""
    nothing = TitleBlock(None, None, None, None, None, None, None)
    return _written(nothing, (), units_named(Document(nothing, (), ()), registry))


def form_of_draft(draft: PlanDraft, registry: Registry, beside: Sequence[tuple[str, str]]) -> bytes:
    """The form of a plan as it is understood; `beside` has what is said of each of its tasks."""
    title = TitleBlock(draft.number, draft.issued_on, draft.issuer, None, draft.title, draft.year, None)
    return _written(title, [_row(task) for task in draft.tasks], [unit.name for unit in registry.units], beside)


def _written(
    title: TitleBlock, rows: Sequence[Row], units: Sequence[str], beside: Sequence[tuple[str, str]] = ()
) -> bytes:
    from data.documents.form import form  # noqa: PLC0415 - it is long to load, and few turns need it

    return form(title, rows, units, SHEETS, beside)


def units_named(document: Document, registry: Registry) -> tuple[str, ...]:
    """The units of the registry: those that the document names come first."""
    words = fold(
        "\n".join((*(f"{row.title} {row.lead}" for row in document.rows), *(d.heading for d in document.duties)))
    )
    names = [unit.name for unit in registry.units]
    return tuple(sorted(names, key=lambda name: fold(name) not in words))


def _offered(document: Document, registry: Registry) -> list[Row]:
    year = document.title.year or (document.title.issued_on.year if document.title.issued_on else 2000)
    offered = offered_tasks(document, registry, year, document.title.issued_on)
    return [_row(task) for task in offered if not any(task.title.startswith(row.title) for row in document.rows)]


def _row(task: DraftTask) -> Row:
    return Row(
        task.number, task.section, task.title, task.product, task.lead_text, task.coordinating_text,
        task.deadline.text, (*task.extra, *_state(task)), 0,
        offered=task.offered, monitoring=task.monitoring_text,
    )  # fmt: skip


def _state(task: DraftTask) -> tuple[tuple[str, str], ...]:
    """What a list that is kept has said of a task, under the headings by which it is read."""
    said = {DONE: "Đã hoàn thành", STOPPED: "Dừng thực hiện"}.get(task.state, "")
    day = f"{task.done_on:%d/%m/%Y}" if task.done_on else ""
    return (("Trạng thái", said), ("Ngày hoàn thành thực tế", day)) if said else ()
