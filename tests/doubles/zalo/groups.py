"""Groups: who is in them, and what the bot is told of what is said there."""

from collections.abc import Iterable

from tests.doubles.zalo.chats import Chat, Voice
from tests.doubles.zalo.people import Person
from tests.doubles.zalo.state import World


class GroupChat(Chat):
    """A group; everybody speaks through `by`. The bot hears only what calls it, as "@Bot Nhắc Việc", and replies."""

    def by(self, person: Person) -> Voice:
        """Let a member speak: `group.by(lan).sends_photo(...)`."""
        assert person.account in self._room.members, f"{person.name} is not in {self._room.title}"
        return Voice(self._world, self._room, person.account)

    async def says(self, person: Person, text: str, *, reply_to: str | None = None) -> str:
        """Let a member say something; gives the message's id."""
        return await self.by(person).says(text, reply_to=reply_to)

    async def welcomes(self, newcomer: Person, *, by: Person) -> None:
        """Let a person join, of which the bot is not told."""
        self.by(by)
        self._room.members.append(newcomer.account)

    async def loses(self, person: Person) -> None:
        """Let a person leave, of which the bot is not told."""
        self._room.members.remove(person.account)

    async def adds_bot(self, *, by: Person) -> None:
        """Add the bot, which is not told so."""
        self.by(by)
        self._room.open = True

    async def kicks_bot(self, *, by: Person) -> None:
        """Throw the bot out, which is not told so."""
        self.by(by)
        self._room.open = False


def make_group(world: World, title: str, people: Iterable[Person], *, bot: bool) -> GroupChat:
    """Make a group."""
    members = [person.account for person in people]
    return GroupChat(
        world, world.open(world.id_of(f"group {world.number()}"), "GROUP", title, members=members, open=bot)
    )
