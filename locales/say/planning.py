"""Answers to Nội vụ that settles a plan: its open questions, a day or a product set, who leads and who supports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.facts import OccurrenceFact, QuestionFact, TaskFact, UnitFact
from data.kinds import PARTS, Part
from data.talk import Act, Choice, Outgoing
from data.views import questions
from locales import N_, Voice, Words
from locales.items import FAR, is_moved
from locales.phrases import message, names, sentence
from locales.questions import question
from locales.say.own_work import MAX_CHOICES
from locales.say.talking import choose

# What one types to name the units of each part.
COMMANDS = {Part.LEAD: "don vi", Part.COORDINATING: "phoi hop", Part.MONITORING: "theo doi"}

_NOW = {
    Part.LEAD: N_("Task {number} is led by {units}."),
    Part.COORDINATING: N_("Task {number} is supported by {units}."),
    Part.MONITORING: N_("Task {number} is followed up by {units}."),
}
_NO_LONGER = {
    Part.LEAD: N_("Task {number} would no longer be led by: {units}."),
    Part.COORDINATING: N_("Task {number} would no longer be supported by: {units}."),
    Part.MONITORING: N_("Task {number} would no longer be followed up by: {units}."),
}
_AFTERWARDS = {
    Part.LEAD: N_("Lead units after the change: {units}."),
    Part.COORDINATING: N_("Supporting units after the change: {units}."),
    Part.MONITORING: N_("Following units after the change: {units}."),
}


@dataclass(frozen=True, slots=True)
class Change:
    """What would become of the units in one part of a task, and what agrees to it."""

    number: str
    part: Part
    act: Act
    wanted: Sequence[UnitFact]
    gone: Sequence[UnitFact]


@dataclass(frozen=True, slots=True)
class Kept:
    """Of the units that go: how many reports they still owe, and which of them have reported."""

    owed: int
    reported: tuple[UnitFact, ...]


def replace_or_add(
    words: Words,
    number: str,
    part: Part,
    codes: Sequence[str],
    dropped: Sequence[UnitFact],
    there: Sequence[UnitFact],
) -> Outgoing:
    """Whether the units named take the place of those that would be `dropped`, or come to them.

    The choices hold only as long as those are `there` that are now.
    """
    act = Act(COMMANDS[part], (number,), units=tuple(codes), made_for=tuple(unit.code for unit in there))
    named = words.list(codes)
    asked = words.text(_NOW[part], number=number, units=names(words, dropped))
    choices = (
        Choice(words.text("Replace them with {units}", units=named), replace(act, how="thay")),
        Choice(words.text("Add {units}", units=named), replace(act, how="them")),
    )
    return choose(words, asked, choices)


def ask_to_change(words: Words, change: Change, kept: Kept) -> Outgoing:
    """What would become of a task's units, and how to agree; nothing has changed yet."""
    number, part, wanted = change.number, change.part, change.wanted
    units = names(words, change.gone)
    text = message(
        words.text(_NO_LONGER[part], number=number, units=units),
        *_closing(words, kept, done=False),
        words.text(_AFTERWARDS[part], units=names(words, wanted) or "–"),
        words.text("To agree, type: {command}", command=change.act.typed),
    ).text
    return Outgoing(words.text("NOT YET CHANGED"), text, (Choice(words.text("Change it"), change.act),))


def units_settled(
    words: Words,
    number: str,
    there: Mapping[Part, Sequence[UnitFact]],
    gone: Sequence[UnitFact],
    kept: Kept,
    *,
    is_new: bool,
) -> Outgoing:
    """Who has which part in a task from now on, who no longer has one, and what became of what those owed."""
    lead, support, follow = (there[part] for part in PARTS)
    return message(
        words.text("The units of task {number} have been set:", number=number)
        if is_new
        else words.text("The units of task {number}, unchanged:", number=number),
        words.text("Lead: {text}", text=names(words, lead) or "–"),
        words.text("Support: {text}", text=names(words, support))
        if support
        else words.text("Support: not yet assigned. To assign it, type: {command}", command=f"phoi hop {number} VHTT"),
        words.text("Follow-up: {text}", text=names(words, follow)) if follow else "",
        words.text("No longer involved: {units}.", units=names(words, gone)) if gone else "",
        *_closing(words, kept, done=True),
    )


