"""What is said of a task in one clause: done, nothing arose, not yet, a difficulty, or nothing of these? Pure.

The more definite goes first: of "chưa xong" the first word counts, and "xong vào thứ 6" is a promise.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from data.lines.marked import Marked


class Tone(StrEnum):
    """What a clause says of its task; `sure` tones may be put on record at once where the task is named by number."""

    DONE = "done"
    MAYBE_DONE = "maybe done"
    NOTHING = "nothing"
    MAYBE_NOTHING = "maybe nothing"
    UNDER_WAY = "under way"
    NOT_YET = "not yet"
    TROUBLE = "trouble"
    BARE = "bare"


# Of these tones nothing was done that might be counted.
EMPTY = frozenset({Tone.NOTHING, Tone.MAYBE_NOTHING, Tone.NOT_YET})


_VERB = (
    r"(?:xong|lam|hoan thanh|hoan thien|nop|bao cao|bao|gui|trien khai|thuc hien|to chuc|ky|duyet|ban hanh|dang|đăng"
    r"|phat|trinh|in|viet|tong hop|xu ly|up|treo|tuyen truyen|tham muu|xay dung|soan|hop|mo|ra soat|du thao|xin)"
)
FREE_OF_TROUBLE = re.compile(
    r"\b(?:khong"
    r"|chua) co gi (?:vuong mac|vuong|kho khan|kho|dac biet|moi|them|khac|sai|thay doi)|"
    r"\b(?:vuong mac|vuong|kho khan)\b.*\b(?:da duoc|da het|da giai quyet|da xu ly|da thao"
    r"|het roi|xong roi|duoc giai quyet|duoc thao go)\b|"
    r"\b(?:khong|chua|het|khong con|khong co|chua co|khong gap|khong phat sinh|khong he)"
    r"(?: (?:con|co|gap|gi|phat sinh))* (?:vuong mac|vuong|kho khan|ton dong)(?: gi| nao| mac)*"
)
_PAPER = (
    "(?:ban (?:giay|scan|cung|chinh|goc|mem|do|ky)|anh|hinh anh|hinh|file|tep|van ban"
    "|cong van|minh chung|bao cao chi tiet|so lieu(?: chi tiet)?|chi tiet|phu luc|danh sach|link|bao cao giay|bien ban)"
)
_THEN = r"(?:sau|mai|zday[a-z]|chieu nay|toi nay|chieu|tuan sau|ngay mai|lat nua|lat|se|bo sung)"
# "Không phải là chưa làm" takes back its own no; that it has not been told yet says nothing against what is done.
_NO_NO = re.compile(
    r"\bkhong phai (?:la )?(?:chua|khong)(?: (?:co|lam|xong|bao|nop|gui|phat sinh|gi|hoat dong|duoc)){0,3}\b"
)
_ONLY_UNTOLD = re.compile(
    r"\b(?:quen )?(?:chua|khong) (?:kip |co thoi gian |kịp )?(?:bao|nhan(?: tin)?|gui|nop|ghi|nhap"
    r"|cap nhat|gui bao cao)"
    r"(?: (?:bao cao|len|cho|chi|anh|em|vao|he thong|duoc|thoi|lai|tin|a))*(?= [,;.]|$| (?:chứ|chu|nhung|ma)\b)"
)
# What backs a result may come later: that doubts nothing.
PAPER_TO_COME = re.compile(
    rf"\b{_PAPER}\b(?: (?:thi|em|phuong|se|xin|minh|ben|phong))* (?:{_THEN} )?(?:em |phuong "
    rf"|minh |se )*(?:gui|nop|bo sung|chuyen|up|dua|ky|cap nhat)(?: (?:{_THEN}|a|nhe|len))*"
    rf"|\b{_THEN}(?: (?:em|phuong|xa|phong|minh|se|xin|moi))* (?:gui|nop|bo sung|chuyen|up"
    rf"|dua)(?: (?:cho|chi|anh|them|kem|len|qua|lai))* {_PAPER}(?: (?:sau|a|nhe))*"
    rf"|\bchua (?:kip )?(?:gui|nop|chup|scan|co) {_PAPER}\b|\b(?:gui|nop|bo sung) {_PAPER} {_THEN}"
)
_NOTHING = re.compile(
    r"\b(?:(?:khong|chua)(?: (?:co|thay|he|xay ra))*(?: (?:gi|viec gi|hoat dong gi|noi dung gi))? (?:phat sinh|ps)"
    r"|khong (?:co |lam |to chuc |trien khai |thuc hien |ra |dang |đăng )?(?:duoc )?"
    r"(?:gi\b|hoat dong|viec gi|noi dung|hd|tin(?: bai)? nao|bai nao|tin bai|so lieu nao|ket qua nao|su kien|dot nao)"
    r"|khong co zcnt[a-z] nao|khong co [a-z ]{2,20} nao|khong (?:bao cao|bao) gi)"
)
_NOTHING_AT_END = re.compile(
    "(?:khong co (?:so lieu|tin|bai|tin bai|hoat dong|ket qua|noi dung|su kien)"
    "|khong co|(?<!duoc )(?<!phai )(?<!dung )(?<!hay )(?<!kip )(?<!chua )khong|bang khong|bang 0|= 0|: 0|: khong"
    "|la 0)(?: (?:a|nhe|nha|em|dau|anh|chi"
    "|thoi|roi|ca|gi|het))*(?: [.!])*$"
)
_MAYBE_NOTHING = re.compile(
    r"(?:\btrống\b|\b(?:bo|de) trong\b|(?:^|\d) trong(?: a| nhe)?$"
    r"|\bchua co (?:tin|bai|tin bai|ket qua|so lieu|noi dung|san pham) (?:gi|nao)\b"
    r"|\bchua (?:co|lam|to chuc"
    "|trien khai)(?: duoc)? (?:gi|hoat dong)"
    r"|khong (?:thuc hien|to chuc|trien khai|lam|tuyen truyen)(?! (?:[^ ]+ ){0,4}(?:duoc|kip|xong|noi)\b)"
    r"|khong hoat dong|\bkhong zcnt|\bim ang|\bnhu cu)"
)
_TROUBLE = re.compile(
    r"\b(?:(?:dan|ba con|nguoi gia|nguoi dan|can bo)\b(?: [^ ]+){0,6} (?:khong|chua) biet (?:dung|lam|cach)|"
    r"vuong mac|vuong|kho khan|bi tac|be tac|tac vi|bi ket|bi qua|kho qua|qua kho|kho (?:vi|lam|thuc hien"
    r"|trien khai)|kinh phi .*chua (?:duoc )?(?:cap|bo tri|co|ve|duyet)|chua co (?:loa|tai khoan)|gap kho|bo tay"
    r"|tro ngai|chiu (?:khong|chet)|(?:đang|dang|nen|bi) tac|(?<!cong )(?<!hop )(?<!doi )(?<!thao )tac (?:o|tai"
    r"|khau|lai|vi|do|nghen)|khong noi|"
    r"(?:kẹt|tắc)(?! duong)|(?:bi |mac )ket|ket (?:o|tai|cung|lai|khau|vi|do|cho)|qua suc|(?:vuot )?qua kha nang"
    r"|khong xoay (?:duoc"
    r"|noi|kip)"
    r"|khong lo (?:noi|duoc)|dau ra (?:nguoi|tien|kinh phi|thoi gian|can bo)"
    r"|khong (?:co )?ai (?:lam|nhan|phu trach|biet|huong dan|chi|giup|viet|ho tro|quan ly|dam nhan|theo doi|rành|ranh"
    r"|dung)"
    r"|(?:khong|chua)(?: duoc)? (?:co )?(?:huong dan|tap huan|chuyen mon)(?! ve)|khong biet (?:lam|bat dau"
    r"|trien khai)"
    r"|(?:de nghi|xin|can|mong)(?: duoc)? (?:ho tro|cap|bo tri)(?: them)? (?:kinh phi|tien|nguon|nhan luc|nguoi"
    r"|thiet bi)"
    r"|khong (?:co|du) (?:dieu kien|thoi gian|luc luong)"
    rf"|khong (?:the )?{_VERB}(?: [^ ]+){{0,4}} (?:duoc|noi)|khong duoc cap|khong (?:co|du) (?:kinh phi"
    "|tien|nguoi|can bo|m[aá]y|loa|nguon|nhan luc)"
    "|(?:chua (?:co|duoc cap|duoc bo tri|bo tri|duoc|cap)|thieu|het|can|xin) (?:kinh phi|tien"
    "|nguon|nhan luc|nguoi|can bo|m[aá]y|thiet bi)"
    r"|(?:loa|m[aá]y|web|trang|cong(?: ttđt| ttdt| thong tin)?|he thong|mang|dai|phan mem)(?: [^ ]+){0,4} "
    r"(?:hỏng|hong|lỗi|loi|bao tri|truc trac|sap|sập|cham|yeu)|bao tri|truc trac)\b"
)
_QUALIFIED = re.compile(
    # What is waited for comes first: "đợi đài phát xong rồi xã gửi", "chờ in xong thì báo", "họp xong mới có báo cáo".
    r"\b(?:cho|chờ|doi|de)\b(?: [^ ]+){0,10} (?:xong|ve|du|co|ky|duyet|hop)\b(?: [^ ]+){0,6}"
    r" (?:thi|roi|moi|em|xa|phuong|phong|minh|ben)\b(?: [^ ]+){0,3} (?:gui|nop|bao|lam|trinh|nhan|co)\b"
    r"|\b(?:xong|ky|duyet|ve) (?:(?:thi|roi|em|xa|phuong|phong|minh|ben) )*moi (?:co|gui|nop|bao|lam|trinh)\b"
    r"|\b(?:viet|lam|duoc|den|toi|qua) (?:duoc |toi |den )?(?:nua duong|nua chung|phan (?:cuoi|dau|giua)|chuong"
    r"|doan cuoi|1 / 2|1 / 3|2 / 3|3 / 4|4 / 5|may phan|hon nua)|\bcon (?:thieu )?zcnt[a-z]+ nua|\bcon (?!2\b"
    r"|hai\b)(?:[a-z]+ ){1,5}(?:thoi|nua)"
    r"(?: (?:la|a|nhe|em|chi|roi|xong))*$|\btuong\b.*\bxong\b|\b(?:da|co) ai (?:[a-z]+ ){0,3}(?:xong|lam|nop|bao)\b"
    r"|\b(?:gi|co|lam|xong|duoc|viet|nop)(?: (?:viec |nhiem vu )?\d+)? dau(?: (?:a|chi|em"
    r"|anh|ca|ma))*$|\bla (?:mung|may|tot|gioi)\b|\bden dau (?:bao|lam|gui"
    r"|nop) den (?:day|do)\b"
    r"|\bma (?:xong|hoan thanh|lam)(?: (?:duoc|xong|som|kip))* thi\b|"
    r"\b(?:mot|1) (?:phan|nua|so(?! zcnt))\b(?! (?:ke hoach|bao cao))|\b(?:duoc|xong) (?:mot |1 )?nua\b"
    r"|^con (?:mỗi |moi |lai |co |cai )?(?:viec |nhiem vu |muc )?\d+(?: (?:voi"
    r"|va) \d+)*(?: (?:nua|thoi|la|a|nhe))*$|"
    r"\b(?:gan|sap|suyt|tam)(?: (?:nhu|la|lam))* (?:xong|hoan thanh|het|day du|du|kip|on)"
    r"|\b(?:chi con|con mỗi|co ban|coi nhu|xem nhu|xem la|gan nhu|coi la|hau nhu|tam goi) "
    r"|\bxong\b(?: [^ ]+){0,8} (?:em|phuong|xa|phong|minh|ben em|toi) (?:se |moi |xin )?(?:bao|nop|gui|trinh"
    r"|chuyen)(?: cao)?"
    r" (?:ngay|luon|lai|sau|chi|anh)\b|\blam not\b"
    r"|\bxong dau\b|\bxong (?:viec |nhiem vu )?\d+ (?:thi |roi |la |xong )*(?:em|phuong|xa"
    r"|phong|minh|ben) .*\b(?:bao|nop|gui)\b|^de (?:em|phuong|xa|phong|minh|toi)\b"
    r"|\bxong (?:so so|tam|qua loa|ve co ban"
    r"|1 phan(?! (?:ke hoach|bao cao|van ban|de cuong|to gap))|mot (?:phan|nua|it)"
    "|so bo|co ban|phan(?! (?:day|nay|ay|do|ke hoach|bao cao|to gap|de cuong|van ban|viec|cua))|nua|buoc|gan)"
    r"|\bmoi (?:duoc|co|chi|bat dau|(?:lam|viet|dang|đăng|trien khai|thuc hien)(?! (?:xong|zcnt)))"
    r"|\bmoi \d|\b\d{1,2} ?(?:%|phan tram)|\bcon (?:thieu|cho|chờ|doi|mot it|it"
    "|mot phan|mot so|phan|nua|moi|dang|vuong|vai)"
    r"|\b(?:xong|lam|hoan thanh|duoc|dat) (?:duoc )?(?:khoang |hon |tren )?(?:mot nua|1 nua"
    "|nua|qua nua|phan lon|2 / 3|1 / 2|3 / 4)"
    r"|\bkho (?:ma )?(?:xong|kip|hoan thanh|lam)|\b(?:khong|chua chac|chac khong|so khong"
    r"|e khong|chac chua) (?:the )?(?:kip|xong|hoan thanh)|\b(?:do dang|lam do|nua chung)"
    r"|\b(?:neu|khi nao|bao gio|luc nao|phai|can|nen|muon|chac|kha nang|hinh nhu|co le|hy vong"
    r"|mong)\b.*\b(?:xong|hoan thanh|kip)\b|\bxong (?:thi|moi|em|se|roi em|roi se|la (?:em|phuong|xa|xong|het|nghi"
    r"|on|bao|nop|gui|se|coi|minh|ca))\b"
    r"|\bxong (?:viec |nhiem vu )?\d+ (?:la|thi) (?!em da|da|co z)"
    r"|\bmai (?:moi )?(?:xong|nop|bao|lam|gui)|\bxong (?:ban |phan |lan )?(?:thao|du thao|nhap|so thao)\b|\bcon khau\b"
    r"|\bcon lau\b|\b(?:hop|giao|phan cong|giao ban) (?:de |ban |cho )*(?:trien khai|thuc hien|lam)\b|\bdam chan\b"
    r"|\b(?:lam|trien khai|thuc hien) (?:luon|ngay|lien|day(?! du))\b|\bgio (?:em|minh|phuong"
    r"|xa) (?:moi )?lam\b"
    r"|\b(?:ky|duyet|ban hanh|in|viet|hop|lam) xong\b(?! roi)(?: [^ ]+){0,5} (?:em|minh|phuong|xa|toi) (?:se |xin )*"
    r"(?:bao|nop|gui|nhan)\b(?!.*\broi\b)"
    r"|\bxong\b(?! roi)(?: [^ ]+){0,4}"
    r" (?:em|minh|phuong|xa|phong|toi|ben em) (?:se |xin )*(?:bao|nop|gui|nhan) (?:ngay|lien|luon|sau|lai)\b"
    r"|\b(?:roi|thi|la|se|xong) (?:em |minh |se )*bao(?: (?:cao|lai|sau|chi|anh|a|nhe))*$|\bdung (?:ghi|bao|tinh) "
)
_NOT_YET = re.compile(
    r"\b(?:khong|chua|con thieu|thieu) (?:du |co |duoc |dat )?zcnt|\bchua\b"
    r"|\bkhong (?:kip|xong)|\bkhong the (?:xong|kip|hoan thanh)"
)
_WAY = re.compile(
    # "Đang" and what is being done; where the accents lack, "đăng" and what is published.
    r"\bdang (?!zcnt|tin\b|bai\b|tai\b(?! ve)|len\b|trang\b|cong\b|fanpage|facebook|fb\b|web|nhom|roi\b|xong\b|nhe\b"
    r"|a\b|thieu\b|xuat|ky (?:thi|hop|tap|tham))[a-zđă]+"
    r"|\b(?:in|viet|soan|go|ghep|quay|chup|dung|lam) do(?: dang)?$|\b(?:van|con|dang|no) (?:nam|kẹt|ket|treo"
    r"|o) (?:o|tren"
    r"|cho|ban|trong|duoi)\b"
    r"|\bdu thao|\b(?:da )?trinh (?:lanh dao |sep |chu tich |ubnd |len |anh |chi )*(?:ky|duyet"
    r"|phe duyet|xem|lanh dao|sep|roi)?\b|\b(?:cho|chờ|doi) (?:ky|duyet|phe duyet|y kien"
    "|tham dinh|dong dau|lanh dao|sep|ket qua|so lieu|huong dan|van ban|gop y|kinh phi"
    "|ban hanh)"
    r"|\b(?:sep|lanh dao|chu tich|pct|cac phong|don vi|thanh vien|noi vu|phong)\b(?: [^ ]+){0,2} (?:gop y|cho y kien"
    r"|sua|tra lai|yeu cau (?:sua|chinh|lam lai)|bat (?:sua|lam lai))\b|\b(?:chinh|sua|viet|lam) lai (?:theo|cho"
    r"|roi gui)"
    r"|\b(?:em|minh|phong|phuong|xa) (?:dang )?(?:chinh|sua|ra soat|hoan thien)(?: lai| not| tiep)?(?: (?:a|nhe|da"
    r"|day))*$"
    r"|\bgui (?:[a-z]+ ){0,4}(?:gop y|xin y kien|tham gia y kien|cho y kien)\b|\b(?:vong|lan) (?:2|3|hai|ba)\b"
    r"|\bmoi (?:bat tay|khoi dong|vao viec|nhan viec)|\bbat tay (?:vao|lam)|\bkhoi dong\b"
    r"|\btien do\b|\blay y kien|\b(?:dang ky|đăng ky) |\bra soat lai|\bbat dau (?:lam"
    r"|trien khai|thuc hien|viet|to chuc)|\bxin y kien|\btiep tuc (?:lam|thuc hien|trien khai"
    "|hoan thien)"
)
# "Không phải là không có" takes a nothing back.
_NOT_NOTHING = re.compile(
    r"\bkhong phai (?:la )?(?:khong|chua) (?:co|phat sinh)(?: gi| dau)?|\bai bảo khong (?:co|phat sinh)"
    r"|\bkhong phat sinh dau ra"
)
_TO_COME = re.compile(
    r"\bve (?:ky|duyet|xem)\b|\b(?:ky|duyet|ve) (?:xong |thi |roi )*(?:em|phuong|xa|minh) (?:moi |se )?(?:gui|nop"
    r"|bao)\b|\b(?:se|sap|du kien|phan dau|co gang|quyet tam|hua|hen|dinh(?! kem| chinh)|tranh thu|khoang|chuan bi"
    r"|can(?! bo)|de(?! nghi))\b"
    r"|\b(?:tuan|thang|quy|ky|dot|dau tuan|cuoi tuan|giua tuan|dau thang|giua thang|ngay"
    r"|hom) (?:sau|toi)\b|\b(?:dau|cuoi|giua) (?:tuan|thang|gio|ngay|buoi)\b"
    r"|\b(?:chieu|toi|trua|sang|dem|mai) (?:nay|mai|em|phuong|xa|phong|minh|toi)\b|\b(?:vai"
    r"|may|it|\d+) (?:hom|ngay|bua|tuan|tieng|gio|phut)(?: nua| toi)\b|\b(?:lat|ti|ty|chut"
    r"|lat sau) nua\b"
    r"|\b(?:sau tet|sau le|sang tuan|sang thang|nua thang nua|trong tuan|trong hom nay"
    r"|trong ngay|trong thang|som nhat|het (?:tuan|thang|ngay|hom)(?: nay)?|con lau"
    r"|sau nhe|sau a|bao sau|gui sau|nop sau|cap nhat sau)\b"
    r"|\btuan nay moi|\bhom nay (?:em|moi|se)\b|\bmoi (?:bao|nop|gui)\b|^mai\b|\bmai (?:em|anh"
    r"|chi|phuong|xa|phong)\b"
)
# "Làm nốt rồi báo": what comes behind is to come.
_AND_THEN = re.compile(
    r"\broi (?:(?:ben |chung )?em |se |moi |xin |minh |phuong |xa |phong |don vi |van phong |bao cao )*"
    r"(?:bao|nop|gui|tra loi|cap nhat|trinh|lam|tinh)\b"
)
_PAST = re.compile(r"\b(?:da|vua|hom qua|hom truoc|tuan truoc|thang truoc|sang nay|roi|tu hom|tu zday)\b")
_DONE = re.compile(
    r"\b(?:xong|hoan thanh|hoan tat|ht|ok roi|xong xuoi|finish|finished)\b"
    rf"|\bda (?:duoc )?(?:{_VERB}|dang tai|cap phat|tham gia|phoi hop|cong bo|phat hanh|dua|lap"
    r"|quan triet|pho bien|co bao cao)\b(?! ky)"
)
_SENT = re.compile(
    rf"\b\d+ roi$|\b\d+ (?:thi )?ok\b|"
    r"\bhoàn (?:viec |nhiem vu )?\d|\bhoan thien\b|\b(?:đăng|phat|tuyen truyen|to chuc|treo"
    "|tap huan|ban hanh|lam|trien khai|thuc hien|quan triet|pho bien|dang (?:tin|bai|tai)) .*"
    r"|\b(?:da|vua) [a-z]+|\bmoi (?:nop|gui|bao)\b|"
    rf"\b(?:{_VERB}|len|ra|dua|dung|chay|gan|dan|niem yet|quay|chieu|phat hanh|cap phat|lap)(?: [^ ]+){{0,6}} roi\b"
    rf"|\b(?:em|toi|phuong|xa|phong|don vi|ben em"
    r"|minh) (?:xin )?(?:gui|nop|bao cao|bao)\b"
)


_LONG_DONE = re.compile(r"\b(?:xong|hoan thanh)(?: (?:tu|lau|het|hom qua|tuan truoc|thang truoc))* roi\b")
_RESULT = re.compile(r"\b(?:xong|hoan thanh|phat sinh|zcnt[a-z]|zdoc[a-z])\b")


@lru_cache(maxsize=64)
def _is_in(pattern: re.Pattern[str], said: str) -> bool:
    """Whether it stands in the whole line: looked up once, however many clauses ask."""
    return pattern.search(said) is not None


# What is counted may be wanted, planned, promised, of another year or told by others: none of it has been done.
_NOT_DONE_YET = re.compile(
    r"\b(?:dinh (?:lam|viet|đăng|dang|to chuc|in|treo)|hua|du kien|se|sap|(?:đang|dang) (?:viet|lam|soan|quay|in"
    r"|chuan bi"
    r"|hoan thien|bien tap|dung|gom|tong hop|duyet|xu ly|chinh|sua))\b(?: [^ ]+){0,3} zcnt"
    r"|\bzcnt[a-z]\b(?: [^ ]+){0,3} (?:(?:nhung|ma) (?:chua|con|van)|(?:dang|con) (?:cho|chờ|doi)|chua (?:đăng|dang"
    r"|duyet|phat"
    r"|ky|in|gui|kip))\b"
)
_NOT_OURS = re.compile(
    r"\b(?:chi tieu|(?:đáng|dang) le|le ra|toi thieu|it nhat|can|phai|(?<!zper[a-z] )nam (?:ngoai|truoc|kia)"
    r"|quy (?:truoc|4 nam)|giao|duoc giao"
    r"|(?:moi|mỗi) (?:phuong|xa|don vi)|nghe (?:dau|noi|bao)|(?:chi|anh|sep|ong|ba|co) (?:[a-z]+ )?(?:bảo|noi|keu"
    r"|bao la))\b"
    r"(?: [^ ]+){0,5} zcnt|\bke hoach (?:viec |nhiem vu )?(?:\d+ )?la zcnt|\bzcnt[a-z] (?:hoi|ho tro|giup|thac mac"
    r"|phan nan|keu"
    r"|nghi|om)\b|\b(?:hoi|thac mac)(?: em)? (?:nhieu|suot|mai)\b|\bchia zcnt"
)
# "Chưa tính 12" leaves a task out, and says nothing more of it.
_UNCOUNTED = re.compile(
    r"(?:(?<=het )|(?<=ca )|(?<=het , )|(?<=ca , ))(?:chi con |con |rieng )?(?:mỗi |moi )(?:viec |nhiem vu )?\d+"
    r" (?:la |thi |van )?chua\b(?: (?:xong|lam|co))*|\bchua (?:tinh|ke)(?: den)?\b(?= (?:viec |nhiem vu )?\d)"
)
_NOTHING_NEW = re.compile(
    r"(?<=\d )(?:(?:thi|van|cung|zper[a-z]|ky nay|thang nay|cua em|phuong em|em) )*"
    r"(?:(?:khong|chua) co gi (?:moi|them|dac biet|noi bat|thay doi|khac)|van nhu (?:cu|ky truoc))\b"
)


def tone_of(clause: str, line: Marked, *, after_today: bool) -> Tone:
    """What a clause says; `after_today` where it names a day to come."""
    said = _NO_NO.sub(" ", _NOT_NOTHING.sub(" ", FREE_OF_TROUBLE.sub(" ", _UNCOUNTED.sub(" ", clause))))
    if _is_in(_LONG_DONE, line.said):
        said = _ONLY_UNTOLD.sub(" ", said)
    if _is_in(_RESULT, line.said):
        said = PAPER_TO_COME.sub(" ", said)
    has_result = bool(line.of("cnt", clause) or line.of("doc", clause) or line.of("link", clause))
    if has_result and (planned := _planned(said)):
        return planned
    nothing = _no_result(said, has_result=has_result)
    if nothing and not (
        "phat sinh" not in said and re.search(r"\b(?:xong|hoan thanh)\b.*\b(?:khong|chua co gi)\b", said)
    ):
        return nothing
    if not has_result and _TROUBLE.search(said):
        return Tone.TROUBLE
    after_today = after_today and "zday" in said
    promised = _is_promised(said, after_today=after_today, has_result=has_result)
    if promised or _QUALIFIED.search(said) or _is_not_yet(said):
        return Tone.NOT_YET
    if _WAY.search(said) and not has_result:
        return Tone.UNDER_WAY if not _DONE.search(_WAY.sub(" ", said)) else Tone.NOT_YET
    told = _told(said, has_result=has_result)
    return Tone.MAYBE_NOTHING if told is Tone.BARE and _NOTHING_NEW.search(clause) else told


def _planned(said: str) -> Tone | None:
    """What is said of a count that is none of what the unit has done."""
    if _NOT_OURS.search(said):
        return Tone.BARE
    return Tone.NOT_YET if _NOT_DONE_YET.search(said) else None


def _told(said: str, *, has_result: bool) -> Tone:
    if has_result or _DONE.search(said):
        return Tone.DONE
    return Tone.MAYBE_DONE if _SENT.search(said) else Tone.BARE


def _no_result(said: str, *, has_result: bool) -> Tone | None:
    if _NOTHING.search(said):
        return Tone.NOTHING if not has_result or re.search(r"khong co zcnt[a-z] nao", said) else None
    if has_result:
        return None
    if _NOTHING_AT_END.search(said):
        return Tone.NOTHING
    return Tone.MAYBE_NOTHING if _MAYBE_NOTHING.search(said) else None


def _is_not_yet(said: str) -> bool:
    return (
        _NOT_YET.search(re.sub(r"\bchua (?:co|thay|ghi nhan) (?:phan anh|y kien|phan hoi|truong hop)", " ", said))
        is not None
    )


def _is_promised(said: str, *, after_today: bool, has_result: bool) -> bool:
    """What is to come is no result, unless its words tell of the past: "đã gửi chiều nay"."""
    if _PAST.search(_AND_THEN.sub(" ", said)) and not re.search(
        r"\b(?:se|du kien|phan dau|hen|hua|sap|co gang)\b", said
    ):
        return False
    return after_today or (_TO_COME.search(said) is not None and not has_result)


def sum_of(tones: Sequence[Tone]) -> Tone:
    """What all clauses say together: what is not done counts more than what is."""
    for tone in (
        Tone.TROUBLE,
        Tone.DONE,
        Tone.MAYBE_DONE,
        Tone.NOT_YET,
        Tone.UNDER_WAY,
        Tone.NOTHING,
        Tone.MAYBE_NOTHING,
    ):
        if tone in tones and not (tone in {Tone.DONE, Tone.MAYBE_DONE} and Tone.NOT_YET in tones):
            return tone
    return Tone.DONE
