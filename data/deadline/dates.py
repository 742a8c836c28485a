"""Tokens to points of the calendar: days, weeks, months, quarters, halves and years, and their parts ("đầu quý II").

Which days a part takes in is told by `points.last_day` and `points.first_day`.
"""

from collections.abc import Callable

from data.deadline.months import month_of_quarter, read_month, read_quarter, with_year
from data.deadline.points import (
    Point,
    Year,
    is_count,
    is_dotted_day,
    of_day,
    of_month,
    of_year,
    read_shift,
    read_year_beside,
)
from data.deadline.tokens import Line, Sort
from data.deadline.values import Span
from data.words import opened_by, openings, rule


@opened_by(("",))
def _stamp(line: Line) -> Point | None:
    """A spreadsheet's date: the first of a month stands for the month; a small day may have changed places with it."""
    if line.here.sort is not Sort.STAMP:
        return None
    day, month, year = line.next().numbers
    if day == 1:
        return of_month(month, year)._replace(doubts=("spreadsheet-date",))
    point = of_day(day, month, year)
    return point._replace(doubts=(*point.doubts, "spreadsheet-date")) if day <= 12 else point


@opened_by(("dau", "giua", "cuoi", "het", "thuong", "trung", "ha"))
def _part(line: Line) -> Point | None:
    """Read "đầu tháng 10", "giữa năm", "cuối quý II", "hết năm", "trung tuần tháng 5"."""
    part = _TEN_DAYS.get(line.take("thuong tuan", "trung tuan", "ha tuan") or "")
    part = part or line.take("dau", "giua", "cuoi", "het")
    if part is None:
        return None
    line.take("cua")
    found = read_month(line) or read_quarter(line) or _year(line)
    if found is None and line.near(1).word != "hoc" and line.take("nam"):
        found = of_year()
    if found is None:
        return None
    doubts = ("vague-part",) if part in ("dau", "giua") else ()
    return found._replace(part="" if part == "het" else part, doubts=found.doubts + doubts)


_TEN_DAYS = {"thuong tuan": "dau", "trung tuan": "giua", "ha tuan": "cuoi"}


# Days: "30/6/2025", "ngày 30 tháng 6", "30.6", "31-12".


@rule
def read_day(line: Line) -> Point | None:
    """Read "30/6/2025", "ngày 30 tháng 6", "ngày 15" with what stands by it."""
    named = line.take("ngay") is not None
    if line.here.sort is Sort.DATE:
        return of_day(*line.next().numbers)
    if line.here.sort is Sort.PAIR or is_dotted_day(line):
        return with_year(line, of_day(*line.next().numbers))
    if line.here.sort is not Sort.NUMBER:
        return None
    falling = None if named else _falling_pair(line)
    return falling or _day_and_month(line) or (read_lone_day(line) if named else None)


@rule
def _day_and_month(line: Line) -> Point | None:
    day = line.next().numbers[0]
    if line.take("thang", "/ thang", "cua thang", ", thang") is None:
        return None
    if in_quarter := month_of_quarter(line):
        return of_day(day, in_quarter.month, in_quarter.year)._replace(shift=in_quarter.shift)
    if line.here.sort is Sort.MONTH_YEAR:
        return of_day(day, *line.next().numbers)
    # "6 tháng đầu năm" is no month after a day.
    is_half = line.near(1).word == "thang" and line.near(2).word in ("dau", "cuoi")
    month = line.small(12)
    return None if month is None or is_half or line.word == "lan" else with_year(line, of_day(day, month))


@rule
def _falling_pair(line: Line) -> Point | None:
    """Read "31-12", which can be no range, as a day and its month; "5-9" may be two of anything."""
    day = line.next().numbers[0]
    if line.take("-") is None or line.here.sort is not Sort.NUMBER or is_count(line):
        return None
    month = line.small(12)
    if month is None or not month < day <= 31 or _repeats_monthly(line):
        return None
    return with_year(line, of_day(day, month))


