"""What Nội vụ looks up: what comes next, who was reached, who changed what, how the service stands."""

from bot.commands.command import OFFICE, Command
from bot.features import overseeing
from locales import N_

COMMANDS = (
    Command(
        words=("sap den han", "sap toi han", "sap han", "hai tuan toi", "due soon"),
        handler=overseeing.soon,
        roles=OFFICE,
        example="sap den han",
        help=N_("what falls due in the next two weeks"),
        menu="sap_den_han",
        reads=True,
    ),
    Command(
        words=("giao nhan", "tinh trang gui", "delivery"),
        handler=overseeing.delivery,
        roles=OFFICE,
        example="giao nhan 10",
        help=N_("whether the units have been reached about a task"),
        menu="giao_nhan",
        reads=True,
    ),
    Command(
        words=("nhat ky", "lich su", "record", "log"),
        handler=overseeing.record,
        roles=OFFICE,
        example="nhat ky 10",
        help=N_("who changed what in a task"),
        menu="nhat_ky",
        reads=True,
    ),
    Command(
        words=("suc khoe", "suc khoe he thong", "tinh trang he thong", "health"),
        handler=overseeing.health,
        roles=OFFICE,
        example="suc khoe",
        help=N_("whether the service itself works as it should"),
        menu="suc_khoe",
        alone=True,
    ),
)
