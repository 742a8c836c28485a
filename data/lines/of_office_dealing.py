"""What an office deals with, by kind: the plan's questions, requests, reports that lie there. Pure.

A kind is a line with its names as capital letters (of_office_marks). A row is a command with the kinds that want it, in
the order in which they are tried: the more definite first.
"""

import re
from dataclasses import dataclass
from typing import Literal

Only = Literal["asked", "told", ""]
LATER = (
    r"(?:gia han|\bxin (?:lui|cham|them)\b|\b(?:lui|keo dai|gian)(?: han| lai| thoi "
    r"gian| thoi han| ngay)?\b(?=.*[UND])|\b(?:lui|gian) (?:han|lai|ngay)\b|\bcho (?:lui|noi)\b|\bcho "
    r"(?:U |N |G |U N |N U )?(?:nop |lam |bao |duoc |N |D )*(?:them|cham"
    r"|muon|tre)\b|\b(?:cho|de) (?:phep )?[UG] (?:lui|noi|hoan|keo dai|gian|(?:lam|nop|bao|bao cao"
    r"|hoan thanh) (?:N )?(?:den )?D)\b|\bthem (?:thoi gian|han)\b|(?<!U )(?<!G )(?<!H )\bnoi (?:han|lai|thoi gian"
    r"|thoi han|N|ngay)\b)"
)
"""Words for a later day, wherever they stand in a kind."""


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


