"""The demo's way from day to day: one walk at a time, seen by every window that is open."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.workdays import Workdays
from locales import Words, shell

WEEK = timedelta(days=7)
FARTHEST = timedelta(days=366)


@dataclass(slots=True)
class Walk:
    """Where the demo's clock stands in `zone`, and where it is being moved to, if it is."""

    clock_now: Callable[[], datetime]
    move_to: Callable[[date], Awaitable[None]]
    zone: str
    workdays: Workdays
    left: date = field(default=date.min, init=False)
    goal: date | None = field(default=None, init=False)

    def now(self) -> datetime:
        """The moment it is, as the clock of `zone` shows it."""
        return self.clock_now().astimezone(ZoneInfo(self.zone))

    def today(self) -> date:
        """The day it is in `zone`."""
        return self.now().date()

    def next_working_day(self) -> date:
        """The first working day after today."""
        return self.workdays.shift(self.today(), 1)

    def next_week(self) -> date:
        """This day a week on."""
        return self.today() + WEEK

    def done(self) -> float:
        """How much of the walk lies behind, from 0 to 1; 1 while nobody walks."""
        if self.goal is None:
            return 1
        return min(1, (self.today() - self.left) / (self.goal - self.left))

    def refusal(self, words: Words, day: date) -> str:
        """Why one cannot go to `day`; empty where one can."""
        today = self.today()
        if day <= today:
            return words.text(shell.PAST, day=words.day(today))
        if day > today + FARTHEST:
            return words.text(shell.TOO_FAR, day=words.day(today + FARTHEST))
        return ""

    async def go(self, day: date) -> None:
        """Go to `day`; a walk that is under way goes on alone."""
        if self.goal is not None:
            return
        self.left, self.goal = self.today(), day
        try:
            await self.move_to(day)
        finally:
            self.goal = None
