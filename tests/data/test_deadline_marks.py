"""Full stops and hyphens in dates, months of a quarter, halves and parts of a stretch."""

from tests.data.deadline_words import misread

CELLS_OF_2025 = [
    # days and months with a full stop
    ("30.6", "once · due 2025-06-30"),
    ("Trước 30.6", "once · due 2025-06-29 · ? day-before"),
    ("Ngày 30.10.2025", "once · due 2025-10-30"),
    ("12.04.2026", "once · due 2026-04-12"),
    ("5.2025", "once · due 2025-05-31 (month)"),
    ("tháng 5.2025", "once · due 2025-05-31 (month)"),
    ("Từ 01.3 đến 31.5", "range · from 2025-03-01 · due 2025-05-31"),
    ("15.3, 15.6, 15.9, 15.12", "multiple · due 2025-03-15 2025-06-15 2025-09-15 2025-12-15"),
    ("01-30.6.2025", "range · from 2025-06-01 · due 2025-06-30"),
    ("15.5 - 30.6", "range · from 2025-05-15 · due 2025-06-30"),
    ("Chậm nhất 15.9 hằng năm", "recurring · due 2025-09-15 2026-09-15 · every yearly"),
    ("hoàn thành 30.6 và 31.12", "multiple · due 2025-06-30 2025-12-31"),
    ("1.2 Xây dựng kế hoạch: tháng 3", "once · due 2025-03-31 (month)"),
    ("1.2. Tháng 6", "once · due 2025-06-30 (month)"),
    ("Đạt 7.5 điểm trong quý II", "once · due 2025-06-30 (quarter)"),
    ("Mục 2.1 phụ lục 3.2: quý III", "once · due 2025-09-30 (quarter)"),
    ("15.30", "unspecified · ? leftover"),
    # days and months with a hyphen
    ("31-12", "once · due 2025-12-31"),
    ("trước 31-12", "once · due 2025-12-30 · ? day-before"),
    ("ngày 5-9", "once · due 2025-09-05 · ? day-or-range"),
    ("5-9", "unspecified · ? leftover"),
    # months of a quarter, halves, parts of a stretch
    ("Tháng cuối quý III/2025", "once · due 2025-09-30 (month)"),
    ("Ngày 05 tháng đầu quý II", "once · due 2025-04-05"),
    ("Ngày 25 tháng cuối quý III/2025", "once · due 2025-09-25"),
    ("Nửa đầu tháng 7/2025", "once · due 2025-07-15 · ? vague-part"),
    ("Nửa cuối quý II", "once · due 2025-06-30 (quarter) · ? vague-part"),
    ("Tháng 3, trước ngày 20", "once · due 2025-03-19 · ? day-before"),
    ("Tháng 5 (ngày 15 - 20)", "range · from 2025-05-15 · due 2025-05-20 · ? narrowed"),
    ("Tháng 3 (chậm nhất ngày 20)", "once · due 2025-03-20"),
    ("Cuối giai đoạn 2021-2025", "once · due 2025-12-31 (year)"),
    ("Đầu nhiệm kỳ 2026-2031", "once · due 2026-12-31 (year) · ? vague-part"),
    ("Ngày 20 tháng 3, 6, 9, 12", "multiple · due 2025-03-20 2025-06-20 2025-09-20 2025-12-20"),
    ("Các năm 2025, 2026, 2027", "multiple · due 2025-12-31 2026-12-31 2027-12-31 (year)"),
    ("Chậm nhất ngày 31 tháng 3 của năm dương lịch tiếp theo", "once · due 2026-03-31"),
    ("T6/2025", "once · due 2025-06-30 (month)"),
    ("T3-T5/2025", "range · from 2025-03-01 · due 2025-05-31 (month)"),
    ("Trong 03 năm 2026 - 2028", "range · from 2026-01-01 · due 2028-12-31 (year)"),
    ("Ngày Pháp luật Việt Nam 09/11/2025", "once · due 2025-11-09"),
    ("2026/2027", "multiple · due 2026-12-31 2027-12-31 (year) · ? either-or"),
    ("H1/2026", "once · due 2026-01-31 (month) · ? glued"),
]  # fmt: skip


def test_what_cells_say() -> None:
    assert misread(CELLS_OF_2025) == []
