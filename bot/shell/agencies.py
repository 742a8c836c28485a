"""`nhacviec agencies`: which units a cell names, one line each."""

from collections.abc import Sequence

import click

from bot.shell import Shell
from data.agencies.finder import Match, resolve
from data.agencies.registry import read_registry
from locales import N_, Words


@click.command
@click.argument("phrases", nargs=-1, metavar="[PHRASE]...")
@click.option("--json", "as_json", is_flag=True, help=N_("one JSON object per line"))
@click.pass_obj
def agencies(shell: Shell, phrases: Sequence[str], as_json: bool) -> None:
    """Print the parts of each phrase and the units they are matched with."""
    registry = read_registry(shell.settings.units_file)
    for phrase in phrases or shell.typed_lines():
        matches = resolve(phrase, registry)
        if as_json:
            parts = [{"text": m.part.text, "unit": m.code, "group": m.part.group} for m in matches]
            shell.out.json({"text": phrase, "parts": parts})
        else:
            shell.out.line(agencies_line(shell.words, phrase, matches))


def agencies_line(words: Words, phrase: str, matches: Sequence[Match]) -> str:
    """A phrase and the units it names, by their codes, on one line; one that is not known says so."""
    unknown = words.text("not known")
    named = words.list(f"{match.part.text} [{match.code or unknown}]" for match in matches)
    return f"{phrase.strip() or '–'} → {named or '–'}"
