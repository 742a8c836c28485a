"""The side a test drives: what is seen in a chat, and what one person says and sends there."""

from typing import Any

from tests.doubles.screen import Screen
from tests.doubles.zalo.records import Account, Json, Post, Room
from tests.doubles.zalo.seen import Seen, seen
from tests.doubles.zalo.state import UNSUPPORTED, World


class Chat(Screen[Seen]):
    """One chat as the people in it see it."""

    def __init__(self, world: World, room: Room) -> None:
        super().__init__(world.bell)
        self._world = world
        self._room: Room = room

    @property
    def id(self) -> str:
        """The chat's id, as this bot knows it."""
        return self._room.id

    def _seen(self, post: Post) -> Seen:
        return seen(post, self._world.bot)


class Voice(Chat):
    """One person speaking in one chat; everything said gives the message's id."""

    def __init__(self, world: World, room: Room, account: Account) -> None:
        super().__init__(world, room)
        self._account = account

    async def says(self, text: str, *, reply_to: str | None = None) -> str:
        """Say something."""
        return self._put("message.text.received", {"text": text}, reply_to)

    async def sends_photo(
        self, content: bytes, caption: str = "", *, reply_to: str | None = None, url: str | None = None
    ) -> str:
        """Send a photo: it lies on the double's own host, or pretends to lie at `url`."""
        file = self._world.keep("jpg", "image/jpeg", content)
        told = {"message_type": "CHAT_PHOTO", "photo_url": url or f"{self._world.host}/{file.path}", "caption": caption}
        return self._put("message.image.received", told, reply_to, file=file)

    async def sends_sticker(self, sticker: str = "46991") -> str:
        """Send a sticker."""
        url = f"https://zalo-api.zadn.vn/api/emoticon/sprite?eid={sticker}"
        return self._put(
            "message.sticker.received", {"message_type": "CHAT_STICKER", "sticker": sticker, "url": url}, None
        )

    async def sends_voice(self, content: bytes = b"\xff\xf1 voice") -> str:
        """Send a spoken message."""
        file = self._world.keep("aac", "audio/aac", content)
        told = {"message_type": "CHAT_VOICE", "voice_url": f"{self._world.host}/{file.path}"}
        return self._put("message.voice.received", told, None, file=file)

    async def sends_unsupported(self, *, reply_to: str | None = None) -> str:
        """Send what bots are not given (a file, a contact, a place): the bot is told that something came, not what."""
        return self._put(UNSUPPORTED, {}, reply_to)

    async def sends_file(self, name: str, content: bytes, caption: str = "", *, reply_to: str | None = None) -> str:
        """Send a document, of which the bot is told no more than that something came."""
        kept = self._world.keep(name.rpartition(".")[2], "application/octet-stream", content)
        return self._put(UNSUPPORTED, {"caption": caption} if caption else {}, reply_to, file=kept)

    async def sends_unknown(self, event_name: str = "message.poll.received", **content: Any) -> str:
        """Send what no documentation tells of."""
        return self._put(event_name, content, None)

    def _put(self, name: str, content: Json, reply_to: str | None, **more: Any) -> str:
        replied = None if reply_to is None else self._room.posts[reply_to]
        if self._room.kind == "PRIVATE":
            self._room.open = True
        post = self._world.put(self._room, self._account, content, reply_to=replied, **more)
        self._world.tell(post, name)
        return post.id
