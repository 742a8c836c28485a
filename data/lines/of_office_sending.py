"""What an office sends, by kind: notices, words that urge, files, what goes to leaders. Pure.

In the order in which the rows are tried, behind those of of_office_dealing.
"""

from data.lines.of_office_lists import act

URGED_BEHIND = (
    r"\b(?:chua (?:nop|bao|gui|xong|lam|hoan thanh|co|tra loi)|qua han|cham|tre|no|muon|thieu)\b.*(?<!chua )(?<!duoc )"
    r"(?<!can )(?<!phai )(?<!nen )(?<!da )(?<!tin )\b(?:nhac|don doc|giuc)(?: nho)?(?: het| luon| ca| ho| dum"
    r"| tat ca)*$"
)
"""Those who owe are named first, and what to do with them last: "những đơn vị chưa nộp nhắc giúp chị"."""
_FILE = (
    r"\b(?:excel|exel|word|pdf|bieu do|do thi|bang bieu|ra giay|bang tong hop|phu luc|bieu mau|slide|powerpoint)\b",
    (
        r"(?<!de )(?<!dot )(?<!san )(?<![UGO] )(?<!da )\b(?:xuat|in|ket xuat)\b(?! lenh)(?!(?: duoc"
        r"| xong)* (?:bao nhieu"
        r"|may"
        r"|C)\b)"
    ),
    (
        r"\b(?:anh|hinh|buc anh|tam anh|anh chup|tam hinh)(?: chup)? (?:tong hop|bao cao|bang|tinh hinh|so lieu|tien do"
        r"|ket qua chung)\b"
    ),
    r"\bve (?:bieu|bang|so do)",
    r"\b(?:file|tep)\b(?!.*(?:minh chung|ke hoach|(?:gui|nop|dinh) kem))",
)
_LEADERS = r"(?:lanh dao|chu tich|sep|thuong truc|pct|bi thu|cap tren|uy ban|ubnd thanh pho)"
_SHOWN = r"(?:bao cao|danh sach|tinh hinh|ket qua|tien do|so lieu|tong hop|qua han|cham|chua bao|viec|don vi|G|P|N)\b"
_CODE = r"(?:loi moi|thu moi|link moi|link tham gia|link vao|duong dan moi|duong dan tham gia|ma moi|ma tham gia|ma)"
SENDING = (
    # a code to join with
    act(
        "moi",
        rf"^(?:gui|phat|cho|lay|xin|can|dua|cap|tao|chuyen)(?: lai| cho| giup| them| [UG])* {_CODE}\b"
        rf"(?!.*\b(?:hop|tap huan|hoi nghi|giao ban|du|minh chung)\b)",
        r"\b(?:quen|mat|het han|sai|lac|chua co|khong co) ma\b",
        r"\bthi (?:cu |em |lam )*(?:phat|cap|gui|tao|cho|dua)(?: cho| giup| lai| luon| ho)* (?:ma|loi moi)\b",
        r"\bthi (?:cu |em |gui |cho )*moi(?: ho| nhe| vao| tham gia| nho| dum| ca)*$",
        only="told",
    ),
    # urging, and other words for many
    act(
        "thong bao",
        r"^(?:thong bao|tb|nhan tin|nhan(?! bao cao| ket qua| N)|gui thong bao|gui tin(?! nhac)|gui tin nhan|loan bao"
        r"|truyen dat|pho bien|quan triet|noi(?! dung| vu)|bao voi)\b(?!.*\b(?:lanh dao|chua$)\b)(?! duoc)",
        r"^hoi (?:xem |lai |thu )*[UG]\b(?! (?:nop|bao cao|lam)(?: N)?$)",
        r"^gui (?:cho |toi |den )?[UG]\b(?!.*\b(?:ma|bao cao|minh chung)\b)",
        r"^[UG] (?:chu y|luu y)\b",
        r"^(?:viet|soan|dang|dang tin|soan tin|viet tin|len tin)(?: \w+)? (?:cho|toi|den) [UG] ?:",
        r"^(?:chuyen loi|thong tin|thong tri|bao tin|dua tin|ra thong bao|phat thong bao|gui loi|loan tin)(?: nay"
        r"| nhanh| gap)*"
        r"(?: toi| den| cho| xuong)* [UG]\b",
        r"\bchuyen (?:tiep )?(?:thong bao|tin|noi dung|van ban).*[UG]",
        r"^(?:gui|chuyen|nhan|bao)(?: cho| toi| den)* [UG]\b.*:",
        r"^moi (?:di )?(?:hop|du|tham du|giao ban|toa dam)\b",
        r"^moi (?:.*)?[UGO] .*\b(?:hop|len lam viec|len gap|len trao doi|du|tham du|tham gia hop|giao ban|den|toa dam"
        r"|hoi nghi)\b",
        r"^bao(?: cho)? [UGO](?! .*(?:xong|chua|tin|khong phat sinh|C))(?=.*\b(?:hop|tap huan|mai|sang|chieu|nghi|D|du"
        r"|giao ban|chuan bi|cu|dang ky|mang|gui (?!bao cao|ket qua|N|P|ngay|gap|som))\b)",
        r"^(?:\w+ ){0,5}G (?:\w+ )*hop\b",
        r"^[UG] .*\b(?:hop|giao ban|luu y|du hoi nghi|tham du|tap huan)\b",
        r"^(?:nhac|nho|yeu cau|de nghi) .*\b(?:hop|giao ban|du hoi nghi|tham du)\b",
        r"\bgui .*(?:toi|den|cho) [UG] .*(?:noi dung|rang|la|:)",
        only="told",
        unless=r"\b(?:thoi|khong) (?:thong bao|gui)|N (?:tap huan|hop)",
    ),
    act(
        "don doc",
        r"^hoi [UG] (?:nop|bao cao|lam)(?: N)?$|^gui (?:lai )?(?:tin )?nhac(?: nho| viec)? (?:cho |toi |lai )*[UG]\b",
        r"^bao [UG] (?:(?:nop|gui)(?= (?:bao cao|ket qua|N|P|ngay|gap|som|di)\b|$)|lam|bao cao|hoan thanh"
        r"|khan truong)\b",
        r"^[UG] nop bao cao$",
        r"^(?:chac|co le|co khi|chi|toi|minh|lai|cung|gio|thoi|em|ta|nen|can| )*(?:phai|nen|can) (?:di )?(?:nhac"
        r"|giuc|don doc"
        r"|thuc)(?: nho)?\b",
        r"\b(?:yeu cau|de nghi|bao|nhac) [UG] .*\bdung (?:thoi )?han\b",
        r"\bthi (?:cu |em |gui |cho )*(?:nhac|don doc|giuc|thuc|hoi thuc|gui nhac|goi|hoi)\b(?! ai)",
        r"^(?:gui|nhan|ban|phat)(?: \w+){0,2} (?:tin )?(?:nhac|don doc|giuc)\b",
        r"^N (?:\w+ )?(?:nhac|don doc|giuc)\b(?! (?:nhieu|mai|roi)).*[UG]",
        URGED_BEHIND,
        r"^(?:nhac|don doc|giuc|thuc|hoi thuc|ping|nhac nho|gui nhac|gui tin nhac|gui nhac nho|goi nhac|bao don doc"
        r"|di don doc|thuc giuc)\b(?!.*\bcua (?:toi|minh)\b)",
        r"\b(?:nhac|don doc|giuc|thuc) (?:lai |nho |them |ngay )?(?:lai )?[UGNO]",
        r"\b(?:yeu cau|de nghi|bao|bao cho|goi) (?:cho )?[UG] (?:\w+ ){0,3}(?:nop|bao cao|bao|gui bao cao|hoan thanh"
        r"|khan truong|gap)\b(?!.*D)",
        r"\b(?:nhac|don doc)\b.*\b(?:chua|qua han|cham)\b",
        r"^[UG] (?:nop|bao cao|bao) (?:ngay|gap|som)",
        only="told",
        unless=r"^nhac (?:nhieu|lam|mai|suot)\b|\bchua (?:nhac|duoc nhac)|^ai (?!.*\bthi\b)(?!.*\b(?:nhac|don doc"
        r"|giuc)(?: het| luon| ca)*$)|^(?!gui |nhan |ban )(?:.* )?tin nhac\b.*(?:den|toi|chua)"
        r"|\bkhong nhac",
    ),
    # files, and what goes to leaders
    act(
        "xuat bao cao",
        *_FILE,
        unless=r"\bminh chung\b|\banh\b(?! (?:chup )?(?:tong hop|bao cao|bang|tinh hinh|so lieu|tien do"
        r"|ket qua chung)\b)|^N (?:chi |phai |se )*(?:can|yeu cau|nop|gom)\b|N .*\bxong\b|^(?:bao|noi|nhan"
        r"|tra loi)(?: voi| cho)? U\b|^(?:giao|phan cong|yeu cau|de nghi"
        r"|bo sung|them)\b.*[UG]|\bdinh kem\b|\bcho U in\b|^in (?:.*)tai lieu|\bexcel (?:thi|sao)|moi",
    ),
    act(
        "trinh lanh dao",
        r"^cho (?:lanh dao|chu tich|sep|thuong truc|pct|H) xem\b",
        rf"^(?:trinh|gui|bao cao|chuyen|dua|xin y kien|bao)(?: cho| len| toi| bao cao)* H(?: xem| duyet)?(?:$"
        rf"|.*\b{_SHOWN})",
        rf"^(?:trinh|gui|chuyen|dua|bao cao|day|nop|xin trinh)\b.*\b{_SHOWN}.*\b(?:cho|len|toi|voi|sang) H(?: xem"
        rf"| duyet)?$",
        (r"\b(?:trinh|gui|bao cao|chuyen|day|bao|dua|bao len|xin y kien)\b.{0,40}\b" + _LEADERS + r"\b"),
        r"^trinh(?: len| luon| bao cao)?$",
        r"\b(?:day|dua|gui|nop|chuyen|bao cao|day bao cao|dua bao cao|gui bao cao|trinh bao cao)(?: \w+){0,3} (?:len"
        r"|len"
        r" tren|cap tren|len cap tren)$",
        r"^trinh .*",
        (r"^" + _LEADERS + r" (?:xem|duyet)"),
        only="told",
        unless=r"^(?:nhac|don doc|moi|thong bao|giao|dong y|cho(?! lanh dao| chu tich| sep)|theo|gia han)\b"
        r"|\bchua trinh|\bthoi\b|^(?:chuyen|doi|lui|day|dat|keo dai) (?:han )?N\b",
    ),
    act(
        "trinh lanh dao",
        (r"\b(?:trinh|gui|bao cao) (?:cho )?" + _LEADERS + r".*(?:gi|nao|chua)"),
        (
            _LEADERS
            + r" (?:se |da |duoc |co the )*(?:thay|xem|doc|nhan|biet|nhin thay|xem duoc)(?: duoc)* (?:nhung |cai "
            r"|muc |noi dung |phan |so lieu |thong tin |may |cho )*(?:gi|nao)"
        ),
        r"^(?:neu )?(?:trinh|gui|day|dua)(?: bao cao)? len\b.*\b(?:gi|nao)\b",
        only="asked",
    ),
    act(
        "xin ke hoach",
        r"\b(?:file|tep|ban|van ban|toan van) ke hoach",
        r"\b(?:gui|xem|xin|mo|cho|lay)(?: lai| cho| giup| toi| minh)* ke hoach\b(?!.*\b(?:lanh dao|chu tich)\b)",
        r"^ke hoach(?: so .*| \d+)?(?: dau| o dau)?\??$",
        r"\bmau (?:bao cao|bieu)|\btoan van\b",
        unless=r"\bnhap\b|\b(?:tom tat|tinh hinh|tien do|thuc hien|ket qua)\b",
    ),
    act(
        "xem anh",
        r"\b(?:xem|mo|gui|dua|co|coi|tai|cho)\b.*\b(?:anh|minh chung|hinh|hinh anh|tep)\b",
        r"\b(?:anh|minh chung|hinh anh)\b.*(?:cua|dau|chua|nao|N|U)",
        r"^(?:xem |mo |coi )?(?:san pham|tai lieu|file|tep|anh|bai|ket qua)(?: ma)?(?: N)?(?: cua)? U(?: da| vua)*"
        r" (?:gui|nop|dinh kem|up|dua len|tai len)\b",
        r"\b(?:mo|xem|coi|doc|tai|dua)\b.*\b(?:gui|nop|dinh|up|nop len) kem\b.*[UN]?",
        r"^(?:chi |toi |em |minh |dua )*(?:xem |mo |coi )?(?:cai |may |cac |nhung |ban |mau )*(?:to roi|to gap|pano"
        r"|ap phich|video|clip|phong su"
        r"|de cuong|bang ron|bai viet|bai|van ban|hinh|poster|tin bai)(?: ma)?(?: N)?(?: cua)? U(?: da| vua| moi)*"
        r" (?:lam|in|thiet ke|dung_|viet|dang|treo|gui|nop|phat|quay|soan)(?: [NDP]| ra| len| ve| roi)*$",
        r"\bU (?:da |vua )?(?:gui|nop|dinh kem|kem)(?: N)?(?: kem)?(?: theo)? (?:anh|file|tep|minh chung|tai lieu"
        r"|san pham)"
        r"(?: gi| nao)\b",
        r"^(?:minh chung|anh|hinh anh)\b",
        r"\b(?:tai lieu|cong van|van ban|file|tep)\b.*\b(?:kem theo|dinh kem|U (?:gui|nop))\b|\bdinh kem\b.*[UN]",
    ),
    act(
        "xuat bao cao",
        r"\b(?:lam|lap|soan|viet|tao|du thao|tai|gui|gui lai|can|xin|lay|chuan bi"
        r"|ra)\b(?: \w+){0,3} bao cao\b(?!.*\b(?:chua|nao|ai)\b)",
        r"^bao cao(?: (?:tong hop|tong ket|so ket|ket qua"
        r"|dinh ky))*(?: (?:cua )?[GN])*(?: (?:cua )?P)?(?: (?:cua )?[GN])*$",
        r"^bao cao(?: (?:cua )?U)? P(?: (?:cua )?U)?$",
        r"^(?:gui|cho|lay|in|xin|can)(?: cho| toi| anh| chi| minh| em| xem| mot)* (?:ban|bang|tap) (?:tong hop"
        r"|so lieu|thong ke)\b",
        r"^bao cao (?:tuan|thang|quy|nam|tong hop|dinh ky|giao ban|tong ket|so ket)\b",
        r"\bdu thao\b",
        r"\b(?:to trinh|van ban) tong hop",
        only="told",
        unless=r"^(?:giao|phan cong)\b|^N (?:chi |phai |se )*(?:can|yeu cau|nop|gom)\b|(?:da|co|chua) (?:gui|nop)"
        r"|\b(?:yeu cau|de nghi)\b|^[UG] |^(?:them|giao"
        r"|tao) .*viec",
    ),
)
