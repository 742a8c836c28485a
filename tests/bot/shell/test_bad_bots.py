"""What may be wrong with a bot: one sentence each in `nhacviec check`, in the log and in `suc khoe`; others go on."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.channels.zalo.channel import Zalo
from bot.service import Parts, Service
from bot.settings import Settings
from data.ledger import Allowance
from data.store import Store
from data.upkeep.health import Health
from locales import words_for
from locales.say.delivery import health as health_said
from scheduler.clock import Clock
from tests.bot.channels.house import Clock as Stopwatch
from tests.bot.shell.conftest import Run
from tests.building import COMPOSER, at, office
from tests.doubles.zalo import Rules, ZaloDouble, gateway, quota_exceeded

NOW = at("2023-01-11 08:00")


def nothing(_: ZaloDouble) -> None:
    """All is well."""


def hooked(zalo: ZaloDouble) -> None:
    zalo.hooks("https://khac.example.vn/hook")


def spent(zalo: ZaloDouble) -> None:
    zalo.order(quota_exceeded(), None, times=float("inf"))


def hammered(zalo: ZaloDouble) -> None:
    zalo.order(gateway(429), None, times=float("inf"))


# The tokens and what is wrong; then what `check` says of the bots.
CHECKED: list[tuple[str, Callable[[ZaloDouble], None], list[str]]] = [
    ("42:TEST", nothing, ["✓ Zalo: @bot.42VDKyGxQvc"]),
    ("42:TEST\n", nothing, ["✓ Zalo: @bot.42VDKyGxQvc"]),
    ("42:WRONG", nothing, ["✗ Zalo không chấp nhận mã truy cập. Đề nghị kiểm tra ZALO_TOKENS."]),
    (
        "42:WRONG 43:OTHER\n",
        nothing,
        [
            "✗ Zalo 42: Zalo không chấp nhận mã truy cập. Đề nghị kiểm tra ZALO_TOKENS.",
            "✓ Zalo 43: @bot.43VDKyGxQvc",
        ],
    ),
    ("42:TEST", hooked, ["✓ Zalo: @bot.42VDKyGxQvc", "✗ Zalo đang được đặt webhook dẫn đến khac.example.vn."]),
    ("42:TEST", spent, ["✗ Zalo: máy chủ không nhận thêm tin do đã hết hạn mức, các tin chờ gửi khi có hạn mức mới"]),
    (
        "42:TEST 43:OTHER",
        hammered,
        [
            "✗ Zalo 42: máy chủ đề nghị tạm ngừng do nhận quá nhiều lượt gọi, các tin chờ gửi sau ít phút",
            "✓ Zalo 43: @bot.43VDKyGxQvc",
        ],
    ),
]


@pytest.mark.parametrize(("tokens", "wrong", "said"), CHECKED)
def test_what_check_says_of_a_bot(
    run: Run, zalo: ZaloDouble, tokens: str, wrong: Callable[[ZaloDouble], None], said: list[str]
) -> None:
    wrong(zalo)
    lines = run("check", ZALO_TOKENS=tokens, ZALO_BASE_URL=zalo.url).out.splitlines()
    assert [line for line in lines if "@bot" in line or "webhook" in line or line.startswith("✗")] == [
        f"{each} Đề nghị tìm hiểu ai đã đặt: tin của mọi người đang được chuyển đến đó, không đến hệ thống."
        if "webhook" in each
        else each
        for each in said
    ]


@pytest.fixture(params=["always200", "mirrored"])
async def served(request: pytest.FixtureRequest) -> AsyncIterator[ZaloDouble]:
    """The same server, in the loop of the service."""
    async with ZaloDouble(rules=Rules(status=request.param)) as double:
        yield double


@asynccontextmanager
async def serving(zalo: ZaloDouble, store: Store, folder: Path, token: str) -> AsyncIterator[Service]:
    """A service with two bots, of which the first is not well."""
    clock = Stopwatch()
    limit = Allowance(people=1, messages=3000)
    bots = [
        Zalo(each, base_url=zalo.url, clock=clock, sleep=clock.sleep, allowance=limit) for each in (token, "43:OTHER")
    ]
    service = Service(Parts(Settings(data_dir=folder), store, Clock(NOW), COMPOSER), bots)
    for bot in bots:
        await bot.start(service, {}, tries_on=True)
    await service.take_over()
    try:
        yield service
    finally:
        await service.stop()
        for bot in bots:
            await bot.stop()


WEBHOOK = (
    "a webhook is set for the Zalo token, so nothing can be polled until it is taken away; trying on"
    " (You cannot use this API while a webhook is set. Please remove the webhook first)"
)
SERVED: list[tuple[str, Callable[[ZaloDouble], None], str, str]] = [
    (
        "42:WRONG",
        nothing,
        "zalo:42: Zalo does not accept the token; trying on (Unauthorized)",
        "mã truy cập của hệ thống đã bị thu hồi",
    ),
    (
        "42:TEST",
        hooked,
        f"zalo:42: {WEBHOOK}\nthe webhook that is set for zalo:42 leads to khac.example.vn",
        "có chương trình khác đã đăng ký nhận tin",
    ),
    (
        "42:TEST",
        spent,
        "zalo:42: the quota of the Zalo bot is spent; trying on (Quota exceeded)",
        "máy chủ không nhận thêm tin do đã hết hạn mức, các tin chờ gửi khi có hạn mức mới",
    ),
    (
        "42:TEST",
        hammered,
        "zalo:42: Zalo has been asked too often and wants a pause; trying on (HTTP 429 without an answer of Zalo)",
        "máy chủ đề nghị tạm ngừng do nhận quá nhiều lượt gọi, các tin chờ gửi sau ít phút",
    ),
]


@pytest.mark.parametrize(("token", "wrong", "logged", "said"), SERVED)
async def test_the_log_and_noi_vu_are_told_once_and_the_other_bot_goes_on(
    served: ZaloDouble,
    sqlite_emptied: Store,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    token: str,
    wrong: Callable[[ZaloDouble], None],
    logged: str,
    said: str,
) -> None:
    caplog.set_level(logging.INFO, "bot.channels")
    office(sqlite_emptied)
    other = served.beside("43:OTHER")
    wrong(served)
    chat = other.user("Lan").private()
    async with serving(served, sqlite_emptied, tmp_path, token) as service:
        await chat.says("viec")
        await other.drained()
        await service.settled()
        assert (await chat.next_message()).text
        with sqlite_emptied.transaction() as session:
            stands: Health = service._watch.seen_from(session, NOW)
        told = health_said(words_for("vi"), stands, "Asia/Ho_Chi_Minh").text.splitlines()
    assert [record.getMessage() for record in caplog.records] == logged.split("\n")
    assert [line for line in told if "Zalo 42" in line] == [
        f"• Zalo 42: {said}",
        "• Zalo 42: tháng 01 đã gửi 0/3.000 tin; 0/1 người. Chưa có ai tham gia qua bot này.",
    ]


async def test_a_person_too_many_is_told_of_and_the_others_are_served(
    served: ZaloDouble, sqlite_emptied: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    office(sqlite_emptied)
    served.beside("43:OTHER")
    served.rules.users = 1
    lan, minh = served.user("Lan").private(), served.user("Minh").private()
    async with serving(served, sqlite_emptied, tmp_path, served.token) as service:
        for chat in (lan, minh, lan):
            await chat.says("viec")
            await served.drained()
            await service.settled()
        with sqlite_emptied.transaction() as session:
            stands = service._watch.seen_from(session, NOW)
    assert (len(lan.unread), len(minh.unread), stands.bots[0].trouble) == (2, 0, None)
    assert [record.getMessage() for record in caplog.records] == ["a message was not taken (quota): Quota exceeded"]
