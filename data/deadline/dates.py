"""Tokens to points of the calendar: days, weeks, months, quarters, halves and years, and their parts ("đầu quý II")."""

from data.deadline.kinds import Span
from data.deadline.numbers import (
    Tokens,
    is_count,
    is_dotted_day,
    phrase_at,
    phrases,
    shift_at,
    small_at,
    words_at,
    year_at,
)
from data.deadline.points import Point, of_day, of_month, of_quarter, of_year
from data.deadline.school import in_school_year
from data.deadline.tokens import Sort

_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "l": 1, "ll": 2, "lll": 3, "li": 2, "il": 2, "lv": 4, "iil": 3, "lii": 3}
Found = tuple[Point, int]  # a point and the place of the token after it


def with_year(tokens: Tokens, point: Point, after: int) -> Found:
    """Give a point the year that follows it, by the calendar or by the school's."""
    school = in_school_year(tokens, after, point.month)
    if school:
        return point._replace(year=school[0]), school[1]
    year, shift, end = year_at(tokens, after)
    return point._replace(year=year, shift=shift), end


def month_at(tokens: Tokens, i: int) -> Found | None:
    """Read "tháng 6/2025", "T6", "tháng cuối quý III"."""
    token = tokens[i]
    if token.sort is Sort.MONTH_YEAR:
        return of_month(*token.numbers), i + 1
    is_short = (
        token.word == "t"
        and tokens[i + 1].sort in (Sort.NUMBER, Sort.PAIR, Sort.MONTH_YEAR)
        and tokens[i + 2].word != "cn"
        and not words_at(tokens, i + 2, "hang tuan", "moi tuan")
    )
    if token.word != "thang" and not is_short:
        return None
    if token.word == "thang" and (found := month_of_quarter(tokens, i + 1)):
        return found
    j = words_at(tokens, i + 1, "/", "thu", ".") or i + 1
    return bare_month(tokens, j)


def month_of_quarter(tokens: Tokens, i: int) -> Found | None:
    """Read what follows "tháng" in "tháng cuối quý III/2024"."""
    for back, table in _MONTHS_OF_QUARTER:
        j = phrase_at(tokens, i, table)
        quarter = quarter_at(tokens, words_at(tokens, j, "cua") or j) if j else None
        if quarter:
            point, after = quarter
            return of_month(point.month - back, point.year)._replace(shift=point.shift, doubts=point.doubts), after
    return None


_MONTHS_OF_QUARTER = (
    (0, phrases("cuoi cung", "cuoi", "thu ba")),
    (1, phrases("giua", "thu hai")),
    (2, phrases("dau tien", "dau", "thu nhat")),
)


def bare_month(tokens: Tokens, i: int) -> Found | None:
    """Read a month without its word."""
    token = tokens[i]
    if token.sort is Sort.MONTH_YEAR:
        return of_month(*token.numbers), i + 1
    if token.sort is Sort.PAIR:
        return _short_year(tokens, i, of_month)
    small = small_at(tokens, i, 99)
    return with_year(tokens, of_month(small[0]), small[1]) if small else None


def _short_year(tokens: Tokens, i: int, make: object) -> Found | None:
    number, year = tokens[i].numbers
    point = of_quarter(number) if make is of_quarter else of_month(number)
    if year > 12:
        return point._replace(year=2000 + year), i + 1
    return None


def quarter_at(tokens: Tokens, i: int) -> Found | None:
    """Read "quý III/2025", "Q3"."""
    if tokens[i].word not in ("quy", "qui", "q"):
        return None
    j = words_at(tokens, i + 1, "/", "thu", ".", "so") or i + 1
    return bare_quarter(tokens, j)


def bare_quarter(tokens: Tokens, i: int) -> Found | None:
    """Read a quarter without its word, in Roman or Arabic numerals."""
    token = tokens[i]
    if token.sort is Sort.MONTH_YEAR and token.numbers[0] <= 4:
        return of_quarter(*token.numbers), i + 1
    if token.sort is Sort.PAIR and token.numbers[0] <= 4:
        return _short_year(tokens, i, of_quarter)
    if token.word in _ROMANS:
        return with_year(tokens, of_quarter(_ROMANS[token.word]), i + 1)
    small = small_at(tokens, i, 4)
    return with_year(tokens, of_quarter(small[0]), small[1]) if small else None


