"""Tokens to the school's year: "năm học 2024-2025", "học kỳ I", and the calendar year of a month in it.

The ministry's frame opens a school year on 5 September and closes it before 31 May, its first term in the middle of
January. It is read as September to May with the 15th of January between; each province sets its own days, and so every
reading is doubted.
"""

from data.deadline.counting import Year, read_shift
from data.deadline.points import Point, of_day, of_month
from data.deadline.tokens import Line, Sort
from data.words import opened_by, phrases, rule

DOUBT = "school-year"
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
    return first._replace(doubts=(DOUBT,)), last._replace(doubts=(DOUBT,))
