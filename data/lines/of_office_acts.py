"""What an office's line wants, by its kind (see of_office_marks): `act_of` is the way in. Pure.

The first row that fits is taken.
"""

import re

from data.lines.numbers import NOUNS
from data.lines.of_office_ahead import AHEAD
from data.lines.of_office_broad import BROAD, FIRST
from data.lines.of_office_dealing import DEALING
from data.lines.of_office_following import FOLLOWING
from data.lines.of_office_lists import LISTS, Act
from data.lines.of_office_sending import SENDING, URGED_BEHIND

ACTS = (*AHEAD, *FIRST, *LISTS, *DEALING, *SENDING, *FOLLOWING)
_ASKED = re.compile(
    r"\?|\b(?:chua|khong|nao|dau|sao|(?<!hong )may)$|(?<!khong co )(?<!chua co )\bgi\b|\b(?:ai|nao|bao nhieu"
    r"|(?<!danh )(?<!go )(?<!hong )may(?! (?:tinh|moc"
    r"|in|chieu|bay|anh|toi|ong|ba)\b)"
    r"|the nao|ra sao|den dau|toi dau|bao lau|bao gio|khi nao|vi sao|tai sao"
    r"|sao|co phai|hay (?:khong|ghi|tra|de|la|thoi|nen|bo|cho|duyet))\b"
)
_PARTICLE = re.compile(r"(?:\bà|\bhả|\bhở|\bư|\bnhỉ|\bchưa|\bchứ|không|\?)\W*$", re.IGNORECASE)

QUESTIONS = {
    "tinh hinh", "chua bao", "qua han", "sap den han", "xep hang", "xuat bao cao", "danh sach chat", "giao nhan",
    "nhat ky", "cau hoi", "viec", "han", "viec ngoai bang", "xem anh", "tro giup", "xin ke hoach", "vi sao",
    "ghi nhan?", "gia han?", "vuong?",
}  # fmt: skip
"""The commands that only tell, and the lists of those that do more."""

