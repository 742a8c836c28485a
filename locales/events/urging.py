"""The notice of an urging (Đôn đốc): one message with all that a unit is urged about."""

from data.kinds import State
from data.talk import Outgoing
from locales import Words
from locales.digests.letters import letter
from locales.events import Event
from locales.examples import to_report
from locales.items import CHECKINS, Telling, choices_for, line
from locales.phrases import cite_all, office, upper_first

MAX_CHOICES = 10


def urged(words: Words, event: Event) -> Outgoing | None:
    """What a unit is urged to report; what it has reported meanwhile falls out."""
    owed = [fact for fact in event.occurrences if fact.state is State.OPEN]
    if not owed:
        return None
    told = Telling(words, event.today, event.workdays)
    head = words.text(
        "Under {plan}, {office} asks you to see to it that the following work is done and reported:",
        plan=cite_all(words, [fact.task for fact in owed]),
        office=upper_first(office(words)),
    )
    answers = [words.text("Reply: {command}", command=to_report(owed[0]))]
    checkins = [fact.task.typed for fact in owed if fact.ladder in CHECKINS]
    answers += [words.text("No activity: {command}", command=f"khong phat sinh {number}") for number in checkins[:1]]
    body = [head, *(line(told, fact) for fact in owed), " · ".join(answers)]
    return Outgoing(
        words.text("URGENT REMINDER – {day}", day=words.start_day(event.today)),
        letter(words, owed[0].unit, ["\n".join(body)]),
        choices_for(told, owed, MAX_CHOICES),
    )
