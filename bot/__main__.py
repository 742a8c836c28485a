"""The command line: `nhacviec`, also `python -m bot`. What a person can do wrong is answered by one sentence."""

import re
import sys
import traceback

import click

from bot.shell import cells, checking, importing, office, printing, rehearsing, running
from bot.shell.context import Shell
from data.refusals import FileUnwritable, Refusal
from locales import N_
from locales.refusals import refusal

# What Python makes of bytes on the command line that are no letters.
_NO_LETTER = re.compile("[\ud800-\udfff]")


@click.group(help=N_("Reads plans, reminds each unit in its chat and tells Nội vụ how things stand."))
@click.pass_context
def nhacviec(context: click.Context) -> None:
    """Hold the commands together; `main` says their help in the office's language."""
    context.ensure_object(Shell)


for command in (
    running.serve,
    running.demo,
    importing.import_plan,
    rehearsing.rehearse,
    cells.deadline,
    cells.agencies,
    office.units,
    office.invite,
    office.officer,
    checking.check,
):
    nhacviec.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code: 0, 1 when refused, 2 when the command line is not understood.

    Without `arguments` this is the process's own command line, and its streams are made safe to write to.
    """
    printed = printing.prepare() if arguments is None else None
    shell = Shell()
    code = _run(shell, sys.argv[1:] if arguments is None else arguments)
    if printed is not None:
        sys.stdout.flush()
        if printed.trouble is not None:
            shell.out.error(refusal(shell.words, FileUnwritable(path="stdout", detail=printed.trouble)))
            code = code or 1
    sys.exit(code)


def _run(shell: Shell, arguments: list[str]) -> int:
    """The exit code of a command, after its words have been said."""
    _translate(nhacviec, shell)
    try:
        _look_at_letters(arguments)
        return int(nhacviec.main(arguments, prog_name="nhacviec", standalone_mode=False, obj=shell) or 0)
    except Refusal as said:
        shell.out.error(refusal(shell.words, said))
    except click.exceptions.Abort:
        pass
    except click.ClickException as fault:
        detail = fault.format_message()
        sentence = N_("The command line is not understood: {detail} See: nhacviec --help")
        shell.out.error(shell.words.text(sentence, detail=detail))
        return 2
    except Exception:  # noqa: BLE001 - whatever it is, no secret leaves with it
        shell.out.error(traceback.format_exc())
    return 1


def _look_at_letters(arguments: list[str]) -> None:
    if any(map(_NO_LETTER.search, arguments)):
        raise click.UsageError("UTF-8.")


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
