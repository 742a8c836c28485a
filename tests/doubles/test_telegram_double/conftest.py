"""A double, a real client and a raw one for each test."""

from collections.abc import AsyncIterator

import httpx
import pytest
from telegram import Bot

from tests.doubles.telegram import TelegramDouble
from tests.doubles.test_telegram_double.helpers import ptb


@pytest.fixture(autouse=True)
def _spans_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns at every 429 until told to give `retry_after` as a timedelta."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double


@pytest.fixture
async def bot(telegram: TelegramDouble) -> AsyncIterator[Bot]:
    async with ptb(telegram) as bot:
        yield bot


@pytest.fixture
async def wire(telegram: TelegramDouble) -> AsyncIterator[httpx.AsyncClient]:
    """A client that can say what python-telegram-bot never would."""
    async with httpx.AsyncClient(base_url=telegram.url) as client:
        yield client
