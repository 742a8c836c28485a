"""One walk over the tokens: what the cell names, in order, and how the words before each date relate it to the work."""

from dataclasses import dataclass, field
from enum import StrEnum

from data.deadline.cadences import Cycle, cycle_at, lasting_at
from data.deadline.conditions import Condition, citation_at, condition_at, is_ground, ordinal_at, sentence_ends
from data.deadline.dates import point_at, weekdays_at
from data.deadline.kinds import Cadence, Span
from data.deadline.numbers import Tokens, is_count, is_glued, is_leftover, is_occasion, phrase_at, phrases, words_at
from data.deadline.periods import Named, named_days_at, report_periods_at
from data.deadline.points import Point
from data.deadline.series import Series, series_at
from data.deadline.tokens import Sort


class Relation(StrEnum):
    """How the words before a date relate it to the work."""

    ON = "on"
    WITHIN = "within"
    BY = "by"
    BEFORE = "before"
    FROM = "from"
    AFTER = "after"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Where:
    """Where in the cell an item stands."""

    at: int
    sentence: int
    bracketed: bool
    relation: Relation
    worded: bool = False  # a word of no time stands right before it
    topic: bool = False  # the date belongs to a noun: "Báo cáo quý I", "Kế hoạch năm 2026"


RELATION_WORDS = (
    (Relation.BEFORE, phrases("truoc")),
    (Relation.BY, phrases("cham nhat la", "cham nhat vao", "cham nhat den", "cham nhat", "muon nhat", "tre nhat",
                          "khong qua", "khong muon hon", "khong tre hon", "khong cham hon", "han chot", "han cuoi",
                          "thoi han", "cho den het", "den het", "cho den", "den", "toi")),
    (Relation.FROM, phrases("bat dau trien khai tu", "bat dau thuc hien tu", "bat dau tu", "bat dau", "ke tu", "tu")),
    (Relation.AFTER, phrases("sau")),
    (Relation.PLANNED, phrases("du kien")),
    (Relation.WITHIN, phrases("trong khoang thoi gian", "trong khoang", "trong", "vao")),
)  # fmt: skip


@dataclass(slots=True)
class Scan:
    """What one walk has found so far; every list is in the order of the cell."""

    tokens: Tokens
    series: list[tuple[Series, Where]] = field(default_factory=list)
    cycles: list[tuple[Cycle, Where]] = field(default_factory=list)
    named: list[tuple[Named, Where]] = field(default_factory=list)
    reports: list[tuple[tuple[Point, ...], Where]] = field(default_factory=list)
    conditions: list[tuple[Condition, Where]] = field(default_factory=list)
    weekdays: list[tuple[tuple[int, ...], Where]] = field(default_factory=list)
    lasting: Cadence | None = None  # how often the work goes on after its first time
    restated_at: int = -1
    clock: tuple[int, int] | None = None
    counts: int = 0
    contrasts: int = 0  # "đối với …", which gives each its own time
    leftovers: int = 0
    phases: int = 0  # "Đợt 1:", "Lần 2:", which number the times of one cell
    occasions: int = 0  # "Tháng hành động …", "Tuần lễ …"
    doubts: list[str] = field(default_factory=list)
    relation: Relation = Relation.ON
    used: bool = False  # whether the relation has met its date
    sentence: int = 0
    depth: int = 0
    words: int = 0  # words of no time since the sentence began
    last_word: int = -1


def scan(tokens: Tokens) -> Scan:
    """Walk over the tokens once; each rule either takes some of them or leaves them to the next."""
    found, i = Scan(tokens), 0
    while tokens[i].sort is not Sort.END:
        i = next(after for rule in _RULES if (after := rule(found, i)) > i)
    return found


def _here(found: Scan, i: int, *, topic: bool = False) -> Where:
    return Where(i, found.sentence, found.depth > 0, found.relation, found.last_word == i - 1 and i > 0, topic)


def _boundary(found: Scan, i: int) -> int:
    word = found.tokens[i].word
    if word == "(":
        found.depth += 1
    elif word == ")":
        found.depth = max(0, found.depth - 1)
    elif sentence_ends(found.tokens, i):
        found.sentence += 1
        found.relation, found.used, found.words = Relation.ON, False, 0
    else:
        return 0
    return i + 1


