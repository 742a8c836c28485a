"""What stands beside the open chat: the top bar with the demo's day, and the list of chats."""

from collections.abc import Callable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from bot.channels.local import Bubble, LocalChannel, LocalChat
from bot.web.demo import Walk
from data.kinds import Role
from data.words import fold
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


class ChatList:
    """Every conversation with its last line and how many of its messages are new."""

    def __init__(
        self,
        channel: LocalChannel,
        chats: Sequence[LocalChat],
        words: Words,
        walk: Walk,
        choose: Callable[[LocalChat], None],
    ) -> None:
        self.channel = channel
        with ui.element("nav").classes("chats") as nav:
            nav.props["aria-label"] = words.text(shell.CHATS)
            search = ui.input(placeholder=words.text(shell.SEARCH), on_change=self.find)
            search.props("outlined dense clearable").classes("search")
            search.props["aria-label"] = words.text(shell.SEARCH)
            with ui.element("div").classes("rows"):
                self.rows = [ChatRow(chat, words, walk.zone, choose) for chat in chats]
                self.nothing = ui.label(words.text(shell.NOT_FOUND)).classes("hint")
        self.nothing.set_visibility(False)

    def find(self, event: ValueChangeEventArguments[str | None]) -> None:
        """Show only the conversations whose name or code has what was typed, with or without accents."""
        wanted = fold(event.value or "")
        for row in self.rows:
            row.button.set_visibility(wanted in row.findable)
        self.nothing.set_visibility(not any(row.button.visible for row in self.rows))

    def mark(self, chosen: LocalChat | None) -> None:
        """Show which conversation is open."""
        for row in self.rows:
            row.button.props["aria-current"] = "true" if row.chat == chosen else "false"

    def refresh(self) -> None:
        """Every row as its transcript is now."""
        for row in self.rows:
            chat_id = row.chat.chat_id
            row.refresh(self.channel.transcript(chat_id), self.channel.unread(chat_id))


class ChatRow:
    """One conversation in the list."""

    def __init__(self, chat: LocalChat, words: Words, zone: str, choose: Callable[[LocalChat], None]) -> None:
        self.chat, self.words, self.zone = chat, words, zone
        self.findable = fold(f"{chat.label} {chat.unit_code} {words.text(shell.ROLES[chat.role])}")
        with ui.element("button").classes("chat").on("click", lambda: choose(chat), []) as self.button:
            with ui.element("div"):
                ui.label(chat.label).classes("label")
                if chat.role != Role.OFFICER:
                    ui.label(words.text(shell.ROLES[chat.role])).classes("tag")
            self.day = ui.label().classes("day")
            self.last = ui.label().classes("last")
            self.badge = ui.label().classes("badge").props("role=img")

    def refresh(self, transcript: Sequence[Bubble], unread: int) -> None:
        """Its last line, the day of it, and the badge."""
        if transcript:
            last = transcript[-1]
            self.last.set_text((last.title or last.text).strip().partition("\n")[0])
            self.day.set_text(self.words.short_day(last.at.astimezone(ZoneInfo(self.zone)).date()))
        self.badge.set_text(str(unread))
        self.badge.set_visibility(unread > 0)
        self.badge.props["aria-label"] = shell.unread(self.words, unread)
