"""What a unit wants corrected: a report taken back, amended, added to, moved to another task. Pure."""

import re
from dataclasses import replace

from data.lines.clauses import clauses_of
from data.lines.days import day_of_paper
from data.lines.naming import tasks_named, tasks_titled
from data.lines.of_units_withdrawals import moved, recent_tasks, takes_back, tasks_with_figure
from data.lines.results import counts_in
from data.lines.scenes import is_planned, own, period_of
from data.lines.spoken import POLITE, Line, foreign
from data.lines.tones import Tone
from data.lines.wishes import Mode, Reading, Scene, Wish
from data.words import vocabulary

_WRONG = re.compile(
    r"\b(?:bao nham|nham|lon(?= (?:so|viec|roi|muc|sang|mất|,|a|nhe))|sai|go nham|ghi nham|bam nham|gui nham|huy"
    r"|thu hoi|thu lai|rut lai|rut|xoa"
    "|bo xong|dinh chinh|sua|chinh lai|dieu chinh|thuc ra|thuc te|chu khong phai|khong phai"
    "|dung ra|cap nhat lai|doi lai|tinh lai|thua|thieu|bo sung|them|quen|cong them|con nua"
    r"|het hieu luc|(?:dem|kiem|tong hop|ra soat) lai|sot|cong (?:vao|them)|(?:doi|chuyen|tinh"
    r"|ghi) (?:lai )?(?:thanh|sang|vao|cho)"
    r"|bo (?:bao cao|ket qua|cai|vua)|day la|do la|y (?:em|minh|toi) la)\b"
)
_UNDO = re.compile(
    r"\b(?:huy|rut lai|rut|thu hoi|thu lai|xoa|bo xong|bo)\b(?: [^ ]+){0,3} (?:bao cao|viec|ket qua"
    r"|bao|vua roi|zper|lan truoc|xong|di)\b|\b(?:huy|rut|xoa) (?:giup |ho |cho |bao )*(?:em "
    r"|toi )?(?:viec )?\d|^(?:/ )?(?:bao nham|bo xong|huy xong|nham)(?: (?:viec "
    r"|nhiem vu )?\d+| viec)"
    r"|\b(?:bao|ghi|go|bam|gui|an) nham\b|^(?:huy|rut|undo|bao nham)\b"
    r"|\bchua xong (?:dau )?.*\bnham\b|\bnham\b.*\bchua xong\b"
)
_EVIDENCE = re.compile(r"\b(?:minh chung|anh|hinh|link|file|tep|van ban dinh kem|tai lieu dinh kem)\b")
_ADDS = re.compile(
    r"\b(?:bo sung|them|cong them|quen (?:chua|mất|khong|ghi|bao|tinh|mat)|nua|sot|cong vao|con thieu|thieu|cap nhat)\b"
)
_FIXES = re.compile(
    r"\b(?:sua|dinh chinh|chinh|dieu chinh|(?:dem|kiem|tong hop|ra soat) lai|nham|sai|thuc ra|thuc te"
    r"|chu khong phai|dung ra"
    r"|dung la|cap nhat|doi|tinh lai|phai la|moi dung|khong phai|la zcnt|thanh zcnt)\b"
)
_TO = re.compile(r"\b(?:thanh|la|con|phai la|chi|chi co|dung la|dung ra la|moi|co|thuc ra co|sang) (?:zcnt|\d)")
_NOT = re.compile(
    r"\b(?:chu khong phai|khong phai|chu khong"
    r"|khong phai la|thay cho|thay vi)(?: la)? (?P<wrong>(?:zcnt[a-z]+ ?)+)"
    r"|\b(?:tu )?(?P<from>zcnt[a-z]+) (?:(?=thanh|sang|len|xuong|- >)|(?:la |bi )?(?:sai|nham|khong dung)\b)"
)
_BARE_COUNT = re.compile(
    r"\bso (?P<noun>tin bai|tin|bai|luot|phong su|chuyen muc|hoi nghi|lop)\b.*?\b(?:thanh|la"
    r"|con|len|xuong|=) (?P<number>\d{1,5})\b"
)
_NOUNS = {
    "tin bai": "tin, bài",
    "bai": "bài",
    "luot": "lượt",
    "phong su": "phóng sự",
    "chuyen muc": "chuyên mục",
    "hoi nghi": "hội nghị",
    "lop": "lớp",
}


