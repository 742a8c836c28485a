"""What passes between a chat and the house: who speaks, what is said to it, the Choices under it, the files with it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from data.acts import Act, line
from data.kinds import State


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody may choose: a label, and what it does.

    The state of what it was made for is put on by `data.work.buttons.marked` when it leaves the house.
    """

    label: str
    act: Act

    def to_record(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {"label": self.label, "act": self.act.to_record()}

    @staticmethod
    def from_record(record: Mapping[str, Any]) -> "Choice":
        """The choice that was kept; one of an earlier release has the line that it typed.

        Raises:
            KeyError, TypeError, ValueError, AttributeError: it is none.
        """
        if "act" in record:
            return Choice(record["label"], Act.from_record(record["act"]))
        state = record["state"]
        act = line(record["command"], record["occurrence_id"], State(state) if state else None)
        return Choice(record["label"], act)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with the words: the name it is sent under, its path under DATA_DIR and the SHA-256 it must have.

    `kind` is "photo", or that of any other file; `label` is what stands under it, `otherwise` what is said in its place
    where it cannot go.
    """

    name: str
    path: str
    sha256: str
    kind: str
    label: str = ""
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Words for one chat. A line that begins with two spaces belongs to the one before; elsewhere it may be split.

    `numbered` says that the text gives the choices numbers, by which they may be taken on any channel. `files` come
    after the words. `topic` is where in the chat it is said, `quoting` the channel's id of the message it answers;
    with `replaces` it is said in place of our message of that id, and with `menu` the chat's menu of commands is from
    now on that one (an empty one is the common menu again).
    """

    title: str
    text: str
    choices: tuple[Choice, ...] = ()
    numbered: bool = False
    files: tuple[Enclosed, ...] = ()
    topic: str | None = None
    quoting: str | None = None
    replaces: str | None = None
    menu: tuple[tuple[str, str], ...] | None = None


def recorded(outgoing: Outgoing) -> dict[str, Any]:
    """What is said, as the outbox keeps it."""
    return {**asdict(outgoing), "choices": [each.to_record() for each in outgoing.choices]}


def from_record(record: Mapping[str, Any]) -> Outgoing:
    """What is said, from what the outbox has kept of it."""
    menu = record["menu"]
    return Outgoing(
        record["title"],
        record["text"],
        tuple(map(Choice.from_record, record["choices"])),
        record["numbered"],
        tuple(Enclosed(**each) for each in record["files"]),
        record["topic"],
        record["quoting"],
        record["replaces"],
        None if menu is None else tuple((name, said) for name, said in menu),
    )


def in_words(outgoing: Outgoing) -> Outgoing:
    """`outgoing` for a channel that carries no files: what stands for each is said below the words."""
    said = (outgoing.text, *(file.otherwise for file in outgoing.files))
    return replace(outgoing, text="\n".join(filter(None, said)), files=())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who wrote, to which of our bots, in which chat; `anonymous` where the channel does not say which person it was.

    `bot` is a channel's name, with the bot's id where the channel has several: "local", "channel:42".
    """

    bot: str
    chat_id: str
    user_id: str
    name: str
    is_group: bool = False
    anonymous: bool = False

    @property
    def channel(self) -> str:
        """The channel of the bot: a person has one account for all its bots."""
        return channel_of(self.bot)


def channel_of(bot: str) -> str:
    """The channel that a bot belongs to: "channel" of "channel:42"."""
    return bot.partition(":")[0]
