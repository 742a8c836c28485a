"""Notices of what is in the way: a difficulty, for Nội vụ; its answer; a lead's request, for those who support it."""

from datetime import datetime

from data.kinds import State
from data.talk import Outgoing
from locales import Words
from locales.digests.letters import letter_to
from locales.events import Event
from locales.items import Telling, deadline_as_issued, due_phrase, task_label
from locales.phrases import message, office, sentence, shorten, upper_first

_NOTE = 1_000


def difficulty(words: Words, event: Event) -> Outgoing | None:
    """A unit meets a difficulty: which task, in its words, who says so and when. Facts: note, by, at (ISO)."""
    if not event.occurrences:
        return None
    fact = event.occurrences[0]
    told = Telling(words, event.today, event.workdays)
    at = words.moment(datetime.fromisoformat(event.facts["at"]), fact.task.plan.zone)
    name = event.facts["by"]
    body = (
        words.text(
            "{unit} meets a difficulty in {task} ({title}; {due}): {note}",
            unit=fact.unit.name,
            task=task_label(told, fact),
            title=shorten(fact.task.title),
            due=due_phrase(told, fact),
            note=sentence(shorten(event.facts["note"], _NOTE)),
        ),
        sentence(
            words.text("Reported by {name}, {at}", name=name, at=at) if name else words.text("Reported at {at}", at=at)
        ),
        words.text("To answer the unit: {command}", command=f"go vuong {fact.task.typed} {fact.unit.code} …"),
    )
    title = words.text("DIFFICULTY – {day}", day=words.start_day(event.today))
    return Outgoing(title, letter_to(words, upper_first(office(words)), ["\n".join(body)]))


def difficulty_answered(words: Words, event: Event) -> Outgoing | None:
    """To a unit: what Nội vụ answers to its difficulty. Facts: note."""
    if not event.occurrences:
        return None
    fact = event.occurrences[0]
    told = Telling(words, event.today, event.workdays)
    answer = words.text(
        "{office} answers the difficulty that the unit told of in {task} ({title}): {note}",
        office=upper_first(office(words)),
        task=task_label(told, fact),
        title=shorten(fact.task.title),
        note=sentence(shorten(event.facts["note"], _NOTE)),
    )
    title = words.text("ANSWER TO A DIFFICULTY – {day}", day=words.start_day(event.today))
    return Outgoing(title, letter_to(words, fact.unit.name, [answer]))


def support(words: Words, event: Event) -> Outgoing | None:
    """A lead asks a unit for its part in a task; nothing once that has been reported. Facts: note, by, unit."""
    if not event.occurrences or event.occurrences[0].state is not State.OPEN:
        return None
    fact, note, name = event.occurrences[0], event.facts["note"], event.facts["by"]
    body = message(
        words.text(
            "{unit}, which leads task {number}, asks the unit for its part: {title} (deadline: {deadline}).",
            unit=fact.unit.name,
            number=fact.task.typed,
            title=shorten(fact.task.title),
            deadline=deadline_as_issued(words, fact.task),
        ),
        words.text("Content: {note}", note=sentence(shorten(note, _NOTE))) if note else "",
        words.text("Asked by {name}.", name=name) if name else "",
        words.text("Details: {command}", command=f"viec {fact.task.typed}"),
    ).text
    title = words.text("REQUEST FOR SUPPORT – {day}", day=words.start_day(event.today))
    return Outgoing(title, letter_to(words, event.facts["unit"], [body]))
