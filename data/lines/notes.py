"""What a note names: the documents and links it cites as evidence (Minh chứng), products (Sản phẩm), a ground. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from data.lines.days import WRITTEN_DAY, day_of_paper
from data.words import fold, fold_in_place

# What a document may be called before its number, as it is then kept; "văn bản" goes without saying.
_KINDS = {
    fold(name): name
    for name in (
        "báo cáo", "biên bản", "chỉ thị", "chương trình", "công văn", "giấy mời", "hướng dẫn", "kế hoạch", "nghị quyết",
        "phương án", "quyết định", "thông báo", "tờ trình",
    )
} | {"cv": "công văn"}  # fmt: skip
# Atomic: what has been read as a number is not taken apart again.
_NUMBER = (
    # The body may be one of several: "BC-TH1".
    r"(?>\d{1,5}\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐ][A-ZĐa-zđ&.-]*(?:\s?-\s?[A-ZĐ][A-ZĐa-zđ&.-]*)*(?:(?<=[A-ZĐ])\d{1,2}\b)?"
    # The Party's: "15-CV/TU".
    r"|\d{1,5}\s?-\s?[A-ZĐ]{1,5}\s?/\s?[A-ZĐ][A-ZĐa-zđ&.-]*"
    # In small letters by its form, "7/kh-vp", or by what leads to it, "so 7/vp".
    r"|\d{1,5}/(?:\d{4}/)?[a-zđ]{2,5}-[a-zđ&]{2,12}(?!\w)"
    r"|(?:(?<=[Ss]ố )|(?<=[Ss]o )|(?<=[Cc][Vv] )|(?<=[Vv][Bb] ))\d{1,5}/[a-zđ]{2,10}(?!\w))"
)
_DATED = rf"(?:[\s,(]+ng[àa]y\s+{WRITTEN_DAY}\)?)?"
# "số 12/KH-VHTT", with or without its date.
_DOCUMENT = re.compile(
    rf"(?:(?:[Ss](?:ố|o)|[Nn]o\.?)\s+)?(?P<number>{_NUMBER})(?:[\s,(]+ng[àa]y\s+(?P<day>{WRITTEN_DAY}))?"
)
_CALLED_BEFORE = re.compile(rf"(?:^|.*\W)(?P<called>{'|'.join(_KINDS)})\s+$")
_LINK = re.compile(r"https?://\S+")
_AFTER_LINK = ".,;:!?)]»”\"'"

# What stands apart at the end of a note, or before a mark at its beginning, says no more than the evidence does.
_CITATION = rf"(?:https?://\S+|(?:(?:[Ss](?:ố|o)|[Nn]o\.?)\s+)?{_NUMBER}{_DATED})"
_KIND_NAMES = "|".join({*_KINDS, *_KINDS.values(), "văn bản", "van ban"})
_APART = rf"(?i:(?:(?:theo|tại|tai|kèm|kem|{_KIND_NAMES}|vb|cv)\s+)*)"
_AT_START = re.compile(rf"^{_APART}{_CITATION}\s*(?:[,;:.]\s*|$)")
_ROUNDED_OFF = r"(?:\s+(?:ạ|nhé|nhe|nha))*[\s.,;:)]*$"
_AT_END = re.compile(rf"(?:^|(?<=[,;:.(]))\s*{_APART}{_CITATION}{_ROUNDED_OFF}|\s{_CITATION}{_ROUNDED_OFF}")
_HANGING = re.compile(r"(?i:(?:^|(?<=[\s,;:(]))(?:tại|theo|văn bản|van ban|vb|số|so|và|va)$)|[\s,;:.()-]+$")


def evidence_in(note: str, near: date | None = None) -> tuple[tuple[str, str], ...]:
    """Document numbers and links in a note, as (kind, value): ("document", "công văn số 12/VP ngày 05/02/2023").

    A date without its year is the one next to the day `near` on which the note was written, and is left out without
    that; a document is never from long after it.
    """
    found = [("link", match.group().rstrip(_AFTER_LINK)) for match in _LINK.finditer(note)]
    text = _LINK.sub(" ", unicodedata.normalize("NFC", note))
    for match in _DOCUMENT.finditer(text):
        number = re.sub(r"\s", "", match["number"]).rstrip(".-&")
        number = number.upper() if number.islower() else number
        called = _CALLED_BEFORE.match(_plain(text[: match.start()]))
        named = f"{_KINDS[called['called']]} số {number}" if called else f"số {number}"
        day = _dated(match["day"], near) if match["day"] else ""
        found.append(("document", f"{named} ngày {day}" if day else named))
    return tuple(found)


def documents_in(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where each document stands in a text, its bare number, and the words of its day; empty for none."""
    for match in _DOCUMENT.finditer(text):
        number = re.sub(r"\s", "", match["number"]).rstrip(".-&")
        yield match.start(), match.end(), number.upper() if number.islower() else number, match["day"] or ""


