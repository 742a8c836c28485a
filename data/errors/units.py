"""Which unit is meant, and which chats speak for it."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class UnitUnknown(Refusal):
    """No unit has this code or name; `guesses` are near ones, `look` is what one types to see them all."""

    text: str
    guesses: tuple[str, ...] = ()
    look: str = "nhacviec units list"


@dataclass(eq=False, kw_only=True)
class UnitOfOthers(Refusal):
    """This chat does not speak for the unit, and does not hear of its work."""

    unit: str


@dataclass(eq=False, kw_only=True)
class UnitMissing(Refusal):
    """The command needs a unit; `example` is what one might type."""

    example: str


@dataclass(eq=False, kw_only=True)
class InviteeUnclear(Refusal):
    """What follows the unit says neither officer nor head; `short` is the unit's code."""

    short: str


@dataclass(eq=False, kw_only=True)
class CoordinatorByOperator(Refusal):
    """Who may follow up the plan is for the operator to say; `short` is the coordinating office's code."""

    short: str


@dataclass(eq=False, kw_only=True)
class InviteInPrivate(Refusal):
    """A one-time code is told in a private chat only."""


@dataclass(eq=False, kw_only=True)
class ChatUnknown(Refusal):
    """The unit has no chat of this number, or several and none was named.

    `numbers` are those it has, `short` is its code.
    """

    unit: str
    short: str
    numbers: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class OwnChat(Refusal):
    """The chat that asks cannot take itself off its unit."""

    unit: str


@dataclass(eq=False, kw_only=True)
class SameUnit(Refusal):
    """A unit cannot hand its work over to itself."""

    unit: str


@dataclass(eq=False, kw_only=True)
class HandedOver(Refusal):
    """The unit has handed its work over to `successor` already."""

    unit: str
    successor: str
