"""Tokens to cadences: "hằng quý", "định kỳ 6 tháng", "02 lần/năm", and to what goes on: "các năm tiếp theo"."""

from typing import NamedTuple

from data.deadline.dates import each_week_at, weekdays_at
from data.deadline.kinds import Cadence
from data.deadline.numbers import Tokens, phrase_at, phrases, small_at, words_at, year_at
from data.deadline.series import series_at
from data.deadline.tokens import Sort


class Cycle(NamedTuple):
    """The cadences that a phrase names, finest first not required."""

    cadences: tuple[Cadence, ...]
    after: int
    doubts: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()


_UNITS = {"tuan": Cadence.WEEKLY, "thang": Cadence.MONTHLY, "quy": Cadence.QUARTERLY, "qui": Cadence.QUARTERLY,
          "nam": Cadence.YEARLY}  # fmt: skip
_EVERY_MONTHS = {
    1: Cadence.MONTHLY,
    3: Cadence.QUARTERLY,
    6: Cadence.SEMIANNUAL,
    9: Cadence.QUARTERLY,
    12: Cadence.YEARLY,
}
_TIMES_A_YEAR = {1: Cadence.YEARLY, 2: Cadence.SEMIANNUAL, 4: Cadence.QUARTERLY, 12: Cadence.MONTHLY}
_STARTERS = phrases(
    "dinh ky hang", "dinh ky moi", "dinh ky theo", "dinh ky vao", "dinh ky", "hang", "moi", "tung", "theo tung",
    "theo", "cac", "bao cao dinh ky hang", "bao cao dinh ky", "bao cao hang", "bao cao", "1 lan moi",
)  # fmt: skip
_CONTINUOUS = phrases(
    "thuong xuyen", "lien tuc", "hang ngay", "thuong ky", "thuong nhat", "quanh nam", "suot nam", "ca nam",
    "moi ngay", "hang gio", "hang dem", "suot ca nam", "thuong truc",
)  # fmt: skip


def cycle_at(tokens: Tokens, i: int) -> Cycle | None:
    """Read a cadence, or several that stand together."""
    return (
        _continuous(tokens, i) or _weekly(tokens, i) or _times(tokens, i) or _units(tokens, i) or _bare_units(tokens, i)
    )


def _continuous(tokens: Tokens, i: int) -> Cycle | None:
    j = words_at(tokens, i, "thuong nien")
    if j:
        return Cycle((Cadence.YEARLY,), j)
    j = phrase_at(tokens, i, _CONTINUOUS)
    if not j:
        return None
    if words_at(tokens, i, "ca nam", "suot nam", "quanh nam", "suot ca nam"):
        limit = words_at(tokens, j, "(", ":", "(", "truoc", "cham nhat")
        if limit and _names_date(tokens, limit):
            return None  # only names the report of the year
        return Cycle(
            (Cadence.CONTINUOUS,), year_at(tokens, j - 1)[2] if tokens[j].sort is Sort.YEAR else j, ("whole-year",)
        )
    doubts = ("daily",) if words_at(tokens, i, "hang ngay", "moi ngay", "hang gio", "hang dem") else ()
    return Cycle((Cadence.CONTINUOUS,), j, doubts)


def _weekly(tokens: Tokens, i: int) -> Cycle | None:
    """Read "thứ Sáu hằng tuần", "thứ Hai, thứ Năm hằng tuần"."""
    days, j = weekdays_at(tokens, i)
    after = each_week_at(tokens, words_at(tokens, j, ",", "(") or j) if days else 0
    return Cycle((Cadence.WEEKLY,), after, (), days) if after else None


def _times(tokens: Tokens, i: int) -> Cycle | None:
    """Read "02 lần/năm"; "mỗi năm 2 lần" is left to `_units`."""
    small = small_at(tokens, i, 99)
    if small is None or tokens[small[1]].word != "lan":
        return None
    j = words_at(tokens, small[1] + 1, "/ 1", "/ 01", "/", "moi", "mot", "trong", "hang", "tren") or small[1] + 1
    unit = _UNITS.get(tokens[j].word)
    if unit is None:
        every = _unit(tokens, j)
        return Cycle(every[0], every[1], every[2]) if every and small[0] == 1 else None
    return _so_often(small[0], unit, j + 1)


