"""What follows a command: whom and when it asks about, until when not to remind, how units are to change; as tables."""

from datetime import date

import pytest

from data.agencies.finder import short_group_name
from data.lines.days import period_first
from data.lines.requests import Amendment, Delay, How, Subject, delay_until, read_amendment, read_delay, read_subject
from data.refusals import UnitUnknown
from data.workdays import workdays
from tests.building import registry
from tests.tables import differing

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


# Text, numbers of tasks, units or (group) or everybody, tasks and units that are left out.
LEFT_OUT = [
    ("1 trừ P-LL", "1", "", "P-LL"),
    ("1 quý 1 trừ phường Lê Lợi, xã Trung Nghĩa", "1", "", "P-LL X-TN"),
    ("phuong xa tru le loi", "", "(G-PX)", "P-LL"),
    ("cac xa", "", "(G-PX)", ""),
    ("hết các phường xã", "", "(G-PX)", ""),
    ("các phòng ban ngoại trừ VP 12", "12", "(G-PBDV)", "VP"),
    ("tru 10, 11 P-LL", "", "", "10 11 P-LL"),
    ("1, 12 trừ 12", "1 12", "", "12"),
    ("tất cả", "", "everybody", ""),
    ("hết đi", "", "everybody", ""),
    ("tất cả báo cáo việc 1", "1", "everybody", ""),
    ("tất cả đơn vị trừ VP", "", "everybody", "VP"),
    ("everybody except P-LL", "", "everybody", "P-LL"),
]


def whom(subject: Subject) -> tuple[str, str, str]:
    """Of whom, and who is left out, each in a row."""
    units = f"({subject.group})" if subject.group else " ".join(subject.units)
    named = "everybody" if subject.everybody else units
    return " ".join(subject.numbers), named, " ".join([*subject.without_numbers, *subject.without])


def test_who_is_left_out_and_whether_everybody_is_meant() -> None:
    read = [(text, read_subject(text, TODAY, CITY)) for text, *_ in LEFT_OUT]
    assert [(text, *whom(subject)) for text, subject in read] == LEFT_OUT
    assert [subject.rest for _, subject in read if subject.rest] == []


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


# A Thursday before Tết: the 20th to the 26th are days off.
THURSDAY = date(2023, 1, 12)
FRIDAY = date(2023, 1, 13)
TUESDAY = date(2023, 1, 17)
CALENDAR = workdays()


def test_a_delay_is_read() -> None:
    table = [
        ("", Delay("", FRIDAY)),
        ("10", Delay("10", FRIDAY)),
        ("10, 12", Delay("10, 12", FRIDAY)),
        ("10 3 ngay", Delay("10", TUESDAY)),
        ("10 3 ngày làm việc", Delay("10", TUESDAY)),
        ("việc 10 thêm 3 ngày nữa", Delay("viec 10", TUESDAY)),
        ("10, 12 3 ngày", Delay("10, 12", TUESDAY)),
        ("10 3", Delay("10", TUESDAY)),
        ("3 3 ngay", Delay("3", TUESDAY)),
        ("06.10 3 ngay", Delay("06.10", TUESDAY)),
        ("III.1.4 3 ngay", Delay("iii.1.4", TUESDAY)),
        ("10 6 ngay", Delay("10", date(2023, 1, 27))),
        ("10 1 tuần", Delay("10", date(2023, 1, 19))),
        ("10 2 tuan", Delay("10", date(2023, 1, 27))),
        ("10 thứ 6", Delay("10", FRIDAY)),
        ("10 thứ hai tuần sau", Delay("10", date(2023, 1, 16))),
        ("10 cuối tháng", Delay("10", date(2023, 1, 31))),
        ("10 mùng 10", Delay("10", date(2023, 2, 10))),
        ("10 mai", Delay("10", FRIDAY)),
        ("10 sang ngày mai", Delay("10", FRIDAY)),
        ("10 ngày mai", Delay("10", FRIDAY)),
        ("10 ngay mai", Delay("10", FRIDAY)),
        ("10,12 sáng mai", Delay("10,12", FRIDAY)),
        ("10 17/1/23", Delay("10", TUESDAY)),
        ("10 -1 ngày", Delay("10", None, "-1 ngay")),
        ("10 2 gio", Delay("10", None, "2 gio")),
        ("10 tuan sau", Delay("10", date(2023, 1, 16))),
        ("10 den 17/1", Delay("10", TUESDAY)),
        ("10 đến ngày 17/01/2023", Delay("10", TUESDAY)),
        ("10 den 21/1", Delay("10", date(2023, 1, 27))),
        ("10 den 12/1", Delay("10", None, "12/1")),
        ("10 31/2", Delay("10", None, "31/2")),
        ("10 17 tháng 1", Delay("10", TUESDAY)),
        ("10 đến hết quý 1/2023", Delay("10", date(2023, 3, 31))),
        ("10 2023-01-17", Delay("10 2023-01-17", None, "10 2023-01-17")),
        ("10 - 12", Delay("10 - 12", None, "10 - 12")),
        ("10 1.2", Delay("10 1.2", FRIDAY)),
        ("10 0 ngay", Delay("10", None, "0 ngay")),
        ("10 khi nào rảnh", Delay("10 khi nao ranh", None, "10 khi nào rảnh")),
        ("10 100 ngay", Delay("10 100 ngay", None, "10 100 ngay")),
    ]
    assert differing((text, read_delay(text, THURSDAY, CALENDAR), expected) for text, expected in table) == []


