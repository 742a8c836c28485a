"""The public network as a pretended messenger sees it: nobody is there but whom a test has put behind an address."""

import httpx
from starlette.types import ASGIApp


class Public:
    """Whom a messenger that calls itself `agent` can reach."""

    def __init__(self, agent: str) -> None:
        self._agent = agent
        self._ways: dict[str, str | ASGIApp] = {}

    def lead(self, public: str, to: str | ASGIApp) -> None:
        """Put an app, or the address of a server on the loopback, behind a public address."""
        self._ways[public.rstrip("/")] = to

    def client(self) -> httpx.AsyncClient:
        """Give what asks there."""
        mounts = {public: _transport(to) for public, to in self._ways.items()}
        nobody = httpx.MockTransport(_nobody)
        return httpx.AsyncClient(mounts=mounts, transport=nobody, headers={"User-Agent": self._agent}, trust_env=False)

    async def post_to(self, url: str, body: bytes, headers: dict[str, str]) -> httpx.Response:
        """Post to a webhook; an empty body comes without a content type."""
        kind = {"Content-Type": "application/json"} if body else {}
        async with self.client() as client:
            return await client.post(url, content=body, headers=headers | kind)


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


def _transport(to: str | ASGIApp) -> httpx.AsyncBaseTransport:
    if isinstance(to, str):
        return _Rerouted(to)
    return httpx.ASGITransport(to, raise_app_exceptions=False)
