"""What a number or a word of time beside a date is: its year, a count, a section's number, or not understood."""

from functools import cache

from data.deadline.tokens import Sort, Token

Tokens = list[Token]


Phrases = dict[str, list[tuple[str, ...]]]  # by their first words


def phrases(*texts: str) -> Phrases:
    """Make a table of phrases for `phrase_at`; of those with one first word, the one written first is tried first."""
    table: Phrases = {}
    for text in texts:
        first, *rest = text.split()
        table.setdefault(first, []).append(tuple(rest))
    return table


def phrase_at(tokens: Tokens, i: int, table: Phrases) -> int:
    """Give the place after the first phrase of the table that stands at `i`, else 0."""
    for rest in table.get(tokens[i].word, ()):
        j = i + 1
        for part in rest:
            if tokens[j].word != part:
                break
            j += 1
        else:
            return j
    return 0


def words_at(tokens: Tokens, i: int, *texts: str) -> int:
    """Give the place after the first of a few phrases that stands at `i`, else 0."""
    return phrase_at(tokens, i, _tables(texts)) if tokens[i].word else 0


@cache  # of the grammar's own lists of phrases, a few hundred
def _tables(texts: tuple[str, ...]) -> Phrases:
    return phrases(*texts)


def small_at(tokens: Tokens, i: int, top: int) -> tuple[int, int] | None:
    """Read a number from 1 to `top`, in digits or in letters ("mười hai")."""
    token = tokens[i]
    if token.sort not in (Sort.NUMBER, Sort.WORD) or not token.numbers:
        return None
    number, after = token.numbers[0], i + 1
    if number == 10 and token.sort is Sort.WORD and tokens[after].numbers in ((1,), (2,)):
        number, after = 10 + tokens[after].numbers[0], after + 1
    return (number, after) if 1 <= number <= top else None


def is_count(tokens: Tokens, i: int) -> bool:
    """Whether the number at `i` counts something ("02 tháng", "10 ngày làm việc") instead of naming it."""
    word, then = tokens[i + 1].word, tokens[i + 2]
    if word == "thang":
        return then.sort not in (Sort.NUMBER, Sort.MONTH_YEAR) and not then.numbers
    if word == "nam":
        stretch = words_at(tokens, i + 3, "-", "den")
        return (then.sort is not Sort.YEAR or stretch > 0) and not shift_at(tokens, i + 2)
    return word in _COUNTED or word == "%"


def is_glued(tokens: Tokens, i: int) -> bool:
    """Whether a date hangs on a letter or two that are no word of time: "H1/2026", "K15/2025"."""
    before = tokens[i - 1] if i else None
    if before is None or before.sort is not Sort.WORD or before.end != tokens[i].start:
        return False
    return before.end - before.start <= 2 and before.word not in ("t", "q", "la", "tu", "va", "vao")


def is_dotted_day(tokens: Tokens, i: int) -> bool:
    """Whether "30.6" is a day and a month, and no section's number ("1.2 Xây dựng …") or decimal ("7.5 điểm")."""
    if tokens[i].sort is not Sort.DOTTED:
        return False
    before, after = tokens[i - 1] if i else None, tokens[i + 1]
    if before and before.word in _BEFORE_DAY:
        return True
    opens = before is None or before.word in (";", ".")
    if opens and after.word in (".", ")", ":", "-") and tokens[i + 2].sort is Sort.WORD:
        return False
    beside = before is None or before.sort in (Sort.MARK, Sort.CLOCK, Sort.DOTTED)
    return beside and (after.sort in (Sort.END, Sort.MARK) or after.word in _AFTER_DAY)


_BEFORE_DAY = frozenset([
    "ngay", "truoc", "den", "tu", "nhat", "hon", "qua", "la", "vao", "toi", "het", "kien", "han", "cuoi", "sang",
    "chieu", "dip", "thanh", "xong", "va", "hoac", "trong",
])  # fmt: skip
_AFTER_DAY = frozenset(["hang", "moi", "nam", "den", "toi", "va", "hoac", "tro"])
_COUNTED = frozenset(["ngay", "thang", "tuan", "nam", "gio", "lan", "phut", "nguoi", "ho", "so", "don", "vi"])


