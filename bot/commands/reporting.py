"""A unit's tasks and what it reports of them, with what backs a report."""

from bot.commands.command import UNIT_READERS, UNIT_ROLES, Command
from bot.handlers import attaching, confirming, evidencing, my_tasks, sharing
from locales import N_

COMMANDS = (
    Command(
        words=("viec", "viec cua toi", "viec toi", "nhiem vu", "danh sach", "tasks", "task", "my tasks"),
        handler=my_tasks.show,
        roles=UNIT_READERS,
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
        tells=True,
    ),
    Command(
        words=("minh chung", "bo sung minh chung", "gui minh chung", "kem minh chung", "evidence"),
        handler=evidencing.add,
        roles=UNIT_ROLES,
        example="minh chung 10 số 12/KH-VP",
        help=N_("add a document, link, photo or file to a report; send the photo or file with these words"),
        menu="minh_chung",
        tells=True,
    ),
    Command(
        words=("bo tep", "khong luu tep", "bo anh", "discard file"),
        handler=attaching.put_aside,
        roles=UNIT_ROLES,
        example="bo tep",
        help=N_("delete a photo or file that was sent in reply and backs nothing yet"),
        menu="bo_tep",
    ),
    Command(
        words=("bao chung", "bao cao chung", "joint report"),
        handler=sharing.share,
        roles=UNIT_ROLES,
        example="bao chung 4",
        help=N_("one of several lead units reports for all of them"),
        menu="bao_chung",
        tells=True,
        decides=True,
    ),
    Command(
        words=("khong phat sinh", "chua phat sinh", "khong co phat sinh", "kps", "nothing to report", "nothing"),
        handler=confirming.nothing,
        roles=UNIT_ROLES,
        example="khong phat sinh 12",
        help=N_("report that nothing arose in this period"),
        menu="khong_phat_sinh",
        of_task=True,
        tells=True,
    ),
    Command(
        words=("bao nham", "bo xong", "huy xong", "nham", "undo"),
        handler=confirming.undo,
        roles=UNIT_ROLES,
        example="bao nham 10",
        help=N_("take back a report made by mistake"),
        menu="bao_nham",
        of_task=True,
        tells=True,
    ),
)
