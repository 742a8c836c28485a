"""The table of commands: the words people type, who may, the help line, the handler; and finding one in a message."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.handlers import (
    chats,
    confirming,
    drafting,
    evidencing,
    extending,
    forgetting,
    guessing,
    handing_over,
    joining,
    leading,
    looking,
    minding,
    my_tasks,
    overseeing,
    planning,
    reviewing,
    sharing,
    urging,
)
from bot.handlers.choosing import read_argument
from bot.talk import Ask
from data.facts import Seat
from data.model import Role
from data.outbox import Outgoing
from data.text import fold
from locales import N_, Words
from locales.replies import help_text

UNIT_ROLES = frozenset({Role.OFFICER, Role.COORDINATOR})
OVERSEERS = frozenset({Role.COORDINATOR, Role.LEADER})
OFFICE = frozenset({Role.COORDINATOR})

_GLUED = re.compile(r"^(\D+?)(\d.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be said to the service.

    `words` are the ways to say it, folded; the first one is its name. `roles` are those that may, None means anyone.
    `menu` is its name in a channel's menu of commands, which is another one after a command that `changes_menu`.
    One that is `for_drafters` may be used by the unit that drew a plan up too, for that plan.
    In a group that has joined, a command that `is_setting` is for registered officers alone.
    What follows one `of_task` begins with the number of a task; other words may be plain talk. One that `reads_draft`
    has the file of the draft that it names read before.
    """

    words: tuple[str, ...]
    handler: Callable[[Ask], Sequence[Outgoing]]
    roles: frozenset[Role] | None
    example: str
    help: str
    menu: str
    changes_menu: bool = False
    for_drafters: bool = False
    is_setting: bool = False
    of_task: bool = False
    reads_draft: bool = False

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
        of_task=True,
    ),
    Command(
        words=("xong", "hoan thanh", "da hoan thanh", "ht", "da xong", "da lam xong", "da lam", "da thuc hien", "done"),
        handler=confirming.done,
        roles=UNIT_ROLES,
        example="xong 10 số 12/KH-VP",
        help=N_("report a task done, with the document or a note"),
        menu="xong",
        of_task=True,
    ),
    Command(
        words=("minh chung", "bo sung minh chung", "gui minh chung", "kem minh chung", "evidence"),
        handler=evidencing.add,
        roles=UNIT_ROLES,
        example="minh chung 10 số 12/KH-VP",
        help=N_("add a document, link, photo or file to a report; send the photo or file with these words"),
        menu="minh_chung",
    ),
    Command(
        words=("bao chung", "bao cao chung", "joint report"),
        handler=sharing.share,
        roles=UNIT_ROLES,
        example="bao chung 4",
        help=N_("one of several lead units reports for all of them"),
        menu="bao_chung",
    ),
    Command(
        words=("khong phat sinh", "chua phat sinh", "khong co phat sinh", "kps", "nothing to report", "nothing"),
        handler=confirming.nothing,
        roles=UNIT_ROLES,
        example="khong phat sinh 12",
        help=N_("report that nothing arose in this period"),
        menu="khong_phat_sinh",
        of_task=True,
    ),
    Command(
        words=("bao nham", "bo xong", "huy xong", "nham", "undo"),
        handler=confirming.undo,
        roles=UNIT_ROLES,
        example="bao nham 10",
        help=N_("take back a report made by mistake"),
        menu="bao_nham",
        of_task=True,
    ),
    Command(
        words=("da nhan", "nhan duoc", "da tiep nhan", "tiep nhan", "received"),
        handler=minding.acknowledge,
        roles=UNIT_ROLES,
        example="da nhan · da nhan 10",
        help=N_("say that a reminder has been received"),
        menu="da_nhan",
    ),
    Command(
        words=("dang lam", "dang thuc hien", "dang trien khai", "tien do", "progress"),
        handler=minding.progress,
        roles=UNIT_ROLES,
        example="dang lam 6 da xong du thao",
        help=N_("say how far a task has come"),
        menu="dang_lam",
        of_task=True,
    ),
    Command(
        words=("vuong", "vuong mac", "bao vuong", "kho khan", "difficulty"),
        handler=minding.difficulty,
        roles=UNIT_ROLES,
        example="vuong 10 chua bo tri duoc kinh phi",
        help=N_("tell the Home Affairs Office what is in the way"),
        menu="vuong",
        of_task=True,
    ),
    Command(
        words=("nhac sau", "nhac lai", "hoan nhac", "de sau", "snooze"),
        handler=minding.put_off,
        roles=UNIT_ROLES,
        example="nhac sau 10 3 ngay",
        help=N_("be reminded some working days later; the deadline stays"),
        menu="nhac_sau",
        of_task=True,
    ),
    Command(
        words=("nhac phoi hop", "de nghi phoi hop", "ask support"),
        handler=minding.ask_support,
        roles=UNIT_ROLES,
        example="nhac phoi hop 10 de nghi gui so lieu truoc 25/1",
        help=N_("ask the supporting units of a task for their part"),
        menu="nhac_phoi_hop",
    ),
    Command(
        words=("han", "thoi han", "han cua", "deadline", "due"),
        handler=minding.deadline,
        roles=UNIT_ROLES,
        example="han 10",
        help=N_("the deadline of a task"),
        menu="han",
        of_task=True,
    ),
    Command(
        words=("vi sao", "tai sao", "sao lai nhac", "why"),
        handler=minding.why,
        roles=UNIT_ROLES,
        example="vi sao 10",
        help=N_("why your unit is told of a task"),
        menu="vi_sao",
        of_task=True,
    ),
    Command(
        words=("tuan nay", "viec tuan nay", "trong tuan", "this week", "my week"),
        handler=minding.this_week,
        roles=UNIT_ROLES,
        example="tuan nay",
        help=N_("what is due this week"),
        menu="tuan_nay",
    ),
    Command(
        words=("thang nay", "viec thang nay", "trong thang", "this month", "my month"),
        handler=minding.this_month,
        roles=UNIT_ROLES,
        example="thang nay",
        help=N_("what is due this month"),
        menu="thang_nay",
    ),
    Command(
        words=("con lai", "viec con lai", "con viec gi", "con gi", "what is left", "left"),
        handler=minding.left,
        roles=UNIT_ROLES,
        example="con lai",
        help=N_("all that is left to report"),
        menu="con_lai",
    ),
    Command(
        words=("tinh hinh", "tong hop", "thong ke", "summary", "status"),
        handler=overseeing.summary,
        roles=OVERSEERS,
        example="tinh hinh · tinh hinh 1 · tinh hinh P-LL · tinh hinh quy 1",
        help=N_("how the plan, a task, a unit or a period stands"),
        menu="tinh_hinh",
        for_drafters=True,
    ),
    Command(
        words=("qua han", "tre han", "cham han", "overdue"),
        handler=overseeing.overdue,
        roles=OVERSEERS,
        example="qua han",
        help=N_("what is overdue"),
        menu="qua_han",
        for_drafters=True,
    ),
    Command(
        words=("chua bao", "chua bao cao", "ai chua bao", "don vi chua bao", "not reported", "missing"),
        handler=urging.missing,
        roles=OVERSEERS,
        example="chua bao 1",
        help=N_("who has not reported a task"),
        menu="chua_bao",
        for_drafters=True,
        of_task=True,
    ),
    Command(
        words=("don doc", "urge"),
        handler=urging.urge,
        roles=OFFICE,
        example="don doc 1 · don doc 1 P-LL · don doc qua han",
        help=N_("urge the units that have not reported"),
        menu="don_doc",
    ),
    Command(
        words=("ghi nhan", "chap nhan", "accept", "take note"),
        handler=reviewing.note,
        roles=OFFICE,
        example="ghi nhan 10 · ghi nhan 10 VP",
        help=N_("take note of what was reported"),
        menu="ghi_nhan",
        of_task=True,
    ),
    Command(
        words=("tra lai", "de nghi bo sung", "bo sung", "send back"),
        handler=reviewing.send_back,
        roles=OFFICE,
        example="tra lai 10 VP thieu so van ban",
        help=N_("send a report back, with what is to be added"),
        menu="tra_lai",
        of_task=True,
    ),
    Command(
        words=("gia han", "xin gia han", "de nghi gia han", "extend"),
        handler=extending.ask_for,
        roles=UNIT_ROLES,
        example="gia han 10 15/02 ly do cho y kien cap tren",
        help=N_("ask for a later day, with the reason"),
        menu="gia_han",
        of_task=True,
    ),
    Command(
        words=("cho gia han", "dong y gia han", "chap thuan gia han", "duyet gia han", "grant"),
        handler=extending.grant,
        roles=OFFICE,
        example="cho gia han 10 VP theo cong van so 15/UBND-VP",
        help=N_("pass on that a later day was approved, with the ground"),
        menu="cho_gia_han",
        of_task=True,
    ),
    Command(
        words=("khong cho gia han", "khong dong y gia han", "khong gia han", "tu choi gia han", "refuse"),
        handler=extending.refuse,
        roles=OFFICE,
        example="khong cho gia han 10 VP",
        help=N_("pass on that a later day was not approved"),
        menu="khong_cho_gia_han",
        of_task=True,
    ),
    Command(
        words=("sap den han", "sap toi han", "sap han", "hai tuan toi", "due soon"),
        handler=looking.soon,
        roles=OFFICE,
        example="sap den han",
        help=N_("what falls due in the next two weeks"),
        menu="sap_den_han",
    ),
    Command(
        words=("giao nhan", "tinh trang gui", "delivery"),
        handler=looking.delivery,
        roles=OFFICE,
        example="giao nhan 10",
        help=N_("whether the units have been reached about a task"),
        menu="giao_nhan",
    ),
    Command(
        words=("nhat ky", "lich su", "record", "log"),
        handler=looking.record,
        roles=OFFICE,
        example="nhat ky 10",
        help=N_("who changed what in a task"),
        menu="nhat_ky",
    ),
    Command(
        words=("trinh lanh dao", "bao cao lanh dao", "leaders"),
        handler=leading.exceptions,
        roles=OFFICE,
        example="trinh lanh dao · trinh lanh dao tru 10",
        help=N_("look through what is late and bring it before the leaders"),
        menu="trinh_lanh_dao",
    ),
    Command(
        words=("thong bao", "broadcast", "announce"),
        handler=leading.broadcast,
        roles=OFFICE,
        example="thong bao P-LL, X-TN: …",
        help=N_("tell all units, or those named, something in your own words"),
        menu="thong_bao",
    ),
    Command(
        words=("danh sach chat", "cac chat", "chats"),
        handler=chats.listed,
        roles=OFFICE,
        example="danh sach chat · danh sach chat P-LL",
        help=N_("who has joined for which unit"),
        menu="danh_sach_chat",
    ),
    Command(
        words=("moi", "ma moi", "invite"),
        handler=chats.invite,
        roles=OFFICE,
        example="moi P-LL · moi P-LL thu truong",
        help=N_("a one-time code for a unit's chat, or its head's"),
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
    ),
    Command(
        words=("ban giao", "hand over"),
        handler=handing_over.hand_over,
        roles=OFFICE,
        example="ban giao P-QT P-LL",
        help=N_("after a merger: hand a unit's work to its successor"),
        menu="ban_giao",
        is_setting=True,
    ),
    Command(
        words=("nhap", "nhap ban nhap", "import draft"),
        handler=drafting.accept,
        roles=OFFICE,
        example="nhap 1",
        help=N_("import a draft, made by sending the plan's file here, and switch it on"),
        menu="nhap",
        reads_draft=True,
    ),
    Command(
        words=("bo nhap", "bo ban nhap", "drop draft"),
        handler=drafting.refuse,
        roles=OFFICE,
        example="bo nhap 1",
        help=N_("drop a draft"),
        menu="bo_nhap",
    ),
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
        handler=forgetting.forget_me,
        roles=None,
        example="quen toi",
        help=N_("have what is kept of you erased"),
        menu="quen_toi",
        changes_menu=True,
        is_setting=True,
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