def year_at(tokens: Tokens, i: int) -> tuple[int | None, int | None, int]:
    """Read the year by a point: a number, or a shift from the plan's ("năm sau"), and where it ends."""
    j = i
    while j < i + 2 and (tokens[j].word in ("/", ",", "-", "cua") or _is_glue(tokens, j)):
        j += 1
    if tokens[j].sort is Sort.YEAR and not (tokens[i].word in (",", "-") and _continues(tokens, j + 1)):
        return tokens[j].numbers[0], None, j + 1
    if tokens[i].word == "/" and tokens[j].sort is Sort.NUMBER and 20 <= tokens[j].numbers[0] <= 99:
        return 2000 + tokens[j].numbers[0], None, j + 1
    if tokens[j].word != "nam":
        return None, None, i
    if tokens[j + 1].sort is Sort.YEAR:
        return tokens[j + 1].numbers[0], None, j + 2
    shift = shift_at(tokens, j + 1)
    return (None, shift[0], shift[1]) if shift else (None, None, i)


def _is_glue(tokens: Tokens, i: int) -> bool:
    """Whether a full stop ties a year to what is before it: "Quý IV.2024"."""
    return tokens[i].word == "." and tokens[i + 1].start == tokens[i].end


def _continues(tokens: Tokens, i: int) -> bool:
    """Whether a further year follows, so that the one before belongs to a list or range of years."""
    return tokens[i].word in ("-", ",", "va", "den") and tokens[i + 1].sort is Sort.YEAR


def shift_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read "sau", "trước", "nay" after "năm" as 1, -1, 0 years from the plan's."""
    i = words_at(tokens, i, "duong lich", "tai chinh") or i
    start = words_at(tokens, i, "lien ke", "lien", "ke") or i
    for shift, table in _SHIFTS:
        after = phrase_at(tokens, start, table)
        if after and tokens[after].word not in ("khi", "ngay", "thang") and not tokens[after].numbers:
            return shift, words_at(tokens, after, "lien ke", "ke tiep") or after
    return (1, start) if start > i and tokens[i].word == "lien" else None


_SHIFTS = (
    (1, phrases("tiep theo", "ke tiep", "tiep", "sau", "toi")),
    (-1, phrases("truoc", "ngoai")),
    (0, phrases("nay", "bao cao", "ke hoach", "hien tai", "do")),
)


_TIME_WORDS = frozenset(["thang", "quy", "qui", "nam", "tuan"])
# What may go on a piece of time that the grammar does not read.
_PERIOD_WORDS = frozenset([
    "", "ngay", "dau", "cuoi", "giua", "sau", "truoc", "nay", "toi", "tiep", "ke", "lien", "thu", "hoc", "do", "cua",
    "hang", "moi", "cac", "den", "va", "trong", "tu", "i", "ii", "iii", "iv", "v", "vi", "am", "now",
])  # fmt: skip


def is_leftover(tokens: Tokens, i: int) -> bool:
    """Whether an unread token looks like time; "02 tin, bài" and "thứ Năm" only have its look."""
    token = tokens[i]
    if token.sort in (Sort.NUMBER, Sort.DOTTED):
        return not _names_thing(tokens[i + 1])
    if token.sort is Sort.WORD:
        return token.word in _TIME_WORDS and tokens[i - 1].word != "thu" and not is_occasion(tokens, i)
    return token.sort is not Sort.CODE


def is_occasion(tokens: Tokens, i: int) -> bool:
    """Whether a word of time only names a thing: "Tháng hành động", "Tuần lễ", "Năm Du lịch"."""
    return tokens[i].word in _TIME_WORDS and _names_thing(tokens[i + 1])


def _names_thing(token: Token) -> bool:
    return token.sort is Sort.WORD and not token.numbers and token.word not in _TIME_WORDS | _PERIOD_WORDS
