"""What those commands get beside that need the office itself: its joined parts with the database, and its channels."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.service import Parts, join_parts
from bot.shell.context import Shell
from data import disk
from data.agencies.registry import read_registry
from data.people import registering
from data.refusals import FileUnwritable
from data.store import Session

if TYPE_CHECKING:
    from bot.channels.telegram.channel import Telegram


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


def telegram_of(shell: Shell) -> "Telegram | None":
    """The channel to Telegram, if its token is set."""
    settings = shell.settings
    token, proxy = settings.telegram_token, settings.telegram_proxy
    if token is None:
        return None
    from bot.channels.telegram.channel import Telegram  # noqa: PLC0415 - long to load, and only where there is a token

    return Telegram(
        token.get_secret_value(),
        base_url=str(settings.telegram_base_url),
        proxy=proxy.get_secret_value() if proxy else None,
        folder=settings.data_dir,
        locale=settings.locale,
    )


def load_units(shell: Shell, session: Session) -> None:
    """Fill a database that knows no units yet from UNITS_FILE; raises RegistryUnreadable."""
    if not registering.knows_units(session):
        registering.save_registry(session, read_registry(shell.settings.units_file))
