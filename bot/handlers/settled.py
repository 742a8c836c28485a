"""What Nội vụ has settled is told to the units that it is about, and Nội vụ whether they have a chat to hear it in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.talk import Ask
from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.model import Part
from data.outgoing import Outgoing
from locales.say.reviewing import all_passed_on
from scheduler import notices

Facts = Mapping[str, object]


def with_day_told(ask: Ask, reply: Outgoing, facts: Sequence[OccurrenceFact], ground: str = "") -> Outgoing:
    """Tell the units of the day that was set for what they owe; Nội vụ's reply with what came of it."""
    told: list[tuple[UnitFact, str, Facts]] = [
        (fact.unit, f"day:{fact.id}", {"occurrences": [fact.id], "ground": ground}) for fact in facts
    ]
    return _with_told(ask, reply, {"day_set": told})


def with_parts_told(
    ask: Ask,
    reply: Outgoing,
    task: TaskFact,
    new: Sequence[UnitFact],
    gone: Sequence[UnitFact],
    part: Part,
    due: date | None,
) -> Outgoing:
    """Tell new units that they lead a task from now on, by `due` first; those `gone` that they have no part in it.

    Who supports it is told of it with the next digest.
    """
    facts = {"number": task.typed, "title": task.title, "plan": task.plan.number, "plan_title": task.plan.title}
    owed = {
        "product": task.product,
        "deadline": task.deadline.to_record(),
        "due": due.isoformat() if due else None,
    }
    named: list[tuple[UnitFact, str, Facts]] = [
        (unit, f"lead:{task.id}:{unit.id}", {"unit": unit.name, **facts, **owed}) for unit in new
    ]
    ended: list[tuple[UnitFact, str, Facts]] = [
        (unit, f"part:{task.id}:{unit.id}", {"unit": unit.name, "part": part.value, **facts}) for unit in gone
    ]
    return _with_told(ask, reply, {"lead_named": named, "part_ended": ended})


def _with_told(ask: Ask, reply: Outgoing, told: Mapping[str, Sequence[tuple[UnitFact, str, Facts]]]) -> Outgoing:
    """The notices by their kind, each for a unit."""
    here = (ask.speaker.bot, ask.speaker.chat_id)
    heard: list[UnitFact] = []
    silent: list[UnitFact] = []
    for kind, unit, event, facts in ((kind, *each) for kind, rows in told.items() for each in rows):
        chats = notices.chats_of_units(ask.session, [unit.id])
        if any((chat.bot, chat.chat_id) == here for chat in chats):
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
