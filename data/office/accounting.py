"""What a report tells of a plan in a period (Báo cáo kết quả): figures, the shares behind them, what hinders them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from data import views
from data.facts import OccurrenceFact, PlanFact, Tally, TaskFact
from data.kinds import Closing
from data.office import reviewing
from data.period import Period
from data.views import figures, running
from data.workdays import Workdays

_NOT_TOLD = frozenset({Closing.WITHDRAWN, Closing.NOT_COUNTED})


@dataclass(frozen=True, slots=True)
class Account:
    """What is told of a plan: the shares of each task, counted, and those whose unit has told a difficulty."""

    plan: PlanFact
    shares: Mapping[TaskFact, Sequence[OccurrenceFact]]
    tallies: Mapping[TaskFact, Tally]
    difficulties: Sequence[OccurrenceFact]

    @property
    def facts(self) -> list[OccurrenceFact]:
        """The shares of all tasks, in the plan's order."""
        return [fact for shares in self.shares.values() for fact in shares]


def account(
    session: Session,
    plan: PlanFact,
    period: Period | None,
    today: date,
    workdays: Workdays,
    is_asked: Callable[[OccurrenceFact], bool] = lambda _: True,
) -> Account:
    """What is due in a calendar period, or in its window by Decree 09/2019/NĐ-CP, and what is owed from before.

    Without a period: all that has begun.
    """
    conditions = [views.of_plan(plan.id), *([figures.told_in(period, today)] if period else [])]
    facts = [
        fact
        for fact in views.occurrences(session, *conditions)
        if fact.closing not in _NOT_TOLD and not running.is_ahead(fact, today) and is_asked(fact)
    ]
    by_task: dict[TaskFact, list[OccurrenceFact]] = {}
    for fact in facts:
        by_task.setdefault(fact.task, []).append(fact)
    told = {fact.id for fact in facts}
    return Account(
        plan=plan,
        shares=by_task,
        tallies={task: views.tally(shares, today, workdays) for task, shares in by_task.items()},
        difficulties=[fact for fact in reviewing.waiting(session) if fact.id in told],
    )
