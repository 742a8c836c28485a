"""`nhacviec import`: a plan goes in as a checked draft, shown with its questions and the units that it proposes."""

import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.service import Parts, load_units, open_parts
from bot.shell import Shell
from bot.shell.printing import someone_answers
from data.agencies.registry import Registry, format_registry
from data.documents import read_document, unheard
from data.documents.document import Document, Progress
from data.people import coordinating, registering
from data.plans import drafting, importing, tracking
from data.plans.drafting import Proposal, proposal_of
from data.plans.drafts import DraftQuestion, DraftTask, PlanDraft
from data.plans.importing import Difference, Rewording
from data.record import SERVICE
from data.refusals import FileExists, FileUnwritable, FormWanted, StatesUnsettled, TableMissing, WithdrawsMuch
from data.upkeep.make_believe import copy_into_memory
from locales import N_, words_for
from locales.preview import table
from locales.questions import draft_question, states_question
from locales.say.adopting import difference_lines, left_out_lines, plan_named, summary, withdrawal
from locales.shell import memberless_line, other_body_lines, proposed_line
from scheduler import tick
from scheduler.slots import local_day

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class _Looked:
    """A document as it is understood, beside what the database has of the plan and of units; nothing is written."""

    draft: PlanDraft
    difference: Difference
    rewordings: tuple[Rewording, ...]
    proposal: Proposal


def _show_draft(shell: Shell, looked: _Looked) -> None:
    """Print the draft, its questions and what writing it would change."""
    draft = looked.draft
    shell.out.line(f"{plan_named(shell.words, draft)}\n")
    for line in table(shell.words, draft, draft.rows, shell.out.width):
        shell.out.line(line)
    if draft.offered:
        shell.out.line("")
        shell.say(N_("Duties outside the table, not followed up until {office} accepts them:"))
    for line in table(shell.words, draft, draft.offered, shell.out.width):
        shell.out.line(line)
    if draft.questions or tracking.kept_in(draft):
        shell.out.line("")
        shell.say(N_("Questions (the tasks they leave in doubt have “?” above):"))
    for asked in draft.questions:
        shell.out.line(f"• {draft_question(shell.words, asked, draft)}")
    if kept := tracking.kept_in(draft):
        shell.out.line(f"• {states_question(shell.words, kept)}")
    shell.out.line("")
    for line in left_out_lines(shell.words, draft):
        shell.out.line(line)
    for line in difference_lines(shell.words, draft, looked.difference, looked.rewordings):
        shell.out.line(line)
    shell.out.line(summary(shell.words, draft, looked.difference))


def _draft_json(shell: Shell, looked: _Looked, *, proposed: bool) -> dict[str, object]:
    """The draft as one object; the proposed units are among it where asked for or needed."""
    draft = looked.draft
    units = {"proposed_units": _units_json(looked.proposal.registry)}
    return {
        "plan": {
            "number": draft.number,
            "issued_on": draft.issued_on.isoformat() if draft.issued_on else None,
            "issuer": draft.issuer,
            "title": draft.title,
            "year": draft.year,
        },
        "tasks": [_task_json(task) for task in draft.rows],
        "offered": [_task_json(task) for task in draft.offered],
        "questions": [_question_json(shell, asked, draft) for asked in draft.questions],
        "left_out": [asdict(each) for each in draft.left_out],
        "summary": summary(shell.words, draft, looked.difference),
        **(units if proposed or looked.proposal.other_body else {}),
    }


def _task_json(task: DraftTask) -> dict[str, object]:
    return {
        "number": task.number,
        "title": task.title,
        "product": task.product,
        "lead": list(task.lead),
        "coordinating": list(task.coordinating),
        "monitoring": list(task.monitoring),
        "deadline": task.deadline.to_json(),
        "state": task.state or None,
        "done_on": task.done_on.isoformat() if task.done_on else None,
        "extended_to": task.extended_to.isoformat() if task.extended_to else None,
        "progress": task.progress or None,
    }


