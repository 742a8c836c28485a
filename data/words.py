"""The one kit under all that is read in Vietnamese: deadlines, agencies and typed lines. Pure.

Fold a text; cut it into tokens that keep their places; walk over them with a Cursor, by rules. What is not there is
None, for a phrase, a number and a rule alike.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, wraps
from typing import Concatenate, Generic, NamedTuple, ParamSpec, Protocol, TypeVar

_MARKS = dict.fromkeys(range(0x300, 0x370))
# A mark on the letter before it is no letter, no digit, and none of the signs that are common round about ours.
_MARK = r"[^\w\s\x00-\u02ff\u2000-\u20cf\u2100-\u2bff\u3000-\u3020]"
_MOST_PILED = 30
_PILED = re.compile(rf"{_MARK}{{{_MOST_PILED + 1},}}")


def unpiled(text: str) -> str:
    """The text with at most 30 marks on one letter: Python sorts them in a time that grows by their square."""
    return _PILED.sub(lambda piled: piled[0][:_MOST_PILED], text)


# What only colours the sign before it, or puts it on a key; and what takes no place in a line.
_COLOURING = re.compile("[\N{VARIATION SELECTOR-1}-\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}]")
# Pictures, in which skin and hair stand behind the first sign; and faces made of marks.
_PICTURE = re.compile(
    "[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]+"
    r"|(?<!\S)(?:[:;=]-?[)(DPp]+|\^[_.]?\^)(?!\S)"
)


def shown(text: str) -> str:
    """`text` without marks that nobody sees: zero-width blanks, joiners, what a keyboard puts behind a picture."""
    return "".join(sign for sign in _COLOURING.sub("", text) if unicodedata.category(sign) != "Cf")


def without_pictures(text: str) -> str:
    """`text` without emoji and the like, which say nothing that could be put on record."""
    return _PICTURE.sub(" ", shown(text)).strip() if _PICTURE.search(text) else text


def fold(text: str) -> str:
    """The text without accents, in lower case, with single spaces: "  Đôn  ĐỐC" → "don doc"."""
    plain = unicodedata.normalize("NFD", unpiled(text.casefold())).translate(_MARKS).replace("đ", "d")
    return " ".join(unicodedata.normalize("NFC", plain).split())


def fold_in_place(text: str) -> str:
    """The text without accents, letter by letter, so that places in it are places in the text; that in NFC."""
    return "".join(map(_plain_letter, text))


@lru_cache(maxsize=1024)
def _plain_letter(letter: str) -> str:
    return fold(letter)[:1] or " "


class Word(Protocol):
    """What a Cursor walks over: a piece of text with its place."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""

    @property
    def end(self) -> int:
        """Where the text goes on behind it."""

    @property
    def word(self) -> str:
        """It, folded; "" where no phrase may hold it."""

    @property
    def number(self) -> int | None:
        """The whole number that it names in digits or in letters."""


class Token(NamedTuple):
    """A word, a number or a mark of a line."""

    start: int
    end: int
    word: str
    number: int | None = None


AHEAD = 16
"""So many empty tokens close a row, so that looking ahead needs no bounds."""

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_LONGEST_NUMBER = 9  # digits; Python refuses to turn thousands of them into an int


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words, numbers and marks of a line, their places in its NFC form, closed by empty ones."""
    shown = unicodedata.normalize("NFC", text)
    plain = fold_in_place(shown)
    accented = plain != shown.lower()
    cut = [_token(found, shown, accented=accented) for found in _TOKEN.finditer(plain)]
    return (*cut, *[Token(len(plain), len(plain), "")] * AHEAD)


def _token(found: re.Match[str], shown: str, *, accented: bool) -> Token:
    start, end = found.span()
    return Token(start, end, found[0], number_of(shown[start:end], accented=accented))


def number_of(word: str, *, accented: bool) -> int | None:
    """The number that a word names: "12" → 12, "Hai" → 2; `accented` says whether its text is written with accents."""
    if word.isdecimal():
        return int(word) if len(word) <= _LONGEST_NUMBER else None
    return (_SPELT if accented else _SPELT_BARE).get(word.lower())


# "Năm" is left out: it is the year.
_SPELT = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
# Of a text without accents: those that spell nothing else of time.
_SPELT_BARE = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "chin": 9, "muoi": 10}
_TEN = 10

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""A table of phrases by their first words: what follows it, and the whole phrase."""


def phrases(*texts: str) -> Phrases:
    """Make a table of phrases; of those that stand at one place, the one written first is taken, be it the shorter."""
    table: Phrases = {}
    for text in texts:
        first, *rest = text.split()
        table.setdefault(first, []).append((tuple(rest), text))
    return table


@cache  # of the lists written in the rules themselves, a few hundred
def _phrases(texts: tuple[str, ...]) -> Phrases:
    return phrases(*texts)


W = TypeVar("W", bound=Word)
R = TypeVar("R")
P = ParamSpec("P")


