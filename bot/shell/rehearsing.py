"""`nhacviec rehearse`: every message of the coming days, before anybody hears one."""

from datetime import datetime, timedelta

import click

from bot.service import Parts
from bot.shell.context import Shell
from bot.shell.parts import open_parts
from data import views
from data.facts import Seat
from data.kinds import Role
from data.people import registering
from data.refusals import DatesReversed, NoPlan
from locales import N_
from scheduler import rehearsal
from scheduler.rehearsal import Rehearsed
from scheduler.slots import local_day

_AUDIENCES = {Role.COORDINATOR: "coordinator", Role.LEADER: "leader"}
_COMING_WEEKS = timedelta(weeks=4)


@click.command
@click.option("--from", "start", type=click.DateTime(["%Y-%m-%d"]), help=N_("first day; today if not given"))
@click.option("--to", "end", type=click.DateTime(["%Y-%m-%d"]), help=N_("last day; four weeks on if not given"))
@click.option("--unit", help=N_("only this unit's messages, by its code"))
@click.option("--json", "as_json", is_flag=True, help=N_("one JSON object per line"))
@click.pass_obj
def rehearse(shell: Shell, start: datetime | None, end: datetime | None, unit: str | None, as_json: bool) -> None:
    """Walk through the coming days on a copy of the state."""
    with open_parts(shell) as parts:
        first = start.date() if start else local_day(parts.clock.now(), parts.policy)
        last = end.date() if end else first + _COMING_WEEKS
        if last < first:
            raise DatesReversed(start=first.isoformat(), end=last.isoformat())
        code = _ready_to_rehearse(parts, unit)
        for said in rehearsal.rehearse(parts.store, parts.composer, first, last):
            if code is None or any(seat.unit.code == code for seat in said.seats):
                _print_rehearsed(shell, said, as_json=as_json)


def _ready_to_rehearse(parts: Parts, unit: str | None) -> str | None:
    with parts.store.transaction() as session:
        if not views.has_plan(session):
            raise NoPlan
        return registering.unit_by_code(session, unit).code if unit else None


def _print_rehearsed(shell: Shell, said: Rehearsed, *, as_json: bool) -> None:
    seat = said.seats[0]
    text = f"{said.outgoing.title}\n{said.outgoing.text}"
    if as_json:
        shell.out.json(
            {
                "at": said.at.isoformat(),
                "unit": seat.unit.code,
                "audience": _audience(said.seats),
                "tasks": list(said.tasks),
                "text": text,
            }
        )
    else:
        shell.out.line(f"── {said.at:%d/%m/%Y %H:%M} → {seat.unit.name} [{_audience(said.seats)}]\n{text}\n")


def _audience(seats: tuple[Seat, ...]) -> str:
    return next((_AUDIENCES[seat.role] for seat in seats if seat.role in _AUDIENCES), "unit")
