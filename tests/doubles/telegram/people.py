"""People, and each one's own chat with the bot."""

from tests.doubles.telegram.chats import Voice
from tests.doubles.telegram.records import Account
from tests.doubles.telegram.state import World


class PrivateChat(Voice):
    """A person alone with the bot."""

    async def blocks_bot(self) -> None:
        """Block the bot, which is told so."""
        await self._bot_becomes("kicked", self._account)

    async def unblocks_bot(self) -> None:
        """Let the bot in again, which is told so."""
        await self._bot_becomes("member", self._account)


class Person:
    """Somebody with a Telegram account."""

    def __init__(self, world: World, account: Account) -> None:
        self._world = world
        self.account = account

    @property
    def id(self) -> int:
        """The account's id, which is also that of the private chat."""
        return self.account.id

    @property
    def name(self) -> str:
        """The name shown in chats."""
        return self.account.name

    def private(self, *, started: bool = True) -> PrivateChat:
        """Open the chat with the bot; where it is not `started`, the bot may write only after the person has."""
        room = self._world.rooms.get(self.id) or self._world.open(
            self.id, "private", self.name, person=self.account, started=started
        )
        room.members.setdefault(self._world.bot.id, "member")
        return PrivateChat(self._world, room, self.account)

    def deletes_account(self) -> None:
        """Close the account: the bot's messages are refused from now on."""
        self.account.deactivated = True
