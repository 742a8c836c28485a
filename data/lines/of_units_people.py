"""Who answers for a unit from now on, and what is not its to do: others' work, what only Nội vụ may do. Pure."""

import re

from data.lines.asking import is_asking, only_asks
from data.lines.clauses import clauses_of
from data.lines.naming import tasks_named
from data.lines.scenes import others_named, own
from data.lines.spoken import Line
from data.lines.tones import Tone
from data.lines.wishes import Mode, Reading, Scene, Wish
from data.words import any_of

_SOMEBODY = (
    r"(?:anh|chi|ban|dong chi|đ / c|ong|ba|em (?!lam|thi|vay|a|nhe|roi|nua|voi|chi|anh|ha|da|xin|bao|nop|gui)) ?[a-z]*"
)
_I = "(?:em|toi|minh)"
_OFFICER = any_of(
    # Somebody goes,
    "(?:khong|thoi|het|khong con)(?: con)? (?:phu trach|theo doi|dam nhiem|dam nhan|nhan nhiem vu)",
    r"(?:khong|thoi|het|khong con)(?: con)? lam (?:mang|phan|ben|o|tai|viec(?! (?:so )?\d))",
    "chuyen cong tac", "(?<!xin )nghi (?:thai san|huu|sinh|che do|viec|phep|om|om dai|lam|roi|han)",
    "thoi (?:viec|lam)",
    rf"{_I} (?:tam|tam thoi|dang|se) (?:lam |phu trach |theo doi |nhan )?(?:thay|phu trach|theo doi|dam nhan"
    rf"|nhan viec)",
    "di hoc", "di cong tac", "luan chuyen", "dieu dong", "ve huu", "khong con (?:lam|cong tac)",
    rf"{_I} (?:da |se |duoc |moi |vua )*chuyen (?:sang|ve|qua) (?:phong|don vi|bo phan|mang|noi|co quan)",
    "(?:anh|chi|ban|dong chi) (?!hoi |con |co |moi |la )[a-z]+ (?:da )?(?:chuyen|nghi|luan chuyen|di hoc)",
    "(?:anh|chi|ban|dong chi) [a-z]+ (?:khong|thoi)(?: con)? lam (?:nua|viec)", rf"(?:tuan|thang|hom) nay {_I} nghi",
    # somebody comes,
    "(?:can bo|nguoi|dau moi|chuyen vien|cong chuc) (?:[a-z]+ ){0,2}(?:moi|thay)", rf"{_I} (?:lam )?thay",
    rf"{_I} (?:moi nhan viec|moi ve|nhan viec thay|(?:moi|vua) (?:duoc |tiep )?(?:nhan|giao|phan cong) (?:ban giao"
    rf"|cong viec|mang|phan cong|theo doi|phu trach|lam dau moi))",
    rf"{_I} duoc phan cong (?:theo doi|phu trach|lam dau moi|tiep nhan)", rf"{_I} (?:la|ten) .*(?:nhan|thay|moi ve"
    rf"|phu trach|tiep nhan)",
    "(?:thay|thay the) (?:em|anh|chi|toi|cho|dong chi|đ / c|ban)(?! duoc)",
    rf"(?:nguoi|can bo|chuyen vien|cong chuc|dau moi|phu trach|theo doi)(?! ben| noi vu).{{0,40}} la {_SOMEBODY}",
    r"tu (?:nay|mai|zday[a-z]|zper[a-z]|tuan|thang) .*(?:phu trach|theo doi|nhan tin|lam dau moi|thay)",
    rf"(?:viec|mang|phan) nay .*{_SOMEBODY} (?:lam|phu trach|theo doi|nhan)(?! (?:gi|sao))",
    # is added or reached otherwise.
    r"(?:doi|thay|cap nhat|sua)(?: giup em| lai| giup)? (?:so (?:dien thoai|m[aá]y|nhan|lien)|dau moi|can bo"
    r"|nguoi (?:nhan|phu trach|theo doi))",
    "so dien thoai (?:[a-z]+ ){0,3}(?:moi|cu|da doi|doi|thay)", "so moi",
    rf"(?:them|bo sung|cu|cu them|phan cong) {_SOMEBODY} (?:[a-z]+ )*?(?:vao|voi|nua|cung|nhan|theo doi|phu trach)",
    "them (?:nguoi|1 nguoi|mot nguoi) .*(?:vao|voi|nua|cung|nhan|theo doi)", rf"them {_SOMEBODY} (?:vao|voi|nua)",
    rf"(?:chuyen|ban giao|giao)(?: lai)?(?: cong viec| viec| nhiem vu)?(?: nay)? (?:cho|sang) (?:nguoi|{_SOMEBODY})",
    rf"(?:dung|đừng|khong|thoi) (?:nhan|nhắn|gui|nhac)(?: tin)?(?: cho)? {_I} .*(?:gui|nhan|nhắn)(?: cho)? {_SOMEBODY}",
    "(?:gui|nhan|nhắn)(?: tin)? (?:cho )?(?:ca )?(?:anh|chi|ban|dong chi) [a-z]+ (?:nua|thay|cung)",
    rf"(?:gio|nay|hien)(?: la)? {_SOMEBODY} (?:phu trach|theo doi|lam|nhan)", "(?:lam|phu trach|theo doi) cung em",
    rf"co gi (?:thi )?(?:lien he|goi|nhan|nhắn|hoi|bao) {_SOMEBODY}", f"(?:bo|xoa) {_SOMEBODY} (?:ra|khoi)",
)  # fmt: skip
_UNIT = "(?:phong|ben|don vi|van phong|trung tam|ubnd|phuong|xa)"
_NOT_MINE = any_of(
    "khong phai(?: la)? (?:viec|nhiem vu|cua|phan|trach nhiem)", "khong phai (?:lam|bao cao|bao|nop) (?:viec"
    "|nhiem vu)", "khong (?:thuoc|lien quan|phai cua|phai nhiem vu)",
    "nham (?:don vi|phuong|xa|phong|dia chi)", "giao (?:nham|lon)", "gui nham (?:viec )?(?:don vi|phuong|cho)",
    "(?:la )?(?:cua|viec cua|do|thuoc) (?:phong|ben|don vi|trung tam|van phong|cong an) [a-z ]+ (?:lam|chu tri"
    "|phu trach|chu|chứ)",
    "la (?:viec |nhiem vu )?cua (?:phong|trung tam|van phong|ben|cong an)", "sao (?:[a-z]+ )*lai (?:co|phai|la|giao)",
    "sao (?:lai )?giao (?:cho )?(?:phuong|xa|phong|don vi|em|ben)", "sao (?:nay )?(?:lai )?(?:la )?(?:giao|phuong|xa)",
    "sao (?:phuong|xa|phong|don vi)(?: em| minh)? (?:lai )?phai lam",
    "dau (?:co |phai )(?:duoc )?(?:giao|nhiem vu|viec|phai|cua|la viec|la cua|trach nhiem)",
    "(?:phong|don vi|ben|phuong|xa) (?:(?:em|toi|minh) )?(?:khong|chi) (?:co chuc nang|chu tri|phoi hop|duoc giao"
    "|lam(?! gi))",
)  # fmt: skip
_LED_BY_THEM = any_of("(?:chu tri|phu trach|lam) (?:ma|chu|chứ)")
_HANDED_ON = any_of(f"(?:chuyen|ban giao)(?: lai)? (?:cho|sang|ve) {_UNIT} (?!em|minh|toi)")
_TO_BE_HANDED_ON = any_of(
    r"(?:de nghi|nho|xin|mong) (?:.{1,24} )?(?:chuyen|giao)(?: lai)?(?: viec \d+| viec nay)?"
    r" (?:cho|sang|ve) (?!em|minh|toi)"
)
_THEIRS = re.compile(
    rf"\b(?:la|do|thuoc|ben) (?:viec |nhiem vu )?(?:cua )?(?:{_UNIT}\b)?.*\b(?:ma|chu|chứ|co ma)(?: chi| anh| em"
    rf"| a)*$|\bphai la {_UNIT}\b"
)
# Who is away may be why a thing is late.
_IN_A_GROUND = any_of(
    "vuong", "kho khan", "gap kho", "gia han", "lui", "xin (?:cham|muon|khat|doi|chuyen|den|them)", "ly do",
    "chua (?:xong|lam|bao|nop)",
)  # fmt: skip
_IN_A_GROUND_OF_A_TASK = any_of("do", "vi", "nen", "lanh dao", "sep", "chu tich")
_JOINT = any_of(
    r"(?:bao cao|bao|lam|thuc hien|nop|gui|ghi|tinh) chung(?! (?:mot|1|2|3|ca) (?!bao cao|ban|van ban))",
    r"(?:gop|nhap|gom) (?:lai )?(?:bao cao |bao |nop |gui |lam )?chung",
    r"(?:gop|nhap|gom) (?:lai )?(?:thanh |vao |lam )?(?:mot|1) (?:bao cao|ban|van ban)",
)


