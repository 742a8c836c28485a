"""Who coordinates, as an operator says it: a mark in the registry, a setting, or the plan's own words, asked about."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.settings import SHIPPED_UNITS
from data.office.handing_over import hand_over
from data.people import registering
from data.record import Actor
from data.store import open_store
from tests.bot.shell.conftest import Run
from tests.building import PLAN

HEADINGS = "name\tcode\tkind\taliases\tmembers\tcoordinator"
NOBODY = (
    "Danh sách đơn vị chưa đánh dấu đơn vị điều phối: đề nghị ghi x vào cột “coordinator” của một đơn vị, hoặc đặt"
    " COORDINATOR."
)
ONE_NAME = (
    "Nhiều đơn vị cùng tên Trạm y tế (T1, T2): đề nghị đặt cho mỗi đơn vị một tên riêng để tin nhắn phân biệt được."
)


def units(folder: Path, *rows: str) -> str:
    path = folder / "don-vi.tsv"
    path.write_text("\n".join([HEADINGS, *rows]) + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def handed_over(run: Run, tmp_path: Path) -> None:
    """Phòng Nội vụ has handed its work over."""
    run("units", "list")
    store = open_store(f"sqlite:///{tmp_path / 'var' / 'nhacviec.db'}")
    with store.transaction() as session:
        ours, theirs = (registering.unit_by_code(session, code) for code in ("NV", "VHTT"))
        hand_over(session, [ours], theirs, Actor(), datetime(2023, 2, 1, tzinfo=UTC))
    store.close()


# A registry that is refused: its rows, and what is said of it behind where that is.
REFUSED = {
    "two": (
        ("Sở Nội vụ\tSNV\tsở\t\t\tx", "Văn phòng\tVP\tsở\t\t\tx"),
        "(dòng 3) đánh dấu nhiều đơn vị điều phối: SNV, VP. Đề nghị chỉ giữ dấu của một đơn vị.",
    ),
    "a group": (
        ("Sở Nội vụ\tSNV\tsở", "Các sở\tG-S\tnhóm\t\tkind:sở\tx"),
        "(dòng 3) đánh dấu điều phối cho một nhóm: G-S. Đề nghị đánh dấu một đơn vị.",
    ),
    "no code": (("Sở Nội vụ\t\tsở\t\t\tx",), "(dòng 2) thiếu: code. Đề nghị bổ sung và thử lại."),
    "a long name": (
        (f"{'Ban ' * 75}\tBAN\tsở\t\t\tx",),
        "(dòng 2) có tên dài quá 200 ký tự. Đề nghị rút gọn và đưa tên đầy đủ vào cột aliases.",
    ),
}


@pytest.mark.parametrize("which", REFUSED)
def test_a_registry_that_is_refused_is_told_of_at_import_and_in_check(run: Run, tmp_path: Path, which: str) -> None:
    rows, sentence = REFUSED[which]
    file = units(tmp_path, *rows)
    imported, checked = run("units", "import", file), run("check", "--json", UNITS_FILE=file)
    assert imported.code == 1
    assert imported.err.rstrip().endswith(sentence)
    told = [each["detail"] for each in checked.objects if each["check"] == "registry" and not each["ok"]]
    assert len(told) == 1
    assert str(told[0]).endswith(sentence)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("Sở Nội vụ\tSNV\tsở\t\t\tx", "Sở Tư pháp\tSTP\tsở"), []),
        (("Sở Nội vụ\tSNV\tsở\t\t\tx", "Sở Tư pháp\tSTP\tsở\t\t\tkhông"), []),
        (("Sở Nội vụ\tSNV\tsở", "Sở Tư pháp\tSTP\tsở"), [NOBODY]),
        (("Sở Nội vụ\tSNV\tsở\t\t\tx", "Trạm y tế\tT1\ttrạm", "Trạm Y tế\tT2\ttrạm"), [ONE_NAME]),
    ],
)
def test_what_is_strange_is_told_at_import_and_in_check(
    run: Run, tmp_path: Path, rows: tuple[str, ...], told: list[str]
) -> None:
    imported = run("units", "import", units(tmp_path, *rows))
    assert (imported.code, imported.out.splitlines()[1:]) == (0, told)
    assert [each["detail"] for each in run("check", "--json").objects if each["check"] == "registry"] == told


def test_the_file_of_units_is_looked_at_after_it_was_loaded_too(run: Run, tmp_path: Path) -> None:
    file = units(tmp_path, "Sở Nội vụ\tSNV\tsở\t\t\tx")
    run("units", "import", file)
    assert [each for each in run("check", "--json", UNITS_FILE=file).objects if each["check"] == "registry"] == []
    units(tmp_path, "Sở Nội vụ\tSNV\tsở\t\t\tx", "Sở Tư pháp\tSTP\tsở")
    (said,) = [each for each in run("check", "--json", UNITS_FILE=file).objects if each["check"] == "registry"]
    assert (said["ok"], said["detail"]) == (True, "UNITS_FILE có đơn vị chưa nạp (1): STP.")
    assert said["todo"] == f"Để nạp: nhacviec units import {file}"
    units(tmp_path, "Sở Nội vụ\tSNV\tsở\t\t\tx", "Sở Tư pháp\t\tsở")
    (said,) = [each for each in run("check", "--json", UNITS_FILE=file).objects if each["check"] == "registry"]
    assert not said["ok"]
    assert str(said["detail"]).endswith("(dòng 3) thiếu: code. Đề nghị bổ sung và thử lại.")


@pytest.mark.usefixtures("handed_over")
def test_a_coordinator_that_merged_away_is_told_of(run: Run) -> None:
    moved = (
        "Phòng Nội vụ, trước đây là đơn vị điều phối, đã bàn giao cho Phòng Văn hóa và Thông tin: tin nhắn ghi tên"
        " Phòng Văn hóa và Thông tin. Đề nghị chuyển cả dấu trong danh sách đơn vị."
    )
    assert moved in [each["detail"] for each in run("check", "--json").objects]
    assert run("units", "import", str(SHIPPED_UNITS)).out.splitlines()[1:] == [moved]


def test_the_setting_says_it_where_the_registry_does_not(run: Run, tmp_path: Path) -> None:
    file = units(tmp_path, "Sở Nội vụ\tSNV\tsở", "Sở Tư pháp\tSTP\tsở")
    assert run("units", "import", file, COORDINATOR="SNV").out.splitlines()[1:] == []
    assert run("units", "import", file).out.splitlines()[1:] == []  # and it stays


def test_the_plans_own_words_are_asked_about(run: Run, tmp_path: Path) -> None:
    unmarked = tmp_path / "cu.tsv"
    unmarked.write_text(
        SHIPPED_UNITS.read_text(encoding="utf-8").replace("coordinator", "ghi chú", 1), encoding="utf-8"
    )
    asked = (
        "Danh sách đơn vị chưa ghi đơn vị điều phối. Theo kế hoạch, Phòng Nội vụ theo dõi, đôn đốc nên được hiểu là đơn"
        " vị điều phối; tin nhắn gửi các đơn vị ghi tên đơn vị này. Nếu là đơn vị khác, đề nghị cho biết."
    )
    imported = run("import", str(PLAN), "--yes", UNITS_FILE=str(unmarked))
    assert f"• {asked}" in imported.out.splitlines()
    assert NOBODY not in [each["detail"] for each in run("check", "--json").objects]
    boss = {str(each["unit"]) for each in run("rehearse", "--json").objects if each["audience"] == "coordinator"}
    assert boss == {"NV"}


def test_a_proposed_registry_marks_whose_duty_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "don-vi.tsv"
    run("import", str(PLAN), "--propose-units", str(file))
    marked = [line.split("\t")[0] for line in file.read_text(encoding="utf-8").splitlines() if line.endswith("\tx")]
    assert marked == ["Phòng Nội vụ"]
