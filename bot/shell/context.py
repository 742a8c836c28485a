"""What each command of the shell gets: settings, words and the joined parts, each made when first asked for."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

import click

from bot.channels.telegram import Telegram
from bot.service import Parts, join_parts
from bot.settings import Settings, read_settings
from data import people
from data.agencies import read_registry
from data.errors import SettingsInvalid
from data.store import Session
from locales import Words, words_for


class Shell:
    """One run of one command."""

    @cached_property
    def settings(self) -> Settings:
        """The settings; raises SettingsInvalid."""
        return read_settings()

    @cached_property
    def words(self) -> Words:
        """The office's words; Vietnamese where the settings cannot be read."""
        try:
            return words_for(self.settings.locale)
        except SettingsInvalid:
            return words_for("vi")

    @contextmanager
    def parts(self) -> Iterator[Parts]:
        """The joined parts with an open database, closed at the end."""
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
        if not people.knows_units(session):
            people.save_registry(session, read_registry(self.settings.units_file))

    def say(self, text: str, **fields: object) -> None:
        """Print a sentence."""
        click.echo(self.words.text(text, **fields))


def print_json(value: object) -> None:
    """One JSON object on a line of its own, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False))
