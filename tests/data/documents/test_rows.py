"""Columns by meaning, sections, numbers and torn rows, told as small tables of text."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.documents.document import Document, Row
from data.documents.formats import read_document
from data.documents.meanings import meaning
from data.refusals import ColumnsMissing, TableMissing

HEAD = "STT\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời gian"
TABLES = Path(__file__).parents[4] / "shared" / "samples" / "tables"


def read(tmp_path: Path, *lines: str) -> Document:
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_document(path)


def numbered(document: Document) -> list[tuple[str, str | None, str]]:
    return [(row.number, row.section, row.title) for row in document.rows]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("STT", "number"),
        ("TT", "number"),
        ("Số TT", "number"),
        ("Số thứ tự", "number"),
        ("Nhiệm vụ", "title"),
        ("NHIỆM VỤ VÀ GIẢI PHÁP", "title"),
        ("Nội dung", "title"),
        ("Nội dung công việc", "title"),
        ("Nội dung thực hiện", "title"),
        ("Tên nhiệm vụ/dự án", "title"),
        ("Tên đề án", "title"),
        ("Tên công việc", "title"),
        ("Các hoạt động", "title"),
        ("Sản phẩm", "product"),
        ("Sản phẩm hoàn thành", "product"),
        ("Sản phẩm đầu ra", "product"),
        ("Kết quả dự kiến", "product"),
        ("Kết quả thực hiện", "product"),
        ("Kết quả", "product"),
        ("Dự kiến sản phẩm", "product"),
        ("Cơ quan chủ trì", "lead"),
        ("Đơn vị chủ trì thực hiện", "lead"),
        ("CHỦ TRÌ", "lead"),
        ("Đơn vị thực hiện", "lead"),
        ("Cơ quan thực hiện", "lead"),
        ("Trách nhiệm", "lead"),
        ("Trách nhiệm thực hiện", "lead"),
        ("Đơn vị đầu mối", "lead"),
        ("Cơ quan, đơn vị chủ trì", "lead"),
        ("Cơ quan phối hợp", "coordinating"),
        ("Phối hợp", "coordinating"),
        ("Đơn vị phối hợp thực hiện", "coordinating"),
        ("Thời gian", "deadline"),
        ("Thời gian thời gian", "deadline"),
        ("Thời gian thực hiện", "deadline"),
        ("Thời gian dự kiến hoàn thành", "deadline"),
        ("Thời hạn", "deadline"),
        ("Thời hạn hoàn thành", "deadline"),
        ("Hạn hoàn thành", "deadline"),
        ("Tiến độ", "deadline"),
        ("Tiến độ thực hiện", "deadline"),
        ("Nguồn kinh phí", "extra"),
        ("Kinh phí thực hiện", "extra"),
        ("Ghi chú", "extra"),
        ("Lãnh đạo phụ trách", "extra"),
        ("Thời gian bắt đầu", "start"),
        ("Căn cứ", "extra"),
    ],
)
def test_meaning_of_a_heading(heading: str, role: str) -> None:
    assert meaning(heading)[0] == role


def test_columns_in_any_order_and_further_ones_are_kept(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Thời hạn hoàn thành\tKinh phí\tĐơn vị thực hiện\tTT\tKết quả\tNội dung công việc\tGhi chú",
        "30/6/2023\t10 triệu\tPhòng Nội vụ\t1.\tBáo cáo\tSơ kết\t",
    )
    assert document.rows == (
        Row("1", None, "Sơ kết", "Báo cáo", "Phòng Nội vụ", "", "30/6/2023", (("Kinh phí", "10 triệu"),), 2),
    )


def test_start_and_end_are_told_apart(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "STT\tNhiệm vụ\tChủ trì\tThời gian bắt đầu\tThời gian hoàn thành",
        "1\tSơ kết\tPhòng Nội vụ\t01/6\t30/6",
    )
    assert [(row.start, row.deadline, row.extra) for row in document.rows] == [("01/6", "30/6", ())]


def test_a_heading_over_two_rows_and_the_row_of_column_numbers(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "STT\tNhiệm vụ\tCơ quan thực hiện\t\tThời gian",
        "\t\tChủ trì\tPhối hợp\t",
        "(1)\t(2)\t(3)\t(4)\t(5)",
        "1\tSơ kết\tPhòng Nội vụ\tCác phòng\tQuý II",
    )
    assert document.rows == (Row("1", None, "Sơ kết", "", "Phòng Nội vụ", "Các phòng", "Quý II", (), 4),)


def test_sections_and_numbers_that_begin_anew(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        HEAD,
        "I\tThể chế",
        "1\tViệc một\tKế hoạch\tSở A\tSở B\t2026",
        "2\tViệc hai\tKế hoạch\tSở A\tSở B\t2026",
        "II. Hạ tầng",
        HEAD,
        "1\tViệc ba\tKế hoạch\tSở A\tSở B\t2026",
    )
    assert numbered(document) == [
        ("I.1", "I. Thể chế", "Việc một"),
        ("I.2", "I. Thể chế", "Việc hai"),
        ("II.1", "II. Hạ tầng", "Việc ba"),
    ]


def test_numbers_that_go_on_through_the_sections_stay_as_written(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        HEAD,
        "A\tTHỂ CHẾ",
        "01\tViệc một\tKế hoạch\tSở A\tSở B\t2026",
        "B\tHẠ TẦNG",
        "02.\tViệc hai\tKế hoạch\tSở A\tSở B\t2026",
    )
    assert numbered(document) == [("01", "A. THỂ CHẾ", "Việc một"), ("02", "B. HẠ TẦNG", "Việc hai")]


def test_sections_within_sections(tmp_path: Path) -> None:
    task = "Việc\tKế hoạch\tSở A\tSở B\t2026"
    document = read(
        tmp_path,
        HEAD,
        "A\tNỀN MÓNG",
        "I\tThể chế",
        f"1\t{task}",
        "II\tHạ tầng",
        f"1\t{task}",
        "B\tNGÀNH",
        "I\tThương mại",
        "5.1\tBán lẻ",
        f"5.1.1\t{task}",
        f"5.2\t{task}",
    )
    assert numbered(document) == [
        ("I.1", "A. NỀN MÓNG / I. Thể chế", "Việc"),
        ("II.1", "A. NỀN MÓNG / II. Hạ tầng", "Việc"),
        ("I.5.1.1", "B. NGÀNH / I. Thương mại / 5.1. Bán lẻ", "Việc"),
        ("I.5.2", "B. NGÀNH / I. Thương mại", "Việc"),
    ]


def test_letters_under_a_number(tmp_path: Path) -> None:
    task = "Việc\tKế hoạch\tSở A\tSở B\t2026"
    document = read(tmp_path, HEAD, "1\tNhóm một", f"a)\t{task}", f"b)\t{task}", "2\tNhóm hai", f"a)\t{task}")
    assert numbered(document) == [
        ("1.a)", "1. Nhóm một", "Việc"),
        ("1.b)", "1. Nhóm một", "Việc"),
        ("2.a)", "2. Nhóm hai", "Việc"),
    ]


def test_a_number_given_twice_stays_double(tmp_path: Path) -> None:
    task = "Việc\tKế hoạch\tSở A\tSở B\t2026"
    assert [row.number for row in read(tmp_path, HEAD, f"7\t{task}", f"7\t{task}").rows] == ["7", "7"]


def test_a_table_without_numbers_is_counted(tmp_path: Path) -> None:
    document = read(tmp_path, "Nhiệm vụ\tChủ trì\tThời hạn", "Việc một\tSở A\t2026", "Việc hai\tSở B\t2027")
    assert [(row.number, row.lead) for row in document.rows] == [("1", "Sở A"), ("2", "Sở B")]


def test_a_row_cut_by_the_page_is_joined(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        HEAD,
        "1\tTuyên truyền về\tTin,\tPhòng Nội vụ\tVăn phòng HĐND-\tThường",
        "",
        "\tcải cách\tbài\tTrung tâm Văn hóa\tUBND\txuyên",
        "2\tViệc hai\tKế hoạch\tSở A\tSở B\t2026",
    )
    assert document.rows[0] == Row(
        number="1",
        section=None,
        title="Tuyên truyền về cải cách",
        product="Tin, bài",
        lead="Phòng Nội vụ; Trung tâm Văn hóa",
        coordinating="Văn phòng HĐND-UBND",
        deadline="Thường xuyên",
        extra=(),
        line=2,
    )
    assert [row.number for row in document.rows] == ["1", "2"]


def test_a_whole_row_without_a_number_is_a_task_of_its_own(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        HEAD,
        "1\tViệc một\tKế hoạch\tSở A\tSở B\t2026",
        "\tViệc khác\tKế hoạch\tSở C\tSở B\t2027",
    )
    assert [(row.number, row.title, row.lead) for row in document.rows] == [
        ("1", "Việc một", "Sở A"),
        ("1", "Việc khác", "Sở C"),
    ]


def test_rows_without_a_number_under_a_group_are_counted_in_it(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        HEAD,
        "1\tNhóm một",
        "\t- Việc một\tKế hoạch\tSở A\tSở B\t2026",
        "\t- Việc hai\tKế hoạch\tSở A\tSở B\t2026",
    )
    assert [(row.number, row.section) for row in document.rows] == [("1.1", "1. Nhóm một"), ("1.2", "1. Nhóm một")]


def test_text_before_and_after_the_table_is_not_in_it(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "KẾ HOẠCH",
        HEAD,
        "1\tViệc một\tKế hoạch\tSở A\tSở B\t2026",
        "Phụ lục này gồm một việc.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Nội vụ: Theo dõi việc thực hiện.",
    )
    assert [(row.number, row.deadline) for row in document.rows] == [("1", "2026")]
    assert [(duty.number, duty.heading, duty.text) for duty in document.duties] == [
        ("III.1.1", "Phòng Nội vụ", "Theo dõi việc thực hiện."),
    ]


def test_the_annex_is_chosen_among_tables(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "STT\tNội dung chi\tSố tiền",
        "1\tIn ấn\t5 triệu",
        "Bảng nhiệm vụ",
        "",
        HEAD,
        "1\tViệc một\tKế hoạch\tSở A\tSở B\t2026",
    )
    assert [row.title for row in document.rows] == ["Việc một"]


def test_no_table(tmp_path: Path) -> None:
    with pytest.raises(TableMissing):
        read(tmp_path, "KẾ HOẠCH", "Không có phụ lục.")


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("STT\tNội dung\tThành tiền", ("lead", "deadline")),
        ("STT\tNhiệm vụ\tThời gian", ("lead",)),
        ("STT\tChủ trì\tThời gian", ("title",)),
        ("STT\tNhiệm vụ\tChủ trì", ("deadline",)),
    ],
)
def test_missing_columns_are_named(tmp_path: Path, heading: str, columns: tuple[str, ...]) -> None:
    with pytest.raises(ColumnsMissing) as refusal:
        read(tmp_path, heading, "1\tMột\tHai")
    assert refusal.value.columns == columns


@pytest.mark.skipif(not TABLES.is_dir(), reason="the sample annexes of other bodies are not part of the repository")
@pytest.mark.parametrize(
    ("name", "rows", "first", "last", "columns"),
    [
        ("DongNai", 94, "A.I.1.1", "C.VI.6.3", "product lead coordinating deadline"),
        ("DongThap", 19, "I.1", "IV.5", "lead coordinating deadline"),
        ("NgheAn", 18, "I.1", "VIII.2", "product lead coordinating deadline"),
        ("TPHCM", 25, "I.1", "VI.5", "product lead coordinating deadline"),
        ("TTg", 25, "I.1", "VII.3", "product lead coordinating deadline"),
    ],
)
def test_annexes_of_other_bodies(name: str, rows: int, first: str, last: str, columns: str) -> None:
    document = read_document(next(TABLES.glob(f"{name}_*.tsv")))
    assert len(document.rows) == rows
    assert (document.rows[0].number, document.rows[-1].number) == (first, last)
    assert all(row.title and row.lead and row.deadline for row in document.rows)
    filled = {column for row in document.rows for column in columns.split() if getattr(row, column)}
    assert filled == set(columns.split())


@pytest.mark.skipif(not TABLES.is_dir(), reason="the sample annexes of other bodies are not part of the repository")
def test_an_annex_with_funding_and_a_second_lead() -> None:
    document = read_document(next(TABLES.glob("TPHCM_*.tsv")))
    first, second = (next(row for row in document.rows if row.number == number) for number in ("I.1", "II.1"))
    assert first.extra == (("Nguồn kinh phí", "Chi thường xuyên hoặc nguồn vốn hợp pháp khác (nếu có)"),)
    assert replace(second, title="", product="", extra=()) == Row(
        number="II.1",
        section=(
            "II. Xây dựng hạ tầng công nghệ thông tin đảm bảo triển khai Hệ thống thông tin và cơ sở dữ liệu quốc gia "
            "về quy hoạch"
        ),
        title="",
        product="",
        lead="Trung tâm Chuyển đổi số Thành phố; Trung tâm Chuyển đổi số Thành phố",
        coordinating="Sở Khoa học và Công nghệ, các sở, ngành, UBND xã, phường, đặc khu",
        deadline="Quý IV/2026",
        extra=(),
        line=8,
    )