def _closing(words: Words, kept: Kept, *, done: bool) -> list[str]:
    """What is closed of what the units that go owe, and what they have reported stays."""
    owed, units = kept.owed, names(words, kept.reported)
    closed = (
        words.plural("{n} open report is closed.", "{n} open reports are closed.", owed)
        if done
        else words.plural("{n} open report would be closed.", "{n} open reports would be closed.", owed)
    )
    return [
        *([closed] if owed else []),
        *([words.text("What {units} reported is kept.", units=units)] if kept.reported else []),
    ]


# What one types of a task that is not followed up until somebody says so.
_BY_ROW = {
    "past-due": "tinh viec {0} · khong tinh viec {0}",
    questions.PRODUCT: "san pham {0} …",
}

# The ground on which a day that the plan sets may move, as an example.
GROUND = "theo công văn số …"


def question_list(
    voice: Voice,
    asked: Sequence[QuestionFact],
    units: Mapping[int, str],
    offered: int,
) -> Outgoing:
    """Every open question with what to type, `units` as those it asks for are named; `offered` counts duties."""
    title = voice.text("QUESTIONS ABOUT THE PLAN")
    more = (
        voice.plural(
            "{n} duty outside the table awaits a decision; to see it, type: {command}",
            "{n} duties outside the table await a decision; to see them, type: {command}",
            offered,
            command="viec ngoai bang",
        )
        if offered
        else ""
    )
    if not asked:
        return message(voice.text("No question about the plan awaits an answer."), more, title=title)
    lines = (_question(voice, each, units[each.id]) for each in asked)
    choices = tuple(_way_out(voice, each, units[each.id]) for each in asked[:MAX_CHOICES])
    return Outgoing(title, "\n".join(filter(None, [*lines, more])), choices)


def agreed(words: Words, asked: QuestionFact, left: int) -> Outgoing:
    """A question is closed: its matter is as it has been understood; how many questions are left."""
    return message(words.text("Noted as agreed: {question}", question=question(words, asked)), _left(words, left))


def ask_to_answer(words: Words, asked: QuestionFact, said: str, act: Act) -> Outgoing:
    """A question and the answer to it that would be kept."""
    lines = [
        words.text("Question {number}: {question}", number=asked.id, question=question(words, asked)),
        words.text("Answer: {text}", text=said),
    ]
    return choose(words, "\n".join(lines), [Choice(words.text("Keep this answer"), act)])


def answered(words: Words, asked: QuestionFact, said: str, left: int) -> Outgoing:
    """A question is closed with an answer in words; how many are left."""
    text = words.text("The answer to question {number} is kept: {text}", number=asked.id, text=sentence(said))
    return message(text, _left(words, left))


def nothing_to_agree_to(voice: Voice, asked: QuestionFact, units: str) -> Outgoing:
    """A question has no likely answer; what one might type instead."""
    return message(
        voice.text("Question {number} has no proposed answer to agree to.", number=asked.id),
        _question(voice, asked, units),
    )


def left_as_it_is(words: Words, asked: QuestionFact, left: int) -> Outgoing:
    """A question is closed, the plan holds as it reads; how many questions are left."""
    return message(
        words.text("Noted, the plan stands as it is written: {question}", question=question(words, asked)),
        _left(words, left),
    )


def day_set(voice: Voice, facts: Sequence[OccurrenceFact], ground: str) -> Outgoing:
    """The day that holds from now on, beside the plan's where it is another, on which ground, and for whom."""
    first = facts[0]
    task, day, fixed = first.task, first.due_on or voice.today, first.plan_due_on
    left = voice.workdays.until(voice.today, day)
    return message(
        voice.text("The deadline of task {number} is set: {day}.", number=task.typed, day=voice.weekday_day(day))
        if left > FAR
        else voice.plural(
            "The deadline of task {number} is set: {day} ({n} working day left).",
            "The deadline of task {number} is set: {day} ({n} working days left).",
            left,
            number=task.typed,
            day=voice.weekday_day(day),
        ),
        "" if voice.workdays.is_working(day) else voice.text("That is a day off."),
        voice.text("Deadline in the plan: {text}", text=voice.weekday_day(fixed)) if fixed and is_moved(first) else "",
        sentence(voice.text("Basis: {text}", text=ground)) if ground else "",
        voice.text("Applies to: {units}.", units=names(voice, [fact.unit for fact in facts])),
    )


def product_named(words: Words, task: TaskFact, product: str) -> Outgoing:
    """What a task must yield from now on."""
    return message(
        sentence(
            words.text("The product of task {number} has been recorded: {product}", number=task.typed, product=product)
        )
    )


def _left(words: Words, left: int) -> str:
    if not left:
        return ""
    return words.plural("{n} question is left: {command}", "{n} questions are left: {command}", left, command="cau hoi")


