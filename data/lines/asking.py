"""What is asked in a unit's chat? Each row is a question by its words; the first that fits counts. Pure."""

import re
from typing import NamedTuple

_WORK = (
    "(?:viec|nhiem vu|bao cao|nop|gui|bao|han|xong|chot|hoan thanh|ke hoach|ket qua|zper[a-z]"
    r"|quy|ky nay|so lieu|tin bai|duyet|lam|tuyen truyen|\d+|zcnt[a-z]|noi dung nay|cai nay)"
)
_DID = r"(?:da )?(?:bao cao|bao|nop|gui|xong|hoan thanh|lam|ghi|gui bao cao)"
_WHEN = (
    "(?:bao gio|khi nao|luc nao|ngay nao|hom nao|ngay may|may gio|den khi nao|bao lau"
    "|thang may|ngay bao nhieu|zday[a-z] co (?:kip|duoc)|quy may)"
)
# What only rounds a question off.
END = (
    "(?: (?:a|nhi|the|vay|em|anh|chi|oi|ha|hả|à|nhe|nha|ta|day|nao|hay|roi|dong chi|dau|bac"
    "|sep|voi|nghe|do|co|chu|ban|minh|cac|phong|ad|he|hi|em oi|luon|ca|nua|ma"
    "|gi))*(?: [?.!])*$"
)
# Behind "không", "chưa" these words ask nothing: "không có gì", "chưa có tin nào".
_NEGATED = re.compile(
    r"\b(?:khong|chua|chang)(?: (?:co|thay|lam|duoc|he|con|xong|bao|phat sinh|to chuc"
    r"|trien khai)){1,3}(?: [^ ]+){0,6} (?:gi|nao|ai|may|dau)\b(?! (?:a|vay|the|nhi)? ?\?)"
    r"|\b(?:khong|chua) (?:gi|ai|nao)\b"
)
_ASKS = re.compile(
    r"\?|\b(?:bao gio|khi nao|luc nao|ngay nao|hom nao|bao lau|bao nhieu|the nao|nhu nao"
    "|lam sao|tai sao|vi sao|ra sao|phai khong|dung khong|duoc khong|co phai|hay sao|gi|nao"
    r"|ai|may|hay khong|co can|gom nhung)\b"
    r"|(?<!ban )(?<!vi )\bsao\b|\b(?:o dau|den dau|toi dau|vao dau|ve dau)\b"
    rf"|\b(?:chua(?! co\b)|khong|dau|hả|ha|à|chứ|hay chua|nhi){END}"
    r"|\b(?:cho|xin|muon|can) (?:em |toi |minh |don vi |phuong )?(?:hoi|biet|xem|xin (?!den"
    r"|lui|them|gia|phep|cham|nop|muon|zday|bao cao|khat|hoãn)|gui lai)\b"
    r"|\bhay la?\b .*\b(?:vay|a|nhi|the)$"
)


class _Question(NamedTuple):
    """A question: the command that answers it, the words that make it one, and those that take it back."""

    command: str
    words: re.Pattern[str]
    unless: re.Pattern[str] | None = None


def _row(command: str, *words: str, unless: str = "") -> _Question:
    return _Question(command, re.compile("|".join(words)), re.compile(unless) if unless else None)


