"""What somebody in a unit's chat wants to know: what became of a report, why, by when, what, how, whom to ask. Pure.

Each row is a question by the words that make it one; the first that fits is answered. Nothing of it is ever recorded.
"""

import re
from dataclasses import replace

from data.lines.asking import END, is_asking, only_asks
from data.lines.clauses import clauses_of
from data.lines.inquiries import question_in
from data.lines.naming import tasks_named, tasks_titled
from data.lines.of_units_requests import asks_for_a_day
from data.lines.scenes import is_planned, others_named, own, period_of, the_one, with_own_name
from data.lines.spoken import SMALL_TALK, Line
from data.lines.tones import Tone
from data.lines.wishes import Mode, Reading, Scene, Wish
from data.period import month

_FIGURES = re.compile(
    r"\b(?:tinh hinh|tong hop|thong ke|bao nhieu don vi|may don vi|don vi nao|phuong nao"
    r"|xa nao|(?:bao nhieu|may) (?:phuong|xa|don vi)|ty le|toan thanh pho|cac (?:phuong|xa|don vi(?! phoi hop))"
    r"|so lieu den|danh sach (?:cac |nhung )?(?:phuong|xa|don vi) (?:chua|da|nop|con|cham)|(?<!nhac )(?:phuong|xa"
    r"|don vi) khac|xep hang|(?:đứng|dung) thu may|tong so|cua thanh pho|ben canh"
    r"|tien do chung"
    r"|ai (?:con |da )?chua (?:nop|bao|gui|xong|lam)(?! (?:viec|nhiem vu|\d)))\b"
)
_OF_US = re.compile(r"\b(?:phuong|xa|phong|don vi|ben) (?:em|minh(?! khai| tan)|toi|ta|nha)\b(?!.*\b(?:thu may|xep))")


_TYPED = re.compile(
    r"^(?:/ )?(?:thoi han|han|viec (?:so )?\d+$|viec (?:nao|may|so may)|noi dung|giai thich|xem|cho xem|chi tiet"
    r"|thong tin|doc (?:giup|ho|cho|lai|em|noi)|cho"
    r"|xin|gap|lien he|toi muon|em muon|can)\b"
)
_ASKS_LEAVE = re.compile(
    r"\b(?:xin|cho)\b.*\b(?:lui|cham|muon|gia han|khat|them \d+ (?:ngay|hom|tuan)|sang zday[a-z]|den zday[a-z])\b"
    r".*\bduoc khong\b|\b(?:cham chuoc|du di|noi tay|noi long) (?:cho|giup|them)\b|\b(?:dời|doi|lui"
    r"|gia han|keo dai|hoãn)\b.*\b(?:zday[a-z]|\d+ (?:ngay|hom"
    r"|tuan))\b.*\bduoc khong\b"
)
# "Vướng kinh phí thì làm sao" tells of a difficulty, "chưa biết bao giờ xong" of work that is not done.
_TELLS_TROUBLE = re.compile(
    r"\b(?:(?:dan|ba con|nguoi gia|nguoi dan|can bo)\b.* (?:khong|chua) biet (?:dung|lam|cach)|vuong|kho khan"
    r"|khong ai (?:lam|nhan)|(?:khong|chua) biet (?:bao gio|khi nao) (?:moi )?(?:xong|lam)"
    r"|(?:khong|chua)(?: he| duoc| con)? (?:co|cap|du|bo tri|duoc cap) (?:du )?(?:kinh phi|tien|nguoi|can bo|m[aá]y"
    r"|loa"
    r"|nguon|nhan luc|thiet bi|huong dan|chuyen mon|mang)|(?:thieu|het) (?:kinh phi|tien|nguoi|can bo|m[aá]y|thiet bi"
    r"|nhan luc)|(?:loa|m[aá]y|mang) (?:bi )?(?:hỏng|hong|lỗi|loi))\b"
)
# "Xin lùi việc 10 mấy hôm" asks for a later day, not how it is done.
_WANTS_LATER = re.compile(
    r"^(?!.*\b(?:the nao|lam sao|nhu nao|kieu gi|cach|go gi|duyet|ma chua|chua(?= (?:a|chi|anh|em|nhi|vay)\b|$)|roi"
    r"|thi|hom truoc|ai|khac|hay khong|bi gi"
    r"|co phai)\b)"
    r".*\b(?:(?:xin|cho (?:em|phuong|phong|xa|don vi|ben|van phong|minh))\b.*\b(?:lui|gia han|khat|cham"
    r"|muon(?! (?:hoi|biet|xem|xin))"
    r"|(?<!theo )doi|chuyen (?:thoi )?han|keo dai|hoãn|them)|gia han (?:giup )?(?:viec "
    r"|nhiem vu )?(?:so )?\d+ (?:den|sang|toi|them))\b"
)

