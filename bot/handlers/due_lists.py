"""What a unit owes within a span of days: today, tomorrow, a week, a month, the quarter; and all that is left."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.handlers import choosing, coming
from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact, UnitFact
from data.model import Closing, State
from data.outgoing import Outgoing
from data.overseeing.ahead import Ahead
from data.period import Period, month, quarter
from data.typed.asked import About
from locales.say import own_work as replies
from locales.say.own_work import Due, Span

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


def today(ask: Ask) -> Sequence[Outgoing]:
    """`hom nay`: what falls due today, with what is overdue."""
    return _due_in(ask, Span.TODAY, ask.today, ask.today + _DAY)


def tomorrow(ask: Ask) -> Sequence[Outgoing]:
    """`ngay mai`: what falls due tomorrow."""
    return _due_in(ask, Span.TOMORROW, ask.today + _DAY, ask.today + 2 * _DAY)


def this_week(ask: Ask) -> Sequence[Outgoing]:
    """`tuan nay`: what the unit owes until Sunday, with what is overdue."""
    return _due_in(ask, Span.WEEK, ask.today, _monday(ask.today) + _WEEK)


def next_week(ask: Ask) -> Sequence[Outgoing]:
    """`tuan sau`: what falls due from next Monday to Sunday."""
    monday = _monday(ask.today) + _WEEK
    return _due_in(ask, Span.NEXT_WEEK, monday, monday + _WEEK)


def this_month(ask: Ask) -> Sequence[Outgoing]:
    """`thang nay`: what the unit owes until the month ends, with what is overdue."""
    return _due_in(ask, Span.MONTH, ask.today, _month(ask.today).end)


def next_month(ask: Ask) -> Sequence[Outgoing]:
    """`thang sau`: what falls due in the next month."""
    after = _month(_month(ask.today).end)
    return _due_in(ask, Span.NEXT_MONTH, after.start, after.end)


def this_quarter(ask: Ask) -> Sequence[Outgoing]:
    """`quy nay`: what the unit owes until the quarter ends, with what is overdue."""
    return _due_in(ask, Span.QUARTER, ask.today, quarter(ask.today.year, (ask.today.month + 2) // 3).end)


def left(ask: Ask) -> Sequence[Outgoing]:
    """`con lai`: everything the unit owes still, and how much it has reported."""
    cards = []
    for seat in choosing.units_of(ask):
        facts = views.occurrences(ask.session, views.led_by(seat.unit.id))
        tally = views.tally(facts, ask.today, ask.workdays)
        owed = [fact for fact in facts if fact.state is State.OPEN]
        missed = [fact for fact in facts if fact.closing is Closing.UNREPORTED]
        reports, done = choosing.may_report(ask, seat.unit.id), tally.reported
        cards.append(
            replies.left_list(ask.words, seat.unit, owed, missed, done, ask.today, ask.workdays, reports=reports)
        )
    return cards


def _due_in(ask: Ask, span: Span, start: date, end: date) -> Sequence[Outgoing]:
    """For each unit of the chat, what is open and due before `end`, and what will be opened; from `start` on.

    A span that begins today takes in what is overdue.
    """
    days = Period("", start, end)
    cards = []
    for seat in choosing.units_of(ask):
        owed = views.occurrences(ask.session, views.is_open(), views.led_by(seat.unit.id), views.due_before(end))
        named = [fact for fact in owed if start == ask.today or _falls_in(fact, days)]
        due = Due(span, days, named, _to_open(ask, seat.unit, days))
        reports = choosing.may_report(ask, seat.unit.id)
        cards.append(replies.due_list(ask.words, seat.unit, due, ask.today, ask.workdays, reports=reports))
    return cards


def _to_open(ask: Ask, unit: UnitFact, days: Period) -> list[Ahead]:
    """What is not open yet and falls due in these days."""
    return [each for plan in views.plans(ask.session) for each in coming.of_plan(ask, plan, About(units=(unit,)), days)]


def _falls_in(fact: OccurrenceFact, days: Period) -> bool:
    return fact.due_on is not None and fact.due_on in days


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month(day: date) -> Period:
    return month(day.year, day.month)
