"""Work grows with length and not with its square, counted in calls, which no busy machine changes; see growth.py."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.agencies import split
from data.deadline import read
from data.documents import txt

FRAGMENTS = (
    "1-",
    "1, ",
    "(",
    "IV.",
    "a-",
    "tháng 6, ",
    "Sở Nội vụ, ",
    "UBND các phường, xã ",
    "I. ",
    "1\tViệc\tSở A\n",
)
LENGTH = 2_000  # less than the deadline reader takes in

READERS: list[Callable[[str], object]] = [
    lambda text: read(text, 2025),
    split,
    lambda text: txt.read(Path("plan.txt"), text.encode()),
]


@pytest.mark.parametrize("reader", READERS, ids=["deadline", "agencies", "document"])
@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_twice_the_text_is_about_twice_the_work(reader: Callable[[str], object], fragment: str) -> None:
    half, whole = (fragment * (length // len(fragment)) for length in (LENGTH // 2, LENGTH))
    reader(whole)  # fills what is kept between calls
    assert _calls(reader, whole) < 2.5 * _calls(reader, half)


def _calls(reader: Callable[[str], object], text: str) -> int:
    count = 0

    def counting(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        reader(text)
    finally:
        sys.setprofile(before)
    return count
