"""What each command of the shell gets: settings, words and the joined parts, each made when first asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from bot.channels.telegram.channel import Telegram
from bot.masking import Mask
from bot.service import Parts, join_parts
from bot.settings import ENV_FILE, Settings, read_secrets, read_settings, strange_names
from bot.shell.printing import Out
from data import disk
from data.agencies import read_registry
from data.people import registering
from data.refusals import EnvFileUnreadable, FileUnwritable, SettingsInvalid
from data.store import Session
from locales import Words, words_for
from locales.shell import strange_name_line


class Shell:
    """One run of one command."""

    @cached_property
    def settings(self) -> Settings:
        """The settings; raises EnvFileUnreadable and SettingsInvalid. Names that are none of ours are told once."""
        settings = read_settings()
        for name, meant in strange_names():
            self.out.error(strange_name_line(words_for(settings.locale), ENV_FILE, name, meant))
        return settings

    @cached_property
    def mask(self) -> Mask:
        """What hides this office's secrets, be the settings right or wrong."""
        return Mask(read_secrets())

    @cached_property
    def out(self) -> Out:
        """Where everything is printed."""
        return Out(self.mask)

    @cached_property
    def words(self) -> Words:
        """The office's words; Vietnamese where the settings cannot be read."""
        try:
            return words_for(self.settings.locale)
        except (EnvFileUnreadable, SettingsInvalid):
            return words_for("vi")

    @contextmanager
    def parts(self) -> Iterator[Parts]:
        """The joined parts with an open database, closed at the end.

        Raises:
            FileUnwritable: DATA_DIR cannot be made.
        """
        folder = self.settings.data_dir
        try:
            disk.make_folder(folder)
        except OSError as fault:
            raise FileUnwritable(path=str(folder), detail=fault.strerror or "") from fault
        parts = join_parts(self.settings)
        try:
            yield parts
        finally:
            parts.store.close()

    def telegram(self) -> Telegram | None:
        """The channel to Telegram, if its token is set."""
        token, proxy = self.settings.telegram_token, self.settings.telegram_proxy
        if token is None:
            return None
        return Telegram(
            token.get_secret_value(),
            base_url=str(self.settings.telegram_base_url),
            proxy=proxy.get_secret_value() if proxy else None,
            folder=self.settings.data_dir,
            locale=self.settings.locale,
        )

    def load_units(self, session: Session) -> None:
        """Fill a database that knows no units yet from UNITS_FILE; raises RegistryUnreadable."""
        if not registering.knows_units(session):
            registering.save_registry(session, read_registry(self.settings.units_file))

    def say(self, text: str, **fields: object) -> None:
        """Print a sentence."""
        self.out.line(self.words.text(text, **fields))
