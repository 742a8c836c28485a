"""A registry proposed from a plan of another body: when it is needed, what it says, and that it answers the plan."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.agencies.finder import resolve
from data.agencies.proposing import propose_registry
from data.agencies.registry import Registry, RegistryUnit, fan_out, format_registry, read_registry
from data.documents.document import Document, Duty, Row, TitleBlock
from data.documents.formats import read_document
from data.plans.drafting import is_of_another_body, proposal_of

ROOT = Path(__file__).parents[3]
TABLES = ROOT.parent / "shared" / "samples" / "tables"
PLAN = ROOT / "data" / "samples" / "ke-hoach-06-2023.txt"
CITY = read_registry(ROOT / "data" / "units" / "hung-yen-2023.tsv")

OFFICE, SERVICE, VERTICAL = "phòng chuyên môn", "đơn vị sự nghiệp", "cơ quan ngành dọc / phối hợp"
DEPARTMENT = ("kind:sở",)


def unit(code: str, name: str, kind: str, *aliases: str) -> RegistryUnit:
    return RegistryUnit(code, name, kind, aliases)


def group(code: str, name: str, *aliases: str, members: tuple[str, ...] = (), is_open: bool = False) -> RegistryUnit:
    return RegistryUnit(code, name, "nhóm", aliases, members, is_open)


def proposed(*cells: str, issuer: str = "") -> tuple[RegistryUnit, ...]:
    return propose_registry(cells, issuer).units


@pytest.mark.parametrize(
    ("cells", "units"),
    [
        (
            ["Sở KH&CN", "Sở Khoa học và Công nghệ"],
            [unit("SKHCN", "Sở Khoa học và Công nghệ", "sở", "Sở KH&CN")],
        ),
        (
            ["Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hoá Thể thao và Du lịch"],
            [unit("SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "sở", "Sở Văn hoá Thể thao và Du lịch")],
        ),
        (
            ["Phòng Nội vụ TP", "Phòng Nội vụ; Phòng VHTT TP", "Phòng Văn hóa và Thông tin thành phố"],
            [
                unit("PNV", "Phòng Nội vụ", OFFICE, "Phòng Nội vụ TP"),
                unit("PVHTT", "Phòng Văn hóa và Thông tin thành phố", OFFICE, "Phòng VHTT TP"),
            ],
        ),
        (
            ["Công an tỉnh; Thuế tỉnh Đồng Nai", "Thuế Đồng Nai"],
            [unit("CA", "Công an tỉnh", VERTICAL), unit("THUE", "Thuế tỉnh Đồng Nai", VERTICAL, "Thuế Đồng Nai")],
        ),
        (["Chủ tịch UBND tỉnh; nt", ""], []),
    ],
)
def test_spellings_of_one_body_become_aliases(cells: list[str], units: list[RegistryUnit]) -> None:
    assert proposed(*cells) == tuple(units)


@pytest.mark.parametrize(
    ("cells", "groups"),
    [
        (
            ["Các sở, ngành", "Sở Y tế; Sở, ban, ngành"],
            [group("G-SN", "Các sở, ngành", "Sở, ban, ngành", members=DEPARTMENT)],
        ),
        (
            ["Sở Y tế; UBND cấp xã; UBND các phường, xã", "Uỷ ban nhân dân các xã, phường"],
            [group("G-CX", "UBND cấp xã", "UBND các phường, xã", "Uỷ ban nhân dân các xã, phường")],
        ),
        (
            ["Sở Y tế; UBND các xã; UBND các phường"],
            [group("G-XA", "UBND các xã"), group("G-PHUONG", "UBND các phường")],
        ),
        (
            ["Phòng Nội vụ TP; Trung tâm Y tế TP; Các phòng, ban, đơn vị thuộc UBND TP; các phòng, đơn vị của TP"],
            [
                group(
                    "G-PBDV",
                    "Các phòng, ban, đơn vị thuộc UBND TP",
                    "các phòng, đơn vị của TP",
                    members=(f"kind:{OFFICE}", f"kind:{SERVICE}"),
                )
            ],
        ),
        (
            ["Sở Y tế; Sở, ban, ngành có liên quan; các cơ quan, đơn vị liên quan", "đơn vị liên quan"],
            [
                group(
                    "G-LQ",
                    "Đơn vị liên quan",
                    "Sở, ban, ngành có liên quan",
                    "các cơ quan, đơn vị liên quan",
                    is_open=True,
                )
            ],
        ),
        (
            [
                "Trung tâm Y tế; Các cơ quan, đơn vị, địa phương",
                "theo phân công tại Phụ lục II; đơn vị được giao tại Phụ lục",
            ],
            [group("G-CQDVDP", "Các cơ quan, đơn vị, địa phương")],
        ),
        (["Sở Y tế; Các doanh nghiệp viễn thông"], [group("G-DNVT", "Các doanh nghiệp viễn thông")]),
    ],
)
def test_groups_come_after_the_units_with_the_kinds_they_name(cells: list[str], groups: list[RegistryUnit]) -> None:
    assert [each for each in proposed(*cells) if each.group] == groups


@pytest.mark.parametrize(
    ("cell", "code", "kind"),
    [
        ("UBND phường Lê Lợi", "P-LL", "phường"),
        ("Ủy ban nhân dân xã Bảo Khê", "X-BK", "xã"),
        ("UBND thị trấn Lương Bằng", "TT-LB", "thị trấn"),
        ("Văn phòng HĐND-UBND tỉnh", "VPHDND", "văn phòng"),
        ("Thanh tra tỉnh", "TT", "thanh tra"),
        ("Ban Quản lý các Khu công nghiệp, khu kinh tế", "BQLKCNKK", SERVICE),
        ("Bệnh viện đa khoa tỉnh", "BVDK", SERVICE),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "UBMTTQVN", "mặt trận"),
        ("Hội Nông dân tỉnh", "HND", "MTTQ / tổ chức chính trị - xã hội"),
        ("Cục Thống kê tỉnh", "CTK", VERTICAL),
        ("Cục Báo chí", "CBC", "cục"),
        ("VNPT", "VNPT", "đơn vị"),
    ],
)
def test_codes_and_kinds(cell: str, code: str, kind: str) -> None:
    (found,) = proposed(cell, issuer="UBND tỉnh Hưng Yên")[1:]
    assert (found.code, found.kind) == (code, kind)


def test_the_issuing_committee_goes_first_and_is_named_as_the_plan_does_too() -> None:
    assert proposed("Sở Y tế; UBND tỉnh", issuer="UBND tỉnh Đồng Nai") == (
        unit("UBND", "UBND tỉnh Đồng Nai", "UBND", "UBND tỉnh"),
        unit("SYT", "Sở Y tế", "sở"),
    )


def test_names_with_the_same_initials_show_more_letters_or_a_number() -> None:
    units = proposed("Sở Ngoại vụ; Sở Nội vụ; Trung tâm Tin học; Trung tâm Tư vấn; Trung tâm Tài vụ")
    assert [each.code for each in units] == ["SNGV", "SNV", "TTTH", "TTTV", "TTTV-2"]


KNOWN_COMMITTEE = [
    ("UBND thành phố Hưng Yên", 15, 15, False),
    ("ỦY BAN NHÂN DÂN THÀNH PHỐ HƯNG YÊN", 15, 15, False),
    ("UBND thành phố", 15, 15, False),
    ("UBND thành phố Hải Dương", 15, 0, True),
    ("UBND tỉnh Hưng Yên", 15, 0, True),
    ("UBND phường Lê Lợi", 15, 0, True),
]
ANY_OTHER_ISSUER = [("", 4, 2, False), ("", 4, 3, True), ("Sở Nội vụ", 4, 3, True), ("", 0, 0, False)]


@pytest.mark.parametrize(("issuer", "named", "unknown", "expected"), KNOWN_COMMITTEE + ANY_OTHER_ISSUER)
def test_when_a_plan_needs_a_registry_of_its_own(issuer: str, named: int, unknown: int, expected: bool) -> None:
    assert is_of_another_body(issuer, named, unknown, CITY) is expected


def document(issuer: str | None, lead: str, coordinating: str, heading: str) -> Document:
    row = Row("1", None, "Việc", "", lead, coordinating, "2026", (), 1)
    title = TitleBlock(None, None, issuer, None, None, 2026, None)
    return Document(title, (row,), (Duty("III.1.1", heading, "Báo cáo"),))


def test_bodies_are_counted_once_and_those_that_cannot_be_listed_not_at_all() -> None:
    got = proposal_of(document(None, "Sở Y tế", "Sở Y Tế; Phòng Nội vụ; các đơn vị liên quan", "Sở Xây dựng"), CITY)
    assert (got.named, got.unknown, got.other_body, got.registry_of) == (3, 2, True, "")
    assert [each.code for each in got.registry.units] == ["SYT", "PNV", "SXD", "G-LQ"]


def test_the_registry_of_another_committee_is_named() -> None:
    got = proposal_of(document("UBND thành phố Hải Dương", "Phòng Nội vụ", "", "Phòng Tư pháp"), CITY)
    assert (got.named, got.unknown, got.other_body) == (2, 0, True)
    assert got.registry_of == "Ủy ban nhân dân thành phố Hưng Yên"


def test_the_citys_own_plan_needs_none() -> None:
    got = proposal_of(read_document(PLAN), CITY)
    assert (got.unknown, got.other_body, got.registry_of) == (0, False, "")


def loaded(registry: Registry, folder: Path, *more: str) -> Registry:
    """The registry as an operator would load it, with lines added by hand."""
    path = folder / "don-vi.tsv"
    path.write_text(format_registry(registry) + "".join(f"{line}\n" for line in more), encoding="utf-8")
    return read_registry(path)


def cells(plan: Document) -> list[str]:
    return [cell for row in plan.rows for cell in (row.lead, row.coordinating)]


def unanswered(plan: Document, registry: Registry) -> list[str]:
    found = [match for cell in cells(plan) for match in resolve(cell, registry)]
    return [match.part.text for match in found if match.code is None and not match.part.person]


def test_a_proposal_answers_the_plan_and_wards_added_by_hand_join_their_group(tmp_path: Path) -> None:
    plan = read_document(PLAN)
    registry = loaded(proposal_of(plan, CITY).registry, tmp_path, "UBND phường Lê Lợi\tP-LL\tphường")
    assert unanswered(plan, registry) == []
    assert fan_out("G-CX", registry) == ("P-LL",)
    assert fan_out("G-PBDV", registry) == ("PNV", "PVHTT", "TTVHTT", "VPHDND", "PTP", "PKT", "PTCKH", "TTVHTRTH")


@pytest.mark.skipif(not TABLES.exists(), reason="the shared samples are not beside the project")
@pytest.mark.parametrize(
    ("name", "units", "groups"),
    [("DongNai", 17, 8), ("DongThap", 9, 3), ("NgheAn", 9, 6), ("TPHCM", 6, 2), ("TTg", 4, 4)],
)
def test_the_plans_of_other_bodies(tmp_path: Path, name: str, units: int, groups: int) -> None:
    plan = read_document(next(TABLES.glob(f"{name}_*.tsv")))
    got = proposal_of(plan, CITY)
    assert got.other_body
    assert sorted(each.group for each in got.registry.units) == [False] * units + [True] * groups
    assert [each.code for each in got.registry.units if len(each.code) > len("G-12345678")] == []
    assert unanswered(plan, loaded(got.registry, tmp_path)) == []


@given(st.lists(st.text() | st.sampled_from([name for each in CITY.units for name in (each.name, *each.aliases)])))
def test_any_cells_give_a_registry_with_codes_of_its_own(texts: list[str]) -> None:
    registry = propose_registry(texts)
    assert len(registry.by_code) == len(registry.units)
