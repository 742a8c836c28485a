"""The wire to Zalo: a call is judged by what its answer says of itself, and no error knows the address."""

import asyncio
import json
from collections.abc import Mapping
from enum import Enum
from http import HTTPStatus
from typing import Any

import httpx

from bot.masking import NO_SECRETS, Mask

# Seconds that the server may take over a call, where nothing else is said.
PATIENCE = 20.0
_CONNECT = 5.0
# Seconds in which a gateway that has been asked too much wants to hear nothing; it does not say how long.
SILENCE = 60.0
# So many calls may be under way at once: chats that hang hold up nobody but themselves.
_CONNECTIONS = 256
_NEVER_SENT = (
    httpx.PoolTimeout,
    httpx.ConnectTimeout,
    httpx.ConnectError,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)
_LONGEST_DESCRIPTION = 200


class Fault(Enum):
    """In which way a call went wrong."""

    REFUSED = "refused"
    """Zalo says so itself."""
    GARBLED = "garbled"
    """Something answered, but not as Zalo does: a gateway before it."""
    UNREACHABLE = "unreachable"
    """It was never sent."""
    SILENT = "silent"
    """It was sent, and no answer came."""


class ZaloError(Exception):
    """What Zalo, or whatever stands before it, answered: its code, in its words. It knows no address and no token."""

    def __init__(self, fault: Fault, code: int, description: str) -> None:
        super().__init__(description)
        self.fault = fault
        self.code = code
        self.description = description

    @property
    def hooked(self) -> bool:
        """Whether nothing can be polled because a webhook is set."""
        return self.fault is Fault.REFUSED and self.code == HTTPStatus.BAD_REQUEST and "webhook" in str(self).lower()

    @property
    def rejected(self) -> bool:
        """Whether the token is not accepted: a wrong one is unauthorized, one of the wrong form is not even found."""
        return self.fault is Fault.REFUSED and self.code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}

    @property
    def hammered(self) -> bool:
        """Whether the gateway wants less of us: a quota that is spent Zalo itself tells of."""
        return self.fault is Fault.GARBLED and self.code == HTTPStatus.TOO_MANY_REQUESTS

    @property
    def timed_out(self) -> bool:
        """Whether Zalo itself waited in vain: for news, or for its own answer to something that was sent."""
        return self.fault is Fault.REFUSED and self.code == HTTPStatus.REQUEST_TIMEOUT


class Client:
    """Calls the server at `root` for one bot; its connections are opened when they are needed, also after `close`."""

    def __init__(self, token: str, root: str, proxy: str | None = None) -> None:
        # Others may have put a line break behind it: with that in its address nothing would be found.
        self._address = f"{root.rstrip('/')}/bot{token.strip()}"
        self._mask = Mask([token])
        self._proxy = proxy
        self._http: httpx.AsyncClient | None = None

    @property
    def http(self) -> httpx.AsyncClient:
        """The connections, to any server; of themselves they follow no redirection."""
        if self._http is None:
            limits = httpx.Limits(max_connections=_CONNECTIONS)
            self._http = httpx.AsyncClient(proxy=self._proxy, limits=limits, follow_redirects=False)
        return self._http

    async def call(self, method: str, /, *, patience: float = PATIENCE, **params: Any) -> Any:
        """The result of a method, which may be None; the server may be silent for `patience` seconds.

        Raises:
            ZaloError: Zalo refused, or could not be asked.
        """
        answered = await self._post(method, params, patience)
        # Raised where the exception of the library, which knows the address, is no longer at hand.
        if isinstance(answered, ZaloError):
            raise answered
        return result_of(answered.status_code, answered.content, self._mask)

    async def close(self) -> None:
        """End the connections."""
        http, self._http = self._http, None
        if http is not None:
            await http.aclose()

    async def _post(self, method: str, params: Mapping[str, Any], patience: float) -> httpx.Response | ZaloError:
        limits = httpx.Timeout(patience, connect=_CONNECT, pool=_CONNECT)
        try:
            # A server that sends a byte now and then is silent all the same.
            async with asyncio.timeout(patience + _CONNECT):
                return await self.http.post(f"{self._address}/{method}", json=dict(params), timeout=limits)
        except _NEVER_SENT as error:
            return ZaloError(Fault.UNREACHABLE, 0, type(error).__name__)
        except (httpx.HTTPError, TimeoutError) as error:
            return ZaloError(Fault.SILENT, 0, type(error).__name__)


def result_of(status: int, body: bytes, mask: Mask = NO_SECRETS) -> Any:
    """What a body holds as its result: it goes by what it says of itself, and by the HTTP status where that is nothing.

    Raises:
        ZaloError: it holds none; what Zalo says instead is masked.
    """
    told = parsed(body)
    if not isinstance(told, dict) or not {"ok", "error_code", "errorCode"} & told.keys():
        raise ZaloError(Fault.GARBLED, status, f"HTTP {status} without an answer of Zalo")
    if told.get("ok") is True:
        return told.get("result")
    code = _code(told, status)
    said = mask.text(str(told.get("description") or f"error {code}"))
    raise ZaloError(Fault.REFUSED, code, said[:_LONGEST_DESCRIPTION])


def parsed(body: bytes) -> Any:
    """What a body says as JSON; None where it is none, or nests deeper than anybody reads."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _code(told: Mapping[str, Any], status: int) -> int:
    for name in ("error_code", "errorCode"):
        try:
            return int(told[name])
        except (KeyError, ValueError, TypeError, OverflowError):
            continue
    return status
