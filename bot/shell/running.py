"""`nhacviec serve`, `nhacviec demo`: the service in the foreground, until it is told to stop."""

import asyncio
import errno
import logging
import signal
import socket
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

import click
import uvicorn
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.routing import Route

from bot import logs
from bot.channels import MESSENGERS
from bot.channels.house import Bot, Declaration, Menus
from bot.channels.local import LocalChannel
from bot.commands import menus
from bot.service import Parts, Service, join_parts, load_units, open_parts
from bot.settings import Settings
from bot.shell import Shell
from bot.talk import Way
from bot.web import build_app
from bot.web import demo as demonstration
from bot.web.public import Links, public_routes
from data import engines
from data.people import coordinating
from data.refusals import AddressUnusable, NotLoopback, PortTaken, TokenRejected
from data.talk import channel_of
from locales import N_, words_for

log = logging.getLogger(__name__)

# Seconds between two looks at whether a trouble that the log has told of is over.
_LOOK_AGAIN = 10.0
# Seconds after which a bot is asked again for its name.
_LEARN_AGAIN = 600.0
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@click.command
@click.pass_obj
def serve(shell: Shell) -> None:
    """Run until stopped."""
    settings = shell.settings
    log_handler = logs.set_up(shell.mask, as_json=settings.log_format == "json")
    with open_parts(shell.settings) as parts:
        with parts.store.transaction() as session:
            load_units(shell.settings, session)
            words = words_for(shell.settings.locale, coordinating.office_name(session))
        links = None
        if settings.public_root is not None:
            links = Links(settings.data_dir, settings.public_root, parts.clock.now)
        link = None if links is None else links.link
        bots = [bot for messenger in MESSENGERS for bot in messenger.bots(settings, link)]
        if not bots:
            variables = " / ".join(messenger.variable for messenger in MESSENGERS)
            shell.say(
                N_("No channel is set: put {variable} into .env. Until then nobody can be reminded."),
                variable=variables,
            )
        public = () if links is None else public_routes(bots, links)
        asyncio.run(_serve(shell, parts, bots, log_handler, public, menus(words)))


@click.command
@click.pass_obj
def demo(shell: Shell) -> None:
    """Run the demo until stopped."""
    if shell.settings.web_host not in _LOOPBACK:
        raise NotLoopback(host=shell.settings.web_host)
    logs.set_up(shell.mask, as_json=shell.settings.log_format == "json")
    with tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        settings = _throw_away(shell.settings, Path(folder))
        parts = join_parts(settings)
        try:
            asyncio.run(_demo(shell, parts))
        finally:
            parts.store.close()


def _throw_away(settings: Settings, folder: Path) -> Settings:
    """The settings with a database of its own: the demo opens no bot, and reaches nobody."""
    return settings.model_copy(
        update={
            "data_dir": folder,
            "database_url": SecretStr(f"sqlite:///{folder / 'demo.db'}"),
            "nhacviec_now": settings.nhacviec_now or demonstration.STARTS_AT,
        }
    )


async def _serve(
    shell: Shell,
    parts: Parts,
    bots: Sequence[Bot],
    log_handler: logs.Sparing,
    public: Sequence[Route],
    shown: Menus,
) -> None:
    service = Service(parts, bots)
    app = build_app(service.health, shell.mask, alive=service.alive, public=public)
    # Whoever comes from now on is answered once all has begun: a messenger tries at once the address that it is told.
    with _listening(parts.settings) as web:
        over = asyncio.create_task(_tell_what_is_over(log_handler))
        learning = asyncio.create_task(_learn_ways(service, bots))
        try:
            for bot in bots:
                # One that is not accepted must not keep the others from serving; alone, it serves nobody.
                await bot.start(service, shown, tries_on=len(bots) > 1)
            await service.start()
            await _run_web(web, parts.settings, app)
        finally:
            over.cancel()
            learning.cancel()
            await service.stop()
            for bot in bots:
                await bot.stop()


async def _tell_what_is_over(log_handler: logs.Sparing) -> None:
    while True:
        await asyncio.sleep(_LOOK_AGAIN)
        log_handler.tell_what_is_over()


async def _learn_ways(service: Service, bots: Sequence[Bot]) -> None:
    """Learn by which public names people find the bots, one of each messenger, however long its server is away."""
    messengers = {messenger.key: messenger for messenger in MESSENGERS}
    found = {key: bot for bot in reversed(bots) if (key := channel_of(bot.name)) in messengers}
    service.ways = tuple(Way(key) for key in found)
    while any(not way.name for way in service.ways):
        service.ways = tuple([await _way(way, messengers[way.channel], found[way.channel]) for way in service.ways])
        await asyncio.sleep(_LEARN_AGAIN)


async def _way(way: Way, messenger: Declaration, bot: Bot) -> Way:
    try:
        name = None if way.name else await bot.username()
    except TokenRejected:
        return way
    return way if name is None else Way(way.channel, name, partial(messenger.link, name))


async def _demo(shell: Shell, parts: Parts) -> None:
    channel = LocalChannel(parts.clock.now, parts.settings.data_dir)
    service = Service(parts, (channel,))
    chats = await asyncio.to_thread(demonstration.fill, parts, parts.clock.now())
    app = build_app(service.health, shell.mask, alive=service.alive)
    channel.start(service.hear)
    demonstration.mount_page(
        app,
        channel,
        chats,
        shell.words,
        parts.clock.now,
        service.move_to,
        zone=parts.policy.zone,
        workdays=parts.workdays,
    )
    await service.start()
    try:
        shell.say(N_("The page is at http://{address} – stop with Ctrl+C."), address=_address(parts.settings))
        with _listening(parts.settings) as web:
            await _run_web(web, parts.settings, app, live=True)
    finally:
        await service.stop()


class _Server(uvicorn.Server):
    """Leaves signals to us: uvicorn's own would end the process before the channels and the store are closed."""

    def __init__(self, config: uvicorn.Config, settings: Settings) -> None:
        super().__init__(config)
        self._settings = settings

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say what answers where."""
        await super().startup(sockets)
        log.info(
            "nhacviec %s is ready: database %s, http://%s/health",
            _version(),
            engines.place(self._settings.database),
            _address(self._settings),
        )

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextmanager
def _listening(settings: Settings) -> Iterator[socket.socket]:
    """A socket at which whoever comes waits to be answered.

    Raises:
        PortTaken, AddressUnusable: as their sentences say.
    """
    with socket.socket(socket.AF_INET6 if ":" in settings.web_host else socket.AF_INET) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((settings.web_host, settings.web_port))
            listening.listen()
        except OSError as fault:
            if fault.errno == errno.EADDRINUSE:
                raise PortTaken(port=settings.web_port) from fault
            host, detail = settings.web_host, fault.strerror or ""
            raise AddressUnusable(host=host, port=settings.web_port, detail=detail) from fault
        yield listening


async def _run_web(listening: socket.socket, settings: Settings, app: Starlette, *, live: bool = False) -> None:
    """Serve until a signal comes, a `live` page's sockets too; the loop's other work goes on beside it."""
    sockets: Literal["auto", "none"] = "auto" if live else "none"
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=3, http="h11", ws=sockets)
    server = _Server(config, settings)
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, server.handle_exit, each, None)
    await server.serve([listening])


def _version() -> str:
    try:
        return version("nhac-viec")
    except PackageNotFoundError:  # run from its folder, not installed
        return "?"


def _address(settings: Settings) -> str:
    host = f"[{settings.web_host}]" if ":" in settings.web_host else settings.web_host
    return f"{host}:{settings.web_port}"
