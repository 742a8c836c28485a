"""An invitation code among the words it is passed on with: "mã mời: “8BVCMU53”." Pure."""

import re

from data.words import fold

# As `data.people.addressing` makes them; typed in small letters too.
_CODE = re.compile(r"(?=[A-Z]*[2-9])(?=[2-9]*[A-Z])[2-9A-HJKMNP-Z]{8}")
_WORD = re.compile(r"[^\W_]+")
_CALLED = re.compile(r"\b(?:ma|code)\b")


def code_in(text: str) -> str | None:
    """The first word that is written like a code; else all of a text that comes to one, as "8BVC MU53" does."""
    words = [word.upper() for word in _WORD.findall(text)]
    return next((word for word in (*words, "".join(words)) if _CODE.fullmatch(word)), None)


def is_code(text: str) -> bool:
    """Whether a text is nothing but a code, whatever signs stand around it."""
    words = _WORD.findall(text)
    return len(words) == 1 and code_in(text) is not None


def tells_code(text: str) -> bool:
    """Whether a text calls something in it a code, and something in it is written like one."""
    return code_in(text) is not None and _CALLED.search(fold(text)) is not None
