"""Nội vụ answers what a plan leaves open: its questions, days, duties outside the table, what was past due."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.talk import Ask
from data import deadline
from data.facts import OccurrenceFact, QuestionFact, TaskFact, UnitFact
from data.kinds import Part
from data.lines.days import day_ahead, day_first, period_first
from data.lines.notes import is_ground, parted
from data.notices import DaySet, LeadNamed, Notice, PartEnded
from data.plans import settling
from data.refusals import DayUnread, ProductIsSet, ProductMissing, QuestionUnknown
from data.talk import Outgoing
from data.views import assigned, questions
from locales import N_
from locales.say import planning as replies
from locales.say.reviewing import all_passed_on
from scheduler import notices

# Said of a day before the plan's own; whether it has gone by is asked apart.
_NO_DOUBT = frozenset({"before-plan"})


@command(
    "cau hoi",
    english="questions",
    may=OFFICE,
    takes=Takes.ANYTHING,
    sense=Sense.ASKS,
    example="cau hoi",
    help=N_("the questions about the plan, and how to answer them"),
)
def question_list(ask: Ask) -> Sequence[Outgoing]:
    """`cau hoi`: what only a person can settle, each with what to type."""
    asked = questions.open_questions(ask.session, ask.today)
    offered = len(settling.offered_duties(ask.session))
    examples = _examples(ask, asked)
    return (replies.question_list(ask.voice, asked, examples, offered),)


@command(
    "dong y cau hoi · dong y cau",
    english="agree question",
    may=OFFICE,
    takes=Takes.QUESTIONS | Takes.OR_LIST,
    sense=Sense.DECIDES,
    example="dong y cau hoi 4",
    help=N_("agree to the answer proposed in a question"),
)
def agree(ask: Ask) -> Sequence[Outgoing]:
    """`dong y cau hoi 4`: the likely answer is right. Without a number: which questions there are."""
    return _of_questions(ask, _agreed)


@command(
    "bo qua cau hoi · bo qua cau · giu nguyen cau hoi",
    english="skip question",
    may=OFFICE,
    takes=Takes.QUESTIONS | Takes.OR_LIST,
    sense=Sense.DECIDES,
    example="bo qua cau hoi 3",
    help=N_("keep a point as the plan states it"),
)
def leave_as_it_is(ask: Ask) -> Sequence[Outgoing]:
    """`bo qua cau hoi 3`: the plan is right as it stands. Without a number: which questions there are."""

    def keep(ask: Ask, asked: QuestionFact, left: int) -> Outgoing:
        settling.keep(ask.session, asked.id, targets.actor_of(ask, ask.seat), ask.now)
        return replies.left_as_it_is(ask.words, asked, left)

    return _of_questions(ask, keep)


def _of_questions(ask: Ask, answer: Callable[[Ask, QuestionFact, int], Outgoing]) -> Sequence[Outgoing]:
    """The answer to each Question named, told how many others are left."""
    if not ask.numbers:
        return question_list(ask)

    def of(number: str) -> Outgoing:
        known = {str(asked.id): asked for asked in questions.open_questions(ask.session, ask.today)}
        if number not in known:
            raise QuestionUnknown(number=number)
        return answer(ask, known[number], len(known) - 1)

    return targets.of_each(ask, ask.numbers, of)


def _agreed(ask: Ask, asked: QuestionFact, left: int) -> Outgoing:
    if not questions.has_likely_answer(asked):
        return replies.nothing_to_agree_to(ask.voice, asked, _examples(ask, [asked])[asked.id])
    day = questions.likely_day(asked)
    if day is not None and asked.task is not None:
        return _day_set(ask, asked.task, day)
    if (product := questions.likely_product(asked)) and asked.task is not None:
        return _product_named(ask, asked.task, product)
    # A day off is taken as the plan has it, whatever working day lies before it.
    guess = asked.fields.get("on" if asked.code == questions.DEPENDS else "guess")
    guess = guess if asked.code != questions.DAY_OFF else None
    settling.keep(ask.session, asked.id, targets.actor_of(ask, ask.seat), ask.now, str(guess or settling.KEPT))
    return replies.agreed(ask.words, asked, left)


@command(
    "dat han · dat thoi han",
    english="set deadline",
    may=OFFICE,
    takes=Takes.ONE_TASK | Takes.DAY | Takes.NOTE,
    sense=Sense.DECIDES,
    example="dat han 11 …/…/2023",
    help=N_("set the deadline of a task that has none"),
)
def set_day(ask: Ask) -> Sequence[Outgoing]:
    """`dat han 11 30/06/2023`, `dat han 2 tháng 6`: the day of a task that the plan gives none, or a doubtful one.

    `dat han 9 31/10/2023 theo công văn số 15/UBND-VP`: another day than the plan's, on the ground that moves it.
    """
    number, words = ask.number, ask.note
    task = targets.task_of(ask, number)
    said, ground = parted(words)
    day, rest = day_first(said, date(task.plan.year, 1, 1))
    if day is not None and not ground and is_ground(rest):
        return (_day_set(ask, task, day, rest),)
    day = _plain_day(said, task)
    if day is None:
        read = deadline.read(said, task.plan.year)
        day = None if set(read.doubts) - _NO_DOUBT else read.due
    if day is None:
        ahead, rest = day_ahead(words, ask.today, None, ask.workdays)
        day = None if rest else ahead
    if day is None:
        raise DayUnread(number=number, text=said)
    return (_day_set(ask, task, day, ground),)


def _plain_day(words: str, task: TaskFact) -> date | None:
    """The day that words are and nothing else, or the last of the period that they are: "30 June 2023", "quarter 3"."""
    day, rest = day_first(words, date(task.plan.year, 1, 1))
    if day is not None:
        return None if rest else day
    period, rest = period_first(re.sub(r"(?i)^(?:by |the |end of )+", "", words), task.plan.year)
    return period.end - timedelta(days=1) if period is not None and not rest else None


def _day_set(ask: Ask, task: TaskFact, day: date, ground: str = "") -> Outgoing:
    actor = targets.actor_of(ask, ask.seat)
    approved = is_ground(ground)
    facts = settling.set_day(
        ask.session, task, day, actor, now=ask.now, workdays=ask.workdays, ground=ground, approved=approved
    )
    reply = replies.day_set(ask.voice, facts, ground)
    return with_day_told(ask, reply, facts, ground)


@command(
    "san pham",
    english="product",
    may=OFFICE,
    takes=Takes.ONE_TASK | Takes.NOTE,
    sense=Sense.DECIDES,
    example="san pham 7 …",
    help=N_("name the product of a task where the plan names none"),
)
def name_product(ask: Ask) -> Sequence[Outgoing]:
    """`san pham 7 Kế hoạch truyền thông`: what a task must yield, where the plan does not say it.

    Raises:
        ProductMissing: nothing is named.
        ProductIsSet: the plan names one.
    """
    number, product = ask.number, ask.note
    task = targets.task_of(ask, number)
    if not product.strip(" .,;:"):
        raise ProductMissing(command=ask.command, number=number)
    if not settling.is_product_in_question(ask.session, task):
        raise ProductIsSet(number=number, product=task.product)
    return (_product_named(ask, task, product.strip(" .;")),)


def _product_named(ask: Ask, task: TaskFact, product: str) -> Outgoing:
    settling.set_product(ask.session, task, product, targets.actor_of(ask, ask.seat), ask.now)
    return replies.product_named(ask.words, task, product)


def _examples(ask: Ask, asked: Sequence[QuestionFact]) -> dict[int, str]:
    """By question, how the units are typed that it asks for: behind those that stay "them …"; "" where it asks none."""
    busy = assigned.by_part(ask.session, {each.task.id for each in asked if each.task})

    def example(question: QuestionFact) -> str:
        if question.task is None:
            return ""
        there = busy.get((question.task.id, questions.part_of(question)), ())
        # Who owes a task must be known before its day.
        if "part" not in question.fields and (there or question.code not in questions.DAY_IN_QUESTION):
            return ""
        likely = questions.likely_unit(question) or "…"
        return f"them {likely}" if there else likely

    return {question.id: example(question) for question in asked}


def with_day_told(ask: Ask, reply: Outgoing, facts: Sequence[OccurrenceFact], ground: str = "") -> Outgoing:
    """Tell the units of the day that was set for what they owe; Nội vụ's reply with what came of it."""
    return with_told(ask, reply, [(fact.unit, DaySet((fact.id,), ground, ask.now)) for fact in facts])


