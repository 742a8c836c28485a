"""Tokens to conditions to wait for, seasons among them; and to what is no time: cited documents, ordinals."""

from typing import NamedTuple

from data.deadline.cadences import read_cycle
from data.deadline.dates import read_point
from data.deadline.points import is_count
from data.deadline.series import read_series
from data.deadline.tokens import Line, Sort
from data.words import opened_by, phrases, rule

_DOCUMENTS = phrases(
    "nghi dinh", "quyet dinh", "nghi quyet", "chi thi", "thong tu lien tich", "thong tu", "cong van", "cong dien",
    "ke hoach", "luat", "bo luat", "thong bao", "ket luan", "to trinh", "huong dan", "chuong trinh", "de an",
    "van ban", "phap lenh", "quy dinh", "so", "quy che", "giay moi", "cong hop",
)  # fmt: skip
_ORDINALS = phrases(
    "hop thu", "lan thu", "lan", "khoa", "dieu", "khoan", "muc", "phu luc", "chuong", "phan", "bang", "dot", "buoc",
    "bieu", "mau", "nhiem vu so", "nhiem vu", "hop bat thuong lan thu", "ky hop bat thuong lan", "cap do", "cap",
    "diem", "thu", "ky", "stt", "lop", "khu pho", "giai doan", "nhom", "so",
)  # fmt: skip
_WEAK = phrases(
    "neu co", "khi co yeu cau", "khi duoc yeu cau", "khi can thiet", "khi can", "khi co phat sinh", "khi phat sinh",
    "dot xuat", "khi co chi dao", "theo yeu cau", "theo dot xuat", "neu can", "neu phat sinh",
)  # fmt: skip
_EVENTS = phrases(
    "ngay sau khi", "now sau khi", "sau khi", "ke tu khi", "tu khi", "cho den khi", "den khi", "toi khi",
    "truoc khi", "now khi", "ngay khi", "now sau", "ngay sau", "khi", "tuy theo", "tuy thuoc", "tuy vao", "tuy",
    "phu thuoc", "can cu", "cung voi", "dong thoi voi", "song song voi", "trong qua trinh", "trong thoi gian",
    "trong suot", "phu hop voi", "bam sat", "lien truoc",
)  # fmt: skip
_MAYBE_EVENTS = phrases(
    "ke tu ngay", "tu ngay", "ke tu", "sau ngay", "sau", "den ngay", "cho den ngay", "truoc , trong va sau",
)  # fmt: skip
_THROUGHOUT = frozenset(("trong suot", "trong thoi gian"))
_SINCE_EVENT = frozenset(("ke tu khi", "tu khi"))
_OPENINGS = frozenset(("do", "nay", "thang", "quy", "nam", "cuoi", "dau", "giua", "ngay"))
_DROPPED = phrases("ngay sau khi", "now sau khi", "sau khi", "tuy theo", "tuy thuoc vao", "tuy thuoc")
_BEFORE_COUNT = phrases(
    "trong thoi han", "trong thoi gian", "trong vong", "trong", "sau thoi gian", "sau", "truoc", "thoi han",
    "cham nhat sau", "cham nhat la", "cham nhat truoc", "cham nhat trong", "cham nhat", "khong qua", "toi da",
    "vong", "chi", "it nhat", "toi thieu",
)  # fmt: skip
_SINCE = phrases("ke tu khi", "ke tu", "tu khi", "sau khi", "sau", "tinh tu", "truoc khi", "truoc", "tu", "so voi")
_UNIT_LETTERS = {"ngay": "D", "tuan": "W", "thang": "M", "nam": "Y"}
_SEASONS = phrases(
    "mua mua", "mua bao", "mua lu", "mua lut", "mua kho", "mua nang", "mua can", "mua ret", "mua lanh", "mua nuoc",
    "mua chay", "mua thi", "mua he", "mua ha", "mua dong", "mua xuan", "mua thu", "mua vu", "mua gat", "mua tuyen sinh",
    "mua tuyen quan", "mua le hoi", "mua du lich", "mua trong", "mua bao lu", "nghi he", "dip he", "ky nghi he",
    "vu dong xuan", "vu he thu", "vu thu dong", "vu xuan he", "vu dong", "vu xuan", "vu mua", "vu he", "vu chiem",
    "vu thu", "vu dong - xuan", "vu he - thu", "vu thu - dong", "nien vu",
)  # fmt: skip
_AROUND = phrases(
    "truoc , trong va sau", "truoc va trong", "trong va sau", "truoc", "trong suot", "trong", "sau", "vao", "dau",
    "cuoi", "giua", "ket thuc", "het", "truoc va sau",
)  # fmt: skip
_MORE = frozenset(["bao", "lu", "lut", "mua", "kho", "han", "to", "nong", "ret", "thu", "xuan", "dong", "hoach"])
_NEW_YEARS = phrases(
    "truoc , trong va sau tet", "nhan dip tet", "trong dip tet", "vao dip tet", "dip tet", "truoc va sau tet",
    "truoc va trong tet", "truoc trong va sau tet", "trong va sau tet", "truoc tet", "sau tet", "trong tet", "tet",
)  # fmt: skip
_MEETINGS = phrases("ky hop", "phien hop", "cuoc hop", "hoi nghi", "dai hoi")
_ABBREVIATED = frozenset(("tp", "tx", "tt", "ths", "ts", "p", "q", "gs", "pgs", "st", "t"))


