"""An office's line word by word, before anything is named in it. Pure.

Courtesy round it ("em ơi cho tôi hỏi …"), periods as reports are counted ("quý vừa rồi"), short words written out,
spoken numbers as digits, what a keyboard left; English in our words (of_office_english).
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from data.lines.of_office_acts import WORDS
from data.lines.of_office_english import in_ours
from data.period import month, report_quarter
from data.words import fold_in_place, is_slip

_Row = list[str]


def _rows(texts: str) -> list[_Row]:
    """Phrases parted by marks, as rows of words, the longer first."""
    return sorted((text.split() for text in texts.split("·")), key=len, reverse=True)


_BEFORE = _rows(
    "tien_ the · tien_"
    "· em oi · alo · a lo · chao em · chao bot · nho em · nho · phien em · phien · giup toi · giup minh · giup"
    "· cho toi hoi · cho minh hoi · cho anh hoi · cho chi hoi · cho hoi · toi hoi · toi muon hoi · xin hoi"
    "· toi oi · cho chi xem · cho chi hoi · check · check giup · ngo giup · cho chi xin · cho anh xin"
    "· cho toi xem · cho minh xem · cho anh xem · cho xem · xem giup · xem ho · toi muon xem · muon xem"
    "· cho toi xin · cho minh xin · cho xin · cho toi · em cho anh · em cho chi · em cho toi · em cho · bao cho toi"
    "· cho toi biet · cho minh biet · cho anh biet · cho biet · toi muon biet · muon biet · toi can · minh can"
    "· kiem tra giup · kiem tra giup toi · kiem tra · liet ke giup · toi muon · minh muon · he thong · bot oi · bot"
    "· hay · vui long · lam on · em · oi · anh oi · chi oi · ban oi · a · vang · uh · u · roi · the con · con · vay"
)
_AFTER = _rows(
    "giup toi · giup minh · giup anh · giup chi · giup em · ho toi · cho toi · cho minh · cho anh · cho em · nao em"
    "· nhe · nha · a · giup · voi · em · toi · minh · di · luon · lun · ngay · gap · nghe · oi · cai · cam on · nhi"
    "· vay · the · day · ha · dum · ho · ban · anh · chi · som"
)
# What follows these belongs to them: "xem anh", "viec cua toi", "tro giup", "quen toi".
_HOLDS = {
    "bien",
    "van",
    "den",
    "sat",
    "gan",
    "kem",
    "thieu",
    "co",
    "can",
    "xem",
    "mo",
    "chup",
    "gui",
    "cua",
    "viec",
    "quen",
    "tro",
    "dong",
    "theo",
}


def without_courtesy(words: Sequence[str]) -> tuple[int, int]:
    """Where what is said begins and ends in a line's words; a line of nothing else keeps its last, or first, word."""
    start, end = 0, len(words)
    while taken := _leading(words, start, end):
        start += taken
    while taken := _closing(words, start, end):
        end -= taken
    return start, end


def _leading(words: Sequence[str], start: int, end: int) -> int:
    fitting = (len(row) for row in _BEFORE if words[start : start + len(row)] == row)
    return next((taken for taken in fitting if taken < end - start), 0)


def _closing(words: Sequence[str], start: int, end: int) -> int:
    fitting = (len(row) for row in _AFTER if words[end - len(row) : end] == row)
    taken = next((taken for taken in fitting if taken < end - start), 0)
    is_held = taken and (words[end - taken - 1] in _HOLDS or words[end - 2 : end] == ["chua", "cai"])
    return 0 if is_held else taken


_NUMBERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "1": 1, "2": 2, "3": 3, "4": 4,
}  # fmt: skip
_YEAR = r"(?:\s*(?:/|nam|-)?\s*(?P<{}>20\d\d))?(?![\w/])"
_NAMED = re.compile(
    r"(?:(?:ky|trong) )*(?:"
    r"(?:quy|qui|q)\s*(?P<quarter>[1-4](?!\d)|iv|i{1,3}|mot|hai|ba|bon|tu)" + _YEAR.format("of_quarter")
    + r"|(?:thang|t)\s?(?P<month>1[0-2]|0?[1-9])" + _YEAR.format("of_month")
    + r"|(?:6|sau)\s?thang(?!\s*\d|\s+nua)(?:\s+(?P<half>dau|cuoi)(?:\s+nam)?)?" + _YEAR.format("of_half")
    + r"|nua\s+(?P<nua>dau|cuoi)\s+nam" + _YEAR.format("of_nua")
    + r"|(?:ca\s+)?nam\s+(?P<year>20\d\d)(?![\w/])"
    + r"|(?P<what>quy|ky|thang|nam)(?:\s+bao cao)?\s+(?P<which>vua roi|vua qua|truoc|da qua|nay|hien tai|sau|toi"
    r"|(?<!nam )(?:roi|qua)|ngoai)(?![^\W_])"
    + r"|(?P<whole>ca nam|(?<=bao cao )nam(?=\s*(?:$|[.?!,]))|(?:tu )?dau nam(?: den nay| toi nay| den gio| toi gio)"
    r"|(?:het|cuoi) nam(?! \d)(?: nay)?)(?![^\W_]))"
)  # fmt: skip
_HERE = {"nay", "hien tai"}


