"""`nhacviec report`: a period's report on a plan as a Word file to be signed, or its table as an Excel file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from bot.service import open_parts
from bot.shell import Shell
from bot.shell.forms import write_new
from data import views
from data.documents.letter import word_file
from data.documents.workbook import workbook
from data.facts import PlanFact
from data.kinds import Ladder
from data.lines.days import period_first
from data.office.accounting import Account, account
from data.people import coordinating
from data.period import Period, between
from data.refusals import DatesReversed, FileKindNotWritten, NoPlan, PeriodUnknown, PlanNotFollowed
from data.words import fold
from locales import N_, Voice, speaking, words_for
from locales.letters import report as letter_of
from locales.say.exporting import sheets
from scheduler.slots import local_day

WORD, EXCEL = ".docx", ".xlsx"


@click.command("report")
@click.argument("period", metavar="PERIOD")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--plan", "number", default="", help=N_("the plan's number, where several are followed up"))
@click.pass_obj
def report(shell: Shell, period: str, file: Path, number: str) -> None:
    """Write the report to a new file: .docx, .xlsx."""
    if file.suffix.lower() not in {WORD, EXCEL}:
        raise FileKindNotWritten(path=str(file))
    with open_parts(shell.settings) as parts, parts.store.snapshot() as session:
        today = local_day(parts.clock.now(), parts.policy)
        words = words_for(shell.words.locale, coordinating.office_name(session))
        voice = speaking(words, today, parts.workdays, parts.policy.zone)
        plan = _plan(views.plans(session), number)
        named = _period(period, plan.year)
        told = account(session, plan, named, today, parts.workdays)
    write_new(file, _content(voice, told, named, file.suffix.lower()))
    shell.out.line(shell.words.text("Written: {path}", path=str(file)))


def _content(voice: Voice, told: Account, period: Period, kind: str) -> bytes:
    """The file of that kind."""
    if kind == WORD:
        return word_file(letter_of(voice, told, period))
    return workbook(sheets(voice, voice.period(period.key, Ladder.RECURRING), told.facts))


def _plan(plans: Sequence[PlanFact], number: str) -> PlanFact:
    """The plan of that number, whole or as far as it is typed before a task's; without one, the only plan there is."""
    if not plans:
        raise NoPlan
    meant = [plan for plan in plans if not number or number in {plan.number, plan.short}]
    if len(meant) != 1:
        raise PlanNotFollowed(number=number, known=tuple(plan.number for plan in plans))
    return meant[0]


def _period(text: str, year: int) -> Period:
    """As it is typed in a chat, of the plan's year where none is named; or two days with two dots between."""
    first, dots, last = text.partition("..")
    if dots:
        try:
            start, end = date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
        except ValueError as fault:
            raise PeriodUnknown(text=text) from fault
        if end < start:
            raise DatesReversed(start=str(start), end=str(end))
        return between(start, end)
    found, rest = period_first(_SPELT.get(fold(text.strip()), text).format(year=year), year)
    if found is None or rest:
        raise PeriodUnknown(text=text)
    return found


# As reports are called, where the chat has longer names.
_SPELT = {"nam": "năm {year}", "6 thang": "6 tháng đầu năm"}
