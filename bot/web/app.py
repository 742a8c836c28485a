"""The ASGI app of the service: `/health` for whoever watches it."""

import logging
from collections.abc import Awaitable, Callable, Mapping

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.masking import NO_SECRETS, Mask

log = logging.getLogger(__name__)

Health = Callable[[], Awaitable[Mapping[str, object]]]


def build_app(health: Health, mask: Mask = NO_SECRETS) -> Starlette:
    """The app. GET /health gives the facts of `health`, masked: 200 where their "status" is "ok", else 503."""

    async def show_health(_: Request) -> JSONResponse:
        facts = await _facts(health)
        status_code = 200 if facts.get("status") == "ok" else 503
        return JSONResponse(mask.value(dict(facts)), status_code, headers={"Cache-Control": "no-store"})

    return Starlette(routes=[Route("/health", show_health)])


async def _facts(health: Health) -> Mapping[str, object]:
    try:
        return await health()
    except Exception:
        # What went wrong is for the log; whoever asks learns only that something did.
        log.exception("health could not be found out")
        return {"status": "failed"}
