"""Which words and marks does a cell hold, once bullets, roles, contacts and noise are off it?

Its tokens differ from the kit's: accents, capitals and new lines tell bodies apart, "VH-TT", "GD&ĐT", "P." and "đ/c"
are one word each, a bracket stays with its words. Rules look back as often as on, so they go by index, not by Cursor.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from data.agencies.lexicon import HEAD_PHRASES, HEADS, LONGEST_HEAD, Sort
from data.words import Phrases, fold

_LONGEST_WORDS = 60  # letters in which a head surely ends
_DASHES = re.compile(r"[‐‑‒–—―−]")
_ROUND = str.maketrans("[]{}", "()()")
_NOISE = re.compile(r"[\u200b-\u200f\u2060\ufeff\"“”„«»*_|]|\.{2,}|…|\bv\.v\b\.?|\bvv\b\.?")
_DOUBLED = re.compile(r"\b(sở|bộ|các|phòng|ban|ubnd|cục) (?=\1\b)", re.IGNORECASE)
_SIGNS = "•●▪◦‣■□►▶➢✓✔\uf0b7\uf02d\uf0a7\uf0d8"
_BULLET = re.compile(
    rf"(?:^|\n)(?:[-+*·{_SIGNS}]+|\d{{1,2}}[.)](?!\d)|\d{{1,2}}/(?: |(?![A-ZĐ]{{2}}))(?=[A-ZĐƯỦ])|\(\d{{1,2}}\)"
    r"|[a-zđ]\)) ?"
    rf"| ?[{_SIGNS}] ?| [·*] |(?<=[:;]) ?\+ ?"
)
_ENUMERATOR = re.compile(
    r"(?<=[\s;,.])(?:\d{1,2}[.)] |\d{1,2}/(?: |(?![A-ZĐ]{2}))|\(\d{1,2}\) ?|[a-zđ]\) )(?=[A-ZĐƯỦ])"
)
_FOOTNOTE = re.compile(r" ?\(\d{1,2}\)(?=\s*(?:[,;.\n]|$))")
_LEADING_PLUS = re.compile(r"(?:^|[\n:;])\s*\+")
_LEADING_DASH = re.compile(r"(?:^|[\n:;.])\s*- ")
_PLUS = re.compile(r"\s*\+\s*")
_PHONE = r"(?<![\d/])(?:\+84|0)\d(?:[ .\-]?\d){7,9}(?!\d)"
_MAIL = r"\b[\w.+\-]{1,64}@\w[\w\-]{0,63}(?:\.\w{1,24}){1,4}"
_REACHABLE = re.compile(rf"{_PHONE}|@")
_CONTACT = re.compile(
    rf"[\s;,:\-]{{0,4}}(?:\b(?:số )?(?:điện thoại|sđt|đtdđ|đt|di động|hotline|zalo|tel|fax)\b[\s.:]{{0,3}})?"
    rf"{_PHONE}(?:\s?[/,;\-]\s?{_PHONE})*"
    rf"|[\s;,:\-]{{0,4}}(?:\be?-?mail\b[\s.:]{{0,3}})?{_MAIL}",
    re.IGNORECASE,
)
_WORD_NEXT = re.compile(r"\s*\w")
_EMPTY_BRACKET = re.compile(r"\(\s*\)")
_ROLE = "chủ trì|phối hợp|đầu mối"
_BODY = "cơ quan|đơn vị|các đơn vị|các cơ quan"
_ROLE_BRACKET = re.compile(
    rf"\((?:là |làm )?(?:(?:{_BODY}) )?"
    rf"(?:{_ROLE}|thường trực|chịu trách nhiệm|theo dõi|báo cáo|để biết|b/c|p/h|chính|hỗ trợ|thực hiện|(?:ct|ph)(?=\)))"
    r"[^()]*\)",
    re.IGNORECASE,
)
_OFFICER_BRACKET = re.compile(r"\((?:đ/c|đồng chí|ông|bà) [^()]*\)", re.IGNORECASE)
_ROLE_LABEL = re.compile(
    rf"(?:(?:{_BODY}) )?(?:{_ROLE}|thực hiện)(?: thực hiện| chính)? ?:"
    r"|(?:^|(?<=[\n;.,:])\s?)(?:(?:bộ phận|người|cán bộ|lãnh đạo) )?"
    r"(?:thực hiện|tham mưu|phụ trách|chỉ đạo|theo dõi|hỗ trợ|kiểm tra) ?:",
    re.IGNORECASE,
)
_ROLE_LINK = re.compile(
    r",?(?<!đồng)\s(?:(?:chủ trì|đầu mối),?\s)?(?:và )?phối hợp (?:chặt chẽ )?"
    r"(?:(?:cùng )?với\s|(?=các\s|(?-i:[A-ZĐ])))"
    r"|,?\scùng với\s",
    re.IGNORECASE,
)
_ROLE_TAIL = re.compile(
    rf"(?<!quan)(?<!vị)(?<!chức)(?<!phương)\s(?:là (?:cơ quan|đơn vị) |làm )?(?:{_ROLE})(?: thực hiện)?"
    r"(?=\s?(?:[,;.\n]|và |$))",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:^|(?<=[;\n]))\s?(?:kính gửi:?|nơi nhận:?|đề nghị|giao|mời|do|phối hợp với|phối hợp)\s", re.IGNORECASE
)
# What is taken off in turn, and what is left in its place.
_DROPPED = (
    *((_NOISE, " "), (_DOUBLED, ""), (_FOOTNOTE, ""), (_ENUMERATOR, "; ")),
    *((_ROLE_BRACKET, " "), (_OFFICER_BRACKET, " ")),
    *((_ROLE_LABEL, " ; "), (_ROLE_LINK, " ; "), (_ROLE_TAIL, " "), (_LEAD_IN, " ")),
)
Heads = tuple[tuple[Sort, int], ...]
LINKS = frozenset(("và", "&", "hoặc", "cùng"))
_MARKS = frozenset(",;:/.-")
_OLD_TONE = re.compile(r"(o)([áàảãạ])\b|(o)([éèẻẽẹ])\b|(?<!q)(u)([ýỳỷỹỵ])\b")
_TOKEN = re.compile(
    r"\([^()]*\)|[Đđ]/[Cc]|\b(?:P|Q|H|X|K|TX|Tx|TT|BV|CN)\.(?=\s?[A-ZĐÀ-Ỹ\d])|\d+(?:/[^\s,;]+)+"
    r"|[^\s,;:/().\-]+(?:-[^\s,;:/().\-]+)*|[,;:/().\-]"
)


def clean(cell: str) -> str:
    """The cell on one spelling of marks: bullets become ";", contacts, role words and noise go, lines are kept.

    "+" is a bullet where an item begins with it, otherwise "&": "Sở Xây dựng+Sở Tài chính".
    """
    text = _squeezed(_DASHES.sub("-", unicodedata.normalize("NFC", cell)).translate(_ROUND))
    plus = " ; " if _LEADING_PLUS.search(text) else " & "
    text = _squeezed(_PLUS.sub(plus, _BULLET.sub(_bullet, _without_contacts(text))))
    for what, instead in _DROPPED:
        text, times = what.subn(instead, text)
        text = _squeezed(text) if times else text
    return text


def dashed(cell: str) -> bool:
    """Whether the cell lists its bodies behind dashes, so that each dash may open one."""
    return _LEADING_DASH.search(_DASHES.sub("-", _squeezed(cell))) is not None


def _without_contacts(text: str) -> str:
    """Without telephone numbers and addresses: "Đ/c Hoa, SĐT: 0912345678; …"."""
    if not _REACHABLE.search(text):
        return text
    return _EMPTY_BRACKET.sub(" ", _CONTACT.sub(_contact, text)).replace(" )", ")")


def _contact(found: re.Match[str]) -> str:
    """Nothing, or a separator where a word follows at once: "đ/c Hoa 0912345678 đ/c Hùng"."""
    return " ; " if _WORD_NEXT.match(found.string, found.end()) else " "


def _bullet(found: re.Match[str]) -> str:
    """A separator; but a dash that the end of a line tore from its name (chính trị / - xã hội) stays."""
    following = found.string[found.end() : found.end() + _LONGEST_WORDS]
    torn = found.start() and found.group().strip() == "-" and not _opens_body(following)
    return " - " if torn else " ; "


def _opens_body(text: str) -> bool:
    words = [key_of(word.strip(",.;:")) for word in text.split()[:LONGEST_HEAD]]
    heads = [HEADS.get(" ".join(words[:size])) for size in range(len(words), 0, -1)]
    longest = next((sort for sort in heads if sort), None)
    return not text[:1].islower() or words[0] in {"các", "những"} or longest not in {None, Sort.BLOCKED}


def _squeezed(text: str) -> str:
    """Single spaces, and no blank line."""
    return "\n".join(line for line in (" ".join(part.split()) for part in text.splitlines()) if line)


class Token(NamedTuple):
    """A word or a mark; `key` is it in lower case with one spelling of tones; `line` says that it begins a line.

    `acronym` says that it is written in capitals only (UBND, GD&ĐT); `heads` are the known heads that begin here with
    their number of words, the longest first.
    """

    text: str
    key: str
    start: int
    end: int
    line: bool
    mark: bool
    acronym: bool = False
    heads: Heads = ()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def key_of(text: str) -> str:
    """The word in lower case with the tone where the newer spelling puts it: "Hoá" → "hóa", "Uỷ" → "ủy"."""
    return _OLD_TONE.sub(_move_tone, unicodedata.normalize("NFC", text).lower())


def _move_tone(found: re.Match[str]) -> str:
    vowel, marked = (group for group in found.groups() if group)
    letters = unicodedata.normalize("NFD", marked)
    return unicodedata.normalize("NFC", vowel + letters[1]) + letters[0]


def in_small(text: str) -> str:
    """A cell in capitals only as it is usually written, letter for letter: "PHÒNG KINH TẾ" → "Phòng Kinh Tế".

    What is no syllable is an abbreviation and stays: "UBND CÁC XÃ" → "UBND Các Xã". One word is left alone.
    """
    if not text.isupper() or len(text.split()) == 1:
        return text
    small = _WORD.sub(lambda word: word[0].capitalize() if _SYLLABLE.fullmatch(fold(word[0])) else word[0], text)
    return _MANY.sub(lambda many: many[1] + _COMMON.sub(lambda word: word[0].lower(), many[2]), small)


_WORD = re.compile(r"[^\W\d_]{2,}")
_MANY = re.compile(r"(Các )([^;.\n]*)")
_COMMON = re.compile(  # the nouns of a group, which no name begins with behind "các"
    r"\b(?:Sở|Ban|Ngành|Phòng|Đơn|Vị|Cơ|Quan|Địa|Phương|Đoàn|Thể|Tổ|Chức|Xã|Phường|Đặc|Khu|Bộ|Huyện|Thị|Liên|Có|Thuộc)\b"
)
_SYLLABLE = re.compile(r"(?:ngh?|gh|kh|ph|th|tr|ch|nh|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ngh?|ch|nh|[cmnpt])?")


def tokenise(text: str) -> tuple[Token, ...]:
    """Words and marks of a cleaned cell; a bracket stays with the words around it and is no token."""
    tokens: list[Token] = []
    end = 0
    for found in _TOKEN.finditer(text):
        word = found.group()
        if word[0] in "()":
            continue
        line = "\n" in text[end : found.start()]
        end = found.end()
        key = key_of(word)
        mark = word in _MARKS
        tokens.append(Token(word, key.rstrip(".") or key, found.start(), end, line, mark, _is_acronym(word)))
    return tuple(
        token._replace(heads=_heads(tokens, at)) if token.key in HEAD_PHRASES else token
        for at, token in enumerate(tokens)
    )


def _is_acronym(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1


def _heads(tokens: Sequence[Token], at: int) -> Heads:
    known = HEAD_PHRASES[tokens[at].key]
    return tuple([(HEADS[phrase], 1 + len(rest)) for rest, phrase in known if _goes_on(tokens, at + 1, rest)])


def phrase_end(tokens: Sequence[Token], at: int, table: Phrases) -> int | None:
    """The index after the first phrase of the table that stands at `at`."""
    if at < len(tokens):
        for rest, _ in table.get(tokens[at].key, ()):
            if _goes_on(tokens, at + 1, rest):
                return at + 1 + len(rest)
    return None


def _goes_on(tokens: Sequence[Token], at: int, keys: Sequence[str]) -> bool:
    """Whether these words stand at `at`, one after the other."""
    for key in keys:
        if at >= len(tokens) or tokens[at].key != key:
            return False
        at += 1
    return True


def is_over(tokens: Sequence[Token], at: int) -> bool:
    """Whether no word of the same phrase stands at `at`: the end, a mark, "và", or "Các" on a new line."""
    if at >= len(tokens) or tokens[at].mark or tokens[at].key in LINKS:
        return True
    return tokens[at].key == "các" and opens_line(tokens[at])


def opens_line(token: Token) -> bool:
    """Whether a word begins a line with a capital, so that a body may begin with it."""
    return token.line and token.capital


def keys_of(tokens: Sequence[Token]) -> str:
    """The tokens' keys with single spaces."""
    return " ".join([token.key for token in tokens])


def wording(tokens: Sequence[Token], start: int, end: int) -> str:
    """The tokens' text with single spaces."""
    return " ".join(token.text for token in tokens[start:end])
