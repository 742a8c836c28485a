"""Days that cannot be meant: before the plan, before the event itself, on a day off; and dates of cited documents."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data import period
from data.deadline import Kind, Span
from data.plans.drafts import DraftQuestion, DraftTask, PlanDraft
from data.plans.duties import own_product
from data.words import fold
from data.workdays import Workdays


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A day of every year since `since`; `words` are its name without accents, as it stands in a task."""

    name: str
    words: str
    month: int
    day: int
    since: int
    source: str


_GREAT_DAYS = "Điều 4 Nghị định số 145/2013/NĐ-CP"
_LAW_DAY = "Điều 8 Luật Phổ biến, giáo dục pháp luật năm 2012"
_READING, _CONSUMERS = "Quyết định 1862/QĐ-TTg ngày 04/11/2021", "Quyết định 1035/QĐ-TTg ngày 10/7/2015"
_SECURITY, _UNITY = "Quyết định 521/QĐ-TTg ngày 13/6/2005", "Luật Mặt trận Tổ quốc Việt Nam năm 2015"
_DISABLED = "Điều 11 Luật Người khuyết tật năm 2010"

FIXED_DAYS = (
    FixedDay("Ngày Pháp luật Việt Nam", "ngay phap luat", 11, 9, 2013, _LAW_DAY),
    FixedDay("Ngày Chuyển đổi số quốc gia", "ngay chuyen doi so", 10, 10, 2022, "Quyết định 505/QĐ-TTg ngày 22/4/2022"),
    FixedDay("Ngày Văn hóa Việt Nam", "ngay van hoa viet nam", 11, 24, 2026, "Nghị quyết 80-NQ/TW năm 2026"),
    FixedDay("Ngày thành lập Đảng", "ngay thanh lap dang", 2, 3, 2013, _GREAT_DAYS),
    FixedDay("Ngày Giải phóng miền Nam", "ngay giai phong mien nam", 4, 30, 2013, _GREAT_DAYS),
    FixedDay("Ngày Cách mạng tháng Tám", "ngay cach mang thang tam", 8, 19, 2013, _GREAT_DAYS),
    FixedDay("Ngày Quốc khánh", "quoc khanh", 9, 2, 2013, _GREAT_DAYS),
    FixedDay("Ngày Nhà giáo Việt Nam", "ngay nha giao viet nam", 11, 20, 1982, "Quyết định 167-HĐBT ngày 28/9/1982"),
    FixedDay("Ngày Thầy thuốc Việt Nam", "ngay thay thuoc viet nam", 2, 27, 1985, "Quyết định 39-HĐBT ngày 06/02/1985"),
    FixedDay("Ngày Thương binh - Liệt sĩ", "ngay thuong binh", 7, 27, 1947, "Pháp lệnh 02/2020/UBTVQH14"),
    FixedDay("Ngày Gia đình Việt Nam", "ngay gia dinh viet nam", 6, 28, 2001, "Quyết định 72/2001/QĐ-TTg"),
    FixedDay(
        "Ngày Doanh nhân Việt Nam", "ngay doanh nhan viet nam", 10, 13, 2004, "Quyết định 990/QĐ-TTg ngày 20/9/2004"
    ),
    FixedDay("Ngày Sách và Văn hóa đọc Việt Nam", "ngay sach va van hoa doc", 4, 21, 2022, _READING),
    FixedDay("Ngày Người khuyết tật Việt Nam", "ngay nguoi khuyet tat viet nam", 4, 18, 2011, _DISABLED),
    FixedDay("Ngày hội Đại đoàn kết toàn dân tộc", "ngay hoi dai doan ket", 11, 18, 2003, _UNITY),
    FixedDay(
        "Ngày hội Quốc phòng toàn dân", "ngay hoi quoc phong toan dan", 12, 22, 1989, "Chỉ thị 381-CT/TW năm 1989"
    ),
    FixedDay("Ngày hội Toàn dân bảo vệ an ninh Tổ quốc", "toan dan bao ve an ninh to quoc", 8, 19, 2005, _SECURITY),
    FixedDay("Ngày Quyền của người tiêu dùng Việt Nam", "ngay quyen cua nguoi tieu dung", 3, 15, 2016, _CONSUMERS),
)


_DATED = (Kind.ONCE, Kind.RANGE, Kind.MULTIPLE)
# What is done before the day by its nature.
_AHEAD = re.compile(r"\b(?:chao mung|huong toi|ky niem|lap thanh tich|chuan bi)\b")


def past(draft: PlanDraft) -> Iterator[DraftQuestion]:
    """Days before the plan itself; where only the year is one too low, the same day of the plan's year is expected."""
    asked = {question.task for question in draft.questions if question.code.startswith("deadline.")}
    for task in draft.tasks:
        due = _last_due(task)
        if due and draft.issued_on and due < draft.issued_on and task.number not in asked:
            fields: dict[str, object] = {"due": due.isoformat(), "plan": draft.issued_on.isoformat()}
            meant = _in_year(due, draft.year)
            if meant and meant >= draft.issued_on:
                fields["guess"] = meant.isoformat()
            yield DraftQuestion(task=task.number, code="deadline.past", fields=fields)


