"""Long lists on Telegram: answers of one message each, digests cut between their items, nothing lost."""

import pytest
from sqlmodel import select
from telegram.constants import MessageLimit

from bot.channels.splitting import utf16_units
from bot.channels.telegram.writing import parts
from bot.conversation import Conversation
from data.kinds import MessageKind, Role
from data.model import Message
from data.store import Store
from tests.bot.dialogues import Play
from tests.building import COMPOSER, SWITCHED_ON, at, draft, office, row, run

TASKS = 120
TITLE = "Tuyên truyền, phổ biến về chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"


@pytest.fixture
def play(store: Store) -> Play:
    office(store, draft(*(row(str(number), title=f"{TITLE} {number}") for number in range(1, TASKS + 1))))
    run(store, SWITCHED_ON)
    play = Play(Conversation(store, COMPOSER), SWITCHED_ON)
    play.type("vp", f"dang ky {play.invite('VP')}")
    play.type("nv", f"dang ky {play.invite('NV', Role.COORDINATOR)}")
    run(store, SWITCHED_ON)
    play.now = at("2023-02-08 09:00")
    return play


@pytest.mark.parametrize(("chat", "typed"), [("vp", "viec"), ("nv", "qua han"), ("nv", "tinh hinh")])
def test_a_list_of_120_items_comes_in_parts_of_one_message_and_whole(play: Play, chat: str, typed: str) -> None:
    seen: list[str] = []
    (answer,) = play.type(chat, typed).replies
    for _ in range(TASKS):
        (sent,) = parts(answer)
        assert utf16_units(sent.text) <= MessageLimit.MAX_TEXT_LENGTH
        seen += [line.partition(":")[0] for line in answer.text.splitlines() if line.startswith("• ")]
        if "Đã hết danh sách." in answer.text:
            break
        (answer,) = play.press(chat, "Xem tiếp").replies
    assert (len(seen), len(set(seen))) == (TASKS, TASKS)


def test_a_long_digest_is_cut_between_its_items(play: Play) -> None:
    store = play.conversation.store
    with store.transaction() as session:
        (message,) = session.exec(select(Message).where(Message.chat_id == "vp", Message.kind == MessageKind.DIGEST))
        composed = COMPOSER.compose(session, message)
    assert composed is not None
    digest = composed.outgoing
    sent = parts(digest)
    assert len(sent) > 1
    assert max(utf16_units(part.text) for part in sent) <= MessageLimit.MAX_TEXT_LENGTH
    assert "".join(part.text for part in sent) == f"{digest.title}\n{digest.text}"
    # Each part begins with an item or the line under the list, and ends where a line ends.
    assert all(part.text.startswith("• ") for part in sent[1:])
    assert all(part.text.endswith("\n") for part in sent[:-1])
    # What belongs to an item stays with it.
    assert not any(part.text.startswith(" ") for part in sent)
    assert [part.keyboard is not None for part in sent] == [False] * (len(sent) - 1) + [bool(digest.choices)]
