"""A command word with one slip of the fingers, right before the number of a task: "xogn 10", "xomg10". Pure."""

import re

from data.words import fold, is_slip

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
    near = [word for word in _WORDS if word[0] == match["word"][0] and is_slip(match["word"], word)]
    written = text.strip()[text.strip().find(next(each for each in text if each.isdigit())) :]
    return f"{near[0]} {written}" if len(near) == 1 else ""
