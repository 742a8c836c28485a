"""`bo sung 10 …` from a unit: what Nội vụ asked to be added, be it a new report or more behind the one that stands."""

from collections.abc import Sequence
from dataclasses import replace

from bot.handlers import confirming, evidencing, occurrences
from bot.talk import Ask
from data.errors import EvidenceMissing
from data.outgoing import Outgoing
from data.typed.argument import read_argument


def supplement(ask: Ask) -> Sequence[Outgoing]:
    """Report anew what was sent back and is owed again; put the rest behind the last report, as `minh chung` does.

    Raises:
        EvidenceMissing: there is nothing in it.
    """
    argument = read_argument(ask.argument)
    if argument.numbers and all(occurrences.last_reported(ask, number)[1] is None for number in argument.numbers):
        if not (argument.note or ask.file or ask.held):
            raise EvidenceMissing(number=argument.numbers[0])
        return confirming.done(replace(ask, command="xong"))
    return evidencing.add(replace(ask, command="minh chung"))
