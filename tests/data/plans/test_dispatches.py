"""What notices, dispatches and plans without tables have units do: offered with the unit, the day and the sentence."""

from datetime import date
from pathlib import Path

import pytest

from data.documents.formats import read_document
from data.documents.instructions import order_in
from data.plans.duties import offered_tasks
from tests.building import registry

LINES = Path(__file__).parents[1] / "documents" / "in_lines"
OFFERED = {
    "thong_bao": [
        (
            "II.1.1",
            "Sở Tài chính",
            "Sở Xây dựng và UBND các xã, phường",
            (
                "Về giải ngân vốn đầu tư công: Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng và UBND các xã,"
                " phường rà soát các"
                " dự án chậm tiến độ, báo cáo UBND tỉnh trước ngày 31/3/2026."
            ),
            "trước ngày 31/3/2026",
        ),
        (
            "II.1.2",
            "Sở Xây dựng",
            "",
            "Sở Xây dựng đẩy nhanh việc thẩm định hồ sơ, hoàn thành trong tháng 4/2026.",
            "trong tháng 4/2026",
        ),
        (
            "II.2.1",
            "Sở Nội vụ",
            "",
            "Tham mưu kế hoạch kiểm tra cải cách hành chính, trình UBND tỉnh trước ngày 15/4/2026.",
            "trước ngày 15/4/2026",
        ),
        (
            "II.3.1",
            "UBND xã Tân Hưng",
            "",
            "Yêu cầu UBND xã Tân Hưng hoàn thành giải phóng mặt bằng đường tỉnh 376 trong quý II/2026;",
            "trong quý II/2026",
        ),
        (
            "II.4",
            "Các sở, ban, ngành",
            "",
            "Các sở, ban, ngành báo cáo kết quả thực hiện định kỳ trước ngày 20 hằng tháng.",
            "định kỳ trước ngày 20 hằng tháng",
        ),
    ],
    "cong_van": [
        (
            "1",
            "Trạm Y tế xã; Phòng Văn hóa - Xã hội; Trưởng các thôn",
            "",
            "Tổng vệ sinh môi trường, diệt bọ gậy, hoàn thành trước ngày 20/5/2026.",
            "trước ngày 20/5/2026",
        ),
        ("2", "Trạm Y tế xã", "", "Trạm Y tế xã giám sát ca bệnh, báo cáo định kỳ hằng tuần.", "định kỳ hằng tuần"),
        (
            "3.1",
            "Phòng Văn hóa - Xã hội",
            "Đoàn Thanh niên xã",
            (
                "Phòng Văn hóa - Xã hội chủ trì, phối hợp với Đoàn Thanh niên xã tuyên truyền trên loa"
                " truyền thanh từ ngày 10/5/2026 đến ngày 10/6/2026."
            ),
            "từ ngày 10/5/2026 đến ngày 10/6/2026",
        ),
        (
            "3.2",
            "Trạm Y tế xã; Phòng Văn hóa - Xã hội; Trưởng các thôn",
            "",
            "Yêu cầu các đơn vị gửi báo cáo kết quả về UBND xã (qua Phòng Văn hóa - Xã hội) trước ngày 25/5/2026.",
            "trước ngày 25/5/2026",
        ),
    ],
    "khong_bang": [
        (
            "III",
            "Phòng Văn hóa - Xã hội",
            "",
            "Phòng Văn hóa - Xã hội: chủ trì tổ chức; báo cáo kết quả trước ngày 30/5/2026.",
            "trước ngày 30/5/2026",
        )
    ],
}


@pytest.mark.parametrize("name", OFFERED)
def test_orders_are_offered(name: str) -> None:
    read = read_document(LINES / f"{name}.txt")
    tasks = offered_tasks(read, registry(), 2026, date(2026, 1, 5))
    found = [(task.number, task.lead_text, task.coordinating_text, task.title, task.deadline.text) for task in tasks]
    assert (read.rows, found) == ((), OFFERED[name])


ORDERS = {
    # whose name holds a word of what is done, or stands before what it is there
    "Giao Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh hoàn thành trước ngày 30/6.": (
        "Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh"
    ),
    "Giao Ban QLDA đầu tư xây dựng xã xây dựng phương án trước ngày 30/6.": "Ban QLDA đầu tư xây dựng xã",
    "Công ty Khai thác công trình thủy lợi kiểm tra trạm bơm trước ngày 15/5.": "Công ty Khai thác công trình thủy lợi",
    "Sở Y tế (chủ đầu tư) hoàn thiện hồ sơ trước ngày 31/8.": "Sở Y tế",
    "Giao Sở Xây dựng công bố giá vật liệu xây dựng hằng tháng.": "Sở Xây dựng",
    "Công ty Điện lực tỉnh di dời lưới điện trước ngày 30/9.": "Công ty Điện lực tỉnh",
}


def test_whom_a_sentence_orders() -> None:
    assert {said: order.lead for said in ORDERS if (order := order_in(said))} == ORDERS
