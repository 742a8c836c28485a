"""What a unit reports of which tasks, at once or asked about first: results, none, delays, difficulties. Pure."""

import re
from dataclasses import replace

from data.lines.asking import is_asking
from data.lines.clauses import Clause, clauses_of
from data.lines.days import day_of_paper
from data.lines.naming import Named, tasks_like, tasks_making, tasks_titled
from data.lines.normal import normal
from data.lines.results import COMMANDS, PRODUCTS, by_parts, counts_in, is_changing, lacking, wishes_of
from data.lines.scenes import is_planned, owed, own, period_of, the_one
from data.lines.spoken import DEEDS, OF_WORK, POLITE, SMALL_TALK, Line, foreign
from data.lines.tones import EMPTY, FREE_OF_TROUBLE, PAPER_TO_COME, Tone, sum_of
from data.lines.wishes import Mode, Reading, Scene, Wish
from data.words import vocabulary

_AT_ONCE = {Tone.DONE, Tone.NOTHING, Tone.UNDER_WAY, Tone.TROUBLE}
_KNOWN = POLITE | vocabulary(
    "xong hoan thanh bao cao nop gui roi viec nhiem vu quy ky nay het ket qua da lam khong "
    "phat sinh co gi chua dang"
    " tuyen truyen phuong cong tac cchc thang nam so ve zper lieu hoat dong trien khai thuc "
    "hien mai sau tuan se moi"
    " chieu som kip ngay hom truoc tin bai noi dung van ban du day ban anh file hinh them "
    "cap nhat tiep vuong mac kho khan"
    " sap gan do dang kia tu len bon lat ti chut xiu vai it may khoang truoc trua chieu toi sang de buoi "
    "dau cuoi lap tuc lien ngay"
    " khi luc neu gap nao loa phat thanh truyen kinh phi can bo nguoi thieu du nhan mot nua moi cung luc"
    " cai giao duoc xuoi nay trang tin dien tu cong dau muc hoan tat ca tat toan bo moi deu con lai trong thoi han"
)
_OF_TIME = vocabulary(
    "sau mai tuan chieu som hom truoc trua toi sang buoi dau cuoi lat ti chut xiu khoang gan sap se moi dang chua it"
    " thieu khi luc neu de lap tuc ngay thang nam vai may nua can nhan du xin gap con"
    " kho khan vuong mac"
)
_WORK_NAMED = re.compile(
    r"\b(?:bao cao|tuyen truyen|cchc|cai cach|ke hoach|zdoc[a-z]|zlink[a-z]|phat thanh"
    "|truyen thanh|bai viet|dich vu cong|chuyen doi so|tap huan|nhiem vu|ket qua|minh chung"
    r"|so lieu|nop|van ban)\b"
)
_NUMBERED = re.compile(r"\b(?:viec|nhiem vu|xong) (?:so )?\d|^\d+ (?:moi|dang|con|chua|da|xong|van|viet|lam|khong)\b")


def reported(line: Line, scene: Scene) -> Reading | None:
    """The reading of a line that reports something; None where nothing is said of any task."""
    if SMALL_TALK.search(line.start) and not (_NUMBERED.search(line.said) or DEEDS.search(line.start)):
        return None
    clauses = clauses_of(line.marks, scene)
    if scene.attached and not re.search(r"\w", line.said):
        return Reading(Mode.ASK, (Wish("xong", text=line.text),), "task")
    named = [each for each in clauses if each.named.numbers or each.named.is_all or each.named.out]
    titled = {each.titled for each in clauses if each.titled and each.tone is not Tone.BARE}
    if len(titled) > 1 or (named and titled):
        clauses = [
            replace(each, named=Named(each.titled)) if each.titled and not each.named.numbers else each
            for each in clauses
        ]
        reading = _of_tasks(
            line, [each for each in clauses if each.named.numbers or each.named.is_all or each.named.out], scene
        )
        return replace(reading, mode=Mode.CONFIRM) if reading and reading.mode is Mode.DO else reading
    if not named:
        return _without_task(line, clauses, scene)
    reading = _of_tasks(line, named, scene)
    return _with_what_is_counted(reading, line, clauses, scene) if reading else None


def _with_what_is_counted(reading: Reading, line: Line, clauses: list[Clause], scene: Scene) -> Reading:
    """What is counted of no task is asked about where nothing arose of those named: "3 tin, việc 12 không có gì"."""
    tones = {each.tone for each in clauses if each.named.numbers}
    counted = [each for each in clauses if not each.named.numbers and line.marks.of("cnt", each.text)]
    if not counted or not tones <= EMPTY:
        return reading
    asked = _asked_for(line, Tone.DONE, scene).wishes[0]
    return Reading(Mode.ASK, (replace(asked, tasks=()), *reading.wishes), "task")