class Condition(NamedTuple):
    """A stretch of tokens to wait for; a weak one ("khi có yêu cầu") comes beside the cell's own time."""

    first: int
    after: int
    weak: bool = False
    offset: str | None = None
    doubts: tuple[str, ...] = ()
    session: bool = False  # "Kỳ họp …"
    attribute: bool = False  # "theo …", which may only describe the work


@opened_by(
    (*_BEFORE_COUNT, *_WEAK, *_AROUND, *_SEASONS, "he", *_NEW_YEARS, *_EVENTS, *_MAYBE_EVENTS, *_MEETINGS, "theo", ""),
    numbers=True,
)
def read_condition(line: Line) -> Condition | None:
    """Read a condition: "sau khi …", "theo …", "khi có …", "trong 15 ngày kể từ …", "Kỳ họp …"."""
    for read in (_counted, _weak, _season, _festival, _event, _rule, _meeting):
        if condition := read(line):
            return condition
    return None


@opened_by((*_BEFORE_COUNT, ""), numbers=True)
def _counted(line: Line) -> Condition | None:
    """Read "trong vòng 15 ngày kể từ …", "10 ngày làm việc sau khi …", "trước 105 ngày trước ngày bầu cử"."""
    within = line.phrase(_BEFORE_COUNT) or ""
    at = line.at
    offset = _amount(line)
    if offset is None:
        return None
    since = line.ahead()
    word = since.phrase(_SINCE)
    if word and not (word in ("tu", "truoc") and read_point(since.ahead())):
        first = since.at - (word == "truoc")
        line.at = first + 1
        return Condition(first, _end(line), offset=offset)
    return Condition(at, _end(line), offset=offset) if within.endswith("sau") else None


@rule
def _amount(line: Line) -> str | None:
    """Read "15 ngày", "10 ngày làm việc", "24 giờ" as an offset."""
    if line.here.sort is Sort.CLOCK:
        return f"PT{line.next().numbers[0]}H"
    number = line.small(999)
    if number is None:
        return None
    if line.word == "(":
        line.at += next((n + 1 for n in range(6) if line.near(n).word == ")"), 0)
    letter = _UNIT_LETTERS.get(line.next().word)
    if letter is None or line.here.numbers:
        return None
    if line.take("lam viec"):
        return f"P{number}B"
    line.take("lich")
    return f"P{number}{letter}"


@opened_by(_WEAK)
def _weak(line: Line) -> Condition | None:
    first = line.at + (line.word == "theo")
    return Condition(first, _end(line), weak=True) if line.phrase(_WEAK) else None


