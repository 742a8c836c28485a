"""Text as people type it, brought to one form for comparing."""

import unicodedata

_MARKS = dict.fromkeys(range(0x300, 0x370))


def fold(text: str) -> str:
    """The text without accents, in lower case, with single spaces: "  Đôn  ĐỐC" → "don doc"."""
    plain = unicodedata.normalize("NFD", text.casefold()).translate(_MARKS).replace("đ", "d")
    return " ".join(unicodedata.normalize("NFC", plain).split())


def fold_in_place(text: str) -> str:
    """The text without accents, letter by letter, so that places in it are places in the text; that in NFC."""
    return "".join(fold(letter)[:1] or " " for letter in text)
