"""What is said beside work in a unit's chat: courtesy, talk, people who come and go, what is not theirs to do. Pure."""

import re

from data.lines.clauses import clauses_of
from data.lines.naming import tasks_named
from data.lines.normal import vocabulary
from data.lines.scenes import others_named
from data.lines.spoken import POLITE, Line, is_made_of
from data.lines.tones import Tone
from data.lines.wishes import NOTHING, Mode, Reading, Scene, Wish

_RECEIVED = re.compile(
    r"\b(?:(?:da |em |duoc )?nhan(?: duoc)?(?: tin| thong tin| nhac| thong bao)?|ro|da ro|nắm"
    "|da nắm|da xem|da doc|tiep thu|tiep nhan|biet(?: roi)?"
    "|hieu(?: roi)?|ghi nhan|nghe ro|nhat tri|ok|vang|dạ|da|duoc|yes|da biet|xem roi|doc roi"
    r"|thay roi|quan triet|dong y|u|ukm|um|uki|nhac)\b"
)
_RECEIVING = POLITE | vocabulary(
    "nhan ro nắm nam xem doc tiep thu biet hieu ghi nghe nhat tri tin thong bao nhac noi "
    "dung day du chi dao moi nguoi"
    " da thuc hien se yes se som quan triet loi van ban ke hoach trien khai cong viec viec quan tam de em yen ta ma"
    " dung da theo y kien lanh dao duoc hoi am phan ukm um uki nhac"
)
_WILL = re.compile(
    r"^(?:dạ|da|vang|ok|u|ro|em (?:nhan|biet|ro|hieu)|nhan|duoc|biet|noted)\b.*\b(?:se"
    "|chuan bi|tranh thu|lam ngay|bao ngay|nop ngay|gui ngay"
    "|thuc hien ngay|khan truong|trien khai ngay|co gang|kiem tra|xem lai|ra soat|bao cao som"
    r"|nop som|lam som|bao som|gui som|doc don vi)\b"
)
_OPENS = re.compile(
    r"^(?:(?:em|phuong|xa|don vi|phong|toi|minh) (?:em |da |xin )*)?(?:(?:dạ|vang|ok|u|ro|noted|da ro|da nhan|nhan duoc"
    r"|nhan|ghi nhan|da ghi nhan|em (?:nhan|biet|ro|hieu|da nhan|se|nho)|nho roi|biet roi|duoc roi|tuan lenh)\b[ ,.]*)+"
)
_THANKS = re.compile(r"\b(?:cam on|cám on|cam ta|biet on)\b")
_GREETS = re.compile(
    "^(?:(?:dạ|em|a|alo|,|xin|kinh) )*(?:chao|xin chao|alo|hello|chuc|hi|cho (?:em |toi "
    "|minh )?hoi(?: chut| ti| xiu| voi)?$|co ai (?:o day|day|khong|truc)"
    r"|chi oi$|anh oi$|ad oi$|bot oi$|em oi$|test$|thu$)"
)
_GREETING = POLITE | frozenset(
    [
        "chao",
        "xin",
        "buoi",
        "sang",
        "chieu",
        "toi",
        "ngay",
        "moi",
        "tot",
        "lanh",
        "vui",
        "ve",
        "chuc",
        "nam",
        "mung",
        "hanh",
        "phuc",
        "cuoi",
        "tuan",
        "khoe",
        "manh",
        "hello",
        "hi",
        "cho",
        "hoi",
        "chut",
        "ti",
        "xiu",
        "ai",
        "day",
        "dang",
        "truc",
        "khong",
        "test",
        "thu",
        "tam",
        "biet",
        "bye",
        "hen",
        "gap",
        "ngu",
        "ngon",
    ]
)
_OOPS = re.compile(
    r"\b(?:nham tin|nham nhom|gui nham|nham chat|bo qua (?:a|nhe|giup|tin)|nham nguoi"
    r"|xin l[oỗ]i nham|nham roi bo qua)\b"
)
_COMPLAINT = re.compile(
    r"\b(?:m[aá]y moc|phien qua|met qua|qua tai|sang som qua|ai ma lam duoc|hanh (?:nhau|dan)"
    r"|buc minh|chan (?:qua|the)|nan qua|vo ly|khong nhac nua|dung nhac nua|nhac it thoi)\b"
    r"|^(?!.*\b(?:nhac|\d)).*\b(?:(?:nhieu|lam) (?:the(?! nao)|qua|vay)|suot ngay|khong xuể|khong xue"
    r"|lam sao het|lam khong het)\b"
)


