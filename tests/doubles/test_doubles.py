"""A test drives either messenger by the same verbs, and orders the same bad days: one story fits both."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import httpx
import pytest

from tests.doubles.telegram import TelegramDouble
from tests.doubles.troubles import AnswerLost, Dripping, Garbage, Refusal, Slow, Trouble
from tests.doubles.zalo import Rules, ZaloDouble

# They have verbs in common, not the types of ids and people.
Either = Any


@asynccontextmanager
async def client(double: Either) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"{double.url}/bot{double.token}/") as client:
        yield client


@pytest.fixture(params=["telegram", "zalo", "zalo-mirrored"])
async def double(request: pytest.FixtureRequest) -> AsyncIterator[Either]:
    doubles = {
        "telegram": TelegramDouble,
        "zalo": ZaloDouble,
        "zalo-mirrored": partial(ZaloDouble, rules=Rules(status="mirrored")),
    }
    make: Any = doubles[request.param]
    async with make() as double:
        yield double


async def test_people_and_the_bot_talk(double: Either) -> None:
    lan, minh = double.user("Lan"), double.user("Minh")
    chat, group = lan.private(), double.group("Tổ", [lan])
    await group.welcomes(minh, by=lan)
    waiting = len(double.pending)
    said = await chat.says("xong 10")
    await group.says(minh, "không ai nghe")
    await group.says(minh, f"{double.mention} xong 11")
    await chat.sends_photo(b"\xff\xd8\xff anh", "Ảnh", reply_to=said)
    await chat.sends_file("bao-cao.pdf", b"%PDF", "Báo cáo")
    await chat.sends_sticker()

    async with client(double) as bot:
        for to, text in ((chat, "Kính gửi"), (group, "Chào tổ"), (chat, "Hết")):
            answer = await bot.post("sendMessage", json={"chat_id": to.id, "text": text})
            assert answer.json()["ok"] is True

    assert len(double.pending) == waiting + 5
    assert [(await chat.next_message()).text for _ in range(2)] == ["Kính gửi", "Hết"]
    assert [message.text for message in group.unread] == ["Chào tổ"]
    told = [(message.author, message.text, message.by_bot) for message in chat.history]
    assert told[:3] == [("Lan", "xong 10", False), ("Lan", "Ảnh", False), ("Lan", "Báo cáo", False)]
    assert (chat.history[1].reply_to, chat.history[0].id) == (said, said)
    file = chat.history[2].file
    assert file is not None
    assert file.content == b"%PDF"


TROUBLES: list[tuple[Trouble, bool]] = [
    (Refusal(429, "Too many"), False),
    (Garbage(), False),
    (Garbage(b"<p>{path}</p>", 502), False),
    (AnswerLost(), True),
    (AnswerLost(done=False), False),
    (AnswerLost(reset=True), True),
    (Slow(60), True),
    (Slow(60, done=False), False),
    (Dripping(60), True),
]


@pytest.mark.parametrize(("trouble", "arrives"), TROUBLES)
async def test_a_trouble_is_met_once_and_in_the_chat_it_was_ordered_for(
    double: Either, trouble: Trouble, arrives: bool
) -> None:
    lan, minh = double.user("Lan").private(), double.user("Minh").private()
    double.order(trouble, "sendMessage", chat=lan)

    async with client(double) as bot:

        async def goes_well(chat: Any) -> bool:
            patience = httpx.Timeout(5, read=0.05 if chat is lan else 5)
            try:
                answer = await bot.post("sendMessage", json={"chat_id": chat.id, "text": "Kính gửi"}, timeout=patience)
            except httpx.TransportError:
                return False
            return answer.text.startswith("{") and bool(answer.json()["ok"])

        for chat in (minh, lan, minh):
            assert await goes_well(chat) is (chat is minh)
        assert len(lan.unread) == arrives

    assert (len(minh.unread), len(await double.called("sendMessage", 3))) == (2, 3)


async def test_who_has_blocked_the_bot_or_never_wrote_to_it_is_not_reached(double: Either) -> None:
    blocking, silent = double.user("Lan").private(), double.user("Minh").private(started=False)
    await blocking.blocks_bot()

    async with client(double) as bot:
        for chat in (blocking, silent):
            answer = await bot.post("sendMessage", json={"chat_id": chat.id, "text": "Kính gửi"})
            assert answer.json()["ok"] is False
        await blocking.unblocks_bot()
        await silent.says("chào")
        for chat in (blocking, silent):
            answer = await bot.post("sendMessage", json={"chat_id": chat.id, "text": "Kính gửi"})
            assert answer.json()["ok"] is True


async def test_a_server_that_is_gone_is_back_with_all_it_knew(double: Either) -> None:
    chat = double.user("Lan").private()
    await chat.says("viec")
    double.goes_down()
    async with client(double) as bot:
        with pytest.raises(httpx.TransportError):
            await bot.post("getMe", json={})

        await double.comes_back()

        answer = await bot.post("getUpdates", json={"timeout": 0})
        assert "viec" in answer.text
