"""What stands behind a message that names no command; those made here are in no list."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.commands import reporting as reports
from bot.commands.command import EARS, UNIT_ROLES, Command
from bot.features import attaching, doubting, evidencing, guessing, reporting
from bot.talk import Ask
from data.kinds import Role
from data.talk import Outgoing


def _unnamed(handler: Callable[[Ask], Sequence[Outgoing]], roles: frozenset[Role]) -> Command:
    return Command(words=("",), handler=handler, roles=roles, example="", help="", menu="")


# What brings evidence for a task by its number.
EVIDENCE = next(command for command in reports.COMMANDS if command.handler is evidencing.add)

# What may take with it a file that was sent before.
DONE = next(command for command in reports.COMMANDS if command.handler is reporting.done)

# What a photo or a file of a unit is without a command, sent in answer to a message or by itself.
ATTACHED = _unnamed(attaching.attach, UNIT_ROLES)

# What a document of Nội vụ's is.
PLAN_FILE = _unnamed(attaching.document, UNIT_ROLES)

# What plain words are: a unit's may mean one of its tasks, anybody's that a message was received.
PLAIN = _unnamed(guessing.plain, EARS)

# What a question is that begins with a command.
ASKED = _unnamed(guessing.asked, UNIT_ROLES)

# What a report is whose words say that it is not done yet.
DOUBTED = _unnamed(doubting.doubted, UNIT_ROLES)

# What a unit means by the words in which Nội vụ sends a report back: "bổ sung việc 10 số 12/KH-VP".
SUPPLEMENT = replace(_unnamed(reporting.supplement, UNIT_ROLES), words=("bo sung", "de nghi bo sung"), tells=True)