# What a photo or a file of a unit is about, where no command came with it.
EVIDENCE = next(command for command in COMMANDS if command.handler is evidencing.add)

# What a document of Nội vụ's is, where no command came with it; it is in no list.
PLAN_FILE = Command(
    words=("",),
    handler=drafting.show,
    roles=OFFICE,
    example="",
    help="",
    menu="",
)

# What stands behind words that name no command; it is in no list.
PLAIN = Command(
    words=("",),
    handler=guessing.plain,
    roles=UNIT_ROLES,
    example="",
    help="",
    menu="",
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


def may_be_plain(heard: Heard) -> bool:
    """Whether a message only begins like a command: "việc phát thanh xong rồi nhé", "việc 10 xong rồi"."""
    argument = read_argument(heard.argument)
    named = bool(argument.numbers) and heard.command.name != "viec"
    return heard.command.of_task and bool(argument.note) and not named


def may(command: Command, seat: Seat) -> bool:
    """Whether a seat may use a command. Denied by default: a command names the roles that may, None means anyone."""
    return command.roles is None or seat.role in command.roles or (command.for_drafters and bool(seat.drew_up))


def help_lines(words: Words, seats: Sequence[Seat]) -> list[tuple[str, str]]:
    """Example and help of each command that somebody in `seats` may use."""
    return [
        (command.example, words.text(command.help))
        for command in COMMANDS
        if command.roles is None or any(may(command, seat) for seat in seats)
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