_QUESTIONS = (
    _row(
        "han",
        r"\b(?:den|toi|con|sat|gan|qua|het) han (?:nop |bao cao )?(?:chua|khong)\b",
        unless=r"\b(?:viec|cai) (?:nao|gi)\b",
    ),
    _row(
        "qua han",
        r"\b(?:viec|nhiem vu|cai|dau viec|viec gi) (?:nao|gi)\b.*\b(?:qua han|tre|cham|muon)\b"
        r"|\b(?:co|con|bi|may|bao nhieu)\b.*\b(?:qua han|tre han|cham han|tre|cham)\b.*\b(?:khong"
        r"|gi|nao|viec|nhiem vu)\b",
        unless=r"\b(?:viec|nhiem vu) (?:so )?\d|\bnop (?:muon|tre|cham)\b|\b(?:don vi|phuong|xa) nao\b"
        r"|\bbao gio\b|\b\d+ (?:co|bi)\b",
    ),
    _row(
        "xin ke hoach",
        r"\b(?:chua (?:co|nhan|thay|nhan duoc|duoc nhan)|khong (?:co|thay|nhan duoc|tim thay)|mat"
        r"|mất|that lac)\b.*\b(?:ke hoach|van ban|file|cong van)\b(?! (?:truyen thong|cua phuong))",
        r"\b(?:cho|xin|gui)\b.*\b(?:ban (?:mem|pdf|word|scan|ke hoach|dep|goc)|cong van"
        r"|file ke hoach|van ban)\b(?=(?: (?:a|voi|nhe|di|em|lai|giup|nay|do|giao|trien khai|cua"
        "|06|6|so|zdoc[a-z]))*$)",
        r"\b(?:ke hoach|van ban|cong van)\b.*\bso (?:may|bao nhieu|nao)\b|\bgui lai\b.*\b(?:file"
        r"|ke hoach|van ban|phu luc|tep)\b",
        unless=r"\b(?:viec|nhiem vu) (?:so )?\d|\b\d+ (?:chua|mới|moi|xong)|\bzdoc[a-z]|\b(?:da gui"
        r"|em gui|gui roi|phuong gui|xin gui)\b|\bbao cao\b.*\bzcnt",
    ),
    _row(
        "da bao chua",
        r"\d.*\broi ma(?: (?:em|chi|anh|a|sao|nhi))*$|\b(?:roi|xong)(?: roi)? (?:ma|sao)\b.*"
        r"\b(?:van|con|cu|chua(?! (?:kip|bao|gui|nop|nhan tin)\b)|lai|bi)\b"
        r"|\bsao (?:van|lai|cu|con)\b.*\b(?:chua|thieu)\b|\b(?:bao cao|ket qua"
        r"|so lieu)\b.*\b(?:van de|sua|sai|thieu|thua) (?:gi )?(?:khong|nao|cho nao)\b|\b(?:em"
        r"|phuong|xa|phong|don vi)(?: em| da)* (?:da )?(?:bao|nop|gui|ghi)\b.*\b(?:bao nhieu|may"
        r"|nhung gi|nhung viec nao)\b.*",
        unless=r"\b(?:phai|can|con|nen) (?:bao|nop|gui)\b|\bmay gio\b|\bo dau\b|\b(?:chua xong|chua lam)\b",
    ),
    _row(
        "xin ke hoach",
        r"\b(?:xin|gui|co|cho|can|tai|lay|mất|mat|chup|dau|o dau|tim|muon|kiem|thieu|chuyen|share"
        r"|dinh kem)\b.*\b(?:mau|bieu mau|de cuong|bieu|phu luc|form|mẫu)\b",
        r"\b(?:mau|mẫu|de cuong|bieu mau|phu luc|form)\b.*\b(?:dau|o dau|khong|chua|nao|voi|the nao|nhu nao|co)\b",
        r"\b(?:xin|gui lai|gui cho|gui em|gui|cho em|cho toi|can|tai|lay|mat|mất|co|xem lai|xem"
        r"|tim|dau)\b.*\b(?:ke hoach(?! (?:truyen thong|cua phuong))|van ban(?: goc| ke hoach"
        r"| giao)?|cong van|file|ban (?:mem|pdf|word|scan)|tep)\b.*\b(?:khong|voi|lai|a|nhe|di|dau"
        r"|chua|goc|voi a|nhi|\?|giup|so|cua thanh pho|06|6|em|nay)\b",
        r"\bke hoach\b.*\b(?:o dau|dau (?:a|nhi|roi|vay))",
        unless=r"\b(?:co can|co phai|can (?:gui|nop)|phai (?:gui|nop)|zdoc[a-z]|roi|mới|moi co|chua co"
        "|da gui|gui roi|xong|duoc khong|em gui file|gui file (?:word|pdf|anh|qua|o dau|len|vao"
        "|the)|trinh|duyet|ky|du thao|minh chung|nop file|nop ban|gui ban (?:mem|scan"
        r"|giay) (?:duoc|la|hay|thoi|cho|o|qua|hay))\b",
    ),
    _row(
        "han",
        r"\b(?:thoi han|han)\b.*\b(?:the nao|ra sao|sao|nao|may|bao gio|hay|gi|bao nhieu)\b"
        r"|\b(?:qua|tre|het) han\b.*\b(?:may|bao nhieu|bao lau|chua|khong|nua)\b",
        r"\bcon (?:may|bao nhieu) (?:ngay|hom|tuan)\b",
        unless=r"\bgia han\b|\bnhac\b|\bai\b|\blui\b|\bxin\b",
    ),
    _row(
        "viec",
        r"\b(?:viec|nhiem vu) (?:so )?\d+ (?:phai |can |nay |thi |la |se |minh |em |nhu )*(?:lam"
        r"|la|gom|thuc hien|trien khai|yeu cau|can|co)\b.*\b(?:gi|the nao|ra sao|sao|may"
        r"|bao nhieu)\b",
    ),
    _row(
        "tro giup",
        r"^(?:(?:em|dạ|toi|minh|a) )*(?:(?:khong|chua) hieu\b|can (?:ho tro|giup)|(?:y )?la sao\b"
        "|gi (?:vay|the)|cai gi (?:day|the|vay)|day la gi|tin nhan nay la)",
        r"\b(?:bao cao|bao|gui|nop|dung|go|nhap|ghi|tra loi|nhan|viet|sua|huy|xoa|dinh kem|them"
        "|dang|đăng|thao tac|xin gia han|gia han|rut|lui|chup|dien|nhan tin|soan|cap nhat"
        r"|bo sung)\b.*\b(?:the nao|nhu nao|kieu gi|kieu nao|cach nao|lam sao|bang cach|theo cach"
        "|duoc khong|o dau|vao dau|cho nao|cho ai|ve dau|ra sao|co duoc|can (?:nhung )?gi|can ghi"
        "|gom (?:nhung )?gi|nhung gi|cu phap|qua dau|chi tiet khong|hay sao|sao (?:cho|day|a|vay"
        r"|nhi|ta))\b",
        r"\b(?:nham|sai|thieu|muon sua|muon huy|sua)\b.*\b(?:sua|lam|huy|xoa|bao"
        r"|the) (?:lai )?(?:sao|the nao|nhu nao|kieu gi|duoc khong|lam sao)\b"
        r"|\bthi (?:lam )?(?:sao|the nao)\b",
        r"\b(?:lam sao|lam the nao|cach nao|lam cach nao|(?<!cai )cach|huong dan|chi em|chi giup"
        r"|bay em)\b.*\b(?:bao|gui|nop|sua|huy|xoa|dung|go|xem|nhap|gia han|them|doi|tai|lam|ghi"
        r"|tra loi|dung|su dung)\b",
        r"\bkhong biet\b.*\b(?:the nao|gi|sao|o dau|cho ai|cach|nhu nao)\b",
        r"\b(?:go|nhap|bam|soan|ghi|an) (?:gi|lenh gi|cai gi|sao|lenh nao|nut nao)\b"
        r"|\bco lam duoc gi\b|\b(?:lam|giup) duoc (?:nhung )?gi\b|\b(?:bot|he thong|chat"
        r"|nhom) nay (?:la gi|de lam gi|dung|lam)\b|\b(?:may|cac|nhung|bao nhieu) lenh\b"
        r"|\blenh (?:gi|nao)\b|^(?:huong dan |cach |hoat dong )*(?:su dung|dung)(?: the nao)?$"
        r"|\bcu phap\b",
        r"\b(?:co can|phai|can|co phai|chi can|bat buoc)\b.*\b(?:dong dau|ban giay|van ban"
        "|minh chung|ky ten|chup anh|gui anh|ban cung|dau do|bao cao bang|cong van|bao khong"
        r"|bao cao khong|bao cao a|nhan|ghi|gui|nop|anh|file|chi tiet)\b.*(?:\b(?:khong|à|hả|chua"
        r"|nhi)\b|\?)",
        r"\b(?:duoc tinh|co tinh|tinh (?:la|the|vao|chung|rieng|nhu)|gop|lay so lieu"
        r"|thong ke)\b.*\b(?:khong|may|the nao|sao|à|hay|nao)\b|\b(?:nhan|bao|gui|nop"
        "|ghi) (?:o day|the nay|nhu the nay|nhu vay|the|qua day|vao day|tren day|bang tin nhan"
        r")\b.*(?:\b(?:duoc|khong|à|dung|hả|chua|nhi)\b|\?)",
        unless=r"\b(?:the nao|ra sao|sao|den dau) roi\b|\bnhan duoc chua\b|\bke hoach\b.*\b(?:o dau"
        rf"|dau)\b|\b{_WHEN}\b|\bsao (?:van|con|lai|cu|nhac|chua)\b",
    ),
    _row(
        "da bao chua",
        r"\b(?:nhan|ghi nhan|thay|cap nhat|vao so|duyet|chap nhan|xac nhan|luu|tinh|den noi"
        "|toi noi|xem|doc|kiem tra|phan hoi|len|chap thuan|dong y|tra loi|nhan duoc|cham"
        rf"|giai quyet|xu ly|tiep nhan|duoc)\b.*\bchua(?! co\b){END}",
        r"\b(?:co|da|duoc|thay|len) (?:ai )?(?:nhan|ghi nhan|duyet|chap nhan|luu|cap nhat|thay|xem"
        rf"|tinh|vao|len|nhan duoc|dat|ghi|tra loi|phan hoi|on|du|tra lai)\b.*\bkhong{END}",
        r"^(?:the |vay |em |phuong em |phuong |xa |don vi |phong |viec |nhiem vu |so |\d+ "
        rf"|bao cao |co phai |dạ |cai |ket qua |ben )*{_DID}\b.*\b(?:chua|duoc chua){END}",
        rf"\b{_DID}\b.*\b(?:roi|hom|da|tu|luc|viec|nhiem vu|zday[a-z]|\d)\b.*\b(?:phai khong"
        rf"|dung khong){END}|\b(?:xong|bao|nop|gui|bao cao)\b.*\broi\b.*(?:\?|\b(?:à|hả|chứ"
        rf"|phai khong|dung khong|nhi)){END}|\bxong\b[^,.;]*\?$",
        r"\b(?:viec|nhiem vu) (?:so )?\d+\b.*\b(?:xong|bao|nop|gui|on|ok|dat|duyet|duoc|the nao"
        rf"|den dau)\b.*\b(?:chua|dung khong|phai khong|roi)\b{END}",
        r"\b(?:bao|nop|gui|xong|bao cao|lam|hoan thanh|tra loi)\b.*\b(?:roi|xong|hom"
        r"|tu)\b.*\b(?:sao|ma|van|co)\b.*\b(?:van|con|chua|lai|bi|thay|nhac|khong|cu)\b",
        r"\bsao\b.*\b(?:bao|nop|gui|xong|bao cao|lam)\b.*\broi\b.*\b(?:van|con|chua|bi|lai|ma)\b"
        r"|\bsao\b.*\bchua (?:duyet|ghi nhan|thay|xac nhan|cap nhat|tra loi|chap nhan)\b",
        r"\b(?:xu ly|giai quyet|duyet|xem xet|tra loi|de nghi|gia han|yeu cau|kien nghi|vuong mac"
        r"|bao cao|cua em|cua phuong|hom truoc)\b.*\b(?:den dau|toi dau|the nao roi|ra sao|sao roi"
        r"|the nao)\b",
        r"\b(?:duoc|bi) (?:tra lai|duyet|chap nhan|ghi nhan|dong y)\b.*\b(?:chua|khong|sao|à)\b",
        rf"\b(?:em|xa|phuong|phong|don vi|ben em)\b.*\b(?:bao|nop|gui|lam)\b.*\b(?:chua|du chua){END}",
        rf"\b(?:bao cao|ket qua|so lieu)\b.*\b(?:dat|ok|on|duoc|du|dung) (?:chua|khong){END}",
        r"\bco ai (?:bao|nop|lam) chua\b|\bda (?:den|toi) (?:noi|tay)\b|\b(?:dong y"
        r"|cho) gia han chua\b|\b(?:bao|nop|ghi|nhan|he thong|em|phuong) (?:da )?(?:bao|ghi|nhan"
        r"|nop) (?:duoc )?(?:may|bao nhieu) (?:tin|bai|viec)\b",
        unless=r"\b(?:ca phong|ca nha|di an|bao gio|khi nao|den khi nao|nhan tin|chua bao)\b",
    ),
    _row(
        "vi sao",
        r"\bsao\b.*\b(?:nhac|nhan tin|giao|bi tinh|tinh)\b",
        r"\b(?:vi sao|tai sao|sao lai|ly do gi)\b",
        r"\bnhac\b.*\b(?:lam the|nhieu (?:the|vay|qua)|hoai|mai|suot|lien tuc|ma nhac|gi ma|ca ngay|nua|lam)\b",
        r"\bsao\b.*\b(?:qua han|tre han|cham)\b",
        unless=r"\bnhac (?:lai|sau|em|nguoi|cho|giup|toi)\b(?! (?:nhieu|the|hoai))",
    ),
    _row(
        "xin ke hoach",
        r"\b(?:cho|xin|gui)\b.*\bke hoach\b.*\b(?:voi|a|nhe|di|em|lai)\b",
        unless=r"\b(?:da gui|gui roi|xong|truyen thong|duyet|ky|trinh|du thao)\b",
    ),
    _row(
        "lien he",
        r"\b(?:gap|lien he|lien lac|goi|hoi|trao doi)\b.*\b(?:ai|nguoi nao|so nao|dong chi nao"
        r"|anh nao|chi nao|so dien thoai|dau|can bo nao)\b",
        r"\b(?:ai|dong chi nao|nguoi nao|anh nao|chi nao)\b.*\b(?:phu trach|theo doi|tong hop"
        r"|quan ly|dau moi|giai dap|ho tro|huong dan|lam dau moi|nhan)\b",
        r"\b(?:so dien thoai|so may|email|mail|dia chi)\b.*\b(?:noi vu|can bo|phong|phu trach"
        r"|ai|lien he|chi|anh|dau moi)\b",
        r"\b(?:cho|xin)\b.*\b(?:so dien thoai|lien he|lien lac|gap)\b"
        r"|\bso dien thoai\b.*\bnoi vu\b|\bnguoi that\b|\b(?:chi|anh|ai) (?:la|o) (?:ai|phong nao"
        r"|ben nao|don vi nao)|\b(?:gap|noi chuyen|lien he)\b.*\b(?:noi vu|can bo|nguoi that"
        r"|truc tiep|phong)\b",
    ),
    _row(
        "han",
        rf"\b{_WHEN}\b.*\b(?:{_WORK}|phai)\b|\b{_WORK}\b.*\b{_WHEN}\b",
        r"^(?:/ )?(?:thoi han|han)(?: (?:cua|viec|nhiem vu|bao cao|nop|cuoi|chot))*(?: \d+"
        "| zper[a-z])?(?: (?:la|a|the|nao|gi|khong))*$",
        r"\bhan (?:den|nop|chot|cuoi|bao cao|bao|la|gui|viec|nhiem vu|ngay|cua|may"
        r"|den ngay)\b.*\b(?:nao|may|gi|bao nhieu|chua|dau|khong|\?)",
        r"\b(?:con|duoc) (?:may|bao nhieu) (?:ngay|hom|tuan)\b|\b(?:qua|tre|het|den|toi|sap den"
        r"|con) han (?:chua|khong|nua khong)\b|\b(?:kip|muon|tre) (?:khong|chua|mất roi)\b"
        r"|\bco bi (?:muon|tre|cham)\b",
        r"\bsao (?:lai )?han\b|\bma sao han\b|\bhan\b.*\b(?:dung khong|phai khong|sai|nham)\b"
        r"|\b(?:xin|cho) (?:hoi|biet) (?:ve )?(?:han|thoi han|thoi gian)\b|\b(?:muon"
        r"|cham) nhat\b.*\b(?:nao|may|bao)\b",
        unless=r"\b(?:luong|thuong|gia han|nghi le|nghi tet|an com|hop|nhac)\b",
    ),
    _row(
        "viec cua toi",
        r"\b(?:con|co|phai|duoc giao|nhung|may|bao nhieu|cac|danh sach|lam|chua)\b.*\b(?:viec gi"
        "|viec nao|may viec|bao nhieu viec|nhung viec|cac viec|nhiem vu gi|nhiem vu nao"
        "|may nhiem vu|nhung nhiem vu|bao nhieu nhiem vu|cac nhiem vu|viec chua|dau viec|lam gi"
        r"|nhung gi|bao cao gi|bao cao nao|no gi|gi nua|gi khong|gi chua|nhung noi dung gi)\b",
        "^(?:/ )?(?:viec cua (?:toi|em|minh|phuong|phuong em)|viec (?:hom nay|tuan nay|thang nay"
        "|quy nay)|viec|viec toi|nhiem vu|danh sach(?: viec)?|hom nay|ngay mai|tuan nay|tuan sau"
        "|thang nay|thang sau|quy nay|zday[a-z]|con lai|zper[a-z])$",
        r"\b(?:viec|nhiem vu)(?: cua)? (?:em|toi|minh|phuong|xa|phong|don vi)\b.*\b(?:gi|nao|may"
        r"|nhung|gom)\b|\b(?:hom nay|tuan nay|thang nay|quy nay|tuan sau|zday[a-z]"
        r"|zper[a-z])\b.*\b(?:viec gi|gi khong|lam gi|phai lam|co gi|den han|can lam)\b"
        r"|\b(?:liet ke|cho xem|xem lai|xem|cho em xem|gui lai|gui em) (?:cac |danh sach |toan bo "
        r"|lai |nhung )*(?:dau viec|viec|nhiem vu)\b|\bcon no\b|\b(?:con|sot|thieu) (?:gi|viec nao"
        r"|cai gi|cai nao)\b",
        unless=r"\b(?:don vi nao|phuong nao)\b|\b(?:viec|nhiem vu) (?:so )?\d|\bviec nao (?:ve|la|co|lien"
        r"|thuoc)\b|\bla (?:viec|nhiem vu) (?:gi|nao|so)|\bso may\b|^viec so",
    ),
    _row(
        "viec",
        r"\b(?:viec|nhiem vu|muc|cai|\d+)\b.*\b(?:la gi|la viec gi|lam gi|lam nhung gi|gom|bao gom"
        "|noi dung|the nao|nhu nao|can gi|yeu cau gi|cu the|ai lam|ai chu tri|ai phoi hop"
        "|phai lam gi|lam sao|so may|san pham|phoi hop voi ai|don vi nao|chu tri|may tin"
        r"|bao nhieu)\b",
        r"\b(?:xem|cho xem|chi tiet|noi dung|giai thich)\b.*\b(?:viec|nhiem vu) (?:so )?\d+"
        r"|^(?:/ )?(?:viec|nhiem vu) (?:so )?\d+$|\bviec (?:nao|so may|may)\b",
        unless=r"\bminh chung\b|\b(?:phai|con|duoc giao|phuong minh|nhung|may|cac"
        r"|bao nhieu) (?:phai )?(?:lam )?(?:nhung |cac )?(?:viec|nhiem vu) (?:gi|nao)\b"
        r"|\bmay viec\b",
    ),
)


