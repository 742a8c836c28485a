"""Tokens to cadences: "hằng quý", "định kỳ 6 tháng", "02 lần/năm", and the days of the month that go with them."""

from typing import NamedTuple

from data.deadline.looking import Tokens, small_at, words_at, year_at
from data.deadline.phrases import point_at
from data.deadline.tokens import Sort
from data.deadline.values import Cadence


class Place(NamedTuple):
    """Where in its period a named day of the month lies: months counted from 1 for a period that starts in January."""

    months: tuple[int, ...]
    cadence: Cadence


class Cycle(NamedTuple):
    """The cadences that a phrase names, finest first not required."""

    cadences: tuple[Cadence, ...]
    after: int
    doubts: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()


class Named(NamedTuple):
    """Days of the month that come round: "ngày 25 của tháng cuối quý"."""

    days: tuple[int, ...]
    place: Place
    after: int
    doubts: tuple[str, ...] = ()


EACH_MONTH = Place(tuple(range(1, 13)), Cadence.MONTHLY)
NEXT_MONTH = Place(tuple(range(2, 14)), Cadence.MONTHLY)
QUARTER_END = Place((3, 6, 9, 12), Cadence.QUARTERLY)
QUARTER_MIDDLE = Place((2, 5, 8, 11), Cadence.QUARTERLY)
QUARTER_START = Place((1, 4, 7, 10), Cadence.QUARTERLY)
NEXT_QUARTER = Place((4, 7, 10, 13), Cadence.QUARTERLY)

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
_STARTERS = (
    "dinh ky hang", "dinh ky moi", "dinh ky theo", "dinh ky vao", "dinh ky", "hang", "moi", "tung", "theo tung",
    "theo", "cac", "bao cao dinh ky hang", "bao cao dinh ky", "bao cao hang", "bao cao", "1 lan moi",
)  # fmt: skip
_CONTINUOUS = (
    "thuong xuyen", "lien tuc", "hang ngay", "thuong ky", "thuong nhat", "quanh nam", "suot nam", "ca nam",
    "moi ngay", "hang gio", "hang dem", "suot ca nam", "thuong truc",
)  # fmt: skip
_NEXT = (
    "sau lien ke",
    "lien ke sau",
    "sau lien tiep",
    "ke tiep",
    "tiep theo",
    "lien ke",
    "lien sau",
    "sau",
    "toi",
    "ke tiep sau",
)


def cycle_at(tokens: Tokens, i: int) -> Cycle | None:
    """Read a cadence, or several that stand together."""
    return (
        _continuous(tokens, i)
        or _weekday(tokens, i)
        or _times(tokens, i)
        or _units(tokens, i)
        or _bare_units(tokens, i)
    )


def named_days_at(tokens: Tokens, i: int) -> Named | None:
    """Read "ngày 25 hằng tháng", "ngày 15 tháng đầu tiên của quý sau", "ngày 05 và 20 hằng tháng"."""
    days, j = _days(tokens, i)
    if not days:
        return None
    k = words_at(tokens, j, "cua", "vao", "trong") or j
    place = _place(tokens, k)
    if place is None:
        return None
    counted = tokens[k].word in ("quy", "qui") or (tokens[k].word == "thang" and place[0] in (EACH_MONTH, NEXT_MONTH))
    if counted and tokens[i].word != "ngay":
        return None  # "1 quý/lần", "6 tháng"
    return Named(days, place[0], place[1])


_MOST = 40  # tokens of one list of days


def _days(tokens: Tokens, i: int) -> tuple[tuple[int, ...], int]:
    j = words_at(tokens, i, "ngay lam viec cuoi cung", "ngay cuoi cung", "ngay cuoi")
    if j:
        return (31,), j
    j = i + 1 if tokens[i].word == "ngay" else i
    days: list[int] = []
    while (small := small_at(tokens, j, 31)) and tokens[j].sort is Sort.NUMBER and j < i + _MOST:
        days.append(small[0])
        k = words_at(tokens, small[1], ", ngay", "va ngay", "den ngay", ",", "va", "-", "den") or small[1]
        if tokens[k].sort is not Sort.NUMBER:
            return tuple(days), small[1]
        if tokens[k - 1].word in ("-", "den") or tokens[k - 2].word == "den":
            days.pop()
        j = k
    return (), i


