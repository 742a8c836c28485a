"""Which units and groups an office's line names, in the short ways in which an office speaks of them. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from data.agencies.registry import Registry, RegistryUnit
from data.lines.of_office_words import Piece, pieces_of
from data.words import alike, is_slip

EVERYBODY = "tat-ca"
"""The group of all units that a plan names, which no registry has."""

_WARDS, _OFFICES = {"phường", "xã", "thị trấn", "đặc khu"}, {"phòng chuyên môn", "đơn vị sự nghiệp"}
_UNIONS = {"MTTQ / tổ chức chính trị - xã hội"}
_LEVELS = ("phuong", "xa", "thi tran", "dac khu")
# What stands before a unit's name and belongs to it; what makes a name without its head sure.
_HEADS = {"ubnd", "phuong", "xa", "p", "x", "phong", "ban", "ben", "don", "vi", "tt", "thi", "tran"}
_CUES = {"phong", "ben", "p", "ong", "ba"}
# Behind these the words are of something else: "bản tin tư pháp", "Sở Tư pháp", "phát triển kinh tế".
_OF_OTHERS = {"tin", "so", "bo", "nganh", "luat", "trien", "tinh", "linh", "vuc", "bao", "cong", "hoi", "muc", "xa"}
_TAILS = (("thanh", "pho", "hung", "yen"), ("thanh", "pho"), ("tp", "hung", "yen"), ("tp",), ("former",))
_COMMON = {
    "lam", "sao", "minh", "phai", "khac", "nao", "gi", "co", "con", "la", "chua", "da", "nay", "kia", "ban", "khong",
    "the",
}  # fmt: skip
_SYLLABLES = {"tu", "ca", "tk", "nv", "mc", "cct", "yt"}  # codes that are words when they are typed small
_LIKE = 78  # of 100: a ward's name with a letter or two astray
_PARTS = re.compile(r" [-–] | và |, ")  # "bên truyền thanh" is of "Văn hóa và Truyền thanh"
_LONGEST, _MOST_HEADS = 12, 5  # words of a name, and before it


class Name(NamedTuple):
    """A unit or group that is named from one piece of a line to before another; `guessed` by a name that is alike."""

    end: int
    code: str
    guessed: bool = False


class _Way(NamedTuple):
    words: tuple[str, ...]
    code: str
    needs: Literal["", "no other", "capitals", "cue"] = ""  # before a name without its head no word of something else


def unit_at(pieces: Sequence[Piece], at: int, line: str, registry: Registry) -> Name | None:
    """The unit whose name begins at a piece, with "phường", "bên" before it."""
    start = _past_heads(pieces, at)
    for begin in range(at, start + 1):
        for way in _ways(registry).get(pieces[begin].word, ()) if begin < len(pieces) else ():
            end = _matched(pieces, begin, way.words)
            if end and _may_be(pieces, at, begin, end, line, way) and not _is_above(pieces, end, way):
                return Name(end, way.code)
    return _ward_alike(pieces, at, registry)


def _past_heads(pieces: Sequence[Piece], at: int) -> int:
    last = min(at + _MOST_HEADS, len(pieces) - 1)
    while at < last and (pieces[at].word in _HEADS or pieces[at].word == "."):
        at += 1
    return at


def _matched(pieces: Sequence[Piece], at: int, words: tuple[str, ...]) -> int:
    """Where the words of a name end that begin at a piece, marks between them skipped; 0 where they do not stand."""
    for step, word in enumerate(words):
        while step and at < len(pieces) and pieces[at].word in {"-", ".", "&"}:
            at += 1
        if at >= len(pieces) or pieces[at].word != word:
            return 0
        at += 1
    return at


def _may_be(pieces: Sequence[Piece], at: int, begin: int, end: int, line: str, way: _Way) -> bool:
    """Whether these words are the unit: a short code must be in capitals, a name without its head have a cue."""
    if at and (pieces[at - 1].word, way.words[0]) == ("phan", "cong"):
        return False  # "phân công An Tảo"
    if way.needs == "capitals" or (len(way.words) == 1 and way.words[0] in _SYLLABLES):
        return line[pieces[begin].start : pieces[end - 1].end].isupper()
    if way.needs == "cue":
        return begin > 0 and pieces[begin - 1].word == "ben"
    if not way.needs or begin > at or (at and pieces[at - 1].word in _CUES):
        return True
    return not (at and _is_of_other(pieces, at - 1, line))


def _is_above(pieces: Sequence[Piece], end: int, way: _Way) -> bool:
    """Whether a province's body is named: "UBND tỉnh"."""
    return way.words[0] in {"ubnd", "uy", "uỷ"} and end < len(pieces) and pieces[end].word in {"tinh", "huyen"}


