"""The tick: open what should exist, decide what is due, put one digest per chat; in short transactions.

Nothing here depends on being called at a certain minute: it asks what is due and not yet said.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime

from data import occurrences, outbox, reminders
from data.deadline import Deadline
from data.kinds import Audience, Role
from data.model import Plan, Reminder, Task
from data.office import handing_over, switching_over
from data.people import addressing, ways
from data.plans import importing
from data.plans.drafts import PlanDraft
from data.record import Actor
from data.store import Session, Store
from data.workdays import Workdays
from scheduler import periods
from scheduler.reminding import decide
from scheduler.slots import Policy, Slot, local_day, open_slot, slot_of

BATCH = 200


def tick(store: Store, now: datetime, policy: Policy, workdays: Workdays) -> bool:
    """One round of steps 2-5 of a reminder's way; say whether it should be called again at once.

    1. Withdraw what was not sent while it mattered; what cannot go out by one channel goes by the other.
    2. Open the Occurrences that should exist by today.
    3. Within the slot: decide a batch of those whose time has come, and write their Reminders.
    4. When all are decided: put one digest per chat.
    """
    with store.transaction() as session:
        outbox.expire(session, now)
        ways.give_over(session, now)
    if _open_one_plan(store, now, policy):
        return True
    slot = open_slot(now, policy, workdays)
    if slot is None:
        return False
    if _decide_batch(store, slot, now, policy, workdays):
        return True
    with store.transaction() as session:
        _put_unit_digests(session, slot, now)
        _put_head_digests(session, slot, now)
        _put_coordinator_digests(session, slot, now)
    return False


def run(store: Store, now: datetime, policy: Policy, workdays: Workdays) -> None:
    """Tick until nothing more is due at `now`."""
    while tick(store, now, policy, workdays):
        pass


def _open_one_plan(store: Store, now: datetime, policy: Policy) -> bool:
    with store.transaction() as session:
        return open_next(session, now, policy)


def _decide_batch(store: Store, slot: Slot, now: datetime, policy: Policy, workdays: Workdays) -> bool:
    with store.transaction() as session:
        due = reminders.due(session, now, BATCH)
        decided: list[Reminder] = []
        for fact, occurrence in due:
            decision = decide(fact, slot.day, workdays, policy)
            decided += [
                Reminder(
                    occurrence_id=fact.id, day=slot.day, rung=said.rung, unit_id=said.unit_id, audience=said.audience
                )
                for said in decision.reminders
            ]
            if decision.close:
                occurrences.close_unreported(session, occurrence, now)
            elif decision.accept:
                occurrences.accept_by_itself(session, occurrence, now)
            occurrence.remind_at = slot_of(decision.next_day, policy).opens_at if decision.next_day else None
            session.add(occurrence)
        reminders.write(session, decided)
    return len(due) == BATCH


def _put_unit_digests(session: Session, slot: Slot, now: datetime) -> None:
    waiting = reminders.waiting(session, reminders.UNIT_AUDIENCES)
    if not waiting:
        return
    addresses = addressing.preferred_addresses(session, waiting).values()
    for address, message in outbox.put(session, addresses, slot.day, now, slot.closes_at):
        reminders.link(session, message, waiting[address.unit_id])


def _put_head_digests(session: Session, slot: Slot, now: datetime) -> None:
    """Every chat of a unit's head gets its digest; several of one unit hear the same."""
    heads = addressing.live_addresses(session, (Role.HEAD,))
    waiting = reminders.waiting(session, (Audience.HEAD,)) if heads else {}
    heads = ways.untold(session, [address for address in heads if address.unit_id in waiting], slot.day)
    for address, message in outbox.put(session, heads, slot.day, now, slot.closes_at):
        reminders.link(session, message, waiting[address.unit_id])


def _put_coordinator_digests(session: Session, slot: Slot, now: datetime) -> None:
    """Every coordinator's chat gets its digest; one with nothing to say is withdrawn when it is composed."""
    asked = [each for group in reminders.waiting(session, (Audience.COORDINATOR,)).values() for each in group]
    offices = ways.untold(session, addressing.live_addresses(session, (Role.COORDINATOR,)), slot.day)
    for _, message in outbox.put(session, offices, slot.day, now, slot.closes_at):
        reminders.link(session, message, asked)


# Opening a plan's Occurrences: those that should exist by now are written, what an amendment changed is followed.


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


def take_up(session: Session, draft: PlanDraft, source: str, actor: Actor, now: datetime, policy: Policy) -> None:
    """Write a plan, switch it on and open it; what its file, the `source`, says of the work is put on record."""
    plan = importing.save(session, draft, now, policy.zone)
    importing.switch_on(session, plan, now)
    open_changed(session, now, policy)
    switching_over.record_kept(session, plan, draft, source, actor, now)


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
    runs = periods.runs(plan.title, plan.year)

    def of(task: Task) -> tuple[occurrences.Expected, ...]:
        if task.id not in known:
            deadline = Deadline.from_record(task.deadline)
            known[task.id] = periods.expected(
                deadline, runs=runs, checkin=plan.checkin, switched_on=switched_on, today=date.max
            )
        return known[task.id]

    return of
