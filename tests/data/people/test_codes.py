"""Invitation codes as they are passed on: alone, in quotes, behind words; and what is none."""

import pytest

from data.people.invitations import code_in, is_code, tells_code

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
