"""Until when wrong invitation codes lock their author out."""

import pytest

from data.people.invitations import lock_end
from tests.building import at

CASES = [
    ("none", [], None),
    ("four", ["08:00", "08:01", "08:02", "08:03"], None),
    ("five within an hour: an hour from the fifth", ["08:00", "08:10", "08:20", "08:30", "08:59"], "09:59"),
    ("five in just an hour are not within it", ["08:00", "08:10", "08:20", "08:30", "09:00"], None),
    ("five at once", ["08:00"] * 5, "09:00"),
    ("the last five count", ["07:00", "08:10", "08:20", "08:30", "08:40", "08:50"], "09:50"),
    ("after a lock one begins anew", [*["08:00"] * 5, "09:00", "09:01", "09:02", "09:03"], "09:00"),
    ("and may be locked out again", [*["08:00"] * 5, *["09:30"] * 5], "10:30"),
]


@pytest.mark.parametrize(("moments", "end"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_until_when(moments: list[str], end: str | None) -> None:
    told = lock_end([at(f"2023-01-11 {moment}") for moment in moments])
    assert told == (at(f"2023-01-11 {end}") if end else None)
