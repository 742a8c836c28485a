"""Xuất báo cáo: how the tasks stand, unit by unit, as an Excel file in the chat."""

from collections.abc import Sequence

from bot.arguments import Takes
from bot.command import OVERSEERS, Sense, command
from bot.features import asked
from bot.features.asked import About
from bot.talk import Ask
from data import views
from data.documents.workbook import workbook
from data.facts import OccurrenceFact
from data.kinds import Closing, Ladder
from data.talk import Enclosed, Outgoing
from data.views import running
from data.work import evidence
from locales import N_
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
    """`xuat bao cao quy 1`, `xuat bao cao 1 phuong xa`: a table of what is owed and reported, as a file."""
    about = asked.about(ask)
    seen = asked.plans(ask)
    period = about.period(asked.default_year(ask, seen))
    name = ask.words.period(period.key, Ladder.RECURRING) if period else ""
    facts = _facts(ask, about)
    subject = ", ".join(filter(None, [name, asked.whose(ask, about)]))
    tallies = [
        (unit, views.tally([fact for fact in facts if fact.unit == unit], ask.today, ask.workdays))
        for unit in dict.fromkeys(fact.unit for fact in facts)
    ]
    reply = replies.exported(ask.voice, subject, views.tally(facts, ask.today, ask.workdays))
    if not facts:
        return (reply,)
    content = workbook(replies.sheets(ask.voice, subject, tallies, facts))
    return (replies.with_file(ask.words, reply, _enclosed(ask, content)),)


def _facts(ask: Ask, about: About) -> list[OccurrenceFact]:
    """What has begun, of what is asked about, in the plans that this chat may look at."""
    tasks = {task.id for number in about.numbers for task in asked.tasks(ask, number)}
    return [
        fact
        for fact in views.occurrences(ask.session)
        if asked.may_see(ask, fact.task.plan)
        and fact.closing not in {Closing.WITHDRAWN, Closing.NOT_COUNTED}
        and (not tasks or fact.task.id in tasks)
        and about.is_about(fact.unit)
        and not about.leaves_out(fact.task)
        and not running.is_ahead(fact, ask.today)
        and asked.due_in([fact], about.period(fact.task.plan.year))
    ]


def _enclosed(ask: Ask, content: bytes) -> Enclosed | None:
    """The file as it goes with the words; None where there is no folder to keep it in."""
    if ask.folder is None:
        return None
    kept = evidence.made(ask.folder, replies.file_name(ask.voice), content)
    return Enclosed(kept.name, kept.path, kept.sha256, kept.kind, kept.name, replies.no_file_here(ask.words))
