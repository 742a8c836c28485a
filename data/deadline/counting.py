"""What a number or a word of time beside a date is: its year, a count, a section's number, or not understood."""

from typing import NamedTuple

from data.deadline.points import Point
from data.deadline.tokens import Line, Sort, Token
from data.words import phrases, rule


class Year(NamedTuple):
    """The year of a point as it is written: its number, or so many years on from the plan's ("năm sau" is 1)."""

    number: int | None
    shift: int | None = None

    def of(self, point: Point) -> Point:
        """The point in this year."""
        return point._replace(year=self.number, shift=self.shift)


@rule
def read_year_beside(line: Line) -> Year | None:
    """Read the year by a point: "/2025", "năm 2025", "năm sau"."""
    first, closed = line.word, line.at + 2
    while line.at < closed and (line.word in ("/", ",", "-", "cua") or _is_glue(line)):
        line.next()
    if line.here.sort is Sort.YEAR and not (first in (",", "-") and _continues(line.ahead(1))):
        return Year(line.next().numbers[0])
    if first == "/" and line.here.sort is Sort.NUMBER and 20 <= line.here.numbers[0] <= 99:
        return Year(2000 + line.next().numbers[0])
    if line.take("nam") is None:
        return None
    if line.here.sort is Sort.YEAR:
        return Year(line.next().numbers[0])
    shift = read_shift(line)
    return None if shift is None else Year(None, shift)


def _is_glue(line: Line) -> bool:
    """Whether a full stop ties a year to what is before it: "Quý IV.2024"."""
    return line.word == "." and line.near(1).start == line.here.end


def _continues(line: Line) -> bool:
    """Whether a further year follows, so that the one before belongs to a list or range of years."""
    return line.word in ("-", ",", "va", "den") and line.near(1).sort is Sort.YEAR


@rule
def read_shift(line: Line) -> int | None:
    """Read "sau", "trước", "nay" after "năm" as 1, -1, 0 years from the plan's."""
    line.take("duong lich", "tai chinh")
    linked = line.take("lien ke", "lien", "ke")
    for shift, table in _SHIFTS:
        look = line.ahead()
        if look.phrase(table) and look.word not in ("khi", "ngay", "thang") and not look.here.numbers:
            line.at = look.at
            line.take("lien ke", "ke tiep")
            return shift
    return 1 if linked in ("lien ke", "lien") else None


_SHIFTS = (
    (1, phrases("tiep theo", "ke tiep", "tiep", "sau", "toi")),
    (-1, phrases("truoc", "ngoai")),
    (0, phrases("nay", "bao cao", "ke hoach", "hien tai", "do")),
)


def is_count(line: Line) -> bool:
    """Whether the number here counts something ("02 tháng", "10 ngày làm việc") instead of naming it."""
    word, then = line.near(1).word, line.near(2)
    if word == "thang":
        return then.sort not in (Sort.NUMBER, Sort.MONTH_YEAR) and not then.numbers
    if word == "nam":
        stretch = line.ahead(3).sees("-", "den")
        return (then.sort is not Sort.YEAR or stretch) and read_shift(line.ahead(2)) is None
    return word in _COUNTED or word == "%"


def is_glued(line: Line) -> bool:
    """Whether the date here hangs on a letter or two that are no word of time: "H1/2026", "K15/2025"."""
    before = line.near(-1)
    if before.sort is not Sort.WORD or before.end != line.here.start:
        return False
    return before.end - before.start <= 2 and before.word not in ("t", "q", "la", "tu", "va", "vao")


def is_dotted_day(line: Line) -> bool:
    """Whether "30.6" is a day and a month, and no section's number ("1.2 Xây dựng …") or decimal ("7.5 điểm")."""
    if line.here.sort is not Sort.DOTTED:
        return False
    before, after = line.near(-1), line.near(1)
    if before.word in _BEFORE_DAY:
        return True
    opens = before.sort is Sort.END or before.word in (";", ".")
    if opens and after.word in (".", ")", ":", "-") and line.near(2).sort is Sort.WORD:
        return False
    beside = before.sort in (Sort.END, Sort.MARK, Sort.CLOCK, Sort.DOTTED)
    return beside and (after.sort in (Sort.END, Sort.MARK) or after.word in _AFTER_DAY)


_BEFORE_DAY = frozenset([
    "ngay", "truoc", "den", "tu", "nhat", "hon", "qua", "la", "vao", "toi", "het", "kien", "han", "cuoi", "sang",
    "chieu", "dip", "thanh", "xong", "va", "hoac", "trong",
])  # fmt: skip
_AFTER_DAY = frozenset(["hang", "moi", "nam", "den", "toi", "va", "hoac", "tro"])
_COUNTED = frozenset(["ngay", "thang", "tuan", "nam", "gio", "lan", "phut", "nguoi", "ho", "so", "don", "vi"])


def is_leftover(line: Line) -> bool:
    """Whether the token here, which no rule took, looks like time; "02 tin, bài" and "thứ Năm" only have its look."""
    token = line.here
    if token.sort in (Sort.NUMBER, Sort.DOTTED):
        return not _names_thing(line.near(1))
    if token.sort is Sort.WORD:
        return token.word in _TIME_WORDS and line.near(-1).word != "thu" and not is_occasion(line)
    return token.sort is not Sort.CODE


def is_occasion(line: Line) -> bool:
    """Whether a word of time only names a thing: "Tháng hành động", "Tuần lễ", "Năm Du lịch"."""
    return line.word in _TIME_WORDS and _names_thing(line.near(1))


def _names_thing(token: Token) -> bool:
    return token.sort is Sort.WORD and not token.numbers and token.word not in _TIME_WORDS | _PERIOD_WORDS


_TIME_WORDS = frozenset(["thang", "quy", "qui", "nam", "tuan"])
# What may go on a piece of time that the grammar does not read.
_PERIOD_WORDS = frozenset([
    "", "ngay", "dau", "cuoi", "giua", "sau", "truoc", "nay", "toi", "tiep", "ke", "lien", "thu", "hoc", "do", "cua",
    "hang", "moi", "cac", "den", "va", "trong", "tu", "i", "ii", "iii", "iv", "v", "vi", "am", "now",
])  # fmt: skip
