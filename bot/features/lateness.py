"""Quá hạn, chưa báo: what is overdue and who has not reported, for Nội vụ and leaders; for a unit its own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot import targets
from bot.arguments import Takes
from bot.command import OVERSEERS, UNIT_READERS, Sense, command
from bot.features import asked, overseeing, standing
from bot.features.asked import About
from bot.talk import Ask
from data import views
from data.facts import Alike, OccurrenceFact, PlanFact, Seat, TaskFact
from data.kinds import Closing, Ladder, State
from data.office import delivered, pending
from data.period import Period
from data.refusals import UnitOfOthers
from data.talk import Act, Outgoing
from data.views import assigned, figures, running
from data.views.figures import Condition
from locales import N_
from locales.items import REPORTED
from locales.say import lateness as replies


@command(
    "qua han · tre han · cham han",
    english="overdue",
    may=OVERSEERS | UNIT_READERS,
    takes=Takes.ABOUT,
    sense=Sense.ASKS,
    example="qua han · qua han 10",
    help=N_("what is overdue"),
)
def overdue(ask: Ask) -> Sequence[Outgoing]:
    """`qua han`: every Occurrence whose day has passed unreported, by task; `qua han P-LL`, `qua han 10`, `quy 1`.

    An officer or a head sees those of the own unit.
    """
    if asked.is_talk(ask):
        return ()
    about = asked.about(ask)
    if any(asked.may_see(ask, plan) for plan in views.plans(ask.session)):
        return (_seen(ask, about),)
    mine = [seat for seat in targets.units_of(ask) if about.is_about(seat.unit)]
    if not mine:
        raise UnitOfOthers(unit=about.units[0].name)
    return [_own(ask, about, seat) for seat in mine]


def overdue_facts(ask: Ask, about: About | None = None) -> list[OccurrenceFact]:
    """What is overdue in the plans that this chat may look at, and is asked about.

    Raises:
        TaskUnknown: there is no task of a number that was named.
    """
    return late_and_missed(ask, about or About())[0]


def missed_facts(ask: Ask, about: About | None = None) -> list[OccurrenceFact]:
    """The check-ins of ended periods that are still taken; of the same plans, and as far as they are asked about."""
    return late_and_missed(ask, about or About())[1]


def late_and_missed(ask: Ask, about: About) -> tuple[list[OccurrenceFact], list[OccurrenceFact]]:
    """The `overdue_facts` and the `missed_facts`."""
    past = _past(ask, about)
    late = [fact for fact in past if views.is_overdue(fact, ask.today, ask.workdays)]
    return late, [fact for fact in past if views.is_missed(fact, ask.today, ask.workdays)]


def asked_for(ask: Ask, about: About, period: Period) -> list[OccurrenceFact]:
    """What is owed still of a period that has begun, of what is asked about."""
    wanted = (views.is_open(), figures.for_period(period), about.whose, ~figures.is_ahead(ask.today))
    facts = views.occurrences(ask.session, *wanted)
    named = [fact for fact in facts if fact.key.partition(".")[0] == period.key]
    found = named or asked.due_in(facts, period)
    return [fact for fact in _asked_about(ask, replace(about, spoken=""), found) if asked.may_see(ask, fact.task.plan)]


def _past(ask: Ask, about: About) -> list[OccurrenceFact]:
    """What is owed still though its day has gone by, of the plans that this chat may look at."""
    facts = views.occurrences(ask.session, views.is_open(), views.due_before(ask.today), about.whose)
    return [fact for fact in _asked_about(ask, about, facts) if asked.may_see(ask, fact.task.plan)]


def _asked_about(ask: Ask, about: About, facts: Sequence[OccurrenceFact]) -> list[OccurrenceFact]:
    tasks = {task.id for number in about.numbers for task in asked.tasks(ask, number)}
    return [
        fact
        for fact in facts
        if (not about.numbers or fact.task.id in tasks)
        and about.is_about(fact.unit)
        and not about.leaves_out(fact.task)
        and asked.due_in([fact], about.period(fact.task.plan.year))
    ]


def _seen(ask: Ask, about: About) -> Outgoing:
    """What Nội vụ, a leader or who drew a plan up sees; with the buttons of what their own unit may report."""
    late, missed = late_and_missed(ask, about)
    facts = delivered.marked(ask.session, late, ask.today, ask.workdays)
    own = [] if asked.may_urge(ask) else [fact for fact in facts if targets.may_report(ask, fact.unit.id)]
    period = about.period(ask.today.year)
    command = ""
    if asked.may_urge(ask) and (about.units or period):
        number = list(about.numbers) or ["qua han"]
        command = " ".join(["don doc", ", ".join(number), *filter(None, [about.spoken.strip()]), *about.typed_units])
    subject = replies.Asked(
        about.numbers, asked.whose(ask, about), ask.words.period(period.key, Ladder.RECURRING) if period else ""
    )
    told, may_urge, units = ask.voice, asked.may_urge(ask), about.typed_units
    return replies.overdue_list(told, facts, missed, own, subject, may_urge=may_urge, urge=command, units=units)


def _own(ask: Ask, about: About, seat: Seat) -> Outgoing:
    """What one unit is late with, and the periods that it has not reported."""
    facts = views.occurrences(ask.session, views.led_by(seat.unit.id))
    late = [fact for fact in _asked_about(ask, about, facts) if views.is_overdue(fact, ask.today, ask.workdays)]
    is_all = not (about.numbers or about.spoken)
    missed = [
        fact
        for fact in (facts if is_all else ())
        if fact.closing is Closing.UNREPORTED or views.is_missed(fact, ask.today, ask.workdays)
    ]
    reports = targets.may_report(ask, seat.unit.id)
    return replies.own_overdue(ask.voice, seat.unit, late, missed, reports=reports)


@command(
    "xep hang · bang xep hang",
    english="ranking",
    may=OVERSEERS,
    takes=Takes.ABOUT,
    sense=Sense.ASKS,
    example="xep hang · xep hang quy 1",
    help=N_("which units are latest, and which report in time"),
)
def ranking(ask: Ask) -> Sequence[Outgoing]:
    """`xep hang`: units by what is overdue, and by the reports of ended periods that are still missing."""
    if asked.is_talk(ask):
        return ()
    about = asked.about(ask)
    period = about.period(ask.today.year)
    of_period = ask.words.period(period.key, Ladder.RECURRING) if period else ""
    late, missed = late_and_missed(ask, about)
    overdue_by, missing_by = (Counter(fact.unit for fact in facts) for facts in (late, missed))
    rows = [
        (unit, overdue_by[unit], missing_by[unit])
        for unit in overdue_by | missing_by
        if overdue_by[unit] + missing_by[unit]
    ]
    rows.sort(key=lambda row: (-row[1], -row[2], row[0].name))
    return (replies.ranking(ask.voice, rows, of_period),)


@command(
    "chua bao · chua bao cao · ai chua bao · don vi chua bao · don vi nao chua bao · not reported",
    english="missing",
    may=OVERSEERS,
    takes=Takes.ABOUT,
    sense=Sense.ASKS,
    example="chua bao · chua bao 1 · chua bao P-LL",
    help=N_("who has not reported"),
)
def missing(ask: Ask) -> Sequence[Outgoing]:
    """`chua bao 1`: who has not reported a task in the periods past or nearly over; else in the one that runs.

    `chua bao 1 quy 1 P-LL`: in that period, of that unit. `chua bao`, `chua bao P-LL`, `chua bao quy 1`: of all tasks.
    """
    if asked.is_talk(ask):
        return ()
    about = asked.about(ask)
    if not about.numbers:
        return _of_all(ask, about, asked.plans(ask))
    return targets.of_each(ask, about.numbers, lambda number: _of_task(ask, number, about), targets.MOST_SHOWN)


def _of_task(ask: Ask, number: str, about: About) -> Outgoing:
    task = targets.task_of(ask, number)
    if not asked.may_see(ask, task.plan):
        raise targets.unknown_task(ask, number)
    stand = standing.stands(ask, task, about)
    period = about.period(task.plan.year)
    if period is not None:
        facts = asked.shares(ask, task.id, about, figures.for_period(period))
        found = standing.in_period(ask, task, about, period, facts)
        if (unbegun := standing.unless_begun(ask, task, about, period, found)) is not None:
            return unbegun
        shown = [fact for fact in found.begun if _is_missing(fact)]
        reported = [fact for fact in found.begun if fact.state in REPORTED]
    else:
        facts = asked.shares(ask, task.id, about, figures.in_periods({task.id: running.keys_awaited(stand, ask.today)}))
        awaited = running.awaited(facts, ask.today)
        shown = [fact for fact in awaited if running.is_near(fact, ask.today, ask.workdays)] or list(awaited)
        keys = {fact.key for fact in shown or running.running(facts, ask.today)}
        reported = [fact for fact in facts if fact.key in keys and fact.state in REPORTED]
    if not shown and not reported:
        return replies.nothing_awaited(ask.words, task)
    shown = list(delivered.marked(ask.session, shown, ask.today, ask.workdays))
    spoken = " ".join([about.spoken.strip(), *about.typed_units]) if period else ""
    units = () if spoken else tuple(about.typed_units)
    urge = Act("don doc", (task.typed,), units=units, said=spoken)
    may_urge = asked.may_urge(ask) and any(
        running.is_near(fact, ask.today, ask.workdays) and fact.state is State.OPEN for fact in shown
    )
    named = asked.whose(ask, about) if about.is_one_unit else ""
    card = replies.missing(ask.voice, shown, reported, urge=urge if may_urge else None, named=named)
    around = standing.beside(ask, task, about, stand, [*shown, *reported], "chua bao") if period is None else []
    return replies.with_periods(ask.words, card, around)


def _is_missing(fact: OccurrenceFact) -> bool:
    return fact.state is State.OPEN or fact.closing is Closing.UNREPORTED


def _of_all(ask: Ask, about: About, plans: Sequence[PlanFact]) -> Sequence[Outgoing]:
    """All tasks: of a period, or what has been due or nearly is; of units that were named, all that runs."""
    period = about.period(asked.default_year(ask, plans))
    among = _asked_of(ask, about, plans, period)
    stand = figures.by_key(ask.session, *among)
    if period is not None and not stand:  # nothing of it has begun
        return overseeing.of_period(ask, about, plans, period)
    found = views.occurrences(ask.session, *among, _is_awaited(ask, about, period, stand))
    shown = list(delivered.marked(ask.session, found, ask.today, ask.workdays))
    near = (
        [fact for fact in shown if fact.state is State.OPEN and running.is_near(fact, ask.today, ask.workdays)]
        if asked.may_urge(ask)
        else []
    )
    name = ask.words.period(period.key, Ladder.RECURRING) if period else ""
    card = replies.missing_in_all(
        ask.voice,
        shown,
        near,
        {} if shown else _next_due(ask, stand),
        {} if about.units else pending.owing(ask.session, shown),
        about=ask.words.list(filter(None, [asked.whose(ask, about), name])),
        behind=[*about.typed_units, *([about.spoken.strip()] if period else [])],
    )
    return (card,)


def _asked_of(ask: Ask, about: About, plans: Sequence[PlanFact], period: Period | None) -> list[Condition]:
    """The conditions of what is asked about that has begun."""
    without = [task.id for number in about.without_numbers for task in assigned.find_tasks(ask.session, number)]
    among = [figures.of_plans(plans), about.whose, figures.is_counted(), ~figures.is_ahead(ask.today)]
    among += [~views.of_task(task_id) for task_id in without]
    if period is not None:
        return [*among, figures.due_in(period)]
    return among if about.units else [*among, views.is_open()]


def _is_awaited(ask: Ask, about: About, period: Period | None, stand: Mapping[int, Sequence[Alike]]) -> Condition:
    """The condition of what is shown of the tasks that `stand` so."""
    if period is not None:
        return views.is_open() | figures.is_unreported()
    keys = {task_id: running.keys_now(theirs, ask.today) for task_id, theirs in stand.items()}
    awaited = views.is_open() & (views.due_before(ask.today) | figures.in_periods(keys))
    if about.units:
        return awaited | figures.is_unreported()
    return awaited & figures.due_by(running.near_until(ask.today, ask.workdays))


def _next_due(ask: Ask, stand: Mapping[int, Sequence[Alike]]) -> dict[TaskFact, date]:
    """The day on which each task falls due next, of those that `stand` so."""
    days = {
        task_id: min(due)
        for task_id, theirs in stand.items()
        if (due := [alike.due_on for alike in theirs if alike.due_on and alike.state is State.OPEN])
    }
    return {task: days[task_id] for task_id, task in figures.tasks(ask.session, days).items()}
