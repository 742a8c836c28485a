"""What has not begun: the periods and dates that the tasks of a plan will be asked for, as the tick will open them."""

from collections.abc import Iterable
from datetime import date

from bot.features.asked import About
from bot.talk import Ask
from data.facts import OccurrenceFact, PlanFact, TaskFact
from data.model import Plan
from data.office.looking import Ahead, led_tasks, of_facts
from data.period import Period
from data.views import running
from locales.items import by_task
from scheduler import periods
from scheduler.slots import local_day


def of_plan(ask: Ask, plan: PlanFact, about: About, period: Period) -> list[Ahead]:
    """What is not open yet of a plan and falls due in a period, for the units asked about."""
    return [each for each in _coming(ask, plan, about) if each.due_on in period]


def of_task(ask: Ask, task: TaskFact, about: About) -> list[Ahead]:
    """What is not open yet of a task, for the units asked about."""
    return _coming(ask, task.plan, about, task.id)


def began_on(ask: Ask, plan: PlanFact) -> date:
    """The day from which a plan is followed."""
    return local_day(ask.session.get_one(Plan, plan.id).switched_on_at or ask.now, ask.policy)


def _coming(ask: Ask, plan: PlanFact, about: About, task_id: int | None = None) -> list[Ahead]:
    """Soonest first."""
    row = ask.session.get_one(Plan, plan.id)
    switched_on = began_on(ask, plan)
    found = []
    for task, leads in led_tasks(ask.session, plan.id, task_id):
        owing = tuple(unit for unit in leads if about.is_about(unit))
        year = periods.expected(
            task.deadline, year=row.year, checkin=row.checkin, switched_on=switched_on, today=ask.today.max
        )
        found += [
            Ahead(task, each.key, each.ladder, each.starts_on, each.due_on, owing)
            for each in year
            if owing and each.opens_on > ask.today and each.due_on
        ]
    return sorted(found, key=lambda each: (each.due_on, each.task.id))


def not_begun(ask: Ask, facts: Iterable[OccurrenceFact]) -> list[Ahead]:
    """What is open already though its time has not come: a date of later in the year."""
    return [of_facts(group) for group in by_task(fact for fact in facts if running.is_ahead(fact, ask.today))]
