"""Answers to Nội vụ that says what a task is called."""

from data.facts import TaskFact
from data.talk import Outgoing
from locales import Words
from locales.phrases import message, sentence


def named(words: Words, task: TaskFact, short: str) -> Outgoing:
    """What the task is called from now on, and where its title is read in full."""
    return message(
        sentence(words.text("Task {number} is now called: {title}", number=task.typed, title=short)),
        words.text("Its full title: {command}", command=f"viec {task.typed}"),
    )
