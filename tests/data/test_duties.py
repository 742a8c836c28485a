"""Which paragraphs of "Tổ chức thực hiện" are tasks, by when, and what they yield; the rest is only to be read."""

import time
from datetime import date

import pytest

from data.agencies.registry import fan_out
from data.deadline import read
from data.documents.document import Document, Duty, TitleBlock
from data.documents.formats import read_document
from data.plans.drafts import DraftTask
from data.plans.duties import kept_duties, offered_tasks
from tests.building import PLAN, registry

ISSUED = date(2023, 1, 11)
TITLE = TitleBlock("06/KH-UBND", ISSUED, "UBND thành phố", "Kế hoạch", "Tuyên truyền CCHC năm 2023", 2023, ISSUED)


def duty(text: str, heading: str = "Phòng Nội vụ thành phố") -> Document:
    return Document(TITLE, (), (Duty("III.2.1", heading, text),))


def offered(text: str, heading: str = "Phòng Nội vụ thành phố") -> DraftTask | None:
    found = offered_tasks(duty(text, heading), registry(), 2023, ISSUED)
    return found[0] if found else None


def test_the_plan_offers_what_has_a_time_or_a_product() -> None:
    found = offered_tasks(read_document(PLAN), registry(), 2023, ISSUED)
    assert [(task.number, task.product, task.deadline.text, task.lead) for task in found] == [
        (
            "III.1.1",
            "Kế hoạch tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2022",
            "",
            ("VHTT",),
        ),
        ("III.1.4", "Báo cáo", "Định kỳ 6 tháng, 1 năm", ("VHTT",)),
        ("III.2.1", "Báo cáo", "định kỳ", ("NV",)),
        # A channel to be set up stands in no row of the table and can be shown once it is there.
        (
            "III.3.3",
            "Kênh tiếp nhận, phản hồi ý kiến, kiến nghị của cá nhân, tổ chức về các quy định liên quan đến CCHC",
            "",
            ("VP",),
        ),
        ("III.6.1", "Chuyên đề, chuyên mục CCHC", "định kỳ hàng tháng", ("TTVHTT",)),
        (
            "III.9.1",
            "Kế hoạch tuyên truyền Cải cách hành chính năm 2023 của đơn vị",
            "",
            fan_out("G-PX", registry()),
        ),
    ]


def test_the_plan_keeps_what_can_only_be_read() -> None:
    # III.1.3 has others write; III.2.2 and III.2.3 meet without saying how often; III.5.1 budgets by the budget law's
    # calendar; III.8.2 speaks of plans of whoever leads a task, which its addressees do not.
    assert [one.number for one in kept_duties(read_document(PLAN))] == [
        *("III.1.2", "III.1.3", "III.2.2", "III.2.3", "III.2.4", "III.2.5", "III.2.6", "III.3.1", "III.3.2", "III.4.1"),
        *("III.4.2", "III.5.1", "III.6.2", "III.7.1", "III.8.1", "III.8.2", "III.9.2", "III.9.3", "III.9.4"),
    ]


def test_a_duty_as_a_task() -> None:
    text = "Định kỳ hằng quý báo cáo kết quả về phòng Nội vụ thành phố."
    assert offered(text, "Phòng Tư pháp thành phố") == DraftTask(
        number="III.2.1",
        section="Phòng Tư pháp thành phố",
        title=text,
        product="Báo cáo",
        lead_text="Phòng Tư pháp thành phố",
        coordinating_text="",
        deadline=read("Định kỳ hằng quý", 2023, issued_on=ISSUED),
        lead=("TUPHAP",),
        coordinating=(),
    )


def test_a_heading_that_names_nobody_known_leaves_the_lead_to_be_asked() -> None:
    task = offered("Báo cáo kết quả trước ngày 20/11.", "Ban Quản lý khu công nghiệp tỉnh")
    assert task is not None
    assert (task.lead, task.lead_text) == ((), "Ban Quản lý khu công nghiệp tỉnh")