def _of_tasks(line: Line, clauses: list[Clause], scene: Scene) -> Reading | None:
    wishes: list[Wish] = []
    sure, unknown, lacks = True, [], None
    has_done = any(each.tone in {Tone.DONE, Tone.NOTHING, Tone.MAYBE_DONE} for each in clauses)
    for said in _with_rest(clauses):
        clause, parts = by_parts(said, line, scene)
        numbers = _numbers(clause, scene)
        if numbers is None or (clause.named.is_all and clause.named.is_vague):
            return Reading(Mode.ASK, (Wish(COMMANDS[clause.tone], text=line.text),), "task")
        unknown += [each for each in numbers if own(scene, each) is None]
        numbers = tuple(each for each in numbers if own(scene, each) is not None)
        if not numbers or (has_done and _is_idle(clause)):
            continue
        if _is_title(clause) or (clause.tone is Tone.BARE and not scene.attached and not _is_told(clause)):
            continue
        wishes += [replace(each, parts=parts) for each in wishes_of(line, clause, numbers, scene)]
        sure = sure and _is_sure(clause, scene)
        lacks = lacks or lacking(clause, numbers, line.marks, scene)
    if not wishes:
        return _of_nobody(unknown, clauses, scene)
    sure = sure and not is_changing(wishes, scene) and not _is_loose(line)
    if lacks:
        return Reading(Mode.ASK, tuple(wishes), lacks)
    return Reading(Mode.DO if sure else Mode.CONFIRM, tuple(wishes))


_LOOSE = re.compile(
    r"(?<![^\W\d_])[xv]\d|(?<![^\W_])(?:\d{1,3}[^\W\d_]{1,2}){1,4}(?![^\W_])"
    r"|(?<![\w/.-])\d{1,3}[-–]\d{1,3}(?= [^\W\d])",
    re.IGNORECASE,
)
# Where a row of tasks ends in a no it is not plain whose no that is.
_WHOSE_NO = re.compile(
    r"^(?!.*(?:[,;.]|\bnhung\b|\bthi\b)).*\bchua(?: a)?$|\d \d+ khong(?: (?:a|nhe|em))*$|, \d+ , \d+ khong\b"
)


def _is_loose(line: Line) -> bool:
    """Whether the words are clear enough to be read, and not to be acted on: "x1 3t", "1 đến 13"."""
    months = any(re.fullmatch(r"\d{4}-\d\d", thing.value) for thing in line.marks.of("per"))
    ends = _WHOSE_NO.search(line.start)
    return bool(_LOOSE.search(line.text) or months or ends or re.search(r"\d (?:den|toi|-|–) (?:viec )?\d", line.said))


# "Việc 12: Ứng dụng CNTT" is how we print a task.
_TITLE_LIKE = re.compile(r"\b(?:viec|nhiem vu) (?:so )?\d+ ?:")


def _is_title(clause: Clause) -> bool:
    if clause.tone is not Tone.MAYBE_DONE or re.search(r"\b(?:roi|da|vua)\b", clause.text):
        return False
    return _TITLE_LIKE.search(clause.text) is not None


def _is_told(clause: Clause) -> bool:
    """Whether words without a verb still tell of a task: "ảnh việc 12"."""
    return bool(re.search(r"\b(?:anh|hinh|file|bao cao|ket qua)\b", clause.text))


def _is_idle(clause: Clause) -> bool:
    """Whether it says only what is not reported, as "13 chưa" beside a report."""
    return clause.tone is Tone.NOT_YET


# Of these words a result may be told at once; none of them puts it off, or doubts it.
_SAFE = (_KNOWN - _OF_TIME) | vocabulary(
    "lam da vua ht thu giup rieng phan lam xong duoc ok stt muc ket qua tong hop bao len gui nop đăng phat treo in"
    " tuyen truyen thuc hien to chuc trien khai loa truyen thanh anh hinh kem theo hoi nghi zdoc so cv day ho khong"
    " lien ben nhung ma chứ tuy nhien it day du het kip toan bo quen bao nhan moi lau mỗi"
)
# Told of hearsay, as an example, as a plan or of others, though every word is known.
_DOUBTED = re.compile(
    r"\b(?:nghe noi|nghe bao|nghi|tuong|vi du|gia su|dang ky|đăng ky|khong the|cai gi|the gi"
    r"|(?:duoc|phai|dung) khong|duoc chua"
    r"|(?:phuong|xa|don vi) ban)\b"
    r"(?<!hoi nghi)"
)
_SAFE_NO = _SAFE | {"chua", "con"}
_PAST_TIME = re.compile(
    r"\b(?:tu )?(?:(?:hom|tuan|thang|ngay|quy|nam) (?:qua|truoc|kia|xua)|sang nay|(?:chieu|toi|trua) (?:qua|hom qua)"
    r"|vua (?:nay|roi|moi|xong)|(?<=da )dang(?= zcnt)|moi (?=xong|lam xong|nop|gui|bao)|lau (?=roi)"
    r"|dau (?:tuan|thang|nam))\b"
)


