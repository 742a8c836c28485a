"""One walk over the tokens: what the cell names, in order, and how the words before each date relate it to the work."""

from collections.abc import Callable, Iterable

from data.deadline.cadences import read_cycle, read_lasting, read_weekdays
from data.deadline.conditions import (
    Condition,
    begins_limit,
    is_ground,
    read_citation,
    read_condition,
    read_ordinal,
    sentence_ends,
)
from data.deadline.dates import read_lunar, read_point
from data.deadline.periods import read_named, read_reports
from data.deadline.points import is_count, is_glued, is_leftover, is_occasion
from data.deadline.relations import OTHER_TIMES, TOPICS, Relation, Scan, Where, read_relation
from data.deadline.series import SERIES_WORDS, Series, read_series
from data.deadline.tokens import Line, Sort, Token
from data.deadline.values import Span
from data.words import openings


def scan(line: Line) -> Scan:
    """Walk along the tokens once; each rule either takes some of them or leaves them to the next."""
    found, tokens = Scan(line), line.tokens
    while (token := tokens[line.at]).sort is not Sort.END:
        at = line.at
        worded = not token.numbers and (token.sort is Sort.WORD or token.sort is Sort.MARK)
        for take in _BY_WORD.get(token.word, _NONE) if worded else _RULES:
            if take(found):
                break
            line.at = at
    return found


def _where(found: Scan, at: int, *, topic: bool = False) -> Where:
    worded = found.last_word == at - 1 and at > 0
    return Where(at, found.line.at, found.sentence, found.depth > 0, found.relation, worded, topic)


def _boundary(found: Scan) -> bool:
    line = found.line
    if line.word == "(":
        found.depth += 1
    elif line.word == ")":
        found.depth = max(0, found.depth - 1)
    elif sentence_ends(line):
        found.sentence += 1
        found.relation, found.used, found.words = Relation.ON, False, 0
    else:
        return False
    line.next()
    return True


def _bullet(found: Scan) -> bool:
    """A number that only counts the lines of the cell: "1. Tháng 6", "2) Quý III", "1.2. Năm 2025"."""
    line = found.line
    starts = not found.words and line.here.sort in (Sort.NUMBER, Sort.DOTTED) and sentence_ends(line.ahead(-1))
    if not starts or line.near(1).word not in (".", ")") or line.near(2).start <= line.near(1).end:
        return False
    line.at += 2
    return True


def _lasting(found: Scan) -> bool:
    lasting = read_lasting(found.line)
    if lasting and not found.lasting:
        found.lasting, found.lasting_in = lasting, found.sentence
    return lasting is not None


def _restated(found: Scan) -> bool:
    """Read "tức ngày", "cụ thể": what follows replaces what was said before it."""
    line, at = found.line, found.line.at
    said = line.take("tuc la", "nghia la", "cu the la", "cu the", "tuc")
    if said is None or (said == "tuc" and line.word != "ngay" and not line.here.numbers):
        return False
    if line.word == "hoa" or line.tokens[at - 1].word in ("tiep", "lien"):
        return False
    if read_lunar(line):
        return True  # only tells the moon's day of the date before it: "(tức ngày 26 tháng Chạp)"
    found.restated_at = at
    found.relation, found.used = Relation.ON, False
    return True


def _other_time(found: Scan) -> bool:
    """Pass over "tầm nhìn đến năm 2045" and "chuyển từ tháng 4", which are no time of the work."""
    if found.line.phrase(OTHER_TIMES) is None:
        return False
    found.line.take("den het", "den")
    if read_series(found.line) is None:
        return False
    found.doubts.append("passed-over")
    return True


def _citation(found: Scan) -> bool:
    return read_citation(found.line) is not None


def _reports(found: Scan) -> bool:
    """Read cumulative report periods: "quý I, 6 tháng, 9 tháng, năm"."""
    at = found.line.at
    points = read_reports(found.line)
    if points is None:
        return False
    found.reports.append((points, _where(found, at)))
    return True


def _named(found: Scan) -> bool:
    at = found.line.at
    named = read_named(found.line)
    if named is None:
        return False
    found.named.append((named, _where(found, at)))
    found.used = True
    return True


