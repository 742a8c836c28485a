"""Gia hạn: a unit asks for a later day; Nội vụ passes on what the Committee says, with the ground for it."""

import re
from collections.abc import Sequence
from datetime import date

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, UNIT_ROLES, Sense, command
from bot.talk import Ask
from data import views
from data.facts import ExtensionFact, OccurrenceFact
from data.lines.days import day_ahead, day_first
from data.lines.notes import ground_of, is_ground, without
from data.model import Unit
from data.notices import ExtensionAsked, ExtensionGranted, ExtensionRefused
from data.office import pending
from data.people import registering
from data.refusals import AnotherDayAsked, LaterDayUnclear, NoExtensionAsked, NotLeading, UnitMissing
from data.talk import Outgoing
from data.words import fold
from data.work import under_way
from locales import N_
from locales.say import extending as replies
from scheduler import notices

# What leads to a reason.
_BECAUSE = ("ly do", "vi", "because of", "because", "reason")
# Words that may be meant for a day.
_OF_TIME = re.compile(r"\d|^$|\b(?:ngay|tuan|thang|quy|nam|mai|mot|hom|thu|cuoi|dau|giua|day|week|month)\b")


@command(
    "gia han · xin gia han · de nghi gia han",
    english="extend",
    may=UNIT_ROLES,
    takes=Takes.ONE_TASK | Takes.DAY | Takes.NOTE,
    sense=Sense.TELLS,
    example="gia han 10 …/… lý do …",
    help=N_("ask for an extension, with the reason"),
)
def ask_for(ask: Ask) -> Sequence[Outgoing]:
    """`gia han 10 15/02 lý do …`: ask for a later day; Nội vụ hears of it at once."""
    seat, fact = targets.chosen(ask, ask.number)
    until, reason = day_ahead(ask.note, ask.today, fact.due_on, ask.workdays)
    if ask.act is not None and ask.act.day is not None:
        until, reason = ask.act.day, ask.act.text
    if until is None and fact.extension is not None and not _OF_TIME.search(fold(ask.note)):
        until = fact.extension.until  # what was typed is the reason of the request that waits
    if until is None:
        raise LaterDayUnclear(command=ask.command, number=fact.task.typed, text=ask.note)
    earlier = fact.extension.until if fact.extension and fact.extension.until != until else None
    extension_id = under_way.ask_extension(
        ask.session,
        fact,
        until,
        without(reason, *_BECAUSE),
        targets.actor_of(ask, seat),
        now=ask.now,
        today=ask.today,
    )
    chats = notices.chats_of_coordinators(ask.session)
    ask.tell(chats, ExtensionAsked((fact.id,), extension_id))
    sent = replies.extension_sent(ask.voice, _anew(ask, fact), earlier, heard=bool(chats))
    return (sent,)


@command(
    "cho gia han · gia han cho · dong y gia han · chap thuan gia han · duyet gia han",
    english="grant",
    may=OFFICE,
    takes=Takes.ONE_TASK | Takes.OR_LIST | Takes.UNITS | Takes.DAY | Takes.NOTE,
    sense=Sense.DECIDES,
    example="cho gia han · cho gia han 10 VP theo công văn số …",
    help=N_("record that an extension was approved, with its basis"),
)
def grant(ask: Ask) -> Sequence[Outgoing]:
    """`cho gia han 10 VP theo công văn số 15/UBND-VP`: the later day holds; without the ground it is asked for.

    `cho gia han`: which requests wait.
    """
    if (listed := targets.listed(ask, pending.extensions(ask.session))) is not None:
        return (replies.waiting_list(ask.voice, listed),)
    if not ask.number and ask.occurrence_id is None:
        return (replies.waiting_list(ask.voice, pending.extensions(ask.session)),)
    requests, text = _requests(ask)
    ground = ground_of(text)
    if not is_ground(ground):
        return [replies.ground_wanted(ask.voice, fact) for fact, _ in requests]
    return [_granted(ask, fact, asked, ground) for fact, asked in requests]


