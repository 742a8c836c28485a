import httpx
import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from bot.web.demo import POLICY, LocalOnly, is_local

CASES = [
    ("localhost", None, True),
    ("localhost:8080", None, True),
    ("LOCALHOST:8080", None, True),
    ("127.0.0.1:8080", None, True),
    ("[::1]", None, True),
    ("[::1]:8080", None, True),
    ("127.0.0.1:8080", "http://127.0.0.1:8080", True),
    ("[::1]:8080", "http://[::1]:8080", True),
    ("localhost:8080", "http://LOCALHOST:8080", True),
    # A foreign name made to resolve to this machine.
    ("evil.example", None, False),
    ("evil.example:8080", "http://evil.example:8080", False),
    ("localhost.evil.example", None, False),
    ("127.0.0.1.evil.example:8080", None, False),
    ("evil.example:localhost", None, False),
    ("[::1].evil.example", None, False),
    ("", None, False),
    # A foreign page that asks this machine, and another program's page on it.
    ("127.0.0.1:8080", "https://evil.example", False),
    ("127.0.0.1:8080", "http://127.0.0.1:3000", False),
    ("127.0.0.1:8080", "http://127.0.0.1:8080.evil.example", False),
    ("127.0.0.1:8080", "null", False),
    ("127.0.0.1:8080", "", False),
]


def headers(host: str, origin: str | None) -> dict[str, str]:
    return {"host": host} | ({} if origin is None else {"origin": origin})


@pytest.mark.parametrize(("host", "origin", "allowed"), CASES)
def test_who_is_let_in(host: str, origin: str | None, allowed: bool) -> None:
    assert is_local(Headers(headers(host, origin))) is allowed


async def _hello(_: Request) -> PlainTextResponse:
    return PlainTextResponse("xin chào")


@pytest.mark.parametrize(
    ("host", "code", "text", "policy"),
    [("localhost", 200, "xin chào", POLICY), ("evil.example", 403, "Forbidden", None)],
)
async def test_a_page(host: str, code: int, text: str, policy: str | None) -> None:
    app = Starlette(routes=[Route("/", _hello)], middleware=[Middleware(LocalOnly)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        response = await client.get("/", headers={"host": host})

    assert (response.status_code, response.text) == (code, text)
    assert response.headers.get("content-security-policy") == policy


@pytest.mark.parametrize(
    ("origin", "first"), [("http://localhost", "websocket.accept"), ("https://evil.example", "websocket.close")]
)
async def test_a_websocket(origin: str, first: str) -> None:
    sent: list[Message] = []

    async def accepting(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def keep(message: Message) -> None:
        sent.append(message)

    raw = [(name.encode(), value.encode()) for name, value in headers("localhost", origin).items()]
    await LocalOnly(accepting)({"type": "websocket", "headers": raw}, receive, keep)

    assert [message["type"] for message in sent] == [first]
