"""What a command is, who may use it, and how one is heard in a message."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.talk import Ask
from data.facts import Seat
from data.kinds import Role
from data.talk import Outgoing

UNIT_ROLES = frozenset({Role.OFFICER, Role.COORDINATOR})
# A head sees what the unit sees, and changes nothing.
UNIT_READERS = UNIT_ROLES | {Role.HEAD}
# Whoever is told something may say that it was received.
EARS = frozenset(Role)
OVERSEERS = frozenset({Role.COORDINATOR, Role.LEADER})
OFFICE = frozenset({Role.COORDINATOR})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be said to the service.

    `words` are the ways to say it, folded; the first one is its name. `roles` are those that may, None means anyone.
    `menu` is its name in a channel's menu of commands, which is another one after a command that `changes_menu`.
    One that is `for_drafters` may be used by the unit that drew a plan up too, for that plan.
    In a group that has joined, a command that `is_setting` is for registered officers alone; one that `decides` for
    Nội vụ is in its own group for its own registered officers.
    What follows one `of_task` begins with the number of a task; other words may be plain talk. What is said with one
    that `tells` is put on record: a question is not taken for it. Nothing follows one that stands `alone`. One that
    `surveys` may name units and periods too, and is no plain talk where the chat may use it. One that `reads_draft` has
    the file of the draft that it names read before, one that `reads_held` the file that waits in the chat. One that
    only `looks` shows what a button was made for however that stands by now, and asks itself who may see it. The help
    and the menu list it for those roles only that it is `listed_for`, where others may say it in another sense.
    One that `reads` changes nothing, one that `reads_alone` nothing as long as nothing follows it: a long answer of
    theirs goes on behind "tiep 21".
    """

    words: tuple[str, ...]
    handler: Callable[[Ask], Sequence[Outgoing]]
    roles: frozenset[Role] | None
    example: str
    help: str
    menu: str
    changes_menu: bool = False
    for_drafters: bool = False
    is_setting: bool = False
    decides: bool = False
    of_task: bool = False
    tells: bool = False
    alone: bool = False
    reads_draft: bool = False
    reads_held: bool = False
    looks: bool = False
    surveys: bool = False
    listed_for: frozenset[Role] | None = None
    reads: bool = False
    reads_alone: bool = False

    @property
    def name(self) -> str:
        """How it is typed."""
        return self.words[0]


@dataclass(frozen=True, slots=True)
class Heard:
    """A command found in a message, the words that named it and what followed them as written.

    Of a long answer what begins with the entry `start` is asked for.
    """

    command: Command
    typed: str
    argument: str
    start: int = 1

    @property
    def again(self) -> str:
        """The line that gives the same answer once more; empty where it would do something again."""
        reads = self.command.reads or (self.command.reads_alone and not self.argument)
        return f"{self.typed} {self.argument}".strip() if reads else ""


def is_listed(command: Command, role: Role) -> bool:
    """Whether the help names it to a role that may use it."""
    return command.listed_for is None or role in command.listed_for


def may(command: Command, seat: Seat) -> bool:
    """Whether a seat may use a command. Denied by default: a command names the roles that may, None means anyone."""
    return command.roles is None or seat.role in command.roles or (command.for_drafters and bool(seat.drew_up))
