"""Points of the calendar as a cell names them, the year beside one, the school year; and what number only counts."""

from calendar import isleap
from datetime import date, timedelta
from typing import NamedTuple

from data.deadline.tokens import Line, Sort, Token
from data.deadline.values import Cadence, Due, Span
from data.words import opened_by, phrases, rule


class Point(NamedTuple):
    """A named piece of the calendar: its last month and how many months it takes; a day has `day` as well."""

    span: Span
    month: int  # the last one; 0 where only a day is written
    width: int = 1
    day: int = 0
    year: int | None = None
    shift: int | None = None  # years from the plan's: "năm sau" is 1
    part: str = ""  # dau, giua, cuoi
    doubts: tuple[str, ...] = ()

    @property
    def has_year(self) -> bool:
        """Whether the words themselves say the year."""
        return self.year is not None or self.shift is not None


def of_month(month: int, year: int | None = None) -> Point:
    """A month of the year."""
    return Point(Span.MONTH, month, year=year)


def of_quarter(quarter: int, year: int | None = None) -> Point:
    """A quarter of the year."""
    return Point(Span.QUARTER, 3 * quarter, 3, year=year)


def of_year(year: int | None = None, shift: int | None = None) -> Point:
    """A whole year."""
    return Point(Span.YEAR, 12, 12, year=year, shift=shift)


def of_day(day: int, month: int, year: int | None = None) -> Point:
    """A day; one that the calendar does not have keeps a doubt and stands for the month's last."""
    if month > 12 >= day >= 1:
        return Point(Span.DAY, day, day=month, year=year, doubts=("impossible-date",))
    if not 1 <= month <= 12:
        return Point(Span.DAY, 99, day=day, year=year, doubts=("impossible-date",))
    impossible = not 1 <= day <= days_of(year or 2024, month)
    return Point(Span.DAY, month, day=day, year=year, doubts=("impossible-date",) if impossible else ())