def _is_of_other(pieces: Sequence[Piece], at: int, line: str) -> bool:
    """Whether a word takes the name behind it for something else; "báo", "bảo" at the beginning are verbs."""
    word = pieces[at]
    return word.word in _OF_OTHERS and not (word.word == "bao" and (at == 0 or line[word.start : word.end] == "bảo"))


def _ward_alike(pieces: Sequence[Piece], at: int, registry: Registry) -> Name | None:
    """A ward by a name that is alike, behind its kind: "phường lê lơii"."""
    word = pieces[at].word
    if not (word in _LEVELS or is_slip(word, "phuong")) or at + 2 >= len(pieces):
        return None
    known = _wards(registry)
    typed = f"{pieces[at + 1].word} {pieces[at + 2].word}"
    if typed not in known and {pieces[at + 1].word, pieces[at + 2].word} <= _COMMON:
        return None  # "các xã làm sao rồi"
    found = [typed] if typed in known else alike(typed, [*known], _LIKE, 1)
    return Name(at + 3, known[found[0]], guessed=found[0] != typed) if found else None


def unknown_at(pieces: Sequence[Piece], at: int, line: str) -> int:
    """Where the name of a ward ends that no registry has, written with capitals: "phường Ngọc Hà"; 0 for none."""
    level = 2 if [piece.word for piece in pieces[at : at + 2]] in (["thi", "tran"], ["thi", "xa"]) else 1
    if level == 1 and pieces[at].word not in _LEVELS:
        return 0
    end = at + level
    while end < len(pieces) and line[pieces[end].start].isupper() and end - at - level <= 2:
        end += 1
    return end if end > at + level else 0


# How somebody is called, and names that are known without a capital letter too.
_CALLED = ("dong chi", "d / c", "a", "c", "anh", "chi", "bac", "chu", "co", "ong", "ba", "sep")
_GIVEN = {
    "hung", "tuan", "lan", "son", "cuong", "duc", "quang", "huyen", "huong", "thao", "thuy", "linh", "tung", "kien",
    "manh", "hoang", "vinh", "loan", "khanh", "duong", "nhung", "ngoc", "hieu",
}  # fmt: skip
_NO_TITLE = {"ảnh", "ành", "chỉ", "co", "có", "cỏ", "ba", "chu", "chủ"}
_OF_OFFICE = {"chu", "pho", "bi", "truong", "giam", "noi", "phong", "van"}


def person_at(pieces: Sequence[Piece], at: int, line: str, registry: Registry) -> int:
    """Where a person ends that is called by a name: "anh Hùng", "đ/c Nguyễn Văn Tuấn"; 0 for none. "Ảnh" is a photo."""
    words = [piece.word for piece in pieces[at : at + 3]]
    called = next((row for row in map(str.split, _CALLED) if words[: len(row)] == row), None)
    if called is None or line[pieces[at].start : pieces[at].end].lower() in _NO_TITLE:
        return 0
    end = start = at + len(called)
    if start < len(pieces) and pieces[start].word in _OF_OFFICE:
        return 0
    short = called in (["a"], ["c"]) and start < len(pieces) and not line[pieces[start].start].isupper()
    while end < len(pieces) and end - start <= 3 and not short and _is_name(pieces, end, line, registry):
        end += 1
    return end if end > start else 0


def _is_name(pieces: Sequence[Piece], at: int, line: str, registry: Registry) -> bool:
    typed = line[pieces[at].start : pieces[at].end]
    named = typed.istitle() or pieces[at].word in _GIVEN
    return named and unit_at(pieces, at, line, registry) is None


@lru_cache(maxsize=8)
def _wards(registry: Registry) -> dict[str, str]:
    """The wards by the two words of their places."""
    found = {}
    for unit in registry.units:
        if unit.kind in _WARDS:
            found[" ".join(piece.word for piece in pieces_of(unit.name)[-2:])] = unit.code
    return found


