"""Lines to type are said in English by the names of the commands, which these have once they are loaded."""

import bot.commands  # noqa: F401 - names them
