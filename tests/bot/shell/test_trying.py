"""`nhacviec check --live` over the double: what is found in each of its ways, and what is kept of it."""

import asyncio
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.channels import MESSENGERS
from bot.channels.house import Bot
from bot.channels.zalo import probing
from bot.channels.zalo.channel import Zalo
from bot.service import Parts
from bot.settings import Settings
from bot.shell import Shell, trying
from data import leases, ledger
from data.ledger import Allowance, Spent
from data.model import Received
from data.store import Store, open_store
from locales import words_for
from scheduler.channel import Undeliverable
from scheduler.clock import Clock
from tests.bot.channels.house import Clock as Stopwatch
from tests.bot.shell.conftest import Run
from tests.building import COMPOSER, at
from tests.conftest import free_port
from tests.doubles.zalo import PrivateChat, Rules, ZaloDouble

(ZALO, _) = MESSENGERS
NOW = at("2023-01-11 08:00")
WORDS = words_for("vi")
NOBODY = (
    "✗ Zalo 42: chưa biết cuộc trò chuyện của người quản trị. Đề nghị tham gia bằng mã của đơn vị điều phối qua bot này,"
    " hoặc chỉ rõ cuộc trò chuyện bằng --to.\n"
)
OPEN = (
    "phép thử webhook có kèm mã bí mật hay không; tin webhook chưa nhận có được gửi lại hay không;"
    " máy chủ trả lời gì khi có người chặn bot; người vượt số lượng thấy gì; tin gửi lỗi có tính vào hạn mức hay không;"
    " mã của một người trong nhóm có như trong tin nhắn riêng hay không"
)