# Behind "bên" these are enough, where one unit only is of that kind: "bên đài", "bên tòa".
_BY_KIND = {"dai", "toa", "vien", "kho", "doi"}


@lru_cache(maxsize=8)
def _ways(registry: Registry) -> dict[str, tuple[_Way, ...]]:
    """All ways in which a unit is named, by their first words, the longer first."""
    codes = Counter(unit.code.rpartition("-")[2] for unit in registry.units)
    named = [way for unit in registry.units if not unit.group for way in _whole(unit)]
    whole = [way for way in named if way.needs != "capitals" or codes[way.words[0].upper()] == 1]
    taken = {way.words for way in whole}
    short = [way for unit in registry.units if not unit.group for way in _shortened(unit) if way.words not in taken]
    counted = Counter((way.words) for way in {(each.words, each.code): each for each in short}.values())
    table: dict[str, dict[_Way, None]] = {}
    for way in sorted([*whole, *(way for way in short if counted[way.words] == 1)], key=lambda way: -len(way.words)):
        table.setdefault(way.words[0], {})[way] = None
    return {word: tuple(ways) for word, ways in table.items()}


def _whole(unit: RegistryUnit) -> Iterator[_Way]:
    """Its code, name and aliases, with and without "thành phố" behind."""
    for name in (unit.code, *unit.aliases, unit.name):
        words = _words(name)
        yield _Way(words, unit.code)
        bare = _without_tail(words)
        if len(bare) > 1 or (bare and bare[0] not in {"phong", "hoi", "ubnd"}):
            yield _Way(bare, unit.code)
    head, _, rest = unit.code.partition("-")
    if rest and unit.kind in _WARDS:
        yield _Way((f"{head}{rest}".lower(),), unit.code)
        yield _Way((fold_kind(unit.kind), rest.lower()), unit.code)
        if len(rest) > 1:
            yield _Way((rest.lower(),), unit.code, "capitals")


def _shortened(unit: RegistryUnit) -> Iterator[_Way]:
    """The beginnings of a name, good where they are one unit's only: "tư pháp", "phòng văn hóa", "tài chính"."""
    for name in (unit.name, *unit.aliases):
        words = _without_tail(_words(name))
        if words[:2] == ("chi", "cuc") and len(words) > 2:
            yield _Way(words[2:], unit.code, "cue")
        yield from _abridged(name, unit.code)
        if words and words[0] in _BY_KIND:
            yield _Way(words[:1], unit.code, "cue")
        for part in _PARTS.split(name)[1:]:
            yield _Way(_without_tail(_words(part)), unit.code, "cue")
        heads = 1 if words[:1] in {("phong",), ("hoi",), ("dai",)} else 2 if words[:2] == ("trung", "tam") else 0
        for end in range(heads + 2, len(words) + 1) if heads else ():
            yield _Way(words[:end], unit.code)
            if words[0] == "phong":
                yield _Way(words[1:end], unit.code, "no other")


def _abridged(name: str, code: str) -> Iterator[_Way]:
    """A name with less of it: "tt văn hóa truyền thanh", "trung tâm truyền thanh", "phòng VH"."""
    words = _without_tail(_words(name))
    head = 2 if words[:2] == ("trung", "tam") else 1 if words[:1] == ("phong",) else 0
    if not head:
        return
    whole = _without_tail(_words(name.replace(" và ", " ")))
    for way in (words, whole):
        yield _Way(("tt", *way[head:]) if head > 1 else way, code)
        yield _Way(way, code)
    for part in _PARTS.split(name)[1:]:
        yield _Way((*words[:head], *_without_tail(_words(part))), code)
    if head == 1 and len(words) > 2:
        yield _Way(("phong", f"{words[1][0]}{words[2][0]}"), code)


def _words(name: str) -> tuple[str, ...]:
    return tuple(piece.word for piece in pieces_of(name) if piece.word[0].isalnum())[:_LONGEST]


def _without_tail(words: tuple[str, ...]) -> tuple[str, ...]:
    for tail in _TAILS:
        if len(words) > len(tail) and words[-len(tail) :] == tail:
            return _without_tail(words[: -len(tail)])
    return words


