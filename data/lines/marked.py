"""What a line names in figures, each put aside under a word of its own: documents, links, days, periods, counts. Pure.

"xong 1 số 15/BC-UBND ngày 07/3, 3 tin" → "xong 1 zdoca , zcnta": what is left are words and the numbers of tasks.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import MAXYEAR, date
from functools import lru_cache
from typing import NamedTuple

from data.lines.days import day_ahead_at, day_of_paper
from data.lines.normal import MOST, normal
from data.lines.notes import documents_in
from data.lines.numbers import ALL_NOUNS, NO_NOUN, called
from data.period import half, month, quarter, year
from data.words import fold_in_place
from data.workdays import Workdays

THIS, LAST = "this", "last"
"""Keys of periods that are named by where we stand: "quý này", "kỳ trước"."""


class Thing(NamedTuple):
    """One of them: what it is, its value, and the day that a document bears."""

    kind: str
    value: str
    day: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A line in its normal form with marks, and what they stand for."""

    said: str
    things: dict[str, Thing] = field(default_factory=dict)

    def of(self, kind: str, text: str | None = None) -> tuple[Thing, ...]:
        """All of one kind that stand in the line or in a part of it."""
        found = _marks_in(self.said if text is None else text)
        return tuple(self.things[word] for word in found if word in self.things and self.things[word].kind == kind)


@lru_cache(maxsize=64)
def _marks_in(text: str) -> tuple[str, ...]:
    """Kept for a while, as each clause asks for those of the whole line."""
    return tuple(_MARK.findall(text))


_MARK = re.compile(r"\bz(?:doc|link|day|per|cnt)[a-z]{1,2}\b")


_LINK = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Capitals that are words here, and something else in small letters.
_CAPITALS = (
    (re.compile(r"(?<![\w/-])KH(?![\w/-])"), "kế hoạch"),
    (re.compile(r"(?:(?<=xin )|(?<=file )|(?<=bản )|(?<=ban ))kh\b(?! (?:c[oó]|ph[aả]i|đ|d))"), "kế hoạch"),
    (re.compile(r"\bkh\b(?= (?:s[oố]\b|truy[eề]n|tri[eể]n|tuy[eê]n|\d+/))"), "kế hoạch"),
    (re.compile(r"\b(?:CV|cv)\b(?= ?(?:s[oố] |\d+ ?/))"), "công văn"),
    (re.compile(r"(?<![\w/-])(?:VB|vb)(?![\w/-])"), "văn bản"),
    (re.compile(r"(?<![\w/-])QĐ(?![\w/-])"), "quyết định"),
)

