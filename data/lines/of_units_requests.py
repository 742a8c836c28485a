"""What a unit asks for: a later day, a later reminder, more evidence, a word to the units that coordinate. Pure."""

import re
from dataclasses import replace
from datetime import date, timedelta

from data.lines.asking import is_asking
from data.lines.clauses import clauses_of
from data.lines.marked import Thing
from data.lines.naming import tasks_named, tasks_titled
from data.lines.of_units_corrections import ASKS_FOR_MORE
from data.lines.of_units_withdrawals import recent_tasks
from data.lines.scenes import others_named, own, the_one
from data.lines.spoken import Line
from data.lines.tones import Tone
from data.lines.wishes import Mode, Reading, Scene, Wish

_EXTEND = re.compile(
    r"\b(?:gia han|xin gia han|gian han|lui (?:lai|han|ngay|den|sang|viec|thoi|nhiem|cho|toi"
    r"|them|giup|duoc|\d)|lui\b|xin lui|cho lui|hoãn (?:den|sang|han|thoi han|nop)|(?:doi|chuyen|dời) (?:thoi )?han"
    r"|keo dai|xin gian|gian (?:tien do|han|thoi gian|viec)|thu thu|noi han|them (?:thoi gian|han|ngay|\d+ ngay"
    r"|may ngay|it ngay|vai ngay|mot tuan"
    r"|1 tuan|\d+ tuan)|xin them|xin cham|nop cham|cham (?:den|sang|lai|may|vai|it|\d+)"
    "|nop muon|cho (?:phep )?(?:em |phuong |xa |don vi |phong )?(?:xin |nop |bao |them |muon "
    r"|cham )+|xin (?:phep )?(?:nop|bao|cho|den|toi|khat|muon|doi|hoãn|hoan)|khat)\b"
    r"|\b(?:cham chuoc|du di|noi tay|noi long|linh dong|thong cam) (?:cho|giup|them|voi)\b.*\b(?:ngay|hom|tuan|han"
    r"|bua)\b"
    r"|\b(?:nop|bao|gui)(?: bao cao)? (?:muon|cham|tre) (?:it|vai|may|mot|\d+) (?:hom|ngay|tuan|bua)\b"
    r"|\bxin zday|\b(?:cho|xin) (?:em |phuong |xa |phong |don vi )?no (?:viec|nhiem vu|bao cao|den)\b"
    r"|\bd[oờ]i (?:lich|han|ngay|sang|den|lai|viec)\b|\bcho (?:em |phuong "
    "|don vi )?den zday"
)
_NO_EXTEND = re.compile(
    r"\b(?:xin (?:y kien|phep nghi|kinh phi|so dien thoai|loi|hoi|mau|chao|bao cao|bao|gui"
    "|nop (?:bao|ket))|cho em xin (?:mau|ke hoach|file|so|de cuong|phu luc)|them (?:anh|chi"
    r"|zcnt))\b"
)
_SNOOZE = re.compile(
    r"\b(?:nhac (?:lai|sau|em|toi|minh|giup|ho|phuong|don vi|cho|vao|chieu|sang|zday|\d|viec)|(?:dung"
    r"|đừng) (?:co )?nhac"
    "|de (?:sau|mai|chieu|tuan|hom|zday)(?! (?:em|phuong|xa|phong|minh|sau em|nay em"
    r"|mai em))\b(?!.*\b(?:bao|nop|gui|lam|xong)\b)|hoan nhac|hoãn nhac|tam (?:dung|hoãn|ngung"
    "|thoi)(?: nhac)?|dung nhac|khoan (?:nhac|hay)|hoan(?! (?:thanh|thien|tat|chinh))|hoãn"
    "|thang sau nhac|zday[a-z] nhac|tuan sau (?:hay |moi )?nhac|(?:mai|zday[a-z]) (?:hay |moi |hang |hẵng )?nhac"
    r"|nhac)\b"
)
_PARTNERS = re.compile(
    r"\b(?:nhac|giuc|thuc|de nghi|don doc|yeu cau|hoi|bao|gui|moi|nho|xin) (?:giup |ho |em |cac |may "
    r"|nhung )*(?:don vi "
    r"|phong |co quan |ben )?phoi hop\b|\b(?:cac )?(?:don vi|phong|co quan"
    r"|ben) phoi hop\b.*\b(?:gui|nop|cung cap|bao cao|bao|cho|gop y|som|truoc|nhe|phoi hop"
    r"|dang ky|cu|tham gia)\b"
    r"|\b(?:nhac|giuc|thuc|don doc|de nghi|hoi|nho|yeu cau) (?:giup |ho |em )*(?:(?:cac|may|nhung) (?:phong|don vi"
    r"|phuong|xa|ban)|don vi)\b.*\b(?:gui|nop|cung cap|gop y|phoi hop|so lieu|bao cao|bao)\b"
)
_ADD_EVIDENCE = re.compile(
    "^(?:/ )?(?:minh chung|bo sung minh chung|gui minh chung|kem minh chung|xem minh chung"
    r"|bo minh chung|xoa minh chung|mo minh chung)\b|\b(?:bo sung|gui|them|kem|dinh kem"
    r"|nop) (?:them )?(?:anh|hinh|minh chung|link|file|van ban|tai lieu|ban scan)\b.*\b(?:viec"
    r"|nhiem vu) (?:so )?\d"
    r"|\b(?:minh chung|link|anh|hinh anh) (?:cua |cho )?(?:viec|nhiem vu) (?:so )?\d|\b(?:mo"
    r"|xem|tai|gui lai) (?:lai )?(?:minh chung|anh|file da gui)\b"
)


