"""Tokens to the school's year: "năm học 2024-2025", "học kỳ I", and the calendar year of a month in it.

The ministry's frame opens a school year on 5 September and closes it before 31 May, its first term in the middle of
January. It is read as September to May with the 15th of January between; each province sets its own days, and so every
reading is doubted.
"""

from typing import NamedTuple

from data.deadline.numbers import Tokens, phrase_at, phrases, shift_at, words_at
from data.deadline.points import Point, of_day, of_month
from data.deadline.tokens import Sort


class SchoolTime(NamedTuple):
    """The ends of a school year or term, and the place after it."""

    points: tuple[Point, ...]  # the first and the last, or the one of them that is meant
    after: int


DOUBT = "school-year"
_FIRST_MONTH, _LAST_MONTH, _TERM_ENDS = 9, 5, (15, 1)
_TERMS = {"1": 1, "i": 1, "l": 1, "2": 2, "ii": 2, "ll": 2}
_GLUED_TERMS = {"hki": 1, "hkii": 2}


class _Year(NamedTuple):
    """The calendar year in which a school year opens: a number, or a shift from the plan's year."""

    year: int | None
    shift: int | None
    after: int

    def autumn(self, point: Point) -> Point:
        return point._replace(year=self.year, shift=self.shift)

    def spring(self, point: Point) -> Point:
        year, shift = (None if one is None else one + 1 for one in (self.year, self.shift))
        return point._replace(year=year, shift=shift)


def school_at(tokens: Tokens, i: int) -> SchoolTime | None:
    """Read "năm học 2024-2025", "học kỳ II năm học 2024-2025", "cuối học kỳ I", "đầu năm học"."""
    end, opening = phrase_at(tokens, i, _ENDS), phrase_at(tokens, i, _OPENINGS)
    side = "last" if end else "first" if opening else _side_before(tokens, i)
    j = end or opening or i
    term, k = _term(tokens, j)
    year = _school_year(tokens, words_at(tokens, k, ",", "cua") or k) if term else _school_year(tokens, j)
    if year is None:
        if not term or tokens[j].word == "ky":
            return None
        year = _Year(None, 0, k)
    first, last = _pieces(term, year)
    meant = {"first": (first,), "last": (last,)}.get(side, (first, last))
    return SchoolTime(meant, year.after)


def in_school_year(tokens: Tokens, i: int, month: int) -> tuple[int, int] | None:
    """The calendar year of a month that is told by its school year ("tháng 3 năm học 2024-2025"), and what follows."""
    found = _school_year(tokens, words_at(tokens, i, ",", "cua", "/") or i)
    if found is None or found.year is None or not month:
        return None
    return found.year + (month < _FIRST_MONTH - 1), found.after


def _side_before(tokens: Tokens, i: int) -> str:
    word = tokens[i - 1].word if i else ""
    return {"tu": "first", "truoc": "first", "den": "last", "het": "last", "sau": "last"}.get(word, "whole")


def _term(tokens: Tokens, i: int) -> tuple[int, int]:
    glued = _GLUED_TERMS.get(tokens[i].word, 0)
    if glued:
        return glued, i + 1
    j = words_at(tokens, i, "hoc ky", "hoc ki", "hk", "ky", "ki")
    term = _TERMS.get(tokens[j].word, 0) if j else 0
    return (term, j + 1) if term else (0, i)


def _school_year(tokens: Tokens, i: int) -> _Year | None:
    j = words_at(tokens, i, "nam hoc")
    if not j:
        return None
    if tokens[j].sort is Sort.YEAR:
        return _Year(tokens[j].numbers[0], None, _past_second(tokens, j + 1))
    shift = shift_at(tokens, j)
    return _Year(None, *shift) if shift else _Year(None, 0, words_at(tokens, j, "moi") or j)


def _past_second(tokens: Tokens, i: int) -> int:
    j = words_at(tokens, i, "-", "/", "den")
    return j + 1 if j and tokens[j].sort in (Sort.YEAR, Sort.NUMBER) else i


def _pieces(term: int, year: _Year) -> tuple[Point, Point]:
    first = year.spring(of_month(1)) if term == 2 else year.autumn(of_month(_FIRST_MONTH))
    last = year.spring(of_day(*_TERM_ENDS) if term == 1 else of_month(_LAST_MONTH))
    return first._replace(doubts=(DOUBT,)), last._replace(doubts=(DOUBT,))


_ENDS = phrases("cuoi", "ket thuc", "het", "tong ket", "be giang", "den het")
_OPENINGS = phrases("dau", "khai giang", "bat dau", "tuu truong")
