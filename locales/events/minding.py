"""Notices between units: a difficulty, for Nội vụ; a lead's request, for those who support its task."""

from datetime import datetime

from data.model import State
from data.outbox import Outgoing
from locales import Words
from locales.events import Event
from locales.items import Telling, deadline_as_issued, line, task_label
from locales.phrases import message, sentence, shorten

_NOTE = 1_000


def difficulty(words: Words, event: Event) -> Outgoing | None:
    """A unit meets a difficulty: which task, in its words, who says so and when. Facts: note, by, at (ISO)."""
    if not event.occurrences:
        return None
    fact = event.occurrences[0]
    told = Telling(words, event.today, event.workdays)
    at = words.moment(datetime.fromisoformat(event.facts["at"]), fact.task.plan.zone)
    name = event.facts["by"]
    return message(
        words.text("{unit} meets a difficulty in {task}.", unit=fact.unit.name, task=task_label(told, fact)),
        words.text("Content: {note}", note=sentence(shorten(event.facts["note"], _NOTE))),
        line(told, fact),
        sentence(
            words.text("Reported by {name}, {at}", name=name, at=at) if name else words.text("Reported at {at}", at=at)
        ),
        title=words.text("DIFFICULTY – TASK {number}", number=fact.task.number),
    )


def support(words: Words, event: Event) -> Outgoing | None:
    """A lead asks for the part of those who support its task; nothing once it has been reported. Facts: note, by."""
    if not event.occurrences or event.occurrences[0].state is not State.OPEN:
        return None
    fact, note, name = event.occurrences[0], event.facts["note"], event.facts["by"]
    return message(
        words.text(
            "{unit}, which leads task {number}, asks your unit for its part: {title}",
            unit=fact.unit.name,
            number=fact.task.number,
            title=sentence(shorten(fact.task.title)),
        ),
        words.text("Content: {note}", note=sentence(shorten(note, _NOTE))) if note else "",
        words.text("Deadline in the plan: {text}", text=deadline_as_issued(words, fact.task)),
        words.text("Asked by {name}.", name=name) if name else "",
        words.text("Details: {command}", command=f"viec {fact.task.number}"),
        title=words.text("REQUEST FOR SUPPORT – TASK {number}", number=fact.task.number),
    )
