"""Is something asked in a unit's chat, or does it only look like it? Pure."""

import re

# What only rounds a question off.
END = (
    "(?: (?:a|ay|nhi|ta|the|vay|em|anh|chi|oi|ha|hả|à|nhe|nha|ta|day|nao|hay|roi|dong chi|dau|bac"
    "|sep|voi|nghe|do|co|chu|ban|minh|cac|phong|ad|he|hi|em oi|luon|ca|nua|ma"
    "|gi))*(?: [?.!])*$"
)
# One thing or another is asked for: "báo theo quý hay theo tháng"; "hãy", "hay quá" are other words.
EITHER = (
    r"(?<=\w )\bhay (?!qua\b|that\b|lam\b|ghe\b|hon\b|ho\b|nhac\b|gui\b|de\b|cho\b|bao (?!cao)|moi\b|nhi\b|do\b"
    r"|nhe\b|a\b|$)|\bkhong hay (?:la )?(?=gui|nop|bao|ghi|chi|can|phai)"
)
# Behind "không", "chưa" these words ask nothing: "không có gì", "chưa có tin nào".
_NEGATED = re.compile(
    r"\b(?:khong|chua|chang)(?: (?:co|thay|lam|duoc|he|con|xong|bao|phat sinh|to chuc"
    r"|trien khai)){1,3}(?: (?!thi\b|bao\b|the\b|phai\b)[^ ]+){0,6} (?:gi|nao|ai|may|dau)\b(?! (?:a|vay|the"
    r"|nhi)? ?\?)"
    r"|\b(?:khong|chua) (?:gi|ai|nao|dau vao dau)\b|\bmay (?:(?:hom|bua) (?:nay|qua|roi|lien|truoc)|(?:ngay|tuan"
    r"|thang) (?:nay|qua|lien))\b"
    r"|\bmay (?:tam|buc|kieu|anh|hinh)\b|\btu (?:doi|thuo|kiep) nao\b|\b(?:luc|khi|ai|dau|gi|viec|muc|cai"
    r"|nhiem vu) (?:nao |gi )?(?:[a-z]+ ){0,3}cung\b"
)
_ASKS = re.compile(
    r"\?|\b(?:bao gio|khi nao|luc nao|ngay nao|hom nao|bao lau|bao nhieu|the nao|nhu nao"
    "|lam sao|tai sao|vi sao|ra sao|phai khong|dung khong|duoc khong|co phai|hay sao|gi|nao"
    r"|ai|may|hay khong|co can(?! bo)|gom nhung)\b"
    r"|(?<!ban )(?<!vi )\bsao\b|\b(?:o dau|den dau|toi dau|vao dau|ve dau)\b"
    rf"|\b(?:chua(?! co\b)|khong|(?<!phan )(?<!buoc )(?<!dong )(?<!danh )dau|hả|ha|à|chứ|hay chua|nhi){END}"
    r"|\b(?:cho|xin|muon|can) (?:em |toi |minh |don vi |phuong )?(?:hoi|biet|xem|xin (?!den"
    r"|lui|them|gia|phep|cham|nop|muon|zday|bao cao|khat|hoãn)|gui lai)\b"
    r"|\bhay la?\b .*\b(?:vay|a|nhi|the)$|\bhay (?:la )?(?:chua|con|khong)\b|^(?:co )?ai |\b(?:xong|nop|bao"
    r"|lam) chua (?:de|vay|ma|the|nhi|ta|ay)\b|\bkhong (?:nho|biet|chac|ro)\b.*\bchua$"
    rf"|{EITHER}"
)
# What can be nothing but a question, whatever else the line says.
_ONLY_ASKS = re.compile(
    rf"\?|\b(?:may|bao nhieu|gi|nao|the nao|sao|ai|(?<!dong )(?<!phan )(?<!buoc )dau|à|hả|hở){END}$"
    rf"|\bhay (?:la )?(?:chua|con|khong)\b|(?:^|\d )(?:co |con )?ai (?!cung|bảo)|{EITHER}"
    rf"|\b(?:xong|nop|bao|lam) chua (?:de|vay|ma|the|nhi|ta|ay)\b|\bkhong (?:nho|biet|chac|ro)\b.*\bchua$"
    rf"|\bco\b.*\bkhong{END}$|\b(?:phai|dung) khong{END}$|\bduoc chứ{END}$"
)


def _but(words: str, *, unless: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(words), re.compile(unless)


# These only look like questions, unless they say what stands behind.
_LOOK_ALIKE = (
    _but(
        r"(?:\d (?:thi )?(?:da )?(?:xong|hoan thanh)\b|\b(?:xong|hoan thanh|phat sinh|bao"
        r"|nop) .*(?:,|;|\.|\bnhung\b|\bcon\b|\broi\b)).*\d+ (?:thi |van |con )?chua(?: a| em)?$",
        unless=r"\?",
    ),
    _but(
        r"\b(?:het|ca|tat|roi)\b.*\b(?:mỗi|moi|con|rieng|tru) (?:viec |nhiem vu )?\d+ (?:la |thi )?chua(?: a)?$",
        unless=r"\?",
    ),
    _but(
        r"\b(?:xong|co|roi|hoan thanh)\b.*(?:,|;|\bnhung\b|\bcon\b) (?:(?!nhan|thay|duyet|ghi nhan"
        r"|xem|chi|anh|duoc)[^ ,;]+ )*chua(?: a| em| xong| co)?$",
        unless=r"\?",
    ),
    _but(
        r"\b(?:khi nao|bao gio|luc nao|luc)\b.*\b(?:xong|co|du|ky|duyet|hop|ve|duoc|ranh"
        r"|tong hop)\b.*\b(?:em|phuong|xa|phong|thi|se|minh|roi|moi)\b.*\b(?:bao|gui|nop|nhan"
        r"|cap nhat|tra loi|lam)\b",
        unless=r"\b(?:phai|can|han|chi|anh) ",
    ),
    _but(
        r"\b(?:xong|chua|khong|lam|kip|co|duoc|phai|gi)\b(?: [^ ]+){0,3} dau(?: (?:a|chi|em|anh|ma .*))?$",
        unless="o dau",
    ),
    _but(
        r"\b(?:xong|hoan thanh|hoan tat|lam|nop|bao|gui)(?: [^ ]+){0,2} may (?:viec|cai|nhiem vu|noi dung|dau viec|muc"
        r"|hom (?:truoc|nay))\b.*\b(?:roi|het)\b|\b(?:xong|hoan thanh|lam|nop|bao|gui)\b.* may (?:hom|bua) (?:truoc"
        r"|nay)\b",
        unless=r"\?|\b(?:chua|khong|phai)\b",
    ),
    _but(
        r"\b(?:khong|chua) (?:phat sinh|co gi|co)$|\b\d+ (?:la |bang |: |= )?khong$",
        unless=r"\b(?:lam sao|the nao|cach|co phai)\b",
    ),
)


def is_asking(said: str) -> bool:
    """Whether something is asked; "12 xong, 13 chưa" and "12 không" only look like it."""
    if any(words.search(said) and not unless.search(said) for words, unless in _LOOK_ALIKE):
        return False
    return _ASKS.search(_NEGATED.sub(" ", said)) is not None


def only_asks(said: str) -> bool:
    """Whether a line can be nothing but a question: "ai xong việc 10", "việc 10 xong chưa hay còn"."""
    return _ONLY_ASKS.search(_NEGATED.sub(" ", said)) is not None
