"""What a line of a unit's chat means: of an officer, or of the unit's head, who may look but reports nothing. Pure.

`understand_unit` asks one reader after the other; the first that knows the line says what it means. Readers stand in
the order in which their words weigh: an answer to our own question, courtesy, questions, requests, reports.
"""

import re
from dataclasses import replace

from data.kinds import Role
from data.lines import (
    of_units_answers,
    of_units_asking,
    of_units_corrections,
    of_units_people,
    of_units_reports,
    of_units_requests,
    of_units_talk,
    of_units_together,
    of_units_troubles,
)
from data.lines.asking import is_asking
from data.lines.called import said_of_office
from data.lines.marked import marked
from data.lines.naming import tasks_named
from data.lines.normal import normal
from data.lines.scenes import others_named
from data.lines.spoken import LONG, Line
from data.lines.wishes import NOTHING, Mode, Reading, Scene, Wish
from data.words import fold

# Who may only look is told so of all that writes; these only show something.
SHOWING = frozenset(
    {"viec", "han", "vi sao", "da bao chua", "xin ke hoach", "lien he", "tro giup", "tinh hinh", "qua han",
    "ngon ngu",
     "doi dau moi", "quen toi", "da nhan", "dang ky", "chuyen noi vu"}
)  # fmt: skip
_SECRET = re.compile(
    r"(?<!\w)(?:TUYỆT MẬT|TỐI MẬT|MẬT)(?!\w)|\b[Mm]ật (?:về|của|số)|tài liệu mật|báo cáo mật|văn bản mật"
)
# In a group people talk to each other; what is typed as a command, or names a task and a result, is meant for us.
_AS_COMMAND = re.compile(
    r"^(?:/ )?(?:xong|hoan thanh|khong phat sinh|gia han|vuong|dang lam|bao nham|minh chung|nhac sau|da nhan)"
    r" (?:viec |nhiem vu )?(?:so )?\d"
)


def understand_unit(line: str, scene: Scene) -> Reading:
    """What a line of a unit's chat means."""
    if scene.awaiting is None and fold(line).strip(" .!,") in _NO:
        return NOTHING
    marks = marked(line, scene.today, scene.workdays)
    read = Line(line, replace(marks, said=said_of_office(marks.said, scene.registry, scene.unit)))
    reading = _read(read, scene)
    if Role.OFFICER not in scene.roles and _writes(reading):
        return Reading(Mode.DECLINE)
    return _careful(reading, scene)


# A no where nothing was asked.
_NO = frozenset({"khong", "ko", "k", "hong", "no", "thoi"})
_READERS = (
    of_units_answers.answer,
    of_units_requests.reasoned,
    of_units_talk.courtesy,
    of_units_talk.of_the_chat,
    of_units_people.people,
    of_units_people.coordinating,
    of_units_together.together,
    of_units_corrections.corrected,
    of_units_asking.asked,
    of_units_requests.requested,
    of_units_troubles.troubled,
    of_units_people.of_others,
    of_units_reports.reported,
)


_READERS_OF_LONG_LINES = (of_units_reports.reported,)


def _read(read: Line, scene: Scene) -> Reading:
    if _SECRET.search(read.text):
        return Reading(Mode.DECLINE)
    if _is_excerpt(read, scene):
        return NOTHING
    if scene.in_group and not scene.addressed:
        return _overheard(read, scene)
    if (sample := _SAMPLE.search(read.text[:LONG])) and tasks_named(read.said, scene).numbers:
        return Reading(Mode.ASK, (Wish("xong", tasks_named(read.said, scene).numbers, text=sample[0]),), "text")
    return _first(read, scene)


# A hint of ours that comes back as it was printed has no result in it.
_SAMPLE = re.compile(r"(?:…|\.\.\.+) ?(?:tin|bài|bai|/|số)|số (?:…|\.\.\.)")
_EXCERPT = re.compile(
    r"^(?:nhac viec\b(?! (?:so )?\d)|kinh gui\b|can cu\b|thuc hien (?:ke hoach|cong van|chi dao|van ban)\b"
    r"|de nghi (?:cac )?(?:don vi|dong chi|phuong|phong|ubnd)\b|tra loi :|noi nhan\b"
    r"|cong hoa xa hoi|ubnd thanh pho (?:yeu cau|de nghi)|tren day la\b|phu luc\b(?!.*\b(?:em|gui|mất|mat|xin|cho)\b)"
    r"|da ghi nhan \w+ .* bao|neu bao nham)"
    r"|\bnhu sau(?: :)?$"
)
# A paper of somebody else: what it is and what it is about.
_PAPER = re.compile(
    r"^(?:trich )?(?:quyet dinh|thong bao|cong van|chi thi|nghi quyet|giay moi|luat|nghi dinh|thong tu|cong dien"
    r"|ket luan"
    r"|huong dan) (?:so |: )?zdoc[a-z](?! ?$)(?:(?! (?:xong|gui|em|phuong em|don vi em|roi|viec \d"
    r"|da ban hanh)\b).)*$"
)
# Units are told what to do: an order, handed on as it was written.
_ORDER = re.compile(
    r"^(?:\d{1,2} ?[.)/] |[a-z] ?[.)] |[-+*] )?(?:giao|yeu cau|phan cong|chi dao|thu truong"
    r"|(?:(?:ubnd|uy ban nhan dan) )?(?:de nghi )?cac (?:phuong|xa|co quan|don vi|phong))\b(?!.*"
    r"(?:\b(?:em|minh|toi|xong|roi|xin|da|chua|khong|hoi|gi|nao)\b|zcnt|\?)).*\b(?:chu tri|phoi hop voi"
    r"|co trach nhiem|chu dong|nghiem tuc|(?:to chuc|trien khai) thuc hien|kip thoi|khan truong)\b"
)
_OURS = re.compile(
    r"^(?:nhac viec\b(?! (?:so )?\d)|tra loi :|neu bao nham\b|nguoi bao :|da ghi nhan\b.*\bbao\b.*\bviec\b"
    r"|minh chung : van ban|• )|\bde nghi (?:don vi|dong chi) (?:bao|hoan thanh)\b"
)
# Papers that no unit reports with; these and others only hand something on, where nobody says what came of it.
_PAPER_OF_OTHERS = re.compile(
    r"^(?:trich|(?:theo |can cu |tai )?(?:quyet dinh|nghi quyet|chi thi|thong tu|nghi dinh|luat|ket luan"
    r"|thong bao(?! (?:cho|toi|den|cac)\b)|giay moi|thu moi|cong dien)\b"
    r"|(?:so : |theo |can cu )*(?:cong van|ke hoach|van ban|zdoc[a-z])\b.*"
    r"\b(?:de nghi|yeu cau|don doc|giao|ve viec|cac don vi|cac phong|cac phuong)\b|ubnd tinh\b)"
)
_OWN_WORDS = re.compile(
    r"\b(?:xong|roi|em|gui|nop|xin|da (?!duoc)|chua|khong|hoan thanh(?! (?:truoc|noi dung|viec|nhiem vu))|phuong em|hoi"
    r"|gi|nao|viec \d+)\b"
)
_SHORT = 5  # no more words than these are an excerpt of nothing
_RUN = 8  # so many words of a title in a row are its text, not a report


