"""The ground on which a day of the Committee's moves, as people write it: a document, or who approves. Pure."""

import re
import unicodedata

from data.typed.cited import evidence_in
from data.words import fold, fold_in_place

# Who may approve, as people write it.
_LEADERS = re.compile(
    r"\b(?:chu tich|p?ct|lanh dao|thuong truc|uy ban|ubnd|hdnd|thuong vu|thanh uy|tinh uy|bi thu"
    r"|(?:vice[ -])?chair(?:man|woman|person)?|leaders?|committee|secretary)\b"
)
# A document called by its kind, though only by a part of its number: "letter no. 12".
_CALLED = re.compile(r"\b(?:letter|document|decision|dispatch|resolution) (?:no\.? ?)?\d")
# What leads to a ground at its beginning; the last of them, "by", stands before a day as well.
_UNDER = ("can cu", "theo", "on the grounds of", "on the ground of", "according to", "under", "by")
_BEFORE_GROUND = re.compile(rf"[\s,;:.(]+(?:{'|'.join(_UNDER[:-1])})(?![\w])")


def is_ground(text: str) -> bool:
    """Whether a text names a document, or somebody who may approve."""
    said = fold(text)
    return bool(evidence_in(text) or _LEADERS.search(said) or _CALLED.search(said))


def ground_of(text: str) -> str:
    """A ground without the words that only lead to it: "theo công văn số 15/UBND-VP" → "công văn số 15/UBND-VP"."""
    return without(text, *_UNDER)


def parted(text: str) -> tuple[str, str]:
    """What stands before a ground, and the ground: "30/06/2023 theo công văn số 15/UBND-VP"; it may be empty."""
    text = unicodedata.normalize("NFC", text).strip()
    match = _BEFORE_GROUND.search(fold_in_place(text))
    if match is None:
        return text, ""
    return text[: match.start()].strip(), ground_of(text[match.start() :].lstrip(" ,;:.(")).rstrip(" .")


def without(text: str, *openings: str) -> str:
    """The text without the words that only lead to it: "lý do: chờ ý kiến" → "chờ ý kiến"."""
    for opening in openings:
        words = text.split(maxsplit=len(opening.split()))
        count = len(opening.split())
        if fold(" ".join(words[:count])).rstrip(":,.") == opening:
            text = words[count] if len(words) > count else ""
    return text.lstrip(" :,.-")
