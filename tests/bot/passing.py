"""Mornings that pass in a Play: the tick, and what it sends out, with the outcomes scripted for a chat."""

from scheduler import tick
from tests.bot.dialogues import Play
from tests.building import ScriptedChat, at, send_all


async def passes(play: Play, *days: str, channel: ScriptedChat | None = None) -> ScriptedChat:
    """Live through the opening of each day's slot; gives the channel with what was sent in it."""
    chat = channel or ScriptedChat("local")
    office = play.conversation
    for day in days:
        play.now = at(f"{day} 07:30")
        tick.run(office.store, play.now, office.composer.policy, office.composer.workdays)
        await send_all(office.store, chat, play.now)
    return chat


def heard_in(channel: ScriptedChat, chat_id: str) -> list[str]:
    """What was sent to one chat, in order."""
    return [words for chat, words in channel.sent if chat == chat_id]
