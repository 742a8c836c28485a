"""What is asked about: text → tasks, units, group, period, and the words that are none of these."""

from datetime import date

import pytest

from data.agencies.finder import short_group_name
from data.lines.about import Subject, read_subject
from data.lines.days import period_first
from data.refusals import UnitUnknown
from tests.building import registry

TODAY = date(2023, 3, 7)
CITY = registry()

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


def told(subject: Subject) -> tuple[str, str, str, str]:
    """The parts of a question, each in a row."""
    period = period_first(subject.spoken, TODAY.year)[0]
    units = f"({subject.group})" if subject.group else " ".join(subject.units)
    return " ".join(subject.numbers), units, period.key if period else "", subject.rest


def test_in_any_order() -> None:
    assert [(text, *told(read_subject(text, TODAY, CITY))) for text, *_ in TABLE] == TABLE


def test_a_group_stands_for_its_members_and_is_asked_about_again_by_its_short_name() -> None:
    subject = read_subject("UBND các phường, xã", TODAY, CITY)
    assert (len(subject.units), subject.group) == (17, "G-PX")
    assert short_group_name(CITY.by_code["G-PX"].name) == "phuong xa"
    assert read_subject("phuong xa", TODAY, CITY) == subject


@pytest.mark.parametrize(("text", "guesses"), [("X-TNN", ("X-TN",)), ("1 X-TNN", ("X-TN",)), ("LL quý 1", ("P-LL",))])
def test_what_is_nearly_a_unit(text: str, guesses: tuple[str, ...]) -> None:
    with pytest.raises(UnitUnknown) as said:
        read_subject(text, TODAY, CITY)
    assert said.value.guesses == guesses