def _place(tokens: Tokens, i: int) -> tuple[Place, int] | None:
    each = words_at(tokens, i, "hang", "moi", "tung", "cac")
    if each and tokens[each].word == "thang" and not small_at(tokens, each + 1, 12):
        return EACH_MONTH, each + 1
    if each and tokens[each].word in ("quy", "qui"):
        return QUARTER_END, each + 1
    if tokens[i].word == "thang":
        return _place_in_month(tokens, i + 1)
    j = words_at(tokens, i, "cuoi quy", "cuoi moi quy", "cuoi hang quy", "quy")
    if j and (small_at(tokens, j, 4) or tokens[j].word in ("i", "ii", "iii", "iv") or tokens[j].numbers):
        return None
    return (QUARTER_END, j) if j else None


def _place_in_month(tokens: Tokens, i: int) -> tuple[Place, int] | None:
    for place, phrases in _IN_QUARTER:
        j = words_at(tokens, i, *phrases)
        k = words_at(tokens, j, "cua moi", "cua hang", "cua tung", "cua cac", "cua", "moi", "hang", "tung") or j
        if j and tokens[k].word in ("quy", "qui") and not small_at(tokens, k + 1, 4):
            following = words_at(tokens, k + 1, *_NEXT)
            if following and place is QUARTER_START:
                return NEXT_QUARTER, following
            return place, k + 1
    following = words_at(tokens, i, *_NEXT)
    if following:
        return NEXT_MONTH, following
    plain = words_at(tokens, i, "bao cao", "do", "hang thang")
    if plain or tokens[i].sort in (Sort.END, Sort.MARK):
        return EACH_MONTH, plain or i
    return None


_IN_QUARTER = (
    (QUARTER_END, ("cuoi cung", "cuoi", "thu ba")),
    (QUARTER_START, ("dau tien", "dau", "thu nhat")),
    (QUARTER_MIDDLE, ("thu hai", "giua")),
)


def _continuous(tokens: Tokens, i: int) -> Cycle | None:
    j = words_at(tokens, i, "thuong nien")
    if j:
        return Cycle((Cadence.YEARLY,), j)
    j = words_at(tokens, i, *_CONTINUOUS)
    if not j:
        return None
    if words_at(tokens, i, "ca nam", "suot nam", "quanh nam", "suot ca nam"):
        return Cycle(
            (Cadence.CONTINUOUS,), year_at(tokens, j - 1)[2] if tokens[j].sort is Sort.YEAR else j, ("whole-year",)
        )
    doubts = ("daily",) if words_at(tokens, i, "hang ngay", "moi ngay", "hang gio", "hang dem") else ()
    return Cycle((Cadence.CONTINUOUS,), j, doubts)


def _weekday(tokens: Tokens, i: int) -> Cycle | None:
    """Read "thứ Sáu hằng tuần", "thứ Hai, thứ Năm hằng tuần"."""
    days: list[int] = []
    while (day := _day_of_week(tokens, i)) and len(days) < 7:
        days.append(day[0])
        i = words_at(tokens, day[1], ", va", ",", "va") or day[1]
    after = words_at(tokens, i, "hang tuan", "moi tuan", "cua tuan", "tuan", "cac tuan", "trong tuan")
    return Cycle((Cadence.WEEKLY,), after, (), tuple(days)) if days and after else None