@pytest.mark.parametrize(
    ("text", "when", "product"),
    [
        (
            "Định kỳ hằng quý (trước ngày 15 tháng cuối quý), 6 tháng, năm báo cáo kết quả thực hiện về Phòng Nội vụ.",
            "Định kỳ hằng quý (trước ngày 15 tháng cuối quý), 6 tháng, năm",
            "Báo cáo",
        ),
        (
            "Định kỳ 6 tháng (gửi trước ngày 15/6) và hằng năm (gửi trước ngày 15/11) báo cáo UBND tỉnh.",
            "Định kỳ 6 tháng (gửi trước ngày 15/6) và hằng năm (gửi trước ngày 15/11)",
            "Báo cáo",
        ),
        ("Báo cáo kết quả về Sở Nội vụ trước ngày 20/11/2023.", "trước ngày 20/11/2023", "Báo cáo"),
        ("Báo cáo kết quả về UBND tỉnh trước 17h00 ngày 25/11/2023.", "trước 17h00 ngày 25/11/2023", "Báo cáo"),
        ("Chậm nhất ngày 25 hằng tháng gửi báo cáo về Văn phòng.", "Chậm nhất ngày 25 hằng tháng", "Báo cáo"),
        ("Thực hiện báo cáo quý, 6 tháng, năm gửi Sở Nội vụ.", "quý, 6 tháng, năm", "Báo cáo"),
        ("Thực hiện chế độ thông tin, báo cáo định kỳ theo quy định.", "định kỳ", "Báo cáo"),
        (
            "Ban hành kế hoạch tuyên truyền của đơn vị trong tháng 01/2023.",
            "trong tháng 01/2023",
            "Kế hoạch tuyên truyền của đơn vị",
        ),
        (
            (
                "Chủ trì, phối hợp với Phòng Nội vụ tham mưu UBND thành phố ban hành Kế hoạch kiểm tra công tác cải "
                "cách hành chính năm 2023, hoàn thành trong quý I/2023."
            ),
            "trong quý I/2023",
            "Kế hoạch kiểm tra công tác cải cách hành chính năm 2023",
        ),
        (
            (
                "Tham mưu giúp UBND thành phố xây dựng và ban hành Kế hoạch cải cách hành chính năm 2024, xong trước "
                "31/12/2023."
            ),
            "trước 31/12/2023",
            "Kế hoạch cải cách hành chính năm 2024",
        ),
        (
            (
                "Căn cứ Kế hoạch này và tình hình thực tế, xây dựng kế hoạch cụ thể của cơ quan, đơn vị mình; gửi báo "
                "cáo kết quả về UBND thành phố (qua Phòng Nội vụ) trước ngày 15/12."
            ),
            "trước ngày 15/12",
            "Kế hoạch cụ thể của cơ quan, đơn vị mình; Báo cáo",
        ),
        (
            "Ban hành kế hoạch của đơn vị trước ngày 31/01/2023. Định kỳ hằng quý tổng hợp, báo cáo UBND thành phố.",
            "trước ngày 31/01/2023; Định kỳ hằng quý",
            "Kế hoạch của đơn vị; Báo cáo",
        ),
        (
            "Trong vòng 10 ngày kể từ ngày ban hành Kế hoạch này, xây dựng kế hoạch triển khai gửi về Phòng Nội vụ.",
            "Trong vòng 10 ngày kể từ ngày ban hành Kế hoạch này",
            "Kế hoạch triển khai",
        ),
        (
            "Công khai hồ sơ quá hạn hằng tháng trên Trang thông tin điện tử, gửi kết quả trước ngày 05 của tháng sau.",
            "hằng tháng, trước ngày 05 của tháng sau",
            "",
        ),
        ("Hằng năm, tổ chức đánh giá việc thực hiện.", "Hằng năm", ""),
        ("Quý IV/2023, tổ chức tổng kết công tác tuyên truyền.", "Quý IV/2023", ""),
        ("Đăng tải ít nhất 02 tin, bài mỗi tháng trên Cổng thông tin điện tử.", "mỗi tháng", "Tin, bài"),
        ("Duy trì chuyên mục, mỗi quý 01 chuyên đề.", "mỗi quý", "Chuyên mục"),
        ("Lập dự toán kinh phí gửi thẩm định trước ngày 30/6/2023.", "trước ngày 30/6/2023", "Dự toán kinh phí"),
        ("Tổ chức ít nhất 02 hội nghị đối thoại với người dân.", "", "Ít nhất 02 hội nghị đối thoại"),
        (
            "Thành lập Tổ công tác cải cách hành chính; ban hành Quy chế hoạt động của Tổ.",
            "",
            "Tổ công tác cải cách hành chính; Quy chế hoạt động của Tổ",
        ),
        (
            "Đôn đốc các đơn vị, tổng hợp kết quả thực hiện, báo cáo UBND thành phố theo quy định.",
            "",
            "Báo cáo",
        ),
        ("Phòng Nội vụ thành phố có trách nhiệm tổng hợp, báo cáo UBND thành phố.", "", "Báo cáo"),
    ],
)
def test_offered(text: str, when: str, product: str) -> None:
    task = offered(text)
    assert task is not None
    assert (task.deadline.text, task.product) == (when, product)
    assert task.deadline == read(when, 2023, issued_on=ISSUED)


