"""Answers about what is carried to Nội vụ, whom to ask, and what became of one's own reports."""

from collections.abc import Sequence
from dataclasses import replace

from data.facts import OccurrenceFact, PlanFact, Seat
from data.kinds import State
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from locales import Voice, Words
from locales.items import standing_of, task_label
from locales.phrases import cite, message, outcome, sentence, unheard, upper_first

_SHOWN = 20


def passed_on(words: Words, said: str, *, heard: bool) -> Outgoing:
    """That words have been carried to Nội vụ, or wait because it has no chat."""
    if not heard:
        return message(unheard(words))
    return message(
        words.text("Passed on to {office}: {text}", text=sentence(shorten(said, 300))),
        words.text("The office will answer in this chat or directly."),
    )


def contact(words: Words, people: Sequence[str]) -> Outgoing:
    """Who follows the plan up, and how to have them told something from here."""
    who = words.text("{office} follows the plan up.")
    named = words.text("In this service: {people}.", people=words.list(people)) if people else ""
    how = words.text("To pass something on, type: {command}", command="chuyen noi vu …")
    return message(who, named, how)


def change_officer(words: Words, seat: Seat) -> Outgoing:
    """How another officer takes over: a code for the newcomer, and leaving of the one before."""
    unit, boss = seat.unit.name, words.coordinator
    text = words.text("please make an invitation code for the new officer of {unit}", unit=unit)
    code = f"moi {seat.unit.code}"
    said = message(
        words.text("When another officer takes over the work of {unit}:", unit=unit),
        words.text("1. {office} makes a new invitation code ({command}).", office=upper_first(boss), command=code),
        words.text("2. The new officer types the code in a chat of their own with the service."),
        words.text("3. The officer who leaves types: {command}", command="quen toi"),
    )
    return replace(said, choices=(Choice(words.text("Ask the office for a code"), Act("chuyen noi vu", text=text)),))


def reports(voice: Voice, facts: Sequence[OccurrenceFact]) -> Outgoing:
    """Where each report stands."""
    if not facts:
        return message(voice.text("No report of this unit has been recorded yet."))
    lines = [f"• {upper_first(task_label(voice, fact))}: {_became(voice, fact)}" for fact in facts[-_SHOWN:]]
    return Outgoing(voice.text("YOUR REPORTS – {day}", day=voice.start_day(voice.today)), "\n".join(lines))


def _became(voice: Voice, fact: OccurrenceFact) -> str:
    """Where a report stands, with its result, and whether Nội vụ has taken note of it."""
    said = outcome(fact.report) if fact.report else ""
    seen = ""
    if fact.state is State.ACCEPTED:
        seen = voice.text("{office} has taken note")
    elif fact.state is State.DONE:
        seen = voice.text("waiting for {office} to look at it")
    return "; ".join(filter(None, [standing_of(voice, fact), said, seen]))


def plans(voice: Voice, found: Sequence[PlanFact], *, reports: bool) -> Outgoing:
    """The plans in force, and how a report may be typed."""
    if not found:
        return message(voice.text("No plan is in force yet."))
    listed = "\n".join(f"• {upper_first(cite(voice, plan, dated=True))}: {plan.title}" for plan in found)
    ask = voice.text(
        "{office} keeps the issued document; to ask for it, type: {command}",
        command="chuyen noi vu …",
    )
    how = voice.text("A report is one line, for example: {example}", example="xong 1 …") if reports else ""
    return Outgoing(voice.text("PLANS IN FORCE"), "\n".join(filter(None, [listed, ask, how])))
