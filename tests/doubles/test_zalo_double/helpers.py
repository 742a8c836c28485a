"""A client that posts JSON and believes nothing: it looks at the status of every answer too."""

from dataclasses import dataclass
from typing import Any

import httpx

from tests.doubles.zalo import ZaloDouble

INVALID_CHAT = (410, "The chat_id is invaild")
IDLE = (408, "Request timeout")


@dataclass
class Client:
    zalo: ZaloDouble
    wire: httpx.AsyncClient

    async def post(self, method: str, **fields: Any) -> httpx.Response:
        return await self.wire.post(f"/bot{self.zalo.token}/{method}", json=fields)

    async def does(self, method: str, **fields: Any) -> Any:
        """The result of a call that goes well; None where the answer has none."""
        answer = await self.post(method, **fields)
        body = answer.json()
        assert (answer.status_code, body["ok"], body["error_code"]) == (200, True, 0), body
        return body.get("result")

    async def fails(self, method: str, **fields: Any) -> tuple[int, str]:
        """The code and the sentence of a call that is refused."""
        answer = await self.post(method, **fields)
        return refused(self.zalo, answer)

    async def says(self, chat_id: str, text: str) -> Any:
        return await self.does("sendMessage", chat_id=chat_id, text=text)

    async def heard(self) -> Any:
        """The message of the next event."""
        return (await self.does("getUpdates", timeout=5))["message"]


def refused(zalo: ZaloDouble, answer: httpx.Response) -> tuple[int, str]:
    body = answer.json()
    code = body.get("error_code", body.get("errorCode"))
    assert answer.status_code == {"always200": 200, "mirrored": code}[zalo.rules.status], body
    assert body["ok"] is False
    return code, body["description"]
