"""Title blocks as offices write them, and the duties under "Tổ chức thực hiện" beyond the plan's own."""

from datetime import date

import pytest

from data.documents.document import Duty, Paragraph, TitleBlock
from data.documents.paragraphs import read_duties, read_title

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
                title=None,
                year=2024,
                annex_cites=date(2023, 12, 30),
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
