"""`nhacviec form`: a plan without tasks to be read becomes a workbook, which is completed and imported."""

from pathlib import Path

import openpyxl
import pytest

from data.documents import read_document
from tests.bot.shell.conftest import Run

PLAN = """UBND THÀNH PHỐ HƯNG YÊN
Số: 51/KH-UBND
Hưng Yên, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Tổ chức Ngày sách và Văn hóa đọc năm 2026
I. MỤC ĐÍCH
1. Khuyến khích việc đọc sách trong Nhân dân.
II. NỘI DUNG
1. Trưng bày sách tại nhà văn hóa thành phố
2. Thi kể chuyện theo sách
a) Vòng sơ khảo tại các trường
III. NỘI DUNG KHÁC
- =HYPERLINK("http://vidu.vn") giới thiệu\x01 sách
"""
NOW = {"NHACVIEC_NOW": "2026-01-06T08:00"}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The plan, as a file."""
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_it_is_refused_with_the_way_on(run: Run, plan: Path) -> None:
    said = run("import", str(plan), "--dry-run", **NOW)
    assert (said.code, said.out, said.err) == (
        1,
        "",
        (
            f"Không tìm thấy bảng nhiệm vụ hoặc nhiệm vụ ghi theo dòng trong {plan}. Để lập biểu mẫu Excel, bổ sung rồi nhập:"
            f" nhacviec form {plan} OUT.xlsx\n"
        ),
    )


def test_the_form_is_completed_and_imported(run: Run, plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "bieu-mau.xlsx"
    assert run("form", str(plan), str(out), **NOW).out == (
        f"Biểu mẫu gồm 3 nhiệm vụ đã được ghi vào {out}. Đề nghị đồng chí bổ sung đơn vị chủ trì, thời hạn của từng nhiệm"
        f" vụ, xóa dòng không phải nhiệm vụ rồi nhập bằng lệnh: nhacviec import {out}\n"
    )
    read = read_document(out)
    assert (read.title.number, str(read.title.issued_on), read.title.issuer, read.title.title, read.title.year) == (
        "51/KH-UBND",
        "2026-01-05",
        "UBND thành phố Hưng Yên",
        "Tổ chức Ngày sách và Văn hóa đọc năm 2026",
        2026,
    )
    assert [(row.number, row.title, row.lead, row.deadline) for row in read.rows] == [
        ("1", "Trưng bày sách tại nhà văn hóa thành phố", "", ""),
        ("2", "Vòng sơ khảo tại các trường", "", ""),
        ("3", '=HYPERLINK("http://vidu.vn") giới thiệu sách', "", ""),
    ]
    complete(out, [("Phòng Văn hóa và Thông tin", "Quý II/2026"), ("Phòng Giáo dục và Đào tạo", "15/4/2026")])
    (got,) = run("import", str(out), "--json", **NOW).objects
    assert [(task["number"], task["lead"], task["deadline"]["due"]) for task in got["tasks"]] == [  # type: ignore[attr-defined]  # parsed
        ("1", ["VHTT"], "2026-06-30"),
        ("2", ["GDDT"], "2026-04-15"),
    ]


def complete(path: Path, cells: list[tuple[str, str]]) -> None:
    """Fill in lead and deadline from the first task on, and delete the tasks after them."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    top = next(row[0].row or 0 for row in sheet.iter_rows() if row[0].value == "STT")
    for place, (lead, deadline) in enumerate(cells, top + 1):
        sheet.cell(place, 4).value, sheet.cell(place, 6).value = lead, deadline
    sheet.delete_rows(top + 1 + len(cells), 20)
    book.save(path)


def test_what_was_completed_is_not_written_over(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "co-roi.xlsx").write_bytes(b"")
    assert run("form", str(plan), str(tmp_path / "co-roi.xlsx"), **NOW).code == 1
