"""Who may say what: every command by role, as the service answers. What is not in the table is denied.

Where a role may not ask in these words, but sees a list that answers them as plain words, the table has ~.
"""

from datetime import timedelta

import pytest

from bot.commands import COMMANDS, found
from data.kinds import Role
from data.refusals import NotAllowed, NotJoined
from locales import words_for
from locales.refusals import refusal
from tests.bot.dialogues import Play

TABLE = """
                    stranger  officer  drafter  head  coordinator  leader
viec                   -         x        x      x         x          x
xong                   -         x        x      -         x          -
bao chung              -         x        x      -         x          -
minh chung             -         x        x      -         x          -
bo minh chung          -         x        x      -         x          -
bo tep                 -         x        x      -         x          -
xem minh chung         -         x        x      x         x          x
khong phat sinh        -         x        x      -         x          -
bo sung                -         x        x      -         x          -
sua                    -         x        x      -         x          -
chuyen                 -         x        x      -         x          -
bao nham               -         x        x      -         x          -
da nhan                -         x        x      x         x          x
dang lam               -         x        x      -         x          -
vuong                  -         x        x      -         x          -
nhac sau               -         x        x      -         x          -
gia han                -         x        x      -         x          -
nhac phoi hop          -         x        x      -         x          -
han                    -         x        x      x         x          -
vi sao                 -         x        x      x         x          -
tuan nay               -         x        x      x         x          ~
hom nay                -         x        x      x         x          ~
ngay mai               -         x        x      x         x          ~
tuan sau               -         x        x      x         x          ~
thang sau              -         x        x      x         x          ~
quy nay                -         x        x      x         x          ~
thang nay              -         x        x      x         x          ~
con lai                -         x        x      x         x          -
phoi hop               -         x        x      -         x          -
theo doi               -         -        -      -         x          -
nhan viec              -         x        x      -         x          -
tinh hinh              -         -        x      -         x          x
qua han                -         x        x      x         x          x
xuat bao cao           -         -        x      -         x          x
tra loi cau hoi        -         -        -      -         x          -
giao viec              -         -        -      -         x          -
ghi thay               -         -        -      -         x          -
xep hang               -         -        x      -         x          x
chua bao               -         -        x      -         x          x
sap den han            -         -        -      -         x          x
khong cho gia han      -         -        -      -         x          -
cho gia han            -         -        -      -         x          -
tra lai                -         -        -      -         x          -
ghi nhan               -         -        -      -         x          -
don doc                -         -        -      -         x          -
go vuong               -         -        -      -         x          -
giao nhan              -         -        -      -         x          -
nhat ky                -         -        -      -         x          -
suc khoe               -         -        -      -         x          -
trinh lanh dao         -         -        -      -         x          -
thong bao              -         -        -      -         x          -
danh sach chat         -         -        -      -         x          -
moi                    -         -        -      -         x          -
go lien ket            -         -        -      -         x          -
ban giao               -         -        -      -         x          -
cau hoi                -         -        -      -         x          -
dong y cau hoi         -         -        -      -         x          -
bo qua cau hoi         -         -        -      -         x          -
dat han                -         -        -      -         x          -
don vi                 -         -        -      -         x          -
san pham               -         -        -      -         x          -
ten ngan               -         -        -      -         x          -
viec ngoai bang        -         -        -      -         x          ~
khong nhan viec        -         -        -      -         x          -
tinh viec              -         -        -      -         x          -
khong tinh viec        -         -        -      -         x          -
doc ke hoach           -         -        -      -         x          -
bo nhap                -         -        -      -         x          -
rut ke hoach           -         -        -      -         x          -
nhap                   -         -        -      -         x          -
dang ky                x         x        x      x         x          x
ket noi them           -         x        x      x         x          x
kenh                   -         x        x      x         x          x
ngon ngu               -         x        x      x         x          x
bao cao da gui         -         x        x      x         x          -
van ban ke hoach       -         x        x      x         x          x
lien he                -         x        x      x         x          x
chuyen noi vu          -         x        x      x         -          x
doi can bo             -         x        x      x         x          -
quen toi               x         x        x      x         x          x
tro giup               x         x        x      x         x          x
"""

HEAD, *ROWS = [line for line in TABLE.splitlines() if line]
WHO = HEAD.split()
MAY = {" ".join(row.split()[: -len(WHO)]): dict(zip(WHO, row.split()[-len(WHO) :], strict=True)) for row in ROWS}
# The chat that speaks for each; a head's joins first. The unit that drew the plan up is Phòng Văn hóa và Thông tin.
# So long after the line before that it is no answer to what was said to that.
ALONE = timedelta(minutes=16)
CHATS = {
    "stranger": "stranger", "officer": "P-LL", "drafter": "VHTT", "head": "head", "coordinator": "noi-vu",
    "leader": "lanh-dao",
}  # fmt: skip


def test_the_table_has_every_command_and_no_other() -> None:
    assert set(MAY) == {command.name for command in COMMANDS}
    assert len(MAY) == len(ROWS)


def test_every_command_is_known_by_its_name() -> None:
    assert [name for name in MAY if name not in {heard.command.name for heard in found(name)}] == []


@pytest.mark.parametrize("who", WHO)
def test_who_may_say_what(play: Play, who: str) -> None:
    play.type("head", f"dang ky {play.invite('P-LL', Role.HEAD)}")
    words = words_for("vi", "Phòng Nội vụ")
    answers = {}
    for name in MAY:
        play.now += ALONE
        answers[name] = play.type(CHATS[who], name).replies[0].text
    denied = {name: {refusal(words, NotJoined()), refusal(words, NotAllowed(command=name))} for name in MAY}
    assert {name: "-" if answers[name] in denied[name] else "x" for name in MAY} == {
        name: row[who].replace("~", "x") for name, row in MAY.items()
    }
