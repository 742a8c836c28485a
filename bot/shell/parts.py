"""What those commands get beside that need the office itself: its joined parts with the database, and its channels."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from bot.channels.house import Bot
from bot.service import Parts, join_parts
from bot.shell import Shell
from data import disk
from data.agencies.registry import read_registry
from data.people import registering
from data.refusals import FileUnwritable
from data.store import Session

Told = TypeVar("Told")


@contextmanager
def open_parts(shell: Shell) -> Iterator[Parts]:
    """The joined parts with an open database, closed at the end.

    Raises:
        FileUnwritable: DATA_DIR cannot be made.
    """
    folder = shell.settings.data_dir
    try:
        disk.make_folder(folder)
    except OSError as fault:
        raise FileUnwritable(path=str(folder), detail=fault.strerror or "") from fault
    parts = join_parts(shell.settings)
    try:
        yield parts
    finally:
        parts.store.close()


def asked(bot: Bot, question: Callable[[Bot], Awaitable[Told]]) -> Told:
    """What a bot's server says, asked by a command that does not serve it.

    Raises:
        TokenRejected: the server does not know the token.
    """

    async def ask() -> Told:
        try:
            return await question(bot)
        finally:
            await bot.stop()

    return asyncio.run(ask())


def load_units(shell: Shell, session: Session) -> None:
    """Fill a database that knows no units yet from UNITS_FILE; raises RegistryUnreadable."""
    if not registering.knows_units(session):
        registering.save_registry(session, read_registry(shell.settings.units_file))