@pytest.mark.parametrize(
    "text",
    [
        "Chủ trì, phối hợp với các đơn vị liên quan triển khai có hiệu quả Kế hoạch này.",
        "Thực hiện Quyết định số 1521/QĐ-TTg ngày 06/10/2020 và Chỉ thị số 28-CT/TU ngày 10/8/2022.",
        "Tuyên truyền Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ giai đoạn 2021-2030.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc kịp thời báo cáo UBND thành phố xem xét, giải quyết.",
        "Phối hợp với Phòng Văn hóa và Thông tin xây dựng Kế hoạch tuyên truyền.",
        "Hướng dẫn, đôn đốc UBND các xã xây dựng kế hoạch thực hiện.",
        "Các đơn vị chủ trì có trách nhiệm lập kế hoạch cụ thể.",
        "Thường xuyên cập nhật, công khai đầy đủ các thủ tục hành chính.",
        "Thực hiện chuyển đổi vị trí công tác định kỳ đối với công chức.",
        "Số liệu báo cáo tính từ ngày 15/12/2022 đến ngày 14/6/2023.",
        "Rà soát các văn bản được ban hành trước ngày 01/01/2021.",
        "Quy định này có hiệu lực từ ngày 01/3/2023.",
        "Xử lý phản ánh, kiến nghị trong thời hạn 03 ngày làm việc kể từ ngày nhận được.",
        "Phấn đấu đến năm 2025 có 100% cán bộ được tập huấn.",
        "Bố trí kinh phí năm 2023 theo quy định của Luật Ngân sách; lập dự toán, quyết toán kinh phí.",
    ],
)
def test_kept(text: str) -> None:
    document = duty(text)
    assert (offered_tasks(document, registry(), 2023, ISSUED), kept_duties(document)) == ((), document.duties)


@pytest.mark.parametrize(
    "text",
    [
        "chủ động, " * 3_000 + "xây dựng kế hoạch",
        "căn cứ a, " * 3_000 + "b xây dựng kế hoạch",
        "lập" + " UBND" * 3_000,
        "định kỳ" + " 6 tháng, (trước ngày 15/6)" * 3_000,
        "chuyên mục " * 3_000,
        "định kỳ " + "(" * 3_000 + " 6 tháng",
        "tổng hợp " * 3_000 + "báo cáo",
    ],
)
def test_a_paragraph_as_long_as_a_book_is_no_trouble(text: str) -> None:
    began = time.process_time()
    kept_duties(duty(text))
    assert time.process_time() - began < 1


def test_a_day_alone_is_one_where_something_is_sent_in_and_standing_work_ends_its_sentence() -> None:
    said = {
        "Tổng hợp, báo cáo kết quả về UBND thành phố ngày 10/10/2023": "ngày 10/10/2023",
        "Kiểm tra, xử lý vi phạm theo quy định, thường xuyên trong năm": "thường xuyên trong năm",
        "Báo cáo theo Công văn số 12/UBND-NC ngày 10/10/2023": "",  # a product, without a day
        "Cử cán bộ trực tại lễ phát động ngày 05/6/2023": None,
        "Thường xuyên tuyên truyền, vận động nhân dân": None,
    }
    found = {text: task.deadline.text if (task := offered(text)) else None for text in said}
    assert found == said
