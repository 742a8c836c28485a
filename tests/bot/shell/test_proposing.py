"""`import` of another body's plan: said in a sentence, proposed as a registry, completed, loaded, and imported again."""

from pathlib import Path
from typing import Any

import pytest

from tests.bot.shell.conftest import Run
from tests.building import PLAN

COMMUNES = Path(__file__).parents[2] / "journeys" / "xa-2026-ke-hoach.txt"
OTHERS = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG NAI

Số: 179/KH-UBND
Đồng Nai, ngày 10 tháng 6 năm 2025

KẾ HOẠCH
Phát triển kinh tế số năm 2025

STT\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời gian
1\tRà soát quy định\tBáo cáo\tSở Tư pháp\tCác sở, ban, ngành; UBND các phường, xã\tTháng 12/2025
2\tBảo đảm an toàn thông tin\tKế hoạch\tCông an tỉnh\tSở KH&CN\tTháng 12/2025
3\tTập huấn chuyển đổi số\tBáo cáo\tUBND các phường, xã\tSở Khoa học và Công nghệ\tTháng 12/2025
"""
PROPOSED = """name\tcode\tkind\taliases\tmembers\tcoordinator
UBND tỉnh Đồng Nai\tUBND\tUBND\t\t\t
Sở Tư pháp\tSTP\tsở\t\t\t
Công an tỉnh\tCA\tcơ quan ngành dọc / phối hợp\t\t\t
Sở Khoa học và Công nghệ\tSKHCN\tsở\tSở KH&CN\t\t
Các sở, ban, ngành\tG-SBN\tnhóm\t\tkind:sở|kind:cơ quan ngành dọc / phối hợp\t
UBND các phường, xã\tG-PX\tnhóm\t\t\t
"""
BY_HAND = "UBND phường Trấn Biên\tP-TB\tphường\t\t\nUBND xã Xuân Lộc\tX-XL\txã\t\t\n"
NOW = {"NHACVIEC_NOW": "2025-11-12T08:00"}


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """The other body's plan, as a file."""
    path = tmp_path / "ke-hoach-179.txt"
    path.write_text(OTHERS, encoding="utf-8")
    return str(path)


def test_that_the_units_are_not_known_is_said_with_the_way_on(run: Run, plan: str, tmp_path: Path) -> None:
    shown = run("import", plan, "--dry-run", **NOW)
    assert "\n".join(shown.out.splitlines()[-2:]) == (
        "Kế hoạch do UBND tỉnh Đồng Nai ban hành, danh sách đơn vị đang dùng là của Ủy ban nhân dân thành phố Hưng Yên:"
        " 4 trong 5 đơn vị, nhóm đơn vị nêu trong kế hoạch chưa có trong danh sách.\n"
        "Để lập danh sách đề xuất gồm 6 đơn vị, nhóm đơn vị từ chính kế hoạch, đề nghị đồng chí thêm:"
        " --propose-units FILE"
    )
    assert list(tmp_path.glob("*.tsv")) == []


def test_a_plan_without_an_issuer_is_judged_by_its_units(run: Run, tmp_path: Path) -> None:
    (tmp_path / "phu-luc.txt").write_text(OTHERS[OTHERS.index("STT") :], encoding="utf-8")
    said = run("import", "phu-luc.txt", "--year", "2025", LOCALE="en", **NOW).out.splitlines()[-3:]
    assert said == [
        "4 of the 5 units and groups that the plan names are not in the registry of units.",
        "To have a registry of 5 units and groups proposed from the plan, please add: --propose-units FILE",
        "Nothing has been written. To start following up the plan, add --yes.",
    ]