_NUMBER_DAYS = re.compile(
    r"(?:\b(?:ngay|hom|mung) )?(?<![\d/.,-])(?:\d{1,2} ?/ ?\d{1,2}(?: ?/ ?(?:\d{4}|\d{2}))?(?![\w/])"
    r"|\d{1,2}[.-]\d{1,2}[.-]\d{4}(?!\w)|(?:\d{1,2}[.-]0[1-9]|(?:1[3-9]|2\d|3[01])[.-]1[0-2])[.-]\d{2}(?![\w.-])"
    r"|(?:1[3-9]|2\d|3[01])[.-](?:0?[1-9]|1[0-2])(?![\w.-])"
    r"|\d{1,2} thang \d{1,2}(?: nam \d{4})?(?!\w))|\b(?:ngay|hom|den|toi|vao|truoc) \d{1,2}[.-]\d{1,2}(?![\w.-])"
)
_FRACTION = re.compile(r"\b(?:duoc|dat|khoang|hon|gan|tam|xong) [1-4] ?/ ?[2-5]$")
_NEAR = 10  # letters before a day
_ONLY_DAY = re.compile(r"\d{1,2}(?: ?/ ?| thang |[.-])\d{1,2}.*")
_NAMED_DAYS = re.compile(
    r"(?<!viec )(?<!vu )(?<!v )\b(?:thu (?:[2-7]\b|hai|ba|tu|nam|sau|bay)|t[2-7] (?=tuan)|chu nhat|(?:ngay )?mai\b"
    r"|ngay kia\b|(?:cuoi|het) (?:thang|quy|tuan)\b|dau tuan (?:sau|toi)\b|mung \d|ngay \d{1,2}\b(?! ?ngay))"
)
_YEAR = r"(?: ?/ ?(?P<year>\d{4})| nam (?P<of>\d{4}))?"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERIODS = re.compile(
    rf"\b(?:(?:quy|quarter) ?(?P<quarter>[1-4]|iv|i{{1,3}})\b{_YEAR}|q(?P<q>[1-4])\b|(?P<first>quy dau(?: nam)?)"
    r"|(?:6|sau) thang (?P<half>dau|cuoi)(?: nam)?(?: (?P<halfyear>\d{4}))?"
    r"|thang (?P<month>1[0-2]|0?[1-9])\b(?: ?/ ?(?P<monthyear>\d{4})| nam (?P<monthof>\d{4}))?"
    r"|(?:quy|ky|dot) (?P<rel>nay|truoc|vua roi|vua qua|roi(?! (?:a|nhe|em|chi)))\b|(?:ca )?nam (?P<all>20\d\d)\b)"
)
_COUNT = re.compile(
    rf"(?<!\bviec )(?<!\bvu )(?<!\bmuc )(?<!\bvuong )(?<!\bgia han )(?<![\w/.,%-])(?P<number>\d{{1,3}}(?:\.\d{{3}})+"
    rf"|\d{{1,6}}) (?:cai |cau |so (?!tin|bai|luot))?(?P<noun>{ALL_NOUNS}|tin tren [a-z]+)"
    rf"(?![^\W_])(?! ?/|{NO_NOUN})(?<!\d bang(?= (?:khong|0)\b))"
)
# "Mỗi việc 2 tin" names no task 2.
_EACH = re.compile(rf"\b(?:moi|mỗi) (?:viec|nhiem vu|cai|muc) (?:co |duoc |la )?(?=\d{{1,4}} (?:{ALL_NOUNS})\b)")
# "tin: 3, bài: 2", where the number stands behind.
_TURNED = re.compile(
    r"\b(?P<noun>tin bai|tin|bai|phong su|chuyen muc|to roi|luot(?: phat(?: thanh)?)?) ?(?:la |: |= |- )?"
    r"(?P<number>\d{1,4})(?= [,;.]|$| va\b| (?:so )?(?:tin|bai|phong|luot|a\b|nhe))"
)


@lru_cache(maxsize=512)
def marked(text: str, today: date, workdays: Workdays | None) -> Marked:
    """Put aside what a line names in figures."""
    text = _SPOKEN_DAY.sub(_in_figures, unicodedata.normalize("NFC", text[:MOST]))
    for capitals, word in _CAPITALS:
        text = capitals.sub(word, text)
    things: dict[str, Thing] = {}
    for find in (_links, _documents, _days_of(today), _ahead_of(today, workdays), _periods_of(today)):
        text = _aside(text, list(find(text)), things)
    text = _WEEKDAY_BESIDE.sub(lambda found: _dated(found, things), text)
    return Marked(_CLOSING.sub("", _counted(normal(text), things)), things)


