"""Registries of bodies of today: each cell as plans write it is a unit or a group; a proposal starts from the model."""

import re
from datetime import date
from pathlib import Path

import pytest

from data.agencies import format_registry, read_registry, resolve
from data.agencies.models import model_for, started_from
from data.agencies.registry import Registry, RegistryUnit, fan_out
from data.words import fold
from tests.tables import differing

UNITS = Path(__file__).parents[2] / "data" / "units"
COMMUNE, WARD, PROVINCE = (read_registry(UNITS / f"{name}-2026.tsv") for name in ("xa", "phuong", "tinh"))
DAY = date(2026, 1, 12)

# What a cell says → the units and groups that it means.
IN_COMMUNE = {
    "Phòng VH-XH": "VHXH",
    "P. VH-XH; P. Kinh tế": "VHXH KT",
    "Phòng Văn hóa - Xã hội xã": "VHXH",
    "TTPVHCC": "HCC",
    "Trung tâm Phục vụ hành chính công xã": "HCC",
    "Văn phòng HĐND và UBND xã": "VP",
    "Văn phòng HĐND - UBND": "VP",
    "CA xã, BCHQS xã": "CA BCHQS",
    "Trưởng Công an xã": "CA",
    "Trạm y tế": "TYT",
    "UBMTTQ Việt Nam xã và các đoàn thể": "MTTQ G-CTXH",
    "Hội LHPN xã; Đoàn thanh niên; Hội CCB": "HPN DTN HCCB",
    "Các phòng, ban": "G-PB",
    "Các phòng, ban xã; Công an xã": "G-PB CA",
    "Các phòng, ban, đơn vị thuộc UBND xã; các thôn": "G-PB G-THON",
    "Các thôn, tổ dân phố": "G-THON",
    "Trưởng các thôn, tổ dân phố": "G-THON",
    "Các trường học": "G-TRUONG",
    "Các đơn vị liên quan": "G-LQ",
}
IN_WARD = {
    "Phòng Kinh tế, Hạ tầng và Đô thị": "KTHTDT",
    "Phòng KTHT&ĐT; Phòng VHXH": "KTHTDT VHXH",
    "Phòng KT-HT-ĐT": "KTHTDT",
    "CA phường; Ban CHQS phường": "CA BCHQS",
    "Các tổ dân phố": "G-THON",
    "Các phòng, ban phường; các trường học; các đoàn thể": "G-PB G-TRUONG G-CTXH",
}
IN_PROVINCE = {
    "Sở NN&MT": "SNNMT",
    "Sở KH&CN; Sở GD&ĐT": "SKHCN SGDDT",
    "Sở VH,TT&DL": "SVHTTDL",
    "Sở DT&TG": "SDTTG",
    "Các sở: Nội vụ, Tài chính, Tư pháp": "SNV STC STP",
    "Thanh tra tỉnh; VP UBND tỉnh": "TTRA VPUB",
    "Văn phòng Đoàn ĐBQH và HĐND tỉnh": "VPDBQH",
    "Công an tỉnh, Bộ CHQS tỉnh": "CA BCHQS",
    "Thuế tỉnh; Kho bạc Nhà nước khu vực": "THUE KBNN",
    "TTPVHCC tỉnh": "HCC",
    "Các sở, ban, ngành": "G-SBN",
    "UBND các xã, phường, đặc khu": "G-XP",
    "Các sở, ngành; UBND cấp xã": "G-SBN G-XP",
    "MTTQ tỉnh và các đoàn thể": "MTTQ G-CTXH",
    "Tỉnh đoàn; Hội LHPN tỉnh": "DTN HPN",
}


@pytest.mark.parametrize(
    ("registry", "cells"),
    [(COMMUNE, IN_COMMUNE), (WARD, IN_WARD), (PROVINCE, IN_PROVINCE)],
    ids=["commune", "ward", "province"],
)
def test_what_cells_mean(registry: Registry, cells: dict[str, str]) -> None:
    found = {cell: " ".join(str(each.code) for each in resolve(cell, registry)) for cell in cells}
    assert differing((cell, found[cell], meant) for cell, meant in cells.items()) == []