def day_at(tokens: Tokens, i: int) -> Found | None:
    """Read "30/6/2025", "ngày 30 tháng 6", "ngày 15" with what stands by it."""
    named = tokens[i].word == "ngay"
    j = i + 1 if named else i
    token = tokens[j]
    if token.sort is Sort.DATE:
        return of_day(*token.numbers), j + 1
    if token.sort is Sort.PAIR or is_dotted_day(tokens, j):
        return with_year(tokens, of_day(*token.numbers), j + 1)
    if token.sort is not Sort.NUMBER:
        return None
    falling = None if named else _falling_pair(tokens, j)
    return falling or _day_and_month(tokens, j) or (lone_day(tokens, j) if named else None)


def _day_and_month(tokens: Tokens, i: int) -> Found | None:
    day, k = tokens[i].numbers[0], words_at(tokens, i + 1, "thang", "/ thang", "cua thang", ", thang")
    if not k:
        return None
    if in_quarter := month_of_quarter(tokens, k):
        point, after = in_quarter
        return of_day(day, point.month, point.year)._replace(shift=point.shift), after
    if tokens[k].sort is Sort.MONTH_YEAR:
        return of_day(day, *tokens[k].numbers), k + 1
    small = small_at(tokens, k, 12)
    if small is None or _is_half(tokens, k) or tokens[small[1]].word == "lan":
        return None
    return with_year(tokens, of_day(day, small[0]), small[1])


def _falling_pair(tokens: Tokens, i: int) -> Found | None:
    """Read "31-12", which can be no range, as a day and its month; "5-9" may be two of anything."""
    month = small_at(tokens, i + 2, 12) if tokens[i + 1].word == "-" and tokens[i + 2].sort is Sort.NUMBER else None
    day = tokens[i].numbers[0]
    if month is None or not month[0] < day <= 31 or is_count(tokens, i + 2) or _repeats_monthly(tokens, month[1]):
        return None
    return with_year(tokens, of_day(day, month[0]), month[1])


def lone_day(tokens: Tokens, j: int) -> Found | None:
    """Read a day whose month is left to a list or a cadence; "ngày 2-9" alone is a day and its month."""
    day = tokens[j].numbers[0]
    if not 1 <= day <= 31 or tokens[j + 1].word == "lam":
        return None
    month = small_at(tokens, j + 2, 12) if tokens[j + 1].word == "-" else None
    if month and not day_at(tokens, j + 2) and not _repeats_monthly(tokens, month[1]):
        doubts = () if words_at(tokens, month[1], "hang nam", "moi nam") else ("day-or-range",)
        return with_year(tokens, of_day(day, month[0])._replace(doubts=doubts), month[1])
    return Point(Span.DAY, 0, day=day), j + 1


def _repeats_monthly(tokens: Tokens, i: int) -> bool:
    """Whether two days and not a day and a month stand before: "ngày 20-25 hằng tháng", not "ngày 5-9 hằng năm"."""
    yearly = words_at(tokens, i, "hang nam", "moi nam")
    return tokens[i].word in ("hang", "thang", "moi", "cua") and not yearly


def _is_half(tokens: Tokens, i: int) -> bool:
    """Whether "6 tháng đầu năm" begins here, and not a month after a day."""
    return tokens[i + 1].word == "thang" and tokens[i + 2].word in ("dau", "cuoi")


LAST_WEEK = 5
_WEEKS = {"dau": 1, "nhat": 1, "i": 1, "ii": 2, "iii": 3, "iv": 4, "cuoi": LAST_WEEK}
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}  # where no accents tell the number
_EACH_WEEK = phrases(
    "hang tuan", "moi tuan", "tung tuan", "cua tuan", "cua moi tuan", "trong tuan", "cuoi tuan", "dau tuan",
    "cac tuan", "tuan",
)  # fmt: skip
_EACH_MONTH = phrases(
    "cua hang thang", "cua moi thang", "cua cac thang", "cua thang", "hang thang", "moi thang", "trong thang", "thang",
)  # fmt: skip


