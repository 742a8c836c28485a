"""Nội vụ answers what a plan leaves open: its questions, days, units, duties outside the table, what was past due."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice

from bot.handlers import choosing, minding, settled
from bot.talk import Ask
from data import deadline, people
from data.agencies import fan_out, resolve
from data.errors import DayUnread, QuestionUnknown, UnitMissing, UnitUnknown
from data.facts import QuestionFact, TaskFact, UnitFact
from data.model import Part, Role, Unit
from data.outbox import Outgoing
from data.plans import assigned, questions, settling
from data.typed import naming
from data.typed.argument import read_argument
from locales.replies import planning as replies

# Said of a day before the plan's own; whether it has gone by is asked apart.
_NO_DOUBT = frozenset({"before-plan"})
# A whole number: not a part of "9.10", "-1" or of a longer one.
_DIGITS = re.compile(r"(?<![\w.-])\d{1,9}(?!\w|\.\d)", re.ASCII)
_HOW = re.compile(r"(?P<how>thay|thêm|them)\b\s*", re.IGNORECASE)
_LEAD_EXAMPLE, _SUPPORT_EXAMPLE = "don vi 3 VHTT, TTVHTT", "phoi hop 3 VHTT"


def question_list(ask: Ask) -> Sequence[Outgoing]:
    """`cau hoi`: what only a person can settle, each with what to type."""
    asked = questions.open_questions(ask.session, ask.today)
    offered = len(settling.offered_duties(ask.session))
    return (replies.question_list(ask.words, asked, {each.id: _example(ask, each) for each in asked}, offered),)


def agree(ask: Ask) -> Sequence[Outgoing]:
    """`dong y cau hoi 4`: the likely answer is right. Without a number: which questions there are."""
    return _of_questions(ask, _agreed)


def leave_as_it_is(ask: Ask) -> Sequence[Outgoing]:
    """`bo qua cau hoi 3`: the plan is right as it stands. Without a number: which questions there are."""

    def keep(ask: Ask, asked: QuestionFact, left: int) -> Outgoing:
        settling.keep(ask.session, asked.id, choosing.actor_of(ask, ask.seat), ask.now)
        return replies.left_as_it_is(ask.words, asked, left)

    return _of_questions(ask, keep)


def _of_questions(ask: Ask, answer: Callable[[Ask, QuestionFact, int], Outgoing]) -> Sequence[Outgoing]:
    """The answer to each Question named, told how many others are left."""
    numbers = _DIGITS.findall(ask.argument)
    if not numbers:
        return question_list(ask)

    def of(number: str) -> Outgoing:
        known = {str(asked.id): asked for asked in questions.open_questions(ask.session, ask.today)}
        if number not in known:
            raise QuestionUnknown(number=number)
        return answer(ask, known[number], len(known) - 1)

    return choosing.of_each(ask, numbers, of)


def _agreed(ask: Ask, asked: QuestionFact, left: int) -> Outgoing:
    day = questions.likely_day(asked)
    if day is not None and asked.task is not None:
        return _day_set(ask, asked.task, day)
    if not questions.has_likely_answer(asked):
        return replies.nothing_to_agree_to(ask.words, asked, _example(ask, asked))
    # A day off is taken as the plan has it, whatever working day lies before it.
    guess = asked.fields.get("guess") if asked.code != questions.DAY_OFF else None
    settling.keep(ask.session, asked.id, choosing.actor_of(ask, ask.seat), ask.now, str(guess or settling.KEPT))
    return replies.agreed(ask.words, asked, left)


def set_day(ask: Ask) -> Sequence[Outgoing]:
    """`dat han 11 30/06/2023`, `dat han 2 tháng 6`: the day of a task that the plan gives none, or a doubtful one."""
    number, words = choosing.one_number(ask)
    task = choosing.task_of(ask, number)
    read = deadline.read(words, task.plan.year)
    if read.due is None or set(read.doubts) - _NO_DOUBT:
        raise DayUnread(number=number, text=words)
    return (_day_set(ask, task, read.due),)


def _day_set(ask: Ask, task: TaskFact, day: date) -> Outgoing:
    actor = choosing.actor_of(ask, ask.seat)
    facts = settling.set_day(ask.session, task, day, ask.today, actor, ask.now)
    reply = replies.day_set(ask.words, task, day, facts, ask.today, ask.workdays)
    return settled.with_day_told(ask, reply, facts)


def lead_units(ask: Ask) -> Sequence[Outgoing]:
    """`don vi 3 VHTT, TTVHTT`: who leads a task."""
    return (_settle_units(ask, Part.LEAD, _LEAD_EXAMPLE),)


def supporting_units(ask: Ask) -> Sequence[Outgoing]:
    """`phoi hop 3 VHTT`: who supports a task. Said by a unit, it asks those who do for their part."""
    if not _is_office(ask):
        return minding.ask_support(ask)
    return (_settle_units(ask, Part.COORDINATING, _SUPPORT_EXAMPLE),)


def duties(ask: Ask) -> Sequence[Outgoing]:
    """`viec ngoai bang`: the duties outside the table that could be accepted."""
    offered = settling.offered_duties(ask.session)
    leads = {duty.id: assigned.units_in(ask.session, duty.id, Part.LEAD) for duty in offered}
    return (replies.duties(ask.words, offered, leads),)


def accept_duty(ask: Ask) -> Sequence[Outgoing]:
    """`nhan viec III.1.4`: follow a duty up like a task of the table. Said by a unit, it is that it has the task."""
    if not _is_office(ask):
        return minding.acknowledge(ask)

    def accept(number: str) -> Outgoing:
        duty = settling.find_duty(ask.session, number)
        settling.accept_duty(ask.session, duty, choosing.actor_of(ask, ask.seat), ask.now)
        return replies.duty_accepted(ask.words, duty, assigned.units_in(ask.session, duty.id, Part.LEAD))

    return choosing.of_each(ask, read_argument(ask.argument).numbers, accept)


def refuse_duty(ask: Ask) -> Sequence[Outgoing]:
    """`khong nhan viec III.1.4`: put a duty aside."""

    def refuse(number: str) -> Outgoing:
        duty = settling.find_duty(ask.session, number)
        settling.refuse_duty(ask.session, duty, choosing.actor_of(ask, ask.seat), ask.now)
        return replies.duty_refused(ask.words, duty)

    return choosing.of_each(ask, read_argument(ask.argument).numbers, refuse)


def count_past(ask: Ask) -> Sequence[Outgoing]:
    """`tinh viec 10`: what fell due before the switch-on is owed still."""
    return _past(ask, counts=True)


def discount_past(ask: Ask) -> Sequence[Outgoing]:
    """`khong tinh viec 10`: what fell due before the switch-on is not followed up."""
    return _past(ask, counts=False)


def _is_office(ask: Ask) -> bool:
    return any(seat.role is Role.COORDINATOR for seat in ask.seats)


def _past(ask: Ask, *, counts: bool) -> Sequence[Outgoing]:
    def settle(number: str) -> Outgoing:
        task = choosing.task_of(ask, number)
        actor = choosing.actor_of(ask, ask.seat)
        facts = settling.count_past(ask.session, task, actor, ask.now, counts=counts)
        return replies.past_settled(ask.words, task, facts, counts=counts)

    return choosing.of_each(ask, read_argument(ask.argument).numbers, settle)


def _settle_units(ask: Ask, part: Part, example: str) -> Outgoing:
    number, words = choosing.one_number(ask)
    task = choosing.task_of(ask, number)
    how = _HOW.match(words)
    named = _units(ask, words[how.end() :] if how else words, example)
    there = assigned.units_in(ask.session, task.id, part)
    dropped = [unit for unit in there if unit.id not in {each.id for each in named}]
    if dropped and how is None:
        # Whether the others stay is not for us to guess.
        return replies.replace_or_add(ask.words, number, part, [unit.code for unit in named], dropped)
    adding = how is not None and how["how"].casefold() != "thay"
    wanted = [unit.id or 0 for unit in named] + [unit.id for unit in there if adding]
    before = _seated(ask, task)
    settling.settle_units(ask.session, task, part, wanted, choosing.actor_of(ask, ask.seat), ask.now)
    lead, support = (assigned.units_in(ask.session, task.id, each) for each in (Part.LEAD, Part.COORDINATING))
    gone = [unit for unit in before if unit not in {*lead, *support}]
    reply = replies.units_settled(ask.words, task, lead, support, gone)
    new = [unit for unit in lead if unit not in there] if part is Part.LEAD else []
    return settled.with_lead_told(ask, reply, task, new)


def _example(ask: Ask, asked: QuestionFact) -> str:
    """Units that one might name in answer to a question about a task's units: those of its plan that are not in it."""
    if asked.task is None or not asked.code.startswith("agency."):
        return ""
    seated = _seated(ask, asked.task)
    others = (unit.code for unit in assigned.units_at_work(ask.session, asked.task.plan.id) if unit not in seated)
    return ", ".join(islice(others, 2))


