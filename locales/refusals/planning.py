"""What cannot be done with plans, drafts and what they leave open, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "NoPlan": N_("No plan has been imported yet. Please run: nhacviec import FILE"),
    "QuestionUnknown": N_("No question {number} waits for an answer. To see the questions, type: questions"),
    "DayIsSet": N_(
        "The plan sets {day} as the deadline of task {number}. To set another, please name the ground, for example:"
        " set deadline {number} {wanted} on the ground of letter no. 15/UBND-VP"
    ),
    "SeveralDays": N_("Task {number} is due on several days; each is moved by an extension, on a stated ground."),
    "NothingToDate": N_("Nothing is owed of task {number} that a deadline could be set for."),
    "LeadsAlready": N_("{unit} leads task {number} and is not noted as supporting it."),
    "LastLead": N_(
        "{unit} is the only unit that leads task {number}, which needs one. To have another lead it, type: {instead}"
    ),
    "NotSupporting": N_("{unit} does not support task {number}."),
    "ProductMissing": N_("Please add the product, for example: {command} {number} Báo cáo"),
    "ProductIsSet": N_("The plan names the product of task {number}: {product}. It holds as the plan has it."),
    "DutyTaken": N_("Duty {number} is followed up already. To see it, type: tasks {number}"),
    "DutyRefused": N_(
        "Duty {number} has been put aside and is not followed up. To follow it up after all, type: accept duty {number}"
        " yes"
    ),
    "DutyUnknown": N_("There is no duty {number} outside the table to accept. To see them, type: duties"),
    "NotPastDue": N_("It is not asked whether task {number} still counts. To see the questions, type: questions"),
}

EITHER: Mapping[str, tuple[str, str, str]] = {
    "NoPlanYet": (
        "coordinator",
        N_(
            "No plan is followed here yet. To import one, please send the file of the plan (.docx, .xlsx, .pdf or .txt)"
            " to this chat in private."
        ),
        N_("No plan is followed here yet. When {office} has imported one, the unit hears of its tasks."),
    ),
    "DayUnread": (
        "text",
        N_(
            "No single day can be read in “{text}”. Please type, for example: set deadline {number} 30/06/2023 · set"
            " deadline {number} quarter 2"
        ),
        N_("Please add the day, for example: set deadline {number} 30/06/2023 · set deadline {number} quarter 2"),
    ),
    "DraftUnknown": (
        "number",
        N_("No draft {number} waits for a decision. To make one, please send the file of the plan."),
        N_("No draft waits for a decision. To make one, please send the file of the plan."),
    ),
}
