"""Nội vụ lets others hear: the exceptions it has looked through to the leaders, its own words to the units."""

import re
from collections.abc import Sequence

from bot.handlers import choosing
from bot.talk import Ask
from data import leading, naming, people, views
from data.errors import NobodyHears, NothingDrafted, NothingToRelease, SentAlready, TextMissing, UnitUnknown
from data.facts import OccurrenceFact
from data.model import Address, Role
from data.outbox import Outgoing
from data.text import fold
from locales.items import number_of, telling
from locales.replies import leading as replies
from scheduler.notices import chats_of_units, tell

_SEND = re.compile(r"gui(?: (\d{1,9}))?")
# How far into the text a colon still ends a row of units.
_ROW_OF_UNITS = 300


def exceptions(ask: Ask) -> Sequence[Outgoing]:
    """`trinh lanh dao`, `trinh lanh dao tru 10`: what leaders would hear; with `gui` before `tru`: let them hear it."""
    words = fold(ask.argument).split()
    left_out = choosing.read_argument(" ".join(word for word in words if word not in {"gui", "tru"})).numbers
    facts = _without(ask, leading.exceptions(ask.session, ask.today, ask.workdays), left_out)
    if "gui" in words:
        return _release(ask, facts, left_out)
    return (replies.exceptions(ask.words, facts, left_out, ask.today, ask.workdays),)


def broadcast(ask: Ask) -> Sequence[Outgoing]:
    """`thong bao …`, `thong bao P-LL, X-TN: …`: show words to be told, and to whom; `thong bao gui 7`: tell them."""
    sending = _SEND.fullmatch(fold(ask.argument))
    if sending:
        return _send(ask, int(sending[1]) if sending[1] else None)
    unit_ids, text = _addressed(ask)
    if not text:
        raise TextMissing(example="thong bao P-LL, X-TN: 8 giờ ngày 15/03 họp giao ban")
    chats = _listeners(ask, unit_ids)
    number = leading.draft(ask.session, text, unit_ids, choosing.actor_of(ask, ask.seat), ask.now)
    units = views.units(ask.session, unit_ids)
    return (replies.broadcast_draft(ask.words, text, units, len(chats), number),)


def _without(ask: Ask, facts: Sequence[OccurrenceFact], left_out: Sequence[str]) -> list[OccurrenceFact]:
    told = telling(ask.words, ask.today, ask.workdays, [fact.task for fact in facts])
    numbers = {number.casefold() for number in left_out}
    return [
        fact for fact in facts if not numbers & {fact.task.number.casefold(), number_of(told, fact.task).casefold()}
    ]


def _release(ask: Ask, facts: Sequence[OccurrenceFact], left_out: Sequence[str]) -> Sequence[Outgoing]:
    if not facts:
        raise NothingToRelease
    leaders = people.live_addresses(ask.session, (Role.LEADER,))
    if not leaders:
        raise NobodyHears
    told = tell(
        ask.session,
        leaders,
        leading.released_under(facts, ask.today),
        "release",
        {"occurrences": [fact.id for fact in facts]},
        now=ask.now,
        policy=ask.policy,
        workdays=ask.workdays,
    )
    if not told:
        raise SentAlready
    leading.record_release(ask.session, facts, left_out, choosing.actor_of(ask, ask.seat), ask.now)
    return (replies.released(ask.words, told),)


def _addressed(ask: Ask) -> tuple[list[int], str]:
    """The units before a colon, and the words after it; without units before it, all is words for everybody."""
    row, colon, text = ask.argument.partition(":")
    if not colon or len(row) > _ROW_OF_UNITS:
        return [], ask.argument.strip()
    try:
        naming.unit_leading(ask.session, row)
    except UnitUnknown:
        members = naming.members_of_group(ask.session, row)
        return ([unit.id or 0 for unit in members], text.strip()) if members else ([], ask.argument.strip())
    return [unit.id or 0 for unit in naming.units_named(ask.session, row)], text.strip()


def _listeners(ask: Ask, unit_ids: Sequence[int]) -> list[Address]:
    everybody = [unit.id or 0 for unit in people.single_units(ask.session) if unit.successor_id is None]
    chats = chats_of_units(ask.session, unit_ids or everybody)
    found = list({(chat.channel, chat.chat_id): chat for chat in chats}.values())
    if not found:
        raise NobodyHears
    return found


def _send(ask: Ask, number: int | None) -> Sequence[Outgoing]:
    """Tell drafted words, once; of several drafts the last, where none is named."""
    draft = leading.drafted(ask.session, ask.seat.address_id, number)
    if draft is None:
        raise NothingDrafted
    if draft.sent:
        raise SentAlready
    told = tell(
        ask.session,
        _listeners(ask, draft.units),
        f"broadcast:{draft.id}",
        "broadcast",
        {"text": draft.text},
        now=ask.now,
        policy=ask.policy,
        workdays=ask.workdays,
    )
    leading.record_broadcast(ask.session, draft, told, choosing.actor_of(ask, ask.seat), ask.now)
    return (replies.broadcast_sent(ask.words, told),)
