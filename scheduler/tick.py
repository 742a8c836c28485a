"""The tick: open what should exist, decide what is due, put one digest per chat; in short transactions.

Nothing here depends on being called at a certain minute: it asks what is due and not yet said.
"""

from datetime import datetime

from data import occurrences, outbox, reminders
from data.kinds import Audience, Role
from data.model import Reminder
from data.people import addressing
from data.store import Session, Store
from data.workdays import Workdays
from scheduler import opening
from scheduler.reminding import decide
from scheduler.slots import Policy, Slot, open_slot, slot_of

BATCH = 200


def tick(store: Store, now: datetime, policy: Policy, workdays: Workdays) -> bool:
    """One round of steps 2-5 of a reminder's way; say whether it should be called again at once.

    1. Withdraw what was not sent while it mattered.
    2. Open the Occurrences that should exist by today.
    3. Within the slot: decide a batch of those whose time has come, and write their Reminders.
    4. When all are decided: put one digest per chat.
    """
    with store.transaction() as session:
        outbox.expire(session, now)
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
        return opening.open_next(session, now, policy)


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
            occurrence.remind_at = slot_of(decision.next_day, policy).opens_at if decision.next_day else None
            session.add(occurrence)
            if decision.close:
                occurrences.close_unreported(session, occurrence, now)
            elif decision.accept:
                occurrences.accept_by_itself(session, occurrence, now)
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
    heads = [address for address in heads if address.unit_id in waiting]
    for address, message in outbox.put(session, heads, slot.day, now, slot.closes_at):
        reminders.link(session, message, waiting[address.unit_id])


def _put_coordinator_digests(session: Session, slot: Slot, now: datetime) -> None:
    """Every coordinator's chat gets its digest; one with nothing to say is withdrawn when it is composed."""
    asked = [each for group in reminders.waiting(session, (Audience.COORDINATOR,)).values() for each in group]
    offices = addressing.live_addresses(session, (Role.COORDINATOR,))
    for _, message in outbox.put(session, offices, slot.day, now, slot.closes_at):
        reminders.link(session, message, asked)
