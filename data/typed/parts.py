"""The products that a task's cell names one by one (Sản phẩm), and those of them that somebody speaks of. Pure."""

import re
import unicodedata
from collections.abc import Iterator

from data.words import fold

# What can be handed in by itself. Other words after a comma belong to what stands before it.
_NOUN = (
    r"(?:(?:các|bộ|những)\s+)?(?:kế hoạch|báo cáo(?! viên)|tài liệu|lớp|văn bản|quyết định|chỉ thị|nghị quyết|tờ trình"
    r"|đề án|đề cương|chương trình|phương án|quy chế|quy trình|danh mục|công văn|thông báo|hướng dẫn|biên bản|hồ sơ"
    r"|dự toán|dự thảo|hội nghị|hội thảo|hội thi|cuộc thi|tờ gấp|bản tin|sổ tay|cẩm nang|biểu mẫu|chuyên đề|kết luận)"
    r"(?![^\W_])"
)
_STARTS = re.compile(_NOUN, re.IGNORECASE)
_BARE = re.compile(_NOUN + r"$", re.IGNORECASE)
# Pieces of news are counted, not handed in one by one.
_NEWS = re.compile(
    r"(?:các\s+)?(?:tin|bài|phóng sự|chuyên mục|chuyên trang|tờ rơi|pa-?nô|áp phích)(?![^\W_])", re.IGNORECASE
)
_BETWEEN = re.compile(r"(\s*[;,\n+]\s*(?:và\s+)?|\s+và\s+|\s+-\s+|\s+(?=[A-ZĐ]))")
_LIST_AFTER = re.compile(r"^[^:;,]*:\s*(?=.*[;,\n])", re.DOTALL)
_EDGES = " ,;:.-+\n\t"
_ARTICLES = {"cac", "bo", "nhung", "phan"}
_AND = re.compile(r"^[\s,;+&]*(?:(?:và|va)\s+)?", re.IGNORECASE)
_DOCUMENT = re.compile(r"(?:s[ốo] )?\d{1,5} ?/|https?://", re.IGNORECASE)
# "văn bản số 12/KH-VP" is evidence for all, unless it says which document: "văn bản triển khai".
_VAGUE = {("van", "ban")}


def parts_of(product: str) -> tuple[str, ...]:
    """The products of a cell, as written: "Kế hoạch, Báo cáo" → ("Kế hoạch", "Báo cáo"); empty where it is one.

    Pieces of news ("Tin, bài, phóng sự") are one product, whose number counts.
    """
    text = unicodedata.normalize("NFC", product).strip(_EDGES)
    text = _LIST_AFTER.sub("", text)
    if _NEWS.match(text):
        return ()
    found = [""]
    pieces = _BETWEEN.split(text)
    for between, piece in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        if _is_new(found[-1], between, piece):
            found.append(piece)
        else:
            found[-1] += between + piece
    named = dict.fromkeys(" ".join(part.strip(_EDGES).split()) for part in found if part.strip(_EDGES))
    return tuple(named) if len(named) > 1 else ()


def named_first(parts: tuple[str, ...], text: str) -> tuple[tuple[str, ...], str]:
    """Those of `parts` that a text begins with, one after another, and the rest as written.

    Two words of a longer name are enough, or their first letters ("kh"); where they are the beginning of several, these
    are all given. One behind a comma is named too if it has a document: "Kế hoạch số 1/KH-TP, Báo cáo số 2/BC-TP".
    """
    found: list[str] = []
    while True:
        start = _AND.sub("", text) if found else text.strip()
        taken, best = _named_at(parts, start)
        if not taken:
            break
        found += [part for part in best if part not in found]
        text = start.split(maxsplit=taken)[taken] if len(start.split()) > taken else ""
    if found:
        found += [part for part in _documented(parts, text) if part not in found]
    return tuple(found), text.strip(" ,;:.")


def named_in(parts: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Those of `parts` that are named anywhere in a text."""
    words = text.split()
    starts = (" ".join(words[at:]) for at in range(len(words)))
    return tuple(dict.fromkeys(part for start in starts for part in _named_at(parts, start)[1]))


def _named_at(parts: tuple[str, ...], text: str) -> tuple[int, list[str]]:
    """How many words at the beginning of a text name a part, and the parts they name."""
    taken = max((_in_common(part, text) for part in parts), default=0)
    return taken, [part for part in parts if taken and _in_common(part, text) == taken]


def _documented(parts: tuple[str, ...], text: str) -> Iterator[str]:
    """The parts behind a comma in a text that a document is named for."""
    for piece in re.split(r"[,;\n]\s*|\s+(?:và|va)\s+", text)[1:]:
        taken, best = _named_at(parts, piece)
        if taken and _DOCUMENT.match(" ".join(piece.split()[taken:])):
            yield from best


def _is_new(before: str, between: str, piece: str) -> bool:
    """Whether a piece of the cell is a product of its own."""
    if not _STARTS.match(piece):
        return ";" in between
    # Without a mark between them only names that stand alone are two: "Kế hoạch Báo cáo".
    return bool(between.strip()) or _BARE.match(before.strip(_EDGES)) is not None


def _in_common(part: str, text: str) -> int:
    """How many words of `text` name the part; 0 where they do not."""
    typed = [fold(word).strip(",;:.") for word in text.split()]
    skipped = next((at for at, word in enumerate(typed) if word not in _ARTICLES), len(typed))
    name = [word for word in fold(part).split() if word not in _ARTICLES]
    if typed[skipped : skipped + 1] == ["".join(word[0] for word in name[:2])] and len(name) > 1:
        return skipped + 1
    same = 0
    for one, other in zip(name, typed[skipped:], strict=False):
        if one != other:
            break
        same += 1
    if same < min(2, len(name)) or (tuple(name[:same]) in _VAGUE and same < len(name)):
        return 0
    return skipped + same
