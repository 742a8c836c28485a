"""A later day (Gia hạn): asked for, the ground wanted, granted, refused; as answers, notices and digests show it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.facts import OccurrenceFact
from data.talk import Act, Choice, Outgoing
from locales import N_, Voice
from locales.items import due_day, due_phrase, task_label
from locales.phrases import message, sentence, unheard
from locales.say.reviewing import passed_on

_APPROVING = (N_("the Chairman of the People's Committee"), N_("a Vice Chairman of the People's Committee"))


def extension_sent(voice: Voice, fact: OccurrenceFact, earlier: date | None, *, heard: bool) -> Outgoing:
    """A unit's request has been passed on, in place of one for `earlier`; the deadline holds until it is decided on.

    One that nobody could be told of is kept until it is `heard`.
    """
    asked = fact.extension
    if asked is None:
        return message()
    named = {"task": task_label(voice, fact), "until": voice.weekday_day(asked.until)}
    example = f"gia han {fact.task.typed} {asked.until:%d/%m/%Y} lý do …"
    return message(
        voice.text(
            "The request to extend {task} until the end of {until} has been passed on to {office}.",
            **named,
        )
        if heard
        else voice.text("Noted: the request to extend {task} until the end of {until}.", **named),
        "" if heard else unheard(voice),
        voice.text("It replaces the earlier request ({day}).", day=voice.day(earlier)) if earlier else "",
        sentence(voice.text("Reason: {text}", text=asked.reason))
        if asked.reason
        else voice.text("No reason was given. To add it, type: {command}", command=example),
        voice.text("Until it is decided, the present deadline applies ({due}).", due=due_phrase(voice, fact)),
    )


def waiting_list(voice: Voice, facts: Sequence[OccurrenceFact]) -> Outgoing:
    """The requests that wait for a decision, and by the example of the first how to decide."""
    title = voice.text("REQUESTS FOR EXTENSION – {day}", day=voice.start_day(voice.today))
    if not facts:
        return message(voice.text("No request for an extension awaits a decision."), title=title)
    example = f"cho gia han {facts[0].task.typed} {facts[0].unit.code} theo …"
    how = voice.text("To approve, with its basis: {command}", command=example)
    return message(*(f"• {asked_line(voice, fact)}" for fact in facts), how, title=title)


def ground_wanted(voice: Voice, fact: OccurrenceFact) -> Outgoing:
    """On which ground is the day to move? Two leaders to tap, or the command with a document to type."""
    act = granting(fact)
    text = message(
        asked_line(voice, fact),
        voice.text("Please state the basis, the document or the approving leader, for example:"),
        f"{said(fact, act)} theo công văn số …",
    ).text
    grounds = [voice.text(leader) for leader in _APPROVING]
    return Outgoing("", text, tuple(Choice(ground, replace(act, text=ground)) for ground in grounds), asks="ground")


def extended(voice: Voice, fact: OccurrenceFact, ground: str, *, heard: bool) -> Outgoing:
    """A later day holds now: both days, the ground, and whether the unit hears of it."""
    return message(
        voice.text(
            "Extended: {task} of {unit} ({due}).",
            task=task_label(voice, fact),
            unit=fact.unit.name,
            due=due_day(voice, fact),
        ),
        sentence(voice.text("Basis: {text}", text=ground)),
        passed_on(voice, heard=heard),
    )


def not_extended(voice: Voice, fact: OccurrenceFact, reason: str, *, heard: bool) -> Outgoing:
    """The day stays as it was, and whether the unit hears of it."""
    return message(
        voice.text(
            "Not extended: {task} of {unit}; the deadline is unchanged ({due}).",
            task=task_label(voice, fact),
            unit=fact.unit.name,
            due=due_day(voice, fact),
        ),
        sentence(voice.text("Reason: {text}", text=reason)) if reason else "",
        passed_on(voice, heard=heard),
    )


def asked_line(voice: Voice, fact: OccurrenceFact) -> str:
    """Who asks for which day in place of which, why, and by whom: "UBND phường Lê Lợi đề nghị gia hạn việc 6 …"."""
    asked = fact.extension
    if asked is None:
        return ""
    said = voice.text(
        "{unit} asks to extend {task} until the end of {until} ({due}).",
        unit=fact.unit.name,
        task=task_label(voice, fact),
        until=voice.day(asked.until),
        due=due_day(voice, fact),
    )
    reason = (
        sentence(voice.text("Reason: {text}", text=asked.reason)) if asked.reason else voice.text("No reason given.")
    )
    at = voice.moment(asked.at, fact.task.plan.zone)
    by = (
        voice.text("Requested by {name}, {at}.", name=asked.by, at=at)
        if asked.by
        else voice.text("Requested at {at}.", at=at)
    )
    return f"{said} {reason} {by}"


def extension_choices(voice: Voice, fact: OccurrenceFact) -> tuple[Choice, ...]:
    """The two answers to a request; each names the day, so that it answers no later request."""
    if fact.extension is None:
        return ()
    number, code, day = fact.task.typed, fact.unit.code, _day(fact, fact.extension.until)
    refuse = voice.text("Do not extend task {number} – {unit}", number=number, unit=code)
    return (
        Choice(
            voice.text("Extend task {number} – {unit} until {day}", number=number, unit=code, day=day),
            granting(fact),
        ),
        Choice(refuse, replace(granting(fact), command="khong cho gia han")),
    )


def granting(fact: OccurrenceFact) -> Act:
    """What grants a request, as far as its ground is not named yet."""
    day = fact.extension.until if fact.extension else None
    return Act("cho gia han", (fact.task.typed,), units=(fact.unit.code,), day=day, occurrence_id=fact.id)


def said(fact: OccurrenceFact, act: Act) -> str:
    """The line that begins it, with the day as short as it may be typed: "cho gia han 10 VP 15/02"."""
    day = _day(fact, act.day) if act.day else ""
    return f"{replace(act, day=None).typed} {day}".strip()


def _day(fact: OccurrenceFact, until: date) -> str:
    """Short, for buttons; with its year where that is another than the deadline's."""
    return f"{until:%d/%m}" if fact.due_on and fact.due_on.year == until.year else f"{until:%d/%m/%Y}"
