"""How things stand, for Nội vụ and leaders, and for the unit that drew a plan up."""

from bot.commands.command import OVERSEERS, Command
from bot.handlers import overseeing, urging
from locales import N_

COMMANDS = (
    Command(
        words=("tinh hinh", "tong hop", "thong ke", "summary", "status"),
        handler=overseeing.summary,
        roles=OVERSEERS,
        example="tinh hinh · tinh hinh 1 · tinh hinh P-LL · tinh hinh quy 1",
        help=N_("how the plan, a task, a unit or a period stands"),
        menu="tinh_hinh",
        for_drafters=True,
    ),
    Command(
        words=("qua han", "tre han", "cham han", "overdue"),
        handler=overseeing.overdue,
        roles=OVERSEERS,
        example="qua han",
        help=N_("what is overdue"),
        menu="qua_han",
        for_drafters=True,
    ),
    Command(
        words=("chua bao", "chua bao cao", "ai chua bao", "don vi chua bao", "not reported", "missing"),
        handler=urging.missing,
        roles=OVERSEERS,
        example="chua bao 1",
        help=N_("who has not reported a task"),
        menu="chua_bao",
        for_drafters=True,
        of_task=True,
    ),
)
