"""Every rule of nagging, as one table of rungs, and the pure decision that reads it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.facts import OccurrenceForReminding
from data.kinds import Audience, Ladder, State
from data.period import month
from data.reminders import MISSED
from data.workdays import Workdays
from scheduler.slots import Policy

OVERDUE = ("+1", "+3", "weekly", "monthly")
A_MONTH = timedelta(days=31)
# The last day that every month has.
LAST_OF_ALL = 28

# Rungs that the lead unit hears, in the order of time; numbers are working days before (-) and after (+) the due day.
# On one day the one further right, which is nearer to the deadline, stays.
LADDERS: dict[Ladder, tuple[str, ...]] = {
    Ladder.DATED: ("opening", "-10", "-5", "-2", "0", *OVERDUE),
    Ladder.QUARTER: ("opening", "quarter-start", "-20", "-10", "-5", "-2", "0", *OVERDUE),
    Ladder.YEAR: ("opening", "mid-year", "-60", "-20", "year-end", "-5", "-2", "0", *OVERDUE),
    Ladder.EVENT: ("opening", "eve", "0", *OVERDUE),
    Ladder.STANDING: ("-5", "0", "+3", MISSED),
    Ladder.RECURRING: ("period-start", "-5", "0", *OVERDUE),
    Ladder.WEEKLY: ("0",),
    Ladder.CONDITIONAL: ("opening",),
    Ladder.UNSPECIFIED: ("ask",),
}
# What the other ears hear: Nội vụ of a day that is still to be set (and again when what the task waits for has been
# done), the coordinating units of every task, once.
ASKING = {Ladder.CONDITIONAL: ("ask",), Ladder.UNSPECIFIED: ("ask",)}
COORDINATING = ("opening",)
# Those of the unit's own rungs that its head hears too, and who follows the task up: what is still late on the third
# working day, and after.
HEAD = frozenset({"+3", "weekly", "monthly"})

# What a unit hears on the day until which it asked not to be reminded, where no other rung falls on it.
AGAIN = "again"
# How many working days a unit may put off what is overdue, and what has no day.
QUIET_OVERDUE = 5
QUIET_UNDATED = 20

# Check-ins that close as unreported after their grace instead of becoming overdue.
CLOSING = {Ladder.STANDING, Ladder.WEEKLY}

# "mid-year" and "year-end" come so many working days before the report windows end (Decree 09/2019/NĐ-CP, art. 12).
WINDOW_ENDS = {"mid-year": (6, 14), "year-end": (12, 14)}
BEFORE_WINDOW_ENDS = 5


@dataclass(frozen=True, slots=True)
class Said:
    """One Reminder to write for today. For Nội vụ's ears `unit_id` is the lead unit that it is about."""

    rung: str
    audience: Audience
    unit_id: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What is said today, the day on which to ask again, and whether the Occurrence closes or counts as accepted."""

    reminders: tuple[Said, ...] = ()
    next_day: date | None = None
    close: bool = False
    accept: bool = False


def decide(fact: OccurrenceForReminding, today: date, workdays: Workdays, policy: Policy) -> Decision:
    """What must be said of `fact` on `today`, the day of an open slot.

    Of the rungs due and not yet said only the last is said: downtime yields one catch-up. A check-in whose grace ended
    in a downtime says that one first and closes on the next working day.
    """
    if fact.state is State.DONE:
        return _accepting(fact, today, workdays, policy)
    if fact.unreported:
        return _once_more(fact, today, workdays, policy)
    if fact.state is not State.OPEN or fact.ladder is Ladder.UNREADABLE:
        return Decision()
    said: list[Said] = []
    ahead: list[date] = []
    # A report sent back has been told at once: what lies before it is not said again.
    heard_on = max(filter(None, (fact.heard_on, fact.returned_on)), default=None)
    for audience, units, rungs in _ears(fact):
        steps = _steps(rungs, fact, today, workdays, policy)
        if audience is Audience.UNIT:
            steps = _put_off(steps, fact, workdays)
        if audience is Audience.COORDINATOR and fact.freed_on is not None:
            steps[workdays.shift(fact.freed_on, 1)] = "ask"
        # Those who are still to be told of the task have heard nothing of it, whoever else has.
        heard = None if audience is Audience.COORDINATING_UNIT else heard_on
        pending = [day for day in steps if day <= today and (heard is None or day > heard)]
        if pending:
            said += [Said(steps[max(pending)], audience, unit) for unit in units]
        ahead += [day for day in steps if day > today]
    closing = _closing_day(fact, workdays, policy)
    if closing is not None:
        if closing <= today and not said:
            return replace(_once_more(fact, today, workdays, policy), close=True)
        ahead.append(max(closing, workdays.shift(today, 1)))
    return Decision(tuple(said), min(ahead, default=None))


def quiet_at_most(due_on: date | None, quiet_until: date | None, today: date, workdays: Workdays) -> date:
    """The last day until which a unit may put off being reminded: the due day, or tomorrow where that is today.

    What is overdue may be put off by `QUIET_OVERDUE` working days, and not again before they are over.
    """
    if due_on is None:
        return workdays.shift(today, QUIET_UNDATED)
    if today <= workdays.on_or_after(due_on):
        return max(workdays.on_or_before(due_on), workdays.shift(today, 1))
    if quiet_until is not None and quiet_until > today:
        return quiet_until
    return workdays.shift(today, QUIET_OVERDUE)


def _accepting(fact: OccurrenceForReminding, today: date, workdays: Workdays, policy: Policy) -> Decision:
    """What nobody has looked through in time counts as accepted; Nội vụ's own reports wait for nobody's look."""
    if fact.done_on is None or fact.of_office:
        return Decision()
    day = workdays.shift(fact.done_on, policy.accept_after_days + 1)
    return Decision(accept=True) if day <= today else Decision(next_day=day)


def _once_more(fact: OccurrenceForReminding, today: date, workdays: Workdays, policy: Policy) -> Decision:
    """What has closed unreported is asked for once more, where its ladder has that."""
    days = _days(MISSED, fact, today, workdays, policy) if MISSED in LADDERS[fact.ladder] else ()
    day = next(iter(days), None)
    if day is None or (fact.heard_on is not None and fact.heard_on >= day):
        return Decision()
    return Decision(next_day=day) if day > today else Decision((Said(MISSED, Audience.UNIT, fact.unit_id),))


def _closing_day(fact: OccurrenceForReminding, workdays: Workdays, policy: Policy) -> date | None:
    if fact.due_on is None or fact.ladder not in CLOSING:
        return None
    return _after(_grace_from(fact, fact.due_on), policy.grace_days + 1, workdays)


def _grace_from(fact: OccurrenceForReminding, due: date) -> date:
    """The day from which the patience with a check-in counts: a report sent back later gets all of it again."""
    return max(due, fact.returned_on or due) if fact.ladder in CLOSING else due


def _ears(fact: OccurrenceForReminding) -> Iterator[tuple[Audience, tuple[int, ...], tuple[str, ...]]]:
    """Who hears: the role, the units, and their rungs."""
    ladder = _ladder(fact)
    yield Audience.UNIT, (fact.unit_id,), LADDERS[ladder]
    if fact.has_head:
        yield Audience.HEAD, (fact.unit_id,), tuple(rung for rung in LADDERS[ladder] if rung in HEAD)
    if fact.coordinating:
        yield Audience.COORDINATING_UNIT, fact.coordinating, COORDINATING
    if fact.monitoring:
        yield Audience.MONITORING_UNIT, fact.monitoring, tuple(rung for rung in LADDERS[ladder] if rung in HEAD)
    if ladder in ASKING:
        yield Audience.COORDINATOR, (fact.unit_id,), ASKING[ladder]


def _ladder(fact: OccurrenceForReminding) -> Ladder:
    """The ladder that holds today: a day that has been set makes a task dated, one that is missing is asked for."""
    if fact.due_on is None:
        return fact.ladder if fact.ladder in ASKING else Ladder.UNSPECIFIED
    return Ladder.DATED if fact.ladder in ASKING else fact.ladder


def _steps(
    rungs: tuple[str, ...], fact: OccurrenceForReminding, today: date, workdays: Workdays, policy: Policy
) -> dict[date, str]:
    """The days on which rungs fall, from the opening to the first one beyond `today` at least."""
    opening = workdays.on_or_after(fact.opens_on)
    return {day: rung for rung in rungs for day in _days(rung, fact, today, workdays, policy) if day >= opening}


def _put_off(steps: dict[date, str], fact: OccurrenceForReminding, workdays: Workdays) -> dict[date, str]:
    """The steps of a unit that asked for quiet: none before the day it named, and one on it for all that was left."""
    if fact.quiet_until is None:
        return steps
    first = workdays.on_or_after(fact.quiet_until)
    return {first: AGAIN} | {day: rung for day, rung in steps.items() if day >= first}


def _days(rung: str, fact: OccurrenceForReminding, today: date, workdays: Workdays, policy: Policy) -> Iterator[date]:
    opening = workdays.on_or_after(fact.opens_on)
    due = fact.due_on or fact.opens_on  # ladders without a due day have no rung that asks for it
    match rung:
        case "opening":
            yield opening
        case "ask":
            yield opening
            yield from _month_starts(opening, today, workdays)
        case "quarter-start" | "period-start":
            yield from _while_time(workdays.on_or_after(fact.starts_on), due, workdays)
        case "mid-year" | "year-end":
            window_end = date(due.year, *WINDOW_ENDS[rung])
            yield from _while_time(_before(window_end, BEFORE_WINDOW_ENDS, workdays), due, workdays)
        case "eve":
            yield workdays.on_or_before(due - timedelta(days=1))
        case "missed":
            yield from _month_after(fact, due, workdays)
        case "weekly":
            yield from _mondays(due, workdays, policy)
        case "monthly":
            yield from _month_starts(_weekly_until(due, workdays, policy), today, workdays)
        case _:
            count = int(rung)
            yield _after(_grace_from(fact, due), count, workdays) if count > 0 else _before(due, -count, workdays)


def _before(day: date, count: int, workdays: Workdays) -> date:
    return workdays.shift(workdays.on_or_before(day), -count)


def _after(day: date, count: int, workdays: Workdays) -> date:
    return workdays.shift(workdays.on_or_after(day), count)


def _month_after(fact: OccurrenceForReminding, due: date, workdays: Workdays) -> Iterator[date]:
    """A month after a quarter's last day; a shorter period is followed by the next before that."""
    if due - fact.starts_on > A_MONTH:
        later = month(due.year, due.month).end
        yield workdays.on_or_after(later.replace(day=min(due.day, LAST_OF_ALL)))


def _while_time(day: date, due: date, workdays: Workdays) -> Iterator[date]:
    """`day`, unless the due day has ended by then."""
    if day <= workdays.on_or_after(due):
        yield day


def _weekly_until(due: date, workdays: Workdays, policy: Policy) -> date:
    return workdays.on_or_after(due) + timedelta(weeks=policy.overdue_weeks)


def _mondays(due: date, workdays: Workdays, policy: Policy) -> Iterator[date]:
    """Each Monday after the rung +3, or the next working day, while the weekly rungs last."""
    third = _after(due, 3, workdays)
    monday = third + timedelta(days=7 - third.weekday())
    while monday <= _weekly_until(due, workdays, policy):
        yield workdays.on_or_after(monday)
        monday += timedelta(weeks=1)


def _month_starts(after: date, today: date, workdays: Workdays) -> Iterator[date]:
    """The first working day of each month that follows the month of `after`, up to the first beyond `today`."""
    first = month(after.year, after.month).end
    while (day := workdays.on_or_after(first)) <= today:
        yield day
        first = month(first.year, first.month).end
    yield day
