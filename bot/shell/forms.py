"""`nhacviec form`: a plan without a table as an Excel form, of what was understood, to be completed and imported."""

import shlex
from pathlib import Path

import click

from bot.service import load_units, open_parts
from bot.shell import Shell
from data.documents import Document, outline
from data.people import registering
from data.plans.forms import NO_WORDS, blank_form, form_of
from data.refusals import DocumentUnreadable, FileExists, FileUnwritable
from data.upkeep.make_believe import copy_into_memory
from locales.shell import form_line


@click.command("form")
@click.argument("file", type=click.Path(path_type=Path), metavar="PLAN")
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT.xlsx")
@click.pass_obj
def form(shell: Shell, file: Path, out: Path) -> None:
    """Write the form of a plan to a new file."""
    document = _outline(file)
    with open_parts(shell.settings) as parts, copy_into_memory(parts.store).transaction() as session:
        load_units(shell.settings, session)
        registry = registering.load_registry(session)
        content, tasks = form_of(document, registry) if document else (blank_form(registry), 0)
    write_new(out, content)
    shell.out.line(form_line(shell.words, tasks, shlex.quote(str(out))))


def _outline(file: Path) -> Document | None:
    """What is understood of a plan; None of a scan, whose form is blank."""
    try:
        return outline(file)
    except DocumentUnreadable as said:
        if said.reason not in NO_WORDS:
            raise
        return None


def write_new(out: Path, content: bytes) -> None:
    """What somebody has completed by hand is never written over.

    Raises:
        FileExists, FileUnwritable: as their sentences say.
    """
    try:
        with out.open("xb") as opened:
            opened.write(content)
    except FileExistsError as fault:
        raise FileExists(path=str(out)) from fault
    except OSError as fault:
        raise FileUnwritable(path=str(out), detail=fault.strerror or "") from fault
