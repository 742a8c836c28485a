"""Until when: what follows `nhac sau`, as a table."""

from datetime import date

from data.lines.delays import Delay, read_delay
from data.workdays import workdays
from tests.tables import differing

# A Thursday before Tết: the 20th to the 26th are days off.
TODAY = date(2023, 1, 12)
FRIDAY = date(2023, 1, 13)
TUESDAY = date(2023, 1, 17)
CALENDAR = workdays()


def test_a_delay_is_read() -> None:
    table = [
        ("", Delay("", FRIDAY)),
        ("10", Delay("10", FRIDAY)),
        ("10, 12", Delay("10, 12", FRIDAY)),
        ("10 3 ngay", Delay("10", TUESDAY)),
        ("10 3 ngày làm việc", Delay("10", TUESDAY)),
        ("việc 10 thêm 3 ngày nữa", Delay("viec 10", TUESDAY)),
        ("10, 12 3 ngày", Delay("10, 12", TUESDAY)),
        ("10 3", Delay("10", TUESDAY)),
        ("3 3 ngay", Delay("3", TUESDAY)),
        ("06.10 3 ngay", Delay("06.10", TUESDAY)),
        ("III.1.4 3 ngay", Delay("iii.1.4", TUESDAY)),
        ("10 6 ngay", Delay("10", date(2023, 1, 27))),
        ("10 1 tuần", Delay("10", date(2023, 1, 19))),
        ("10 2 tuan", Delay("10", date(2023, 1, 27))),
        ("10 thứ 6", Delay("10", FRIDAY)),
        ("10 thứ hai tuần sau", Delay("10", date(2023, 1, 16))),
        ("10 cuối tháng", Delay("10", date(2023, 1, 31))),
        ("10 mùng 10", Delay("10", date(2023, 2, 10))),
        ("10 mai", Delay("10", FRIDAY)),
        ("10 sang ngày mai", Delay("10", FRIDAY)),
        ("10 ngày mai", Delay("10", FRIDAY)),
        ("10 ngay mai", Delay("10", FRIDAY)),
        ("10,12 sáng mai", Delay("10,12", FRIDAY)),
        ("10 17/1/23", Delay("10", TUESDAY)),
        ("10 -1 ngày", Delay("10", None, "-1 ngay")),
        ("10 2 gio", Delay("10", None, "2 gio")),
        ("10 tuan sau", Delay("10", date(2023, 1, 16))),
        ("10 den 17/1", Delay("10", TUESDAY)),
        ("10 đến ngày 17/01/2023", Delay("10", TUESDAY)),
        ("10 den 21/1", Delay("10", date(2023, 1, 27))),
        ("10 den 12/1", Delay("10", None, "12/1")),
        ("10 31/2", Delay("10", None, "31/2")),
        ("10 17 tháng 1", Delay("10", TUESDAY)),
        ("10 đến hết quý 1/2023", Delay("10", date(2023, 3, 31))),
        ("10 2023-01-17", Delay("10 2023-01-17", None, "10 2023-01-17")),
        ("10 - 12", Delay("10 - 12", None, "10 - 12")),
        ("10 1.2", Delay("10 1.2", FRIDAY)),
        ("10 0 ngay", Delay("10", None, "0 ngay")),
        ("10 khi nào rảnh", Delay("10 khi nao ranh", None, "10 khi nào rảnh")),
        ("10 100 ngay", Delay("10 100 ngay", None, "10 100 ngay")),
    ]
    assert differing((text, read_delay(text, TODAY, CALENDAR), expected) for text, expected in table) == []
