"""Units as people write them in a chat."""

from collections.abc import Iterator

import pytest

from data import naming, people
from data.errors import UnitUnknown
from data.store import Store, open_store
from tests.building import registry


@pytest.fixture
def city(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    with opened.transaction() as session:
        people.save_registry(session, registry())
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("P-LL", "P-LL", ""),
        ("p-ll 2", "P-LL", "2"),
        ("phường Lê Lợi thu truong", "P-LL", "thu truong"),
        ("phuong le loi: họp  lúc 8 giờ", "P-LL", "họp  lúc 8 giờ"),
        ("VP, X-TN", "VP", "X-TN"),
        ("Phòng Văn hóa và Thông tin", "VHTT", ""),
        ("Phòng VHTT đã gửi", "VHTT", "đã gửi"),
    ],
)
def test_the_unit_a_text_begins_with(city: Store, text: str, code: str, rest: str) -> None:
    with city.transaction() as session:
        unit, left = naming.unit_leading(session, text)
        assert (unit.code, left) == (code, rest)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("P-LL, X-TN", ["P-LL", "X-TN"]),
        ("P-QT cho P-LL", ["P-QT", "P-LL"]),
        ("phường Lê Lợi và xã Trung Nghĩa", ["P-LL", "X-TN"]),
        ("P-LL P-LL", ["P-LL", "P-LL"]),
        ("các tổ chức CT-XH", ["LDLD", "HND", "HPN", "DTN", "HCCB"]),
        ("", []),
    ],
)
def test_units_in_a_row(city: Store, text: str, codes: list[str]) -> None:
    with city.transaction() as session:
        assert [unit.code for unit in naming.units_named(session, text)] == codes


@pytest.mark.parametrize(
    ("text", "shown", "guesses"),
    [
        ("P-L 2", "P-L 2", ("P-LS", "P-LL")),
        ("xyz", "xyz", ()),
        ("UBND các phường, xã", "UBND các phường, xã", ("UBND-TP",)),
        ("x" * 4000, "x" * 60, ()),
        ("", "", ()),
    ],
)
def test_what_is_no_unit_is_told_with_those_that_look_alike(
    city: Store, text: str, shown: str, guesses: tuple[str, ...]
) -> None:
    with city.transaction() as session, pytest.raises(UnitUnknown) as refused:
        naming.unit_leading(session, text)
    assert refused.value.fields == {"text": shown, "guesses": guesses, "look": "danh sach chat"}
