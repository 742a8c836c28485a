"""The words between channels and the conversation: Incoming, and how it is kept; Answer; Ask, which handlers get."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.facts import OccurrenceFact, Seat
from data.kinds import State
from data.lines.requests import Delay
from data.lines.wishes import Reading
from data.model import Address, Unit
from data.notices import Notice
from data.plans.drafts import PlanDraft
from data.refusals import Refusal
from data.store import Session
from data.talk import Act, Outgoing, Speaker, line
from data.upkeep.health import Health
from data.work.held import Held
from data.workdays import Workdays
from locales import Voice, Words, speaking
from scheduler import notices
from scheduler.slots import Policy

LONGEST = 4_000
"""What anyone could type is answered; beyond this it is no command, and the rest is not even looked at."""

# What stands in `Incoming.other` when the service has come into a group, where it hears all, or little.
ADDED, ADDED_HALF_DEAF = "added", "added-to-group"
# What stands there when a sign was put under a message of ours that says it was received.
REACTED = "reacted"
_NO_DELAY = Delay("", None)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came in: the name it was sent under, its bytes' count, and where the channel has put it.

    `path` is relative to the office's data folder; None where the file is not there. Then `ref` is the channel's id of
    one that may be fetched, or `why` says "too-large", "marked" (as a state secret, by its name or the words with it),
    "empty", "lost" (it could not be had just now) or "stranger" (its chat speaks for no unit). One that is `unseen`
    could not be looked through to its end for such a mark: it is too much, locked, or unknown.
    """

    name: str
    size: int
    path: str | None = None
    why: str | None = None
    ref: str | None = None
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """What came in from a chat, as its channel tells it.

    `text` is what was typed, or the words with a file. `act` is the choice that was taken; `text` is then what could
    have been typed instead, and `tapped` the channel's id of the message that its button, or a sign, sits under.
    `other` names content that is not text ("sticker", "photo", "file"). `addressed` says that in a group it was plainly
    said to the service: by a slash, by its name, or in answer to it. `answered` is the channel's id of the message of
    ours that it was sent in reply to, `offered` the Occurrences that the buttons under that message were made for.
    `chosen` is the reference of the choice that was taken, where its button could not carry more. Files that were sent
    as one are of one `album`; a message may be `forwarded`, so that its words are somebody else's, or `edited` since it
    came; `message` is the channel's id of it, the same before and after. `topic` is the topic of a forum that it was
    said in, or that the tapped message stands in.
    """

    update_id: str
    speaker: Speaker
    text: str
    act: Act | None = None
    tapped: str | None = None
    other: str | None = None
    file: Attachment | None = None
    addressed: bool = False
    answered: str | None = None
    offered: tuple[int, ...] = ()
    chosen: str | None = None
    album: str | None = None
    forwarded: bool = False
    edited: bool = False
    topic: str | None = None
    # What was said is the same wherever the channel keeps it.
    message: str | None = field(default=None, compare=False)

    @property
    def occurrence_id(self) -> int | None:
        """The Occurrence that the choice was made for."""
        return self.act.occurrence_id if self.act else None

    @property
    def state(self) -> State | None:
        """How that stood then."""
        return self.act.state if self.act else None


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A file as a plan, read before the transaction that acts on it: a long reading holds nobody up.

    `path` is where it lies under the office's data folder, `year` what the sender gave where the document says none.
    """

    name: str
    path: str
    sha256: str
    year: int | None
    plan: PlanDraft


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say back, how the tapped message looks now, and the chat's menu of commands where it has changed.

    One that `goes_on` shows more of a list. `read` is how the line was read, for the line that comes next.
    """

    replies: tuple[Outgoing, ...] = ()
    updated: Outgoing | None = None
    menu: tuple[tuple[str, str], ...] | None = None
    goes_on: bool = False
    read: Reading | None = field(default=None, compare=False)

    def spoken_to(self, incoming: Incoming) -> tuple[Outgoing, ...]:
        """What is said where `incoming` came from, in order: in a group the first says which words it answers."""
        quoting = (incoming.message or incoming.tapped) if incoming.speaker.is_group else None
        said = [replace(reply, topic=incoming.topic) for reply in self.replies]
        if self.updated is not None and incoming.tapped is not None:
            said.append(replace(self.updated, topic=incoming.topic, replaces=incoming.tapped))
        if said and self.replies:
            said[0] = replace(said[0], quoting=quoting)
            last = len(self.replies) - 1
            said[last] = replace(said[last], menu=self.menu)
        return tuple(said)


def together(said: Sequence[Answer]) -> Answer:
    """Several answers as one, what is said last also for the rest of it."""
    return replace(said[-1], replies=tuple(reply for each in said for reply in each.replies))


@dataclass(frozen=True, slots=True)
class Way:
    """A channel by which people may write to the office: its bot's public name, and a link that brings a code to it.

    The name is empty as long as it is not known.
    """

    channel: str
    name: str = ""
    link: Callable[[str], str | None] = lambda _code: None