def _is_excerpt(read: Line, scene: Scene) -> bool:
    """Whether a line repeats a text of ours or of the plan, and says nothing of its own."""
    if _OURS.search(read.start) or _ORDER.search(read.start) or (not scene.attached and _PAPER.search(read.start)):
        return True
    if _EXCERPT.search(read.start) and len(read.start.split()) > _SHORT and not tasks_named(read.said, scene).numbers:
        return True
    if _PAPER_OF_OTHERS.search(read.start) and not _OWN_WORDS.search(read.start):
        return True
    if read.marks.of("cnt") or re.search(r"\b(?:xong|roi|chua|khong|hoan thanh|la gi)\b", read.said):
        return False
    words = read.said.split()
    runs = (" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    titles = " | ".join(normal(task.title) for task in scene.plan) if len(words) >= _RUN else ""
    return any(run in titles for run in runs)


_LOOKS = re.compile(r"^(?:/ )?(?:viec|han|vi sao) (?:viec )?\d+$")
_TO_US = re.compile(
    r"^(?:bot|he thong|ad|@\w+) (?:oi |a )?(?:xong|hoan thanh|khong phat sinh|gia han|vuong|viec|bao cao)\b"
)
_PURE = re.compile(r"(?:xong|hoan thanh|khong phat sinh|viec|nhiem vu|so|va|voi|z[a-z]{4}|\d+|\W|a|nhe)+")


# A name behind "anh", "chị", "em" that begins the line, or an errand.
_TO_SOMEBODY = re.compile(
    r"\b(?:giup|ho|gium|oi|nho|bảo|thi|phai|can|nen|chua)\b|^(?:@\S*|(?:chi|anh|em|ban) "
    r"(?!em\b|a\b|xong|hoan|da\b|lam|nop|bao|gui|co\b|vua|moi|xin|ben|duoc|tong)[a-z]+)\b"
)

_TOLD = {"xong", "khong phat sinh", "bo sung", "sua"}


def _tells(read: Line, scene: Scene) -> bool:
    """Whether a result of a task that is named is told to nobody in particular: "việc 13 xong rồi ạ"."""
    told = re.search(r"\b(?:xong|hoan thanh|phat sinh|zcnt[a-z])\b", read.said) and not is_asking(read.said)
    return bool(told) and bool(tasks_named(read.said, scene).numbers) and not _TO_SOMEBODY.search(read.said)


_TOLD = {"xong", "khong phat sinh", "bo sung"}


def _overheard(read: Line, scene: Scene) -> Reading:
    """In a group only a command is meant for us; a result of a task that is named may be, and is asked about."""
    if not (_AS_COMMAND.match(read.said) or _LOOKS.match(read.said) or _TO_US.match(read.said) or _tells(read, scene)):
        return NOTHING
    reading = _first(read, scene)
    if _LOOKS.match(read.said) or (
        reading.mode is Mode.DO and _AS_COMMAND.match(read.said) and _PURE.fullmatch(read.start.replace(" ", ""))
    ):
        return reading
    told = {wish.command for wish in reading.wishes}
    reports = bool(told & _TOLD) and told <= _TOLD | {"dang lam"}
    if reading.mode in {Mode.DO, Mode.CONFIRM} and reading.wishes and (reports or _AS_COMMAND.match(read.said)):
        return replace(reading, mode=Mode.CONFIRM)
    return reading if reading.mode is Mode.ASK and _AS_COMMAND.match(read.said) else NOTHING


def _first(read: Line, scene: Scene) -> Reading:
    if scene.is_forward and others_named(read.said, scene):
        return NOTHING
    readers = _READERS if len(read.said) <= LONG else _READERS_OF_LONG_LINES
    return next((found for reader in readers if (found := reader(read, scene)) is not None), NOTHING)


def _writes(reading: Reading) -> bool:
    return reading.mode in {Mode.DO, Mode.CONFIRM, Mode.ASK} and any(
        wish.command not in SHOWING for wish in reading.wishes
    )


def _careful(reading: Reading, scene: Scene) -> Reading:
    """What somebody else wrote is asked about before it is put on record."""
    if scene.is_forward and reading.mode is Mode.DO:
        return replace(reading, mode=Mode.CONFIRM)
    return reading