def _is_accounted_for(clause: Clause) -> bool:
    """Whether every number is a task's, a count's or a document's, and no day stands beside them."""
    numbers = {number.lstrip("0") for number in re.findall(r"\d+", clause.text)}
    return numbers <= {part for each in clause.named.numbers for part in (each, *each.split("."))} and not re.search(
        r"\bzday", clause.text
    )


def _is_plain(clause: Clause, scene: Scene) -> bool:
    """Whether the words about the result are all known: what takes it back might be among others.

    A few others are no matter where a photo shows what is counted.
    """
    said = FREE_OF_TROUBLE.sub(" ", PAPER_TO_COME.sub(" ", clause.text))
    if _DOUBTED.search(said):
        return False
    words = re.sub(r"\bz[a-z]{4,5}\b|\d+", " ", _PAST_TIME.sub(" ", said))
    safe = _SAFE_NO if clause.tone is Tone.NOTHING else _SAFE
    strange = foreign(words, safe | vocabulary(normal(scene.unit_name)))
    return strange <= (_FEW + _FEW if scene.attached and "zcnt" in clause.text else 0)


def _is_sure(clause: Clause, scene: Scene) -> bool:
    if clause.tone in {Tone.DONE, Tone.NOTHING} and not (_is_plain(clause, scene) and _is_accounted_for(clause)):
        return False
    if clause.tone not in _AT_ONCE or clause.named.is_all or clause.named.out:
        return False
    if re.search(r"\b(?:anh|hinh anh|hinh)\b", clause.text) and not re.search(
        r"zcnt|\b(?:xong|hoan thanh)\b", clause.text
    ):
        return False
    if clause.tone is Tone.TROUBLE:
        return bool(re.search(r"\b(?:vuong|kho khan|bi tac)\b", clause.text))
    return True


_RESULTS = {Tone.DONE, Tone.MAYBE_DONE, Tone.NOTHING}


def _with_rest(clauses: list[Clause]) -> list[Clause]:
    """Where some tasks are left out and nothing else is named, the others are meant: "trừ việc 8 thì xong hết"."""
    out = tuple(dict.fromkeys(number for each in clauses for number in each.named.out))
    if not out:
        return clauses
    kept = [each for each in clauses if each.named.numbers]
    if any(each.tone in _RESULTS for each in kept) and not any(each.named.is_all for each in clauses):
        return [replace(each, named=replace(each.named, out=out)) if each.tone in _RESULTS else each for each in kept]
    found = [
        replace(each, named=Named((), out, is_all=True, count=each.named.count))
        if each.named.is_all or (each.named.out and not each.named.numbers)
        else each
        for each in clauses
    ]
    rest = [each for each in found if each.named.is_all and each.tone is not Tone.BARE]
    return (
        rest[:1] + [each for each in found if each.named.numbers]
        if rest
        else [replace(each, tone=_later_tone(clauses)) if each.named.is_all else each for each in found]
    )


def _later_tone(clauses: list[Clause]) -> Tone:
    return next((each.tone for each in clauses if each.tone is not Tone.BARE), Tone.BARE)


def _numbers(clause: Clause, scene: Scene) -> tuple[str, ...] | None:
    """The tasks meant, of a period where nothing arose; None where "cả 3 việc" says another number than there are."""
    named = clause.named
    if not named.is_all:
        return named.numbers
    every = owed(scene)
    told = scene.is_reply_to if len(scene.is_reply_to) == named.count else every
    if named.count is not None and named.count not in {len(every), len(told)}:
        return None
    dated = {each.number for each in scene.tasks if each.is_dated} if clause.tone in EMPTY else set()
    return tuple(each for each in told if each not in {*named.out, *dated})


def _of_nobody(unknown: list[str], clauses: list[Clause], scene: Scene) -> Reading | None:
    """A number that is no task of the unit cannot be reported here."""
    told = any(each.tone is not Tone.BARE for each in clauses)
    plain = any(is_planned(scene, each) for each in unknown) or any(
        re.search(r"\b(?:xong|viec|nhiem vu|phat sinh|hoan thanh)\b", each.text) for each in clauses
    )
    return Reading(Mode.DECLINE) if unknown and told and plain else None


