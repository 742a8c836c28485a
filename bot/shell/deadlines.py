"""`nhacviec deadline`: what is understood of a cell of time, one line each."""

from collections.abc import Sequence

import click

from bot.shell import Shell
from data.deadline import read
from locales import N_
from locales.deadlines import deadline_line
from scheduler.clock import Clock


@click.command
@click.argument("phrases", nargs=-1, metavar="[PHRASE]...")
@click.option("--year", type=click.IntRange(1900, 2200), help=N_("the plan's year; this year if not given"))
@click.option("--json", "as_json", is_flag=True, help=N_("one JSON object per line"))
@click.pass_obj
def deadline(shell: Shell, phrases: Sequence[str], year: int | None, as_json: bool) -> None:
    """Print the reading of each phrase."""
    plan_year = year or Clock(shell.settings.starts_at).now().year
    for phrase in phrases or shell.typed_lines():
        reading = read(phrase, plan_year)
        if as_json:
            shell.out.json(reading.to_json())
        else:
            shell.out.line(deadline_line(shell.words, reading))
