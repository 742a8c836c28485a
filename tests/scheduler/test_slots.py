"""When chats may hear something, in local time and on working days."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from data.workdays import workdays
from scheduler.slots import Policy, Slot, local_day, may_push, next_slot, open_slot, slot_of

POLICY = Policy()
CALENDAR = workdays()


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def test_a_slot_is_kept_in_utc() -> None:
    slot = slot_of(date(2023, 1, 11), POLICY)
    assert slot == Slot(
        date(2023, 1, 11), datetime(2023, 1, 11, 0, 30, tzinfo=UTC), datetime(2023, 1, 11, 11, 0, tzinfo=UTC)
    )
    assert (slot.opens_at.tzinfo, slot.closes_at.tzinfo) == (UTC, UTC)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2023-01-11T07:29:59", None),
        ("2023-01-11T07:30:00", date(2023, 1, 11)),
        ("2023-01-11T17:59:59", date(2023, 1, 11)),
        ("2023-01-11T18:00:00", None),
        ("2023-01-14T09:00:00", None),  # Saturday
        ("2023-01-23T09:00:00", None),  # Tết
        ("2024-05-04T09:00:00", date(2024, 5, 4)),  # a worked Saturday
    ],
)
def test_the_slot_one_is_in(now: str, day: date | None) -> None:
    assert open_slot(local(now), POLICY, CALENDAR) == (slot_of(day, POLICY) if day else None)


@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("2023-01-11T00:10:00", date(2023, 1, 11)),
        ("2023-01-11T07:29:59", date(2023, 1, 11)),
        ("2023-01-11T07:30:00", date(2023, 1, 12)),
        ("2023-01-13T12:00:00", date(2023, 1, 16)),  # over a weekend
        ("2023-01-19T12:00:00", date(2023, 1, 27)),  # over Tết
        ("2023-01-22T05:00:00", date(2023, 1, 27)),
    ],
)
def test_the_slot_that_opens_next(after: str, day: date) -> None:
    assert next_slot(local(after), POLICY, CALENDAR) == slot_of(day, POLICY)


@pytest.mark.parametrize(
    ("now", "may"),
    [
        ("2023-01-11T06:59:59", False),
        ("2023-01-11T07:00:00", True),
        ("2023-01-11T17:59:59", True),
        ("2023-01-11T18:00:00", False),
        ("2023-01-14T09:00:00", False),
        ("2024-05-04T09:00:00", True),
    ],
)
def test_notices_go_within_hours(now: str, may: bool) -> None:
    assert may_push(local(now), POLICY, CALENDAR) is may


def test_the_day_is_the_office_s() -> None:
    late_in_utc = datetime(2023, 1, 10, 17, 0, tzinfo=UTC)
    assert local_day(late_in_utc, POLICY) == date(2023, 1, 11)
    assert local_day(late_in_utc, Policy(zone="Europe/Paris")) == date(2023, 1, 10)


def test_the_hours_are_the_policy_s() -> None:
    early = Policy(digest_at=time(6, 45), push_from=time(6, 30))
    now = local("2023-01-11T06:45:00")
    assert open_slot(now, early, CALENDAR) == Slot(
        date(2023, 1, 11), now.astimezone(UTC), datetime(2023, 1, 11, 11, 0, tzinfo=UTC)
    )
    assert may_push(now, early, CALENDAR)
