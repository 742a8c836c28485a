"""School years and terms, seasons and the moon's feasts: read as far as they can be, and always asked."""

from tests.data.deadline_words import misread

CELLS_OF_2025 = [
    # school years and terms, by the ministry's frame
    ("Năm học 2024-2025", "range · from 2024-09-01 · due 2025-05-31 (month) · ? school-year"),
    ("Trong năm học 2025 - 2026", "range · from 2025-09-01 · due 2026-05-31 (month) · ? school-year"),
    ("Năm học 2024/2025", "range · from 2024-09-01 · due 2025-05-31 (month) · ? school-year"),
    ("năm học", "range · from 2025-09-01 · due 2026-05-31 (month) · ? school-year"),
    ("Học kỳ I năm học 2024-2025", "range · from 2024-09-01 · due 2025-01-15 · ? school-year"),
    ("HKI năm học 2024-2025", "range · from 2024-09-01 · due 2025-01-15 · ? school-year"),
    ("học kì 2, năm học 2024-2025", "range · from 2025-01-01 · due 2025-05-31 (month) · ? school-year"),
    ("Cuối học kỳ I", "once · due 2026-01-15 · ? school-year"),
    ("Đầu năm học 2025-2026", "once · due 2025-09-30 (month) · ? school-year"),
    ("Kết thúc năm học 2024-2025", "once · due 2025-05-31 (month) · ? school-year"),
    ("Trước năm học mới", "once · due 2025-08-31 (month) · ? school-year day-before"),
    ("Từ năm học 2025-2026", "recurring · from 2025-09-01 · every continuous · ? open-ended"),
    ("Đến năm học 2025-2026", "once · due 2026-05-31 (month) · ? school-year"),
    ("Từ năm học 2024-2025 đến năm học 2026-2027", "range · from 2024-09-01 · due 2027-05-31 (month) · ? school-year"),
    ("Tháng 9 năm học 2024-2025", "once · due 2024-09-30 (month)"),
    ("Tháng 3 năm học 2024-2025", "once · due 2025-03-31 (month)"),
    ("Năm học 2024-2025 và các năm học tiếp theo",
     "recurring · from 2024-09-01 · every continuous · ? school-year open-ended"),
    ("Mỗi năm học", "recurring · due 2025-12-31 (year) · every yearly · ? school-year"),
    ("Cuối mỗi học kỳ", "recurring · due 2025-06-30 2025-12-31 (half) · every semiannual · ? school-year"),
    ("Mỗi học kỳ một lần", "recurring · due 2025-06-30 2025-12-31 (half) · every semiannual · ? school-year"),
    # a school year beside a date only tells which one it is
    ("Kết thúc năm học trước ngày 31/5", "once · due 2025-05-30 · ? day-before"),
    ("Học kỳ I (trước ngày 18/01/2026)", "once · due 2026-01-17 · ? day-before"),
    ("Năm học 2024-2025 (từ tháng 9/2024 đến tháng 5/2025)", "range · from 2024-09-01 · due 2025-05-31 (month)"),
    ("Sau khi kết thúc năm học", "conditional · when «kết thúc năm học»"),
    # seasons
    ("Mùa khô năm 2024", "conditional · when «Mùa khô năm 2024» · ? season"),
    ("mùa mưa bão", "conditional · when «mùa mưa bão» · ? season"),
    ("Trước mùa mưa bão năm 2025", "conditional · when «Trước mùa mưa bão năm 2025» · ? season"),
    ("Trước và trong mùa mưa lũ", "conditional · when «Trước và trong mùa mưa lũ» · ? season"),
    ("Trước mùa mưa bão hằng năm",
     ("conditional · every yearly · when «Trước mùa mưa bão hằng năm»"
     " · ? season cadence-in-condition date-and-condition")),
    ("Sau mùa thu hoạch", "conditional · when «Sau mùa thu hoạch» · ? season"),
    ("Vụ Đông Xuân 2024-2025", "conditional · when «Vụ Đông Xuân 2024-2025» · ? season"),
    ("Dịp hè", "conditional · when «Dịp hè» · ? season"),
    ("Trong hè", "conditional · when «Trong hè» · ? season"),
    ("Nghỉ hè", "conditional · when «Nghỉ hè» · ? season"),
    ("Thường xuyên, nhất là trong mùa mưa bão",
     "recurring · every continuous · when «trong mùa mưa bão» · ? season date-and-condition"),
    ("Tháng 5 (trước mùa mưa bão)",
     "once · due 2025-05-31 (month) · when «trước mùa mưa bão» · ? season date-and-condition"),
    ("Trước mùa mưa bão, hoàn thành trước ngày 30/4",
     "conditional · due 2025-04-29 · when «Trước mùa mưa bão» · ? day-before season date-and-condition"),
    ("Mua sắm trong quý II", "once · due 2025-06-30 (quarter)"),
    ("Vụ việc phát sinh trong quý II", "once · due 2025-06-30 (quarter)"),
    # a season or a feast that is dated right behind it is that date's
    ("Mùa vụ tháng 7 - 9/2025", "range · from 2025-07-01 · due 2025-09-30 (month) · ? season"),
    ("Mùa mưa bão (tháng 6 - 10)", "range · from 2025-06-01 · due 2025-10-31 (month) · ? season"),
    ("Trước mùa mưa bão (trước 30/4)", "once · due 2025-04-29 · ? season day-before"),
    ("Trước Tết Nguyên đán Ất Tỵ (trước 20/01/2025)", "once · due 2025-01-19 · ? lunar day-before"),
    ("Trước Tết Nguyên đán (29/01/2025)", "once · due 2025-01-28 · ? lunar day-before"),
    ("Sau Tết (15/3)", "once · due 2025-03-15 · ? lunar"),
    # the moon's feasts
    ("Trước Tết Nguyên đán Giáp Thìn 2024", "conditional · when «Trước Tết Nguyên đán Giáp Thìn 2024» · ? lunar"),
    ("Tháng 01 (trước Tết)", "once · due 2025-01-31 (month) · when «trước Tết» · ? lunar date-and-condition"),
    ("13/02/2026 (tức ngày 26 tháng Chạp)", "once · due 2026-02-13"),
    ("Ngày 26/4 (tức ngày 10/3 âm lịch)", "once · due 2025-04-26"),
    ("Rằm tháng Giêng", "unspecified · ? leftover"),
]  # fmt: skip


def test_what_cells_say() -> None:
    assert misread(CELLS_OF_2025) == []
