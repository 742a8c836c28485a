"""What a careful officer would ask about a plan before anybody is reminded of it (rà soát dự thảo)."""

from collections.abc import Iterator
from datetime import date

from data.agencies import Registry
from data.documents import Document
from data.lint import days, table, texts, units
from data.plans.drafts import DraftQuestion, PlanDraft
from data.workdays import Workdays

__all__ = ["lint"]


def lint(
    document: Document, draft: PlanDraft, registry: Registry, workdays: Workdays, today: date | None = None
) -> tuple[DraftQuestion, ...]:
    """The Questions that the plan as a whole raises, beside those that reading its cells has left in the draft.

    `fields["guess"]` is the likely answer, where there is one. A Question about a duty that is no task of the draft has
    `task` None and the duty's number in its fields.
    """
    duties = {duty.number for duty in document.duties}
    rows = [task for task in draft.tasks if task.number not in duties]
    said = [(row.number, text) for row in rows for text in (row.title, row.product)]
    said += [(duty.number, duty.text) for duty in document.duties]
    named = [(row.number, cell) for row in rows for cell in (row.lead_text, row.coordinating_text)]
    named += [(duty.number.rpartition(".")[0], duty.heading) for duty in document.duties]
    return (
        *_annex_date(document),
        *texts.year(draft, said),
        *days.cited(draft, said),
        *table.gaps(rows),
        *table.repeated(rows),
        *table.products(rows),
        *units.both_sides(rows, registry),
        *units.two_names(named, registry),
        *texts.depends(draft),
        *days.before_event(draft),
        *days.past(draft),
        *days.day_off(draft, workdays, today),
    )


def _annex_date(document: Document) -> Iterator[DraftQuestion]:
    annex, issued = document.title.annex_cites, document.title.issued_on
    if annex and issued and annex != issued:
        fields = {"annex": annex.isoformat(), "plan": issued.isoformat(), "guess": issued.isoformat()}
        yield DraftQuestion(task=None, code="annex.date", fields=fields)
