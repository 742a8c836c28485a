"""What an office deals with, by kind: requests for a later day, reports that lie there, difficulties. Pure.

In the order in which the rows are tried, behind those of of_office_lists.
"""

from data.lines.of_office_lists import act

LATER = (
    r"(?:gia han|\bxin (?:lui|cham|them)\b|\b(?:lui|keo dai|gian)(?: han| lai| thoi "
    r"gian| thoi han| ngay)?\b(?=.*[UND])|\b(?:lui|gian) (?:han|lai|ngay)\b|\bcho (?:(?:ho|no|ben do|ben ay|ben kia"
    r"|don vi do|don vi ay) )?(?:lui|noi)\b|\bcho "
    r"(?:U |N |G |U N |N U )?(?:nop |lam |bao |duoc |N |D )*(?:them|cham"
    r"|muon|tre)\b|\b(?:cho|de) (?:phep )?[UG] (?:lui|noi|hoan|keo dai|gian|(?:lam|nop|bao|bao cao"
    r"|hoan thanh) (?:N )?(?:den )?D)\b|\bthem (?:thoi gian|han)\b|(?<!U )(?<!G )(?<!H )\bnoi (?:han|lai|thoi gian"
    r"|thoi han|N|ngay)\b)"
)
"""Words for a later day, wherever they stand in a kind."""

