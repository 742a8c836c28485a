"""Plans in lines as offices write them, composed before the reader was: each row with its cells, in in_lines/rows.txt.

Number | beginning of the title | lead | coordinating | deadline | product
"""

from pathlib import Path

from data.documents.document import Row
from data.documents.formats import read_document

PLANS = Path(__file__).parent / "in_lines"
ROWS = PLANS / "rows.txt"


def test_rows_of_plans_in_lines() -> None:
    names = [path for path in sorted(PLANS.glob("*_*.txt")) if path.stem not in {"thong_bao", "cong_van", "khong_bang"}]
    assert "\n\n".join(map(shown, names)) + "\n" == ROWS.read_text(encoding="utf-8")


def shown(path: Path) -> str:
    return "\n".join([path.stem, *map(line, read_document(path).rows)])


def line(row: Row) -> str:
    cells = (row.number, row.title[:32].strip(), row.lead, row.coordinating, row.deadline, row.product)
    return " | ".join(cells).rstrip(" |")


def test_what_stands_beside_is_kept() -> None:
    rows = read_document(PLANS / "a_chu_cai.txt").rows
    assert [(row.section, row.extra, row.offered) for row in rows] == [
        (
            "II. NỘI DUNG",
            (("Nội dung", "Quán triệt các văn bản mới"), ("Thành phần", "Cán bộ, công chức xã")),
            False,
        ),
        ("II. NỘI DUNG", (("Nội dung", "Kiểm tra đột xuất, định kỳ"),), False),
    ]


NESTED = """KẾ HOẠCH
Thi hành Luật năm 2026
II. NỘI DUNG
1. Tuyên truyền
- Cơ quan chủ trì: Sở Tư pháp.
- Thời gian: Quý I/2026.
2. Xây dựng văn bản
- Nghị quyết về phí
+ Cơ quan chủ trì: Sở Tài chính.
+ Thời hạn: 30/6/2026.
3. Rà soát văn bản
- Cơ quan thực hiện: Sở Tư pháp và các sở.
- Thời gian thực hiện:
+ Các sở gửi kết quả về Sở Tư pháp trước ngày 15/9/2026.
+ Sở Tư pháp tổng hợp, báo cáo UBND tỉnh trước ngày 30/9/2026.
4. Tập huấn
- Cơ quan chủ trì: Sở Tư pháp.
- Thời gian: Quý II/2026.
"""


def test_a_dash_among_numbered_tasks_and_several_units_with_days_of_their_own_are_offered(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(NESTED, encoding="utf-8")
    read = read_document(tmp_path / "plan.txt")
    assert [(row.number, row.title, row.deadline, row.offered) for row in read.rows] == [
        ("1", "Tuyên truyền", "Quý I/2026", False),
        ("2.1", "Nghị quyết về phí", "30/6/2026", True),
        ("4", "Tập huấn", "Quý II/2026", False),
    ]
    assert [(duty.number, duty.heading, duty.text) for duty in read.duties] == [
        ("II.3.1", "Các sở", "Các sở gửi kết quả về Sở Tư pháp trước ngày 15/9/2026."),
        ("II.3.2", "Sở Tư pháp", "Sở Tư pháp tổng hợp, báo cáo UBND tỉnh trước ngày 30/9/2026."),
    ]
