"""White space, accents and line breaks of Vietnamese text."""

import re
import unicodedata
from collections.abc import Iterable

from data.words import unpiled

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))

EMPHASIS = re.compile(r"\*([^*\s][^*\n]{0,200})\*")


def tidy(text: str) -> str:
    """Composed letters, single spaces, nothing invisible and no Markdown emphasis."""
    plain = unicodedata.normalize("NFC", unpiled(text.translate(INVISIBLE))).replace("**", "")
    return " ".join(EMPHASIS.sub(r"\1", plain).split())


def tidy_lines(text: str) -> str:
    """The same for each line of a cell; blank lines are dropped."""
    return "\n".join(filter(None, map(tidy, text.splitlines())))


def fold(text: str) -> str:
    """Lower case without accents, for comparing: "Nhiệm vụ" → "nhiem vu"."""
    plain = unicodedata.normalize("NFD", tidy(text).lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def begins_lower(text: str) -> bool:
    """Whether it goes on with a sentence rather than beginning one."""
    return text[:1].islower()


def ends_sentence(text: str) -> bool:
    """Whether nothing is missing at its end."""
    return text.rstrip("*_\"”' ")[-1:] in {".", ";", ":", "!", "?", "…", "/"}


def join_wrapped(lines: Iterable[str]) -> str:
    """Lines broken by the page's width as one: a hyphen inside a word ("HĐND-", "2021-") takes no space."""
    joined: list[str] = []
    for line in filter(None, map(str.strip, lines)):
        if joined and not re.search(r"\w[-/]$", joined[-1]):
            joined.append(" ")
        joined.append(line)
    return "".join(joined)
