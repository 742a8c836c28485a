"""What is asked about a plan as a whole: the shipped one, one contradiction at a time, five plans of other bodies."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.agencies.proposing import propose_registry
from data.documents.document import Document, Duty, Row, TitleBlock
from data.documents.formats import read_document
from data.plans.drafting import draft_of
from data.plans.drafts import DraftQuestion as Asked
from data.plans.lint import lint
from tests.building import CALENDAR, PLAN, registry, row

TABLES = Path(__file__).parents[3] / "shared" / "samples" / "tables"
ISSUED = date(2023, 1, 11)
LATE_EVENT = Asked(
    "9",
    "event.after-due",
    {
        "event": "Ngày Pháp luật Việt Nam",
        "day": "2023-11-09",
        "source": "Điều 8 Luật Phổ biến, giáo dục pháp luật năm 2012",
        "due": "2023-09-30",
        "text": "Quý III/2023",
        "period": "2023-Q4",
        "guess": "2023-12-31",
    },
)


def document(*rows: Row, duties: tuple[Duty, ...] = (), annex: date | None = ISSUED) -> Document:
    title = TitleBlock("06/KH-UBND", ISSUED, "UBND thành phố", "Kế hoạch", "Tuyên truyền CCHC năm 2023", 2023, annex)
    return Document(title, rows, duties)


def asked(*rows: Row, duties: tuple[Duty, ...] = (), today: date | None = None) -> tuple[Asked, ...]:
    plan = document(*rows, duties=duties)
    return lint(plan, draft_of(plan, registry(), CALENDAR, path=""), registry(), CALENDAR, today)


def test_the_shipped_plan() -> None:
    plan = read_document(PLAN)
    own_plan = "Xây dựng Kế hoạch tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2022"
    assert lint(plan, draft_of(plan, registry(), CALENDAR, path=""), registry(), CALENDAR) == (
        Asked(None, "annex.date", {"annex": "2022-01-11", "plan": "2023-01-11", "guess": "2023-01-11"}),
        Asked("III.1.1", "year.mismatch", {"text": own_plan, "year": 2022, "plan": 2023, "guess": 2023}),
        Asked("12", "agency.both-sides", {"agencies": ["UBND các phường, xã"]}),
        Asked("13", "agency.both-sides", {"agencies": ["UBND các phường, xã"]}),
        Asked(
            None,
            "agency.two-names",
            {
                "names": ["Trung tâm Văn hóa và Truyền thông thành phố"],
                "places": ["III.6"],
                "guess": "Trung tâm Văn hóa và Truyền thanh",
            },
        ),
        Asked("11", "depends-on", {"on": "10", "document": "Kế hoạch truyền thông về hoạt động kiểm soát TTHC"}),
        LATE_EVENT,
        Asked("9", "deadline.day-off", {"day": "2023-09-30", "rows": ["9"], "written": False, "guess": "2023-09-29"}),
        Asked("6", "deadline.day-off", {"day": "2023-12-31", "rows": ["6"], "written": False, "guess": "2023-12-29"}),
    )


def test_without_its_duties_as_tasks_the_plan_is_asked_the_same_and_the_duty_by_its_number() -> None:
    plan = read_document(PLAN)
    whole = draft_of(plan, registry(), CALENDAR, path="")
    before, after = (lint(plan, draft, registry(), CALENDAR) for draft in (whole, replace(whole, tasks=whole.rows)))
    changed = next(question for question in before if question.code == "year.mismatch")
    numbered = Asked(None, "year.mismatch", {"number": "III.1.1"} | changed.fields)
    assert after == tuple(numbered if question == changed else question for question in before)


def test_a_plan_in_order_is_asked_nothing() -> None:
    assert asked(row("1"), row("2", "Thường xuyên", title="Tuyên truyền CCHC", product="Tin, bài")) == ()


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Triển khai thực hiện Ngày Pháp luật năm 2022", 2022),
        ("Rà soát văn bản. Ban hành Kế hoạch kiểm tra năm 2021; tổng kết công tác năm 2022", 2021),
        ("Xây dựng báo cáo kết quả cải cách hành chính năm 2022", None),
        ("Tuyên truyền Luật Thanh tra năm 2022", None),
        ("Thực hiện Kế hoạch số 205/KH-UBND ngày 23/12/2022 về tuyên truyền năm 2022", None),
        ("Thực hiện Chương trình giai đoạn 2021-2025, Kế hoạch năm 2022", None),
        ("Tổ chức công bố Chỉ số cải cách hành chính năm 2022", None),
        ("Tổ chức khen thưởng thành tích năm 2022", None),
        ("Tổ chức thực hiện kế hoạch năm 2022-2023", None),
        ("Xây dựng Kế hoạch cải cách hành chính năm 2024", None),
        ("Tổ chức thực hiện công cuộc đổi mới từ năm 1986", None),
    ],
)
def test_a_year_left_over_from_the_last_plan(title: str, year: int | None) -> None:
    found = [(one.task, one.fields["year"]) for one in asked(row("1", "Thường xuyên", title=title))]
    assert found == ([("1", year)] if year else [])


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (
            ("Theo Nghị quyết số 76/NQ-CP ngày 15/7/2021", "Theo Nghị quyết số 76/NQ-CP ngày 15 tháng 8 năm 2021"),
            ("citation.days", {"document": "76/NQ-CP", "days": ["2021-07-15", "2021-08-15"], "rows": ["1", "2"]}),
        ),
        (
            ("Theo Quyết định số 14/2019/QĐ-TTg ngày 13/3/2018",),
            ("citation.day", {"document": "14/2019/QĐ-TTg", "text": "13/3/2018", "rows": ["1"]}),
        ),
        (
            ("Theo Kế hoạch số 12/KH-UBND ngày 30/02/2022",),
            ("citation.day", {"document": "12/KH-UBND", "text": "30/02/2022", "rows": ["1"]}),
        ),
        (
            ("Theo Chỉ thị số 28-CT/TU ngày 10/8/2032",),
            ("citation.day", {"document": "28-CT/TU", "text": "10/8/2032", "rows": ["1"]}),
        ),
        # Numbers begin anew each year.
        (("Theo Kế hoạch số 12/KH-UBND ngày 01/3/2021", "Theo Kế hoạch số 12/KH-UBND ngày 05/4/2022"), None),
    ],
)
def test_days_of_cited_documents(titles: tuple[str, ...], expected: tuple[str, dict[str, object]] | None) -> None:
    rows = [row(str(number), "Thường xuyên", title=title) for number, title in enumerate(titles, 1)]
    assert asked(*rows) == ((Asked(None, *expected),) if expected else ())


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("1", "2", "5"), [("5", {"after": "2", "missing": ["3", "4"]})]),
        (("I.1", "I.2", "II.1", "II.3"), [("II.3", {"after": "II.1", "missing": ["II.2"]})]),
        (("1", "2.1", "2.2", "3"), []),
        (("1", "2", "1", "2", "3"), []),
        (("1", "2", "2023"), []),
    ],
)
def test_numbers_left_out(numbers: tuple[str, ...], expected: list[tuple[str, dict[str, object]]]) -> None:
    rows = [row(number, "Thường xuyên", title=f"Việc thứ {place}") for place, number in enumerate(numbers)]
    assert [(one.task, one.fields) for one in asked(*rows) if one.code == "number.gap"] == expected


def test_a_number_that_heads_a_section_is_not_left_out() -> None:
    rows = (row("1"), replace(row("3", title="Tập huấn"), section="2. Tuyên truyền"))
    assert asked(*rows) == ()


def test_a_row_said_twice() -> None:
    assert asked(row("1"), row("2", "tháng 01/2023"), row("3", "Tháng 3/2023")) == (
        Asked("2", "task.repeated", {"same": "1"}),
    )


def test_products() -> None:
    one = row("2", "Thường xuyên", title="Ban hành Kế hoạch kiểm tra công vụ, báo cáo kết quả", product=" - ")
    other = row("2", "Thường xuyên", title="Tuyên truyền lưu động", product="")
    assert asked(row("1"), one) == (Asked("2", "product.blank", {"guess": "Kế hoạch kiểm tra công vụ"}),)
    assert asked(row("1"), other) == (Asked("2", "product.blank"),)
    assert asked(row("1"), one, replace(other, number="3")) == (Asked(None, "product.blank", {"rows": ["2", "3"]}),)


@pytest.mark.parametrize(
    ("lead", "coordinating", "agencies"),
    [
        ("UBND cấp xã", "Phòng Nội vụ; UBND các phường, xã", ["UBND các phường, xã"]),
        ("Phòng VHTT TP", "Phòng Văn hóa và Thông tin thành phố", ["Phòng Văn hóa và Thông tin thành phố"]),
        ("Sở Khoa học và Công nghệ", "Sở khoa học và công nghệ; Phòng Nội vụ", ["Sở khoa học và công nghệ"]),
        # The lead is one of the group, but nobody is named twice.
        ("Phòng Nội vụ", "Các phòng, ban, đơn vị thuộc UBND thành phố", None),
        ("Các đơn vị có liên quan", "Các đơn vị có liên quan", None),
    ],
)
def test_both_sides(lead: str, coordinating: str, agencies: list[str] | None) -> None:
    one = row("1", "Thường xuyên", lead=lead, coordinating=coordinating)
    assert asked(one) == ((Asked("1", "agency.both-sides", {"agencies": agencies}),) if agencies else ())


def test_short_names_are_no_other_names() -> None:
    heading = Duty("III.1.1", "Phòng Văn hoá - Thông tin thành phố", "Tuyên truyền.")
    assert asked(row("1", lead="Phòng VHTT TP"), row("2", lead="Phòng Tư Pháp", title="Họp"), duties=(heading,)) == ()


MAKES = row("1", "Tháng 3/2023", title="Ban hành Kế hoạch kiểm soát thủ tục hành chính năm 2023")


@pytest.mark.parametrize(
    ("deadline", "title", "on"),
    [
        ("Theo Kế hoạch", "Triển khai Kế hoạch kiểm soát thủ tục hành chính năm 2023 của thành phố", "1"),
        ("", "Tổ chức thực hiện kế hoạch kiểm soát thủ tục hành chính năm 2023", "1"),
        ("Tháng 02/2023", "Thực hiện Kế hoạch kiểm soát thủ tục hành chính năm 2023", "1"),
        ("Sau khi Kế hoạch kiểm soát thủ tục hành chính năm 2023 được ban hành", "Rà soát thủ tục", "1"),
        # It has its own time after the plan's, is another plan's, or names the plan without carrying it out.
        ("Tháng 6/2023", "Thực hiện Kế hoạch kiểm soát thủ tục hành chính năm 2023", None),
        ("", "Triển khai Kế hoạch kiểm tra công vụ năm 2023", None),
        ("", "Ban hành Kế hoạch kiểm soát thủ tục hành chính năm 2023 của phường", None),
        ("", "Góp ý Kế hoạch kiểm soát thủ tục hành chính năm 2023", None),
    ],
)
def test_what_waits_for_a_document(deadline: str, title: str, on: str | None) -> None:
    found = [(one.task, one.fields["on"]) for one in asked(MAKES, row("2", deadline, title=title))]
    assert found == ([("2", on)] if on else [])


@pytest.mark.parametrize(
    ("title", "deadline", "expected"),
    [
        ("Tổ chức Ngày Pháp luật nước CHXHCN Việt Nam", "Tháng 10/2023", ("2023-11-09", "2023-11", "2023-11-30")),
        ("Tổ chức Ngày Chuyển đổi số quốc gia", "Quý III/2023", ("2023-10-10", "2023-Q4", "2023-12-31")),
        ("Tuyên truyền Ngày Thương binh - Liệt sĩ", "15/5/2023", ("2023-07-27", "2023-07", "2023-07-31")),
        ("Tổ chức Ngày Pháp luật", "Tháng 11/2023", None),
        ("Tổ chức Ngày Pháp luật", "Quý IV/2023", None),
        ("Tổ chức Ngày Pháp luật", "Thường xuyên", None),
        ("Ban hành Kế hoạch tổ chức Ngày Pháp luật", "Tháng 8/2023", None),
        ("Tổ chức văn nghệ chào mừng Quốc khánh", "Tháng 8/2023", None),
        # It became a day of the year only later.
        ("Tổ chức Ngày Văn hóa Việt Nam", "Tháng 10/2023", None),
    ],
)
def test_events_of_the_year(title: str, deadline: str, expected: tuple[str, str, str] | None) -> None:
    found = [one for one in asked(row("1", deadline, title=title)) if one.code == "event.after-due"]
    assert [(one.fields["day"], one.fields["period"], one.fields["guess"]) for one in found] == (
        [expected] if expected else []
    )


@pytest.mark.parametrize(
    ("deadline", "fields"),
    [
        ("Tháng 12/2022", {"due": "2022-12-31", "plan": "2023-01-11", "guess": "2023-12-31"}),
        ("05/01/2022", {"due": "2022-01-05", "plan": "2023-01-11"}),
        ("10/01/2023", {"due": "2023-01-10", "plan": "2023-01-11"}),
        ("11/01/2023", None),
        ("Hằng tháng", None),
    ],
)
def test_a_day_before_the_plan_itself(deadline: str, fields: dict[str, str] | None) -> None:
    plan = document(row("1", deadline))
    unasked = replace(draft_of(plan, registry(), CALENDAR, path=""), questions=())
    expected = (Asked("1", "deadline.past", fields),) if fields else ()
    assert lint(plan, unasked, registry(), CALENDAR) == expected


def test_a_deadline_that_is_asked_about_already_is_not_asked_about_again() -> None:
    plan = document(row("1", "Tháng 12/2022"))
    draft = replace(draft_of(plan, registry(), CALENDAR, path=""), questions=(Asked("1", "deadline.ambiguous"),))
    assert lint(plan, draft, registry(), CALENDAR) == ()


def test_days_off_are_asked_about_once_each() -> None:
    rows = [
        row("1", "30/9/2023", title="Một"),
        row("2", "Quý III/2023", title="Hai"),
        row("3", "Năm 2023", title="Ba"),
        row("4", "Tháng 11/2023", title="Bốn"),  # a Thursday
        row("5", "Hằng quý", title="Năm"),  # a cadence
        row("6", "31/12/2028", title="Sáu"),  # too far off for its calendar to be known
    ]
    september, december = (
        Asked(
            None, "deadline.day-off", {"day": "2023-09-30", "rows": ["1", "2"], "written": True, "guess": "2023-09-29"}
        ),
        Asked("3", "deadline.day-off", {"day": "2023-12-31", "rows": ["3"], "written": False, "guess": "2023-12-29"}),
    )
    assert asked(*rows) == (september, december)
    assert asked(*rows, today=date(2023, 10, 1)) == (december,)


# Looked at one by one: each unit stands in both cells, each product cell is blank, and 29/11/2025 is a Saturday.
OTHER_PLANS = {
    "DongNai_179-KH-UBND_2025_kinh-te-so.tsv": {"agency.both-sides": 1},
    "DongThap_552-KH-UBND_2025_doi-moi-cong-nghe.tsv": {"product.blank": 1},
    "NgheAn_980-KH-UBND_2025_phong-thu-dan-su.tsv": {
        "product.blank": 1,
        "agency.both-sides": 1,
        "deadline.day-off": 1,
    },
    "TPHCM_2820-QD-UBND_2025_quy-hoach.tsv": {"product.blank": 1, "agency.both-sides": 2},
    "TTg_2597-QD-TTg_2025_ket-cau-ha-tang.tsv": {},
}


@pytest.mark.skipif(not TABLES.exists(), reason="the tables of other bodies are not there")
@pytest.mark.parametrize("name", OTHER_PLANS)
def test_plans_of_other_bodies(name: str) -> None:
    plan = read_document(TABLES / name)
    units = propose_registry([cell for one in plan.rows for cell in (one.lead, one.coordinating)])
    found = lint(plan, draft_of(plan, units, CALENDAR, path="", year=2025), units, CALENDAR)
    assert Counter(question.code for question in found) == OTHER_PLANS[name]