_ONES = (
    ("m[oộố]t", 1), ("hai|gi[eê]ng", 2), ("ba", 3), ("t[uư]|b[oố]n", 4), ("n[aă]m|l[aă]m", 5), ("s[aá]u", 6),
    ("b[aả]y", 7), ("t[aá]m", 8), ("ch[ií]n", 9),
)  # fmt: skip
_ONE = "|".join(words for words, _ in _ONES)
_TEN = "m[uư][oơờ]i"
# "Ngày hai mươi tư tháng ba", as it is spoken; "ba tháng một lần" is none.
_SPOKEN_DAY = re.compile(
    rf"(?<!\w)(?P<day>(?:(?:hai|ba) )?{_TEN}(?: (?:{_ONE}))?|(?:hai|ba) (?:{_ONE})|(?:(?<=ngày )|(?<=ngay )|(?<=mùng )"
    rf"|(?<=mung )|(?<=mồng )|(?<=mong ))(?:{_ONE}))(?P<between> th[aá]ng )"
    rf"(?P<month>{_TEN}(?: (?:m[oộ]t|hai))?|{_ONE}|\d{{1,2}})(?!\w)(?! l[aầ]n)",
    re.IGNORECASE,
)


def _in_figures(found: re.Match[str]) -> str:
    month = found["month"] if found["month"].isdecimal() else str(_figure(found["month"]))
    return f"{_figure(found['day'])}{found['between']}{month}"


def _figure(words: str) -> int:
    """The number up to 39 that is said: "hai mươi tư", "hai mốt"."""
    said = [next((number for each, number in _ONES if re.fullmatch(each, word)), 10) for word in words.lower().split()]
    if 10 in said:
        at = said.index(10)
        return (said[0] if at else 1) * 10 + sum(said[at + 1 :])
    return said[0] * 10 + said[1] if len(said) > 1 else said[0]


# Who closes with "có gì anh chị góp ý thêm" asks nothing.
_CLOSING = re.compile(
    r"(?:(?<= a)|(?<=\w)) ?[,.;] (?:neu )?co (?:gi|thieu sot(?: gi)?|van de gi|sai sot gi|cho nao|thac mac gi)"
    r"(?: (?:thieu|sai|sot|chua|dung|on|ro|dat|can|bo sung|sua|thi|mong|nho|xin|de nghi))*"
    r"(?: (?:anh|chi|a|em|cac|ban|dong|phong|sep|noi|vu|co|chu|bac)){1,5}"
    r" (?:gop y|nhac|bao|bảo|noi|alo|goi|lien he|chi bao|huong dan|phan hoi|trao doi|chi dao|giup)(?: [a-z]+){0,4}$"
    r"|(?<= a) co gi(?: (?:anh|chi|a|em|cac|ban|dong|phong|sep|co|chu|bac)){1,4} (?:gop y|nhac|phan hoi"
    r"|chi bao)(?: [a-z]+){0,3}$"
)
# "Thứ sáu 31/3" is one day; where the two are not the same both stay, and are asked about.
_WEEKDAY_BESIDE = re.compile(r"(?P<first>zday[a-z]+)(?P<between> *[,(]? *(?:ng[àa]y )? *)(?P<second>zday[a-z]+)( *\))?")


def _dated(found: re.Match[str], things: dict[str, Thing]) -> str:
    """Of a day of the week and its date, the date."""
    row = [(word, thing) for word in (found["first"], found["second"]) if (thing := things.get(word)) and thing.day]
    dated = [word for word, thing in row if re.search(r"\d ?[/.-] ?\d|thang", thing.words)]
    is_same = len({thing.day.weekday() for _, thing in row if thing.day}) == 1
    if len(row) == len(dated) or len(dated) != 1:
        return found[0]
    others = [word for word, _ in row if word != dated[0]]
    return f" {dated[0]} " if is_same else f" {' '.join([*dated, *others])} "


_Found = tuple[int, int, Thing]


def _aside(text: str, found: list[_Found], things: dict[str, Thing]) -> str:
    at, pieces = 0, []
    for start, end, thing in found:
        if start >= at:
            pieces += [text[at:start], f" {_put(thing, things)} "]
            at = end
    return "".join([*pieces, text[at:]])


def _put(thing: Thing, things: dict[str, Thing]) -> str:
    first, last = divmod(len(things), len(_LETTERS))
    word = f"z{thing.kind}{_LETTERS[first - 1] if first else ''}{_LETTERS[last]}"
    if first < len(_LETTERS):
        things[word] = thing
    return word


