"""Notices of what Nội vụ has settled in a plan: the day of a task, the unit that leads one."""

from data.model import State
from data.outbox import Outgoing
from locales import Words
from locales.digests.letters import letter_to
from locales.events import Event
from locales.examples import to_report
from locales.items import choices_for, task_label, telling
from locales.phrases import office, shorten, upper_first


def day_set(words: Words, event: Event) -> Outgoing | None:
    """The day by which a unit is to report; nothing where it has reported meanwhile."""
    for fact in event.occurrences:
        if fact.state is not State.OPEN or fact.due_on is None:
            return None
        told = telling(words, event.today, event.workdays, [fact.task])
        body = (
            words.text(
                "{office} has set the deadline of {task} ({title}): the end of {day}.",
                office=upper_first(office(words)),
                task=task_label(told, fact),
                title=shorten(fact.task.title),
                day=words.weekday_day(fact.due_on),
            ),
            words.text("When it is done, type: {command}", command=to_report(told, fact)),
        )
        title = words.text("DEADLINE SET – {day}", day=words.start_day(event.today))
        return Outgoing(title, letter_to(words, fact.unit.name, ["\n".join(body)]), choices_for(told, [fact], 2))
    return None


def lead_named(words: Words, event: Event) -> Outgoing:
    """A unit leads a task from now on. Facts: unit, number, title, plan (its number, else its title)."""
    facts = event.facts
    body = (
        words.text(
            "{office} has named the unit as leading task {number} of Plan {plan}: {title}.",
            office=upper_first(office(words)),
            number=facts["number"],
            plan=facts["plan"],
            title=shorten(facts["title"]),
        ),
        words.text("Details: {command}", command=f"viec {facts['number']}"),
    )
    title = words.text("TASK ASSIGNED – {day}", day=words.start_day(event.today))
    return Outgoing(title, letter_to(words, facts["unit"], ["\n".join(body)]))
