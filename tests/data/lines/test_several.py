"""Several reports in one line: which words are about which task."""

from dataclasses import replace

import pytest

from data.lines.several import Report, Reports, numbers_first, read_reports
from data.talk import Act
from tests.tables import differing

KNOWN = {"1", "4", "9", "10", "11", "12", "13"}


def one(numbers: str, note: str = "", *, nothing: bool = False) -> Report:
    """A report of tasks, their numbers parted by blanks."""
    return Report(tuple(numbers.split()), note, nothing)


def test_each_task_has_its_words() -> None:
    table = [
        ("10", [one("10")]),
        ("10, 12", [one("10 12")]),
        ("1 12 13 3 tin", [one("1 12 13", "3 tin")]),
        ("10, 12 đã gửi số 5/BC-VP", [one("10 12", "đã gửi số 5/BC-VP")]),
        ("1 3 tin 2 bai, 12 1 tin", [one("1", "3 tin 2 bai"), one("12", "1 tin")]),
        ("1 3 tin 12 1 tin", [one("1", "3 tin"), one("12", "1 tin")]),
        ("1 quy 1 3 tin, 12 quy 1 1 tin", [one("1", "quy 1 3 tin"), one("12", "quy 1 1 tin")]),
        ("1 3 tin\n12 1 tin\n13 kps", [one("1", "3 tin"), one("12", "1 tin"), one("13", nothing=True)]),
        ("1: 3 tin; 12: 1 tin; 13 không phát sinh", [one("1", "3 tin"), one("12", "1 tin"), one("13", nothing=True)]),
        ("12 3 tin. 13 không phát sinh ạ", [one("12", "3 tin"), one("13", nothing=True)]),
        ("10; 12 thì không phát sinh", [one("10"), one("12", nothing=True)]),
        ("10, 12 không phát sinh", [one("10"), one("12", nothing=True)]),
        ("9 số 15/KH-TP, xong 12 2 tin", [one("9", "số 15/KH-TP"), one("12", "2 tin")]),
        ("10 số 12/KH-VP và 12 3 tin", [one("10", "số 12/KH-VP"), one("12", "3 tin")]),
        ("1 3 tin; việc 12 đã gửi", [one("1", "3 tin"), one("12", "đã gửi")]),
        ("10 và việc 11 số 5/KH-VP", [one("10 11", "số 5/KH-VP")]),
        ("12 khong phat sinh", [one("12", nothing=True)]),
        ("12 không phát sinh kinh phí", [one("12", "không phát sinh kinh phí")]),
        ("1 12 băng rôn", [one("1", "12 băng rôn")]),
        ("1 3 tin, 12 băng rôn", [one("1", "3 tin, 12 băng rôn")]),
        ("1 3 tin, 2 bài", [one("1", "3 tin, 2 bài")]),
        ("1 2 lớp cho 12 thôn, 13 người vắng", [one("1", "2 lớp cho 12 thôn, 13 người vắng")]),
        ("10 số 12/KH-VP, 15/KH-VP", [one("10", "số 12/KH-VP, 15/KH-VP")]),
        ("10 số 12/KH-VP ngày 5/2, 12 người dự", [one("10", "số 12/KH-VP ngày 5/2, 12 người dự")]),
        ("10 số 5/KH-VP, 12", [one("10", "số 5/KH-VP, 12")]),
        ("1 3 tin, 7 1 tin", [one("1", "3 tin, 7 1 tin")]),
        ("1 ghi chú: 3 tin, 12 đã gửi", [one("1", "3 tin, 12 đã gửi")]),
    ]
    assert differing(((text, each), read_reports(text, KNOWN), Reports(tuple(each))) for text, each in table) == []


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("10 và 12 3 tin", [one("10"), one("12", "3 tin")]),
        ("10, 12: 3 tin", [one("10"), one("12", "3 tin")]),
        ("1 3 tin, 12 đã gửi", [one("1", "3 tin"), one("12", "đã gửi")]),
    ],
)
def test_words_that_may_be_about_one_task_or_another(text: str, each: list[Report]) -> None:
    found = read_reports(text, KNOWN)
    assert found == Reports(tuple(each), sure=False)
    first, *others = (
        Act("xong", report.numbers, how="khong phat sinh" if report.nothing else "", text=report.note)
        for report in each
    )
    typed = replace(first, beside=tuple(others)).argument
    assert read_reports(typed, KNOWN) == Reports(tuple(each))


def test_nothing_arose_in_one_task_is_a_report_like_any_other() -> None:
    table = [
        ("1 3 tin, khong phat sinh 13", "1 3 tin; 13 khong phat sinh"),
        ("1 3 tin\nkhông phát sinh việc 12 và 13", "1 3 tin; 12 không phát sinh; 13 không phát sinh"),
        ("không phát sinh 12; 13: 3 tin", "12 không phát sinh; 13: 3 tin"),
        ("12 không phát sinh 2 tin xấu", "12 không phát sinh 2 tin xấu"),
        ("1 3 tin 2 bài", "1 3 tin 2 bài"),
    ]
    assert differing((text, numbers_first(text), turned) for text, turned in table) == []