def _question_json(shell: Shell, asked: DraftQuestion, draft: PlanDraft) -> dict[str, object]:
    rows = {"rows": list(asked.rows)} if asked.rows else {}
    return {"task": asked.task, "code": asked.code, "text": draft_question(shell.words, asked, draft), **rows}


def _units_json(registry: Registry) -> list[dict[str, object]]:
    return [
        {
            "name": unit.name,
            "code": unit.code,
            "kind": unit.kind,
            "aliases": list(unit.aliases),
            "members": list(unit.members),
            **({"coordinator": True} if unit.coordinates else {}),
        }
        for unit in registry.units
    ]


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--year", type=click.IntRange(1900, 2200), help=N_("the plan's year, where the document does not say it"))
@click.option("--dry-run", is_flag=True, help=N_("show the draft and write nothing"))
@click.option("--json", is_flag=True, help=N_("print one JSON object"))
@click.option("--yes", is_flag=True, help=N_("write the draft and start following up the plan without asking"))
@click.option(
    "--states",
    type=click.Choice(["file", "open"]),
    help=N_("what a running list says of its tasks: record it as in the file, or follow all up as not completed"),
)
@click.option("--withdraw", is_flag=True, help=N_("with --yes: also where more than a quarter of the tasks would go"))
@click.option(
    "--propose-units",
    "wanted",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("for another body: write a registry of the units that the plan names, to be completed and loaded"),
)
@click.pass_obj
def import_plan(  # noqa: PLR0913, PLR0917 - each is an option of its own
    shell: Shell,
    file: Path,
    year: int | None,
    dry_run: bool,
    json: bool,
    yes: bool,
    states: str | None,
    withdraw: bool,
    wanted: Path | None,
) -> None:
    """Import a plan."""
    with _bar(shell, N_("Reading the file"), json=json) as progress, _with_way_on():
        document = read_document(file, progress)
    with open_parts(shell.settings) as parts:
        with _bar(shell, N_("Understanding the tasks"), json=json) as progress:
            looked = _look(shell, parts, document, file, year, dry_run=dry_run, progress=progress)
        if wanted is not None:
            _write_registry(wanted, looked.proposal.registry)
        _tell(shell, looked, wanted, json=json)
        if dry_run:
            return
        many = looked.difference.withdraws_much and not withdraw
        if (yes or (wanted is None and _agreed(shell, json=json))) and (not many or _withdrawing(shell, looked)):
            source = shell.words.text("by the file {name}", name=file.name)
            _write(parts, _with_states(shell, looked.draft, states, yes=yes), source)
            if not json:
                shell.say(N_("The plan is now followed up. The first reminders will be sent during office hours."))


@contextmanager
def _with_way_on() -> Iterator[None]:
    """A plan without tasks to be read is refused with what can be done with it."""
    try:
        yield
    except TableMissing as said:
        raise FormWanted(path=said.path) from said


def _bar(shell: Shell, what: str, *, json: bool) -> AbstractContextManager[Progress]:
    at_terminal = not json and someone_looks()
    return bar(shell.words.text(what), at_terminal=at_terminal)


def _look(
    shell: Shell, parts: Parts, document: Document, file: Path, year: int | None, *, dry_run: bool, progress: Progress
) -> _Looked:
    # A dry run leaves no trace: it looks at the document from a copy of the state.
    store = copy_into_memory(parts.store) if dry_run else parts.store
    with store.transaction() as session:
        load_units(shell.settings, session)
        shell.words = words_for(shell.words.locale, coordinating.office_name(session))
        registry = registering.load_registry(session)
        read = drafting.draft_of(document, registry, parts.workdays, path=str(file), year=year, progress=progress)
        today = local_day(parts.clock.now(), parts.policy)
        draft = tracking.as_of(importing.with_remembered(session, read), today)
        difference, rewordings = importing.compare(session, draft), importing.rewordings(session, draft)
    proposal = proposal_of(document, registry)
    if proposal.other_body:
        shell.words = words_for(shell.words.locale)
    return _Looked(draft, difference, rewordings, proposal)


