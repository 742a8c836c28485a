"""For whoever writes: join, choose the language, be forgotten."""

from bot.commands.command import Command
from bot.features import joining
from data.kinds import Role
from locales import N_

COMMANDS = (
    Command(
        words=("dang ky", "dangky", "tham gia", "start", "join"),
        handler=joining.join,
        roles=None,
        example="dang ky MA-MOI",
        help=N_("join this chat to your unit by a one-time code"),
        menu="dang_ky",
        changes_menu=True,
        is_setting=True,
    ),
    Command(
        words=("ngon ngu", "language"),
        handler=joining.language,
        roles=frozenset(Role),
        example="ngon ngu en",
        help=N_("speak English or Vietnamese here: en, vi"),
        menu="ngon_ngu",
        changes_menu=True,
        is_setting=True,
    ),
    Command(
        words=("quen toi", "xoa thong tin cua toi", "xoa thong tin toi", "forget me"),
        handler=joining.forget_me,
        roles=None,
        example="quen toi",
        help=N_("have what is kept of you erased"),
        menu="quen_toi",
        changes_menu=True,
        is_setting=True,
    ),
)