def _so_often(times: int, unit: Cadence, after: int) -> Cycle:
    if unit is Cadence.YEARLY:
        cadence = _TIMES_A_YEAR.get(times)
        return Cycle((cadence or Cadence.UNSPECIFIED_PERIOD,), after, () if cadence else ("odd-cadence",))
    return Cycle((unit,), after, () if times == 1 else ("odd-cadence",))


def _units(tokens: Tokens, i: int) -> Cycle | None:
    """Read the units after "hằng", "định kỳ", "mỗi", "theo": "hằng tháng, quý, năm", "định kỳ 06 tháng và hằng năm"."""
    start = phrase_at(tokens, i, _STARTERS)
    if not start:
        return None
    loose = tokens[start - 1].word in ("theo", "cac", "cao", "vao")
    first = _unit(tokens, start, loose=loose)
    if first is None:
        is_vague = words_at(tokens, i, "dinh ky")
        return Cycle((Cadence.UNSPECIFIED_PERIOD,), i + 2, ("no-period",)) if is_vague else None
    if tokens[start - 1].word == "cac" and tokens[first[1]].word != "trong":
        return None
    return _more_units(tokens, first[0], first[1], first[2])


def _more_units(tokens: Tokens, cadences: tuple[Cadence, ...], after: int, doubts: tuple[str, ...]) -> Cycle:
    after = words_at(tokens, after, "mot lan", "1 lan", "/ lan", "/ 1 lan") or after
    while j := words_at(
        tokens, after, ", va", ", hang", "va hang", "hoac hang", "/ hang", ",", "va", "-", "/", "hoac", ";"
    ):
        unit = _unit(tokens, j, loose=True)
        if unit is None:
            break
        cadences, after, doubts = cadences + unit[0], unit[1], doubts + unit[2]
    small = small_at(tokens, words_at(tokens, after, "it nhat", "toi thieu", "toi da", "khong qua") or after, 12)
    if small and tokens[small[1]].word == "lan":
        often = _so_often(small[0], cadences[-1], small[1] + 1)
        return often if small[0] > 1 else Cycle(cadences, often.after, doubts)
    return Cycle(tuple(dict.fromkeys(cadences)), after, doubts)


_NO_PERIOD = phrases(
    "dinh",
    "che",
    "hoach",
    "trinh",
    "mo",
    "nay",
    "cuoi",
    "dau",
    "giua",
    "thu",
)  # a loose unit before these is one piece of time
Unit = tuple[tuple[Cadence, ...], int, tuple[str, ...]]


def _unit(tokens: Tokens, i: int, *, loose: bool = False) -> Unit | None:
    """Read one unit; a loose one ("theo quý", "tháng, quý") must not be the beginning of "quý III"."""
    if school := _school_unit(tokens, i):
        return school
    cadence = _UNITS.get(tokens[i].word)
    if cadence:
        after = i + 1
        is_point = is_numbered(tokens, after, cadence)
        return None if is_point or (loose and phrase_at(tokens, after, _NO_PERIOD)) else ((cadence,), after, ())
    small = small_at(tokens, i, 99)
    if small is None or tokens[small[1]].word not in ("thang", "nam", "tuan", "quy"):
        if loose and (whole := words_at(tokens, i, "ca nam")):
            return (Cadence.YEARLY,), whole, ()
        half = words_at(tokens, i, "nua nam", "giua nam", "ban nien")
        return ((Cadence.SEMIANNUAL,), half, ()) if half else None
    number, j = small
    named = tokens[j + 1].sort in (Sort.NUMBER, Sort.YEAR, Sort.MONTH_YEAR) and tokens[j + 2].word != "lan"
    if named or tokens[j + 1].word in ("dau", "cuoi"):
        return None
    return _counted(number, tokens[j].word), j + 1, () if _is_plain(number, tokens[j].word) else ("odd-cadence",)