def courtesy(line: Line, scene: Scene) -> Reading | None:
    """Thanks and greetings want no more than a short word back; what says that it was read is an acknowledgement."""
    said = line.said
    if not re.search(r"\w", said) and not scene.attached:
        return _of_signs(line)
    if scene.attached:
        return None
    if _OOPS.search(said) and not scene.recent and not re.search(r"\d|\b(?:viec|bao cao|phu trach)\b", said):
        return NOTHING
    numbers = re.sub(r"\b(?:viec |nhiem vu )?(?:so )?\d+\b|[,.]", " ", said)
    if not _is_thanks(said) and _is_received(said, numbers):
        return Reading(Mode.DO, (Wish("da nhan", tasks_named(said, scene).numbers, text=line.text),))
    if _is_thanks(said) or (_GREETS.search(said) and is_made_of(said, _GREETING)):
        return NOTHING
    return NOTHING if _COMPLAINT.search(said) and not re.search(r"\b(?:viec|nhiem vu|xong) \d", said) else None


def _is_thanks(said: str) -> bool:
    """Whether a line thanks, and does not say that anything was read."""
    if not _THANKS.search(said):
        return False
    if is_made_of(said, POLITE | {"nhieu", "da"}) and not re.search(r"\b(?:vang|ok|ro|biet|nhan)\b", said):
        return True
    return not _RECEIVED.search(said) and is_made_of(said, _RECEIVING | _GREETING)


def _of_signs(line: Line) -> Reading:
    """👍 and the like are an acknowledgement, other signs nothing."""
    seen = set(line.text.strip()) & set("👍👌🆗🫡❤✅🙏")
    return Reading(Mode.DO, (Wish("da nhan", text=line.text),)) if seen else NOTHING


def _is_received(said: str, without_numbers: str) -> bool:
    named = re.search(r"\d", said) and not re.search(r"\b(?:nhan|ro|ok|nắm|biet|ghi nhan|xem|doc)\b", said)
    if (
        named
        or "?" in said
        or "%" in said
        or re.search(r"\b(?:chua|khong|nham|bao nhieu|gi|nao|sao|may|ai|dau|hay)\b|zcnt|zdoc", said)
    ):
        return False
    if re.search(r"\d (?:thi )?(?:ok|on|duoc) roi\b", said):
        return False
    if re.search(r"\bxong\b|\bhoan thanh\b|\bgui\b(?! loi)|\bnop roi\b", said) and not _WILL.search(said):
        return False
    if _OPENS.match(said) and not re.search(
        r"\d|zcnt|zdoc|\b(?:xong|hoan thanh|vuong|kho khan|gia han|lui|xin|nham|huy|phat sinh|roi)\b", said
    ):
        return True
    if _WILL.search(said):
        return not re.search(r"\b(?:viec|nhiem vu) \d|\bxong \d|\bgia han\b", said)
    return bool(_RECEIVED.search(said)) and is_made_of(without_numbers, _RECEIVING)


_FORGET = re.compile(
    r"\b(?:quen toi|xoa (?:het )?(?:thong tin|du lieu|so dien thoai"
    "|ten)(?: ca nhan)?(?: cua)? (?:toi|em|minh|chung toi)|huy dang ky"
    r"|thoi khong nhan tin nua)\b"
)
_LANGUAGE = re.compile(
    r"\bngon ngu\b|\b(?:english|tieng anh|tieng viet|vietnamese) (?:please|di|nhe)$"
    r"|^(?:english|tieng viet|tieng anh|vietnamese)$|\b(?:chuyen|doi|noi|dung|switch"
    r"|speak) (?:sang |qua |to |bang )?(?:tieng (?:anh|viet)|english|vietnamese)\b"
)
_JOIN = re.compile(
    r"^(?:/ )?(?:dang ky|đăng ky|tham gia|start)(?: [a-z0-9-]{4,12})?$|\b(?:dang ky|đăng ky"
    r"|them) (?:vao )?(?:nhom|chat|bot|nhan tin|he thong)\b"
)
_HELP = re.compile(
    r"^(?:/ )?(?:tro giup|huong dan|help|menu|lenh|cac lenh|giup)(?: (?:em|toi|voi|a|su dung|nhe|gi|di))*$"
)


