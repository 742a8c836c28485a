"""`nhacviec import --propose-units`: the registry that a plan's own words propose, for an operator to complete."""

import shlex
from pathlib import Path

from bot.shell.context import Shell
from bot.shell.drafts import Looked
from data.agencies import Registry, format_registry
from data.refusals import FileExists, FileUnwritable
from locales.shell import other_body_lines, proposed_line


def write(file: Path, registry: Registry) -> None:
    """Write a registry to a new file: what somebody has completed by hand is never written over.

    Raises:
        FileExists, FileUnwritable: as their sentences say.
    """
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(format_registry(registry))
    except FileExistsError as fault:
        raise FileExists(path=str(file)) from fault
    except OSError as fault:
        raise FileUnwritable(path=str(file), detail=fault.strerror or "") from fault


def say(shell: Shell, looked: Looked, written: Path | None) -> None:
    """Tell where the proposal is, or that there could be one."""
    proposal = looked.proposal
    if written is not None:
        shell.out.line(proposed_line(shell.words, len(proposal.registry.units), shlex.quote(str(written))))
    elif proposal.other_body:
        for line in other_body_lines(shell.words, proposal, looked.draft.issuer):
            shell.out.line(line)