def _tell(shell: Shell, looked: _Looked, written: Path | None, *, json: bool) -> None:
    if json:
        shell.out.json(_draft_json(shell, looked, proposed=written is not None))
    else:
        _show_draft(shell, looked)
        _say_proposal(shell, looked, written)


def _agreed(shell: Shell, *, json: bool) -> bool:
    """Whether a person at a terminal says yes; without one, nothing is written."""
    if json:
        return False
    if not someone_answers():
        shell.say(N_("Nothing has been written. To start following up the plan, add --yes."))
        return False
    return shell.out.asked(shell.words.text(N_("Write this draft and start following up the plan?")))


def _withdrawing(shell: Shell, looked: _Looked) -> bool:
    """Whether a person at a terminal agrees to so much being withdrawn.

    Raises:
        WithdrawsMuch: nobody is there to be asked.
    """
    if not someone_answers():
        raise WithdrawsMuch(count=looked.difference.lost, all=looked.difference.there)
    shell.out.line(withdrawal(shell.words, looked.difference))
    return shell.out.asked(shell.words.text(N_("Withdraw them and write this draft?")))


def _with_states(shell: Shell, draft: PlanDraft, states: str | None, *, yes: bool) -> PlanDraft:
    """The draft with the states of a running list, or without, as somebody has said.

    Raises:
        StatesUnsettled: nobody has, and nobody is there to be asked.
    """
    kept = tracking.kept_in(draft)
    if kept is None or states == "file":
        return draft
    if states is None and (yes or not someone_answers()):
        raise StatesUnsettled(count=len({*kept.done, *kept.stopped, *kept.extended}))
    as_in_file = states is None and shell.out.asked(states_question(shell.words, kept))
    return draft if as_in_file else tracking.all_open(draft)


def _write(parts: Parts, draft: PlanDraft, source: str) -> None:
    with parts.store.transaction() as session:
        tick.take_up(session, draft, source, SERVICE, parts.clock.now(), parts.policy)


PATIENCE = 1.0
"""Seconds: what is done sooner needs no bar."""


def is_time(passed: float, *, at_terminal: bool) -> bool:
    """Whether to show a bar, so many seconds after the beginning."""
    return at_terminal and passed >= PATIENCE


def someone_looks() -> bool:
    """Whether a person sees what is printed and what is shown: neither goes into a file or another program."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr))


@contextmanager
def bar(
    what: str, *, at_terminal: bool, console: "Console | None" = None, seconds: Callable[[], float] | None = None
) -> Iterator[Progress]:
    """What hears how far a step is, and shows it as a bar once it is time; nothing is left of the bar at the end.

    It is shown beside what is printed, never in it. `seconds` is a clock that only goes on; the machine's if not given.
    """
    if not at_terminal:
        yield unheard
        return
    # Long to load, and only a bar needs it.
    from rich import console as rich  # noqa: PLC0415
    from rich import progress as bars  # noqa: PLC0415

    columns = (
        bars.TextColumn("{task.description}", markup=False),
        bars.BarColumn(),
        bars.TaskProgressColumn(),
        bars.TimeElapsedColumn(),
    )
    shown = bars.Progress(*columns, console=console or rich.Console(stderr=True), transient=True, get_time=seconds)
    begun = shown.get_time()
    task = shown.add_task(what, total=None)

    def hear(done: int, total: int | None) -> None:
        if is_time(shown.get_time() - begun, at_terminal=at_terminal):
            shown.update(task, completed=done, total=total)
            shown.start()

    try:
        yield hear
    finally:
        if shown.live.is_started:
            shown.stop()


def _write_registry(file: Path, registry: Registry) -> None:
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


def _say_proposal(shell: Shell, looked: _Looked, written: Path | None) -> None:
    """Tell where the proposal is, or that there could be one."""
    proposal = looked.proposal
    if written is not None:
        shell.out.line(proposed_line(shell.words, proposal, shlex.quote(str(written))))
        if asked := memberless_line(shell.words, proposal.registry):
            shell.out.line(asked)
    elif proposal.other_body:
        for line in other_body_lines(shell.words, proposal, looked.draft.issuer):
            shell.out.line(line)
