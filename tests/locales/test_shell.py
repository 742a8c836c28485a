"""What the command line says of a draft and of a phrase."""

from datetime import date

import pytest

from data.deadline import read
from data.plans.drafts import DraftTask
from locales import words_for
from locales.deadlines import deadline_line
from locales.shell import draft_headings, draft_row, draft_summary, unit_headings

VI, EN = words_for("vi"), words_for("en")


def test_a_draft_in_one_line() -> None:
    assert draft_summary(VI, 15, 0, 0, 0, 3) == "Tạo 15 · Sửa 0 · Giữ 0 · Rút 0 · Cần hỏi 3"
    assert draft_summary(EN, 15, 0, 0, 0, 3) == "New 15 · Changed 0 · Kept 0 · Withdrawn 0 · Questions 3"


def test_a_row_has_a_cell_for_each_heading() -> None:
    task = DraftTask(
        number="10",
        section=None,
        title="Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa",
        product="Kế hoạch truyền thông",
        lead_text="Văn phòng HĐND-UBND TP.",
        coordinating_text="",
        deadline=read("Tháng 01/2023", 2023, issued_on=date(2023, 1, 11)),
        lead=("VP",),
        coordinating=(),
    )
    assert draft_headings(VI) == ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn")
    assert draft_row(VI, task) == (
        "10",
        "Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…",
        "VP",
        "–",
        "Tháng 01/2023 (hết ngày 31/01/2023)",
    )


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
