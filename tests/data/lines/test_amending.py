"""What a report says once something is added to it or it is put right; what one line counts twice."""

from data.lines.amending import added, bare, fixed, readings

# What stood, what was said, what it says once that is added, and once it is put right by that.
AMENDED = """
3 tin | 2 tin | 5 tin | 2 tin
3 tin 2 bài | 1 tin | 4 tin 2 bài | 1 tin 2 bài
3 tin | 2 bài | 3 tin, 2 bài | 2 bài
3 tin | 1 tin 2 bài | 4 tin, 2 bài | 1 tin, 2 bài
5 tin so 7/BC-UBND ngay 8/3/2023 | 2 tin | 7 tin so 7/BC-UBND ngay 8/3/2023 | 2 tin so 7/BC-UBND ngay 8/3/2023
5 tin, số 7/BC-UBND | 6 tin, số 9/BC-UBND | 11 tin, số 7/BC-UBND, số 9/BC-UBND | 6 tin, số 9/BC-UBND
số 7/BC-UBND | 4 tin | số 7/BC-UBND, 4 tin | 4 tin, số 7/BC-UBND
số 7/BC-UBND | số 9/BC-UBND | số 7/BC-UBND, số 9/BC-UBND | số 9/BC-UBND
2 tin trên web, 3 tin trên loa | 1 tin | 2 tin trên web, 3 tin trên loa, 1 tin | 1 tin, trên web trên loa
1.200 lượt người | 300 lượt người | 1500 lượt người | 300 lượt người
đã treo băng rôn | 2 tin | đã treo băng rôn, 2 tin | 2 tin, đã treo băng rôn
3 tin | đã gửi bản giấy | 3 tin, đã gửi bản giấy | đã gửi bản giấy
"""
BARE = """
thêm 2 tin | 2 tin
thành 4 tin | 4 tin
2 tin nữa | 2 tin
cộng thêm 2 tin 1 bài | 2 tin 1 bài
2 tin, số 7/BC | 2 tin, số 7/BC
"""
TWICE = """
2 tin 3 tin | 5 tin · 2 tin · 3 tin
2 tin, 3 tin, 1 bài | 5 tin, 1 bài · 2 tin, 1 bài · 3 tin, 1 bài
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


def test_added_and_put_right() -> None:
    got = [[before, said, added(before, said), fixed(before, said)] for before, said, *_ in _rows(AMENDED)]
    assert got == _rows(AMENDED)


def test_without_the_words_that_say_so() -> None:
    assert [[said, bare(said)] for said, _ in _rows(BARE)] == _rows(BARE)


def test_what_is_counted_twice() -> None:
    assert [[said, " · ".join(readings(said))] for said, _ in _rows(TWICE)] == _rows(TWICE)
