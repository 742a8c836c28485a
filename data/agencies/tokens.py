"""The words and marks of a cell, with what is not part of any name taken off."""

import re
import unicodedata
from typing import NamedTuple

from data.agencies.lexicon import HEADS, LONGEST_HEAD, Sort


class Token(NamedTuple):
    """A word or a mark; `key` is it in lower case with one spelling of tones; `line` says that it begins a line."""

    text: str
    key: str
    start: int
    end: int
    line: bool
    mark: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals only: UBND, GD&ĐT, HĐND-UBND."""
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) > 1 and all(map(str.isupper, letters))


_LONGEST_WORDS = 60  # letters in which a head surely ends
_OLD_TONE = re.compile(r"(o)([áàảãạ])\b|(o)([éèẻẽẹ])\b|(?<!q)(u)([ýỳỷỹỵ])\b")
_DASHES = re.compile(r"[‐‑‒–—―−]")
_NOISE = re.compile(r"[\u200b-\u200f\u2060\ufeff\"“”„«»*_|]|\.{2,}|…|\bv\.v\b\.?|\bvv\b\.?")
_DOUBLED = re.compile(r"\b(sở|bộ|các|phòng|ban|ubnd|cục) (?=\1\b)", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|\n)(?:[-+•·●▪◦‣■□]+|\d{1,2}[.)](?!\d)|[a-zđ]\)) ?| [•●▪◦‣■] ?| · ")
_ENUMERATOR = re.compile(r"(?<=[\s;,.])\d{1,2}[.)] (?=[A-ZĐƯỦ])")
_ROLE = "chủ trì|phối hợp|đầu mối"
_BODY = "cơ quan|đơn vị|các đơn vị|các cơ quan"
_ROLE_BRACKET = re.compile(
    rf"\((?:là |làm )?(?:(?:{_BODY}) )?"
    rf"(?:{_ROLE}|thường trực|chịu trách nhiệm|theo dõi|báo cáo|để biết|b/c|p/h|chính|hỗ trợ|thực hiện)[^()]*\)",
    re.IGNORECASE,
)
_ROLE_LABEL = re.compile(rf"(?:(?:{_BODY}) )?(?:{_ROLE}|thực hiện)(?: thực hiện| chính)? ?:", re.IGNORECASE)
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
_TOKEN = re.compile(
    r"\([^()]*\)|đ/c|\b(?:P|Q|H|X|K|TX|Tx)\.(?=\s?[A-ZĐÀ-Ỹ\d])|\d+(?:/[^\s,;]+)+"
    r"|[^\s,;:/().\-]+(?:-[^\s,;:/().\-]+)*|[,;:/().\-]"
)


def key_of(text: str) -> str:
    """The word in lower case with the tone where the newer spelling puts it: "Hoá" → "hóa", "Uỷ" → "ủy"."""
    return _OLD_TONE.sub(_move_tone, unicodedata.normalize("NFC", text).lower())


def _move_tone(found: re.Match[str]) -> str:
    vowel, marked = (group for group in found.groups() if group)
    letters = unicodedata.normalize("NFD", marked)
    return unicodedata.normalize("NFC", vowel + letters[1]) + letters[0]


def clean(cell: str) -> str:
    """The cell on one spelling of marks: bullets become ";", role words and noise go, lines are kept."""
    text = _NOISE.sub(" ", _DASHES.sub("-", unicodedata.normalize("NFC", cell)))
    text = _DOUBLED.sub("", _squeezed(text))
    text = _squeezed(_ENUMERATOR.sub("; ", _BULLET.sub(_bullet, text)))
    text = _squeezed(_ROLE_LABEL.sub(" ; ", _ROLE_BRACKET.sub(" ", text)))
    text = _squeezed(_ROLE_TAIL.sub(" ", _ROLE_LINK.sub(" ; ", text)))
    return _squeezed(_LEAD_IN.sub(" ", text))


def _bullet(found: re.Match[str]) -> str:
    """A separator; but a dash that the end of a line tore from its name (chính trị / - xã hội) stays."""
    following = found.string[found.end() : found.end() + _LONGEST_WORDS]
    torn = found.start() and found.group().strip() == "-" and not _opens_body(following)
    return " - " if torn else " ; "


def _opens_body(text: str) -> bool:
    words = [key_of(word.strip(",.;:")) for word in text.split()[:LONGEST_HEAD]]
    heads = [HEADS.get(tuple(words[:size])) for size in range(len(words), 0, -1)]
    longest = next((sort for sort in heads if sort), None)
    return not text[:1].islower() or words[0] in {"các", "những"} or longest not in {None, Sort.BLOCKED}


def _squeezed(text: str) -> str:
    """Single spaces, and no blank line."""
    return "\n".join(line for line in (" ".join(part.split()) for part in text.splitlines()) if line)


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
        tokens.append(Token(word, key.rstrip(".") or key, found.start(), end, line, word in ",;:/.-"))
    return tuple(tokens)
