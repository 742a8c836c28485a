"""What plain words may mean: an acknowledgement, or a command for one of the unit's tasks. Pure.

A guess acts on nothing. Words are matched with their accents where they were typed with them, else without.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.facts import TaskFact
from data.lines.numbers import read_argument
from data.words import COURTESY, fold, fold_in_place

MAX_GUESSES = 4

# From which score on a task is a likely one; is so likely that no other need be shown; is named clearly, if alone.
_ENOUGH = 1.0
_SURE = 3.0
_CLEAR = 4.0

# Words that mean "I have read it", those that go with them, and signs that stand for them.
_RECEIVED = {
    "ro", "ok", "oke", "oki", "okie", "okay", "nhan", "nghe", "vang", "biet", "nam", "nhat tri", "dong y", "tiep thu",
    "tiep nhan", "noted", "received", "understood", "got it",
}  # fmt: skip
_COURTESY = {word for word in COURTESY if " " not in word} | {
    "bao", "cam", "cua", "don", "dong", "dung", "have", "loi", "nhac", "noi", "on", "phong", "so", "thank", "thong",
    "tin", "tra", "van", "vi", "viec", "we", "y", "you",
}  # fmt: skip
_SIGNS = {"👍", "👌", "🆗", "🫡"}
_TINTS = set("🏻🏼🏽🏾🏿")
_THANKS = re.compile(
    r"(?:(?:da|vang)(?: (?:a|em|anh|chi|vang))*|(?:(?:da|em|toi) )*xem(?: (?:roi|a|em|anh|chi))*"
    r"|(?:(?:da|vang|em|toi|xin) )*cam on(?: (?:a|em|anh|chi|nhe|nhieu|dong chi|sep|cac))*|thanks?(?: you)?)[.! ]*"
)
# All of what was told: "xong hết rồi", "cả 3 việc".
_ALL = re.compile(
    r"\b(?:het(?! (?:han|thang|quy|ngay|nam|tuan|suc))|tat ca|ca \d+ viec|ca (?:hai|ba|bon|nam) viec"
    r"|toan bo|all (?:done|tasks|of))\b"
)

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
_NUMBERED = re.compile(
    r"\b(?:viec|vc|nhiem vu|nv|muc|task)(?: so)? ?(?P<number>(?:[a-h]\.)?[ivx]+(?:\.\d+)+|\d{1,3}(?:\.\d{1,3})*)\b"
)
# Right behind what is done with a task, where it counts nothing and is no date: "chưa xong 10", "mai xong 10 ạ".
_BEHIND_VERB = re.compile(
    r"\b(?:xong|hoan thanh|lam|nop|vuong|gia han|lui|hoan|ok|oke|roi|nhan) (?P<number>\d{1,3}(?:\.\d{1,3})*)"
    r"(?![\w/%-]|\.\d)"
    r"(?=$|[\s,;.!]+(?:$|a\b|nhe|nha|em|anh|chi|roi|duoc|vao|trong|truoc|sau|den|mai|chieu|thi|chua|da|bi|vi|do)\b|[,;.!]+$)"
)

_READINGS = {"hoan": ("xong", "nhac sau"), "hoàn": ("xong",), "hoãn": ("nhac sau",)}
_DOCUMENTS = re.compile(r"\S*/\S*")

# What says nothing of a task: words of courtesy, of the meanings, and those of every office.
_EMPTY = {
    *_COURTESY - {"day", "ta", "thoi", "vay"},  # "dạy", "tả", "thời", "vay"
    "ay", "cac", "cao", "cho", "chua", "con", "cong", "dang", "de", "den", "do", "gi", "gio", "gui", "han", "hien",
    "hoach", "hoan", "hom", "ke", "khai", "khi", "khong", "kia", "la", "lai", "lam", "ma", "mai", "mot", "nam", "nao",
    "nay", "ngay", "nhiem", "nhu", "nhung", "nop", "quy", "sau", "tac", "tai", "thang", "thanh", "the", "them", "theo",
    "thi", "thuc", "tren", "trien", "trong", "truoc", "tu", "va", "ve", "voi", "vu", "vuong", "xong",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """A command and the tasks it may be meant for, the likeliest first; `named` where the text names one clearly."""

    command: str
    tasks: tuple[TaskFact, ...]
    named: bool


def is_acknowledgement(text: str) -> bool:
    """Whether a message says no more than that it was received: "rõ", "ok em", "dạ em nhận được ạ"."""
    if text.strip() and set(text.strip()) - _TINTS <= {*_SIGNS, " "}:
        return True
    said = re.sub(r"[^\w\s]", " ", fold(text)).split()
    pairs = {" ".join(pair) for pair in pairwise(said)}
    if not _RECEIVED & {*said, *pairs}:
        return False
    return set(said) <= _COURTESY | {word for phrase in _RECEIVED for word in phrase.split()}


def is_courtesy(text: str) -> bool:
    """Whether a message says no more than thanks, or that it was received."""
    said = re.sub(r"[^\w\s]", " ", fold(text)).split()
    return bool(text.strip()) and (is_acknowledgement(text) or set(said) <= _COURTESY)


def is_thanks(text: str) -> bool:
    """Whether a message is mere courtesy, which in private says that something was read: "dạ", "đã xem", "cảm ơn"."""
    return _THANKS.fullmatch(fold(text)) is not None


def received(text: str) -> list[str]:
    """The tasks of which a message says no more than that they were received: "ok 10"; none in any other."""
    numbers = numbers_named(text)
    return numbers if numbers and is_acknowledgement(re.sub(r"\d[\d.]*", " ", text)) else []


def is_of_all(text: str) -> bool:
    """Whether words are about all tasks together: "xong hết rồi ạ"."""
    return _ALL.search(fold(text)) is not None


def readings(text: str) -> tuple[tuple[str, ...], str]:
    """The commands that "hoan", "hoàn" or "hoãn" may stand for, and what follows it; no command in any other text."""
    head, _, rest = text.strip().partition(" ")
    word = unicodedata.normalize("NFC", head.casefold()).strip(":.,")
    return _READINGS.get(word, ()), rest.strip()


def names_another(caption: str) -> bool:
    """Whether the words with a file speak of some task by its number, or say something else than what it shows."""
    return bool(readings(caption)[0] or numbers_named(caption))


def guess(text: str, tasks: Sequence[TaskFact]) -> Guess | None:
    """What `text` may be meant for among the `tasks` a unit owes, the most urgent first; None if nothing comes near."""
    command = meant(text)
    numbers = numbers_named(text)
    numbered = tuple(task for task in tasks if not {fold(task.number), fold(task.typed)}.isdisjoint(numbers))
    if numbered:
        return Guess(command or "viec", numbered[:MAX_GUESSES], named=True)
    likely, score = _alike(text, tasks)
    if likely and (score >= _SURE or command is None):
        return Guess(command or "viec", likely, named=len(likely) == 1 and score >= _CLEAR)
    if command and command != "viec" and tasks:
        return Guess(command, tuple(dict.fromkeys((*likely, *tasks)))[:MAX_GUESSES], named=False)
    return None


def meant(text: str) -> str | None:
    """The command that the words of a text stand for, whatever task it is about."""
    said = fold(text)
    return next((command for command, words in _MEANT.items() if words.search(said)), None)


def is_plainly_done(text: str) -> bool:
    """Whether it says that the work is done, and not only that something was sent: "đã nộp bản giấy rồi"."""
    return re.search(r"\b(?:xong|hoan thanh|ht|done|finished|completed)\b", fold(text)) is not None


def is_put_off_work(text: str) -> bool:
    """Whether it is the work that is put off, and not its reminder: "mai em làm", "tuần sau xong"."""
    return meant(text) == "nhac sau" and re.search(r"\b(?:nhac|hoan|de sau|remind)\b", fold(text)) is None


def numbers_named(text: str) -> list[str]:
    """The tasks a text speaks of by number: "việc 10 …", or at its beginning, "10 xong rồi"."""
    said = fold(text)
    rest = _ROW.sub("", said)
    first = read_argument(said).numbers if any(words.match(rest) for words in _MEANT.values()) else ()
    found = [*_NUMBERED.finditer(said), *_BEHIND_VERB.finditer(said)]
    return list(dict.fromkeys([*first, *(each["number"] for each in found)]))


def without_numbers(text: str) -> str:
    """The text without the tasks it names by number, so that what is left may be searched for days."""
    text = unicodedata.normalize("NFC", text)
    plain = fold_in_place(text)
    spans = [found.span() for words in (_NUMBERED, _BEHIND_VERB) for found in words.finditer(plain)]
    kept = (letter for at, letter in enumerate(text) if not any(start <= at < end for start, end in spans))
    return " ".join("".join(kept).split())


def _alike(text: str, tasks: Sequence[TaskFact]) -> tuple[tuple[TaskFact, ...], float]:
    """The tasks whose words occur in the text, best first, and how well the first one fits.

    A word counts the less, the more tasks have it; two that stand together count more than the same two apart.
    """
    text = _DOCUMENTS.sub(" ", text)
    accented = fold(text) != " ".join(text.casefold().split())
    wanted = _pieces(text, accented=accented)
    had = [_pieces(f"{task.title} {task.product}", accented=accented) for task in tasks]
    spread = Counter(piece for pieces in had for piece in pieces)
    scores = [sum(_weight(piece) / spread[piece] for piece in wanted & pieces) for pieces in had]
    least = max([_ENOUGH, *(score / 2 for score in scores)])
    ranked = sorted((at for at, score in enumerate(scores) if score >= least), key=lambda at: -scores[at])
    return tuple(tasks[at] for at in ranked[:MAX_GUESSES]), max(scores, default=0)


def _weight(piece: tuple[str, ...]) -> int:
    return 1 if len(piece) == 1 else 3


def _pieces(text: str, *, accented: bool) -> frozenset[tuple[str, ...]]:
    """The words of a text that say something, and the pairs in which they stand together."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text.casefold()))
    keys = [word if accented else fold(word) for word in words]
    telling = [len(word) > 1 and not word.isdecimal() and fold(word) not in _EMPTY for word in words]
    singles = {(key,) for key, tells in zip(keys, telling, strict=True) if tells}
    pairs = {pair for pair, tells in zip(pairwise(keys), pairwise(telling), strict=True) if any(tells)}
    return frozenset(singles | pairs)
