"""What stands behind a message that names no command; the two made here are in no list."""

from bot.commands import reporting
from bot.commands.command import OFFICE, UNIT_ROLES, Command
from bot.handlers import drafting, evidencing, guessing

# What a photo or a file of a unit is about.
EVIDENCE = next(command for command in reporting.COMMANDS if command.handler is evidencing.add)

# What a document of Nội vụ's is.
PLAN_FILE = Command(
    words=("",),
    handler=drafting.show,
    roles=OFFICE,
    example="",
    help="",
    menu="",
)

# What plain words of a unit are.
PLAIN = Command(
    words=("",),
    handler=guessing.plain,
    roles=UNIT_ROLES,
    example="",
    help="",
    menu="",
)
