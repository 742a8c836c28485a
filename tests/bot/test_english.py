"""English throughout: every command in chats that chose it, with no Vietnamese but what is data or to be typed."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from sqlmodel import select

from bot import attachments, commands
from bot.commands import COMMANDS
from data.kinds import Role
from data.model import Officer, Plan, Question, Task, Unit
from data.talk import Outgoing
from tests.bot.dialogues import Play
from tests.bot.mornings import Sent, morning_of
from tests.building import PLAN

# Each command in the chat that may say it, in an order in which each finds something to act on; `[…]` is a button.
DIALOGUE = """
VP: viec
VP: viec 10
VP: da nhan
VP: da nhan 10
VP: dang lam 10 draft ready
VP: vuong 10 no budget yet
VP: nhac sau 10 3 ngay
VP: nhac phoi hop 10 please send your figures
VP: han 10
VP: vi sao 10
VP: hom nay
VP: ngay mai
VP: tuan nay
VP: tuan sau
VP: thang sau
VP: quy nay
VP: thang nay
VP: con lai
VP: gia han 10 15/02 ly do waiting for the city
noi-vu: go vuong
noi-vu: go vuong 10 VP please wait for the budget
noi-vu: khong cho gia han 10 VP no ground
VP: gia han 10 15/02 ly do waiting for the city
noi-vu: cho gia han 10 VP document 15/UBND-VP
VP: xong 10
VP: minh chung 10 https://vp.example/10
VP: xem minh chung 10
VP: minh chung 10
noi-vu: xem minh chung 10
X-TN: xem minh chung 12 VP
VP: bo tep
VP: bo minh chung 10
VP: bao nham 10
VP: xong 10 ke hoach
VP: xong 10
VP: khong phat sinh 12
VP: xong 1 3 tin
VP: bo sung 1 2 tin
VP: sua 1 4 tin
VP: chuyen 1 quy 1
VP: xong 4
VP: bao chung 4
noi-vu: bao chung 4 VP
VP: xong 2
VP: hoan 10
VP: hoan 11
noi-vu: tinh hinh
noi-vu: tinh hinh 1
noi-vu: tinh hinh P-LL
noi-vu: tinh hinh quy 1
noi-vu: qua han
noi-vu: chua bao 1
noi-vu: sap den han
noi-vu: tra lai 10 VP number of the document
noi-vu: ghi nhan 12 VP
noi-vu: don doc 10
noi-vu: giao nhan 10
noi-vu: nhat ky 10
noi-vu: suc khoe
noi-vu: trinh lanh dao
noi-vu: thong bao P-LL: meeting at 8
noi-vu: danh sach chat
noi-vu: moi P-LL
noi-vu: moi lanh dao
noi-vu: go lien ket P-LL
noi-vu: ban giao P-QT P-LL
noi-vu: ban giao P-QT P-LL dong y
noi-vu: cau hoi
noi-vu: dong y cau hoi
noi-vu: tra loi cau hoi 3 as it is
noi-vu: dat han 11 30/06/2023
noi-vu: san pham 7 Báo cáo
noi-vu: ten ngan 7 Legal reform
noi-vu: don vi 12 bo P-LL
noi-vu: bo don vi 12 X-TN
noi-vu: don vi 12 thay KT
noi-vu: khong
noi-vu: don vi 10 bo VP
noi-vu: phoi hop 10 bo KT
noi-vu: bo qua cau hoi 2
noi-vu: don vi 3 VHTT, TTVHTT
noi-vu: phoi hop 3 VP
noi-vu: theo doi 3 TUPHAP
noi-vu: viec ngoai bang
noi-vu: nhan viec III.1.4
noi-vu: khong nhan viec III.2.2
noi-vu: tinh viec 10
noi-vu: khong tinh viec 10
noi-vu: doc ke hoach
noi-vu: bo nhap 1
noi-vu: rut ke hoach 06
noi-vu: nhap 1
lanh-dao: tinh hinh
lanh-dao: qua han
lanh-dao: chua bao 1
lanh-dao: da nhan
head: viec
VP: dang ky
VP: dang ky AAAA2222
VP: ket noi them
VP: kenh
noi-vu: kenh P-LL
VP: ngon ngu en
VP: tro giup
noi-vu: tro giup
lanh-dao: tro giup
head: tro giup
VP: bao cao da gui
noi-vu: xep hang
noi-vu: xuat bao cao quy 1
noi-vu: ghi thay 13 KT 2 news
noi-vu: giao viec KT 30/6: list of investments
VP: van ban ke hoach
VP: lien he
VP: chuyen noi vu please send the plan
VP: doi can bo
VP: quen toi
VP: xong
VP: xong 99
X-TN: xong 10
VP: xong 9
VP: what is this
"""
ENGLISH = {command.name: command.english for command in COMMANDS}
LINES = [line.partition(": ")[::2] for line in DIALOGUE.strip().splitlines()]
# The names of commands as they are typed in Vietnamese, but for codes of units and words that are English too.
_VIETNAMESE = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(ENGLISH, key=len, reverse=True))})(?![\w-])")
# What one may type, as sentences and lists lead to it.
_TO_TYPE = re.compile(
    rf"(?:[:–] | · |^• )((?:{'|'.join(sorted({*ENGLISH.values(), 'task'}, key=len, reverse=True))})(?: [^·\n]*)?)(?= ·|$)",
    re.MULTILINE,
)
# What is quoted from a person or the plan; results and a document's number as offices write them, told as examples.
_QUOTED = re.compile(r"“[^”]*”|\b\d+ bài\b|\b(?:công văn )?số \d+[\w/.-]*(?: ngày [\d/]+)?")


SPOKEN_TO = ("VP", "P-LL", "X-TN", "VHTT", "KT", "noi-vu", "lanh-dao", "head")


@pytest.fixture
def english(play: Play) -> Play:
    """The office on an English-speaking morning."""
    play.type("head", f"dang ky {play.invite('VP', Role.HEAD)}")
    for chat in SPOKEN_TO:
        assert play.type(chat, "ngon ngu en").replies == (
            Outgoing("", "From now on, messages to this chat are in English."),
        )
    return play


def data_of(play: Play) -> list[str]:
    """What is data, and so in Vietnamese: names, what the plan says, and all this cut short; the longest first."""
    with play.conversation.store.transaction() as session:
        units = [name for unit in session.exec(select(Unit)) for name in (unit.name, *unit.aliases)]
        tasks = [
            words
            for task in session.exec(select(Task))
            for words in (task.title, task.short_title, task.product, *_cells(task), task.section or "")
        ]
        plans = [words for plan in session.exec(select(Plan)) for words in (plan.title, plan.issuer, plan.number)]
        people = [person.name for person in session.exec(select(Officer))]
        asked = [str(value) for one in session.exec(select(Question)) for value in one.fields.values()]
    whole = {
        " ".join(text.casefold().split()).rstrip(".;") for text in chain(units, tasks, plans, people, asked) if text
    }
    return sorted({*whole, *(short for text in whole for short in _shortened(text))}, key=len, reverse=True)


def _cells(task: Task) -> Iterator[str]:
    return iter((task.lead_text, task.coordinating_text, str(task.deadline.get("text", ""))))


def _shortened(text: str) -> Iterator[str]:
    words = text.split()
    return (" ".join(words[:count]).rstrip(" .;,") + "…" for count in range(3, len(words)))


def vietnamese(said: str, data: list[str]) -> str:
    """What of `said` is Vietnamese and neither data nor an example to type; empty where nothing is."""
    said = _QUOTED.sub("", " ".join(said.split())).casefold()
    for text in (*data, "… tin … bài"):  # results are typed in one language
        said = said.replace(text, "")
    return " ".join(word for word in said.split() if any(letter.isalpha() and not letter.isascii() for letter in word))


def words_of(reply: Outgoing) -> str:
    return "\n".join([reply.title, reply.text, *(choice.label for choice in reply.choices)])


def test_the_dialogue_has_every_command() -> None:
    typed = [text for _, text in LINES]
    assert [each.name for each in COMMANDS if not any(text.startswith(each.name) for text in typed)] == []


def test_every_answer_is_in_english(english: Play, tmp_path: Path) -> None:
    said: dict[str, list[str]] = {}
    for chat, text in LINES:
        said[f"{chat}: {text}"] = [words_of(reply) for reply in english.type(chat, text).replies]
    plan = attachments.put(tmp_path, "plan.txt", PLAN.read_bytes(), "")
    said["noi-vu: a file"] = [words_of(each) for each in english.type("noi-vu", "", file=plan, other="file").replies]
    photo = attachments.put(tmp_path, "photo.jpg", b"photo", "")
    said["VP: a photo"] = [words_of(each) for each in english.type("VP", "", file=photo, other="photo").replies]
    for chat in SPOKEN_TO:
        said[f"{chat} hears"] = [words_of(notice) for notice in english.notices(chat)]
    sent = Sent()
    for day in ("2023-01-12", "2023-03-07", "2023-03-20", "2023-07-03"):
        morning_of(english, sent, day)
    for chat, message in sent.messages.values():
        if chat in SPOKEN_TO:
            said.setdefault(f"{chat} is reminded", []).append(words_of(message))
    data = data_of(english)
    leaks = {asked: left for asked, answers in said.items() for answer in answers if (left := vietnamese(answer, data))}
    assert leaks == {}
    assert [asked for asked, answers in said.items() if not answers and not asked.endswith("hears")] == []
    spoken = {asked: _QUOTED.sub("", "\n".join(answers)) for asked, answers in said.items()}
    assert {asked: found for asked, text in spoken.items() if (found := _VIETNAMESE.findall(text))} == {}
    to_type = {line.rstrip(" .") for text in spoken.values() for line in _TO_TYPE.findall(text)}
    assert len(to_type) > 60
    assert [line for line in sorted(to_type) if not commands.found(line)] == []


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Noted: Phòng Tư pháp reports task 10", ""),
        ("TASKS OF PHÒNG TƯ PHÁP", ""),
        ("please type: xong 10 số 12/KH-VP", ""),
        ("Đã ghi nhận Phòng Tư pháp", "đã nhận"),
    ],
)
def test_what_counts_as_vietnamese(english: Play, said: str, left: str) -> None:
    assert vietnamese(said, data_of(english)) == left
