"""A web app on a free port of the loopback, served by uvicorn in the running loop and gone without a pause."""

import asyncio
import socket
import struct
from contextlib import suppress

from starlette.requests import Request
from starlette.types import ASGIApp
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

# Seconds: for calls under way at the end, and for an idle connection.
_GRACE = 5.0
_KEEP = 75


class Wire:
    """Listens from `open` to `close`. uvicorn's own Server would sleep a tenth of a second at the end of every test."""

    def __init__(self, app: ASGIApp) -> None:
        self._config = Config(
            app, http=H11Protocol, ws="none", timeout_keep_alive=_KEEP, log_config=None, access_log=False
        )
        self._state = ServerState()
        self._listener: asyncio.Server | None = None
        self._port = 0

    async def open(self) -> str:
        """Listen, again on the port of the first time, and give the address: http://127.0.0.1:PORT."""
        if not self._config.loaded:
            self._config.load()
        loop = asyncio.get_running_loop()
        self._listener = await loop.create_server(self._protocol, "127.0.0.1", self._port)
        self._port = self._listener.sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{self._port}"

    def refuse(self) -> None:
        """Listen no more, and end every connection where it stands."""
        if self._listener is not None:
            self._listener.close()
        for connection in list(self._state.connections):
            if isinstance(connection, H11Protocol):
                connection.transport.abort()

    def _protocol(self) -> H11Protocol:
        return H11Protocol(self._config, self._state, {})

    async def close(self) -> None:
        """Stop listening, let calls under way end, and close every connection."""
        if self._listener is not None:
            self._listener.close()
        for connection in list(self._state.connections):
            connection.shutdown()
        with suppress(TimeoutError):
            async with asyncio.timeout(_GRACE):
                await asyncio.gather(*self._state.tasks)
                while self._state.connections:  # noqa: ASYNC110 - a closed transport tells uvicorn in the next round
                    await asyncio.sleep(0)

    async def hang_up(self, request: Request, *, reset: bool = False) -> None:
        """End the connection of `request` without an answer; a `reset` one without its end, too."""
        for connection in list(self._state.connections):
            if isinstance(connection, H11Protocol) and connection.client == request.scope["client"]:
                if reset:
                    line = connection.transport.get_extra_info("socket")
                    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.transport.close()
        while (await request.receive())["type"] != "http.disconnect":
            pass
