"""The local chat page's list of conversations: found by name or code, each with its last line and what is new."""

from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from bot.channels.local import Bubble, LocalChannel, LocalChat
from bot.web.walking import Walk
from data.kinds import Role
from data.words import fold
from locales import Words, shell


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
