"""What is typed before a number that several plans have."""

import pytest

from data.deadline import read
from data.facts import PlanFact, TaskFact
from data.views.marking import marks, meant


def plan(at: int, number: str, year: int = 2023) -> PlanFact:
    return PlanFact(at, number, "Tuyên truyền CCHC", "UBND thành phố", None, year, "Asia/Ho_Chi_Minh")


def tenth(of: PlanFact) -> TaskFact:
    return TaskFact(of.id, of, "10", "Ban hành Kế hoạch", "Kế hoạch", "", "", read("", year=of.year))


@pytest.mark.parametrize(
    ("number", "short"),
    [
        ("06/KH-UBND", "06"),
        ("15-KH/TU", "15"),
        ("1234/KH-UBND", "1234"),
        ("12345/KH-UBND", ""),
        ("KH-06/UBND", ""),
        ("", ""),
    ],
)
def test_as_much_of_a_plans_number_is_typed_as_can_be(number: str, short: str) -> None:
    assert plan(1, number).short == short


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        ([], {}),
        ([plan(1, "06/KH-UBND"), plan(2, "07/KH-UBND")], {1: "06", 2: "07"}),
        ([plan(1, "06/KH-UBND"), plan(2, "")], {1: "06", 2: "2023"}),
        ([plan(1, "06/KH-UBND"), plan(2, "6/KH-UBND", 2024)], {1: "2023", 2: "2024"}),
        ([plan(1, "06/KH-UBND"), plan(2, "06/KH-UBND", 2024), plan(3, "07/KH-UBND")], {1: "2023", 2: "2024", 3: "07"}),
        ([plan(1, "06/KH-UBND"), plan(2, "06/KH-HĐND"), plan(3, "07/KH-UBND")], {1: "001", 2: "002", 3: "07"}),
    ],
    ids=["no plan", "by number", "one has none", "numbered alike", "a third apart", "of one year"],
)
def test_each_plan_has_a_mark_of_its_own(plans: list[PlanFact], expected: dict[int, str]) -> None:
    assert marks(plans) == expected


SIXTH, SEVENTH, NEXT_YEAR = plan(1, "06/KH-UBND"), plan(2, "07/KH-UBND"), plan(3, "06/KH-UBND", 2024)


@pytest.mark.parametrize(
    ("typed", "plans", "expected"),
    [
        ("06", [SIXTH, SEVENTH], [1]),
        ("7", [SIXTH, SEVENTH], [2]),
        ("08", [SIXTH, SEVENTH], []),
        ("2024", [SIXTH, NEXT_YEAR], [3]),
        ("06", [SIXTH, NEXT_YEAR], [1, 3]),
        ("2", [plan(1, "06/KH-UBND"), plan(2, "06/KH-HĐND")], [2]),
    ],
)
def test_a_plan_is_meant_by_its_mark_or_its_number(typed: str, plans: list[PlanFact], expected: list[int]) -> None:
    found = meant(typed, [tenth(each) for each in plans], marks(plans))
    assert [task.plan.id for task in found] == expected
