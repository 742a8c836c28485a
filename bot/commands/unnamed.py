"""What stands behind a message that names no command; those made here are in no list."""

from bot.commands import reporting
from bot.commands.command import EARS, OFFICE, UNIT_ROLES, Command
from bot.handlers import attaching, confirming, drafting, evidencing, guessing

# What a photo or a file of a unit is about.
EVIDENCE = next(command for command in reporting.COMMANDS if command.handler is evidencing.add)

# What may take with it a file that was sent before.
DONE = next(command for command in reporting.COMMANDS if command.handler is confirming.done)

# What a photo or a file is that was sent in answer to a message.
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
    handler=drafting.show,
    roles=OFFICE,
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
