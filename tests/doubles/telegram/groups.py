"""Groups, supergroups and forums: who comes and goes, what becomes of the bot there."""

from collections.abc import Iterable

from tests.doubles.telegram import views
from tests.doubles.telegram.chats import Chat, Voice
from tests.doubles.telegram.people import Person
from tests.doubles.telegram.records import Account, Answer, Json, Room
from tests.doubles.telegram.seen import Seen
from tests.doubles.telegram.state import World

# Who speaks when an administrator of a group stays anonymous.
_ANONYMOUS = Account(1_087_968_824, "Group", "GroupAnonymousBot", is_bot=True)
_SMALL_GROUP = -4_000
_SUPERGROUP = -1_002_000_000_000


class GroupChat(Chat):
    """A group, a supergroup or a forum; everybody speaks through `by`."""

    def by(self, person: Person) -> Voice:
        """Let a member speak: `group.by(lan).sends_file(...)`."""
        assert self._room.members.get(person.id, "left") != "left", f"{person.name} is not in {self._room.title}"
        return Voice(self._world, self._room, person.account)

    async def says(self, person: Person, text: str, *, reply_to: int | None = None, topic: int | None = None) -> int:
        """Let a member say something; gives the message's id."""
        return await self.by(person).says(text, reply_to=reply_to, topic=topic)

    async def says_anonymously(self, text: str, *, reply_to: int | None = None) -> int:
        """Let an anonymous administrator say something: it comes from the group itself."""
        voice = Voice(self._world, self._room, _ANONYMOUS, as_room=True)
        return await voice.says(text, reply_to=reply_to)

    async def reacts(self, person: Person, message_id: int, *emojis: str) -> None:
        """Let a member have these reactions stand under a message."""
        await self.by(person).reacts(message_id, *emojis)

    async def reacts_anonymously(self, message_id: int, *emojis: str) -> None:
        """Let an anonymous administrator react: it comes from the group itself."""
        await Voice(self._world, self._room, _ANONYMOUS, as_room=True).reacts(message_id, *emojis)

    async def presses(self, person: Person, label: str, *, on: Seen | None = None) -> Answer:
        """Let a member press a button, and wait for the bot's answer to it."""
        return await self.by(person).presses(label, on=on)

    async def welcomes(self, newcomer: Person, *, by: Person) -> None:
        """Let a person join."""
        self._room.members[newcomer.id] = "member"
        self._announce(by.account, {"new_chat_members": [views.user(newcomer.account)]})

    async def loses(self, person: Person) -> None:
        """Let a person leave."""
        self._announce(person.account, {"left_chat_member": views.user(person.account)})
        self._room.members[person.id] = "left"

    async def adds_bot(self, *, by: Person) -> None:
        """Add the bot, which is told so twice: of its new place, and by the service message."""
        await self._bot_becomes("member", by.account)
        self._announce(by.account, {"new_chat_members": [views.user(self._world.bot)]})

    async def promotes_bot(self, *, by: Person) -> None:
        """Make the bot an administrator: from now on it hears everything."""
        await self._bot_becomes("administrator", by.account)

    async def kicks_bot(self, *, by: Person) -> None:
        """Throw the bot out, which is told so."""
        await self._bot_becomes("kicked", by.account)

    def mutes_bot(self, *, muted: bool = True) -> None:
        """Take from the bot the right to send messages, or give it back."""
        self._room.muted = muted

    async def opens_topic(self, name: str, *, by: Person) -> int:
        """Open a topic of a forum; gives its message_thread_id."""
        assert self._room.forum, f"{self._room.title} is no forum"
        content = {"forum_topic_created": {"name": name, "icon_color": 7_322_096}}
        post = self._world.put(self._room, by.account, content)
        post.thread = post.id
        self._room.topics.add(post.id)
        self._world.updates.add("message", views.message(post))
        return post.id

    async def closes_topic(self, topic: int | None, *, by: Person) -> None:
        """Close a topic of a forum (None: the general one): the bot may write there no more."""
        self._room.closed.add(topic)
        post = self._world.put(self._room, by.account, {"forum_topic_closed": {}}, thread=topic)
        self._world.updates.add("message", views.message(post))

    async def deletes_topic(self, topic: int) -> None:
        """Take a topic away with all that was said in it. The bot is told nothing."""
        self._room.topics.discard(topic)
        for post in [post for post in self._room.posts.values() if post.thread == topic]:
            del self._room.posts[post.id]

    async def becomes_supergroup(self, *, by: Person) -> "GroupChat":
        """Upgrade the group: the old chat is closed to the bot. Gives the new one.

        The bot is told three times: by a service message in either chat, and that it has come into the new one.
        """
        assert self._room.kind == "group", f"{self._room.title} is a supergroup already"
        members = dict(self._room.members)
        status = members.pop(self._world.bot.id)
        new = _open(self._world, "supergroup", self._room.title, members)
        self._announce(by.account, {"migrate_to_chat_id": new.id})
        self._room.moved_to = new.id
        group = GroupChat(self._world, new)
        await group._bot_becomes(status, by.account)
        group._announce(_ANONYMOUS, {"migrate_from_chat_id": self._room.id}, as_room=True)
        return group

    def _announce(self, author: Account, content: Json, *, as_room: bool = False) -> None:
        post = self._world.put(self._room, author, content, as_room=as_room)
        if self._world.hears(post):
            self._world.updates.add("message", views.message(post))


def make_group(world: World, title: str, people: Iterable[Person], *, kind: str, forum: bool, bot: bool) -> GroupChat:
    """Make a group; the first of the people owns it."""
    members = dict.fromkeys([person.id for person in people], "member")
    if members:
        members[next(iter(members))] = "creator"
    if bot:
        members[world.bot.id] = "member"
    return GroupChat(world, _open(world, kind, title, members, forum=forum))


def _open(world: World, kind: str, title: str, members: dict[int, str], *, forum: bool = False) -> Room:
    start = {"group": _SMALL_GROUP, "supergroup": _SUPERGROUP}[kind]
    return world.open(start - world.number(), kind, title, members=members, forum=forum)
