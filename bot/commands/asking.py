"""What a unit, or its head, asks of its own work: by when, why, what is due, what is left."""

from bot.commands.command import UNIT_READERS, Command
from bot.handlers import minding
from locales import N_

COMMANDS = (
    Command(
        words=("han", "thoi han", "han cua", "deadline", "due"),
        handler=minding.deadline,
        roles=UNIT_READERS,
        example="han 10",
        help=N_("the deadline of a task"),
        menu="han",
        of_task=True,
    ),
    Command(
        words=("vi sao", "tai sao", "sao lai nhac", "why"),
        handler=minding.why,
        roles=UNIT_READERS,
        example="vi sao 10",
        help=N_("why your unit is told of a task"),
        menu="vi_sao",
        of_task=True,
    ),
    Command(
        words=("tuan nay", "viec tuan nay", "trong tuan", "this week", "my week"),
        handler=minding.this_week,
        roles=UNIT_READERS,
        example="tuan nay",
        help=N_("what is due this week"),
        menu="tuan_nay",
        alone=True,
    ),
    Command(
        words=("thang nay", "viec thang nay", "trong thang", "this month", "my month"),
        handler=minding.this_month,
        roles=UNIT_READERS,
        example="thang nay",
        help=N_("what is due this month"),
        menu="thang_nay",
        alone=True,
    ),
    Command(
        words=("con lai", "viec con lai", "con viec gi", "con gi", "what is left", "left"),
        handler=minding.left,
        roles=UNIT_READERS,
        example="con lai",
        help=N_("all that is left to report"),
        menu="con_lai",
        alone=True,
    ),
)
