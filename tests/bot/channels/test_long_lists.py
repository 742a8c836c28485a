"""Long lists on Telegram: parts within its limit, cut between items, nothing lost."""

import pytest
from telegram.constants import MessageLimit

from bot.channels.splitting import utf16_units
from bot.channels.telegram_writing import parts
from bot.conversation import Conversation
from data.model import Role
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
    play.now = at("2023-02-08 09:00")
    return play


@pytest.mark.parametrize(("chat", "typed"), [("vp", "viec"), ("nv", "qua han"), ("nv", "tinh hinh")])
def test_a_list_of_120_items_is_cut_between_them(play: Play, chat: str, typed: str) -> None:
    (answer,) = play.type(chat, typed).replies
    sent = parts(answer)
    assert len(sent) > 1
    assert max(utf16_units(part.text) for part in sent) <= MessageLimit.MAX_TEXT_LENGTH
    whole = f"{answer.title}\n{answer.text}"
    assert "".join(part.text for part in sent) == whole
    items = [line for line in whole.splitlines() if line.startswith("• ")]
    assert len(items) == TASKS
    # Each part begins with an item or the line under the list, and ends where a line ends.
    assert all(part.text.startswith("• ") for part in sent[1:])
    assert all(part.text.endswith("\n") for part in sent[:-1])
    # What belongs to an item stays with it.
    assert not any(part.text.startswith(" ") for part in sent)
    assert [part.keyboard is not None for part in sent] == [False] * (len(sent) - 1) + [bool(answer.choices)]
