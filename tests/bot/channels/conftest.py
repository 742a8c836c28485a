"""A strict Telegram, a house, and the channel between them."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram.channel import Telegram
from tests.bot.channels.house import Clock, House, running
from tests.doubles.telegram import TelegramDouble


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
