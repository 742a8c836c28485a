"""The public network as the pretended Zalo sees it: nobody is there but whom a test has put behind an address."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx
from starlette.types import ASGIApp

from tests.doubles.refused import Refused
from tests.doubles.zalo.records import Json, Stored

_AGENT = {"User-Agent": "Java/1.8.0_192"}
SECRET_HEADER = "X-Bot-Api-Secret-Token"
_HINT = "Please check that your endpoint answers 200 to POST"


class _Rerouted(httpx.AsyncHTTPTransport):
    """To a server on the loopback instead."""

    def __init__(self, to: str) -> None:
        super().__init__(verify=False)
        self._to = httpx.URL(to)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme=self._to.scheme, host=self._to.host, port=self._to.port)
        return await super().handle_async_request(request)


def _nobody(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("nobody is there", request=request)


class Outside:
    """Whom Zalo can reach."""

    def __init__(self) -> None:
        self._ways: dict[str, str | ASGIApp] = {}

    def lead(self, public: str, to: str | ASGIApp) -> None:
        """Put an app, or the address of a server on the loopback, behind a public address."""
        self._ways[public.rstrip("/")] = to

    def _client(self) -> httpx.AsyncClient:
        mounts = {public: _transport(to) for public, to in self._ways.items()}
        nobody = httpx.MockTransport(_nobody)
        return httpx.AsyncClient(mounts=mounts, transport=nobody, headers=_AGENT, trust_env=False)

    async def post(self, url: str, body: bytes, secret: str | None) -> httpx.Response:
        """Post to a webhook, with its secret unless there is none; an empty body comes without a content type."""
        headers = {SECRET_HEADER: secret} if secret is not None else {}
        headers |= {"Content-Type": "application/json"} if body else {}
        async with self._client() as client:
            return await client.post(url, content=body, headers=headers)

    async def verify(self, url: str, secret: str | None) -> Json:
        """Give what Zalo finds out about a webhook by posting nothing to it."""
        try:
            code = (await self.post(url, b"", secret)).status_code
        except httpx.TimeoutException:
            return {"ok": False, "url": url, "outcome": "webhook.err.timeout", "hint": _HINT}
        except httpx.TransportError:
            return {"ok": False, "url": url, "outcome": "webhook.err.conn", "hint": _HINT}
        found = {"url": url, "status_code": code, "latency_ms": 12, "hint": _HINT}
        return {"ok": code < 300, "outcome": _outcome(code), **found}

    async def picture(self, url: str, own: Mapping[str, Stored], host: str) -> Stored | None:
        """Fetch a picture; None where nobody is behind its address. Refused where there is no picture."""
        if url.startswith(f"{host}/"):
            return own.get(url.removeprefix(f"{host}/"))
        try:
            async with self._client() as client:
                answer = await client.get(url)
        except httpx.TransportError:
            return None
        mime = answer.headers.get("content-type", "").partition(";")[0]
        if answer.status_code != 200 or not mime.startswith("image/"):
            raise Refused(400, "The photo URL is invalid")
        return Stored(urlsplit(url).path, mime, answer.content)


def _transport(to: str | ASGIApp) -> httpx.AsyncBaseTransport:
    if isinstance(to, str):
        return _Rerouted(to)
    return httpx.ASGITransport(to, raise_app_exceptions=False)


def _outcome(code: int) -> str:
    if code < 300:
        return "webhook.ok"
    return f"webhook.http.{code if code in {403, 404} else '5xx' if code >= 500 else 'other'}"
