"""What passes between a chat and the house: who speaks, what is said to it, the Choices under it and what each does."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from hashlib import sha256
from typing import Any

from data.kinds import State

# Reports of several tasks may be said in one line; every other command is given by itself.
_IN_ONE_LINE = frozenset({"xong", "ghi thay"})
_YES, _TAKEN_BACK = "dong y", "bao nham"
# These say yes to what is shown above them, by its number alone.
_DONE_BY_NUMBER = frozenset({("thong bao", "gui", ""), ("nhap", "", ""), ("nhap", "", "theo tep")})
# Behind those it is for a colon opens the words.
_OPENS_WORDS = frozenset({"thong bao", "giao viec"})
# From units to the last of them; everywhere else units are a list.
_FROM_TO, _SEVERAL = "ban giao", 3


LISTED = "xem"
"""What waits is shown, of the tasks and units that are named."""
# What one types to say that something else is meant.
NOT_MEANT = "không phải"


@dataclass(frozen=True, slots=True)
class Act:
    """A command by the words that it is typed with, and its arguments.

    `how` is a word of the command's own before them ("gui", "qua han", "thay"), `then` one behind them ("dong y", "van
    gui"); `number` is that of a draft, a question, a list, a person or a piece of evidence. `without` is what is left
    out, `by` the units that come in the place of `units`, `period` is a key, `parts` are products of a task. `text` is
    what somebody said, a note or a reason: no number, doubt or command is looked for in it. `files` are the words by
    which one says that the files go with it that wait in the chat. What is done with it, other tasks reported in the
    same line or other commands, stands `beside` it.

    `made_for` are the units that the task had when the choice was offered; `occurrence_id` is what it was made for, and
    `state` how that stood then. Of a long answer what begins with the entry `start` is asked for.

    `said` is what somebody typed that has not been understood yet. An act with it, or without a command, is a line: it
    is read as if it had been typed.
    """

    command: str
    tasks: tuple[str, ...] = ()
    how: str = ""
    number: int | None = None
    units: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    period: str = ""
    day: date | None = None
    parts: tuple[str, ...] = ()
    text: str = ""
    said: str = ""
    then: str = ""
    files: str = ""
    beside: tuple["Act", ...] = ()
    made_for: tuple[str, ...] | None = None
    occurrence_id: int | None = None
    state: State | None = None
    start: int = 1

    @property
    def is_line(self) -> bool:
        """Whether it must be read as if it had been typed."""
        return not self.command or bool(self.said)

    @property
    def agrees(self) -> bool:
        """Whether it says yes to what was asked."""
        by_number = self.number is not None and (self.command, self.how, self.then) in _DONE_BY_NUMBER
        return _YES in {self.how, self.then} or by_number or self.said.endswith(f" {_YES}")

    @property
    def takes_back(self) -> bool:
        """Whether it takes a report back."""
        return self.command == _TAKEN_BACK

    @property
    def apart(self) -> tuple["Act", ...]:
        """The acts of which it is made, one after the other; itself where a line can say it."""
        if self.command in _IN_ONE_LINE and all(each.command == self.command for each in self.beside):
            return (self,)
        if not self.beside:
            return (self,)
        return (replace(self, beside=()), *self.beside)

    @property
    def typed(self) -> str:
        """The line that a person could type instead; a line for each of several commands."""
        if len(self.apart) > 1:
            return "\n".join(each.typed for each in self.apart)
        on = f"tiep {self.start}" if self.start > 1 else ""
        return _joined(self.command, self.argument, self.files, on)

    @property
    def argument(self) -> str:
        """What of that line stands behind the command."""
        if not self.beside:
            return _joined(", ".join(self.tasks), self.behind)
        return "; ".join(
            _joined(", ".join(each.tasks), "thi" if each.text and not each.how else "", each.behind)
            for each in (self, *self.beside)
        )

    @property
    def behind(self) -> str:
        """What of that line stands behind the tasks."""
        named = _joined(
            _from_to(self.units) if self.command == _FROM_TO else ", ".join(self.units),
            f"bang {', '.join(self.by)}" if self.by else "",
            f"tru {', '.join(self.without)}" if self.without else "",
            typed_period(self.period) if self.period else "",
            f"{self.day:%d/%m/%Y}" if self.day else "",
        )
        colon = ":" if named and self.text and self.command in _OPENS_WORDS else ""
        return _joined(
            self.how,
            str(self.number) if self.number is not None else "",
            f"{named}{colon}",
            ", ".join(self.parts),
            self.text,
            self.said,
            self.then,
        )

    @property
    def reference(self) -> str:
        """A short name, the same for the same act: 16 hexadecimal digits."""
        whole = json.dumps(self.to_record(), sort_keys=True, ensure_ascii=False)
        return sha256(whole.encode()).hexdigest()[:16]

    def of_task(self, number: str, named: str) -> "Act":
        """The same of another task: `named` where it says `number`."""
        beside = tuple(each.of_task(number, named) for each in self.beside)
        tasks, without = (
            tuple(named if each == number else each for each in row) for row in (self.tasks, self.without)
        )
        return replace(self, tasks=tasks, without=without, beside=beside)

    def to_record(self) -> dict[str, Any]:
        """As JSON holds it: what is not said is not there."""
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        record = {name: value for name, value in told.items() if value != _UNSAID[name]}
        if self.day is not None:
            record["day"] = self.day.isoformat()
        if self.beside:
            record["beside"] = [each.to_record() for each in self.beside]
        return {name: list(value) if isinstance(value, tuple) else value for name, value in record.items()}

    @staticmethod
    def from_record(record: Mapping[str, Any]) -> "Act":
        """The act that was kept.

        Raises:
            KeyError, TypeError, ValueError, AttributeError: it is none.
        """
        told: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in record.items()
        }
        if "day" in told:
            told["day"] = date.fromisoformat(told["day"])
        if "beside" in told:
            told["beside"] = tuple(Act.from_record(each) for each in told["beside"])
        if "state" in told:
            told["state"] = State(told["state"])
        return Act(**told)


_UNSAID = {each.name: each.default for each in fields(Act)}


def line(text: str, occurrence_id: int | None = None, state: State | None = None) -> Act:
    """What somebody could have typed, to be read as if they had; earlier releases kept nothing else of a choice."""
    return Act("", said=text, occurrence_id=occurrence_id, state=state)


def typed_period(key: str) -> str:
    """How a period of the plan's year is typed: "2023-Q1" → "quy 1", "2023-03" → "thang 3", "2023-H1", "2023".

    Empty for a week, which nobody names: `xong 1` asks for which one it is where that is not plain.
    """
    year, _, part = key.partition("-")
    if part.startswith("W"):
        return ""
    if not part:
        return f"nam {year}"
    if part.startswith("H"):
        return "6 thang dau nam" if part == "H1" else "6 thang cuoi nam"
    return f"quy {part[1:]}" if part.startswith("Q") else f"thang {int(part)}"


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _from_to(units: tuple[str, ...]) -> str:
    return " ".join(units) if len(units) < _SEVERAL else f"{', '.join(units[:-1])} cho {units[-1]}"


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody may choose: a label, and what it does.

    The state of what it was made for is put on by `data.work.reporting.with_states` when it leaves the house.
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

    Of an answer, `told` is the question that it answers, and `asks` what it asks for first: "task", "day", "unit",
    "text", "ground" or "period". Both are said in the words as well, and go no further than who answers.
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
    told: Act | None = field(default=None, compare=False)
    asks: str = field(default="", compare=False)


def recorded(outgoing: Outgoing) -> dict[str, Any]:
    """What is said, as the outbox keeps it."""
    said = asdict(replace(outgoing, told=None))
    del said["told"], said["asks"]
    return {**said, "choices": [each.to_record() for each in outgoing.choices]}


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
