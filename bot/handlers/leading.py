"""Nội vụ tells the units something in its own words: shown first, then told."""

import re
from collections.abc import Sequence

from bot.handlers import choosing
from bot.talk import Ask
from data import people, views
from data.errors import NobodyHears, NothingDrafted, SentAlready, TextMissing, UnitUnknown
from data.model import Address, Role
from data.outgoing import Outgoing
from data.overseeing import leading
from data.text import fold
from data.typed import naming
from locales.say import announcing as replies
from scheduler.notices import chats_of_units, tell

_SEND = re.compile(r"(?:gui|send)(?: (\d{1,9}))?")
_TO = re.compile(r"(?:to|cho|gui|gửi)\s+(?=[^:]*:)", re.IGNORECASE)
# How far into the text a colon still ends a row of units.
_ROW_OF_UNITS = 300
_BETWEEN = re.compile(r"[,;]")


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


def _addressed(ask: Ask) -> tuple[list[int], str]:
    """The units before a colon, and the words after it; without units before it, all is words for everybody.

    Raises:
        UnitUnknown: what stands before the colon is units but for one, or is written like one.
    """
    row, colon, text = ask.argument.partition(":")
    if not colon or len(row) > _ROW_OF_UNITS:
        return [], ask.argument.strip()
    row = _TO.sub("", f"{row}:", count=1).removesuffix(":") if _TO.match(f"{row}:") else row
    units = naming.members_of_group(ask.session, row)
    if not units:
        first, _ = naming.units_leading(ask.session, row)
        if not first and not any(_is_unit(ask, piece) for piece in _BETWEEN.split(row)):
            return [], ask.argument.strip()
        units = naming.units_named(ask.session, row)
    return [unit.id or 0 for unit in units], text.strip()


def _is_unit(ask: Ask, text: str) -> bool:
    try:
        _, rest = naming.unit_leading(ask.session, text)
    except UnitUnknown:
        return False
    return not rest


def _listeners(ask: Ask, unit_ids: Sequence[int]) -> list[Address]:
    everybody = [unit.id or 0 for unit in people.single_units(ask.session) if unit.successor_id is None]
    # Nội vụ's own chat need not be told what is said in it.
    chats = [chat for chat in chats_of_units(ask.session, unit_ids or everybody) if chat.role is Role.OFFICER]
    found = list({(chat.bot, chat.chat_id): chat for chat in chats}.values())
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
