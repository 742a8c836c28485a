"""Đôn đốc: who has not reported, and urging units, one message for each with all that it owes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.handlers import choosing, overseeing
from bot.talk import Ask
from data import people, views
from data.errors import NotLeading, NumberMissing, TaskUnknown
from data.facts import OccurrenceFact
from data.model import Address, Role, State, Unit
from data.outbox import Outgoing
from data.overseeing import urging
from data.period import Period
from data.text import fold
from data.typed import naming, running
from data.typed.argument import read_argument
from data.typed.days import period_first
from locales.replies import urging as replies
from scheduler import notices
from scheduler.slots import day_begins, may_push, next_slot

# What falls due within so many working days may be urged.
_NEAR = 5
_ANYHOW = ("van gui", "van don doc", "van nhac", "anyhow")
_OVERDUE = frozenset({"qua han", "tre han", "cham han", "viec qua han", "cac viec qua han", "overdue"})


def missing(ask: Ask) -> Sequence[Outgoing]:
    """`chua bao 1`: who has not reported a task in the periods past or nearly over; else in the one that runs."""

    def card(number: str) -> Outgoing:
        task = choosing.task_of(ask, number)
        if not overseeing.may_see(ask, task.plan):
            raise TaskUnknown(number=number)
        facts = views.occurrences(ask.session, views.of_task(task.id))
        awaited = running.awaited(facts, ask.today)
        near = [fact for fact in awaited if _is_near(ask, fact)]
        shown = near or awaited
        keys = {fact.key for fact in shown or running.running(facts, ask.today)}
        reported = [fact for fact in facts if fact.key in keys and fact.state in overseeing.REPORTED]
        if not shown and not reported:
            return replies.nobody_to_urge(ask.words, [number], (), ask.today)
        may_urge = bool(near) and any(seat.role is Role.COORDINATOR for seat in ask.seats)
        return replies.missing(ask.words, shown, reported, ask.today, ask.workdays, may_urge=may_urge)

    return choosing.of_each(ask, read_argument(ask.argument).numbers, card, choosing.MOST_SHOWN)


def urge(ask: Ask) -> Sequence[Outgoing]:
    """`don doc 10`, `don doc 1 P-LL X-TN`, `don doc P-LL`, `don doc qua han`: urge those who owe it.

    What is neither past nor nearly due is urged only where it is said so: `don doc 1 quy 2`, `don doc 9 van gui`.
    """
    if fold(ask.argument) in _OVERDUE:
        return (_sent(ask, overseeing.overdue_facts(ask), (), ()),)
    argument = read_argument(ask.argument)
    if not argument.numbers and not argument.note:
        raise NumberMissing(command=ask.command)
    if not argument.numbers:
        units = naming.units_named(ask.session, argument.note)
        late = overseeing.overdue_facts(ask)
        return (_sent(ask, [fact for fact in late if fact.unit.id in {unit.id for unit in units}], (), units),)
    wanted = _wanted(ask, argument.note)
    owed = [fact for number in argument.numbers for fact in _owed(ask, number, wanted)]
    now = [fact for fact in owed if wanted.anyhow or _is_near(ask, fact)]
    if owed and not now:
        return (replies.not_yet_due(ask.words, owed, [unit.code for unit in wanted.units], ask.today, ask.workdays),)
    return (_sent(ask, now, argument.numbers, wanted.units),)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Whom to urge, of which period if one is named; `anyhow` though it is not due yet."""

    units: Sequence[Unit]
    period: Period | None
    anyhow: bool


def _wanted(ask: Ask, note: str) -> _Wanted:
    """What stands behind the numbers: "quý 2", "P-LL, X-TN", "vẫn gửi", in this order."""
    period, rest = period_first(note, ask.today.year)
    folded = fold(rest)
    anyhow = next((words for words in _ANYHOW if folded.endswith(words)), "")
    rest = " ".join(rest.split()[: len(folded.split()) - len(anyhow.split())])
    units = naming.units_named(ask.session, rest) if rest else []
    return _Wanted(units, period, bool(anyhow or period))


def _is_near(ask: Ask, fact: OccurrenceFact) -> bool:
    """Whether its day has come, or is so near that one may urge it."""
    return fact.due_on is not None and (fact.due_on <= ask.today or ask.workdays.until(ask.today, fact.due_on) <= _NEAR)


def _owed(ask: Ask, number: str, wanted: _Wanted) -> Sequence[OccurrenceFact]:
    """The first that each unit owes of a task, or of the period named; of the named units alone, if any."""
    facts = views.occurrences(ask.session, views.of_task(choosing.task_of(ask, number).id))
    leading = {fact.unit.id for fact in facts}
    for unit in wanted.units:
        if unit.id not in leading:
            raise NotLeading(number=number, unit=unit.name)
    named = {unit.id for unit in wanted.units} or leading
    awaited = running.awaited(facts, ask.today)
    if wanted.period is not None:
        key = wanted.period.key
        awaited = tuple(fact for fact in facts if fact.state is State.OPEN and fact.key.partition(".")[0] == key)
    first: dict[int, OccurrenceFact] = {}
    for fact in sorted(awaited, key=lambda fact: fact.starts_on):
        first.setdefault(fact.unit.id, fact)
    return [fact for unit_id, fact in first.items() if unit_id in named]


def _sent(ask: Ask, owed: Iterable[OccurrenceFact], numbers: Sequence[str], units: Sequence[Unit]) -> Outgoing:
    """Urge the units of what they owe, but of no task twice a day; say who hears, who cannot, who has heard."""
    told = urging.urged_since(ask.session, day_begins(ask.today, ask.policy))
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
