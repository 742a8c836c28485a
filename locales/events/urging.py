"""The notice of an urging (Đôn đốc): one message with all that a unit is urged about."""

from data.model import State
from data.outbox import Outgoing
from locales import Words
from locales.digests.letters import letter
from locales.events import Event
from locales.examples import to_report
from locales.items import CHECKINS, choices_for, line, number_of, telling
from locales.phrases import cite_all

MAX_CHOICES = 10


def urged(words: Words, event: Event) -> Outgoing | None:
    """What a unit is urged to report; what it has reported meanwhile falls out."""
    owed = [fact for fact in event.occurrences if fact.state is State.OPEN]
    if not owed:
        return None
    told = telling(words, event.today, event.workdays, [fact.task for fact in owed])
    request = words.text("please see to it that the following work is completed and reported")
    plan = cite_all(words, [fact.task for fact in owed])
    head = words.text("Under {plan}, {request}", plan=plan, request=request)
    answers = [words.text("Reply: {command}", command=to_report(told, owed[0]))]
    checkins = [number_of(told, fact.task) for fact in owed if fact.ladder in CHECKINS]
    answers += [words.text("No activity: {command}", command=f"khong phat sinh {number}") for number in checkins[:1]]
    body = [f"{head}:", *(line(told, fact) for fact in owed), " · ".join(answers)]
    return Outgoing(
        words.text("URGENT REMINDER – {day}", day=words.start_day(event.today)),
        letter(words, owed[0].unit, ["\n".join(body)]),
        choices_for(told, owed, MAX_CHOICES),
    )
