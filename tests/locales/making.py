"""Facts to word: the plan of 2023, its units and tasks, made with a few arguments."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.deadline import read
from data.facts import OccurrenceFact, PlanFact, ReportFact, TaskFact, UnitFact
from data.kinds import Closing, Ladder, State
from data.workdays import Workdays, workdays

ZONE = "Asia/Ho_Chi_Minh"
SAID_AT = datetime(2023, 1, 30, 9, 12, tzinfo=ZoneInfo(ZONE))
WORKDAYS: Workdays = workdays()

PLAN = PlanFact(
    id=1,
    number="06/KH-UBND",
    title="Tuyên truyền cải cách hành chính năm 2023",
    issuer="UBND thành phố Hưng Yên",
    issued_on=date(2023, 1, 11),
    year=2023,
    zone=ZONE,
)
OTHER_PLAN = replace(PLAN, id=2, number="21/KH-UBND", title="Chuyển đổi số năm 2023", issued_on=date(2023, 2, 1))

OFFICE = UnitFact(2, "VP", "Văn phòng HĐND-UBND thành phố")
HOME_AFFAIRS = UnitFact(3, "NV", "Phòng Nội vụ")
CULTURE = UnitFact(4, "VHTT", "Phòng Văn hóa và Thông tin")
JUSTICE = UnitFact(5, "TUPHAP", "Phòng Tư pháp")
WARD = UnitFact(24, "P-LL", "UBND phường Lê Lợi")

ALL_UNITS = "Các phòng, ban, đơn vị thuộc UBND thành phố; UBND cấp xã"

TASKS = {
    "1": (
        "Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030 được ban hành tại Nghị quyết số 76",
        "Tin, bài, phóng sự",
        ALL_UNITS,
        "Thường xuyên",
    ),
    "2": (
        "Tổ chức tập huấn, nâng cao nghiệp vụ CCHC cho cán bộ, công chức, viên chức.",
        "Kế hoạch, tài liệu, các lớp tập huấn",
        "Phòng Nội vụ thành phố.",
        "",
    ),
    "6": (
        "Tuyên truyền, phổ biến thực hiện các Quyết định của Thủ tướng Chính phủ",
        "Kế hoạch Báo cáo",
        "Phòng Tư Pháp",
        "Năm 2023",
    ),
    "9": ("Triển khai thực hiện Ngày Pháp luật năm 2023", "Kế hoạch, Báo cáo", "Phòng Tư Pháp", "Quý III/2023"),
    "10": (
        "Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC",
        "Kế hoạch truyền thông; văn bản triển khai thực hiện",
        "Văn phòng HĐND-UBND TP.",
        "Tháng 01/2023",
    ),
    "11": (
        "Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC",
        "Các nhiệm vụ theo Kế hoạch được thực hiện",
        "Văn phòng HĐND-UBND TP.",
        "Theo thời hạn tại Kế hoạch của UBND TP",
    ),
    "12": (
        "Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước trên địa bàn",
        "Tin, bài, phóng sự, chuyên mục",
        ALL_UNITS,
        "Thường xuyên",
    ),
    "13": (
        "Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình",
        "Tin, bài, phóng sự,",
        ALL_UNITS,
        "Thường xuyên",
    ),
}


def task(number: str, plan: PlanFact = PLAN, **changed: str) -> TaskFact:
    """A task of the plan; `title`, `product`, `lead` or `deadline` may be another one, `mark` tells plans apart."""
    title, product, lead, deadline = TASKS.get(number, ("Việc khác", "Báo cáo", "Phòng Nội vụ", ""))
    return TaskFact(
        id=plan.id * 100 + int(number),
        plan=plan,
        number=number,
        title=changed.get("title", title),
        product=changed.get("product", product),
        lead_text=changed.get("lead", lead),
        coordinating_text=ALL_UNITS,
        deadline=read(changed.get("deadline", deadline), plan.year),
        mark=changed.get("mark", ""),
    )


def owed(
    number: str | TaskFact,
    unit: UnitFact,
    due: date | None,
    ladder: Ladder = Ladder.DATED,
    *,
    key: str = "1",
    state: State = State.OPEN,
    closing: Closing | None = None,
    report: ReportFact | None = None,
    plan_due: date | None = None,
) -> OccurrenceFact:
    """What `unit` owes in a task by a day; a report makes it done."""
    of_task = task(number) if isinstance(number, str) else number
    return OccurrenceFact(
        id=of_task.id * 1000 + unit.id,
        task=of_task,
        unit=unit,
        key=key,
        ladder=ladder,
        starts_on=date(2023, 1, 1),
        opens_on=date(2023, 1, 11),
        plan_due_on=plan_due or due,
        due_on=due,
        state=State.DONE if report and state is State.OPEN else state,
        closing=closing,
        report=report,
    )


def checkin(number: str | TaskFact, unit: UnitFact, report: ReportFact | None = None) -> OccurrenceFact:
    """A standing duty's check-in of the first quarter."""
    fact = owed(number, unit, date(2023, 3, 14), Ladder.STANDING, key="2023-Q1", report=report)
    return replace(fact, starts_on=date(2022, 12, 15))


def said(
    note: str = "",
    *evidence: tuple[str, str],
    at: datetime = SAID_AT,
    by: str = "Nguyễn Văn A",
    nothing: bool = False,
) -> ReportFact:
    """A report that stands."""
    return ReportFact(by=by, at=at, nothing_to_report=nothing, note=note, evidence=evidence)
