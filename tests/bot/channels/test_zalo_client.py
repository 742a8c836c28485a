"""What an answer of Zalo says, whatever its HTTP status, and that no error knows the token."""

import json
from datetime import timedelta

import httpx
import pytest

from bot.channels.zalo.client import Client, Fault, ZaloError, result_of
from bot.channels.zalo.polling import trouble_of
from bot.channels.zalo.sending import outcome_of
from bot.masking import Mask
from scheduler.channel import Outcome, TryLater, Undeliverable

NGINX = b"<html><head><title>429 Too Many Requests</title></head><body>/bot42:SECRET/sendMessage</body></html>"

RESULTS = [
    (200, b'{"ok":true,"result":{"message_id":"a"},"error_code":0}', {"message_id": "a"}),
    (200, b'{"ok":true}', None),
    (200, b'{"ok":true,"result":null,"error_code":0}', None),
    (200, b'{"ok":true,"result":{},"error_code":0}', {}),
    (500, b'{"ok":true,"result":{},"error_code":0}', {}),
]


@pytest.mark.parametrize(("status", "body", "result"), RESULTS)
def test_what_an_answer_holds(status: int, body: bytes, result: object) -> None:
    assert result_of(status, body) == result


NO_RESULTS = [
    (200, b'{"ok":false,"description":"Request timeout","error_code":408}', Fault.REFUSED, 408, "Request timeout"),
    (408, b'{"ok":false,"description":"Request timeout","error_code":408}', Fault.REFUSED, 408, "Request timeout"),
    (200, b'{"ok":false,"description":"Request timeout","error_code":"408"}', Fault.REFUSED, 408, "Request timeout"),
    (200, b'{"ok":false,"description":"Too often","errorCode":426}', Fault.REFUSED, 426, "Too often"),
    (200, b'{"ok":false,"description":"No","error_code":"?","errorCode":"400"}', Fault.REFUSED, 400, "No"),
    (403, b'{"ok":false}', Fault.REFUSED, 403, "error 403"),
    (200, b'{"error_code":401,"description":"Unauthorized"}', Fault.REFUSED, 401, "Unauthorized"),
    (429, NGINX, Fault.GARBLED, 429, "HTTP 429 without an answer of Zalo"),
    (200, b"", Fault.GARBLED, 200, "HTTP 200 without an answer of Zalo"),
    (200, b"[1]", Fault.GARBLED, 200, "HTTP 200 without an answer of Zalo"),
    (502, b'{"message":"no upstream"}', Fault.GARBLED, 502, "HTTP 502 without an answer of Zalo"),
    (200, b"\xff\xfe", Fault.GARBLED, 200, "HTTP 200 without an answer of Zalo"),
    (200, b"[" * 100_000, Fault.GARBLED, 200, "HTTP 200 without an answer of Zalo"),
]


@pytest.mark.parametrize(("status", "body", "fault", "code", "said"), NO_RESULTS)
def test_what_an_answer_says_instead(status: int, body: bytes, fault: Fault, code: int, said: str) -> None:
    with pytest.raises(ZaloError) as raised:
        result_of(status, body)
    assert (raised.value.fault, raised.value.code, raised.value.description) == (fault, code, said)


def test_what_zalo_says_is_masked_and_short() -> None:
    told = {"ok": False, "error_code": 404, "description": "no /bot42:SECRET/getme, SECRET " + "a" * 500}
    with pytest.raises(ZaloError) as raised:
        result_of(404, json.dumps(told).encode(), Mask(["42:SECRET"]))
    assert (str(raised.value)[:26], len(str(raised.value))) == ("no /bot***/getme, *** aaaa", 200)


QUOTA, WAIT = timedelta(hours=6), timedelta(seconds=60)
HOOKED = "You cannot use this API while a webhook is set. Please remove the webhook first"

# A fault, and what it means for a message, and for hearing.
MEANINGS: list[tuple[Fault, int, str, Outcome, str]] = [
    (Fault.REFUSED, 410, "The chat_id is invaild", Undeliverable("not-found"), "unreachable"),
    (Fault.REFUSED, 429, "Quota exceeded", TryLater("quota", QUOTA), "quota"),
    (Fault.GARBLED, 429, "", TryLater("too-many-requests", WAIT), "too-many-requests"),
    (Fault.REFUSED, 401, "Unauthorized", TryLater("token-rejected", timedelta(minutes=10)), "token-rejected"),
    (Fault.REFUSED, 404, "Not Found", TryLater("token-rejected", timedelta(minutes=10)), "token-rejected"),
    (Fault.GARBLED, 404, "", TryLater("server-error"), "unreachable"),
    (Fault.REFUSED, 400, "The photo URL is invalid", TryLater("refused", lasting=True), "unreachable"),
    (Fault.REFUSED, 400, HOOKED, TryLater("refused", lasting=True), "webhook"),
    (Fault.REFUSED, 403, "Internal server error", TryLater("server-error"), "unreachable"),
    (Fault.REFUSED, 500, "", TryLater("server-error"), "unreachable"),
    (Fault.GARBLED, 502, "", TryLater("server-error"), "unreachable"),
    (Fault.GARBLED, 504, "", TryLater("no-answer", perhaps=True), "unreachable"),
    (Fault.GARBLED, 200, "", TryLater("no-answer", perhaps=True), "unreachable"),
    (Fault.REFUSED, 408, "Request timeout", TryLater("no-answer", perhaps=True), "unreachable"),
    (Fault.SILENT, 0, "ReadTimeout", TryLater("no-answer", perhaps=True), "unreachable"),
    (Fault.UNREACHABLE, 0, "ConnectError", TryLater("unreachable"), "unreachable"),
]


@pytest.mark.parametrize(("fault", "code", "said", "outcome", "trouble"), MEANINGS)
def test_what_an_error_means(fault: Fault, code: int, said: str, outcome: Outcome, trouble: str) -> None:
    error = ZaloError(fault, code, said)
    assert (outcome_of(error), trouble_of(error)) == (outcome, trouble)


@pytest.mark.parametrize("root", ["http://127.0.0.1:9", "ftp://127.0.0.1", "http://[::"])
async def test_no_error_knows_the_token(root: str) -> None:
    client = Client("42:SECRET-OF-THE-BOT", root)
    with pytest.raises(ZaloError) as raised:
        await client.call("getMe")
    await client.close()

    error = raised.value
    assert (error.fault, error.__cause__, error.__context__) == (Fault.UNREACHABLE, None, None)
    assert "SECRET" not in f"{error!r} {error} {client!r} {vars(error)}"


async def test_a_token_with_a_line_break_behind_it_is_called_by_itself() -> None:
    asked: list[httpx.Request] = []

    def answers(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, json={"ok": True, "result": {}, "error_code": 0})

    client = Client("42:SECRET\n", "https://zalo.example.vn/")
    client._http = httpx.AsyncClient(transport=httpx.MockTransport(answers))
    assert await client.call("getMe") == {}
    await client.close()

    (request,) = asked
    assert (request.method, str(request.url), request.content, request.headers["content-type"]) == (
        "POST",
        "https://zalo.example.vn/bot42:SECRET/getMe",
        b"{}",
        "application/json",
    )
