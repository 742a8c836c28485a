"""How days, moments, periods and names are written, in both languages."""

from datetime import UTC, date, datetime

import pytest

from data.facts import UnitFact
from data.kinds import Ladder
from data.titles import shorten
from locales import words_for
from locales.phrases import names, outcome, sentence
from tests.locales.making import CULTURE, HOME_AFFAIRS, JUSTICE, WARD, ZONE, said

VI, EN = words_for("vi"), words_for("en")
STANDING, RECURRING, WEEKLY, DATED = Ladder.STANDING, Ladder.RECURRING, Ladder.WEEKLY, Ladder.DATED


def test_an_unknown_locale_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown locale: fr"):
        words_for("fr")


def test_what_nobody_has_translated_is_said_in_english() -> None:
    assert VI.text("no such sentence for {unit}", unit="UBND phường Lê Lợi") == (
        "no such sentence for UBND phường Lê Lợi"
    )


@pytest.mark.parametrize(
    ("day", "inside", "at_start", "english"),
    [
        (date(2023, 1, 31), "thứ Ba, 31/01/2023", "Thứ Ba, 31/01/2023", "Tuesday, 31/01/2023"),
        (date(2023, 3, 4), "thứ Bảy, 04/03/2023", "Thứ Bảy, 04/03/2023", "Saturday, 04/03/2023"),
        (date(2023, 3, 5), "Chủ nhật, 05/03/2023", "Chủ nhật, 05/03/2023", "Sunday, 05/03/2023"),
    ],
)
def test_days(day: date, inside: str, at_start: str, english: str) -> None:
    assert (VI.weekday_day(day), VI.start_day(day), EN.weekday_day(day)) == (inside, at_start, english)


@pytest.mark.parametrize(
    ("lines", "english"),
    [
        ("viec · viec 10", "tasks · task 10"),
        ("bao nham 10", "undo 10"),
        ("ghi nhan 10 VP", "acknowledge 10 VP"),
        ("xong 10 kem tep", "done 10 with file"),
        ("cho gia han 10 VP theo công văn số …", "grant 10 VP on the basis of letter no. …"),
        ("tinh hinh 10 tiep 21", "status 10 next 21"),
        ("xem tiep", "see more"),
    ],
)
def test_lines_to_type(lines: str, english: str) -> None:
    assert (VI.typed(lines), EN.typed(lines)) == (lines, english)


def test_short_days() -> None:
    assert (VI.day(date(2023, 3, 14)), VI.short_day(date(2023, 3, 14))) == ("14/03/2023", "14/03")


def test_a_moment_is_shown_by_the_clock_of_its_zone() -> None:
    moment = datetime(2023, 1, 29, 18, 12, tzinfo=UTC)
    assert (VI.moment(moment, ZONE), EN.moment(moment, ZONE)) == ("01:12 ngày 30/01/2023", "01:12 on 30/01/2023")


@pytest.mark.parametrize(
    ("key", "ladder", "vietnamese", "english"),
    [
        ("2023-Q1", STANDING, "quý I/2023", "quarter I/2023"),
        ("2023-Q4", RECURRING, "quý IV/2023", "quarter IV/2023"),
        ("2023-01", STANDING, "tháng 01/2023", "month 01/2023"),
        ("2023-01.2", RECURRING, "tháng 01/2023", "month 01/2023"),
        ("2023-W05", WEEKLY, "tuần 05/2023", "week 05/2023"),
        ("2023-H1", RECURRING, "6 tháng đầu năm 2023", "the first half of 2023"),
        ("2023-H2", RECURRING, "6 tháng cuối năm 2023", "the second half of 2023"),
        ("2023", RECURRING, "năm 2023", "the year 2023"),
        ("1", DATED, "", ""),
        ("2023", DATED, "", ""),
    ],
)
def test_periods(key: str, ladder: Ladder, vietnamese: str, english: str) -> None:
    assert (VI.period(key, ladder), EN.period(key, ladder)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("key", "this_year", "year_after"),
    [
        ("2023-Q1", "quý I", "quý I/2023"),
        ("2023-02", "tháng 02", "tháng 02/2023"),
        ("2023-W05", "tuần 05", "tuần 05/2023"),
        ("2023-H2", "6 tháng cuối năm", "6 tháng cuối năm 2023"),
        ("2023", "năm 2023", "năm 2023"),
    ],
)
def test_the_year_of_a_period_goes_without_saying_while_it_runs(key: str, this_year: str, year_after: str) -> None:
    days = date(2023, 3, 7), date(2024, 3, 7)
    assert tuple(VI.period(key, RECURRING, today) for today in days) == (this_year, year_after)


