"""Notices of what is in the way: a difficulty, for Nội vụ; its answer; a lead's request, for those who support it."""

from datetime import datetime

from data.kinds import State
from data.talk import Outgoing
from locales.digests.letters import letter_to
from locales.events import Event
from locales.items import deadline_as_issued, due_phrase, task_label
from locales.phrases import message, office, sentence, shorten, upper_first
from locales.voice import Voice

_NOTE = 1_000


def difficulty(voice: Voice, event: Event) -> Outgoing | None:
    """A unit meets a difficulty: which task, in its words, who says so and when. Facts: note, by, at (ISO)."""
    if not event.occurrences:
        return None
    fact = event.occurrences[0]
    at = voice.moment(datetime.fromisoformat(event.facts["at"]), fact.task.plan.zone)
    name = event.facts["by"]
    body = (
        voice.text(
            "{unit} meets a difficulty in {task} ({title}; {due}): {note}",
            unit=fact.unit.name,
            task=task_label(voice, fact),
            title=shorten(fact.task.title),
            due=due_phrase(voice, fact),
            note=sentence(shorten(event.facts["note"], _NOTE)),
        ),
        sentence(
            voice.text("Reported by {name}, {at}", name=name, at=at) if name else voice.text("Reported at {at}", at=at)
        ),
        voice.text("To answer the unit: {command}", command=f"go vuong {fact.task.typed} {fact.unit.code} …"),
    )
    title = voice.text("DIFFICULTY – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter_to(voice, upper_first(office(voice)), ["\n".join(body)]))


def difficulty_answered(voice: Voice, event: Event) -> Outgoing | None:
    """To a unit: what Nội vụ answers to its difficulty. Facts: note."""
    if not event.occurrences:
        return None
    fact = event.occurrences[0]
    answer = voice.text(
        "{office} answers the difficulty that the unit told of in {task} ({title}): {note}",
        office=upper_first(office(voice)),
        task=task_label(voice, fact),
        title=shorten(fact.task.title),
        note=sentence(shorten(event.facts["note"], _NOTE)),
    )
    title = voice.text("ANSWER TO A DIFFICULTY – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter_to(voice, fact.unit.name, [answer]))


def support(voice: Voice, event: Event) -> Outgoing | None:
    """A lead asks a unit for its part in a task; nothing once that has been reported. Facts: note, by, unit."""
    if not event.occurrences or event.occurrences[0].state is not State.OPEN:
        return None
    fact, note, name = event.occurrences[0], event.facts["note"], event.facts["by"]
    body = message(
        voice.text(
            "{unit}, which leads task {number}, asks the unit for its part: {title} (deadline: {deadline}).",
            unit=fact.unit.name,
            number=fact.task.typed,
            title=shorten(fact.task.title),
            deadline=deadline_as_issued(voice, fact.task),
        ),
        voice.text("Content: {note}", note=sentence(shorten(note, _NOTE))) if note else "",
        voice.text("Asked by {name}.", name=name) if name else "",
        voice.text("Details: {command}", command=f"viec {fact.task.typed}"),
    ).text
    title = voice.text("REQUEST FOR SUPPORT – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter_to(voice, event.facts["unit"], [body]))