_REASON = re.compile(
    r"(?:dạ |em |a |la |dang |con )*(?:ly do|nguyen nhan|vi|do|boi|bi|thieu(?! (?:so lieu|bao cao))"
    r"|cho (?=y kien|phe duyet|duyet|kinh phi|cap tren|bo sung)"
    r"|tai (?=dang|chua|thieu|khong|em|can bo|bi|phai|moi|con|vi|do))\b(?! sao\b)(?!.*\?)"
)


def reasoned(line: Line, scene: Scene) -> Reading | None:
    """The reason of what was asked for, or told of, just now: "gia han 13 20/3", then "vì cán bộ nghỉ ốm"."""
    last = scene.recent[-1] if scene.recent else None
    if last is None or last.command not in {"gia han", "vuong"} or tasks_named(line.said, scene).is_plain:
        return None
    return Reading(Mode.DO, (replace(last, text=line.text),)) if _REASON.match(line.said) else None


def asks_for_a_day(said: str) -> bool:
    """Whether the words ask for a later day or a later reminder."""
    return (
        bool(_EXTEND.search(said) and not _NO_EXTEND.search(said))
        or re.search(r"\bnhac (?:lai|sau)\b", said) is not None
    )


def requested(line: Line, scene: Scene) -> Reading | None:
    """A later day, a later reminder, evidence, or a word to the units that coordinate."""
    said = line.said
    if _PARTNERS.search(said) or (_asks_others(said, scene) and not _is_report(line, scene)):
        return _asking_partners(line, scene)
    if (
        _ADD_EVIDENCE.search(said)
        and not _EXTEND.search(said)
        and not re.search(
            r"zcnt|\bxong\b|\bhoan thanh\b"
            r"|\bchua\b",
            said,
        )
    ):
        return _of_evidence(line, scene)
    if ASKS_FOR_MORE.search(said) and not _CAME_OF_IT.search(said):
        return Reading(Mode.CONFIRM, (Wish("chuyen noi vu", tasks_named(said, scene).numbers, text=line.text),))
    if _EXTEND.search(said) and not _NO_EXTEND.search(said) and not _is_report(line, scene):
        return _extended(line, scene)
    if (
        _SNOOZE.search(said)
        and not _is_report(line, scene)
        and not re.search(r"\bkhong\b|\b(?:da|nhan duoc|nhan) nhac\b|\bcam on\b|\bnhac lai noi dung\b", said)
    ):
        return _snoozed(line, scene)
    return None


_ASKED_OF = re.compile(
    r"\b(?:nhac|don doc|de nghi|yeu cau|nho|giuc)\b.*\b(?:gui|nop|cung cap|gop y|phoi hop|bao cao|bao|dang ky|cu"
    r"|tham gia|lam|som|gap)\b|\b(?:giuc|thuc|don doc)\b"
)


def _asks_others(said: str, scene: Scene) -> bool:
    """Whether another unit is to do its share of a task of this one: "nhắc phòng Tư pháp gửi số liệu việc 10"."""
    return bool(
        _ASKED_OF.search(said)
        and others_named(re.sub(r"\bnoi vu\b", " ", said), scene)
        and any(own(scene, each) for each in tasks_named(said, scene).numbers)
        and not is_asking(said)
    )