@dataclass(frozen=True, slots=True)
class Ask:
    """A recognised command with all that its handler needs; `seats` are those that may use it.

    `file` came with the words, as `other` ("photo", "file"); `folder` is the office's data folder. `read` is the
    plan of a file that the command is about, or why there is none in it; `album` is what the file was sent as a
    part of. `in_passing` says that it stands among the talk of a group, without a word that addresses the service.
    `under` is the channel's id of the message of ours that was answered, or whose button was pressed, `topic` the
    topic of a forum in which it was said; `about` are the Occurrences, of the chat's own units, of the message
    answered. `held` are the files that came before and were to wait for this command; in a chat that `holds`
    nothing none wait. Of a long answer what begins with the entry `start` is asked for. `act` is the choice that
    was taken, where nothing was typed: `argument` is then how that would be typed. `health` tells how the service
    stands, `ways` by which channels it is reached. `numbers`, `units` (or `everybody`, but those `left_out`,
    and the tasks `out`), `agreed`, `note` and `delay` are what the command declares that it takes, read from the
    argument, or told by the choice, before its handler is called.
    """

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
    policy: Policy
    file: Attachment | None = None
    other: str | None = None
    folder: Path | None = None
    read: ReadPlan | Refusal | None = None
    about: tuple[OccurrenceFact, ...] = ()
    held: tuple[Held, ...] = ()
    album: str | None = None
    in_passing: bool = False
    under: str | None = None
    start: int = 1
    act: Act | None = None
    topic: str | None = None
    health: Callable[[Session, datetime], Health] | None = None
    ways: tuple[Way, ...] = ()
    numbers: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    left_out: tuple[Unit, ...] = ()
    out: tuple[str, ...] = ()
    everybody: bool = False
    agreed: bool = False
    note: str = ""
    delay: Delay = _NO_DELAY
    holds: bool = True

    @property
    def number(self) -> str:
        """The task that is named; empty where none is."""
        return self.numbers[0] if self.numbers else ""

    def doing(self, act: Act) -> "Ask":
        """The same for another act."""
        return replace(self, act=act, argument=act.argument)

    @property
    def voice(self) -> Voice:
        """In which it is answered."""
        return speaking(self.words, self.today, self.workdays, self.policy.zone)

    def tell(self, chats: Iterable[Address], notice: Notice) -> int:
        """Have chats told of something at once, or as soon as they may be; give how many had not heard it before."""
        return notices.tell(self.session, chats, notice, now=self.now, policy=self.policy, workdays=self.workdays)

    @property
    def seat(self) -> Seat:
        """The seat that speaks: the first that may."""
        return self.seats[0]


def kept(incoming: Incoming) -> dict[str, Any]:
    """What came in, as the inbox keeps it beside its bot and id."""
    speaker = incoming.speaker
    return {
        "chat_id": speaker.chat_id,
        "user_id": speaker.user_id,
        "name": speaker.name,
        "is_group": speaker.is_group,
        "anonymous": speaker.anonymous,
        "text": incoming.text[:LONGEST],
        "act": incoming.act.to_record() if incoming.act else None,
        "tapped": incoming.tapped,
        "other": incoming.other,
        "addressed": incoming.addressed,
        "answered": incoming.answered,
        "offered": list(incoming.offered),
        "chosen": incoming.chosen,
        "album": incoming.album,
        "forwarded": incoming.forwarded,
        "edited": incoming.edited,
        "message": incoming.message,
        "topic": incoming.topic,
        "file": asdict(incoming.file) if incoming.file else None,
    }


def file_of_kept(content: dict[str, Any]) -> str | None:
    """Where the file lies that what was kept names, however that reads otherwise; None where it names none."""
    file = content.get("file")
    return file.get("path") if isinstance(file, dict) else None


def from_kept(bot: str, update_id: str, content: dict[str, Any]) -> Incoming:
    """What came in, from what the inbox has kept of it."""
    speaker = Speaker(
        bot,
        content["chat_id"],
        content["user_id"],
        content["name"],
        content["is_group"],
        content.get("anonymous", False),
    )
    return Incoming(
        update_id,
        speaker,
        content["text"],
        _act_kept(content),
        content["tapped"],
        content["other"],
        file=Attachment(**content["file"]) if content.get("file") else None,
        addressed=content.get("addressed", False),
        answered=content.get("answered"),
        offered=tuple(content.get("offered", ())),
        chosen=content.get("chosen"),
        album=content.get("album"),
        forwarded=content.get("forwarded", False),
        edited=content.get("edited", False),
        topic=content.get("topic"),
        message=content.get("message"),
    )


def _act_kept(content: dict[str, Any]) -> Act | None:
    """The choice that was taken; an earlier release kept what it was made for beside the line that it typed."""
    if content.get("act"):
        return Act.from_record(content["act"])
    state = State(content["state"]) if content.get("state") else None
    made_for = content.get("occurrence_id")
    return None if made_for is None else line(content["text"], made_for, state)
