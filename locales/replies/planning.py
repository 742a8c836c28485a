"""Answers to Nội vụ that settles a plan: its open questions, a day that is set, units, duties outside the table."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from data.facts import OccurrenceFact, QuestionFact, TaskFact, UnitFact
from data.model import Part
from data.outbox import Choice, Outgoing
from data.plans import questions
from data.workdays import Workdays
from locales import Words
from locales.items import FAR
from locales.phrases import deadline_read, message, names, sentence, shorten
from locales.questions import question
from locales.replies.talking import choose

MAX_CHOICES = 8

_COMMANDS = {Part.LEAD: "don vi", Part.COORDINATING: "phoi hop"}


def question_list(words: Words, asked: Sequence[QuestionFact], units: Mapping[int, str], offered: int) -> Outgoing:
    """Every open question with what to type; `units` are examples by question, `offered` counts duties on offer."""
    title = words.text("QUESTIONS ABOUT THE PLAN")
    more = (
        words.plural(
            "{n} duty outside the table is on offer; to see it, type: {command}",
            "{n} duties outside the table are on offer; to see them, type: {command}",
            offered,
            command="viec ngoai bang",
        )
        if offered
        else ""
    )
    if not asked:
        return message(words.text("No question about the plan waits for an answer."), more, title=title)
    several = len({each.task.plan.id for each in asked if each.task}) > 1
    lines = (_question(words, each, units[each.id], several=several) for each in asked)
    choices = tuple(_way_out(words, each) for each in asked[:MAX_CHOICES])
    return Outgoing(title, "\n".join(filter(None, [*lines, more])), choices)


def agreed(words: Words, asked: QuestionFact, left: int) -> Outgoing:
    """A question is closed: its matter is as it has been understood; how many questions are left."""
    return message(
        words.text("Noted as agreed: {question}", question=question(words, asked, _number(asked))), _left(words, left)
    )


def nothing_to_agree_to(words: Words, asked: QuestionFact, units: str) -> Outgoing:
    """A question has no likely answer; what one might type instead."""
    return message(
        words.text("Question {number} has no likely answer to agree to.", number=asked.id),
        _question(words, asked, units, several=False),
    )


def left_as_it_is(words: Words, asked: QuestionFact, left: int) -> Outgoing:
    """A question is closed, the plan holds as it reads; how many questions are left."""
    return message(
        words.text("Noted, the plan holds as it reads: {question}", question=question(words, asked, _number(asked))),
        _left(words, left),
    )


def day_set(
    words: Words, task: TaskFact, day: date, facts: Sequence[OccurrenceFact], today: date, workdays: Workdays
) -> Outgoing:
    """The day that holds from now on, and for whom."""
    left = workdays.until(today, day)
    return message(
        words.text("The deadline of task {number} is set: {day}.", number=task.number, day=words.weekday_day(day))
        if left > FAR
        else words.plural(
            "The deadline of task {number} is set: {day} ({n} working day left).",
            "The deadline of task {number} is set: {day} ({n} working days left).",
            left,
            number=task.number,
            day=words.weekday_day(day),
        ),
        "" if workdays.is_working(day) else words.text("That is a day off."),
        words.text("It holds for: {units}.", units=names(words, [fact.unit for fact in facts])),
    )


def replace_or_add(words: Words, number: str, part: Part, codes: Sequence[str], there: Sequence[UnitFact]) -> Outgoing:
    """Whether the units named take the place of those that are `there`, or come to them."""
    command, named = _COMMANDS[part], words.list(codes)
    asked = (
        words.text("Task {number} is led by {units}.", number=number, units=names(words, there))
        if part is Part.LEAD
        else words.text("Task {number} is supported by {units}.", number=number, units=names(words, there))
    )
    choices = (
        Choice(words.text("Replace them by {units}", units=named), f"{command} {number} thay {named}"),
        Choice(words.text("Add {units}", units=named), f"{command} {number} them {named}"),
    )
    return choose(words, asked, choices)


def units_settled(
    words: Words, task: TaskFact, lead: Sequence[UnitFact], support: Sequence[UnitFact], gone: Sequence[UnitFact]
) -> Outgoing:
    """Who leads and who supports a task from now on, and who no longer does."""
    return message(
        words.text("Task {number} from now on:", number=task.number),
        words.text("Lead: {text}", text=names(words, lead) or "–"),
        words.text("Support: {text}", text=names(words, support))
        if support
        else words.text("Support: not named yet. To name it, type: {command}", command=f"phoi hop {task.number} VHTT"),
        words.text("No longer concerned: {units}.", units=names(words, gone)) if gone else "",
    )


def duties(words: Words, offered: Sequence[TaskFact], leads: Mapping[int, Sequence[UnitFact]]) -> Outgoing:
    """The duties outside the table that could be followed up, each with its unit and deadline."""
    title = words.text("DUTIES OUTSIDE THE TABLE")
    if not offered:
        return message(words.text("No duty outside the table is on offer."), title=title)
    first = offered[0].number
    lines = (
        words.text(
            "• {number}: {title} (lead: {lead}; deadline: {deadline})",
            number=duty.number,
            title=shorten(duty.title),
            lead=names(words, leads[duty.id]) or duty.lead_text,
            deadline=deadline_read(words, duty.deadline),
        )
        for duty in offered
    )
    how = words.text("Reply: {command}", command=f"nhan viec {first} · khong nhan viec {first}")
    choices = tuple(
        Choice(words.text("Follow up {number}", number=duty.number), f"nhan viec {duty.number}")
        for duty in offered[:MAX_CHOICES]
    )
    return Outgoing(title, "\n".join([*lines, how]), choices)


def duty_accepted(words: Words, duty: TaskFact, lead: Sequence[UnitFact]) -> Outgoing:
    """A duty is followed up from now on; without a unit it needs one first."""
    return message(
        sentence(words.text("Duty {number} is followed up: {title}", number=duty.number, title=shorten(duty.title))),
        words.text("Lead: {text}", text=names(words, lead))
        if lead
        else words.text(
            "Please name the unit that leads it, for example: {command}", command=f"don vi {duty.number} VP"
        ),
        words.text("Deadline in the plan: {text}", text=deadline_read(words, duty.deadline)),
    )


def duty_refused(words: Words, duty: TaskFact) -> Outgoing:
    """A duty is put aside."""
    return message(
        words.text("Duty {number} is not followed up.", number=duty.number),
        words.text("To follow it up after all, type: {command}", command=f"nhan viec {duty.number}"),
    )


def past_settled(words: Words, task: TaskFact, facts: Sequence[OccurrenceFact], *, counts: bool) -> Outgoing:
    """Whether what was past due at the switch-on is owed still, and by whom."""
    units = names(words, [fact.unit for fact in facts])
    if not counts:
        return message(words.text("Task {number}, past due at the start, is not followed up.", number=task.number))
    return message(
        words.text("Task {number}, past due at the start, is owed still by: {units}.", number=task.number, units=units),
        words.text("To set a new day, type: {command}", command=f"dat han {task.number} 30/06/{task.plan.year}"),
    )


def _left(words: Words, left: int) -> str:
    if not left:
        return ""
    return words.plural("{n} question is left: {command}", "{n} questions are left: {command}", left, command="cau hoi")


def _question(words: Words, asked: QuestionFact, units: str, *, several: bool) -> str:
    """The question by its number, with the ways to answer it below."""
    number = _number(asked, several=several)
    text = words.text("• Question {number}: {question}", number=asked.id, question=question(words, asked, number))
    answer = _answer_to(words, asked, number or "", units)
    if questions.has_likely_answer(asked):
        ways = [words.text("To agree: {command}", command=f"dong y cau hoi {asked.id}")]
        ways += [words.text("Otherwise: {command}", command=answer)] if answer else []
    else:
        ways = [words.text("Reply: {command}", command=answer)] if answer else []
        ways += [words.text("To pass over it: {command}", command=f"bo qua cau hoi {asked.id}")]
    return f"{text}\n  " + " · ".join(ways)


def _way_out(words: Words, asked: QuestionFact) -> Choice:
    """The button of a question: to agree, where there is something to agree to, or else to pass over it."""
    if questions.has_likely_answer(asked):
        return Choice(words.text("Agree to question {number}", number=asked.id), f"dong y cau hoi {asked.id}")
    return Choice(words.text("Pass over question {number}", number=asked.id), f"bo qua cau hoi {asked.id}")


def _answer_to(words: Words, asked: QuestionFact, number: str, units: str) -> str:
    """What one might type; empty where only the document can be mended."""
    if asked.code == "past-due":
        return f"tinh viec {number} · khong tinh viec {number}"
    if asked.code in questions.DAY_IN_QUESTION | {questions.DAY_OFF} and asked.task:
        return f"dat han {number} {_example_day(words, asked, asked.task)}"
    if asked.task and "part" in asked.fields:
        return f"{_COMMANDS[Part(str(asked.fields['part']))]} {number} {units}"
    return ""


def _example_day(words: Words, asked: QuestionFact, task: TaskFact) -> str:
    """A day that one might type: the working day before a day off; beside a proposed day an earlier one."""
    proposed = questions.likely_day(asked)
    if proposed is not None:
        return words.day(proposed.replace(day=1) - timedelta(days=1))
    try:
        return words.day(date.fromisoformat(str(asked.fields.get("guess"))))
    except ValueError:
        return words.day(date(task.plan.year, 12, 31))


def _number(asked: QuestionFact, *, several: bool = False) -> str | None:
    if asked.task is None:
        return None
    short = asked.task.plan.short
    return f"{short}.{asked.task.number}" if several and short else asked.task.number