@rule
def read_lone_day(line: Line) -> Point | None:
    """Read a day whose month is left to a list or a cadence; "ngày 2-9" alone is a day and its month."""
    day = line.next().numbers[0]
    if not 1 <= day <= 31 or line.word == "lam":
        return None
    month = _month_behind_dash(line)
    if month is None:
        return Point(Span.DAY, 0, day=day)
    doubts = () if line.sees("hang nam", "moi nam") else ("day-or-range",)
    return with_year(line, of_day(day, month)._replace(doubts=doubts))


@rule
def _month_behind_dash(line: Line) -> int | None:
    if line.take("-") is None or read_day(line.ahead()):
        return None
    month = line.small(12)
    return None if month is None or _repeats_monthly(line) else month


def _repeats_monthly(line: Line) -> bool:
    """Whether two days and not a day and a month stand before: "ngày 20-25 hằng tháng", not "ngày 5-9 hằng năm"."""
    return line.word in ("hang", "thang", "moi", "cua") and not line.sees("hang nam", "moi nam")


@rule
def _leading(line: Line) -> Point | None:
    """Read the "15" of "15-20/3" and the "11" of "11-12/2025", which leave the rest to what follows."""
    if line.here.sort is not Sort.NUMBER:
        return None
    number = line.next().numbers[0]
    look, last = line.ahead(), line.at + 60
    while look.take("-", "den", ",", "va"):
        if look.here.sort is not Sort.NUMBER or is_count(look):
            sort = look.here.sort
            if sort in (Sort.DATE, Sort.PAIR, Sort.DOTTED) and 1 <= number <= 31:
                return Point(Span.DAY, 0, day=number)
            return of_month(number) if sort is Sort.MONTH_YEAR and 1 <= number <= 12 else None
        look.next()
        if look.word == "thang" and look.near(1).numbers and 1 <= number <= 31:
            return Point(Span.DAY, 0, day=number)  # "15 - 20 tháng 9"
        if look.at >= last:
            return None
    return None


# Weeks: the days up to the 7th, 14th, 21st, 28th, then the last.

LAST_WEEK = 5
_WEEKS = {"dau": 1, "nhat": 1, "i": 1, "ii": 2, "iii": 3, "iv": 4, "cuoi": LAST_WEEK}


@opened_by(("tuan",))
def read_week(line: Line) -> int | None:
    """Read "tuần 2", "tuần thứ III", "tuần cuối" as its number, the last one 5."""
    if line.take("tuan") is None:
        return None
    line.take("thu")
    if small := line.small(LAST_WEEK):
        return small
    number = _WEEKS.get(line.next().word)
    line.take("tien", "cung")
    return number


@opened_by(("tuan",))
def _week_of_month(line: Line) -> Point | None:
    """Read "tuần 2 tháng 3/2024", "tuần cuối tháng 6"; of several weeks the last: "tuần 1, 2 tháng 10"."""
    week = read_week(line)
    while further := _further_week(line):
        week = further
    if paired := _week_and_month(line):
        return paired
    if week is None:
        return None
    line.take("cua", "/", ",", "trong")
    month = read_month(line)
    if month is None:
        return None
    doubts = (*month.doubts, "vague-part")
    if week == LAST_WEEK:
        return month._replace(doubts=doubts)
    return of_day(7 * week, month.month, month.year)._replace(shift=month.shift, doubts=doubts)


@rule
def _further_week(line: Line) -> int | None:
    if line.take(",", "-", "va", "den") is None:
        return None
    return read_week(line) if line.word == "tuan" else line.small(LAST_WEEK)


@rule
def _week_and_month(line: Line) -> Point | None:
    """Read the "3/10" of "tuần 3/10" and of "tuần 2-3/10"."""
    if line.take("tuan", "-") is None or line.here.sort is not Sort.PAIR:
        return None
    week, month = line.next().numbers
    if not (1 <= week < LAST_WEEK and 1 <= month <= 12):
        return None
    return of_day(7 * week, month)._replace(doubts=("vague-part",))


# Halves and years.


