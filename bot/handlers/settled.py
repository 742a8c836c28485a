"""What Nội vụ has settled is told to the units that it is about, and Nội vụ whether they have a chat to hear it in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.talk import Ask
from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.outbox import Outgoing
from locales.replies.reviewing import all_passed_on
from scheduler import notices

Facts = Mapping[str, object]


def with_day_told(ask: Ask, reply: Outgoing, facts: Sequence[OccurrenceFact]) -> Outgoing:
    """Tell the units of the day that was set for what they owe; Nội vụ's reply with what came of it."""
    told: list[tuple[UnitFact, str, Facts]] = [
        (fact.unit, f"day:{fact.id}", {"occurrences": [fact.id]}) for fact in facts
    ]
    return _with_told(ask, reply, "day_set", told)


def with_lead_told(ask: Ask, reply: Outgoing, task: TaskFact, units: Sequence[UnitFact]) -> Outgoing:
    """Tell units that they lead a task from now on; Nội vụ's reply with what came of it."""
    facts = {"number": task.number, "title": task.title, "plan": task.plan.number or task.plan.title}
    told: list[tuple[UnitFact, str, Facts]] = [
        (unit, f"lead:{task.id}:{unit.id}", {"unit": unit.name, **facts}) for unit in units
    ]
    return _with_told(ask, reply, "lead_named", told)


def _with_told(ask: Ask, reply: Outgoing, kind: str, told: Sequence[tuple[UnitFact, str, Facts]]) -> Outgoing:
    here = (ask.speaker.channel, ask.speaker.chat_id)
    heard: list[UnitFact] = []
    silent: list[UnitFact] = []
    for unit, event, facts in told:
        chats = notices.chats_of_units(ask.session, [unit.id])
        if any((chat.channel, chat.chat_id) == here for chat in chats):
            continue  # it has said so itself
        (heard if chats else silent).append(unit)
        notices.tell(
            ask.session,
            chats,
            f"{event}:{ask.now.isoformat()}",
            kind,
            facts,
            now=ask.now,
            policy=ask.policy,
            workdays=ask.workdays,
        )
    passed_on = all_passed_on(ask.words, heard, silent)
    return replace(reply, text=f"{reply.text}\n{passed_on}") if passed_on else reply