@opened_by((*_EVENTS, *_MAYBE_EVENTS, "truoc"))
def _event(line: Line) -> Condition | None:
    """Read what begins with "sau khi", "khi", "trước khi"; "sau", "từ ngày", "đến ngày" where no date follows."""
    first, dropped = line.at, line.ahead()
    if said := line.phrase(_EVENTS):
        if said in _THROUGHOUT and _is_stretch(line.ahead()):
            return None
        dropped.phrase(_DROPPED)
        after = min(_end(line.ahead()), _until(line.ahead())) if said in _SINCE_EVENT else _end(line)
        return Condition(dropped.at, after)
    if line.phrase(_MAYBE_EVENTS):
        if line.here.sort is not Sort.WORD or line.word in _OPENINGS:
            return None
        line.at = min(_end(line.ahead()), _until(line.ahead()))
        return Condition(first, line.at)
    line.take("truoc")
    if line.at == first or line.here.sort is not Sort.WORD or _is_numbered(line):
        return None
    return Condition(first, _end(line))


def _is_stretch(line: Line) -> bool:
    """Whether "trong suốt" is followed by its own beginning and end: "giai đoạn 2026-2030"."""
    line.take("giai doan", "nhiem ky", "khoang thoi gian")
    return read_series(line) is not None


def _until(line: Line) -> int:
    """The place of "đến" and a date after an event: "từ ngày ký đến 31/12"."""
    while not sentence_ends(line):
        look = line.ahead()
        if look.take("den het", "den") and read_point(look):
            break
        line.next()
    return line.at


def _is_numbered(line: Line) -> bool:
    """Whether "trước" right before may still meet its date, or is no preposition ("trước hết")."""
    if line.word in ("het", "mat", "tien", "day", "do", "nam", "cuoi", "giua", "dau"):
        return True
    look = line.ahead()
    while look.at < line.at + 40 and look.word != ";" and look.here.sort is not Sort.END:
        if look.here.sort is Sort.NUMBER and is_count(look) and look.near(-1).word != "ngay":
            look.next()  # "trước thời điểm bầu cử 30 ngày"
        elif look.here.numbers or look.word in ("quy", "thang"):
            return True
        look.next()
    return False


@opened_by(("theo",))
def _rule(line: Line) -> Condition | None:
    """Read what begins with "theo", except "tiếp theo" and the like."""
    before = line.near(-1).word
    if line.take("theo") is None:
        return None
    other = line.sees("dinh ky", "doi") or before in ("tiep", "kem", "keo", "di")
    if line.take("dung") is None and other:
        return None
    first = line.at
    if line.sees("quy dinh") and line.near(-1).word == "theo" and line.near(2).word not in ("cua", "tai"):
        line.at += 2
        return Condition(first, line.at, attribute=True)
    return Condition(first, _end(line), attribute=True)


@opened_by(_MEETINGS)
def _meeting(line: Line) -> Condition | None:
    first = line.at - (line.near(-1).word == "truoc")
    if line.phrase(_MEETINGS) is None:
        return None
    return Condition(first, _end(line), doubts=("session",), session=True)


def _end(line: Line) -> int:
    """Walk to where a condition's words stop: the sentence's or bracket's end, or a time of the cell's own."""
    depth = 0
    while not sentence_ends(line):
        word = line.word
        depth += (word == "(") - (word == ")")
        if depth < 0:
            break
        if word == "(" and (begins_limit(line.ahead(1), separated=True) or line.ahead(1).sees("tuc", "cu the")):
            break
        separated = word in (",", "va", "nhung", ":", "-")
        if depth == 0 and begins_limit(line.ahead(separated), separated=separated):
            break
        if read_citation(line) is None:
            line.next()
    return line.at


def sentence_ends(line: Line) -> bool:
    """Whether the token here ends a sentence: a semicolon, a stop before a blank, or the cell's end."""
    token = line.here
    if token.sort is Sort.END or token.word == ";":
        return True
    if token.word != "." or line.near(-1).word in _ABBREVIATED:
        return False
    following = line.near(1)
    return following.sort is Sort.END or following.start > token.end or following.word in ("-", "+")


def begins_limit(line: Line, *, separated: bool) -> bool:
    """Whether a time of the cell's own begins here, inside the words of a condition."""
    look = line.ahead()
    done = look.take("hoan thanh", "xong", "va", "thuc hien", "bao cao", "tong hop", "gui", "trinh")
    if look.sees("cham nhat", "muon nhat", "khong qua", "khong muon hon", "tre nhat"):
        return not is_count(look.ahead(2))
    if look.word == "truoc":
        return read_series(look.ahead(1)) is not None
    if not separated and done not in ("hoan thanh", "xong"):
        return False
    point = look.ahead()
    point.take("trong", "vao", "den het", "den", "du kien", "la")
    return read_point(point) is not None or read_cycle(look) is not None


