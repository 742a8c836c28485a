"""Mornings that pass in a Play: the tick, and what it sends out, with the outcomes scripted for a chat."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256

from data.store import Store
from scheduler import tick
from tests.bot.dialogues import Play
from tests.building import ScriptedChat, at, send_all

# A file of SQLite begins with counters of its own: two that hold the same may differ in them.
_COUNTERS = 100


@dataclass(frozen=True, slots=True)
class _Held:
    """What a database held at a moment, with a mark by which it is known, and what had been sent by then."""

    rows: sqlite3.Connection
    mark: str
    sent: tuple[tuple[str, str], ...]


# Mornings lived through, by what was held when each began, the day, and the hours of the office.
_lived: dict[tuple[object, ...], _Held] = {}


async def passes(play: Play, *days: str, channel: ScriptedChat | None = None) -> ScriptedChat:
    """Live through the opening of each day's slot; gives the channel with what was sent in it.

    Where nobody has typed yet the same mornings come in many tests: each is lived through once, and copied then.
    """
    chat, store = channel or ScriptedChat("local"), play.conversation.store
    told = channel is None and play.count == 0 and store.engine.dialect.name == "sqlite"
    held = _held(store, chat) if told else None
    stands = True  # whether the database holds what `held` does
    for day in days:
        play.now = at(f"{day} 07:30")
        if held is None:
            await _lives(play, chat)
            continue
        key = (held.mark, len(held.sent), day, play.conversation.composer.policy)
        if key not in _lived:
            if not stands:
                _put_back(held, store, chat)
            await _lives(play, chat)
            _lived[key] = _held(store, chat)
        held, stands = _lived[key], False
    if held is not None and not stands:
        _put_back(held, store, chat)
    return chat


async def _lives(play: Play, chat: ScriptedChat) -> None:
    office = play.conversation
    tick.run(office.store, play.now, office.composer.policy, office.composer.workdays)
    await send_all(office.store, chat, play.now)


def _held(store: Store, chat: ScriptedChat) -> _Held:
    rows = sqlite3.connect(":memory:", check_same_thread=False)
    with closing(store.engine.raw_connection()) as used:
        used.driver_connection.backup(rows)  # type: ignore[union-attr]  # of this driver
    return _Held(rows, sha256(rows.serialize()[_COUNTERS:]).hexdigest(), tuple(chat.sent))


def _put_back(held: _Held, store: Store, chat: ScriptedChat) -> None:
    with closing(store.engine.raw_connection()) as used:
        held.rows.backup(used.driver_connection)  # type: ignore[arg-type]  # of this driver
    chat.sent[:] = held.sent


def heard_in(channel: ScriptedChat, chat_id: str) -> list[str]:
    """What was sent to one chat, in order."""
    return [words for chat, words in channel.sent if chat == chat_id]
