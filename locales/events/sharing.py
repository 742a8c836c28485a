"""Notices about a report for all lead units: offered, for Nội vụ; counted, for the others."""

from data.model import State
from data.outbox import Choice, Outgoing
from locales import Words
from locales.events import Event
from locales.items import news, number_of, task_label, telling
from locales.phrases import message, sentence, shorten


def joint_offered(words: Words, event: Event) -> Outgoing | None:
    """A lead offers its report for all leads: what it says, and how to agree. Nothing once it has been taken back."""
    for fact in event.occurrences:
        if fact.state not in {State.DONE, State.ACCEPTED}:
            return None
        told = telling(words, event.today, event.workdays, [fact.task])
        command = f"bao chung {number_of(told, fact.task)} {fact.unit.code}"
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
        agree = Choice(words.text("Agree to the joint report"), command)
        return Outgoing(words.text("JOINT REPORT – TASK {number}", number=fact.task.number), text, (agree,))
    return None


def joint_reported(words: Words, event: Event) -> Outgoing | None:
    """Another lead has reported for the unit too. Facts: by."""
    for fact in event.occurrences:
        told = telling(words, event.today, event.workdays, [fact.task])
        return message(
            words.text(
                "{by} has reported {task} ({title}) jointly for all lead units; {unit} need not report it any more.",
                by=event.facts["by"],
                task=task_label(told, fact),
                title=shorten(fact.task.title),
                unit=fact.unit.name,
            ),
            words.text("If the unit reports for itself, type: {command}", command=f"bao nham {fact.task.number}"),
            title=words.text("JOINT REPORT – TASK {number}", number=fact.task.number),
        )
    return None
