"""Notices about a report for all lead units: offered, for Nội vụ; counted, for the others."""

from data.kinds import State
from data.talk import Choice, Outgoing
from locales.digests.letters import letter
from locales.events import Event
from locales.examples import to_report
from locales.items import choices_for, due_phrase, news, task_label
from locales.phrases import message, sentence, shorten
from locales.voice import Voice


def joint_offered(voice: Voice, event: Event) -> Outgoing | None:
    """A lead offers its report for all leads: what it says, and how to agree. Nothing once it has been taken back."""
    for fact in event.occurrences:
        if fact.state not in {State.DONE, State.ACCEPTED}:
            return None
        command = f"bao chung {fact.task.typed} {fact.unit.code}"
        said = news(voice, fact)
        text = message(
            voice.text(
                "{unit} offers its report on {task} ({title}) for all lead units.",
                unit=fact.unit.name,
                task=task_label(voice, fact),
                title=shorten(fact.task.title),
            ),
            sentence(voice.text("Content: {note}", note=said)) if said else "",
            voice.text("To agree, type: {command}", command=command),
        ).text
        agree = Choice(voice.text("Agree to the joint report"), command, fact.id)
        return Outgoing(voice.text("JOINT REPORT – TASK {number}", number=fact.task.typed), text, (agree,))
    return None


def joint_reported(voice: Voice, event: Event) -> Outgoing | None:
    """Another lead has reported for the unit too. Facts: by."""
    for fact in event.occurrences:
        return message(
            voice.text(
                "{by} has reported {task} ({title}) jointly for all lead units; {unit} need not report it any more.",
                by=event.facts["by"],
                task=task_label(voice, fact),
                title=shorten(fact.task.title),
                unit=fact.unit.name,
            ),
            voice.text("If the unit reports for itself, type: {command}", command=f"bao nham {fact.task.typed}"),
            title=voice.text("JOINT REPORT – TASK {number}", number=fact.task.typed),
        )
    return None


def joint_ended(voice: Voice, event: Event) -> Outgoing | None:
    """A report that counted for the unit counts no more; nothing where it has reported since. Facts: by, sent_back."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN:
        return None
    named = {"by": event.facts["by"], "task": task_label(voice, fact), "title": shorten(fact.task.title)}
    ended = (
        voice.text("The joint report of {by} on {task} ({title}) was sent back to be completed.", **named)
        if event.facts["sent_back"]
        else voice.text("{by} has taken its joint report on {task} ({title}) back.", **named)
    )
    body = (
        ended,
        voice.text("The unit owes its own report again ({due}).", due=due_phrase(voice, fact)),
        voice.text("Reply: {command}", command=to_report(fact)),
    )
    title = voice.text("JOINT REPORT NO LONGER COUNTED – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter(voice, fact.unit, ["\n".join(body)]), choices_for(voice, [fact], 2))