@pytest.fixture
def parts(sqlite_emptied: Store, tmp_path: Path) -> Parts:
    return Parts(Settings(data_dir=tmp_path), sqlite_emptied, Clock(NOW), COMPOSER)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A poll that tries whether an update comes again waits for nothing else."""
    monkeypatch.setattr(probing, "_POLL", 0)


def bot_of(zalo: ZaloDouble) -> Zalo:
    clock = Stopwatch()
    limit = Allowance(people=50, messages=3000)
    return Zalo(zalo.token, base_url=zalo.url, clock=clock, sleep=clock.sleep, allowance=limit)


async def asked(chat: PrivateChat) -> str:
    """The number that one is asked to answer with."""
    found = re.search(r"\d\d", (await chat.next_message()).text)
    assert found
    return found[0]


def sentences(parts: Parts, bot: Bot, chat: str, tried: trying.Tried) -> list[str]:
    shell = Shell()
    shell.__dict__.update(settings=parts.settings, words=WORDS)
    return [
        " ".join(filter(None, (each.mark, each.detail, each.todo)))
        for each in trying.told(shell, parts, bot, chat, tried)
    ]


@pytest.mark.parametrize("status", ["always200", "mirrored"])
@pytest.mark.parametrize("polling", ["consume", "replay"])
async def test_what_is_found_of_a_bot_that_is_answered(parts: Parts, tmp_path: Path, status: str, polling: str) -> None:
    async with ZaloDouble(rules=Rules(status=status, polling=polling)) as zalo:  # type: ignore[arg-type]
        bot, chat, other = bot_of(zalo), zalo.user("Lan").private(), zalo.user("Minh").private()
        trial = asyncio.create_task(trying.try_bot(parts, WORDS, ZALO, bot, chat.id))
        number = await asked(chat)
        await other.says("xong 10")
        await chat.says(number)
        tried = await trial
        assert zalo.forgive() == [
            "sendMessage: The text must not be empty",
            "sendMessage: The text must not exceed 2000 characters",
        ]
        assert [message.text for message in chat.unread if message.by_bot] == ["THỬ KẾT NỐI\nĐã nhận được trả lời."]

    said = sentences(parts, bot, chat.id, tried)
    again = {"consume": "tin đã đọc không được gửi lại", "replay": "tin đã đọc được gửi lại cho đến khi có tin mới"}
    file = tmp_path / "live-zalo-42-2023-01-11.json"
    assert said == [
        "✓ Zalo 42: tin thử đã đến nơi và đã nhận được trả lời.",
        f"✓ Zalo 42: {again[polling]}",
        "✓ Zalo 42: đối với tin trống, máy chủ trả lời: 400 The text must not be empty",
        "✓ Zalo 42: đối với tin quá dài, máy chủ trả lời: 400 The text must not exceed 2000 characters",
        "✓ Zalo 42: đối với dấu hiệu đang soạn tin, máy chủ trả lời: chấp nhận",
        "✓ Zalo 42: mã của bot khác với số trong mã truy cập: đường dẫn đến bot có thể không dùng được",
        "✓ Zalo 42: máy chủ không cho biết tên bot; để dùng trong nhóm phải khai báo tên",
        "✓ Zalo 42: bot không vào được nhóm",
        f"– Zalo 42: lần này chưa xác định được: {OPEN}",
        f"✓ Kết quả được ghi vào {file}.",
    ]
    kept = file.read_text()
    assert json.loads(kept)["facts"]["given-again"] is (polling == "replay")
    assert [secret for secret in (zalo.token, chat.id, "Lan") if secret in kept] == []
    with parts.store.transaction() as session:
        # What others said meanwhile waits for the service.
        assert [row.content["text"] for row in session.exec(select(Received))] == ["xong 10"]
        assert ledger.spent(session, [bot.name], NOW.date().replace(day=1)) == {bot.name: Spent(2)}


async def test_without_an_answer_what_can_be_tried_is_tried(parts: Parts) -> None:
    async with ZaloDouble() as zalo:
        bot, chat = bot_of(zalo), zalo.user("Lan").private()
        tried = await trying.try_bot(parts, WORDS, ZALO, bot, chat.id, waits=0.01)
        zalo.forgive()
    said = sentences(parts, bot, chat.id, tried)
    assert said[:2] == [
        "✗ Zalo 42: chưa nhận được trả lời trong hai phút. Đề nghị xem tin thử đã đến chưa và thử lại.",
        "✓ Zalo 42: đối với tin trống, máy chủ trả lời: 400 The text must not be empty",
    ]
    assert said[-2] == f"– Zalo 42: lần này chưa xác định được: {OPEN}; tin đã đọc có được gửi lại hay không"


async def test_a_chat_that_the_bot_does_not_know(parts: Parts) -> None:
    async with ZaloDouble() as zalo:
        bot = bot_of(zalo)
        tried = await trying.try_bot(parts, WORDS, ZALO, bot, "0" * 20)
    assert tried == trying.Tried(Undeliverable("not-found"))
    assert sentences(parts, bot, "0" * 20, tried) == ["✗ Zalo 42: cuộc trò chuyện không còn"]


async def test_a_bot_that_cannot_hear_says_why(parts: Parts) -> None:
    async with ZaloDouble() as zalo:
        bot, chat = bot_of(zalo), zalo.user("Lan").private()
        zalo.hooks("https://khac.example.vn/hook")
        trial = asyncio.create_task(trying.try_bot(parts, WORDS, ZALO, bot, chat.id, waits=0.2))
        await zalo.called("getUpdates")
        tried = await trial
        zalo.forgive()
    assert sentences(parts, bot, chat.id, tried)[0] == "✗ Zalo 42: có chương trình khác đã đăng ký nhận tin"


def test_a_bot_that_is_served_is_left_alone_and_one_without_a_chat_too(run: Run, tmp_path: Path) -> None:
    settings = {"ZALO_TOKENS": "42:TEST", "ZALO_BASE_URL": f"http://127.0.0.1:{free_port()}"}
    nobody = run("check", "--live", **settings)
    assert (nobody.code, nobody.out) == (
        1,
        NOBODY,
    )
    assert run("check", "--live").out.startswith("✗ Chưa có kênh nào")
    silent = run("check", "--live", "--to", "1", **settings)
    assert (silent.code, silent.out.startswith("✗ Zalo 42: hiện không kết nối được")) == (1, True)
    store = open_store(f"sqlite:///{tmp_path / 'var' / 'nhacviec.db'}")
    with store.transaction() as session:
        leases.hold(session, "zalo:42", "another", timedelta(hours=1))
    store.close()
    served = run("check", "--live", "--to", "1", **settings)
    assert (served.code, served.out) == (
        1,
        "✗ Có tiến trình đang phục vụ Zalo 42. Đề nghị dừng hệ thống trong ít phút để thử.\n",
    )