def _seated(ask: Ask, task: TaskFact) -> list[UnitFact]:
    return [unit for part in (Part.LEAD, Part.COORDINATING) for unit in assigned.units_in(ask.session, task.id, part)]


def _units(ask: Ask, text: str, example: str) -> list[Unit]:
    """The units that a text names: by code, name or alias, or as plans write them.

    Raises:
        UnitMissing: it names none.
        UnitUnknown: part of it names none for certain; with the nearest.
    """
    if not text.strip(" ,.;"):
        raise UnitMissing(example=example)
    try:
        return naming.units_named(ask.session, text)
    except UnitUnknown:
        return _as_in_plans(ask, text)


def _as_in_plans(ask: Ask, text: str) -> list[Unit]:
    registry = people.load_registry(ask.session)
    codes: dict[str, None] = {}
    for match in resolve(text, registry):
        found = fan_out(match.code, registry) if match.code else ()
        if not found:
            near = tuple(f"{code} ({registry.by_code[code].name})" for code, _ in match.guesses)
            raise UnitUnknown(text=match.part.text, guesses=near, look="danh sach chat")
        codes |= dict.fromkeys(found)
    if not codes:
        raise UnitUnknown(text=text, look="danh sach chat")
    return [people.unit_by_code(ask.session, code) for code in codes]