def _links(text: str) -> Iterator[_Found]:
    for found in _LINK.finditer(text):
        yield found.start(), found.end(), Thing("link", found[0].rstrip(".,;)"))


def _documents(text: str) -> Iterator[_Found]:
    for start, end, number, day in documents_in(text):
        yield start, end, Thing("doc", number, None, day)


def _days_of(today: date) -> Callable[[str], Iterator[_Found]]:
    def find(text: str) -> Iterator[_Found]:
        for found in _NUMBER_DAYS.finditer(fold_in_place(text)):
            if _FRACTION.search(fold_in_place(text[max(0, found.start() - _NEAR) : found.end()])):
                continue
            bare = _ONLY_DAY.search(found[0])
            words = re.sub(r" ?/ ?", "/", bare[0]) if bare else ""
            if re.search(r"\d[/.-]\d{1,2}[/.-]\d{2}$", words) and int(words[-2:]) + 2000 < today.year - 3:
                continue
            if day := day_of_paper(words, today) or day_of_paper(words.replace("-", "/").replace(".", "/"), today):
                yield found.start(), found.end(), Thing("day", day.isoformat(), day, found[0])

    return find


def _ahead_of(today: date, workdays: Workdays | None) -> Callable[[str], Iterator[_Found]]:
    def find(text: str) -> Iterator[_Found]:
        plain, at = fold_in_place(text), 0
        for found in _NAMED_DAYS.finditer(plain):
            if found.start() < at or workdays is None or _is_another_word(text, found):
                continue
            day, at = day_ahead_at(plain, found.start(), today, None, workdays)
            if day is not None:
                yield found.start(), at, Thing("day", day.isoformat(), day, plain[found.start() : at])

    return find


def _is_another_word(text: str, found: re.Match[str]) -> bool:
    """Whether it is somebody called Mai, a capital inside a sentence, or "mãi"."""
    typed, before = text[found.start() : found.end()], text[: found.start()].rstrip(" ")
    return "mãi" in typed.lower() or (typed == "Mai" and before[-1:].isalpha())


def _periods_of(today: date) -> Callable[[str], Iterator[_Found]]:
    def find(text: str) -> Iterator[_Found]:
        for found in _PERIODS.finditer(fold_in_place(text)):
            typed = text[found.start() : found.end()].lower()
            if (found["first"] and "đâu" in typed) or "thắng" in typed:
                continue
            if found["rel"] == "roi" and text[found.start() :][:2].lower() in {"ký", "ky"}:
                continue  # "sếp ký rồi"
            yield found.start(), found.end(), Thing("per", _key(found, today.year), None, found[0])

    return find


def _key(found: re.Match[str], this_year: int) -> str:
    of = int(next(filter(None, found.group("year", "of", "halfyear", "monthyear", "monthof", "all")), this_year))
    of = of if 1 <= of < MAXYEAR else this_year
    if found["rel"]:
        return THIS if found["rel"] == "nay" else LAST
    if found["half"]:
        return half(of, 1 if found["half"] == "dau" else 2).key
    if found["month"]:
        return month(of, int(found["month"])).key
    if found["all"]:
        return year(of).key
    if found["first"]:
        return quarter(of, 1).key
    number = found["quarter"] or found["q"]
    return quarter(of, _ROMAN.get(number) or int(number)).key


def _counted(said: str, things: dict[str, Thing]) -> str:
    def put(found: re.Match[str]) -> str:
        noun = " ".join(found["noun"].replace(",", " ").split())
        return _put(Thing("cnt", called(noun), None, found["number"].replace(".", "").lstrip("0") or "0"), things)

    said = _COUNT.sub(put, _EACH.sub("mỗi ", said))
    return _TURNED.sub(put, said)
