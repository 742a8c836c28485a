"""`nhacviec rehearse`: every message of the coming days, and how many a channel would send in each month of a year."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import click

from bot.channels import MESSENGERS
from bot.service import Parts, open_parts
from bot.shell import Shell
from data import views
from data.facts import PlanFact, Seat
from data.kinds import Ladder, Role
from data.people import registering
from data.refusals import DatesReversed, NoPlan
from locales import N_
from locales.shell import month_line
from scheduler import rehearsal
from scheduler.rehearsal import Month, Rehearsed
from scheduler.slots import local_day

_AUDIENCES = {Role.COORDINATOR: "coordinator", Role.LEADER: "leader"}
_COMING_WEEKS = timedelta(weeks=4)
_CHANNELS = {messenger.key: messenger for messenger in MESSENGERS}


@click.command
@click.option("--from", "start", type=click.DateTime(["%Y-%m-%d"]), help=N_("first day; today if not given"))
@click.option("--to", "end", type=click.DateTime(["%Y-%m-%d"]), help=N_("last day; four weeks on if not given"))
@click.option("--unit", help=N_("only this unit's messages, by its code"))
@click.option("--json", "as_json", is_flag=True, help=N_("one JSON object per line"))
@click.option(
    "--channel",
    "key",
    type=click.Choice(list(_CHANNELS)),
    help=N_(
        "as this channel would say it, through the plan's year; then how many messages that makes in each month, as if"
        " no report spared a reminder and each, on its due day, were answered by one message"
    ),
)
@click.option("--count", "only_count", is_flag=True, help=N_("with --channel: only how many"))
@click.pass_obj
def rehearse(
    shell: Shell,
    start: datetime | None,
    end: datetime | None,
    unit: str | None,
    key: str | None,
    *,
    as_json: bool,
    only_count: bool,
) -> None:
    """Walk through the coming days on a copy of the state."""
    channel = _CHANNELS[key] if key else None
    if only_count and channel is None:
        raise click.UsageError(shell.words.text("--count needs --channel."))
    with open_parts(shell.settings) as parts:
        today = local_day(parts.clock.now(), parts.policy)
        if start and end:
            _in_order(start.date(), end.date())
        plan, code = _ready_to_rehearse(parts, unit)
        first, last = _through_year(plan) if channel is not None else (today, None)
        first = start.date() if start else first
        last = end.date() if end else last or first + _COMING_WEEKS
        _in_order(first, last)
        heard: list[Rehearsed] = []
        has_buttons = channel is None or channel.has_buttons
        for said in rehearsal.rehearse(parts.store, parts.composer, first, last, has_buttons=has_buttons):
            if code is not None and all(seat.unit.code != code for seat in said.seats):
                continue
            heard.append(said)
            if not only_count:
                _print_rehearsed(shell, said, as_json=as_json)
    if channel is not None:
        _print_months(shell, rehearsal.months(heard, channel.parts), as_json=as_json)


def _in_order(first: date, last: date) -> None:
    if last < first:
        raise DatesReversed(start=first.isoformat(), end=last.isoformat())


def _through_year(plan: PlanFact) -> tuple[date, date]:
    """The year of a plan, from its own day on."""
    first = date(plan.year, 1, 1)
    if plan.issued_on is not None and plan.issued_on.year == plan.year:
        first = plan.issued_on
    return first, date(plan.year, 12, 31)


def _ready_to_rehearse(parts: Parts, unit: str | None) -> tuple[PlanFact, str | None]:
    """The newest plan, and the code of the unit, as it is written."""
    with parts.store.transaction() as session:
        plan = views.newest_plan(session)
        if plan is None:
            raise NoPlan
        return plan, registering.unit_by_code(session, unit).code if unit else None


def _print_months(shell: Shell, months: Sequence[Month], *, as_json: bool) -> None:
    busiest = max(months, key=lambda month: month.total, default=None)
    for month in months:
        if as_json:
            counts = {"messages": month.messages, "answers": month.answers, "total": month.total}
            shell.out.json({"month": f"{month.first:%Y-%m}", **counts, "busiest": month is busiest})
        else:
            shell.out.line(month_line(shell.words, month.first, month.messages, month.answers))
    if busiest is not None and not as_json:
        key = f"{busiest.first:%Y-%m}"
        said = N_("The busiest is {month}: {count} messages.")
        month_name = shell.words.period(key, Ladder.RECURRING)
        shell.say(said, month=month_name, count=shell.words.number(busiest.total))


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
