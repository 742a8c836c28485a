"""Folding: one form for text with and without accents."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.words import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Phòng Nội vụ", "phong noi vu"),
        ("  ĐÔN   đốc\n12 ", "don doc 12"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân phường Lê Lợi"), "uy ban nhan dan phuong le loi"),
        ("số 12/KH-VHTT", "so 12/kh-vhtt"),
        ("TN&MT", "tn&mt"),
        ("", ""),
        (" \t\n", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
