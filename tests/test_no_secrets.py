"""The watch itself: a secret that gets out in any way is seen, by the place."""

import logging
from collections.abc import Iterator

import httpx
import pytest

from bot.channels.zalo.client import Client
from bot.channels.zalo.webhook import secret_of
from data.model import Unit
from data.store import Store
from tests.conftest import store_on
from tests.doubles.zalo import ZaloDouble
from tests.no_secrets import guarded


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    yield from store_on("sqlite", request)


async def test_what_gets_out_is_seen(
    store: Store, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(_: Client, method: str) -> None:
        try:
            int(f"/bot42%3ATEST/{method}")
        except ValueError:
            raise OSError("nothing") from None

    monkeypatch.setattr(Client, "call", fails)
    watching = guarded(request, monkeypatch)
    watch = watching.__enter__()
    async with ZaloDouble() as zalo, httpx.AsyncClient(base_url=f"{zalo.url}/bot{zalo.token}/") as http:
        chat = zalo.user("Lan").private()
        await http.post("sendMessage", json={"chat_id": chat.id, "text": f"Mã: {secret_of(zalo.token)}"})
        with pytest.raises(OSError, match="nothing"):
            await Client(zalo.token, zalo.url, None).call("getMe")
        logging.getLogger("bot.any").debug("calling %s", f"{zalo.url}/bot{zalo.token}")
        with store.transaction() as session:
            session.add(Unit(code="X", name=zalo.token, kind="phòng", position=1))

    assert sorted(watch.seen(store)) == ["answer", "database", "exception", "log"]
    with pytest.raises(AssertionError, match="let out"):
        watching.__exit__(None, None, None)
