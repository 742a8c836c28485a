"""Opening a plan's Occurrences: those that should exist by now are written, what an amendment changed is followed."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime

from data import occurrences
from data.deadline import Deadline
from data.model import Plan, Task
from data.office import handing_over
from data.store import Session
from scheduler import periods
from scheduler.slots import Policy, local_day


def open_next(session: Session, now: datetime, policy: Policy) -> bool:
    """Open what should exist by now of one plan that must be looked after; say whether there was one."""
    plan = next(iter(occurrences.plans_to_open(session, local_day(now, policy))), None)
    if plan is None:
        return False
    _open(session, plan, now, policy)
    return True


def open_changed(session: Session, now: datetime, policy: Policy) -> None:
    """Open what should exist by now of the plans that have been changed: what was changed is true at once.

    What a new day brings is left to the tick.
    """
    session.flush()
    for plan in occurrences.changed_plans(session):
        _open(session, plan, now, policy)


def _open(session: Session, plan: Plan, now: datetime, policy: Policy) -> None:
    today = local_day(now, policy)
    there = occurrences.existing_occurrences(session, plan.id or 0)
    inherited = handing_over.settled_by_predecessors(session, plan.id or 0)
    year = _year_of(plan, local_day(plan.switched_on_at or now, policy))
    past: dict[int, list[occurrences.Expected]] = defaultdict(list)
    ahead = [date.max]
    for task, assignment in occurrences.lead_assignments(session, plan.id or 0):
        if assignment.id in there and Deadline.from_record(task.deadline).is_unreadable:
            continue  # what stands holds: a deadline that cannot be read moves no day, and takes nothing back
        settled = inherited.get(assignment.id or 0, frozenset())
        begun = [each for each in year(task) if each.opens_on <= today and each.key not in settled]
        ahead += [each.opens_on for each in year(task) if each.opens_on > today]
        new = occurrences.bring_in_line(session, assignment.id or 0, begun, there.get(assignment.id or 0, {}), now)
        past[task.id or 0] += [each for each in new if each.past]
    occurrences.ask_about_past(session, plan.id or 0, past, now)
    plan.opens_next_on = min(ahead)
    session.add(plan)


def _year_of(plan: Plan, switched_on: date) -> Callable[[Task], tuple[occurrences.Expected, ...]]:
    """What is expected of each task of a plan in all its time, worked out once for all who lead it."""
    known: dict[int | None, tuple[occurrences.Expected, ...]] = {}

    def of(task: Task) -> tuple[occurrences.Expected, ...]:
        if task.id not in known:
            deadline = Deadline.from_record(task.deadline)
            known[task.id] = periods.expected(
                deadline, year=plan.year, checkin=plan.checkin, switched_on=switched_on, today=date.max
            )
        return known[task.id]

    return of
