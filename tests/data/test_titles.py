"""Long titles in few words."""

import pytest

from data.titles import LONGEST, short_titles, shorten

ALL = "Tuyên truyền, phổ biến, quán triệt đến toàn thể cán bộ, công chức, viên chức của các cơ quan, đơn vị về"


@pytest.mark.parametrize(
    ("title", "limit", "short"),
    [
        ("Triển khai thực hiện Ngày Pháp luật năm 2023.", LONGEST, "Triển khai thực hiện Ngày Pháp luật năm 2023"),
        (
            "Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030 được ban hành tại Nghị quyết số",
            LONGEST,
            "Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…",
        ),
        (
            "Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước trên bàn",
            LONGEST,
            "Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…",
        ),
        (
            (
                "Tuyên truyền, phổ biến thực hiện các Quyết định của Thủ tướng chính phủ: Quyết định số 1521/QĐ-TTg,"
                " 1522/QĐ-TTg"
            ),
            LONGEST,
            "Tuyên truyền, phổ biến thực hiện các Quyết định của Thủ tướng chính phủ: Quyết định số 1521/QĐ-TTg…",
        ),
        ("một hai ba bốn năm sáu bảy", 14, "một hai ba bốn…"),
    ],
)
def test_a_title_is_cut_where_a_phrase_ends(title: str, limit: int, short: str) -> None:
    assert shorten(title, limit) == short


def test_what_has_been_cut_is_not_cut_again() -> None:
    short = shorten("chữ " * 40)
    assert shorten(short) == short


def test_titles_that_begin_alike_are_told_apart_by_what_differs() -> None:
    titles = [
        f"{ALL} Quyết định số 468/QĐ-TTg",
        f"{ALL} Nghị định số 107/2021/NĐ-CP",
        f"{ALL} Nghị định số 118/2025/NĐ-CP",
        "Phát triển các hình thức tuyên truyền CCHC",
    ]
    assert short_titles(titles) == [
        "Tuyên truyền, phổ biến … Quyết định số 468/QĐ-TTg",
        "Tuyên truyền, phổ biến … Nghị định số 107/2021/NĐ-CP",
        "Tuyên truyền, phổ biến … Nghị định số 118/2025/NĐ-CP",
        "Phát triển các hình thức tuyên truyền CCHC",
    ]
    assert short_titles([titles[0], titles[0]]) == [shorten(titles[0])] * 2
