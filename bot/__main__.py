"""The command line: `nhacviec`, also `python -m bot`. What a person can do wrong is answered by one sentence."""

import gc
import sys
import traceback
from pkgutil import resolve_name

import click

from bot.shell import Shell, printing
from data.refusals import FileUnwritable, Refusal
from locales import N_

# Each command, where it stands and what its help says: one that is not asked for is not loaded, nor what it needs.
COMMANDS = {
    "agencies": (
        "bot.shell.agencies:agencies",
        N_("Read agency cells and print the units they name; without PHRASE, one per line of standard input."),
    ),
    "check": ("bot.shell.checking:check", N_("Check settings, database and channels: what works and what does not.")),
    "deadline": (
        "bot.shell.deadlines:deadline",
        N_("Read time cells and print what was understood; without PHRASE, one per line of standard input."),
    ),
    "demo": (
        "bot.shell.running:demo",
        N_("Try it out: the 2023 plan on a throw-away database, with a chat page on this machine."),
    ),
    "form": (
        "bot.shell.forms:form",
        N_("Make an Excel form of a plan that has no table: what was understood, to be completed and imported."),
    ),
    "hear": (
        "bot.shell.hear:hear",
        N_("Say lines, as JSON, to the demo's office; print what each did, offered, asked and told."),
    ),
    "import": (
        "bot.shell.plan:import_plan",
        N_("Read a plan, show the draft and its questions, and start following it up once confirmed."),
    ),
    "invite": ("bot.shell.office:invite", N_("Make a one-time code by which a chat joins a unit.")),
    "officer": ("bot.shell.office:officer", N_("The people who have written to the service: forget.")),
    "rehearse": (
        "bot.shell.rehearsing:rehearse",
        N_("Print every message of the coming days, without sending or writing."),
    ),
    "report": (
        "bot.shell.report:report",
        N_("Write a period's report on a plan: a Word file to be completed and signed, or its table in Excel."),
    ),
    "serve": (
        "bot.shell.running:serve",
        N_("Run the service: every channel whose token is set, the reminders, the health page."),
    ),
    "units": ("bot.shell.office:units", N_("The registry of units: import FILE, list.")),
}


class Commands(click.Group):
    """The commands of COMMANDS, with their help in the office's language."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Their names."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of that name, loaded; None where there is none."""
        if name not in COMMANDS:
            return None
        place, told = COMMANDS[name]
        command: click.Command = resolve_name(place)
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        command.help = told
        _translate(command, context.ensure_object(Shell))
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """What each is for, without loading any."""
        words = context.ensure_object(Shell).words
        listed = {name: click.Command(name, help=words.text(told)) for name, (_, told) in COMMANDS.items()}
        click.Group(commands=listed).format_commands(context, formatter)


@click.group(
    cls=Commands, help=N_("Reads plans, reminds each unit in its chat and reports progress to the coordinating office.")
)
@click.pass_context
def nhacviec(context: click.Context) -> None:
    """Hold the commands together; `main` says their help in the office's language."""
    context.ensure_object(Shell)


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code: 0, 1 when refused, 2 when the command line is not understood.

    Without `arguments` this is the process's own command line, and its streams are made safe to write to.
    """
    if arguments is None:
        gc.disable()  # until the command is loaded: to look for garbage among what stays takes a tenth of the start
    printed = printing.prepare() if arguments is None else None
    shell = Shell()
    code = _run(shell, sys.argv[1:] if arguments is None else arguments)
    if printed is not None:
        sys.stdout.flush()
        if printed.trouble is not None:
            _refuse(shell, FileUnwritable(path="stdout", detail=printed.trouble))
            code = code or 1
    sys.exit(code)


def _run(shell: Shell, arguments: list[str]) -> int:
    """The exit code of a command, after its words have been said."""
    _translate(nhacviec, shell)
    try:
        _look_at_letters(arguments)
        return int(nhacviec.main(arguments, prog_name="nhacviec", standalone_mode=False, obj=shell) or 0)
    except Refusal as said:
        _refuse(shell, said)
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


def _refuse(shell: Shell, said: Refusal) -> None:
    from locales.refusals import refusal  # noqa: PLC0415 - hundreds of sentences, of which most runs need none

    shell.out.error(refusal(shell.words, said))


def _look_at_letters(arguments: list[str]) -> None:
    try:
        "".join(arguments).encode()
    except UnicodeEncodeError as fault:  # of bytes that are no letters Python makes halves of some
        raise click.UsageError("UTF-8.") from fault


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
