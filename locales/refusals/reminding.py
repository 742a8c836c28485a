"""What cannot be done with what lies between being told and reporting, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "DifficultyUnknown": N_(
        "No difficulty in task {number} waits for an answer. To see those that do, type: clear difficulty"
    ),
    "WordsMissing": N_("Please add a few words after the number, for example: {command} {number} we await a decision"),
    "DelayUnclear": N_(
        "“{text}” gives no day until which to put off. Please type, for example: remind later {number} 3 days"
    ),
    "QuietTooLong": N_("Reminding of task {number} can be put off until {latest} at the latest."),
    "NotReminded": N_("Task {number} is not reminded of any more."),
    "AskedToday": N_(
        "The supporting units of task {number} were asked already at {at}. They can be asked again on the next day."
    ),
    "SupportedByNobody": N_("Task {number} has no supporting units."),
}

EITHER: Mapping[str, tuple[str, str, str]] = {
    "DelayTooLong": (
        "overdue",
        N_(
            "Task {number} is overdue, reminding of it can be put off until {latest} at the latest. For a later"
            " deadline, type: extend {number}"
        ),
        N_(
            "Reminding of task {number} can be put off until {latest} at the latest, by its deadline. For a later"
            " deadline, type: extend {number}"
        ),
    ),
}
