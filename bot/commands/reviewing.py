"""What is done about reports: Nội vụ urges them, takes note of them, sends them back; their evidence is opened."""

from bot.commands.command import EARS, OFFICE, Command
from bot.features import opening, reviewing, urging
from locales import N_

_OPENING = (
    "xem minh chung", "mo minh chung", "tai minh chung", "xem tep", "mo tep", "tai tep", "xem file", "mo file",
    "xem anh", "mo anh", "see evidence", "show evidence", "open evidence",
)  # fmt: skip

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
        words=_OPENING,
        handler=opening.show,
        roles=EARS,
        example="xem minh chung 10 · xem minh chung 10 VP",
        help=N_("see what backs a report, with the photos and files that were sent"),
        menu="xem_minh_chung",
        of_task=True,
        looks=True,
        reads=True,
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
        reads_alone=True,
    ),
    Command(
        words=("tra lai", "de nghi bo sung", "bo sung", "send back"),
        handler=reviewing.send_back,
        roles=OFFICE,
        example="tra lai 10 VP thiếu số văn bản",
        help=N_("send a report back, with what is to be added"),
        menu="tra_lai",
        of_task=True,
        tells=True,
        decides=True,
    ),
    Command(
        words=("go vuong", "go vuong mac", "thao go", "giai dap", "clear difficulty"),
        handler=reviewing.clear,
        roles=OFFICE,
        example="go vuong · go vuong 12 X-TN đề nghị phân công công chức kiêm nhiệm",
        help=N_("see which difficulties wait, answer one"),
        menu="go_vuong",
        of_task=True,
        tells=True,
        decides=True,
        reads_alone=True,
    ),
)
