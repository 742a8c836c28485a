"""Questions back to plain words: what they may have meant, as choices."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from data.facts import TaskFact
from data.kinds import Role
from data.talk import NOT_MEANT, Act, Choice, Outgoing, line
from data.titles import shorten
from locales import N_, Words
from locales.phrases import message, upper_first
from locales.say.talking import choose, to_try

_TITLE = 60

_MEANT = {
    "xong": N_("Report task {number} done: {title}"),
    "khong phat sinh": N_("Report no activity in task {number}: {title}"),
    "dang lam": N_("Report that task {number} is under way: {title}"),
    "vuong": N_("Report to {office} a difficulty in task {number}: {title}"),
    "gia han": N_("Ask to extend task {number}: {title}"),
    "nhac sau": N_("Postpone reminders for task {number}: {title}"),
    "han": N_("See the deadline of task {number}: {title}"),
    "viec": N_("See task {number} in full: {title}"),
    "tinh hinh": N_("See the progress of task {number}: {title}"),
    "bao nham": N_("Take back the report on task {number}: {title}"),
    "bo sung": N_("Add to the report on task {number}: {title}"),
    "sua": N_("Correct the report on task {number}: {title}"),
    "minh chung": N_("Add it as evidence to the report on task {number}: {title}"),
    "da nhan": N_("Confirm that the message on task {number} was received: {title}"),
}
_READINGS = {"xong": N_("Done"), "nhac sau": N_("Remind later")}


def can_say(command: str) -> bool:
    """Whether there are words for what a command would do with a task."""
    return command in _MEANT


def guessed(words: Words, command: str, task: TaskFact, number: str, named: str = "") -> str:
    """One of the choices: what the command would do, and what it would take of what was `named` beside the task."""
    title = shorten(task.called, _TITLE)
    about = f"{number} ({named})" if named else number
    return words.text(_MEANT[command], number=about, title=title)


def two_ways(words: Words, text: str) -> str:
    """The question in which of two ways `text` is meant."""
    return words.text("“{text}” can be understood in two ways:", text=shorten(text, 60))


def reading(words: Words, command: str) -> str:
    """One way to understand it, by the command it stands for."""
    return words.text(_READINGS[command])


_ASKED = {
    "task": N_("Which task is it about? Please type its number."),
    "day": N_("Until which day? Please type it, for example: {day}"),
    "unit": N_("Which unit is it about? Please type its name."),
    "text": N_("Please add what it is about, for example the results or the document."),
    "ground": N_("On what basis? Please type the document or whose decision it is."),
    "period": N_("For which period is it? Please type it, for example: {period}"),
}


def asked_for(words: Words, lacks: str, open_tasks: Sequence[str] = ()) -> Outgoing:
    """The question for the one thing that a line lacks; of tasks those that are awaited stand beside it."""
    question = words.text(_ASKED[lacks], day="20/3", period=words.typed("quy 1"))
    awaited = words.text("Tasks awaited here: {numbers}", numbers=" · ".join(open_tasks)) if open_tasks else ""
    return replace(message(question, awaited if lacks == "task" else ""), asks=lacks)


def confirm(words: Words, wanted: Sequence[str], act: Act) -> Outgoing:
    """The one reading of a line, all that is `wanted` spelt out; a yes does it."""
    question = words.text("Nothing has been put on record yet. Is this what you mean?")
    choices = [Choice(words.text("Yes, that is it"), act), Choice(words.text("No, type it again"), line(NOT_MEANT))]
    return choose(words, question, choices, [upper_first("; ".join(wanted)), words.text("No, type it again")])


def left_alone(words: Words, roles: Collection[Role]) -> Outgoing:
    """To courtesies, talk and what is no business of the service: a short word, and where it is to be found."""
    return message(words.text("Thank you. The reminder service is here for {commands}.", commands=to_try(roles)))


def not_here(words: Words, roles: Collection[Role]) -> Outgoing:
    """To something that the service does not do; others than Nội vụ may have it carried there."""
    to_office = words.text("To pass something on, type: {command}", command="chuyen noi vu …")
    return message(
        words.text("The service cannot do this yet, and nothing has been put on record."),
        words.text("To see what can be typed here: {command}", command="tro giup"),
        "" if Role.COORDINATOR in roles else to_office,
    )


def declined(words: Words) -> Outgoing:
    """To what is not for this chat to see or do."""
    return message(
        words.text("This chat shows the work of its own unit only, and nothing has been put on record."),
        words.text("To see what can be typed here: {command}", command="tro giup"),
    )