# "Gia hạn việc 12 thêm 3 buổi" counts sessions, and reports none.
_LATER = re.compile(r"\b(?:gia han|xin (?:lui|khat|cham)|lui (?:han|viec|nhiem vu))\b")
_CAME_OF_IT = re.compile(r"\b(?:xong|hoan thanh|phat sinh|da|duoc|roi|moi|ket qua)\b|zdoc|:")


def _is_report(line: Line, scene: Scene) -> bool:
    if _LATER.search(line.said) and (is_asking(line.said) or not _CAME_OF_IT.search(line.said)):
        return False
    return any(each.named.numbers and each.tone in {Tone.DONE, Tone.NOTHING} for each in clauses_of(line.marks, scene))


def _asking_partners(line: Line, scene: Scene) -> Reading:
    tasks = tasks_named(line.said, scene).numbers
    days = [thing.day for thing in line.marks.of("day") if thing.day]
    wish = Wish("nhac phoi hop", tasks, day=days[0] if days else None, text=line.text)
    if not tasks:
        one = tasks_titled(line.said, scene) or tuple(filter(None, [the_one(scene)]))
        return Reading(Mode.CONFIRM, (replace(wish, tasks=one),)) if one else Reading(Mode.ASK, (wish,), "task")
    if not any(own(scene, each) for each in tasks):
        return Reading(Mode.DECLINE)
    typed = re.match(r"^(?:/ )?(?:nhac phoi hop|phoi hop|de nghi phoi hop) \d", line.said)
    return Reading(Mode.DO if typed else Mode.CONFIRM, (wish,))


def _of_evidence(line: Line, scene: Scene) -> Reading:
    tasks = tasks_named(line.said, scene).numbers or recent_tasks(scene)
    documents = line.marks.of("doc")
    wish = Wish("minh chung", tasks, document=documents[0].value if documents else None, text=line.text)
    if not tasks:
        return Reading(Mode.ASK, (wish,), "task")
    if re.search(r"\b(?:mo|xem|tai|gui lai)\b", line.said):
        return Reading(Mode.TELL, (wish,))
    if re.search(r"^(?:/ )?(?:bo|xoa) minh chung", line.said):
        return Reading(Mode.CONFIRM, (wish,))
    task = own(scene, tasks[0])
    if task is None:
        return Reading(Mode.DECLINE)
    reported = task.reported or any(tasks[0] in each.tasks for each in scene.recent)
    if reported or re.match(r"^(?:/ )?(?:bo sung |gui |kem )?minh chung \d", line.said):
        return Reading(Mode.DO if reported else Mode.CONFIRM, (wish,))
    return Reading(Mode.CONFIRM, (replace(wish, command="xong"),))


_AGO = re.compile(r"\b(?P<count>\d{1,2}|mot|hai|ba|vai) (?P<unit>ngay|hom|tuan|thang)\b(?P<working> lam viec)?")
_SPELT = {"mot": 1, "hai": 2, "ba": 3}
_BEFORE_DAY = re.compile(r"\btruoc zday[a-z]+\b(?! (?:em|phuong|xa|phong))")


def _tasks_wanted(line: Line, scene: Scene) -> tuple[str, ...]:
    named = tasks_named(line.said, scene)
    if named.numbers:
        return named.numbers
    if named.is_all:
        return tuple(each.number for each in scene.tasks if each.is_open)
    return tasks_titled(line.said, scene)


def _day_wanted(line: Line, tasks: tuple[str, ...], scene: Scene) -> tuple[date | None, bool]:
    """The day to come that is wanted, and whether it was named itself and not by a count."""
    days = _days_to_come(line, scene)
    if days:
        day = _until(line, scene) or days[0]
        return (day - timedelta(days=1) if _BEFORE_DAY.search(line.said) else day), len(set(days)) == 1
    found = _AGO.search(
        re.sub(r"\b(?:viec|nhiem vu|so|gia han(?! \d+ (?:ngay|hom|tuan|thang)(?! sau\b))) \d+", " ", line.said)
    )
    if found is None or found["count"] == "vai":
        return None, False
    count = _SPELT.get(found["count"]) or int(found["count"])
    task = own(scene, tasks[0]) if tasks else None
    start = task.due if task and task.due and task.due > scene.today else scene.today
    if found["working"] and scene.workdays:
        return scene.workdays.shift(start, count), False
    return start + timedelta(days=count * {"tuan": 7, "thang": 30}.get(found["unit"], 1)), False


