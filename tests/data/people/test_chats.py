"""Invitation codes: in what people type, and until when wrong ones lock their author out."""

import pytest

from data.people.chats import code_in, is_code, lock_end, tells_code
from tests.building import at

READ = [
    # typed, the code in it, stands alone, is called a code
    ("8BVCMU53", "8BVCMU53", True, False),
    ("8bvcmu53", "8BVCMU53", True, False),
    ("“8BVCMU53”.", "8BVCMU53", True, False),
    ('"8BVCMU53"', "8BVCMU53", True, False),
    ("[8BVCMU53]", "8BVCMU53", True, False),
    ("8BVC MU53", "8BVCMU53", False, False),
    ("mã mời: 8BVCMU53", "8BVCMU53", False, True),
    ("mã của mình là 3CRUR92X nhé", "3CRUR92X", False, True),
    ("invitation code 3CRUR92X", "3CRUR92X", False, True),
    ("em gửi 3CRUR92X ạ", "3CRUR92X", False, False),
    ("mã số thuế 23456789", None, False, False),
    ("mã đơn vị ABCDEFGH", None, False, False),
    ("mã IL0O2345", None, False, False),
    ("mã 8BVCMU5", None, False, False),
    ("chào cả nhà", None, False, False),
    ("", None, False, False),
]


@pytest.mark.parametrize(("typed", "code", "alone", "called"), READ)
def test_a_code_in_words(typed: str, code: str | None, alone: bool, called: bool) -> None:
    assert (code_in(typed), is_code(typed), tells_code(typed)) == (
        code,
        alone,
        called,
    )


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
