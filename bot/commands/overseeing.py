"""How things stand, for Nội vụ and leaders, and for the unit that drew a plan up."""

from bot.commands.command import OVERSEERS, UNIT_READERS, Command
from bot.features import lateness, overseeing
from locales import N_

COMMANDS = (
    Command(
        words=("tinh hinh", "bao cao tinh hinh", "tong hop", "thong ke", "summary", "status"),
        handler=overseeing.summary,
        roles=OVERSEERS,
        example="tinh hinh · tinh hinh 1 · tinh hinh P-LL · tinh hinh 1 quy 1",
        help=N_("how the plan, a task, a unit or a period stands"),
        menu="tinh_hinh",
        for_drafters=True,
        reads=True,
    ),
    Command(
        words=("qua han", "tre han", "cham han", "overdue"),
        handler=lateness.overdue,
        roles=OVERSEERS | UNIT_READERS,
        example="qua han · qua han 10",
        help=N_("what is overdue"),
        menu="qua_han",
        for_drafters=True,
        reads=True,
    ),
    Command(
        words=(
            "chua bao",
            "chua bao cao",
            "ai chua bao",
            "don vi chua bao",
            "don vi nao chua bao",
            "not reported",
            "missing",
        ),
        handler=lateness.missing,
        roles=OVERSEERS,
        example="chua bao · chua bao 1 · chua bao P-LL",
        help=N_("who has not reported"),
        menu="chua_bao",
        for_drafters=True,
        of_task=True,
        surveys=True,
        reads=True,
    ),
)
