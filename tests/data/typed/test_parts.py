"""Products one by one: the cells of the plan and of others, and what people type to name one."""

import pytest

from data.documents.formats import read_document
from data.typed.parts import named_first, named_in, parts_of
from tests.building import PLAN

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


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
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
    ],
)
def test_other_cells(cell: str, parts: tuple[str, ...]) -> None:
    assert parts_of(cell) == parts


@pytest.mark.parametrize(
    ("number", "typed", "named", "rest"),
    [
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
    ],
)
def test_what_people_name(number: str, typed: str, named: tuple[str, ...], rest: str) -> None:
    assert named_first(PLAN_CELLS[number], typed) == (named, rest)


@pytest.mark.parametrize(
    ("number", "text", "named"),
    [
        ("9", "xong kế hoạch việc 9", ("Kế hoạch",)),
        ("9", "báo cáo và kế hoạch đã gửi", ("Báo cáo", "Kế hoạch")),
        ("10", "em gửi văn bản triển khai", (PLAN_CELLS["10"][1],)),
        ("9", "việc 9 xong", ()),
        ("1", "3 tin", ()),
    ],
)
def test_what_is_named_anywhere(number: str, text: str, named: tuple[str, ...]) -> None:
    assert named_in(PLAN_CELLS[number], text) == named


def test_two_words_that_begin_several_names_mean_them_all() -> None:
    parts = ("Kế hoạch tập huấn", "Kế hoạch kiểm tra", "Báo cáo")
    assert named_first(parts, "ke hoach số 1/KH-NV") == (parts[:2], "số 1/KH-NV")
    assert named_first(parts, "ke hoach kiem tra") == ((parts[1],), "")
