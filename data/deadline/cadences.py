"""Tokens to cadences: "hằng quý", "định kỳ 6 tháng", "02 lần/năm", "thứ Sáu hằng tuần"; and to what goes on."""

from typing import NamedTuple

from data.deadline.dates import LAST_WEEK, read_week
from data.deadline.series import read_series
from data.deadline.tokens import Line, Sort
from data.deadline.values import Cadence
from data.words import opened_by, phrases, rule


class Cycle(NamedTuple):
    """The cadences that a phrase names, finest first not required."""

    cadences: tuple[Cadence, ...]
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
    "thuong xuyen", "lien tuc", "hang ngay", "thuong ky", "thuong nhat", "quanh nam", "moi ngay",
    "hang gio", "hang dem", "thuong truc", "thg xuyen", "t . xuyen", "t / xuyen", "t xuyen", "tx",
    "trong gio hanh chinh",
)  # fmt: skip
# Taken alone: with an end or a name behind it, it is a stretch of time or a condition.
_THROUGHOUT = phrases(
    "trong suot qua trinh thuc hien", "suot qua trinh thuc hien", "trong suot qua trinh trien khai",
    "trong suot thoi gian thuc hien", "trong suot giai doan", "suot giai doan", "trong ca giai doan", "ca giai doan",
)  # fmt: skip
_DAILY = frozenset(["hang ngay", "moi ngay", "hang gio", "hang dem"])
WEEKDAY_WORDS = frozenset(["thu", "t", "chu", "cn"])
_ONCE = ("mot lan", "1 lan", "/ lan", "/ 1 lan")
_LIMITS = ("(", ":", "truoc", "cham nhat", ", truoc", ", cham nhat")
# Behind these a unit is no cadence; before those a loose one is one piece of time.
_BEFORE_POINT = frozenset(["trong", "so", "vong", "truoc", "sau", "cuoi", "dau", "ca"])
_NO_PERIOD = phrases("dinh", "che", "hoach", "trinh", "mo", "nay", "cuoi", "dau", "giua", "thu")


_LOOSE = ("thuong", "ca", "hoc", "nua", "giua", "ban", "cuoi")


@opened_by((*_LOOSE, *_CONTINUOUS, *_THROUGHOUT, *WEEKDAY_WORDS, *_STARTERS, *_UNITS), numbers=True)
def read_cycle(line: Line) -> Cycle | None:
    """Read a cadence, or several that stand together."""
    return _continuous(line) or _weekly(line) or _times(line) or _units(line) or _bare_units(line) or _ends(line)


@opened_by(("thuong", "ca", *_CONTINUOUS, *_THROUGHOUT))
def _continuous(line: Line) -> Cycle | None:
    if line.phrase(_THROUGHOUT):
        return Cycle((Cadence.CONTINUOUS,)) if line.here.sort in (Sort.END, Sort.MARK) and line.word != "(" else None
    if line.take("thuong nien"):
        return Cycle((Cadence.YEARLY,))
    if line.take("ca 4 quy", "ca bon quy"):
        return Cycle((Cadence.QUARTERLY,))
    said = line.phrase(_CONTINUOUS)
    if said is None or (said == "tx" and line.here.sort not in (Sort.END, Sort.MARK)):
        return None
    if said == "quanh nam":
        if line.here.sort is Sort.YEAR:
            line.next()
        return Cycle((Cadence.CONTINUOUS,), ("whole-year",))
    return Cycle((Cadence.CONTINUOUS,), ("daily",) if said in _DAILY else ())


@opened_by(WEEKDAY_WORDS)
def _weekly(line: Line) -> Cycle | None:
    """Read "thứ Sáu hằng tuần", "thứ Hai, thứ Năm hằng tuần"."""
    days = read_weekdays(line)
    if days is None:
        return None
    line.take(",", "(")
    return Cycle((Cadence.WEEKLY,), (), days) if _each_week(line) else None


