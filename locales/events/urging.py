"""The notice of an urging (Đôn đốc): one message with all that a unit is urged about."""

from data.kinds import State
from data.talk import Outgoing
from locales.digests.letters import letter
from locales.events import Event
from locales.examples import to_report
from locales.items import CHECKINS, choices_for, line
from locales.phrases import cite_all, office, upper_first
from locales.voice import Voice

MAX_CHOICES = 10


def urged(voice: Voice, event: Event) -> Outgoing | None:
    """What a unit is urged to report; what it has reported meanwhile falls out."""
    owed = [fact for fact in event.occurrences if fact.state is State.OPEN]
    if not owed:
        return None
    head = voice.text(
        "Under {plan}, {office} asks you to see to it that the following work is done and reported:",
        plan=cite_all(voice, [fact.task for fact in owed]),
        office=upper_first(office(voice)),
    )
    answers = [voice.text("Reply: {command}", command=to_report(owed[0]))]
    checkins = [fact.task.typed for fact in owed if fact.ladder in CHECKINS]
    answers += [voice.text("No activity: {command}", command=f"khong phat sinh {number}") for number in checkins[:1]]
    body = [head, *(line(voice, fact) for fact in owed), " · ".join(answers)]
    return Outgoing(
        voice.text("URGENT REMINDER – {day}", day=voice.start_day(voice.today)),
        letter(voice, owed[0].unit, ["\n".join(body)]),
        choices_for(voice, owed, MAX_CHOICES),
    )
