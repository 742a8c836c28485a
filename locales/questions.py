"""The sentence for each Question (Câu hỏi): what in the plan only a person can settle."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from data.facts import QuestionFact
from data.plans.drafts import DraftQuestion, PlanDraft
from data.plans.tracking import Kept
from data.titles import shorten
from data.views.questions import (
    COORDINATOR,
    DAY_IN_QUESTION,
    DAY_OFF,
    DEPENDS,
    PAST,
    PRODUCT,
    STATE,
    UNREADABLE_DAY,
    UNREADABLE_WORK,
)
from locales import N_, Words
from locales.deadlines import understood
from locales.phrases import cite, upper_first

Fields = Mapping[str, object]
_PARTS = {"lead": N_("lead unit"), "coordinating": N_("supporting unit"), "monitoring": N_("following unit")}
_HEAD = {"number": N_("number"), "day": N_("day of issue")}
_ROLES = {"title": N_("task"), "lead": N_("lead unit"), "deadline": N_("deadline")}

# The numbers of duties outside the table: "III.1.4".
_DUTY = re.compile(r"[IVX]+\.\d")
# Where the likely answer does not hold until somebody agrees to it.
_ONLY_PROPOSED = (DAY_IN_QUESTION - {DEPENDS}) | {PRODUCT}
_PROPOSED = N_("{question} Proposed: {guess}.")
_TAKEN = N_("{question} It is currently understood as: {guess}.")

# Sentences that their fields fill as they are; the others, below, have more than one form.
_PLAIN: Mapping[str, str] = {
    "past-due": N_("It was due on {due}, before follow-up began. Please let us know whether to follow it up."),
    "number.duplicate": N_("The number {number} appears more than once in the table."),
    "number.gap": N_(
        "Number {after} is not followed by number {missing}. Please let us know whether a task is missing."
    ),
    "annex.date": N_("The annex gives {annex} as the date of the plan, its first page {plan}."),
    "year.mismatch": N_("“{text}” mentions the year {year}, while the plan is for {plan}."),
    "citation.days": N_(
        "Document No. {document} is cited with several dates of issue: {days} ({rows}). Please let us know the right"
        " date."
    ),
    "citation.day": N_(
        "Document No. {document} is cited with {text} as its date of issue ({rows}), which cannot be right. Please"
        " let us know the right date."
    ),
    "task.repeated": N_("It says the same as task {same}. Please let us know whether they are two different tasks."),
    COORDINATOR: N_(
        "The registry of units does not say who coordinates. By the plan {unit} follows up and urges, so it is"
        " understood to be this unit, and the others are written to in its name. If it is another, please name it."
    ),
    "agency.sides": N_(
        "“{text}” stands under a heading of both lead and supporting units and does not say who leads; all of them are"
        " understood to lead."
    ),
    "agency.both-sides": N_("{agencies} is named both as lead and as supporting unit; it is understood to lead."),
    "depends-on": N_(
        "It is understood to follow from the result of task {on} ({document}). Please let us know its deadline when"
        " that document has been issued."
    ),
    "event.after-due": N_(
        "The deadline “{text}” ends before {event} ({day}, by {source}). Please let us know the right deadline."
    ),
    UNREADABLE_DAY: N_(
        "Its deadline cannot be read in the database. Please let us know by which day it is to be completed, or import"
        " the plan again."
    ),
    UNREADABLE_WORK: N_(
        "The part of {unit} in it cannot be read in the database, so the unit receives no reminders of it. Please"
        " inform the operator."
    ),
}


def question(words: Words, fact: QuestionFact) -> str:
    """What to ask, courteously, with the likely answer where there is one; behind the task's number, if it has one."""
    reading = {"reading": understood(words, fact.task.deadline)} if fact.task else {}
    number = ", ".join(fact.rows) if fact.rows else fact.task.typed if fact.task else None
    asked = question_text(words, fact.code, number, reading | fact.fields)
    return f"{upper_first(cite(words, fact.plan, dated=True))} – {asked}" if fact.plan else asked


def draft_question(words: Words, asked: DraftQuestion, draft: PlanDraft) -> str:
    """What a draft asks, of all the rows that leave it open."""
    task = next((task for task in draft.tasks if task.number == asked.task), None)
    reading = {"reading": understood(words, task.deadline)} if task else {}
    return question_text(words, asked.code, ", ".join(asked.rows) if asked.rows else asked.task, reading | asked.fields)