class Cursor(Generic[W]):
    """A place in a row of closed tokens. What it takes it moves past; where that is not there, None, and no move."""

    __slots__ = ("at", "tokens")

    def __init__(self, tokens: Sequence[W], at: int = 0) -> None:
        """Stand at a place of a row."""
        self.tokens, self.at = tokens, at

    @property
    def here(self) -> W:
        """The token at this place."""
        return self.tokens[self.at]

    @property
    def word(self) -> str:
        """Its word."""
        return self.tokens[self.at].word

    def near(self, steps: int) -> W:
        """The token so many steps on; with less than none, behind. Before the first stands an empty one."""
        return self.tokens[self.at + steps]

    def next(self) -> W:
        """Take the token that stands here, whatever it is."""
        self.at += 1
        return self.tokens[self.at - 1]

    def ahead(self, steps: int = 0) -> "Cursor[W]":
        """Another cursor so many steps on, for looking without moving."""
        return Cursor(self.tokens, self.at + steps)

    def take(self, *texts: str) -> str | None:
        """Take the first of a few phrases that stands here, and give it."""
        table = _phrases(texts)
        return self.phrase(table) if self.tokens[self.at].word in table else None

    def phrase(self, table: Phrases) -> str | None:
        """Take the first phrase of the table that stands here, and give it."""
        tokens = self.tokens
        for rest, text in table.get(tokens[self.at].word, ()):
            at = self.at + 1
            for part in rest:
                if tokens[at].word != part:
                    break
                at += 1
            else:
                self.at = at
                return text
        return None

    def sees(self, *texts: str) -> bool:
        """Whether one of a few phrases stands here."""
        at = self.at
        seen = self.phrase(_phrases(texts)) is not None
        self.at = at
        return seen

    def small(self, top: int) -> int | None:
        """Take a number from 1 to `top`, in digits or in letters, "mười hai" too."""
        number, at = self.here.number, self.at + 1
        if number == _TEN and not self.word.isdecimal() and (ones := self.tokens[at].number) in {1, 2}:
            number, at = _TEN + ones, at + 1
        if number is None or not 1 <= number <= top:
            return None
        self.at = at
        return number


Reader = Callable[Concatenate[Cursor[W], P], R | None]


def rule(read: Reader[W, P, R]) -> Reader[W, P, R]:
    """Make a reader a rule: where it comes to None, the cursor is put back. One without a value to give gives True."""

    @wraps(read)
    def tried(cursor: Cursor[W], /, *args: P.args, **named: P.kwargs) -> R | None:
        at = cursor.at
        found = read(cursor, *args, **named)
        if found is None:
            cursor.at = at
        return found

    return tried


def opened_by(openings: Iterable[str], *, numbers: bool = False) -> Callable[[Reader[W, P, R]], Reader[W, P, R]]:
    """Make a reader a rule that is tried only where one of these words stands, the first ones of all that it reads.

    "" stands for what has no word, as a date; `numbers` too may open it. It saves much: most rules are tried at most
    words, and fail.
    """
    words = frozenset(opening.partition(" ")[0] for opening in openings)

    def made(read: Reader[W, P, R]) -> Reader[W, P, R]:
        @wraps(read)
        def tried(cursor: Cursor[W], /, *args: P.args, **named: P.kwargs) -> R | None:
            at = cursor.at
            here = cursor.tokens[at]
            if here.word not in words and not (numbers and here.number is not None):
                return None
            found = read(cursor, *args, **named)
            if found is None:
                cursor.at = at
            return found

        _OPENINGS[tried] = words
        return tried

    return made


_OPENINGS: dict[object, frozenset[str]] = {}


def openings(read: object) -> frozenset[str]:
    """The words by which a rule is opened: who has many rules need not try it at any other word."""
    return _OPENINGS[read]


# Words that only round off or soften what is said, folded. These are nothing else, wherever they stand:
SOFTENERS = (
    "a", "ah", "ak", "oi", "nhe", "nha", "nhen", "nhi", "roi", "em", "anh", "chi", "sep", "dong chi", "cac dong chi",
    "dc", "ac", "ca nha", "moi nguoi",
)  # fmt: skip
# These too at a question's end; before it "ban", "chu" begin a body's name, "the", "day" other words.
ENDINGS = (*SOFTENERS, "ban", "bac", "co", "chu", "the", "vay", "day", "ta")
COURTESY = (
    *ENDINGS, "chau", "thay", "minh", "toi", "da", "vang", "u", "uh", "uhm", "thoi", "luon", "duoc", "xin", "ok", "oke",
    "cam on", "thanks", "thank you", "please",
)  # fmt: skip
"""All of them: a line of nothing else says nothing. Behind "chưa" some say much: "chưa được", "chưa thấy"."""
# What joins the parts of a question, or says of which sort they are.
FILLERS = (
    "va", "and", "cua", "thuoc", "tai", "cho", "ve", "o", "trong", "doi voi", "don vi", "nhom", "viec", "ky",
    "of", "in", "for",
)  # fmt: skip


def alternatives(words: Iterable[str]) -> str:
    """Words or phrases as a pattern's alternatives for folded text, the longer first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word)))


def is_slip(typed: str, word: str) -> bool:
    """Whether at most one letter is wrong, missing or too many, or two stand the wrong way round."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - it is long to load, and a shell command may need none

    return OSA.distance(typed, word, score_cutoff=1) <= 1


def alike(typed: str, names: Sequence[str], least: int, most: int) -> list[str]:
    """So many names at most that are like what was typed by `least` of 100 or more, the likest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - as above

    near = process.extract(typed, names, scorer=fuzz.ratio, limit=most, score_cutoff=least)
    return [name for name, _, _ in near]


def vocabulary(words: str) -> frozenset[str]:
    """The words of a table, written one after the other."""
    return frozenset(words.split())


def any_of(*phrases: str) -> re.Pattern[str]:
    """One of some phrases of a folded line, each a pattern, as whole words."""
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")