def with_parts_told(
    ask: Ask,
    reply: Outgoing,
    task: TaskFact,
    new: Sequence[UnitFact],
    gone: Sequence[UnitFact],
    part: Part,
    due: date | None,
) -> Outgoing:
    """Tell new units that they lead a task from now on, by `due` first; those `gone` that they have no part in it.

    Who supports it is told of it with the next digest.
    """
    of_task = task.typed, task.title, task.plan.number, task.plan.title, task.id
    named = [(unit, LeadNamed(unit.name, *of_task, unit.id, ask.now, task.product, task.deadline, due)) for unit in new]
    ended = [(unit, PartEnded(unit.name, *of_task, unit.id, ask.now, part)) for unit in gone]
    return with_told(ask, reply, [*named, *ended])


def with_told(ask: Ask, reply: Outgoing, told: Sequence[tuple[UnitFact, Notice]]) -> Outgoing:
    """The notices put, each for a unit; the reply with which of them hear of it."""
    here = (ask.speaker.bot, ask.speaker.chat_id)
    heard: list[UnitFact] = []
    silent: list[UnitFact] = []
    for unit, notice in told:
        chats = notices.chats_of_units(ask.session, [unit.id])
        if any((chat.bot, chat.chat_id) == here for chat in chats):
            continue  # it has said so itself
        (heard if chats else silent).append(unit)
        ask.tell(chats, notice)
    passed_on = all_passed_on(ask.words, heard, silent)
    return replace(reply, text=f"{reply.text}\n{passed_on}") if passed_on else reply
