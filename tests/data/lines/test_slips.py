"""Command words with one slip of the fingers before a task's number."""

import pytest

from data.lines.slips import mended


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xogn 10", "xong 10"),
        ("xnog 10 số 5/KH-VP", "xong 10 số 5/KH-VP"),
        ("xôg 10", "xong 10"),
        ("xomg10", "xong 10"),
        ("/xonng 10", "xong 10"),
        ("Xoong 10", "xong 10"),
        ("vieec 10", "viec 10"),
        ("vuonh 10 thiếu kinh phí", "vuong 10 thiếu kinh phí"),
        ("dang lm 6", ""),
        ("dang lma 6", "dang lam 6"),
        ("xong 10", ""),
        ("xogn", ""),
        ("xogn nhé", ""),
        ("xóm 10", ""),
        ("xuong 10", ""),
        ("viet 10 bai", ""),
        ("so 10", ""),
        ("", ""),
    ],
)
def test_a_slip(text: str, expected: str) -> None:
    assert mended(text) == expected
