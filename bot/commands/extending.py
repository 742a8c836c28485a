"""Extensions (Gia hạn): a unit asks for a later day, Nội vụ passes on what was decided."""

from bot.commands.command import OFFICE, UNIT_ROLES, Command
from bot.features import extending
from locales import N_

COMMANDS = (
    Command(
        words=("gia han", "xin gia han", "de nghi gia han", "extend"),
        handler=extending.ask_for,
        roles=UNIT_ROLES,
        example="gia han 10 15/02 lý do chờ ý kiến cấp trên",
        help=N_("ask for a later day, with the reason"),
        menu="gia_han",
        of_task=True,
        tells=True,
    ),
    Command(
        words=("cho gia han", "gia han cho", "dong y gia han", "chap thuan gia han", "duyet gia han", "grant"),
        handler=extending.grant,
        roles=OFFICE,
        example="cho gia han 10 VP theo công văn số 15/UBND-VP",
        help=N_("pass on that a later day was approved, with the ground"),
        menu="cho_gia_han",
        of_task=True,
        tells=True,
        decides=True,
    ),
    Command(
        words=("khong cho gia han", "khong dong y gia han", "khong gia han", "tu choi gia han", "refuse"),
        handler=extending.refuse,
        roles=OFFICE,
        example="khong cho gia han 10 VP",
        help=N_("pass on that a later day was not approved"),
        menu="khong_cho_gia_han",
        of_task=True,
        tells=True,
        decides=True,
    ),
)
