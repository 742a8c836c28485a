"""What plain words mean: an acknowledgement, two readings, a command with one slip of the fingers."""

from data.lines.meaning import is_acknowledgement, mended, readings
from tests.tables import differing


def test_an_acknowledgement() -> None:
    table = [
        *((text, True) for text in ("rõ", "ok", "OK em", "Dạ em nhận được ạ", "đã nhận", "vâng ạ", "👍", "ok 👍")),
        *(
            (text, True)
            for text in ("Dạ vâng, em rõ rồi ạ", "Đơn vị đã nhận được thông báo", "nhất trí", "noted", "rõ rồi anh ơi")
        ),
        *((text, False) for text in ("dạ", "cảm ơn anh", "chưa rõ lắm", "có rõ không", "ok việc 10 xong", "", "✅")),
    ]
    assert differing((text, is_acknowledgement(text), expected) for text, expected in table) == []


def test_two_readings() -> None:
    table = [
        ("hoan 10", (("xong", "nhac sau"), "10")),
        ("HOAN: 10", (("xong", "nhac sau"), "10")),
        ("hoàn 10", (("xong",), "10")),
        ("hoãn 10 3 ngày", (("nhac sau",), "10 3 ngày")),
        ("hoan", (("xong", "nhac sau"), "")),
        ("hoang 10", ((), "10")),
    ]
    assert differing((text, readings(text), expected) for text, expected in table) == []


def test_a_slip() -> None:
    table = [
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
    ]
    assert differing((text, mended(text), expected) for text, expected in table) == []
