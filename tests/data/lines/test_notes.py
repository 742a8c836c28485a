"""What in a note backs a report: numbers of documents and links."""

from datetime import date

import pytest

from data.documents.formats import read_document
from data.lines.notes import beside_evidence, evidence_in, named_first, named_in, parts_of
from tests.building import PLAN
from tests.tables import differing


def test_document_numbers_and_links_are_evidence() -> None:
    table = [
        ("", ()),
        ("đã làm xong", ()),
        ("số 12/KH-VHTT", (("document", "số 12/KH-VHTT"),)),
        ("12/KH-VHTT", (("document", "số 12/KH-VHTT"),)),
        ("số 9/BC-TH1, 3 lớp", (("document", "số 9/BC-TH1"),)),
        ("so 7/kh-vp", (("document", "số 7/KH-VP"),)),
        ("7/kh-vp ngay 5/2/2023", (("document", "số 7/KH-VP ngày 5/2/2023"),)),
        ("theo cv 12/vp", (("document", "công văn số 12/VP"),)),
        ("15-CV/TU", (("document", "số 15-CV/TU"),)),
        ("Kế hoạch số 15-KH/TU ngày 05/02/2023", (("document", "kế hoạch số 15-KH/TU ngày 05/02/2023"),)),
        ("5/thang", ()),
        ("đã gửi 12/KH-VHTT.", (("document", "số 12/KH-VHTT"),)),
        ("số 12/KH-VHTT ngày 05/02/2023", (("document", "số 12/KH-VHTT ngày 05/02/2023"),)),
        ("so 12/KH-VHTT ngay 5/2/2023", (("document", "số 12/KH-VHTT ngày 5/2/2023"),)),
        ("Số 34 / QĐ - UBND  ngày  05/02/2023, gửi rồi", (("document", "số 34/QĐ-UBND ngày 05/02/2023"),)),
        ("số 1521/2020/QĐ-TTg", (("document", "số 1521/2020/QĐ-TTg"),)),
        ("số 5/BC-TC&KH và 6/TTr-UBND", (("document", "số 5/BC-TC&KH"), ("document", "số 6/TTr-UBND"))),
        ("3 tin, 2 bài trong tháng 1/2023 ngày 05/02/2023", ()),
        ("https://hungyen.gov.vn/a?b=1", (("link", "https://hungyen.gov.vn/a?b=1"),)),
        ("bài ở (https://hungyen.gov.vn/12/KH-X), xin báo", (("link", "https://hungyen.gov.vn/12/KH-X"),)),
        ("công văn số 31/VP-KSTTHC ngày 15/02/2023", (("document", "công văn số 31/VP-KSTTHC ngày 15/02/2023"),)),
        ("đã gửi to trinh so 4/TTr-VP", (("document", "tờ trình số 4/TTr-VP"),)),
        ("văn bản số 4/CV-VP", (("document", "số 4/CV-VP"),)),
        ("http://a.vn/1. Số 7/BC-VP", (("link", "http://a.vn/1"), ("document", "số 7/BC-VP"))),
    ]
    assert differing((note, evidence_in(note), evidence) for note, evidence in table) == []


def test_what_a_note_says_beside_its_evidence() -> None:
    table = [
        ("đã mở 03 lớp", "đã mở 03 lớp"),
        ("số 25/KH-NV ngày 18/04/2023, đã mở 03 lớp", "đã mở 03 lớp"),
        ("đã mở 03 lớp, báo cáo số 5/BC-NV.", "đã mở 03 lớp"),
        ("số 12/KH-VP ngày 14/02/2023, công văn số 31/VP-KSTTHC ngày 15/02/2023", ""),
        ("số 5/BC-TCKH và 6/TTr-UBND", ""),
        ("đã ban hành kế hoạch số 12/KH-VP", "đã ban hành kế hoạch"),
        ("văn bản số 12/KH-VP hướng dẫn các phường", "văn bản số 12/KH-VP hướng dẫn các phường"),
        ("1/" + "A-" * 1_900 + "! gửi", "1/" + "A-" * 1_900 + "! gửi"),
    ]
    assert differing((note, beside_evidence(note), said) for note, said in table) == []


@pytest.mark.parametrize(
    ("note", "value"),
    [
        ("số 7/BC-VP ngày 6/3", "số 7/BC-VP ngày 06/03/2023"),
        ("so 15/KH-UBND ngay 30-1", "số 15/KH-UBND ngày 30/01/2023"),
        ("số 3/KH-VP (ngày 6.3)", "số 3/KH-VP ngày 06/03/2023"),
        ("số 3/KH-VP ngày 6/3/23", "số 3/KH-VP ngày 06/03/2023"),
        ("số 3/KH-VP ngày 30 tháng 1 năm 2023", "số 3/KH-VP ngày 30/01/2023"),
        ("số 3/KH-VP ngày 28/12", "số 3/KH-VP ngày 28/12/2022"),
        ("số 3/KH-VP ngày 5/2/2021", "số 3/KH-VP ngày 5/2/2021"),
        ("số 3/KH-VP ngày 31/2", "số 3/KH-VP"),
    ],
)
def test_the_date_of_a_document_without_its_year(note: str, value: str) -> None:
    assert evidence_in(note, date(2023, 3, 12)) == (("document", value),)
    assert beside_evidence(f"{note} ạ") == ""


