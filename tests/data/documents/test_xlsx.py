"""Excel files as offices make them: dates that were months, numbers that were years, merged cells, several sheets."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from data.documents.document import Document, LeftOut, Row
from data.documents.formats import read_document

THE_1ST, THE_15TH = date(2026, 3, 1), date(2026, 3, 15)
HEAD = ["STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian"]


def read(book: Workbook, tmp_path: Path) -> Document:
    path = tmp_path / "plan.xlsx"
    book.save(path)
    return read_document(path)


def filled(*rows: list[Any]) -> Workbook:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return book


def task(number: object, title: str = "Việc", lead: str | None = "Sở A", deadline: object = "2026") -> list[Any]:
    return [number, title, "Kế hoạch", lead, "Sở B", deadline]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (THE_1ST, "mmm-yy", "3/2026"),
        (THE_1ST, "m/yyyy", "3/2026"),
        (THE_15TH, "mm-dd-yy", "15/03/2026"),
        (THE_15TH, "dd/mm/yyyy", "15/03/2026"),
        (THE_15TH, "d-mmm", "15/03"),
        (THE_15TH, "yyyy", "2026"),
        (2026, "General", "2026"),
        (2026.0, "General", "2026"),
        (3, '"Quý "0', "Quý 3"),
        ("Quý III/2026", "General", "Quý III/2026"),
        ("=không phải công thức", "General", ""),
        (None, "General", ""),
    ],
)
def test_a_cell_says_what_its_sheet_shows(tmp_path: Path, value: object, number_format: str, text: str) -> None:
    book = filled(HEAD, task(1, deadline=value))
    book.worksheets[0]["F2"].number_format = number_format
    assert read(book, tmp_path).rows[0].deadline == text


def test_text_that_begins_with_an_equals_sign_is_text(tmp_path: Path) -> None:
    book = filled(HEAD, task(1))
    book.worksheets[0]["B2"].value = "=cmd|' /C calc'!A0"
    book.worksheets[0]["B2"].data_type = "s"
    assert read(book, tmp_path).rows[0].title == "=cmd|' /C calc'!A0"


@pytest.mark.parametrize(
    ("value", "number_format", "number"),
    [(1, "General", "1"), (1.0, "General", "1"), (1, "00", "01"), (1.1, "General", "1.1"), (1.1, "0.00", "1.10")],
)
def test_numbers_as_the_sheet_shows_them(tmp_path: Path, value: float, number_format: str, number: str) -> None:
    book = filled(HEAD, task(value))
    book.worksheets[0]["A2"].number_format = number_format
    assert read(book, tmp_path).rows[0].number == number


def test_merged_cells(tmp_path: Path) -> None:
    book = filled(HEAD, ["I. Thể chế"], task(1), task(2, lead=None), task(3, lead="Sở C"))
    book.worksheets[0].merge_cells("A2:F2")
    book.worksheets[0].merge_cells("D3:D4")
    assert [(row.number, row.section, row.lead, row.line) for row in read(book, tmp_path).rows] == [
        ("1", "I. Thể chế", "Sở A", 3),
        ("2", "I. Thể chế", "Sở A", 4),
        ("3", "I. Thể chế", "Sở C", 5),
    ]


def test_a_heading_over_two_rows(tmp_path: Path) -> None:
    book = filled(
        ["PHỤ LỤC"],
        [],
        ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan thực hiện", None, "Thời gian"],
        [None, None, None, "Chủ trì", "Phối hợp"],
        task(1),
    )
    sheet = book.worksheets[0]
    sheet.merge_cells("D3:E3")
    for column in "ABCF":
        sheet.merge_cells(f"{column}3:{column}4")
    assert read(book, tmp_path).rows == (Row("1", None, "Việc", "Kế hoạch", "Sở A", "Sở B", "2026", (), 5),)


def test_the_title_block_stands_above_the_table(tmp_path: Path) -> None:
    book = filled(
        ["UBND TỈNH HƯNG YÊN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Số: 12/KH-UBND", None, None, "Hưng Yên, ngày 05 tháng 02 năm 2024"],
        ["KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2024"],
        HEAD,
        task(1),
    )
    title = read(book, tmp_path).title
    assert (title.number, str(title.issued_on), title.issuer, title.kind, title.title, title.year) == (
        "12/KH-UBND",
        "2024-02-05",
        "UBND tỉnh Hưng Yên",
        "Kế hoạch",
        "CHUYỂN ĐỔI SỐ NĂM 2024",
        2024,
    )


def test_sheets_with_the_same_heading_are_one_annex_and_hidden_ones_are_not_read(tmp_path: Path) -> None:
    book = filled(HEAD, task(1))
    for name, state, number in (("Tiếp", "visible", 2), ("Nháp", "hidden", 3)):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        sheet.append(HEAD)
        sheet.append(task(number))
    book.create_sheet("Danh bạ").append(["Họ tên", "Điện thoại"])
    assert [row.number for row in read(book, tmp_path).rows] == ["1", "2"]


def test_a_formula_gives_its_saved_value_and_none_without_one(tmp_path: Path) -> None:
    # openpyxl saves no values, as a program that never calculated would.
    assert read(filled(HEAD, task(1, deadline="=1+1")), tmp_path).rows[0].deadline == ""


def test_two_tables_on_one_sheet(tmp_path: Path) -> None:
    book = filled(
        ["KẾ HOẠCH NĂM 2026"],
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
        [1, "Một", "Văn phòng", "Quý I"],
        [2, "Hai", "Văn phòng", "Quý II"],
        [],
        ["PHỤ LỤC II"],
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm"],
        [1, "Ba", "Văn phòng", "Phòng Kinh tế", "Quý III", "Báo cáo"],
        [2, "Bốn", "Công an xã", None, "Quý IV", "Kế hoạch"],
    )
    assert [(row.number, row.title, row.coordinating, row.deadline) for row in read(book, tmp_path).rows] == [
        ("1", "Một", "", "Quý I"),
        ("2", "Hai", "", "Quý II"),
        ("II.1", "Ba", "Phòng Kinh tế", "Quý III"),
        ("II.2", "Bốn", "", "Quý IV"),
    ]


def test_one_number_and_task_merged_over_rows_with_days_of_their_own(tmp_path: Path) -> None:
    book = filled(
        HEAD, task(1, deadline="30/6/2026"), [None, None, "Báo cáo", "Sở C", None, "Quý III/2026"], task(2, "Khác")
    )
    for column in "AB":
        book.worksheets[0].merge_cells(f"{column}2:{column}3")
    assert [(row.number, row.title, row.product, row.lead, row.deadline) for row in read(book, tmp_path).rows] == [
        ("1a", "Việc", "Kế hoạch", "Sở A", "30/6/2026"),
        ("1b", "Việc", "Báo cáo", "Sở C", "Quý III/2026"),
        ("2", "Khác", "Kế hoạch", "Sở A", "2026"),
    ]


def test_what_is_struck_out_hidden_or_without_a_value_is_named(tmp_path: Path) -> None:
    book = filled(HEAD, task(1), task(2), task(3), task(4, deadline="=DATE(2026,6,30)"))
    sheet = book.worksheets[0]
    for cell in sheet[3]:
        cell.font = Font(strike=True)
    sheet.row_dimensions[4].hidden = True
    old = book.create_sheet("Bản cũ")
    old.append(HEAD)
    old.sheet_state = "hidden"
    document = read(book, tmp_path)
    assert [(row.number, row.deadline) for row in document.rows] == [("1", "2026"), ("3", "2026"), ("4", "")]
    assert document.left_out == (
        LeftOut("struck", "", 1),
        LeftOut("hidden", "", 1),
        LeftOut("formula", "F5", 1),
        LeftOut("sheet", "Bản cũ", 1),
    )


def test_what_stands_below_the_last_task_and_a_sheet_that_only_counts_are_no_tasks(tmp_path: Path) -> None:
    book = filled(HEAD, task(1), ["", "Tổng cộng", "", "", "", 1], ["", "Ghi chú: báo cáo trước ngày 25 hằng tháng."])
    counted = book.create_sheet("Tổng hợp")
    counted.append(["Đơn vị", "Tổng số nhiệm vụ", "Hoàn thành", "Đang thực hiện", "Quá hạn", "Tỷ lệ"])
    for unit in ("Văn phòng Sở", "Phòng Tổ chức cán bộ", "Phòng Kế hoạch - Tài chính"):
        counted.append([unit, 3, 2, 1, 0, "67%"])
    document = read(book, tmp_path)
    assert [(row.number, row.title) for row in document.rows] == [("1", "Việc")]
    assert document.left_out == (
        LeftOut("closing", "Tổng cộng", 1),
        LeftOut("closing", "Ghi chú: báo cáo trước ngày 25 hằng tháng.", 1),
        LeftOut("table", "Đơn vị | Tổng số nhiệm vụ | Hoàn thành | Đang thực hiện", 3),
    )
