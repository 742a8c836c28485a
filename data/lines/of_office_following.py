"""What an office follows and changes, by kind: chats, units, products, days, who is behind. Pure.

In the order in which the rows are tried, behind those of of_office_sending.
"""

from data.lines.of_office_lists import act

_DUTY = (
    r"(?:nop|gui|lap|lam|thuc hien|xay dung|ra soat|chuan bi|hoan thanh|cung cap|tong hop|dang ky|to chuc|bao cao|soan"
    r"|cu|niem yet|cap nhat|treo|thong ke|rut kinh nghiem|de xuat|kiem ke|in|ky)"
)
_BODY = r"[UGO]"
FOLLOWING = (
    # who follows what, and by which chat
    act("xuat bao cao", r"^bao cao(?: [GP])* dau$", r"^(?:ban|bang|file) (?:tong hop|bao cao)\b.*\bdau$", only="asked"),
    act("xuat bao cao", r"^bang (?:theo doi|tong hop|so lieu|ket qua)\b", only="told"),
    act(
        "chua bao",
        r"\b(?:ai|don vi nao|G nao) can (?:nhac|don doc|giuc|luu y|chu y)",
        r"\b(?:nen|can|phai) (?:nhac|don doc|giuc) (?:nhung )?(?:ai|don vi nao|G nao)\b",
        only="asked",
    ),
    act(
        "danh sach chat",
        r"\b(?:ai|nguoi nao|may nguoi|bao nhieu nguoi|so nao) (?:dang |la nguoi |duoc )*(?:nhan tin|theo doi|dung bot"
        r"|dung may|dung \w+ nay|dung chat|dung tai khoan|cam may"
        r"|phu trach bot|nhan thong bao|nhan nhac|truc bot|giu may|su dung)\b(?!.*(?:\bchua|\broi|N))",
        only="asked",
    ),
    act(
        "giao nhan",
        r"\b(?:tin|tin nhan|nhac|thong bao|gui)\b.*\b(?:bi loi|loi|that bai|hong|thanh cong|truc trac)\b",
        r"(?<!de )(?<!can )(?<!phai )\bnhac (?:nhung |duoc )*(?:ai|don vi nao|nhung ai|may don vi|bao nhieu|G nao)\b",
        r"^U (?:da )?mo (?:ra )?(?:xem|doc|tin) chua\b",
        r"\b(?:tin|nhac|thong bao|don doc|tin nhan|nhac viec)\b.*\b(?:den|nhan|toi|gui|doc|xem|di)\b.*(?:chua|khong|ai"
        r"|nao)",
        r"\b(?:doc|xem|nhan)(?: duoc)? (?:tin|thong bao|nhac|tin nhac)\b",
        r"\b(?:ai|nao|G|U)\b.*\b(?:chua|da|khong) (?:mo|ngo|ngo qua|coi|ngo ngang|ngo toi)(?: may)?(?: ra| tin"
        r"| thong bao)*"
        r"(?: xem| doc| coi)?\b",
        r"\b(?:ai|nao|G|U)\b.*\b(?:chua|da|khong) (?:doc|xem|nhan(?: duoc)?(?! bao cao))(?: (?:tin|nhac|thong bao|N"
        r"|chua|duoc))?",
        r"\b(?:gui|nhan) (?:duoc|toi|den)(?: (?:chua|khong|ai|dau|U|G|N))*$",
        r"\bda (?:nhac|gui|don doc|thong bao)\b.*(?:chua|ai|nao|gi|chua em)",
        r"\bda (?:xem|doc)\b.*chua",
        r"\b(?:ai|don vi|don vi nao|G nao|G|U) (?:da )?(?:doc|xem)(?: tin| thong bao| nhac)?(?: roi)?$",
        r"\b(?:nhac|gui|don doc) (?:(?:cho|toi|den|het|duoc|[UGN]) )+chua$|\bkhong (?:thay|nhan duoc) tin\b",
        only="asked",
        unless=r"\bnhan (?:duoc )?(?:bao cao|loi moi|ma)|\b(?:gui|nop) bao cao|\b[UG] (?:da |co )?(?:gui"
        r"|nop)(?: duoc| ve| len"
        r"| cho)* gi\b",
    ),
    act(
        "xep hang",
        r"\bxep (?:hang|thu|loai|theo)|^(?:sap )?xep (?:lai |giup |ho |cho |cac |het )*(?:[DG]|don vi)\b|\bsap xep\b",
        r"\b(?:nhanh|som|tot|gioi|nhieu) (?:den|toi|xuong|sang) (?:cham|muon|kem|do|it)\b"
        r"|\b(?:cham|muon|kem|it) (?:den|toi|len|sang) (?:nhanh|som|tot|nhieu)\b",
        r"\b(?:ai|nao|dau) (?:\w+ ){0,4}(?:hon(?! \d| nua| mot)|dang (?:khen|bieu duong|tuyen duong|phe binh|che"
        r"|nhac ten"
        r"|thuong|phat))\b|\b(?:ai|nao) (?:\w+ ){0,2}(?:noi troi|noi bat nhat|an tuong|vuot len|i ra)\b",
        r"\b(?:ai|nao|G) .*\b(?:dau tien|cuoi cung|sau cung|truoc tien|som nhat)$",
        r"(?<!thong )(?<!cap )\bnhat\b(?! ky| tri)",
        r"\b(?:thu tu|thu hang|hang may|thu may|dung thu|vi thu|xep cao|xep thap)\b",
        r"\b(?:i ach|bet|(?<!chuyen )doi so|dung dau|dan dau|top|cuoi bang|dau bang|guong mau|kem nhat|hang dau"
        r"|dung cuoi"
        r"|dung chot|tut lai)\b",
        r"\bbang (?:diem|vang)|\bthi dua\b",
        r"\bso sanh\b",
        r"\b(?:ai|nao) (?:lam |thuc hien )?tot\b|\b(?:ai|nao|U|G|don vi) .*\bkem\b(?! theo| N| anh)",
        r"\b(?:tich cuc|nghiem tuc|cham chi|hay (?:cham|tre|muon|quen)|le me|thuong xuyen cham|cham may lan|chay i)\b",
        unless=r"^(?:nhac|don doc|thong bao|in|xuat|giao|phan cong)\b|\bcham nhat(?: la| den| vao| ngay)* [DP]|^(?:D"
        r"|hom nay|mai) (?:la )?thu may|\bhan .*nhat\b|\bphai co\b"
        r"|\bcan kem\b|\b(?:gap|can|gan"
        r"|sat|nong|khan) nhat\b|\b(?:viec|nhiem vu)(?: \w+)? (?:quan trong|uu tien) nhat\b",
    ),
    act(
        "nhat ky",
        r"\bai (?:da |la nguoi |vua |moi )?(?:bao xong|bao|sua|doi|ghi nhan|duyet|tra lai|gia han|dat|cho|nhac|go|them"
        r"|bo|thay|xac nhan|nop|gui|lam xong)\b(?! cao)(?!.*\b(?:chua|cham|muon|phu trach)\b)",
        r"(?:U|\bda\b).*\b(?:bao|bao xong|nop|sua|doi|ghi nhan|tra lai|xong|gui|nhac|thay doi)\b.*\b(?:luc nao|khi nao"
        r"|hom nao|ngay nao|bao gio|may gio|luc may gio)$",
        r"\b(?:luc nao|khi nao|hom nao|ngay nao|bao gio) U (?:bao|nop|gui|lam|xong)",
        r"\b(?:luc nao|khi nao|hom nao|ngay nao|bao gio|luc may gio)\b.*\b(?:da bao|bao xong|da nop|bao cao xong|sua"
        r"|doi|nop the)",
        r"\bda (?:doi|sua|thay doi|lam) (?:gi|nhung gi)\b",
        r"\bthay doi (?:nhung )?gi\b",
        r"\b(?:may|bao nhieu) lan\b",
        unless=r"\b(?:chua|phai)\b|\bnhung ai\b|\bai (?:da )?(?:bao|nop|gui)(?: bao cao)?(?: [NP])? roi$|\b(?:nop"
        r"|bao) tre\b",
    ),
    act(
        "danh sach chat",
        r"\b(?:dang ky|tham gia|vao nhom|vao bot|vao he thong|ket noi|lien ket|dung bot|gia nhap|co chat|co nhom"
        r"|vao chat|len he thong|kich hoat|tai khoan|cai dat|su dung bot|mat ket noi|ngoai vung|vao)\b(?!.*\b(?:hop"
        r"|tap huan|hoi nghi)\b)",
        r"\b(?:may|bao nhieu) (?:nguoi|can bo|tai khoan|dien thoai) (?:dang )?(?:dung|tham gia|theo doi|nhan"
        r"|su dung)\b",
        r"\bdau moi\b.*\bai\b|\bai\b.*\bdau moi\b",
        r"\b(?:can bo|nguoi phu trach|nguoi theo doi|nguoi bao cao)\b.*U.*\bai\b",
        r"\b(?:dung|su dung) (?:he thong|bot|roi)\b|^U (?:thi )?ai (?:phu trach|nhan tin|bao cao|theo doi)$",
        r"\bmat lien lac\b",
        r"\b(?:chua|da|khong) (?:lay|nhan|nhap|dung|xai|go|kich|co) (?:duoc )?(?:ma|loi moi)\b",
        only="asked",
    ),
    act(
        "danh sach chat",
        r"^[UG] (?:da |co )*(?:vao(?! cuoc)|cai|len|ket noi|tham gia)(?: duoc)?(?: \w+){0,4} chua\b",
    ),
    act(
        "danh sach chat",
        r"\b(?:so dien thoai|so may|sdt|lien he|so lien lac|lien lac|so dt|dien thoai)\b.*[UGH]",
        r"\bdanh ba\b|\bbao nhieu chat\b|\b(?:trong|ngoai) (?:nhom|he thong|bot)\b",
        r"^(?:xem )?danh sach (?:cac )?(?:don vi|G)$",
        r"^(?:danh sach|cac|nhung|so|don vi|G)\b.*\b(?:chua|da) (?:dang ky|tham gia|vao|kich hoat|ket noi|lien ket"
        r"|co chat|co nhom)",
        r"^chua (?:tham gia|dang ky|vao nhom|ket noi)$",
    ),
    act(
        "moi",
        r"^(?:cap|tao|gui|lay|xin|cho|can|gui lai|cap lai|tao lai)\b.*\bma\b",
        r"^ma (?:moi|tham gia|dang ky|ket noi|cua|U|cho)",
        r"^moi\b",
        r"\b(?:doi|thay|them|bo sung|chuyen|cap nhat) .*\b(?:dau moi|can bo|nguoi phu trach|nguoi bao cao|nguoi nhan"
        r"|lanh dao|chuyen vien|tai khoan)\b",
        r"\b(?:can bo|dau moi|nguoi) (?:moi|khac|dau moi)\b",
        r"\bma (?:moi|tham gia|dang ky)\b",
        r"\b(?:nghi viec|chuyen cong tac|nghi huu|nghi sinh)\b",
        r"^(?:ket noi|lien ket|dang ky|dua) .*U",
        r"^them (?:nguoi|can bo|U|G) .*\b(?:nhom|he thong|bot|chat)\b",
        only="told",
        unless=r"\b(?:viec|nhiem vu) moi\b",
    ),
    act(
        "ban giao",
        r"\bban giao\b",
        r"\b(?:chuyen|giao|dua|don)(?: giao)?(?: het| toan bo| tat ca| cac| G| moi)* (?:viec|nhiem vu|phan viec"
        r"|cong viec)s?(?: cua| tu| o| ben)? U.*\b(?:sang|ve|cho|qua|den)\b",
        r"\b(?:sap nhap|sat nhap|nhap|gop)\b.*U",
        r"\b(?:viec|nhiem vu|cong viec|phan viec) (?:cua |ben )?U (?:\w+ )?(?:chuyen|giao|dua|ban giao|day)(?: het"
        r"| toan bo| lai| G)* (?:cho|sang|ve|qua) U",
        r"U (?:nhan|tiep nhan) (?:het |toan bo )?(?:viec|nhiem vu)",
        r"\b(?:chuyen|giao) (?:het |toan bo )?(?:viec |nhiem vu )?(?:cua )?U (?:sang|ve|cho|qua) U",
        r"\bgiao lai (?:viec|nhiem vu) (?:cua )?U",
        r"\b(?:giao|chuyen|nhuong|de)(?: lai)?(?: het| toan bo| tat ca| G| moi)*(?: viec| nhiem vu| cong viec"
        r"| phan viec)"
        r"(?: \w+){0,3} (?:cho|sang|qua) H\b",
        only="told",
    ),
    act(
        "phoi hop",
        r"^(?=.*N).*\bphoi hop\b.*[UG]",
        r"[UG].*\bphoi hop\b.*N",
        r"N .*\b(?:keo|moi|dua|cho|nen co|can co|co|rut|de|nho|goi|ru|loi|keo them)\b.*[UG].*\bphoi hop\b",
        only="told",
    ),
    act(
        "don vi",
        r"\bchu tri\b(?=.*[UGO])(?=.*N)",
        r"\b(?:giao|phan cong|phan|chuyen|dua|day)\b.*N.*\b(?:cho|sang|ve|qua|den)\b.*[UGO]",
        r"\b(?:giao|phan cong|phan) [UGO] .*N",
        r"N (?:giao|phan cong|chuyen|do|them|bo|thay|cho|sang|de|rut|bot|nay giao)(?: \w+){0,2} [UGO]",
        r"\b(?:them|bo|rut|(?<!bao )(?<!ghi )(?<!nhap )thay|bot|loai|go|dua|xoa|bo sung)\b [UGO].*N",
        r"^don vi N",
        r"[UGO] (?:lam|phu trach|dam nhan|nhan|chiu trach nhiem|thuc hien|phai lam)(?: luon| ca)? N(?!.*D)",
        r"\b(?:bo|xoa|rut|thay|doi|loai) N.*[UO]",
        r"\bN (?:thay|doi) .*U",
        only="told",
        unless=r"\bthay (?:vi|mat)",
    ),
    act(
        "san pham",
        r"\bsan pham\b(?=.*N)",
        r"^N (?:\w+ ){0,3}san pham (?:la|gom|phai|can|:|thanh|them|co)\b(?! gi)",
        r"N (?:phai|can|yeu cau) (?:co|kem|ra|nop|gui|them)\b(?!.*[D])",
        r"^N (?:chi |phai |thi |se )*(?:can|yeu cau|nop|gom|lay)(?: co| nop| gui)* (?:bao cao|ke hoach|bien ban"
        r"|danh sach|file"
        r"|quyet dinh|to trinh|anh|minh chung|van ban|tai lieu|so lieu|C)\b(?!.*[D])",
        only="told",
    ),
    act(
        "giao viec",
        r"\b(?:them|tao|giao them|giao|bo sung|lap|dua|mo)(?: mot| hai| \d+| cho (?:[UG]))* (?:nhiem vu|viec|dau viec"
        r"|cong viec)(?: moi| nua| phat sinh| dot xuat)?\b(?! N)",
        r"\b(?:them|tao) X",
        r"\b(?:viec|nhiem vu|dau viec) (?:moi|dot xuat|phat sinh)\b",
        (r"^(?:giao|phan cong|yeu cau|de nghi|dat)(?: cho)? [UG] " + _DUTY + r"\b"),
        r"^(?:giao|phan cong)(?: dot xuat| gap| ngay| them| luon)*(?: cho)? [UG](?! N)\b",
        rf"^{_BODY} (?:phai |can |se )?{_DUTY}\b.*\b(?:D|P)\b",
        rf"\b(?:yeu cau|de nghi) {_BODY} .*\bD\b",
        rf"^{_BODY} : {_DUTY}\b.*D",
        r"^[UG] .*\b(?:truoc|han|cham nhat|den ngay)(?: ngay)? D$",
        only="told",
        unless=r"^[UG] .*\b(?:xong|da nop|da gui)\b",
    ),
    # days
    act(
        "sap den han",
        r"^(?:trong )?(?:[PD]|tuan nay|tuan sau|tuan toi|hom nay)(?: .*)? (?:han (?:gi|nao|viec gi|viec nao|nhung gi)\b"
        r"|(?:gi|nao) (?:den|toi) han\b)|\bhan (?:nao )?(?:gan|som) nhat\b",
        r"\b(?:viec|nhiem vu|gi|nao)\b.*\b(?:gap|can|gan|som|sat|khan)(?: han)? nhat\b",
        only="asked",
    ),
    act(
        "han",
        r"\bhan\b.*(?:bao gio|khi nao|ngay nao|hom nao|ngay may|dau|nao|gi|chua|khong|may)",
        r"(?=.*\b(?:N|P|Q|nop|bao|xong|gui|han|phai|bao cao|lam)\b).*\b(?:bao gio|khi nao|ngay nao|hom nao|ngay may"
        r"|den bao gio|con may ngay|con bao nhieu ngay|con bao lau)\b",
        r"^(?:thoi )?han(?: (?:cua|nop|bao cao|cuoi|chot|chung|ket thuc|den))*(?: [NP])+$",
        r"N (?:den|toi) han (?:ngay nao|bao gio|khi nao|luc nao|hom nao)|N (?:la |vao |trong )?(?:thang|ngay"
        r"|quy) (?:may|nao)\b",
        r"^han$",
        r"\b(?:may|bao nhieu) ngay nua\b|\b(?:bao lau|may ngay|bao nhieu ngay|may hom)(?: nua)?\b.*\bhan\b",
        unless=r"\b(?:qua|tre|cham|lo|dung) han|(?<!N )(?:den|toi) han|\bsap\b|^(?:viec|nhiem vu) nao",
    ),
    act(
        "dat han",
        r"^(?:keo|day|doi|lui|dich)(?: lai)? (?:thoi )?han N (?:ve|den|sang|toi|ra|xuong|len)\b",
        r"^(?:dat|an|an dinh|chot|doi|sua|dieu chinh|chuyen|nhap|ghi|cap nhat|keo dai|lui|lay|thay doi|gia|de|cho|day"
        r"|ra|rut|thay|dich|giam|bot|doi|noi)(?: lai)? ?(?:thoi )?(?:han|ngay|thoi gian)\b",
        r"\b(?:doi|sua|dieu chinh|chuyen|lui|keo dai|cap nhat|day) (?:thoi )?han\b",
        r"^(?:thoi )?han (?:moi )?(?:cua |cho )?N\b",
        r"N .*\b(?:han|chot|den han|thoi han)\b.*(?:D|P)",
        r"\bchot\b.*N.*(?:D|P)?",
        r"^N (?:thi |phai |can |se |nay )*(?:lam|xong|hoan thanh|chot|nop|la|den|toi|thuc hien|trien khai|to chuc|lay"
        r"|ap dung|sang|ket thuc|theo|de|lui|chuyen|doi|trong|truoc)\b.*(?:D|P)",
        r"^N(?: truoc| den| :)? D$",
        r"^(?:cho|de) N (?:den|toi|sang|lam|truoc|trong)\b.*(?:D|P)",
        r"^(?:cho|de) N (?:D|P)",
        r"^N (?:D|P) (?:xong|lam|hoan thanh|nop|thuc hien)",
        r"\b(?:phai|can) (?:xong|hoan thanh|nop) N.*D",
        r"^(?:dat|lui|doi|chuyen|sua|day|rut|rut ngan|keo|keo dai|gian) N .*(?:D|P)",
        r"\bhoan thanh N (?:truoc|trong|vao|den)",
        r"^N .*\bD$",
        r"^(?:den |truoc |het )?[DP] (?:phai |can |la |se )*(?:xong|nop|hoan thanh|chot|lam xong) N$",
        only="told",
        unless=r"^(?:nhac|don doc)|U .*(?:xong|bao)|C|\bbao xong\b",
    ),
    act(
        "han",
        r"^(?:thoi )?han\b.*[NQ]",
        r"^(?:thoi )?han (?:cac |nhung )?(?:viec|nhiem vu)\b|^lich (?:bao cao|nop)\b"
        r"|\bnop (?:duoc )?P (?:duoc )?(?:nua )?khong$",
        r"(?<!qua )(?<!tre )(?<!cham )(?<!dat )(?<!gia )(?<!het )\bhan N\b",
    ),
    act(
        "sap den han",
        r"P .*\b(?:viec|nhiem vu) (?:gi|nao)\b",
        r"\bmoc(?: thoi gian| han)? (?:nao|gi)\b|\b(?:nhung|cac|may) moc\b.*\b(?:toi|sap|gan|D|P)\b",
        r"\b(?:D|P|toi|sap|tuan|thang|den)\b.*\b(?:gi|nao)\b.*\bphai (?:canh|lo_?|chay|de mat|nho)\b"
        r"|\bD phai (?:canh|lo_?|chay|de mat|nho) (?:nhung )?(?:gi|viec gi|viec nao)\b",
        r"\b(?:sap|gan)(?: den| toi| phai| het)? han\b|^han (?:sap|gan) (?:toi|den|nhat)",
        r"P (?:phai|can|se) (?:lam|nop|bao|xong)\b.*\b(?:gi|nao)\b",
        r"(?<!qua )\b(?:den|toi) han\b",
        r"\b(?:tuan|thang) (?:nay|sau|toi)\b.*\b(?:viec|phai|can|gi|nao)\b",
        r"\b(?:viec|co gi|nhung gi|gi)\b.*\b(?:tuan|thang) (?:nay|sau|toi)\b",
        r"\bhai tuan toi\b|\bhan (?:nao )?(?:gan|som) nhat\b|\bgan han nhat\b|\bhan gan\b",
        r"\b(?:hom nay|ngay mai|D|P)\b.*\b(?:den han|phai nop|phai xong|co viec gi|co gi)\b",
        r"^(?:sang nay|chieu nay) co (?:viec )?gi$",
        r"\bsap (?:phai|toi|den)\b",
        r"\bphai (?:nop|xong|hoan thanh|bao) (?:trong )?(?:tuan|thang|D|P)",
        unless=r"\bqua han\b",
    ),
    # who is behind
    act(
        "chua bao",
        r"\b(?:ai|nao|G|U) (?:ma )?khong co (?:gi|tin|bai|tin bai|bao cao|ket qua|hoat dong)\b",
        only="asked",
    ),
    act(
        "chua bao",
        r"\bno (?:(?:bao cao|ket qua|cua) )*(?:N|viec|nhung|gi|bao cao|ket qua|P)\b(?! dong)",
        r"\b(?:ai|nao|G|U) (?:van |con )?chua co (?:gi|tin|bai|bao cao|ket qua|dong tinh"
        r"|hoi am)\b",
    ),
    act(
        "qua han",
        r"U .*\bviec (?:gi|nao) .*(?:cham|tre)\b",
        r"\b(?:qua|tre|cham|muon|het)(?: thoi)? ?han\b",
        r"\b(?:qua|tre|lo|lo mat|cham)(?: mat)? (?:ngay|moc|hen|ky han|thoi diem)\b(?! D)",
        r"\b(?:bi |con |dang |nao |ai |G |don vi |viec |danh sach |nhung |bao nhieu )(?:bi |dang |con )?(?:cham|tre"
        r"|muon|no dong|ton dong|ton)\b",
        r"\b(?:cham|tre) (?:tien do|nop|bao cao|tre|muon|N)\b",
        r"^(?:cham|tre|ton dong|ton)(?: (?:nhung )?(?:gi|viec gi|viec nao|viec)(?: khong)?)?$",
        r"^(?:da |bi |dang |con )*(?:tre|cham|muon|qua)(?: mat| het| dau| han| tong)* (?:may|bao nhieu)\b",
        r"\b[UG] (?:co )?(?:bi |dang )?(?:cham|tre)\b",
        r"\b(?:lo|vi pham|qua|tre) (?:thoi )?han\b|\bsai hen\b|^(?:da |bi )*(?:tre|cham|muon) (?:roi|han"
        r"|nhung)?\b.*\b(?:nao|gi|ai)\b",
        r"\b(?:gi|nao|viec|ai) (?:bi |dang |con |nao )*(?:tre|cham|muon|lo)(?: han)? (?:khong|chua)$",
        r"\b(?:gi|nao|ai|gi con|viec|[UGN]) (?:ma |dang |bi |da |con |van )*(?:tre|cham|muon|lo|qua han)(?: han| roi"
        r"| the| het| ky|"
        r" ngay)*$",
        r"\b(?:ai|don vi|don vi nao|G|G nao) (?:nop|bao|bao cao) (?:tre|muon|cham)\b",
        r"\bN (?:da |bi |dang )*(?:cham|tre) (?:bao lau|may|bao nhieu|den dau)",
    ),
    act(
        "chua bao",
        r"\bchua (?:co |thay |ai |don vi nao |G nao |U nao )*(?:bao cao|bao|nop|gui|phan hoi|tra loi|bao gi|hoi am"
        r"|dong tinh|tuong tac|co bao cao|thuc hien|lam|hoan thanh|xong"
        r"|co ket qua)\b(?<!N chua xong)(?<!N chua hoan thanh)",
        r"\b(?:con |dang |nao |ai |G |don vi )(?:thieu|no)\b",
        r"\bthieu (?:bao cao|U|N|G|ai|cua|nhung)",
        r"\bkhong (?:bao|nop|gui)\b",
        r"\bim (?:re|lang|hoi|im)\b",
        r"^sot (?:ai|U|G|don vi|nhung)|\bN con (?:thieu |sot )?(?:ai|G|don vi|nhung)",
        r"^con (?:ai|G|bao nhieu|may|nhung|don vi|U)\b|\b[GP] con (?:sot |thieu |lai )*(?:nhung )?(?:ai|don vi nao"
        r"|G)\b",
        r"\b[UG] (?:con |dang |bi )?thieu (?:nhung )?(?:gi|viec|nhiem vu)\b",
        r"\b(?:dang thieu|thieu ai|ai thieu)\b",
        r"\bchua$(?<=chua bao chua)",
        r"\b(?:bao cao|bao|nop) (?:chua|thieu) (?:du|het)\b",
        r"\b(?:ai|nao) (?:con )?chua\b(?! (?:co|du))",
        unless=r"^(?:U )?N (?:vi |tai )?sao\b|^(?:vi |tai )?sao (?:U )?N\b|^U (?:vi |tai )?sao N",
    ),
    # a task by itself, and how things stand
    act(
        "viec",
        r"\b(?:noi dung|chi tiet|chu tri|phu trach|phoi hop|nhiem vu gi)\b.*N",
        r"N.*\b(?:noi dung|chi tiet|la gi|la viec gi|gom|gom nhung gi|ai lam|ai chu tri|ai phu trach"
        r"|ai chiu trach nhiem|don vi nao|ai phoi hop|chu tri|phu trach|phoi hop|lam gi|lam nhung gi|san pham"
        r"|yeu cau gi|can gi|nop gi|phai lam gi|cua ai|giao cho ai|ai|giao ai)\b(?! (?:chua|da|xong|bao))",
        r"^(?:xem )?N$",
        r"^N la \w.*\b(?:gi|nao|so may|may|ai|dau)$",
        r"^N (?:co|giao|gom) (?:nhung )?(?:don vi nao|G nao|ai)$",
        r"\b(?:xem|mo|hien|doc) N$",
        r"\b(?:ai|don vi nao|G nao) (?:chu tri|phu trach|chiu trach nhiem|lam|phoi hop|thuc hien|duoc giao)\b.*N",
        unless=r"\b(?:bao|nop|xong|chua|tin|cham)\b",
    ),
)
