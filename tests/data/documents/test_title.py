"""Title blocks as offices write them, and the duties under "Tổ chức thực hiện" beyond the plan's own."""

from datetime import date
from pathlib import Path

import pytest

from data.documents.document import Duty, Paragraph, TitleBlock
from data.documents.formats import read_document
from data.documents.paragraphs import read_duties
from data.documents.title_block import read_title

NOTHING = TitleBlock(number=None, issued_on=None, issuer=None, kind=None, title=None, year=None, annex_cites=None)


def paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(line.strip(), place) for place, line in enumerate(text.splitlines(), 1) if line.strip()]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", NOTHING),
        ("Một văn bản khác, ngày mai.", NOTHING),
        (
            """UBND THÀNH PHỐ HƯNG YÊN
            Số: 06/KH-UBND
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Hưng Yên, ngày 11 tháng 01 năm 2023
            KẾ HOẠCH
            Tuyên truyền cải cách hành chính
            thành phố Hưng Yên năm 2023
            Căn cứ Kế hoạch số 205/KH-UBND ngày 23 tháng 12 năm 2022""",
            TitleBlock(
                number="06/KH-UBND",
                issued_on=date(2023, 1, 11),
                issuer="UBND thành phố Hưng Yên",
                kind="Kế hoạch",
                title="Tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2023",
                year=2023,
                annex_cites=None,
            ),
        ),
        (
            """ỦY BAN NHÂN DÂN
            TỈNH HƯNG YÊN
            Số 2820 / QĐ-UBND
            Hưng Yên, ngày 5 tháng 11 năm 2025

            QUYẾT ĐỊNH

            Ban hành Kế hoạch chuyển đổi số giai đoạn 2026-2030""",
            TitleBlock(
                number="2820/QĐ-UBND",
                issued_on=date(2025, 11, 5),
                issuer="UBND tỉnh Hưng Yên",
                kind="Quyết định",
                title="Ban hành Kế hoạch chuyển đổi số giai đoạn 2026-2030",
                year=2025,
                annex_cites=None,
            ),
        ),
        (
            """UBND TỈNH HƯNG YÊN
            SỞ NỘI VỤ
            Số: 15/KH-SNV
            Hưng Yên, ngày 31 tháng 02 năm 2024
            KẾ HOẠCH CÔNG TÁC NĂM 2024""",
            TitleBlock(
                number="15/KH-SNV",
                issued_on=None,
                issuer="SỞ NỘI VỤ",
                kind="Kế hoạch",
                title="CÔNG TÁC NĂM 2024",
                year=2024,
                annex_cites=None,
            ),
        ),
        (
            """PHỤ LỤC
            NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024
            (Ban hành kèm theo Kế hoạch số 12/KH-UBND ngày 30/12/2023 của UBND phường Lê Lợi)""",
            TitleBlock(
                number="12/KH-UBND",
                issued_on=date(2023, 12, 30),
                issuer="UBND phường Lê Lợi",
                kind="Kế hoạch",
                title="NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024",
                year=2024,
                annex_cites=date(2023, 12, 30),
            ),
        ),
        (
            """ỦY BAN NHÂN DÂN
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            UBND xã Tân An
            Số:     /KH-UBND
            Tân An, ngày     tháng 01 năm 2026

            KẾ HOẠCH
            Triển khai thực hiện Nghị quyết số 214/NQ-CP

            Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;""",
            TitleBlock(
                number=None,
                issued_on=None,
                issuer="UBND xã Tân An",
                kind="Kế hoạch",
                title="Triển khai thực hiện Nghị quyết số 214/NQ-CP",
                year=2026,
                annex_cites=None,
                blanks=("number", "day"),
            ),
        ),
        (
            """UBND XÃ TÂN AN
            Số: 15/KH-UBND
            Tân An, ngày …… tháng …… năm 2026
            KẾ HOẠCH
            Thực hiện Kế hoạch số 12/KH-UBND của tỉnh, UBND xã ban hành Kế hoạch như sau:""",
            TitleBlock(
                number="15/KH-UBND",
                issued_on=None,
                issuer="UBND xã Tân An",
                kind="Kế hoạch",
                title=None,
                year=2026,
                annex_cites=None,
                blanks=("day",),
            ),
        ),
        (
            """ỦY BAN NHÂN DÂN
            TỈNH CÀ MAU
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc Số: 0036/KH-UBND
            Cà Mau, ngày 22 tháng 01 năm 2026
            KẾ HOẠCH
            Phòng, chống dịch bệnh động vật trên cạn năm 2026""",
            TitleBlock(
                number="0036/KH-UBND",
                issued_on=date(2026, 1, 22),
                issuer="UBND tỉnh Cà Mau",
                kind="Kế hoạch",
                title="Phòng, chống dịch bệnh động vật trên cạn năm 2026",
                year=2026,
                annex_cites=None,
            ),
        ),
        (
            """ỦY BAN NHÂN DÂN
            PHƯỜNG TRẤN BIÊN
            PHỤ LỤC
            CÁC NHIỆM VỤ TRỌNG TÂM NĂM 2026
            (Kèm theo Kế hoạch số 27/KH-UBND ngày 20/01/2026 của UBND phường Trấn Biên)""",
            TitleBlock(
                number="27/KH-UBND",
                issued_on=date(2026, 1, 20),
                issuer="UBND phường Trấn Biên",
                kind="Kế hoạch",
                title="CÁC NHIỆM VỤ TRỌNG TÂM NĂM 2026",
                year=2026,
                annex_cites=date(2026, 1, 20),
            ),
        ),
    ],
)
def test_title_block(text: str, block: TitleBlock) -> None:
    assert read_title(paragraphs(text)) == block


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        ("I. MỤC ĐÍCH\n1. Nâng cao nhận thức", []),
        (
            """IV. TỔ CHỨC THỰC HIỆN
            1. Phòng Nội vụ: Theo dõi, đôn đốc.
            2. Phòng Tư pháp chủ trì kiểm tra văn bản.
            3. Giao UBND các phường, xã:
            a) Xây dựng kế hoạch.
            b) Báo cáo trước ngày 15/12.
            Nơi nhận:
            - Lưu: VT""",
            [
                Duty("IV.1.1", "Phòng Nội vụ", "Theo dõi, đôn đốc."),
                Duty("IV.2.1", "Phòng Tư pháp", "Phòng Tư pháp chủ trì kiểm tra văn bản."),
                Duty("IV.3.1", "Giao UBND các phường, xã", "Xây dựng kế hoạch."),
                Duty("IV.3.2", "Giao UBND các phường, xã", "Báo cáo trước ngày 15/12."),
            ],
        ),
        (
            """III. TỔ CHỨC THỰC HIỆN
            1. Phòng Nội vụ
            Có trách nhiệm:
            - Hướng dẫn các phòng, ban, đơn vị

            xây dựng kế hoạch;
            + gửi trước ngày 10.
            - Tổng hợp báo cáo.
            IV. KINH PHÍ
            1. Ngân sách thành phố
            - Theo dự toán.""",
            [
                Duty(
                    "III.1.1",
                    "Phòng Nội vụ",
                    "Hướng dẫn các phòng, ban, đơn vị xây dựng kế hoạch; gửi trước ngày 10.",
                ),
                Duty("III.1.2", "Phòng Nội vụ", "Tổng hợp báo cáo."),
            ],
        ),
    ],
)
def test_duties(text: str, duties: list[Duty]) -> None:
    assert list(read_duties(paragraphs(text))) == duties


