"""Notices of what Nội vụ has settled in a plan: the day of a task, the unit that leads one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.deadline.kinds import Deadline
from data.kinds import Part, State
from data.talk import Outgoing
from locales import Words
from locales.digests.letters import letter_to
from locales.events import Event
from locales.examples import report_of, to_report
from locales.items import choices_for, is_moved, task_label
from locales.phrases import deadline_read, office, sentence, shorten, upper_first
from locales.voice import Voice


def day_set(voice: Voice, event: Event) -> Outgoing | None:
    """The day by which a unit is to report; nothing where it has reported meanwhile. Facts: ground, may be empty."""
    for fact in event.occurrences:
        if fact.state is not State.OPEN or fact.due_on is None:
            return None
        body = (
            voice.text(
                "{office} has set the deadline of {task} ({title}): the end of {day}.",
                office=upper_first(office(voice)),
                task=task_label(voice, fact),
                title=shorten(fact.task.title),
                day=voice.weekday_day(fact.due_on),
            ),
            sentence(voice.text("Deadline in the plan: {text}", text=voice.weekday_day(fact.plan_due_on)))
            if fact.plan_due_on and is_moved(fact)
            else "",
            sentence(voice.text("Ground: {text}", text=ground)) if (ground := event.facts.get("ground")) else "",
            voice.text("When it is done, type: {command}", command=to_report(fact)),
        )
        title = voice.text("DEADLINE SET – {day}", day=voice.start_day(voice.today))
        lines = "\n".join(filter(None, body))
        return Outgoing(title, letter_to(voice, fact.unit.name, [lines]), choices_for(voice, [fact], 2))
    return None


def lead_named(voice: Voice, event: Event) -> Outgoing:
    """A unit leads a task from now on. Facts: as `part_ended`, product, deadline (its record), due (ISO, or None)."""
    facts = event.facts
    report = report_of(facts["number"], facts.get("product", ""), facts["unit"])
    body = (
        sentence(
            voice.text(
                "{office} has named the unit as leading task {number} of {plan}: {title}", **_named(voice, facts)
            )
        ),
        *_deadline(voice, facts),
        voice.text("To report it: {command}", command=report),
        voice.text("Details: {command}", command=f"viec {facts['number']}"),
    )
    title = voice.text("TASK ASSIGNED – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter_to(voice, facts["unit"], ["\n".join(body)]))


def _deadline(words: Words, facts: Mapping[str, Any]) -> list[str]:
    """The plan's deadline, and by when the task is to be reported next; a notice put by an earlier release has none."""
    if "deadline" not in facts:
        return []
    deadline = Deadline.from_record(facts["deadline"])
    lines = [sentence(words.text("Deadline in the plan: {text}", text=deadline_read(words, deadline)))]
    if facts["due"]:
        day = words.weekday_day(date.fromisoformat(facts["due"]))
        lines.append(words.text("The next report is due by the end of {day}.", day=day))
    return lines


def part_ended(voice: Voice, event: Event) -> Outgoing:
    """A unit has no part in a task any more. Facts: unit, number, title, part, plan (its number), plan_title."""
    facts = event.facts
    named = _named(voice, facts)
    body = (
        sentence(
            voice.text("{office} no longer has the unit lead task {number} of {plan}: {title}", **named)
            if facts["part"] == Part.LEAD
            else voice.text("{office} no longer has the unit support task {number} of {plan}: {title}", **named)
        ),
        voice.text("No more reminders of it come here; what the unit has reported is kept."),
    )
    title = voice.text("TASK NO LONGER ASSIGNED – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter_to(voice, facts["unit"], ["\n".join(body)]))


def _named(words: Words, facts: Mapping[str, Any]) -> dict[str, str]:
    return {
        "office": upper_first(office(words)),
        "number": facts["number"],
        "plan": words.text("Plan No. {number}", number=facts["plan"])
        if facts["plan"]
        else words.text("the Plan “{title}”", title=shorten(facts.get("plan_title", ""))),
        "title": shorten(facts["title"]),
    }
