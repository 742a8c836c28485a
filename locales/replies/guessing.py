"""Questions back to plain words: what they may have meant, as choices."""

from data.facts import TaskFact
from locales import N_, Words
from locales.phrases import office, shorten

_TITLE = 60

_MEANT = {
    "xong": N_("Report task {number} done: {title}"),
    "khong phat sinh": N_("Report that nothing arose in task {number}: {title}"),
    "dang lam": N_("Note that task {number} is under way: {title}"),
    "vuong": N_("Tell {office} of a difficulty in task {number}: {title}"),
    "gia han": N_("Ask for a later deadline of task {number}: {title}"),
    "nhac sau": N_("Be reminded later of task {number}: {title}"),
    "han": N_("See the deadline of task {number}: {title}"),
    "viec": N_("See task {number} in full: {title}"),
    "tinh hinh": N_("See how task {number} stands: {title}"),
    "bao nham": N_("Take back the report on task {number}: {title}"),
}
_READINGS = {"xong": N_("Done"), "nhac sau": N_("Remind later")}


def is_it(words: Words, text: str) -> str:
    """The question which of the choices that follow `text` stands for."""
    return words.text("“{text}” may mean:", text=shorten(text, 60))


def is_asking(words: Words) -> str:
    """To a line that asks, though it begins like a report."""
    return words.text("This reads like a question, so nothing has been put on record. Please choose:")


def can_say(command: str) -> bool:
    """Whether there are words for what a command would do with a task."""
    return command in _MEANT


def guessed(words: Words, command: str, task: TaskFact, number: str) -> str:
    """One of the choices: what the command would do."""
    return words.text(_MEANT[command], number=number, title=shorten(task.title, _TITLE), office=office(words))


def to_type(words: Words, typed: str, task: TaskFact) -> str:
    """One of the choices, by the line that it types."""
    return words.text("{typed} – {title}", typed=typed, title=shorten(task.title, _TITLE))


def two_ways(words: Words, text: str) -> str:
    """The question in which of two ways `text` is meant."""
    return words.text("“{text}” can be understood in two ways:", text=shorten(text, 60))


def reading(words: Words, command: str) -> str:
    """One way to understand it, by the command it stands for."""
    return words.text(_READINGS[command])