@opened_by((), numbers=True)
def _times(line: Line) -> Cycle | None:
    """Read "02 lần/năm"; "mỗi năm 2 lần" is left to `_units`."""
    times = line.small(99)
    if times is None:
        return None
    if line.take("lan") is None:
        return _yields(line, times)
    line.take("/ 1", "/", "moi", "mot", "trong", "hang", "tren")
    if line.word in _UNITS:
        return _so_often(times, _UNITS[line.next().word])
    every = _unit(line)
    return Cycle(*every) if every and times == 1 else None


@rule
def _yields(line: Line, times: int) -> Cycle | None:
    """Read the rest of "04 cuộc/năm", "02 buổi/tháng", whose days only a person knows."""
    yielded = line.next().word
    if yielded not in _YIELDS or line.take("/ 1", "/") is None or line.word not in _UNITS:
        return None
    often = _so_often(times, _UNITS[line.next().word])
    return often._replace(doubts=("odd-cadence",))


def _so_often(times: int, unit: Cadence) -> Cycle:
    if unit is Cadence.YEARLY:
        cadence = _TIMES_A_YEAR.get(times)
        return Cycle((cadence or Cadence.UNSPECIFIED_PERIOD,), () if cadence else ("odd-cadence",))
    return Cycle((unit,), () if times == 1 else ("odd-cadence",))


@opened_by(_STARTERS)
def _units(line: Line) -> Cycle | None:
    """Read the units after "hằng", "định kỳ", "mỗi", "theo": "hằng tháng, quý, năm", "định kỳ 06 tháng và hằng năm"."""
    bare = line.ahead()
    started = line.phrase(_STARTERS)
    if started is None:
        return None
    last = started.rsplit(maxsplit=1)[-1]
    unit = _unit(line, loose=last in ("theo", "cac", "cao", "vao"))
    if unit is None:
        line.at = bare.at + 2
        return Cycle((Cadence.UNSPECIFIED_PERIOD,), ("no-period",)) if bare.sees("dinh ky") else None
    return None if last == "cac" and line.word != "trong" else _more_units(line, *unit)


@opened_by(("cuoi",))
def _ends(line: Line) -> Cycle | None:
    """Read "cuối quý", "cuối tháng" that stand alone; "tháng cuối quý" says in which month of it."""
    before = line.near(-1)
    apart = before.sort in (Sort.END, Sort.MARK) or before.word in ("vao", "va")
    if not apart or line.take("cuoi quy", "cuoi qui", "cuoi thang") is None:
        return None
    closed = line.here.sort in (Sort.END, Sort.MARK) or line.word == "va"
    return Cycle((_UNITS[line.near(-1).word],), ("vague-part",)) if closed else None


@opened_by(("hoc", "nua", "giua", "ban", "ca", *_UNITS), numbers=True)
def _bare_units(line: Line) -> Cycle | None:
    """Read two or more units without a starter ("tháng, quý, năm"), or one that says "một lần"."""
    if line.word == "ca" or line.near(-1).word in _BEFORE_POINT:
        return None
    unit = _unit(line, loose=True)
    if unit is None:
        return None
    after, once = line.at, line.sees(*_ONCE)
    limits = unit[0][0] is not Cadence.UNSPECIFIED_PERIOD and _heads_limit(line, *_LIMITS)
    cycle = _more_units(line, *unit)
    return cycle if once or limits or line.at > after else None


def _more_units(line: Line, cadences: tuple[Cadence, ...], doubts: tuple[str, ...]) -> Cycle:
    line.take(*_ONCE)
    while unit := _next_unit(line):
        cadences, doubts = cadences + unit[0], doubts + unit[1]
    times = _times_each(line)
    if times is None:
        return Cycle(tuple(dict.fromkeys(cadences)), doubts)
    return _so_often(times, cadences[-1]) if times > 1 else Cycle(cadences, doubts)


