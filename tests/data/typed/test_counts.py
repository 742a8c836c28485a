"""Counts in notes, as officers write them."""

import pytest

from data.typed.counts import Count, counts_in, total


@pytest.mark.parametrize(
    ("note", "counts"),
    [
        ("3 tin 2 bài", (Count(3, "tin"), Count(2, "bài"))),
        ("3 tin 2 bai", (Count(3, "tin"), Count(2, "bài"))),
        ("02 phóng sự", (Count(2, "phóng sự"),)),
        ("15 tin, bài", (Count(15, "tin, bài"),)),
        ("15 tin bài", (Count(15, "tin, bài"),)),
        ("3 tin, 2 bài", (Count(3, "tin"), Count(2, "bài"))),
        ("03 tin; 02 bài; 01 phóng sự", (Count(3, "tin"), Count(2, "bài"), Count(1, "phóng sự"))),
        ("đã đăng 5 tin và thêm 2 tin", (Count(7, "tin"),)),
        ("1.200 lượt người nghe", (Count(1200, "lượt người"),)),
        ("2 lớp tập huấn, 80 người", (Count(2, "lớp"), Count(80, "người"))),
        ("3TIN 2BÀI", (Count(3, "tin"), Count(2, "bài"))),
        ("số 12/BC-VP ngày 05/02/2023", ()),
        ("quý 1 có 4 tin", (Count(4, "tin"),)),
        ("12 tỉnh", ()),
        ("ngày 15/02 tin đã gửi", ()),
        ("2 bài/tháng", ()),
        ("0 tin", (Count(0, "tin"),)),
        ("đã đăng tin", ()),
        ("", ()),
    ],
)
def test_what_a_note_counts(note: str, counts: tuple[Count, ...]) -> None:
    assert counts_in(note) == counts


def test_notes_are_summed_by_kind() -> None:
    assert total(["3 tin 2 bài", "", "2 tin, 1 phóng sự", "01 bài"]) == (
        Count(5, "tin"),
        Count(3, "bài"),
        Count(1, "phóng sự"),
    )
