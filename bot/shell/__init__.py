"""The commands of the shell, one module for what they are about; what each gets is here, what it says in `printing`.

`agencies` and `deadlines` need no database, nor each other · `plan` imports one, `forms` makes its form,
`rehearsing` says what will be said of it · `office` units and people ·
`checking` the doctor, `trying` its bots live · `running` the service in the foreground.
"""

import sys
from functools import cached_property

from bot.masking import Mask
from bot.settings import ENV_FILE, Settings, read_secrets, read_settings, strange_names
from bot.shell.printing import Out
from data.refusals import EnvFileUnreadable, SettingsInvalid
from locales import Words, words_for


class Shell:
    """One run of one command; see `bot.service` for what needs the database or a channel."""

    @cached_property
    def settings(self) -> Settings:
        """The settings; raises EnvFileUnreadable and SettingsInvalid. Names that are none of ours are told once."""
        settings = read_settings()
        for name, meant in strange_names():
            self.out.error(_strange_name_line(words_for(settings.locale), name, meant))
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

    def say(self, text: str, **fields: object) -> None:
        """Print a sentence."""
        self.out.line(self.words.text(text, **fields))

    def typed_lines(self) -> list[str]:
        """Standard input by line, read as UTF-8 whatever the terminal's own encoding."""
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
        return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")] if text else []


def _strange_name_line(words: Words, name: str, meant: str | None) -> str:
    """That the file of settings sets what is no setting, and which one may be meant."""
    if meant is None:
        return words.text("{file}: {name} is not a known setting and is ignored.", file=ENV_FILE, name=name)
    return words.text(
        "{file}: {name} is not a known setting and is ignored. Did you mean {meant}?",
        file=ENV_FILE,
        name=name,
        meant=meant,
    )