_REFUSED = (
    r"\b(?:khong|chua)(?: the)? (?:dong y|nhan|thong qua|duyet|chap nhan|chap thuan|nhat tri|cong nhan"
    r"|ghi nhan)(?<!chua ghi nhan)(?<!chua duyet)(?: voi| cho| cai)* (?:bao cao|ket qua|so lieu|minh chung"
    r"|N)\b(?!.*(?:gia han|lui|lam them|cham|muon))"
)
_RETURN = (
    _REFUSED,
    (
        r"\b(?:bac|tu choi|hoan tra|hoan lai|chuyen tra|gui tra|day lai|day ve|gui nguoc lai|tra nguoc lai|loai) "
        r"(?:cho |voi )*(?:bao cao|ket qua|U N|N U|U)\b(?!.*\bsang\b)"
    ),
    r"^(?:tra lai|tra ve|tra bao cao|tra)\b(?! loi)",
    r"\b(?:tra lai|tra ve)\b.*[UN]",
    r"[UN].*\b(?:tra lai|tra ve|bao lai|lam lai|nop lai|gui lai)\b",
    r"(?:N.*U|U.*N).*\b(?:tra|bo sung)$|^U (?:bao|nop|gui|bao cao) (?:con )?(?:thieu|sai|nham|lech)\b",
    (
        r"(?:N.*U|U.*N).*\b(?:chua|khong) co (?:link|duong dan|anh|minh chung|chu ky|dau_|so van ban|danh sach"
        r"|phu luc|file)\b"
    ),
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
    (
        r"^(?:bo sung|de nghi bo sung) (?!(?:(?:mot|hai|vai|them|cac|cho|moi|[UG]) )*(?:nhiem vu|viec|dau viec"
        r"|cong viec)|[UG]|don vi|san pham)"
    ),
)
DEALING = (
    # leave for a later day
    act("tra lai", _REFUSED, r"^(?:bac|tu choi) (?:bao cao|ket qua)\b", only="told"),
    act(
        "khong cho gia han",
        r"\b(?:khong|chua) (?:chap nhan|dong y|duyet|nhat tri)(?: voi| cho)* (?:ly do|de nghi|yeu cau|don|de xuat)\b",
        r"\bkhong (?:duoc|the|co chuyen) (?:lui|gia han|cham|hoan|keo dai|xin|noi han|nop muon|nop cham)",
        r"\b(?:khong|het|dung|khoi|mien|thoi) (?:co )?(?:lui|hoan|noi|gia han|xin|keo dai)(?: han)?(?: gi| them| nua"
        r"| roi| het| N)*(?=$| (?:lam|nop|N|U|vi|do|ly do))",
        r"^U .*\b(?:lui|hoan|xin|cham)\b.*\bkhong cho\b|\b(?:khong|chua|dung) cho (?:lui|gia han|them|cham|noi|hoan)\b",
        r"^(?:thoi )?(?:(?:chua|dung|khong) )+(?:cho|gia han|dong y)\b.*(?:\bgia han\b|\blui\b|\bnoi han\b)",
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
        r"^(?:(?:thoi|u|uh|thi|vay|the|ok|duoc) )*(?:dong y|ok|duyet|nhat tri|cho|chap thuan)(?: cho)? (?:U|ho"
        r"|ben do|ben ay)"
        r"(?: N)?(?: (?:den|toi))? D",
        r"^(?:dong y|duyet|chap thuan|cho|nhat tri)(?: cho| voi)? (?:yeu cau|de nghi|don|de xuat)\b",
        r"^(?:ok|dong y|duyet|nhat tri|chap thuan) cho U(?: roi)?$|^cho D$",
        r"\b(?:H|sep|cap tren|lanh dao|chu tich|thuong truc)(?: \w+){0,3} (?:dong y|ok|duyet|nhat tri)(?: cho"
        r"| voi)* U\b",
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
        unless=r"^(?:nhac|don doc|ghi nhan|duyet|trinh)\b.*[UNG]|[NU] co gi moi|\bai chua (?:nop|gui)\b",
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
        r"^(?:(?:may|cac|nhung|tat ca|moi|toan bo) )+(?:bao cao|ket qua) .*[UN].*(?<!chua )(?<!khong )(?:dat|on|duoc"
        r"|tot|du)"
        r"(?: ca| het| roi| yeu cau)*(?: (?:duyet|ghi nhan|nhan|cho qua|ok)(?: luon| di| het| ca)*)?$",
        r"^[UNG].*\b(?:dat|on|duoc|tot)(?: ca| het| roi| yeu cau)* (?:duyet|ghi nhan|nghiem thu)(?: luon| di| het"
        r"| ca)*$",
        r"^bao cao .*[UN].*(?<!chua )(?<!khong )\b(?:dat|on|tot|dat yeu cau|duoc roi|duoc|du|du roi)\b(?!.*(?:nhung"
        r"|thieu))",
        r"^(?:N.*U|U.*N) (?:thi |la |nay )?(?:dat|on|tot|duoc|ok|oke|dat yeu cau|(?:on|duoc|ok) roi)$"
        r"|^cho (?:bao cao )?U(?: N)? qua\b|^[NU].*\bcho qua$",
        r"^(?:chot|nhan) (?:bao cao|ket qua)\b(?! (?:chua|tu|nao))",
        r"^(?:cho|de) (?:qua|thong qua|dat)\b.*[NU]|^(?:thong qua|tiep nhan|thu nhan)\b.*\b(?:bao cao|ket qua|N)\b"
        r"|^nhan (?:luon |het |cac )?(?:bao cao|ket qua|N)\b",
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
    act(
        "vuong?",
        r"\b(?:vuong|kho khan|gap kho|keu kho|can go|can thao go|ton tai)\b",
        r"\b(?:keu ca|keu|than|than phien|kien nghi|phan anh|de xuat|ket|mac) (?:gi|nhung gi|dieu gi|cai gi|o dau"
        r"|cho nao|thieu|ve)\b",
        only="asked",
    ),
    act(
        "vuong?",
        r"^(?:xem )?(?:cac |nhung |danh sach )?(?:kho khan,? )?(?:kho khan|vuong mac|vuong)(?: cua [UG])?$",
        r"\bdanh sach .*(?:vuong|kho khan)",
        r"^(?:liet ke|tong hop|thong ke|xem|nghe|ke|neu|diem|loc|gom|ra soat)(?: lai| qua| ra| xem| het| toan bo"
        r"| danh sach| ve| cac| nhung| cho toi)* (?:kho khan|vuong mac|vuong|ton tai|kien nghi|phan anh)\b",
        r"^(?:cac |nhung |bao nhieu )*(?:kho khan|vuong mac|vuong|kien nghi)(?: mac| vuong mac)?(?: \w+){0,3}"
        r" (?:phan anh|neu|nao|chua|dang|gui|bao|keu|can|con)\b",
    ),
)
