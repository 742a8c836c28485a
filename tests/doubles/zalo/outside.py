"""The public network as the pretended Zalo sees it: where it posts, what it finds out there, pictures it fetches."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx

from tests.doubles.outside import Public
from tests.doubles.refused import Refused
from tests.doubles.zalo.records import Json, Stored

SECRET_HEADER = "X-Bot-Api-Secret-Token"
_HINT = "Please check that your endpoint answers 200 to POST"


class Outside(Public):
    """Whom Zalo can reach."""

    def __init__(self) -> None:
        super().__init__("Java/1.8.0_192")

    async def post(self, url: str, body: bytes, secret: str | None) -> httpx.Response:
        """Post to a webhook, with its secret unless there is none."""
        return await self.post_to(url, body, {SECRET_HEADER: secret} if secret is not None else {})

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
            async with self.client() as client:
                answer = await client.get(url)
        except httpx.TransportError:
            return None
        mime = answer.headers.get("content-type", "").partition(";")[0]
        if answer.status_code != 200 or not mime.startswith("image/"):
            raise Refused(400, "The photo URL is invalid")
        return Stored(urlsplit(url).path, mime, answer.content)


def _outcome(code: int) -> str:
    if code < 300:
        return "webhook.ok"
    return f"webhook.http.{code if code in {403, 404} else '5xx' if code >= 500 else 'other'}"