# Others are to be reminded of their share: "giục giúp mấy đơn vị phối hợp việc 15".
_BIDS_OTHERS = re.compile(
    r"^(?:(?:dạ|em|nho|xin|chi|anh|oi|a|,|de nghi|phong|bot) )*(?:nhac|giuc|thuc|don doc|yeu cau|de nghi)"
    r"(?: (?:giup|ho|gium|em|cho|voi))* (?:(?:cac|may|nhung) )?(?:don vi|phong|phuong|xa|trung tam|ben|co quan)"
    r"(?! (?:em|minh|toi|ta)\b)(?!.*\b(?:chua|khong|sao|the nao)$).*\b(?:viec|nhiem vu) (?:so )?\d"
)
_ABOUT_TROUBLE = re.compile(
    r"\b(?:xu ly|giai quyet|den dau|tra loi|the nao roi|sao roi|bao the nao|bao vuong|ghi nhan"
    r"|nhan duoc|co ai xem|duyet)\b|^vuong la gi|\bco vuong\b|\bthi\b.*\b(?:bao|go|ghi|nhan|bam|nop|gui|nhap|hoi|goi"
    r"|gap|lien he)\b"
)
_ASKS_FIGURES = re.compile(
    r"\btinh hinh\b|\bdanh sach (?:cac |nhung )?(?:phuong|xa|don vi) (?:chua|da|nop|con|cham)\b|\b(?:cho|xin|gui"
    r"|xem)\b.*\b(?:tong hop|thong ke|so lieu)\b|^(?:tong so|tong cong|tong hop|thong ke|so lieu den"
    r"|danh sach|liet ke|xep hang)"
)
_NUMBER_ALONE = re.compile(r"(?:viec |nhiem vu |so )*(?P<number>\d{1,3})(?: \?)*")
_OVERDUE = re.compile(r"(?:/ )?(?:qua han|tre han|cham han)(?: .{0,20})?")
# "Ai bảo việc 1 xong rồi? Chưa xong nhé" asks nothing, nor does a promise: "bao giờ ký thì em báo".
_ASKS_NOTHING = re.compile(
    r"\b(?:nao|gi) (?:[a-z]+ ){0,3}cung (?:da )?(?:xong|hoan)|^(?:(?:ai|sao) (?:lai )?(?:bao|bảo|noi|dam noi|ghi)"
    r"|dau)\b.*[?,.!] .*\bchua\b(?!.*\?)"
    r"|\b(?:bao gio|khi nao|luc nao)\b.* (?:thi |se |la |moi )*(?:em|phuong|xa|phong|minh|don vi|toi|ben em|se)"
    r" (?:em |minh )?(?:se |xin |moi )*(?:bao|gui|nop|nhan tin)\b(?!.*\?)"
)
_NONE_AROSE = re.compile(r"\b(?:khong|chua) (?:co|phat sinh)(?: hoat dong)? gi(?: (?:ca|het|a|em|anh|chi|nhe))*$")
# These are wanted in other words than those of a question, too.
_SAID_WITHOUT_ASKING = {
    "da bao chua": re.compile(
        r"\b(?:trang thai|tinh trang|check|kiem tra|xem lai)\b|\b(?:chua|khong) (?:thay|nhan duoc)(?: ai| duoc"
        r"| co)* (?:phan hoi|tra loi|hoi am|xac nhan)\b"
        r"|\b(?:bao|nop|gui|xong)(?: cao)? roi co ma\b|\broi (?:van|ma van|cu) (?:bi|bao|nhac|hien)\b"
        r"|\b(?:roi ma|ma|sao) .*\b(?:van|con|cu|chua(?! (?:kip|bao|gui|nop|nhan tin|đăng|phat|in|treo|ky|trinh"
        r"|chup|co anh)\b)|lai)\b|\d.*\broi ma\b"
        r"(?: (?:em|chi|anh|a|sao|nhi))*$"
    ),
    "xin ke hoach": re.compile(r""),
    "vi sao": re.compile(r""),
    "viec cua toi": re.compile(r""),
    "lien he": re.compile(
        r"^(?!.*\broi\b).*\b(?:cho|xin|can|muon|gap|so dien thoai|so m[aá]y|chuyen loi|lien he|nguoi that|nho|bao"
        r"|hoi|ten gi"
        r"|goi)\b"
    ),
    "tro giup": re.compile(
        r"^(?!.*zcnt).*\b(?:huong dan|(?<!cai )cach|chi em|chi giup|cu phap|khong biet|khong hieu|chua hieu"
        r"|chua biet|ho tro"
        r"|can giup|vi du|khong ranh|mau cau|lỗi|mai khong)\b"
    ),
    "han": _TYPED,
    "viec": re.compile(
        rf"{_TYPED.pattern}|\b(?:noi ro|noi them|giai thich|doc lai|xem lai|(?:chua|khong) (?:ro|hieu)"
        rf"|nhac lai noi dung)\b"
    ),
}


