"""What is asked in a unit's chat? Each row is a question by its words; the first that fits counts. Pure."""

from data.lines.asking import END
from data.lines.inquiries_narrow import NARROW, WHEN, Inquiry, row

_WORK = (
    "(?:viec|nhiem vu|bao cao|nop|gui|bao|han|xong|chot|hoan thanh|ke hoach|ket qua|zper[a-z]"
    r"|quy|ky nay|so lieu|tin bai|duyet|lam|tuyen truyen|\d+|zcnt[a-z]|noi dung nay|cai nay)"
)
_DID = r"(?:da )?(?:bao cao|bao|nop|gui|xong|hoan thanh|lam|ghi|gui bao cao)"
_WIDE = (
    row(
        "han",
        r"\b(?:den|toi|con|sat|gan|qua|het) han (?:nop |bao cao )?(?:chua|khong)\b",
        unless=r"\b(?:viec|cai) (?:nao|gi)\b",
    ),
    row(
        "qua han",
        r"\b(?:viec|nhiem vu|cai|dau viec|viec gi) (?:nao|gi)\b.*\b(?:qua han|tre|cham|muon)\b"
        r"|\b(?:dang|bi) (?:qua han|tre|cham|no) (?:nhung )?(?:viec|nhiem vu|cai)? ?(?:gi|nao)\b"
        r"|\b(?:co|con|bi|may|bao nhieu)\b.*\b(?:qua han|tre han|cham han|tre|cham)\b.*\b(?:khong"
        r"|gi|nao|viec|nhiem vu)\b",
        unless=r"\b(?:viec|nhiem vu) (?:so )?\d|\bnop (?:muon|tre|cham)\b|\b(?:don vi|phuong|xa) nao\b"
        r"|\bbao gio\b|\b\d+ (?:co|bi)\b",
    ),
    row(
        "xin ke hoach",
        r"\b(?:chua (?:co|nhan|thay|nhan duoc|duoc nhan)|khong (?:co|thay|nhan duoc|tim thay)|mat"
        r"|mất|that lac)\b.*\b(?:ke hoach|van ban|file|cong van)\b(?! (?:truyen thong|cua phuong))",
        r"\b(?:cho|xin|gui)\b.*\b(?:ban (?:mem|pdf|word|scan|ke hoach|dep|goc)|cong van"
        r"|file ke hoach|van ban)\b(?=(?: (?:a|voi|nhe|di|em|lai|giup|nay|do|giao|trien khai|cua"
        "|06|6|so|zdoc[a-z]))*$)",
        r"\b(?:ke hoach|van ban|cong van)\b.*\bso (?:may|bao nhieu|nao)\b|\bgui lai\b.*\b(?:file"
        r"|ke hoach|van ban|phu luc|tep)\b",
        unless=r"\b(?:viec|nhiem vu) (?:so )?\d|\b\d+ (?:chua|mới|moi|xong)|\bzdoc[a-z]|\b(?:da gui"
        r"|em gui|gui roi|phuong gui|xin gui)\b|\bbao cao\b.*\bzcnt"
        r"|\bem (?:se |xin )?(?:gui|nop) lai\b.*\bsau\b",
    ),
    row(
        "da bao chua",
        r"\d.*\broi ma(?: (?:em|chi|anh|a|sao|nhi))*$|\b(?:roi|xong)(?: roi)? (?:ma|sao)\b.*"
        r"\b(?:van|con|cu|chua(?! (?:kip|bao|gui|nop|nhan tin|đăng|phat|in|treo|ky|trinh|chup|co anh)\b)|lai|bi)\b"
        r"|\bsao (?:van|lai|cu|con)\b.*\b(?:chua|thieu)\b|\b(?:bao cao|ket qua"
        r"|so lieu)\b.*\b(?:van de|sua|sai|thieu|thua) (?:gi )?(?:khong|nao|cho nao)\b|\b(?:em"
        r"|phuong|xa|phong|don vi)(?: em| da)* (?:da )?(?:bao|nop|gui|ghi)\b.*\b(?:bao nhieu|may"
        r"|nhung gi|nhung viec nao)\b.*",
        unless=r"\b(?:phai|can|con|nen) (?:bao|nop|gui)\b|\bmay gio\b|\bo dau\b|\b(?:chua xong|chua lam)\b",
    ),
    row(
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
        r"|giay) (?:duoc|la|hay|thoi|cho|o|qua|hay))\b|\bem (?:se |xin )?(?:gui|nop) lai\b.*\bsau\b",
    ),
    row(
        "han",
        r"\b(?:thoi han|han)\b.*\b(?:the nao|ra sao|sao|nao|may|bao gio|hay|gi|bao nhieu)\b"
        r"|\b(?:qua|tre|het) han\b.*\b(?:may|bao nhieu|bao lau|chua|khong|nua)\b",
        r"\bcon (?:may|bao nhieu) (?:ngay|hom|tuan)\b|\bcung (?:mot |1 )?(?:thoi |ky )?han\b.*\b(?:khong|à|a|hả)\b",
        unless=r"\bgia han\b|\bnhac\b|\bai\b|\blui\b|\bxin\b",
    ),
    row(
        "viec",
        r"\b(?:viec|nhiem vu) (?:so )?\d+ (?:phai |can |nay |thi |la |se |minh |em |nhu )*(?:lam"
        r"|la|gom|thuc hien|trien khai|yeu cau|can|co)\b.*\b(?:gi|the nao|ra sao|sao|may"
        r"|bao nhieu)\b",
    ),
    row(
        "viec cua toi",
        r"\b(?:liet ke|danh sach|danh muc|ke ten|thong ke|loc|nhung|cac|may|bao nhieu)\b.*\b(?:chu tri|phu trach"
        r"|dau moi|duoc giao|chiu trach nhiem|dung ten)\b",
        r"\b(?:phu trach|chu tri|duoc giao|dam nhan)\b.*\b(?:may|nao|gi|bao nhieu|nhung)\b",
        unless=r"\b(?:da|xong|roi|chua|bao|nop|gui)\b|\bai\b|\b(?:viec|nhiem vu) (?:so )?\d",
    ),
    row(
        "viec cua toi",
        r"\b(?:viec|nhiem vu|cai|gi|bao cao)(?: nao)?\b.*\b(?:sap|gan) (?:den|toi|het) han\b",
        r"^(?:(?:cho|em|xin|xem|lai|gui|liet ke|giup|toi|minh|phuong|don vi|ho|chi|anh|a|ạ|dạ|hoi|muon|can|biet|cac"
        r"|nhung"
        r"|toan bo|tat ca|ds) )*(?:danh sach |danh muc |bang |toan bo |cac |nhung |ds )*(?:dau |cong )?(?:viec"
        r"|nhiem vu)(?: (?:cua|xem"
        r"|em|toi|minh|phuong|xa"
        r"|phong|ban|don vi|ben|trong|ke hoach|nay|06|6|con lai|con|lai|chua|xong|bao|lam|duoc|giao|nao|hom nay"
        r"|tuan|thang|quy|zper[a-z]|sau"
        rf"|dang|cho|phai|can|nop|so|nam|ca|ubnd|sau))*{END}$",
        r"\b(?:nhiem vu|viec|muc) nao\b.*\bchua\b|\bco gi moi\b",
        r"\b(?:can|phai) (?:hoan thanh|bao cao|lam|nop|bao) (?:nhung )?(?:gi|muc nao|viec gi|noi dung nao)\b",
        r"\b(?:duoc )?(?:phan cong|giao)(?: [a-z]+){0,2} (?:lam )?(?:gi|nhung gi|viec gi)\b|\bviec nao (?:gap"
        r"|can gap|truoc|quan trong)\b",
        r"\b(?:hom nay|tuan nay|tuan sau|thang nay|thang sau|quy nay|zper[a-z]|zday[a-z]|dot nay|ky nay)\b.*\b(?:co"
        r"|con|phai|can)(?: (?:nop|bao|bao cao|lam|gui|xong|nhung|viec|cac))* gi\b"
        r"|\b(?:no|thieu|sot) (?:may|bao nhieu|nhung|cac|gi)\b",
        unless=r"\b(?:don vi|phuong|xa) nao\b|\b(?:viec|nhiem vu) (?:so )?\d|\b(?:viec|nhiem vu) (?:nay|do)\b"
        r"|\bviec nao (?:ve|la|co|lien|thuoc)\b"
        r"|\bnhac\b|^(?:viec|nhiem vu|cac viec|nhung viec) (?:con lai |cua em |nay )*(?:chua|xong|con|dang|lam|bao)"
        r"(?! nao)\b|\bla (?:viec|nhiem vu)\b|\bsua\b|\bxong (?:het|ca|roi|viec)\b|\b(?:chua|khong) co gi\b",
    ),
    row(
        "tro giup",
        r"^(?:(?:em|dạ|toi|minh|a) )*(?:(?:khong|chua) hieu\b|can (?:ho tro|giup)|(?:y )?la sao\b"
        "|gi (?:vay|the)|cai gi (?:day|the|vay)|(?:day|cai nay|nay) la (?:cai )?gi|tin nhan nay la)",
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
        r"\b(?:khong|chua) biet\b.*\b(?:the nao|gi|sao|o dau|cho ai|cach|nhu nao|dung|go|nhan tin|su dung)\b"
        r"|\b(?:go|bam|nhan|gui|bao|nhap)\b.*\b(?:mai|hoai|khong) (?:khong |ma khong )?(?:duoc|len|an|thay gi)$"
        r"|\b(?:he thong|bot|app|may)"
        r" (?:bi |dang |nay )*(?:lỗi|loi|hỏng|treo|truc trac)\b|\b(?:may|nhieu|ca|cac|2|3|hai|ba) (?:viec"
        r"|nhiem vu) (?:mot|1) luc\b",
        r"\b(?:go|nhap|bam|soan|ghi|an|nhan) (?:gi|lenh gi|cai gi|sao|lenh nao|nut nao)\b"
        r"|\bco lam duoc gi\b|\b(?:lam|giup) duoc (?:nhung )?gi\b|\b(?:bot|he thong|chat"
        r"|nhom) nay (?:la gi|de lam gi|dung|lam)\b|\b(?:may|cac|nhung|bao nhieu) lenh\b"
        r"|\blenh (?:gi|nao)\b|^(?:huong dan |cach |hoat dong )*(?:su dung|dung)(?: the nao)?$"
        r"|\bcu phap\b",
        r"\b(?:co can|phai|can|co phai|chi can|bat buoc)\b.*\b(?:dong d(?:au|ấu)|ban giay|van ban"
        "|minh chung|ky ten|chup anh|gui anh|ban cung|dau do|bao cao bang|cong van|bao khong"
        r"|bao cao khong|bao cao a|nhan|ghi|gui|nop|anh|file|chi tiet)\b.*(?:\b(?:khong|à|hả|chua"
        r"|nhi)\b|\?)",
        r"\b(?:duoc tinh|co tinh|tinh (?:la|the|vao|chung|rieng|nhu)|gop|lay so lieu"
        r"|thong ke)\b.*\b(?:khong|may|the nao|sao|à|hay|nao)\b|\b(?:nhan|bao|gui|nop"
        "|ghi) (?:o day|the nay|nhu the nay|nhu vay|the|qua day|vao day|tren day|bang tin nhan"
        r")\b.*(?:\b(?:duoc|khong|à|dung|hả|chua|nhi)\b|\?)",
        unless=r"\b(?:the nao|ra sao|sao|den dau) roi\b|\bnhan duoc chua\b|\bke hoach\b.*\b(?:o dau"
        rf"|dau)\b|\b{WHEN}\b|\bsao (?:van|con|lai|cu|nhac|chua)\b",
    ),
    row(
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
        r"|bao cao|cua em|cua phuong|hom truoc)\b.*\b(?:den dau(?! (?:thang|quy|nam|tuan|zper))|toi dau(?! (?:thang"
        r"|quy|nam))|the nao roi|ra sao|sao roi"
        r"|the nao)\b",
        r"\b(?:duoc|bi) (?:tra lai|duyet|chap nhan|ghi nhan|dong y)\b.*\b(?:chua|khong|sao|à)\b",
        rf"\b(?:em|xa|phuong|phong|don vi|ben em)\b.*\b(?:bao|nop|gui|lam)\b.*\b(?:chua|du chua){END}",
        rf"\b(?:bao cao|ket qua|so lieu)\b.*\b(?:dat|ok|on|duoc|du|dung) (?:chua|khong){END}",
        r"\bco ai (?:bao|nop|lam) chua\b|\bda (?:den|toi) (?:noi|tay)\b|\b(?:dong y"
        r"|cho) gia han chua\b|\b(?:bao|nop|ghi|nhan|he thong|em|phuong) (?:da )?(?:bao|ghi|nhan"
        r"|nop) (?:duoc )?(?:may|bao nhieu) (?:tin|bai|viec)\b",
        unless=r"\b(?:ca phong|ca nha|di an|bao gio|khi nao|den khi nao|nhan tin|chua bao)\b",
    ),
    row(
        "vi sao",
        r"\bsao\b.*\b(?:nhac|nhan tin|giao|bi tinh|tinh)\b",
        r"\b(?:vi sao|tai sao|sao lai|ly do gi)\b",
        r"\b(?:nhan|gui)(?: tin)?\b.*\b(?:lam the|nhieu the|hoai|suot|lien tuc|ca ngay)\b",
        r"\b(?:nao cung|cu|moi|vua) nhac\b|\bnhac\b.*\blai nhac\b|\bnao cung nhan\b|\bsao (?:lai |cu )?(?:nhac"
        r"|nhan tin|nhắn)\b",
        r"\bnhac\b.*\b(?:lam the|nhieu (?:the|vay|qua)|hoai|mai|suot|lien tuc|ma nhac|gi ma|ca ngay|nua|lam)\b",
        r"\bsao\b.*\b(?:qua han|tre han|cham)\b",
        unless=r"(?<!sao )(?<!lai )(?<!cu )\bnhac (?:lai|sau|em|nguoi|cho|giup|toi)\b(?! (?:nhieu|the|hoai|suot))"
        r"|\b(?:dung|đừng) (?:co )?nhac\b",
    ),
    row(
        "xin ke hoach",
        r"\b(?:cho|xin|gui)\b.*\bke hoach\b.*\b(?:voi|a|nhe|di|em|lai)\b",
        unless=r"\b(?:da gui|gui roi|xong|truyen thong|duyet|ky|trinh|du thao)\b",
    ),
    row(
        "lien he",
        r"\b(?:goi|lien he|lien lac|alo)(?: dien)?(?: lai)?(?: ngay| som)?(?: (?:cho|voi|gium|giup))? (?:em|toi"
        r"|minh|phuong em)\b",
        r"\bso (?:cua )?(?:chi|anh|can bo|noi vu|phong|nguoi)\b|\b(?:chi|anh) [a-z]+ (?:co|con) (?:o )?(?:do|day"
        r"|ranh|nha)\b"
        r"|\bai (?:la|lam) (?:dau moi|nguoi)\b|\bdau moi ben\b|\b(?:lien he|goi|trao doi|noi chuyen"
        r"|gap)\b.*\btruc tiep\b|\b(?:nho|bao)\b.*\b(?:goi|lien he) lai\b",
        r"\b(?:thi |nen |phai )?hoi ai\b|\bhotline\b|\b(?:can|muon|cho em) gap\b|\b(?:chi|anh) hoa dau\b"
        r"|\bnoi chuyen voi ai\b|\bchuyen loi\b|\bcan (?:nguoi|can bo) (?:ho tro|giup|huong dan)\b|\bnoi vu o\b",
        r"\b(?:gap|lien he|lien lac|goi|hoi|trao doi)\b.*\b(?:ai|nguoi nao|so nao|dong chi nao"
        r"|anh nao|chi nao|so dien thoai|dau|can bo nao)\b",
        r"\b(?:ai|dong chi nao|nguoi nao|anh nao|chi nao)\b.*\b(?:phu trach|theo doi|tong hop"
        r"|quan ly|dau moi|giai dap|ho tro|huong dan|lam dau moi|nhan)\b",
        r"\b(?:so dien thoai|so m[aá]y(?: ban)?|email|mail|dia chi)\b.*\b(?:noi vu|can bo|phong|phu trach"
        r"|ai|lien he|chi|anh|dau moi)\b",
        r"\b(?:cho|xin)\b.*\b(?:so dien thoai|lien he|lien lac|gap)\b"
        r"|\bso dien thoai\b.*\bnoi vu\b|\bnguoi that\b|\b(?:chi|anh|ai) (?:la|o) (?:ai|phong nao"
        r"|ben nao|don vi nao)|\b(?:gap|noi chuyen|lien he)\b.*\b(?:noi vu|can bo|nguoi that"
        r"|truc tiep|phong)\b",
    ),
    row(
        "han",
        rf"\b{WHEN}\b.*\b(?:{_WORK}|phai)\b|\b{_WORK}\b.*\b{WHEN}\b",
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
    row(
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
        r"|\b(?:liet ke|cho xem|xem lai|xem|cho em xem|gui lai|gui em) (?:cac |danh muc |danh sach |toan bo "
        r"|lai |nhung )*(?:dau viec|viec|nhiem vu)\b|\bcon no\b|\b(?:con|sot|thieu) (?:gi|viec nao"
        r"|cai gi|cai nao)\b",
        unless=r"\b(?:don vi nao|phuong nao)\b|\b(?:viec|nhiem vu) (?:so )?\d|\bviec nao (?:ve|la|co|lien"
        r"|thuoc)\b|\bla (?:viec|nhiem vu) (?:gi|nao|so)|\bso may\b|^viec so",
    ),
    row(
        "viec",
        r"\b(?:viec|nhiem vu|muc|cai|\d+)\b.*\b(?:la gi|la viec gi|lam gi|lam nhung gi|gom|bao gom"
        "|noi dung|the nao|nhu nao|can gi|yeu cau gi|cu the|ai lam|ai chu tri|ai phoi hop"
        "|phai lam gi|lam sao|so m[aá]y|san pham|phoi hop voi ai|don vi nao|chu tri|may tin"
        r"|bao nhieu)\b",
        r"\b(?:xem|doc|cho xem|chi tiet|thong tin|noi dung|giai thich)\b.*\b(?:viec|nhiem vu) (?:so )?\d+"
        r"|^(?:/ )?(?:viec|nhiem vu) (?:so )?\d+$|\bviec (?:nao|so may|may)\b",
        unless=r"\bminh chung\b|\b(?:phai|con|duoc giao|phuong minh|nhung|may|cac"
        r"|bao nhieu) (?:phai )?(?:lam )?(?:nhung |cac )?(?:viec|nhiem vu) (?:gi|nao)\b"
        r"|\bmay viec\b",
    ),
)


def _fits(question: Inquiry, said: str) -> bool:
    return bool(question.words.search(said)) and not (question.unless and question.unless.search(said))


def question_in(said: str) -> str | None:
    """The command that answers what is asked in a line; None where none of the questions fits."""
    return next((each.command for each in (*NARROW, *_WIDE) if _fits(each, said)), None)