def _day_of_week(tokens: Tokens, i: int) -> tuple[int, int] | None:
    if tokens[i].word == "thu" and (small := small_at(tokens, i + 1, 7)) and small[0] > 1:
        return small[0] - 2, small[1]
    if words_at(tokens, i, "thu nam"):
        return 3, i + 2
    return (6, i + 2) if words_at(tokens, i, "chu nhat") else None


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
    start = words_at(tokens, i, *_STARTERS)
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
    small = small_at(tokens, after, 12)
    if small and tokens[small[1]].word == "lan":
        often = _so_often(small[0], cadences[-1], small[1] + 1)
        return often if small[0] > 1 else Cycle(cadences, often.after, doubts)
    return Cycle(tuple(dict.fromkeys(cadences)), after, doubts)


_NO_PERIOD = ("hoc", "nay", "cuoi", "dau", "giua", "thu")  # a loose unit before these is one piece of time
Unit = tuple[tuple[Cadence, ...], int, tuple[str, ...]]


def _unit(tokens: Tokens, i: int, *, loose: bool = False) -> Unit | None:
    """Read one unit; a loose one ("theo quý", "tháng, quý") must not be the beginning of "quý III"."""
    cadence = _UNITS.get(tokens[i].word)
    if cadence:
        after = i + 1
        is_point = _is_numbered(tokens, after, cadence)
        return None if is_point or (loose and words_at(tokens, after, *_NO_PERIOD)) else ((cadence,), after, ())
    small = small_at(tokens, i, 99)
    if small is None or tokens[small[1]].word not in ("thang", "nam", "tuan", "quy"):
        half = words_at(tokens, i, "nua nam", "giua nam", "ban nien")
        return ((Cadence.SEMIANNUAL,), half, ()) if half else None
    number, j = small
    named = tokens[j + 1].sort in (Sort.NUMBER, Sort.YEAR, Sort.MONTH_YEAR) and tokens[j + 2].word != "lan"
    if named or tokens[j + 1].word in ("dau", "cuoi"):
        return None
    return _counted(number, tokens[j].word), j + 1, () if _is_plain(number, tokens[j].word) else ("odd-cadence",)


def _counted(number: int, word: str) -> tuple[Cadence, ...]:
    if word == "thang":
        return (_EVERY_MONTHS.get(number, Cadence.UNSPECIFIED_PERIOD),)
    return (_UNITS[word] if number == 1 else Cadence.UNSPECIFIED_PERIOD,)


def _is_plain(number: int, word: str) -> bool:
    return number in _EVERY_MONTHS if word == "thang" else number == 1


def _is_numbered(tokens: Tokens, i: int, cadence: Cadence) -> bool:
    token = tokens[i]
    if token.sort in (Sort.NUMBER, Sort.YEAR, Sort.MONTH_YEAR, Sort.PAIR):
        following = small_at(tokens, i, 12)
        return not (following and tokens[following[1]].word in ("lan", "thang"))
    return cadence is Cadence.QUARTERLY and token.word in ("i", "ii", "iii", "iv")


def _bare_units(tokens: Tokens, i: int) -> Cycle | None:
    """Read two or more units without a starter ("tháng, quý, năm"), or one that says "một lần"."""
    unit = _unit(tokens, i, loose=True)
    if unit is None or (i and tokens[i - 1].word in ("trong", "so", "vong", "truoc", "sau", "cuoi", "dau")):
        return None
    cycle = _more_units(tokens, *unit)
    once = words_at(tokens, unit[1], "mot lan", "1 lan", "/ lan", "/ 1 lan")
    heads = words_at(tokens, unit[1], "(", ":", "truoc", "cham nhat", ", truoc", ", cham nhat")
    limits = heads and unit[0][0] is not Cadence.UNSPECIFIED_PERIOD and _names_date(tokens, heads)
    return cycle if once or limits or cycle.after > unit[1] else None


def _names_date(tokens: Tokens, i: int) -> bool:
    """Whether a date follows within a few words, so that the unit before it is a report's period."""
    return any(point_at(tokens, j) for j in range(i, i + 4) if tokens[j].sort is not Sort.END)
