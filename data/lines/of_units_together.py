"""A report and a request in one line, "xong 13 2 tin, còn việc 10 xin lùi đến 31/3": each half is read alone. Pure."""

import re

from data.lines.marked import marked
from data.lines.naming import tasks_named
from data.lines.of_units_reports import reported
from data.lines.of_units_requests import asks_for_a_day, requested
from data.lines.spoken import LONG, Line
from data.lines.wishes import Mode, Reading, Scene

_MOST = 4  # so many places are tried where the one may end and the other begin
_BETWEEN = re.compile(r"[;.\n]\s+|,\s*(?:và\s+|va\s+)?|\s(?=(?:còn|con|riêng|rieng|nhưng|nhung)\s)", re.IGNORECASE)
_REPORTS = {"xong", "khong phat sinh", "bo sung", "sua", "dang lam"}


def together(line: Line, scene: Scene) -> Reading | None:
    """Both of a line's halves, where one reports and the other asks for a later day, each of tasks that it names."""
    if len(line.text) > LONG or not asks_for_a_day(line.said):
        return None
    for found in list(_BETWEEN.finditer(line.text))[:_MOST]:
        first, second = (_half(part, scene) for part in (line.text[: found.start()], line.text[found.end() :]))
        for report, request in ((first, second), (second, first)):
            if (reading := _both(report, request, scene)) is not None:
                return reading
    return None


def _half(text: str, scene: Scene) -> Line:
    return Line(text, marked(text, scene.today, scene.workdays))


def _both(report: Line, request: Line, scene: Scene) -> Reading | None:
    if asks_for_a_day(report.said) or not all(tasks_named(each.said, scene).numbers for each in (report, request)):
        return None
    told, wanted = reported(report, scene), requested(request, scene)
    if told is None or wanted is None or not {told.mode, wanted.mode} <= {Mode.DO, Mode.CONFIRM}:
        return None
    if not all(each.command in _REPORTS for each in told.wishes):
        return None
    mode = Mode.DO if told.mode is wanted.mode is Mode.DO else Mode.CONFIRM
    return Reading(mode, (*told.wishes, *wanted.wishes))
