"""Tokens to conditions to wait for, seasons among them; and to what is no time: cited documents, ordinals."""

from typing import NamedTuple

from data.deadline.cadences import cycle_at
from data.deadline.dates import point_at
from data.deadline.numbers import Tokens, is_count, phrase_at, phrases, small_at, words_at
from data.deadline.series import series_at
from data.deadline.tokens import Sort


class Condition(NamedTuple):
    """A stretch of tokens to wait for; a weak one ("khi có yêu cầu") comes beside the cell's own time."""

    first: int
    after: int
    weak: bool = False
    offset: str | None = None
    doubts: tuple[str, ...] = ()
    session: bool = False  # "Kỳ họp …"
    attribute: bool = False  # "theo …", which may only describe the work


def condition_at(tokens: Tokens, i: int) -> Condition | None:
    """Read a condition: "sau khi …", "theo …", "khi có …", "trong 15 ngày kể từ …", "Kỳ họp …"."""
    return (
        _counted(tokens, i)
        or _weak(tokens, i)
        or _festival(tokens, i)
        or _event(tokens, i)
        or _rule(tokens, i)
        or _meeting(tokens, i)
    )


def is_ground(tokens: Tokens, i: int, condition: Condition) -> bool:
    """Whether "căn cứ" and a numbered document only say why the time after a comma holds."""
    j, after = words_at(tokens, i, "can cu vao", "can cu"), condition.after
    grounded = bool(j and citation_at(tokens, j)) and tokens[after].word == ","
    return grounded and begins_limit(tokens, after + 1, separated=True)


def citation_at(tokens: Tokens, i: int) -> int:
    """Give the place after a cited document, its number and date ("Quyết định số 407/QĐ-TTg ngày 30/3"), else 0."""
    j = phrase_at(tokens, i, _DOCUMENTS)
    if j:
        j = words_at(tokens, j, "so :", "so") or j
        if tokens[j].sort is Sort.CODE or (tokens[j].sort is Sort.NUMBER and _numbers_document(tokens, j)):
            return _citation_date(tokens, j + 1)
        return _citation_date(tokens, j) if tokens[j].word == "ngay" and tokens[j - 1].word != "hoach" else 0
    if tokens[i].sort is Sort.CODE:
        return _citation_date(tokens, i + 1)
    return 0


def _numbers_document(tokens: Tokens, i: int) -> bool:
    return not is_count(tokens, i) or (
        tokens[i + 1].word == "ngay" and tokens[i + 2].sort in (Sort.DATE, Sort.PAIR, Sort.NUMBER)
    )


def ordinal_at(tokens: Tokens, i: int) -> int:
    """Give the place after a number that only numbers something ("lần thứ 9", "Điều 7, 8", "đợt 1:"), else 0."""
    j = phrase_at(tokens, i, _ORDINALS)
    if not j:
        return 0
    token = tokens[j]
    roman = (
        token.sort is Sort.WORD and 0 < token.end - token.start <= 5 and set(token.word) <= set("ivx") and token.word
    )
    if token.sort not in (Sort.NUMBER, Sort.CODE, Sort.DOTTED) and not roman:
        return 0
    j += 1
    while words_at(tokens, j, ",", "va", ".") and tokens[j + 1].sort is Sort.NUMBER and not is_count(tokens, j + 1):
        j += 2
    return j


def sentence_ends(tokens: Tokens, i: int) -> bool:
    """Whether the token ends a sentence: a semicolon, a stop before a blank, or the cell's end."""
    token = tokens[i]
    if token.sort is Sort.END or token.word == ";":
        return True
    if token.word != "." or (i and tokens[i - 1].word in _ABBREVIATED):
        return False
    following = tokens[i + 1]
    return following.sort is Sort.END or following.start > token.end or following.word in ("-", "+")


