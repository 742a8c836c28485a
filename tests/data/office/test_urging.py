"""Who is urged of what is owed: of no task twice a day, but what did not get through once more; Nội vụ not at all."""

from dataclasses import replace

from data.facts import UnitFact
from data.office.delivered import Reached
from data.office.urging import to_urge
from tests.data.views.test_views import fact

OFFICE, UNIT = 1, 2


def becomes(unit: int, reached: Reached | None) -> str:
    """What becomes of something that a unit owes, which was last told of it today as far as `reached`."""
    owed = replace(fact(), unit=UnitFact(unit, "VP", "Văn phòng"))
    told = {} if reached is None else {(unit, owed.task.id): reached}
    found = to_urge([owed], told, [OFFICE])
    named = {"now": found.now.get(unit), "before": found.before, "unsure": found.unsure, "own": found.own}
    (there,) = (name for name, facts in named.items() if facts)
    return there


def test_what_becomes_of_what_is_owed() -> None:
    said = {
        (UNIT, None): "now",
        (UNIT, Reached.UNREACHABLE): "now",
        (UNIT, Reached.NO_CHAT): "now",
        (UNIT, Reached.SET_ASIDE): "now",
        (UNIT, Reached.UNKNOWN): "unsure",
        (UNIT, Reached.WAITING): "before",
        (UNIT, Reached.SENT): "before",
        (OFFICE, None): "own",
        (OFFICE, Reached.SENT): "own",
    }
    assert {case: becomes(*case) for case in said} == said
