"""Who may use the local chat page: this machine's own browser, and no other site that it happens to have open."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})

# Nothing is loaded from or sent to another host, and no other site may frame the page. NiceGUI compiles in the browser.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)


class LocalOnly:
    """ASGI middleware: 403, for a page as for a websocket, to whoever `is_local` does not let in."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif is_local(Headers(scope=scope)):
            await self._app(scope, receive, _fenced(send))
        elif scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
        else:
            await PlainTextResponse("Forbidden", 403)(scope, receive, send)


def is_local(headers: Headers) -> bool:
    """Whether the request names this machine as Host, and comes from no page but that host's own.

    A foreign name that resolves to 127.0.0.1 (DNS rebinding) fails by its Host, a foreign site by its Origin.
    """
    host = headers.get("host", "").lower()
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    origin = headers.get("origin")
    return name in LOCAL_NAMES and (origin is None or origin.lower() in {f"http://{host}", f"https://{host}"})


def _fenced(send: Send) -> Send:
    async def send_fenced(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["Content-Security-Policy"] = POLICY
        await send(message)

    return send_fenced
