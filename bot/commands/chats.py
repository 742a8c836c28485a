"""Which chat speaks for which unit: Nội vụ invites, unlinks, hands over."""

from bot.commands.command import OFFICE, Command
from bot.features import chats
from locales import N_

COMMANDS = (
    Command(
        words=("danh sach chat", "cac chat", "chats"),
        handler=chats.listed,
        roles=OFFICE,
        example="danh sach chat · danh sach chat P-LL",
        help=N_("who has joined for which unit"),
        menu="danh_sach_chat",
        reads=True,
    ),
    Command(
        words=("moi", "ma moi", "invite"),
        handler=chats.invite,
        roles=OFFICE,
        example="moi P-LL · moi P-LL thu truong · moi lanh dao",
        help=N_("a one-time code for a unit's chat, its head's, or a leader's"),
        menu="moi",
    ),
    Command(
        words=("go lien ket", "huy lien ket", "unlink"),
        handler=chats.unlink,
        roles=OFFICE,
        example="go lien ket P-LL 2",
        help=N_("take a chat off its unit"),
        menu="go_lien_ket",
        is_setting=True,
        decides=True,
    ),
    Command(
        words=("ban giao", "hand over"),
        handler=chats.hand_over,
        roles=OFFICE,
        example="ban giao P-QT P-LL",
        help=N_("after a merger: hand a unit's work to its successor"),
        menu="ban_giao",
        is_setting=True,
        decides=True,
    ),
)
