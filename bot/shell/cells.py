"""`nhacviec deadline`, `nhacviec agencies`: what is understood of a cell, one line each."""

import sys
from collections.abc import Sequence

import click

from bot.shell.context import Shell
from data.agencies import read_registry, resolve
from data.deadline import read
from locales import N_
from locales.shell import agencies_line, deadline_line
from scheduler.clock import Clock


@click.command(
    help=N_("Read time cells and print what was understood; without PHRASE, one per line of standard input.")
)
@click.argument("phrases", nargs=-1, metavar="[PHRASE]...")
@click.option("--year", type=click.IntRange(1900, 2200), help=N_("the plan's year; this year if not given"))
@click.option("--json", "as_json", is_flag=True, help=N_("one JSON object per line"))
@click.pass_obj
def deadline(shell: Shell, phrases: Sequence[str], year: int | None, as_json: bool) -> None:
    """Print the reading of each phrase."""
    plan_year = year or Clock(shell.settings.starts_at).now().year
    for phrase in phrases or _lines():
        reading = read(phrase, plan_year)
        if as_json:
            shell.out.json(reading.to_json())
        else:
            shell.out.line(deadline_line(shell.words, reading))


@click.command(
    help=N_("Read agency cells and print the units they name; without PHRASE, one per line of standard input.")
)
@click.argument("phrases", nargs=-1, metavar="[PHRASE]...")
@click.option("--json", "as_json", is_flag=True, help=N_("one JSON object per line"))
@click.pass_obj
def agencies(shell: Shell, phrases: Sequence[str], as_json: bool) -> None:
    """Print the parts of each phrase and the units they are matched with."""
    registry = read_registry(shell.settings.units_file)
    for phrase in phrases or _lines():
        matches = resolve(phrase, registry)
        if as_json:
            parts = [{"text": m.part.text, "unit": m.code, "group": m.part.group} for m in matches]
            shell.out.json({"text": phrase, "parts": parts})
        else:
            shell.out.line(agencies_line(shell.words, phrase, matches))


def _lines() -> list[str]:
    """Standard input by line, read as UTF-8 whatever the terminal's own encoding."""
    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")] if text else []