def asked(line: Line, scene: Scene) -> Reading | None:
    """The answer that a question wants; None where nothing is asked."""
    line = _with_us(line, scene)
    said = line.said
    if (
        (scene.attached and not is_asking(said))
        or _ASKS_NOTHING.search(said)
        or (_NONE_AROSE.search(said) and not is_asking(said))
        or _is_a_request(line)
    ):
        return None
    if number := _NUMBER_ALONE.fullmatch(said):
        known = own(scene, number["number"].lstrip("0")) and not scene.attached
        return Reading(Mode.TELL, (Wish("viec", (number["number"].lstrip("0"),), text=line.text),)) if known else None
    asks = is_asking(said)
    command = "qua han" if _OVERDUE.fullmatch(said) else question_in(said)
    if command != "viec" and _FIGURES.search(said) and not _OF_US.search(said) and _wants_figures(said, scene):
        return _figures(line, scene)
    if command is None:
        return (_of_others(line, scene) or _in_general(line, scene)) if asks else None
    wanted = _SAID_WITHOUT_ASKING.get(command)
    if (
        asks
        or _OVERDUE.fullmatch(said)
        or (wanted and wanted.search(said) and (command == "da bao chua" or not _reports(line, scene)))
    ):
        told = _told(command, line, scene)
        return told if _is_of_our_task(command, line, scene) else _of_others(line, scene) or told
    return None


def _wants_figures(said: str, scene: Scene) -> bool:
    """Whether figures are asked for, and not that a task of the unit's waits for them."""
    named = _ASKS_FIGURES.search(said) and not tasks_named(said, scene).numbers
    return bool(named) or is_asking(said)


def _with_us(line: Line, scene: Scene) -> Line:
    """The line with "của đơn vị" where the unit itself is named: "việc của Tư pháp"."""
    said = with_own_name(line.said, scene)
    is_ours = said != line.said and re.search(r"\b(?:cua|cho) don vi\b", said)
    return Line(line.text, replace(line.marks, said=said)) if is_ours else line


def _reports(line: Line, scene: Scene) -> bool:
    """Whether a line that asks nothing tells how a task that it names stands."""
    told = {Tone.DONE, Tone.NOTHING, Tone.NOT_YET, Tone.UNDER_WAY}
    return any(each.named.numbers and each.tone in told for each in clauses_of(line.marks, scene))


def _is_of_our_task(command: str, line: Line, scene: Scene) -> bool:
    """Whether what one of the unit's own tasks is, is asked: other units that it names may have a part in it."""
    if re.search(r"\b(?:bao|nop|gui|xong|lam)\b(?!.*\bhay\b)", line.said):
        return False
    return command == "viec" and any(own(scene, each) for each in tasks_named(line.said, scene).numbers)


def _is_a_request(line: Line) -> bool:
    """Whether a later day is wanted, or a difficulty told, in words that a question has as well."""
    said = line.said
    if line.marks.of("day") and asks_for_a_day(said) and not is_asking(said):
        return True
    if _ASKS_LEAVE.search(said) or (_BIDS_OTHERS.search(said) and "?" not in said) or _WANTS_LATER.search(said):
        return True
    return _TELLS_TROUBLE.search(said) is not None and not _ABOUT_TROUBLE.search(said)


