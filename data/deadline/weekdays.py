"""Tokens to weekdays and to the weeks of a month: "thứ Sáu hằng tuần", "thứ Sáu tuần cuối của tháng"."""

from data.deadline.looking import Tokens, phrase_at, phrases, small_at, words_at
from data.deadline.tokens import Sort

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