def test_every_name_and_alias_is_of_one_unit() -> None:
    for registry in (COMMUNE, WARD, PROVINCE):
        said = [(name, each.code) for each in registry.units for name in (each.name, each.code, *each.aliases)]
        units: dict[str, set[str]] = {}
        for name, code in said:
            units.setdefault(fold(name), set()).add(code)
        assert {name: codes for name, codes in units.items() if len(codes) > 1} == {}


def test_groups_have_their_members() -> None:
    offices = ("VP", "KT", "VHXH", "HCC", "TYT", "TTDV")
    unions = ("HND", "HPN", "DTN", "HCCB", "CD")
    wanted: dict[str, tuple[str, ...]] = {"G-PB": offices, "G-TRUONG": ("MN", "TH", "THCS"), "G-CTXH": unions}
    wanted |= {"G-LQ": (), "G-THON": ()}
    assert {code: fan_out(code, COMMUNE) for code in wanted} == wanted
    assert fan_out("G-PB", WARD) == tuple("KTHTDT" if code == "KT" else code for code in offices)
    assert {"SNV", "VPUB", "TTRA", "BQLKCN", "CA"} <= set(fan_out("G-SBN", PROVINCE))
    assert not {"UBND", "TU", "MTTQ", "HDND"} & set(fan_out("G-SBN", PROVINCE))


def test_hamlets_added_by_hand_join_their_group(tmp_path: Path) -> None:
    path = tmp_path / "xa.tsv"
    more = "Thôn Đông\tT-D\tthôn\t\t\t\nTổ dân phố số 1\tT-1\ttổ dân phố\t\t\t\n"
    path.write_text((UNITS / "xa-2026.tsv").read_text(encoding="utf-8") + more, encoding="utf-8")
    assert fan_out("G-THON", read_registry(path)) == ("T-D", "T-1")


def test_every_line_says_where_it_comes_from_and_that_it_is_a_model() -> None:
    for name in ("xa", "phuong", "tinh"):
        rows = [line.split("\t") for line in (UNITS / f"{name}-2026.tsv").read_text(encoding="utf-8").splitlines()]
        assert [row for row in rows if len(row) != 6 or not row[5]] == []
        assert "BẢN MẪU" in rows[1][5]


def test_a_wards_model_is_a_communes_but_for_its_office_of_works() -> None:
    commune, ward = (
        [line.split("\t")[:5] for line in (UNITS / f"{name}-2026.tsv").read_text(encoding="utf-8").splitlines()]
        for name in ("xa", "phuong")
    )
    said = [re.sub(r"\bxã\b(?! hội)", "phường", re.sub(r"\bXã đội", "Phường đội", "\t".join(row))) for row in commune]
    other = [row[1] for row, line in zip(ward, said, strict=True) if "\t".join(row) != line.replace("CAX", "CAP")]
    assert other == ["KTHTDT"]


@pytest.mark.parametrize(
    ("issuer", "day", "year", "units", "says"),
    [
        ("UBND xã Tân Hưng", DAY, 2026, 20, "Công an xã"),
        ("UBND phường Phố Hiến", DAY, 2026, 20, "Công an phường"),
        ("UBND đặc khu Cát Hải", DAY, 2026, 20, "Công an đặc khu"),
        ("UBND tỉnh Hưng Yên", DAY, 2026, 44 + 104, "Công an tỉnh"),
        ("UBND thành phố Hải Phòng", None, 2026, 44 + 114, "Công an thành phố"),
        ("UBND tỉnh Hưng Yên", date(2025, 7, 1), 2025, 44 + 104, "Công an tỉnh"),
        ("UBND tỉnh Nowhere", DAY, 2026, 44, "Công an tỉnh"),
        ("UBND tỉnh Hưng Yên", date(2025, 6, 30), 2025, None, ""),
        ("UBND thành phố Hưng Yên", date(2023, 1, 10), 2023, None, ""),
        ("UBND huyện Tiên Lữ", DAY, 2026, None, ""),
        ("Sở Nội vụ", DAY, 2026, None, ""),
        ("", DAY, 2026, None, ""),
        ("UBND tỉnh Hưng Yên", None, 2025, None, ""),
    ],
)
def test_which_model_fits(issuer: str, day: date | None, year: int, units: int | None, says: str) -> None:
    model = model_for(issuer, day, year)
    single = [each for each in model.units if not each.group] if model else None
    assert (single and len(single)) == units
    if model is not None:
        assert (model.units[0].name, len(model.by_code)) == (issuer, len(model.units))
        assert says in {each.name for each in model.units}


