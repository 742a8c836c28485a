"""The topics of the help, each with its commands. A new command's row belongs in the file of its topic."""

from dataclasses import dataclass

from bot.commands import (
    announcing,
    answering,
    asking,
    chats,
    drafts,
    extending,
    joining,
    looking,
    overseeing,
    reporting,
    reviewing,
    settling,
)
from bot.commands.command import Command
from locales import N_


@dataclass(frozen=True, slots=True)
class Topic:
    """Commands that belong together: what they are about, and the word that is typed behind `tro giup` to see them."""

    name: str
    word: str
    english: str
    commands: tuple[Command, ...]


# In the order of the help.
TOPICS = (
    Topic(N_("a unit's own work"), "bao viec", "tasks", (*reporting.COMMANDS, *answering.COMMANDS, *asking.COMMANDS)),
    Topic(N_("following up"), "theo doi", "following up", (*overseeing.COMMANDS, *looking.COMMANDS)),
    Topic(N_("urging, looking through reports"), "don doc", "reviewing", reviewing.COMMANDS),
    Topic(N_("extensions"), "gia han", "extensions", extending.COMMANDS),
    Topic(N_("leaders and notices"), "thong bao", "notices", announcing.COMMANDS),
    Topic(N_("units' chats"), "tham gia", "chats", chats.COMMANDS),
    Topic(N_("the plan"), "ke hoach", "plan", (*drafts.COMMANDS, *settling.COMMANDS)),
    Topic(N_("this chat"), "chung", "this chat", joining.COMMANDS),
)
