"""What Nội vụ does about reports: urge them, take note of them, send them back."""

from bot.commands.command import OFFICE, Command
from bot.handlers import reviewing, urging
from locales import N_

COMMANDS = (
    Command(
        words=("don doc", "urge"),
        handler=urging.urge,
        roles=OFFICE,
        example="don doc 1 · don doc 1 P-LL · don doc qua han",
        help=N_("urge the units that have not reported"),
        menu="don_doc",
        tells=True,
        decides=True,
    ),
    Command(
        words=("ghi nhan", "chap nhan", "accept", "take note"),
        handler=reviewing.note,
        roles=OFFICE,
        example="ghi nhan 10 · ghi nhan 10 VP",
        help=N_("take note of what was reported"),
        menu="ghi_nhan",
        of_task=True,
        tells=True,
        decides=True,
    ),
    Command(
        words=("tra lai", "de nghi bo sung", "bo sung", "send back"),
        handler=reviewing.send_back,
        roles=OFFICE,
        example="tra lai 10 VP thieu so van ban",
        help=N_("send a report back, with what is to be added"),
        menu="tra_lai",
        of_task=True,
        tells=True,
        decides=True,
    ),
)
