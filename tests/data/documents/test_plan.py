"""The plan of 2023 as it was received, whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.documents.document import Document, Row, TitleBlock
from data.documents.formats import read_document
from tests.data.documents import making

COMMITTEE_AND_WARDS = "Các phòng, ban, đơn vị thuộc UBND TP; UBND các phường, xã"
ALL_UNITS = "Các phòng, ban, đơn vị thuộc UBND thành phố; UBND cấp xã"


@pytest.fixture(scope="module")
def plan() -> Document:
    return read_document(making.PLAN)


def test_title_block(plan: Document) -> None:
    assert plan.title == TitleBlock(
        number="06/KH-UBND",
        issued_on=date(2023, 1, 11),
        issuer="UBND thành phố Hưng Yên",
        kind="Kế hoạch",
        title="Tuyên truyền cải cách hành chính năm 2023",
        year=2023,
        annex_cites=date(2022, 1, 11),
    )


def test_every_row_with_its_lead_and_deadline(plan: Document) -> None:
    offices = "Văn phòng HĐND-UBND TP."
    assert [(row.number, row.lead, row.deadline) for row in plan.rows] == [
        ("1", f"{ALL_UNITS}.", "Thường xuyên"),
        ("2", "Phòng Nội vụ thành phố.", ""),
        ("3", "Phòng VHTT TP, Trung tâm Văn hóa và Truyền thanh thành phố.", "Thường xuyên"),
        ("4", "Văn phòng HĐND-UBND TP, Phòng Nội vụ, phòng VHTT TP", "Thường xuyên"),
        (
            "5",
            "Phòng Văn hóa và Thông tin thành phố; Trung tâm Văn hóa và Truyền thanh thành phố",
            "Thường xuyên",
        ),
        ("6", "Phòng Tư Pháp", "Năm 2023"),
        ("7", "Phòng Tư Pháp", "Thường xuyên"),
        ("8", "Phòng Tư Pháp", "Thường xuyên"),
        ("9", "Phòng Tư Pháp", "Quý III/2023"),
        ("10", offices, "Tháng 01/2023"),
        ("11", offices, "Theo thời hạn tại Kế hoạch của UBND TP"),
        ("12", COMMITTEE_AND_WARDS, "Thường xuyên"),
        ("13", COMMITTEE_AND_WARDS, "Thường xuyên"),
        ("14", "Phòng Kinh tế TP", "Thường xuyên"),
        ("15", "Phòng Kinh tế TP", "Thường xuyên"),
    ]


def test_row_2_has_no_time(plan: Document) -> None:
    assert plan.rows[1] == Row(
        number="2",
        section=None,
        title="Tổ chức tập huấn, nâng cao nghiệp vụ CCHC cho cán bộ, công chức, viên chức.",
        product="Kế hoạch, tài liệu, các lớp tập huấn",
        lead="Phòng Nội vụ thành phố.",
        coordinating=ALL_UNITS,
        deadline="",
        extra=(),
        line=165,
    )


def test_row_5_is_whole_though_a_page_cuts_it(plan: Document) -> None:
    assert plan.rows[4] == Row(
        number="5",
        section=None,
        title=(
            "Tuyên truyền công tác cải cách tổ chức bộ máy, phổ biến đến cán bộ, công chức, viên chức, người lao động "
            "về tầm quan trọng của việc tinh giảm biên chế; công tác đào tạo, bồi dưỡng, luân chuyển, điều động; "
            "chính sách thu hút, đãi ngộ nguồn nhân lực chất lượng cao; kỷ cương, kỷ luật, hành chính, tinh thần trách "
            "nhiệm, đạo đức, công vụ của đội ngũ, cán bộ, công chức và người đứng đầu cơ quan, đơn vị."
        ),
        product=(
            "Tin bài công khai trên Cổng thông tin điện tử của thành phố; "
            "hệ thống đài truyền thanh từ thành phố đến cơ sở."
        ),
        lead="Phòng Văn hóa và Thông tin thành phố; Trung tâm Văn hóa và Truyền thanh thành phố",
        coordinating="Phòng Nội vụ thành phố",
        deadline="Thường xuyên",
        extra=(),
        line=168,
    )


def test_rows_11_and_12_are_two_though_a_line_is_empty_between_them(plan: Document) -> None:
    assert plan.rows[10:12] == (
        Row(
            number="11",
            section=None,
            title=(
                "Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa, một "
                "cửa liên thông và thực hiện TTHC trên môi trường điện tử thành phố Hưng Yên."
            ),
            product="Các nhiệm vụ theo Kế hoạch được thực hiện",
            lead="Văn phòng HĐND-UBND TP.",
            coordinating=COMMITTEE_AND_WARDS,
            deadline="Theo thời hạn tại Kế hoạch của UBND TP",
            extra=(),
            line=178,
        ),
        Row(
            number="12",
            section=None,
            title=(
                "Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước trên "
                "địa bàn thành phố năm 2023 nhằm xây dựng, phát triển Chính quyền điện tử, Chính quyền số gắn chặt chẽ "
                "với chuyển đổi số, ứng với nền tảng số và phát triển đô thị thông minh, bảo đảm an toàn, an ninh mạng "
                "của thành phố."
            ),
            product="Tin, bài, phóng sự, chuyên mục",
            lead=COMMITTEE_AND_WARDS,
            coordinating="Phòng Văn hóa và Thông tin TP; Văn phòng HĐND-UBND TP; UBND các phường, xã",
            deadline="Thường xuyên",
            extra=(),
            line=180,
        ),
    )


def test_duties_by_agency(plan: Document) -> None:
    headings: dict[str, str] = {}
    paragraphs: dict[str, int] = {}
    for duty in plan.duties:
        place = duty.number.rpartition(".")[0]
        headings[place] = duty.heading
        paragraphs[place] = paragraphs.get(place, 0) + 1
        assert duty.number == f"{place}.{paragraphs[place]}"
    assert headings == {
        "III.1": "Phòng Văn hóa và Thông tin thành phố",
        "III.2": "Phòng Nội vụ thành phố",
        "III.3": "Văn phòng HĐND-UBND thành phố",
        "III.4": "Phòng Tư pháp thành phố",
        "III.5": "Phòng Tài chính - Kế hoạch thành phố",
        "III.6": "Trung tâm Văn hóa và Truyền thông thành phố",
        "III.7": ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội thành phố"),
        "III.8": "Các phòng, ban, đơn vị thành phố",
        "III.9": "Uỷ ban nhân dân các phường, xã",
    }
    assert list(paragraphs.values()) == [4, 6, 3, 2, 1, 2, 1, 2, 4]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (
            "III.1.4",
            (
                "Định kỳ 6 tháng, 1 năm báo cáo tình hình, kết quả thực hiện công tác thông tin, tuyên truyền CCHC của "
                "thành phố gửi về phòng Nội vụ thành phố."
            ),
        ),
        (
            "III.3.1",
            (
                "Hướng dẫn UBND các phường, xã cập nhật, công khai đầy đủ, rõ ràng, đúng quy định các thủ tục hành "
                "chính tại trụ sở làm việc, nơi giải quyết thủ tục Hành chính và trên Cổng thông tin điện tử, trang "
                "Dichvucong.hungyen.gov.vn."
            ),
        ),
        (
            "III.7.1",
            (
                "Thực hiện và chỉ đạo các đơn vị, tổ chức trực thuộc phối hợp với các cơ quan, tổ chức liên quan triển "
                "khai có hiệu quả công tác tuyên truyền về cải cách hành chính."
            ),
        ),
    ],
)
def test_duty_text(plan: Document, number: str, text: str) -> None:
    assert [duty.text for duty in plan.duties if duty.number == number] == [text]


@pytest.mark.parametrize("name", ["docx", "docx-cut", "docx-cut-headed", "xlsx", "pdf", "pdf-headed-once", "utf-16"])
def test_the_plan_reads_the_same_in_every_format(plan: Document, tmp_path: Path, name: str) -> None:
    path = tmp_path / "plan"
    match name:
        case "docx":
            making.as_docx(path)
        case "docx-cut":
            making.as_docx(path, cut_after=6)
        case "docx-cut-headed":
            making.as_docx(path, cut_after=8, repeat_heading=True)
        case "xlsx":
            making.as_xlsx(path)
        case "pdf":
            making.as_pdf(path)
        case "pdf-headed-once":
            making.as_pdf(path, repeat_heading=False)
        case _:
            path.write_text(making.PLAN.read_text(encoding="utf-8"), encoding="utf-16")
    assert _without_places(read_document(path)) == _without_places(plan)


def _without_places(document: Document) -> Document:
    return replace(document, rows=tuple(replace(row, line=0) for row in document.rows))
