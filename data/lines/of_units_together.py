"""A report and something else in one line, a request or a question: each half is read alone. Pure."""

import re

from data.lines.asking import is_asking
from data.lines.marked import marked
from data.lines.naming import tasks_named
from data.lines.of_units_asking import asked
from data.lines.of_units_reports import reported
from data.lines.of_units_requests import asks_for_a_day, requested
from data.lines.spoken import LONG, Line
from data.lines.wishes import Mode, Reading, Scene

_MOST = 4  # so many places are tried where the one may end and the other begin
_BETWEEN = re.compile(
    r"[;.!\n]+\s*(?=\S)|,\s*(?:và\s+|va\s+)?"
    r"|(?<!chỉ)(?<!chi)\s(?=(?:còn|con|riêng|rieng|nhưng|nhung|mà|ma|tiện|tien)\s|(?:thế|the)\s(?:còn|con|thì|thi|có|co)\s"
    r"|cho\s(?:em|e|mình|minh|tôi|toi)\s(?:hỏi|hoi)\s)",
    re.IGNORECASE,
)
_REPORTS = {"xong", "khong phat sinh", "bo sung", "sua", "dang lam"}
# Whether it came, asked right behind a report: the answer to the report says so.
_OF_ITSELF = "da bao chua"
_BEFORE = re.compile(r"\b(?:roi|hom|truoc|da|tuan|thang)\b")


def together(line: Line, scene: Scene) -> Reading | None:
    """Both of a line's halves, where one reports tasks that it names and the other asks, or asks for a later day."""
    asks = is_asking(line.said)
    if len(line.text) > LONG or not (asks or asks_for_a_day(line.said)):
        return None
    for found in list(_BETWEEN.finditer(line.text))[:_MOST]:
        first, second = (_half(part, scene) for part in (line.text[: found.start()], line.text[found.end() :]))
        for report, other in ((first, second), (second, first)):
            if (reading := _both(report, other, scene)) is not None:
                return reading
    return None


def _half(text: str, scene: Scene) -> Line:
    return Line(text, marked(text, scene.today, scene.workdays))


def _both(report: Line, other: Line, scene: Scene) -> Reading | None:
    if asks_for_a_day(report.said) or is_asking(report.said) or not tasks_named(report.said, scene).numbers:
        return None
    wanted = _asked(report, other, scene) if is_asking(other.said) else _requested(other, scene)
    told = reported(report, scene) if wanted else None
    if told is None or wanted is None or told.mode not in {Mode.DO, Mode.CONFIRM}:
        return None
    if not all(each.command in _REPORTS for each in told.wishes):
        return None
    mode = Mode.DO if told.mode is Mode.DO and wanted.mode in {Mode.DO, Mode.TELL} else Mode.CONFIRM
    beside = () if wanted.wishes[0].command == _OF_ITSELF else wanted.wishes
    return Reading(mode, (*told.wishes, *beside))


def _requested(request: Line, scene: Scene) -> Reading | None:
    named = asks_for_a_day(request.said) and tasks_named(request.said, scene).numbers
    wanted = requested(request, scene) if named else None
    return wanted if wanted and wanted.mode in {Mode.DO, Mode.CONFIRM} else None


def _asked(report: Line, question: Line, scene: Scene) -> Reading | None:
    """What is asked beside a report of now; what became of an older one is a question alone."""
    wanted = asked(question, scene)
    if wanted is None or wanted.mode is not Mode.TELL:
        return None
    is_of_itself = any(each.command == _OF_ITSELF for each in wanted.wishes)
    return None if is_of_itself and (len(wanted.wishes) > 1 or _BEFORE.search(report.said)) else wanted