@command(
    "khong cho gia han · khong dong y gia han · khong gia han · tu choi gia han",
    english="refuse",
    may=OFFICE,
    takes=Takes.ONE_TASK | Takes.UNITS | Takes.DAY | Takes.NOTE,
    sense=Sense.DECIDES,
    example="khong cho gia han 10 VP",
    help=N_("record that an extension was not approved"),
)
def refuse(ask: Ask) -> Sequence[Outgoing]:
    """`khong cho gia han 10 VP đã cận ngày tổng kết`: the day stays; the reason may be left out."""
    requests, text = _requests(ask)
    reason = without(text, *_BECAUSE)
    return [_refused(ask, fact, asked, reason) for fact, asked in requests]


def _granted(ask: Ask, fact: OccurrenceFact, asked: ExtensionFact, ground: str) -> Outgoing:
    under_way.grant(ask.session, fact, ground, targets.actor_of(ask, ask.seat), ask.now)
    heard = _tell_unit(ask, fact, ExtensionGranted((fact.id,), ground, asked.id))
    return replies.extended(ask.voice, _anew(ask, fact), ground, heard=heard)


def _refused(ask: Ask, fact: OccurrenceFact, asked: ExtensionFact, reason: str) -> Outgoing:
    under_way.refuse(ask.session, fact, reason, targets.actor_of(ask, ask.seat), ask.now)
    heard = _tell_unit(ask, fact, ExtensionRefused((fact.id,), reason, asked.until, asked.id))
    return replies.not_extended(ask.voice, _anew(ask, fact), reason, heard=heard)


def _requests(ask: Ask) -> tuple[list[tuple[OccurrenceFact, ExtensionFact]], str]:
    """Each Occurrence with its request that waits, of all units named, and what was typed behind the day, if one was.

    Raises:
        NoExtensionAsked: none waits.
        AnotherDayAsked: the day typed, or on the button, is not the one that is asked for now.
    """
    number = ask.number
    facts = [targets.pointed_at(ask)] if ask.occurrence_id is not None else _waiting(ask, number, ask.units)
    day, after = day_first(ask.note, near=facts[0].due_on or ask.today)
    if ask.act is not None:
        day, after = ask.act.day, ask.act.text
    return [(fact, _asked(fact, number, day)) for fact in facts], after


def _asked(fact: OccurrenceFact, number: str, day: date | None) -> ExtensionFact:
    if fact.extension is None:
        raise NoExtensionAsked(number=number, unit=fact.unit.name)
    if day is not None and day != fact.extension.until:
        until = fact.extension.until.isoformat()
        raise AnotherDayAsked(number=number, unit=fact.unit.name, short=fact.unit.code, until=until)
    return fact.extension


def _waiting(ask: Ask, number: str, units: Sequence[Unit]) -> list[OccurrenceFact]:
    """The Occurrences with a request: of each unit named, or the only one of the task."""
    facts = views.occurrences(ask.session, views.of_task(targets.task_of(ask, number).id))
    if units:
        return [_waiting_of(facts, number, unit) for unit in registering.owing(ask.session, units)]
    waiting = [fact for fact in facts if fact.extension is not None]
    if len({fact.unit.id for fact in waiting}) > 1:
        raise UnitMissing(example=f"{ask.command} {number} {waiting[0].unit.code}")
    if not waiting:
        name = facts[0].unit.name if len({fact.unit.id for fact in facts}) == 1 else ""
        raise NoExtensionAsked(number=number, unit=name)
    return waiting[:1]


def _waiting_of(facts: Sequence[OccurrenceFact], number: str, unit: Unit) -> OccurrenceFact:
    owed = [fact for fact in facts if fact.unit.id == unit.id]
    if not owed:
        raise NotLeading(number=number, unit=unit.name)
    return next((fact for fact in owed if fact.extension is not None), owed[0])


def _tell_unit(ask: Ask, fact: OccurrenceFact, decided: ExtensionGranted | ExtensionRefused) -> bool:
    """Put the notice of the decision to the unit; say whether it has a chat to hear it in."""
    chats = notices.chats_of_units(ask.session, [fact.unit.id])
    ask.tell(chats, decided)
    return bool(chats)


def _anew(ask: Ask, fact: OccurrenceFact) -> OccurrenceFact:
    ask.session.flush()
    return views.by_ids(ask.session, [fact.id])[0]