# A task that came to the wrong unit is none of its people's.
_GIVEN_WRONGLY = any_of(
    "giao (?:nham|lon|sai)", "nham (?:don vi|phuong|xa|phong)", "gui nham (?:viec|don vi|phuong|cho)"
)


def people(line: Line, scene: Scene) -> Reading | None:
    """Who answers for the unit from now on, and work that is not the unit's: Nội vụ is told, nothing is changed."""
    said = line.said
    if _JOINT.search(said):
        return Reading(Mode.CONFIRM, (Wish("chuyen noi vu", tasks_named(said, scene).numbers, text=line.text),))
    reports = _reports(line, scene)
    if _OFFICER.search(said) and not (
        _GIVEN_WRONGLY.search(said) or scene.attached or reports or _is_ground(said, scene) or only_asks(said)
    ):
        return Reading(Mode.TELL, (Wish("doi dau moi", text=line.text),))
    return None if scene.recent or not _is_not_mine(said, scene, reports=reports) else _disowned(line, scene)


def _disowned(line: Line, scene: Scene) -> Reading:
    """Why the unit has a task that it says is another's, and whom to tell."""
    numbers = tasks_named(line.said, scene).numbers
    asks, mine = re.search(r"\bsao\b", line.said), any(own(scene, each) for each in numbers)
    why = (Wish("vi sao", numbers, text=line.text),) if asks or mine else ()
    return Reading(Mode.TELL, why if asks else (*why, Wish("lien he", text=line.text)))


