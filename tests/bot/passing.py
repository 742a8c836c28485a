"""Mornings that pass in a Play: the tick, and what it sends out, with the outcomes scripted for a chat."""

from scheduler import tick
from tests.bot.dialogues import Play
from tests.building import ScriptedChat, at, send_all
from tests.remembered import Held, held

# Mornings lived through, by what was held when each began, how much had been sent, the day, and the office's hours:
# what was held at the end, and what had been sent by then.
_lived: dict[tuple[object, ...], tuple[Held, tuple[tuple[str, str], ...]]] = {}


async def passes(play: Play, *days: str, channel: ScriptedChat | None = None) -> ScriptedChat:
    """Live through the opening of each day's slot; gives the channel with what was sent in it.

    Where nobody has typed yet the same mornings come in many tests: each is lived through once, and copied then.
    """
    chat, store = channel or ScriptedChat("local"), play.conversation.store
    if channel is not None or play.count or store.engine.dialect.name != "sqlite":
        for day in days:
            await _lives(play, day, chat)
        return chat
    now, stands = held(store), True  # what it holds by now, and whether that stands in it
    for day in days:
        key = (now.mark, len(chat.sent), day, play.conversation.composer.policy)
        if key not in _lived:
            if not stands:
                now.put_back(store)
            await _lives(play, day, chat)
            _lived[key] = held(store), tuple(chat.sent)
        (now, sent), stands = _lived[key], False
        chat.sent[:] = sent
    if not stands:
        now.put_back(store)
        play.now = at(f"{days[-1]} 07:30")
    return chat


async def _lives(play: Play, day: str, chat: ScriptedChat) -> None:
    office, play.now = play.conversation, at(f"{day} 07:30")
    tick.run(office.store, play.now, office.composer.policy, office.composer.workdays)
    await send_all(office.store, chat, play.now)


def heard_in(channel: ScriptedChat, chat_id: str) -> list[str]:
    """What was sent to one chat, in order."""
    return [words for chat, words in channel.sent if chat == chat_id]
