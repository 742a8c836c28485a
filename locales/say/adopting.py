"""Answers to Nội vụ that takes up what a plan brings: a draft, duties outside the table, what was past due before.

What a draft would do to a plan is said line by line, in chat and shell alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from data.deadline.values import Deadline
from data.documents import LeftOut
from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.plans.drafts import PlanDraft
from data.plans.importing import Difference, Rewording
from data.refusals import ColumnsMissing, DocumentUnreadable, Refusal, TableMissing, TasksMissing
from data.talk import Act, Choice, Enclosed, Outgoing
from data.titles import shorten
from locales import N_, Words
from locales.phrases import deadline_read, message, names, sentence, shortened
from locales.preview import listed
from locales.questions import draft_question
from locales.say.own_work import MAX_CHOICES
from locales.say.planning import GROUND
from locales.shell import draft_summary

_MOST_LINES, _MOST_QUESTIONS = 30, 5
MOST_ROWS = 10
"""Of a new plan so many tasks are shown in the chat; more are in a file."""


def draft(
    words: Words, number: int, plan: PlanDraft, difference: Difference, rewordings: Sequence[Rewording]
) -> Outgoing:
    """A draft: in figures, what it changes or, of a new plan, its tasks; its first questions; the two ways on."""
    is_new = shows_tasks(plan, difference)
    lines = difference_lines(words, plan, difference, rewordings) if not is_new else listed(words, plan, plan.rows)
    asked = [f"• {draft_question(words, each, plan)}" for each in plan.questions]
    accept, refuse = Act("nhap", number=number), Act("bo nhap", number=number)
    paragraphs = (
        "\n".join([plan_named(words, plan), summary(words, plan, difference)]),
        "\n".join(shortened(words, lines, MOST_ROWS if is_new else _MOST_LINES))
        or words.text("Nothing in the plan changes."),
        "\n".join(left_out_lines(words, plan)),
        "\n".join([words.text("Questions:"), *shortened(words, asked, _MOST_QUESTIONS)]) if asked else "",
        words.text(
            "Nothing has been written yet. To import it: {accept} · To drop it: {refuse}",
            accept=accept.typed,
            refuse=refuse.typed,
        ),
    )
    choices = (
        Choice(words.text("Import and start reminders"), accept),
        Choice(words.text("Drop the draft"), refuse),
    )
    title = words.text("DRAFT {number}", number=number)
    return Outgoing(title, "\n\n".join(filter(None, paragraphs)), choices)


def shows_tasks(plan: PlanDraft, difference: Difference) -> bool:
    """Whether the tasks themselves are shown: of a plan that is new as a whole."""
    return bool(plan.rows and difference.created) and not (
        difference.changed or difference.kept or difference.withdrawn
    )


def with_preview(words: Words, said: Outgoing, form: tuple[str, ...]) -> Outgoing:
    """A draft with the form of all its tasks, if one was made: name, path, SHA-256."""
    if not form:
        return said
    name, path, sha256 = form
    told = words.text(
        "Enclosed are all tasks of the table as an Excel form, with what each is read as and what is asked of it. To"
        " correct any, please change the form and send it back here."
    )
    otherwise = words.text("An Excel form of it is made on the computer of the service: nhacviec form FILE OUT.xlsx")
    return replace(said, files=(*said.files, Enclosed(name, path, sha256, "document", told, otherwise)))


def draft_accepted(words: Words, plan: PlanDraft, difference: Difference) -> Outgoing:
    """The plan has been written and is switched on; what comes next."""
    return message(
        plan_named(words, plan),
        summary(words, plan, difference),
        words.text("The plan is now followed up. The first reminders will be sent during office hours."),
        words.text("To see the questions, type: {command}", command="cau hoi") if plan.questions else "",
    )


def ask_to_withdraw(words: Words, number: int, plan: PlanDraft, difference: Difference) -> Outgoing:
    """So much of what is followed up would be withdrawn that it is asked once more; nothing has been written."""
    act = Act("nhap", number=number, then="dong y")
    return Outgoing(
        words.text("NOT YET IMPORTED"),
        message(
            plan_named(words, plan),
            withdrawal(words, difference),
            words.text("Withdrawn: {numbers}.", numbers=words.list(difference.withdrawn[:_MOST_LINES])),
            words.text("To agree, type: {command}", command=act.typed),
        ).text,
        (Choice(words.text("Import and withdraw"), act),),
    )


def withdrawal(words: Words, difference: Difference) -> str:
    """How much would be withdrawn, and of how much."""
    return words.text(
        "{count} of the {all} tasks followed up are not in this file and would be withdrawn.",
        count=difference.lost,
        all=difference.there,
    )


def draft_dropped(words: Words, name: str) -> Outgoing:
    """The draft is gone."""
    return message(words.text("The draft of {name} has been dropped; nothing has been changed.", name=name))


def with_form(words: Words, said: Outgoing, why: Refusal) -> Outgoing:
    """What is said of a plan without a table, with the form that was made of it, if one was."""
    if not isinstance(why, TableMissing | ColumnsMissing | TasksMissing | DocumentUnreadable) or not why.form:
        return said
    name, path, sha256 = why.form
    blank = words.text("Enclosed is a blank form in Excel: please fill in the plan's tasks and send it back here.")
    told = words.text(
        "Enclosed is an Excel form with what was understood. Please complete each task's lead unit and deadline, delete"
        " what is no task, and send the form back here."
    )
    otherwise = words.text("An Excel form of it is made on the computer of the service: nhacviec form FILE OUT.xlsx")
    told = blank if isinstance(why, DocumentUnreadable) else told
    file = Enclosed(name, path, sha256, "document", told, otherwise)
    return replace(said, files=(*said.files, file))


def duties(words: Words, offered: Sequence[TaskFact], leads: Mapping[int, Sequence[UnitFact]]) -> Outgoing:
    """The duties outside the table that could be followed up, each with its unit and deadline."""
    title = words.text("DUTIES OUTSIDE THE TABLE")
    if not offered:
        return message(words.text("No duty outside the table awaits a decision."), title=title)
    first = offered[0].typed
    lines = (
        words.text(
            "• {number}: {title} (lead: {lead}; deadline: {deadline})",
            number=duty.typed,
            title=shorten(duty.called),
            lead=names(words, leads[duty.id]) or duty.lead_text,
            deadline=deadline_read(words, duty.deadline),
        )
        for duty in offered
    )
    how = words.text("Reply: {command}", command=f"nhan viec {first} · khong nhan viec {first}")
    choices = tuple(
        Choice(words.text("Follow up {number}", number=duty.typed), Act("nhan viec", (duty.typed,)))
        for duty in offered[:MAX_CHOICES]
    )
    return Outgoing(title, "\n".join([*lines, how]), choices)


def duty_accepted(words: Words, duty: TaskFact, lead: Sequence[UnitFact]) -> Outgoing:
    """A duty is followed up from now on; without a unit it needs one first."""
    return message(
        sentence(
            words.text("Duty {number} is now followed up: {title}", number=duty.typed, title=shorten(duty.called))
        ),
        words.text("Lead: {text}", text=names(words, lead))
        if lead
        else words.text(
            "Please name the unit that leads it, for example: {command}", command=f"don vi {duty.typed} VP"
        ),
        words.text("Deadline in the plan: {text}", text=deadline_read(words, duty.deadline)),
    )


def duty_refused(words: Words, duty: TaskFact) -> Outgoing:
    """A duty is put aside."""
    return message(
        words.text("Duty {number} is not followed up.", number=duty.typed),
        words.text("To follow it up after all, type: {command}", command=f"nhan viec {duty.typed} dong y"),
    )


def past_settled(words: Words, task: TaskFact, facts: Sequence[OccurrenceFact], *, counts: bool) -> Outgoing:
    """Whether what was past due at the switch-on is owed still, and by whom."""
    units = names(words, [fact.unit for fact in facts])
    if not counts:
        return message(words.text("Task {number}, past due at the start, is not followed up.", number=task.typed))
    return message(
        words.text(
            "Task {number}, past due at the start, remains to be reported by: {units}.", number=task.typed, units=units
        ),
        words.text("To set a new day, type: {command}", command=f"dat han {task.typed} …/…/{task.plan.year} {GROUND}"),
    )


def plan_named(words: Words, plan: PlanDraft) -> str:
    """A plan by its number and title."""
    number = words.text("Plan No. {number}", number=plan.number) if plan.number else words.text("Plan without a number")
    return f"{number}: {shorten(plan.title)}" if plan.title else number


# Of an old and a new wording, so much is shown of each.
_SHOWN = 60
# Letters that are shown before the place where they part.
_ALIKE = 20

# What is not in any task, by kind.
_LEFT_OUT: Mapping[str, str] = {
    "column": N_("Columns kept as notes, not understood as part of the tasks (cells): {names}."),
    "table": N_("Tables not read, as they lack a column of tasks, units or deadlines (rows): {names}."),
    "struck": N_("Rows struck out in the file, left out: {count}."),
    "hidden": N_("Rows hidden in the sheet, read like the others: {count}."),
    "closing": N_("Rows of totals and remarks below the tasks, not read as tasks: {names}."),
    "sheet": N_("Hidden sheets, not read (rows): {names}."),
    "formula": N_(
        "Cells whose formula has no saved value, read as blank: {names}. Please open the file in Excel, save it and"
        " send it again."
    ),
}

_FIELDS: Mapping[str, str] = {
    "section": N_("section"),
    "title": N_("wording"),
    "product": N_("product"),
    "lead_text": N_("lead unit"),
    "lead": N_("lead units"),
    "coordinating_text": N_("supporting unit"),
    "monitoring_text": N_("following unit"),
    "coordinating": N_("supporting units"),
    "monitoring": N_("following units"),
    "deadline": N_("deadline"),
    "extra": N_("other columns"),
}
# Where the cell itself has changed, the units that follow from it need not be shown too.
_FOLLOWS = {"lead": "lead_text", "coordinating": "coordinating_text", "monitoring": "monitoring_text"}


def summary(words: Words, plan: PlanDraft, difference: Difference) -> str:
    """How many tasks of the table are new, changed and kept, and how many questions there are."""
    rows = {task.number for task in plan.rows}
    created, changed, kept = (
        len(rows.intersection(numbers)) for numbers in (difference.created, difference.changed, difference.kept)
    )
    return draft_summary(words, created, changed, kept, len(difference.withdrawn), len(plan.questions))


def left_out_lines(words: Words, plan: PlanDraft) -> list[str]:
    """What of the file is in no task, or needs a look, and why: a line for each kind."""
    kinds = dict.fromkeys(each.kind for each in plan.left_out)
    return [_left_out(words, kind, [each for each in plan.left_out if each.kind == kind]) for kind in kinds]


def _left_out(words: Words, kind: str, found: Sequence[LeftOut]) -> str:
    named = ((shorten(each.name) or "…", each.count) for each in found)
    names = words.list(words.text("“{name}” ({count})", name=name, count=count) for name, count in named)
    count = sum(each.count for each in found)
    return words.text(_LEFT_OUT.get(kind, _LEFT_OUT["table"]), names=names, count=count)


def difference_lines(
    words: Words, plan: PlanDraft, difference: Difference, rewordings: Iterable[Rewording]
) -> list[str]:
    """What is changed (old → new), added and withdrawn, a line each; nothing of a plan that is all new."""
    if not (difference.changed or difference.kept or difference.withdrawn):
        return []
    titles = {task.number: task.title for task in plan.tasks}
    return [
        *(_changed(words, each) for each in rewordings),
        *(
            words.text("Added {number}: {title}", number=number, title=shorten(titles[number], _SHOWN))
            for number in difference.created
        ),
        *(words.text("Withdrawn {number}", number=number) for number in difference.withdrawn),
    ]


def _changed(words: Words, each: Rewording) -> str:
    fields = [field for field in each.before if _FOLLOWS.get(field) not in each.before]
    if not fields:
        return words.text("Put back {number}", number=each.number)
    changes = (_change(words, field, each.before[field], each.after[field]) for field in fields)
    return words.text("Changed {number}: {changes}", number=each.number, changes="; ".join(changes))


def _change(words: Words, field: str, before: Any, after: Any) -> str:
    old, new = _from_where_they_differ(_shown(words, field, before), _shown(words, field, after))
    return words.text("{field}: “{old}” → “{new}”", field=words.text(_FIELDS[field]), old=old, new=new)


def _from_where_they_differ(old: str, new: str) -> tuple[str, str]:
    """Both shortened; of long ones that begin alike, from a few words before they part."""
    if max(len(old), len(new)) <= _SHOWN:
        return old, new
    alike = next((place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    start = old.rfind(" ", 0, max(min(alike, len(new)) - _ALIKE, 0)) + 1
    more = "…" if start else ""
    return more + shorten(old[start:], _SHOWN), more + shorten(new[start:], _SHOWN)


def _shown(words: Words, field: str, value: Any) -> str:
    match field:
        case "deadline":
            return deadline_read(words, Deadline.from_record(value))
        case "lead" | "coordinating" | "monitoring":
            return words.list(value)
        case "extra":
            return _one_line("; ".join(f"{name}: {cell}" for name, cell in value))
        case _:
            return _one_line(value or "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
