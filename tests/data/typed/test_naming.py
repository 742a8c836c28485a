"""Units as people write them in a chat."""

from collections.abc import Iterator

import pytest

from data.people import registering
from data.refusals import UnitUnknown
from data.store import Store, open_store
from data.typed import naming
from tests.building import registry


@pytest.fixture
def city(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    with opened.transaction() as session:
        registering.save_registry(session, registry())
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
        ("P-LL,X-TN", "P-LL", "X-TN"),
        ("PLL đã gửi", "P-LL", "đã gửi"),
        ("VP: họp", "VP", "họp"),
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
        ("P-LL,X-TN", ["P-LL", "X-TN"]),
        ("VHTT,TTVHTT;VP", ["VHTT", "TTVHTT", "VP"]),
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
        ("X-TNN thieu so", "X-TNN thieu so", ("X-TN",)),
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


@pytest.mark.parametrize(
    ("text", "codes", "rest"),
    [
        ("VP theo công văn số 15/UBND-VP", ["VP"], "theo công văn số 15/UBND-VP"),
        ("VP, P-LL và X-TN thiếu số", ["VP", "P-LL", "X-TN"], "thiếu số"),
        ("VP,P-LL: thiếu số", ["VP", "P-LL"], "thiếu số"),
        ("thiếu số văn bản", [], "thiếu số văn bản"),
        ("theo công văn số 15/UBND-VP", [], "theo công văn số 15/UBND-VP"),
        ("CV số 12/VP", [], "CV số 12/VP"),
        ("phòng họp chưa có ảnh", [], "phòng họp chưa có ảnh"),
        ("xã hội hóa chưa đủ", [], "xã hội hóa chưa đủ"),
        ("15/02 theo ý kiến", [], "15/02 theo ý kiến"),
        ("", [], ""),
    ],
)
def test_units_at_the_beginning_and_what_follows_them(city: Store, text: str, codes: list[str], rest: str) -> None:
    with city.transaction() as session:
        units, left = naming.units_leading(session, text)
        assert ([unit.code for unit in units], left) == (codes, rest)


@pytest.mark.parametrize(
    ("text", "shown", "guess"),
    [
        ("X-TNN theo công văn số 15/UBND-VP", "X-TNN", "X-TN"),
        ("x-tnn thieu so", "x-tnn", "X-TN"),
        ("VP, P-LLL thiếu số", "P-LLL", "P-LL"),
        ("VPP thiếu số", "VPP", "VP"),
        ("phường Lê Lợii thiếu số", "phường Lê Lợii thiếu", "P-LL"),
    ],
)
def test_what_looks_like_a_unit_and_is_none_is_refused(city: Store, text: str, shown: str, guess: str) -> None:
    with city.transaction() as session, pytest.raises(UnitUnknown) as refused:
        naming.units_leading(session, text)
    assert (refused.value.text, refused.value.guesses[0]) == (shown, guess)
