"""What plain words mean: that something was read, which command they stand for, of which tasks. Pure.

A meaning acts on nothing. Words are matched with their accents where they were typed with them, else without.
"""

import re
import unicodedata
from itertools import pairwise

from data.lines.numbers import numbers_leading, numbers_within
from data.words import COURTESY, fold

# Words that mean "I have read it", those that go with them, and signs that stand for them.
_RECEIVED = {
    "ro", "ok", "oke", "oki", "okie", "okay", "nhan", "nghe", "vang", "biet", "nam", "nhat tri", "dong y", "tiep thu",
    "tiep nhan", "ghi nhan", "noted", "received", "understood", "got it",
}  # fmt: skip
POLITE = {word for word in COURTESY if " " not in word} | {
    "bao", "cam", "cua", "don", "dong", "dung", "have", "loi", "nhac", "noi", "on", "phong", "so", "thank", "thong",
    "tin", "tra", "van", "vi", "viec", "we", "y", "you",
}  # fmt: skip
_SIGNS = {"👍", "👌", "🆗", "🫡"}
_TINTS = set("🏻🏼🏽🏾🏿")

# What is meant, the more definite first: of "chưa xong" the first word counts, not the second.
_MEANINGS = {
    "khong phat sinh": "khong (?:co )?(?:gi )?phat sinh|khong co (?:hoat dong|gi)|chua (?:co )?phat sinh",
    "vuong": "vuong(?: mac)?|kho khan|bi tac|(?:khong|chua) (?:the )?(?:lam|thuc hien|trien khai|hoan thanh) duoc",
    "gia han": "gia han|lui (?:han|ngay|lai|den|sang)|xin (?:them|cham|lui|den)",
    "han": "bao gio|khi nao|ngay nao|han (?:den|cuoi|la|chot|nop|bao)|thoi han|con may ngay",
    "nhac sau": (
        "nhac (?:sau|lai)|de (?:sau|mai)|tam hoan"
        "|(?:mai|tuan sau|thang sau) (?:(?:em|toi|don vi|phong|se|moi) )*(?:lam|bao|nop|gui|xong)"
    ),
    "dang lam": "dang|du thao|tien do|(?:chua|sap|gan) (?:xong|hoan thanh|lam xong|kip)|moi (?:xong|lam)",
    "xong": (
        "xong|hoan thanh"
        "|da (?:lam|gui|nop|bao cao|trinh|ky|ban hanh|to chuc|dang|phat|trien khai|thuc hien|tham muu)"
        "|(?:lam|gui|nop|ban hanh|dang|phat|trien khai) (?:xong )?roi|(?:em|toi|xin|don vi) (?:gui|nop|bao cao)"
    ),
    "viec": "la gi|the nao|noi dung|nhu nao|lam gi|ai (?:lam|chu tri)|phai lam",
}
_IN_ENGLISH = {
    "khong phat sinh": "no activity|nothing to report",
    "vuong": "difficult(?:y|ies)|obstacles?|stuck",
    "gia han": "more time|extensions?|extended|postpone",
    "han": "deadline|when is|by when",
    "nhac sau": "remind (?:me|us) later|tomorrow please|later please",
    "dang lam": "not (?:yet )?(?:done|finished|completed)|in progress|working on|drafted",
    "xong": "done|finished|completed",
    "viec": "what is|who leads",
}
_MEANT = {command: re.compile(rf"\b(?:{words}|{_IN_ENGLISH[command]})\b") for command, words in _MEANINGS.items()}
_ROW = re.compile(r"^(?:[\s,;#]|va\b|viec\b|so\b|\d[\d.]*)+")
_READINGS = {"hoan": ("xong", "nhac sau"), "hoàn": ("xong",), "hoãn": ("nhac sau",)}


def is_acknowledgement(text: str) -> bool:
    """Whether a message says no more than that it was received: "rõ", "ok em", "dạ em nhận được ạ"."""
    if text.strip() and set(text.strip()) - _TINTS <= {*_SIGNS, " "}:
        return True
    said = re.sub(r"[^\w\s]", " ", fold(text)).split()
    pairs = {" ".join(pair) for pair in pairwise(said)}
    if not _RECEIVED & {*said, *pairs}:
        return False
    return set(said) <= POLITE | {word for phrase in _RECEIVED for word in phrase.split()}


def is_courtesy(text: str) -> bool:
    """Whether a message says no more than thanks, or that it was received."""
    said = re.sub(r"[^\w\s]", " ", fold(text)).split()
    return bool(text.strip()) and (is_acknowledgement(text) or set(said) <= POLITE)


def readings(text: str) -> tuple[tuple[str, ...], str]:
    """The commands that "hoan", "hoàn" or "hoãn" may stand for, and what follows it; no command in any other text."""
    head, _, rest = text.strip().partition(" ")
    word = unicodedata.normalize("NFC", head.casefold()).strip(":.,")
    return _READINGS.get(word, ()), rest.strip()


def names_another(caption: str) -> bool:
    """Whether the words with a file speak of some task by its number, or say something else than what it shows."""
    return bool(readings(caption)[0] or numbers_named(caption))


def meant(text: str) -> str | None:
    """The command that the words of a text stand for, whatever task it is about."""
    said = fold(text)
    return next((command for command, words in _MEANT.items() if words.search(said)), None)


def numbers_named(text: str) -> list[str]:
    """The tasks a text speaks of by number: "việc 10 …", or at its beginning, "10 xong rồi"."""
    said = fold(text)
    rest = _ROW.sub("", said)
    first = numbers_leading(said) if any(words.match(rest) for words in _MEANT.values()) else ()
    return list(dict.fromkeys([*first, *numbers_within(said)]))
