"""What cannot be done with reports, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "NotAStandingDuty": N_("Task {number} must yield a product. When it is done, please type: done {number}"),
    "NothingToUndo": N_("Task {number} has no report that could be taken back."),
    "AcceptedAlready": N_("The report on task {number} has been accepted. To change it, please contact {office}."),
    "ButtonOfAnother": N_("This button is for the person who asked. To ask for yourself, type: {command}"),
    "NothingMore": N_(
        "There is nothing more of a list to see here. To see a list again, please type its command, for example: tasks"
    ),
    "ButtonStale": N_("This button is out of date. To see the work as it stands, type: tasks"),
    "AlreadyDone": N_("Task {number} was already reported at {at}. If that was a mistake, type: undo {number}"),
    "NoLongerOwed": N_("Task {number} is no longer asked for. To see the tasks of your unit, type: tasks"),
    "LedByOne": N_("Task {number} has one lead unit only."),
    "PartReported": N_(
        "“{part}” of task {number} was already reported at {at}. If that was a mistake, type: undo {number}"
    ),
    "ReasonMissing": N_("Please say what is to be added, for example: {example}"),
}

EITHER: Mapping[str, tuple[str, str, str]] = {
    "NothingToShare": (
        "has_report",
        N_("All lead units have reported task {number}. No joint report is needed."),
        N_("{unit} has not reported task {number}, so there is no joint report yet. To report it, type: done {number}"),
    ),
    "NothingReported": (
        "unit",
        N_("{unit} has no report on task {number} that could be looked at."),
        N_("No report on task {number} is there to be looked at."),
    ),
    "NotedAlready": (
        "unit",
        N_("The report of {unit} on task {number} has been taken note of already."),
        N_("The reports on task {number} have been taken note of already."),
    ),
}
