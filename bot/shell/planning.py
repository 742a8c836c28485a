"""`nhacviec import`, `nhacviec rehearse`: a plan goes in as a checked draft, and is walked through before it is."""

import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bot.service import Parts
from bot.shell.context import Shell, print_json
from data import drafting, importing, people, views
from data.documents import read_document
from data.drafts import DraftQuestion, DraftTask, PlanDraft
from data.errors import DatesReversed, NoPlan
from data.facts import Seat
from data.importing import Difference, Rewording
from data.model import Role
from data.store import copy_into_memory
from locales import N_
from locales.drafts import difference_lines, summary
from locales.questions import question_text
from locales.shell import draft_headings, draft_row
from scheduler import rehearsal
from scheduler.rehearsal import Rehearsed
from scheduler.slots import local_day

_AUDIENCES = {Role.COORDINATOR: "coordinator", Role.LEADER: "leader"}
_COMING_WEEKS = timedelta(weeks=4)


@click.command("import", help=N_("Read a plan, show the draft and its questions, and switch it on when told so."))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--year", type=click.IntRange(1900, 2200), help=N_("the plan's year, where the document does not say it"))
@click.option("--dry-run", is_flag=True, help=N_("show the draft and write nothing"))
@click.option("--json", "as_json", is_flag=True, help=N_("print one JSON object"))
@click.option("--yes", is_flag=True, help=N_("write the draft and switch the plan on without asking"))
@click.pass_obj
def import_plan(shell: Shell, file: Path, year: int | None, dry_run: bool, as_json: bool, yes: bool) -> None:
    """Import a plan."""
    document = read_document(file)
    with shell.parts() as parts:
        # A dry run leaves no trace: it looks at the document from a copy of the state.
        store = copy_into_memory(parts.store) if dry_run else parts.store
        with store.transaction() as session:
            shell.load_units(session)
            registry = people.load_registry(session)
            draft = drafting.draft_of(document, registry, parts.workdays, path=str(file), year=year)
            difference, rewordings = importing.compare(session, draft), importing.rewordings(session, draft)
        if as_json:
            print_json(_as_json(shell, draft, difference))
        else:
            _show(shell, draft, difference, rewordings)
        if not dry_run and (yes or _agreed(shell, as_json=as_json)):
            _write(parts, draft)
            if not as_json:
                shell.say(N_("The plan is switched on. The first reminders go out within office hours."))


@click.command(help=N_("Print every message of the coming days, without sending or writing."))
@click.option("--from", "start", type=click.DateTime(["%Y-%m-%d"]), help=N_("first day; today if not given"))
@click.option("--to", "end", type=click.DateTime(["%Y-%m-%d"]), help=N_("last day; four weeks on if not given"))
@click.option("--unit", help=N_("only this unit's messages, by its code"))
@click.option("--json", "as_json", is_flag=True, help=N_("one JSON object per line"))
@click.pass_obj
def rehearse(shell: Shell, start: datetime | None, end: datetime | None, unit: str | None, as_json: bool) -> None:
    """Walk through the coming days on a copy of the state."""
    with shell.parts() as parts:
        first = start.date() if start else local_day(parts.clock.now(), parts.policy)
        last = end.date() if end else first + _COMING_WEEKS
        if last < first:
            raise DatesReversed(start=first.isoformat(), end=last.isoformat())
        code = _ready_to_rehearse(parts, unit)
        for said in rehearsal.rehearse(parts.store, parts.composer, first, last):
            if code is None or any(seat.unit.code == code for seat in said.seats):
                _print_rehearsed(said, as_json=as_json)


def _ready_to_rehearse(parts: Parts, unit: str | None) -> str | None:
    with parts.store.transaction() as session:
        if not views.has_plan(session):
            raise NoPlan
        return people.unit_by_code(session, unit).code if unit else None


def _print_rehearsed(said: Rehearsed, *, as_json: bool) -> None:
    seat = said.seats[0]
    text = f"{said.outgoing.title}\n{said.outgoing.text}"
    if as_json:
        print_json(
            {
                "at": said.at.isoformat(),
                "unit": seat.unit.code,
                "audience": _audience(said.seats),
                "tasks": list(said.tasks),
                "text": text,
            }
        )
    else:
        click.echo(f"── {said.at:%d/%m/%Y %H:%M} → {seat.unit.name} [{_audience(said.seats)}]\n{text}\n")


def _audience(seats: tuple[Seat, ...]) -> str:
    return next((_AUDIENCES[seat.role] for seat in seats if seat.role in _AUDIENCES), "unit")


def _agreed(shell: Shell, *, as_json: bool) -> bool:
    """Whether a person at a terminal says yes; without one, nothing is written."""
    if as_json or not sys.stdin.isatty():
        if not as_json:
            shell.say(N_("Nothing has been written. To switch the plan on, add --yes."))
        return False
    return click.confirm(shell.words.text(N_("Write this draft and switch the plan on?")), default=False)


def _write(parts: Parts, draft: PlanDraft) -> None:
    now = parts.clock.now()
    with parts.store.transaction() as session:
        plan = importing.save(session, draft, now, parts.policy.zone)
        importing.switch_on(session, plan, now)


def _show(shell: Shell, draft: PlanDraft, difference: Difference, rewordings: Sequence[Rewording]) -> None:
    table = Table(*draft_headings(shell.words), title=f"{draft.number} · {draft.title}")
    for task in draft.rows:
        table.add_row(*draft_row(shell.words, task))
    Console().print(table)
    if draft.offered:
        shell.say(N_("Duties outside the table, off until the coordinating office accepts them:"))
    for task in draft.offered:
        click.echo(" · ".join(draft_row(shell.words, task)))
    for asked in draft.questions:
        click.echo(f"? {question_text(shell.words, asked.code, asked.task, asked.fields)}")
    for line in difference_lines(shell.words, draft, difference, rewordings):
        click.echo(line)
    click.echo(summary(shell.words, draft, difference))


def _as_json(shell: Shell, draft: PlanDraft, difference: Difference) -> dict[str, object]:
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
        "questions": [_question_json(shell, asked) for asked in draft.questions],
        "summary": summary(shell.words, draft, difference),
    }


def _task_json(task: DraftTask) -> dict[str, object]:
    return {
        "number": task.number,
        "title": task.title,
        "product": task.product,
        "lead": list(task.lead),
        "coordinating": list(task.coordinating),
        "deadline": task.deadline.to_json(),
    }


def _question_json(shell: Shell, asked: DraftQuestion) -> dict[str, object]:
    text = question_text(shell.words, asked.code, asked.task, asked.fields)
    return {"task": asked.task, "code": asked.code, "text": text}