PLAN_CELLS = {
    "1": (),
    "2": ("Kế hoạch", "tài liệu", "các lớp tập huấn"),
    "3": (),
    "4": (),
    "5": (),
    "6": ("Kế hoạch", "Báo cáo"),
    "7": ("Kế hoạch", "Báo cáo"),
    "8": ("Tờ gấp", "Đề cương", "Bản tin tư pháp"),
    "9": ("Kế hoạch", "Báo cáo"),
    "10": ("Kế hoạch truyền thông về hoạt động kiểm soát TTHC", "văn bản triển khai thực hiện"),
    "11": (),
    "12": (),
    "13": (),
    "14": ("Kế hoạch", "Báo cáo"),
    "15": (),
}


def test_the_product_cells_of_the_plan() -> None:
    assert {row.number: parts_of(row.product) for row in read_document(PLAN).rows} == PLAN_CELLS


def test_other_cells() -> None:
    table = [
        ("", ()),
        ("Kế hoạch", ()),
        ("Kế hoạch và báo cáo kết quả", ("Kế hoạch", "báo cáo kết quả")),
        ("Kế hoạch\nBáo cáo", ("Kế hoạch", "Báo cáo")),
        ("- Kế hoạch\n- Báo cáo tổng kết", ("Kế hoạch", "Báo cáo tổng kết")),
        ("Kế hoạch; Báo cáo.", ("Kế hoạch", "Báo cáo")),
        ("Báo cáo thực hiện Kế hoạch", ()),
        ("Quyết định ban hành Kế hoạch kiểm tra", ()),
        ("Báo cáo, báo cáo", ("Báo cáo", "báo cáo")),
        ("Kế hoạch, Kế hoạch", ()),
        ("Quyết định, đăng tải trên Cổng thông tin", ()),
        ("Hội nghị Báo cáo viên", ()),
        ("Tin, bài; Kế hoạch", ()),
        ("Kế hoạch: số hóa hồ sơ", ()),
        ("Cơ sở dữ liệu; phần mềm", ("Cơ sở dữ liệu", "phần mềm")),
    ]
    assert differing((cell, parts_of(cell), parts) for cell, parts in table) == []


def test_what_people_name() -> None:
    table = [
        ("9", "ke hoach", ("Kế hoạch",), ""),
        ("9", "Kế hoạch số 12/KH-TP", ("Kế hoạch",), "số 12/KH-TP"),
        ("9", "phần báo cáo: số 3/BC-TP", ("Báo cáo",), "số 3/BC-TP"),
        ("9", "bao cao va ke hoach da gui", ("Báo cáo", "Kế hoạch"), "da gui"),
        ("9", "ke hoach, bao cao", ("Kế hoạch", "Báo cáo"), ""),
        ("9", "bc", ("Báo cáo",), ""),
        ("9", "KH số 12/KH-TP", ("Kế hoạch",), "số 12/KH-TP"),
        ("9", "kh, bc da gui", ("Kế hoạch", "Báo cáo"), "da gui"),
        (
            "9",
            "Kế hoạch số 1/KH-TP, Báo cáo số 2/BC-TP",
            ("Kế hoạch", "Báo cáo"),
            "số 1/KH-TP, Báo cáo số 2/BC-TP",
        ),
        ("9", "ke hoach so 1/KH-TP va bc 2/BC-TP", ("Kế hoạch", "Báo cáo"), "so 1/KH-TP va bc 2/BC-TP"),
        ("9", "kế hoạch số 1/KH-TP, báo cáo gửi sau", ("Kế hoạch",), "số 1/KH-TP, báo cáo gửi sau"),
        ("9", "ke", (), "ke"),
        ("9", "đã gửi kế hoạch", (), "đã gửi kế hoạch"),
        ("9", "", (), ""),
        ("2", "lop tap huan 3 lop", ("các lớp tập huấn",), "3 lop"),
        ("2", "tài liệu", ("tài liệu",), ""),
        ("10", "ke hoach truyen thong số 12/KH-VP", (PLAN_CELLS["10"][0],), "số 12/KH-VP"),
        ("10", "văn bản số 12/KH-VP", (), "văn bản số 12/KH-VP"),
        ("10", "văn bản triển khai", (PLAN_CELLS["10"][1],), ""),
        ("1", "3 tin 2 bài", (), "3 tin 2 bài"),
    ]
    assert (
        differing(
            ((number, typed, named, rest), named_first(PLAN_CELLS[number], typed), (named, rest))
            for number, typed, named, rest in table
        )
        == []
    )


def test_what_is_named_anywhere() -> None:
    table = [
        ("9", "xong kế hoạch việc 9", ("Kế hoạch",)),
        ("9", "báo cáo và kế hoạch đã gửi", ("Báo cáo", "Kế hoạch")),
        ("10", "em gửi văn bản triển khai", (PLAN_CELLS["10"][1],)),
        ("9", "việc 9 xong", ()),
        ("1", "3 tin", ()),
    ]
    assert differing(((number, text), named_in(PLAN_CELLS[number], text), named) for number, text, named in table) == []


def test_two_words_that_begin_several_names_mean_them_all() -> None:
    parts = ("Kế hoạch tập huấn", "Kế hoạch kiểm tra", "Báo cáo")
    assert named_first(parts, "ke hoach số 1/KH-NV") == (parts[:2], "số 1/KH-NV")
    assert named_first(parts, "ke hoach kiem tra") == ((parts[1],), "")