def test_names_in_a_row() -> None:
    assert VI.list(["1", "12", "13"]) == "1, 12, 13"
    assert (VI.join(["a"]), VI.join(["a", "b"]), VI.join(["a", "b", "c"])) == ("a", "a và b", "a, b và c")


@pytest.mark.parametrize(
    ("limit", "vietnamese", "english"),
    [
        (3, "Phòng Nội vụ, Phòng Tư pháp, UBND phường Lê Lợi và 2 đơn vị khác", "and 2 other units"),
        (4, "Phòng Nội vụ, Phòng Tư pháp, UBND phường Lê Lợi, Phòng Văn hóa và Thông tin, Văn phòng HĐND-UBND", ""),
    ],
)
def test_units_by_name_are_counted_when_they_are_many(limit: int, vietnamese: str, english: str) -> None:
    units = [HOME_AFFAIRS, JUSTICE, WARD, CULTURE, UnitFact(2, "VP", "Văn phòng HĐND-UBND")]
    assert names(VI, units, limit) == vietnamese
    assert names(EN, units, limit).endswith(english)


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("Ban hành Kế hoạch.", 90, "Ban hành Kế hoạch"),
        ("  Ban hành\n Kế hoạch ", 90, "Ban hành Kế hoạch"),
        ("Ban hành Kế hoạch truyền thông", 17, "Ban hành Kế hoạch…"),
        ("Ban hành Kế hoạch truyền thông", 16, "Ban hành Kế…"),
        ("Ban hành, Kế hoạch", 10, "Ban hành…"),
        ("đẩy mạnh", 3, "đẩy…"),
        ("Nghiêng", 4, "Nghi…"),
        ("Nghe\u0302\u0323n", 4, "Nghệ…"),
        ("ab\u0316\u0316c", 2, "ab\u0316\u0316…"),
        ("", 90, ""),
    ],
)
def test_a_long_title_is_cut_at_a_word(text: str, limit: int, shown: str) -> None:
    assert shorten(text, limit) == shown


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Kết quả: 3 tin", "Kết quả: 3 tin."),
        ("Đã đăng…", "Đã đăng…"),
        ("Minh chứng: https://hungyen.gov.vn/a", "Minh chứng: https://hungyen.gov.vn/a"),
    ],
)
def test_a_full_stop_never_becomes_part_of_a_link(text: str, closed: str) -> None:
    assert sentence(text) == closed


NUMBER = ("document", "số 12/KH-VP")
DATED_NUMBER = ("document", "số 12/KH-VP ngày 30/01/2023")
LINK = ("link", "https://hungyen.gov.vn/a")


@pytest.mark.parametrize(
    ("note", "evidence", "left"),
    [
        ("3 tin 2 bài", [], "3 tin 2 bài"),
        ("số 12/KH-VP ngày 30/01/2023", [DATED_NUMBER], ""),
        ("12 / KH - VP", [NUMBER], ""),
        ("Văn bản số 12/KH-VP.", [NUMBER], ""),
        ("đã ban hành số 12/KH-VP", [NUMBER], "đã ban hành"),
        ("đã ban hành số 12/KH-VP, gửi các đơn vị", [NUMBER], "đã ban hành số 12/KH-VP, gửi các đơn vị"),
        ("3 tin; https://hungyen.gov.vn/a, số 12/KH-VP", [LINK, NUMBER], "3 tin"),
        ("báo cáo so sánh số 12/KH-VP", [NUMBER], "báo cáo so sánh"),
    ],
)
def test_the_results_are_what_stands_before_the_evidence(note: str, evidence: list[tuple[str, str]], left: str) -> None:
    assert outcome(said(note, *evidence)) == left