def test_a_model_speaks_of_its_own_level() -> None:
    city = names("UBND thành phố Huế")
    assert [name for name in city if "tỉnh" in name.lower()] == []
    assert {"Thành ủy", "Thành đoàn", "Thanh tra thành phố"} <= city
    zone = names("UBND đặc khu Cát Hải")
    assert [name for name in zone if re.search(r"\bxã\b(?! hội)", name.lower())] == []
    assert {"CA đặc khu", "Các tổ chức chính trị - xã hội đặc khu", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế"} <= zone


def names(issuer: str) -> set[str]:
    """All names in the model for who issues a plan."""
    model = model_for(issuer, DAY, 2026)
    return {name for each in model.units for name in (each.name, *each.aliases)} if model else set()


def test_the_communes_of_a_province_are_named_and_coded_by_list() -> None:
    model = model_for("UBND tỉnh Hưng Yên", DAY, 2026)
    assert model is not None
    by_name = {each.name: each for each in model.units}
    assert by_name["UBND xã Hoàng Hoa Thám"] == RegistryUnit(
        "X-HHT",
        "UBND xã Hoàng Hoa Thám",
        "xã",
        ("xã Hoàng Hoa Thám", "X. Hoàng Hoa Thám", "X.Hoàng Hoa Thám", "Hoàng Hoa Thám"),
    )
    codes = {name: by_name[f"UBND {name}"].code for name in ("phường Phố Hiến", "xã Tân Hưng", "xã Tiên Hưng")}
    assert codes == {"phường Phố Hiến": "P-PH", "xã Tân Hưng": "X-TANHUNG", "xã Tiên Hưng": "X-TIENHUNG"}


CELLS = (
    "Phòng VH-XH; Trường Mầm non Hoa Sen",
    "Các phòng, ban; các thôn",
    "Công an xã Tân Hưng; Hợp tác xã Dịch vụ",
    "Các đơn vị có liên quan; Chủ tịch UBND xã",
    "Các phòng, ban, ngành; TTPV hành chính công",
)


def test_what_the_plan_names_besides_is_added(tmp_path: Path) -> None:
    model = model_for("UBND xã Tân Hưng", DAY, 2026)
    assert model is not None
    found = started_from(model, CELLS, "UBND xã Tân Hưng")
    new = [(each.code, each.name, each.kind) for each in found.units if each.code not in model.by_code]
    assert new == [
        ("TMNHS", "Trường Mầm non Hoa Sen", "trường học"),
        ("HTXDV", "Hợp tác xã Dịch vụ", "đơn vị"),
    ]
    path = tmp_path / "xa.tsv"
    path.write_text(format_registry(found), encoding="utf-8")
    loaded = read_registry(path)
    meant = [" ".join(str(each.code) for each in resolve(cell, loaded)) for cell in CELLS]
    assert meant == ["VHXH TMNHS", "G-PB G-THON", "CA HTXDV", "G-LQ None", "G-PB HCC"]
    assert fan_out("G-TRUONG", loaded) == ("MN", "TH", "THCS", "TMNHS")
    assert "Công an xã Tân Hưng" in loaded.by_code["CA"].aliases
