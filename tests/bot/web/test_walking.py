import asyncio
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from bot.web.demo import Walk
from data.workdays import workdays
from locales import shell, words_for

VI = words_for("vi")
# Late in the evening of Friday 13/01 in London is early on Saturday in Hưng Yên.
SATURDAY = datetime(2023, 1, 13, 23, 30, tzinfo=UTC)


@dataclass
class Days:
    """A clock that goes where it is told, when it is let."""

    now: datetime = SATURDAY
    asked: list[date] = field(default_factory=list)
    may_arrive: asyncio.Event = field(default_factory=asyncio.Event)

    async def move_to(self, day: date) -> None:
        self.asked.append(day)
        await self.may_arrive.wait()
        self.now = datetime(day.year, day.month, day.day, tzinfo=UTC)


def walk(days: Days) -> Walk:
    return Walk(lambda: days.now, days.move_to, "Asia/Ho_Chi_Minh", workdays())


def test_days_are_those_of_the_zone() -> None:
    at = walk(Days())
    assert (at.today(), at.next_working_day(), at.next_week()) == (
        date(2023, 1, 14),
        date(2023, 1, 16),
        date(2023, 1, 21),
    )


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        (date(2023, 1, 11), VI.text(shell.PAST, day="14/01/2023")),
        (date(2023, 1, 14), VI.text(shell.PAST, day="14/01/2023")),
        (date(2023, 1, 15), ""),
        (date(2024, 1, 15), ""),
        (date(2024, 1, 16), VI.text(shell.TOO_FAR, day="15/01/2024")),
    ],
)
def test_where_one_cannot_go(day: date, refusal: str) -> None:
    assert walk(Days()).refusal(VI, day) == refusal


async def test_one_walk_at_a_time_and_how_far_it_has_come() -> None:
    days = Days()
    at = walk(days)
    assert (at.goal, at.done()) == (None, 1)

    async with asyncio.TaskGroup() as group:
        group.create_task(at.go(date(2023, 1, 24)))
        await asyncio.sleep(0)
        assert (at.goal, at.done()) == (date(2023, 1, 24), 0)
        days.now = datetime(2023, 1, 16, tzinfo=UTC)
        assert at.done() == 0.2
        await at.go(date(2023, 2, 28))
        days.may_arrive.set()

    assert (at.goal, at.done(), at.today(), days.asked) == (None, 1, date(2023, 1, 24), [date(2023, 1, 24)])


async def test_a_walk_that_fails_leaves_the_way_free() -> None:
    async def stumble(_: date) -> None:
        raise RuntimeError("the database is gone")

    at = Walk(lambda: SATURDAY, stumble, "Asia/Ho_Chi_Minh", workdays())
    with pytest.raises(RuntimeError, match="the database is gone"):
        await at.go(date(2023, 1, 16))
    assert at.goal is None
