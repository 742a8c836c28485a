"""Answers between being told and reporting: received, under way, in difficulty, put off; by when, why, what is left."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.kinds import Audience, Part, State
from data.talk import Outgoing
from data.titles import shorten
from locales import N_, Voice, Words
from locales.items import CHECKINS, due_phrase, task_label
from locales.phrases import cite, deadline_read, message, names, sentence, to_report, unheard
from locales.say.own_work import share

_NUMBERS_SHOWN = 6

_RUNGS = {
    "opening": N_("when it was assigned"),
    "again": N_("on the day to which the unit postponed it"),
    "ask": N_("because it has no deadline yet"),
    "quarter-start": N_("at the start of the quarter"),
    "period-start": N_("at the start of the period"),
    "eve": N_("on the working day before"),
    "mid-year": N_("before the half-year report"),
    "year-end": N_("before the year's report"),
    "0": N_("on the due day"),
    "weekly": N_("every Monday while it is overdue"),
    "monthly": N_("every month while it is overdue"),
}

_ASSIGNED: Mapping[Part, tuple[str, str]] = {
    Part.LEAD: (
        N_("Under {plan}, {place}, {unit} is the lead unit."),
        N_("Under {plan}, {place}, {unit} is the lead unit (the plan says: “{text}”)."),
    ),
    Part.COORDINATING: (
        N_(
            "Under {plan}, {place}, {unit} is a supporting unit; it is notified when the task is assigned and when"
            " the lead unit asks."
        ),
        N_(
            "Under {plan}, {place}, {unit} is a supporting unit (the plan says: “{text}”); it is notified when the"
            " task is assigned and when the lead unit asks."
        ),
    ),
    Part.MONITORING: (
        N_("Under {plan}, {place}, {unit} is to follow the work up; it is notified when it is overdue."),
        N_(
            "Under {plan}, {place}, {unit} is to follow the work up (the plan says: “{text}”); it is notified when it"
            " is overdue."
        ),
    ),
}


def acknowledged(words: Words, facts: Sequence[OccurrenceFact], digest_of: date | None) -> Outgoing:
    """That somebody has taken in what was said, in the digest of that day or otherwise; there may have been nothing."""
    if not facts:
        return message(words.text("There is no reminder to confirm."))
    numbers = list(dict.fromkeys(fact.task.typed for fact in facts))
    if digest_of is not None:
        return message(
            words.plural(
                "Noted: the reminder of {day} has been received ({n} task).",
                "Noted: the reminder of {day} has been received ({n} tasks).",
                len(numbers),
                day=words.day(digest_of),
            )
        )
    if len(numbers) > _NUMBERS_SHOWN:
        return message(words.plural("Noted: received, {n} task.", "Noted: received, {n} tasks.", len(numbers)))
    return message(words.text("Noted: received, task {numbers}.", numbers=words.list(numbers)))


def received(words: Words) -> Outgoing:
    """That somebody has taken in a message that is about no task."""
    return message(words.text("Noted: received."))


def report_received(words: Words, day: date) -> Outgoing:
    """That a leader has taken in the report of a day."""
    return message(words.text("Noted: the report of {day} was received.", day=words.day(day)))


def progress_noted(voice: Voice, fact: OccurrenceFact, note: str) -> Outgoing:
    """That work is under way, in the officer's words, and how to report it when it is done."""
    fields = {"unit": fact.unit.name, "task": task_label(voice, fact)}
    if note:
        first = voice.text("Noted: {unit} is working on {task}: {note}", note=sentence(shorten(note, 200)), **fields)
    else:
        first = voice.text("Noted: {unit} is working on {task}.", **fields)
    return message(
        first,
        voice.text("Reminders continue as before ({due}).", due=due_phrase(voice, fact)),
        voice.text("When it is done, type: {command}", command=to_report(fact)),
    )


def difficulty_noted(voice: Voice, fact: OccurrenceFact, note: str, *, heard: bool) -> Outgoing:
    """That a difficulty has been passed on, or is kept until it can be `heard`; the deadline stays."""
    said = {"unit": fact.unit.name, "task": task_label(voice, fact), "note": sentence(shorten(note, 200))}
    return message(
        voice.text(
            "Noted, and passed on to {office}: {unit} has a difficulty in {task}: {note}",
            **said,
        )
        if heard
        else voice.text("Noted: {unit} has a difficulty in {task}: {note}", **said),
        "" if heard else unheard(voice),
        voice.text("The deadline is unchanged ({due}).", due=due_phrase(voice, fact)),
        _what_then(voice, fact),
    )