def question_text(words: Words, code: str, number: str | None, fields: Fields) -> str:
    """The question of a code and its fields, with the number of the task it is about, if it is about one."""
    try:
        asked = _plain(words, code, fields) if code in _PLAIN else _SENTENCES.get(code, _look_again)(words, fields)
    except (KeyError, ValueError, TypeError):  # its fields are not those of its code: the row was not to be read
        asked = _look_again(words, fields)
    if fields.get("guess") and code != DAY_OFF:
        likely = _PROPOSED if code in _ONLY_PROPOSED else _TAKEN
        asked = words.text(likely, question=asked, guess=_shown(words, fields["guess"]))
    # A duty outside the table that is no task has its number among the fields.
    number = number or str(fields.get("number", ""))
    if _DUTY.search(number):
        return words.text("Duty {number}: {question}", number=number, question=asked)
    return words.text("Task {number}: {question}", number=number, question=asked) if number else asked


def _unspecified(words: Words, fields: Fields) -> str:
    text = _text(fields)
    if not text:
        return words.text("The plan names no deadline. Please let us know by which day it is to be completed.")
    return words.text(
        "The deadline reads “{text}”, which gives no day. Please let us know by which day it is to be completed.",
        text=text,
    )


def _conditional(words: Words, fields: Fields) -> str:
    return words.text(
        "The deadline reads “{text}”, without a day so far. Please let us know by which day it is to be completed.",
        text=_text(fields) or fields.get("trigger", ""),
    )


def _ambiguous(words: Words, fields: Fields) -> str:
    dues = fields.get("dues")
    reading = fields.get("reading")
    if isinstance(dues, list) and dues:
        reading = words.text("by the end of {days}", days=words.list(_shown(words, due) for due in dues))
    if reading:
        return words.text("The deadline “{text}” is understood as: {reading}.", text=_text(fields), reading=reading)
    return words.text(
        "The deadline “{text}” can be understood in several ways. Please let us know by which day it is due.",
        text=_text(fields),
    )


def _past(words: Words, fields: Fields) -> str:
    if "due" not in fields:
        return words.text(
            "The deadlines are earlier than the date of issue of the plan ({plan}). Please let us know the right ones.",
            plan=_shown(words, fields["plan"]),
        )
    return words.text(
        "The deadline {due} is earlier than the date of issue of the plan ({plan}). Please let us know the right"
        " deadline.",
        due=_shown(words, fields["due"]),
        plan=_shown(words, fields["plan"]),
    )


def _agency_open(words: Words, fields: Fields) -> str:
    return words.text(
        "The {part} reads “{text}”, without names. Please let us know which units are meant.",
        part=_part(words, fields),
        text=_text(fields),
    )


def _agency_unknown(words: Words, fields: Fields) -> str:
    guesses = fields.get("guesses")
    if isinstance(guesses, list | tuple) and guesses:
        return words.text(
            "The {part} “{text}” is not in the list of units; it may be: {guesses}.",
            part=_part(words, fields),
            text=_text(fields),
            guesses=words.list(map(str, guesses)),
        )
    return words.text(
        "The {part} “{text}” is not in the list of units. Please let us know which unit is meant.",
        part=_part(words, fields),
        text=_text(fields),
    )


def _agency_none(words: Words, fields: Fields) -> str:
    if fields.get("text"):
        return words.text(
            "The {part} reads “{text}”, in which no unit is recognised. Please let us know which unit it is.",
            part=_part(words, fields),
            text=_text(fields),
        )
    return words.text("The plan names no {part}. Please let us know which unit it is.", part=_part(words, fields))


def _head_blank(words: Words, fields: Fields) -> str:
    missing = fields.get("missing")
    parts = [words.text(_HEAD[part]) for part in missing if part in _HEAD] if isinstance(missing, list | tuple) else []
    return words.text(
        "The document leaves its {parts} blank. Please send the issued document, with number and day.",
        parts=words.list(parts) or "–",
    )


def _heading_guess(words: Words, fields: Fields) -> str:
    return words.text(
        "The column “{heading}” is understood as: {role}. If that is not right, please change its heading in the file"
        " and send it again.",
        heading=shorten(str(fields.get("heading", ""))),
        role=words.text(_ROLES.get(str(fields.get("role")), _ROLES["title"])),
    )


def _product_blank(words: Words, fields: Fields) -> str:
    rows = fields.get("rows")
    if rows:
        return words.text(
            "The plan names no product for tasks {rows}. Please let us know which products are required.",
            rows=_shown(words, rows),
        )
    return words.text("The plan names no product. Please let us know which product is required.")


def _day_off(words: Words, fields: Fields) -> str:
    """Of a single task the number stands before the sentence."""
    day, rows = fields.get("day", ""), fields.get("rows", ())
    written = words.weekday_day(date.fromisoformat(str(day))) if day else ""
    if isinstance(rows, list | tuple) and len(rows) == 1:
        return words.text("Its deadline, {day}, is a day off; it stays as it is.", day=written)
    return words.text(
        "The deadline of tasks {rows}, {day}, is a day off; it stays as it is.", rows=_shown(words, rows), day=written
    )


