"""No token and no secret of ours gets out: not into a log, an exception, a row of the database or what chats are told.

`guarded` watches one test over whichever messengers' doubles it opens, and fails it with the places where one was seen.
The folders whose tests speak to a messenger use it for all of theirs.
"""

import functools
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import pytest

from bot.channels.telegram.channel import Telegram
from bot.channels.zalo.channel import Zalo
from bot.channels.zalo.client import Client
from bot.channels.zalo.webhook import secret_of
from data.store import Store
from tests.building import dump
from tests.doubles.double import Double

# What may raise, at the edge of each channel.
_EDGES: tuple[tuple[type, tuple[str, ...]], ...] = (
    (Telegram, ("username", "hooked", "start", "told", "send", "fetch", "stop")),
    (Zalo, ("username", "hooked", "start", "told", "send", "fetch", "stop")),
    (Client, ("call",)),
)
# A bot has no other way to tell its server the secret.
_TELLS_THE_SECRET = "setWebhook"
_OURS = ("bot", "data", "locales", "scheduler")


class Watch(logging.Handler):
    """Keeps what was logged, raised and opened while a test ran."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.logged: list[str] = []
        self.raised: list[str] = []
        self.doubles: list[Double] = []
        self.tokens: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what a record says, with its traceback and all that led to it.

        Libraries tell addresses at their lower levels, and what they were answered: the service hides that (test_logs).
        """
        if record.name.partition(".")[0] not in _OURS:
            return
        self.logged.append(logging.Formatter().format(record))
        if record.exc_info and record.exc_info[1] is not None:
            self.raised += _chain(record.exc_info[1])

    def seen(self, store: Store | None) -> dict[str, list[str]]:
        """Where which of the doubles' secrets stands, by the place."""
        bots = [bot for double in self.doubles for bot in double._bots.values()]
        places = {
            "log": self.logged,
            "exception": self.raised,
            "database": [] if store is None else [repr(dump(store, answers=True))],
            "answer": [repr(call.fields) for bot in bots for call in bot.calls if call.method != _TELLS_THE_SECRET],
        }
        tokens = {*self.tokens, *(bot.token for bot in bots)}
        secrets = {secret for token in tokens for secret in (token, quote(token, safe=""), secret_of(token))}
        found = {
            place: [text for text in texts if any(secret in text for secret in secrets)]
            for place, texts in places.items()
        }
        return {place: texts for place, texts in found.items() if texts}


def _chain(error: BaseException | None) -> list[str]:
    """An exception as it shows, and each that it was raised from or while handling."""
    found, known = [], set[int]()
    waiting = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in known:
            continue
        known.add(id(one))
        found.append(f"{one!r} {one} {one.args!r} {getattr(one, '__notes__', '')}")
        waiting += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions
    return found


def _watched(watch: Watch, method: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    @functools.wraps(method)
    async def call(*arguments: Any, **named: Any) -> Any:
        try:
            return await method(*arguments, **named)
        except Exception as error:
            watch.raised += _chain(error)
            raise

    return call


def _known(watch: Watch, method: Callable[..., None]) -> Callable[..., None]:
    """Whatever token a channel is made with is a secret, also one that no server knows."""

    @functools.wraps(method)
    def make(channel: object, token: str, **settings: Any) -> None:
        watch.tokens.add(token.strip())
        method(channel, token, **settings)

    return make


def _overheard(watch: Watch, method: Callable[..., None]) -> Callable[..., None]:
    """What is said at a level that is written in no test is heard too, and no test's own records are more for it."""

    def say(logger: logging.Logger, words: object, *arguments: object, **named: Any) -> None:
        if logger.name.partition(".")[0] in _OURS:
            watch.logged.append(str(words) % arguments if arguments else str(words))
        method(logger, words, *arguments, **named)

    return say


@contextmanager
def guarded(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """Watch a test, and fail it at its end where something got out."""
    watch = Watch()
    store = request.getfixturevalue("store") if "store" in request.fixturenames else None
    opened = Double.__aenter__

    async def opening(double: Double) -> Double:
        watch.doubles.append(double)
        return await opened(double)

    monkeypatch.setattr(Double, "__aenter__", opening)
    for edge, names in _EDGES:
        for name in names:
            monkeypatch.setattr(edge, name, _watched(watch, getattr(edge, name)))
    for channel in (Telegram, Zalo):
        monkeypatch.setattr(channel, "__init__", _known(watch, channel.__init__))
    for name in ("debug", "info"):
        monkeypatch.setattr(logging.Logger, name, _overheard(watch, getattr(logging.Logger, name)))
    loggers = [logging.getLogger(name) for name in _OURS]
    for logger in loggers:
        logger.addHandler(watch)
    yield watch
    for logger in loggers:
        logger.removeHandler(watch)
    found = watch.seen(store)
    assert not found, f"let out: {found}"
