"""The notice that a report was sent back: what is to be added, and how to report again."""

from data.kinds import State
from data.talk import Outgoing
from locales import Words
from locales.digests.letters import letter, letter_to
from locales.events import Event
from locales.examples import to_report
from locales.items import CHECKINS, Telling, choices_for, due_phrase, task_label
from locales.phrases import evidence, office, sentence, shorten, upper_first


def returned(words: Words, event: Event) -> Outgoing | None:
    """What is to be added to a report that Nội vụ has looked through; nothing where it has been reported again."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN:
        return None
    told = Telling(words, event.today, event.workdays)
    asked = words.text(
        "{office} has looked through the report on {task} ({title}). Please add: {reason}",
        office=upper_first(office(words)),
        task=task_label(told, fact),
        title=shorten(fact.task.title),
        reason=event.facts["reason"],
    )
    number = fact.task.typed
    body = (
        sentence(asked),
        words.text("Task {number} counts as not reported ({due}).", number=number, due=due_phrase(told, fact)),
        words.text("When it has been added, please report again: {command}", command=to_report(fact)),
        words.text("No activity: {command}", command=f"khong phat sinh {number}") if fact.ladder in CHECKINS else "",
    )
    return Outgoing(
        words.text("PLEASE ADD TO YOUR REPORT – {day}", day=words.start_day(event.today)),
        letter(words, fact.unit, ["\n".join(filter(None, body))]),
        choices_for(told, [fact], 2),
    )


def evidence_added(words: Words, event: Event) -> Outgoing | None:
    """To Nội vụ: more evidence for a report that it has taken note of; nothing where that does not stand. Facts: by."""
    (fact,) = event.occurrences
    if fact.report is None:
        return None
    told = Telling(words, event.today, event.workdays)
    added = words.text(
        "{unit} has added evidence to its report on {task} ({title}), which has been taken note of.",
        unit=fact.unit.name,
        task=task_label(told, fact),
        title=shorten(fact.task.title),
    )
    body = (
        added,
        sentence(words.text("Evidence: {text}", text=evidence(words, fact.report))),
        sentence(words.text("Added by {name}", name=event.facts["by"])) if event.facts["by"] else "",
    )
    title = words.text("EVIDENCE ADDED – {day}", day=words.start_day(event.today))
    return Outgoing(title, letter_to(words, upper_first(office(words)), ["\n".join(filter(None, body))]))
