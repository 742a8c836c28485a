"""Text as people type it, brought to one form for comparing."""

import re
import unicodedata

_MARKS = dict.fromkeys(range(0x300, 0x370))
# A mark on the letter before it is no letter, no digit, and none of the signs that are common round about ours.
_MARK = r"[^\w\s\x00-\u02ff\u2000-\u20cf\u2100-\u2bff\u3000-\u3020]"
_PILED = re.compile(rf"({_MARK}{{30}}){_MARK}+")


def unpiled(text: str) -> str:
    """The text with at most 30 marks on one letter: Python sorts them in a time that grows by their square."""
    return _PILED.sub(r"\1", text)


def fold(text: str) -> str:
    """The text without accents, in lower case, with single spaces: "  Đôn  ĐỐC" → "don doc"."""
    plain = unicodedata.normalize("NFD", unpiled(text.casefold())).translate(_MARKS).replace("đ", "d")
    return " ".join(unicodedata.normalize("NFC", plain).split())


def fold_in_place(text: str) -> str:
    """The text without accents, letter by letter, so that places in it are places in the text; that in NFC."""
    return "".join(fold(letter)[:1] or " " for letter in text)
