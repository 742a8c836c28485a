"""Which period an office's line names, counted as reports are: "quý vừa rồi", "6 tháng đầu năm", "q1". Pure."""

import re
from datetime import date

from data.period import month, report_quarter

_NUMBERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "1": 1, "2": 2, "3": 3, "4": 4,
}  # fmt: skip
_YEAR = r"(?:\s*(?:/|nam|-)?\s*(?P<{}>20\d\d))?(?![\w/])"
_NAMED = re.compile(
    r"(?:(?:ky|trong) )*(?:"
    r"(?:quy|q)\s*(?P<quarter>[1-4](?!\d)|iv|i{1,3}|mot|hai|ba|bon|tu)" + _YEAR.format("of_quarter")
    + r"|(?:thang|t)\s?(?P<month>1[0-2]|0?[1-9])" + _YEAR.format("of_month")
    + r"|(?:6|sau)\s?thang(?!\s*\d|\s+nua)(?:\s+(?P<half>dau|cuoi)(?:\s+nam)?)?" + _YEAR.format("of_half")
    + r"|nua\s+(?P<nua>dau|cuoi)\s+nam" + _YEAR.format("of_nua")
    + r"|(?:ca\s+)?nam\s+(?P<year>20\d\d)(?![\w/])"
    + r"|(?P<what>quy|ky|thang|nam)(?:\s+bao cao)?\s+(?P<which>vua roi|vua qua|truoc|da qua|nay|hien tai|sau|toi"
    r"|(?<!nam )(?:roi|qua)|ngoai)(?![^\W_])"
    + r"|(?P<whole>ca nam|(?:tu )?dau nam(?: den nay| toi nay| den gio| toi gio)"
    r"|(?:het|cuoi) nam(?! \d)(?: nay)?)(?![^\W_]))"
)  # fmt: skip
_HERE = {"nay", "hien tai"}


def period_at(plain: str, at: int, today: date) -> tuple[str | None, int]:
    """The key of the period that is named at a place of a folded line, and where it ends; None where none is.

    The key is empty for one that runs, as "kỳ này", which says no more than nothing does.
    """
    found = _NAMED.match(plain, at)
    if found is None or (at and plain[at - 1].isalnum()):
        return None, at
    return _key(found, today), found.end()


def _key(found: re.Match[str], today: date) -> str:
    named = found.groupdict()
    years = (named[name] for name in ("of_quarter", "of_month", "of_half", "of_nua", "year"))
    year = int(next(filter(None, years), today.year))
    if quarter := named["quarter"]:
        return f"{year}-Q{_NUMBERS[quarter]}"
    if number := named["month"]:
        return f"{year}-{int(number):02}"
    if named["what"]:
        return _relative(named["what"], named["which"], today)
    if named["year"] or named["whole"]:
        return str(year)
    return f"{year}-H{2 if 'cuoi' in {named['half'], named['nua']} else 1}"


def _relative(what: str, which: str, today: date) -> str:
    steps = 0 if which in _HERE else 1 if which in {"sau", "toi"} else -1
    if what == "thang":
        index = today.year * 12 + today.month - 1 + steps
        return month(index // 12, index % 12 + 1).key
    if what == "nam":
        return str(today.year + steps)
    if steps == 0:
        return ""
    index = _running(today) + steps
    return report_quarter(index // 4, index % 4 + 1).key


def _running(today: date) -> int:
    """The quarter that runs as reports count, by the quarters since the year 0."""
    index = today.year * 4
    while today not in report_quarter(index // 4, index % 4 + 1):
        index += 1
    return index
