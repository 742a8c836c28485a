"""What stands behind a message that names no command; those made here are in no list."""

from bot.commands import reporting
from bot.commands.command import EARS, UNIT_ROLES, Command
from bot.handlers import attaching, confirming, doubting, evidencing, guessing, supplementing

# What brings evidence for a task by its number.
EVIDENCE = next(command for command in reporting.COMMANDS if command.handler is evidencing.add)

# What may take with it a file that was sent before.
DONE = next(command for command in reporting.COMMANDS if command.handler is confirming.done)

# What a photo or a file of a unit is without a command, sent in answer to a message or by itself.
ATTACHED = Command(
    words=("",),
    handler=attaching.attach,
    roles=UNIT_ROLES,
    example="",
    help="",
    menu="",
)

# What a document of Nội vụ's is.
PLAN_FILE = Command(
    words=("",),
    handler=attaching.document,
    roles=UNIT_ROLES,
    example="",
    help="",
    menu="",
)

# What plain words are: a unit's may mean one of its tasks, anybody's that a message was received.
PLAIN = Command(
    words=("",),
    handler=guessing.plain,
    roles=EARS,
    example="",
    help="",
    menu="",
)

# What a question is that begins with a command.
ASKED = Command(
    words=("",),
    handler=guessing.asked,
    roles=UNIT_ROLES,
    example="",
    help="",
    menu="",
)

# What a report is whose words say that it is not done yet.
DOUBTED = Command(
    words=("",),
    handler=doubting.doubted,
    roles=UNIT_ROLES,
    example="",
    help="",
    menu="",
)

# What a unit means by the words in which Nội vụ sends a report back: "bổ sung việc 10 số 12/KH-VP".
SUPPLEMENT = Command(
    words=("bo sung", "de nghi bo sung"),
    handler=supplementing.supplement,
    roles=UNIT_ROLES,
    example="",
    help="",
    menu="",
    tells=True,
)