def _two_names(words: Words, fields: Fields) -> str:
    return words.text(
        "{names} ({places}) differs from the name of that unit elsewhere in the plan.",
        names=_shown(words, fields.get("names", ())),
        places=_places(words, fields.get("places", ())),
    )


def _places(words: Words, places: object) -> str:
    """Where something stands, tasks before sections: "việc 3, 4, mục III.6"."""
    found = [str(each) for each in places] if isinstance(places, list | tuple) else [str(places)]
    tasks = [each for each in found if each[:1].isdigit()]
    sections = [each for each in found if each not in tasks]
    return words.list(
        [
            *([words.text("task {number}", number=words.list(tasks))] if tasks else []),
            *([words.text("section {number}", number=words.list(sections))] if sections else []),
        ]
    )


# Why what a list that is kept says of a task is not put on record.
_DOUBTS: Mapping[str, str] = {
    "unknown": N_("The file gives its state as “{text}”, which is not understood; it is taken as not completed."),
    "percent": N_("The file gives its state as “{text}” beside “{share}”; it is taken as not completed."),
    "day": N_(
        "The file gives its state as “{text}”, and {day} as the day of completion; it is taken as not completed."
    ),
    "future": N_("The file gives {day} as the day of completion, which has not come; it is taken as not completed."),
    "early": N_(
        "The file gives {day} as the day of completion, before the plan was issued ({plan}); it is taken as not"
        " completed."
    ),
    "several": N_(
        "The file gives its state as “{text}”, without saying for which of its dates or periods; those still to come"
        " remain to be reported."
    ),
    "later.unread": N_("The file extends it (“{text}”) without naming one day; the deadline of the plan stands."),
    "later.several": N_(
        "The file extends it to {day} without saying which of its dates or periods; the deadlines of the plan stand."
    ),
    "later.before": N_(
        "The file extends it to {day}, which is not later than the deadline of the plan ({due}); that deadline stands."
    ),
}


def _state_doubt(words: Words, fields: Fields) -> str:
    shown = {name: _shown(words, value) for name, value in fields.items()}
    return words.text(_DOUBTS[str(fields["why"])], **shown)


def states_in(words: Words, kept: Kept) -> str:
    """How many tasks a list that is kept says to be completed, stopped, extended."""
    counts = (
        (len(kept.done), words.plural("{n} task completed", "{n} tasks completed", len(kept.done))),
        (len(kept.stopped), words.plural("{n} task stopped", "{n} tasks stopped", len(kept.stopped))),
        (len(kept.extended), words.plural("{n} task extended", "{n} tasks extended", len(kept.extended))),
    )
    return words.list(text for count, text in counts if count)


def states_question(words: Words, kept: Kept) -> str:
    """Whether what a list that is kept says of its tasks is to be put on record: one question for all of them."""
    said = states_in(words, kept)
    asked = words.text("The file has a column of states: {said}. Record them as in the file?", said=said)
    if not kept.undated:
        return asked
    undated = words.text(
        "Completed without a day in the file, recorded on the day of the import: task {numbers}.",
        numbers=words.list(kept.undated),
    )
    return f"{asked}\n{undated}"


def _look_again(words: Words, _: Fields) -> str:
    return words.text("A point of the plan is not clear. Please review it.")


_SENTENCES: Mapping[str, Callable[[Words, Fields], str]] = {
    "deadline.unspecified": _unspecified,
    "deadline.conditional": _conditional,
    "deadline.ambiguous": _ambiguous,
    PAST: _past,
    "agency.open": _agency_open,
    "agency.unknown": _agency_unknown,
    "agency.none": _agency_none,
    "product.blank": _product_blank,
    "agency.two-names": _two_names,
    "head.blank": _head_blank,
    "heading.guess": _heading_guess,
    STATE: _state_doubt,
    DAY_OFF: _day_off,
}

# Every code that has a sentence of its own.
CODES = frozenset({*_PLAIN, *_SENTENCES})


def _plain(words: Words, code: str, fields: Fields) -> str:
    shown = {name: _shown(words, value) for name, value in fields.items()}
    return words.text(_PLAIN[code], **shown | {"rows": _places(words, fields.get("rows", ()))})


def _text(fields: Fields) -> str:
    return shorten(str(fields.get("text", "")))


def _part(words: Words, fields: Fields) -> str:
    return words.text(_PARTS.get(str(fields.get("part")), _PARTS["lead"]))


def _shown(words: Words, value: object) -> str:
    """A field as people read it: ISO days as days, several in a row, long words shortened."""
    if isinstance(value, list | tuple):
        return words.list(_shown(words, one) for one in value)
    try:
        return words.day(date.fromisoformat(str(value)))
    except ValueError:
        return shorten(str(value))
