"""TCVN3 and VNI become Unicode, in whole files and in single cells; what is Unicode stays as it is."""

from pathlib import Path

import docx
import pytest

from data.documents import legacy
from data.documents.formats import read_document
from tests.data.documents.making import PLAN, add_table

OLD = {
    "Phßng Néi vô": "Phòng Nội vụ",
    "Hoµn thµnh tr\xadíc ngµy 30/6/2026": "Hoàn thành trước ngày 30/6/2026",
    "QuyÕt ®Þnh": "Quyết định",
    "Phoøng Noäi vuï": "Phòng Nội vụ",
    "UBND xaõ": "UBND xã",
    "Coâng vieäc": "Công việc",
    "höôùng daãn": "hướng dẫn",
}
NEW = ("Báo cáo", "Quý III", "xã", "Hòa giải", "Bí thư", "Ký", "thêm · tình hình", "Café", "§ 5", "2 ± 1", "·")


def test_words_of_before() -> None:
    assert {old: legacy.modern(old) for old in OLD} == OLD


@pytest.mark.parametrize("text", NEW)
def test_words_of_today(text: str) -> None:
    assert legacy.modern(text) == text


def test_no_line_of_the_plan_is_taken_for_another() -> None:
    lines = PLAN.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if legacy.modern(line) != line] == []


TABLE = ["STT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn", "1\trà soát thủ tục\tphòng nội vụ\ttháng sáu"]


@pytest.mark.parametrize("letters", [legacy._TCVN3, legacy._VNI])
def test_a_whole_file(tmp_path: Path, letters: dict[str, str]) -> None:
    back = {new: old for old, new in letters.items()}
    text = "\n".join([*TABLE, "2\ttập huấn nghiệp vụ\tphòng tư pháp\tquý hai"]).replace("Đ", "đ").replace("T", "t")
    (tmp_path / "plan.txt").write_bytes("".join(back.get(letter, letter) for letter in text).encode("latin-1"))
    rows = read_document(tmp_path / "plan.txt").rows
    assert [(row.number, row.title, row.lead, row.deadline) for row in rows] == [
        ("1", "rà soát thủ tục", "phòng nội vụ", "tháng sáu"),
        ("2", "tập huấn nghiệp vụ", "phòng tư pháp", "quý hai"),
    ]


def test_single_cells_of_a_table(tmp_path: Path) -> None:
    document = docx.Document()
    cells = ["1", "Rµ so¸t thñ tôc", "Phßng Néi vô", "Th¸ng 6/2026"]
    add_table(document, [["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"], cells])
    document.save(str(tmp_path / "plan.docx"))
    (row,) = read_document(tmp_path / "plan.docx").rows
    assert (row.title, row.lead, row.deadline) == ("Rà soát thủ tục", "Phòng Nội vụ", "Tháng 6/2026")