def _without_task(line: Line, clauses: list[Clause], scene: Scene) -> Reading | None:
    """A report that names no number: of the task whose title it has, of the only one there is, or to be asked for."""
    tones = [each.tone for each in clauses if each.tone is not Tone.BARE]
    counted = [thing.value for thing in line.marks.of("cnt")]
    titled = tasks_titled(line.said, scene) or tasks_making(counted, scene)
    if is_asking(line.start) and not titled and not line.marks.of("doc"):
        return None
    if not tones and not scene.attached and not line.marks.of("doc") and not line.marks.of("link"):
        return None
    tone = sum_of(tones)
    if titled:
        clause, parts = by_parts(Clause(line.said, Named(titled), tone), line, scene)
        wishes = [replace(each, parts=parts) for each in wishes_of(line, clause, titled, scene)]
        return Reading(Mode.CONFIRM, tuple(wishes))
    if tone is Tone.MAYBE_DONE and not scene.attached and not re.search(r"\b(?:roi|da|vua|xin|gui|hom)\b", line.said):
        return None
    if not _is_about_work(line, scene):
        return None
    return _of_the_one(line, tone, scene) or _asked_for(line, tone, scene)


_SENT = re.compile(
    r"\b(?:gui|nop|bao cao)\b.*\broi\b|\bbao (?:\w+ )?roi\b|\bda (?:gui|nop|bao cao)\b"
    r"|\bda (?:đăng|dang|phat|treo|tuyen truyen|to chuc)\b.*\b(?:bai|tin|loa|trang|hoi nghi|buoi"
    r"|pano|bang ron|to roi)\b"
)
_FEW = 3


def _is_about_work(line: Line, scene: Scene) -> bool:
    """Whether a line without any task is about work all the same."""
    marks = line.marks
    if marks.of("doc") or (
        marks.of("cnt") and (OF_WORK.search(line.start) or re.fullmatch(r"(?:zcnt[a-z]|\W|va|voi|a|nhe)+", line.start))
    ):
        return True
    if marks.of("link") or any(thing.value in PRODUCTS for thing in marks.of("cnt")):
        return True
    if scene.attached or tasks_like(line.start, scene):
        return True
    bare = DEEDS.sub(" ", re.sub(r"\bz(?:cnt|per|day|doc|link)[a-z]+\b|\d+", " ", line.said))
    strange = foreign(bare, _KNOWN)
    if marks.of("cnt"):
        return bool(_WORK_NAMED.search(line.start) or DEEDS.search(line.start)) or strange <= 1
    if (_SENT.search(line.start) or DEEDS.search(line.start)) and strange <= _FEW:
        return True
    return strange == 0 or (bool(_WORK_NAMED.search(line.start)) and strange <= 3 + len(line.said.split()) // 4)


def _of_the_one(line: Line, tone: Tone, scene: Scene) -> Reading | None:
    number = the_one(scene)
    if number is None or own(scene, number) is None:
        return None
    clause = Clause(line.said, Named((number,)), tone)
    sure = number in scene.is_reply_to and tone in {Tone.DONE, Tone.NOTHING}
    return Reading(Mode.DO if sure else Mode.CONFIRM, tuple(wishes_of(line, clause, (number,), scene)))


_IS_OF_PERIOD = re.compile(
    "^(?:em |phuong em |phuong |xa |dạ |bao cao |da |ket qua |don vi )*(?:(?:xong|hoan thanh"
    "|khong phat sinh|nop) (?:het |bao cao |gi )*zper[a-z]"
    r"|(?:bao cao )?zper[a-z] .{0,20}\b(?:xong|hoan thanh|khong phat sinh"
    r"|khong co gi)\b)(?: .{0,20})?$"
)


def _asked_for(line: Line, tone: Tone, scene: Scene) -> Reading:
    clause = Clause(line.said, Named(), tone)
    keys = [period_of(thing.value, None, scene.today) for thing in line.marks.of("per")]
    documents = line.marks.of("doc")
    wish = Wish(
        COMMANDS[tone],
        period=next(filter(None, keys), None),
        counts=counts_in(line.marks, clause.text),
        document=documents[0].value if documents else None,
        document_day=day_of_paper(documents[0].words, scene.today) if documents and documents[0].words else None,
        text=line.text,
    )
    every = owed(scene)
    if (
        wish.period
        and tone is not Tone.NOT_YET
        and not wish.counts
        and not documents
        and _IS_OF_PERIOD.search(line.start)
    ):
        return Reading(Mode.CONFIRM, (replace(wish, tasks=every),))
    return Reading(Mode.ASK, (wish,), "task")
