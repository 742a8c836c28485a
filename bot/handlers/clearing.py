"""Nội vụ answers the difficulties (vướng mắc) that units have told of, and sees which wait for an answer."""

from collections.abc import Sequence

from bot.handlers import asked, choosing
from bot.talk import Ask
from data.errors import DifficultyUnknown, UnitMissing, WordsMissing
from data.facts import OccurrenceFact
from data.outgoing import Outgoing
from data.overseeing import difficulties
from data.typed import naming
from locales.say import reviewing as replies
from scheduler import notices


def clear(ask: Ask) -> Sequence[Outgoing]:
    """`go vuong 12 X-TN đề nghị …`: answer a unit's difficulty, in its chat. `go vuong`: which wait for an answer.

    Raises:
        DifficultyUnknown: none waits in this task, of this unit.
        UnitMissing: several units have told of one.
        WordsMissing: there is no answer.
    """
    waiting = difficulties.waiting(ask.session)
    if not ask.argument.strip():
        return (replies.waiting_list(asked.told(ask), waiting),)
    number, text = choosing.one_number(ask)
    tasks = {task.id for task in asked.tasks(ask, number)}
    units, words = naming.units_leading(ask.session, text)
    named = {unit.id for unit in units}
    found = [fact for fact in waiting if fact.task.id in tasks and (not named or fact.unit.id in named)]
    if not found:
        raise DifficultyUnknown(number=number)
    if not named and len({fact.unit.id for fact in found}) > 1:
        raise UnitMissing(example=f"{ask.command} {number} {found[0].unit.code} …")
    if not words:
        raise WordsMissing(command=ask.command, number=" ".join([number, *(unit.code for unit in units)]))
    return [_answered(ask, fact, words) for fact in found]


def _answered(ask: Ask, fact: OccurrenceFact, words: str) -> Outgoing:
    change = difficulties.answer(ask.session, fact.id, words, choosing.actor_of(ask, ask.seat), ask.now)
    chats = notices.chats_of_units(ask.session, [fact.unit.id])
    notices.tell(
        ask.session,
        chats,
        f"answer:{change}",
        "difficulty_answered",
        {"occurrences": [fact.id], "note": words},
        now=ask.now,
        policy=ask.policy,
        workdays=ask.workdays,
    )
    return replies.answered(asked.told(ask), fact, words, heard=bool(chats))