_NO_EXTENSION = re.compile(
    r"^(?!.*\b(?:den zday|cho\b))(?:.*\b(?:huy|rut|thu hoi|bo|thoi|khoi|khong can|khong xin)\b.*\b(?:gia han"
    r"|lui han|khat han|(?:xin|de nghi|don) (?:lui|khat|hoan|hoãn|cham|keo|gia)|don (?:xin|de nghi)|xin han)\b"
    r"|.*\b(?:don|cai|de nghi|phieu|yeu cau|viec) (?:xin |de nghi )?(?:lui|gia han|khat|hoan|hoãn)\b.*"
    r"\b(?:bo|huy|rut|thoi|khoi|khong can)(?: (?:di|lai|giup|nhe|em|nua|a|roi|ho|cho|duoc))*$"
    r"|.*\b(?:khoi|khong) (?:can )?xin (?:lui|khat|han|cham)\b)"
)
_OFF_JUST_NOW = re.compile(r"\bbo (?:cai |giup |ho )*(?:anh|link|file|minh chung|tep|hinh)\b")
_ONLY_WRONG = re.compile(
    r"(?:dạ |a |à |em |xin |chet |oi |thoi |, )*(?:l[oỗ]i )?(?:em )?(?:go |bao |bam )?nham"
    r"(?: (?:roi|a|em|chi|anh|nhe))*"
)


# Sessions, leaflets, money that are asked for add nothing to a report: only Nội vụ can settle it.
ASKS_FOR_MORE = re.compile(
    r"\b(?:xin|de nghi|can)(?: (?:cap|cho|duoc|bo tri|ho tro|phuong|em|xa|phong))* (?:them|cap|ho tro|bo tri)"
    r"(?: (?:cho|phuong|em|xa|phong))* zcnt[a-z](?! vao\b)"
)


def corrected(line: Line, scene: Scene) -> Reading | None:
    """A report taken back, corrected or added to; of the task named, or of that reported just now."""
    said = line.said
    if scene.recent and (follows := moved(line, scene) or _following(line, scene)) is not None:
        return follows
    if _NO_EXTENSION.search(said):
        return _wished("bao nham", line, scene, Mode.CONFIRM)
    if (scene.recent and _OFF_JUST_NOW.search(said)) or (_is_wrong(said) and _takes_off_evidence(said)):
        return _wished("minh chung", line, scene, Mode.CONFIRM)
    if _is_wrong(said) and (found := _of_report(line, scene)) is not None:
        return found
    if takes_back(line, scene):
        return Reading(Mode.CONFIRM, (Wish("bao nham", recent_tasks(scene), text=line.text),))
    return None


# "Em không rút", "đừng hủy", "báo nhầm à" take nothing back.
_NOT_WRONG = re.compile(
    r"\b(?:khong|đừng|dung|chua|khoan)(?: (?:he|co|phai|duoc|muon|xin|can|hay|bi))* "
    r"(?:huy|rut|xoa|thu hoi|bao nham|nham|sua|sai)\b"
    r"|\b(?:à|hả|ha|nhi)$"
)


def _is_wrong(said: str) -> bool:
    return (
        bool(_WRONG.search(said))
        and not _asks(said)
        and not _NOT_WRONG.search(said)
        and not re.search(r"\bbo sung (?:them )?minh chung\b", said)
    )


_OFF = re.compile(r"\b(?:huy|(?<!can )(?<!toan )(?<!noi )bo|xoa|rut)(?: (?:nhe|di|giup|ho|cho|em|a|lai|voi))*$")


def _of_report(line: Line, scene: Scene) -> Reading | None:
    said, counts = line.said, _counts(line)
    if scene.recent and _ONLY_WRONG.fullmatch(said):
        return Reading(Mode.CONFIRM, (Wish("bao nham", recent_tasks(scene), text=line.text),))
    if other := moved(line, scene):
        return other
    if (counts or line.marks.of("doc")) and _is_amending(said, scene, line):
        return _amended(line, scene, counts)
    if (
        (_UNDO.search(said) or (scene.recent and _OFF.search(said)))
        and not counts
        and not re.search(r"\bgia han\b|\bhuy dang ky\b", said)
    ):
        return _undone(line, scene)
    return None


def _asks(said: str) -> bool:
    return bool(re.search(r"\b(?:the nao|nhu nao|lam sao|sao|cach|duoc khong|duoc chua|o dau|bao gio|gi)\b|\?", said))


def _takes_off_evidence(said: str) -> bool:
    return bool(
        re.search(r"\b(?:bo|xoa|go|huy|rut|thay)\b", said)
        and _EVIDENCE.search(said)
        and not re.search(r"\bbo sung\b", said)
    )


def _is_amending(said: str, scene: Scene, line: Line) -> bool:
    numbers = tasks_named(said, scene).numbers or recent_tasks(scene)
    known = any((task := own(scene, each)) and task.reported for each in numbers)
    if re.search(r"\b(?:gia han|xin lui|khat)\b", said) or ASKS_FOR_MORE.search(said):
        return False
    opens = re.search(r"^(?:xong|hoan thanh)\b", said) is not None
    if opens and not (known and re.search(r"\b(?:nham|sua|thuc ra|chu khong)\b", said)):
        return False
    if _FIXES.search(said) and (
        known
        or re.search(
            r"\b(?:nham|sua|dinh chinh|chinh lai|dieu chinh|thuc ra|dung ra|chu khong|(?:dem|kiem|tinh|ra soat) lai)\b",
            said,
        )
    ):
        return True
    return bool(_ADDS.search(said)) and (
        known or bool(re.search(r"\b(?:bo sung|them|cong them)\b", said) and line.marks.of("cnt"))
    )