YEARS = {
    "Phát triển hạ tầng số đến năm 2030": 2026,
    "Chuyển đổi số năm 2026, định hướng đến năm 2030": 2026,
    "Phát triển đô thị, tầm nhìn năm 2045": 2026,
    "Triển khai Chỉ thị năm 2024 của Ban Bí thư": 2026,
    "Thi hành Luật Đất đai năm 2024": 2026,
    "Khắc phục tồn tại, hạn chế về Chỉ số cải cách hành chính năm 2025": 2026,
    "Thực hiện Nghị quyết số 01/NQ-CP năm 2026": 2026,
    "Cải cách hành chính năm 2027": 2027,
    "Kiểm tra công vụ năm 2025": 2025,
    "Cải cách hành chính giai đoạn 2026 - 2030": 2026,
}
"""Titles of plans of January 2026, and their years."""


def test_year_of_a_title() -> None:
    head = "Số: 15/KH-UBND\nTân An, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\n"
    assert {title: read_title(paragraphs(head + title)).year for title in YEARS} == YEARS
    assert [read_title(paragraphs(head + title)).title for title in YEARS] == list(YEARS)


def test_the_head_of_a_table_is_read_by_its_sides(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    lines = (
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "XÃ TÂN AN\tĐộc lập - Tự do - Hạnh phúc",
        "Số: 15/KH-UBND\tTân An, ngày 12 tháng 01 năm 2026",
        "",
        "KẾ HOẠCH",
        "Tiếp tục đẩy mạnh cải cách hành chính",
        "",
        "STT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn",
        "1\tRà soát\tVăn phòng\tQuý I",
    )
    file.write_text("\n".join(lines), encoding="utf-8")
    assert read_document(file).title == TitleBlock(
        number="15/KH-UBND",
        issued_on=date(2026, 1, 12),
        issuer="UBND xã Tân An",
        kind="Kế hoạch",
        title="Tiếp tục đẩy mạnh cải cách hành chính",
        year=2026,
        annex_cites=None,
    )
