"""Việc của đơn vị: all that it owes, one task in full, what falls due within a span of days."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot import targets
from bot.arguments import Takes
from bot.command import EARS, UNIT_READERS, Sense, command
from bot.features import asked
from bot.features.asked import About
from bot.features.standing import with_leads
from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.kinds import PARTS, Closing, Part, State
from data.office.looking import Ahead
from data.period import Period, month, quarter
from data.refusals import TaskOfOthers
from data.talk import Outgoing
from data.views import assigned
from data.work import under_way
from locales import N_
from locales.say import own_work
from locales.say import own_work as replies
from locales.say.own_work import Due, Span


@command(
    "viec · viec cua toi · viec toi · nhiem vu · danh sach · task · my tasks",
    english="tasks",
    may=EARS,
    takes=Takes.TASKS | Takes.SHOWN | Takes.OR_LIST,
    sense=Sense.ASKS,
    example="viec · viec 10",
    help=N_("the tasks of your unit, or one task in full"),
)
def show(ask: Ask) -> Sequence[Outgoing]:
    """`viec`: what the unit owes and where it coordinates. `viec 10`: that task in full."""
    if ask.numbers:
        return [card for number in ask.numbers for card in _cards(ask, number)]
    return [_list(ask, seat.unit.id) for seat in targets.units_of(ask)]


def _list(ask: Ask, unit_id: int) -> Outgoing:
    unit = next(seat.unit for seat in ask.seats if seat.unit.id == unit_id)
    owed = views.occurrences(ask.session, views.is_open(), views.led_by(unit_id))
    coordinating, monitoring = (
        assigned.tasks_with_part(ask.session, unit_id, part) for part in (Part.COORDINATING, Part.MONITORING)
    )
    reports = targets.may_report(ask, unit_id)
    return own_work.my_tasks(ask.voice, unit, owed, coordinating, monitoring, reports=reports)


def _cards(ask: Ask, number: str) -> list[Outgoing]:
    tasks = assigned.find_tasks(ask.session, number)
    if not tasks:
        raise targets.unknown_task(ask, number)
    shown = [card for task in tasks if (card := _card(ask, task)) is not None]
    if not shown:
        raise TaskOfOthers(number=number, coordinating=False)
    return shown


def _card(ask: Ask, task: TaskFact) -> Outgoing | None:
    """The task as this chat may see it: a unit sees its own state alone, and only tasks it has a part in."""
    units = [seat.unit.id for seat in targets.units_of(ask) if assigned.part_of(ask.session, task.id, seat.unit.id)]
    overseer = any(seat.sees_all for seat in ask.seats)
    if not units and not overseer:
        return None
    mine = [
        fact
        for unit_id in units
        for fact in views.occurrences(ask.session, views.of_task(task.id), views.led_by(unit_id))
    ]
    card = own_work.task_card(
        ask.voice,
        task,
        mine,
        {part: assigned.units_in(ask.session, task.id, part) for part in PARTS},
        under_way.progress_of(ask.session, [fact.id for fact in mine]),
        reports=any(targets.may_report(ask, unit_id) for unit_id in units),
    )
    return with_leads(ask, task, card)


_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


@command(
    "hom nay · viec hom nay · trong hom nay",
    english="today",
    may=UNIT_READERS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="hom nay",
    help=N_("what is due today"),
)
def today(ask: Ask) -> Sequence[Outgoing]:
    """`hom nay`: what falls due today, with what is overdue."""
    return _due_in(ask, Span.TODAY, ask.today, ask.today + _DAY)


@command(
    "ngay mai · viec ngay mai",
    english="tomorrow",
    may=UNIT_READERS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="ngay mai",
    help=N_("what is due tomorrow"),
)
def tomorrow(ask: Ask) -> Sequence[Outgoing]:
    """`ngay mai`: what falls due tomorrow."""
    return _due_in(ask, Span.TOMORROW, ask.today + _DAY, ask.today + 2 * _DAY)


@command(
    "tuan nay · viec tuan nay · trong tuan · my week",
    english="this week",
    may=UNIT_READERS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="tuan nay",
    help=N_("what is due this week"),
)
def this_week(ask: Ask) -> Sequence[Outgoing]:
    """`tuan nay`: what the unit owes until Sunday, with what is overdue."""
    return _due_in(ask, Span.WEEK, ask.today, _monday(ask.today) + _WEEK)


@command(
    "tuan sau · viec tuan sau · tuan toi · viec tuan toi",
    english="next week",
    may=UNIT_READERS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="tuan sau",
    help=N_("what is due next week"),
)
def next_week(ask: Ask) -> Sequence[Outgoing]:
    """`tuan sau`: what falls due from next Monday to Sunday."""
    monday = _monday(ask.today) + _WEEK
    return _due_in(ask, Span.NEXT_WEEK, monday, monday + _WEEK)


@command(
    "thang nay · viec thang nay · trong thang · my month",
    english="this month",
    may=UNIT_READERS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="thang nay",
    help=N_("what is due this month"),
)
def this_month(ask: Ask) -> Sequence[Outgoing]:
    """`thang nay`: what the unit owes until the month ends, with what is overdue."""
    return _due_in(ask, Span.MONTH, ask.today, _month(ask.today).end)


@command(
    "thang sau · viec thang sau · thang toi · viec thang toi",
    english="next month",
    may=UNIT_READERS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="thang sau",
    help=N_("what is due next month"),
)
def next_month(ask: Ask) -> Sequence[Outgoing]:
    """`thang sau`: what falls due in the next month."""
    after = _month(_month(ask.today).end)
    return _due_in(ask, Span.NEXT_MONTH, after.start, after.end)


@command(
    "quy nay · viec quy nay · trong quy",
    english="this quarter",
    may=UNIT_READERS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="quy nay",
    help=N_("what is due this quarter"),
)
def this_quarter(ask: Ask) -> Sequence[Outgoing]:
    """`quy nay`: what the unit owes until the quarter ends, with what is overdue."""
    return _due_in(ask, Span.QUARTER, ask.today, quarter(ask.today.year, (ask.today.month + 2) // 3).end)


@command(
    "con lai · viec con lai · con viec gi · con gi · what is left",
    english="left",
    may=UNIT_READERS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="con lai",
    help=N_("all that remains to be reported"),
)
def left(ask: Ask) -> Sequence[Outgoing]:
    """`con lai`: everything the unit owes still, and how much it has reported."""
    cards = []
    for seat in targets.units_of(ask):
        facts = views.occurrences(ask.session, views.led_by(seat.unit.id))
        tally = views.tally(facts, ask.today, ask.workdays)
        owed = [fact for fact in facts if fact.state is State.OPEN]
        missed = [fact for fact in facts if fact.closing is Closing.UNREPORTED]
        reports, done = targets.may_report(ask, seat.unit.id), tally.reported
        cards.append(replies.left_list(ask.voice, seat.unit, owed, missed, done, reports=reports))
    return cards


def _due_in(ask: Ask, span: Span, start: date, end: date) -> Sequence[Outgoing]:
    """For each unit of the chat, what is open and due before `end`, and what will be opened; from `start` on.

    A span that begins today takes in what is overdue.
    """
    days = Period("", start, end)
    cards = []
    for seat in targets.units_of(ask):
        owed = views.occurrences(ask.session, views.is_open(), views.led_by(seat.unit.id), views.due_before(end))
        named = [fact for fact in owed if start == ask.today or _falls_in(fact, days)]
        due = Due(span, days, named, _to_open(ask, seat.unit, days))
        reports = targets.may_report(ask, seat.unit.id)
        cards.append(replies.due_list(ask.voice, seat.unit, due, reports=reports))
    return cards


def _to_open(ask: Ask, unit: UnitFact, days: Period) -> list[Ahead]:
    """What is not open yet and falls due in these days."""
    return [
        each
        for plan in views.plans(ask.session)
        for each in asked.coming_of_plan(ask, plan, About(units=(unit,)), days)
    ]


def _falls_in(fact: OccurrenceFact, days: Period) -> bool:
    return fact.due_on is not None and fact.due_on in days


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month(day: date) -> Period:
    return month(day.year, day.month)
