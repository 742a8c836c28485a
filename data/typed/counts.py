"""What officers count in their notes: "3 tin 2 bài", "02 phóng sự", "15 tin, bài". Pure."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from data.words import fold_in_place

# As they are written together, the longer first; a count of news in one is written "tin, bài".
_NAMES = {
    "tin": "tin",
    "bai": "bài",
    "bai viet": "bài",
    "tin bai": "tin, bài",
    "tin va bai": "tin, bài",
    "bai tin": "tin, bài",
    "tin bai phong su": "tin, bài, phóng sự",
    "phong su": "phóng sự",
    "chuyen muc": "chuyên mục",
    "chuyen de": "chuyên đề",
    "chuyen trang": "chuyên trang",
    "video": "video",
    "clip": "clip",
    "to roi": "tờ rơi",
    "to gap": "tờ gấp",
    "pano": "pano",
    "pa no": "pano",
    "ap phich": "áp phích",
    "bang ron": "băng rôn",
    "tai lieu": "tài liệu",
    "lop": "lớp",
    "lop tap huan": "lớp",
    "buoi": "buổi",
    "hoi nghi": "hội nghị",
    "cuoc thi": "cuộc thi",
    "cuoc": "cuộc",
    "dot": "đợt",
    "luot": "lượt",
    "luot nguoi": "lượt người",
    "luot phat thanh": "lượt phát thanh",
    "nguoi": "người",
}
# All of them as a pattern, for folded text.
NOUNS = "|".join(r"[\s,]+".join(map(re.escape, name.split())) for name in sorted(_NAMES, key=lambda name: -len(name)))
_COUNT = re.compile(rf"(?<![\w/.,-])(?P<n>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})\s*(?P<noun>{NOUNS})(?![^\W_]|\s*/)")


@dataclass(frozen=True, slots=True)
class Count:
    """So many of one kind."""

    number: int
    noun: str


def counts_in(note: str) -> tuple[Count, ...]:
    """The counts in a note, summed by kind, in the order in which the kinds are named."""
    return _summed(_found(note))


def total(notes: Iterable[str]) -> tuple[Count, ...]:
    """The counts of several notes together."""
    return _summed(count for note in notes for count in _found(note))


def _found(note: str) -> Iterable[Count]:
    for match in _COUNT.finditer(fold_in_place(unicodedata.normalize("NFC", note))):
        noun = " ".join(match["noun"].replace(",", " ").split())
        yield Count(int(match["n"].replace(".", "")), _NAMES[noun])


def _summed(counts: Iterable[Count]) -> tuple[Count, ...]:
    sums: dict[str, int] = {}
    for count in counts:
        sums[count.noun] = sums.get(count.noun, 0) + count.number
    return tuple(Count(number, noun) for noun, number in sums.items())
