"""A unit's digest, whole: what an officer reads in the morning."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from data.digests import DigestItem, UnitDigest
from data.facts import OccurrenceFact, UnitFact
from data.kinds import Audience, Closing, Ladder, State
from data.talk import Act, Choice, Outgoing
from locales import speaking, words_for
from locales.digests.unit import unit_digest
from tests.locales.making import (
    HOME_AFFAIRS,
    JUSTICE,
    OFFICE,
    OTHER_PLAN,
    WARD,
    WORKDAYS,
    checkin,
    owed,
    said,
    task,
)

RECEIVED = Choice("👌 Đã nhận", Act("da nhan"))
TENTH = owed("10", OFFICE, date(2023, 1, 31))
ELEVENTH = owed("11", OFFICE, None, Ladder.CONDITIONAL)
NINTH = owed("9", JUSTICE, date(2023, 9, 30), Ladder.QUARTER)


def heard(
    unit: UnitFact,
    items: Sequence[tuple[OccurrenceFact, str]],
    today: date,
    *,
    supported: Sequence[OccurrenceFact] = (),
    standing: Sequence[OccurrenceFact] = (),
    locale: str = "vi",
) -> Outgoing:
    led = [DigestItem(fact, rung, Audience.UNIT) for fact, rung in items]
    others = [DigestItem(fact, "opening", Audience.COORDINATING_UNIT) for fact in supported]
    return unit_digest(
        speaking(words_for(locale, "Phòng Nội vụ"), today, WORKDAYS), UnitDigest(unit, (*led, *others), tuple(standing))
    )


def lines(text: str) -> str:
    """A text as it is written in a test, without its indent and outer line breaks."""
    return "\n".join(line.removeprefix("        ") for line in text.strip("\n").rstrip(" ").splitlines())


def done(fact: OccurrenceFact, label: str | None = None) -> Choice:
    return Choice(
        f"✅ Xong việc {label or fact.task.number}",
        Act("xong", ((label or fact.task.number).split()[0],), occurrence_id=fact.id),
    )


def nothing(fact: OccurrenceFact) -> Choice:
    number = fact.task.number
    return Choice(f"Không phát sinh việc {number}", Act("khong phat sinh", (number,), occurrence_id=fact.id))


def test_a_check_in_five_working_days_before_its_end() -> None:
    first, twelfth = checkin("1", WARD), checkin("12", WARD)
    assert heard(WARD, [(first, "-5"), (twelfth, "-5")], date(2023, 3, 7)) == Outgoing(
        "NHẮC VIỆC: báo quý I, 2 việc, hạn 14/03 (còn 5 ngày làm việc)",
        lines("""
        Kính gửi: UBND phường Lê Lợi
        Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị báo kết quả quý I (kỳ báo cáo 15/12–14/03) chậm nhất hết ngày 14/03 (còn 5 ngày làm việc):
        • Việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
        • Việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
        Trả lời: xong 1 … tin … bài · Chưa có hoạt động: khong phat sinh 1, 12
        Trân trọng.
        """),
        (done(first), nothing(first), done(twelfth), nothing(twelfth), RECEIVED),
    )


def test_the_same_in_english() -> None:
    first = checkin("1", WARD)
    assert heard(WARD, [(first, "-5")], date(2023, 3, 7), locale="en") == Outgoing(
        "REMINDER: report quarter I, task 1, due 14/03 (5 working days left)",
        lines("""
        Dear UBND phường Lê Lợi,
        Under Plan No. 06/KH-UBND, please report the results of quarter I (reporting period 15/12–14/03) by the end of 14/03 (5 working days left):
        • Task 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
        Reply: done 1 … tin … bài · No activity: no activity 1
        Yours faithfully.
        """),
        (
            Choice("✅ Task 1 done", Act("xong", ("1",), occurrence_id=first.id)),
            Choice("No activity in task 1", Act("khong phat sinh", ("1",), occurrence_id=first.id)),
            Choice("👌 Received", Act("da nhan")),
        ),
    )


def request(digest: Outgoing) -> str:
    """The line that asks."""
    return digest.text.splitlines()[1].removeprefix("Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị ")


@pytest.mark.parametrize(
    ("today", "asked"),
    [
        (
            date(2023, 3, 7),
            "báo kết quả quý I (kỳ báo cáo 15/12–14/03) chậm nhất hết ngày 14/03 (còn 5 ngày làm việc):",
        ),
        (
            date(2023, 3, 13),
            "báo kết quả quý I (kỳ báo cáo 15/12–14/03) chậm nhất hết ngày 14/03 (còn 1 ngày làm việc):",
        ),
        (date(2023, 3, 14), "báo kết quả quý I (kỳ báo cáo 15/12–14/03) trong hôm nay:"),
        (
            date(2023, 3, 17),
            "báo bổ sung kết quả quý I (kỳ báo đã kết thúc ngày 14/03; nhận báo bổ sung đến hết ngày 21/03):",
        ),
    ],
)
def test_a_check_in_from_the_first_call_to_the_grace(today: date, asked: str) -> None:
    assert request(heard(WARD, [(checkin("1", WARD), "-5")], today)) == asked


def test_a_check_in_that_ends_on_a_day_off_is_asked_for_on_the_last_working_day() -> None:
    month = owed("1", WARD, date(2023, 5, 14), Ladder.STANDING, key="2023-05")
    ending_on_sunday = replace(month, starts_on=date(2023, 4, 15))
    assert request(heard(WARD, [(ending_on_sunday, "0")], date(2023, 5, 12))) == (
        "báo kết quả tháng 05 (kỳ báo cáo 15/04–14/05) chậm nhất hết ngày 14/05 (hôm nay là ngày làm việc cuối trước hạn):"
    )


def test_the_opening_for_a_ward_names_what_it_leads_before_what_it_supports() -> None:
    duties = [checkin(number, WARD) for number in ("1", "12", "13")]
    opening = heard(WARD, [], date(2023, 1, 11), supported=[NINTH, TENTH, ELEVENTH], standing=duties)
    assert opening == Outgoing(
        "NHẮC VIỆC: 3 nhiệm vụ thường xuyên, báo kỳ đầu hạn 14/03; phối hợp 3 việc",
        lines("""
        Kính gửi: UBND phường Lê Lợi
        Thực hiện Kế hoạch số 06/KH-UBND ngày 11/01/2023, đề nghị đơn vị chủ trì nhiệm vụ thường xuyên (báo kết quả từng quý, kỳ đầu đến hết ngày 14/03/2023):
        • Việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
        • Việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
        • Việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình

        Các việc đơn vị phối hợp (khi đơn vị chủ trì đề nghị):
        • Việc 9: Triển khai thực hiện Ngày Pháp luật năm 2023 (chủ trì: Phòng Tư Pháp; thời hạn: Quý III/2023)
        • Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC (chủ trì: Văn phòng HĐND-UBND TP; thời hạn: Tháng 01/2023)
        • Việc 11: Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC (chủ trì: Văn phòng HĐND-UBND TP; thời hạn: Theo thời hạn tại Kế hoạch của UBND TP)

        Xem nội dung: viec 1
        Trân trọng.
        """),
        (RECEIVED,),
    )


def test_the_opening_for_an_office_with_work_of_its_own() -> None:
    items = [(ELEVENTH, "opening"), (TENTH, "opening")]
    opening = heard(OFFICE, items, date(2023, 1, 11), supported=[NINTH], standing=[checkin("1", OFFICE)])
    assert opening == Outgoing(
        "NHẮC VIỆC: chủ trì 2 việc, hạn gần nhất 31/01 (còn 9 ngày làm việc); 1 nhiệm vụ thường xuyên, báo kỳ đầu hạn 14/03; phối hợp việc 9",
        lines("""
        Kính gửi: Văn phòng HĐND-UBND thành phố
        Thực hiện Kế hoạch số 06/KH-UBND ngày 11/01/2023, đề nghị đơn vị chủ trì thực hiện:
        • Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
        • Việc 11: Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)

        Đề nghị đơn vị chủ trì nhiệm vụ thường xuyên (báo kết quả từng quý, kỳ đầu đến hết ngày 14/03/2023):
        • Việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…

        Các việc đơn vị phối hợp (khi đơn vị chủ trì đề nghị):
        • Việc 9: Triển khai thực hiện Ngày Pháp luật năm 2023 (chủ trì: Phòng Tư Pháp; thời hạn: Quý III/2023)

        Trả lời: xong 10 số …/KH-VP · Xem nội dung: viec 10
        Trân trọng.
        """),
        (done(TENTH), RECEIVED),
    )


def test_what_waits_for_another_plan_has_no_button() -> None:
    assert heard(OFFICE, [(ELEVENTH, "opening")], date(2023, 1, 11)).choices == (RECEIVED,)


@pytest.mark.parametrize(
    ("today", "asked", "when"),
    [
        (
            date(2023, 1, 17),
            "hoàn thành và báo kết quả đúng hạn:",
            "hạn: thứ Ba, 31/01/2023, còn 5 ngày làm việc",
        ),
        (
            date(2023, 1, 31),
            "hoàn thành và báo kết quả đúng hạn:",
            "hạn: thứ Ba, 31/01/2023, hôm nay là ngày cuối",
        ),
        (
            date(2023, 2, 3),
            "sớm hoàn thành và báo kết quả nhiệm vụ đã quá hạn:",
            "hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc",
        ),
    ],
)
def test_a_dated_task_as_its_day_comes_and_goes(today: date, asked: str, when: str) -> None:
    digest = heard(OFFICE, [(TENTH, "-5")], today)
    item = f"• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC ({when})"
    assert (request(digest), digest.text.splitlines()[2]) == (asked, item)


@pytest.mark.parametrize(
    ("cell", "today", "when"),
    [
        ("19h30 - 20h15 ngày 16/5", date(2023, 5, 15), "diễn ra: thứ Ba, 16/05/2023, 19:30–20:15, còn 1 ngày làm việc"),
        ("19h30 - 20h15 ngày 16/5", date(2023, 5, 16), "diễn ra: thứ Ba, 16/05/2023, 19:30–20:15, hôm nay"),
        ("Trước 17h00 ngày 16/5", date(2023, 5, 15), "hạn: 17:00 thứ Ba, 16/05/2023, còn 1 ngày làm việc"),
    ],
)
def test_the_hour_that_the_plan_names_is_said(cell: str, today: date, when: str) -> None:
    fact = owed(task("15", deadline=cell), OFFICE, date(2023, 5, 16), Ladder.EVENT)
    item = heard(OFFICE, [(fact, "eve")], today).text.splitlines()[2]
    assert item == f"• Việc 15: Việc khác ({when})"


@pytest.mark.parametrize(
    ("today", "when"),
    [
        (date(2023, 5, 4), "hạn: thứ Bảy, 30/09/2023"),
        (date(2023, 9, 29), "hạn: thứ Bảy, 30/09/2023, hôm nay là ngày làm việc cuối trước hạn"),
        (date(2023, 10, 2), "hạn: thứ Bảy, 30/09/2023 là ngày nghỉ, tính đến hết 02/10"),
        (date(2023, 10, 3), "hạn: thứ Bảy, 30/09/2023 là ngày nghỉ, tính đến hết 02/10; quá hạn 1 ngày làm việc"),
    ],
)
def test_a_day_off_as_the_due_day(today: date, when: str) -> None:
    item = heard(JUSTICE, [(NINTH, "0")], today).text.splitlines()[2]
    assert item == f"• Việc 9: Triển khai thực hiện Ngày Pháp luật năm 2023 ({when})"


def test_sections_stand_by_urgency_and_items_by_day() -> None:
    later = owed("6", OFFICE, date(2023, 3, 31))
    sooner = owed("9", OFFICE, date(2023, 3, 10))
    quarterly = checkin("1", OFFICE)
    digest = heard(OFFICE, [(quarterly, "-5"), (later, "-20"), (sooner, "-2"), (TENTH, "weekly")], date(2023, 3, 7))
    assert digest == Outgoing(
        "QUÁ HẠN 25 ngày: việc 10 (hạn 31/01); 2 việc, hạn gần nhất 10/03 (còn 3 ngày làm việc); báo quý I, việc 1, hạn 14/03 (còn 5 ngày làm việc)",
        lines("""
        Kính gửi: Văn phòng HĐND-UBND thành phố
        Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị sớm hoàn thành và báo kết quả nhiệm vụ đã quá hạn:
        • Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC (hạn: thứ Ba, 31/01/2023, quá hạn 25 ngày làm việc)

        Đề nghị đơn vị hoàn thành và báo kết quả đúng hạn:
        • Việc 9: Triển khai thực hiện Ngày Pháp luật năm 2023 (hạn: thứ Sáu, 10/03/2023, còn 3 ngày làm việc)
        • Việc 6: Tuyên truyền, phổ biến thực hiện các Quyết định của Thủ tướng Chính phủ (hạn: thứ Sáu, 31/03/2023, còn 18 ngày làm việc)

        Đề nghị đơn vị báo kết quả quý I (kỳ báo cáo 15/12–14/03) chậm nhất hết ngày 14/03 (còn 5 ngày làm việc):
        • Việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…

        Trả lời: xong 10 số …/KH-VP · xong 1 … tin … bài · Chưa có hoạt động: khong phat sinh 1
        Trân trọng.
        """),
        (done(TENTH), done(sooner), done(later), done(quarterly), nothing(quarterly), RECEIVED),
    )


def test_a_digest_shown_anew_ticks_off_what_has_been_reported() -> None:
    reported = owed("10", OFFICE, date(2023, 1, 31), report=said("số 12/KH-VP"))
    assert heard(OFFICE, [(reported, "-2")], date(2023, 1, 27)) == Outgoing(
        "NHẮC VIỆC: việc 10, hạn 31/01 (còn 2 ngày làm việc)",
        lines("""
        Kính gửi: Văn phòng HĐND-UBND thành phố
        Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị hoàn thành và báo kết quả đúng hạn:
        ✅ Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC – đã báo 09:12 ngày 30/01/2023
        Trân trọng.
        """),
    )


def test_nothing_to_report_is_an_answer() -> None:
    idle = checkin("13", WARD, said(nothing=True))
    item = heard(WARD, [(idle, "-5")], date(2023, 3, 7)).text.splitlines()[2]
    assert item == (
        "✅ Việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình"
        " – đã báo không phát sinh, 09:12 ngày 30/01/2023"
    )


def test_late_news_of_a_closed_check_in_is_still_welcome() -> None:
    closed = owed(
        "1",
        WARD,
        date(2023, 3, 14),
        Ladder.STANDING,
        key="2023-Q1",
        state=State.CLOSED,
        closing=Closing.UNREPORTED,
    )
    assert heard(WARD, [(closed, "+3")], date(2023, 3, 24)).choices == (done(closed), nothing(closed), RECEIVED)


@pytest.mark.parametrize(
    ("unit", "asked"),
    [
        (HOME_AFFAIRS, "xác định thời hạn hoàn thành (Kế hoạch chưa ghi thời hạn):"),
        (OFFICE, "thống nhất với Phòng Nội vụ thời hạn hoàn thành (Kế hoạch chưa ghi thời hạn):"),
    ],
)
def test_a_task_without_a_day_asks_for_one(unit: UnitFact, asked: str) -> None:
    undated = owed("2", unit, None, Ladder.UNSPECIFIED)
    digest = heard(unit, [(undated, "ask")], date(2023, 2, 1))
    item = "• Việc 2: Tổ chức tập huấn, nâng cao nghiệp vụ CCHC cho cán bộ, công chức, viên chức"
    assert (request(digest), digest.text.splitlines()[2]) == (asked, item)


def test_a_number_is_told_with_the_mark_of_its_plan_where_it_has_one() -> None:
    tenth = owed(task("10", mark="06"), OFFICE, date(2023, 1, 31))
    other = owed(task("10", OTHER_PLAN, mark="21"), OFFICE, date(2023, 2, 15))
    eleventh = owed(task("11", title="Mở chuyên mục"), OFFICE, date(2023, 2, 20))
    digest = heard(OFFICE, [(tenth, "-2"), (other, "-10"), (eleventh, "-10")], date(2023, 1, 30))
    assert digest == Outgoing(
        "NHẮC VIỆC: 3 việc, hạn gần nhất 31/01 (còn 1 ngày làm việc)",
        lines("""
        Kính gửi: Văn phòng HĐND-UBND thành phố
        Thực hiện Kế hoạch số 06/KH-UBND và Kế hoạch số 21/KH-UBND, đề nghị đơn vị hoàn thành và báo kết quả đúng hạn:
        • Việc 06.10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc)
        • Việc 21.10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC (hạn: thứ Tư, 15/02/2023, còn 12 ngày làm việc)
        • Việc 11: Mở chuyên mục (hạn: thứ Hai, 20/02/2023, còn 15 ngày làm việc)
        Trả lời: xong 06.10 số …/KH-VP
        Trân trọng.
        """),
        (done(tenth, "06.10"), done(other, "21.10"), done(eleventh, "11"), RECEIVED),
    )


def test_two_periods_of_one_task_are_told_apart() -> None:
    monthly = task("13", deadline="Hằng tháng")
    january = owed(monthly, WARD, date(2023, 1, 31), Ladder.RECURRING, key="2023-01")
    february = owed(monthly, WARD, date(2023, 2, 28), Ladder.RECURRING, key="2023-02")
    digest = heard(WARD, [(february, "period-start"), (january, "+1")], date(2023, 2, 1))
    assert [line.split(":")[0] for line in digest.text.splitlines() if line.startswith("•")] == [
        "• Việc 13, tháng 01",
        "• Việc 13, tháng 02",
    ]
    assert digest.choices == (done(january, "13 (tháng 01)"), done(february, "13 (tháng 02)"), RECEIVED)


def test_forty_items_have_ten_buttons_and_one_line_each() -> None:
    facts = [owed(task(str(number)), OFFICE, date(2023, 6, 30)) for number in range(20, 60)]
    digest = heard(OFFICE, [(fact, "-5") for fact in facts], date(2023, 6, 23))
    assert len(digest.text.splitlines()) == 2 + len(facts) + 2
    assert digest.choices == (*map(done, facts[:10]), RECEIVED)


def test_many_tasks_of_others_are_told_by_number_and_lead() -> None:
    leads = {"6": JUSTICE, "7": JUSTICE, "8": JUSTICE, "10": OFFICE, "11": OFFICE, "14": HOME_AFFAIRS}
    supported = [owed(task(number, lead=unit.name), unit, None) for number, unit in leads.items()]
    told = heard(WARD, [], date(2023, 1, 11), supported=supported)
    assert told.text.splitlines()[1] == (
        "Thực hiện Kế hoạch số 06/KH-UBND ngày 11/01/2023, các việc đơn vị phối hợp (khi đơn vị chủ trì đề nghị):"
        " việc 6–8 (Phòng Tư pháp); việc 10, 11 (Văn phòng HĐND-UBND thành phố); việc 14 (Phòng Nội vụ). Xem: viec 6"
    )


def test_a_period_that_has_closed_is_told_once_with_the_next_digest() -> None:
    closed = tuple(
        replace(checkin(number, WARD), state=State.CLOSED, closing=Closing.UNREPORTED) for number in ("1", "12")
    )
    items = (DigestItem(TENTH, "0", Audience.UNIT),)
    told = unit_digest(
        speaking(words_for("vi", "Phòng Nội vụ"), date(2023, 6, 7), WORKDAYS), UnitDigest(WARD, items, (), closed)
    )
    assert told.text.splitlines()[-4:-2] == [
        "Còn thiếu báo cáo quý I: việc 1, 12. Báo bổ sung: xong 1 quy 1: … tin … bài",
        "",
    ]


def test_the_middle_of_the_year_asks_how_far_work_has_come_behind_what_is_due_sooner() -> None:
    yearly = owed("6", JUSTICE, date(2023, 12, 31), Ladder.YEAR)
    second = replace(checkin("7", JUSTICE), key="2023-Q2", starts_on=date(2023, 3, 15), due_on=date(2023, 6, 14))
    second = replace(second, plan_due_on=date(2023, 6, 14))
    digest = heard(JUSTICE, [(yearly, "mid-year"), (second, "-5")], date(2023, 6, 7))
    assert (digest.title, digest.text) == (
        "NHẮC VIỆC: báo quý II, việc 7, hạn 14/06 (còn 5 ngày làm việc); báo tiến độ 6 tháng, việc 6",
        lines("""
        Kính gửi: Phòng Tư pháp
        Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị báo kết quả quý II (kỳ báo cáo 15/03–14/06) chậm nhất hết ngày 14/06 (còn 5 ngày làm việc):
        • Việc 7: Việc khác

        Đề nghị đơn vị báo tiến độ 6 tháng đầu năm:
        • Việc 6: Tuyên truyền, phổ biến thực hiện các Quyết định của Thủ tướng Chính phủ (hạn: Chủ nhật, 31/12/2023)

        Trả lời: xong 7 số …/BC-TP · dang lam 6 … · Chưa có hoạt động: khong phat sinh 7
        Trân trọng.
        """),
    )


def test_a_quarter_that_closed_unreported_is_asked_for_once_more_by_its_name() -> None:
    closed = replace(checkin("1", WARD), state=State.CLOSED, closing=Closing.UNREPORTED)
    digest = heard(WARD, [(closed, "missed")], date(2023, 4, 14))
    assert (digest.title, digest.text) == (
        "NHẮC VIỆC: báo bổ sung quý I, việc 1",
        lines("""
        Kính gửi: UBND phường Lê Lợi
        Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị báo bổ sung kết quả quý I (kỳ báo đã kết thúc ngày 14/03):
        • Việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
        Trả lời: xong 1 quy 1: … tin … bài · Chưa có hoạt động: khong phat sinh 1 quy 1
        Trân trọng.
        """),
    )
