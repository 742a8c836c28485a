"""Answers to a plan's file sent in chat: what it would change, and that it has been accepted or refused."""

from collections.abc import Sequence

from data.outgoing import Choice, Outgoing
from data.plans.drafts import PlanDraft
from data.plans.importing import Difference, Rewording
from locales import Words
from locales.drafts import difference_lines, summary
from locales.phrases import deadline_read, message, shorten, shortened
from locales.questions import question_text

_MOST_LINES, _MOST_QUESTIONS, _TITLE = 30, 5, 60


def draft(
    words: Words, number: int, plan: PlanDraft, difference: Difference, rewordings: Sequence[Rewording]
) -> Outgoing:
    """A draft: in figures, what it changes or, of a new plan, its tasks; its first questions; the two ways on."""
    lines = difference_lines(words, plan, difference, rewordings) or _tasks(words, plan, difference)
    asked = [f"• {question_text(words, each.code, each.task, each.fields)}" for each in plan.questions]
    accept, refuse = f"nhap {number}", f"bo nhap {number}"
    paragraphs = (
        "\n".join([_head(words, plan), summary(words, plan, difference)]),
        "\n".join(shortened(words, lines, _MOST_LINES)) or words.text("Nothing in the plan changes."),
        "\n".join([words.text("Questions:"), *shortened(words, asked, _MOST_QUESTIONS)]) if asked else "",
        words.text(
            "Nothing has been written yet. To import it: {accept} · To drop it: {refuse}", accept=accept, refuse=refuse
        ),
    )
    choices = (
        Choice(words.text("Import and switch reminders on"), accept),
        Choice(words.text("Drop the draft"), refuse),
    )
    title = words.text("DRAFT {number}", number=number)
    return Outgoing(title, "\n\n".join(filter(None, paragraphs)), choices)


def accepted(words: Words, plan: PlanDraft, difference: Difference) -> Outgoing:
    """The plan has been written and is switched on; what comes next."""
    return message(
        _head(words, plan),
        summary(words, plan, difference),
        words.text("The plan is switched on. The first reminders go out within office hours."),
        words.text("To see the questions, type: {command}", command="cau hoi") if plan.questions else "",
    )


def refused(words: Words, name: str) -> Outgoing:
    """The draft is gone."""
    return message(words.text("The draft of {name} is dropped, nothing has been changed.", name=name))


def _head(words: Words, plan: PlanDraft) -> str:
    number = words.text("Plan No. {number}", number=plan.number) if plan.number else words.text("Plan without a number")
    return f"{number}: {shorten(plan.title)}" if plan.title else number


def _tasks(words: Words, plan: PlanDraft, difference: Difference) -> list[str]:
    if not difference.created:
        return []
    return [
        words.text(
            "• {number}. {title} ({lead}; {deadline})",
            number=task.number,
            title=shorten(task.title, _TITLE),
            lead=shorten(task.lead_text, _TITLE) or "–",
            deadline=deadline_read(words, task.deadline),
        )
        for task in plan.rows
    ]
