import logging
from collections.abc import Mapping

import httpx
import pytest

from bot.masking import Mask
from bot.web import Health, build_app


def health(facts: Mapping[str, object]) -> Health:
    async def answer() -> Mapping[str, object]:
        return facts

    return answer


async def get(told: Health, path: str = "/health", method: str = "GET") -> httpx.Response:
    mask = Mask(["postgresql://nv:geheim@h/nv"])
    transport = httpx.ASGITransport(build_app(told, mask, alive=lambda: {"status": "standby", "now": "geheim"}))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        return await client.request(method, path)


@pytest.mark.parametrize("path", ["/readyz", "/health"])
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"status": "ok", "channels": {"telegram": "ok"}}, 200),
        ({"status": "degraded", "channels": {"telegram": "no answer since 07:30"}}, 503),
        ({"status": "standby", "reasons": ["telegram:42: standby"]}, 503),
        ({}, 503),
        ({"status": "degraded", "channels": {"telegram": ["no", 1]}}, 503),
    ],
)
async def test_health_gives_the_facts_and_a_code_for_monitors(
    path: str, facts: Mapping[str, object], code: int
) -> None:
    response = await get(health(facts), path)

    assert (response.status_code, response.json()) == (code, facts)
    assert response.headers["cache-control"] == "no-store"


async def test_whoever_answers_is_alive_however_it_stands() -> None:
    async def broken() -> Mapping[str, object]:
        raise OSError("gone")

    response = await get(broken, "/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "standby", "now": "***"})
    assert response.headers["cache-control"] == "no-store"


async def test_health_tells_no_secret() -> None:
    response = await get(health({"status": "ok", "channels": {"telegram": "cannot reach nv:geheim@h"}}))
    assert response.json() == {"status": "ok", "channels": {"telegram": "cannot reach nv***h"}}


async def test_health_that_cannot_be_found_out_is_bad_and_tells_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    async def broken() -> Mapping[str, object]:
        raise OSError("postgresql://user:secret@db")

    with caplog.at_level(logging.CRITICAL, "bot.web"):
        response = await get(broken)

    assert (response.status_code, response.json()) == (503, {"status": "failed"})


@pytest.mark.parametrize(
    ("path", "method", "code"),
    [
        ("/", "GET", 404),
        ("/tep/VP/1", "GET", 404),
        ("/health", "POST", 405),
        ("/healthz", "POST", 405),
        ("/readyz", "PUT", 405),
    ],
)
async def test_there_is_nothing_else(path: str, method: str, code: int) -> None:
    assert (await get(health({"status": "ok"}), path, method)).status_code == code
