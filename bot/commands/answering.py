"""What a unit answers a reminder, short of reporting: received, under way, something in the way, later."""

from bot.commands.command import EARS, UNIT_ROLES, Command
from bot.features import progress
from locales import N_

COMMANDS = (
    Command(
        words=("da nhan", "nhan duoc", "da tiep nhan", "tiep nhan", "received"),
        handler=progress.acknowledge,
        roles=EARS,
        example="da nhan · da nhan 10",
        help=N_("say that a reminder has been received"),
        menu="da_nhan",
    ),
    Command(
        words=("dang lam", "dang thuc hien", "dang trien khai", "tien do", "progress"),
        handler=progress.progress,
        roles=UNIT_ROLES,
        example="dang lam 6 đã xong dự thảo",
        help=N_("say how far a task has come"),
        menu="dang_lam",
        of_task=True,
        tells=True,
    ),
    Command(
        words=("vuong", "vuong mac", "bao vuong", "kho khan", "difficulty"),
        handler=progress.difficulty,
        roles=UNIT_ROLES,
        example="vuong 10 chưa bố trí được kinh phí",
        help=N_("tell the Home Affairs Office what is in the way"),
        menu="vuong",
        of_task=True,
        tells=True,
    ),
    Command(
        words=("nhac sau", "nhac lai", "hoan nhac", "de sau", "remind later", "remind me later", "snooze"),
        handler=progress.put_off,
        roles=UNIT_ROLES,
        example="nhac sau 10 3 ngay",
        help=N_("be reminded some working days later; the deadline stays"),
        menu="nhac_sau",
        of_task=True,
        tells=True,
    ),
    Command(
        words=("nhac phoi hop", "de nghi phoi hop", "ask support"),
        handler=progress.ask_support,
        roles=UNIT_ROLES,
        example="nhac phoi hop 10 đề nghị gửi số liệu trước 25/1",
        help=N_("ask the supporting units of a task for their part"),
        menu="nhac_phoi_hop",
        tells=True,
    ),
)
