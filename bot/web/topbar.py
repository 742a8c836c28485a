"""The page's top bar: the name, the demo's day, and the ways to a later one."""

from collections.abc import Callable
from datetime import date

from nicegui import ui

from bot.web.walking import Walk
from locales import Words, shell


class TopBar:
    """The name, the demo's day, and the ways to a later one."""

    def __init__(self, words: Words, walk: Walk) -> None:
        self.words, self.walk, self.refused = words, walk, ""
        with ui.element("header").classes("top"):
            ui.label(words.text(shell.NAME)).classes("name").props("role=heading aria-level=1")
            self.status = ui.label().classes("status").props("role=status")
            with ui.element("div").classes("days"):
                self._calendar()
                self.steps = [
                    self._step(shell.NEXT_WORKING_DAY, walk.next_working_day),
                    self._step(shell.NEXT_WEEK, walk.next_week),
                ]
            self.bar = ui.linear_progress(0, show_value=False, color=None).props("instant-feedback")
        self.refresh()

    def refresh(self) -> None:
        """The day as it is now, and how far the walk has come."""
        now, goal = self.walk.now(), self.walk.goal
        self.day.set_text(f"{self.words.start_day(now.date())} {now:%H:%M}")
        for button in (self.day, *self.steps):
            button.set_enabled(goal is None)
        self.bar.set_visibility(goal is not None)
        self.bar.set_value(self.walk.done())
        if goal is not None:
            self.status.set_text(self.words.text(shell.WALKING, day=self.words.weekday_day(goal)))
        elif not self.refused:
            self.status.set_text("")

    async def go(self, day: date) -> None:
        """Go there, or say kindly why not."""
        self.refused = self.walk.refusal(self.words, day)
        self.status.set_text(self.refused)
        if not self.refused:
            await self.walk.go(day)

    async def pick(self) -> None:
        """Go to the day that was picked; the day that the picker was opened with is no wish."""
        picked = date.fromisoformat(self.picker.value)
        if picked != self.walk.today():
            self.menu.close()
            await self.go(picked)

    def _calendar(self) -> None:
        self.day = ui.button(color=None).props("outline no-caps icon-right=event").classes("today")
        self.day.props["title"] = self.words.text(shell.CHOOSE_DAY)
        with self.day, ui.menu() as self.menu:
            self.picker = ui.date(self.walk.today().isoformat(), on_change=self.pick)
            self.picker.props("minimal no-unset first-day-of-week=1")
        self.menu.on("before-show", lambda: self.picker.set_value(self.walk.today().isoformat()), [])

    def _step(self, label: str, day: Callable[[], date]) -> ui.button:
        async def go() -> None:
            await self.go(day())

        return ui.button(self.words.text(label), on_click=go, color=None).props("flat no-caps").classes("step")
