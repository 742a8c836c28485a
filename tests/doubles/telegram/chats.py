"""The side a test drives: what is seen in a chat, and what one person says, sends and presses there."""

from typing import Any

from tests.doubles.screen import Screen
from tests.doubles.telegram import views
from tests.doubles.telegram.records import Account, Answer, Json, Post, Room, thread_of
from tests.doubles.telegram.seen import Seen, seen
from tests.doubles.telegram.state import World
from tests.doubles.telegram.text import trimmed


class Chat(Screen[Seen]):
    """One chat as the people in it see it."""

    def __init__(self, world: World, room: Room) -> None:
        super().__init__(world.bell)
        self._world = world
        self._room: Room = room

    @property
    def id(self) -> int:
        """The chat's id."""
        return self._room.id

    async def next_edit(self) -> Seen:
        """Wait until the bot changes one of its messages here, and give it as it stands now."""
        edits = await self._wait(lambda: self._room.edits[self._room.edits_read :] or None, "changed nothing")
        self._room.edits_read += 1
        return self._seen(edits[0])

    def _seen(self, post: Post) -> Seen:
        return seen(post, self._world.bot)

    async def _bot_becomes(self, status: str, by: Account) -> None:
        """Tell the bot of its new place in the chat."""
        before = self._room.members.get(self._world.bot.id, "left")
        self._room.members[self._world.bot.id] = status
        change: Json = {"chat": views.chat(self._room), "from": views.user(by), "date": self._world.stamp}
        change["old_chat_member"] = views.member(self._world.bot, before)
        change["new_chat_member"] = views.member(self._world.bot, status)
        self._world.updates.add("my_chat_member", change)


class Voice(Chat):
    """One person speaking in one chat."""

    def __init__(self, world: World, room: Room, account: Account, *, as_room: bool = False) -> None:
        super().__init__(world, room)
        self._account = account
        self._as_room = as_room

    async def says(self, text: str, *, reply_to: int | None = None, topic: int | None = None) -> int:
        """Say something; gives the message's id. `topic` is one of a forum."""
        return self._put(_words("text", text), reply_to, topic)

    async def sends_file(
        self,
        name: str,
        content: bytes,
        caption: str = "",
        *,
        mime: str = "application/octet-stream",
        size: int | None = None,
        reply_to: int | None = None,
    ) -> int:
        """Send a document; `size` pretends a larger one, in bytes."""
        file = self._world.keep("document", name, mime, content, size)
        return self._put(views.document(file) | _words("caption", caption), reply_to, file=file)

    async def sends_photo(
        self, content: bytes, caption: str = "", *, reply_to: int | None = None, album: str | None = None
    ) -> int:
        """Send a photo, which arrives in two sizes: a useless thumbnail and the photo; it may be one of an album."""
        thumbnail = self._world.keep("photo", "thumb.jpg", "image/jpeg", b"thumbnail")
        file = self._world.keep("photo", "photo.jpg", "image/jpeg", content)
        of_album = {"media_group_id": album} if album else {}
        return self._put(views.photo(thumbnail, file) | of_album | _words("caption", caption), reply_to, file=file)

    async def sends_video(self, content: bytes, caption: str = "") -> int:
        """Send a video."""
        file = self._world.keep("video", "phong-su.mp4", "video/mp4", content)
        return self._put(views.video(file) | _words("caption", caption), file=file)

    async def forwards(self, text: str, *, of: str) -> int:
        """Pass on the words of somebody whose account stays hidden."""
        origin = {"type": "hidden_user", "sender_user_name": of, "date": self._world.stamp}
        return self._put(_words("text", text) | {"forward_origin": origin})

    async def sends_sticker(self, emoji: str = "👍") -> int:
        """Send a sticker."""
        file = self._world.keep("sticker", "sticker.webp", "image/webp", b"sticker")
        return self._put(views.sticker(file, emoji), file=file)

    async def edits(self, message_id: int, text: str) -> None:
        """Change one's own words; the bot is told by edited_message."""
        post = self._room.posts[message_id]
        post.content, post.edited = _words("text", text), self._world.stamp
        self._tell("edited_message", post)

    async def edits_caption(self, message_id: int, caption: str) -> None:
        """Change one's own words under a file; the bot is told by edited_message."""
        post = self._room.posts[message_id]
        kept = {key: value for key, value in post.content.items() if key not in {"caption", "caption_entities"}}
        post.content, post.edited = kept | _words("caption", caption), self._world.stamp
        self._tell("edited_message", post)

    async def reacts(self, message_id: int, *emojis: str) -> None:
        """Have these reactions stand under a message, none to take them off; the bot may be told of the change."""
        post = self._room.posts[message_id]
        before, post.reactions[self._account.id] = post.reactions.get(self._account.id, ()), emojis
        if before == emojis or not self._world.sees_reactions(self._room):
            return
        actor = {"actor_chat": views.chat(self._room)} if self._as_room else {"user": views.user(self._account)}
        change = {"chat": views.chat(self._room), "message_id": post.id, **actor, "date": self._world.stamp}
        change |= {"old_reaction": views.reactions(before), "new_reaction": views.reactions(emojis)}
        self._world.updates.add("message_reaction", change)

    async def deletes(self, message_id: int) -> None:
        """Take a message away, one's own or the bot's. The bot is told nothing."""
        del self._room.posts[message_id]

    async def presses(self, label: str, *, on: Seen | None = None) -> Answer:
        """Press the newest button so labelled, or the one seen `on` a message, and wait for the bot's answer to it."""
        post, data = self._button_on(on, label) if on else self._button(label)
        query = str(self._world.number())
        self._world.queries[query] = None
        pressed = {"id": query, "from": views.user(self._account), "chat_instance": str(self._room.id), "data": data}
        self._world.updates.add("callback_query", pressed | {"message": post})
        return await self._wait(lambda: self._world.queries[query], f"did not answer {label!r}")

    def _button(self, label: str) -> tuple[Json, str]:
        own = [post for post in self._room.posts.values() if post.author is self._world.bot]
        for post in reversed(own):
            if (data := self._seen(post).data_of(label)) is not None:
                return views.message(post), data
        raise AssertionError(f"no button {label!r} among {[self._seen(post).buttons for post in own]}")

    def _button_on(self, message: Seen, label: str) -> tuple[Json, str]:
        data = message.data_of(label)
        if data is None:
            raise AssertionError(f"no button {label!r} among {message.buttons}")
        post = self._room.posts.get(message.id)
        gone = {"chat": views.chat(self._room), "message_id": message.id, "date": 0}
        return (views.message(post) if post else gone), data

    def _put(self, content: Json, reply_to: int | None = None, topic: int | None = None, **more: Any) -> int:
        replied = None if reply_to is None else self._room.posts[reply_to]
        assert topic is None or topic in self._room.topics, f"no topic {topic} in {self._room.title}"
        thread = thread_of(self._room, replied) if topic is None else topic
        more |= {"reply_to": replied, "thread": thread, "as_room": self._as_room}
        self._room.started = True
        post = self._world.put(self._room, self._account, content, **more)
        self._tell("message", post)
        return post.id

    def _tell(self, kind: str, post: Post) -> None:
        if self._world.hears(post):
            self._world.updates.add(kind, views.message(post))


def _words(key: str, text: str) -> Json:
    said, entities = trimmed(text, [])
    words: Json = {key: said} if said else {}
    entity_key = {"text": "entities", "caption": "caption_entities"}[key]
    return words | ({entity_key: entities} if entities else {})