_REFUSED = (
    r"\b(?:khong|chua)(?: the)? (?:dong y|nhan|thong qua|duyet|chap nhan|chap thuan|nhat tri|cong nhan"
    r"|ghi nhan)(?<!chua ghi nhan)(?<!chua duyet)(?: voi| cho| cai)* (?:bao cao|ket qua|so lieu|minh chung"
    r"|N)\b(?!.*(?:gia han|lui|lam them|cham|muon))"
)
_RETURN = (
    _REFUSED,
    (
        r"\b(?:bac|tu choi|hoan tra|day lai|day ve|gui nguoc lai|tra nguoc lai|loai) (?:cho |voi )*(?:bao cao|ket qua"
        r"|U N|N U|U)\b(?!.*\bsang\b)"
    ),
    r"^(?:tra lai|tra ve|tra bao cao|tra)\b(?! loi)",
    r"\b(?:tra lai|tra ve)\b.*[UN]",
    r"[UN].*\b(?:tra lai|tra ve|bao lai|lam lai|nop lai|gui lai)\b",
    r"\bkhong (?:ghi nhan|chap nhan|cong nhan|nghiem thu)",
    r"\bkhong duyet\b(?!.*gia han)",
    r"\b(?:chua|khong) (?:dat(?! (?:thoi )?han)|on|du|dung|hop le|ro|day du|duoc)\b",
    r"\blam lai\b",
    r"\bgui tra\b.*[UN]",
    r"(?:N.*U|U.*N).*\b(?:can|phai|nen) bo sung\b",
    r"(?:N.*U|U.*N).*\bthieu\b",
    r"U.*\bthieu (?:minh chung|anh|so|phu luc|chu ky|link|tai lieu|ket qua|file|danh sach|bieu|so lieu|noi dung)\b.*N",
    r"^bao cao .*U.*\b(?:sai|thieu|so sai|qua loa|nham)\b|[UN].*\b(?:so sai|qua loa|lam au)\b",
    r"\b(?:huy|bo|rut|thu hoi) (?:ghi nhan|duyet)\b",
    r"N.*U.*\bsai\b|U.*N.*\bsai\b",
    (
        r"\b(?:yeu cau|de nghi|bao|nhac) .*(?:bao cao lai|bao lai|nop lai|gui lai|bo sung|sua lai|chinh lai|lam ro"
        r"|giai trinh)"
    ),
    r"^(?:bo sung|de nghi bo sung) (?!nhiem vu|viec|dau viec|cong viec|[UG]|don vi|san pham)",
)
DEALING = (
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
        r"\bN (?:\w+ ){0,3}(?:bi |dang |can |duoc )?hoi (?:gi|ve gi|cai gi|nhung gi|lai gi|dieu gi)\b",
        only="asked",
    ),
    act("cau hoi", r"\bgiai thich Q", r"\bdang hoi\b", r"\b(?:gi|nao) .*\bcan .*\btra loi\b"),
    act(
        "bo qua cau hoi",
        r"\b(?:bo qua|giu nguyen|de nguyen) Q",
        r"Q (?:thi )?(?:bo qua|giu nguyen|de nguyen)",
        only="told",
    ),
    act(
        "dong y cau hoi",
        r"^(?:dong y|nhat tri|ok|chot|duyet)(?: voi)? Q",
        r"^Q (?:thi |la )?(?:dong y|ok|nhat tri)",
        only="told",
    ),
    act(
        "tra loi cau hoi",
        r"\btra loi(?: cho)? Q",
        r"^Q(?: \d+)? ?(?::|la|thi|chon|tra loi|dap an|: )",
        r"^Q [^?]+$",
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
        r"\b(?:viec|nhiem vu) ngoai (?:bang|phu luc|ke hoach|danh muc)",
        unless=r"^(?:them|giao|tao"
        r"|bo sung)\b.*[UG:]",
    ),
    act("nhat ky", r"\b(?:nhat ky|lich su)\b", r"^log\b"),
    act("giao nhan", r"\bgiao nhan\b", r"\btinh trang gui\b"),
    act("danh sach chat", r"\bdanh sach (?:chat|nhom|lien he)\b", r"^danh sach (?:dau moi|can bo)", r"^cac chat$"),
    act("da nhan", r"^(?:da|toi da|minh da)? ?nhan(?: duoc)?(?: roi)?$"),
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
        r"^con (?:viec )?gi(?: phai lam)?$",
        r"\bO .*(?:bao|nop|xong) .*chua$",
    ),
    # leave for a later day
    act("tra lai", _REFUSED, r"^(?:bac|tu choi) (?:bao cao|ket qua)\b", only="told"),
    act(
        "khong cho gia han",
        r"\b(?:khong|chua) (?:chap nhan|dong y|duyet|nhat tri)(?: voi| cho)* (?:ly do|de nghi|yeu cau|don|de xuat)\b",
        r"\bkhong (?:duoc|the|co chuyen) (?:lui|gia han|cham|hoan|keo dai|xin|noi han|nop muon|nop cham)",
        r"\b(?:khong|het|dung|khoi|mien|thoi) (?:co )?(?:lui|hoan|noi|gia han|xin|keo dai)(?: han)?(?: gi| them| nua"
        r"| roi| het| N)*(?=$| (?:lam|nop|N|U|vi|do|ly do))",
        r"^U .*\b(?:lui|hoan|xin|cham)\b.*\bkhong cho\b|\b(?:khong|chua|dung) cho (?:lui|gia han|them|cham|noi|hoan)\b",
        r"^(?:thoi |chua |dung |khong )+(?:cho|gia han|dong y)\b.*(?:\bgia han\b|\blui\b|\bnoi han\b)",
        r"\bgiu nguyen (?:thoi )?han\b|\bkhong (?:lui|gia han|cho lui)(?: nua)?$",
        r"\bkhong (?:dong y|duyet|chap thuan) (?:cho |voi )?U$",
        r"\bkhong (?:cho|dong y|duyet)\b.*\b(?:lui|cham|them|noi)\b",
        r"\bU khong (?:duoc|the) (?:lui|gia han|cham|them)",
        r"\bde nghi\b.*\bkhong (?:duyet|dong y|chap nhan)",
        (
            (
                r"\b(?:khong|chua|dung|khoi)(?: (?:the|duoc|nen|co|muon))* (?:cho|dong y|duyet|chap nhan|chap thuan"
                r"|nhat tri|giai quyet|gia han|xet|phe duyet)\b.*"
            )
            + LATER
        ),
        r"\bkhong gia han\b",
        r"\b(?:tu choi|bac)\b",
        (LATER + r".*\b(?:khong duoc|khong dong y|tu choi|khong cho|bac|khong duyet)\b"),
        r"\b(?:khong|chua) (?:dong y|duyet)(?: cho)? U (?:lui|cham|them)",
        only="told",
    ),
    act(
        "gia han?",
        r"\b(?:xin|de nghi|yeu cau|don) (?:lui|gia han|cham|them|noi)\b.*\b(?:nao|ai|gi)\b|\b(?:lui"
        r"|gia han) .*\bdang cho\b",
        r"\b(?:ai|nao|nhung|danh sach|bao nhieu|may|co|dang|cac)\b.*(?:xin |de nghi |yeu cau |doi )?(?:gia han|lui han"
        r"|xin lui|xin them)\b(?!.*\btheo\b)",
        r"^(?:cho |don |yeu cau |de nghi |cac |xem |xin )*gia han$",
        r"\bgia han .*(?:nao|gi|chua|ai|bao gio|den dau|den ngay nao|khong|den bao gio)\b",
        r"\bxin (?:lui|cham|them|noi|gia han)\b.*(?:bao gio|ngay nao|\bdau|\bsao)$|\bgia han .*\bdau$",
        r"\b(?:xin|de nghi) (?:gia han|lui|them).*(?:\?|khong|chua)$",
        unless=r"^(?:cho|gia han) .*(?:theo|K)|^cho gia han (?:cho )?[UGN]\b(?!.*(?:\bnao|\bgi\b|\bai\b|\bkhong$"
        r"|\bchua$))|^(?:dong y|ok|duyet|chap thuan)\b|^cho .+(?:gia han|lui)",
    ),
    act(
        "cho gia han",
        LATER,
        only="told",
        unless=r"^(?:nhac|don doc|thong bao|dat han|doi han|sua han|giao|dieu chinh han|doi thoi han)|\b(?:doi|sua"
        r"|dieu chinh|chuyen|keo dai|lui) (?:thoi )?han (?:cua )?N(?!.*U)|^han N",
    ),
    act(
        "cho gia han",
        r"^(?:dong y|ok|duyet|nhat tri|cho|chap thuan)(?: cho)? U(?: N)?(?: (?:den|toi))? D",
        r"^(?:dong y|duyet|chap thuan|cho|nhat tri)(?: cho| voi)? (?:yeu cau|de nghi|don|de xuat)\b",
        r"^(?:ok|dong y|duyet|nhat tri|chap thuan) cho U(?: roi)?$|^cho D$",
    ),
    # reports that lie there
    act(
        "ghi nhan?",
        r"\b(?:bao cao|ket qua|viec|nhiem vu)\b.*\b(?:cho|can|chua|moi|dang cho|doi)(?: duoc)? (?:duyet|ghi nhan|xu ly"
        r"|xem|xem xet|gui|nop|ve|len|kiem tra)\b",
        r"\b(?:can|cho|phai|chua) (?:toi |minh |anh )?(?:duyet|ghi nhan|xu ly)\b",
        r"\b(?:ai|nao|don vi|nhung).* (?:moi|vua) (?:bao|nop|gui)|\bco ai (?:gui|nop|bao)(?: bao cao| gi)*(?: len| ve"
        r"| moi)? khong$",
        r"^ghi nhan$",
        r"\bbao cao moi\b(?! truong)",
        r"\bco (?:bao cao|gi) (?:nao |gi )?(?:moi|can duyet|cho duyet|phai duyet)",
        unless=r"^(?:nhac|don doc|ghi nhan|duyet|trinh)\b.*[UNG]|[NU] co gi moi",
    ),
    act(
        "nhat ky",
        r"(?:ghi nhan|tra lai|duyet) .*(?:chua|khi nao|luc nao|bao gio|hom nao)$",
        r"\bda (?:ghi nhan|duyet|tra lai)\b.*(?:chua|gi|nao)",
        only="asked",
    ),
    act(
        "tra lai",
        *_RETURN,
        only="told",
        unless=r"^(?:nhac|don doc|trinh|in|xuat)\b(?!.*lai)|^(?:thong bao|chuyen loi|gui loi|thong tin|truyen dat"
        r"|loan bao|nhan|noi|bao voi|bao cho"
        r"|tra loi)\b(?!.*lam lai)|\bchua duoc (?:bao|nhac)|^(?:khong|chua) (?:dung|on|duoc|ro|du)$|^(?:G|ai|don vi"
        r"|danh sach)\b",
    ),
    act(
        "ghi nhan",
        r"\b(?:ghi nhan|nghiem thu|cong nhan)\b",
        r"\b(?:chap nhan|duyet|xac nhan|thong qua)\b(?: bao cao| ket qua| cho| het| luon)*(?: (?:[NUGP]|tat ca))",
        r"^(?:chap nhan|duyet|xac nhan|thong qua|duyet het|ok het|chap nhan het)(?: .*)?$",
        r"^(?:ok|oke|dong y|nhat tri|dat|duoc)(?: voi)?(?: bao cao| ket qua)?(?: cua)? (?:[NU])\b(?!.*D)",
        r"^bao cao .*[UN].*(?<!chua )(?<!khong )\b(?:dat|on|tot|dat yeu cau|duoc roi|duoc|du|du roi)\b(?!.*(?:nhung"
        r"|thieu))",
        r"^(?:N.*U|U.*N) (?:dat|on|tot|duoc|dat yeu cau|duoc roi)$|^cho (?:bao cao )?U(?: N)? qua\b|^[NU].*\bcho qua$",
        r"^(?:chot|nhan) (?:bao cao|ket qua)\b(?! (?:chua|tu|nao))",
        r"^(?:cho|de) (?:qua|thong qua|dat)\b.*[NU]|^(?:thong qua|tiep nhan|thu nhan|nhan)\b.*\b(?:bao cao|ket qua"
        r"|N)\b",
        r"^(?:da |vua |toi |minh )*(?:kiem tra|xem|doc|ra soat|doi chieu)(?: qua| ky| lai| roi)*\b.*[NU].*(?<!chua )"
        r"(?<!khong )\b(?:dat|on|tot|duoc|du|dung|hop le|dat yeu cau|duoc roi|du roi|on roi)(?: roi| ca| het)*$",
        only="told",
        unless=r"^(?:nhac|don doc|thong bao|trinh|in|xuat|giao)\b|\b(?:khong|chua|dung|khoi) (?:\w+ ){0,2}(?:ghi nhan"
        r"|duyet|nghiem thu|cong nhan|chap nhan|xac nhan|thong qua|dong y)\b|\bghi nhan? nham\b|\b(?:huy|bo|rut"
        r"|thu hoi) (?:ghi nhan|duyet)\b",
    ),
    # what is in the way
    act(
        "go vuong",
        r"^(?:tra loi|giai dap|huong dan)(?: voi| cho| lai)* (?:ho|don vi|ben do|ben ay)\b",
        r"^(?:thao go|tra loi|giai dap)\b.*[UN]|^go (?:cho |giup )?(?:U )?N|^go (?:cho |giup )?U .*:",
        r"\b(?:go|thao go|giai quyet|xu ly|giai dap|tra loi|go roi)(?: cac| nhung| cho| giup)*(?: kho khan| vuong mac"
        r"| vuong)",
        r"\bvuong(?: mac)? (?:cua )?[NU].*\b(?:xu ly|giai quyet|go)\b",
        r"(?=.*N).+\b(?:tra loi|giai dap|phuc dap|go)(?: cho| voi| giup)* U\b",
        r"^U (?:\w+ )?(?:keu|than|phan anh|bao|noi|gap|dang|bi|co)(?: la| rang| co| gap)* (?:kho|vuong)\b.*\b(?:bao"
        r"|nhan"
        r"|noi|tra loi|bao lai|huong dan|cu)(?: voi| cho| lai)* (?:ho|U|ben do|ben ay|don vi|don vi do)\b",
        only="told",
    ),
    act("vuong?", r"\b(?:vuong|kho khan|gap kho|keu kho|can go|can thao go)\b", only="asked"),
    act(
        "vuong?",
        r"^(?:xem )?(?:cac |nhung |danh sach )?(?:kho khan,? )?(?:kho khan|vuong mac|vuong)(?: cua [UG])?$",
        r"\bdanh sach .*(?:vuong|kho khan)",
    ),
)