def _cycle(found: Scan) -> bool:
    line, at = found.line, found.line.at
    cycle = read_cycle(line)
    if cycle is None:
        return False
    if line.tokens[at].word == "bao" and line.word == "tu":
        return True  # only says whose window it is: "Báo cáo năm từ ngày … đến ngày …"
    if line.tokens[at - 1].word in ("dau", "giua"):
        found.doubts.append("vague-part")
    found.cycles.append((cycle, _where(found, at)))
    return True


def _weekdays(found: Scan) -> bool:
    """Keep a weekday that stands apart from its "hằng tuần"; by a date it only tells which day that is."""
    at = found.line.at
    days = read_weekdays(found.line)
    if days is None:
        return False
    found.weekdays.append((days, _where(found, at)))
    return True


def _condition(found: Scan) -> bool:
    line, begun = found.line, found.line.ahead()
    condition = read_condition(line)
    if condition is None or condition.after <= begun.at:
        return False
    if is_ground(begun, condition.after):
        found.doubts.append("passed-over")
        return True
    if condition.doubts in _CALENDARS and _dates(line.ahead()):
        found.doubts += condition.doubts
        found.relation, found.used = Relation.BEFORE if begun.word == "truoc" else Relation.ON, False
        return True
    if condition.offset and found.series and begun.here.numbers and begun.near(-1).word in _GLOSS:
        return True  # only explains the date before it: "(… - 40 ngày trước bầu cử)"
    if condition.offset and line.word in _GLOSS and read_point(line.ahead(1)):
        found.doubts.append("restated")
        return True  # is explained by the date after it: "105 ngày trước ngày bầu cử (30/11/2025)"
    condition = condition._replace(attribute=_is_attribute(found, condition, begun))
    if begun.sees("neu"):
        condition = _if_any(found, condition, begun)
    found.conditions.append((condition, _where(found, begun.at)))
    return True


def _dates(line: Line) -> bool:
    """Whether a season or a feast is dated right behind it: "Trước Tết (trước 10/02)", "Mùa vụ tháng 7 - 9"."""
    bracketed = line.take("(") is not None
    if bracketed:
        line.take("tu ngay", "tu")
    return begins_limit(line, separated=True) if bracketed else read_point(line) is not None


def _is_attribute(found: Scan, condition: Condition, line: Line) -> bool:
    """Whether a condition only describes the work or the date before it."""
    told = bool(found.series) and ((line.word == "sau" and found.words) or (found.depth and line.word == "truoc"))
    if not (condition.attribute or told):
        return False
    return bool(found.words or found.series or found.cycles or found.named)


def _if_any(found: Scan, condition: Condition, line: Line) -> Condition:
    """Read "nếu có" behind a date: the day stands, and what is only said of later times does not make it go on."""
    dated = any(where.sentence == found.sentence for _, where in found.series)
    if dated and found.lasting and found.lasting_in == found.sentence:
        found.lasting = None
        found.doubts.append("date-and-condition")
    return condition._replace(first=_clause_start(found, line.ahead()), attribute=dated or condition.attribute)


def _clause_start(found: Scan, line: Line) -> int:
    at = line.at
    while line.at and not sentence_ends(line.ahead(-1)):
        line.at -= 1
        if at - line.at > 40:
            break
    taken = [where.at for _, where in (*found.series, *found.cycles, *found.named) if where.at >= line.at]
    return at if taken else line.at


def _relation(found: Scan) -> bool:
    said = read_relation(found.line)
    if said is None:
        return False
    relation, doubt = said
    found.doubts += [doubt] * bool(doubt)
    if relation and doubt:
        found.relation, found.used = relation, False
    elif relation:
        _relate(found, relation)
    return True


def _relate(found: Scan, relation: Relation) -> None:
    token = found.line.here
    if relation is Relation.FROM and token.sort is Sort.CLOCK and token.numbers[0]:
        relation = Relation.ON  # an event from that hour on; what holds "từ 0 giờ ngày …" goes on
    if relation is Relation.BEFORE and (token.sort is Sort.CLOCK or token.word in ("cuoi", "giua", "het")):
        if token.sort is not Sort.CLOCK:
            found.doubts.append("day-before")
        relation = Relation.BY
    if relation is Relation.BEFORE and found.relation is Relation.BY and not found.used:
        found.doubts.append("contradiction")
    if relation is Relation.WITHIN and not found.used and found.relation is not Relation.ON:
        return
    found.relation, found.used = relation, False


