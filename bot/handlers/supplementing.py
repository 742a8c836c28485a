"""`bo sung 10 …` from a unit: what Nội vụ asked to be added, be it a new report or more behind the one that stands."""

from collections.abc import Sequence
from dataclasses import replace

from bot.handlers import choosing, confirming, evidencing
from bot.talk import Ask
from data.outbox import Outgoing
from data.typed.argument import read_argument


def supplement(ask: Ask) -> Sequence[Outgoing]:
    """Report anew what was sent back and is owed again; put the rest behind the last report, as `minh chung` does."""
    numbers = read_argument(ask.argument).numbers
    if numbers and all(choosing.last_reported(ask, number)[1] is None for number in numbers):
        return confirming.done(replace(ask, command="xong"))
    return evidencing.add(replace(ask, command="minh chung"))