def test_a_day_that_was_chosen_is_waited_for_as_one_that_was_typed() -> None:
    table: tuple[tuple[date | None, Delay], ...] = (
        (None, Delay("", FRIDAY)),
        (TUESDAY, Delay("", TUESDAY)),
        (date(2023, 1, 21), Delay("", date(2023, 1, 27))),
        (THURSDAY, Delay("", None, "12/01/2023")),
        (date(2023, 1, 11), Delay("", None, "11/01/2023")),
    )
    assert differing((day, delay_until(day, THURSDAY, CALENDAR), expected) for day, expected in table) == []


def test_what_is_to_change() -> None:
    table = [
        ("don vi", "VHTT, TTVHTT", Amendment(How.SET, "VHTT, TTVHTT")),
        ("don vi", "them TTVHTT", Amendment(How.ADD, "TTVHTT")),
        ("don vi", "bổ sung Phòng Kinh tế", Amendment(How.ADD, "Phòng Kinh tế")),
        ("them don vi", "TTVHTT", Amendment(How.ADD, "TTVHTT")),
        ("don vi", "bỏ P-LL, X-TN", Amendment(How.TAKE_OFF, "P-LL, X-TN")),
        ("don vi", "bo bot P-LL", Amendment(How.TAKE_OFF, "P-LL")),
        ("don vi", "xóa UBND phường Lê Lợi", Amendment(How.TAKE_OFF, "UBND phường Lê Lợi")),
        ("xoa phoi hop", "P-LL đồng ý", Amendment(How.TAKE_OFF, "P-LL", agreed=True)),
        ("lead units", "remove P-LL yes", Amendment(How.TAKE_OFF, "P-LL", agreed=True)),
        ("don vi", "thay KT", Amendment(How.REPLACE, "KT")),
        ("don vi", "thay P-LL bằng KT dong y", Amendment(How.REPLACE, "P-LL", "KT", agreed=True)),
        ("lead units", "replace P-LL by KT", Amendment(How.REPLACE, "P-LL", "KT")),
        ("don vi", "Bộ Tài chính", Amendment(How.SET, "Bộ Tài chính")),
        ("don vi", "bo", Amendment(How.TAKE_OFF, "")),
        ("don vi", "", Amendment(How.SET, "")),
    ]
    assert (
        differing(((command, text), read_amendment(command, text), amendment) for command, text, amendment in table)
        == []
    )


def test_a_name_that_begins_like_a_verb_is_a_name() -> None:
    assert read_amendment("don vi", "Bo chi huy quan su", named=True) == Amendment(How.SET, "Bo chi huy quan su")
    assert read_amendment("bo don vi", "Bo chi huy quan su", named=True) == Amendment(
        How.TAKE_OFF, "Bo chi huy quan su"
    )