def _bullet(found: Scan, i: int) -> int:
    """A number that only counts the lines of the cell: "1. Tháng 6", "2) Quý III", "1.2. Năm 2025"."""
    numbers = found.tokens[i].sort in (Sort.NUMBER, Sort.DOTTED) and found.tokens[i + 1].word in (".", ")")
    if found.words or not numbers:
        return 0
    starts = i == 0 or sentence_ends(found.tokens, i - 1)
    return i + 2 if starts and found.tokens[i + 2].start > found.tokens[i + 1].end else 0


def _lasting(found: Scan, i: int) -> int:
    lasting = lasting_at(found.tokens, i)
    if lasting is None:
        return 0
    found.lasting = found.lasting or lasting[0]
    return lasting[1]


def _restated(found: Scan, i: int) -> int:
    """Read "tức ngày", "cụ thể": what follows replaces what was said before it."""
    after = words_at(found.tokens, i, "tuc la", "nghia la", "cu the la", "cu the")
    if words_at(found.tokens, i, "tuc") and (found.tokens[i + 1].word == "ngay" or found.tokens[i + 1].numbers):
        after = i + 1
    if after and found.tokens[after].word != "hoa" and found.tokens[i - 1].word not in ("tiep", "lien"):
        found.restated_at = i
        found.relation, found.used = Relation.ON, False
        return after
    return 0


def _other_time(found: Scan, i: int) -> int:
    """Pass over "tầm nhìn đến năm 2045" and "chuyển từ tháng 4", which are no time of the work."""
    j = phrase_at(found.tokens, i, _OTHER_TIMES)
    series = series_at(found.tokens, words_at(found.tokens, j, "den het", "den") or j) if j else None
    if series is None:
        return 0
    found.doubts.append("passed-over")
    return series.after


def _citation(found: Scan, i: int) -> int:
    return citation_at(found.tokens, i)


def _report_periods(found: Scan, i: int) -> int:
    """Read cumulative report periods: "quý I, 6 tháng, 9 tháng, năm"."""
    points, after = report_periods_at(found.tokens, i)
    if not points:
        return 0
    found.reports.append((points, _here(found, i)))
    return after


def _named_days(found: Scan, i: int) -> int:
    named = named_days_at(found.tokens, i)
    if named is None:
        return 0
    found.named.append((named, _here(found, i)))
    found.used = True
    return named.after


def _cycle(found: Scan, i: int) -> int:
    cycle = cycle_at(found.tokens, i)
    if cycle is None:
        return 0
    if found.tokens[i].word == "bao" and found.tokens[cycle.after].word == "tu":
        return cycle.after  # only says whose window it is: "Báo cáo năm từ ngày … đến ngày …"
    if i and found.tokens[i - 1].word in ("dau", "giua"):
        found.doubts.append("vague-part")
    found.cycles.append((cycle, _here(found, i)))
    return cycle.after


def _weekdays(found: Scan, i: int) -> int:
    """Keep a weekday that stands apart from its "hằng tuần"; by a date it only tells which day that is."""
    days, after = weekdays_at(found.tokens, i)
    if not days:
        return 0
    found.weekdays.append((days, _here(found, i)))
    return after


def _condition(found: Scan, i: int) -> int:
    condition = condition_at(found.tokens, i)
    if condition is None or condition.after <= i:
        return 0
    if is_ground(found.tokens, i, condition):
        found.doubts.append("passed-over")
        return condition.after
    if condition.offset and found.series and found.tokens[i].numbers and found.tokens[i - 1].word in ("-", "(", ","):
        return condition.after  # only explains the date before it: "(… - 40 ngày trước bầu cử)"
    if (
        condition.offset
        and found.tokens[condition.after].word in _GLOSS
        and point_at(found.tokens, condition.after + 1)
    ):
        found.doubts.append("restated")
        return condition.after  # is explained by the date after it: "105 ngày trước ngày bầu cử (30/11/2025)"
    if words_at(found.tokens, i, "sau") and found.words and found.series:
        condition = condition._replace(attribute=True)
    if found.depth and found.series and words_at(found.tokens, i, "truoc"):
        condition = condition._replace(attribute=True)
    if condition.attribute and found.words == 0:
        condition = condition._replace(attribute=bool(found.series or found.cycles or found.named))
    if words_at(found.tokens, i, "neu co", "neu can", "neu phat sinh"):
        condition = condition._replace(first=_clause_start(found, i))
    found.conditions.append((condition, _here(found, i)))
    return condition.after


def _clause_start(found: Scan, i: int) -> int:
    j = i
    while j and not sentence_ends(found.tokens, j - 1):
        j -= 1
        if i - j > 40:
            break
    taken = [where.at for _, where in (*found.series, *found.cycles, *found.named) if where.at >= j]
    return i if taken else j