def of_the_chat(line: Line, _scene: Scene) -> Reading | None:
    """What concerns the chat itself: its language, joining, being forgotten, help."""
    for pattern, command, mode in (
        (_FORGET, "quen toi", Mode.CONFIRM),
        (_LANGUAGE, "ngon ngu", Mode.DO),
        (_JOIN, "dang ky", Mode.TELL),
        (_HELP, "tro giup", Mode.TELL),
    ):
        if pattern.search(line.said) and not (command == "ngon ngu" and "cau" in line.said):
            return Reading(mode, (Wish(command, text=line.text),))
    return None


_OFFICER = re.compile(
    r"\b(?:khong|thoi|het|khong con)(?: con)? (?:phu trach|theo doi|lam (?:mang|phan|ben|viec)"
    "|dam nhiem|dam nhan|nhan nhiem vu)"
    r"|\b(?:chuyen cong tac|(?<!xin )nghi (?:thai san|huu|sinh|che do|viec|phep|om|om dai)"
    r"|di hoc|di cong tac|luan chuyen|dieu dong|ve huu|nghi roi|nghi han)\b"
    r"|\b(?:can bo|nguoi|dau moi|chuyen vien|cong chuc) (?:moi|phu trach moi|thay"
    r"|dau moi moi)\b|\b(?:thay|thay the) (?:em|anh|chi|toi|cho|dong chi|đ / c|ban)\b"
    r"|\b(?:doi|thay|cap nhat|sua)(?: giup em| lai| giup)? (?:so dien thoai|dau moi|can bo"
    r"|nguoi (?:nhan|phu trach|theo doi)|so may)\b"
    r"|\bso dien thoai (?:moi|cu|da doi|thay)|\bso moi\b|\b(?:them|bo sung) (?:anh|chi|ban|em"
    r"|dong chi|đ / c|c|nguoi)\b.*\b(?:vao|voi|nua|cung|nhan|theo doi)\b"
    r"|\b(?:chuyen|ban giao|giao)(?: lai)?(?: cong viec| viec| nhiem vu)?(?: nay)? (?:cho"
    r"|sang) (?:anh|chi|ban|em|dong chi|đ / c|nguoi)\b"
    r"|\bnguoi phu trach\b.*\bla\b|\b(?:anh|chi|ban|dong chi) (?!hoi |con |co |moi |la )[a-z]+ (?:da )?(?:chuyen|nghi"
    r"|luan chuyen|di hoc)\b|\b(?:em|toi|minh) (?:moi nhan viec|moi ve|nhan viec thay)\b"
    r"|\b(?:em|toi|minh) (?:la|ten) .*\b(?:nhan|thay|moi ve|phu trach|tiep nhan)\b|\btu (?:nay"
    r"|zday[a-z]|zper[a-z]|tuan|thang) .*\b(?:phu trach|theo doi|nhan tin|lam dau moi)\b"
)
_NOT_MINE = re.compile(
    r"\b(?:khong phai(?: la)? (?:viec|nhiem vu|cua|phan|trach nhiem)|khong (?:thuoc|lien quan"
    "|phai cua|phai nhiem vu)|nham don vi|giao nham|gui nham (?:don vi|phuong|cho)"
    "|(?:da )?(?:chuyen|ban giao) (?:cho|sang|ve) (?:phong|ben|don vi|van phong|trung tam|ubnd)"
    "|(?:la )?(?:cua|viec cua|do|thuoc) (?:phong|ben|don vi|trung tam|van phong|cong an) [a-z ]+ (?:lam"
    "|chu tri|phu trach"
    r"|chu\b)|la (?:viec |nhiem vu )?cua (?:phong|trung tam|van phong|ben|cong an)"
    r"|sao (?:[a-z]+ )*lai (?:co|phai|la|giao)"
    r"|sao (?:lai )?giao (?:cho )?(?:phuong|xa|phong|don vi|em|ben)|\bdau co (?:nhiem vu"
    r"|viec|phai)\b|(?:phong|don vi|ben|phuong|xa) (?:(?:em|toi|minh) )?(?:khong"
    r"|chi) (?:co chuc nang|chu tri|phoi hop|duoc giao|lam)\b)"
)
_JOINT = re.compile(r"\b(?:bao cao|bao|lam|thuc hien) chung\b")


