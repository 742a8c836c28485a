"""What an office wants where a word of another command only stands in the line. Pure.

In the order in which the rows are tried: before all other tables, and followed by the first rows of of_office_broad.
"""

from data.lines.of_office_lists import act

AHEAD = (
    act(
        "viec ngoai bang",
        r"^(?:xem |liet ke |danh sach |tinh hinh |ke |nhung |cac |may |so |bao nhieu )+(?:dau )?(?:viec|nhiem vu)"
        r"(?: \w+){0,2} (?:phat sinh|dot xuat|giao them|giao ngoai|giao rieng|them|ngoai luong)\b",
        r"\b(?:dau )?(?:viec|nhiem vu)(?: \w+){0,2} (?:phat sinh|dot xuat|giao them|giao ngoai|giao rieng)\b(?=.*"
        r"\b(?:den dau|toi dau|the nao|ra sao|sao roi|gi|nao|chua|bao nhieu|may)\b)",
        r"\b(?:da|vua|moi|con)? ?giao them(?: nhung)? (?:viec |nhiem vu )?(?:gi|nao|nhung gi)\b",
        unless=r"^(?:giao|them|tao|bo sung) ",
    ),
    act(
        "chua bao",
        r"\bthieu (?:ai|nhung ai|don vi nao|G nao|ben nao|cho nao)\b|\bchua (?:ve|nop|bao|gui)(?: bao cao)? du\b",
        only="asked",
    ),
    act(
        "dat han",
        r"^D (?:\w+ ){0,3}N\b.*\b(?:ghi|dat|chot|lay|an dinh|de) (?:thoi )?han\b",
        r"^(?:ghi|dat|chot|lay|an dinh|de) (?:thoi )?han (?:la |vao )?D (?:cho|cua|o) N",
        only="told",
    ),
    act(
        "thong bao",
        r"^(?:bao|noi|nhan|nhan tin|thong tin)(?: voi| cho| lai| toi| den| may| het)* [UG](?: biet)? (?:la|rang)\b",
        only="told",
        unless=r"\b(?:lui|gia han|lam lai|bo sung)\b|\bN\b",
    ),
    act(
        "giao viec",
        r"^(?:cho|giao|dat|tao|lap|mo)(?: them| mot| \d+)+ (?:dau viec|viec|nhiem vu)(?: moi| nua)* (?:cho |voi"
        r" )?[UG]",
        only="told",
    ),
    act(
        "moi",
        r"^[UG]\b.*\b(?:gui|cap|phat|tao|cho|xin)(?: lai| giup| ho| them| no| ho)* (?:ma|loi moi|link moi)\b",
        only="told",
        unless=r"\bbao cao\b",
    ),
    act("sap den han", r"^(?:tu )?(?:nay|gio|hom nay|bay gio) (?:den|toi) (?:het )?(?:D|P)\b(?=.*\b(?:gi|nao|bao"
                       r" nhieu|may)\b)"),
    act(
        "ghi nhan",
        r"^[UN](?: [UN])*(?: \w+)? (?:duoc|on|tot|dat|ok)(?: day| roi| do| lam)* (?:nhan|duyet|ghi nhan|cho qua"
        r"|thong qua)(?: luon| di)*$",
        r"^(?:dong y|ok|nhat tri) (?:het|tat ca|ca|toan bo)$",
        r"^bao cao(?: cua)?(?: \w+){0,2} [UG](?: [UG])* (?:duyet|ghi nhan|nhan|thong qua)"
        r" (?:het|luon|ca|tat)(?: \w+){0,2}$",
        r"^(?:thoi |u |uh |ok |duoc )*(?:duyet|ghi nhan|nhan|thong qua|chap nhan) (?:het|luot|tat|ca|toan"
        r" bo)\b(?! chua)",
        r"^bao cao .*[UN].*(?<!chua )(?<!khong )\b(?:dat|on|tot|duoc)(?: roi| lam| day)* (?:nhan|duyet|ghi nhan"
        r"|cho qua|thong qua)"
        r"(?: luon| di| het)*$",
        only="told",
        unless=r"\b(?:tin|ma|giay|loi)\b",
    ),
    act(
        "dat han",
        r"^(?:sua|doi|chinh|dieu chinh|chuyen|lui|day|dat|ghi|them)(?: ho| giup| lai| cai| cho| gium| them)*"
        r" (?:thoi )?han"
        r"(?: cua| cho)? N",
        only="told",
    ),
    act(
        "cho gia han",
        r"^U (?:nop|bao|lam|gui|xong|bao cao)(?: N)?(?: muon| cham| tre)?(?: N)?(?: den| toi| sang)? D (?:cung "
        r"|thi |la )?(?:duoc|ok"
        r"|khong sao|on)\b",
        only="told",
    ),
    act(
        "thong bao",
        r"^(?:gui|chuyen|phat|soan)(?: ho| giup| cai| mot)* (?:giay moi|giay to|cong van|giay trieu tap)(?: hop)?"
        r" (?:cho|toi|den) [UG]",
        r"^(?:[\w:]+ ){0,3}(?:D |P )?[UG](?: va [UG])* (?:len|den|ve|qua|toi|cu nguoi|cu can bo)(?: \w+){0,3}"
        r" (?:nhan|lay|gap|hop|du|ky"
        r"|lam viec|tap huan|doi|bao cao truc tiep)\b(?!.*\b(?:chua|khong|gi|nao)$)",
        only="told",
        unless=r"^(?:nhac|don doc|giao|them|cho|trinh|xem)\b|\bN\b",
    ),
    act(
        "cau hoi",
        r"\b(?:cho|diem|cau|muc|doan|phan) nao\b.*\b(?:toi nghia|kho hieu|mo ho|khong ro|chua ro|mau thuan|khong"
        r" khop|sai sot|lung"
        r" tung|can hoi)\b",
        only="asked",
    ),
    act(
        "moi",
        r"^(?!.*\bN\b)(?:keo|dua|them|moi|ru|goi)(?: ca| them)?(?: chu tich| pho chu tich| lanh dao| can bo|"
        r" truong phong|"
        r" anh| chi| H)? [UG]"
        r" vao(?: nhom| he thong| day| \w+)?$",
        only="told",
    ),
    act(
        "qua han",
        r"^(?:co |dang |bi )*(?:cham|tre|muon)(?: han| viec| gi| nhieu)* khong$",
        r"\b(?:viec|nhiem vu) (?:nao|gi) (?:bi )?(?:cham|tre)(?: han)? nhat\b|^(?:cham|tre)(?: han)? nhat la"
        r" (?:viec|nhiem vu)\b",
        r"\bN (?:bi |da )?(?:tre|cham|qua han|muon)(?: \w+)? (?:bao gio|hom nao|bao lau|may ngay)\b",
        only="asked",
    ),
    act("gia han?", r"\bU xin(?: lui)?(?: N)? (?:den|toi) (?:hom nao|bao gio|ngay nao|khi nao|D nao)", only="asked"),
    act(
        "don vi",
        r"^(?:them|bo sung|dua|keo|ghep|cho)(?: them)? [UGO](?: va [UGO])* vao(?: lam)? N$|^(?:tach|rut|loai|bo"
        r"|dua|gat) [UGO](?: ra)?"
        r" khoi N",
        only="told",
    ),
    act(
        "nhat ky",
        r"\bN (?:bi |duoc |da )+(?:doi|sua|lui|thay|chuyen|gia)(?: han| \w+)? (?:bao gio|luc nao|khi nao|hom nao"
        r"|ngay nao)",
        r"\b(?:hom qua|hom kia|sang nay|tuan truoc|hom truoc|D|P) (?:co )?ai (?:da )?lam (?:gi|nhung gi)",
        only="asked",
    ),
    act("cau hoi", r"\bke hoach co (?:gi|cho nao|diem nao) (?:phai|can) (?:hoi|lam ro|giai thich|tra"
                   r" loi)", only="asked"),
    act("xep hang", r"^(?:khen|bieu duong|phe binh|che|tuyen duong|thuong) (?:ai|don vi nao|ben nao|G nao|nhung"
                    r" ai)\b", only="asked"),
    act("giao nhan", r"^(?:(?:D|hom nay|sang nay|chieu nay|he thong|bot|may) )*(?:da )?(?:nhac|gui tin|gui"
                     r" nhac)(?: het| tin)* chua$", only="asked"),
    act(
        "xem anh",
        r"\bU (?:da |vua |co )*(?:gui|nop|kem)(?: N)? (?:van ban|cong van|tai lieu|file|bai|link|anh|hinh) (?:gi"
        r"|nao)\b",
        only="asked",
    ),
    act(
        "thong bao",
        r"^(?:bao|noi|nhan|loan)(?: la)? (?:hoan|huy|doi|chuyen|lui|day) (?:lich |cuoc |buoi |gio )*(?:hop|giao"
        r" ban|tap huan|hoi nghi|lam viec)\b.*"
        r"\b(?:cho|toi|den) [UG]$",
        only="told",
    ),
    act(
        "don doc",
        r"^(?:doc|goi|giuc|nhac) (?:may|cac|nhung) (?:ong|ben|don vi|noi|dua|cho)\b.*N",
        r"\bchua (?:thay|co|nop|bao|gui)\b.*\b(?:nhac|giuc|don doc|thuc)(?: \w+)?$",
        r"^giuc (?:may |cac )?[UG] chua\b",
        only="told",
        unless=r"\bchua (?:\w+ )?(?:nhac|giuc)",
    ),
    act("vuong?", r"^(?:vuong|vuong mac|kho khan|ton tai|kien nghi)(?: mac)? (?:cua|o|tai|tu|ben) (?:cac"
                  r" )?(?:[UG]|don vi|co so|duoi)"),
    act(
        "cau hoi",
        r"\b(?:he thong|bot|may|phan mem)?(?: dang| con| co)? ?(?:thac mac|ban khoan)\b(?=.*\b(?:gi|nao|may|bao"
        r" nhieu)\b)",
        r"\b(?:phai|can|con|cho) (?:toi |minh |chi |anh )?(?:tra loi|giai dap|cho y kien|lam ro) (?:nhung )?(?:may"
        r"|bao nhieu|gi|nao|cau nao|cai gi|cho nao)\b(?! .*[UN])",
        r"^(?:may|bot|he thong) hoi (?:\w+ )?(?:cai )?gi\b",
        only="asked",
    ),
)  # fmt: skip
