"""The draft that people approve: a line for each task, with what is doubtful marked."""

from locales import words_for
from locales.preview import beside, listed, table
from tests.building import draft, row, shipped_draft

VI = words_for("vi")

ROWS = draft(
    row("1", title="Rà soát thủ tục hành chính thuộc thẩm quyền", lead="Phòng Nội vụ thành phố.", deadline="Quý I"),
    row("2", title="Tập huấn", lead="Sở Khoa học và Công nghệ", coordinating="Sở Y tế", deadline=""),
    row("3", title="Tuyên truyền", lead="Các phòng, ban; UBND cấp xã", deadline="Thường xuyên"),
    row("4", title="Kiểm tra", lead="Phòng Nội vụ; Phòng Tư pháp", coordinating="UBND cấp xã", deadline="31/01/2024"),
    row("5.10", title="Sơ kết", lead="Phòng Nội vụ", deadline="Từ 01/02/2023 đến 31/3/2023"),
    row("6", title="Khai mạc", lead="Phòng Nội vụ", deadline="8h00 ngày 14/5"),
    row("7", title="Bế mạc", lead="Phòng Nội vụ", deadline="theo Kế hoạch riêng của Ủy ban nhân dân"),
)


def test_a_line_for_each_task_in_eighty_columns() -> None:
    assert table(VI, ROWS, ROWS.rows) == [
        "  STT Nhiệm vụ                Thời hạn → hiểu là     Đơn vị (hiểu là: đã ghi)",
        "    1 Rà soát thủ tục hành…   Quý I → 31/03          NV: Phòng Nội vụ thành phố",
        "?   2 Tập huấn                – → ?                  ?: Sở Khoa họ…; phối hợp: ?",
        "?   3 Tuyên truyền            Thường xuyên           17 đơn vị: Các phòng, ban…",
        "    4 Kiểm tra                31/01/2024             NV, TUPHAP; phối hợp: 17 đ…",
        " 5.10 Sơ kết                  → 01/02–31/03          NV: Phòng Nội vụ",
        "    6 Khai mạc                → 14/05, 08:00         NV: Phòng Nội vụ",
        "?   7 Bế mạc                  theo Kế hoạch ri… → ?  NV: Phòng Nội vụ",
    ]


def test_a_wider_page_shows_more_of_the_words_and_a_narrower_one_no_less() -> None:
    assert table(VI, ROWS, ROWS.rows, 110)[5:] == [
        " 5.10 Sơ kết                              Từ 01/02/202… → 01/02–31/03  NV: Phòng Nội vụ",
        "    6 Khai mạc                            8h00 ngày 1… → 14/05, 08:00  NV: Phòng Nội vụ",
        "?   7 Bế mạc                              theo Kế hoạch riêng củ… → ?  NV: Phòng Nội vụ",
    ]
    assert table(VI, ROWS, ROWS.rows, 40) == table(VI, ROWS, ROWS.rows)
    assert table(VI, ROWS, ()) == []


def test_no_line_of_the_shipped_plan_is_longer_than_the_page() -> None:
    shipped = shipped_draft()
    for width in (80, 100, 132):
        for tasks in (shipped.rows, shipped.offered):
            lines = table(VI, shipped, tasks, width)
            assert len(lines) == len(tasks) + 1
            assert max(map(len, lines)) <= width
    assert table(VI, shipped, shipped.rows)[1] == (
        "   1 Tuyên truyền về Chương…  Thường xuyên           34 đơn vị: Các phòng, ban…"
    )


def test_the_same_in_a_chat() -> None:
    assert listed(VI, ROWS, ROWS.rows[:5]) == [
        "• 1. Rà soát thủ tục hành chính thuộc thẩm quyền – NV: Phòng Nội vụ thành phố; thời hạn: Quý I → 31/03",
        "? 2. Tập huấn – ?: Sở Khoa học và Công nghệ; phối hợp: ?: Sở Y tế; thời hạn: – → ?",
        "? 3. Tuyên truyền – 17 đơn vị: Các phòng, ban; UBND cấp xã; thời hạn: Thường xuyên",
        "• 4. Kiểm tra – NV, TUPHAP: Phòng Nội vụ; Phòng Tư pháp; phối hợp: 17 đơn vị; thời hạn: 31/01/2024",
        "• 5.10. Sơ kết – NV: Phòng Nội vụ; thời hạn: Từ 01/02/2023 đến 31/3/2023 → 01/02–31/03",
    ]


def test_what_is_neither_a_product_nor_a_day_off_leaves_no_doubt() -> None:
    assert table(VI, draft(row(product="", deadline="Năm 2023")), ROWS.rows[:1])[1][0] == " "


def test_what_stands_beside_the_rows_of_the_form() -> None:
    assert beside(VI, ROWS)[1] == (
        "Chủ trì: ?\nPhối hợp: –\nThời hạn: chưa có ngày cụ thể",
        (
            "Việc 2: Kế hoạch chưa ghi thời hạn. Đề nghị cho biết ngày hoàn thành.\n"
            "Việc 2: Đơn vị chủ trì “Sở Khoa học và Công nghệ” chưa có trong danh sách đơn vị. Đề nghị cho biết là đơn vị nào.\n"
            "Việc 2: Đơn vị phối hợp “Sở Y tế” chưa có trong danh sách đơn vị. Đề nghị cho biết là đơn vị nào."
        ),
    )


def test_who_follows_a_task_up_is_shown_where_the_plan_names_anybody() -> None:
    plan = draft(
        row("1", title="Rà soát", lead="Phòng Nội vụ", deadline="Quý I", monitoring="Văn phòng HĐND-UBND TP"),
        row("2", title="Sơ kết", lead="Phòng Nội vụ", deadline="Quý I", monitoring="Sở Nội vụ tỉnh bạn"),
    )
    assert table(VI, plan, plan.rows)[1:] == [
        "   1 Rà soát                  Quý I → 31/03          NV: Phòng Nộ…; theo dõi: VP",
        "?  2 Sơ kết                   Quý I → 31/03          NV: Phòng Nội…; theo dõi: ?",
    ]
    assert listed(VI, plan, plan.rows[:1]) == [
        "• 1. Rà soát – NV: Phòng Nội vụ; theo dõi: VP: Văn phòng HĐND-UBND TP; thời hạn: Quý I → 31/03"
    ]
    assert [said for said, _ in beside(VI, plan)] == [
        "Chủ trì: NV\nPhối hợp: –\nTheo dõi, đôn đốc: VP\nThời hạn: hết ngày 31/03/2023",
        "Chủ trì: NV\nPhối hợp: –\nTheo dõi, đôn đốc: ?\nThời hạn: hết ngày 31/03/2023",
    ]
