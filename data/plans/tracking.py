"""Bảng theo dõi: what a list that is kept says of its tasks: done, stopped, extended, how far.

Nothing is guessed: what contradicts itself, or is not understood, leaves the task as it was planned, with a Question.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.deadline import Deadline, Kind, Span, read
from data.documents import Row
from data.plans.drafts import DraftQuestion, DraftTask, PlanDraft
from data.views.questions import STATE
from data.words import fold

DONE, STOPPED = "done", "stopped"
_OPEN, _UNKNOWN = "open", "unknown"

_IS_DONE = re.compile(
    r"(?:da |duoc )?(?:hoan thanh|xong|roi)\b(?!.*\d ?%)|(?:da |duoc )*(?:dat |hoan thanh |xong )*100 ?%"
    r"|da (?:thuc hien|ban hanh|bao cao|nop|trinh|to chuc)\b"
)
# "Đúng hạn" is no "dừng", "thời hạn" no "thôi": accents are heeded where they are typed.
_IS_STOPPED = re.compile(
    r"(?:đã |tạm |được )*(?:dừng|hủy|huỷ|bãi bỏ|đình chỉ|thôi|rút)\b|không (?:còn )?(?:thực hiện|triển khai|tổ chức)\b"
)
_IS_STOPPED_BARE = re.compile(
    r"(?:da |tam |duoc )*(?:dung (?:thuc hien|trien khai|lai)|dung$|huy\b|bai bo|dinh chi|rut\b)"
    r"|khong (?:con )?(?:thuc hien|trien khai|to chuc)\b"
)
_NOT_YET = re.compile(
    r"\b(?:chua|dang|mot phan|gan|con|co ban|se|phan dau|mot so|cho (?:y kien|phe duyet|tham dinh|ky|ban hanh))\b"
)
_IS_OPEN = re.compile(
    r"(?:moi|trong han|dung (?:han|tien do|ke hoach)|cham|tre|qua han|den han|sap den han|cho|tiep tuc|trien khai"
    r"|thuc hien|binh thuong|thuong xuyen|(?:da |duoc |xin |de nghi )*(?:gia han|giao|trien khai|nhan|du thao))\b|-+$"
    r"|(?:da )?(?:dat|hoan thanh|xong|thuc hien)\b.*\d ?%"
)
_EXTENDED = re.compile(r"\b(?:gia han|lui (?:thoi )?han)\b")
_NOT_BEGUN = re.compile(r"(?:chua (?:thuc hien|trien khai|den han|bat dau|lam|co)|0 ?%|[-–—]*$)")
_NONE = re.compile(r"(?:khong(?: co)?|chua|0|[-–—./x]*)$")
_LONGEST_STATE = 6
"""Words; a longer cell tells how the work goes on."""

_DAYS = re.compile(
    r"(?<![\d/.-])(?:(?P<iso>20\d\d-\d{1,2}-\d{1,2})|\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{2}(?:\d\d)?)?)(?![\d/])"
    r"|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:,?\s+năm\s+\d{4})?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?) ?(%?)")


def with_kept(task: DraftTask, row: Row, year: int, issued_on: date | None) -> tuple[DraftTask, list[DraftQuestion]]:
    """The task with what its row says of its state, and what is to be asked about that."""
    state, done_on, why = _state(row, task.deadline, year, issued_on)
    questions = [DraftQuestion(task.number, "state.doubt", why)] if why else []
    later = row.extended or (row.state if _EXTENDED.search(fold(row.state)) and days_in(row.state, year) else "")
    extended_to, why = _later(later, task.deadline, year)
    questions += [DraftQuestion(task.number, "state.doubt", why)] if why else []
    kept = replace(task, state=state, done_on=done_on, extended_to=extended_to, extended=later if extended_to else "")
    return replace(kept, progress=_progress(row, state)), questions


def read_state(state: str, done: str, year: int) -> tuple[str, date | None]:
    """Whether words say that a task is done or stopped, and the day on which it was done; "" for neither."""
    said, day = _meant(state), _only(days_in(done or state, year))
    if said == STOPPED:
        return STOPPED, None
    is_done = said == DONE or (said == "" and done and day)
    return (DONE, day) if is_done else ("", None)


def days_in(text: str, year: int) -> tuple[date, ...]:
    """The days that a cell names, however they are written; those without a year are of `year`."""
    found: list[date] = []
    for piece in _DAYS.finditer(text):
        if piece["iso"]:
            found += _iso(piece["iso"])
            continue
        understood = read(piece[0], year)
        if understood.kind is Kind.ONCE and understood.dues[0].span is Span.DAY and not understood.doubts:
            found.append(understood.dues[0].day)
    return tuple(dict.fromkeys(found))


def _iso(text: str) -> list[date]:
    try:
        return [date(*map(int, text.split("-")))]
    except ValueError:
        return []


def _only(days: Sequence[date]) -> date | None:
    return days[0] if len(days) == 1 else None


def _meant(text: str) -> str:
    """What a state's words say: done, stopped, open, nothing, or what nobody knows."""
    raw, said = text.lower().strip(), fold(text)
    if not said:
        return ""
    if (_IS_STOPPED_BARE if raw.isascii() else _IS_STOPPED).match(said if raw.isascii() else raw):
        return STOPPED
    if _NOT_YET.search(said):
        return _OPEN
    if _IS_DONE.match(said):
        return DONE
    is_known = _IS_OPEN.match(said) or percent(text) is not None or len(said.split()) > _LONGEST_STATE
    return _OPEN if is_known else _UNKNOWN


