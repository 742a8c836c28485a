"""Who may: joining, roles, and what is never kept."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class NotJoined(Refusal):
    """This chat belongs to no unit yet."""


@dataclass(eq=False, kw_only=True)
class NotAllowed(Refusal):
    """The person's role does not include this command."""

    command: str


@dataclass(eq=False, kw_only=True)
class CodeForPerson(Refusal):
    """An invitation code for one person was typed in a group."""


@dataclass(eq=False, kw_only=True)
class CodeInvalid(Refusal):
    """The invitation code is unknown, used up or expired."""


@dataclass(eq=False, kw_only=True)
class TooManyTries(Refusal):
    """Too many wrong codes within the hour, from this person or in this chat."""


@dataclass(eq=False, kw_only=True)
class AnonymousSpeaker(Refusal):
    """The channel does not say which person wrote, and the record must name one."""


@dataclass(eq=False, kw_only=True)
class RegisteredOnly(Refusal):
    """In a group the command is for those who have joined in a private chat for its unit, or for Nội vụ.

    One that `decides` for Nội vụ is for those who have joined for Nội vụ.
    """

    command: str
    decides: bool = False


@dataclass(eq=False, kw_only=True)
class MarkedSecret(Refusal):
    """What was sent carries a mark of state secrets; nothing of it was kept."""


@dataclass(eq=False, kw_only=True)
class PersonUnknown(Refusal):
    """Nothing is kept of a person with this account."""

    channel: str
    account: str