def _dated(words: str, near: date | None) -> str:
    """The date of a document with its year: as written where it has one, else as 06/03/2023; empty for none."""
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", words):
        return words
    day = day_of_paper(words, near)
    return f"{day:%d/%m/%Y}" if day else ""


def beside_evidence(note: str) -> str:
    """What a note says beside its evidence: "số 25/KH-NV, đã mở 03 lớp" → "đã mở 03 lớp"; it may be nothing.

    A citation in the middle of a sentence belongs to the sentence.
    """
    rest = " ".join(unicodedata.normalize("NFC", note).split())
    if not evidence_in(rest):
        return rest
    before = ""
    while before != rest:
        before, rest = rest, _HANGING.sub("", _AT_END.sub("", _AT_START.sub("", rest)))
    return rest


def _plain(text: str) -> str:
    """The text without accents, letter by letter; the last words are enough."""
    return " ".join(fold(text[-40:]).split()) + " " if text[-1:].isspace() else ""


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
_BETWEEN_PARTS = re.compile(r"(\s*[;,\n+]\s*(?:và\s+)?|\s+và\s+|\s+-\s+|\s+(?=[A-ZĐ]))")
_LIST_AFTER = re.compile(r"^[^:;,]*:\s*(?=.*[;,\n])", re.DOTALL)
_EDGES = " ,;:.-+\n\t"
_ARTICLES = {"cac", "bo", "nhung", "phan"}
_AND = re.compile(r"^[\s,;+&]*(?:(?:và|va)\s+)?", re.IGNORECASE)
_ANY_DOCUMENT = re.compile(r"(?:s[ốo] )?\d{1,5} ?/|https?://", re.IGNORECASE)
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
    pieces = _BETWEEN_PARTS.split(text)
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
        if taken and _ANY_DOCUMENT.match(" ".join(piece.split()[taken:])):
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


# Who may approve, as people write it.
_LEADERS = re.compile(
    r"\b(?:chu tich|p?ct|lanh dao|thuong truc|uy ban|ubnd|hdnd|thuong vu|thanh uy|tinh uy|bi thu"
    r"|(?:vice[ -])?chair(?:man|woman|person)?|leaders?|committee|secretary)\b"
)
# A document called by its kind, though only by a part of its number: "công văn số 12", "letter no. 12".
_CALLED = re.compile(
    r"\b(?:(?:letter|document|decision|dispatch|resolution) (?:no\.? ?)?"
    r"|(?:cong van|cv|van ban|quyet dinh|thong bao|ket luan|to trinh)(?: so)? )\d"
)
# What leads to a ground at its beginning; the last of them, "by", stands before a day as well.
_UNDER = ("can cu", "theo", "on the basis of", "on the grounds of", "on the ground of", "according to", "under", "by")
_BEFORE_GROUND = re.compile(rf"[\s,;:.(]+(?:{'|'.join(_UNDER[:-1])})(?![\w])")


# The lines that we show have a gap where the figures or words of whoever types them belong; ours are short.
_GAP = r"(?:…|\.{3,})"
_COUNTED = "tin|bài|bai|lớp|lop|tài liệu|tai lieu|chuyên (?:đề|mục)|chuyen (?:de|muc)|ngay"
_BEFORE_GAP = r"số|so|no\.|theo|l[yý] do|because|c[oô]ng v[aă]n|qu[yý]|quarter|th[eê]m|add|thay|replace|bang|by"
_SAMPLE = re.compile(
    rf"{_GAP}\s?(?:(?:{_COUNTED})\b|/)|\b(?:{_BEFORE_GAP})\s?{_GAP}|(?:^|:\s*|[\dA-Z]\s){_GAP}$"
    r"|\b(?:và lý do|và đường liên kết|and what is to be added|and the link)$"
)
_LINE = 60


def is_sample(text: str) -> bool:
    """Whether what stands behind a command is what we print there: "1 … tin … bài", "10 số …/KH", "10 VP và lý do"."""
    said = unicodedata.normalize("NFC", text).strip()
    return len(said) <= _LINE and _SAMPLE.search(said) is not None


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