def test_proposed_completed_loaded_and_imported_again(run: Run, plan: str, tmp_path: Path) -> None:
    file = tmp_path / "don-vi.tsv"
    shown = run("import", plan, "--propose-units", str(file), **NOW)
    assert shown.out.splitlines()[-2] == (
        f"Danh sách đề xuất gồm 6 đơn vị, nhóm đơn vị đã được ghi vào {file}. Đề nghị đồng chí bổ sung cho đủ, nạp bằng"
        f" lệnh: nhacviec units import {file} --replace, rồi nhập lại kế hoạch."
    )
    assert shown.out.splitlines()[-1] == (
        "Kế hoạch chưa nêu các nhóm sau gồm những đơn vị nào; đề nghị đồng chí bổ sung các đơn vị đó vào danh sách, khi cần"
        " thì ghi mã vào cột members: UBND các phường, xã (G-PX)"
    )
    assert file.read_text(encoding="utf-8") == PROPOSED
    file.write_text(PROPOSED + BY_HAND, encoding="utf-8")
    loaded = run("units", "import", str(file))
    assert loaded.out.splitlines()[0] == "Danh sách có 8 đơn vị."
    assert [run("invite", "--all", "--json").objects[at]["unit"] for at in (0, 4)] == ["UBND", "P-TB"]
    (got,) = run("import", plan, "--json", **NOW).objects
    assert [(task["lead"], task["coordinating"]) for task in got["tasks"]] == [  # type: ignore[attr-defined]  # parsed
        (["STP"], ["CA", "SKHCN", "P-TB", "X-XL"]),
        (["CA"], ["SKHCN"]),
        (["P-TB", "X-XL"], ["SKHCN"]),
    ]
    assert (got["questions"], "proposed_units" in got) == ([], False)


def test_the_proposal_is_in_the_json_where_it_is_needed_or_asked_for(run: Run, plan: str) -> None:
    (needed,) = run("import", plan, "--json", **NOW).objects
    units = needed["proposed_units"]
    assert isinstance(units, list)
    assert [unit["code"] for unit in units] == ["UBND", "STP", "CA", "SKHCN", "G-SBN", "G-PX"]
    assert units[3] == {
        "name": "Sở Khoa học và Công nghệ",
        "code": "SKHCN",
        "kind": "sở",
        "aliases": ["Sở KH&CN"],
        "members": [],
    }
    assert "proposed_units" not in run("import", str(PLAN), "--json").objects[0]
    (asked,) = run("import", str(PLAN), "--json", "--dry-run", "--propose-units", "own.tsv").objects
    assert "proposed_units" in asked


def test_a_communes_plan_is_shown_in_nobodys_name_and_its_own_duties_say_who_coordinates(run: Run) -> None:
    shown = run("import", str(COMMUNES), "--dry-run", "--propose-units", "xa.tsv", **NOW).out
    assert "Phòng Nội vụ" not in shown
    assert "Nhiệm vụ ngoài bảng; chỉ được theo dõi khi đơn vị điều phối nhận:" in shown
    (asked,) = run("import", str(COMMUNES), "--json", "--dry-run", "--propose-units", "xa-2.tsv", **NOW).objects
    units: Any = asked["proposed_units"]
    assert [unit["code"] for unit in units if "coordinator" in unit] == ["VHXH"]


def test_a_file_that_is_there_is_not_written_over_and_nothing_else_is_done(run: Run, plan: str, tmp_path: Path) -> None:
    (tmp_path / "don-vi.tsv").write_text("by hand", encoding="utf-8")
    again = run("import", plan, "--yes", "--propose-units", "don-vi.tsv", **NOW)
    assert (again.code, again.out, again.err) == (
        1,
        "",
        "Đã có tệp don-vi.tsv, hệ thống không ghi đè. Đề nghị đồng chí chọn tên khác.\n",
    )
    assert (tmp_path / "don-vi.tsv").read_text(encoding="utf-8") == "by hand"
    nowhere = run("import", plan, "--propose-units", "nowhere/don-vi.tsv", **NOW)
    assert (nowhere.code, nowhere.err.count("nowhere/don-vi.tsv")) == (1, 1)
    assert run("rehearse").code == 1


def test_units_are_removed_only_for_another_body_or_when_told_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.tsv").write_text("name\tcode\tkind\nTrung tâm A\tTTA\tđơn vị sự nghiệp\n", encoding="utf-8")
    run("units", "list")
    assert run("units", "import", "one.tsv").out == "Danh sách có 1 đơn vị.\n"
    assert len(run("invite", "--all", "--json").objects) > 50
    # With Phòng Nội vụ goes the mark: nobody coordinates any more.
    assert run("units", "import", "one.tsv", "--replace").out.count("\n") == 2 + 1


