"""What is said in a word: an acknowledgement, two readings."""

from data.lines.spoken import is_acknowledgement, readings
from tests.tables import differing


def test_an_acknowledgement() -> None:
    table = [
        *((text, True) for text in ("rõ", "ok", "OK em", "Dạ em nhận được ạ", "đã nhận", "vâng ạ", "👍", "ok 👍")),
        *(
            (text, True)
            for text in (
                "Dạ vâng, em rõ rồi ạ",
                "Đơn vị đã nhận được thông báo",
                "nhất trí",
                "noted",
                "rõ rồi anh ơi",
                "vg ạ",
                "dạ phường đã nắm được nội dung",
            )
        ),
        *(
            (text, False)
            for text in (
                "dạ",
                "cảm ơn anh",
                "chưa rõ lắm",
                "có rõ không",
                "ok việc 10 xong",
                "",
                "✅",
                "my tasks",
                "ghi nhận hết",
            )
        ),
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
