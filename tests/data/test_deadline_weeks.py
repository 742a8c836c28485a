"""Weekdays, weeks of a month, named days in words, lengths and what goes on."""

from tests.data.deadline_words import misread

CELLS_OF_2025 = [
    # weekdays, beside their "hằng tuần" or apart from it
    ("Hàng tuần (thứ 6)", "recurring · due 2025-01-03 … 2025-12-26, 52 · every weekly · on weekdays 4"),
    ("Hằng tuần, vào thứ Hai", "recurring · due 2025-01-06 … 2025-12-29, 52 · every weekly · on weekdays 0"),
    ("Chiều thứ Sáu hằng tuần", "recurring · due 2025-01-03 … 2025-12-26, 52 · every weekly · on weekdays 4"),
    ("Hằng tuần, trước 15 giờ ngày thứ Năm",
     "recurring · due 2025-01-02 … 2025-12-25, 52 · every weekly · on weekdays 3 · at 15:00"),
    ("Báo cáo tuần trước 16h thứ Năm",
     "recurring · due 2025-01-02 … 2025-12-25, 52 · every weekly · on weekdays 3 · at 16:00"),
    ("Trước thứ 6 hằng tuần",
     "recurring · due 2025-01-02 … 2025-12-25, 52 · every weekly · on weekdays 3 · ? day-before"),
    ("Trước thứ Hai hằng tuần",
     "recurring · due 2025-01-05 … 2025-12-28, 52 · every weekly · on weekdays 6 · ? day-before"),
    ("Thứ Hai - thứ Sáu hằng tuần", "recurring · due 2025-01-03 … 2025-12-26, 52 · every weekly · on weekdays 4"),
    ("Thứ bảy và chủ nhật hàng tuần", "recurring · due 2025-01-04 … 2025-12-28, 104 · every weekly · on weekdays 5 6"),
    ("thu sau hang tuan", "recurring · due 2025-01-03 … 2025-12-26, 52 · every weekly · on weekdays 4"),
    ("T2 hàng tuần", "recurring · due 2025-01-06 … 2025-12-29, 52 · every weekly · on weekdays 0"),
    ("Thứ 6", "unspecified · ? unread"),
    ("Thứ Sáu, ngày 14/3", "once · due 2025-03-14"),
    # weeks of the month
    ("Thứ Sáu tuần cuối của tháng",
     "recurring · due 2025-01-31 … 2025-12-31, 12 · every monthly · on days 31 · ? vague-part"),
    ("Tuần cuối của tháng", "recurring · due 2025-01-31 … 2025-12-31, 12 · every monthly · on days 31 · ? vague-part"),
    ("tuần 2 hằng tháng", "recurring · due 2025-01-14 … 2025-12-14, 12 · every monthly · on days 14 · ? vague-part"),
    ("Thứ sáu của tuần thứ nhất hằng tháng",
     "recurring · due 2025-01-07 … 2025-12-07, 12 · every monthly · on days 7 · ? vague-part"),
    ("Hằng tháng, vào thứ Sáu", "recurring · due 2025-01-31 … 2025-12-31, 12 (month) · every monthly · ? vague-part"),
    # days of the month and the quarter
    ("Chậm nhất ngày 15 (mười lăm) của tháng báo cáo đối với báo cáo định kỳ hằng tháng",
     "recurring · due 2025-01-15 … 2025-12-15, 12 · every monthly · on days 15"),
    ("Chậm nhất ngày 06 (sáu) của tháng cuối quý",
     "recurring · due 2025-03-06 2025-06-06 2025-09-06 2025-12-06 · every quarterly · on days 6"),
    ("Chậm nhất ngày 25 (hai mươi lăm) tháng 11 (mười một) đối với báo cáo định kỳ hằng năm",
     "recurring · due 2025-11-25 2026-11-25 · every yearly"),
    ("chậm nhất ngày thứ 20 của tháng tiếp theo",
     "recurring · due 2025-02-20 … 2026-01-20, 12 · every monthly · on days 20"),
    ("chậm nhất ngày cuối cùng của tháng đầu quý tiếp theo",
     "recurring · due 2025-04-30 2025-07-31 2025-10-31 2026-01-31 · every quarterly · on days 31"),
    ("Tính từ ngày 15 tháng trước đến ngày 14 của tháng thuộc kỳ báo cáo",
     "recurring · due 2025-01-14 … 2025-12-14, 12 · every monthly · on days 14 · ? window"),
    ("Tháng cuối của quý",
     "recurring · due 2025-03-31 2025-06-30 2025-09-30 2025-12-31 · every quarterly · on days 31 · ? vague-part"),
    ("Mỗi năm ít nhất 02 lần", "recurring · due 2025-06-30 2025-12-31 (half) · every semiannual"),
    ("6 tháng, cả năm", "multiple · due 2025-06-30 2025-12-31 (half) · every semiannual yearly · ? several-cadences"),
    ("Thứ Hai đầu tiên của tháng",
     "recurring · due 2025-01-07 … 2025-12-07, 12 · every monthly · on days 7 · ? vague-part"),
    ("6 tháng đầu năm (trước 05/7); cả năm (trước 10/01 năm sau)",
     "multiple · due 2025-07-04 2026-01-09 · planned 2025-06-30 · ? day-before several-times leftover"),
    ("ngày 5-9 hằng năm", "recurring · due 2025-09-05 2026-09-05 · every yearly"),
    ("Tựu trường sớm nhất vào ngày 1-8 hằng năm", "recurring · due 2025-08-01 2026-08-01 · every yearly · ? earliest"),
    ("15/3, 15/6, 15/9 và 15/12 hằng năm", "recurring · due 2025-03-15 … 2026-12-15, 8 · every yearly"),
    ("T1 hàng năm", "recurring · due 2025-01-31 2026-01-31 (month) · every yearly"),
    ("Cập nhật thường xuyên khi có thay đổi",
     "recurring · every continuous · when «khi có thay đổi» · ? date-and-condition"),
    ("Rà soát hằng tháng khi tính lương",
     ("recurring · due 2025-01-31 … 2025-12-31, 12 (month)"
     " · every monthly · when «khi tính lương» · ? date-and-condition")),
    # lengths, not cadences
    ("06 tháng (từ tháng 7/2025 đến tháng 12/2025)", "range · from 2025-07-01 · due 2025-12-31 (month)"),
    ("12 tháng (tháng 01/2026 - tháng 12/2026)", "range · from 2026-01-01 · due 2026-12-31 (month)"),
    # what goes on
    ("Quý I và các quý tiếp theo",
     ("recurring · from 2025-01-01 · due 2025-03-31 2025-06-30 2025-09-30 2025-12-31 (quarter)"
     " · every quarterly · ? open-ended")),
    ("Tháng 10 và các tháng tiếp theo",
     "recurring · from 2025-10-01 · due 2025-10-31 2025-11-30 2025-12-31 (month) · every monthly · ? open-ended"),
    ("Quý II và các quý còn lại trong năm",
     ("recurring · from 2025-04-01 · due 2025-06-30 2025-09-30 2025-12-31 (quarter)"
     " · every quarterly · ? narrowed open-ended")),
    ("Từ quý IV/2025; xem xét bổ sung từ năm 2027",
     "recurring · from 2025-10-01 · every continuous · ? several-times open-ended"),
    # without accents
    ("Theo quy dinh", "conditional · when «quy dinh»"),
    ("Hai nam mot lan", "recurring · every unspecified-period · ? odd-cadence no-period"),
    ("Quy III/2025 · cap nhat dinh ky",
     "multiple · due 2025-09-30 (quarter) · every unspecified-period · ? no-period several-times"),
]  # fmt: skip


def test_what_cells_say() -> None:
    assert misread(CELLS_OF_2025) == []
