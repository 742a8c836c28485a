"""What a note cites as evidence (Minh chứng): numbers of documents, and links; and what it says beside them. Pure."""

import re
import unicodedata
from datetime import date, timedelta

from data.words import fold

# What a document may be called before its number, as it is then kept; "văn bản" goes without saying.
_CALLED = {
    fold(name): name
    for name in (
        "báo cáo", "biên bản", "chỉ thị", "chương trình", "công văn", "giấy mời", "hướng dẫn", "kế hoạch", "nghị quyết",
        "phương án", "quyết định", "thông báo", "tờ trình",
    )
} | {"cv": "công văn"}  # fmt: skip
# Atomic: what has been read as a number is not taken apart again.
_NUMBER = (
    r"(?>\d{1,5}\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐ][A-ZĐa-zđ&.-]*(?:\s?-\s?[A-ZĐ][A-ZĐa-zđ&.-]*)*"
    # The Party's: "15-CV/TU".
    r"|\d{1,5}\s?-\s?[A-ZĐ]{1,5}\s?/\s?[A-ZĐ][A-ZĐa-zđ&.-]*"
    # In small letters by its form, "7/kh-vp", or by what leads to it, "so 7/vp".
    r"|\d{1,5}/(?:\d{4}/)?[a-zđ]{2,5}-[a-zđ&]{2,12}(?!\w)"
    r"|(?:(?<=[Ss]ố )|(?<=[Ss]o )|(?<=[Cc][Vv] )|(?<=[Vv][Bb] ))\d{1,5}/[a-zđ]{2,10}(?!\w))"
)
_DAY = (
    r"\d{1,2}(?:\s?/\s?\d{1,2}(?:\s?/\s?(?:\d{4}|\d{2}))?|-\d{1,2}(?:-(?:\d{4}|\d{2}))?|\.\d{1,2}(?:\.(?:\d{4}|\d{2}))?"
    r"|\s+th[áa]ng\s+\d{1,2}(?:\s+n[ăa]m\s+\d{4})?)(?![\d/]|[.-]\d)"
)
_DATED = rf"(?:[\s,(]+ng[àa]y\s+{_DAY}\)?)?"
_DATE = re.compile(r"(\d+)\D+(\d+)(?:\D+(\d+))?")
# "số 12/KH-VHTT", with or without its date.
_DOCUMENT = re.compile(rf"(?:(?:[Ss](?:ố|o)|[Nn]o\.?)\s+)?(?P<number>{_NUMBER})(?:[\s,(]+ng[àa]y\s+(?P<day>{_DAY}))?")
_HALF_A_YEAR = timedelta(days=183)
_CENTURY = 2000
_CALLED_BEFORE = re.compile(rf"(?:^|.*\W)(?P<called>{'|'.join(_CALLED)})\s+$")
_LINK = re.compile(r"https?://\S+")
_AFTER_LINK = ".,;:!?)]»”\"'"

# What stands apart at the end of a note, or before a mark at its beginning, says no more than the evidence does.
_CITATION = rf"(?:https?://\S+|(?:(?:[Ss](?:ố|o)|[Nn]o\.?)\s+)?{_NUMBER}{_DATED})"
_NAMES = "|".join({*_CALLED, *_CALLED.values(), "văn bản", "van ban"})
_APART = rf"(?i:(?:(?:theo|tại|tai|kèm|kem|{_NAMES}|vb|cv)\s+)*)"
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
        named = f"{_CALLED[called['called']]} số {number}" if called else f"số {number}"
        day = _dated(match["day"], near) if match["day"] else ""
        found.append(("document", f"{named} ngày {day}" if day else named))
    return tuple(found)


def _dated(words: str, near: date | None) -> str:
    """The date of a document with its year: as written where it has one, else as 06/03/2023; empty for none."""
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", words):
        return words
    match = _DATE.match(words)
    if match is None or (match[3] is None and near is None):
        return ""
    typed = int(match[3]) if match[3] else near.year if near else 0
    try:
        day = date(typed if typed > _CENTURY // 2 else _CENTURY + typed, int(match[2]), int(match[1]))
        if match[3] is None and near is not None and day - near > _HALF_A_YEAR:
            day = day.replace(year=day.year - 1)
    except ValueError:
        return ""
    return f"{day:%d/%m/%Y}"


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
