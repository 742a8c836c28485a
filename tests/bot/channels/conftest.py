"""A strict Telegram and a strict Zalo, a house, and the channels between them."""

from collections.abc import AsyncIterator, Iterator

import pytest

from bot.channels.telegram.channel import Telegram
from bot.channels.zalo.channel import Zalo
from tests.bot.channels.house import Clock, House, on_zalo, running
from tests.doubles.telegram import TelegramDouble
from tests.doubles.zalo import Rules, ZaloDouble
from tests.no_secrets import guarded


@pytest.fixture(autouse=True)
def _no_secrets(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with guarded(request, monkeypatch):
        yield


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def channel(telegram: TelegramDouble, house: House, clock: Clock) -> AsyncIterator[Telegram]:
    async with running(telegram, house, clock) as channel:
        yield channel


@pytest.fixture(params=["always200", "mirrored"])
async def zalo(request: pytest.FixtureRequest) -> AsyncIterator[ZaloDouble]:
    """Zalo in both of the ways in which it has been seen to refuse."""
    async with ZaloDouble(rules=Rules(status=request.param)) as double:
        yield double


@pytest.fixture
async def zalo_channel(zalo: ZaloDouble, house: House, clock: Clock) -> AsyncIterator[Zalo]:
    """The channel to Zalo, hearing."""
    async with on_zalo(zalo, house, clock) as channel:
        yield channel