_FOR_ANOTHER = re.compile(r"\b(?:cho|cua|giup|ho) (?:don vi |ubnd )?(?:phuong|xa|phong|trung tam) (?!em|minh|toi|ta\b)")


def _to_come(thing: Thing, today: date) -> date | None:
    """A day that is asked for lies ahead: without its year it is of this one, "31/10" not the last October."""
    day = thing.day
    if day and day.year < today.year and not re.search(r"\d{4}", thing.words):
        day = day.replace(year=today.year, day=min(day.day, 28) if day.month == 2 else day.day)
    return day if day and day > today else None


def _days_to_come(line: Line, scene: Scene) -> list[date]:
    return [day for thing in line.marks.of("day") if (day := _to_come(thing, scene.today))]


def _until(line: Line, scene: Scene) -> date | None:
    """The last of the days until which it is asked for."""
    places = re.findall(r"\b(?:den|toi|sang|het)(?: het| ngay)* (zday[a-z]+)\b", line.said)
    days = [_to_come(line.marks.things[place], scene.today) for place in places]
    return days[-1] if days else None


def _extended(line: Line, scene: Scene) -> Reading | None:
    tasks = _tasks_wanted(line, scene)
    if _FOR_ANOTHER.search(line.said) and others_named(line.said, scene):
        return Reading(Mode.DECLINE)
    if tasks and not any(own(scene, each) for each in tasks):
        return Reading(Mode.DECLINE)
    one = the_one(scene) or _only_dated(scene)
    day, is_named = _day_wanted(line, tasks or ((one,) if one else ()), scene)
    typed = re.match(
        r"^(?:/ )?(?:em |phuong |dạ )*(?:xin |de nghi )?gia han (?:giup |them )?(?:viec |nhiem vu )?(?:so )?\d",
        line.said,
    )
    if not tasks:
        if not day and not re.search(
            r"\b(?:gia han|lui|cham|muon|han|nop|bao cao|khat|thoi gian|keo dai)\b", line.said
        ):
            return None
        return Reading(Mode.ASK, (Wish("gia han", day=day, text=line.text),), "task")
    wish = Wish("gia han", tasks, day=day, text=line.text)
    if day is None:
        return Reading(Mode.ASK, (wish,), "day")
    return Reading(Mode.DO if typed and is_named and len(tasks) == 1 and scene.today < day else Mode.CONFIRM, (wish,))


def _only_dated(scene: Scene) -> str | None:
    dated = [each.number for each in scene.tasks if each.is_open and each.is_dated]
    return dated[0] if len(dated) == 1 else None


def _snoozed(line: Line, scene: Scene) -> Reading | None:
    tasks = _tasks_wanted(line, scene)
    if re.search(r"\b(?:hoan|hoãn)\b", line.said) and not re.search(r"\bnhac\b", line.said) and not tasks:
        return None
    if not tasks and not re.search(r"\b(?:nhac|de sau|hoãn|tam dung)\b", line.said):
        return None
    if re.search(r"\bnhac\b", line.said) and not re.search(
        r"\b(?:nhac (?:lai|sau|em|toi|minh|giup|ho|phuong|don vi|cho|vao|chieu|sang|zday|\d|viec)"
        r"|hay nhac|moi nhac|(?:dung|đừng) (?:co )?nhac|tam|khoan|hoan|hoãn)\b|zday[a-z] (?:hang |hẵng |hay "
        r"|moi )?nhac|\btuan sau nhac"
        r"|\bmai nhac",
        line.said,
    ):
        return None
    day, _ = _day_wanted(line, tasks, scene)
    if day is None and scene.workdays and re.search(r"\btuan sau\b", line.said):
        day = scene.workdays.on_or_after(scene.today + timedelta(days=7 - scene.today.weekday()))
    if tasks and not any(own(scene, each) for each in tasks):
        return Reading(Mode.DECLINE)
    wish = Wish("nhac sau", tasks, day=day, text=line.text)
    typed = re.match(r"^(?:/ )?(?:nhac sau|nhac lai|de sau|hoan nhac) (?:viec )?\d", line.said)
    if day is None and not typed:
        return Reading(Mode.ASK, (wish,), "day")
    return Reading(Mode.DO, (wish,))