# No question: "không lùi gì hết".
_NOT_ASKED = re.compile(
    r"\b(?:khong|chua|dung|khoi|chang)(?: \w+){0,3} (?:gi|ai|noi nao|don vi nao|lan nao)(?: (?:nua|het|ca|dau|them))+\b"
    r"|\b(?:roi|the|vay|qua) con gi$|\blan nao (?:nua|het|ca)\b"
    r"|\bnua dau$|\bthi (?:khong"
    r"|chua)$|^(?:khong|chua|dung|khoi) (?:.* )?(?<!o )dau$"
)
# How things stand: words that say it by themselves, and those that need something named.
_COUNTED = (
    r"(?:cong|dem|tinh|so|may|bao nhieu|tong|tong so|con so|so luong)"
    rf"(?: giup| ho| lai| het| tong| so| xem| duoc| co)* (?:{NOUNS})"
)
_STANDS = re.compile(
    r"\bdung han\b|\b(?:it|nhieu) (?:tin|bai|bao cao)\b|\b(?:ai|noi nao|don vi nao|cho nao|ben nao|G nao) (?:da |vua "
    r"|moi |co )*(?:xong|hoan thanh|bao cao"
    r"|bao|nop|gui|lam)(?: bao cao)?(?: du| het| [NP])*(?: gi)?(?: roi| chua)*$|^U (?:da |co )?(?:gui|nop"
    r"|bao)(?: duoc| ve)* gi\b"
    r"|^(?:danh sach|liet ke|cac|toan bo)(?: cac| nhung)* (?:viec|nhiem vu)(?: (?:trong|cua) ke hoach)?$"
    r"|^so (?:voi |sanh )?P"
    r"|^U dau roi|^bao nhieu$|^(?:toi|anh) em (?:lam|bao|nop)\b.*\b(?:den dau|the nao|chua|sao)\b"
    r"|\b(?:ti le|diem nong|dang lo_?|co (?:may|bao nhieu) (?:viec|nhiem vu)|tinh hinh|tien do|danh gia|viec dang lam"
    r"|lai (?:nhung )?(?:gi|viec gi)|tong hop|thong ke|tom "
    r"tat|ket qua thuc hien|bao cao nhanh|so lieu|tong "
    r"quan|toan canh|diem qua|bao quat|so luong|tin bai (?:cua )?[UG]"
    r"|(?:viec|nhiem vu) (?:nao "
    r")?(?:da )?(?:xong|hoan thanh)|tong so|tong cong|ty le"
    r"|phan tram|tom gon|con so|cung ky|im ang|tong the|xong (?:duoc )?(?:may|bao nhieu) (?:viec|nhiem vu)|nhin chung"
    r"|tong ket|bao cao so bo|nhin lai|may phan|duoc may"
    r"|(?:co|tin) gi (?:moi|nong|dang chu y"
    r"|dac biet|bat thuong|can luu y|noi bat|hay|gap|khan)|ket qua [UGNP]"
    r"|ket qua (?:the nao|den dau|ra sao|bao cao|tong "
    r"hop)|ke hoach nao|tong (?:bao nhieu|cong|tin|bai|lai|to|lop|pano|video|luot)|may (?:tin|bai|lop"
    r"|to|luot)|" + _COUNTED + r"|so tin|so bai|(?:duoc|dat|xong) bao nhieu|may bao cao|bao nhieu (?:tin|bai|don vi"
    r"|G|phuong|xa|phong|viec|nhiem vu|bao cao|lop|to|luot|%))\b"
)
_OF_UNIT = re.compile(r"^(?:xem )?(?:bao cao|ket qua)(?: [NP])*(?: cua)? U(?: [NP])*$|^U bao cao\??$|^ket qua$")
_STANDS_OF = re.compile(
    r"\b(?:toi dau|den muc nao|toi muc nao|dung han|the nao|ra sao|den dau|lam duoc|lam (?:nhung )?gi|duoc gi"
    r"|bao (?:cao )?(?:nhung )?gi|bao "
    r"nhieu|sao roi|sao|xong|bao cao chua|bao chua|nop chua|gui chua|chua|da bao|da nop|da lam"
    r"|on khong|tot khong|co gi|bao cao gi|thuc hien|ok chua|khong phat sinh|tong|cham)\b"
)
_NAMED = re.compile(
    r"[UGNPO]|\b(?:ke hoach|cong viec|trien khai|ben duoi|cap duoi|co so|cac noi|moi noi|cac viec|thuc hien|mang"
    r"|don vi|bao cao|nhiem vu)\b"
)
_ALONE = re.compile(
    r"(?=.*\b(?:the nao|sao|dau|on khong|on chua)\b)(?:(?:moi viec|viec chung|tom lai|nhin lai|hien gio|bay gio|gio"
    r"|thuc hien|cong viec|moi thu|dao nay|hien nay|hom nay|roi|the|day|the nao|ra sao|sao|den dau|toi dau|on khong"
    r"|on chua)(?: |$))+"
)
# What may stand beside bare names.
_ONLY_NAMES = re.compile(
    r"(?:\?|:|[UGNPOH]|(?:the|con|cua|hoi|hoi ve|can biet|muon biet|va|o|ben|don vi|thi sao|sao|xem|trong|viec|di|nay"
    r"|kia|nua|ky|la"
    r"|voi|ve|cho)\b|\s)+"
)


