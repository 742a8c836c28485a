"""Đôn đốc: who has not reported, and urging units, one message for each with all that it owes."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from bot.handlers import choosing, overseeing
from bot.talk import Ask
from data import naming, people, running, urging, views
from data.errors import NotLeading, NumberMissing, TaskUnknown
from data.facts import OccurrenceFact
from data.model import Address, Role, Unit
from data.outbox import Outgoing
from data.text import fold
from locales.replies import urging as replies
from scheduler import notices
from scheduler.slots import may_push, next_slot

_OVERDUE = frozenset({"qua han", "tre han", "cham han", "viec qua han", "cac viec qua han", "overdue"})


def missing(ask: Ask) -> Sequence[Outgoing]:
    """`chua bao 1`: who has not reported a task in the period that runs, and in those that are past."""

    def card(number: str) -> Outgoing:
        task = choosing.task_of(ask, number)
        if not overseeing.may_see(ask, task.plan):
            raise TaskUnknown(number=number)
        facts = views.occurrences(ask.session, views.of_task(task.id))
        owed = running.awaited(facts, ask.today)
        reported = [fact for fact in running.running(facts, ask.today) if fact.state in overseeing.REPORTED]
        if not owed and not reported:
            return replies.nobody_to_urge(ask.words, [number], (), ask.today)
        may_urge = any(seat.role is Role.COORDINATOR for seat in ask.seats)
        return replies.missing(ask.words, owed, reported, ask.today, ask.workdays, may_urge=may_urge)

    return choosing.of_each(ask, choosing.read_argument(ask.argument).numbers[:5], card)


def urge(ask: Ask) -> Sequence[Outgoing]:
    """`don doc 10`, `don doc 1 P-LL X-TN`, `don doc P-LL`, `don doc qua han`: urge those who owe it."""
    if fold(ask.argument) in _OVERDUE:
        return (_sent(ask, overseeing.overdue_facts(ask), (), ()),)
    argument = choosing.read_argument(ask.argument)
    if not argument.numbers and not argument.note:
        raise NumberMissing(command=ask.command)
    units = naming.units_named(ask.session, argument.note) if argument.note else []
    if not argument.numbers:
        late = overseeing.overdue_facts(ask)
        return (_sent(ask, [fact for fact in late if fact.unit.id in {unit.id for unit in units}], (), units),)
    owed = [fact for number in argument.numbers for fact in _owed(ask, number, units)]
    return (_sent(ask, owed, argument.numbers, units),)


def _owed(ask: Ask, number: str, units: Sequence[Unit]) -> Sequence[OccurrenceFact]:
    """The first that each unit owes of a task; of the named units alone, if any are named."""
    facts = views.occurrences(ask.session, views.of_task(choosing.task_of(ask, number).id))
    leading = {fact.unit.id for fact in facts}
    for unit in units:
        if unit.id not in leading:
            raise NotLeading(number=number, unit=unit.name)
    named = {unit.id for unit in units} or leading
    first: dict[int, OccurrenceFact] = {}
    for fact in sorted(running.awaited(facts, ask.today), key=lambda fact: fact.starts_on):
        first.setdefault(fact.unit.id, fact)
    return [fact for unit_id, fact in first.items() if unit_id in named]


def _sent(ask: Ask, owed: Iterable[OccurrenceFact], numbers: Sequence[str], units: Sequence[Unit]) -> Outgoing:
    """Urge the units of what they owe, but of no task twice a day; say who hears, who cannot, who has heard."""
    told = urging.urged_since(ask.session, _midnight(ask))
    by_unit: dict[int, list[OccurrenceFact]] = {}
    before: list[OccurrenceFact] = []
    for fact in owed:
        if (fact.unit.id, fact.task.id) in told:
            before.append(fact)
        else:
            by_unit.setdefault(fact.unit.id, []).append(fact)
    if not by_unit and not before:
        return replies.nobody_to_urge(ask.words, numbers, [unit.name for unit in units], ask.today)
    chats = people.preferred_addresses(ask.session, by_unit)
    for unit_id, facts in by_unit.items():
        _tell(ask, chats.get(unit_id), facts)
    return replies.urged(
        ask.words,
        [fact for unit_id, facts in by_unit.items() if unit_id in chats for fact in facts],
        [fact for unit_id, facts in by_unit.items() if unit_id not in chats for fact in facts],
        before,
        later=None if _may_push(ask) else next_slot(ask.now, ask.policy, ask.workdays).opens_at,
        today=ask.today,
        workdays=ask.workdays,
    )


def _tell(ask: Ask, chat: Address | None, facts: Sequence[OccurrenceFact]) -> None:
    """Put the notice to a unit, where it has a chat, and record that it is urged."""
    actor = choosing.actor_of(ask, ask.seat)
    if chat is None:
        urging.record_urging(ask.session, facts, None, actor, ask.now)
        return
    # Of a task no unit is urged twice a day, so no other urging of the day begins with the same Occurrence.
    event = f"urge:{ask.today.isoformat()}:{min(fact.id for fact in facts)}"
    notices.tell(
        ask.session,
        [chat],
        event,
        "urged",
        {"occurrences": [fact.id for fact in facts]},
        now=ask.now,
        policy=ask.policy,
        workdays=ask.workdays,
    )
    urging.record_urging(ask.session, facts, event, actor, ask.now)


def _may_push(ask: Ask) -> bool:
    return may_push(ask.now, ask.policy, ask.workdays)


def _midnight(ask: Ask) -> datetime:
    return datetime.combine(ask.today, time.min, tzinfo=ZoneInfo(ask.policy.zone)).astimezone(UTC)