def begins_limit(tokens: Tokens, i: int, *, separated: bool) -> bool:
    """Whether a time of the cell's own begins at `i`, inside the words of a condition."""
    j = words_at(tokens, i, "hoan thanh", "xong", "va", "thuc hien", "bao cao", "tong hop", "gui", "trinh") or i
    if words_at(tokens, j, "cham nhat", "muon nhat", "khong qua", "khong muon hon", "tre nhat"):
        return not is_count(tokens, j + 2)
    if words_at(tokens, j, "truoc ngay", "truoc"):
        return series_at(tokens, j + 1) is not None
    if not separated and not (j > i and words_at(tokens, i, "hoan thanh", "xong")):
        return False
    k = words_at(tokens, j, "trong", "vao", "den het", "den", "du kien", "la") or j
    return point_at(tokens, k) is not None or cycle_at(tokens, j) is not None


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
_ABBREVIATED = frozenset(("tp", "tx", "tt", "ths", "ts", "p", "q", "gs", "pgs", "st", "t"))
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
_OPENINGS = frozenset(("do", "nay", "thang", "quy", "nam", "cuoi", "dau", "giua", "ngay"))
_DROPPED = phrases("ngay sau khi", "now sau khi", "sau khi", "tuy theo", "tuy thuoc vao", "tuy thuoc")
_BEFORE_COUNT = phrases(
    "trong thoi han", "trong thoi gian", "trong vong", "trong", "sau thoi gian", "sau", "truoc", "thoi han",
    "cham nhat sau", "cham nhat la", "cham nhat truoc", "cham nhat trong", "cham nhat", "khong qua", "toi da",
    "vong", "chi", "it nhat", "toi thieu",
)  # fmt: skip
_SINCE = phrases("ke tu khi", "ke tu", "tu khi", "sau khi", "sau", "tinh tu", "truoc khi", "truoc", "tu", "so voi")
_UNIT_LETTERS = {"ngay": "D", "tuan": "W", "thang": "M", "nam": "Y"}


def _citation_date(tokens: Tokens, i: int) -> int:
    j = words_at(tokens, i, ", ngay", "( ngay", "ngay") or 0
    found = point_at(tokens, j - 1) if j else None
    return found[1] if found else i


def _counted(tokens: Tokens, i: int) -> Condition | None:
    """Read "trong vòng 15 ngày kể từ …", "10 ngày làm việc sau khi …", "trước 105 ngày trước ngày bầu cử"."""
    j = phrase_at(tokens, i, _BEFORE_COUNT) or i
    written = _amount(tokens, j)
    if written is None:
        return None
    offset, k = written
    anchor = phrase_at(tokens, k, _SINCE)
    loose = tokens[anchor - 1].word in ("tu", "truoc") and tokens[anchor - 2].word not in ("ke", "tinh")
    if anchor and not (loose and point_at(tokens, anchor)):
        first = anchor - 1 if tokens[anchor - 1].word == "truoc" else anchor
        return Condition(first, condition_end(tokens, first + 1), offset=offset)
    if tokens[j - 1].word == "sau" and j > i:
        return Condition(j, condition_end(tokens, k), offset=offset)
    return None