def _relation(found: Scan, i: int) -> int:
    if after := words_at(found.tokens, i, "tu nay cho den", "tu nay den", "now tu nay den"):
        found.doubts.append("from-now")
        found.relation, found.used = Relation.BY, False
        return after
    if after := words_at(found.tokens, i, "som nhat la", "som nhat vao", "som nhat", "khong som hon"):
        found.doubts.append("earliest")
        return after
    for relation, table in RELATION_WORDS:
        after = phrase_at(found.tokens, i, table)
        if after:
            _relate(found, relation, after)
            return after
    return 0


def _relate(found: Scan, relation: Relation, after: int) -> None:
    token = found.tokens[after]
    if relation is Relation.BEFORE and (token.sort is Sort.CLOCK or token.word in ("cuoi", "giua", "het")):
        if token.sort is not Sort.CLOCK:
            found.doubts.append("day-before")
        relation = Relation.BY
    if relation is Relation.BEFORE and found.relation is Relation.BY and not found.used:
        found.doubts.append("contradiction")
    if relation is Relation.WITHIN and not found.used and found.relation is not Relation.ON:
        return
    found.relation, found.used = relation, False


def _series(found: Scan, i: int) -> int:
    series = series_at(found.tokens, i)
    if series is None:
        return 0
    found.doubts += ["glued"] * is_glued(found.tokens, i)
    found.series.append((series, _here(found, i, topic=_is_topic(found, i, series))))
    found.used = True
    if found.relation in (Relation.FROM, Relation.PLANNED, Relation.AFTER):
        found.relation = Relation.ON
    return series.after


def _is_topic(found: Scan, i: int, series: Series) -> bool:
    """Whether the date only tells which report or plan is meant; such a noun stands right before it."""
    if found.relation not in (Relation.ON, Relation.WITHIN) or found.depth or found.last_word != i - 1 or i == 0:
        return False
    coarse = all(point.span is Span.YEAR for point in series.points)
    return coarse or any(phrase_at(found.tokens, j, _TOPICS) == i for j in range(max(0, i - 3), i))


def _clock(found: Scan, i: int) -> int:
    token = found.tokens[i]
    if token.sort is not Sort.CLOCK or token.numbers[0] > 24:
        return 0
    found.clock = token.numbers[0], token.numbers[1]
    return i + 1


def _ordinal(found: Scan, i: int) -> int:
    after = ordinal_at(found.tokens, i)
    if after and found.tokens[after].word == ":" and found.tokens[i].word in _PHASES:
        found.phases += 1
    return after


def _count(found: Scan, i: int) -> int:
    if found.tokens[i].sort is not Sort.NUMBER or not is_count(found.tokens, i):
        return 0
    found.counts += found.tokens[i + 1].word in ("ngay", "thang", "tuan", "nam", "gio")
    return i + 2


def _filler(found: Scan, i: int) -> int:
    token = found.tokens[i]
    if words_at(found.tokens, i, "am lich"):
        found.doubts.append("lunar")
    if token.word == "hoac":
        found.doubts.append("either-or")
    if token.sort is not Sort.MARK and token.word not in _LIGHT:
        found.leftovers += is_leftover(found.tokens, i)
        found.occasions += is_occasion(found.tokens, i)
        found.contrasts += bool(words_at(found.tokens, i, "doi voi"))
        found.words += 1
        found.last_word = i
        if found.used:
            found.relation, found.used = Relation.ON, False
    return i + 1


_LIGHT = frozenset(["ngay", "va", "la", "vao", "luc", "cua", "gom", "hoac", "giai", "doan", "hoan", "thanh", "xong"])
_OTHER_TIMES = phrases(
    "tam nhin", "dinh huong", "huong toi", "chuyen tu", "lui tu", "doi tu", "dieu chinh tu", "thay vi", "thay cho",
)  # fmt: skip
_PHASES = frozenset(["dot", "lan", "ky", "giai", "buoc"])
_GLOSS = frozenset(["(", "-", ","])
_TOPICS = phrases(
    "bao cao", "bao cao ket qua", "so lieu", "ke hoach", "tong ket", "so ket", "nhiem vu", "du toan",
    "chuong trinh", "ket qua", "cong tac", "bao cao so ket", "bao cao tong ket",
)  # fmt: skip
_RULES = (
    _boundary, _bullet, _lasting, _restated, _other_time, _citation, _report_periods, _named_days, _cycle, _condition,
    _relation, _weekdays, _ordinal, _series, _clock, _count, _filler,
)  # fmt: skip
