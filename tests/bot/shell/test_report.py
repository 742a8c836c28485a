"""`nhacviec report`: the report on a period as a file; what is no period, no plan or no such file has its sentence."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.bot.shell.conftest import Run
from tests.building import PLAN

NOW = {"NHACVIEC_NOW": "2023-03-20T09:00"}


@pytest.fixture
def followed(run: Run) -> Run:
    """The plan of 2023, followed up since January."""
    assert run("import", str(PLAN), "--yes", NHACVIEC_NOW="2023-01-11T08:00").code == 0
    return run


def test_it_is_written_as_word_and_as_excel(followed: Run, tmp_path: Path) -> None:
    for name in ("quy-1.docx", "quy-1.xlsx"):
        said = followed("report", "quy 1", name, **NOW)
        assert (said.code, said.out, said.err) == (0, f"Đã ghi tệp {name}\n", "")
    word = Document(BytesIO((tmp_path / "quy-1.docx").read_bytes()))
    assert word.paragraphs[2].text.endswith("về tuyên truyền cải cách hành chính năm 2023, quý I/2023")
    assert load_workbook(tmp_path / "quy-1.xlsx").sheetnames == ["Theo đơn vị", "Chi tiết"]


@pytest.mark.parametrize(
    ("period", "named"),
    [
        ("nam", "năm 2023"),
        ("6 thang", "6 tháng đầu năm 2023"),
        ("quý IV", "quý IV/2023"),
        ("2023-01-15..2023-04-30", "từ ngày 15/01/2023 đến ngày 30/04/2023"),
        ("nam 2019", "năm 2019"),
    ],
)
def test_a_period_is_named_as_people_name_it(followed: Run, tmp_path: Path, period: str, named: str) -> None:
    assert followed("report", period, "bc.docx", "--plan", "06", **NOW).code == 0
    text = [each.text for each in Document(BytesIO((tmp_path / "bc.docx").read_bytes())).paragraphs]
    assert text[2].endswith(f", {named}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["quy 1", "bc.pdf"], "bc.pdf: đề nghị đặt tên tệp có đuôi .docx (Word) hoặc .xlsx (Excel)."),
        (
            ["bao gio", "bc.docx"],
            (
                "Chưa hiểu kỳ báo cáo “bao gio”. Đề nghị ghi, ví dụ: “quy 1”, “6 thang dau nam”, “nam 2023” hoặc"
                " 2023-01-01..2023-06-30"
            ),
        ),
        (
            ["2023-06-30..2023-01-01", "bc.docx"],
            "Ngày cuối 01/01/2023 ở trước ngày đầu 30/06/2023. Đề nghị kiểm tra lại.",
        ),
        (
            ["quy 1", "bc.docx", "--plan", "99"],
            "Đề nghị cho biết báo cáo về Kế hoạch nào, bằng --plan và số Kế hoạch: 06/KH-UBND",
        ),
        (["quy 1", "there.docx"], "there.docx"),
        (["quy 1", "nowhere/bc.docx"], "nowhere/bc.docx"),
    ],
)
def test_what_cannot_be_written_is_told(followed: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "there.docx").write_text("mine")
    got = followed("report", *arguments, **NOW)
    assert (got.code, said in got.err) == (1, True), got.err
    assert (tmp_path / "there.docx").read_text() == "mine"


def test_without_a_plan_there_is_nothing_to_report(run: Run) -> None:
    got = run("report", "quy 1", "bc.docx", **NOW)
    assert (got.code, got.err) == (1, "Chưa có Kế hoạch nào được nhập. Đề nghị chạy: nhacviec import FILE\n")
