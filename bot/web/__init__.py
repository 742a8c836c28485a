"""What a browser or a monitor can ask: one ASGI app with `/healthz` and `/readyz`, whose other name is `/health`.

In the demo the local chat page is on it: `demo` is the way in, says who may come, and can be loaded without NiceGUI, as
the app can; `messenger` is the open chat, `panes` what stands beside it. `public` is what the Internet reaches where
PUBLIC_URL is set.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.masking import NO_SECRETS, Mask

log = logging.getLogger(__name__)

Alive = Callable[[], Mapping[str, object]]
Health = Callable[[], Awaitable[Mapping[str, object]]]


def build_app(
    health: Health,
    mask: Mask = NO_SECRETS,
    *,
    alive: Alive = lambda: {"status": "ok"},
    public: Sequence[Route] = (),
) -> Starlette:
    """The app, which tells facts as JSON, masked.

    GET /healthz gives those of `alive`, always with 200: it answers, so it lives. GET /readyz and /health give those of
    `health`: 200 where their "status" is "ok", else 503. What is `public` stands beside them.
    """

    def told(facts: Mapping[str, object], status_code: int) -> Response:
        return JSONResponse(mask.value(dict(facts)), status_code, headers={"Cache-Control": "no-store"})

    async def show_alive(_: Request) -> Response:
        return told(alive(), 200)

    async def show_health(_: Request) -> Response:
        facts = await _facts(health)
        return told(facts, 200 if facts.get("status") == "ok" else 503)

    ready = [Route(path, show_health) for path in ("/readyz", "/health")]
    return Starlette(routes=[Route("/healthz", show_alive), *ready, *public])


async def _facts(health: Health) -> Mapping[str, object]:
    try:
        return await health()
    except Exception:
        # What went wrong is for the log; whoever asks learns only that something did.
        log.exception("health could not be found out")
        return {"status": "failed"}
