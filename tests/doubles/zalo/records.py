"""What the pretended Zalo keeps: accounts, pictures, rooms and their posts."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(eq=False, slots=True)
class Account:
    """A person or a bot. People have no id of their own: each bot knows them under another one."""

    number: int
    name: str
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """A picture or a voice that somebody sent."""

    path: str
    mime: str
    content: bytes


@dataclass(eq=False, slots=True)
class Post:
    """One message. `content` holds what was said or sent, as the fields of an event or of the bot's call."""

    id: str
    room: "Room"
    author: Account
    date: int
    content: Json
    reply_to: "Post | None" = None
    file: Stored | None = None


@dataclass(eq=False, slots=True)
class Room:
    """A chat: who is in it, whether the bot may write there, and what was said."""

    id: str
    kind: str
    title: str
    members: list[Account] = field(default_factory=list)
    open: bool = True
    blocked: bool = False
    posts: dict[str, Post] = field(default_factory=dict)
    sent: list[Post] = field(default_factory=list)
    sent_read: int = 0