def _is_ground(said: str, scene: Scene) -> bool:
    """Whether who is away only explains something."""
    if _IN_A_GROUND.search(said):
        return True
    return bool(_IN_A_GROUND_OF_A_TASK.search(said) and tasks_named(said, scene).numbers)


def _is_not_mine(said: str, scene: Scene, *, reports: bool) -> bool:
    """Whether a task is said to be another's: "việc 13 là của phòng VHTT mà"."""
    if _HANDED_ON.search(said):
        return not re.search(r"\bxong\b|zcnt|zdoc", said)
    if reports:
        return False
    if _TO_BE_HANDED_ON.search(said) and others_named(re.sub(r"\bnoi vu\b", " ", said), scene):
        return not is_asking(said)
    if _NOT_MINE.search(said):
        return True
    if not tasks_named(said, scene).numbers or not _THEIRS.search(said.rstrip(" .!,")):
        return False
    return bool(others_named(said, scene)) or _LED_BY_THEM.search(said) is not None


def _reports(line: Line, scene: Scene) -> bool:
    """Whether a task is reported with a result in the same line."""
    return any(each.named.numbers and each.tone in {Tone.DONE, Tone.NOTHING} for each in clauses_of(line.marks, scene))


_OF_THE_COORDINATOR = re.compile(
    "^(?:/ )?(?:(?:don doc|ghi nhan|tra lai|cho gia han|khong cho gia han|dong y gia han"
    "|dat han|duyet|go vuong|giao viec"
    r"|don vi|phoi hop|san pham) (?:viec |nhiem vu )?\d|(?:don doc|ghi nhan|mời|moi"
    "|ban giao) (?:p -|x -|phuong|xa|cac (?!don vi phoi hop))"
    r"|(?:trinh lanh dao|danh sach chat|nhat ky|suc khoe|don doc|ma moi|thong bao)(?: \d+)?$"
    "|thong bao (?:p -|x -|cac|tat ca|cho))"
)
_TO_ALL = re.compile(r"\b(?:han|thong bao|tin|viec)\b.*\bcho (?:tat ca|toan bo)(?: cac)? (?:phuong|xa|don vi)\b")
# The same in plain words: what is to be done to other units.
_TO_OTHERS = re.compile(
    r"\b(?:thong bao|nhan tin|gui tin|don doc|nhac|giuc|giao viec|(?<!duoc )giao|moi|mời)(?: tin)?"
    r"(?: cho| toi| den| giup em| giup)* "
    r"(?:tat ca |toan bo |het |moi )*(?:(?:cac |nhung )(?:phuong|xa|don vi(?! phoi hop)|phong|can bo)|(?:phuong"
    r"|xa) (?!em|minh|toi|ta))\b"
    r"|\b(?:dat|doi|lui|sua|them|bo|xoa|giao|giao them|dat) (?:lai |them )?(?:thoi )?(?:han|viec|nhiem vu)(?: moi"
    r"| viec \d+)? (?:cho|cua) (?:tat ca|cac|(?:phuong|xa|phong) (?!em|minh|toi|cua|nao))\b"
    r"|^(?:duyet|ghi nhan|chap nhan|tra lai|dong y)(?: giup| ho)?(?: em)? (?:bao cao |gia han )?(?:cho "
    r"|cua )?(?:phuong|xa|phong|don vi) (?!em|minh|toi)"
)