_HEARD = 400  # letters of a kind that say what is wanted; behind them is text
# An order does not ask what stands in it: "nhắc ai chưa báo".
_ORDERED = re.compile(
    r"\b(?:dat|on|duoc|tot|du)(?: ca| het| roi| yeu cau)* (?:duyet|ghi nhan|nghiem thu|cho qua)(?: luon| di| het"
    r"| ca)*$|"
    rf"{URGED_BEHIND}|^(?:gui|nhan|ban|phat)(?: \w+){{0,2}} (?:tin )?(?:nhac|don doc|giuc)\b(?!.*(?:chua|khong|gi"
    rf"|ai)$)|"
    r"\bthi (?:\w+ )?(?:nhac|don doc|giuc)\b(?! ai)|\bthi (?:cu |em |lam )*(?:phat|cap|gui|tao|cho|dua)(?: cho| giup"
    r"| lai"
    r"| luon| ho)* (?:ma|loi moi)\b|^(?:chac|co le|co khi|chi|toi|minh|lai|cung|gio|thoi|em|ta|nen|can| )*(?:phai"
    r"|nen|can)"
    r" (?:di )?(?:nhac|giuc|don doc|thuc)(?: nho)?\b(?! (?:nhung |may )?(?:ai|don vi nao|G nao)\b)"
    r"|\bthi (?:\w+ )?moi(?: \w+)?$"
    r"|^(?:tra lai|tra ve|tra|tra bao cao)(?: cua)? (?:N(?: cua)? U|U N) (?!hay\b)(?!.*\b(?:chua|khong)$)"
    r"|\b(?:yeu cau|de nghi) (?:giai trinh|bo sung|lam ro|bao cao lai"
    r"|bao lai|lam lai)\b|^hoi (?:xem |lai |thu )*[UG]\b|^(?!de nghi (?:lui|gia han).*\b(?:nao|ai)\b)(?:nhac|don "
    r"doc|giuc|thong bao(?!.*\bai\b)|ghi nhan|tra lai|gui nhac|don doc|yeu cau|de nghi"
    r"|bao(?! nhieu| gio| cao))\b(?!.*(?:\?|\bchua|\bkhong|\bgi|the nao|\bdau|nhieu|lan|\bsao)$)(?!.*\bhay (?:khong"
    r"|ghi|tra|de|la|thoi|nen|bo|cho|duyet)\b)"
)


WORDS = frozenset(
    word
    for act in (*ACTS, *BROAD)
    for pattern in filter(None, (act.fits, act.unless))
    for word in re.findall(r"[a-z]{2,}", re.sub(r"\\[a-zA-Z]", " ", pattern.pattern))
) | {"viec", "nhiem", "quy", "thang", "nam", "phuong", "tat", "the", "nao"}
"""All words that mean something here."""


def is_asked(kind: str, line: str) -> bool:
    """Whether a line asks."""
    kind, line = kind[:_HEARD], line[-_HEARD:]
    if _ORDERED.search(kind) and not line.rstrip().endswith("?"):
        return False
    kind = _NOT_ASKED.sub(" ", kind).rstrip()
    return bool(_ASKED.search(kind) or _PARTICLE.search(line))


# What is none of our work, unless a task or a unit is named.
_PASTED = re.compile(r"^(?:kinh gui|can cu|v v|cong hoa|uy ban nhan dan)\b(?=.{40})")
_ELSEWHERE = re.compile(
    r"\b(?:luong|phu cap|thoi tiet|gia vang|bong da|dat xe|thue xe|ve may bay|khach san|com trua|an trua|an com|xang"
    r"|(?:viet|soan|du thao|lam)(?: giup| ho)? (?:cong van|van ban|bai|giay moi|to trinh|thu|loi)\b|sinh nhat|dam cuoi"
    r"|ty so|xo so|chung khoan|lien hoan|ca phe|nghi phep|may in|may tinh|mat dien|wifi|mang yeu)\b"
)


def act_of(kind: str, line: str) -> str:
    """The command that a line wants, with "?" behind it where its list is asked for; empty for none."""
    if _PASTED.match(kind) or (_ELSEWHERE.search(kind) and not re.search(r"[UGN]", kind)):
        return ""
    kind, asked = kind[:_HEARD], is_asked(kind, line)
    found = _first(ACTS, kind, asked=asked)
    return found or ("tinh hinh" if is_status(kind, asked=asked) else _first(BROAD, kind, asked=asked))


def _first(acts: tuple[Act, ...], kind: str, *, asked: bool) -> str:
    """The command of the first row that fits; empty for none."""
    for act in acts:
        if act.only and (act.only == "asked") != asked:
            continue
        if act.fits.search(kind) and not (act.unless and act.unless.search(kind)):
            return act.command
    return ""


def is_status(kind: str, *, asked: bool) -> bool:
    """Whether a line asks how things stand, or names nothing but tasks, units or a period."""
    if _PASTED.match(kind) or (_ELSEWHERE.search(kind) and not re.search(r"[UGN]", kind)):
        return False
    if _STANDS.search(kind) or _ALONE.fullmatch(kind) or _OF_UNIT.search(kind):
        return True
    if asked and (re.search(r"[UN]", kind) or (_NAMED.search(kind) and _STANDS_OF.search(kind))):
        return True
    return bool(_NAMED.search(kind) and _ONLY_NAMES.fullmatch(kind))
