"""Questions back to plain words: what they may have meant, as choices."""

from collections.abc import Sequence

from data.facts import TaskFact
from locales import N_, Words
from locales.phrases import office, shorten

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
    "minh chung": N_("Add it as evidence to the report on task {number}: {title}"),
    "da nhan": N_("Confirm that the message on task {number} was received: {title}"),
}
_LABELS = {
    "xong": N_("Done: task {number}"),
    "khong phat sinh": N_("No activity: task {number}"),
    "dang lam": N_("Task {number} is under way"),
    "vuong": N_("Difficulty in task {number}"),
    "gia han": N_("Ask to extend task {number}"),
    "nhac sau": N_("Remind later: task {number}"),
    "han": N_("Deadline of task {number}"),
    "viec": N_("Task {number}"),
    "tinh hinh": N_("Progress of task {number}"),
    "bao nham": N_("Undo task {number}"),
    "minh chung": N_("Evidence for task {number}"),
    "da nhan": N_("Received: task {number}"),
}
_OF_ALL = {
    "xong": N_("Report all of them done: tasks {numbers}"),
    "khong phat sinh": N_("Report no activity in all of them: tasks {numbers}"),
}
_READINGS = {"xong": N_("Done"), "nhac sau": N_("Remind later")}


def is_it(words: Words, text: str) -> str:
    """The question which of the choices that follow `text` stands for."""
    return words.text("“{text}” may mean:", text=shorten(text, 60))


def is_asking(words: Words) -> str:
    """To a line that asks, though it begins like a report."""
    return words.text("This reads like a question, so nothing has been put on record. Please choose:")


def is_unfinished(words: Words) -> str:
    """To a report whose words say that it is not done yet."""
    return words.text("This reads as not finished yet, so nothing has been put on record. Please choose:")


def can_say(command: str) -> bool:
    """Whether there are words for what a command would do with a task."""
    return command in _MEANT


def guessed(words: Words, command: str, task: TaskFact, number: str, named: str = "") -> str:
    """One of the choices: what the command would do, and what it would take of what was `named` beside the task."""
    title = shorten(task.title, _TITLE)
    about = f"{number} ({named})" if named else number
    return words.text(_MEANT[command], number=about, title=title, office=office(words))


def of_all(words: Words, command: str, numbers: Sequence[str]) -> str:
    """The choice of all tasks at once."""
    return words.text(_OF_ALL[command], numbers=", ".join(numbers))


def is_slip(words: Words, typed: str) -> str:
    """To a line with a slip of the fingers."""
    return words.text("Did you mean: {typed}?", typed=words.typed(typed))


def label(words: Words, command: str, number: str) -> str:
    """The same in short, on a button."""
    return words.text(_LABELS[command], number=number)


def to_type(words: Words, typed: str, task: TaskFact) -> str:
    """One of the choices, by the line that it types."""
    return words.text("{typed} – {title}", typed=words.typed(typed), title=shorten(task.title, _TITLE))


def two_ways(words: Words, text: str) -> str:
    """The question in which of two ways `text` is meant."""
    return words.text("“{text}” can be understood in two ways:", text=shorten(text, 60))


def reading(words: Words, command: str) -> str:
    """One way to understand it, by the command it stands for."""
    return words.text(_READINGS[command])
