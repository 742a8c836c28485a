"""No answer is longer than one message, in an office of 300 units in which nearly everything is late; nor a digest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import select

from bot.command import Command, Heard
from bot.commands import COMMANDS
from bot.paging import LONGEST
from bot.talk import Answer
from data.kinds import MessageKind, MessageState
from data.model import Message
from data.store import open_store
from scheduler import tick
from tests.bot import crowded
from tests.bot.dialogues import Play
from tests.bot.offices import parts_on
from tests.building import dump
from tests.conftest import OnceARun

# What may follow a command: tasks of one unit, of all, with reports; a unit, a group, a period; several at once.
EVERYTHING = ("", "587", "phuong xa", "585, 586, 587, 588, 589")
SOMETHING = ("",)
CHATS = {"noi-vu": EVERYTHING, **dict.fromkeys(("lanh-dao", "VP", "thu-truong", "X-001", "cum"), SOMETHING)}
# These take the chat itself away from under what is tried next, or move its work.
NOT_TRIED = ("quen toi", "go lien ket", "ban giao", "ngon ngu")
LONGEST_DIGEST = 12_000
# Where it is kept who asked, and what was offered.
_OF_TALK = ("received", "address", "officer")


@pytest.fixture(scope="module")
def crowd(once_a_run: OnceARun) -> Iterator[Play]:
    """That office, on SQLite alone: what is long is so on either engine."""
    path = once_a_run("crowd", crowded_office)
    parts = parts_on(open_store(f"sqlite:///{path}"), path.parent)
    yield Play(parts.conversation, crowded.LATE)
    parts.store.close()


def crowded_office(path: Path) -> None:
    parts = parts_on(open_store(f"sqlite:///{path}"), path.parent)
    crowded.fill(parts)
    tick.run(parts.store, crowded.LATE, parts.policy, parts.workdays)
    parts.store.close()


def length(answer: Answer) -> int:
    """The letters of an answer, all its messages together."""
    return sum(len(reply.title) + len(reply.text) for reply in answer.replies)


def test_no_digest_explodes(crowd: Play) -> None:
    composer = crowd.conversation.composer
    with crowd.conversation.store.transaction() as session:
        waiting = select(Message).where(Message.kind == MessageKind.DIGEST, Message.state == MessageState.WAITING)
        composed = [composer.compose(session, message) for message in session.exec(waiting)]
    lengths = [len(each.outgoing.title) + len(each.outgoing.text) for each in composed if each]
    assert len(lengths) > crowded.COMMUNES - 50
    assert max(lengths) <= LONGEST_DIGEST


@pytest.mark.parametrize(
    "command", [each for each in COMMANDS if each.name not in NOT_TRIED], ids=lambda each: each.name
)
def test_no_answer_is_longer_than_one_message(crowd: Play, command: Command) -> None:
    lines = {chat: [f"{command.name} {argument}".strip() for argument in some] for chat, some in CHATS.items()}
    lines["noi-vu"] += ["don doc qua han"] if command.name == "don doc" else []
    found = {(chat, line): length(crowd.type(chat, line)) for chat, some in lines.items() for line in some}
    assert {said: letters for said, letters in found.items() if letters > LONGEST} == {}


def test_a_list_is_seen_on_by_its_line_its_button_or_two_words(crowd: Play) -> None:
    first = crowd.type("noi-vu", "qua han").replies
    assert first[0].choices[-1].label == "Xem tiếp"
    command = first[0].choices[-1].act.typed
    by_line = crowd.type("noi-vu", command).replies
    crowd.type("noi-vu", "qua han")
    by_button = crowd.press("noi-vu", "Xem tiếp").replies
    crowd.type("noi-vu", "qua han")
    by_words = crowd.type("noi-vu", "xem tiếp").replies
    assert by_line == by_button == by_words
    assert by_line[0].text.splitlines()[0] not in first[0].text
    assert crowd.type("noi-vu", "xem tiep").replies != by_words


def test_a_short_answer_between_does_not_end_a_list(crowd: Play) -> None:
    first = crowd.type("VP", "viec").replies
    crowd.type("VP", "han 5")
    seen_on = crowd.type("VP", "xem tiep").replies
    assert seen_on == crowd.type("VP", first[0].choices[-1].act.typed).replies


def test_it_says_when_there_is_no_more(crowd: Play) -> None:
    nothing = "Không còn nội dung nào của danh sách để xem tiếp. Để xem lại danh sách, đề nghị đồng chí gõ lại lệnh, ví dụ: viec"
    crowd.type("noi-vu", "tro giup gia han")
    assert [reply.text for reply in crowd.type("noi-vu", "xem tiep").replies] == [nothing]
    crowd.type("noi-vu", "danh sach chat")
    said = [crowd.type("noi-vu", "xem tiep").replies[0].text for _ in range(60)]
    assert "Đã hết danh sách." in "".join(said)
    assert said[-1] == nothing


def test_a_long_list_begins_with_figures(crowd: Play) -> None:
    text = crowd.type("lanh-dao", "qua han 587, 588").replies[0].text
    assert "Tổng số" not in text
    figures = crowd.type("lanh-dao", "qua han").replies[0].text.splitlines()[:3]
    assert [line.partition(":")[0] for line in figures] == [
        "Tổng số",
        "Việc có nhiều đơn vị quá hạn nhất",
        "Đơn vị có nhiều việc quá hạn nhất",
    ]
    assert figures[0] == "Tổng số: 1696 báo cáo quá hạn của 299 đơn vị, thuộc 618 việc."
    assert "việc 587 (158 đơn vị)" in figures[1]
    assert "Văn phòng (147)" in figures[2]


def test_seeing_on_changes_nothing(crowd: Play) -> None:
    def kept() -> dict[str, list[tuple[object, ...]]]:
        return {name: rows for name, rows in dump(crowd.conversation.store).items() if name not in _OF_TALK}

    crowd.type("noi-vu", "trinh lanh dao")
    before = kept()
    for command in COMMANDS:
        if Heard(command, command.name, "").again:
            crowd.type("noi-vu", f"{command.name} tiep 2")
    assert kept() == before


def test_what_changes_something_is_not_continued(crowd: Play) -> None:
    (said,) = crowd.type("noi-vu", "don doc 585 tiep 2").replies
    assert "Đang xem" not in said.text
