"""Which Occurrence of a task is meant, for the unit that speaks: by its number, its period, or the button pressed."""

from bot.handlers import choosing
from bot.talk import Ask
from data import views
from data.errors import AlreadyDone, ButtonStale, NotOpenYet, PeriodNotAsked
from data.facts import OccurrenceFact, ReportFact, Seat
from data.model import Closing, Ladder, State
from data.typed import running
from data.typed.days import period_first

# These are owed period by period.
PERIODIC = frozenset({Ladder.STANDING, Ladder.RECURRING, Ladder.WEEKLY})


def chosen(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact]:
    """The Occurrence that a number means now, with the seat that may answer for it.

    The earliest open one; else the one closed as missed last, since late news is welcome.

    Raises:
        TaskUnknown, TaskOfOthers: there is no such task, or another unit leads it.
        NotOpenYet, AlreadyDone: there is nothing to report in it now.
    """
    seat, task = choosing.led_task(ask, number)
    found = views.occurrences(ask.session, views.of_task(task.id), views.led_by(seat.unit.id))
    by_day = sorted(found, key=lambda fact: (fact.due_on is None, fact.due_on or fact.starts_on))
    for fact in by_day:
        if fact.state is State.OPEN:
            return seat, fact
    for fact in reversed(by_day):
        if fact.closing in {Closing.UNREPORTED, Closing.NOT_COUNTED}:
            return seat, fact
    for fact in reversed(by_day):
        if fact.report is not None:
            raise AlreadyDone(number=task.typed, at=fact.report.at)
    raise NotOpenYet(number=task.typed)


def chosen_in_period(ask: Ask, number: str, note: str) -> tuple[Seat, OccurrenceFact, str]:
    """As `chosen`, or of the period that the note begins with ("quý I 3 tin"); with the rest of the note.

    Raises:
        PeriodNotAsked: the task is reported by other periods, or not yet for this one.
        AlreadyDone: that period has been reported.
    """
    seat, task = choosing.led_task(ask, number)
    period, rest = period_first(note, task.plan.year)
    facts = views.occurrences(ask.session, views.of_task(task.id), views.led_by(seat.unit.id))
    asked = [fact for fact in facts if fact.ladder in PERIODIC and fact.closing is not Closing.WITHDRAWN]
    if period is None or not asked:
        return *chosen(ask, number), note
    # A period with several days has a key for each: "2023-Q1.2".
    named = sorted((fact for fact in asked if fact.key.partition(".")[0] == period.key), key=lambda fact: fact.key)
    for fact in named:
        if fact.report is None:
            return seat, fact, rest
    if named and named[-1].report:
        raise AlreadyDone(number=task.typed, at=named[-1].report.at)
    raise PeriodNotAsked(number=task.typed, period=period.key, periods=tuple(fact.key for fact in asked))


def bare_report(ask: Ask, number: str, note: str) -> tuple[Seat, OccurrenceFact, str] | None:
    """The last report of a periodic task that says nothing, or that of the period named, and the words to put in it."""
    found = reported(ask, number, note)
    if found is None:
        return None
    _, fact, words = found
    return found if fact.ladder in PERIODIC and running.is_bare(fact) and words else None


def reported(ask: Ask, number: str, note: str) -> tuple[Seat, OccurrenceFact, str] | None:
    """What has been reported of a task last, or for the period that the note begins with; with the rest of the note."""
    seat, task = choosing.led_task(ask, number)
    period, rest = period_first(note, task.plan.year)
    facts = views.occurrences(ask.session, views.of_task(task.id), views.led_by(seat.unit.id))
    is_periodic = any(fact.ladder in PERIODIC for fact in facts)
    if period is None or not is_periodic:
        period, rest = None, note
    said = [fact for fact in facts if fact.report]
    meant = [fact for fact in said if period is None or fact.key.partition(".")[0] == period.key]
    return (seat, meant[-1], rest) if meant else None


def last_reported(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact | None]:
    """The Occurrence of a task reported last, whole or in part, with the seat that may take it back."""
    seat, task = choosing.led_task(ask, number)
    found = views.occurrences(ask.session, views.of_task(task.id), views.led_by(seat.unit.id))
    told = [(max(report.at for report in reports), fact) for fact in found if (reports := reports_of(fact))]
    return seat, max(told, key=lambda pair: pair[0])[1] if told else None


def reports_of(fact: OccurrenceFact) -> tuple[ReportFact, ...]:
    """All that stands reported of an Occurrence, in order."""
    return (*fact.partial, fact.report) if fact.report else fact.partial


def behind_button(ask: Ask) -> tuple[Seat, OccurrenceFact]:
    """The Occurrence a button was made for.

    Raises:
        ButtonStale: it is gone, or belongs to a unit for which this chat does not speak.
    """
    facts = views.occurrences(ask.session, views.among([ask.occurrence_id or 0]))
    for fact in facts:
        for seat in ask.seats:
            if seat.unit.id == fact.unit.id:
                return seat, fact
    raise ButtonStale


def pointed_at(ask: Ask) -> OccurrenceFact:
    """The Occurrence a button of Nội vụ was made for, whoever owes it.

    Raises:
        ButtonStale: it is gone.
    """
    for fact in views.occurrences(ask.session, views.among([ask.occurrence_id or 0])):
        return fact
    raise ButtonStale
