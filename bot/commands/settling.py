"""What a plan leaves open, and how it is settled: questions, days, units, duties, what was past due."""

from bot.commands.command import OFFICE, UNIT_ROLES, Command
from bot.handlers import assigning, planning
from locales import N_

# The command itself may say what is to become of a unit.
_LEADING = (
    "don vi", "them don vi", "bo don vi", "xoa don vi", "thay don vi", "lead units", "lead unit", "add lead units",
    "add lead unit", "remove lead units", "remove lead unit",
)  # fmt: skip
_SUPPORTING = (
    "phoi hop", "them phoi hop", "bo phoi hop", "xoa phoi hop", "thay phoi hop", "supporting units", "supporting unit",
    "add supporting units", "add supporting unit", "remove supporting units", "remove supporting unit",
)  # fmt: skip

COMMANDS = (
    Command(
        words=("cau hoi", "questions"),
        handler=planning.question_list,
        roles=OFFICE,
        example="cau hoi",
        help=N_("what the plan leaves open, with what to type"),
        menu="cau_hoi",
    ),
    Command(
        words=("dong y cau hoi", "dong y cau", "agree question"),
        handler=planning.agree,
        roles=OFFICE,
        example="dong y cau hoi 4",
        help=N_("agree to the likely answer to a question"),
        menu="dong_y_cau_hoi",
        decides=True,
    ),
    Command(
        words=("bo qua cau hoi", "bo qua cau", "giu nguyen cau hoi", "skip question"),
        handler=planning.leave_as_it_is,
        roles=OFFICE,
        example="bo qua cau hoi 3",
        help=N_("leave a point as the plan has it"),
        menu="bo_qua_cau_hoi",
        decides=True,
    ),
    Command(
        words=("dat han", "dat thoi han", "set deadline"),
        handler=planning.set_day,
        roles=OFFICE,
        example="dat han 11 30/06/2023",
        help=N_("set the day of a task that has none"),
        menu="dat_han",
        tells=True,
        decides=True,
    ),
    Command(
        words=("san pham", "product"),
        handler=planning.name_product,
        roles=OFFICE,
        example="san pham 7 Báo cáo",
        help=N_("say what a task must yield, where the plan does not"),
        menu="san_pham",
        tells=True,
        decides=True,
    ),
    Command(
        words=_LEADING,
        handler=assigning.lead_units,
        roles=OFFICE,
        example="don vi 3 VHTT, TTVHTT · don vi 12 them KT · don vi 12 bo P-LL",
        help=N_("say which units lead a task, add one or take one off"),
        menu="don_vi",
        tells=True,
        decides=True,
    ),
    Command(
        words=_SUPPORTING,
        handler=assigning.supporting_units,
        roles=UNIT_ROLES,
        listed_for=OFFICE,
        example="phoi hop 3 VHTT · phoi hop 12 bo P-LL",
        help=N_("say which units support a task"),
        menu="phoi_hop",
        tells=True,
        decides=True,
    ),
    Command(
        words=("viec ngoai bang", "nhiem vu ngoai bang", "duties"),
        handler=planning.duties,
        roles=OFFICE,
        example="viec ngoai bang",
        help=N_("the duties outside the table"),
        menu="viec_ngoai_bang",
    ),
    Command(
        words=("nhan viec", "accept duty"),
        handler=planning.accept_duty,
        roles=UNIT_ROLES,
        listed_for=OFFICE,
        example="nhan viec III.1.4",
        help=N_("follow a duty outside the table up"),
        menu="nhan_viec",
        tells=True,
        decides=True,
    ),
    Command(
        words=("khong nhan viec", "refuse duty"),
        handler=planning.refuse_duty,
        roles=OFFICE,
        example="khong nhan viec III.1.4",
        help=N_("put a duty outside the table aside"),
        menu="khong_nhan_viec",
        tells=True,
        decides=True,
    ),
    Command(
        words=("tinh viec", "count task"),
        handler=planning.count_past,
        roles=OFFICE,
        example="tinh viec 10",
        help=N_("follow up what was past due at the start"),
        menu="tinh_viec",
        tells=True,
        decides=True,
    ),
    Command(
        words=("khong tinh viec", "discount task"),
        handler=planning.discount_past,
        roles=OFFICE,
        example="khong tinh viec 10",
        help=N_("leave what was past due at the start"),
        menu="khong_tinh_viec",
        tells=True,
        decides=True,
    ),
)
