"""Báo chung: a lead offers its report for all leads of a task; Nội vụ has it count for them."""

from collections.abc import Mapping, Sequence

from bot.handlers import choosing
from bot.talk import Ask
from data import assigned, joint, naming
from data.errors import TaskUnknown
from data.facts import OccurrenceFact, TaskFact
from data.model import Address, Role
from data.outbox import Outgoing
from locales.replies import sharing as replies
from scheduler import notices


def share(ask: Ask) -> Sequence[Outgoing]:
    """`bao chung 4`: a lead offers its report to Nội vụ for all leads. `bao chung 4 VP`: Nội vụ agrees."""
    number, words = choosing.one_number(ask)
    if words.strip() and any(seat.role is Role.COORDINATOR for seat in ask.seats):
        return (_agree(ask, number, words),)
    seat, task = choosing.led_task(ask, number)
    own, _ = joint.shared(ask.session, task, seat.unit.id)
    change = joint.offer(ask.session, own.id, choosing.actor_of(ask, seat), ask.now)
    chats = notices.chats_of_coordinators(ask.session)
    _tell(ask, chats, f"joint-offer:{change}", "joint_offered", {"occurrences": [own.id]})
    return (replies.offered(ask.words, own, ask.today),)


def _agree(ask: Ask, number: str, words: str) -> Outgoing:
    unit, _ = naming.unit_leading(ask.session, words)
    own, others = joint.shared(ask.session, _task(ask, number), unit.id or 0)
    seat = next(seat for seat in ask.seats if seat.role is Role.COORDINATOR)
    note = replies.note(ask.words, own)
    joint.report_for_all(ask.session, own, others, note, choosing.actor_of(ask, seat), ask.now)
    for fact in others:
        _tell_unit(ask, own, fact)
    return replies.agreed(ask.words, own, [fact.unit for fact in others], ask.today)


def _task(ask: Ask, number: str) -> TaskFact:
    for task in assigned.find_tasks(ask.session, number):
        return task
    raise TaskUnknown(number=number)


def _tell_unit(ask: Ask, own: OccurrenceFact, fact: OccurrenceFact) -> None:
    chats = notices.chats_of_units(ask.session, [fact.unit.id])
    facts = {"occurrences": [fact.id], "by": own.unit.name}
    _tell(ask, chats, f"joint:{fact.id}:{ask.now.isoformat()}", "joint_reported", facts)


def _tell(ask: Ask, chats: Sequence[Address], event: str, kind: str, facts: Mapping[str, object]) -> None:
    notices.tell(ask.session, chats, event, kind, facts, now=ask.now, policy=ask.policy, workdays=ask.workdays)
