"""How questions are written down, and those that are tried first: few other words go with them. Pure."""

import re
from typing import NamedTuple

from data.lines.asking import END

WHEN = (
    "(?:bao gio|khi nao|luc nao|ngay nao|hom nao|ngay may|may gio|den khi nao|bao lau"
    "|thang may|ngay bao nhieu|thu may|zday[a-z] co (?:kip|duoc)|quy may)"
)


class Inquiry(NamedTuple):
    """A question: the command that answers it, the words that make it one, and those that take it back."""

    command: str
    words: re.Pattern[str]
    unless: re.Pattern[str] | None = None


def row(command: str, *words: str, unless: str = "") -> Inquiry:
    """A question of a command, by its words."""
    return Inquiry(command, re.compile("|".join(words)), re.compile(unless) if unless else None)


def bag(words: str, *musts: str) -> str:
    """A line that is made of some words and courtesy alone, and holds each of the musts."""
    every = "|".join((*words.split(), _ROUND))
    return "^" + "".join(rf"(?=.*\b(?:{must})\b)" for must in musts) + rf"(?:(?:{every}|\W)(?: |$))+$"


_ROUND = (
    "a|ạ|dạ|da|vang|ok|em|anh|chi|co|chu|bac|sep|ban|minh|toi|oi|nhe|nha|nhi|voi|roi|vay|the|duoc|lai|nay|day|ad"
    "|bot|oi"
    "|giup|ho|dum|cho|xin|hoi|chut|ti|di|cai|nua|phuong|xa|phong|don vi|ben|cua|khong|chua|dau|thi|la|mot|1|hien|gio"
)
_PAPER = (
    "ke hoach|van ban|cong van|file|tep|phu luc|mau|mẫu|bieu mau|bieu|de cuong|form|ban (?:mem|word|scan|goc|dep|in)"
)
NARROW = (
    row(
        "han",
        r"\b(?:phai|can|co) (?:nop|bao|gui|xong|bao cao)\b.*\b(?:trong (?:tuan|thang|ngay|hom|quy)|zday[a-z]|tuan nay"
        rf"|hom nay|thang nay|quy nay)\b.*\b(?:khong|à|hả){END}",
    ),
    row(
        "da bao chua",
        r"\b(?:bao|nop|gui)\b.*\b(?:hom|roi|truoc|qua)\b.*\b(?:lai|con|van|cu) (?:doi|đòi|nhac|hoi|bat|keu|giuc)\b"
        r"|\bai (?:da )?(?:bao|nop|gui|ghi|nhap|go)(?: [a-z]+){0,3} (?:the|vay|day|nhi|ha|hả)\b",
    ),
    row(
        "xin ke hoach",
        rf"\b(?:{_PAPER})\b.*\b(?:mất|mat|that lac|xoa nham|khong thay|khong tim)\b.*\b(?:gui lai|xin lai|cho xin"
        rf"|gui giup"
        r"|gui cho|xin)\b",
    ),
    # "X thì báo thế nào" asks how, whatever X is.
    row(
        "tro giup",
        r"\bthi (?:em |minh |phuong |phai |can |nen )*(?:bao(?! gio)|go|ghi|nhan|bam|nop|gui|nhap|tra loi|dien|soan"
        r"|noi|an|viet)"
        r"\b.*\b(?:gi|sao|the nao|nhu nao|kieu gi|kieu nao|ai|dau|o dau|may|duoc khong)\b",
        unless=r"\b(?:sao|tai sao) (?:van|con|lai|cu|nhac|chua)\b",
    ),
    # What was sent and what became of it, before the paper that it names.
    row(
        "da bao chua",
        r"\b(?:nhan|thay|xem|doc|ghi nhan)(?: duoc)? .*\b(?:em|phuong|xa|phong|don vi|ben em) (?:da |vua |moi )*"
        rf"(?:gui|nop|bao)\b.*\b(?:chua|khong){END}",
        r"\b(?:bi tra|duoc duyet|duoc ghi nhan|bi tu choi|duoc chap nhan)\b.*\bhay\b",
        r"\b(?:chua|khong) (?:thay|nhan duoc|co|duoc)(?: (?:ai|duoc|co))* (?:phan hoi|tra loi|hoi am|xac nhan"
        r"|ghi nhan)\b",
        rf"\b(?:bao|nop|gui|xong)(?: cao)? roi (?:co )?ma{END}",
        unless=r"\b(?:cua|tu) (?:phuong|xa|so|tinh|phong) (?!em|minh|toi|noi vu)|\bminh chung la\b",
    ),
    row(
        "xin ke hoach",
        bag(
            "gui can muon tim lay tai xem doc kiem mat mất that lac co nhan thay ban mem pdf word scan goc file kem"
            " giao link toan day du"
            " viec don doc 06 6 so trien khai thanh pho zdoc[a-z] bao cao quy thang zper[a-z] nhiem vu cu chinh"
            " thuc in o"
            " nao cchc tuyen truyen cap gap ke hoach van cong phu luc mau mẫu bieu de cuong form tep dep cap tren",
            _PAPER,
            "cho|xin|gui (?:lai|em|cho|giup|ho|voi)|can|muon|tim|lay|tai|xem|doc|kiem|mat|mất|that lac|chua|khong|dau",
        ),
        r"\bke hoach\b.*\b(?:ban hanh|ky) (?:ngay nao|khi nao|bao gio)\b",
        r"\b(?:soan|viet|lam|danh|tong hop) (?:ho|giup|dum) (?:cho )?(?:em |toi |minh |phuong |chi |anh |cai |ban "
        r"|mot )*bao cao\b",
        unless=r"\b(?:viec|nhiem vu) (?:so )?\d|\b(?:da|em|phuong) gui\b|\bgui roi\b|\bminh chung\b"
        r"|\b(?:co can|co phai|can (?:gui|nop)|phai|duoc khong|so bao cao)\b|\bgui (?:file|ban|van ban"
        r"|cong van)\b.*\b(?:o|dau|vao)\b",
    ),
    row(
        "lien he",
        r"^(?:(?:dạ|a|em|chi|anh|oi|,|cho|xin|giup|gui|toi|minh|phuong|lai) )*xin (?:cai |lai |em )*(?:so|sdt)"
        r"(?: (?:dien thoai|m[aá]y|lien lac|lien he|nong|can bo|chi|anh|dau moi|phu trach|cua|nguoi|noi vu|phong"
        r"|phong noi vu|dong|ban|truc))*(?: (?:a|voi|nhe|nha|di|em|chi|anh))*$",
        r"\b(?:noi vu|phu trach|dau moi|theo doi|ho tro)\b.*\b(?:ten (?:la )?gi|so (?:m[aá]y"
        r"|dien thoai).*(?:bao nhieu|may|gi))\b",
        r"\b(?:hoi|gap|goi|lien he|nhan tin|nhắn(?: tin)?)(?: (?:cho|voi|ai|thi|o|ben))* (?:ai|dong chi nao"
        r"|can bo nao|chi nao|anh nao)\b",
        unless=r"\b(?:phoi hop|viec \d|nhiem vu \d)\b|\bso (?:lieu|van ban|cong van|hieu|bao cao)\b",
    ),
    row(
        "viec cua toi",
        r"\b(?:viec|nhiem vu|cai) nao\b.*\b(?:sap|sat|gan|phai|can) (?:phai )?(?:nop|bao|xong|lam|den han|toi han)\b",
        r"\b(?:nhung|cac|ke ten|liet ke) (?:cac |nhung )?(?:viec|nhiem vu) .*\b(?:gi|nao|nhung gi)\b"
        r"|\bke ten\b.*\b(?:viec|nhiem vu)\b",
        r"^(?:cac |nhung )?(?:viec|nhiem vu) (?:dang |bi )?(?:qua han|tre han|cham han)\b(?! (?:roi|vi|do))",
        unless=r"\b(?:don vi|phuong|xa) nao\b|\b(?:viec|nhiem vu) (?:so )?\d|\bxong\b|\bda (?:bao|nop|gui)\b",
    ),
    # Late, or on a day that is none of work.
    row(
        "han",
        r"\b(?:muon|cham|tre|sau han|qua han|het han|sau (?:ngay )?zday[a-z]|zday[a-z]|(?:bay )?gio moi|gio nay|bo sung"
        r"|zper[a-z])\b.*\b(?:co (?:bi )?sao(?: khong)?|bi (?:gi|tru|sao|phat)(?: khong)?"
        r"|bi (?:tru|phat|phe binh|kiem diem|nhac nho"
        r"|tinh|ky luat)(?: [a-z]+){0,3} khong|duoc (?:nua )?khong|(?:co |con )?(?:nop|bao|gui|nhan|bao cao)"
        r"(?: bao cao| bu| duoc| nua| them| cho| em| bo sung| zper[a-z])* (?:duoc )?(?:khong|nua khong"
        r"|nua duoc khong)"
        rf"|kip khong|con (?:duoc|nhan|kip))\b{END}",
        r"\b(?:zper[a-z]|so lieu|so|so bao cao|ky) (?:nay )?(?:da )?(?:dong|chot|khoa)(?: so)? chua\b"
        r"|\blich (?:bao cao|nop|chot)\b",
        r"\b(?:may|bao nhieu) (?:ngay|hom|tuan)(?: nua)?\b.*\b(?:het han|den han|phai nop|phai bao|chot|thi)\b",
        r"\bcon (?:du |nhieu |kip )?(?:thoi gian|han)(?: [a-z]+){0,2} khong\b|\b(?:khoa|chot|dong) so\b",
        r"(?<!gia )\b(?:han (?:chot|cuoi|nop|bao cao)|sau han|truoc han)\b",
        r"\b(?:theo |hang |hằng |bao cao )?(?:thang|quy|nam|tuan) hay (?:la )?(?:theo |hang |hằng "
        r"|bao cao )?(?:thang|quy|nam|tuan)\b",
        r"\b(?:may|bao nhieu|bao lau) (?:thang |ngay |lau |quy )?(?:thi )?(?:phai )?(?:bao|nop)(?: cao)? (?:mot "
        r"|1 )?(?:lan|zcnt[a-z])\b",
        r"\b(?:bao nhieu thoi gian|thoi gian nao|xin han nop)\b|\bmoi phai (?:nop|bao)\b|\b(?:hoi|biet|cho"
        r"|xin)\b.*\bthoi han\b",
        rf"\b(?:thang sau|tuan sau|sang tuan|hom nay|toi nay|chieu nay)(?: em| moi)? (?:nop|bao|gui) (?:co )?(?:duoc"
        rf"|sao|kip|con kip)\b.*\bkhong{END}",
        rf"\b(?:nop|bao|gui) (?:trong )?(?:hom nay|chieu nay|toi nay|tuan sau|thang sau) (?:co |con )?(?:kip|duoc"
        rf"|sao) khong{END}",
        rf"\b{WHEN} (?:em |minh |phuong |thi )*(?:phai|can)\b",
        r"\bzday[a-z] (?:la |thi )?(?:phai|can) (?:nop|bao|xong)\b|\b(?:truoc|sau) (?:zday[a-z]|\d+) hay\b",
        unless=r"\b(?:xin(?! hoi| han)|cho (?:em|phuong)(?! hoi| biet| xin han)|gia han|lui|roi|nhac|viec nao|bi tra"
        r"|ghi nhan"
        r"|duyet)\b|\bda (?:bao|nop)\b|\bem (?:bao|nop)\b(?! muon| cham| tre)",
    ),
    # What became of it, before how it is done.
    row(
        "da bao chua",
        r"\b(?:trang thai|tinh trang)\b|\bsao\b.*\bvan (?:ghi|hien|bao|de)\b|\bkhong nho\b.*\bchua\b",
        rf"\bxong (?:het|ca|du|day du)(?: [a-z]+)? chua{END}|^(?:the |vay |la |nhu vay )+xong chua\b",
        r"\bma\b.*\b(?:chua|khong|co) (?:thay |duoc |co |ai )+.*\b(?:tra loi|duyet|phan hoi|xu ly|ghi nhan"
        r"|giai quyet|nhan)\b",
        r"\bxem(?: lai)? (?:bao cao|ket qua|so lieu)\b",
        r"\bsao\b.*\bchua (?:duoc |thay |co )*(?:duyet|ghi nhan|xac nhan|cap nhat|tra loi|chap nhan|nhan)\b",
        rf"\broi\b.*\bco (?:nhan|thay|ghi nhan|vao|len|duoc ghi)\b.*\bkhong{END}",
        r"\b(?:bao cao|bao|nop|gui|nhan)\b.*\b(?:check|kiem tra|ra soat)(?: lai)? (?:giup|ho|dum)\b",
        unless=r"zcnt|\b(?:the nao thi|cua (?:phuong|xa) (?!em|minh|toi))\b",
    ),
    row("tro giup", r"\b(?:vi du|chi em voi|khong ranh|mau cau|cau mau|mau tin nhan)\b", r"\bco can lam (?:gi|them)\b"),
    row(
        "vi sao",
        r"\b(?:vua|moi|da)\b.*\b(?:bao|nop|gui|xong)\b.*\b(?:lai|van|con|cu) nhac\b",
        r"\b(?:vi|boi|do|can) (?:co|cu|ly do|le|dau)(?: gi| nao)?(?: ma)?(?: (?:lai|cu|cung))* (?:bi )?(?:nhac|giao"
        r"|don doc)\b"
        r"|\b(?:vi (?:co|le) gi|co sao|duyen co gi|ly do (?:gi|nao|vi sao))\b.*\b(?:nhac|giao|don doc|gui)\b"
        r"|\b(?:nhac|don doc)\b.*\b(?:vi (?:co|le|ly do) (?:gi|nao)|lam gi(?: vay| the)?)$",
        r"\bnhac (?:zcnt[a-z]|\d+ lan|may lan|nhieu lan)\b|\b(?:suot ngay|ca ngay|cu)\b.*\bnhac\b(?! (?:sau|em vao))"
        r"|\bla nhac$|\bnhac di nhac lai\b",
        r"\bnhac gi\b|\bma (?:da |cu )?nhac\b|\bmoi\b.*\bda nhac\b|\bsao (?:chi )?nhac (?:em|phuong|xa)\b",
        unless=r"\b(?:xong|nop|bao) roi\b",
    ),
    # Which units have a part in a task, and what it is, is told with the task.
    row(
        "viec",
        r"\b(?:ai|don vi nao|phong nao|ben nao|co quan nao|phuong nao|nhung don vi nao|cac don vi nao"
        r"|nhung ai)\b.*\b(?:chu tri|phoi hop|phu trach|cung lam"
        r"|lam|bao|thuc hien|chiu trach nhiem|tham muu|duoc giao)\b.*\b(?:viec|nhiem vu) (?:so )?(?:\d|nay)"
        r"|\b(?:viec|nhiem vu) (?:so )?(?:\d+|nay)\b.*\b(?:(?:ai|don vi nao|phong nao|ben nao|co quan nao"
        r"|phuong nao) (?:se |la |phai )?(?:chu tri"
        r"|phoi hop|phu trach|lam|bao|thuc hien|chiu trach nhiem|tham muu|duoc giao)|(?:giao|phoi hop|lam"
        r"|cua) (?:cho |voi |cung )?(?:ai|don vi"
        rf" nao|nhung ai)|[a-z ]+ hay (?:la )?(?:phong|ben|phuong|xa|don vi|van phong|bao cao|ban|tin|ve"
        rf"|chi)\b.*){END}",
        r"\b(?:noi ro|giai thich|noi them|doc lai|xem lai|mo|nhac lai noi dung|chua ro|khong ro|chua hieu"
        r"|khong hieu)\b.*\b(?:viec|nhiem vu) (?:so )?\d"
        r"|\b(?:viec|nhiem vu) (?:so )?\d+\b.*\b(?:muc nao|khong ro|chua ro|khong hieu|chua hieu|can gi|can co|co can"
        r"|co phai|phai co)\b.*(?:\?|\b(?:nao|khong|gi|hay|the nao|sao|a)\b)",
        unless=r"\b(?:xong|nop|da bao|bao chua|roi|sao lai|chua (?:bao|nop|lam|xong)|bao (?:duoc )?may|vuong"
        r"|kho khan)\b|\bsao giao\b",
    ),
)
