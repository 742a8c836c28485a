"""What the command line says of a draft and of a phrase."""

import pytest

from data.deadline import read
from locales import words_for
from locales.deadlines import deadline_line
from locales.shell import draft_summary, unit_headings

VI, EN = words_for("vi"), words_for("en")


def test_a_draft_in_one_line() -> None:
    assert draft_summary(VI, 15, 0, 0, 0, 3) == "Tạo 15 · Sửa 0 · Giữ 0 · Rút 0 · Cần hỏi 3"
    assert draft_summary(EN, 15, 0, 0, 0, 3) == "New 15 · Changed 0 · Kept 0 · Withdrawn 0 · Questions 3"


def test_the_list_of_units() -> None:
    assert unit_headings(VI) == ("Mã", "Đơn vị", "Loại", "Thành viên")


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Tháng 01/2023", "Tháng 01/2023 → hết ngày 31/01/2023"),
        ("Thường xuyên", "Thường xuyên → thường xuyên"),
        ("", "– → chưa có ngày cụ thể"),
        ("Theo Kế hoạch riêng", "Theo Kế hoạch riêng → chưa có ngày cụ thể"),
        (
            "Từ 19 giờ 30 phút - 20 giờ 15 phút ngày 14/5",
            "Từ 19 giờ 30 phút - 20 giờ 15 phút ngày 14/5 → ngày 14/05/2023, 19:30–20:15",
        ),
        ("8h00 ngày 14/5", "8h00 ngày 14/5 → ngày 14/05/2023, 08:00"),
        ("Trước 17h00 ngày 14/5", "Trước 17h00 ngày 14/5 → chậm nhất 17:00 ngày 14/05/2023"),
        ("Trước ngày 30/11/2023", "Trước ngày 30/11/2023 → hết ngày 29/11/2023 (cần xác nhận)"),
    ],
)
def test_a_phrase_and_its_reading(phrase: str, said: str) -> None:
    assert deadline_line(VI, read(phrase, 2023)) == said