def is_asking(said: str) -> bool:
    """Whether something is asked; "12 xong, 13 chưa" and "12 không" only look like it."""
    if "?" not in said and re.search(
        r"(?:\d (?:thi )?(?:da )?(?:xong|hoan thanh)\b|\b(?:xong|hoan thanh|phat sinh|bao"
        r"|nop) .*(?:,|;|\.|\bnhung\b|\bcon\b|\broi\b)).*\d+ (?:thi |van |con )?chua(?: a| em)?$",
        said,
    ):
        return False
    if (
        re.search(
            r"\b(?:xong|co|roi|hoan thanh)\b.*(?:,|;|\bnhung\b|\bcon\b) (?:(?!nhan|thay|duyet|ghi nhan"
            "|xem|chi|anh|duoc)[^ ,;]+ )*chua(?: a| em| xong| co)?$",
            said,
        )
        and "?" not in said
    ):
        return False
    if re.search(
        r"\b(?:khi nao|bao gio|luc nao|luc)\b.*\b(?:xong|co|du|ky|duyet|hop|ve|duoc|ranh"
        r"|tong hop)\b.*\b(?:em|phuong|xa|phong|thi|se|minh|roi|moi)\b.*\b(?:bao|gui|nop|nhan"
        r"|cap nhat|tra loi|lam)\b",
        said,
    ) and not re.search(r"\b(?:phai|can|han|chi|anh) ", said):
        return False
    if (
        re.search(
            r"\b(?:xong|chua|khong|lam|kip|co|duoc|phai|gi)\b(?: [^ ]+){0,3} dau(?: (?:a|chi|em|anh|ma .*))?$", said
        )
        and "o dau" not in said
    ):
        return False
    if re.search(r"\b(?:khong|chua) (?:phat sinh|co gi|co)$|\b\d+ khong$", said) and not re.search(
        r"\b(?:lam sao|the nao|cach|co phai)\b", said
    ):
        return False
    return _ASKS.search(_NEGATED.sub(" ", said)) is not None


def _fits(question: _Question, said: str) -> bool:
    return bool(question.words.search(said)) and not (question.unless and question.unless.search(said))


def question_in(said: str) -> str | None:
    """The command that answers what is asked in a line; None where none of the questions fits."""
    return next((each.command for each in _QUESTIONS if _fits(each, said)), None)
