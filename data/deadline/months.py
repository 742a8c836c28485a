"""Tokens to months and quarters, by their words or in a list without them; and the year that stands by a point."""

from data.deadline.points import Point, of_month, of_quarter, read_calendar_year, read_year_beside
from data.deadline.tokens import Line, Sort
from data.words import Phrases, opened_by, phrases, rule


def with_year(line: Line, point: Point) -> Point:
    """The point in the year that follows it, by the calendar or by the school's."""
    opened = read_calendar_year(line, point.month)
    if opened is not None:
        return point._replace(year=opened)
    year = read_year_beside(line)
    return year.of(point) if year else point


@opened_by(("thang", "thg", "t", ""))
def read_month(line: Line) -> Point | None:
    """Read "tháng 6/2025", "T6", "tháng VI", "tháng cuối quý III"."""
    if line.here.sort is Sort.MONTH_YEAR:
        return of_month(*line.next().numbers)
    short = _is_short_month(line)
    if not short and line.word not in ("thang", "thg"):
        return None
    line.next()
    if not short and (found := month_of_quarter(line) or _roman_month(line)):
        return found
    line.take("/", "thu", ".")
    return read_bare_month(line)


def _is_short_month(line: Line) -> bool:
    """Whether "T" stands for "tháng" here, and not for "thứ"."""
    dotted = line.near(1).word == "." and line.near(1).start == line.here.end
    return (
        line.word == "t"
        and line.near(1 + dotted).sort in (Sort.NUMBER, Sort.PAIR, Sort.MONTH_YEAR)
        and line.near(2 + dotted).word != "cn"
        and not line.ahead(2 + dotted).sees("hang tuan", "moi tuan")
    )


@rule
def _roman_month(line: Line) -> Point | None:
    month = _ROMAN_MONTHS.get(line.next().word)
    return None if month is None else with_year(line, of_month(month))


_ROMAN_MONTHS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip


@rule
def read_bare_month(line: Line) -> Point | None:
    """Read a month without its word."""
    if line.here.sort is Sort.MONTH_YEAR:
        return of_month(*line.next().numbers)
    if line.here.sort is Sort.PAIR:
        return short_year(line, of_month(line.here.numbers[0]))
    month = line.small(99)
    return None if month is None else with_year(line, of_month(month))


def short_year(line: Line, point: Point) -> Point | None:
    """The point in the year of "6/25"; "6/7" has none."""
    year = line.next().numbers[1]
    return point._replace(year=2000 + year) if year > 12 else None


def month_of_quarter(line: Line) -> Point | None:
    """Read what follows "tháng" in "tháng cuối quý III/2024"."""
    for back, table in MONTHS_OF_QUARTER:
        if quarter := _quarter_behind(line, table):
            month = of_month(quarter.month - back, quarter.year)
            return month._replace(shift=quarter.shift, doubts=quarter.doubts)
    return None


@rule
def _quarter_behind(line: Line, table: Phrases) -> Point | None:
    if line.phrase(table) is None:
        return None
    line.take("cua")
    return read_quarter(line)


# Months back from the quarter's last.
MONTHS_OF_QUARTER = (
    (0, phrases("cuoi cung", "cuoi", "thu ba")),
    (1, phrases("giua", "thu hai")),
    (2, phrases("dau tien", "dau", "thu nhat")),
)
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "l": 1, "ll": 2, "lll": 3, "li": 2, "il": 2, "lv": 4, "iil": 3, "lii": 3}


@opened_by(("quy", "qui", "q"))
def read_quarter(line: Line) -> Point | None:
    """Read "quý III/2025", "Q3"."""
    if line.take("quy", "qui", "q") is None:
        return None
    line.take("/", "thu", ".", "so")
    return read_bare_quarter(line)


@rule
def read_bare_quarter(line: Line) -> Point | None:
    """Read a quarter without its word, in Roman or Arabic numerals."""
    token = line.here
    if token.sort in (Sort.MONTH_YEAR, Sort.PAIR) and token.numbers[0] <= 4:
        if token.sort is Sort.PAIR:
            return short_year(line, of_quarter(token.numbers[0]))
        return of_quarter(*line.next().numbers)
    number = _ROMANS[line.next().word] if token.word in _ROMANS else line.small(4)
    return None if number is None else with_year(line, of_quarter(number))
