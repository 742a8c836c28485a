"""Gia hạn: a unit asks for a later day; Nội vụ passes on what the Committee says, with the ground for it."""

from collections.abc import Sequence

from bot.handlers import choosing
from bot.talk import Ask
from data import extending, views
from data.cited import evidence_in
from data.errors import AnotherDayAsked, LaterDayUnclear, NoExtensionAsked, NotLeading, UnitMissing
from data.facts import ExtensionFact, OccurrenceFact
from data.model import Unit
from data.outbox import Outgoing
from data.text import fold
from data.typed import day_first
from locales.replies import extending as replies
from scheduler import notices

# Who may approve, as people write it.
_LEADERS = ("chu tich", "lanh dao", "thuong truc", "uy ban", "ubnd", "thuong vu")


def ask_for(ask: Ask) -> Sequence[Outgoing]:
    """`gia han 10 15/02 lý do …`: ask for a later day; Nội vụ hears of it at once."""
    number, text = choosing.one_number(ask)
    seat, fact = choosing.chosen(ask, number)
    until, reason = day_first(text, near=fact.due_on or ask.today)
    if until is None:
        raise LaterDayUnclear(command=ask.command, number=number, text=text)
    earlier = fact.extension.until if fact.extension else None
    extension_id = extending.ask_extension(
        ask.session,
        fact,
        until,
        _without(reason, "ly do", "vi"),
        choosing.actor_of(ask, seat),
        now=ask.now,
        today=ask.today,
    )
    notices.tell(
        ask.session,
        notices.chats_of_coordinators(ask.session),
        f"extension:{extension_id}:asked",
        "extension_asked",
        {"occurrences": [fact.id], "extension": extension_id},
        now=ask.now,
        policy=ask.policy,
        workdays=ask.workdays,
    )
    return (replies.extension_sent(ask.words, _anew(ask, fact), earlier, ask.today, ask.workdays),)


def grant(ask: Ask) -> Sequence[Outgoing]:
    """`cho gia han 10 VP theo công văn số 15/UBND-VP`: the later day holds; without the ground it is asked for."""
    fact, asked, text = _request(ask)
    ground = _without(text, "can cu", "theo")
    if not _is_ground(ground):
        return (replies.ground_wanted(ask.words, fact, ask.today, ask.workdays),)
    extending.grant(ask.session, fact, ground, choosing.actor_of(ask, ask.seat), ask.now)
    heard = _tell_unit(ask, fact, asked, "extension_granted", ground=ground)
    return (replies.extended(ask.words, _anew(ask, fact), ground, ask.today, ask.workdays, heard=heard),)


def refuse(ask: Ask) -> Sequence[Outgoing]:
    """`khong cho gia han 10 VP đã cận ngày tổng kết`: the day stays; the reason may be left out."""
    fact, asked, text = _request(ask)
    reason = _without(text, "ly do", "vi")
    extending.refuse(ask.session, fact, reason, choosing.actor_of(ask, ask.seat), ask.now)
    heard = _tell_unit(ask, fact, asked, "extension_refused", reason=reason, until=asked.until.isoformat())
    return (replies.not_extended(ask.words, _anew(ask, fact), reason, ask.today, ask.workdays, heard=heard),)


def _request(ask: Ask) -> tuple[OccurrenceFact, ExtensionFact, str]:
    """The Occurrence, its request that waits, and what was typed behind the day, if one was.

    Raises:
        NoExtensionAsked: none waits.
        AnotherDayAsked: the day typed, or on the button, is not the one that is asked for now.
    """
    number, text = choosing.one_number(ask)
    units, text = choosing.units_first(ask, text)
    fact = choosing.pointed_at(ask) if ask.occurrence_id is not None else _waiting(ask, number, units[:1])
    if fact.extension is None:
        raise NoExtensionAsked(number=number, unit=fact.unit.name)
    day, text = day_first(text, near=fact.due_on or ask.today)
    if day is not None and day != fact.extension.until:
        until = fact.extension.until.isoformat()
        raise AnotherDayAsked(number=number, unit=fact.unit.name, short=fact.unit.code, until=until)
    return fact, fact.extension, text


def _waiting(ask: Ask, number: str, units: Sequence[Unit]) -> OccurrenceFact:
    """The Occurrence with a request: the named unit's, or the only one of the task."""
    task = choosing.task_of(ask, number)
    facts = views.occurrences(ask.session, views.of_task(task.id))
    for unit in units:
        facts = tuple(fact for fact in facts if fact.unit.id == unit.id)
        if not facts:
            raise NotLeading(number=number, unit=unit.name)
    waiting = [fact for fact in facts if fact.extension is not None]
    if len({fact.unit.id for fact in waiting}) > 1:
        raise UnitMissing(example=f"{ask.command} {number} {waiting[0].unit.code}")
    if not waiting:
        name = facts[0].unit.name if len({fact.unit.id for fact in facts}) == 1 else ""
        raise NoExtensionAsked(number=number, unit=name)
    return waiting[0]


def _tell_unit(ask: Ask, fact: OccurrenceFact, asked: ExtensionFact, kind: str, **facts: str) -> bool:
    """Put the notice of the decision to the unit; say whether it has a chat to hear it in."""
    chats = notices.chats_of_units(ask.session, [fact.unit.id])
    notices.tell(
        ask.session,
        chats,
        f"extension:{asked.id}:decided",
        kind,
        {"occurrences": [fact.id], **facts},
        now=ask.now,
        policy=ask.policy,
        workdays=ask.workdays,
    )
    return bool(chats)


def _is_ground(text: str) -> bool:
    """Whether a text names a document, or somebody who may approve."""
    return bool(evidence_in(text)) or any(leader in fold(text) for leader in _LEADERS)


def _without(text: str, *openings: str) -> str:
    """The text without the words that only lead to it: "lý do: chờ ý kiến" → "chờ ý kiến"."""
    for opening in openings:
        words = text.split(maxsplit=len(opening.split()))
        count = len(opening.split())
        if fold(" ".join(words[:count])).rstrip(":,.") == opening:
            text = words[count] if len(words) > count else ""
    return text.lstrip(" :,.-")


def _anew(ask: Ask, fact: OccurrenceFact) -> OccurrenceFact:
    ask.session.flush()
    return views.occurrences(ask.session, views.among([fact.id]))[0]