def weekdays_at(tokens: Tokens, i: int) -> tuple[tuple[int, ...], int]:
    """Read weekdays that stand together, Monday 0: "thứ Hai, thứ Năm và Chủ nhật"; none, and `i`, where none stands."""
    days: list[int] = []
    after = i
    while (day := _weekday(tokens, i)) and len(days) < 7:
        if days and tokens[i - 1].word in ("-", "den"):
            days.pop()  # "thứ Hai - thứ Sáu" ends on the Friday
        days.append(day[0])
        after = day[1]
        i = words_at(tokens, after, ", va", ",", "va", "-", "den", ", hoac", "hoac") or after
    return tuple(days), after


def each_week_at(tokens: Tokens, i: int) -> int:
    """Give the place after the "hằng tuần" that follows a weekday, else 0; "tuần 2" is one week only."""
    after = phrase_at(tokens, i, _EACH_WEEK)
    return 0 if after and (week_at(tokens, after - 1) or small_at(tokens, after, 53)) else after


def week_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read "tuần 2", "tuần thứ III", "tuần cuối" as its number, the last one 5."""
    if tokens[i].word != "tuan":
        return None
    j = words_at(tokens, i + 1, "thu") or i + 1
    small = small_at(tokens, j, LAST_WEEK)
    if small:
        return small
    number = _WEEKS.get(tokens[j].word, 0)
    return (number, words_at(tokens, j + 1, "tien", "cung") or j + 1) if number else None


def week_of_each_month_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read the week of "thứ Sáu tuần cuối của tháng", which comes once in every month, as the day that ends it."""
    week = week_at(tokens, words_at(tokens, i, "cua", "vao", "trong") or i)
    after = phrase_at(tokens, week[1], _EACH_MONTH) if week else 0
    if not week or not after or tokens[after].numbers or tokens[after].sort is Sort.PAIR:
        return None
    return 7 * week[0] if week[0] < LAST_WEEK else 31, after


def _weekday(tokens: Tokens, i: int) -> tuple[int, int] | None:
    if tokens[i].word == "thu" and (small := small_at(tokens, i + 1, 7)) and small[0] > 1:
        return small[0] - 2, small[1]
    if tokens[i].word == "t" and (small := small_at(tokens, i + 1, 7)) and small[0] > 1:
        return (small[0] - 2, small[1]) if words_at(tokens, small[1], "hang tuan", "moi tuan") else None
    if tokens[i].word == "thu" and tokens[i + 1].word in _WEEKDAYS:
        return _WEEKDAYS[tokens[i + 1].word], i + 2
    sunday = words_at(tokens, i, "chu nhat", "cn")
    return (6, sunday) if sunday else None


def point_at(tokens: Tokens, i: int) -> Found | None:
    """Read one point with the year that stands by it, if any."""
    for rule in (_stamp, _partial, day_at, _half, _week, month_at, quarter_at, _year, _leading):
        found = rule(tokens, i)
        if found:
            return found
    return None


def _stamp(tokens: Tokens, i: int) -> Found | None:
    """A spreadsheet's date: the first of a month stands for the month; a small day may have changed places with it."""
    if tokens[i].sort is not Sort.STAMP:
        return None
    day, month, year = tokens[i].numbers
    if day == 1:
        return of_month(month, year)._replace(doubts=("spreadsheet-date",)), i + 1
    point = of_day(day, month, year)
    return (point._replace(doubts=(*point.doubts, "spreadsheet-date")) if day <= 12 else point), i + 1


def _partial(tokens: Tokens, i: int) -> Found | None:
    """Read "đầu tháng 10", "giữa năm", "cuối quý II", "hết năm"."""
    part = tokens[i].word
    if part not in ("dau", "giua", "cuoi", "het"):
        return None
    j = words_at(tokens, i + 1, "cua") or i + 1
    found = month_at(tokens, j) or quarter_at(tokens, j) or _year(tokens, j)
    if found is None and tokens[j].word == "nam" and tokens[j + 1].word != "hoc":
        found = of_year(), j + 1
    if found is None:
        return None
    doubts = ("vague-part",) if part in ("dau", "giua") else ()
    return found[0]._replace(part="" if part == "het" else part, doubts=found[0].doubts + doubts), found[1]


