"""Nội vụ and leaders ask how things stand, what comes next, who was reached, who changed what."""

from collections.abc import Sequence

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, OVERSEERS, Sense, command
from bot.features import asked, standing
from bot.features.asked import About
from bot.talk import Ask
from data import views
from data.facts import PlanFact, Tally
from data.kinds import Ladder, Role
from data.office import delivered, looking
from data.period import Period
from data.refusals import PeriodOrUnitUnknown
from data.talk import Outgoing
from data.upkeep.health import Bot, Health, count
from data.views import figures
from locales import N_
from locales.say import ahead, overseeing
from locales.say.delivery import deliveries
from locales.say.delivery import health as health_said
from locales.say.looking import due_soon, trail


@command(
    "tinh hinh · bao cao tinh hinh · tong hop · thong ke · summary",
    english="status",
    may=OVERSEERS,
    takes=Takes.ABOUT,
    sense=Sense.ASKS,
    example="tinh hinh · tinh hinh 1 · tinh hinh P-LL · tinh hinh 1 quy 1",
    help=N_("the progress of the plan, a task, a unit or a period"),
)
def summary(ask: Ask) -> Sequence[Outgoing]:
    """How things stand: `tinh hinh` each plan; `tinh hinh 1` a task, `P-LL` a unit, `quy 1` a period.

    Any of them together, in any order: `tinh hinh 1 quy 1 P-LL`; and a group of units: `tinh hinh phuong xa`.
    """
    about = asked.about(ask)
    if about.numbers:
        numbers = targets.not_too_many(about.numbers, targets.MOST_SHOWN)
        return [card for number in numbers for card in standing.task_cards(ask, number, about)]
    plans = asked.plans(ask)
    period = about.period(asked.default_year(ask, plans))
    return of_period(ask, about, plans, period)


def of_period(ask: Ask, about: About, plans: Sequence[PlanFact], period: Period | None) -> Sequence[Outgoing]:
    """The units that were named, else each plan; in a period, or in all.

    Raises:
        PeriodOrUnitUnknown: a plan's figures are asked for without some unit.
    """
    if about.units:
        return standing.unit_cards(ask, about, plans)
    if about.without:
        raise PeriodOrUnitUnknown(text=" ".join(about.typed_units), command=ask.command)
    return [_in_all(ask, plan) if period is None else _of_period(ask, plan, period) for plan in plans]


def _in_all(ask: Ask, plan: PlanFact) -> Outgoing:
    return overseeing.summary(ask.voice, plan, figures.by_task(ask.session, plan, ask.today, ask.workdays))


def _of_period(ask: Ask, plan: PlanFact, period: Period) -> Outgoing:
    """What falls due in a period: in figures what has begun, by its number what has not."""
    due, is_ahead = figures.due_in(period), figures.is_ahead(ask.today)
    early = views.occurrences(ask.session, views.of_plan(plan.id), due, is_ahead)
    later = [*asked.not_begun(ask, early), *asked.coming_of_plan(ask, plan, About(), period)]
    begun = figures.by_task(ask.session, plan, ask.today, ask.workdays, due, ~is_ahead)
    if not sum(begun.values(), Tally()).total:
        return ahead.of_plan(ask.voice, plan, period, later, asked.began_on(ask, plan))
    named = ask.words.period(period.key, Ladder.RECURRING)
    return overseeing.summary(ask.voice, plan, begun, named, ahead.later(ask.words, later))


@command(
    "sap den han · sap toi han · sap han · hai tuan toi",
    english="due soon",
    may=OFFICE | {Role.LEADER},
    takes=Takes.ANYTHING,
    sense=Sense.ASKS,
    example="sap den han",
    help=N_("what falls due in the next two weeks"),
)
def soon(ask: Ask) -> Sequence[Outgoing]:
    """`sap den han`: what falls due in the next two weeks, and who has not reported it."""
    last = looking.two_weeks(ask.today)
    facts = looking.due_until(ask.session, ask.today, last, ask.workdays)
    return (due_soon(ask.voice, facts, last),)


@command(
    "giao nhan · tinh trang gui",
    english="delivery",
    may=OFFICE,
    takes=Takes.ABOUT,
    sense=Sense.ASKS,
    example="giao nhan 10",
    help=N_("whether the messages about a task have reached the units"),
)
def delivery(ask: Ask) -> Sequence[Outgoing]:
    """`giao nhan 10`: whether the units have been reached with the last reminders and notices of a task.

    `giao nhan 10 VP`: whether one unit has.
    """
    about = asked.about(ask)

    def shown(number: str) -> Outgoing:
        task = targets.task_of(ask, number)
        reminders, notices = delivered.reminders_of(ask.session, task.id), delivered.notices_of(ask.session, task.id)
        found = ([each for each in of_kind if about.is_about(each.unit)] for of_kind in (reminders, notices))
        return deliveries(ask.words, task, *found)

    return targets.of_each(ask, about.numbers, shown, targets.MOST_SHOWN)


@command(
    "nhat ky · lich su · log",
    english="record",
    may=OFFICE,
    takes=Takes.EACH_TASK | Takes.SHOWN,
    sense=Sense.ASKS,
    example="nhat ky 10",
    help=N_("the record of a task: who did what, and when"),
)
def record(ask: Ask) -> Sequence[Outgoing]:
    """`nhat ky 10`: who changed what in a task, oldest first."""
    task = targets.task_of(ask, ask.number)
    return (trail(ask.voice, task, looking.trail(ask.session, task.id)),)


@command(
    "suc khoe · suc khoe he thong · tinh trang he thong",
    english="health",
    may=OFFICE,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="suc khoe",
    help=N_("whether the service itself works as it should"),
)
def health(ask: Ask) -> Sequence[Outgoing]:
    """`suc khoe`: whether the service itself does all that it is there for."""
    if ask.health is not None:
        stands = ask.health(ask.session, ask.now)
    else:  # no service around: what answers is all that there is
        bot = Bot(ask.speaker.bot, held=True)
        stands = Health(ask.now, (bot,), ask.now, {}, None, count(ask.session, ask.now, {bot.name: True}))
    return (health_said(ask.words, stands, ask.policy.zone),)
