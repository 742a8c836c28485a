"""What leaders would hear of the exceptions there are: all, or the rest of a list begun, without what is left out."""

from dataclasses import replace
from datetime import UTC, datetime

from data.facts import OccurrenceFact, UnitFact
from data.office.announcing import LeftOut, Shown, ToRelease, to_release, to_urge
from data.office.delivered import Reached
from tests.data.views.test_views import TASK, fact


def late(number: int, task: int, unit: int) -> OccurrenceFact:
    return replace(fact(), id=number, task=replace(TASK, id=task), unit=UnitFact(unit, f"U{unit}", f"Unit {unit}"))


NOW = [late(1, 10, 2), late(2, 10, 3), late(3, 11, 2), late(4, 12, 3)]
# Shown in the morning: 9 has been settled since, 4 has come up.
BEGUN = Shown(1, datetime(2023, 2, 7, 1, tzinfo=UTC), (1, 2, 3, 9), ("P-QT",), (7,))


def told(begun: Shown | None, *left_out: LeftOut) -> tuple[list[int], tuple[str, ...], tuple[int, ...], int]:
    found: ToRelease = to_release(NOW, begun, left_out)
    return [each.id for each in found.facts], found.labels, found.withheld, found.settled


def test_what_leaders_would_hear() -> None:
    task, unit = LeftOut("10", frozenset({10})), LeftOut("U2", unit=2)
    share = LeftOut("U2 (10, 11)", frozenset({10, 11}), unit=2)
    assert told(None) == ([1, 2, 3, 4], (), (), 0)
    assert told(None, task) == ([3, 4], ("10",), (1, 2), 0)
    assert told(None, unit) == ([2, 4], ("U2",), (1, 3), 0)
    assert told(None, share) == ([2, 4], ("U2 (10, 11)",), (1, 3), 0)
    assert told(None, task, unit) == ([4], ("10", "U2"), (1, 2, 3), 0)
    assert told(BEGUN) == ([1, 2, 3], ("P-QT",), (7,), 1)
    assert told(BEGUN, task, LeftOut("P-QT", unit=5)) == ([3], ("P-QT", "10"), (7, 1, 2), 1)


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
