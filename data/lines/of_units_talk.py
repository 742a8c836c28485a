"""What is said beside work in a unit's chat: courtesy, talk, what concerns the chat itself. Pure."""

import re

from data.lines.asking import is_asking
from data.lines.naming import tasks_named
from data.lines.scenes import others_named, with_own_name
from data.lines.spoken import DEEDS, OF_WORK, POLITE, SMALL_TALK, Line, is_made_of
from data.lines.wishes import NOTHING, Mode, Reading, Scene, Wish
from data.words import any_of, vocabulary

_RECEIVED = re.compile(
    r"\b(?:(?:da |em |duoc )?nhan(?: duoc)?(?: tin| thong tin| nhac| thong bao)?|ro|da ro|nắm"
    "|da nắm|da nam|nam (?:duoc|roi|bat|ro)|da xem|da doc|tiep thu|tiep nhan|(?<!tam )biet(?: roi)?"
    "|hieu(?: roi)?|ghi nhan|nghe ro|nhat tri|ok|vang|dạ|da|duoc|yes|da biet|xem roi|doc roi"
    r"|thay roi|quan triet|dong y|u|ukm|um|uki|thay roi|chap hanh|tuan thu)\b"
)
_RECEIVING = POLITE | vocabulary(
    "tuan thu chap hanh thay roi nhan ro nắm nam xem doc tiep thu biet hieu ghi nghe nhat tri tin thong bao nhac noi "
    "dung day du chi dao moi nguoi"
    " da thuc hien se yes se som quan triet loi van ban ke hoach trien khai cong viec viec quan tam de em yen ta ma"
    " dung da theo y kien lanh dao van duoc hoi am phan ukm um uki nhac"
)
_WILL = re.compile(
    r"^(?:dạ|da|vang|ok|u|ro|em (?:nhan|biet|ro|hieu)|nhan|duoc|biet|noted)\b.*\b(?:se"
    "|chuan bi|tranh thu|lam ngay|bao ngay|nop ngay|gui ngay"
    "|thuc hien ngay|khan truong|trien khai ngay|co gang|kiem tra|xem lai|ra soat|bao cao som"
    r"|nop som|lam som|bao som|gui som|doc don vi)\b"
)
_OPENS = re.compile(
    r"^(?:(?:ubnd |dạ |ben )*(?:em|toi|minh|(?:phuong|xa|don vi|phong|ban|hoi|trung tam)(?: (?!da\b"
    r"|xin\b)[a-z]+){0,3}?)"
    r" (?:em |da |xin )*)?(?:(?:dạ|vang|ok|u|ro|noted"
    r"|da ro|da nhan|nhan duoc|(?:da |xin |vua |cung )*(?:tiep nhan|tiep thu|nắm|nhan du|quan triet)(?: duoc| du)?"
    r"|da (?:xem|doc)"
    r"|nhan|ghi nhan|da ghi nhan|em (?:nhan|biet|ro|hieu|da nhan|se|nho)|nho roi|biet roi|duoc roi"
    r"|tuan lenh)\b[ ,.]*)+"
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
_COMPLAINT = any_of(
    # Too much of it,
    r"(?<!bao )(?:nhieu|lam) (?:the(?! nao)|qua|vay)", "suot ngay", "ca ngay", "qua tai", "het hoi", "viec chong viec",
    "ma (?:bao nhieu|lam|nhieu|ca dong|ca nui) viec",
    "(?:moi|mỗi|mot minh) (?:minh )?(?:em|toi|minh) (?:phai )?(?:lam|lo|ganh)",
    "ai (?:ma )?lam (?:cho )?(?:het|xue|noi|kip|xuể|duoc)", "lam (?:khong|sao) (?:cho )?(?:xue|xuể|noi|het)",
    "khong (?:xuể|xue)",
    "(?:lay )?(?:o )?dau ra", "(?:thoi gian|nguoi|tien) dau ma", "lam gi co (?:thoi gian|nguoi)", "bao voi cao",
    "lai den (?:ky|han|luc)", "nao cung bao",
    # tired and cross,
    "met (?:qua|moi|lam|ghe|that|roi|the)", "(?:buc|chan|ngan|phien|cuc|vat va|nan) (?:minh|qua|that|the|lam|ghe|roi)",
    "oai",
    "(?:oi )?troi (?:oi|dat)", "oi troi", "than troi", "kho so", "ngap (?:dau|mat)", "toi (?:mat|tam (?:mat"
    "|mắt))", "vo ly",
    "ron ra",
    "hanh (?:nhau|dan)", "hanh chinh qua", "luong (?:thi )?(?:thap|ba coc)",
    # of the machine and its hours.
    "(?:do )?m[aá]y moc (?:the|gi|ma|qua)", "(?:bot|m[aá]y|he thong) (?:ngu|dot|chan|do)", "ai ma lam duoc",
    "nhac it thoi",
    "sang som qua", r"(?<!sao )(?:nhan|nhắn|gui)(?: tin)? (?:som|muon|khuya|luc \d)",
)  # fmt: skip
# With these words something is wanted, reminders are asked about or a difficulty is told.
_NOT_A_COMPLAINT = any_of(
    "xin", "gia han", "lui", "cho (?:em|phuong) (?:hoi|xem|biet)", "nhac", "vuong", "kho khan", "huong dan",
    r"zcnt[a-z]",
    r"(?:viec|nhiem vu|xong) \d+",
)  # fmt: skip


_SOME_DAY = re.compile(
    r"^(?:dạ |vang |ok |de )*(?:khi nao|bao gio|luc nao)\b.*\b(?:xong|co|ky|duyet|du)\b.*\b(?:se|em|phuong|xa|phong"
    r"|thi)\b"
    r".*\b(?:bao|nop|gui)\b"
    r"|^(?:(?:dạ|vang|ok|da|em|phuong|xa|khi nao|lam) )*xong (?:(?:som|viec|la|thi|het|day|roi) )*(?:em|phuong|xa"
    r"|minh|ben em)"
    r" (?:(?:se|xin|moi|la) )*(?:bao|nop|gui|nhan tin|nhắn)\b(?!.*\b(?:roi|hom|qua)\b)"
)


# "Việc 6 mà xong được thì em khao" promises no report.
_JOKE = re.compile(
    r"\b(?:ma|neu|bao gio|khi nao|luc nao|xong)\b.*\b(?:khao|an mung|mo tiec|dai tiec|moi (?:chi|anh|em|ca"
    r"|sep) (?:phong )?"
    r"(?:bua|coc|ly|bat|bát|an|uong|di|tra))\b"
)
# Whoever read it told those above: no report of ours.
_TO_BOSS = re.compile(
    r",? \b(?:da )?(?:bao cao|bao|trinh|chuyen) (?:sep|lanh dao|chu tich|thu truong|truong phong)(?: [a-z]+){0,2} roi\b"
)
_TO_WHOM = re.compile(r"\bcam on (?:(?!da|vi|thong|tin|nhac)[a-z]+ ){0,3}(?:noi vu|thanh pho|to chuyen vien)\b")


def courtesy(line: Line, scene: Scene) -> Reading | None:
    """Thanks and greetings want no more than a short word back; what says that it was read is an acknowledgement."""
    said = with_own_name(line.said, scene)
    if not re.search(r"\w", said) and not scene.attached:
        return _of_signs(line)
    if scene.attached:
        return None
    if _is_chat(said, scene):
        return NOTHING
    said = _TO_BOSS.sub(" ", _TO_WHOM.sub("cam on", said))
    numbers = re.sub(r"\b(?:viec |nhiem vu )?(?:so )?\d+\b|[,.]", " ", said)
    if not _is_thanks(said) and _is_received(said, numbers) and not _is_errand(line, scene):
        return Reading(Mode.DO, (Wish("da nhan", tasks_named(said, scene).numbers, text=line.text),))
    if _is_thanks(said) or (_GREETS.search(said) and is_made_of(said, _GREETING)):
        return NOTHING
    return NOTHING if _COMPLAINT.search(said) and not _NOT_A_COMPLAINT.search(said) else None


_HOW = re.compile(r"\bbao (?:bang|qua|tren|kieu|the nao|o day)\b")


def _is_chat(said: str, scene: Scene) -> bool:
    """Whether people talk of other things, promise for some day, or excuse a line that went astray."""
    if (
        _OOPS.search(said)
        and not scene.recent
        and not re.search(r"\d|\b(?:viec|bao cao|phu trach|sao|the nao)\b", said)
    ):
        return True
    if _JOKE.search(said) and not re.search(r"\broi\b|zcnt|zdoc", said):
        return True
    if tasks_named(said, scene).numbers:
        return False
    if _SOME_DAY.search(said) and not is_asking(said):
        return True
    is_of_work = OF_WORK.search(said) or DEEDS.search(said) or _HOW.search(said)
    return bool(SMALL_TALK.search(said)) and not is_of_work


def _is_errand(line: Line, scene: Scene) -> bool:
    """Whether "nhận" is "nhắn", or of another unit: "nhắn vào đây là được", "ghi nhận cho phường Hiến Nam"."""
    is_order = re.match(r"ghi nhan (?:viec |nhiem vu )*\d", line.said)  # what Nội vụ types
    called = re.search(r"(?<!tin )nhắn", line.text.lower()) or is_order
    return called is not None or bool(others_named(line.said, scene))


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
    named = re.search(r"\d", said) and not re.search(
        r"\b(?:nhan|ro|ok|nắm|da nam|nam (?:duoc|roi|bat|ro)|biet|ghi nhan|xem|doc)\b", said
    )
    if (
        named
        or "?" in said
        or "%" in said
        or re.search(
            r"\b(?:chua|khong|nham|bao nhieu|gi|nao|sao|may|ai|dau|hay)\b|zcnt|zdoc|\bnhan (?:som|nhieu|tin som"
            r"|tin nhieu|viec (?:thay|tu))\b|\bmoi nhan\b",
            said,
        )
    ):
        return False
    if re.search(r"\d (?:thi )?(?:ok|on|duoc) roi\b", said):
        return False
    if re.search(r"\bxong\b|\bhoan thanh\b|\bgui\b(?! loi)|\bnop roi\b", said) and not _WILL.search(said):
        return False
    if _OPENS.match(said) and not re.search(
        r"\d|zcnt|zdoc|\b(?:xong|hoan thanh|vuong|kho khan|gia han|lui|xin|nham|huy|phat sinh"
        r"|(?:nop|bao|gui|lam|trien khai|thuc hien|bao cao|to chuc)(?: [a-z]+){0,2} roi)\b",
        said,
    ):
        return True
    if _WILL.search(said):
        return not re.search(r"\b(?:viec|nhiem vu) \d|\bxong \d|\bgia han\b", said)
    return bool(_RECEIVED.search(said)) and is_made_of(without_numbers, _RECEIVING)


_FORGET = re.compile(
    r"^(?!.*\b(?:phu trach|theo doi|chuyen cong tac|nghi|thay)\b).*\b(?:xoa|bo|go|loai|gach|lay|cho|rut)(?: ten"
    r"| so)?(?: cua)? (?:toi|em|minh|chau) (?:ra )?(?:khoi|ra)"
    r" (?:he thong|danh sach|nhom|bot|day|chat)|(?:khong|dung|đừng|thoi) (?:co )?luu (?:[a-z]+ ){0,3}(?:thong tin"
    r"|du lieu|so dien thoai|so|ten)\b|\b(?:quen toi|xoa (?:het )?(?:thong tin|du lieu|so dien thoai"
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