def percent(text: str) -> float | None:
    """How many of a hundred a cell says: "70%", "70", "0,7"; None for other words, and for "1", which may be either."""
    found = _PERCENT.fullmatch(text.strip())
    if found is None:
        return None
    value = float(found[1].replace(",", "."))
    if found[2] or value == 0:
        return value
    if value < 1:
        return value * 100
    return value if 1 < value <= _WHOLE else None


_WHOLE = 100


def _state(row: Row, deadline: Deadline, year: int, issued_on: date | None) -> tuple[str, date | None, dict[str, str]]:
    """The state of a row and the day on which it was done; or the fields of the Question why it is taken as open."""
    share = percent(row.progress) if row.progress else percent(row.state)
    text = row.state or (row.progress if share is None else "")
    said, day = _meant(text), _only(days_in(row.done, year))
    is_whole = share is not None and share >= _WHOLE
    if not said and (is_whole or day):
        said = DONE
    is_unread = not said and bool(row.done.strip(" -–—.x"))
    if said == _UNKNOWN or is_unread:
        return "", None, {"why": "unknown", "text": text or row.done}
    shown = text or row.progress or row.done
    if (said == DONE and share is not None and not is_whole) or (said in {_OPEN, STOPPED} and is_whole):
        return "", None, {"why": "percent", "text": shown, "share": row.progress or row.done}
    if said in {_OPEN, STOPPED} and day is not None:
        return "", None, {"why": "day", "text": shown, "day": day.isoformat()}
    if said != DONE:
        return (said if said == STOPPED else ""), None, {}
    day = day or _only(days_in(text, year))
    why = _not_done(deadline, day, issued_on, shown)
    return ("", None, why) if why else (DONE, day, {})


def _not_done(deadline: Deadline, day: date | None, issued_on: date | None, shown: str) -> dict[str, str]:
    """Why what is said to be done is taken as open: of several dates or periods not all are, nor before the plan."""
    if deadline.cadence or len(deadline.dues) > 1:
        return {"why": "several", "text": shown}
    if day and issued_on and day < issued_on:
        return {"why": "early", "day": day.isoformat(), "plan": issued_on.isoformat()}
    return {}


def _later(text: str, deadline: Deadline, year: int) -> tuple[date | None, dict[str, str]]:
    """The later day that a row was given; or the fields of the Question why the plan's own is kept."""
    if _NONE.match(fold(text)):
        return None, {}
    day = max(days_in(text, year), default=None)
    if day is None:
        return None, {"why": "later.unread", "text": text}
    if deadline.cadence or len(deadline.dues) > 1:
        return None, {"why": "later.several", "day": day.isoformat()}
    if deadline.due and day <= deadline.due:
        return None, {"why": "later.before", "day": day.isoformat(), "due": deadline.due.isoformat()}
    return day, {}


def _progress(row: Row, state: str) -> str:
    """What is to be noted of how far a task that is open has come; nothing of one that has not been begun."""
    share = percent(row.progress)
    if state or (_NOT_BEGUN.match(fold(row.state or row.progress)) and not share) or row.state + row.progress == "0":
        return ""
    said = (row.state, row.progress if share is None else f"{share:.15g}%")
    return ", ".join(filter(None, said))


@dataclass(frozen=True, slots=True)
class Kept:
    """What a tracker says that could be put on record, by task number; `undated` are done on a day it does not say."""

    done: tuple[str, ...]
    stopped: tuple[str, ...]
    extended: tuple[str, ...]
    undated: tuple[str, ...]


def kept_in(draft: PlanDraft) -> Kept | None:
    """What a draft says of states; None where it says nothing, so that there is nothing to ask."""
    found = Kept(
        done=tuple(task.number for task in draft.rows if task.state == DONE),
        stopped=tuple(task.number for task in draft.rows if task.state == STOPPED),
        extended=tuple(task.number for task in draft.rows if task.extended_to),
        undated=tuple(task.number for task in draft.rows if task.state == DONE and task.done_on is None),
    )
    return found if found.done or found.stopped or found.extended else None


def as_of(draft: PlanDraft, today: date) -> PlanDraft:
    """The draft in which nothing is done on a day that has not come: such a task is open, and asked about."""
    ahead = {task.number: task.done_on for task in draft.tasks if task.done_on and task.done_on > today}
    if not ahead:
        return draft
    tasks = tuple(replace(task, state="", done_on=None) if task.number in ahead else task for task in draft.tasks)
    asked = (DraftQuestion(n, "state.doubt", {"why": "future", "day": day.isoformat()}) for n, day in ahead.items())
    return replace(draft, tasks=tasks, questions=(*draft.questions, *asked))


def all_open(draft: PlanDraft) -> PlanDraft:
    """The draft with every task as it was planned, whatever the file says of its state."""
    tasks = (replace(task, state="", done_on=None, extended_to=None, extended="", progress="") for task in draft.tasks)
    asked = (each for each in draft.questions if each.code != STATE)
    return replace(draft, tasks=tuple(tasks), questions=tuple(asked))


def without_stopped(draft: PlanDraft) -> Iterator[DraftQuestion]:
    """The Questions of a draft, those of each row by itself, without those about tasks that are stopped."""
    stopped = {task.number for task in draft.tasks if task.state == STOPPED}
    return (each for asked in draft.questions for each in asked.each() if each.task not in stopped)