def _in_general(line: Line, scene: Scene) -> Reading | None:
    """A question that fits none: of a task, it is shown; about work, how things are done; nothing else is ours."""
    if any(
        each.named.numbers and each.tone in {Tone.DONE, Tone.NOTHING, Tone.NOT_YET, Tone.UNDER_WAY, Tone.TROUBLE}
        for each in clauses_of(line.marks, scene)
    ) and not only_asks(line.said):
        return None
    named = tasks_named(line.said, scene)
    if named.is_all and re.search(rf"\b(?:phai|dung) khong{END}|\?", line.said):
        return _told("da bao chua", line, scene)
    if named.numbers or tasks_titled(line.said, scene):
        return _told("viec", line, scene)
    if re.search(
        r"\b(?:bao cao|nop|tin bai|zcnt[a-z]|minh chung|nhiem vu|ket qua|so lieu|ke hoach|tuyen truyen)\b", line.said
    ):
        return Reading(Mode.TELL, (Wish("tro giup", text=line.text),))
    if (
        SMALL_TALK.search(line.said)
        or named.is_all
        or re.search(r"zcnt|zdoc|\b(?:xong|gia han|lui|nham|nhac|xin|phat sinh|vuong)\b", line.said)
    ):
        return None
    return Reading(Mode.TELL, (Wish("tro giup", text=line.text),))


def _figures(line: Line, scene: Scene) -> Reading:
    """Other units' figures are shown to the unit that drew up the plan alone."""
    if not scene.drew_up_plan:
        return Reading(Mode.DECLINE)
    keys = [period_of(thing.value, None, scene.today) for thing in line.marks.of("per")]
    period = next(filter(None, keys), None)
    return Reading(Mode.TELL, (Wish("tinh hinh", units=others_named(line.said, scene), period=period, text=line.text),))


def _of_others(line: Line, scene: Scene) -> Reading | None:
    """How another unit stands is not said here."""
    named = others_named(line.said, scene)
    if not named or _OF_US.search(line.said) or re.search(r"\b(?:phoi hop|noi vu|gui cho|gap|lien he)\b", line.said):
        return None
    if scene.drew_up_plan:
        return Reading(Mode.TELL, (Wish("tinh hinh", units=named, text=line.text),))
    return Reading(Mode.DECLINE) if is_asking(line.said) else None


def _told(command: str, line: Line, scene: Scene) -> Reading | None:
    said = re.sub(r"\bbao cao so \d+\b", "bao cao", line.said) if command == "da bao chua" else line.said
    numbers = tasks_named(said, scene).numbers or tasks_titled(said, scene)
    if re.search(r"\b(?:viec|nhiem vu|cai|noi dung) nay\b", said) and not numbers:
        numbers = (one,) if (one := the_one(scene)) else ()
        if not numbers and command in {"viec", "han"} and len(scene.is_reply_to) != 1:
            return Reading(Mode.ASK, (Wish(command, text=line.text),), "task")
    if _is_not_said_here(command, numbers, scene):
        return Reading(Mode.DECLINE)
    if command == "viec" and not numbers:
        return Reading(Mode.ASK, (Wish("viec", text=line.text),), "task")
    command = "viec" if command == "viec cua toi" else command
    keys = [period_of(thing.value, None, scene.today) for thing in line.marks.of("per")]
    days = [thing.day for thing in line.marks.of("day") if thing.day]
    day = scene.today if re.search(r"\bhom nay\b", said) else days[0] if days else None
    period = next(filter(None, [*keys, _month_said(said, scene)]), None)
    is_mine = command == "viec" and not numbers
    return Reading(Mode.TELL, (Wish(command, numbers, period=period, day=day if is_mine else None, text=line.text),))


def _is_not_said_here(command: str, numbers: tuple[str, ...], scene: Scene) -> bool:
    """Whether it is asked of others' tasks: what was reported of them, or by when what is not even planned is due."""
    if not numbers or any(own(scene, each) for each in numbers):
        return False
    return command == "da bao chua" or (command == "han" and not all(is_planned(scene, each) for each in numbers))


def _month_said(said: str, scene: Scene) -> str | None:
    """The month that is named by where we stand."""
    found = re.search(r"\bthang (nay|sau|toi|truoc)\b", said)
    if found is None:
        return None
    at = scene.today.year * 12 + scene.today.month - 1 + {"nay": 0, "truoc": -1}.get(found[1], 1)
    return month(at // 12, at % 12 + 1).key
