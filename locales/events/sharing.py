"""Notices about a report for all lead units: offered, for Nội vụ; counted, for the others."""

from data.kinds import State
from data.talk import Choice, Outgoing
from locales import Words
from locales.digests.letters import letter
from locales.events import Event
from locales.examples import to_report
from locales.items import Telling, choices_for, due_phrase, news, task_label
from locales.phrases import message, sentence, shorten


def joint_offered(words: Words, event: Event) -> Outgoing | None:
    """A lead offers its report for all leads: what it says, and how to agree. Nothing once it has been taken back."""
    for fact in event.occurrences:
        if fact.state not in {State.DONE, State.ACCEPTED}:
            return None
        told = Telling(words, event.today, event.workdays)
        command = f"bao chung {fact.task.typed} {fact.unit.code}"
        said = news(words, fact)
        text = message(
            words.text(
                "{unit} offers its report on {task} ({title}) for all lead units.",
                unit=fact.unit.name,
                task=task_label(told, fact),
                title=shorten(fact.task.title),
            ),
            sentence(words.text("Content: {note}", note=said)) if said else "",
            words.text("To agree, type: {command}", command=command),
        ).text
        agree = Choice(words.text("Agree to the joint report"), command, fact.id)
        return Outgoing(words.text("JOINT REPORT – TASK {number}", number=fact.task.typed), text, (agree,))
    return None


def joint_reported(words: Words, event: Event) -> Outgoing | None:
    """Another lead has reported for the unit too. Facts: by."""
    for fact in event.occurrences:
        told = Telling(words, event.today, event.workdays)
        return message(
            words.text(
                "{by} has reported {task} ({title}) jointly for all lead units; {unit} need not report it any more.",
                by=event.facts["by"],
                task=task_label(told, fact),
                title=shorten(fact.task.title),
                unit=fact.unit.name,
            ),
            words.text("If the unit reports for itself, type: {command}", command=f"bao nham {fact.task.typed}"),
            title=words.text("JOINT REPORT – TASK {number}", number=fact.task.typed),
        )
    return None


def joint_ended(words: Words, event: Event) -> Outgoing | None:
    """A report that counted for the unit counts no more; nothing where it has reported since. Facts: by, sent_back."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN:
        return None
    told = Telling(words, event.today, event.workdays)
    named = {"by": event.facts["by"], "task": task_label(told, fact), "title": shorten(fact.task.title)}
    ended = (
        words.text("The joint report of {by} on {task} ({title}) was sent back to be completed.", **named)
        if event.facts["sent_back"]
        else words.text("{by} has taken its joint report on {task} ({title}) back.", **named)
    )
    body = (
        ended,
        words.text("The unit owes its own report again ({due}).", due=due_phrase(told, fact)),
        words.text("Reply: {command}", command=to_report(fact)),
    )
    title = words.text("JOINT REPORT NO LONGER COUNTED – {day}", day=words.start_day(event.today))
    return Outgoing(title, letter(words, fact.unit, ["\n".join(body)]), choices_for(told, [fact], 2))
