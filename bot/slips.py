"""A command word with one slip of the fingers, right before the number of a task: "xogn 10", "xomg10". Pure."""

import re

from data.words import fold

# The few words that are typed daily.
_WORDS = ("xong", "viec", "vuong", "gia han", "dang lam", "da nhan")
# These are words of their own.
_OTHERS = frozenset({"xuong", "song", "rong", "bong", "xung", "viet", "biec", "cuong", "xoang"})
_TYPED = re.compile(r"/?(?P<word>[a-z]{3,6}(?: [a-z]{3,4})?)\s*(?P<number>\d.*)", re.DOTALL)


def mended(text: str) -> str:
    """The line as it may have been meant; empty where it is none with a slip."""
    match = _TYPED.fullmatch(fold(text))
    if match is None or match["word"] in _WORDS or match["word"] in _OTHERS:
        return ""
    near = [word for word in _WORDS if word[0] == match["word"][0] and _is_slip(match["word"], word)]
    written = text.strip()[text.strip().find(next(each for each in text if each.isdigit())) :]
    return f"{near[0]} {written}" if len(near) == 1 else ""


def _is_slip(typed: str, word: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two stand the wrong way round."""
    if abs(len(typed) - len(word)) > 1:
        return False
    at = next((at for at, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), len(word))
    behind = {typed[at + 1 :] == word[at + 1 :], typed[at:] == word[at + 1 :], typed[at + 1 :] == word[at:]}
    return True in behind or (typed[at : at + 2] == word[at : at + 2][::-1] and typed[at + 2 :] == word[at + 2 :])
