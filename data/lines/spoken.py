"""A line as the readers see it, and how much of it is understood; what says no more than that it was read. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from data.lines.marked import Marked
from data.lines.normal import normal
from data.words import any_of, vocabulary


@dataclass(frozen=True, slots=True)
class Line:
    """The line as typed, and with what it names put aside."""

    text: str
    marks: Marked

    @property
    def said(self) -> str:
        """Its normal form."""
        return self.marks.said

    @property
    def start(self) -> str:
        """As much of it as one question or request has words; what is longer is a report, read clause by clause."""
        return self.marks.said[:LONG]


LONG = 300
"""Of more letters than these in a row nothing is read together: some tables look from every word to every other."""

# Words that only address somebody, soften, or round off: a line of nothing else says nothing.
POLITE = vocabulary(
    "a dạ da vang u ok em anh chi co chu bac sep dong cac ban minh toi oi nhe nha nhi nho voi roi thoi day vay the"
    " duoc luon ca nua cam on xin thua kinh gui lai nay ạ nghe cung la thi va cho noi do rat nhieu qua lam ad admin"
    " he thong bot ben phuong xa phong don vi phía chung cua co so uy ban ubnd hi hihi haha alo chao"
)
# Words that tell that the line is about work of a plan.
OF_WORK = re.compile(
    r"\b(?:viec|nhiem vu|bao cao|ke hoach|nop|tuyen truyen|cchc|tin|bai|ket qua|quy|ky"
    "|zper[a-z]|han|so lieu|minh chung|van ban"
    r"|cong viec|don vi|phat sinh|tien do|van ban|dau muc|noi dung)\b"
)

# Who tells of these is at work, wherever it is done: "treo băng rôn dọc các tuyến đường".
DEEDS = re.compile(
    r"\b(?:treo|bang ron|pano|to roi|khau hieu|phat (?:thanh|loa|tren loa|to)|truyen thanh|tuyen truyen|tap huan"
    r"|(?:viet|đăng|dang) (?:tin|bai))\b"
)

# Of these people talk among themselves.
SMALL_TALK = any_of(
    # Numbers that are none of ours,
    r"(?:lop|ban|phong|tang|so nha|nha so|so bao danh|toa|ghe|size|xe so|giuong|bai tap|bai|quan|duong|pho) \d+",
    r"\d+ (?:cong|nhan|chia) \d+", r"nhe nguoi", "ty so", r"thang \d ?- ?\d",
    # food, drink, home and family,
    "di (?:le(?! tan)|an|choi|cho|lam ve|kham|du lich|uong|cuoi|dam|com)", "an (?:com|trua|sang|toi|chua|gi)",
    "uong (?:nuoc|bia|cafe|tra)",
    "nhau", "lien hoan", "karaoke", "ca phe", "cafe", "bun",
    "(?<!thanh )(?<!dan )(?<!khu )pho(?! (?:bien|cap|thong|chu tich"
    "|phong))", "tra sua", "bia hoi", "nau", "ve (?:thoi|nha|som)",
    "^ve chua",
    r"viec nha(?! \w*bao)", "viec rieng", "con (?:be|em|toi|anh|chi) ", "me", "vo", "chong", "(?<!ngon )ngu",
    "sinh nhat",
    "dam cuoi", "ket hon", "tuoi", "xinh", "dep trai",
    # sports and shows, weather, roads,
    "bong (?:da|chuyen)", "[dđ][aá] bong", "cau long", "tran (?:bong|đau)", "viet nam", "doi tuyen", "world cup",
    "ghi ban", "phim",
    "bai hat", "troi (?:mua|nang|lanh|nong|dep|ret|toi)", "thoi tiet", "nong qua", "lanh qua", "ret",
    "mua (?:to|qua|khong|mua)", "duong", "xe", "t[aắ]c duong", "ngap",
    "lai xe", "den muon", "(?:mat|mất|cat) dien",
    # pay, holidays, meetings, the office,
    "luong", "thuong tet", "nghi (?:le|tet|he|hue)", "giỗ", "gio to", "le (?:hoi|chua"
    "|den)", "du xuan", "lich hop", "co hop", r"hop (?:luc|o|may)",
    "lich truc",
    "ai truc", "(?:muon|mượn) (?:phong|m[aá]y|xe|but)", "cho mượn", r"zcnt[a-z] (?:hop|di|an)",
    "(?<!đứng )(?<!dung )(?<!xep )thu may", "may gio roi", "lang nhang",
    # health, buying and selling, what other offices do.
    "dau bung", "om qua", "bi (?:om|cam|sot)", "covid", "tiem", "vao vien", "mua (?:gao|rau|qua|may|ho|gi|xe)",
    "ban (?:hang|dat|nha|xe|gao|buoi)", "gia (?:vang|xang|dat)", "xo so", "trung so", "can cuoc", "khai sinh", "so do",
    "ho chieu",
    "(?:the )?bao hiem(?: xa hoi)?", "thue dat", "hoc phi", "diem thi", "ly lich tu phap", "bang bao nhieu",
    "mat khau wifi",
)  # fmt: skip


def is_made_of(said: str, words: frozenset[str]) -> bool:
    """Whether every word of a line is one of these; marks do not count."""
    return all(word in words for word in re.findall(r"\w+", said))


def foreign(said: str, words: frozenset[str]) -> int:
    """How many words of a line are none of these."""
    return sum(word not in words for word in re.findall(r"\w+", said))


# Words that mean "I have read it", those that go with them, and signs that stand for them.
_RECEIVED = vocabulary("ro ok oke okie nhan nghe vang biet nam nắm noted received understood")
_RECEIVED_IN_TWO = frozenset({"nhat tri", "dong y", "tiep thu", "tiep nhan", "ghi nhan", "got it"})
_RECEIVING = (
    POLITE
    | _RECEIVED
    | vocabulary(" ".join(_RECEIVED_IN_TWO))
    | vocabulary("am bao dung have i loi nhac thank thong tin tra van vi we y you")
)
_SIGNS, _TINTS = set("👍👌🆗🫡 "), set("🏻🏼🏽🏾🏿")


def is_acknowledgement(text: str) -> bool:
    """Whether a message says no more than that it was received: "rõ", "ok em", "dạ em nhận được ạ"."""
    if text.strip() and set(text.strip()) - _TINTS <= _SIGNS:
        return True
    said = re.findall(r"\w+", normal(text))
    is_said = _RECEIVED & set(said) or _RECEIVED_IN_TWO & {" ".join(pair) for pair in pairwise(said)}
    return bool(is_said) and set(said) <= _RECEIVING


def is_courtesy(text: str) -> bool:
    """Whether a message says no more than thanks, or that it was received."""
    return bool(text.strip()) and (is_acknowledgement(text) or is_made_of(normal(text), _RECEIVING))


_WAYS = {"hoan": ("xong", "nhac sau"), "hoàn": ("xong",), "hoãn": ("nhac sau",)}


def readings(text: str) -> tuple[tuple[str, ...], str]:
    """The commands that "hoan", "hoàn" or "hoãn" may stand for, and what follows it; no command in any other text."""
    head, _, rest = text.strip().partition(" ")
    word = unicodedata.normalize("NFC", head.casefold()).strip(":.,")
    return _WAYS.get(word, ()), rest.strip()
