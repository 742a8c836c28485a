"""Báo cáo: a period's report as a Word file to be signed, and how the tasks stand, unit by unit, as an Excel file."""

from collections.abc import Sequence

from bot.arguments import Takes
from bot.command import OVERSEERS, Sense, command
from bot.features import asked
from bot.talk import Ask
from data import views
from data.documents.letter import word_file
from data.documents.workbook import workbook
from data.facts import OccurrenceFact
from data.kinds import Ladder
from data.office.accounting import account
from data.talk import Enclosed, Outgoing
from data.work import evidence
from locales import N_
from locales.letters import report
from locales.say import exporting as replies


@command(
    "xuat bao cao · xuat excel · bao cao excel · xuat file",
    english="export",
    may=OVERSEERS,
    takes=Takes.ABOUT,
    sense=Sense.ASKS,
    example="xuat bao cao · xuat bao cao quy 1 · xuat bao cao 1 phuong xa",
    help=N_("how the tasks stand, unit by unit, as an Excel file"),
)
def export(ask: Ask) -> Sequence[Outgoing]:
    """`bao cao quy 1`: the period's report and the table behind it, as files; `xuat bao cao 1 phuong xa`: the table."""
    about = asked.about(ask)
    seen = asked.plans(ask)
    period = about.period(asked.default_year(ask, seen))
    tasks = {task.id for number in about.numbers for task in asked.tasks(ask, number)}

    def is_asked(fact: OccurrenceFact) -> bool:
        named = (not tasks or fact.task.id in tasks) and about.is_about(fact.unit)
        return named and not about.leaves_out(fact.task)

    name = ask.words.period(period.key, Ladder.RECURRING) if period else ""
    subject = ", ".join(filter(None, [name, asked.whose(ask, about)]))
    told = [account(ask.session, plan, period, ask.today, ask.workdays, is_asked) for plan in seen]
    facts = [fact for each in told for fact in each.facts]
    reply = replies.exported(ask.voice, subject, views.tally(facts, ask.today, ask.workdays))
    if not facts:
        return (reply,)
    letters = [
        (replies.letter_name(ask.voice, each.plan, period), word_file(report(ask.voice, each, period)))
        for each in told
        if period
    ]
    table = workbook(replies.sheets(ask.voice, subject, facts))
    files = [_enclosed(ask, *each) for each in (*letters, (replies.file_name(ask.voice), table))]
    return (replies.with_files(ask.words, reply, [file for file in files if file]),)


def _enclosed(ask: Ask, name: str, content: bytes) -> Enclosed | None:
    """The file as it goes with the words; None where there is no folder to keep it in."""
    if ask.folder is None:
        return None
    kept = evidence.made(ask.folder, name, content)
    return Enclosed(kept.name, kept.path, kept.sha256, kept.kind, kept.name, replies.no_file_here(ask.words))
