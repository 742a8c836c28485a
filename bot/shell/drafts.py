"""A draft as `nhacviec import` shows it: as a table with its questions, or as one JSON object."""

from dataclasses import dataclass

from bot.shell.context import Shell
from data.agencies import Registry
from data.plans.drafts import DraftQuestion, DraftTask, PlanDraft
from data.plans.importing import Difference, Rewording
from data.plans.proposal import Proposal
from locales import N_
from locales.questions import question_text
from locales.say.drafting import difference_lines, summary
from locales.shell import draft_headings, draft_row


@dataclass(frozen=True, slots=True)
class Looked:
    """A document as it is understood, beside what the database has of the plan and of units; nothing is written."""

    draft: PlanDraft
    difference: Difference
    rewordings: tuple[Rewording, ...]
    proposal: Proposal


def show(shell: Shell, looked: Looked) -> None:
    """Print the draft, its questions and what writing it would change."""
    draft = looked.draft
    rows = (draft_row(shell.words, task) for task in draft.rows)
    shell.out.table(draft_headings(shell.words), rows, title=f"{draft.number} · {draft.title}")
    if draft.offered:
        shell.say(N_("Duties outside the table, off until the coordinating office accepts them:"))
    for task in draft.offered:
        shell.out.line(" · ".join(draft_row(shell.words, task)))
    for asked in draft.questions:
        shell.out.line(f"? {question_text(shell.words, asked.code, asked.task, asked.fields)}")
    for line in difference_lines(shell.words, draft, looked.difference, looked.rewordings):
        shell.out.line(line)
    shell.out.line(summary(shell.words, draft, looked.difference))


def as_json(shell: Shell, looked: Looked, *, proposed: bool) -> dict[str, object]:
    """The draft as one object; the proposed units are among it where asked for or needed."""
    draft = looked.draft
    units = {"proposed_units": _units_json(looked.proposal.registry)}
    return {
        "plan": {
            "number": draft.number,
            "issued_on": draft.issued_on.isoformat() if draft.issued_on else None,
            "issuer": draft.issuer,
            "title": draft.title,
            "year": draft.year,
        },
        "tasks": [_task_json(task) for task in draft.rows],
        "offered": [_task_json(task) for task in draft.offered],
        "questions": [_question_json(shell, asked) for asked in draft.questions],
        "summary": summary(shell.words, draft, looked.difference),
        **(units if proposed or looked.proposal.other_body else {}),
    }


def _task_json(task: DraftTask) -> dict[str, object]:
    return {
        "number": task.number,
        "title": task.title,
        "product": task.product,
        "lead": list(task.lead),
        "coordinating": list(task.coordinating),
        "deadline": task.deadline.to_json(),
    }


def _question_json(shell: Shell, asked: DraftQuestion) -> dict[str, object]:
    text = question_text(shell.words, asked.code, asked.task, asked.fields)
    return {"task": asked.task, "code": asked.code, "text": text}


def _units_json(registry: Registry) -> list[dict[str, object]]:
    return [
        {
            "name": unit.name,
            "code": unit.code,
            "kind": unit.kind,
            "aliases": list(unit.aliases),
            "members": list(unit.members),
        }
        for unit in registry.units
    ]
