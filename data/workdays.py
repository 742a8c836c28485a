"""Working days of Viet Nam's state offices (ngày làm việc): weekends, holidays, swapped days, late announcements."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path

import holidays

from data.refusals import CalendarUnreadable

SHIPPED = Path(__file__).parent / "calendar" / "viet-nam.tsv"
HEADER = ("day", "kind", "source")
WORKING_BY_KIND = {"off": False, "work": True}
ONE_DAY = timedelta(days=1)


class Workdays:
    """The working calendar: the `holidays` package's Viet Nam, with `announced` (day → is it worked) over it."""

    def __init__(self, announced: Mapping[date, bool]) -> None:
        self._holidays = _viet_nam()
        self._known = dict(announced)

    def is_working(self, day: date) -> bool:
        """Whether the offices work on `day`; worked Saturdays are working days."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = self._holidays.is_working_day(day)
        return known

    def on_or_after(self, day: date) -> date:
        """`day` itself, or the next working day."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """`day` itself, or the previous working day."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def shift(self, day: date, days: int) -> date:
        """The `days`-th working day after `day`, or before it where negative; 0 gives `day` itself."""
        step = ONE_DAY if days > 0 else -ONE_DAY
        for _ in range(abs(days)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def until(self, today: date, due: date) -> int:
        """How many working days come after `today` up to and including `due`; negative when `due` is past."""
        first, last = sorted((today, due))
        count = sum(self.is_working(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
        return count if due >= today else -count


def workdays(late: Path | None = None) -> Workdays:
    """The calendar with the announcements we ship and, over them, those of the office's own file `late`.

    Both are UTF-8 tables of day, off|work, source, separated by tabs; blank lines and lines from # are passed over.

    Raises:
        CalendarUnreadable: a file is not there or has a line of another form.
    """
    announced = _announced(SHIPPED)
    if late is not None:
        announced |= _announced(late)
    return Workdays(announced)


def _viet_nam() -> holidays.HolidayBase:
    """Viet Nam's module of the package alone: asked for a country it loads all 260, 8 MB and 50 ms of each start."""
    found = PathFinder.find_spec("vietnam", [str(Path(holidays.__file__).parent / "countries")])
    if found is None or found.loader is None:  # a version that is laid out in another way
        return holidays.country_holidays("VN")
    module = module_from_spec(found)
    found.loader.exec_module(module)
    calendar: holidays.HolidayBase = module.Vietnam()
    return calendar


def _announced(path: Path) -> dict[date, bool]:
    found: dict[date, bool] = {}
    for number, line in _lines(path):
        day, working = _entry(path, number, line)
        if found.setdefault(day, working) is not working:
            raise CalendarUnreadable(path=str(path), line=number, detail=line)
    return found


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CalendarUnreadable(path=str(path), detail=getattr(error, "strerror", None) or str(error)) from error
    for number, line in enumerate(text.splitlines(), start=1):
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if line.strip() and not line.startswith("#") and cells != HEADER:
            yield number, line


def _entry(path: Path, number: int, line: str) -> tuple[date, bool]:
    try:
        day, kind, _source = (cell.strip() for cell in line.split("\t"))
        return date.fromisoformat(day), WORKING_BY_KIND[kind]
    except (ValueError, KeyError) as error:
        raise CalendarUnreadable(path=str(path), line=number, detail=line) from error
