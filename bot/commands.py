"""The table of commands: the words people type, who may, the help line, the handler; and finding one in a message."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.handlers import confirming, joining, my_tasks, overseeing
from bot.talk import Ask
from data.facts import Seat
from data.model import Role
from data.outbox import Outgoing
from data.text import fold
from locales import N_, Words
from locales.replies import help_text

UNIT_ROLES = frozenset({Role.OFFICER, Role.COORDINATOR})
OVERSEERS = frozenset({Role.COORDINATOR, Role.LEADER})

_GLUED = re.compile(r"^(\D+?)(\d.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be said to the service.

    `words` are the ways to say it, folded; the first one is its name. `roles` are those that may, None means anyone.
    `menu` is its name in a channel's menu of commands, which is another one after a command that `changes_menu`.
    """

    words: tuple[str, ...]
    handler: Callable[[Ask], Sequence[Outgoing]]
    roles: frozenset[Role] | None
    example: str
    help: str
    menu: str
    changes_menu: bool = False

    @property
    def name(self) -> str:
        """How it is typed."""
        return self.words[0]


@dataclass(frozen=True, slots=True)
class Heard:
    """A command found in a message, the words that named it and what followed them as written."""

    command: Command
    typed: str
    argument: str


def show_help(ask: Ask) -> Sequence[Outgoing]:
    """What this chat may type."""
    return (help_text(ask.words, help_lines(ask.words, ask.seats)),)


COMMANDS = (
    Command(
        words=("viec", "viec cua toi", "viec toi", "nhiem vu", "danh sach", "tasks", "task", "my tasks"),
        handler=my_tasks.show,
        roles=UNIT_ROLES,
        example="viec · viec 10",
        help=N_("the tasks of your unit, or one task in full"),
        menu="viec",
    ),
    Command(
        words=("xong", "hoan thanh", "da hoan thanh", "ht", "da xong", "da lam xong", "da lam", "da thuc hien", "done"),
        handler=confirming.done,
        roles=UNIT_ROLES,
        example="xong 10 số 12/KH-VP",
        help=N_("report a task done, with the document or a note"),
        menu="xong",
    ),
    Command(
        words=("khong phat sinh", "chua phat sinh", "khong co phat sinh", "kps", "nothing to report", "nothing"),
        handler=confirming.nothing,
        roles=UNIT_ROLES,
        example="khong phat sinh 12",
        help=N_("report that nothing arose in this period"),
        menu="khong_phat_sinh",
    ),
    Command(
        words=("bao nham", "bo xong", "huy xong", "nham", "undo"),
        handler=confirming.undo,
        roles=UNIT_ROLES,
        example="bao nham 10",
        help=N_("take back a report made by mistake"),
        menu="bao_nham",
    ),
    Command(
        words=("tinh hinh", "tong hop", "thong ke", "summary", "status"),
        handler=overseeing.summary,
        roles=OVERSEERS,
        example="tinh hinh · tinh hinh 1",
        help=N_("how the plan, or one task, stands"),
        menu="tinh_hinh",
    ),
    Command(
        words=("qua han", "tre han", "cham han", "overdue"),
        handler=overseeing.overdue,
        roles=OVERSEERS,
        example="qua han",
        help=N_("what is overdue"),
        menu="qua_han",
    ),
    Command(
        words=("dang ky", "dangky", "tham gia", "start", "join"),
        handler=joining.join,
        roles=None,
        example="dang ky MA-MOI",
        help=N_("join this chat to your unit by a one-time code"),
        menu="dang_ky",
        changes_menu=True,
    ),
    Command(
        words=("ngon ngu", "language"),
        handler=joining.language,
        roles=frozenset(Role),
        example="ngon ngu en",
        help=N_("speak English or Vietnamese here: en, vi"),
        menu="ngon_ngu",
        changes_menu=True,
    ),
    Command(
        words=("tro giup", "giup", "giup do", "huong dan", "lenh", "menu", "help", "?"),
        handler=show_help,
        roles=None,
        example="tro giup",
        help=N_("what can be typed here"),
        menu="tro_giup",
    ),
)

# Longest first, so that "viec cua toi" is not taken for "viec" with something after it.
_BY_WORDS = sorted(
    ((tuple(words.split()), command) for command in COMMANDS for words in command.words),
    key=lambda pair: -len(pair[0]),
)


def recognise(text: str) -> Heard | None:
    """The command a message begins with, whatever its accents, case and slash; None if it begins with none."""
    written = text.strip().removeprefix("/").split(maxsplit=1)
    if not written:
        return None
    head = written[0].replace("_", " ")
    if glued := _GLUED.match(head):
        head = f"{glued[1]} {glued[2]}"
    text = " ".join([head, *written[1:]])
    for words, command in _BY_WORDS:
        parts = text.split(maxsplit=len(words))
        if len(parts) >= len(words) and tuple(fold(part).strip(":.,") for part in parts[: len(words)]) == words:
            return Heard(command, " ".join(words), parts[len(words)] if len(parts) > len(words) else "")
    return None


def help_lines(words: Words, seats: Sequence[Seat]) -> list[tuple[str, str]]:
    """Example and help of each command that somebody in `seats` may use."""
    roles = {seat.role for seat in seats}
    return [
        (command.example, words.text(command.help))
        for command in COMMANDS
        if command.roles is None or command.roles & roles
    ]


def menu(words: Words, roles: frozenset[Role]) -> list[tuple[str, str]]:
    """The menu of commands that a channel may show to somebody with `roles`."""
    return [
        (command.menu, words.text(command.help))
        for command in COMMANDS
        if command.roles is None or command.roles & roles
    ]


def menus(words: Words) -> dict[str, list[tuple[str, str]]]:
    """The menus a channel shows by scope, before it knows who somebody is."""
    officers = menu(words, frozenset({Role.OFFICER}))
    return {"default": menu(words, frozenset()), "all_private_chats": officers, "all_group_chats": officers}
