"""The world around one bot: who is there, what was said, what waits for it, and which rooms are closed to it."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from tests.doubles.bell import Bell
from tests.doubles.refused import Refused
from tests.doubles.zalo.outside import Outside
from tests.doubles.zalo.records import Account, Json, Post, Room, Stored
from tests.doubles.zalo.rules import INVALID_CHAT, Rules, quota_exceeded
from tests.doubles.zalo.updates import Updates
from tests.doubles.zalo.views import event

UNSUPPORTED = "message.unsupported.received"
_HERE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(eq=False, slots=True)
class World:
    """Everything one bot can touch. `now` stamps every message and moves only when a test moves it."""

    bot: Account
    token: str
    now: datetime
    rules: Rules
    host: str = ""
    outside: Outside = field(default_factory=Outside)
    bell: Bell = field(default_factory=Bell)
    rooms: dict[str, Room] = field(default_factory=dict)
    stored: dict[str, Stored] = field(default_factory=dict)
    accepted: Counter[str] = field(default_factory=Counter)
    webhook_calls: Counter[str] = field(default_factory=Counter)
    updates: Updates = field(init=False)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.updates = Updates(self.bell, self.rules)

    @property
    def stamp(self) -> int:
        """The time of day on Zalo's side, in milliseconds since 1970."""
        return int(self.now.timestamp() * 1_000)

    @property
    def day(self) -> str:
        """The day where Zalo lives, as 2023-03-07."""
        return self.now.astimezone(_HERE).date().isoformat()

    @property
    def month(self) -> str:
        """The month where Zalo lives, as 2023-03."""
        return self.day[:7]

    def number(self) -> int:
        """Give a number not given before."""
        return next(self._numbers)

    def stand_beside(self, other: "World") -> None:
        """Live on the server of `other`, and take numbers out of the same row, so that none is given in both."""
        self._numbers, self.host, self.outside = other._numbers, other.host, other.outside

    def id_of(self, thing: object) -> str:
        """Give 20 hexadecimal digits for something; this bot alone knows it by them."""
        return hashlib.sha1(f"{self.token}/{thing}".encode()).hexdigest()[:20]

    def id_in(self, room: Room, account: Account) -> str:
        """Give the id that somebody has in a room."""
        apart = room.kind == "GROUP" and self.rules.in_groups == "other"
        return self.id_of(f"{room.id}/{account.number}" if apart else account.number)

    def open(self, room_id: str, kind: str, title: str, **more: Any) -> Room:
        """Make a room."""
        self.rooms[room_id] = room = Room(room_id, kind, title, **more)
        return room

    def put(self, room: Room, author: Account, content: Json, **more: Any) -> Post:
        """Add a post to its room and ring."""
        post = Post(self.id_of(f"message {self.number()}"), room, author, self.stamp, content, **more)
        room.posts[post.id] = post
        if author is self.bot:
            room.sent.append(post)
        self.bell.ring()
        return post

    def keep(self, ending: str, mime: str, content: bytes) -> Stored:
        """Store what somebody sent under a fresh path."""
        path = f"files/{self.id_of(f'file {self.number()}')}.{ending}"
        self.stored[path] = Stored(path, mime, content)
        return self.stored[path]

    def tell(self, post: Post, name: str) -> None:
        """Let the bot hear of `post` by the event `name`, if it hears anything of it."""
        if not self._hears(post):
            return
        if post.author.protected:
            name = UNSUPPORTED
        content = {} if name == UNSUPPORTED else post.content
        self.updates.add(event(name, post, self.id_in(post.room, post.author), content | self.rules.extra))

    def _hears(self, post: Post) -> bool:
        """In a group the bot hears only what mentions it by its shown name, and replies to its own words."""
        if post.room.kind == "PRIVATE":
            return True
        words = str(post.content.get("text", "") or post.content.get("caption", ""))
        replied = post.reply_to is not None and post.reply_to.author is self.bot
        return post.room.open and (replied or self.mention in words)

    @property
    def mention(self) -> str:
        """How people in a group call the bot."""
        return f"@{self.bot.name}"

    def count_webhook_call(self) -> None:
        """Count a call that makes Zalo test the webhook, or refuse it for today."""
        self.webhook_calls[self.day] += 1
        if self.webhook_calls[self.day] > self.rules.webhook_calls:
            raise Refused(426, "Daily limit exceeded")

    async def verification(self) -> Json:
        """Give what Zalo finds out about the webhook."""
        webhook = self.updates.webhook
        secret = webhook.get("secret_token") if self.rules.probe_with_secret else None
        return await self.outside.verify(webhook["url"], secret)

    def room_to_write(self, chat_id: object) -> Room:
        """Give the room the bot may write in. Refused as Zalo refuses."""
        room = self.rooms.get(chat_id) if isinstance(chat_id, str) else None
        if room is None or not room.open:
            raise Refused(410, INVALID_CHAT, fault=not isinstance(chat_id, str))
        if room.blocked:
            raise self.rules.blocked.error()
        return room

    def allow_one_more(self, room: Room) -> None:
        """Count a message to be sent into `room` against what the plan allows, or refuse it."""
        limit = {"PRIVATE": self.rules.users, "GROUP": self.rules.groups}[room.kind]
        known = [one for one in self.rooms.values() if one.kind == room.kind and one.open]
        if known.index(room) >= limit or self.accepted[self.month] >= self.rules.messages:
            raise quota_exceeded().error()
        self.accepted[self.month] += 1
