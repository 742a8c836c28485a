"""Where long words are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.splitting import split, utf16_units

CASES = [
    ("nothing", "", 10, ()),
    ("what fits stays whole", "một\nhai\n", 8, ("một\nhai\n",)),
    ("between lines", "một\nhai\nba", 8, ("một\nhai\n", "ba")),
    ("as much as fits into each", "1\n2\n3\n4\n5", 4, ("1\n2\n", "3\n4\n", "5")),
    ("an item stays with its indented lines", "một\nhai\n  hạn 3\nbốn", 12, ("một\n", "hai\n  hạn 3\n", "bốn")),
    ("one space is no indent", "một\n hai", 5, ("một\n", " hai")),
    ("blank lines are kept", "một\n\n\nhai", 6, ("một\n\n\n", "hai")),
    ("an item too long: between its lines", "hai\n  hạn 3\n  văn bản 4", 12, ("hai\n  hạn 3\n", "  văn bản 4")),
    ("a line too long: between words", "báo cáo quý một", 8, ("báo cáo ", "quý một")),
    ("a word too long: between letters", "abcdefgh", 3, ("abc", "def", "gh")),
    ("never inside a surrogate pair", "🙂🙂🙂", 5, ("🙂🙂", "🙂")),
    ("an accent stays on its letter", "e\u0302\u0301e\u0302\u0301", 4, ("e\u0302\u0301", "e\u0302\u0301")),
    ("a family stays together", "a👨\u200d👩\u200d👧", 8, ("a", "👨\u200d👩\u200d👧")),
    ("a skin tone stays on its hand", "a👍🏽", 4, ("a", "👍🏽")),
    ("a letter beyond the limit is taken apart", "e" + "\u0301" * 3, 2, ("e\u0301", "\u0301\u0301")),
    ("after a long item the next one follows on", "abcdef\ngh", 5, ("abcde", "f\ngh")),
    ("a number stays with its line", "ab\n1. xong việc", 9, ("ab\n", "1. xong ", "việc")),
    ("so does a mark", "ab\n• xong việc", 8, ("ab\n", "• xong ", "việc")),
    ("the last choices stay together", "một\nhai\n1. có\n2. không", 18, ("một\nhai\n", "1. có\n2. không")),
    ("with the line that asks", "a\nb\nchọn:\n1. có\n2. không", 22, ("a\nb\n", "chọn:\n1. có\n2. không")),
    ("and how to answer", "a\nb\n1. có\n2. không\ngõ số.", 22, ("a\nb\n", "1. có\n2. không\ngõ số.")),
    ("too many choices: between them", "a\n1. có\n2. không\n3. chưa", 16, ("a\n1. có\n", "2. không\n3. chưa")),
    ("numbers before other words are items", "1. có\n2. không\na\nb", 11, ("1. có\n", "2. không\na\n", "b")),
]


@pytest.mark.parametrize(("text", "limit", "parts"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_where_it_is_cut(text: str, limit: int, parts: tuple[str, ...]) -> None:
    assert split(text, limit) == parts


def test_the_limit_is_counted_in_utf_16_units_or_as_the_channel_counts() -> None:
    assert (utf16_units("ữ"), utf16_units("🙂")) == (1, 2)
    assert split("🙂" * 4, 4) == ("🙂🙂", "🙂🙂")
    assert split("🙂" * 4, 4, units=len) == ("🙂🙂🙂🙂",)


def numbered(count: int) -> str:
    """So many choices of some 80 signs each, with the lines about them."""
    lines = (f"{number}. Xong việc {number}: {'triển khai kế hoạch ' * 3}" for number in range(1, count + 1))
    return "\n".join(["Đề nghị chọn:", *lines, "Đề nghị trả lời bằng số thứ tự."])


def listed(count: int) -> str:
    """So many items of two lines each."""
    return "".join(f"• Việc {number}: {'báo cáo ' * 9}\n  hạn 31/01/2023\n" for number in range(1, count + 1))


# What is cut at Zalo's limit: how many parts, and with which words each begins.
LONG = [
    ("40 items", listed(40), ["• Việc 1:", "• Việc 20:", "• Việc 39:"]),
    (
        "a title and a long list",
        f"NHẮC VIỆC\nKính gửi đơn vị,\n{listed(40)}",
        ["NHẮC VIỆC", "• Việc 20:", "• Việc 39:"],
    ),
    ("a list and a few choices", listed(18) + numbered(8), ["• Việc 1:", "Đề nghị chọn:"]),
    ("a list, and choices that fit beneath", listed(12) + numbered(8), ["• Việc 1:"]),
    ("40 choices", numbered(40), ["Đề nghị chọn:", "26. Xong"]),
]


@pytest.mark.parametrize(("text", "begin"), [case[1:] for case in LONG], ids=[case[0] for case in LONG])
def test_long_words_at_2000(text: str, begin: list[str]) -> None:
    parts = split(text, 2000)

    assert "".join(parts) == text
    assert [part[: len(words)] for part, words in zip(parts, begin, strict=True)] == begin
    assert all(utf16_units(part) <= 2000 for part in parts)
    assert all(part.endswith("\n") for part in parts[:-1])


@given(st.text(alphabet="ab ữ\u0301🙂\u200d🏽\n", max_size=200), st.integers(min_value=2, max_value=40))
def test_nothing_is_lost_and_no_part_is_too_long(text: str, limit: int) -> None:
    parts = split(text, limit)

    assert "".join(parts) == text
    assert all(0 < utf16_units(part) <= limit for part in parts)


@given(st.lists(st.text(alphabet="ab\n", max_size=12).map(lambda item: item.replace("\n", "\n  ") + "\n")))
def test_items_that_fit_are_never_cut(items: list[str]) -> None:
    text = "".join(items)
    edges = {len("".join(items[:count])) for count in range(len(items) + 1)}
    parts = split(text, 60)

    assert {len("".join(parts[:count])) for count in range(len(parts) + 1)} <= edges
