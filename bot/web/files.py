"""Files of answers on the local chat page: only what was shown in a chat, under the key it was shown with."""

import asyncio
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.local import LocalChannel

# Pictures by how they begin. A browser may show these; anything else it is to save.
_PICTURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
_FENCED = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}


def address(chat_id: str, key: str) -> str:
    """Where the page opens a file."""
    return f"/tep/{quote(chat_id, safe='')}/{key}"


def route(channel: LocalChannel) -> Route:
    """GET a file that was shown in a chat, under a key nobody can guess: its bytes, or 404. No path comes in."""

    async def show(request: Request) -> Response:
        chat_id, key = request.path_params["chat_id"], request.path_params["key"]
        found = await asyncio.to_thread(channel.content, chat_id, key)
        if found is None:
            return PlainTextResponse("Not Found", 404, headers=_FENCED)
        file, content = found
        picture = next((kind for begins, kind in _PICTURES.items() if content.startswith(begins)), None)
        how = "inline" if picture else "attachment"
        named = {"Content-Disposition": f"{how}; filename*=UTF-8''{quote(file.name, safe='')}"}
        return Response(content, media_type=picture or "application/octet-stream", headers=_FENCED | named)

    return Route("/tep/{chat_id}/{key}", show)
