"""What the pretended Telegram keeps: accounts, files, rooms and their posts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(eq=False, slots=True)
class Account:
    """A person or a bot."""

    id: int
    name: str
    username: str = ""
    is_bot: bool = False
    deactivated: bool = False


@dataclass(eq=False, slots=True)
class StoredFile:
    """A file on Telegram's side; `size` may be more than the content kept here."""

    id: str
    path: str
    name: str
    mime: str
    content: bytes
    size: int


@dataclass(eq=False, slots=True)
class Post:
    """One message as it stands now. `content` holds what makes it text, file or service message, as JSON."""

    id: int
    room: "Room"
    author: Account
    date: int
    content: Json
    reply_to: "Post | None" = None
    thread: int | None = None
    markup: Json | None = None
    edited: int | None = None
    as_room: bool = False
    file: StoredFile | None = None
    reactions: dict[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Room:
    """A chat: who is in it as what, and what was said."""

    id: int
    kind: str
    title: str
    ids: Iterator[int]
    members: dict[int, str] = field(default_factory=dict)
    person: Account | None = None
    started: bool = True
    forum: bool = False
    muted: bool = False
    topics: set[int] = field(default_factory=set)
    closed: set[int | None] = field(default_factory=set)
    moved_to: int | None = None
    posts: dict[int, Post] = field(default_factory=dict)
    sent: list[Post] = field(default_factory=list)
    edits: list[Post] = field(default_factory=list)
    sent_read: int = 0
    edits_read: int = 0


def thread_of(room: Room, reply_to: Post | None) -> int | None:
    """Give the thread a reply falls into: its topic in a forum, elsewhere in a supergroup the start of the talk."""
    if reply_to is None or room.kind != "supergroup":
        return None
    return reply_to.thread if room.forum else reply_to.thread or reply_to.id


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot said to a pressed button."""

    text: str
    alert: bool