def coordinating(line: Line, scene: Scene) -> Reading | None:
    """What only Nội vụ may do is declined."""
    said = line.said
    if _TO_ALL.search(said) and not is_asking(said):
        return Reading(Mode.DECLINE)
    ours = any(own(scene, each) for each in tasks_named(said, scene).numbers)
    if _OF_THE_COORDINATOR.match(said) and not (ours and re.search(r"\bcac\b", said)):
        return Reading(Mode.DECLINE)
    return Reading(Mode.DECLINE) if _TO_OTHERS.search(said) and not is_asking(said) and not ours else None


def of_others(line: Line, scene: Scene) -> Reading | None:
    """Reports of another unit are declined."""
    if others_named(line.said, scene) and _is_of_others(line, scene):
        return Reading(Mode.DECLINE)
    return None


_FOR_US = re.compile(r"\b(?:phuong|xa|phong|ben|don vi|cho) (?:em|minh(?! khai| tan)|toi)\b")
_THEY_HAVE = re.compile(
    r"(?:dạ |chi oi |, )*(?:ubnd )?(?:phuong|xa) (?!em|minh|toi).{2,24} (?:da |moi |vua )?(?:nop|bao|gui)\b"
)
_FOR_OTHERS = re.compile(
    r"\b(?:xong|hoan thanh|bao|nhap|ghi|nop|gui)\b.{0,24}\b(?:cho|ho|thay|giup) (?:phuong|xa|ubnd)\b"
    r"(?! (?:em|minh(?! khai| tan)|toi)\b)"
)


def _is_of_others(line: Line, scene: Scene) -> bool:
    """Whether another unit is the subject of a report: "Hiến Nam xong việc 1", "báo giúp xã Trung Nghĩa 13"."""
    if _FOR_OTHERS.search(line.said):
        return not is_asking(line.said)
    if _THEY_HAVE.match(line.said) and not _FOR_US.search(line.said) and not tasks_named(line.said, scene).numbers:
        return not is_asking(line.said)
    told = any(each.tone is not Tone.BARE for each in clauses_of(line.marks, scene))
    under_way = re.search(
        r"\b(?:gui|cho|chờ|doi|lay y kien|phoi hop|nho|cung|thue|ho tro|(?:lam|in|viet|dang|đăng) (?:giup|ho)|trinh"
        r"|cua phong|den|voi|nop|ve)\b",
        line.said,
    )
    return told and not under_way and not _FOR_US.search(line.said)
