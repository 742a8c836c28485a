"""What messengers post to any process of the office is kept there, and handled by the one that has the bot."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import select

from bot.channels.house import Bot
from bot.channels.telegram.channel import Telegram
from bot.channels.zalo.channel import Zalo
from bot.commands import menus
from bot.service import Parts, Service
from bot.settings import Settings
from bot.web import build_app
from bot.web.public import Links, public_routes
from data.model import Received
from data.store import Store
from data.talk import Enclosed, Outgoing
from data.work import evidence
from locales import words_for
from scheduler.channel import Delivered
from scheduler.clock import Clock
from tests.bot.channels.house import Hours
from tests.building import COMPOSER, SWITCHED_ON, office
from tests.doubles.telegram import TelegramDouble
from tests.doubles.zalo import ZaloDouble

PUBLIC = "https://nhacviec.example.vn/xa"
PIXEL = b"\x89PNG\r\n\x1a\n and the rest"


@asynccontextmanager
async def process(
    double: TelegramDouble | ZaloDouble, store: Store, folder: Path, hours: Hours
) -> AsyncIterator[Service]:
    """A process of the office, to which whatever is posted comes as soon as it has begun."""
    make = Telegram if isinstance(double, TelegramDouble) else Zalo
    bot: Bot = make(double.token, base_url=double.url, folder=folder, public=PUBLIC, clock=hours, sleep=hours.sleep)
    service = Service(Parts(Settings(data_dir=folder), store, Clock(SWITCHED_ON), COMPOSER), (bot,))
    await bot.start(service, menus(words_for("vi")))
    routes = public_routes([bot], Links(folder, PUBLIC, service.parts.clock.now))
    double.leads("https://nhacviec.example.vn", build_app(service.health, public=routes))
    await service.take_over()
    try:
        yield service
    finally:
        await bot.stop()


@pytest.fixture(params=[TelegramDouble, ZaloDouble])
async def double(request: pytest.FixtureRequest) -> AsyncIterator[TelegramDouble | ZaloDouble]:
    """Each messenger."""
    async with request.param() as opened:
        yield opened


async def test_the_one_that_has_the_bot_takes_up_what_another_kept(
    double: TelegramDouble | ZaloDouble, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(store)
    chat = double.user("Nguyễn Văn A").private()
    hours, others = Hours(), Hours()
    async with process(double, store, tmp_path, hours) as holder:
        await hours.slept()
        monkeypatch.setattr("bot.service.PROCESS", "another")
        async with process(double, store, tmp_path, others) as standby:
            await chat.says("xin chào")
            codes = await double.delivers(times=2)
            await standby.settled()
            kept = [(row.handled_at is None, len(chat.unread)) for row in _received(store)]
            # As it does every 20 seconds.
            await holder._take_up()
            await holder.settled()
            (answer,) = chat.unread

    assert (codes, kept) == ([200, 200], [(True, 0)])
    assert answer.text.startswith("Đây là hệ thống nhắc việc")
    assert [row.handled_at is None for row in _received(store)] == [False]
    assert (len(double.calls_of("setWebhook")), double.calls_of("getUpdates")) == (1, [])


def _received(store: Store) -> list[Received]:
    with store.snapshot() as session:
        return list(session.exec(select(Received)).all())


async def test_zalo_shows_a_picture_that_it_fetches_by_its_link(tmp_path: Path) -> None:
    (tmp_path / "came").write_bytes(PIXEL)
    kept = evidence.keep(tmp_path, "came", "anh.png", "photo")
    picture = Enclosed(kept.name, kept.path, kept.sha256, kept.kind, "Ảnh của việc 10", "Ảnh ở Văn phòng.")
    gone = replace(picture, path=f"evidence/{'0' * 64}.png", sha256="0" * 64)
    links = Links(tmp_path, PUBLIC, lambda: SWITCHED_ON)
    async with ZaloDouble() as zalo:
        zalo.leads("https://nhacviec.example.vn", build_app(_well, public=public_routes([], links)))
        chat = zalo.user("Lan").private()
        await chat.says("xin chào")
        channel = Zalo(zalo.token, base_url=zalo.url, link=links.link, clock=(hours := Hours()), sleep=hours.sleep)
        sent = await channel.send(chat.id, Outgoing("MINH CHỨNG", "Việc 10", files=(picture, gone)))
        await channel.stop()
        said = [seen for seen in chat.unread if seen.by_bot]

    assert isinstance(sent, Delivered)
    assert len(sent.refs) == 2
    assert [(seen.text, seen.file and seen.file.content) for seen in said] == [
        ("MINH CHỨNG\nViệc 10\nẢnh ở Văn phòng.", None),
        ("Ảnh của việc 10", PIXEL),
    ]


async def _well() -> Mapping[str, object]:
    return {"status": "ok"}
