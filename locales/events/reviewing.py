"""The notice that a report was sent back: what is to be added, and how to report again."""

from data.model import State
from data.outbox import Outgoing
from locales import Words
from locales.digests.letters import letter
from locales.events import Event
from locales.items import choices_for, due_phrase, example_of, number_of, task_label, telling
from locales.phrases import office, sentence, shorten, upper_first


def returned(words: Words, event: Event) -> Outgoing | None:
    """What is to be added to a report that Nội vụ has looked through; nothing where it has been reported again."""
    (fact,) = event.occurrences
    if fact.state is not State.OPEN:
        return None
    told = telling(words, event.today, event.workdays, [fact.task])
    asked = words.text(
        "{office} has looked through the report on {task} ({title}). Please add: {reason}",
        office=upper_first(office(words)),
        task=task_label(told, fact),
        title=shorten(fact.task.title),
        reason=event.facts["reason"],
    )
    example = f"xong {number_of(told, fact.task)} {example_of(fact)}"
    body = (
        sentence(asked),
        words.text("It is open again ({due}).", due=due_phrase(told, fact)),
        words.text("When it has been added, please report again: {command}", command=example),
    )
    return Outgoing(
        words.text("PLEASE ADD TO YOUR REPORT – {day}", day=words.start_day(event.today)),
        letter(words, fact.unit, ["\n".join(body)]),
        choices_for(told, [fact], 2),
    )
