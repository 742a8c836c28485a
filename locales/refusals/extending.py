"""What cannot be done with a later day, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "DayPast": N_("The day {day} has gone by. Please ask for a day from today on."),
    "DayNotLater": N_("The day {day} is not later than the present deadline, {due}. Please ask for a later one."),
    "AnotherDayAsked": N_(
        "{unit} now asks for another day: {until}. To grant that one, type: grant {number} {short} on the ground of"
        " letter no. 15/UBND-VP"
    ),
}

EITHER: Mapping[str, tuple[str, str, str]] = {
    "LaterDayUnclear": (
        "text",
        N_(
            "No day can be read in “{text}”. Please type the day and the reason, for example: {command} {number}"
            " 15/02/2023 because we await a decision"
        ),
        N_("Please add the day and the reason, for example: {command} {number} 15/02/2023 because we await a decision"),
    ),
    "NoDayToExtend": (
        "closed",
        N_("The time of task {number} is over, so it cannot be extended. To report it late, type: done {number}"),
        N_("Task {number} has no deadline yet, so none can be extended. {office} will set it."),
    ),
    "NoExtensionAsked": (
        "unit",
        N_("No request of {unit} for a later day on task {number} waits for a decision."),
        N_("No request for a later day on task {number} waits for a decision."),
    ),
}
