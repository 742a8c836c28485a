"""What is typed before a task's number where several plans have it: "06.10" is task 10 of plan 06/KH-UBND."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from data.facts import PlanFact, TaskFact
from data.model import Plan, Task

_OTHER_TASK, _OTHER_PLAN = aliased(Task), aliased(Plan)

# Beside a Task: whether another plan that is on has one of its number that is as much in force as it is itself.
# The plans are few, and each is asked by its index: so numbers are compared as printed.
IS_SHARED = (
    select(_OTHER_TASK.id)
    .join(_OTHER_PLAN, col(_OTHER_PLAN.id) == _OTHER_TASK.plan_id)
    .where(
        col(_OTHER_PLAN.switched_on_at).is_not(None),
        col(_OTHER_PLAN.id) != Task.plan_id,
        col(_OTHER_TASK.number) == Task.number,
        col(_OTHER_TASK.offered) == Task.offered,
        col(_OTHER_TASK.withdrawn_at).is_(None),
    )
    .correlate(Task)
    .exists()
)


# Whether more than one plan is on.
SEVERAL_ON = (
    select(func.count(col(_OTHER_PLAN.id))).where(col(_OTHER_PLAN.switched_on_at).is_not(None)).scalar_subquery() > 1
)


def marks(plans: Sequence[PlanFact]) -> dict[int, str]:
    """A mark for each of these plans by its id, no two alike: its number, else its year, else its id.

    "06" for 06/KH-UBND; "2024" where another is numbered so or it has no number; "003" where the years are alike too.
    """
    shorts = Counter(_plain(plan.short) for plan in plans)
    found = {plan.id: plan.short for plan in plans if plan.short and shorts[_plain(plan.short)] == 1}
    others = [plan for plan in plans if plan.id not in found]
    years = Counter(plan.year for plan in others)
    return found | {plan.id: str(plan.year) if years[plan.year] == 1 else f"{plan.id:03}" for plan in others}


def meant(typed: str, tasks: Sequence[TaskFact], marked: Mapping[int, str]) -> tuple[TaskFact, ...]:
    """Those of `tasks` whose plan goes by the mark typed, or by "6" for "06"; else those whose plan has that number."""
    ways = (
        [task for task in tasks if marked.get(task.plan.id) == typed],
        [task for task in tasks if _plain(marked.get(task.plan.id, "")) == _plain(typed)],
        [task for task in tasks if task.plan.short and _plain(task.plan.short) == _plain(typed)],
    )
    return tuple(next(filter(None, ways), ()))


def _plain(mark: str) -> str:
    return mark.lstrip("0")
