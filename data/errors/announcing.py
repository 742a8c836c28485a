"""What is brought before leaders, or said to units in Nội vụ's own words."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class TextMissing(Refusal):
    """The command needs words to pass on; `example` is what one might type."""

    example: str


@dataclass(eq=False, kw_only=True)
class NobodyHears(Refusal):
    """None of those who should hear has a chat that can be written to."""


@dataclass(eq=False, kw_only=True)
class NothingDrafted(Refusal):
    """There are no drafted words that could be sent."""


@dataclass(eq=False, kw_only=True)
class SentAlready(Refusal):
    """The same has been sent before; nothing was sent now."""


@dataclass(eq=False, kw_only=True)
class NothingToRelease(Refusal):
    """No exception is left that leaders might be let hear of."""


@dataclass(eq=False, kw_only=True)
class ReleaseUnclear(Refusal):
    """What is to be brought before the leaders, or left out, cannot be read in `text`; nothing was sent."""

    text: str


@dataclass(eq=False, kw_only=True)
class NotAnException(Refusal):
    """What is to be left out, as `text` names it, is not in the list."""

    text: str


@dataclass(eq=False, kw_only=True)
class NothingShown(Refusal):
    """This chat has not been shown a list of this number."""

    number: str