# Seasons and the New Year: the weather or the moon says when, and so a person must.


@opened_by((*_AROUND, *_SEASONS, "he"))
def _season(line: Line) -> Condition | None:
    """Read "mùa mưa bão", "vụ Đông Xuân 2024-2025", "Trong hè", with the words and the year that go with it."""
    first = line.at
    line.phrase(_AROUND)
    if (line.phrase(_SEASONS) or _summer(line) or _autumn(line)) is None:
        return None
    while line.here.sort is Sort.WORD and (line.word in _MORE or not line.word):
        line.next()
    _years(line)
    after = line.at if read_point(line.ahead()) else _end(line)
    return Condition(first, after, attribute=True, doubts=("season",))


@rule
def _summer(line: Line) -> bool | None:
    """Read a bare "hè": "Trong hè", "Hè 2025"."""
    bare = line.near(1).sort is not Sort.WORD or line.near(1).word in ("nam", "va", "hang")
    return True if line.take("he") and bare else None


@rule
def _autumn(line: Line) -> bool | None:
    """Read "mùa thu", whose second word has no accents of time."""
    opened, following = line.take("mua"), line.next()
    return True if opened and following.sort is Sort.WORD and not following.word else None


@rule
def _years(line: Line) -> bool | None:
    line.take("nam")
    if line.next().sort is not Sort.YEAR:
        return None
    if line.sees("-", "/") and line.near(1).sort in (Sort.YEAR, Sort.NUMBER):
        line.at += 2
    return True


@opened_by(_NEW_YEARS)
def _festival(line: Line) -> Condition | None:
    """Read "Dịp Tết Nguyên đán 2026"."""
    first = line.at
    return Condition(first, _end(line), attribute=True, doubts=("lunar",)) if line.phrase(_NEW_YEARS) else None


# What is no time.


@opened_by((*_DOCUMENTS, ""))
def read_citation(line: Line) -> bool | None:
    """Read a cited document, its number and date: "Quyết định số 407/QĐ-TTg ngày 30/3"."""
    named = line.phrase(_DOCUMENTS)
    if named:
        line.take("so :", "so")
    numbered = named and line.here.sort is Sort.NUMBER and _numbers_document(line)
    if numbered or line.here.sort is Sort.CODE:
        line.next()
    elif not named or line.word != "ngay" or line.near(-1).word == "hoach":
        return None
    _citation_date(line)
    return True


@rule
def _citation_date(line: Line) -> bool | None:
    if line.take(", ngay", "( ngay", "ngay") is None:
        return None
    line.at -= 1
    return True if read_point(line) else None


def _numbers_document(line: Line) -> bool:
    dated = line.near(1).word == "ngay" and line.near(2).sort in (Sort.DATE, Sort.PAIR, Sort.NUMBER)
    return dated or not is_count(line)


def is_ground(line: Line, after: int) -> bool:
    """Whether "căn cứ" and a numbered document, up to a comma at `after`, only say why the time behind it holds."""
    look = line.ahead()
    if look.take("can cu vao", "can cu") is None or read_citation(look) is None:
        return False
    look.at = after
    return look.word == "," and begins_limit(look.ahead(1), separated=True)


@opened_by(_ORDINALS)
def read_ordinal(line: Line) -> bool | None:
    """Read a number that only numbers something: "lần thứ 9", "Điều 7, 8", "đợt 1:"."""
    if line.phrase(_ORDINALS) is None:
        return None
    token = line.next()
    roman = token.sort is Sort.WORD and token.word and token.end - token.start <= 5 and set(token.word) <= set("ivx")
    if token.sort not in (Sort.NUMBER, Sort.CODE, Sort.DOTTED) and not roman:
        return None
    while line.sees(",", "va", ".") and line.near(1).sort is Sort.NUMBER and not is_count(line.ahead(1)):
        line.at += 2
    return True
