"""Bàn giao: after a merger the successor owes what a unit still owed; asked first, then done."""

import re
import unicodedata
from collections.abc import Sequence

from bot.handlers import choosing
from bot.talk import Ask
from data import people, views
from data.errors import UnitMissing
from data.facts import UnitFact
from data.model import Role
from data.outgoing import Outgoing
from data.overseeing import handing_over
from data.typed import naming
from locales.say import chats as replies
from scheduler.notices import tell

_EXAMPLE = "ban giao P-QT P-LL"
_YES = re.compile(r"\s+(?:dong y|đồng ý|yes|agreed?)\s*$", re.IGNORECASE)


def hand_over(ask: Ask) -> Sequence[Outgoing]:
    """`ban giao P-QT P-LL`: show what would go from one unit to the other; with `dong y` behind it: do it."""
    argument = unicodedata.normalize("NFC", ask.argument).strip()
    agreed = _YES.search(argument)
    units = naming.units_named(ask.session, argument[: agreed.start()] if agreed else argument)
    if len(units) != 2:
        raise UnitMissing(example=_EXAMPLE)
    unit, successor = units
    facts = views.unit_fact(unit), views.unit_fact(successor)
    if not agreed:
        return (replies.ask_to_hand_over(ask.words, *facts, handing_over.expected(ask.session, unit, successor)),)
    what = handing_over.hand_over(ask.session, unit, successor, choosing.actor_of(ask, ask.seat), ask.now)
    for kind, told in (("handed_over", facts[0]), ("taken_over", facts[1])):
        _tell(ask, kind, told, *facts)
    return (replies.handed_over(ask.words, *facts, what),)


def _tell(ask: Ask, kind: str, told: UnitFact, unit: UnitFact, successor: UnitFact) -> None:
    """All chats of a unit hear it: a merger is news to its head as well."""
    tell(
        ask.session,
        people.live_addresses(ask.session, (Role.OFFICER, Role.HEAD), [told.id]),
        f"{kind}:{unit.code}:{successor.code}",
        kind,
        {"unit": unit.name, "successor": successor.name},
        now=ask.now,
        policy=ask.policy,
        workdays=ask.workdays,
    )