def days_of(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and isleap(year) else _DAYS[month]


_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_possible(point: Point) -> bool:
    """Whether the point can be placed in a calendar at all."""
    return 1 <= point.month <= 12 and (point.span is not Span.DAY or 1 <= point.day <= 31)


def make_day(year: int, month: int, day: int) -> date:
    """Give the date, or the month's last where it is shorter; years stay within what a date can hold."""
    year = min(max(year + (month - 1) // 12, 1), 9998)
    month = (month - 1) % 12 + 1
    return date(year, month, max(1, min(day, days_of(year, month))))


def last_day(point: Point, year: int) -> date:
    """The last day of the point in `year`; the thirds of a month end on the 10th, the 20th and its last day."""
    if point.span is Span.DAY:
        return make_day(year, point.month, point.day)
    first = point.month - point.width + 1
    if point.part == "dau":
        return (
            make_day(year, first, 10)
            if point.span is Span.MONTH
            else make_day(year, first + max(point.width // 4 - 1, 0), 31)
        )
    if point.part == "giua":
        return (
            make_day(year, point.month, 20)
            if point.span is Span.MONTH
            else make_day(year, first + (point.width - 1) // 2, 31)
        )
    return make_day(year, point.month, 31)


def first_day(point: Point, year: int) -> date:
    """The first day of the point in `year`."""
    if point.span is Span.DAY:
        return make_day(year, point.month, point.day)
    first = point.month - point.width + 1
    if point.part in ("giua", "cuoi"):
        if point.span is Span.MONTH:
            return make_day(year, first, 11 if point.part == "giua" else 21)
        return make_day(year, point.month if point.part == "cuoi" else first + (point.width - 1) // 2, 1)
    return make_day(year, first, 1)


def day_before(point: Point, year: int) -> date:
    """The day before the point begins: what "trước" asks for."""
    return eve(first_day(point, year))


def eve(day: date) -> date:
    """The day before; the first day that a date can hold has none."""
    return day - timedelta(days=1) if day > date.min else day


def period_ends(cadence: Cadence, year: int) -> list[Due]:
    """The last days of the cadence's periods in a year."""
    months, span = _PERIODS.get(cadence, (range(0), Span.YEAR))
    return [Due(make_day(year, month, 31), span) for month in months]


_PERIODS = {
    Cadence.MONTHLY: (range(1, 13), Span.MONTH),
    Cadence.QUARTERLY: (range(3, 13, 3), Span.QUARTER),
    Cadence.SEMIANNUAL: (range(6, 13, 6), Span.HALF),
    Cadence.YEARLY: (range(12, 13), Span.YEAR),
}


class Year(NamedTuple):
    """The year of a point as it is written: its number, or so many years on from the plan's ("năm sau" is 1)."""

    number: int | None
    shift: int | None = None

    def of(self, point: Point) -> Point:
        """The point in this year."""
        return point._replace(year=self.number, shift=self.shift)


@rule
def read_year_beside(line: Line) -> Year | None:
    """Read the year by a point: "/2025", "năm 2025", "năm sau"."""
    first, closed = line.word, line.at + 2
    while line.at < closed and (line.word in ("/", ",", "-", "cua") or _is_glue(line)):
        line.next()
    if line.here.sort is Sort.YEAR and not (first in (",", "-") and _continues(line.ahead(1))):
        return Year(line.next().numbers[0])
    if first == "/" and line.here.sort is Sort.NUMBER and 20 <= line.here.numbers[0] <= 99:
        return Year(2000 + line.next().numbers[0])
    if line.take("nam") is None:
        return None
    if line.here.sort is Sort.YEAR:
        return Year(line.next().numbers[0])
    shift = read_shift(line)
    return None if shift is None else Year(None, shift)


def _is_glue(line: Line) -> bool:
    """Whether a full stop ties a year to what is before it: "Quý IV.2024"."""
    return line.word == "." and line.near(1).start == line.here.end


def _continues(line: Line) -> bool:
    """Whether a further year follows, so that the one before belongs to a list or range of years."""
    return line.word in ("-", ",", "va", "den") and line.near(1).sort is Sort.YEAR


@rule
def read_shift(line: Line) -> int | None:
    """Read "sau", "trước", "nay" after "năm" as 1, -1, 0 years from the plan's."""
    line.take("duong lich", "tai chinh")
    linked = line.take("lien ke", "lien", "ke")
    for shift, table in _SHIFTS:
        look = line.ahead()
        if look.phrase(table) and look.word not in ("khi", "ngay", "thang") and not look.here.numbers:
            line.at = look.at
            line.take("lien ke", "ke tiep")
            return shift
    return 1 if linked in ("lien ke", "lien") else None


_SHIFTS = (
    (1, phrases("tiep theo", "ke tiep", "tiep", "sau", "toi")),
    (-1, phrases("truoc", "ngoai")),
    (0, phrases("nay", "bao cao", "ke hoach", "hien tai", "do")),
)


def is_count(line: Line) -> bool:
    """Whether the number here counts something ("02 tháng", "10 ngày làm việc") instead of naming it."""
    word, then = line.near(1).word, line.near(2)
    if word == "thang":
        return then.sort not in (Sort.NUMBER, Sort.MONTH_YEAR) and not then.numbers
    if word == "nam":
        stretch = line.ahead(3).sees("-", "den")
        return (then.sort is not Sort.YEAR or stretch) and read_shift(line.ahead(2)) is None
    return word in _COUNTED or word == "%"


def is_glued(line: Line) -> bool:
    """Whether the date here hangs on a letter or two that are no word of time: "H1/2026", "K15/2025"."""
    before = line.near(-1)
    if before.sort is not Sort.WORD or before.end != line.here.start:
        return False
    return before.end - before.start <= 2 and before.word not in ("t", "q", "la", "tu", "va", "vao")


def is_dotted_day(line: Line) -> bool:
    """Whether "30.6" is a day and a month, and no section's number ("1.2 Xây dựng …") or decimal ("7.5 điểm")."""
    if line.here.sort is not Sort.DOTTED:
        return False
    before, after = line.near(-1), line.near(1)
    if before.word in _BEFORE_DAY:
        return True
    opens = before.sort is Sort.END or before.word in (";", ".")
    if opens and after.word in (".", ")", ":", "-") and line.near(2).sort is Sort.WORD:
        return False
    beside = before.sort in (Sort.END, Sort.MARK, Sort.CLOCK, Sort.DOTTED)
    return beside and (after.sort in (Sort.END, Sort.MARK) or after.word in _AFTER_DAY)


_BEFORE_DAY = frozenset([
    "ngay", "truoc", "den", "tu", "nhat", "hon", "qua", "la", "vao", "toi", "het", "kien", "han", "cuoi", "sang",
    "chieu", "dip", "thanh", "xong", "va", "hoac", "trong",
])  # fmt: skip
_AFTER_DAY = frozenset(["hang", "moi", "nam", "den", "toi", "va", "hoac", "tro"])
_COUNTED = frozenset(["ngay", "thang", "tuan", "nam", "gio", "lan", "phut", "nguoi", "ho", "so", "don", "vi"])


def is_leftover(line: Line) -> bool:
    """Whether the token here, which no rule took, looks like time; "02 tin, bài" and "thứ Năm" only have its look."""
    token = line.here
    if token.sort in (Sort.NUMBER, Sort.DOTTED):
        return not _names_thing(line.near(1))
    if token.sort is Sort.WORD:
        return token.word in _TIME_WORDS and line.near(-1).word != "thu" and not is_occasion(line)
    return token.sort is not Sort.CODE


def is_occasion(line: Line) -> bool:
    """Whether a word of time only names a thing: "Tháng hành động", "Tuần lễ", "Năm Du lịch"."""
    return line.word in _TIME_WORDS and _names_thing(line.near(1))


def _names_thing(token: Token) -> bool:
    return token.sort is Sort.WORD and not token.numbers and token.word not in _TIME_WORDS | _PERIOD_WORDS


_TIME_WORDS = frozenset(["thang", "quy", "qui", "nam", "tuan"])
# What may go on a piece of time that the grammar does not read.
_PERIOD_WORDS = frozenset([
    "", "ngay", "dau", "cuoi", "giua", "sau", "truoc", "nay", "toi", "tiep", "ke", "lien", "thu", "hoc", "do", "cua",
    "hang", "moi", "cac", "den", "va", "trong", "tu", "i", "ii", "iii", "iv", "v", "vi", "am", "now",
])  # fmt: skip


# The ministry's frame opens a school year on 5 September and closes it before 31 May, its first term in the middle of
# January. It is read as September to May with the 15th of January between; each province sets its own days, and so
# every reading is doubted.
SCHOOL_DOUBT = "school-year"
_FIRST_MONTH, _LAST_MONTH, _TERM_ENDS = 9, 5, (15, 1)
_TERMS = {"1": 1, "i": 1, "l": 1, "2": 2, "ii": 2, "ll": 2}
_GLUED_TERMS = {"hki": 1, "hkii": 2}
_TERM_WORDS = phrases("hoc ky", "hoc ki", "hk", "ky", "ki")
_ENDS = phrases("cuoi", "ket thuc", "het", "tong ket", "be giang", "den het")
_OPENINGS = phrases("dau", "khai giang", "bat dau", "tuu truong")


@opened_by((*_ENDS, *_OPENINGS, *_TERM_WORDS, *_GLUED_TERMS, "nam"))
def read_school(line: Line) -> tuple[Point, ...] | None:
    """Read "năm học 2024-2025", "học kỳ II năm học 2024-2025", "cuối học kỳ I", "đầu năm học": both ends, or one."""
    before = _SIDES.get(line.near(-1).word, "whole")
    side = "last" if line.phrase(_ENDS) else "first" if line.phrase(_OPENINGS) else before
    word = line.word
    term = _term(line)
    year = _school_year(line) if term is None else _year_of_term(line)
    if year is None:
        if term is None or word == "ky":
            return None
        year = Year(None, 0)
    first, last = _pieces(term, year)
    return {"first": (first,), "last": (last,)}.get(side, (first, last))


@rule
def read_calendar_year(line: Line, month: int) -> int | None:
    """Read the calendar year of a month that is told by its school year: "tháng 3 năm học 2024-2025"."""
    line.take(",", "cua", "/")
    found = _school_year(line)
    if found is None or found.number is None or not month:
        return None
    return found.number + (month < _FIRST_MONTH - 1)


_SIDES = {"tu": "first", "truoc": "first", "den": "last", "het": "last", "sau": "last"}


@rule
def _term(line: Line) -> int | None:
    if line.word in _GLUED_TERMS:
        return _GLUED_TERMS[line.next().word]
    return _TERMS.get(line.next().word) if line.phrase(_TERM_WORDS) else None


@rule
def _year_of_term(line: Line) -> Year | None:
    line.take(",", "cua")
    return _school_year(line)


@rule
def _school_year(line: Line) -> Year | None:
    """The calendar year in which the school year here opens."""
    if line.take("nam hoc") is None:
        return None
    if line.here.sort is Sort.YEAR:
        year = Year(line.next().numbers[0])
        if line.sees("-", "/", "den") and line.near(1).sort in (Sort.YEAR, Sort.NUMBER):
            line.at += 2
        return year
    shift = read_shift(line)
    if shift is None:
        line.take("moi")
    return Year(None, shift or 0)


def _pieces(term: int | None, autumn: Year) -> tuple[Point, Point]:
    spring = Year(*(None if one is None else one + 1 for one in autumn))
    first = spring.of(of_month(1)) if term == 2 else autumn.of(of_month(_FIRST_MONTH))
    last = spring.of(of_day(*_TERM_ENDS) if term == 1 else of_month(_LAST_MONTH))
    return first._replace(doubts=(SCHOOL_DOUBT,)), last._replace(doubts=(SCHOOL_DOUBT,))