def _amount(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """Read "15 ngày", "10 ngày làm việc", "24 giờ" as an offset."""
    if tokens[i].sort is Sort.CLOCK:
        return f"PT{tokens[i].numbers[0]}H", i + 1
    small = small_at(tokens, i, 999)
    if small is None:
        return None
    j = small[1]
    if tokens[j].word == "(":
        j = _past_bracket(tokens, j)
    letter = _UNIT_LETTERS.get(tokens[j].word)
    if letter is None or tokens[j + 1].numbers or tokens[j + 1].sort is Sort.DATE:
        return None
    working = words_at(tokens, j + 1, "lam viec")
    return f"P{small[0]}{'B' if working else letter}", working or words_at(tokens, j + 1, "lich") or j + 1


def _past_bracket(tokens: Tokens, i: int) -> int:
    close = next((n for n in range(i, min(i + 6, len(tokens))) if tokens[n].word == ")"), None)
    return close + 1 if close else i


def _weak(tokens: Tokens, i: int) -> Condition | None:
    j = phrase_at(tokens, i, _WEAK)
    first = i + 1 if tokens[i].word == "theo" else i
    return Condition(first, condition_end(tokens, j), weak=True) if j else None


def _event(tokens: Tokens, i: int) -> Condition | None:
    """Read what begins with "sau khi", "khi", "trước khi"; "sau", "từ ngày", "đến ngày" where no date follows."""
    j = phrase_at(tokens, i, _EVENTS)
    if j:
        dropped = phrase_at(tokens, i, _DROPPED)
        return Condition(dropped or i, condition_end(tokens, j))
    j = words_at(
        tokens,
        i,
        "ke tu ngay",
        "tu ngay",
        "ke tu",
        "sau ngay",
        "sau",
        "den ngay",
        "cho den ngay",
        "truoc , trong va sau",
    )
    if j and tokens[j].sort is Sort.WORD and tokens[j].word not in _OPENINGS:
        return Condition(i, min(condition_end(tokens, j), _until(tokens, j)))
    if tokens[i].word == "truoc" and tokens[i + 1].sort is Sort.WORD and not _is_numbered(tokens, i + 1):
        return Condition(i, condition_end(tokens, i + 1))
    return None


def _until(tokens: Tokens, i: int) -> int:
    """Give the place of "đến" and a date after an event: "từ ngày ký đến 31/12"."""
    while not sentence_ends(tokens, i):
        j = words_at(tokens, i, "den het", "den")
        if j and point_at(tokens, j):
            break
        i += 1
    return i


def _is_numbered(tokens: Tokens, i: int) -> bool:
    """Whether "trước" at the place before may still meet its date, or is no preposition ("trước hết")."""
    if tokens[i].word in ("het", "mat", "tien", "day", "do", "nam", "cuoi", "giua", "dau"):
        return True
    ahead = tokens[i : i + 40]
    stop = next((n for n, token in enumerate(ahead) if token.word == ";" or token.sort is Sort.END), len(ahead))
    return any(token.numbers or token.word in ("quy", "thang") for token in ahead[:stop])


def _rule(tokens: Tokens, i: int) -> Condition | None:
    """Read what begins with "theo", except "tiếp theo" and the like."""
    if (
        tokens[i].word != "theo"
        or (i and tokens[i - 1].word in ("tiep", "kem", "keo", "di"))
        or tokens[i + 1].word in ("doi", "dung")
    ):
        return (
            None
            if tokens[i + 1].word != "dung" or tokens[i].word != "theo"
            else Condition(i + 2, condition_end(tokens, i + 2), attribute=True)
        )
    if words_at(tokens, i, "theo quy dinh", "theo dung quy dinh") and tokens[i + 3].word not in ("cua", "tai"):
        return Condition(i + 1, i + 3, attribute=True)
    return Condition(i + 1, condition_end(tokens, i + 1), attribute=True)


def _festival(tokens: Tokens, i: int) -> Condition | None:
    """Read "Dịp Tết Nguyên đán 2026", "mùa mưa bão": the moon or the weather says when, and so a person must."""
    season = season_at(tokens, i)
    if season:
        return Condition(i, condition_end(tokens, season), attribute=True, doubts=("season",))
    j = words_at(tokens, i, "truoc , trong va sau tet", "nhan dip tet", "trong dip tet", "vao dip tet", "dip tet",
                 "truoc va sau tet", "truoc va trong tet", "truoc trong va sau tet", "trong va sau tet", "truoc tet",
                 "sau tet", "trong tet", "tet")  # fmt: skip
    return Condition(i, condition_end(tokens, j), attribute=True, doubts=("lunar",)) if j else None


def _meeting(tokens: Tokens, i: int) -> Condition | None:
    j = words_at(tokens, i, "ky hop", "phien hop", "cuoc hop", "hoi nghi", "dai hoi")
    if not j:
        return None
    first = i - 1 if i and tokens[i - 1].word == "truoc" else i
    return Condition(first, condition_end(tokens, j), doubts=("session",), session=True)


def condition_end(tokens: Tokens, i: int) -> int:
    """Give the place where a condition's words stop: the sentence's or bracket's end, or a time of the cell's own."""
    depth = 0
    while not sentence_ends(tokens, i):
        word = tokens[i].word
        depth += (word == "(") - (word == ")")
        if depth < 0:
            break
        if word == "(" and (begins_limit(tokens, i + 1, separated=True) or words_at(tokens, i + 1, "tuc", "cu the")):
            break
        separated = word in (",", "va", "nhung", ":", "-")
        if depth == 0 and begins_limit(tokens, i + 1 if separated else i, separated=separated):
            break
        i = citation_at(tokens, i) or i + 1
    return i


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


def season_at(tokens: Tokens, i: int) -> int:
    """Give the place after a season, with the words and the year that go with it, else 0."""
    j = phrase_at(tokens, i, _AROUND) or i
    k = phrase_at(tokens, j, _SEASONS) or _summer(tokens, j) or _autumn(tokens, j)
    if not k:
        return 0
    while tokens[k].sort is Sort.WORD and (tokens[k].word in _MORE or not tokens[k].word):
        k += 1
    return _past_years(tokens, k)


def _summer(tokens: Tokens, i: int) -> int:
    """The place after a bare "hè": "Trong hè", "Hè 2025"."""
    if tokens[i].word != "he":
        return 0
    following = tokens[i + 1]
    return i + 1 if following.sort is not Sort.WORD or following.word in ("nam", "va", "hang") else 0


def _autumn(tokens: Tokens, i: int) -> int:
    """The place after "mùa thu", whose second word has no accents of time."""
    following = tokens[i + 1]
    unread = following.sort is Sort.WORD and not following.word
    return i + 2 if tokens[i].word == "mua" and unread else 0


def _past_years(tokens: Tokens, i: int) -> int:
    j = words_at(tokens, i, "nam") or i
    if tokens[j].sort is not Sort.YEAR:
        return i
    second = words_at(tokens, j + 1, "-", "/")
    return second + 1 if second and tokens[second].sort in (Sort.YEAR, Sort.NUMBER) else j + 1


_MORE = frozenset(["bao", "lu", "lut", "mua", "kho", "han", "to", "nong", "ret", "thu", "xuan", "dong", "hoach"])
