"""What a line means in the chat of a leader, or of a unit's head: `understand_leader` is the way in. Pure.

They ask, and change nothing: an order or an opinion is passed on to Nội vụ, when they have agreed to its words. A head
hears of the own unit only.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from data.kinds import Role
from data.lines.of_office import asks_again, inherited
from data.lines.of_office_acts import QUESTIONS, act_of, is_asked, is_status
from data.lines.of_office_marks import Said, read
from data.lines.of_office_slots import OfficeScene, Slots, slots_of, with_deadline
from data.lines.of_office_words import repaired
from data.lines.scenes import above
from data.lines.spoken import is_acknowledgement
from data.lines.wishes import NOTHING, Mode, Reading, Wish
from data.words import fold

# Lists that are Nội vụ's own: to a leader they are how things stand.
_AS_STATUS = {
    "viec cua toi",
    "ghi nhan?",
    "gia han?",
    "vuong?",
    "go vuong",
    "ghi nhan",
    "viec ngoai bang",
    "cho gia han",
}
_ORDERS = re.compile(
    r"\b(?:chi dao|yeu cau|de nghi|phai|khan truong|kiem diem|phe binh|nhac|don doc|bao cao (?:toi|len"
    r"|gap|ngay|giai trinh)|giai trinh|to chuc hop"
    r"|hop|giao|xu ly|lam ro|rut kinh nghiem|bieu duong|khen|chan chinh|tap trung|quyet liet|day nhanh"
    r"|bo tri|ho tro|cu nguoi|kiem tra lai|bao (?:U|G|noi vu|O)"
    r"|noi (?:voi )?(?:U|G|noi vu|O)|chuyen|lam viec voi|dong y|khong dong y|nhat tri|cho|duyet|tru "
    r"diem|ha thi dua|xem lai|can (?:lam|xong|hoan thanh|co)|goi|moi|lap doan|thong bao|nho|dua vao)\b"
)
# These begin an order, whatever stands behind them.
_COMMANDED = re.compile(
    r"^lan sau (?:khong|dung|phai|nho|can|nen)\b|^(?:toi |anh )?(?:muon|can)(?: co)? (?:D|P)\b.*\b(?:co|du|xong"
    r"|phai)\b"
    r"|^(?:D|P) (?:toi |minh )?(?:phai |can |muon )?(?:co|nop|gui) (?:du|day du|het|ngay)\b"
    r"|\bkiem diem\b|\b(?:nghiem tuc|quyet liet|khan truong|tap trung|tich cuc|dong bo) (?:thuc hien|trien khai|lam"
    r"|chap hanh"
    r"|bao cao|chi dao|chan chinh|vao cuoc)\b|\bchuan bi (?:so lieu|tai lieu|noi dung|bao cao|hop|phat bieu|cho|ky"
    r"|bai)\b|^phat (?:U|G|don vi)\b|^(?:kiem diem|phe binh|yeu cau|de nghi|chi dao|khien trach"
    r"|bieu duong|khen|xu ly|cho (?:U|G)"
    r"|bao (?:U|G)|noi (?:voi )?(?:U|G)|goi(?: dien)?(?: cho)? [UGH]|moi [UGH]|moi (?:chu tich|truong "
    r"phong|dong chi)|giao|can|phai|day nhanh|nghiem tuc|lam (?:ngay )?N|rut kinh nghiem|khan truong|tap trung"
    r"|to chuc|nhac|don doc|giuc|thong bao|nhan|bo|xoa|gia han|khong cho|khong dong y|dong y cho"
    r"|(?:U|O|noi vu) (?:trinh|lam|tong hop|chuan bi|kiem tra|gui|bao cao|tham muu|soan|xem|doc|nhac|bo tri|sap"
    r" xep|to chuc|lo_?|thu xep|lam viec|phoi hop|don doc|moi|cu"
    r"|hop|ra|giai quyet|xu ly|kiem diem|chi dao|huong dan|theo doi|bao|noi|len lich|hop voi|cho|dua)\b|tuyen duong"
    r"|(?:chuan bi|tham muu|soan|xay dung|hoan thien|ra)\b.*\b(?:hop|D|truoc|trinh)\b"
    r"|chan chinh|phat|cat|ra van ban|de xuat|hoi (?:U|G|noi vu|H)|de (?:U|G)\b|(?:[UGO]|N) (?:phai|can)\b"
    r"|gui\b.*\bcho [UG]"
    r"|D .*\b(?:bao cao|hop)\b|truyen dat|chuyen loi|lap|kiem tra lai|ra soat|tru (?:diem|thi dua)|ky luat|canh cao"
    r"|gap (?:[UH]|chu tich|lanh dao|truong phong))\b"
    r"|^(?:trieu tap|hop (?:[UGH]|cac|ngay|gap|khan|giao ban|rut kinh nghiem))\b|\b(?:kiem tra|ra soat|xem|lam) lai$"
    r"|^(?:lam|soan|thao|ra|viet|du thao|ban hanh) (?:ngay |mot )?(?:cong van|van ban|thong bao|cong dien)\b"
    r"|^(?:D|(?:sang|trua|chieu|toi|dau gio|cuoi gio|cuoi ngay)(?: nay| mai)?) (?:\w+ )?bao cao\b"
    r"|^(?:toi |minh )?(?:khong )?(?:dong y|nhat tri)\b"
    r"|\bthi (?:cu |phai |nen )?(?:giao|de|cho|bao|nho|yeu cau|nhac|giuc|don doc|chuyen) [UGO]\b|^(?:D|P) phai\b"
    r"|\b(?:giuc|don doc|nhac)(?: (?:ho|chung|anh em|cac ben|ngay|gap|luon|di))*$|^(?:de|nho) [UG] (?:lo_?|lam|xu"
    r" ly)\b"
    r"|\bso lieu\b.*\b(?:chua|khong) (?:chinh xac|dung|khop|ro|on|sat)\b"
)
# What is to be looked at once more; without "lại" it is a question.
_ONCE_MORE = re.compile(r"\W*(?:noi vu |em |cac dong chi )?(?:kiem tra|ra soat|doi chieu)(?: ky)? lai\b")
# Somebody is told or asked something, though there is a question in it: "phê bình mấy đơn vị chậm".
_TOLD_TO = re.compile(
    r"(?:hoi|bao|noi(?: voi)?|nhac|yeu cau|de nghi|chi dao|giao|don doc)(?: cho| em| dong chi)* (?:U|G|H|noi vu)\b"
    r"(?!.*\b(?:chua|khong)$)"
    r"|(?:H|noi vu) (?:bao|nhac|goi) (?!may|bao nhieu)|(?:U|O|H|noi vu) (?:bo tri|sap xep|to chuc|thu xep|lam"
    r" viec|chuan bi|tham muu|len lich|moi"
    r"|hop|cu|giup)\b"
    r"(?!.*\b(?:chua|khong|gi|sao|dau|bao gio|roi)$)"
    r"|.*\bbao (?:chu tich|lanh dao|truong phong|ho|H|can bo|bi thu)(?: \w+){0,3} (?:len|den|gap|lam|bao cao|giai"
    r" trinh|hop)\b"
    r"|(?:phe binh|kiem diem|khien trach|bieu duong|tuyen duong|khen|chan chinh|nhac|giuc|don doc|yeu cau|chi dao)\b"
    r"(?! (?:ai|noi nao)\b)(?!.*\b(?:chua|khong|gi|sao|nao|dau|bao gio|bao nhieu|lan|roi)$)"
)
# What one is doing oneself orders nobody: "trưa nay tôi bận họp Thành ủy".
_OF_ONESELF = re.compile(
    r"(?:D |(?:sang|trua|chieu|toi|tuan|hom|gio|luc)(?: nay| mai| sau| toi)? )*(?:(?:toi|minh|anh|chi) )?"
    r"(?:dang|ban_?|vua|moi|phai|con|se|sap|lai|co lich|mac|ket|vang|nghi|om|di|ve|hop|du)\b"
    r"(?: (?:dang|ban_?|mac|di|ve|o|vua|moi|viec))* ?"
    r"(?:hop|du|di|ve|hoc|tiep|lam viec|cong tac|nghi|o|lai xe|an|ngu|kham|om|vang|tren duong|hoi nghi|ban_?|viec)\b"
    r"|(?:D |(?:sang|trua|chieu|toi|tuan|hom)(?: nay| mai| sau)? )*(?:toi|minh|anh|chi) (?:hop|du|di|ve|nghi|vang"
    r"|om)\b"
)
_IN_ABSENCE = re.compile(r"\W*(?:co gi|ti|lat|mai|de|hom|khi|luc|chieu|toi|sang|gap)\b")
_ABOUT_ONESELF = re.compile(r"\b(?:toi|minh|anh|chi)\b (?!.*\b(?:yeu cau|de nghi|chi dao|dong y|khong dong y)\b)")
_FOR_BARE = re.compile(
    r"\b(?:U|G|N|O|H|noi vu|don vi|bao cao|ke hoach|viec|nhiem vu|tien do|cac dong chi|truong phong|chu tich)\b"
)
# A paper to be made for others, or by a day, is an order.
_PREPARED = re.compile(
    r"^(?:lam|chuan bi|soan|lap|viet|du thao|tong hop|gui|xay dung|hoan thien)\b"
    r".*(?:\btruoc\b|\bso\b(?! lieu)|\btinh\b(?! hinh)|(?<!tong )\bhop\b|\btrinh\b|\bthuong truc\b|\buy ban\b"
    r"|\bbao cao (?:toi"
    r"|len)\b)"
)
_AGREES = re.compile(
    r"(?:toi )?(?:dong y|nhat tri|duyet|chap thuan|khong dong y|khong duyet|ok duyet|cu the ma lam"
    r"|lam di|lam the di|trien khai di)(?: nhu vay| nhu the| the| voi de xuat| voi y kien| roi| de "
    r"xuat| cho)*"
)
_YES = re.compile(
    r"(?:1|(?:dong y|ok|oke|dung|dung roi|chuyen|chuyen di|gui|gui di|co|duoc|u|nhat tri|xac nhan"
    r"|yes)(?: nhe| em| di| a)*)"
)
_NO = re.compile(r"(?:thoi|khong|khoi|huy|de sau|chua|dung|khong can|2)\b.*")
_RECEIVED = re.compile(
    r"(?:(?:toi |minh |anh |chi |da |vang )*(?:biet|ro|nam|nam duoc|nhan|nhan duoc|xem|doc|nghe)(?: "
    r"duoc)?(?: tin| thong tin| bao cao)? ?(?:roi|het)?|(?:ok |oke |u |vang )?(?:da )?ro(?: roi)?|noted|received"
    r"|da ro"
    r"|da nhan|da xem)"
)
_REPORTS = re.compile(r"(?:bao )?(?:xong|hoan thanh|khong phat sinh|dang lam|vuong|gia han|bao nham)\b")
_DONE_OF = re.compile(r"\bN\b.*\b(?:xong|hoan thanh|da)\b")
_REPORTED = re.compile(r"\b(?:bao|nop|gui|xong|lam|hoan thanh|ghi nhan|bao cao)\b.*\bchua\b")
_ANSWERED = re.compile(
    r"\b(?:duyet|ghi nhan|nhan duoc|xem|tra lai|chap nhan|tinh)\b(?: cho| bao cao| roi| O| phuong)* ?chua$"
    r"|\bbi tra lai\b"
)
_REPLACED = re.compile(r"\bH .*\b(?:nghi|chuyen|om|di hoc)\b.*\bH\b|\bH thay H\b")
_CONTACT = re.compile(
    r"^(?:xin |cho )?so (?:cua |ben |may )*[UH]\b|\b(?:so lien lac|so dien thoai|sdt|so may|lien he|goi ai|hoi ai"
    r"|gap ai"
    r"|goi cho ai)\b"
)
# Who is to be spoken to at Nội vụ's.
_OF_OFFICE = re.compile(
    r"^(?:ben |o )?(?:U|noi vu)(?: thi)? (?:ai|dong chi nao|can bo nao|anh nao|chi nao) (?:la )?(?:theo doi|phu"
    r" trach|truc|dau moi|nhan|lo)"
    r"(?: (?:mang|viec|ke hoach|phan|bao cao))?(?: nay)?$|\b(?:goi|hoi|gap|tim|lien he|noi voi)(?: cho| voi)?"
    r" (?:ai|so nao|dong chi nao|nguoi nao)\b(?: (?:ben|o|cua) ?)*"
    r"(?: (?:U|noi vu))?$|^(?:ai|dong chi nao|nguoi nao)(?: \w+){0,3} dau moi(?: \w+)? (?:U|noi vu)$|^(?:xin |cho"
    r" )*so"
    r"(?: dien thoai| may| lien lac)?(?: cua)?(?: H)? (?:U|noi vu)$|^(?:ai|can bo (?:noi vu |U )?nao|dong chi nao"
    r"|chuyen"
    r" vien nao)(?: U| noi vu)?(?: nao)? (?:theo doi|phu trach|truc)(?: viec nay| ke hoach(?: nay)?| mang nay| U|"
    r" noi vu)*$"
)
_WHAT_IS_LEFT = re.compile(
    r"(?:con )?(?:lai|viec nao|viec gi|gi|may viec|bao nhieu viec)(?: nua)?(?: \?)?"
    r"|(?:(?:can|phai|con) )+(?:nop|bao|lam|bao cao)(?: (?:nhung|cac))?(?: (?:gi|viec gi|viec nao|bao cao nao"
    r"|bao cao gi))(?: nua)?"
)
# Days that are named alone: what falls due in them.
_SPAN = re.compile(r"hom nay|ngay mai|(?:tuan|thang) (?:nay|sau|toi)|quy nay")
_WISHED = re.compile(
    r"^(?:(?:xin|kinh|toi|minh|em|than|cung) )*chuc\b(?!.*\b(?:nhac|giuc|don doc|yeu cau|giao|bao cao|gui)\b)"
)
_THANKS = re.compile(r"^(?:xin )?chuc\b|\b(?:cam on|thank|chao|alo|hello|hi)\b")


def understand_leader(line: str, scene: OfficeScene) -> Reading:
    """What a line of a leader's or a head's chat means: a question, words for Nội vụ, or nothing that needs either."""
    said = read(line, scene)
    if not said.kind:
        return NOTHING
    answered = _answer(said, scene) if scene.awaiting is not None and scene.awaiting.lacks is None else None
    if answered is not None:
        return answered
    if _RECEIVED.fullmatch(said.kind) and not _THANKS.search(said.kind):
        return Reading(Mode.DO, (Wish("da nhan"),))
    if Role.LEADER in scene.roles and _SPAN.fullmatch(fold(line).strip(" .?!")):
        return Reading(Mode.TELL, (Wish("sap den han"),))
    slots = slots_of(said)
    if Role.HEAD in scene.roles and Role.LEADER not in scene.roles:
        return _of_head(slots, scene)
    return _of_leader(slots, scene, right=repaired(said.typed))


def _answer(said: Said, scene: OfficeScene) -> Reading | None:
    """What is said to the words that were spelt out."""
    if _NO.fullmatch(said.kind) and len(said.marks) <= 4:
        return NOTHING
    known = scene.awaiting.known if scene.awaiting else ()
    return Reading(Mode.DO, known) if _YES.fullmatch(said.kind.replace("N", "1")) else None


def _of_leader(slots: Slots, scene: OfficeScene, *, right: str) -> Reading:
    """What a leader means; where nothing is understood, by the `right` words, if a finger slipped."""
    office = scene.registry.coordinator if scene.registry else None
    is_of_office = office is not None and set(slots.wish.units) <= {office.code}
    if is_of_office and _OF_OFFICE.search(slots.said.kind):
        return Reading(Mode.TELL, (Wish("lien he"),))
    reading = _meant(slots, scene)
    if reading == NOTHING and right != slots.said.typed:
        return _meant(slots_of(read(right, scene)), scene)
    return reading


def _meant(slots: Slots, scene: OfficeScene) -> Reading:
    said = slots.said
    if _WISHED.match(said.kind) or (_THANKS.search(said.kind) and not re.search(r"[UGNP]", said.kind)):
        return NOTHING
    if slots.lacks_of:
        return Reading(Mode.ASK, (replace(slots.wish, command="tinh hinh"),), slots.lacks_of)
    if asks_again(said, scene):
        return _told_again(slots, scene)
    asked = is_asked(said.kind, said.line)
    if _OF_ONESELF.match(said.kind) and _ABOUT_ONESELF.search(f"{said.kind} "):
        rest = said.typed.partition(",")[2]  # "anh sắp họp, gửi bảng tổng hợp"
        wants = rest.strip() and not _IN_ABSENCE.match(fold(rest))
        return _meant(slots_of(read(rest, scene)), scene) if wants else NOTHING
    told_to = _TOLD_TO.match(said.kind) and not said.line.rstrip().endswith("?")
    ordered = _COMMANDED.search(said.kind) or _ONCE_MORE.match(fold(said.line))
    if told_to or _AGREES.fullmatch(said.kind) or (ordered and not asked):
        return _passed_on(slots)
    command = act_of(said.kind, said.line)
    if command == "han" and not slots.wish.tasks and re.search(r"\bhan (?:gi|nao|nhung|viec)\b", said.kind):
        command = "sap den han"
    return _by_command(command, slots, asked=asked)


_LISTED = {"xuat bao cao", "tinh hinh", "vuong?", "qua han", "chua bao"}


def _by_command(command: str, slots: Slots, *, asked: bool) -> Reading:
    """What is asked is told; what Nội vụ alone may do goes to Nội vụ; a report cannot be theirs."""
    said = slots.said
    if command in _LISTED and not asked and _PREPARED.search(said.kind):
        return _passed_on(slots)
    if command in QUESTIONS or command == "viec cua toi" or (asked and command in _AS_STATUS):
        return _told("tinh hinh" if command in _AS_STATUS else command, slots)
    if command:
        return _passed_on(slots)
    if _DONE_OF.search(said.kind) or is_status(said.kind, asked=asked):
        return _told("tinh hinh", slots)
    if _REPORTS.match(said.kind):
        return _told("tinh hinh", slots) if asked else Reading(Mode.DECLINE)
    ordered = not asked and _ORDERS.search(said.kind) and _FOR_BARE.search(said.kind)
    return _passed_on(slots) if ordered else NOTHING


def _told(command: str, slots: Slots) -> Reading:
    return Reading(Mode.TELL, (replace(slots.wish, command=command),))


def _told_again(slots: Slots, scene: OfficeScene) -> Reading:
    """What was asked just now, of what is named in its place."""
    wish = replace(slots.wish, command=scene.last[-1].command)
    return Reading(Mode.TELL, (inherited(wish, slots.said, scene),))


def _passed_on(slots: Slots) -> Reading:
    """The words as they are, for Nội vụ."""
    wish = with_deadline(slots, slots.wish)
    return Reading(Mode.CONFIRM, (replace(wish, command="chuyen noi vu", text=slots.said.typed),))


# What a head may ask of the own unit; anything else there is for its officers, or for Nội vụ.
_OF_HEAD = {
    "tinh hinh",
    "chua bao",
    "qua han",
    "sap den han",
    "viec",
    "viec cua toi",
    "han",
    "tro giup",
    "xem anh",
    "nhat ky",
    "xin ke hoach",
    "vi sao",
}


def _of_head(slots: Slots, scene: OfficeScene) -> Reading:
    said = slots.said
    command = act_of(said.kind, said.line)
    if asks_again(said, scene):
        return _told_again(slots, scene)
    asked = is_asked(said.kind, said.line) or command in QUESTIONS
    others = set(slots.wish.units) - {scene.unit} - above(scene.registry) or slots.wish.groups
    if not command and _REPLACED.search(said.kind):
        return _OWN_ACTS["moi"](said)
    if (_CONTACT.search(said.kind) and not others) or (_OF_OFFICE.search(said.kind) and "U" in said.kind):
        return _told("lien he", slots)
    if asked and (others or slots.lacks_of):
        return Reading(Mode.DECLINE)
    if command in _OWN_ACTS:
        return _OWN_ACTS[command](said)
    return _asked_of_own(command, slots, asked=asked)


def _asked_of_own(command: str, slots: Slots, *, asked: bool) -> Reading:
    """What a head asks of the own unit; what is no question of it is for its officers, or small talk."""
    said = slots.said
    if (_REPORTED if slots.wish.tasks else _ANSWERED).search(said.kind):
        return _told("da bao chua", slots)
    if (command in {"tinh hinh", "chua bao", "sap den han"} and not slots.wish.tasks) or _WHAT_IS_LEFT.fullmatch(
        said.kind
    ):
        return _told("viec cua toi", slots)
    if command == "tinh hinh" or (not command and is_status(said.kind, asked=asked)):
        return _told("viec" if slots.wish.tasks else "tinh hinh", slots)
    if command in _OF_HEAD:
        return _told(command, slots)
    if command or _REPORTS.match(said.kind):
        return Reading(Mode.DECLINE)
    received = is_acknowledgement(said.line) and not _THANKS.search(said.kind)
    return Reading(Mode.DO, (Wish("da nhan"),)) if received else NOTHING


def _done(command: str) -> Callable[[Said], Reading]:
    return lambda _said: Reading(Mode.DO, (Wish(command),))


_OWN_ACTS: dict[str, Callable[[Said], Reading]] = {
    "moi": lambda said: Reading(Mode.CONFIRM, (Wish("doi dau moi", text=said.line),)),
    "da nhan": _done("da nhan"),
    "ngon ngu": _done("ngon ngu"),
    "quen toi": lambda _said: Reading(Mode.CONFIRM, (Wish("quen toi"),)),
}
