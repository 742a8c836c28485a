"""What cannot be done with which task is meant, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "DatesReversed": N_("The last day, {end}, comes before the first, {start}. Please check both."),
    "NumberMissing": N_("Please add the number of the task, for example: {command} 10"),
    "TooManyNumbers": N_("{given} tasks were named; at most {most} can be answered at once. Please type fewer."),
    "OneAtATime": N_("This is done one task at a time, for example: {command} {number} …"),
    "TaskInSeveralPlans": N_(
        "There is a task {number} in several plans. Please type which one is meant, for example: {example}"
    ),
    "NotOpenYet": N_("The period of task {number} has not begun, there is nothing to report yet."),
    "TaskOfSeveral": N_("That message is about several tasks. Please choose:"),
    "TaskOfSeveralUnits": N_("Several units of this chat lead task {number}. Please choose one:"),
    "PeriodNotAsked": N_("Task {number} is not reported for {period}. So far it is reported for: {periods}."),
    "NotLeading": N_("{unit} does not lead task {number}."),
    "PeriodOrUnitUnknown": N_(
        "“{text}” is no task, unit or period. Please type, for example: {command} 1 · {command} P-LL"
        " · {command} 1 quarter 1"
    ),
}

EITHER: Mapping[str, tuple[str, str, str]] = {
    "TaskUnknown": (
        "sees_all",
        N_("There is no task {number} in the plan. To see the tasks, type: status"),
        N_("There is no task {number} in the plan. To see the tasks of your unit, type: tasks"),
    ),
    "TaskOfOthers": (
        "leads",
        N_("{leads} leads task {number} and reports it. Your unit supports it and need not report."),
        N_("Task {number} is led by another unit. To see the tasks of your unit, type: tasks"),
    ),
}