def _what_then(voice: Voice, fact: OccurrenceFact) -> str:
    """What a unit in difficulty can do: a period is answered all the same, only a day that is set can be put later."""
    number = fact.task.typed
    if fact.ladder in CHECKINS:
        return voice.text(
            "Please still report for the period: {done} or {nothing}",
            done=to_report(fact),
            nothing=f"khong phat sinh {number}",
        )
    if fact.due_on is None:
        return voice.text("{office} will set the deadline.")
    return voice.text("To ask for an extension, type: {command}", command=f"gia han {number}")


def put_off(voice: Voice, fact: OccurrenceFact, until: date) -> Outgoing:
    """Until when a task is not reminded of; the deadline stays."""
    return message(
        voice.text(
            "{unit} will be reminded of {task} again on {day}.",
            unit=fact.unit.name,
            task=task_label(voice, fact),
            day=voice.weekday_day(until),
        ),
        voice.text("The deadline is unchanged ({due}).", due=due_phrase(voice, fact)),
    )


def deadline_card(voice: Voice, task: TaskFact, shares: Sequence[OccurrenceFact]) -> Outgoing:
    """A task's deadline as written and understood, and how the asking units stand to it."""
    return message(
        sentence(shorten(task.called)),
        voice.text("Deadline in the plan: {text}", text=deadline_read(voice, task.deadline)),
        *(share(voice, fact) for fact in shares),
        *_quiet(voice, shares),
        title=_title(voice, task),
    )


def with_grounds(words: Words, card: Outgoing, grounds: Sequence[str]) -> Outgoing:
    """A card, and under it on what the days that hold were set."""
    lines = (sentence(words.text("Basis: {text}", text=ground)) for ground in grounds)
    return replace(card, text="\n".join([card.text, *lines]))


def why_told(
    voice: Voice,
    task: TaskFact,
    parts: Sequence[tuple[UnitFact, Part | None]],
    shares: Sequence[OccurrenceFact],
    last: tuple[date, str, Audience] | None,
) -> Outgoing:
    """Why a chat hears of a task: who gave it to its units, in which part, by when, and what was said last."""
    return message(
        sentence(shorten(task.called)),
        *(_assigned(voice, task, unit, part) for unit, part in parts if part is not None and part in _ASSIGNED),
        voice.text("Deadline in the plan: {text}", text=deadline_read(voice, task.deadline)),
        *(share(voice, fact) for fact in shares),
        voice.text("Last reminded: {day}, {rung}.", day=voice.weekday_day(last[0]), rung=_rung(voice, last))
        if last
        else "",
        *_quiet(voice, shares),
        title=_title(voice, task),
    )


def support_asked(words: Words, fact: OccurrenceFact, note: str, heard: int, silent: Sequence[UnitFact]) -> Outgoing:
    """How many units hear that the lead asks for their part, and which have no chat yet."""
    asked = words.plural(
        "{n} supporting unit has been asked for its support in task {number}.",
        "{n} supporting units have been asked for their support in task {number}.",
        heard,
        number=fact.task.typed,
    )
    return message(
        asked,
        words.text("In your words: {note}", note=sentence(shorten(note, 200))) if note else "",
        words.text("Without a chat so far: {units}.", units=names(words, silent)) if silent else "",
    )


def _assigned(words: Words, task: TaskFact, unit: UnitFact, part: Part) -> str:
    """Which row of which plan gives a task to a unit, in the plan's words."""
    said = {Part.LEAD: task.lead_text, Part.COORDINATING: task.coordinating_text, Part.MONITORING: task.monitoring_text}
    text = shorten(said[part])
    bare, quoted = _ASSIGNED[part]
    is_row = task.number.isdecimal()
    place = (
        words.text("task {number}", number=task.typed) if is_row else words.text("part {number}", number=task.number)
    )
    return words.text(
        quoted if text else bare, plan=cite(words, task.plan, dated=True), place=place, unit=unit.name, text=text
    )


def _rung(words: Words, last: tuple[date, str, Audience]) -> str:
    _, rung, audience = last
    if audience is Audience.COORDINATING_UNIT:
        return words.text("when it was assigned")
    if rung in _RUNGS:
        return words.text(_RUNGS[rung])
    if not rung.lstrip("+-").isdecimal():
        return rung
    days = int(rung)
    if days < 0:
        return words.plural("{n} working day before the due day", "{n} working days before the due day", -days)
    return words.plural("{n} working day after the due day", "{n} working days after the due day", days)


def _quiet(voice: Voice, shares: Sequence[OccurrenceFact]) -> list[str]:
    """The day on which reminding begins again, where a unit has put it off."""
    owed = [fact for fact in shares if fact.state is State.OPEN]
    days = {fact.quiet_until for fact in owed if fact.quiet_until and fact.quiet_until > voice.today}
    return [voice.text("Reminders postponed until {day}.", day=voice.weekday_day(day)) for day in sorted(days)]


def _title(words: Words, task: TaskFact) -> str:
    return words.text("TASK {number} – {plan}", number=task.typed, plan=cite(words, task.plan))
