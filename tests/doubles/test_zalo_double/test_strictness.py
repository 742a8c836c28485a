"""What is called, how, and by whom: as the real server bears it, and as the house must do it."""

from typing import Any

import httpx
import pytest

from tests.doubles.test_zalo_double.helpers import Client, refused
from tests.doubles.zalo import ZaloDouble

NOT_FOUND = (404, "Not Found")


async def test_the_bot_knows_itself_without_its_shown_name(zalo: ZaloDouble, bot: Client) -> None:
    me = await bot.does("getMe")

    assert me == {
        "id": "1000000000000000042",
        "account_name": "bot.42VDKyGxQvc",
        "account_type": "BASIC",
        "can_join_groups": False,
    }
    zalo.rules.display_name = True
    assert await bot.does("getMe") == me | {"display_name": "Bot Nhắc Việc"}


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("42:OTHER", (401, "Unauthorized")),
        ("42:TEST%0A", NOT_FOUND),
        ("42:TEST%20", NOT_FOUND),
        ("42", NOT_FOUND),
        ("nonsense", NOT_FOUND),
        ("", NOT_FOUND),
    ],
)
async def test_a_wrong_token(zalo: ZaloDouble, wire: httpx.AsyncClient, token: str, expected: tuple[int, str]) -> None:
    assert refused(zalo, await wire.post(f"/bot{token}/getMe", json={})) == expected


@pytest.mark.parametrize("method", ["sendSong", "getme", "GetMe", "sendDocument", "editMessageText"])
async def test_a_method_that_is_none(zalo: ZaloDouble, bot: Client, method: str) -> None:
    assert await bot.fails(method) == NOT_FOUND
    assert zalo.forgive() == [f"{method}: Not Found"]


async def test_no_other_verb_and_no_other_path(zalo: ZaloDouble, wire: httpx.AsyncClient) -> None:
    for verb, path in (("PUT", "/bot42:TEST/getMe"), ("POST", "/"), ("POST", "/bot42:TEST/getMe/x")):
        assert refused(zalo, await wire.request(verb, path, json={})) == NOT_FOUND
    assert zalo.forgive() == ["getMe: Not Found", ": Not Found", "x: Not Found"]


BORNE: list[tuple[str, dict[str, Any], list[str]]] = [
    ("GET", {}, ["sendMessage: GET where the house posts", "sendMessage: content type ''"]),
    ("POST", {"data": {"text": "a"}}, ["sendMessage: content type 'application/x-www-form-urlencoded'"]),
    ("POST", {"files": {"text": (None, "a")}}, ["sendMessage: content type 'multipart/form-data'"]),
    ("POST", {"content": b'{"text": "a"}'}, ["sendMessage: content type ''"]),
    ("POST", {"json": {"text": "a", "reply_markup": {}}}, ["sendMessage: unknown field reply_markup"]),
    ("POST", {"json": {"text": "a", "reply_to_message_id": ""}}, ["sendMessage: unknown field reply_to_message_id"]),
]


@pytest.mark.parametrize(("verb", "sent", "faults"), BORNE)
async def test_what_the_real_server_bears_is_done_and_kept(
    zalo: ZaloDouble, wire: httpx.AsyncClient, verb: str, sent: dict[str, Any], faults: list[str]
) -> None:
    chat = zalo.user("Lan").private()
    address = {"chat_id": chat.id} | ({"text": "a"} if verb == "GET" else {})

    answer = await wire.request(verb, "/bot42:TEST/sendMessage", params=address, **sent)

    assert answer.json()["ok"] is True
    inside = [f"sendMessage: in the address: {name}" for name in address]
    assert sorted(zalo.forgive()) == sorted([*faults, *inside])
    assert (await chat.next_message()).text == "a"
    assert zalo.calls_of("sendMessage")[0]["chat_id"] == chat.id


@pytest.mark.parametrize("field", ["offset", "limit", "allowed_updates"])
async def test_polling_knows_no_offset(zalo: ZaloDouble, bot: Client, field: str) -> None:
    await bot.post("getUpdates", timeout=0, **{field: 1})

    assert zalo.forgive() == [f"getUpdates: unknown field {field}"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"5"])
async def test_a_body_that_is_no_object(zalo: ZaloDouble, wire: httpx.AsyncClient, body: bytes) -> None:
    answer = await wire.post("/bot42:TEST/getMe", content=body, headers={"Content-Type": "application/json"})

    assert refused(zalo, answer) == (400, "Bad request")
    assert zalo.forgive() == ["getMe: Bad request"]


async def test_a_timeout_that_is_no_number(zalo: ZaloDouble, bot: Client) -> None:
    assert await bot.fails("getUpdates", timeout="lâu") == (400, "The timeout is invalid")
    zalo.forgive()


async def test_a_fault_of_any_bot_fails_the_test_that_caused_it() -> None:
    async def story() -> None:
        async with ZaloDouble() as zalo, httpx.AsyncClient(base_url=zalo.url) as wire:
            other = zalo.beside("43:OTHER")
            await wire.post(f"/bot{other.token}/sendSong", json={})

    with pytest.raises(AssertionError, match="Zalo was called wrongly:\nsendSong: Not Found"):
        await story()
