"""The local chat page on the web app, for the demo: the door to NiceGUI, which only `make run` needs."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime

from starlette.applications import Starlette

from bot.channels.local import LocalChannel, LocalChat
from bot.web import files
from bot.web.guard import LocalOnly
from bot.web.walking import Walk
from data.refusals import ExtraMissing
from data.workdays import Workdays
from locales import Words


def mount_page(
    app: Starlette,
    channel: LocalChannel,
    chats: Sequence[LocalChat],
    words: Words,
    clock_now: Callable[[], datetime],
    move_to: Callable[[date], Awaitable[None]],
    *,
    zone: str,
    workdays: Workdays,
) -> None:
    """Serve the page under "/", in the language of `words`, before `app` has started; once in a process.

    Whoever opens it may speak as any of `chats`: `app` must be bound to loopback, and answers only this machine's own
    pages from now on. `move_to` brings the demo's clock forward to a later local day of `zone`, said on the way or not.

    Raises:
        ExtraMissing: the extra "web" is not installed.
    """
    try:
        from bot.web import messenger  # noqa: PLC0415 - NiceGUI is optional, and `serve` need not wait for its import
    except ImportError as missing:
        raise ExtraMissing(extra="web") from missing
    app.add_middleware(LocalOnly)
    app.router.routes.append(files.route(channel))
    messenger.mount(app, channel, chats, words, Walk(clock_now, move_to, zone, workdays))
