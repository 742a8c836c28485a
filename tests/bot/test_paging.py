"""A long answer a part at a time: what a part shows, how one sees on, and that nothing is shown twice or left out."""

import re

import pytest

from bot.paging import LONGEST, MOST, paged, start_of
from data.talk import Act, Choice, Outgoing
from locales import words_for

VI = words_for("vi")
NAMES = ", ".join(f"UBND xã Tân Lập Đông {n}" for n in range(400))


def bullets(count: int, size: int) -> str:
    return "\n".join(f"• Việc {n}: {'x' * size}" for n in range(1, count + 1))


ANSWERS = {
    "many": [
        Outgoing("T", f"Tổng số: 100\n{bullets(100, 60)}\nĐôn đốc: don doc", (Choice("Đôn đốc", Act("don doc")),))
    ],
    "long": [Outgoing("T", bullets(40, 650))],
    "longer": [Outgoing("T", bullets(5, 3_000))],
    "names": [Outgoing("T", f"Việc 1: chưa báo: {NAMES}\nĐôn đốc: don doc 1")],
    "names below": [Outgoing("T", f"• Việc 1\n  Chưa báo: {NAMES}\n• Việc 2\n  Chưa báo: {NAMES}")],
    "one word": [Outgoing("T", "x" * 10_000)],
    "paragraphs": [Outgoing("T", f"Quá hạn:\n{bullets(30, 90)}\n\nVướng mắc:\n{bullets(30, 90)}\n\nXem: qua han")],
    "several": [Outgoing(f"T{n}", f"Kế hoạch {n}\n{bullets(7, 80)}\nXem: {n}") for n in range(12)],
    "no bullets": [Outgoing(f"T{n}", "x" * 900) for n in range(12)],
    "nothing beside": [Outgoing("", "x" * 3_000), Outgoing("", ""), Outgoing("", "y" * 3_000)],
}


def letters(replies: tuple[Outgoing, ...]) -> int:
    return sum(len(reply.title) + len(reply.text) for reply in replies)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_parts_put_together_show_all_of_it_once(name: str) -> None:
    answer = ANSWERS[name]
    shown, start, parts = "", 1, 0
    while start:
        part = paged(VI, answer, Act("lenh"), start)
        assert letters(part) <= LONGEST
        text = "\n".join(reply.text for reply in part)
        assert text.count("\n• ") <= MOST
        on = [choice.act for reply in part for choice in reply.choices if choice.label == "Xem tiếp"]
        assert len(on) <= 1
        assert bool(on) == ("Xem tiếp: lenh tiep" in text)
        start = on[0].start if on else 0
        shown, parts = shown + text, parts + 1
        assert parts < 100
    whole = "".join(reply.text for reply in answer)
    for word in set(re.findall(r"Việc \d+|UBND xã Tân Lập Đông \d+|Vướng mắc|Quá hạn:", whole)):
        assert len(re.findall(rf"{word}(?!\d)", shown)) == len(re.findall(rf"{word}(?!\d)", whole)), word
    assert (shown.count("x"), shown.count("y")) >= (whole.count("x"), whole.count("y"))
    assert "Đã hết danh sách." in shown


def test_a_short_answer_stays_as_it_is() -> None:
    answer = (Outgoing("T", bullets(30, 10), (Choice("A", Act("a")),)), Outgoing("", "Hết"))
    assert paged(VI, answer, Act("lenh")) == answer


def test_what_can_not_be_asked_for_again_has_no_way_on() -> None:
    (part,) = paged(VI, ANSWERS["many"], None)
    assert part.text.endswith("Đôn đốc: don doc\nĐang xem mục 1–20 trong tổng số 100.")
    assert part.choices == (Choice("Đôn đốc", Act("don doc")),)


def test_the_frame_and_the_buttons_of_a_list_go_with_its_beginning() -> None:
    (first,), (last,) = (paged(VI, ANSWERS["many"], Act("qua han"), start) for start in (1, 81))
    assert first.choices == (Choice("Đôn đốc", Act("don doc")), Choice("Xem tiếp", Act("qua han", start=21)))
    assert first.text.startswith("Tổng số: 100\n• Việc 1: ")
    assert last.text.startswith("• Việc 81: ")
    assert last.text.endswith("Đang xem mục 81–100 trong tổng số 100. Đã hết danh sách.")
    assert last.choices == ()


def test_beyond_the_end_there_is_no_more() -> None:
    assert paged(VI, ANSWERS["many"], Act("qua han"), 101) == (Outgoing("", "Danh sách có 100 mục, đã hết."),)


@pytest.mark.parametrize(
    ("argument", "rest", "start"),
    [
        ("tiep 21", "", 21),
        ("tiếp 21", "", 21),
        ("xem tiếp từ 21.", "", 21),
        ("10 P-LL tiep 40", "10 P-LL", 40),
        ("next 21", "", 21),
        ("10", "10", 1),
        ("", "", 1),
        ("tiep", "tiep", 1),
        ("tiep 0", "", 1),
        ("tiep 21 nhé", "tiep 21 nhé", 1),
        ("tiep 99999999", "tiep 99999999", 1),
    ],
)
def test_where_to_go_on_is_said_behind_the_command(argument: str, rest: str, start: int) -> None:
    assert start_of(argument) == (rest, start)
