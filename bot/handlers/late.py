"""Quá hạn: what is overdue, for Nội vụ and leaders of all units; a unit's own chat sees its own alone."""

from collections.abc import Sequence

from bot.handlers import asked, choosing
from bot.talk import Ask
from data import views
from data.errors import UnitOfOthers
from data.facts import OccurrenceFact, Seat
from data.model import Closing, Ladder
from data.outgoing import Outgoing
from data.overseeing import unreached
from data.typed.asked import About
from locales.say import lateness as replies


def overdue(ask: Ask) -> Sequence[Outgoing]:
    """`qua han`: every Occurrence whose day has passed unreported, by task; `qua han P-LL`, `qua han 10`, `quy 1`.

    An officer or a head sees those of the own unit.
    """
    if asked.is_talk(ask):
        return ()
    about = asked.about(ask)
    if any(asked.may_see(ask, plan) for plan in views.plans(ask.session)):
        return (_seen(ask, about),)
    mine = [seat for seat in choosing.units_of(ask) if about.is_about(seat.unit)]
    if not mine:
        raise UnitOfOthers(unit=about.units[0].name)
    return [_own(ask, about, seat) for seat in mine]


def overdue_facts(ask: Ask, about: About | None = None) -> list[OccurrenceFact]:
    """What is overdue in the plans that this chat may look at, and is asked about.

    Raises:
        TaskUnknown: there is no task of a number that was named.
    """
    return [fact for fact in _past(ask, about or About()) if views.is_overdue(fact, ask.today, ask.workdays)]


def missed_facts(ask: Ask, about: About | None = None) -> list[OccurrenceFact]:
    """The check-ins of ended periods that are still taken; of the same plans, and as far as they are asked about."""
    return [fact for fact in _past(ask, about or About()) if views.is_missed(fact, ask.today, ask.workdays)]


def _past(ask: Ask, about: About) -> list[OccurrenceFact]:
    """What is owed still though its day has gone by, of the plans that this chat may look at."""
    facts = views.occurrences(ask.session, views.is_open(), views.due_before(ask.today))
    return [fact for fact in _asked_about(ask, about, facts) if asked.may_see(ask, fact.task.plan)]


def _asked_about(ask: Ask, about: About, facts: Sequence[OccurrenceFact]) -> list[OccurrenceFact]:
    tasks = {task.id for number in about.numbers for task in asked.tasks(ask, number)}
    return [
        fact
        for fact in facts
        if (not about.numbers or fact.task.id in tasks)
        and about.is_about(fact.unit)
        and asked.due_in([fact], about.period(fact.task.plan.year))
    ]


def _seen(ask: Ask, about: About) -> Outgoing:
    """What Nội vụ, a leader or who drew a plan up sees; with the buttons of what their own unit may report."""
    facts = unreached.marked(ask.session, overdue_facts(ask, about), ask.today, ask.workdays)
    missed = missed_facts(ask, about)
    own = [] if asked.may_urge(ask) else [fact for fact in facts if choosing.may_report(ask, fact.unit.id)]
    period = about.period(ask.today.year)
    command = ""
    if asked.may_urge(ask) and (about.units or period):
        number = list(about.numbers) or ["qua han"]
        command = " ".join(["don doc", ", ".join(number), *filter(None, [about.spoken.strip()]), *about.typed_units])
    asked_for = replies.Asked(
        about.numbers, asked.whose(about), ask.words.period(period.key, Ladder.RECURRING) if period else ""
    )
    return replies.overdue_list(
        asked.told(ask), facts, missed, own, asked_for, may_urge=asked.may_urge(ask), urge=command
    )


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
    reports = choosing.may_report(ask, seat.unit.id)
    return replies.own_overdue(asked.told(ask), seat.unit, late, missed, reports=reports)
