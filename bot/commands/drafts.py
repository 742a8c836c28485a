"""Drafts of plans, made by sending a file: Nội vụ imports or drops them."""

from bot.commands.command import OFFICE, Command
from bot.features import attaching, drafting
from locales import N_

COMMANDS = (
    Command(
        words=("nhap", "nhap ban nhap", "import draft"),
        handler=drafting.accept,
        roles=OFFICE,
        example="nhap 1",
        help=N_("import a draft, made by sending the plan's file here, and switch it on"),
        menu="nhap",
        reads_draft=True,
        decides=True,
    ),
    Command(
        words=("bo nhap", "bo ban nhap", "drop draft"),
        handler=drafting.refuse,
        roles=OFFICE,
        example="bo nhap 1",
        help=N_("drop a draft"),
        menu="bo_nhap",
        decides=True,
    ),
    Command(
        words=("doc ke hoach", "doc tep ke hoach", "lap ban nhap", "read plan"),
        handler=attaching.read_plan,
        roles=OFFICE,
        example="doc ke hoach · doc ke hoach 2023",
        help=N_("make a draft of the file that waits to be told what it is"),
        menu="doc_ke_hoach",
        reads_held=True,
        decides=True,
    ),
)