@rule
def _half(line: Line) -> Point | None:
    """Read "6 tháng đầu năm", "9 tháng đầu năm 2025", "3 tháng cuối năm", "nửa cuối năm", "6 tháng năm 2025"."""
    if line.take("nua"):
        if part := _half_of_part(line):
            return part
        width = 6
    elif (small := line.small(11)) and (unit := line.take("thang", "quy")):
        width = small if unit == "thang" else min(3 * small, 12)
    else:
        return None
    counted = line.near(-1).word
    side = line.take("dau", "cuoi", "sau")
    if side is None:
        return _half_of_year(line, width) if counted != "quy" else None
    line.take("tien cua", "cung cua", "cua", "tien", "cung")
    if line.word != "nam" and line.here.sort is not Sort.YEAR:
        return None
    year = read_year_beside(line)
    if year is None:
        line.next()
    span = Span.QUARTER if width == 3 else Span.HALF
    return (year or Year(None)).of(Point(span, width if side == "dau" else 12, width))


@rule
def _half_of_part(line: Line) -> Point | None:
    """Read what follows "nửa" in "nửa đầu tháng 7", "nửa cuối quý II"; the first half ends on a 15th."""
    side = line.take("dau", "cuoi", "sau")
    line.take("cua")
    found = (read_month(line) or read_quarter(line)) if side else None
    if found is None:
        return None
    doubts = (*found.doubts, "vague-part")
    if side != "dau":
        return found._replace(doubts=doubts)
    half = of_day(15, found.month - found.width // 2, found.year)
    return half._replace(shift=found.shift, doubts=doubts)


def _half_of_year(line: Line, width: int) -> Point | None:
    apart = line.word == ","
    year = read_year_beside(line)
    return year.of(Point(Span.HALF, width, width)) if year and width in (6, 9) and not apart else None


@rule
def _year(line: Line) -> Point | None:
    """Read "Năm 2023", "2027", "năm sau"; and "năm" alone after "trong"."""
    within = line.near(-1).word == "trong"
    named = line.take("nam") is not None
    if line.here.sort is Sort.YEAR:
        return of_year(line.next().numbers[0])
    if not named:
        return None
    shift = read_shift(line)
    if shift is not None:
        return of_year(shift=shift)
    return of_year() if within and line.word != "hoc" else None


# Of the moon.


@rule
def read_lunar(line: Line) -> bool | None:
    """Read a day of the moon, which is no point of ours: "ngày 26 tháng Chạp", "ngày 10/3 âm lịch"."""
    line.take("ngay", "mung", "mong", "ram")
    if line.here.numbers:
        line.next()
    named = line.take("thang chap", "thang gieng", "tet", "am lich")
    if named is None and line.take("thang") and line.here.numbers:
        line.next()
    line.take("nam")
    return True if named or line.take("am lich") else None


# By its first token a point can be of few sorts.

_BY_WORD: dict[str, tuple[Callable[[Line], Point | None], ...]] = {
    **dict.fromkeys(openings(_part), (_part,)),
    **dict.fromkeys(openings(_week_of_month), (_week_of_month,)),
    **dict.fromkeys(openings(read_month) - {""}, (read_month,)),
    **dict.fromkeys(openings(read_quarter), (read_quarter,)),
    "ngay": (read_day,),
    "nua": (_half,),
    "nam": (_year,),
}
POINT_WORDS = frozenset(_BY_WORD)
"""The words by which a point may begin, besides numbers."""
_BY_SORT: dict[Sort, tuple[Callable[[Line], Point | None], ...]] = {
    Sort.STAMP: (_stamp,),
    Sort.DATE: (read_day,),
    Sort.PAIR: (read_day,),
    Sort.DOTTED: (read_day,),
    Sort.MONTH_YEAR: (read_month,),
    Sort.YEAR: (_year,),
    Sort.NUMBER: (read_day, _half, _leading),
}


def read_point(line: Line) -> Point | None:
    """Read one point with the year that stands by it, if any."""
    token = line.here
    if token.sort is Sort.WORD:
        reads = _BY_WORD.get(token.word) or ((_half,) if token.numbers else ())
    else:
        reads = _BY_SORT.get(token.sort, ())
    for read in reads:
        if point := read(line):
            return point
    return None
