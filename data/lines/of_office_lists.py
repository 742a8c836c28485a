"""What an office asks of the plan, of lists, and of how things are done; and what can be done nowhere. Pure.

A kind is a line with its names as capital letters (of_office_marks). A row is a command with the kinds that want it, in
the order in which they are tried: the more definite first.
"""

import re
from dataclasses import dataclass
from typing import Literal

Only = Literal["asked", "told", ""]


@dataclass(frozen=True, slots=True)
class Act:
    """A command, and the kinds of line that want it: only of questions, or only of what is none."""

    command: str
    fits: re.Pattern[str]
    only: Only = ""
    unless: re.Pattern[str] | None = None


def act(command: str, *ways: str, only: Only = "", unless: str = "") -> Act:
    """A row of a table: the kinds in which a command is wanted, and what may not stand in them."""
    return Act(command, re.compile("|".join(ways)), only, re.compile(unless) if unless else None)


_TAKEN_BACK = r"(?:rut|thu hoi|huy|xoa|go|thoi theo doi)"
_FILLED = r"(?: (?:lai|bo|ca|toan bo|het|luon|cai|ban|cho|em|anh|chi|minh|toi|giup|gium|dum|file|tep|N))*"
LISTS = (
    # a plan as a whole
    act(
        "rut ke hoach",
        rf"\b{_TAKEN_BACK}{_FILLED} (?:ke hoach|kh)\b",
        r"\b(?:ke hoach|kh)\b.*\b(?:nhap|them|dua|gui|import|bat) nham\b",
        r"\b(?:nhap|import|bat) nham (?:ca )?(?:ke hoach|kh)\b",
        unless=rf"\b(?:khong|chua|khoan|dung)(?: (?:nen|can|duoc|phai|hay|voi))* {_TAKEN_BACK}\b",
    ),
    # what can be done nowhere
    act(
        "dung nhac",
        r"\b(?:dung|ngung|ngat|tat|thoi|huy|tam dung|khong)(?: (?:can|gui|viec|moi|het|tat ca|tu dong))* (?:nhac"
        r"|thong bao|don doc|gui tin|tin nhan)\b",
        r"^bo nhac\b",
        r"^(?:dung lai|ngung|ngung lai|stop|tat bot|tat|im di|dung)$",
        only="told",
    ),
    act(
        "bo viec",
        r"\b(?:xoa|huy|loai|gach|cat|rut)(?: bo)? N(?! .*[UO])",
        r"^(?:bo|tam dung|dung|khong lam) N(?: khoi.*| ra.*| di.*)?$",
        r"N (?:thoi |nay )?khong (?:lam|can lam|thuc hien|can) nua",
    ),
    act("bo viec", r"^(?:bo|xoa|huy) (?:thoi )?han\b"),
    act(
        "doi ten",
        r"\bdoi ten\b",
        r"\bten moi\b",
        r"^(?:them|tao) (?:mot )?(?:don vi|phuong|xa|phong ban|phong|G)\b(?!.*[NU])",
        r"[UG] .*khoi (?:danh sach|he thong|ke hoach)$",
        r"^(?:xoa|giai the) (?:don vi |phuong |xa |phong )?U$",
    ),
    # the plan's questions
    act(
        "tra loi cau hoi",
        r"\b(?:ghi|go|danh|viet|in|danh may)(?: bi)? (?:nham|sai|lon|thieu)\b.*\b(?:dung|phai|moi dung"
        r"|sua)\b(?!.*[CU])",
        r"(?:D|P|ke hoach|ngay|nam|20\d\d)\b.*\bla (?:ghi |go |danh |viet |in )?(?:nham|loi|sai|danh may)\b(?!.*[CU])",
        r"^nham .*\bmoi dung$|^(?:cho |ngay )*D (?:phai la|dung ra la|dung la|sua thanh)\b",
        only="told",
    ),
    act(
        "cau hoi",
        r"Q .*\b(?:gi|nao)\b",
        r"\bcau nao\b",
        r"\b(?:he thong|bot|may|phan mem)(?: \w+){0,2} hoi (?:gi|ve gi|them gi|cai gi|nhung gi|lai gi|dieu gi)\b",
        r"\b(?:may|bao nhieu|cac|nhung|con)(?: \w+)? (?:cau|diem|cho|muc)\b(?=.*\b(?:ke hoach|tra loi"
        r"|minh)\b).*\b(?:tra loi"
        r"|doi|cho|treo|giai dap|bo ngo|chua ro|lan can|cho y kien|chua chot)\b",
        r"\bN (?:\w+ ){0,3}(?:bi |dang |can |duoc )?hoi (?:gi|ve gi|cai gi|nhung gi|lai gi|dieu gi)\b",
        only="asked",
    ),
    act(
        "cau hoi", r"\b(?:cau|diem|cho)\b.*\bke hoach\b.*\b(?:bo ngo|treo|chua chot|chua ro|cho tra loi|doi tra loi)\b"
    ),
    act("cau hoi", r"\bgiai thich Q", r"\bdang hoi\b", r"\b(?:gi|nao) .*\bcan .*\btra loi\b"),
    act(
        "bo qua cau hoi",
        r"\b(?:bo qua|giu nguyen|de nguyen) Q|Q (?:thi |cu )?(?:bo qua|giu nguyen|de nguyen)",
        only="told",
    ),
    act(
        "dong y cau hoi",
        r"^(?:dong y|nhat tri|ok|chot|duyet)(?: voi)? Q|^Q (?:thi |la )?(?:dong y|ok|nhat tri)",
        r"^Q (?:thi |la |he thong |hieu |nhu vay |the )*(?:dung|chuan|phai)(?: roi| vay| the| day| do| nhu vay| ca)*$",
        only="told",
    ),
    act(
        "tra loi cau hoi",
        r"\btra loi(?: cho)? Q",
        r"^Q(?: \d+)? ?(?::|la|thi|chon|tra loi|dap an|: )",
        r"^(?:(?:voi|rieng|con|ve|cho|o|trong) )?Q [^?]+$",
        only="told",
    ),
    act(
        "cau hoi",
        r"\bcau hoi\b",
        r"^(?:xem )?Q\??$",
        r"\b(?:viec|nhiem vu) nao .*(?:chua|khong|thieu|trong) .*\b(?:han|ngay|don vi|san pham)\b",
        r"\b(?:chua|khong) (?:ghi|co|ro) (?:thoi )?han\b",
        r"\bdiem (?:nao )?(?:chua ro|vuong)",
        r"\b(?:viec|nhiem vu) nao can (?:dat|chot) han",
        r"\b(?:can|phai) (?:lam ro|hoi lai)",
        r"ke hoach .*(?:chua ro|khong ro|thieu (?:gi|ngay|han)|vuong)",
        r"Q .*(?:la gi|the nao)",
    ),
    # how things are done
    act(
        "tro giup",
        r"^(?:them|xoa|huy|sua|doi|thay|nhap|cap nhat|tao|nap|moi|gui|tra lai|ghi nhan|dat|trinh|xuat|in|ban giao"
        r"|giao)\b(?! .*[UNG]).*\b(?:the nao|lam sao|kieu gi|bang cach nao|o dau|cho nao|nhu nao)$",
        r"\b(?:nhap|sua|cap nhat|nap|tai|them|up)(?: len| vao)? (?:o dau|cho nao|the nao|kieu gi|lam sao"
        r"|bang cach nao)\b",
        r"\bke hoach\b.*\bthi (?:lam|nhap|sua|cap nhat|them|nap|xu ly)\b",
        only="asked",
    ),
    act(
        "tro giup",
        r"^(?:tro giup|giup|huong dan|cach|lenh|menu|help|hdsd|\?)(?: su dung| dung)?$",
        r"\bhuong dan (?:cach|su dung|dung|minh|toi|them|nhap|sd|thao tac)\b|^huong dan\b|\bchi (?:cach|minh cach"
        r"|toi cach)\b",
        r"\bcach (?:de )?(?:don doc|nhac|ghi|tra|gia|dat|trinh|xuat|moi|them|giao|gui|doi|sua|nhap|xem|dung|tao|bao"
        r"|thong|huy|xoa|ban giao)\b",
        r"\blam (?:sao|the nao|cach nao) (?:de |ma )?(?:don doc|nhac|ghi|tra|gia|dat|trinh|xuat|moi|them|giao|gui|doi"
        r"|sua|nhap|xem|dung|tao|bao|thong|huy|xoa|ban giao|biet)",
        r"\bmuon .{2,60} (?:thi )?(?:lam|go|nhap|ghi|bam|soan)(?: the nao| sao| gi| lenh| nhu)",
        r"\b(?:go|nhap|nhan|soan) (?:gi|the nao|lenh|lenh gi|nhu the nao)\b",
        r"\b(?:nhap|import|tai len|nap|dua|tai|up) (?:mot |len )?(?:file |tep )?ke hoach\b",
        r"^(?:them|xoa|huy|sua|doi|thay|dinh kem|nhap|cap nhat|tai|bo) (?:\w+ )?ke hoach\b",
        r"ke hoach (?:moi|nam sau)$",
        r"\b(?:co the|biet) (?:lam|giup)(?: duoc)? (?:gi|nhung gi)|^(?:lam|giup|ho tro|hieu)"
        r"(?: toi| minh)? duoc (?:gi|nhung gi|viec gi)$|\bxem duoc (?:gi|nhung gi)$",
        r"\b(?:co|dung) (?:nhung )?lenh (?:gi|nao)",
    ),
    # which lists are asked for
    act(
        "viec ngoai bang",
        r"\bngoai (?:bang|phu luc|ke hoach|danh muc)\b.*\b(?:viec|nhiem vu|gi|nao)\b",
        r"\b(?:viec|nhiem vu|giao)\b.*\bngoai (?:bang|phu luc|ke hoach|danh muc)\b",
        only="asked",
    ),
    act(
        "viec ngoai bang",
        r"\b(?:viec|nhiem vu) (?:nam )?ngoai (?:bang|phu luc|ke hoach|danh muc)",
        unless=r"^(?:them|giao|tao"
        r"|bo sung)\b.*[UG:]",
    ),
    act("nhat ky", r"\b(?:nhat ky|lich su)\b", r"^log\b"),
    act("giao nhan", r"\bgiao nhan\b", r"\btinh trang gui\b"),
    act("danh sach chat", r"\bdanh sach (?:chat|nhom|lien he)\b", r"^danh sach (?:dau moi|can bo)", r"^cac chat$"),
    act("da nhan", r"^(?:da|toi da|minh da) ?nhan(?: duoc)?(?: roi)?$|^nhan(?: duoc)?(?: tin| thong bao)?(?: roi)?$"),
    act("bao nham", r"^bao nham\b", r"^(?:bo|huy) xong\b"),
    act("nhac phoi hop", r"^nhac phoi hop\b"),
    act("nhac sau", r"^(?:nhac sau|nhac lai sau|de sau|hoan nhac)\b"),
    act("vi sao", r"^(?:vi|tai) sao$|^(?:vi|tai)? ?sao (?:lai )?nhac\b"),
    act("ngon ngu", r"^ngon ngu\b"),
    act("quen toi", r"^quen toi$"),
    act("suc khoe", r"^suc khoe"),
    act("doc ke hoach", r"^doc ke hoach$"),
    act(
        "go lien ket",
        r"^(?:go|huy) lien ket\b|^(?:xoa|go|huy)(?: bo)? (?:lien ket |ket noi )?(?:chat|nhom)(?: cua)? [UG]",
    ),
    act(
        "viec cua toi",
        r"^viec(?: cua)? (?:toi|minh|O|em)\b",
        r"^(?:viec|nhiem vu)$",
        r"^(?:viec )?(?:hom nay|ngay mai|tuan nay|tuan sau|tuan toi|trong tuan)$",
        r"\bO (?:con|phai|co|dang|can|no|chua)\b.*\b(?:viec|gi|nao)",
        r"\b(?:viec|nhiem vu) (?:gi |nao )?(?:cua )?O\b(?! (?:thi|da))",
        r"(?<!sap )(?<!tuan )(?<!thang )(?<!D )(?<!P )(?<!ngay )\btoi (?:con|phai|co|can) (?:lam )?(?:viec )?gi\b",
        r"^O (?:the nao|ra sao|den dau)",
        r"\bO (?:\w+ )?(?:chu tri|phu trach|duoc giao|dam nhan|chiu trach nhiem|lam)(?: nhung| cac)* (?:viec|nhiem vu"
        r"|dau viec)?\b ?(?:nao|gi)\b",
        r"^viec cua (?:chi|anh|em)\b|\b(?:chi|anh) (?:con|phai|can|co) (?:lam )?(?:nhung )?(?:viec )?gi\b",
        r"^(?:hom nay|sang nay|chieu nay|tuan nay) (?:can|phai)(?: lam| xu ly)+ (?:nhung )?(?:gi|viec gi)",
        r"^(?:(?:toi|minh) )?con (?:nhung )?(?:viec )?gi(?: phai lam| nua)?$|^viec cua (?:phong|don vi|co quan)$",
        r"\bO .*(?:bao|nop|xong) .*chua$",
    ),
)