def fold_kind(kind: str) -> str:
    """A kind of ward as it is typed: "phuong"."""
    return pieces_of(kind)[0].word


# How groups are named, the longer first: with a word of number before, or by themselves.
_COUNTING = {"cac", "nhung", "tung", "toan", "khoi", "so", "bo", "tat", "ca", "het", "17"}
# These ask for a number, or which, and stay in the line.
_ASKING = {"may", "nhieu"}
_GROUPS = tuple(
    sorted(
        (
            *((words, "wards") for words in (
                "phuong xa", "xa phuong", "phuong , xa", "xa , phuong", "phuong va xa", "xa va phuong", "phuong / xa",
                "phuong - xa", "ubnd phuong xa", "ubnd cac phuong , xa", "ubnd cac phuong xa", "ubnd cac xa phuong",
                "ubnd cap xa", "cap xa", "dia phuong",
            )),
            *((words, "offices") for words in (
                "phong ban", "phong , ban", "phong ban don vi", "phong , ban , don vi",
                "phong chuyen mon", "co quan chuyen mon", "ban nganh", "phong , don vi", "phong va don vi",
            )),
            *((words, "unions") for words in (
                "doan the", "to chuc chinh tri xa hoi", "to chuc chinh tri", "hoi doan the",
            )),
            *((words, "all") for words in (
                "tung don vi",
                "tat ca don vi", "tat ca cac don vi", "moi don vi", "toan bo don vi", "toan bo cac don vi",
                "cac don vi", "nhung don vi", "toan thanh pho", "ca thanh pho", "tat ca moi nguoi", "moi nguoi",
                "het cac don vi", "tat ca", "toan bo", "cac noi", "cac anh chi", "cac co quan",
            )),
        ),
        key=lambda row: -len(row[0].split()),
    )
)  # fmt: skip
# With a word of number before them these name a group, too.
_COUNTED = {"phuong": "wards", "xa": "wards", "phong": "offices", "ban": "offices", "hoi": "unions"}
_ASKABLE = {"phuong", "xa", "phong"}
_OPENINGS = {words.split()[0] for words, _ in _GROUPS} | _COUNTING | {*_COUNTED}


def group_at(pieces: Sequence[Piece], at: int, registry: Registry) -> Name | None:
    """The group that is named at a piece: "các phường, xã", "mấy phường", "các phòng ban", "tất cả"."""
    if pieces[at].word not in _OPENINGS:
        return None
    start, last = at, min(at + _MOST_HEADS, len(pieces) - 1)
    while start < last and pieces[start].word in _COUNTING:
        start += 1
    named = unit_at(pieces, start, "", registry) if start > at else None
    if named is not None and not named.guessed:
        return None
    is_other = start + 1 < len(pieces) and pieces[start + 1].word == "su"  # "phóng sự"
    which = _COUNTED.get(pieces[start].word, "") if (start > at or _is_asked(pieces, start)) and not is_other else ""
    counted = Name(start + 1, _code_of(which, registry)) if which else None
    return _written(pieces, start, registry) or counted or _written(pieces, at, registry)


def _is_asked(pieces: Sequence[Piece], at: int) -> bool:
    """Whether it is asked which or how many: "phường nào", "mấy phường"."""
    if pieces[at].word not in _ASKABLE:
        return False
    behind = at + 1 < len(pieces) and pieces[at + 1].word in {"nao", "chua", "cham", "no"}
    return behind or (at > 0 and pieces[at - 1].word in _ASKING)


def _written(pieces: Sequence[Piece], at: int, registry: Registry) -> Name | None:
    for words, which in _GROUPS:
        row = words.split()
        if [piece.word for piece in pieces[at : at + len(row)]] == row:
            return Name(at + len(row), _code_of(which, registry))
    return None


@lru_cache(maxsize=32)
def _code_of(which: str, registry: Registry) -> str:
    """The registry's group of these, the one with the most members; by our own word where it has none."""
    kinds = {"wards": _WARDS, "offices": _OFFICES, "unions": _UNIONS}.get(which)
    if kinds is None:
        return EVERYBODY
    fitting = [
        unit
        for unit in registry.units
        if unit.group and unit.members and all(registry.by_code[code].kind in kinds for code in unit.members)
    ]
    return max(fitting, key=lambda unit: len(unit.members)).code if fitting else EVERYBODY
