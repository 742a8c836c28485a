"""The command line: `nhacviec`, also `python -m bot`. What a person can do wrong is answered by one sentence."""

import sys

import click

from bot.shell import office, planning, reading, rehearsing, running
from bot.shell.context import Shell
from data.errors import Refusal
from locales import N_
from locales.refusals import refusal


@click.group(help=N_("Reads plans, reminds each unit in its chat and tells Nội vụ how things stand."))
@click.pass_context
def nhacviec(context: click.Context) -> None:
    """Hold the commands together; `main` says their help in the office's language."""
    context.ensure_object(Shell)


for command in (
    running.serve,
    running.demo,
    planning.import_plan,
    rehearsing.rehearse,
    reading.deadline,
    reading.agencies,
    office.units,
    office.invite,
    office.officer,
    office.check,
):
    nhacviec.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code: 0, 1 when refused, 2 when the command line is not understood."""
    shell = Shell()
    _translate(nhacviec, shell)
    try:
        code = nhacviec.main(arguments, prog_name="nhacviec", standalone_mode=False, obj=shell)
    except Refusal as said:
        click.echo(refusal(shell.words, said), err=True)
        code = 1
    except click.exceptions.Abort:
        code = 1
    except click.ClickException as fault:
        sentence = shell.words.text(
            N_("The command line is not understood: {detail} See: nhacviec --help"), detail=fault.format_message()
        )
        click.echo(sentence, err=True)
        code = 2
    sys.exit(code or 0)


def _translate(command: click.Command, shell: Shell) -> None:
    command.help = shell.words.text(command.help) if command.help else None
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = shell.words.text(parameter.help)
    if isinstance(command, click.Group):
        for each in command.commands.values():
            _translate(each, shell)


if __name__ == "__main__":
    main()
