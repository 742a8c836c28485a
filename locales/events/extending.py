"""Notices about a later day (Gia hạn): asked for, to Nội vụ; granted or refused, to the unit."""

from datetime import date

from data.facts import OccurrenceFact
from data.kinds import State
from data.talk import Outgoing
from locales import Words
from locales.digests.letters import closing, letter
from locales.events import Event
from locales.items import Telling, due_phrase, task_label
from locales.phrases import office, sentence, shorten, upper_first
from locales.say.extending import asked_line, extension_choices


def extension_asked(words: Words, event: Event) -> Outgoing | None:
    """A unit asks for a later day: which, why, who; and the two answers. Nothing where it has been decided on."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN or fact.extension is None or fact.extension.id != event.facts["extension"]:
        return None
    told = Telling(words, event.today, event.workdays)
    asked_by = f"{fact.task.typed} {fact.unit.code}"
    grant = words.text("To extend: {command}", command=f"cho gia han {asked_by} theo công văn số 15/UBND-VP")
    refuse = words.text("Not to extend: {command}", command=f"khong cho gia han {asked_by}")
    lines = (
        words.text("Dear {unit},", unit=upper_first(office(words))),
        asked_line(told, fact),
        words.text("The deadline is the People's Committee's: to grant it, please name the document or the leader."),
        f"{grant} · {refuse}",
        closing(words),
    )
    title = words.text("EXTENSION ASKED FOR – {day}", day=words.start_day(event.today))
    return Outgoing(title, "\n".join(lines), extension_choices(told, fact))


def extension_granted(words: Words, event: Event) -> Outgoing | None:
    """A later day holds now, on which ground."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN:
        return None
    told = Telling(words, event.today, event.workdays)
    body = (
        words.text("The deadline of {task} ({title}) has been extended.", **_named(told, fact)),
        f"{upper_first(due_phrase(told, fact))}.",
        sentence(words.text("Ground: {text}", text=event.facts["ground"])),
    )
    title = words.text("EXTENSION GRANTED – {day}", day=words.start_day(event.today))
    return Outgoing(title, letter(words, fact.unit, ["\n".join(body)]))


def extension_refused(words: Words, event: Event) -> Outgoing | None:
    """The day stays as it was, and why."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN:
        return None
    told = Telling(words, event.today, event.workdays)
    until, reason = date.fromisoformat(event.facts["until"]), event.facts["reason"]
    body = (
        words.text(
            "The extension of {task} ({title}) until {until} has not been approved.",
            until=words.day(until),
            **_named(told, fact),
        ),
        sentence(words.text("Reason: {text}", text=reason)) if reason else "",
        words.text("Please carry it out by the present deadline ({due}).", due=due_phrase(told, fact)),
    )
    title = words.text("EXTENSION NOT APPROVED – {day}", day=words.start_day(event.today))
    return Outgoing(title, letter(words, fact.unit, ["\n".join(filter(None, body))]))


def _named(told: Telling, fact: OccurrenceFact) -> dict[str, str]:
    return {"task": task_label(told, fact), "title": shorten(fact.task.title)}
