"""`nhacviec import`: a plan goes in as a checked draft."""

from contextlib import AbstractContextManager
from pathlib import Path

import click

from bot.service import Parts
from bot.shell import proposing, waiting
from bot.shell.context import Shell
from bot.shell.drafts import Looked, as_json, show
from bot.shell.printing import someone_answers
from data.documents import Document, Progress, read_document
from data.people import registering
from data.plans import drafting, importing
from data.plans.drafts import PlanDraft
from data.plans.proposal import proposal_of
from data.store import copy_into_memory
from locales import N_
from scheduler import opening


@click.command("import", help=N_("Read a plan, show the draft and its questions, and switch it on when told so."))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--year", type=click.IntRange(1900, 2200), help=N_("the plan's year, where the document does not say it"))
@click.option("--dry-run", is_flag=True, help=N_("show the draft and write nothing"))
@click.option("--json", is_flag=True, help=N_("print one JSON object"))
@click.option("--yes", is_flag=True, help=N_("write the draft and switch the plan on without asking"))
@click.option(
    "--propose-units",
    "wanted",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("for another body: write a registry of the units that the plan names, to be completed and loaded"),
)
@click.pass_obj
def import_plan(
    shell: Shell, file: Path, year: int | None, dry_run: bool, json: bool, yes: bool, wanted: Path | None
) -> None:
    """Import a plan."""
    with _bar(shell, N_("Reading the file"), json=json) as progress:
        document = read_document(file, progress)
    with shell.parts() as parts:
        with _bar(shell, N_("Understanding the tasks"), json=json) as progress:
            looked = _look(shell, parts, document, file, year, dry_run=dry_run, progress=progress)
        if wanted is not None:
            proposing.write(wanted, looked.proposal.registry)
        _tell(shell, looked, wanted, json=json)
        if not dry_run and (yes or (wanted is None and _agreed(shell, json=json))):
            _write(parts, looked.draft)
            if not json:
                shell.say(N_("The plan is switched on. The first reminders go out within office hours."))


def _bar(shell: Shell, what: str, *, json: bool) -> AbstractContextManager[Progress]:
    at_terminal = not json and waiting.someone_looks()
    return waiting.bar(waiting.console(), shell.words.text(what), at_terminal=at_terminal)


def _look(
    shell: Shell, parts: Parts, document: Document, file: Path, year: int | None, *, dry_run: bool, progress: Progress
) -> Looked:
    # A dry run leaves no trace: it looks at the document from a copy of the state.
    store = copy_into_memory(parts.store) if dry_run else parts.store
    with store.transaction() as session:
        shell.load_units(session)
        registry = registering.load_registry(session)
        draft = drafting.draft_of(document, registry, parts.workdays, path=str(file), year=year, progress=progress)
        difference, rewordings = importing.compare(session, draft), importing.rewordings(session, draft)
    return Looked(draft, difference, rewordings, proposal_of(document, registry))


def _tell(shell: Shell, looked: Looked, written: Path | None, *, json: bool) -> None:
    if json:
        shell.out.json(as_json(shell, looked, proposed=written is not None))
    else:
        show(shell, looked)
        proposing.say(shell, looked, written)


def _agreed(shell: Shell, *, json: bool) -> bool:
    """Whether a person at a terminal says yes; without one, nothing is written."""
    if json:
        return False
    if not someone_answers():
        shell.say(N_("Nothing has been written. To switch the plan on, add --yes."))
        return False
    return shell.out.asked(shell.words.text(N_("Write this draft and switch the plan on?")))


def _write(parts: Parts, draft: PlanDraft) -> None:
    now = parts.clock.now()
    with parts.store.transaction() as session:
        plan = importing.save(session, draft, now, parts.policy.zone)
        importing.switch_on(session, plan, now)
        opening.open_changed(session, now, parts.policy)
