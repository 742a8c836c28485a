"""What a plan leaves open, and how it is settled: questions, days, units, duties, what was past due."""

from bot.commands.command import OFFICE, UNIT_ROLES, Command
from bot.handlers import planning
from locales import N_

COMMANDS = (
    Command(
        words=("cau hoi", "questions"),
        handler=planning.questions,
        roles=OFFICE,
        example="cau hoi",
        help=N_("what the plan leaves open, with what to type"),
        menu="cau_hoi",
    ),
    Command(
        words=("bo qua cau hoi", "giu nguyen cau hoi", "skip question"),
        handler=planning.leave_as_it_is,
        roles=OFFICE,
        example="bo qua cau hoi 3",
        help=N_("leave a point as the plan has it"),
        menu="bo_qua_cau_hoi",
    ),
    Command(
        words=("dat han", "dat thoi han", "set deadline"),
        handler=planning.set_day,
        roles=OFFICE,
        example="dat han 11 30/06/2023",
        help=N_("set the day of a task that has none"),
        menu="dat_han",
    ),
    Command(
        words=("don vi", "lead units"),
        handler=planning.lead_units,
        roles=OFFICE,
        example="don vi 3 VHTT, TTVHTT",
        help=N_("say which units lead a task"),
        menu="don_vi",
    ),
    Command(
        words=("phoi hop", "supporting units"),
        handler=planning.supporting_units,
        roles=UNIT_ROLES,
        example="phoi hop 3 VHTT",
        help=N_("say which units support a task"),
        menu="phoi_hop",
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
        example="nhan viec III.1.4",
        help=N_("follow a duty outside the table up"),
        menu="nhan_viec",
    ),
    Command(
        words=("khong nhan viec", "refuse duty"),
        handler=planning.refuse_duty,
        roles=OFFICE,
        example="khong nhan viec III.1.4",
        help=N_("put a duty outside the table aside"),
        menu="khong_nhan_viec",
    ),
    Command(
        words=("tinh viec", "count task"),
        handler=planning.count_past,
        roles=OFFICE,
        example="tinh viec 10",
        help=N_("follow up what was past due at the start"),
        menu="tinh_viec",
    ),
    Command(
        words=("khong tinh viec", "discount task"),
        handler=planning.discount_past,
        roles=OFFICE,
        example="khong tinh viec 10",
        help=N_("leave what was past due at the start"),
        menu="khong_tinh_viec",
    ),
)
