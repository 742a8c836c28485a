"""The notice that a report was sent back: what is to be added, and how to report again."""

from data.kinds import State
from data.talk import Outgoing
from locales.digests.letters import letter, letter_to
from locales.events import Event
from locales.examples import to_report
from locales.items import CHECKINS, choices_for, due_phrase, task_label
from locales.phrases import evidence, office, sentence, shorten, upper_first
from locales.voice import Voice


def returned(voice: Voice, event: Event) -> Outgoing | None:
    """What is to be added to a report that Nội vụ has looked through; nothing where it has been reported again."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN:
        return None
    asked = voice.text(
        "{office} has looked through the report on {task} ({title}). Please add: {reason}",
        office=upper_first(office(voice)),
        task=task_label(voice, fact),
        title=shorten(fact.task.title),
        reason=event.facts["reason"],
    )
    number = fact.task.typed
    body = (
        sentence(asked),
        voice.text("Task {number} counts as not reported ({due}).", number=number, due=due_phrase(voice, fact)),
        voice.text("When it has been added, please report again: {command}", command=to_report(fact)),
        voice.text("No activity: {command}", command=f"khong phat sinh {number}") if fact.ladder in CHECKINS else "",
    )
    return Outgoing(
        voice.text("PLEASE ADD TO YOUR REPORT – {day}", day=voice.start_day(voice.today)),
        letter(voice, fact.unit, ["\n".join(filter(None, body))]),
        choices_for(voice, [fact], 2),
    )


def evidence_added(voice: Voice, event: Event) -> Outgoing | None:
    """To Nội vụ: more evidence for a report that it has taken note of; nothing where that does not stand. Facts: by."""
    (fact,) = event.occurrences
    if fact.report is None:
        return None
    added = voice.text(
        "{unit} has added evidence to its report on {task} ({title}), which has been taken note of.",
        unit=fact.unit.name,
        task=task_label(voice, fact),
        title=shorten(fact.task.title),
    )
    body = (
        added,
        sentence(voice.text("Evidence: {text}", text=evidence(voice, fact.report))),
        sentence(voice.text("Added by {name}", name=event.facts["by"])) if event.facts["by"] else "",
    )
    title = voice.text("EVIDENCE ADDED – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter_to(voice, upper_first(office(voice)), ["\n".join(filter(None, body))]))