def _counts(line: Line) -> tuple[tuple[str, int], ...]:
    """What is counted, without what is said to be wrong: "5 tin chứ không phải 3 tin"."""
    if bare := _BARE_COUNT.search(line.said):
        return ((_NOUNS.get(bare["noun"], bare["noun"]), int(bare["number"])),)
    said = _NOT.sub(" ", line.said)
    said = re.sub(r"\b(?:nham|ghi nham|bao nham) (?:thanh |la )?(?:zcnt[a-z]+ )+(?=.*zcnt)", " ", said)
    return counts_in(line.marks, said)


def _of_tasks(line: Line, scene: Scene) -> tuple[str, ...]:
    numbers = [each for each in tasks_named(line.said, scene).numbers if own(scene, each) or is_planned(scene, each)]
    if numbers:
        return tuple(numbers)
    return tasks_with_figure(line, scene) or recent_tasks(scene) or tasks_titled(line.said, scene)


def _wished(command: str, line: Line, scene: Scene, mode: Mode) -> Reading:
    tasks = _of_tasks(line, scene)
    wish = Wish(command, tasks, text=line.text)
    return Reading(mode, (wish,)) if tasks else Reading(Mode.ASK, (wish,), "task")


def _undone(line: Line, scene: Scene) -> Reading:
    tasks = _of_tasks(line, scene)
    if not tasks:
        return Reading(Mode.ASK, (Wish("bao nham", text=line.text),), "task")
    if not any(own(scene, each) for each in tasks):
        return Reading(Mode.DECLINE)
    clauses = [each for each in clauses_of(line.marks, scene) if each.named.numbers]
    wrong = [each for each in clauses if _WRONG.search(each.text)]
    if len(wrong) < len(clauses):
        tasks = tuple(number for each in wrong for number in each.named.numbers) or tasks
        told = [each for each in clauses if each.tone is Tone.DONE and not set(each.named.numbers) & set(tasks)]
        done = tuple(number for each in told for number in each.named.numbers)
        kept = (Wish("xong", done, text=line.text),) if done else ()
        return Reading(Mode.CONFIRM, (Wish("bao nham", tasks, text=line.text), *kept))
    elsewhere = re.search(r"\b(?:sang|thanh|vao) (?:viec |nhiem vu )?\d", line.said)
    return Reading(Mode.CONFIRM if elsewhere else Mode.DO, (Wish("bao nham", tasks, text=line.text),))


def _is_twice(line: Line, counts: tuple[tuple[str, int], ...]) -> bool:
    """Whether one thing is counted twice over in a correction, so that its sum is none that was said."""
    said = {(thing.value, int(thing.words)) for thing in line.marks.of("cnt")}
    return any(each not in said for each in counts) and not _BARE_COUNT.search(line.said)


# By these a figure takes the place of another, whatever else is said.
_IN_PLACE = re.compile(
    r"\b(?:thanh|chu khong|khong phai|dung ra|dung la|phai la|moi (?:dung|du|phai|chuan)|thuc ra|thuc te|tinh lai"
    r"|cap nhat lai|chet|lon|nham|khong , )\b|\bco$|\bzcnt[a-z] thoi\b"
)
_MORE = re.compile(r"\b(?:bo sung|them|cong|quen|nua|con thieu|thieu)\b")


def _amends(said: str) -> str:
    """Whether a report is put right, or added to."""
    fixes = (_IN_PLACE.search(said) and not re.search(r"\b(?:nua|them)\b", said)) or (
        _FIXES.search(said) and not _MORE.search(said)
    )
    return "sua" if fixes else "bo sung"


_PUT_OFF = re.compile(r"\b(?:dang (?!tin|bai|zcnt)|se|sap|du kien|chua|mai|moi duoc|neu|hinh nhu|co le|chac)\b")


