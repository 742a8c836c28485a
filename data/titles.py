"""A long title in few words: cut where a phrase ends, and told apart from others of its plan by what differs."""

import re
import unicodedata
from collections.abc import Sequence

LONGEST = 100
# A phrase that ends before so much of the room is used would tell too little.
_LEAST = 0.55
# Where a phrase ends, the plainest ends first: a mark, what is said further of a thing, a link between two.
_ENDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=[\w)”\"])[,;:.](?= )| [–-] | \(",
        r" (?:được|nhằm|để|theo|gồm|bảo đảm|đảm bảo|trong đó) ",
        r" (?:của|trong|tại|cho|trên|từ|về|với|thuộc|bằng|giữa) ",
    )
)
# So many words begin what is told apart; what differs is led to by its name, a word with a capital so near before it.
_BEGIN, _NEAR, _LEAD = 4, 4, 2


def shorten(text: str, limit: int = LONGEST) -> str:
    """The text on one line, cut where a phrase ends, else at a word, with "…" where it is longer than `limit`.

    A closing full stop is dropped.
    """
    line = " ".join(unicodedata.normalize("NFC", text).split()).rstrip(" .;,")
    if len(line.removesuffix("…")) <= limit:
        return line
    for end in _ENDS:
        ends = [found.start() for found in end.finditer(line, 0, limit + 1) if found.start() >= limit * _LEAST]
        if ends:
            return _open(line[: ends[-1]])
    head, gap, _ = line[: limit + 1].rpartition(" ")
    if not gap:
        # A mark that has no letter of its own stays with the letter before it.
        end_at = next((at for at in range(limit, len(line)) if not unicodedata.combining(line[at])), len(line))
        head = line[:end_at]
    return _open(head)


def _open(head: str) -> str:
    return head.rstrip(" .,;:–-(“\"'") + "…"


def short_titles(titles: Sequence[str], limit: int = LONGEST) -> list[str]:
    """Each title cut; those that would read alike by how they begin, and by what differs."""
    found = [shorten(title, limit) for title in titles]
    told = list(found)
    words = [" ".join(title.split()).rstrip(" .;,").split() for title in titles]
    for place, short in enumerate(found):
        like = [at for at, other in enumerate(found) if other == short and words[at] != words[place]]
        if like and short.endswith("…"):
            alike = max(_shared(words[place], words[at]) for at in like)
            told[place] = _apart(words[place], alike, limit)
    return told


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _apart(words: Sequence[str], alike: int, limit: int) -> str:
    head = " ".join(words[:_BEGIN]).rstrip(" .,;:")
    differs = min(alike, len(words) - 1)
    named = (at for at in range(differs, max(differs - _NEAR, 0), -1) if words[at][0].isupper())
    rest = " ".join(words[max(_BEGIN, next(named, differs - _LEAD)) :])
    return f"{head} … {shorten(rest, limit - len(head) - len(' … '))}"