COMMUNE = """ỦY BAN NHÂN DÂN
XÃ TÂN HƯNG

Số: 15/KH-UBND
Tân Hưng, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026

STT\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời gian
1\tTuyên truyền\tKế hoạch\tPhòng VH-XH\tCác phòng, ban; các thôn\tTháng 3/2026
2\tRà soát thủ tục\tBáo cáo\tTTPVHCC\tP. Kinh tế, Văn phòng HĐND và UBND xã\tQuý I
3\tBảo đảm an ninh\tBáo cáo\tCA xã\tBCHQS xã; UBMTTQ và các đoàn thể\tThường xuyên
4\tTuyên truyền trong học sinh\tBáo cáo\tCác trường học; Trường Mầm non Hoa Sen\tTrạm y tế\tQuý II
"""


def test_a_commune_of_today_starts_from_its_model(run: Run, tmp_path: Path) -> None:
    (tmp_path / "xa.txt").write_text(COMMUNE, encoding="utf-8")
    now = {"NHACVIEC_NOW": "2026-01-13T08:00"}
    file = tmp_path / "don-vi.tsv"
    assert run("import", "xa.txt", "--dry-run", **now).out.splitlines()[-1] == (
        "Để lập danh sách đề xuất gồm 26 đơn vị, nhóm đơn vị từ danh sách mẫu của loại cơ quan này và từ kế hoạch,"
        " đề nghị đồng chí thêm: --propose-units FILE"
    )
    *_, shown, asked = run("import", "xa.txt", "--propose-units", str(file), **now).out.splitlines()
    assert asked == (
        "Kế hoạch chưa nêu các nhóm sau gồm những đơn vị nào; đề nghị đồng chí bổ sung các đơn vị đó vào danh sách,"
        " khi cần thì ghi mã vào cột members: Các thôn, tổ dân phố (G-THON)"
    )
    assert shown == (
        "Danh sách đề xuất gồm 26 đơn vị, nhóm đơn vị, lập từ danh sách mẫu của loại cơ quan này và từ kế hoạch, đã được"
        f" ghi vào {file}. Đề nghị đồng chí bỏ đơn vị không có, bổ sung cho đủ, nạp bằng lệnh: nhacviec units import"
        f" {file} --replace, rồi nhập lại kế hoạch."
    )
    with file.open("a", encoding="utf-8") as opened:
        opened.write("Thôn Đông\tT-D\tthôn\t\t\nThôn Đoài\tT-DO\tthôn\t\t\n")
    run("units", "import", str(file), "--replace")
    (got,) = run("import", "xa.txt", "--json", **now).objects
    offices, unions = ["VP", "KT", "HCC", "TYT", "TTDV"], ["HND", "HPN", "DTN", "HCCB", "CD"]
    assert [(task["lead"], task["coordinating"]) for task in got["tasks"]] == [  # type: ignore[attr-defined]  # parsed
        (["VHXH"], [*offices, "T-D", "T-DO"]),
        (["HCC"], ["KT", "VP"]),
        (["CA"], ["BCHQS", "MTTQ", *unions]),
        (["MN", "TH", "THCS", "TMNHS"], ["TYT"]),
    ]
    assert got["questions"] == []


def test_a_province_of_today_has_its_communes_by_name(run: Run, tmp_path: Path) -> None:
    today = OTHERS.replace("10 tháng 6 năm 2025", "12 tháng 01 năm 2026").replace("2025", "2026")
    (tmp_path / "tinh.txt").write_text(today, encoding="utf-8")
    now = {"NHACVIEC_NOW": "2026-01-13T08:00"}
    run("import", "tinh.txt", "--propose-units", "tinh.tsv", **now)
    run("units", "import", "tinh.tsv", "--replace")
    (got,) = run("import", "tinh.txt", "--json", **now).objects
    tasks: Any = got["tasks"]
    first, second, third = tasks
    assert (first["lead"], second["lead"], second["coordinating"]) == (["STP"], ["CA"], ["SKHCN"])
    assert (len(third["lead"]), third["lead"][-1][:2], third["coordinating"]) == (95, "P-", ["SKHCN"])