def _question(voice: Voice, asked: QuestionFact, units: str) -> str:
    """The question by its number, with the ways to answer it below."""
    text = voice.text("• Question {number}: {question}", number=asked.id, question=question(voice, asked))
    answer = _answer_to(voice, asked, units)
    if questions.has_likely_answer(asked):
        ways = [voice.text("To agree: {command}", command=f"dong y cau hoi {asked.id}")]
        ways += [voice.text("Otherwise: {command}", command=answer)] if answer else []
    else:
        by_rows = not _is_of_one_unit(asked) and (asked.rows or asked.fields.get("rows"))
        how = N_("One by one: {command}") if by_rows else N_("Reply: {command}")
        how = N_("First assign the lead unit: {command}") if _is_first_led(asked, units) else how
        ways = [voice.text(how, command=answer)] if answer else []
        ways += [voice.text("To skip it: {command}", command=f"bo qua cau hoi {asked.id}")]
    return f"{text}\n  " + " · ".join(ways)


def _way_out(words: Words, asked: QuestionFact, units: str) -> Choice:
    """The button of a question: its likely unit, to agree where there is something to agree to, or to pass over it."""
    unit = questions.likely_unit(asked)
    if unit and asked.rows:
        act = Act("tra loi cau hoi", number=asked.id, text=unit, then="dong y")
        return Choice(words.text("Question {number}: it is {unit}", number=asked.id, unit=unit), act)
    if unit and asked.task:
        how = "them" if units != unit else ""
        act = Act(COMMANDS[questions.part_of(asked)], (asked.task.typed,), units=(unit,), how=how)
        return Choice(words.text("Question {number}: it is {unit}", number=asked.id, unit=unit), act)
    if questions.has_likely_answer(asked):
        return Choice(words.text("Agree to question {number}", number=asked.id), Act("dong y cau hoi", number=asked.id))
    return Choice(words.text("Skip question {number}", number=asked.id), Act("bo qua cau hoi", number=asked.id))


def _answer_to(voice: Voice, asked: QuestionFact, units: str) -> str:
    """What one might type; empty where only the document can be mended."""
    number = asked.task.typed if asked.task else ""
    if asked.code in _BY_ROW and (row := number or _first_row(asked)):
        return _BY_ROW[asked.code].format(row)
    if _is_first_led(asked, units):
        return f"{COMMANDS[Part.LEAD]} {number} {units}"
    is_extended = asked.fields.get("why") in {"later.unread", "later.before"}
    if asked.task and (asked.code in questions.DAY_IN_QUESTION | {questions.DAY_OFF} or is_extended):
        # Several days are each moved by an extension.
        return "" if len(asked.task.deadline.dues) > 1 else _setting_day(voice, asked, number)
    if asked.rows and _is_of_one_unit(asked):
        return f"tra loi cau hoi {asked.id} {questions.likely_unit(asked) or '…'}"
    if asked.task and units and "part" in asked.fields:
        return f"{COMMANDS[questions.part_of(asked)]} {number} {units}"
    return f"tra loi cau hoi {asked.id} …" if asked.code == questions.COORDINATOR else ""


def _is_of_one_unit(asked: QuestionFact) -> bool:
    """Whether it asks which unit a name means: one answer holds for all of its rows."""
    return asked.code == "agency.unknown"


def _is_first_led(asked: QuestionFact, units: str) -> bool:
    """Whether a day is asked for of a task that nobody leads: somebody must owe it first."""
    return bool(units) and asked.code in questions.DAY_IN_QUESTION


def _first_row(asked: QuestionFact) -> str:
    rows = asked.fields.get("rows")
    return str(rows[0]) if isinstance(rows, list | tuple) and rows else ""


def _setting_day(voice: Voice, asked: QuestionFact, number: str) -> str:
    """The command that sets a day; where the plan's own would move, with the ground for it."""
    command = f"dat han {number} {_day_to_type(voice, asked)}"
    return f"{command} {GROUND}" if asked.code in {questions.AFTER_DUE, questions.STATE} else command


def _day_to_type(voice: Voice, asked: QuestionFact) -> str:
    """The working day that the plan itself points to, where it has not gone by; else a gap for it."""
    year = asked.task.plan.year if asked.task else voice.today.year
    try:
        day = voice.workdays.on_or_before(date.fromisoformat(str(asked.fields.get("guess"))))
    except ValueError:
        return f"…/…/{year}"
    is_other = questions.likely_day(asked) is None or not questions.has_likely_answer(asked)
    return voice.day(day) if is_other and day >= voice.today else f"…/…/{year}"
