"""The words between channels and the conversation: Incoming, Answer, and Ask, which a handler receives."""

from dataclasses import dataclass
from datetime import date, datetime

from data.facts import Seat
from data.outbox import Outgoing
from data.people import Speaker
from data.store import Session
from data.workdays import Workdays
from locales import Words


@dataclass(frozen=True, slots=True)
class Incoming:
    """What came in from a chat, as its channel tells it.

    `text` is what was typed, or the command behind a button. `occurrence_id` is what the button was made for and
    `tapped` the channel's id of the message it sits under. `other` names content that is not text ("sticker", "photo").
    """

    update_id: str
    speaker: Speaker
    text: str
    occurrence_id: int | None = None
    tapped: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say back, how the tapped message looks now, and the chat's menu of commands where it has changed."""

    replies: tuple[Outgoing, ...] = ()
    updated: Outgoing | None = None
    menu: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A recognised command with all that its handler needs; `seats` are those that may use it."""

    session: Session
    seats: tuple[Seat, ...]
    speaker: Speaker
    command: str
    argument: str
    occurrence_id: int | None
    now: datetime
    today: date
    words: Words
    workdays: Workdays

    @property
    def seat(self) -> Seat:
        """The seat that speaks: the first that may."""
        return self.seats[0]
