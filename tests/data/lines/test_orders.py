"""A task that no plan has, as it is typed: a table of for whom, until when and what."""

from datetime import date

import pytest

from data.lines.orders import Order, read_order
from data.refusals import UnitUnknown
from tests.building import CALENDAR, registry

# A Monday.
TODAY = date(2023, 3, 20)
CITY = registry()
TABLE = [
    ("P-LL, X-TN 15/4: rà soát TTHC", "P-LL X-TN", "15/04", "rà soát TTHC"),
    ("các phường xã trước 15/4: rà soát TTHC", "(G-PX)", "14/04", "rà soát TTHC"),
    ("cho UBND các phường, xã rà soát TTHC xong trước 15/4", "(G-PX)", "14/04", "rà soát TTHC"),
    ("phuong xa 14/04/2023 rà soát TTHC", "(G-PX)", "14/04", "rà soát TTHC"),
    ("các phường, xã báo cáo kết quả một cửa, hạn 25/4", "(G-PX)", "25/04", "báo cáo kết quả một cửa"),
    ("cho phòng Tư pháp: rà soát văn bản, hạn 30/4", "TUPHAP", "30/04", "rà soát văn bản"),
    ("KT lập báo cáo quý 1 trước ngày 30/3", "KT", "29/03", "lập báo cáo quý 1"),
    ("VP thứ 6 nộp danh sách", "VP", "24/03", "nộp danh sách"),
    ("phường Hiến Nam: treo băng rôn 30/4 xong trước 25/4", "P-HN", "24/04", "treo băng rôn 30/4"),
    ("KT họp lúc 8:30 tại hội trường", "KT", "", "họp lúc 8:30 tại hội trường"),
    ("KT làm báo cáo đầu tư", "KT", "", "làm báo cáo đầu tư"),
    ("VP", "VP", "", ""),
    ("rà soát TTHC", "", "", "rà soát TTHC"),
    ("", "", "", ""),
]


def told(order: Order) -> tuple[str, str, str]:
    """The parts, each in a row."""
    units = f"({order.group})" if order.group else " ".join(order.units)
    return units, f"{order.day:%d/%m}" if order.day else "", order.text


def test_for_whom_until_when_and_what() -> None:
    assert [(text, *told(read_order(text, TODAY, CALENDAR, CITY))) for text, *_ in TABLE] == TABLE


def test_units_and_groups_in_one_row() -> None:
    order = read_order("VP, các phường xã: rà soát", TODAY, CALENDAR, CITY)
    assert (len(order.units), order.units[0], order.group, order.text) == (18, "VP", "", "rà soát")


def test_what_is_nearly_a_unit() -> None:
    with pytest.raises(UnitUnknown):
        read_order("P-LLL làm gì đó", TODAY, CALENDAR, CITY)
