"""What Nội vụ brings before the leaders, or tells the units in its own words."""

from bot.commands.command import OFFICE, Command
from bot.features import announcing
from locales import N_

COMMANDS = (
    Command(
        words=("trinh lanh dao", "bao cao lanh dao", "leaders"),
        handler=announcing.exceptions,
        roles=OFFICE,
        example="trinh lanh dao · trinh lanh dao tru 10",
        help=N_("look through what is late and bring it before the leaders"),
        menu="trinh_lanh_dao",
        decides=True,
        reads_alone=True,
    ),
    Command(
        words=("thong bao", "broadcast", "announce"),
        handler=announcing.broadcast,
        roles=OFFICE,
        example="thong bao P-LL, X-TN: …",
        help=N_("tell all units, or those named, something in your own words"),
        menu="thong_bao",
        decides=True,
    ),
)