@rule
def _next_unit(line: Line) -> "Unit | None":
    joined = line.take(", va", ", hang", "va hang", "hoac hang", "/ hang", ",", "va", "-", "/", "hoac", ";")
    return _unit(line, loose=True) if joined else None


@rule
def _times_each(line: Line) -> int | None:
    line.take("it nhat", "toi thieu", "toi da", "khong qua")
    times = line.small(12)
    return times if times and line.take("lan") else None


Unit = tuple[tuple[Cadence, ...], tuple[str, ...]]


@rule
def _unit(line: Line, *, loose: bool = False) -> Unit | None:
    """Read one unit; a loose one ("theo quý", "tháng, quý") must not be the beginning of "quý III"."""
    if school := _school_unit(line):
        return school
    if line.word in _UNITS:
        cadence = _UNITS[line.next().word]
        point = is_numbered(line, cadence) or (loose and line.ahead().phrase(_NO_PERIOD))
        return None if point else ((cadence,), ())
    number = line.small(99)
    if number is None:
        if loose and line.take("ca nam"):
            return (Cadence.YEARLY,), ()
        return ((Cadence.SEMIANNUAL,), ()) if line.take("nua nam", "giua nam", "ban nien") else None
    word = line.take("thang", "nam", "tuan", "quy")
    named = line.here.sort in (Sort.NUMBER, Sort.YEAR, Sort.MONTH_YEAR) and line.near(1).word != "lan"
    if word is None or named or line.word in ("dau", "cuoi"):
        return None
    counted = _EVERY_MONTHS.get(number) if word == "thang" else _UNITS[word] if number == 1 else None
    return ((counted,), ()) if counted else ((Cadence.UNSPECIFIED_PERIOD,), ("odd-cadence",))


@opened_by(("nam", "hoc"))
def _school_unit(line: Line) -> Unit | None:
    """Read "năm học" and "học kỳ" as periods, whose ends the cadence's own do not meet."""
    if line.take("nam hoc"):
        return None if line.here.numbers else ((Cadence.YEARLY,), ("school-year",))
    if line.take("hoc ky", "hoc ki") is None:
        return None
    numbered = line.word in ("i", "ii") or line.ahead().small(2)
    return None if numbered and not line.sees("mot lan", "1 lan") else ((Cadence.SEMIANNUAL,), ("school-year",))


def is_numbered(line: Line, cadence: Cadence) -> bool:
    """Whether a number after a unit makes it one of its kind: the "III" of "quý III"."""
    if line.here.sort in (Sort.NUMBER, Sort.YEAR, Sort.MONTH_YEAR, Sort.PAIR):
        look = line.ahead()
        return not (look.small(12) and (look.word in ("lan", "thang") or look.word in _YIELDS))
    return cadence is Cadence.QUARTERLY and line.word in ("i", "ii", "iii", "iv")


# What a duty yields each time: "Mỗi tuần 01 tin, bài".
_YIELDS = frozenset(["tin", "bai", "phong", "chuyen", "buoi", "cuoc", "van", "bao", "ban", "lop", "hoi", "clip"])


def _heads_limit(line: Line, *marks: str) -> bool:
    """Whether a mark and, within a few words, a date follow, so that the unit before them is a report's period.

    A stretch of time ("06 tháng (từ tháng 7 đến tháng 12)") makes it a length.
    """
    look = line.ahead()
    if look.take(*marks) is None:
        return False
    found = (read_series(look.ahead(steps)) for steps in range(4) if look.near(steps).sort is not Sort.END)
    first = next(filter(None, found), None)
    return first is not None and not first.ranged


# Weekdays, and the week of a month that comes round.


@opened_by(WEEKDAY_WORDS)
def read_weekdays(line: Line) -> tuple[int, ...] | None:
    """Read weekdays that stand together, Monday 0: "thứ Hai, thứ Năm và Chủ nhật"."""
    days: list[int] = []
    joined, after = None, line.at
    while len(days) < 7 and (day := _bare_weekday(line) if joined == "," else _weekday(line)) is not None:
        if joined in ("-", "den"):
            days.pop()  # "thứ Hai - thứ Sáu" ends on the Friday
        days.append(day)
        after = line.at
        joined = line.take(", va", ",", "va", "-", "den", ", hoac", "hoac")
    line.at = after
    return tuple(days) or None


