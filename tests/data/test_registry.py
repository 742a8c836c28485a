"""Registries of units: reading, fan-out and matching the plan's phrases."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.agencies.finder import Match, match, resolve
from data.agencies.groups import AgencyPart
from data.agencies.registry import Registry, fan_out, format_registry, read_registry
from data.refusals import RegistryUnreadable
from tests.tables import differing

ROOT = Path(__file__).parents[2]
OURS = ROOT / "data" / "units" / "hung-yen-2023.tsv"
SHARED = ROOT.parent / "shared" / "samples" / "units-hung-yen.tsv"
CITY = read_registry(OURS)

OFFICES = ("VP", "NV", "VHTT", "TUPHAP", "TCKH", "KT", "QLDT", "TNMT", "LDTBXH", "GDDT", "YT", "TTR")
CENTRES = ("TTVHTT", "BQLDA", "TTPTQD", "GDNNGDTX", "QLTTDT")
WARDS = ("P-LS", "P-HN", "P-AT", "P-LL", "P-MK", "P-QT", "P-HC")
COMMUNES = ("X-TN", "X-LP", "X-HNA", "X-QC", "X-BK", "X-PC", "X-HGC", "X-PCH", "X-TH", "X-HH")


def codes(cell: str, registry: Registry = CITY) -> tuple[str | None, ...]:
    return tuple(found.code for found in resolve(cell, registry))


def written(folder: Path, text: str) -> Path:
    path = folder / "units.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_fan_out_in_the_city() -> None:
    members: dict[str, tuple[str, ...]] = {
        "G-PBDV": OFFICES + CENTRES,
        "G-PX": WARDS + COMMUNES,
        "G-CTXH": ("LDLD", "HND", "HPN", "DTN", "HCCB"),
        "G-LQ": (),
        "NV": ("NV",),
        "MC": ("MC",),
        "nobody": (),
    }
    assert {code: fan_out(code, CITY) for code in members} == members


@pytest.mark.skipif(not SHARED.exists(), reason="the shared samples are not beside the project")
def test_a_table_without_members_gives_the_same_groups() -> None:
    groups = ("G-PBDV", "G-PX", "G-CTXH", "G-LQ")
    shared = read_registry(SHARED)
    assert {code: fan_out(code, shared) for code in groups} == {code: fan_out(code, CITY) for code in groups}


def test_groups_within_groups_and_rings_of_groups(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "name\tcode\tkind\taliases\tmembers\n"
        "Phòng A\tA\tphòng\t\t\nPhòng B\tB\tphòng\t\t\n"
        "Cả hai\tG1\tnhóm\t\tG2|A\nVòng\tG2\tnhóm\t\tG1|B\n",
    )
    assert fan_out("G1", read_registry(path)) == ("A", "B")


PLAN: list[tuple[str, tuple[str, ...]]] = [
    ("Các phòng, ban, đơn vị thuộc UBND thành phố; UBND cấp xã.", ("G-PBDV", "G-PX")),
    (
        "Phòng Nội vụ, phòng Văn hóa và Thông tin thành phố; Trung tâm Văn hóa và Truyền thanh thành phố.",
        ("NV", "VHTT", "TTVHTT"),
    ),
    ("Phòng Nội vụ thành phố.", ("NV",)),
    ("Phòng VHTT TP, Trung tâm Văn hóa và Truyền thanh thành phố.", ("VHTT", "TTVHTT")),
    ("Các phòng, ban, đơn vị có liên quan.", ("G-LQ",)),
    ("Văn phòng HĐND-UBND TP, Phòng Nội vụ, phòng VHTT TP", ("VP", "NV", "VHTT")),
    ("Phòng Văn hóa và Thông tin thành phố;\nTrung tâm Văn hóa và Truyền thanh thành phố", ("VHTT", "TTVHTT")),
    ("Phòng Tư Pháp", ("TUPHAP",)),
    ("Các phòng, ban, đơn vị thuộc UBND TP; UBND các phường, xã", ("G-PBDV", "G-PX")),
    ("Văn phòng HĐND-UBND TP.", ("VP",)),
    ("Phòng Văn hóa và Thông tin TP; Văn phòng HĐND-UBND TP; UBND các phường, xã", ("VHTT", "VP", "G-PX")),
    (
        "phòng Văn hóa và Thông tin thành phố; Trung tâm Văn hóa và Truyền thanh thành phố. UBND các phường, xã",
        ("VHTT", "TTVHTT", "G-PX"),
    ),
    ("Phòng Kinh tế TP", ("KT",)),
    ("Các phòng, ban, đơn vị UBND TP", ("G-PBDV",)),
    ("Văn phòng HĐND-UBND thành phố", ("VP",)),
    ("Phòng Tài chính - Kế hoạch thành phố", ("TCKH",)),
    ("Trung tâm Văn hóa và Truyền thông thành phố", ("TTVHTT",)),
    (
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị\n- xã hội thành phố",
        ("MTTQ", "G-CTXH"),
    ),
    (
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội thành phố",
        ("MTTQ", "G-CTXH"),
    ),
    ("Các phòng, ban, đơn vị thành phố", ("G-PBDV",)),
    ("Uỷ ban nhân dân các phường, xã", ("G-PX",)),
    ("Các phòng, ban, đơn vị của TP", ("G-PBDV",)),
    ("phòng Nội vụ và các phòng, ban, đơn vị có liên quan", ("NV", "G-LQ")),
    ("các phòng có liên quan của thành phố; Trung tâm Văn hóa và Truyền thanh thành phố", ("G-LQ", "TTVHTT")),
    ("các phòng, đơn vị; UBND các phường, xã", ("G-PBDV", "G-PX")),
]


def test_every_phrase_of_the_plan() -> None:
    assert differing((cell, codes(cell), expected) for cell, expected in PLAN) == []


def test_other_spellings() -> None:
    spellings = [
        ("Phòng Nội vụ thành phố Hưng Yên", "NV"),
        ("phòng nội vụ", "NV"),
        ("Phòng GD&ĐT", "GDDT"),
        ("Phòng LĐ - TB&XH TP", "LDTBXH"),
        ("Phòng TC-KH", "TCKH"),
        ("VP HĐND&UBND", "VP"),
        ("TT VHTT", "TTVHTT"),
        ("Trung tâm VH&TT TP", "TTVHTT"),
        ("CATP", "CA"),
        ("TTYT", "TTYT"),
        ("TNMT", "TNMT"),
        ("UBND TP", "UBND-TP"),
        ("UBND phường Lê Lợi", "P-LL"),
        ("Phường Lê Lợi", "P-LL"),
        ("Ủy ban nhân dân xã Bảo Khê", "X-BK"),
        ("UBND xã, phường", "G-PX"),
        ("các đoàn thể", "G-CTXH"),
        ("Các cơ quan, đơn vị liên quan", "G-LQ"),
        ("Chủ tịch UBND các phường, xã", "G-PX"),
        ("Thủ trưởng các phòng, ban, đơn vị", "G-PBDV"),
        ("Phòng Nội vụ (đ/c Hùng, ĐT: 0912 345 678)", "NV"),
        ("Phòng Nội vụ tham mưu UBND thành phố", "NV"),
    ]
    assert differing((cell, codes(cell), (code,)) for cell, code in spellings) == []


def test_a_head_said_once_names_each_ward() -> None:
    assert codes("UBND các phường, xã: Lê Lợi, Lam Sơn, Bảo Khê") == ("P-LL", "P-LS", "X-BK")


def test_two_equally_good_names_give_no_code() -> None:
    part = AgencyPart("VHTT", group=False)
    assert match(part, CITY) == Match(part, None, 1.0, (("VHTT", 1.0), ("TTVHTT", 1.0)))


def test_a_near_miss_is_only_a_guess() -> None:
    likeliest = [
        ("Phòng Nội vụ và Lao động", "NV"),
        ("Phòng Văn hóa Thông tin và Thể thao", "VHTT"),
        ("Phòng Nội vụ thành phố Hải Dương", "NV"),
        ("UBND các phường", "G-PX"),
    ]
    found = [resolve(cell, CITY) for cell, _ in likeliest]
    assert [[(each.code, each.guesses[0][0]) for each in parts] for parts in found] == [
        [(None, code)] for _, code in likeliest
    ]
    assert all(each.score == each.guesses[0][1] < 1 for parts in found for each in parts)


def test_who_leads_or_works_in_a_unit_stands_for_it() -> None:
    cells = [
        ("Lãnh đạo Phòng Nội vụ", "NV"),
        ("LÃNH ĐẠO PHÒNG NỘI VỤ", "NV"),
        ("Trưởng phòng Tư pháp", "TUPHAP"),
        ("Phó Trưởng phòng Nội vụ", "NV"),
        ("Đ/c Nguyễn Văn An - Trưởng phòng Nội vụ", "NV"),
        ("Chuyên viên Phòng Nội vụ", "NV"),
        ("Chánh Văn phòng", "VP"),
        ("Trưởng Công an thành phố", "CA"),
        ("Chủ tịch UBND phường Lê Lợi", "P-LL"),
        ("Giám đốc Trung tâm Văn hóa và Truyền thanh", "TTVHTT"),
        ("Trưởng ban", None),
        ("Lãnh đạo UBND thành phố", None),
        ("Ông Nguyễn Văn An", None),
    ]
    assert differing((cell, codes(cell), (code,)) for cell, code in cells) == []


def test_bodies_of_others_and_persons_are_not_matched() -> None:
    cells = ["UBND tỉnh", "Công an tỉnh", "Chủ tịch UBND thành phố", "Sở Ngoại giao nhân dân", "nt"]
    assert differing((cell, codes(cell), (None,)) for cell in cells) == []


@pytest.mark.parametrize(
    ("text", "reason", "line", "detail"),
    [
        ("", "empty", None, ""),
        ("name\tcode\tkind\n", "empty", None, ""),
        ("name\tkind\nA\tphòng\n", "columns", 1, "code"),
        ("name\tcode\tkind\nPhòng A\tA\n", "columns", 2, "kind"),
        ("name\tcode\tkind\nPhòng A\tA\tphòng\n\nPhòng B\tA\tphòng\n", "duplicate", 4, "A"),
        ("name\tcode\tkind\taliases\tmembers\nNhóm\tG\tnhóm\t\tX|Y\n", "member", 2, "X, Y"),
        ("name\tcode\tkind\taliases\tmembers\nNhóm\tG\tnhóm\t\tkind:phòng\n", "member", 2, "kind:phòng"),
    ],
)
def test_faults_of_a_file(tmp_path: Path, text: str, reason: str, line: int | None, detail: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(RegistryUnreadable) as caught:
        read_registry(path)
    assert caught.value.fields == {"path": str(path), "reason": reason, "line": line, "detail": detail}


def test_a_missing_file_and_another_encoding(tmp_path: Path) -> None:
    with pytest.raises(RegistryUnreadable) as missing:
        read_registry(tmp_path / "none.tsv")
    (tmp_path / "old.tsv").write_bytes("name\tcode\tkind\nPhòng\tA\tB\n".encode("utf-16"))
    with pytest.raises(RegistryUnreadable) as encoding:
        read_registry(tmp_path / "old.tsv")
    assert (missing.value.reason, encoding.value.reason) == ("missing", "encoding")


def test_a_registry_is_read_as_it_is_written(tmp_path: Path) -> None:
    assert read_registry(written(tmp_path, format_registry(CITY))) == CITY


NAMES = [name for unit in CITY.units for name in (unit.name, *unit.aliases)]


@given(st.text() | st.lists(st.sampled_from([*NAMES, ",", ";", "và", "\n", "TP"])).map(" ".join))
def test_any_cell_is_resolved_or_asked_about(cell: str) -> None:
    for found in resolve(cell, CITY):
        assert (found.code is None) == (found.score < 1 or len(found.guesses) > 1)
        assert found.code is None or found.code in CITY.by_code


def test_a_registry_is_equal_to_another_of_the_same_units_and_hashes_alike() -> None:
    again = Registry(CITY.units)
    assert again == CITY
    assert hash(again) == hash(CITY) == hash(CITY)