def _school_unit(tokens: Tokens, i: int) -> Unit | None:
    """Read "năm học" and "học kỳ" as periods, whose ends the cadence's own do not meet."""
    year = words_at(tokens, i, "nam hoc")
    term = words_at(tokens, i, "hoc ky", "hoc ki")
    numbered = small_at(tokens, term, 2) or tokens[term].word in ("i", "ii") if term else tokens[year].numbers
    if not (year or term) or (numbered and not words_at(tokens, term, "mot lan", "1 lan")):
        return None
    return (Cadence.YEARLY if year else Cadence.SEMIANNUAL,), year or term, ("school-year",)


def _counted(number: int, word: str) -> tuple[Cadence, ...]:
    if word == "thang":
        return (_EVERY_MONTHS.get(number, Cadence.UNSPECIFIED_PERIOD),)
    return (_UNITS[word] if number == 1 else Cadence.UNSPECIFIED_PERIOD,)


def _is_plain(number: int, word: str) -> bool:
    return number in _EVERY_MONTHS if word == "thang" else number == 1


def is_numbered(tokens: Tokens, i: int, cadence: Cadence) -> bool:
    """Whether a number after a unit makes it one of its kind: the "III" of "quý III"."""
    token = tokens[i]
    if token.sort in (Sort.NUMBER, Sort.YEAR, Sort.MONTH_YEAR, Sort.PAIR):
        following = small_at(tokens, i, 12)
        return not (following and tokens[following[1]].word in ("lan", "thang"))
    return cadence is Cadence.QUARTERLY and token.word in ("i", "ii", "iii", "iv")


def _bare_units(tokens: Tokens, i: int) -> Cycle | None:
    """Read two or more units without a starter ("tháng, quý, năm"), or one that says "một lần"."""
    unit = _unit(tokens, i, loose=True)
    if (
        unit is None
        or tokens[i].word == "ca"
        or (i and tokens[i - 1].word in ("trong", "so", "vong", "truoc", "sau", "cuoi", "dau", "ca"))
    ):
        return None
    cycle = _more_units(tokens, *unit)
    once = words_at(tokens, unit[1], "mot lan", "1 lan", "/ lan", "/ 1 lan")
    heads = words_at(tokens, unit[1], "(", ":", "truoc", "cham nhat", ", truoc", ", cham nhat")
    limits = heads and unit[0][0] is not Cadence.UNSPECIFIED_PERIOD and _names_date(tokens, heads)
    return cycle if once or limits or cycle.after > unit[1] else None


def _names_date(tokens: Tokens, i: int) -> bool:
    """Whether a date follows within a few words, so that the unit before it is a report's period.

    A stretch of time ("06 tháng (từ tháng 7 đến tháng 12)") makes it a length.
    """
    found = (series_at(tokens, j) for j in range(i, i + 4) if tokens[j].sort is not Sort.END)
    first = next(filter(None, found), None)
    return first is not None and not first.ranged


_GOING_ON = {
    "tuan": Cadence.WEEKLY, "thang": Cadence.MONTHLY, "quy": Cadence.QUARTERLY, "qui": Cadence.QUARTERLY,
    "nam": Cadence.CONTINUOUS, "giai": Cadence.CONTINUOUS, "ky": Cadence.CONTINUOUS,
}  # fmt: skip
_FOLLOWING = phrases(
    "tiep theo", "tiep sau", "ke tiep", "sau do", "sau nay", "lien ke", "tiep", "sau", "toi", "con lai"
)


def lasting_at(tokens: Tokens, i: int) -> tuple[Cadence, int] | None:
    """Read what says that the work goes on, and how often it then comes round; years go on without a break."""
    plain = words_at(tokens, i, "tro di", "tro ve sau", "va tiep theo", "nam tiep theo va")
    if plain:
        return Cadence.CONTINUOUS, plain
    j = words_at(tokens, i, "va") or i
    j = words_at(tokens, j, "cac", "nhung", "tat ca cac")
    cadence = _GOING_ON.get(tokens[j].word) if j else None
    if cadence is None:
        return None
    k = words_at(tokens, j, "nam hoc", "giai doan") or j + 1
    after = phrase_at(tokens, k, _FOLLOWING)
    return (cadence, after) if after else None