def period_at(plain: str, at: int, today: date) -> tuple[str | None, int]:
    """The key of the period that is named at a place of a folded line, and where it ends; None where none is.

    The key is empty for one that runs, as "kỳ này", which says no more than nothing does.
    """
    found = _NAMED.match(plain, at)
    if found and plain.startswith("ky", at) and plain[:at].endswith("nhat "):  # "nhật ký tháng 3"
        return None, at
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


_TOKEN = re.compile(r"(?<!\w)(?:[ivx]+\.)+\d+(?:\.\d+)*|[^\W\d_]+(?:\d+(?![\w/]))?|\d+(?:[.,]\d+)*[^\W\d_]*|[^\w\s]|\n")

# As they are typed in haste, folded; what these mean elsewhere too is left alone.
_SHORT = {
    "k": "khong", "ko": "khong", "kg": "khong", "kh": "khong", "khg": "khong", "hok": "khong",
    "hem": "khong", "dc": "duoc", "đc": "duoc", "bc": "bao cao", "bcao": "bao cao", "cv": "cong van", "ntn": "the nao",
    "dv": "don vi", "dvi": "don vi", "pb": "phong ban", "px": "phuong xa", "nv": "nhiem vu",
    "vc": "viec", "ld": "lanh dao", "ct": "chu tich", "pct": "pho chu tich", "ds": "danh sach", "th": "tong hop",
    "ck": "chua", "r": "roi", "roai": "roi", "vs": "voi", "mn": "moi nguoi", "mk": "minh", "tb": "thong bao",
    "gh": "gia han", "kps": "khong phat sinh", "hn": "hom nay", "xl": "xin loi", "kq": "ket qua", "mc": "minh chung",
    "sp": "san pham", "lđ": "lanh dao", "cb": "can bo", "bn": "bao nhieu", "hd": "huong dan", "tp": "thanh pho",
    "chx": "chua", "j": "gi", "z": "vay", "e": "em", "t": "toi", "bh": "bao gio", "ktra": "kiem tra", "trc": "truoc",
    "lm": "lam", "qh": "qua han", "vb": "van ban", "ng": "nguoi", "hh": "het han", "bb": "bien ban", "cx": "cung",
    "ntnao": "the nao", "nhju": "nhieu", "bnh": "bao nhieu", "gd": "giam doc",
}  # fmt: skip
_SPOKEN = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10,
}  # fmt: skip
_BEFORE_SPOKEN = {"viec", "vu", "task", "quy"}
_TEN = 10

_TELEX = re.compile(r"(?<![\w.-])[a-z]{3,}(?![\w.-])")


class Piece(NamedTuple):
    """A word, a number or a mark: where it stands in the line, and what it is read as."""

    start: int
    end: int
    word: str


_ABBREVIATED = re.compile(r"(?<![\w/-])dvc(?![\w/-])", re.IGNORECASE)  # as titles write it out


def in_our_words(line: str) -> str:
    """The line in composed letters; one in English in the words that we would have typed for it."""
    line = unicodedata.normalize("NFC", line)
    ours = in_ours(line)
    if ours is not None:
        return ours
    line = _ABBREVIATED.sub("dịch vụ công", line)
    return _TELEX.sub(lambda found: _of_keyboard(found[0]), line) if line.isascii() else line


def pieces_of(line: str) -> list[Piece]:
    """The line's words and marks in their places, the short ones written out."""
    plain = fold_in_place(line)
    found = [Piece(each.start(), each.end(), each[0]) for each in _TOKEN.finditer(plain)]
    return _spoken([_written_out(line, each) for each in found], line)


_GRANTED = re.compile(r"\d|^gh\b|\b(?:cho|xin|duyệt|duyet|được|dc|đc) gh\b")