@rule
def _weekday(line: Line) -> int | None:
    if line.take("chu nhat", "cn"):
        return 6
    word = line.take("thu", "t")
    number = line.small(7) if word else None
    if number is not None:
        told = number > 1 and (word == "thu" or line.sees("hang tuan", "moi tuan"))
        return number - 2 if told else None
    return _WEEKDAYS.get(line.next().word) if word == "thu" else None


@rule
def _bare_weekday(line: Line) -> int | None:
    """Read the "4" of "thứ 2, 4, 6 hàng tuần", or a weekday with its word."""
    if (said := _weekday(line)) is not None:
        return said
    number = line.small(7)
    goes_on = line.word in (",", "va") or line.sees("hang tuan", "moi tuan")
    return number - 2 if number is not None and number > 1 and goes_on else None


@rule
def _each_week(line: Line) -> str | None:
    """Read the "hằng tuần" that follows a weekday; "tuần 2" is one week only."""
    said = line.phrase(_EACH_WEEK)
    return None if read_week(line.ahead(-1)) or line.ahead().small(53) else said


@rule
def read_week_of_each_month(line: Line) -> int | None:
    """Read the week of "thứ Sáu tuần cuối của tháng", which comes once in every month, as the day that ends it."""
    line.take("cua", "vao", "trong")
    week = _WEEKS_BY_DAY.get(line.take(*_WEEKS_BY_DAY) or "") or read_week(line)
    each = line.phrase(_EACH_MONTH) if week else None
    if not week or each is None or line.here.numbers:
        return None
    return 7 * week if week < LAST_WEEK else 31


# "Thứ Hai đầu tiên của tháng" falls into its first seven days.
_WEEKS_BY_DAY = {"dau tien": 1, "cuoi cung": LAST_WEEK, "dau": 1, "cuoi": LAST_WEEK}
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}  # where no accents tell the number
_EACH_WEEK = phrases(
    "hang tuan", "moi tuan", "tung tuan", "cua tuan", "cua moi tuan", "trong tuan", "cuoi tuan", "dau tuan",
    "cac tuan", "tuan",
)  # fmt: skip
_EACH_MONTH = phrases(
    "cua hang thang", "cua moi thang", "cua cac thang", "cua thang", "hang thang", "moi thang", "trong thang", "thang",
)  # fmt: skip


# What goes on: "và các năm tiếp theo", "và các quý còn lại", "trở đi".


@opened_by(("tro", "va", "nam", "cac", "nhung", "tat", "den", "cho", "toi", "-"))
def read_lasting(line: Line) -> Cadence | None:
    """Read what says that the work goes on, and how often it then comes round; years go on without a break."""
    if line.take(
        "cho den nay", "den nay", "toi nay", "- nay", "tro di", "tro ve sau", "va tiep theo", "nam tiep theo va"
    ):
        return Cadence.CONTINUOUS
    line.take("va")
    cadence = _GOING_ON.get(line.word) if line.take("cac", "nhung", "tat ca cac") else None
    if line.take("nam hoc", "giai doan") is None:
        line.next()
    return cadence if cadence and line.phrase(_FOLLOWING) else None


_GOING_ON = {
    "tuan": Cadence.WEEKLY, "thang": Cadence.MONTHLY, "quy": Cadence.QUARTERLY, "qui": Cadence.QUARTERLY,
    "nam": Cadence.CONTINUOUS, "giai": Cadence.CONTINUOUS, "ky": Cadence.CONTINUOUS,
}  # fmt: skip
_FOLLOWING = phrases(
    "tiep theo", "tiep sau", "ke tiep", "sau do", "sau nay", "lien ke", "tiep", "sau", "toi", "con lai"
)
