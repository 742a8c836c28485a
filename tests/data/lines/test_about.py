"""What is asked about: text → tasks, units, group, period, and the words that are none of these."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.lines.about import About, read_about
from data.people import registering
from data.refusals import UnitUnknown
from data.store import Store, open_store
from tests.building import registry

TODAY = date(2023, 3, 7)

# Text, numbers of tasks, codes of units (a group's in brackets), key of the period, what is not understood.
TABLE = [
    ("", "", "", "", ""),
    ("1", "1", "", "", ""),
    ("1, 12", "1 12", "", "", ""),
    ("việc 06.10", "06.10", "", "", ""),
    ("P-LL", "", "P-LL", "", ""),
    ("phường Lê Lợi, xã Trung Nghĩa", "", "P-LL X-TN", "", ""),
    ("quý 1", "", "", "2023-Q1", ""),
    ("quý II/2024", "", "", "2024-Q2", ""),
    ("tháng 3", "", "", "2023-03", ""),
    ("6 tháng đầu năm", "", "", "2023-H1", ""),
    ("năm 2022", "", "", "2022", ""),
    ("quý này", "", "", "2023-Q1", ""),
    ("quý trước", "", "", "2022-Q4", ""),
    ("tháng sau", "", "", "2023-04", ""),
    ("năm nay", "", "", "2023", ""),
    ("last quarter", "", "", "2022-Q4", ""),
    ("1 quý 1 P-LL", "1", "P-LL", "2023-Q1", ""),
    ("P-LL quý 1 việc 1", "1", "P-LL", "2023-Q1", ""),
    ("quý 1 phường Lê Lợi 1, 12", "1 12", "P-LL", "2023-Q1", ""),
    ("1 12 xã Trung Nghĩa", "1 12", "X-TN", "", ""),
    ("1 6 tháng đầu năm của P-LL", "1", "P-LL", "2023-H1", ""),
    ("NV 1", "1", "NV", "", ""),
    ("nv 1", "1", "", "", ""),
    ("UBND các phường, xã", "", "(G-PX)", "", ""),
    ("phuong xa quy 1", "", "(G-PX)", "2023-Q1", ""),
    ("các xã, phường", "", "(G-PX)", "", ""),
    ("12 đoàn thể", "12", "(G-CTXH)", "", ""),
    ("P-LL thế nào rồi ạ?", "", "P-LL", "", ""),
    ("1 P-LL nhé", "1", "P-LL", "", ""),
    ("abc", "", "", "", "abc"),
    ("1 quý 5", "1", "", "", "quý 5"),
    ("quý 4/9999", "", "", "", "quý 4/9999"),
    ("quý 1 quý 2", "", "", "2023-Q1", "quý 2"),
    ("VHTT gì đó", "", "VHTT", "", "gì đó"),
    ("ban Tổ chức", "", "", "", "ban Tổ chức"),  # no courtesy, though people are called "bạn"
    ("dạy nghề", "", "", "", "dạy nghề"),
]


@pytest.fixture
def city(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    with opened.transaction() as session:
        registering.save_registry(session, registry())
    yield opened
    opened.close()


def told(about: About) -> tuple[str, str, str, str]:
    """The parts of a question, each in a row."""
    period = about.period(TODAY.year)
    units = f"({about.group.code})" if about.group else " ".join(unit.code for unit in about.units)
    return " ".join(about.numbers), units, period.key if period else "", about.rest


def test_in_any_order(city: Store) -> None:
    with city.transaction() as session:
        read = [(text, *told(read_about(session, text, TODAY))) for text, *_ in TABLE]
    assert read == TABLE


def test_a_group_stands_for_its_members_and_is_typed_again_by_its_name(city: Store) -> None:
    with city.transaction() as session:
        about = read_about(session, "UBND các phường, xã", TODAY)
        again = read_about(session, " ".join(about.typed_units), TODAY)
    assert (len(about.units), about.is_one_unit, about.typed_units) == (17, False, ("phuong xa",))
    assert again == about


@pytest.mark.parametrize(("text", "guesses"), [("X-TNN", ("X-TN",)), ("1 X-TNN", ("X-TN",)), ("LL quý 1", ("P-LL",))])
def test_what_is_nearly_a_unit(city: Store, text: str, guesses: tuple[str, ...]) -> None:
    with city.transaction() as session, pytest.raises(UnitUnknown) as said:
        read_about(session, text, TODAY)
    assert said.value.guesses == guesses
