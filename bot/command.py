"""What a command is: declared at its handler, with its words, who may say it, what it takes and what it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Literal

from bot import arguments, paging, targets
from bot.arguments import OF_TASKS, Takes
from bot.talk import Ask
from data.facts import Seat
from data.kinds import Role
from data.talk import LISTED, Act, Outgoing

DRAFTER: Literal["drafter"] = "drafter"
"""The unit that drew a plan up, which may look at that one."""

Who = frozenset[Role | Literal["drafter"]]

UNIT_ROLES: Who = frozenset({Role.OFFICER, Role.COORDINATOR})
# A head sees what the unit sees, and changes nothing.
UNIT_READERS: Who = UNIT_ROLES | {Role.HEAD}
# Whoever is told something may say that it was received.
EARS: Who = frozenset(Role)
OVERSEERS: Who = frozenset({Role.COORDINATOR, Role.LEADER, DRAFTER})
OFFICE: Who = frozenset({Role.COORDINATOR})


class Sense(Enum):
    """What a command does: it only asks; tells something that is put on record; decides for Nội vụ; sets up a chat.

    In a group that has joined, what sets is for registered officers alone; in Nội vụ's own group, what decides is for
    its own registered officers.
    """

    ASKS = auto()
    TELLS = auto()
    DECIDES = auto()
    SETS = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Command:
    """One thing that can be said to the service, and what answers it.

    `words` are the ways to say it, folded; the first one is its name. Those that `may`, None means anyone. One without
    `help` is in no list; one without words stands behind a message that names no command.
    """

    words: tuple[str, ...]
    english: str
    may: Who | None
    takes: Takes
    sense: Sense
    example: str
    help: str
    body: Callable[[Ask], Sequence[Outgoing]]

    def __call__(self, ask: Ask) -> Sequence[Outgoing]:
        """What is answered, once what follows the command has been read.

        Raises:
            NumberMissing, OneAtATime, TooManyNumbers, UnitUnknown: it is not what the command takes.
            Refusal: any other that a person is told in words.
        """
        asked = ask = arguments.bare(ask, self.takes)
        ask = arguments.read(ask, self.takes)
        replies = targets.each(ask, self.body) if Takes.EACH_TASK in self.takes else self.body(ask)
        is_listed = asked.act is not None and asked.act.how == LISTED
        if not (is_listed or self.only_shows(asked.argument)):
            return replies
        told = replace(asked.act, command=self.name) if asked.act else Act(self.name, said=asked.argument)
        return tuple(replace(reply, told=reply.told or told) for reply in replies)

    @property
    def name(self) -> str:
        """How it is typed."""
        return self.words[0] if self.words else ""

    @property
    def menu(self) -> str:
        """Its name in a channel's menu of commands."""
        return self.name.replace(" ", "_")

    @property
    def is_of_task(self) -> bool:
        """Whether it begins with the number of a task, or is plain talk without one."""
        return bool(self.takes & OF_TASKS) and Takes.OR_LAST not in self.takes

    @property
    def is_told(self) -> bool:
        """Whether something of a task is put on record: a question is not taken for it."""
        return self.sense in {Sense.TELLS, Sense.DECIDES} and bool(self.takes & (OF_TASKS | Takes.ABOUT))

    def only_shows(self, argument: str) -> bool:
        """Whether nothing is put on record, with this argument: it asks, or shows what there is."""
        return self.sense is Sense.ASKS or (Takes.OR_LIST in self.takes and not argument)

    def is_for(self, seats: Sequence[Seat]) -> bool:
        """Whether one of these seats may use it. Denied by default: a command names those that may."""
        may = self.may
        return may is None or any(seat.role in may or (DRAFTER in may and seat.drew_up) for seat in seats)


@dataclass(frozen=True, slots=True)
class Heard:
    """A command found in a message, the words that named it and what followed them as written.

    Of a long answer what begins with the entry `start` is asked for. `act` is the choice that was taken, where nobody
    typed anything: what of it stands in `argument` is not read.
    """

    command: Command
    typed: str
    argument: str
    start: int = 1
    act: Act | None = None

    @property
    def again(self) -> Act | None:
        """What gives the same answer once more; None where it would do something again."""
        shows = self.command.only_shows(self.argument)
        return (self.act or Act(self.typed, said=self.argument)) if shows else None

    def paged(self) -> "Heard":
        """The same without the words that say where a long answer goes on, if it can be given again for that."""
        argument, start = paging.start_of(self.argument)
        seen_on = replace(self, argument=argument, start=start)
        return seen_on if start > 1 and seen_on.again else self


def command(
    words: str,
    *,
    english: str,
    may: Who | None,
    takes: Takes,
    sense: Sense,
    example: str = "",
    help: str = "",  # noqa: A002
) -> Callable[[Callable[[Ask], Sequence[Outgoing]]], Command]:
    """Declare the handler of a command: its ways to say it parted by " · ", its name first, and its name in English."""
    ways = (*words.split(" · "), english)
    return lambda body: Command(ways, english, may, takes, sense, example, help, body)


def unnamed(
    may: Who, takes: Takes = Takes.ANYTHING, sense: Sense = Sense.TELLS
) -> Callable[[Callable[[Ask], Sequence[Outgoing]]], Command]:
    """Declare what stands behind a message that names no command."""
    return lambda body: Command((), "", may, takes, sense, "", "", body)
