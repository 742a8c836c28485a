"""The demo: a throw-away office with the 2023 plan switched on, its clock, and the local chat page on the web app."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from bot.channels.local import LocalChannel, LocalChat
from bot.service import Parts
from bot.settings import SHIPPED_UNITS
from data.agencies import read_registry
from data.documents.formats import read_document
from data.kinds import Role
from data.model import Address
from data.people import coordinating, registering
from data.plans import drafting, importing
from data.refusals import ExtraMissing
from data.views import assigned, seating
from data.workdays import Workdays
from locales import Words, shell

PLAN = Path(__file__).parent.parent.parent / "data" / "samples" / "ke-hoach-06-2023.txt"
STARTS_AT = datetime(2023, 1, 11, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
CHANNEL = LocalChannel.name
# Made-up people who speak in the demo's chats.
_NAMES = (
    "Nguyễn Văn An",
    "Trần Thị Bình",
    "Lê Minh Châu",
    "Phạm Quốc Dũng",
    "Hoàng Thu Hà",
    "Vũ Đức Khải",
    "Đỗ Mai Lan",
)


def fill(parts: Parts, now: datetime) -> Sequence[LocalChat]:
    """Fill an empty database with the demo; give its chats, Nội vụ first."""
    registry = read_registry(SHIPPED_UNITS)
    draft = drafting.draft_of(read_document(PLAN), registry, parts.workdays, path=str(PLAN))
    with parts.store.transaction() as session:
        registering.save_registry(session, registry)
        plan = importing.save(session, draft, now, parts.policy.zone)
        importing.switch_on(session, plan, now)
        office = coordinating.coordinating_office(session)
        addresses = [
            address("noi-vu", office.id if office else None, Role.COORDINATOR, now),
            address("lanh-dao", registering.unit_by_code(session, "UBND-TP").id, Role.LEADER, now),
            *(address(unit.code, unit.id, Role.OFFICER, now) for unit in assigned.units_at_work(session, plan.id or 0)),
        ]
        session.add_all(addresses)
        session.flush()
        seats = seating.seats(session, addresses)
    return [
        LocalChat(address.chat_id, seat.unit.name, seat.role, seat.unit.code, _NAMES[index % len(_NAMES)])
        for index, (address, seat) in enumerate(zip(addresses, seats, strict=True))
    ]


def address(chat_id: str, unit_id: int | None, role: Role, now: datetime) -> Address:
    """A chat of the demo, not added yet."""
    return Address(bot=CHANNEL, chat_id=chat_id, unit_id=unit_id or 0, role=role, joined_at=now)


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
    app.router.routes.append(file_route(channel))
    messenger.mount(app, channel, chats, words, Walk(clock_now, move_to, zone, workdays))


WEEK = timedelta(days=7)
FARTHEST = timedelta(days=366)


@dataclass(slots=True)
class Walk:
    """Where the demo's clock stands in `zone`, and where it is being moved to, if it is."""

    clock_now: Callable[[], datetime]
    move_to: Callable[[date], Awaitable[None]]
    zone: str
    workdays: Workdays
    left: date = field(default=date.min, init=False)
    goal: date | None = field(default=None, init=False)

    def now(self) -> datetime:
        """The moment it is, as the clock of `zone` shows it."""
        return self.clock_now().astimezone(ZoneInfo(self.zone))

    def today(self) -> date:
        """The day it is in `zone`."""
        return self.now().date()

    def next_working_day(self) -> date:
        """The first working day after today."""
        return self.workdays.shift(self.today(), 1)

    def next_week(self) -> date:
        """This day a week on."""
        return self.today() + WEEK

    def done(self) -> float:
        """How much of the walk lies behind, from 0 to 1; 1 while nobody walks."""
        if self.goal is None:
            return 1
        return min(1, (self.today() - self.left) / (self.goal - self.left))

    def refusal(self, words: Words, day: date) -> str:
        """Why one cannot go to `day`; empty where one can."""
        today = self.today()
        if day <= today:
            return words.text(shell.PAST, day=words.day(today))
        if day > today + FARTHEST:
            return words.text(shell.TOO_FAR, day=words.day(today + FARTHEST))
        return ""

    async def go(self, day: date) -> None:
        """Go to `day`; a walk that is under way goes on alone."""
        if self.goal is not None:
            return
        self.left, self.goal = self.today(), day
        try:
            await self.move_to(day)
        finally:
            self.goal = None


# Pictures by how they begin. A browser may show these; anything else it is to save.
_PICTURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
_FENCED = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}


def file_address(chat_id: str, key: str) -> str:
    """Where the page opens a file."""
    return f"/tep/{quote(chat_id, safe='')}/{key}"


def file_route(channel: LocalChannel) -> Route:
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


LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})

# Nothing is loaded from or sent to another host, and no other site may frame the page. NiceGUI compiles in the browser.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)


class LocalOnly:
    """ASGI middleware: 403, for a page as for a websocket, to whoever `is_local` does not let in."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif is_local(Headers(scope=scope)):
            await self._app(scope, receive, _fenced(send))
        elif scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
        else:
            await PlainTextResponse("Forbidden", 403)(scope, receive, send)


def is_local(headers: Headers) -> bool:
    """Whether the request names this machine as Host, and comes from no page but that host's own.

    A foreign name that resolves to 127.0.0.1 (DNS rebinding) fails by its Host, a foreign site by its Origin.
    """
    host = headers.get("host", "").lower()
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    origin = headers.get("origin")
    return name in LOCAL_NAMES and (origin is None or origin.lower() in {f"http://{host}", f"https://{host}"})


def _fenced(send: Send) -> Send:
    async def send_fenced(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["Content-Security-Policy"] = POLICY
        await send(message)

    return send_fenced