def _written_out(line: str, piece: Piece) -> Piece:
    """A code in capitals stays what it is: "KH", "CV" at the head of a document, "NV", "MC" of a unit."""
    typed = line[piece.start : piece.end]
    if piece.word == "gh" and line.islower() and not _GRANTED.search(line):
        return piece
    if typed.isupper() and len(typed) > 1 and piece.word not in {"ko", "dc", "ds", "ct", "pct", "ld", "bc"}:
        return piece
    short = "ke hoach" if re.fullmatch(r"kh\d{1,3}", piece.word) else _SHORT.get(piece.word)
    word = short or (_of_keyboard(piece.word) if typed.lower() == piece.word else piece.word)
    held = word if word in WORDS else _HELD.sub(r"\1", word)
    return piece._replace(word=held if held in WORDS else word)


_HELD = re.compile(r"([a-z])\1+$")  # a letter held too long: "ghii nhậnn"
_DOUBLED, _TONE, _DIGITS = (
    re.compile(r"(aa|ee|oo|dd)|(?<=[aou])w"),
    re.compile(r"(?<=[a-z])[sfrxj](?=$|[ptcmng]h?$|ng$)"),
    re.compile(r"(?<=[a-z])\d"),
)


@lru_cache(maxsize=4096)
def _of_keyboard(word: str) -> str:
    """What a keyboard in another way of typing left: "vieejc", "nhaanj" (Telex), "d9o6n" (VNI), where it is known."""
    if word in WORDS or len(word) < 3 or not word[0].isalpha():
        return word
    bare = _DOUBLED.sub(lambda found: found[0][0] if found[1] else "", word)
    held = _HELD.sub(r"\1", word)
    for way in (_DIGITS.sub("", word), bare, _TONE.sub("", bare), _DIGITS.sub("", bare), _TONE.sub("", held)):
        if way != word and way in WORDS:
            return way
    return word


_PAIRS = (
    "tinh hinh", "tong hop", "don doc", "ghi nhan", "tra lai", "chua bao", "qua han", "gia han", "bao cao", "thong bao",
    "xep hang", "cau hoi", "lanh dao", "danh sach", "nhat ky", "thong ke", "tien do", "dat han", "phuong xa",
    "tro giup", "den han", "ban giao", "giao nhan", "khong phat", "phat sinh", "chua nop",
)  # fmt: skip
_APART = {pair.replace(" ", ""): pair for pair in _PAIRS}
_GLUED = re.compile(rf"(?<![^\W_])(?:{'|'.join(_APART)})")
_LOOKED_AT = 200  # letters of a line in which a slip is looked for
_PAIR = re.compile(r"(?=(?<![^\W\d_])([^\W\d_]{2,} [^\W\d_]{2,})(?![^\W\d_]))")


def repaired(line: str) -> str:
    """The line with its first two words that are a slip away from two which mean something here, set right."""
    plain = fold_in_place(line)
    for found in _GLUED.finditer(plain, 0, _LOOKED_AT):
        return line[: found.start()] + _APART[found[0]] + line[found.end() :]
    for found in _PAIR.finditer(plain, 0, _LOOKED_AT):
        if all(word in WORDS for word in found[1].split()):
            continue
        right = next((pair for pair in _PAIRS if found[1] != pair and is_slip(found[1], pair)), None)
        if right:
            return line[: found.start(1)] + right + line[found.end(1) :]
    return line


# As numbers are written; "làm", "từ", "năm nay" fold to the same letters.
_WRITTEN = {"một", "hai", "ba", "bốn", "tư", "sáu", "bảy", "bẩy", "tám", "chín", "mười"}


def _is_number(piece: Piece, line: str) -> bool:
    typed = line[piece.start : piece.end].lower()
    if typed in {"năm", "nam"}:
        return not re.match(r"\s+(?:n[aà]y|sau|tr[uư][oơớ]c|ngo[aá]i|t[oớ]i|20\d\d)", line[piece.end :].lower())
    return typed in _WRITTEN or (line.isascii() and piece.word not in {"lam", "tu"})


def _is_numbered(before: list[Piece]) -> bool:
    """Whether what stands before is numbered: "việc", "nhiệm vụ", "quý"; "Nội vụ" is not."""
    words = [word for piece in before[-2:] for word in piece.word.split(" ")]
    return bool(words) and words[-1] in _BEFORE_SPOKEN and (words[-1] != "vu" or words[-2:-1] == ["nhiem"])


def _spoken(pieces: list[Piece], line: str) -> list[Piece]:
    """A number in letters behind what is numbered, in digits: "việc mười hai" → "viec 12"; "Nội vụ làm" is none."""
    done: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        number = _SPOKEN.get(piece.word) if _is_numbered(done) and _is_number(piece, line) else None
        if number == _TEN and at < len(pieces) and (ones := _SPOKEN.get(pieces[at].word)):
            piece = Piece(piece.start, pieces[at].end, piece.word)
            number, at = _TEN + ones, at + 1
        done.append(piece._replace(word=str(number)) if number else piece)
    return done