def people(line: Line, scene: Scene) -> Reading | None:
    """Who answers for the unit from now on, and work that is not the unit's: Nội vụ is told, nothing is changed."""
    if _JOINT.search(line.said):
        return Reading(Mode.CONFIRM, (Wish("chuyen noi vu", tasks_named(line.said, scene).numbers, text=line.text),))
    if _OFFICER.search(line.said) and not scene.attached and not _reports(line, scene):
        return Reading(Mode.TELL, (Wish("doi dau moi", text=line.text),))
    handed_on = re.search(r"\b(?:chuyen|ban giao) (?:cho|sang|ve)\b(?!.*\b(?:xong|hoan thanh|zcnt|zdoc))", line.said)
    if _NOT_MINE.search(line.said) and not scene.recent and (handed_on or not _reports(line, scene)):
        command = "vi sao" if re.search(r"\bsao\b", line.said) else "lien he"
        return Reading(Mode.TELL, (Wish(command, tasks_named(line.said, scene).numbers, text=line.text),))
    return None


def _reports(line: Line, scene: Scene) -> bool:
    """Whether a task is reported with a result in the same line."""
    return any(each.named.numbers and each.tone in {Tone.DONE, Tone.NOTHING} for each in clauses_of(line.marks, scene))


_OF_THE_COORDINATOR = re.compile(
    "^(?:/ )?(?:(?:don doc|ghi nhan|tra lai|cho gia han|khong cho gia han|dong y gia han"
    "|dat han|duyet|go vuong|giao viec"
    r"|don vi|phoi hop|san pham) (?:viec |nhiem vu )?\d|(?:don doc|ghi nhan|mời|moi"
    "|ban giao) (?:p -|x -|phuong|xa|cac )"
    r"|(?:trinh lanh dao|danh sach chat|nhat ky|suc khoe|don doc|ma moi|thong bao)(?: \d+)?$"
    "|thong bao (?:p -|x -|cac|tat ca|cho))"
)


def not_allowed(line: Line, scene: Scene) -> Reading | None:
    """What only Nội vụ may do, and reports of another unit, are declined."""
    if _OF_THE_COORDINATOR.match(line.said):
        return Reading(Mode.DECLINE)
    if others_named(line.said, scene) and _is_of_others(line, scene):
        return Reading(Mode.DECLINE)
    return None


_FOR_OTHERS = re.compile(
    r"\b(?:xong|hoan thanh|bao|nhap|ghi|nop|gui)\b.{0,24}\b(?:cho|ho|thay|giup) (?:phuong|xa|ubnd)\b"
)


def _is_of_others(line: Line, scene: Scene) -> bool:
    """Whether another unit is the subject of a report: "Hiến Nam xong việc 1", "báo giúp xã Trung Nghĩa 13: 2 tin"."""
    told = any(each.tone is not Tone.BARE for each in clauses_of(line.marks, scene))
    if _FOR_OTHERS.search(line.said):
        return told
    under_way = re.search(r"\b(?:gui|cho|chờ|doi|lay y kien|phoi hop|trinh|cua phong|den|voi|nop|ve)\b", line.said)
    mine = re.search(r"\b(?:phuong|xa|phong|ben|don vi) (?:em|minh|toi)\b", line.said)
    return told and not under_way and not mine
