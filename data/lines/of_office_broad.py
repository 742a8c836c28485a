"""What an office wants by the notions that a line joins, in whatever words: who or what, done or not, and how. Pure.

Tried behind all the other tables, so that a clear notion is answered though nobody thought of its words; and some
before them (FIRST), where a word of another command only stands in it.
"""

from data.lines.of_office_lists import act

_WHO = (
    r"(?:ai|don vi|ben|noi|cho|phuong|xa|phong|ban|ong|anh|nha|o|G|U|O|dua|doi|khoi|co quan|viec|nhiem vu|muc|cai|dau"
    r"|bao cao)"
)
_ASKS = r"(?:ai|nao|may|bao nhieu|gi|dau|nhung|cac|danh sach|sao)"
_REPORT = r"(?:bao cao|bao|nop|gui|tra loi|phan hoi|so lieu|ket qua|tin bai|tin|bai|so|san pham|xong|hoan thanh|lam)"
_MANY = r"(?:cac|nhung|may|moi|het|tat ca|toan bo|danh sach|G|U|ho|ai|ben|don vi|noi|cho|ong)"
_TO_URGE = r"(?:nhac|giuc|don doc|thuc|goi|hoi|bao|noi|dien|alo|nhan|yeu cau|de nghi)"
FIRST = (
    act(
        "khong cho gia han",
        r"\b(?:khong|dung|khoi|chua|thoi|het)(?: co| cho| duoc| the)* (?:xin )?(?:lui|gia han|xin lui)\b(?! duoc sao)"
        r".*\b(?:nua|gi|phai xong|lam ngay|het)\b|\bgiu nguyen (?:thoi )?han\b.*\bkhong\b",
        unless=r"\?|\b(?:nao|ai|chua|khong)$",
    ),
    act(
        "khong cho gia han",
        r"^(?:dung|thoi|khoan|khoi)(?: co)? (?:gia han|lui|noi)(?: han)?(?: nua| them)*(?: (?:cho )?[UN])",
        only="told",
    ),
    act("cho gia han", r"^(?:thoi |ok |u )*noi (?:cho )?[UG](?: N)? (?:(?:den|toi|sang|them) ?)?D$", only="told"),
    act("thong bao", r"^(?:gui|nhan|chuyen|bao|noi)(?: tin)?(?: cho| toi| den| xuong)* [UG](?: \w+){0,4} :",
        only="told",
        unless=r"\b(?:viec|nhiem vu|dau viec)(?: moi| nua)? :"),
    act(
        "gia han?",
        r"\b(?:ai|nao|G|don vi|ben) (?:dang |muon |co |con |vua |moi |cung )*(?:xin |de nghi |muon )?(?:lui|keo dai"
        r"|gian|hoan|them ngay|noi han)\b",
        only="asked",
    ),
    act(
        "dat han",
        r"^(?:an dinh|quy dinh|chot|xac dinh) N (?:la |vao |den )?D|^lay (?:ngay )?D lam (?:thoi )?(?:han|moc)(?: cua"
        r"| cho)? N|^N .*\blay D lam (?:thoi )?han",
        only="told",
    ),
    act(
        "don vi",
        r"^(?:cho|de|chon|cu|lay) [UGO](?: \w+)? (?:chu tri|lam|lo_?|nhan|phu trach|dam nhan|thuc hien)(?: viec)?"
        r" N\b",
        r"^(?:cho|de) [UGO] chu tri viec N",
        only="told",
    ),
    act(
        "phoi hop",
        r"^(?:dua|keo|cho|them|moi|bo sung|rut|ru|ghep|gop)(?: them)? [UGO](?: va [UGO])*(?: \w+){0,2} phoi"
        r" hop(?: \w+){0,2}"
        r" N",
        only="told",
    ),
    act(
        "san pham",
        r"\bsan pham(?: cua| phai nop cua)? N (?:la|gom|phai|can|thanh|co|:)\b(?! gi)",
        r"^N (?:phai|can|yeu cau|bat buoc) (?:co|kem|nop|gui|ra|them)\b(?!.*\b(?:D|phoi hop|chu tri)\b)",
        r"^N (?:nop|gui|kem|lay) them\b(?!.*\bD\b)",
        only="told",
    ),
    act(
        "xem anh",
        r"^(?:cho |xem |mo |coi |dua )*(?:san pham|ket qua cu the|link|duong dan|file|tep|van ban|bai)(?: bai|"
        r" anh| tin)*"
        r"(?: cua)?(?: N| U| P)+(?: nop| gui| lam| dau| da nop| da gui)*$",
        r"^(?:link|duong dan|van ban|file|tep|bai|anh|hinh)(?: bai| anh| tin| bao cao)*(?: cua)?(?: N| U)* dau\b",
        r"\bU(?: N)? (?:co |da )*(?:gui|nop|dinh|kem)(?: kem| theo| dinh kem)+(?: gi| file| anh| cai)",
        unless=r"^san pham N(?: (?!dau)|$)|\bke hoach\b|^(?:file|tep|ban) bao cao dau",
    ),
    act(
        "moi",
        r"^(?:moi|goi|keo|them|dua)(?: them| not| het| luon)* (?:cac |may |nhung |tat ca )*(?:don vi|phuong|xa"
        r"|ben|noi"
        r"|G|ai|cho)(?: nao)? (?:con |ma |van )*(?:chua|thieu)(?: co)?(?: mat)?(?: tham gia| vao| ket noi| dang"
        r" ky| len"
        r"| cai| dung| kich hoat)*(?! \w*(?: hop))",
        r"^(?:phat|gui|cap|tao|cho|dua)(?: lai| them| cho| giup)* ma(?: \w+){0,2} (?:cho|toi|den) (?:cac |may |nhung"
        r" |tat ca )*(?:ai|don vi|ben|noi|G|U|nguoi)",
        unless=r"\?|\b(?:hop|du)\b|\b(?:nao|ai) (?:chua|da|roi)(?: \w+)* (?:khong|the)$",
    ),
    act(
        "danh sach chat",
        r"\b(?:ai|nguoi nao|can bo nao|dong chi nao|anh nao|chi nao)(?: \w+){0,2} (?:phu trach|theo doi|dau moi|truc"
        r"|dam nhan|lo)(?: \w+){0,2} [UG](?!.*N)",
        r"^[UG] (?:co |thi |da )*(?:ai|nguoi nao|may nguoi|bao nhieu nguoi) (?:dung|xai|truc|vao|nhan tin|theo doi"
        r"|phu trach|cam)\b(?!.*N)",
        r"^[UG](?: nao)? (?:chua|da) (?:cai|dung|xai|su dung)(?: dat| may| he thong)?$",
        only="asked",
    ),
    act(
        "giao nhan",
        r"\b(?:nhan|gui|nhac|tin) (?:truot|hut|sot|thieu|xit|khong den|khong toi)\b",
        r"\b(?:toi|den) (?:tay|noi|du|het|may)(?: (?:cac|moi|tung|het))*(?: (?:G|U|ho|don vi|noi))? (?:chua|khong)$",
        only="asked",
    ),
    act(
        "nhat ky",
        r"\bU (?:\w+ )?(?:bao|keu|noi|phan anh|xin|nop|gui)(?: \w+){0,2} (?:hom nao|luc nao|khi nao|ngay nao|bao gio"
        r"|may gio|tu bao gio|tu hom nao)$",
        only="asked",
        unless=r"\b(?:phai|can|se|chua|moi|den|toi|han)\b",
    ),
    act("trinh lanh dao", r"^(?:(?:D|chieu|sang|trua|toi|mai|nay|gio) )+trinh (?:cho |len )?(?:H|lanh dao|chu"
                          r" tich|sep)\b", only="told"),
    act(
        "trinh lanh dao",
        r"\b(?:truoc )?ban (?:sap |se |dinh |du |cho )*trinh\b",
        r"\b(?:lanh dao|chu tich|sep|thuong truc|H)\b(?: \w+)? (?:xem|thay|nhan|doc|biet)(?: \w+){0,2} (?:gi|nhung gi"
        r"|muc nao|cai nao)\b",
        unless=r"^(?:trinh|gui|day|dua|chuyen|nop)\b",
    ),
    act(
        "trinh lanh dao",
        r"^(?:trinh|gui|day|dua|chuyen|nop|bao cao|xin trinh|ban)(?: \w+){0,4} (?:len |cho |toi |sang )*(?:lanh dao"
        r"|chu tich|sep|thuong truc|cap tren|ban giam doc|bi thu)(?: (?:ban|cai|file|tong hop|bao cao|so lieu|nay|xem"
        r"|duyet|luon|danh sach|tinh hinh))*$",
        only="told",
        unless=r"\b(?:thong bao|moi|nhac|chua)\b",
    ),
    act(
        "giao viec",
        r"^(?:cho|dat|phan|chia|giao) (?:cho )?[UG](?: \w+){0,2} (?:viec|dau viec|nhiem vu)(?: nua| moi| them)* :",
        only="told",
    ),
    act(
        "tra lai",
        r"^(?:bat|yeu cau|de nghi|bao|buoc|doi)(?: cho)? U (?:bo sung|lam lai|nop lai|bao lai|gui lai|sua|chinh|giai"
        r" trinh|lam ro)\b.*N|^(?:chua|khong) (?:duyet|nhan|ghi nhan|dong y)(?: duoc)? (?:N|bao cao)\b.*U.*\b(?:thieu"
        r"|chua|khong|sai)\b",
        r"^(?:chua|khong) (?:duyet|nhan|ghi nhan|dong y)(?: duoc)? (?:N|bao cao)\b.*U.*\bduoc\b",
        only="told",
    ),
    act(
        "ghi nhan",
        r"^(?:chi |toi |anh |minh )?(?:da )?xem(?: qua| het| ky)*(?: roi)? (?:bao cao )?[UNG].*(?<!chua"
        r" )(?<!khong )\b(?:dat"
        r"|on|tot|duoc|ok|chuan)\b",
        r"^(?:cac|may|nhung|toan bo|tat ca|het|moi)(?: \w+)? bao cao\b.*\b(?:cho qua|duyet|ghi nhan|thong qua"
        r"|nhan)(?: ca"
        r"| het| luon| di| tat)*$",
        r"^(?:chot|lay|nhan)(?: luon| het| cac)* bao cao(?: cua)? (?:N|U)",
        r"^(?:N.*U|U.*N) (?:\w+ ){0,2}(?<!chua )(?<!khong )(?:on|dat|tot|duoc|ok|chuan)(?: roi| lam)? (?:thong"
        r" qua|ghi nhan"
        r"|duyet|cho qua|nhan)(?: luon| di)*$",
        r"^ghi nhan cho (?:[UN] ?)+$",
        r"^nhan (?:het|luon|ca|tat ca)(?: di| luon| ca| het)*(?: tru\b.*)?$",
        only="told",
        unless=r"\b(?:ai|nao|gi)\b|\btruoc (?:ngay )?D|^.*\b(?:chua|khong) (?:on|dat|tot|duoc)\b",
    ),
    act(
        "ghi nhan?",
        r"\bbao cao\b(?: \w+){0,4} (?:nam |dang |con )*(?:cho|doi)(?: (?:chi|toi|anh|minh|em|duyet|xem|ghi nhan"
        r"|xu ly))*(?: co"
        r"| may| bao nhieu| khong| cai)*$",
        r"\b(?:can|cho|doi|phai) (?:chi|toi|anh|minh) (?:duyet|ghi nhan|xem|xu ly|ky|cho y kien|chi dao|quyet"
        r" dinh|quyet|giai quyet)\b",
        r"^(?:xem )?(?:nhung |cac |may )?bao cao (?:cho|doi)$",
        unless=r"^(?:nhac|don doc|duyet|trinh)\b|\bduyet ca$",
    ),
    act(
        "don doc",
        r"^(?:bao|goi|noi|nhan tin|nhan|dien|hoi)(?: \w+){0,2} (?:may|cac|nhung|het|tat ca)(?: \w+){0,2} (?:con "
        r"|dang |van )*"
        r"(?:no|thieu|cham|chua bao|chua nop|chua gui|qua han|tre|muon)\b(?!.*(?:\bkhong|\bchua|\bgi|\bnao)$)",
        r"^nhan tin nhac\b",
        r"\b(?:cham|chua nop|chua bao|chua gui|thieu|no|qua han|tre)\b.*\b(?:nhac|giuc|don doc|thuc)(?: \w+)?$",
        only="told",
        unless=r"\bmoi (?:hop|du)|:|\bchua (?:nhac|duoc)|\bkhong (?:can )?nhac|^(?:ai|danh sach|xem)\b(?!.*thi\b)",
    ),
    act(
        "xep hang",
        r"\b(?:ai|nao|nhung ai)(?: \w+){0,2} (?:can|dang|nen|phai|bi) (?:phe binh|chan chinh|kiem diem|khen|bieu"
        r" duong"
        r"|tuyen duong|nhac ten|neu ten|nhac nho|xem lai)\b",
        r"\b(?:ai|nao|G)(?: \w+){0,2} hay (?:nop |bao |gui |de |bi )*(?:muon|cham|tre|quen|khat|lui)\b",
        r"^(?:so |so sanh |dem )?G (?:voi nhau|hon kem)|^so (?:cac |may )?(?:G|U|don vi|ben)\b.*\bvoi\b",
        r"\b(?:let det|nhat lo|chay nhac|chay luoi|luoi|hang hai|xong xao|nhanh nhen|uu tu|xuat sac(?! nhiem)"
        r"|tieu bieu"
        r"|dien hinh|dung chot|yeu kem)\b",
        unless=r"^(?:nhac|don doc|thong bao|in|xuat|giao)\b",
    ),
    act(
        "sap den han",
        r"^(?:lich|moc|danh sach moc|danh sach han)(?: han| nop| bao cao| thoi gian)* P\b",
        r"^(?:P|D|tuan sau|tuan nay|tuan toi|sap toi|toi day|cuoi thang|cuoi tuan)(?: \w+)? han (?:nhung |cac |cua )?"
        r"(?:viec|nhiem vu|dau viec|gi)",
        r"\b(?:viec|nhiem vu|gi|nao|may)\b.*\bsap den(?: han| ngay)?$",
        r"\b(?:moc|han|viec)(?: \w+)? (?:gan|som|sat|toi) nhat (?:la )?(?:gi|viec gi|viec nao|bao gio|ngay nao)",
    ),
    act("han", r"N con (?:may|bao nhieu) (?:hom|ngay|tuan)(?: nua)?\b|N con bao lau\b"),
    act(
        "viec cua toi",
        r"^(?:O|O minh) (?:con |phai |can |co |dang |thi |duoc )+(?:lam |bao |nop |xong |bao cao |no |giao"
        r" )*(?:nhung )?"
        r"(?:viec |nhiem vu )?(?:gi|nao)\b",
        r"^(?:toi|minh|chi|anh|chung ta|ta) (?:con |phai |can |dang |se )+(?:lam |bao |nop |xong |bao cao |no "
        r"|ton |thieu"
        r" |co )+(?:nhung |cac |may )?(?:viec|nhiem vu|dau viec|bao cao|gi)(?: (?:nao|gi))?\b",
        only="asked",
    ),
    act(
        "tro giup",
        r"^(?:dung|su dung|thao tac|lam viec voi|noi chuyen voi)(?: \w+){0,2} (?:the nao|sao|nhu nao|kieu gi|ra"
        r" sao)\b",
        r"^(?:bat dau|vao|lam) (?:tu )?(?:dau|the nao|nhu nao)\b",
        r"^(?:(?:em|bot|may|he thong|ban) )?(?:biet|giup|lam|ho tro)(?: \w+)? duoc (?:nhung )?(?:gi|viec gi|cai gi)$",
    ),
    act(
        "xuat bao cao",
        r"^(?:tai|luu|xuat|ket xuat|in|do|chep)(?: \w+){0,2} (?:so lieu|du lieu|bang|danh sach|ket qua|bao cao"
        r"|tong hop)\b",
        r"\b(?:de|cho|dem|cam)(?: \w+){0,2} (?:di hop|vao hop|hop)$(?<=hop)(?=.*)",
        unless=r"\bmoi\b|[UG].*\bhop\b|^(?:thong bao|nhac|bao)\b",
    ),
    act(
        "go vuong",
        r"^(?:vuong|vuong mac|kho khan)(?: o| cua| ve)?(?: N| U)+ :? ?(?!.*\b(?:nao|gi|sao|chua|khong"
        r"|dau)$)(?:.*\b(?:roi|se"
        r"|cu|dung|lay|bo tri|cap|giai quyet|xu ly|ho tro)\b)",
        only="told",
    ),
)  # fmt: skip
BROAD = (
    act("chua bao", rf"\b{_ASKS}\b.*\b(?:chua|thieu|no|sot|vang|im|khuyet)\b", rf"\b{_WHO} (?:\w+ )?chua\b.*{_ASKS}",
        only="asked", unless=r"^(?:toi|minh|em|anh|chi) |\ban (?:com|sang|trua)"),
    act("don doc", rf"^{_TO_URGE} (?:\w+ )?{_MANY}\b.*\b(?:chua|no|thieu|cham|muon|tre|som|ngay|gap|khan)\b",
        only="told", unless=r":|\bhop\b"),
    act("tinh hinh", rf"^(?=.*\b(?:[UNGO]|don vi|ben nao|noi nao|viec)\b)(?=.*\b{_REPORT}\b).*\b{_ASKS}\b",
        r"^(?:co |con )?(?:gi|van de gi|chuyen gi|diem gi)(?: \w+)? (?:luu y|chu y|noi bat|dang lo_?|dang ngai|moi"
        r"|nong|can biet|lo_? ngai)\b|^co gi dang (?:luu y|chu y|lo_?|noi)\b",
        only="asked"),
    act(
        "tinh hinh",
        r"\b(?:quy|P|ke hoach|viec|nam|dot)\b.*\bco (?:kip|on|dat|tien trien|kha quan|xong|hoan thanh)\b.*\bkhong$",
        r"^(?:cong tac|mang|linh vuc|dot|viec|phan) (?!may)(?:\w+ ){1,6}(?:den dau|the nao|ra sao|toi dau|sao roi)\b",
        r"^(?:cac dong chi|anh em|moi nguoi|cac ban|toi em) (?:da )?(?:lam|trien khai|thuc hien|bao|chay)(?: duoc)?"
        r" (?:gi|den dau|the nao|nhung gi|toi dau)\b",
        only="asked",
    ),
    act("tinh hinh", r"^(?:tom|tom luoc|diem|luot|ke|tom lai)(?: ho| giup| qua| nhanh| lai| gon| so)*(?: [PGUN]|"
                     r" quy| ve)*"
        r"(?: vai dong| may dong| ngan gon| thoi)*$|\b(?:vai dong|ngan gon|van tat|noi gon|so qua)\b.*$"),
    act("tinh hinh", r"^(?:so|so lieu|cac so|con so|tinh hinh|ket qua|tong hop|tong quat|tong quan|tom tat)$"),
)  # fmt: skip
