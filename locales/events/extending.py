"""Notices about a later day (Gia hạn): asked for, to Nội vụ; granted or refused, to the unit."""

from datetime import date

from data.facts import OccurrenceFact
from data.kinds import State
from data.talk import Outgoing
from locales.digests.letters import closing, letter
from locales.events import Event
from locales.items import due_phrase, task_label
from locales.phrases import office, sentence, shorten, upper_first
from locales.say.extending import asked_line, extension_choices
from locales.voice import Voice


def extension_asked(voice: Voice, event: Event) -> Outgoing | None:
    """A unit asks for a later day: which, why, who; and the two answers. Nothing where it has been decided on."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN or fact.extension is None or fact.extension.id != event.facts["extension"]:
        return None
    asked_by = f"{fact.task.typed} {fact.unit.code}"
    grant = voice.text("To extend: {command}", command=f"cho gia han {asked_by} theo công văn số 15/UBND-VP")
    refuse = voice.text("Not to extend: {command}", command=f"khong cho gia han {asked_by}")
    lines = (
        voice.text("Dear {unit},", unit=upper_first(office(voice))),
        asked_line(voice, fact),
        voice.text("The deadline is the People's Committee's: to grant it, please name the document or the leader."),
        f"{grant} · {refuse}",
        closing(voice),
    )
    title = voice.text("EXTENSION ASKED FOR – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, "\n".join(lines), extension_choices(voice, fact))


def extension_granted(voice: Voice, event: Event) -> Outgoing | None:
    """A later day holds now, on which ground."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN:
        return None
    body = (
        voice.text("The deadline of {task} ({title}) has been extended.", **_named(voice, fact)),
        f"{upper_first(due_phrase(voice, fact))}.",
        sentence(voice.text("Ground: {text}", text=event.facts["ground"])),
    )
    title = voice.text("EXTENSION GRANTED – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter(voice, fact.unit, ["\n".join(body)]))


def extension_refused(voice: Voice, event: Event) -> Outgoing | None:
    """The day stays as it was, and why."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN:
        return None
    until, reason = date.fromisoformat(event.facts["until"]), event.facts["reason"]
    body = (
        voice.text(
            "The extension of {task} ({title}) until {until} has not been approved.",
            until=voice.day(until),
            **_named(voice, fact),
        ),
        sentence(voice.text("Reason: {text}", text=reason)) if reason else "",
        voice.text("Please carry it out by the present deadline ({due}).", due=due_phrase(voice, fact)),
    )
    title = voice.text("EXTENSION NOT APPROVED – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter(voice, fact.unit, ["\n".join(filter(None, body))]))


def _named(voice: Voice, fact: OccurrenceFact) -> dict[str, str]:
    return {"task": task_label(voice, fact), "title": shorten(fact.task.title)}
