"""Lines that say what a column of a table would: "- Cơ quan chủ trì: Phòng A; phối hợp: Phòng B" → labels, values."""

import re
from dataclasses import dataclass

from data.documents.document import fold

LONGEST_LABEL = 60
"""A longer run of words before a colon is a sentence."""

_BODY = r"cac|co quan|don vi|bo phan|to chuc|ca nhan|nguoi|phong ban|phong|ban|nganh|cap|dau moi|lanh dao"
_DOES = (
    r"chu tri|thuc hien|tham muu|phu trach|chiu trach nhiem|trach nhiem|duoc giao|duoc phan cong|giao|phan cong|xu ly"
    r"|soan thao|xay dung|trinh|ban hanh|chu cong|dam nhiem|trien khai|chinh|nhiem vu|va|hoac|cho|chuan bi"
)
_LEAD = re.compile(rf"(?:(?:{_BODY}|{_DOES})(?: |$))+")
_LEADS = re.compile(r"chu tri|thuc hien|tham muu|phu trach|trach nhiem|phan cong|don vi|co quan|dau moi|xu ly|^giao$")
_NO_LEAD = re.compile(
    r"(?:to chuc|trien khai|xay dung|trinh|ban hanh)(?: (?:to chuc|trien khai|thuc hien|va))*"
    r"|(?:phan cong|giao|chu tri)? ?(?:to chuc |trien khai )?(?:thuc hien )?nhiem vu(?: .*)?|lanh dao .*|trach nhiem"
    r"|(?:cac )?(?:co quan|don vi|to chuc)(?: (?:va|to chuc|ca nhan|don vi))+"
)
_WITH = re.compile(rf"(?:(?:{_BODY}|{_DOES}|cung|tham gia|phoi hop)(?: |$))+")
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "deadline",
        re.compile(
            r"(?:du kien )?(?:(?:moc )?thoi (?:gian|han|diem|ky)|tien do|lo trinh|ky han|han"
            r"|ngay hoan thanh|hoan thanh)"
            r"(?: (?:du kien|thuc hien|hoan thanh|trien khai|to chuc|bao cao|ban hanh|trinh|xay dung|ket thuc|va|xong"
            r"|gui|nop|xu ly|phe duyet|cu the|thi hanh|kiem tra|dia diem|cuoi cung|chot|phai|trong)){0,5}"
        ),
    ),
    (
        "product",
        re.compile(
            r"(?:du kien |yeu cau )?(?:san pham|ket qua|dau ra)(?: (?:dau ra|du kien|thuc hien|can dat|hoan thanh"
            r"|dat duoc|san pham|ket qua|cua nhiem vu|phai dat|va|chinh)){0,3}"
        ),
    ),
    (
        "title",
        re.compile(r"(?:ten )?(?:noi dung|nhiem vu|cong viec|dau viec)(?: (?:cong viec|thuc hien|nhiem vu|cu the))*"),
    ),
    (
        "monitoring",
        re.compile(r"(?:co quan|don vi)(?: (?:va )?(?:theo doi|giam sat|don doc)){1,2}(?: (?:thuc hien|kiem tra))?"),
    ),
    (
        "extra",
        re.compile(
            r"(?:(?:nguon |du toan )?kinh phi|dia diem|thanh phan|yeu cau|doi tuong|muc tieu|muc dich|hinh thuc"
            r"|so luong|ghi chu|can cu|quy mo|pham vi|cach thuc|giai phap|chi tieu|phuong phap|bien phap|dia ban"
            r"|noi nhan|tai lieu|lanh dao (?:phu trach|chi dao|theo doi)|(?:co quan|don vi) (?:kiem tra|tham dinh"
            r"|tham gia))(?: (?:thuc hien|tham gia|tham du|to chuc"
            r"|du kien|phu trach|chi dao|dam bao|ap dung|trien khai"
            r"|va .*|cu the|chung|, .*)){0,2}"
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """One label and what stands behind it; its role is that of a column: "lead", "deadline", … or "extra"."""

    role: str
    name: str
    value: str


def role_of(name: str) -> str | None:
    """What column a label stands for; None where it is none that is known."""
    if len(name) > LONGEST_LABEL:
        return None
    text = re.sub(r"[^a-z0-9]+", " ", fold(name)).strip()
    found = next((role for role, pattern in _ROLES if pattern.fullmatch(text)), None)
    if found:
        return found
    if _LEAD.fullmatch(text) and _LEADS.search(text) and not _NO_LEAD.fullmatch(text):
        return "lead"
    if "phoi hop" in text and _WITH.fullmatch(text):
        return "lead" if "chu tri" in text else "coordinating"
    return None


_FIRST = re.compile(r"([^\W\d][^:;.()]{1,58}?)\s*:(?!\d)\s*")
_INNER = re.compile(r"(?:[.;,(\[]|\s[-–+]|^)\s*([^\W\d](?:(?!\s[-–+]\s)[^:;.,()\[\]]){1,48}?)\s*:(?!\d)\s*")
# Without these what stands in brackets or behind a full stop is a sentence with a colon.
_TELLING = ("lead", "coordinating", "deadline")


def labels_of(text: str) -> tuple[str, tuple[Label, ...]]:
    """What stands before the first label of a line, and its labels; ("the line", ()) where it has none."""
    first = _FIRST.match(text)
    at = [(0, first.end(), first[1])] if first and role_of(first[1]) else []
    inner = [(found.start(), found.end(), found[1]) for found in _INNER.finditer(text, at[0][1] if at else 0)]
    for place in inner:
        role = role_of(place[2])
        if role in _TELLING or (role and at):
            at.append(place)
    if not at or (at[0][0] > 0 and not any(role_of(name) == "lead" for _, _, name in at)):
        return text, ()
    ends = [*(begin for begin, _, _ in at[1:]), len(text)]
    said = tuple(
        Label(role_of(name) or "", name.strip(), _value(text[begun:end]))
        for (_, begun, name), end in zip(at, ends, strict=True)
    )
    return text[: at[0][0]].rstrip(" ([,;–-+").strip(), said


def _value(text: str) -> str:
    value = text.strip().strip(";,").rstrip(" .;,[")
    if value.endswith((")", "]")) and "(" not in value and "[" not in value:
        value = value[:-1].rstrip(" .;,")
    return value
