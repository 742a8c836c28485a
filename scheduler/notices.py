"""Notices: one event told at once within office hours, or else with the next slot; each chat hears it once."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from data import outbox
from data.kinds import Role
from data.model import Address
from data.notices import Notice, to_record
from data.office import pending
from data.people import addressing
from data.store import Session
from data.workdays import Workdays
from scheduler.slots import Policy, local_day, may_push, next_slot

# A notice that could not be said for so long is old news.
LASTS = timedelta(days=5)


def tell(
    session: Session,
    addresses: Iterable[Address],
    notice: Notice,
    *,
    now: datetime,
    policy: Policy,
    workdays: Workdays,
) -> int:
    """Put a notice for each chat among `addresses`; give how many are new: told twice, it is heard once."""
    due_at = now if may_push(now, policy, workdays) else next_slot(now, policy, workdays).opens_at
    chats = {(address.bot, address.chat_id): address for address in addresses}
    return sum(
        outbox.put_notice(
            session,
            address,
            notice.key,
            to_record(notice),
            day=local_day(due_at, policy),
            due_at=due_at,
            expires_at=due_at + LASTS,
        )
        for address in chats.values()
    )


def chats_of_units(session: Session, unit_ids: Iterable[int]) -> list[Address]:
    """The one chat in which each of these units is spoken to."""
    return list(addressing.preferred_addresses(session, unit_ids).values())


def chats_of_coordinators(session: Session) -> list[Address]:
    """Nội vụ's chats."""
    return addressing.live_addresses(session, (Role.COORDINATOR,))


def catch_up(
    session: Session, addresses: Iterable[Address], *, now: datetime, policy: Policy, workdays: Workdays
) -> None:
    """Tell Nội vụ's chats among these, which can be written to from now on, what waited for one."""
    chats = [address for address in addresses if address.role is Role.COORDINATOR]
    if not chats:
        return
    for each in pending.untold(session):
        tell(session, chats, each, now=now, policy=policy, workdays=workdays)
