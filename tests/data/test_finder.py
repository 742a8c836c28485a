"""Units at the beginning of typed lines: by code, name or alias, in a registry."""

from typing import Any

import pytest

from data.agencies.finder import (
    group_called,
    group_leading,
    resolve,
    short_group_name,
    unit_leading,
    units_leading,
    units_named,
)
from data.agencies.registry import Registry, RegistryUnit
from data.refusals import UnitUnknown
from tests.building import registry
from tests.tables import differing

CITY = registry()


def first(text: str, units: Registry = CITY) -> tuple[str, str]:
    unit, rest = unit_leading(text, units)
    return unit.code, rest


def row(text: str) -> tuple[list[str], str]:
    units, rest = units_leading(text, CITY)
    return [unit.code for unit in units], rest


def refusal(text: str, *, row: bool = False) -> dict[str, Any]:
    with pytest.raises(UnitUnknown) as refused:
        units_leading(text, CITY) if row else unit_leading(text, CITY)
    return refused.value.fields


def test_the_unit_a_text_begins_with() -> None:
    table = [
        ("P-LL", ("P-LL", "")),
        ("p-ll 2", ("P-LL", "2")),
        ("phường Lê Lợi thu truong", ("P-LL", "thu truong")),
        ("phuong le loi: họp  lúc 8 giờ", ("P-LL", "họp  lúc 8 giờ")),
        ("VP, X-TN", ("VP", "X-TN")),
        ("P-LL,X-TN", ("P-LL", "X-TN")),
        ("PLL đã gửi", ("P-LL", "đã gửi")),
        ("VP: họp", ("VP", "họp")),
        ("Phòng Văn hóa và Thông tin", ("VHTT", "")),
        ("Phòng VHTT đã gửi", ("VHTT", "đã gửi")),
    ]
    assert differing((text, first(text), expected) for text, expected in table) == []


def test_units_in_a_row() -> None:
    table = [
        ("P-LL, X-TN", ["P-LL", "X-TN"]),
        ("P-LL,X-TN", ["P-LL", "X-TN"]),
        ("VHTT,TTVHTT;VP", ["VHTT", "TTVHTT", "VP"]),
        ("P-QT cho P-LL", ["P-QT", "P-LL"]),
        ("phường Lê Lợi và xã Trung Nghĩa", ["P-LL", "X-TN"]),
        ("P-LL P-LL", ["P-LL", "P-LL"]),
        ("", []),
    ]
    assert differing((text, [unit.code for unit in units_named(text, CITY)], codes) for text, codes in table) == []


def test_what_is_no_unit_is_told_with_those_that_look_alike() -> None:
    table = [
        ("P-L 2", "P-L 2", ("P-LS", "P-LL")),
        ("X-TNN thieu so", "X-TNN thieu so", ("X-TN",)),
        ("xyz", "xyz", ()),
        ("UBND các phường, xã", "UBND các phường, xã", ("UBND-TP",)),
        ("x" * 4000, "x" * 60, ()),
        ("", "", ()),
    ]
    told = [(text, {"text": shown, "guesses": guesses, "look": "danh sach chat"}) for text, shown, guesses in table]
    assert differing((text, refusal(text), expected) for text, expected in told) == []


def test_units_at_the_beginning_and_what_follows_them() -> None:
    table: list[tuple[str, tuple[list[str], str]]] = [
        ("VP theo công văn số 15/UBND-VP", (["VP"], "theo công văn số 15/UBND-VP")),
        ("VP, P-LL và X-TN thiếu số", (["VP", "P-LL", "X-TN"], "thiếu số")),
        ("VP,P-LL: thiếu số", (["VP", "P-LL"], "thiếu số")),
        ("VP và thiếu số", (["VP"], "và thiếu số")),
        ("thiếu số văn bản", ([], "thiếu số văn bản")),
        ("theo công văn số 15/UBND-VP", ([], "theo công văn số 15/UBND-VP")),
        ("CV số 12/VP", ([], "CV số 12/VP")),
        ("phòng họp chưa có ảnh", ([], "phòng họp chưa có ảnh")),
        ("xã hội hóa chưa đủ", ([], "xã hội hóa chưa đủ")),
        ("15/02 theo ý kiến", ([], "15/02 theo ý kiến")),
        ("", ([], "")),
    ]
    assert differing((text, row(text), expected) for text, expected in table) == []


def test_what_looks_like_a_unit_and_is_none_is_refused() -> None:
    table = [
        ("X-TNN theo công văn số 15/UBND-VP", "X-TNN", "X-TN"),
        ("x-tnn thieu so", "x-tnn", "X-TN"),
        ("VP, P-LLL thiếu số", "P-LLL", "P-LL"),
        ("VPP thiếu số", "VPP", "VP"),
        ("phường Lê Lợii thiếu số", "phường Lê Lợii thiếu", "P-LL"),
    ]
    told = [(text, refusal(text, row=True), (shown, (guess,))) for text, shown, guess in table]
    assert differing((text, (each["text"], each["guesses"][:1]), expected) for text, each, expected in told) == []


def test_a_unit_s_name_goes_before_the_group_that_it_begins_like() -> None:
    units = [RegistryUnit("T-DONG", "Thôn Đông", "thôn"), RegistryUnit("T-DOAI", "Thôn Đoài", "thôn")]
    every = RegistryUnit("G-THON", "Các thôn", "nhóm", members=("T-DONG", "T-DOAI"))
    commune = Registry((*units, every))
    assert group_leading("thôn đông 2 tin", commune) is None
    assert group_leading("thôn 2 tin", commune) == (every, " 2 tin")
    assert group_leading("các thôn: 2 tin", commune) == (every, ": 2 tin")


def test_groups_by_any_of_their_names() -> None:
    table = [
        ("các tổ chức CT-XH", ("G-CTXH", ""), "G-CTXH"),
        ("phuong xa quy 1", ("G-PX", " quy 1"), None),
        ("UBND các xã, phường TP.", ("G-PX", ""), None),
        ("G-CTXH", ("G-CTXH", ""), "G-CTXH"),
        ("G-LQ", None, "G-LQ"),  # open: nobody knows its members
        ("P-LL", None, None),
    ]
    found = [(text, group_leading(text, CITY), group_called(text, CITY)) for text, _, _ in table]
    codes = [(text, lead and (lead[0].code, lead[1]), called and called.code) for text, lead, called in found]
    assert codes == table
    assert short_group_name("UBND các phường, xã") == "phuong xa"


def test_a_cell_that_is_a_group_of_the_registry_word_for_word() -> None:
    units = Registry((*CITY.units, RegistryUnit("CSYT", "Các bệnh viện, Trung tâm Y tế", "nhóm", members=("TTYT",))))
    assert [(found.code, found.part.text) for found in resolve("Các bệnh viện, Trung tâm Y tế", units)] == [
        ("CSYT", "Các bệnh viện, Trung tâm Y tế")
    ]
    assert [found.code for found in resolve("Các bệnh viện, Trung tâm Y tế", CITY)] == [None, "TTYT"]
