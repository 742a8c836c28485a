"""School years and terms, seasons and the moon's feasts: read as far as they can be, and always asked."""

import pytest

from data.deadline import read
from tests.data.deadline_words import said

CELLS_OF_2025 = [
    # school years and terms, by the ministry's frame
    ("Năm học 2024-2025", "range · from 2024-09-01 · due 2025-05-31 · ?"),
    ("Trong năm học 2025 - 2026", "range · from 2025-09-01 · due 2026-05-31 · ?"),
    ("Năm học 2024/2025", "range · from 2024-09-01 · due 2025-05-31 · ?"),
    ("năm học", "range · from 2025-09-01 · due 2026-05-31 · ?"),
    ("Học kỳ I năm học 2024-2025", "range · from 2024-09-01 · due 2025-01-15 · ?"),
    ("HKI năm học 2024-2025", "range · from 2024-09-01 · due 2025-01-15 · ?"),
    ("học kì 2, năm học 2024-2025", "range · from 2025-01-01 · due 2025-05-31 · ?"),
    ("Cuối học kỳ I", "once · due 2026-01-15 · ?"),
    ("Đầu năm học 2025-2026", "once · due 2025-09-30 · ?"),
    ("Kết thúc năm học 2024-2025", "once · due 2025-05-31 · ?"),
    ("Trước năm học mới", "once · due 2025-08-31 · ?"),
    ("Từ năm học 2025-2026", "recurring · from 2025-09-01 · every continuous · ?"),
    ("Đến năm học 2025-2026", "once · due 2026-05-31 · ?"),
    ("Từ năm học 2024-2025 đến năm học 2026-2027", "range · from 2024-09-01 · due 2027-05-31 · ?"),
    ("Tháng 9 năm học 2024-2025", "once · due 2024-09-30"),
    ("Tháng 3 năm học 2024-2025", "once · due 2025-03-31"),
    ("Năm học 2024-2025 và các năm học tiếp theo", "recurring · from 2024-09-01 · every continuous · ?"),
    ("Mỗi năm học", "recurring · due 2025-12-31 · every yearly · ?"),
    ("Cuối mỗi học kỳ", "recurring · due 2025-06-30 2025-12-31 · every semiannual · ?"),
    ("Mỗi học kỳ một lần", "recurring · due 2025-06-30 2025-12-31 · every semiannual · ?"),
    # a school year beside a date only tells which one it is
    ("Kết thúc năm học trước ngày 31/5", "once · due 2025-05-30 · ?"),
    ("Học kỳ I (trước ngày 18/01/2026)", "once · due 2026-01-17 · ?"),
    ("Năm học 2024-2025 (từ tháng 9/2024 đến tháng 5/2025)", "range · from 2024-09-01 · due 2025-05-31"),
    ("Sau khi kết thúc năm học", "conditional · when «kết thúc năm học»"),
    # seasons
    ("Mùa khô năm 2024", "conditional · when «Mùa khô năm 2024» · ?"),
    ("mùa mưa bão", "conditional · when «mùa mưa bão» · ?"),
    ("Trước mùa mưa bão năm 2025", "conditional · when «Trước mùa mưa bão năm 2025» · ?"),
    ("Trước và trong mùa mưa lũ", "conditional · when «Trước và trong mùa mưa lũ» · ?"),
    ("Trước mùa mưa bão hằng năm", "conditional · every yearly · when «Trước mùa mưa bão hằng năm» · ?"),
    ("Sau mùa thu hoạch", "conditional · when «Sau mùa thu hoạch» · ?"),
    ("Vụ Đông Xuân 2024-2025", "conditional · when «Vụ Đông Xuân 2024-2025» · ?"),
    ("Dịp hè", "conditional · when «Dịp hè» · ?"),
    ("Trong hè", "conditional · when «Trong hè» · ?"),
    ("Nghỉ hè", "conditional · when «Nghỉ hè» · ?"),
    ("Thường xuyên, nhất là trong mùa mưa bão", "recurring · every continuous · when «trong mùa mưa bão» · ?"),
    ("Tháng 5 (trước mùa mưa bão)", "once · due 2025-05-31 · when «trước mùa mưa bão» · ?"),
    ("Trước mùa mưa bão, hoàn thành trước ngày 30/4", "conditional · due 2025-04-29 · when «Trước mùa mưa bão» · ?"),
    ("Mua sắm trong quý II", "once · due 2025-06-30"),
    ("Vụ việc phát sinh trong quý II", "once · due 2025-06-30"),
    # the moon's feasts
    ("Trước Tết Nguyên đán Giáp Thìn 2024", "conditional · when «Trước Tết Nguyên đán Giáp Thìn 2024» · ?"),
    ("Tháng 01 (trước Tết)", "once · due 2025-01-31 · when «trước Tết» · ?"),
    ("Rằm tháng Giêng", "unspecified · ?"),
]


@pytest.mark.parametrize(("cell", "reading"), CELLS_OF_2025)
def test_a_cell_says(cell: str, reading: str) -> None:
    assert said(read(cell, 2025)) == reading
