"""People, and each one's own chat with a bot."""

from typing import Protocol

from tests.doubles.zalo.chats import Voice
from tests.doubles.zalo.records import Account
from tests.doubles.zalo.state import World


class Known(Protocol):
    """A bot that somebody may write to."""

    _world: World


class PrivateChat(Voice):
    """A person alone with the bot."""

    async def blocks_bot(self) -> None:
        """Block the bot, which is told nothing."""
        self._room.blocked = True

    async def unblocks_bot(self) -> None:
        """Let the bot in again, which is told nothing."""
        self._room.blocked = False


class Person:
    """Somebody with a Zalo account."""

    def __init__(self, world: World, account: Account) -> None:
        self._world = world
        self.account = account

    @property
    def id(self) -> str:
        """The id under which this bot knows the person, which is also that of the private chat."""
        return self._world.id_of(self.account.number)

    @property
    def name(self) -> str:
        """The name shown in chats."""
        return self.account.name

    def private(self, bot: "Known | None" = None, *, started: bool = True) -> PrivateChat:
        """Open the chat with the bot; where it is not `started`, the bot may write only after the person has."""
        world = bot._world if bot else self._world
        chat_id = world.id_of(self.account.number)
        room = world.rooms.get(chat_id) or world.open(chat_id, "PRIVATE", self.name, open=started)
        return PrivateChat(world, room, self.account)
