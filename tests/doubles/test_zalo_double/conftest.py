"""A double in both ways that the real one has been seen to answer, and a client that posts JSON."""

from collections.abc import AsyncIterator
from typing import Literal

import httpx
import pytest

from tests.doubles.test_zalo_double.helpers import Client
from tests.doubles.zalo import Rules, ZaloDouble


@pytest.fixture(params=["always200", "mirrored"])
def status(request: pytest.FixtureRequest) -> Literal["always200", "mirrored"]:
    given: Literal["always200", "mirrored"] = request.param
    return given


@pytest.fixture
async def zalo(status: Literal["always200", "mirrored"]) -> AsyncIterator[ZaloDouble]:
    async with ZaloDouble(rules=Rules(status=status)) as double:
        yield double


@pytest.fixture
async def wire(zalo: ZaloDouble) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=zalo.url) as client:
        yield client


@pytest.fixture
def bot(zalo: ZaloDouble, wire: httpx.AsyncClient) -> Client:
    return Client(zalo, wire)
