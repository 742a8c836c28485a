"""The world around one bot: who is there, what was said, what waits for it, and which rooms are closed to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from tests.doubles.bell import Bell
from tests.doubles.refused import Refused
from tests.doubles.telegram import views
from tests.doubles.telegram.records import Account, Answer, Json, Post, Room, StoredFile
from tests.doubles.telegram.refused import bad_request, forbidden
from tests.doubles.telegram.updates import Updates


@dataclass(eq=False, slots=True)
class World:
    """Everything one bot can touch. `now` stamps every message and moves only when a test moves it."""

    bot: Account
    now: datetime
    privacy: bool = True
    bell: Bell = field(default_factory=Bell)
    accounts: dict[int, Account] = field(default_factory=dict)
    rooms: dict[int, Room] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    commands: dict[str, dict[str, str]] = field(default_factory=dict)
    queries: dict[str, Answer | None] = field(default_factory=dict)
    updates: Updates = field(init=False)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _shared_ids: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.updates = Updates(self.bell)
        self.accounts[self.bot.id] = self.bot

    @property
    def stamp(self) -> int:
        """The time of day on Telegram's side, in seconds since 1970."""
        return int(self.now.timestamp())

    def number(self) -> int:
        """Give a number not given before, for accounts, rooms, files and queries."""
        return next(self._numbers)

    def number_as(self, other: "World") -> None:
        """Take numbers out of the same row as `other`, so that none is given in both."""
        self._numbers = other._numbers

    def join(self, account: Account) -> Account:
        """Let an account exist."""
        self.accounts[account.id] = account
        return account

    def open(self, room_id: int, kind: str, title: str, **more: Any) -> Room:
        """Make a room. Private chats and small groups number their messages together, a supergroup by itself."""
        ids = count(1) if kind == "supergroup" else self._shared_ids
        self.rooms[room_id] = room = Room(room_id, kind, title, ids, **more)
        return room

    def put(self, room: Room, author: Account, content: Json, **more: Any) -> Post:
        """Add a post to its room and ring."""
        post = Post(next(room.ids), room, author, self.stamp, content, **more)
        room.posts[post.id] = post
        if author is self.bot:
            room.sent.append(post)
        self.bell.ring()
        return post

    def keep(self, kind: str, name: str, mime: str, content: bytes, size: int | None = None) -> StoredFile:
        """Store a file under a fresh id and path."""
        number = self.number()
        ending = name.rpartition(".")[2] if "." in name else "bin"
        path = f"{kind}s/file_{number}.{ending}"
        file = StoredFile(f"{kind}-{number}", path, name, mime, content, len(content) if size is None else size)
        self.files[file.id] = file
        return file

    def hears(self, post: Post) -> bool:
        """Say whether the bot is told of `post`: in a group with privacy on, only of what is meant for it."""
        status = post.room.members.get(self.bot.id)
        if status not in {"member", "administrator"}:
            return False
        everything = post.room.kind == "private" or not self.privacy or status == "administrator"
        return everything or views.is_service(post.content) or self._meant_for_bot(post)

    def sees_reactions(self, room: Room) -> bool:
        """Say whether the bot is told of reactions in a room: in private, and where it is an administrator."""
        status = room.members.get(self.bot.id)
        return status == "administrator" or (room.kind == "private" and status == "member")

    def _meant_for_bot(self, post: Post) -> bool:
        if post.reply_to is not None and post.reply_to.author is self.bot:
            return True
        called = views.called(post.content)
        return any(not name or name.casefold() == self.bot.username.casefold() for name in called)

    def room_for(self, chat_id: int | str) -> Room:
        """Give the room the bot may look into. Refused as Telegram refuses."""
        room = self.rooms.get(chat_id) if isinstance(chat_id, int) else None
        if room is None:
            raise bad_request("chat not found")
        if room.moved_to is not None:
            description = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refused(400, description, {"migrate_to_chat_id": room.moved_to})
        if room.kind != "private" and room.members.get(self.bot.id) == "kicked":
            raise forbidden(f"bot was kicked from the {room.kind} chat")
        if room.kind != "private" and room.members.get(self.bot.id) not in {"member", "administrator"}:
            raise forbidden(f"bot is not a member of the {room.kind} chat")
        return room

    def room_to_write(self, chat_id: int | str) -> Room:
        """Give the room the bot may write in. Refused as Telegram refuses."""
        room = self.room_for(chat_id)
        if room.person is not None and room.person.deactivated:
            raise forbidden("user is deactivated")
        if room.members.get(self.bot.id) == "kicked":
            raise forbidden("bot was blocked by the user")
        if not room.started:
            raise forbidden("bot can't initiate conversation with a user")
        if room.muted:
            raise bad_request("not enough rights to send text messages to the chat")
        return room
