"""The local chat: transcripts kept in memory, in which a newcomer speaks as any unit. For the demo; it has no token."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from bot import attachments
from bot.talk import Attachment, Incoming
from data.kinds import Role
from data.talk import Choice, Enclosed, Outgoing, Speaker, in_words
from data.work import evidence
from scheduler.bots import Lane
from scheduler.channel import Delivered, Outcome

Hear = Callable[[Incoming], Awaitable[None]]

_PHOTOS = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic"})


@dataclass(frozen=True, slots=True)
class LocalChat:
    """A chat that the page offers: whom it belongs to, what for, and the person who speaks in it."""

    chat_id: str
    label: str
    role: Role
    unit_code: str
    officer: str


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message of a transcript, said at an aware moment by us or by the person at the page.

    Each of its `files` can be had under the key before it.
    """

    id: str
    from_us: bool
    title: str
    text: str
    choices: tuple[Choice, ...]
    at: datetime
    files: tuple[tuple[str, Enclosed], ...] = ()


class LocalChannel:
    """Chats without a server. Lives in one event loop; whoever shows it looks again when `version` has grown."""

    name = "local"
    has_buttons = True
    allowance = None
    trouble: str | None = None
    silent_for: float | None = None

    def __init__(self, clock_now: Callable[[], datetime], folder: Path | None = None) -> None:
        """Files that people send are put into `folder`, the office's data folder, and those of answers read from it.

        Without one what is sent is lost, and answers come without files.
        """
        self._clock_now = clock_now
        self._folder = folder
        self._hear: Hear | None = None
        self._transcripts: dict[str, list[Bubble]] = {}
        self._unread: Counter[str] = Counter()
        self.version = 0

    def start(self, hear: Hear) -> None:
        """Pass on to `hear` what is said from now on; it returns when that is answered."""
        self._hear = hear

    def listen(self, *, may: bool) -> None:
        """Nothing is asked for: whoever speaks here says it at once."""

    async def fetch(self, file: Attachment, words: str) -> Attachment:  # noqa: ARG002 - other channels look at them
        """Nothing is fetched: what is sent here is there."""
        return file

    async def send(
        self,
        chat_id: str,
        outgoing: Outgoing,
        *,
        lane: Lane = Lane.BROADCAST,  # noqa: ARG002 - nobody waits here
        patience: float = 0.0,  # noqa: ARG002 - likewise
    ) -> Outcome:
        """Put the words into the chat's transcript, unread, or in the place of what they replace."""
        if outgoing.replaces is not None:
            self._update(chat_id, outgoing.replaces, outgoing)
            return Delivered((outgoing.replaces,))
        bubble = self._append(chat_id, outgoing, from_us=True)
        return Delivered((bubble.id,))

    async def say(self, chat_id: str, speaker_name: str, text: str, *, reply_to: str | None = None) -> None:
        """Say `text` as the person of that chat, perhaps in reply to a message of ours, and take the answer."""
        self._append(chat_id, Outgoing("", text), from_us=False)
        said = Incoming(token_hex(8), speaker(chat_id, speaker_name), text)
        await self._heard(self._in_reply(said, reply_to))

    async def send_file(
        self,
        chat_id: str,
        speaker_name: str,
        name: str,
        content: bytes,
        text: str = "",
        *,
        reply_to: str | None = None,
    ) -> None:
        """Send a file with `text` as the person of that chat, as `say` does."""
        self._append(chat_id, Outgoing("", "\n".join(filter(None, [f"📎 {name}", text]))), from_us=False)
        if self._folder is None:
            file = Attachment(name, len(content), why="lost")
        else:
            file = await asyncio.to_thread(attachments.put, self._folder, name, content, text)
        other = "photo" if Path(name).suffix.lower() in _PHOTOS else "file"
        sent = Incoming(token_hex(8), speaker(chat_id, speaker_name), text, other=other, file=file)
        await self._heard(self._in_reply(sent, reply_to))

    async def tap(self, chat_id: str, bubble_id: str, choice: Choice, speaker_name: str = "") -> None:
        """Press `choice` under that message, and take the answer; without a name the person keeps the one known."""
        await self._heard(
            Incoming(
                token_hex(8),
                speaker(chat_id, speaker_name),
                choice.act.typed,
                choice.act,
                tapped=bubble_id,
            )
        )

    def transcript(self, chat_id: str) -> tuple[Bubble, ...]:
        """What was said in the chat, oldest first."""
        return tuple(self._transcripts.get(chat_id, ()))

    def content(self, chat_id: str, key: str) -> tuple[Enclosed, bytes] | None:
        """The file that was shown in this chat under `key`, and its bytes; None where none was, or it is gone."""
        shown = (file for bubble in self.transcript(chat_id) for its_key, file in bubble.files if its_key == key)
        file = next(shown, None)
        held = evidence.content(self._folder, file.path, file.sha256) if file and self._folder else None
        return (file, held) if file is not None and held is not None else None

    def unread(self, chat_id: str) -> int:
        """How many of our messages nobody has looked at yet."""
        return self._unread[chat_id]

    def mark_read(self, chat_id: str) -> None:
        """Somebody has the chat before their eyes."""
        if self._unread.pop(chat_id, 0):
            self.version += 1

    def _in_reply(self, incoming: Incoming, bubble_id: str | None) -> Incoming:
        for bubble in self.transcript(incoming.speaker.chat_id):
            if bubble.id == bubble_id and bubble.from_us:
                made_for = dict.fromkeys(choice.act.occurrence_id for choice in bubble.choices)
                return replace(incoming, answered=bubble.id, offered=tuple(filter(None, made_for)))
        return incoming

    async def _heard(self, incoming: Incoming) -> None:
        if self._hear is None:
            raise RuntimeError("nobody hears this channel: start() comes first")
        await self._hear(incoming)

    def _append(self, chat_id: str, outgoing: Outgoing, *, from_us: bool) -> Bubble:
        said = outgoing if self._folder is not None else in_words(outgoing)
        files = tuple((token_hex(16), file) for file in said.files)
        bubble = Bubble(token_hex(8), from_us, said.title, said.text, said.choices, self._clock_now(), files)
        self._transcripts.setdefault(chat_id, []).append(bubble)
        self._unread[chat_id] += from_us
        self.version += 1
        return bubble

    def _update(self, chat_id: str, bubble_id: str, now_says: Outgoing) -> None:
        self._transcripts[chat_id] = [
            replace(bubble, title=now_says.title, text=now_says.text, choices=now_says.choices)
            if bubble.id == bubble_id
            else bubble
            for bubble in self.transcript(chat_id)
        ]
        self.version += 1


def speaker(chat_id: str, name: str) -> Speaker:
    """Who speaks in a local chat: one person to each, known by the chat's own id."""
    return Speaker(LocalChannel.name, chat_id, user_id=chat_id, name=name)