def _week(tokens: Tokens, i: int) -> Found | None:
    """Read "tuần 2 tháng 3/2024", "tuần cuối tháng 6": the days up to the 7th, 14th, 21st, 28th, then the last."""
    week = week_at(tokens, i)
    if week is None:
        return None
    month = month_at(tokens, words_at(tokens, week[1], "cua", "/", ",", "trong") or week[1])
    if month is None:
        return None
    point, after = month
    doubts = (*point.doubts, "vague-part")
    if week[0] == LAST_WEEK:
        return point._replace(doubts=doubts), after
    return of_day(7 * week[0], point.month, point.year)._replace(shift=point.shift, doubts=doubts), after


def _leading(tokens: Tokens, i: int) -> Found | None:
    """Read the "15" of "15-20/3" and the "11" of "11-12/2025", which leave the rest to what follows."""
    if tokens[i].sort is not Sort.NUMBER:
        return None
    j = i + 1
    while (
        words_at(tokens, j, "-", "den", ",", "va") and tokens[j + 1].sort is Sort.NUMBER and not is_count(tokens, j + 1)
    ):
        j += 2
        if j > i + 60:
            return None
    if not words_at(tokens, j, "-", "den", ",", "va"):
        return None
    sort, number = tokens[j + 1].sort, tokens[i].numbers[0]
    if sort in (Sort.DATE, Sort.PAIR, Sort.DOTTED) and 1 <= number <= 31:
        return Point(Span.DAY, 0, day=number), i + 1
    return (of_month(number), i + 1) if sort is Sort.MONTH_YEAR and 1 <= number <= 12 else None


def _half(tokens: Tokens, i: int) -> Found | None:
    """Read "6 tháng đầu năm", "9 tháng đầu năm 2025", "3 tháng cuối năm", "nửa cuối năm", "6 tháng năm 2025"."""
    if tokens[i].word == "nua":
        if part := _half_of_part(tokens, i + 1):
            return part
        width, j = 6, i + 1
    elif (small := small_at(tokens, i, 11)) and tokens[small[1]].word == "thang":
        width, j = small[0], small[1] + 1
    else:
        return None
    side = tokens[j].word
    if side not in ("dau", "cuoi", "sau"):
        return _half_of_year(tokens, width, j)
    k = words_at(tokens, j + 1, "tien cua", "cung cua", "cua", "tien", "cung") or j + 1
    if tokens[k].word != "nam" and tokens[k].sort is not Sort.YEAR:
        return None
    span = {3: Span.QUARTER, 6: Span.HALF}.get(width, Span.HALF)
    year, shift, end = year_at(tokens, k)
    point = Point(span, width if side == "dau" else 12, width, year=year, shift=shift)
    return point, max(end, k + 1)


def _half_of_part(tokens: Tokens, i: int) -> Found | None:
    """Read what follows "nửa" in "nửa đầu tháng 7", "nửa cuối quý II"; the first half ends on a 15th."""
    side = tokens[i].word
    j = words_at(tokens, i + 1, "cua") or i + 1
    found = (month_at(tokens, j) or quarter_at(tokens, j)) if side in ("dau", "cuoi", "sau") else None
    if found is None:
        return None
    point, after = found
    if side != "dau":
        return point._replace(doubts=(*point.doubts, "vague-part")), after
    half = of_day(15, point.month - point.width // 2, point.year)
    return half._replace(shift=point.shift, doubts=(*point.doubts, "vague-part")), after


def _half_of_year(tokens: Tokens, width: int, j: int) -> Found | None:
    year, shift, end = year_at(tokens, j)
    if width not in (6, 9) or (year is None and shift is None) or tokens[j].word == ",":
        return None
    return Point(Span.HALF, width, width, year=year, shift=shift), end


def _year(tokens: Tokens, i: int) -> Found | None:
    """Read "Năm 2023", "2027", "năm sau"; and "năm" alone after "trong"."""
    if tokens[i].sort is Sort.YEAR:
        return of_year(tokens[i].numbers[0]), i + 1
    if tokens[i].word != "nam":
        return None
    if tokens[i + 1].sort is Sort.YEAR:
        return of_year(tokens[i + 1].numbers[0]), i + 2
    shift = shift_at(tokens, i + 1)
    if shift:
        return of_year(shift=shift[0]), shift[1]
    return (of_year(), i + 1) if i and tokens[i - 1].word == "trong" and tokens[i + 1].word != "hoc" else None