def before_event(draft: PlanDraft) -> Iterator[DraftQuestion]:
    """Work on a fixed day of the year that is due before the month of that day; what prepares it may well be."""
    for task in draft.tasks:
        due, event = _last_due(task), _event_of(task.title)
        if due is None or event is None or due.year < event.since or _prepares(task.title):
            continue
        day = date(due.year, event.month, event.day)
        if due >= day.replace(day=1):
            continue
        span = period.quarter if max(task.deadline.dues).span is Span.QUARTER else period.month
        meant = span(due.year, (event.month + 2) // 3 if span is period.quarter else event.month)
        fields = {"event": event.name, "day": day.isoformat(), "source": event.source, "due": due.isoformat()}
        fields |= {"text": task.deadline.text, "period": meant.key, "guess": meant.last.isoformat()}
        yield DraftQuestion(task=task.number, code="event.after-due", fields=fields)


def day_off(draft: PlanDraft, workdays: Workdays, today: date | None) -> Iterator[DraftQuestion]:
    """Each day off in the plan's year on which something is due once, with the last working day before it.

    `written` says whether a cell names the day itself; else it only ends a month, a quarter or a year. A cadence's days
    are nobody's choice and are passed over, as are days before `today`. A day of several tasks is asked about once.
    """
    rows: defaultdict[date, dict[str, bool]] = defaultdict(dict)
    for task in draft.tasks:
        if task.deadline.kind in _DATED and not task.deadline.cadences:
            for due in task.deadline.dues:
                rows[due.day][task.number] = due.span is Span.DAY
    for day in sorted(rows):
        if day.year == draft.year and not workdays.is_working(day) and not (today and day < today):
            fields = {"day": day.isoformat(), "rows": list(rows[day]), "written": any(rows[day].values())}
            fields["guess"] = workdays.on_or_before(day).isoformat()
            only = next(iter(rows[day])) if len(rows[day]) == 1 else None
            yield DraftQuestion(task=only, code="deadline.day-off", fields=fields)


_CITED = re.compile(
    r"\bsố:?\s{0,3}(?P<number>\d{1,5}(?:/(?P<year>(?:19|20)\d\d))?\s?[-/]\s?[A-ZĐ][\wĐ&]{0,12}(?:\s?[-/]\s?[A-ZĐ][\wĐ&]{0,12}){0,3})"
    r",?\s{1,3}ngày\s{1,3}(?P<day>\d{1,2}(?:[/-]\d{1,2}[/-]|\s{1,3}tháng\s{1,3}\d{1,2}\s{1,3}năm\s{1,3})\d{4})"
)


def cited(draft: PlanDraft, texts: Sequence[tuple[str, str]]) -> Iterator[DraftQuestion]:
    """Documents cited in `texts` (number, text) under several days of a year, or under one that cannot be theirs."""
    days: defaultdict[tuple[str, int], dict[date, list[str]]] = defaultdict(dict)
    for number, text in texts:
        for found in _CITED.finditer(text):
            name = "".join(found["number"].split())
            day = _day(found["day"])
            if day is None or day.year != int(found["year"] or day.year) or (draft.issued_on and day > draft.issued_on):
                fields = {"document": name, "text": found["day"], "rows": [number]}
                yield DraftQuestion(task=None, code="citation.day", fields=fields)
            else:
                rows = days[name.upper(), day.year].setdefault(day, [])
                rows += [number] * (number not in rows)
    for (name, _), by_day in days.items():
        if len(by_day) > 1:
            rows = list(dict.fromkeys(row for numbers in by_day.values() for row in numbers))
            fields = {"document": name, "days": [day.isoformat() for day in sorted(by_day)], "rows": rows}
            yield DraftQuestion(task=None, code="citation.days", fields=fields)


def _day(text: str) -> date | None:
    day, month, year = (int(one) for one in re.findall(r"\d+", text))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last_due(task: DraftTask) -> date | None:
    dated = task.deadline.kind in _DATED and not task.deadline.cadences
    return max(task.deadline.dues).day if dated and task.deadline.dues else None


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year) if day.year < year else None
    except ValueError:
        return day.replace(year=year, day=28)


def _event_of(title: str) -> FixedDay | None:
    words = fold(title)
    return next((event for event in FIXED_DAYS if event.words in words), None)


def _prepares(title: str) -> bool:
    """Whether it only makes a plan or a letter for the day, or is done ahead of it by its name."""
    product = own_product(title)
    return bool(_AHEAD.search(fold(title))) or (product != "" and not product.startswith("Báo cáo"))
