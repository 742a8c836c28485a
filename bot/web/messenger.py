"""The local chat page: conversations on the left, the chosen one on the right, the top bar above.

Everything shown is plain text: names and messages are what strangers typed.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from nicegui import ui
from nicegui.events import UploadEventArguments
from starlette.applications import Starlette

from bot.channels.local import Bubble, LocalChannel, LocalChat
from bot.web import demo
from bot.web.demo import Walk
from bot.web.panes import ChatList, TopBar
from data.kinds import Role
from data.talk import Choice, Enclosed
from data.work.evidence import LARGEST
from locales import Words, shell

STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
BLUE = "#17497d"
LOOK_AGAIN = 0.3  # seconds between two looks at what has changed
LONGEST = 4_000
FIRST_COMMANDS = {Role.OFFICER: "viec", Role.HEAD: "tro giup", Role.COORDINATOR: "tinh hinh", Role.LEADER: "tinh hinh"}
_ORDER = (Role.COORDINATOR, Role.LEADER, Role.HEAD, Role.OFFICER)
_QUASAR_LANGUAGES = {"vi": "vi", "en": "en-GB"}


def mount(app: Starlette, channel: LocalChannel, chats: Sequence[LocalChat], words: Words, walk: Walk) -> None:
    """Serve the page on `app` under "/"."""
    in_order = sorted(chats, key=lambda chat: _ORDER.index(chat.role))

    @ui.page("/")
    def show() -> None:
        Window(channel, in_order, words, walk)

    ui.run_with(
        # What NiceGUI asks of a FastAPI app is what that has from Starlette.
        cast("Any", app),
        title=words.text(shell.NAME),
        favicon="📋",
        language=cast("Any", _QUASAR_LANGUAGES[words.locale]),
        reconnect_timeout=30,
        tailwind=False,
        show_welcome_message=False,
    )


class Window:
    """One browser window: which conversation it shows, and what of it is on the screen already."""

    def __init__(self, channel: LocalChannel, chats: Sequence[LocalChat], words: Words, walk: Walk) -> None:
        self.channel, self.seen = channel, -1
        ui.add_css(STYLE)
        ui.colors(primary=BLUE)
        ui.query("body").classes("nv")
        with ui.element("div").classes("app") as self.root:
            self.top = TopBar(words, walk)
            with ui.element("div").classes("panes"):
                self.list = ChatList(channel, chats, words, walk, self.choose)
                self.talk = Talk(channel, words, walk, self.look, self.leave)
        self.look()
        ui.timer(LOOK_AGAIN, self.look)

    def choose(self, chat: LocalChat) -> None:
        """Show that conversation."""
        self.root.classes("chosen")
        self.list.mark(chat)
        self.talk.show(chat)
        self.look()

    def leave(self) -> None:
        """Show the list again, where there is room for one pane only."""
        self.root.classes(remove="chosen")
        self.talk.show(None)
        self.list.mark(None)

    def look(self) -> None:
        """Bring the window up to date."""
        self.top.refresh()
        if self.talk.chat is not None:
            self.channel.mark_read(self.talk.chat.chat_id)
        if self.seen != self.channel.version:
            self.seen = self.channel.version
            self.list.refresh()
            self.talk.refresh()


class Talk:
    """The conversation that is open: who it is with, what was said, and the box to type in."""

    def __init__(
        self, channel: LocalChannel, words: Words, walk: Walk, look: Callable[[], None], leave: Callable[[], None]
    ) -> None:
        self.channel, self.words, self.zone, self.look = channel, words, walk.zone, look
        self.chat: LocalChat | None = None
        self.replied: Bubble | None = None
        self.shown: dict[str, tuple[Bubble, ui.element]] = {}
        with ui.element("section").classes("talk"):
            with ui.element("div").classes("welcome") as self.welcome:
                ui.label(words.text(shell.EXPLAINED))
                ui.label(words.text(shell.NOTHING_CHOSEN))
            with ui.element("div").classes("conversation") as self.conversation:
                self._head(leave)
                with ui.element("div").classes("scroll") as self.scroll:
                    self.log = ui.element("div").classes("said").props("role=log")
                self._form()
        self.show(None)

    def show(self, chat: LocalChat | None) -> None:
        """Open that conversation, or none."""
        self.chat = chat
        self.reply_to(None)
        self.shown.clear()
        self.log.clear()
        self.welcome.set_visibility(chat is None)
        self.conversation.set_visibility(chat is not None)
        if chat is None:
            return
        command = FIRST_COMMANDS[chat.role]
        role = self.words.text(shell.ROLES[chat.role])
        self.name.set_text(chat.label)
        self.role.set_text(" · ".join(part for part in (role, chat.officer) if part))
        self.nothing.set_text(self.words.text(shell.NOTHING_SAID, command=command))
        self.box.props["placeholder"] = self.box.props["aria-label"] = self.words.text(
            shell.PLACEHOLDER, command=command
        )
        self.box.set_value("")
        self.box.run_method("focus")
        self.refresh()

    def refresh(self) -> None:
        """Add what is new, and say anew what has changed."""
        if self.chat is None:
            return
        transcript = self.channel.transcript(self.chat.chat_id)
        self.nothing.set_visibility(not transcript)
        for bubble in transcript:
            shown, element = self.shown.get(bubble.id) or (None, self._place(bubble))
            if shown != bubble:
                self.shown[bubble.id] = (bubble, element)
                element.clear()
                with element:
                    self._fill(bubble)

    async def send(self) -> None:
        """Say what was typed."""
        text, self.box.value = (self.box.value or "").strip(), ""
        if text and self.chat is not None:
            replied = self._take_replied()
            await self.channel.say(self.chat.chat_id, self.chat.officer, text, reply_to=replied)
            self._show_newest()

    async def send_file(self, event: UploadEventArguments) -> None:
        """Send the file that was chosen, with the words in the box."""
        content, text = await event.file.read(), (self.box.value or "").strip()
        self.box.value = ""
        self.file.reset()
        if self.chat is not None:
            name, replied = event.file.name, self._take_replied()
            await self.channel.send_file(self.chat.chat_id, self.chat.officer, name, content, text, reply_to=replied)
            self._show_newest()

    def reply_to(self, bubble: Bubble | None) -> None:
        """Say what comes next in reply to that message of ours, or to none."""
        self.replied = bubble
        self.reply.set_visibility(bubble is not None)
        if bubble is not None:
            self.quoted.set_text((bubble.title or bubble.text).partition("\n")[0])
            self.box.run_method("focus")

    def refuse_file(self) -> None:
        """Say why a file was not taken."""
        self.file.reset()
        ui.notify(self.words.text(shell.TOO_LARGE))

    async def tap(self, bubble_id: str, choice: Choice) -> None:
        """Press a button under a message."""
        if self.chat is not None:
            await self.channel.tap(self.chat.chat_id, bubble_id, choice, self.chat.officer)
            self._show_newest()

    def _head(self, leave: Callable[[], None]) -> None:
        with ui.element("div").classes("head"):
            back = ui.button(icon="arrow_back", on_click=leave, color=None).props("flat round dense").classes("back")
            back.props["aria-label"] = self.words.text(shell.BACK)
            with ui.element("div"):
                self.name = ui.label().classes("label").props("role=heading aria-level=2")
                self.role = ui.label().classes("role")

    def _form(self) -> None:
        self.nothing = ui.label().classes("hint")
        with ui.element("div").classes("reply") as self.reply:
            ui.label(self.words.text(shell.REPLYING))
            self.quoted = ui.label().classes("quoted")
            leave = ui.button(icon="close", on_click=lambda: self.reply_to(None), color=None).props("flat round dense")
            leave.props["aria-label"] = self.words.text(shell.NOT_REPLYING)
        with ui.element("form").classes("typing").on("submit.prevent", self.send, []):
            self.file = ui.upload(
                on_upload=self.send_file, on_rejected=self.refuse_file, max_file_size=LARGEST, auto_upload=True
            )
            # It is never seen: the pictures it would draw of photos are only refused by the page's policy.
            self.file.props("no-thumbnails").classes("file")
            attach = ui.button(icon="attach_file", color=None).props("flat round type=button")
            attach.props["aria-label"] = self.words.text(shell.ATTACH)
            # Browsers open their file window only from the click itself.
            attach.on("click", js_handler=f"() => getElement({self.file.id}).$refs.qRef.pickFiles()")
            self.box = ui.input().props(f"outlined dense maxlength={LONGEST} autocomplete=off").classes("box")
            # Quasar's button would take the focus when Enter is pressed in the box.
            with ui.element("button").props("type=submit").classes("send"):
                ui.label(self.words.text(shell.SEND))

    def _take_replied(self) -> str | None:
        """The id of the message that this is a reply to; what is said next is one no more."""
        replied = self.replied
        self.reply_to(None)
        return replied.id if replied else None

    def _show_newest(self) -> None:
        self.look()
        # The column is reversed: its beginning is where the newest message stands.
        self.scroll.run_method("scrollTo", 0, 0)

    def _place(self, bubble: Bubble) -> ui.element:
        with self.log:
            return ui.element("div").classes("bubble ours" if bubble.from_us else "bubble theirs")

    def _fill(self, bubble: Bubble) -> None:
        if bubble.title:
            ui.label(bubble.title).classes("title")
        ui.label(bubble.text).classes("text")
        if bubble.files and self.chat is not None:
            with ui.element("div").classes("files"):
                for key, file in bubble.files:
                    _file(demo.file_address(self.chat.chat_id, key), file)
        with ui.element("div").classes("foot"):
            if bubble.from_us:
                reply = ui.element("button").classes("answer").on("click", lambda: self.reply_to(bubble), [])
                with reply:
                    ui.label(self.words.text(shell.REPLY))
            ui.label(self.words.moment(bubble.at, self.zone)).classes("at")
        if bubble.choices:
            with ui.element("div").classes("choices"):
                for choice in bubble.choices:
                    self._button(bubble.id, choice)

    def _button(self, bubble_id: str, choice: Choice) -> None:
        async def press() -> None:
            await self.tap(bubble_id, choice)

        ui.button(choice.label, on_click=press, color=None).props("outline no-caps").classes("choice")


def _file(address: str, file: Enclosed) -> None:
    """A file to be opened in a window of its own; of a photo one sees a small picture."""
    with ui.element("a").classes("enclosed") as link:
        link.props["href"], link.props["target"], link.props["rel"] = address, "_blank", "noopener"
        if file.kind == "photo":
            picture = ui.element("img")
            picture.props["src"], picture.props["alt"] = address, file.label
            picture.props["loading"] = "lazy"
        ui.label(file.label).classes("name")
