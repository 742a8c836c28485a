"""What a channel is to the house: it takes a message and says what became of it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from data.ledger import Allowance
from data.talk import Outgoing
from scheduler.bots import Lane


@dataclass(frozen=True, slots=True)
class Delivered:
    """The channel took it; `refs` are its ids of the messages it became."""

    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TryLater:
    """It did not go out this time; `after` where the channel said how long to wait.

    `refs` are of its beginning, which was taken all the same; `perhaps` says that what failed may have arrived too,
    `lasting` that the chat refuses it in a way that does not heal by itself.
    """

    reason: str
    after: timedelta | None = None
    perhaps: bool = False
    lasting: bool = False
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """This chat cannot be written to until it writes to us."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has another id from now on."""

    chat_id: str


Outcome = Delivered | TryLater | Undeliverable | Moved


class Channel(Protocol):
    """A way to chats: one bot at the server of a messenger, or the local page."""

    @property
    def name(self) -> str:
        """The bot, under which its chats are kept: "channel:42", "local"."""
        ...

    @property
    def trouble(self) -> str | None:
        """Why nothing is heard now; None when all is well."""
        ...

    @property
    def has_buttons(self) -> bool:
        """Whether it shows choices as buttons; where it does not, the words it is given number them."""
        ...

    @property
    def allowance(self) -> Allowance | None:
        """What its server lets the bot send in a month, and to how many; None where it has no such limit."""
        ...

    async def send(self, chat_id: str, outgoing: Outgoing, *, lane: Lane, patience: float) -> Outcome:
        """Send in its lane, split where the channel's limit forces it; the server may take `patience` seconds a call.

        Files come after the words. One that the channel cannot send is said by its `otherwise`; a channel that carries
        none says `data.talk.in_words` of what it is given. Never raises.
        """
        ...