def _amended(line: Line, scene: Scene, counts: tuple[tuple[str, int], ...]) -> Reading:
    tasks = _of_tasks(line, scene)
    documents = line.marks.of("doc")
    first = own(scene, tasks[0]) if tasks else None
    keys = [period_of(thing.value, first, scene.today) for thing in line.marks.of("per")]
    command = (
        _amends(line.said)
        if not tasks or scene.recent or (first and (first.reported or keys)) or _FIXES.search(line.said)
        else "xong"
    )
    wish = Wish(
        command, tasks,
        period=next(filter(None, keys), None), counts=counts,
        document=documents[0].value if documents else None,
        document_day=day_of_paper(documents[0].words, scene.today) if documents and documents[0].words else None,
        text=line.text,
    )  # fmt: skip
    if not tasks:
        return Reading(Mode.ASK, (wish,), "task")
    if first is None:
        return Reading(Mode.DECLINE)
    if _PUT_OFF.search(line.said) or _is_twice(line, counts):
        return Reading(Mode.CONFIRM, (wish,))
    if len(first.periods) > 1 and not any(keys) and not scene.recent and (keys or not first.reported):
        return Reading(Mode.ASK, (wish,), "period")
    return Reading(Mode.DO, (wish,))


_MORE = re.compile(
    r"^(?:viec |nhiem vu )?\d+(?:(?: ,| va| voi| cung| &)* (?:viec |nhiem vu )?\d+)* (?:nua|luon)\b"
    r"|^(?:dạ |a |em |va |con |ca |them |cung |rieng )*(?:ca|them|con|va|nua|cung)\b"
)


_WITH_FILE = re.compile(r"\b(?:anh|hinh|minh chung|day|file|kem|theo|gui|bo sung|them|z[a-z]+)\b")
_OF_LINK = POLITE | vocabulary(
    "minh chung link duong dan trang bai tin bao cao day kem la o cua phuong them bo sung viet dang đăng tren xem tai ở"
)
_LIKEWISE = re.compile(
    r"\bcung (?:the|vay|nhu vay|nhu the|y vay|so|bang|y het|giong)\b|\btuong tu\b|\by (?:het|chang|nhu) "
    r"|\bgiong (?:vay|the|nhu)\b|\bnhu (?:vay|the|tren)\b"
)


def _following(line: Line, scene: Scene) -> Reading | None:
    """Words that go on with what has just been reported: its results, its evidence, "cả việc 12 nữa, 1 tin"."""
    said, last = line.said, scene.recent[-1]
    if last.command not in {"xong", "khong phat sinh", "bo sung", "sua"}:
        return None
    if numbers := tasks_named(said, scene).numbers:
        return _of_others_too(line, last, numbers)
    if (scene.attached and foreign(_WITH_FILE.sub(" ", said), POLITE) == 0) or _is_link_alone(line):
        return Reading(Mode.DO, (Wish("minh chung", last.tasks, text=line.text),))
    return _amended(line, scene, _counts(line)) if _is_result_alone(line) and last.tasks else None


def _is_link_alone(line: Line) -> bool:
    """Whether a line hands on an address, and says no more than that."""
    return bool(line.marks.of("link")) and foreign(re.sub(r"\bzlink[a-z]+\b", " ", line.said), _OF_LINK) == 0


def _of_others_too(line: Line, last: Wish, numbers: tuple[str, ...]) -> Reading | None:
    """For "12 cũng thế", "cả việc 12 nữa, 1 tin"."""
    said, counts = line.said, counts_in(line.marks, line.said)
    if _LIKEWISE.search(said):
        return Reading(Mode.CONFIRM, (replace(last, tasks=numbers, text=line.text),))
    if not _MORE.match(said) or re.search(r"\b(?:chua|nham|sai)\b", said):
        return None
    nothing = re.search(r"khong (?:phat sinh|co)", said) or (last.command == "khong phat sinh" and not counts)
    return Reading(Mode.DO, (Wish("khong phat sinh" if nothing else "xong", numbers, counts=counts, text=line.text),))


def _is_result_alone(line: Line) -> bool:
    """Whether a line says no more than counts or a document, or begins with them and says little more."""
    if not (line.marks.of("cnt") or line.marks.of("doc")) or line.marks.of("per"):
        return False
    rest = re.sub(
        r"\bz(?:cnt|doc|day)[a-z]+\b|\b(?:co|gom|so|bao cao|van ban|ke hoach|theo|ngay|duoc|tong"
        "|ket qua|cu the|them|tin|bai|tong cong|da|dang|đăng|cong van|moi|dung|phai|thoi|thuc ra"
        r"|chi|tren|loa|trang|trong|phat|à|ý|y|ấy|ay|chet|quen|nham|lon|sai|ghi|go|danh|bam|lai|cho|du|cai|do|khong"
        r"|mất|viec|ối|ôi|toi|thieu|ra|nay)\b",
        " ",
        line.said,
    )
    most = 4 if re.match(r"(?:co |duoc |gom )?z(?:cnt|doc)[a-z]+", line.said) else 0
    if re.search(r"\b(?:chua|khong|sap|se|mai|con)\b|\?", line.said):
        most = 0
    return foreign(rest, POLITE) <= most and not re.search(r"\b(?:bo sung|them)\b", line.said)