def _series(found: Scan) -> bool:
    line, begun = found.line, found.line.ahead()
    series = read_series(line)
    if series is None:
        return False
    found.doubts += ["glued"] * is_glued(begun)
    found.series.append((series, _where(found, begun.at, topic=_is_topic(found, begun.at, series))))
    found.used = True
    for token in line.tokens[begun.at : line.at]:
        _keep_clock(found, token)  # "từ 8 giờ ngày 15/12 đến 17 giờ ngày 01/02": the last is that of the due day
    if found.relation in (Relation.FROM, Relation.PLANNED, Relation.AFTER):
        found.relation = Relation.ON
    return True


def _is_topic(found: Scan, at: int, series: Series) -> bool:
    """Whether the date only tells which report or plan is meant; such a noun stands right before it."""
    if found.relation not in (Relation.ON, Relation.WITHIN) or found.depth or found.last_word != at - 1 or at == 0:
        return False
    if all(point.span is Span.YEAR for point in series.points):
        return True
    nouns = [Line(found.line.tokens, start) for start in range(max(0, at - 3), at)]
    return any(noun.phrase(TOPICS) and noun.at == at for noun in nouns)


def _clock(found: Scan) -> bool:
    token = found.line.next()
    limit = found.relation in (Relation.BY, Relation.BEFORE) or found.line.near(-2).word in _DONE_BY
    if not _keep_clock(found, token):
        return False
    if found.begins is None and not limit and not found.clocks:
        found.begins = token.numbers[0], token.numbers[1]
    found.clocks += 1
    return True


def _keep_clock(found: Scan, token: Token) -> bool:
    if token.sort is not Sort.CLOCK or token.numbers[0] > 24:
        return False
    found.clock = token.numbers[0], token.numbers[1]
    return True


def _ordinal(found: Scan) -> bool:
    word = found.line.word
    if read_ordinal(found.line) is None:
        return False
    found.phases += found.line.word == ":" and word in _PHASES
    return True


def _count(found: Scan) -> bool:
    line = found.line
    if line.here.sort is not Sort.NUMBER or not is_count(line):
        return False
    found.counts += line.near(1).word in ("ngay", "thang", "tuan", "nam", "gio")
    line.at += 2
    return True


def _filler(found: Scan) -> bool:
    line, token = found.line, found.line.here
    found.doubts += ["lunar"] * line.sees("am lich") + ["either-or"] * (token.word == "hoac")
    if token.sort is not Sort.MARK and token.word not in _LIGHT:
        found.leftovers += is_leftover(line)
        found.occasions += is_occasion(line)
        found.contrasts += line.sees("doi voi")
        found.words += 1
        found.last_word = line.at
        if found.used:
            found.relation, found.used = Relation.ON, False
    line.next()
    return True


_DONE_BY = frozenset(["thanh", "xong", "cao", "gui", "nop"])
_LIGHT = frozenset(["ngay", "va", "la", "vao", "luc", "cua", "gom", "hoac", "giai", "doan", "hoan", "thanh", "xong"])
_PHASES = frozenset(["dot", "lan", "ky", "giai", "buoc"])
_CALENDARS = (("season",), ("lunar",))
_GLOSS = frozenset(["(", "-", ","])
# In the order in which they are tried, with the words that open each; a number or a date may open any.
_OPENED: tuple[tuple[Callable[[Scan], bool], Iterable[str]], ...] = (
    (_boundary, "();."), (_bullet, ()), (_lasting, openings(read_lasting)), (_restated, ("tuc", "nghia", "cu")),
    (_other_time, OTHER_TIMES), (_citation, openings(read_citation)), (_reports, openings(read_reports)),
    (_named, openings(read_named)), (_cycle, openings(read_cycle)), (_condition, openings(read_condition)),
    (_relation, openings(read_relation)), (_weekdays, openings(read_weekdays)), (_ordinal, openings(read_ordinal)),
    (_series, SERIES_WORDS), (_clock, ()), (_count, ()),
)  # fmt: skip
_NONE = (_filler,)
_RULES = (*(take for take, _ in _OPENED), _filler)
_BY_WORD = {
    word: (*(take for take, words in _OPENED if word in words), _filler)
    for word in {word for _, words in _OPENED for word in words}
}
