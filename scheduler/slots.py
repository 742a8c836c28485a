"""When chats may hear something: one digest slot per working day, and the hours in which notices may go."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from data.period import GRACE_DAYS
from data.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Policy:
    """What an office may settle about its hours and its patience; times are local times of `zone`.

    `grace_days` and `accept_after_days` are working days: how long a missed check-in stays open, and how long a report
    waits before it counts as accepted. `overdue_weeks` is how long a late task is recalled each week. `evidence_limit`
    is how many files one report takes.
    """

    zone: str = "Asia/Ho_Chi_Minh"
    digest_at: time = time(7, 30)
    digest_until: time = time(18, 0)
    push_from: time = time(7, 0)
    push_until: time = time(18, 0)
    grace_days: int = GRACE_DAYS
    accept_after_days: int = 10
    overdue_weeks: int = 8
    evidence_limit: int = 20


@dataclass(frozen=True, slots=True)
class Slot:
    """The stretch [opens_at, closes_at) of a local `day` in which its digest is said; both moments aware, UTC."""

    day: date
    opens_at: datetime
    closes_at: datetime


def slot_of(day: date, policy: Policy) -> Slot:
    """The digest slot of `day`, whether it is worked or not."""
    return Slot(day, _moment(day, policy.digest_at, policy), _moment(day, policy.digest_until, policy))


def open_slot(now: datetime, policy: Policy, workdays: Workdays) -> Slot | None:
    """The slot in which `now` lies; None outside its hours and on days off."""
    slot = slot_of(local_day(now, policy), policy)
    if slot.opens_at <= now < slot.closes_at and workdays.is_working(slot.day):
        return slot
    return None


def next_slot(after: datetime, policy: Policy, workdays: Workdays) -> Slot:
    """The first slot that opens later than `after`."""
    day = workdays.on_or_after(local_day(after, policy))
    slot = slot_of(day, policy)
    if slot.opens_at > after:
        return slot
    return slot_of(workdays.on_or_after(day + timedelta(days=1)), policy)


def may_push(now: datetime, policy: Policy, workdays: Workdays) -> bool:
    """Whether a notice may go at `now`: within the hours of a working day."""
    local = now.astimezone(ZoneInfo(policy.zone))
    return policy.push_from <= local.time() < policy.push_until and workdays.is_working(local.date())


def local_day(now: datetime, policy: Policy) -> date:
    """The day it is in the office's zone at `now`."""
    return now.astimezone(ZoneInfo(policy.zone)).date()


def day_begins(day: date, policy: Policy) -> datetime:
    """The moment at which `day` begins in the office's zone, aware, UTC."""
    return _moment(day, time.min, policy)


def _moment(day: date, at: time, policy: Policy) -> datetime:
    return datetime.combine(day, at, tzinfo=ZoneInfo(policy.zone)).astimezone(UTC)
